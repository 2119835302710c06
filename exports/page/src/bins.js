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
  const { begin, bin, sure } = reachOf(bins, events);
  for (const place of places) {
    for (let at = begin[place]; at < begin[place + 1]; at += 1) {
      const stack = stacks[bin[at]];
      (sure[at] ? stack.certain : stack.possible)[events.look[place]] += 1;
      stack.total += 1;
    }
  }
  return stacks;
}

const reaches = new WeakMap();

/** What bins each of the events reaches; kept for as long as the bins are the same ones. */
function reachOf(bins, events) {
  if (reaches.get(events)?.bins !== bins) reaches.set(events, { bins, ...reached(bins, events) });
  return reaches.get(events);
}

/** The bins of an event stand from `begin[event]` to before `begin[event + 1]`, each with whether it lies there for sure. */
function reached(bins, { earliest, latest }) {
  const begin = new Int32Array(earliest.length + 1);
  const [bin, sure] = [[], []];
  const row = { earliest: 0, latest: 0 };
  for (let event = 0; event < earliest.length; event += 1) {
    [row.earliest, row.latest] = [earliest[event], latest[event]];
    for (let at = firstAfter(bins, row.earliest); at < bins.length && possiblyIn(bins[at], row); at += 1) {
      bin.push(at);
      sure.push(certainlyWithin(row, bins[at].from, bins[at].to + 1));
    }
    begin[event + 1] = bin.length;
  }
  return { begin, bin: Int32Array.from(bin), sure: Uint8Array.from(sure, Number) };
}

const possiblyIn = (bin, row) => possiblyWithin(row, bin.from, bin.to + 1);

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
