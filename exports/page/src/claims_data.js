// The claims: what is asked of all at once stands in columns, their evidence in blocks that are opened when needed.

import { begins, block } from "./blocks.js";
import { meta, stamps } from "./drawn.js";

const { columns, rest } = block("claims");
const CODES = ["kind", "about", "by", "office", "stance", "language", "unnamed", "reliability", "date"];
const TEXTS = ["voice", "paraphrase", "when", "inferred", "hedge", "identified", "note", "chain", "says"];
const opened = new Map();

class Claim {
  constructor(at) {
    this.at = at;
  }

  get iri() {
    return meta.ids + rest.keys[this.at];
  }
}

function given(name, get) {
  Object.defineProperty(Claim.prototype, name, { get });
}

for (const name of CODES) given(name, function () { return rest.tables[name][columns[name][this.at]]; });
for (const name of ["known", "withdrawn"]) given(name, function () { return stamps[columns[name][this.at]]; });
for (const name of TEXTS) given(name, function () { return textsOf(this.at)[name]; });

/** All claims by their keys. */
export const claims = new Map(rest.keys.map((key, at) => [key, new Claim(at)]));

/** Every moment at which a claim became known or was withdrawn. */
export const moments = [...new Set([...columns.known, ...columns.withdrawn])].sort((a, b) => a - b).map((at) => stamps[at]);

// --- about what they are ---

const KINDS = ["contact", "silence", "channel", "account", "remark", "retraction"];
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
let about = null;

/** The claims by what they are about, as places: those of the table's entry n from `begin[n]` to before `begin[n + 1]`. */
function gathered() {
  const of = columns.about;
  const hubs = new Map(rest.tables.about.map((hub, place) => [hub, place]));
  const counts = new Int32Array(rest.tables.about.length);
  for (const place of of) counts[place] += 1;
  const begin = begins(counts);
  const next = begin.slice();
  const at = new Int32Array(of.length);
  for (let claim = 0; claim < of.length; claim += 1) at[next[of[claim]]++] = claim;
  return { hubs, begin, at };
}

/** @type {(at: number) => [string, Claim]} */
const entry = (at) => [rest.keys[at], claims.get(rest.keys[at])];

/** The claims about a hub, contact claims first, then by when they became known: [key, claim] each. */
export function claimsAbout(hub) {
  about ||= gathered();
  const place = about.hubs.get(hub);
  if (place === undefined) return [];
  /** @type {any[]} */
  const found = Array.from(about.at.subarray(about.begin[place], about.begin[place + 1]), entry);
  return found.sort(([a, x], [b, y]) => KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) || compare(x.known, y.known) || compare(a, b));
}

// --- their evidence ---

function textsOf(at) {
  const number = Math.floor(at / meta.chunk);
  if (!opened.has(number)) opened.set(number, rows(block(`texts-${number}`)));
  return opened.get(number)[at - number * meta.chunk];
}

/** The rows of a block of texts. */
function rows({ columns: own, rest: fields }) {
  const steps = chains(own, fields.chain);
  const said = sayings(own, fields.says);
  return fields.paraphrase.map((_, row) => ({ ...one(fields, row), chain: steps(row), says: said(row) }));
}

const one = (fields, row) => Object.fromEntries(Object.entries(fields).filter(([, values]) => Array.isArray(values)).map(([name, values]) => [name, values[row]]));

function chains(own, fields) {
  const begin = begins(own["chain.n"]);
  const step = (at) => ({ ...rest.tables.document[own["chain.document"][at]], ...one(fields, at) });
  return (row) => Array.from({ length: begin[row + 1] - begin[row] }, (_, at) => step(begin[row] + at));
}

/** What a claim says, as far as it says it. */
function sayings(own, { parties, ...fields }) {
  const begin = begins(own["says.parties.n"]);
  const common = block("contacts").rest.tables.parties;
  const party = (place) => (place < common.length ? common[place] : parties[place - common.length]);
  return (row) => {
    const found = Object.fromEntries(Object.entries(one(fields, row)).filter(([, value]) => value !== null));
    const named = Array.from(own["says.parties"].subarray(begin[row], begin[row + 1]), party);
    return named.length ? { ...found, parties: named } : found;
  };
}
