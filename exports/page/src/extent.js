// The days of the bar: all that dated contacts reach over, and those of the part that is looked at.

import { lastDay, number } from "./days.js";
import { stamps, versions } from "./drawn.js";
import { now } from "./state.js";
import { datedAt } from "./view.js";

const ends = { first: stamps.length, last: -1 };
for (let v = 0; v < versions.count; v += 1) {
  if (!datedAt(v)) continue;
  ends.first = Math.min(ends.first, versions.earliest[v]);
  ends.last = Math.max(ends.last, versions.latest[v]);
}

// A bar that is a single day wide says nothing: so many days are shown at least.
const LEAST_DAYS = 28;

/** Whether any contact has a date. */
export const anyDated = ends.last >= 0;

/** All on which a dated contact may have happened, and some around a short time. */
export const domain = anyDated ? widened(number(stamps[ends.first]), number(lastDay(stamps[ends.last]))) : { first: 0, last: 0 };

/** The days that the bar shows now: a part if one looks closer, else all. */
export function axis() {
  const [from, to] = now().axis.split("/");
  return to ? { first: number(from), last: number(to) } : domain;
}

export function widened(from, to) {
  const missing = Math.max(0, LEAST_DAYS - (to - from + 1));
  return { first: from - Math.floor(missing / 2), last: to + Math.ceil(missing / 2) };
}

/** Where a day begins, on so many pixels. */
export const across = (day, { first: from, last: to }, width) => ((day - from) / (to + 1 - from)) * width;
