// Which contacts are shown, how surely they fall into the range, and how many each facet's value would leave.

import { moment } from "./days.js";
import { failedFacets, fallsInto, liveAt, SIGHT, TIME } from "./live.js";
import { inSight, narrows } from "./near.js";
import { View } from "./view.js";

export { concerns } from "./concerns.js";

/** The contacts as one sees them from a state of the page: a View. */
export function evaluate(state) {
  const known = liveAt(moment(state.known));
  const facets = failedFacets(known, state);
  const falls = fallsInto(known, state);
  const enough = state.possible === "yes" ? 1 : 2;
  const failed = facets.slice();
  for (let row = 0; row < failed.length; row += 1) if (falls[row] < enough) failed[row] |= TIME;
  const view = new View(state, known, { falls, failed });
  if (narrows(state)) narrow(view, state);
  return view;
}

/** Leaves out what has no line between nodes in sight any more. What never had a line stays. */
function narrow(view, state) {
  view.sight = inSight(state, view.within);
  for (let row = 0; row < view.failed.length; row += 1) if (!view.stays(row)) view.failed[row] |= SIGHT;
}
