// A time cut into equal parts, and how many contacts fall into each, surely or only possibly.

import { beginnings } from "./calendar.js";
import { after, dayOf, start } from "./days.js";
import { certainlyWithin, possiblyWithin } from "./semantics.js";

const MOST = 80;
const STEPS = [{ days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 12 }, { months: 60 }, { months: 120 }, { months: 600 }, { months: 1200 }];

/** Days, weeks, months, quarters, years or more: as fine as about eighty bars allow. */
export function binsOf(extent) {
  const days = extent.last - extent.first + 1;
  const step = STEPS.find((one) => days <= MOST * (one.days || one.months * 30.5)) || STEPS.at(-1);
  const begun = beginnings(extent, step);
  return begun.map((day, at) => ({ from: Math.max(day, extent.first), to: Math.min((begun[at + 1] ?? extent.last + 1) - 1, extent.last) }));
}

/** A bin with its contacts by outcome. Each row is { version, outcome }, its version bears the bounds of the date. */
export function stack(bin, rows) {
  const [from, to] = [start(dayOf(bin.from)), after(dayOf(bin.to))];
  const found = { bin, certain: new Map(), possible: new Map(), total: 0 };
  for (const { version, outcome } of rows) {
    const sure = certainlyWithin(version, from, to);
    if (!sure && !possiblyWithin(version, from, to)) continue;
    const counts = sure ? found.certain : found.possible;
    counts.set(outcome, (counts.get(outcome) || 0) + 1);
    found.total += 1;
  }
  return found;
}
