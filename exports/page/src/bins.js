// A time cut into equal parts, and how many contacts fall into each, surely or only possibly.

import { beginnings } from "./calendar.js";
import { LOOKS } from "./hairlines.js";
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

/**
 * The bins with their contacts by outcome: { bin, certain, possible, total } each. `events` are columns: `earliest`
 * and `latest` bounds in days, the `look` of the outcome; `places` those of them that count.
 */
export function stacked(bins, events, places) {
  const stacks = bins.map((bin) => ({ bin, certain: new Int32Array(LOOKS.length), possible: new Int32Array(LOOKS.length), total: 0 }));
  const row = { earliest: 0, latest: 0 };
  for (const place of places) {
    row.earliest = events.earliest[place];
    row.latest = events.latest[place];
    const last = Math.min(bins.length - 1, firstAfter(bins, row.latest));
    for (let at = Math.max(0, firstAfter(bins, row.earliest) - 1); at <= last; at += 1) count(stacks[at], row, events.look[place]);
  }
  return stacks;
}

/** The first bin that ends after a moment. */
function firstAfter(bins, moment) {
  let [low, high] = [0, bins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bins[middle].to + 1 > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

function count(stack, row, look) {
  const [from, to] = [stack.bin.from, stack.bin.to + 1];
  const sure = certainlyWithin(row, from, to);
  if (!sure && !possiblyWithin(row, from, to)) return;
  (sure ? stack.certain : stack.possible)[look] += 1;
  stack.total += 1;
}
