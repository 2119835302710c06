// The data of the page, read once from the script elements that hold it, and indexes over it.

import { live } from "./semantics.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const page = read("data-page");
export const nodes = read("data-nodes");
export const edges = read("data-edges");
export const options = read("data-options");

export const LEVELS = ["person", "office", "state"];
export const BEGINNING = "0001-01-01T00:00:00Z";
export const EVERYTHING = "9999-12-31T00:00:00Z";
export const END = "9999-12-31T23:59:59Z";

export const entities = new Map(Object.entries(page.entities));
export const channels = new Map(Object.entries(page.channels));
export const claims = new Map(Object.entries(page.claims));
export const contacts = new Map(page.contacts.map((contact, index) => [contact.key, { ...contact, index }]));
export const silences = new Map(page.silences.map((silence) => [silence.key, silence]));
export const headings = page.headings;

const lines = new Map();
for (const edge of edges) {
  const key = `${edge.level} ${edge.contact} ${edge.version}`;
  if (!lines.has(key)) lines.set(key, []);
  lines.get(key).push(edge);
}

/** The lines of a contact's version at a level; none where it can't be drawn there. */
export function linesOf(level, contact, version) {
  return lines.get(`${level} ${contact} ${version}`) || [];
}

/** The key of the node at an end of a line. */
export const ends = new Map(nodes.map((node) => [node.id, node.key]));

/** What is found under a key, whatever it is. */
export function thing(key) {
  return entities.get(key) || channels.get(key) || contacts.get(key) || silences.get(key) || claims.get(key);
}

const KINDS = ["contact", "silence", "channel", "account", "remark", "retraction"];
const about = new Map();
for (const [key, claim] of claims) {
  if (!about.has(claim.about)) about.set(claim.about, []);
  about.get(claim.about).push([key, claim]);
}
for (const found of about.values()) {
  found.sort(([a, x], [b, y]) => KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) || compare(x.known, y.known) || compare(a, b));
}

/** The claims about a hub, contact claims first, then by when they became known: [key, claim] each. */
export const claimsAbout = (hub) => about.get(hub) || [];

/** How many of them were known, and not withdrawn, at a moment. */
export const countAbout = (hub, clock) => claimsAbout(hub).filter(([, claim]) => live(claim, clock)).length;

export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
