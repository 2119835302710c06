// The data of the page, and indexes over it. Whatever is large is made of its columns when somebody asks for it.

import { block } from "./blocks.js";
import { claims, claimsAbout } from "./claims_data.js";
import { contactOf, firsts, LEVELS, lines, meta, spots } from "./drawn.js";
import { live } from "./semantics.js";
import { contactKeys, versionAt } from "./version.js";

export { claims, claimsAbout, LEVELS };

const names = block("names").rest;

export const page = { ...meta, ...names };
export const options = JSON.parse(document.getElementById("data-options").textContent);

export const BEGINNING = "0001-01-01T00:00:00Z";
export const EVERYTHING = "9999-12-31T00:00:00Z";
export const END = "9999-12-31T23:59:59Z";

export const entities = new Map(Object.entries(page.entities));
export const channels = new Map(Object.entries(page.channels));
export const silences = new Map(page.silences.map((silence) => [silence.key, silence]));
export const headings = page.headings;

class Contact {
  constructor(key, index) {
    this.key = key;
    this.index = index;
  }

  get iri() {
    return meta.ids + this.key;
  }

  /** Its versions on the clock of publication, the earliest first. */
  get versions() {
    return Array.from({ length: firsts[this.index + 1] - firsts[this.index] }, (_, at) => versionAt(firsts[this.index] + at));
  }
}

export const contacts = new Map(contactKeys.map((key, index) => [key, new Contact(key, index)]));

/** The contact with a place in the columns. */
export const contactAt = (index) => contacts.get(contactKeys[index]);

export const nodes = spots.key.map((key, at) => ({ id: `${LEVELS[spots.level[at]]} ${key}`, key, at, level: LEVELS[spots.level[at]], x: spots.x[at], y: spots.y[at], side: meta.sides[spots.side[at]], hue: spots.hue[at] < 0 || spots.hue[at] > 7 ? 8 : spots.hue[at] }));

/** The key of the node at an end of a line. */
export const ends = new Map(nodes.map((node) => [node.id, node.key]));

const made = Object.fromEntries(LEVELS.map((level) => [level, []]));

/** The line with a place among those of a level; always the same object. */
export function lineAt(level, at) {
  return (made[level][at] ||= line(level, at));
}

function line(level, at) {
  const { from, to, way, version, begin } = lines[level];
  const contact = contactAt(contactOf[version[at]]);
  const number = version[at] - firsts[contact.index];
  return { id: `${level} ${contact.key} ${number} ${at - begin[version[at]]}`, at, from: nodes[from[at]].id, to: nodes[to[at]].id, way: way[at], level, contact: contact.index, version: number };
}

/** All lines of a level. */
export const linesAt = (level) => Array.from({ length: lines[level].count }, (_, at) => lineAt(level, at));

/** The lines of a contact's version at a level; none where it can't be drawn there. */
export function linesOf(level, contact, number) {
  const { begin } = lines[level];
  const version = firsts[contact] + number;
  return Array.from({ length: begin[version + 1] - begin[version] }, (_, at) => lineAt(level, begin[version] + at));
}

/** What is found under a key, whatever it is. */
export function thing(key) {
  return entities.get(key) || channels.get(key) || contacts.get(key) || silences.get(key) || claims.get(key);
}

/** How many claims about a hub were known, and not withdrawn, at a moment. */
export const countAbout = (hub, clock) => claimsAbout(hub).filter(([, claim]) => live(claim, clock)).length;

export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
