// Which values of a facet each version of a contact has: from the claims that were live in it, as places in tables.

import { page } from "./data.js";
import { versions } from "./drawn.js";
import { knownBy } from "./semantics.js";
import { codes, lists } from "./version.js";

const tables = page.facets;
const PUBLICITY = new Map([[null, ""], [true, "public"], [false, "non-public"]]);

/** Of each version one code: the values that the codes stand for, '' for nothing said. */
const single = (at, words) => () => ({ at, begin: null, words });
const coded = (name, wordOf = (value) => value || "") => single(codes[name].at, codes[name].table.map(wordOf));
const listed = (name, table = lists[name].table) => () => ({ ...lists[name], words: table.map((value) => value || "") });

// The documents a claim stands in are out from different days: one that came later doesn't count before.
const standing = (name) => (clock) => ({ ...lists.documents, words: tables.documents.map((one) => (knownBy(one.known, clock) ? one[name] || "" : "")) });

/**
 * What each facet is made of at a moment: codes, one a version or, with `begin`, a list, and the words that they stand for.
 *
 * @type {{[facet: string]: (clock: string) => {at: Int32Array, begin: Int32Array | null, words: string[]}}}
 */
const COLUMNS = {
  outcome: single(versions.outcome, versions.outcomes),
  mode: coded("mode"),
  state: listed("states"),
  rank: listed("rank", tables.rank),
  channel: listed("channels"),
  status: single(versions.status, versions.statuses),
  stance: listed("stance", tables.stance),
  reliability: listed("reliability", tables.reliability),
  source: standing("source"),
  language: standing("language"),
  public: coded("public", (value) => PUBLICITY.get(value)),
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
  const { at, begin, words } = COLUMNS[facet](clock);
  const { table, places } = numbered(words);
  return begin ? { table, ...distinct({ at, begin }, places) } : { table, at: at.map((code) => places[code]), begin: everyOne() };
}

/** The words that differ, the empty one first, and where each of the words given stands among them. */
function numbered(words) {
  const table = [...new Set(["", ...words])];
  const place = new Map(table.map((word, at) => [word, at]));
  return { table, places: Int32Array.from(words, (word) => place.get(word)) };
}

const everyOne = () => Int32Array.from({ length: versions.count + 1 }, (_, at) => at);

/** Each version's places once each; that of the empty word, 0, only where there is no other. */
function distinct({ at, begin }, places) {
  const found = new Int32Array(at.length + versions.count);
  const ends = new Int32Array(versions.count + 1);
  const last = new Int32Array(places.length + 1).fill(-1);
  let count = 0;
  for (let v = 0; v < versions.count; v += 1) {
    for (let one = begin[v]; one < begin[v + 1]; one += 1) {
      const place = places[at[one]];
      if (place === 0 || last[place] === v) continue;
      last[place] = v;
      found[count++] = place;
    }
    if (count === ends[v]) found[count++] = 0;
    ends[v + 1] = count;
  }
  return { at: found.subarray(0, count), begin: ends };
}

/** The title of a document by its key, where it stands as a source because nobody is named as its publisher. */
export const titles = new Map(tables.documents.filter((one) => one.title).map((one) => [one.source, one.title]));
