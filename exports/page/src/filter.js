// Which contacts are shown, how surely they fall into the range, and how many each facet's value would leave.

import { moment } from "./days.js";
import { failedFacets, fallsInto, liveAt, SIGHT, TIME } from "./live.js";
import { inSight, narrows } from "./near.js";
import { FACETS } from "./state.js";
import { valuesAt } from "./values.js";
import { View } from "./view.js";

export { concerns } from "./concerns.js";

/** The contacts as one sees them from a state of the page: a View. */
export function evaluate(state) {
  const known = liveAt(moment(state.known));
  const facets = failedFacets(known, state);
  const falls = fallsInto(known, state);
  const enough = state.possible === "yes" ? 1 : 2;
  const failed = facets.map((bits, row) => (falls[row] >= enough ? bits : bits | TIME));
  const view = new View(state, known, { falls, failed });
  if (narrows(state)) narrow(view, state);
  view.counts = counted(view);
  return view;
}

/** Leaves out what has no line between nodes in sight any more. What never had a line stays. */
function narrow(view, state) {
  view.sight = inSight(state, view.within);
  for (let row = 0; row < view.failed.length; row += 1) if (!view.stays(row)) view.failed[row] |= SIGHT;
}

/** For each facet and value, how many contacts pass all the other filters and have it. */
function counted({ known, failed }) {
  return Object.fromEntries(FACETS.map((facet, place) => [facet, countOf(valuesAt(facet, known.clock), known.at, failed, 1 << place)]));
}

function countOf({ begin, at, table }, live, failed, bit) {
  const counts = new Int32Array(table.length);
  const seen = new Uint8Array(table.length);
  for (let row = 0; row < live.length; row += 1) {
    const passing = failed[row] === 0 || failed[row] === bit ? 1 : 0;
    for (let place = begin[live[row]]; place < begin[live[row] + 1]; place += 1) {
      counts[at[place]] += passing;
      seen[at[place]] = 1;
    }
  }
  return new Map(table.flatMap((value, code) => (seen[code] ? [[value, counts[code]]] : [])));
}
