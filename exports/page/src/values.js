// Which values of a facet each version of a contact has: from the claims that were live in it, as places in tables.

import { page } from "./data.js";
import { versions } from "./drawn.js";
import { knownBy } from "./semantics.js";
import { codes, lists } from "./version.js";

const tables = page.facets;
const listed = (name, table = lists[name].table) => (v) => places(name, v).map((at) => table[at]);
const places = (name, v) => Array.from(lists[name].at.subarray(lists[name].begin[v], lists[name].begin[v + 1]));
const single = (name) => (v) => [codes[name].table[codes[name].at[v]]];

// The documents a claim stands in are out from different days: one that came later doesn't count before.
const standing = (name) => (v, clock) => places("documents", v).map((at) => tables.documents[at]).filter((one) => knownBy(one.known, clock)).map((one) => one[name]);

const PUBLICITY = new Map([[null, ""], [true, "public"], [false, "non-public"]]);

/** @type {{[facet: string]: (v: number, clock: string) => string[]}} */
const VALUES = {
  outcome: (v) => [versions.outcomes[versions.outcome[v]]],
  mode: single("mode"),
  state: listed("states"),
  rank: listed("rank", tables.rank),
  channel: listed("channels"),
  status: (v) => [versions.statuses[versions.status[v]]],
  stance: listed("stance", tables.stance),
  reliability: listed("reliability", tables.reliability),
  source: standing("source"),
  language: standing("language"),
  public: (v) => [PUBLICITY.get(single("public")(v)[0])],
};
const CLOCKED = new Set(["source", "language"]);

const kept = new Map();

/**
 * The values of a facet at a moment: those of version v stand from `begin[v]` to before `begin[v + 1]` in `at`,
 * places in `table`; '' stands for nothing said. Of the facets that the moment matters to, the last two are kept.
 */
export function valuesAt(facet, clock) {
  const moment = CLOCKED.has(facet) ? clock : "";
  const known = kept.get(facet) || [];
  const found = known.find((one) => one.moment === moment) || { moment, ...columnOf(facet, clock) };
  kept.set(facet, [found, ...known.filter((one) => one !== found)].slice(0, 2));
  return found;
}

function columnOf(facet, clock) {
  const codesOf = new Map();
  const begin = new Int32Array(versions.count + 1);
  const at = [];
  for (let v = 0; v < versions.count; v += 1) {
    for (const value of distinct(VALUES[facet](v, clock))) at.push(codeOf(value, codesOf));
    begin[v + 1] = at.length;
  }
  return { begin, at: Int32Array.from(at), table: [...codesOf.keys()] };
}

function codeOf(value, codesOf) {
  if (!codesOf.has(value)) codesOf.set(value, codesOf.size);
  return codesOf.get(value);
}

const NOTHING = [""];

function distinct(values) {
  const found = values.length > 1 ? [...new Set(values)].filter(Boolean) : values[0] ? values : NOTHING;
  return found.length ? found : NOTHING;
}

/** The title of a document by its key, where it stands as a source because nobody is named as its publisher. */
export const titles = new Map(tables.documents.filter((one) => one.title).map((one) => [one.source, one.title]));
