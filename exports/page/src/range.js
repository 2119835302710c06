// What a step, a jump, a drag or playing makes of the range: changes of the state, nothing drawn.

import { beginsMonth, endsMonth, moved } from "./calendar.js";
import { dayOf, number } from "./days.js";
import { axis, domain } from "./extent.js";
import { now } from "./state.js";

/**
 * The range in numbers of days; where it has no limit, as far as contacts reach.
 * @returns {{from: number, to: number}}
 */
export function range() {
  const { from, to } = now();
  return { from: from ? number(from) : Math.min(domain.first, to ? number(to) : domain.first), to: to ? number(to) : Math.max(domain.last, from ? number(from) : domain.last) };
}

export const isWhole = () => !now().from && !now().to;

// The ends of all time mean no limit.
const textOf = ({ from, to }) => ({ from: from <= domain.first ? "" : dayOf(from), to: to >= domain.last ? "" : dayOf(to) });

/** A thumb is put on a day; one stops at the other. */
export const putFrom = (day) => ({ from: textOf({ from: Math.min(day, range().to), to: 0 }).from });
export const putTo = (day) => ({ to: textOf({ from: 0, to: Math.max(day, range().from) }).to });

/** The end of the range moves by some steps, between its start and the end of all. */
export function moveEnd(unit, by) {
  const { from, to } = range();
  const next = moved(to, unit, by, true);
  return { to: textOf({ from, to: Math.max(from, Math.min(next, Math.max(to, domain.last))) }).to };
}

/** The start, likewise. */
export function moveStart(unit, by) {
  const { from, to } = range();
  return { from: textOf({ from: Math.min(to, Math.max(moved(from, unit, by), Math.min(from, domain.first))), to }).from };
}

/** The whole window moves; where there is none yet, one of a step's length begins at the near end. */
export function moveWindow(unit, by) {
  const { from, to } = range();
  if (isWhole()) return textOf(by > 0 ? firstWindow(unit) : inside({ from: moved(domain.last + 1, unit, -1), to: domain.last }));
  const start = moved(from, unit, by);
  const months = unit === "month" && beginsMonth(from) && endsMonth(to);
  return textOf(inside({ from: start, to: months ? moved(to, unit, by, true) : start + (to - from) }));
}

/** The window lies where it was dragged. */
export const putWindow = (from, length) => textOf(inside({ from, to: from + length }));

const firstWindow = (unit) => inside({ from: domain.first, to: moved(domain.first, unit, 1) - 1 });

/** A window of the same length that lies inside all time, as far as it is that short. */
function inside({ from, to }) {
  const shift = Math.max(0, domain.first - from) - Math.max(0, to - domain.last);
  return { from: Math.max(domain.first, from + shift), to: Math.min(domain.last, to + shift) };
}

/** One step as the reader chose it, forwards or backwards; null where it would change nothing. */
export function step(by) {
  const { moves, step: unit } = now();
  const patch = moves === "window" ? moveWindow(unit, by) : moveEnd(unit, by);
  return changes(patch) ? patch : null;
}

/** The end of the range, or the beginning of the window, comes to a day. */
export function jump(day) {
  const at = Math.max(domain.first, Math.min(number(day), domain.last));
  const { moves, step: unit } = now();
  const { from, to } = range();
  if (moves === "end") return { ...textOf({ from: Math.min(from, at), to: at }) };
  return putWindow(at, isWhole() ? moved(at, unit, 1) - 1 - at : to - from);
}

/** How playing begins: from where it is, or anew if it is at its end. */
export function begin() {
  const { moves, step: unit } = now();
  const { from, to } = range();
  if (next()) return next();
  if (moves === "end") return textOf({ from, to: Math.min(domain.last, Math.max(from, moved(from, unit, 1) - 1)) });
  const start = axis().first;
  return isWhole() ? textOf(firstWindow(unit)) : putWindow(start, to - from);
}

/** The next picture of playing; null at the end of what the bar shows, or of all if it is beyond that. */
export function next() {
  const { to } = range();
  const end = axis().last;
  if (to === end || (now().moves === "window" && isWhole())) return null;
  const patch = step(1);
  if (!patch || to > end || !patch.to || number(patch.to) <= end) return patch;
  const rest = now().moves === "window" ? putWindow(range().from + end - to, to - range().from) : putTo(end);
  return changes(rest) ? rest : null;
}

const changes = (patch) => Object.entries(patch).some(([name, value]) => now()[name] !== value);

/** The axis shows the range, or all time again. */
export const zoomIn = () => ({ axis: `${dayOf(range().from)}/${dayOf(range().to)}` });
export const zoomOut = () => ({ axis: "" });

/** Whether looking closer at the range would change the axis. */
export function canZoom() {
  const { first, last } = axis();
  const { from, to } = range();
  return to > from && (from !== first || to !== last);
}
