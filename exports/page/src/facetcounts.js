// For each facet and value, how many contacts pass all the other filters and have it.

import { FACETS } from "./state.js";
import { valuesAt } from "./values.js";

// What fails every filter is counted nowhere: from there the first counting begins.
const NOWHERE = 0xffff;

/**
 * The counts of a view: for each facet a map from value to number, also of those that nothing is left of.
 *
 * Counting all contacts for each facet takes longer than a step of the bar may. So the last counts are kept with the
 * contacts that were known (live.js), and only those that fail other filters than then move them.
 */
export function countsOf({ known, failed }) {
  const kept = known.memory.get("counts") || begun(known);
  known.memory.set("counts", kept);
  const changed = changes(kept.failed, failed);
  kept.facets.forEach((facet, place) => moveBy(facet, { known, before: kept.failed, after: failed, changed, bit: 1 << place }));
  kept.failed = failed;
  return Object.fromEntries(FACETS.map((name, place) => [name, asMap(kept.facets[place])]));
}

const begun = (known) => ({ failed: new Uint16Array(known.at.length).fill(NOWHERE), facets: FACETS.map((name) => emptyOf(valuesAt(name, known.clock), known.at)) });

/** A facet before anything is counted, and which of its values any contact known has. */
function emptyOf(values, live) {
  const seen = new Uint8Array(values.table.length);
  for (const v of live) for (let place = values.begin[v]; place < values.begin[v + 1]; place += 1) seen[values.at[place]] = 1;
  return { values, seen, counts: new Int32Array(values.table.length) };
}

/** The rows that fail other filters than before. */
function changes(before, after) {
  const found = new Int32Array(after.length);
  let count = 0;
  for (let row = 0; row < after.length; row += 1) if (before[row] !== after[row]) found[count++] = row;
  return found.subarray(0, count);
}

function moveBy({ values: { begin, at }, counts }, { known, before, after, changed, bit }) {
  for (const row of changed) {
    const by = passes(after[row], bit) - passes(before[row], bit);
    if (by === 0) continue;
    const v = known.at[row];
    for (let place = begin[v]; place < begin[v + 1]; place += 1) counts[at[place]] += by;
  }
}

const passes = (bits, bit) => Number(bits === 0 || bits === bit);

const asMap = ({ values, seen, counts }) => new Map(values.table.flatMap((value, code) => (seen[code] ? [[value, counts[code]]] : [])));
