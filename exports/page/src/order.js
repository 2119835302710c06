// The order in which the table lists contacts: worked out once for all of them, then only picked from.

import { countAbout } from "./data.js";
import { names, sides } from "./describe.js";
import { versions } from "./drawn.js";
import { now } from "./state.js";
import { nameOf, t } from "./words.js";

/** What is compared, for each column: numbers or texts. */
const KEYS = {
  from: (row) => sides(row).from.map(nameOf).join(),
  to: (row) => sides(row).to.map(nameOf).join(),
  outcome: (row) => t(row.version.outcome),
  mode: (row) => t(row.version.mode || ""),
  channel: (row) => names(row.version.channels),
  claims: (row, clock) => countAbout(row.key, clock),
};

/** The places of the rows shown, in the order that is chosen; equal ones by time and key. */
export function listed(view) {
  const { sort, lang, level } = view.state;
  const key = JSON.stringify([sort, lang, level, Boolean(view.sight)]);
  if (view.sight) return ordered(view, view.shownAt, sort);
  const memory = view.known.memory;
  if (memory.get("order")?.key !== key) memory.set("order", { key, value: ordered(view, Int32Array.from(view.failed.keys()), sort) });
  return passing(memory.get("order").value, view.failed);
}

function passing(order, failed) {
  const found = new Int32Array(order.length);
  let count = 0;
  for (const at of order) if (failed[at] === 0) found[count++] = at;
  return found.subarray(0, count);
}

function ordered(view, places, sort) {
  const column = sort.replace(/^-/, "");
  const sign = sort.startsWith("-") ? -1 : 1;
  const rank = column === "when" ? null : ranks(Array.from(places, (at) => KEYS[column](view.row(at), view.known.clock)), places);
  const { at: version } = view.known;
  const time = (a, b) => versions.earliest[version[a]] - versions.earliest[version[b]] || versions.latest[version[a]] - versions.latest[version[b]];
  const first = rank ? (a, b) => rank.get(a) - rank.get(b) : time;
  return places.slice().sort((a, b) => sign * first(a, b) || time(a, b) || a - b);
}

/** For each place where its key stands among all different ones; texts in the order of the interface's language. */
function ranks(keys, places) {
  const compare = typeof keys[0] === "number" ? (a, b) => a - b : new Intl.Collator(now().lang).compare;
  const sorted = [...new Set(keys)].sort(compare);
  const rank = new Map();
  sorted.forEach((key, at) => rank.set(key, at && compare(sorted[at - 1], key) === 0 ? rank.get(sorted[at - 1]) : at));
  return new Map(keys.map((key, at) => [places[at], rank.get(key)]));
}
