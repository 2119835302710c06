// The patterns of bars and lanes, once for the page: outcomes and states are told apart without colour.

import { s } from "./dom.js";

// Full, stripes upwards, bars, dots, crosses, sparse dots.
const OUTCOME = {
  held: () => s("rect", { width: 6, height: 6, class: "ink" }),
  attempted: () => s("path", { d: "M-1 1l2-2M0 6l6-6M5 7l2-2", "stroke-width": 2.2 }),
  refused: () => s("path", { d: "M0 1.5h6M0 4.5h6", "stroke-width": 1.8 }),
  ignored: () => s("circle", { cx: 3, cy: 3, r: 1.4, class: "ink" }),
  cancelled: () => s("path", { d: "M0 0l6 6M6 0l-6 6", "stroke-width": 1 }),
  proposed: () => s("circle", { cx: 3, cy: 3, r: 0.8, class: "ink" }),
};
// A line that works is full; one that does not has gaps: dots, stripes, crosses.
const STATE = {
  works: OUTCOME.held,
  unanswered: () => s("circle", { cx: 3, cy: 3, r: 1.7, class: "ink" }),
  suspended: OUTCOME.attempted,
  closed: () => s("path", { d: "M0 0l6 6M6 0l-6 6", "stroke-width": 1.6 }),
  silence: () => s("path", { d: "M1.5 0v6M4.5 0v6", "stroke-width": 1.6 }),
};

const pattern = (id, name, shape) => s("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", class: name }, s("rect", { width: 6, height: 6, class: "ground" }), shape());

/** A drawing without any size that holds the patterns. */
export function patterns() {
  const outcomes = Object.entries(OUTCOME).map(([name, shape]) => pattern(`pattern-${name}`, name, shape));
  const states = Object.entries(STATE).map(([name, shape]) => pattern(`lane-${name}`, `state-${name}`, shape));
  return s("svg", { class: "patterns", width: 0, height: 0, "aria-hidden": "true", focusable: "false" }, s("defs", null, outcomes, states));
}

/** The name of the pattern of a channel's state. */
export const patternOf = (state) => (Object.hasOwn(STATE, state) ? `lane-${state}` : "lane-works");
