// The contacts known at a moment, as numbers of their versions; and what of a state's filters each of them passes.

import { contactOf, firsts, lines, rank, versions } from "./drawn.js";
import { after, start } from "./days.js";
import { linesOf } from "./data.js";
import { certainlyWithin, live, possiblyWithin } from "./semantics.js";
import { concerns } from "./concerns.js";
import { FACETS } from "./state.js";
import { valuesAt } from "./values.js";
import { versionAt } from "./version.js";

// What a contact fails, as bits: a facet's own, then these.
export const TIME = 1 << FACETS.length;
export const WHO = TIME << 1;
export const SIGHT = TIME << 2;
export const bitOf = (facet) => 1 << FACETS.indexOf(facet);

const MOMENTS = 3;
let kept = [];

/** Everything known at a moment: `at` the version of each contact that had one, `rowOf` its place there, or -1. */
export function liveAt(clock) {
  const found = kept.find((one) => one.clock === clock) || { clock, ...liveVersions(clock), memory: new Map() };
  kept = [found, ...kept.filter((one) => one !== found)].slice(0, MOMENTS);
  return found;
}

function liveVersions(clock) {
  const now = rank(clock);
  const at = [];
  const rowOf = new Int32Array(firsts.length - 1).fill(-1);
  const seen = { known: 0, withdrawn: 0 };
  for (let v = 0; v < versions.count; v += 1) {
    [seen.known, seen.withdrawn] = [versions.since[v], versions.until[v]];
    if (rowOf[contactOf[v]] >= 0 || !live(seen, now)) continue;
    rowOf[contactOf[v]] = at.length;
    at.push(v);
  }
  return { at: Int32Array.from(at), rowOf };
}

/** What each live contact fails of the facets and of `who`; kept until another of these is chosen. */
export function failedFacets(known, state) {
  return remembered(known, "facets", filtersOf(state), () => {
    const failed = new Uint16Array(known.at.length);
    for (const facet of FACETS) if (state[facet].size) failFacet(failed, known, facet, state[facet]);
    if (state.who) failWho(failed, known, state);
    return failed;
  });
}

/** What of a state the facets and `who` depend on, as text. */
export const filtersOf = (state) => JSON.stringify([state.known, FACETS.map((facet) => [...state[facet]].sort()), state.who && [state.who, state.level]]);

function remembered(known, name, key, make) {
  if (known.memory.get(name)?.key !== key) known.memory.set(name, { key, value: make() });
  return known.memory.get(name).value;
}

function failFacet(failed, known, facet, wanted) {
  const { begin, at, table } = valuesAt(facet, known.clock);
  const passes = Uint8Array.from(table, (value) => Number(wanted.has(value)));
  const bit = bitOf(facet);
  known.at.forEach((v, row) => {
    for (let place = begin[v]; place < begin[v + 1]; place += 1) if (passes[at[place]]) return;
    failed[row] |= bit;
  });
}

function failWho(failed, known, { level, who }) {
  known.at.forEach((v, row) => {
    const number = v - firsts[contactOf[v]];
    if (!concerns(versionAt(v), linesOf(level, contactOf[v], number), who)) failed[row] |= WHO;
  });
}

/** How each live contact falls into the range: 2 for sure, 1 only possibly, 0 not. */
export function fallsInto(known, { from, to }) {
  return remembered(known, "range", `${from}/${to}`, () => {
    const [first, last] = [rank(start(from)), rank(after(to))];
    const found = new Uint8Array(known.at.length);
    const row = { earliest: 0, latest: 0 };
    for (let at = 0; at < found.length; at += 1) {
      row.earliest = versions.earliest[known.at[at]];
      row.latest = versions.latest[known.at[at]];
      found[at] = certainlyWithin(row, first, last) ? 2 : possiblyWithin(row, first, last) ? 1 : 0;
    }
    return found;
  });
}

/** Whether a version has a line at a level. */
export const hasLine = (level, v) => lines[level].begin[v + 1] > lines[level].begin[v];
