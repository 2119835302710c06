// The window between the thumbs as something to take hold of: it is dragged, or moved with the keys.

import { dayOf } from "./days.js";
import { h } from "./dom.js";
import { across, axis, domain } from "./extent.js";
import { isWhole, moveWindow, putWindow, range } from "./range.js";
import { settle, soon } from "./soon.js";
import { change } from "./state.js";
import { t } from "./words.js";

const PAGES = { PageUp: 1, PageDown: -1 };
const ARROWS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** How far a key moves: arrows a day, with shift a week, page up and down a month; null for any other key. */
export function strideOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (Object.hasOwn(PAGES, event.key)) return { unit: "month", by: PAGES[event.key] };
  if (Object.hasOwn(ARROWS, event.key)) return { unit: event.shiftKey ? "week" : "day", by: ARROWS[event.key] };
  return null;
}

export const band = h("div", { class: "band", role: "slider", tabindex: 0, onpointerdown: take, onkeydown: press });

let hold = null;

function take(event) {
  if (isWhole() || event.button) return;
  const { from, to } = range();
  hold = { x: event.clientX, from, length: to - from };
  band.setPointerCapture(event.pointerId);
  event.preventDefault();
  band.focus();
}

function drag(event) {
  if (!hold) return;
  const { first, last } = axis();
  const days = Math.round(((event.clientX - hold.x) / band.parentElement.clientWidth) * (last + 1 - first));
  soon(putWindow(hold.from + days, hold.length));
}

function release() {
  hold = null;
  settle();
}

band.addEventListener("pointermove", drag);
band.addEventListener("pointerup", release);
band.addEventListener("pointercancel", release);

function press(event) {
  const stride = strideOf(event);
  const end = { Home: domain.first, End: domain.last }[event.key];
  if (isWhole() || !(stride || end !== undefined)) return;
  event.preventDefault();
  const { from, to } = range();
  change(stride ? moveWindow(stride.unit, stride.by) : putWindow(end, to - from));
}

/** Draw the band where the range is; `width` of the bar in pixels. */
export function drawBand(width) {
  const extent = axis();
  const { from, to } = range();
  const [left, right] = [from, to + 1].map((day) => Math.max(0, Math.min(width, across(day, extent, width))));
  band.style.left = `${left}px`;
  band.style.width = `${Math.max(0, right - left)}px`;
  band.classList.toggle("whole", isWhole());
  const words = { "aria-label": t("window"), "aria-valuemin": Math.min(from, domain.first), "aria-valuemax": Math.max(from, domain.last), "aria-valuenow": from, "aria-valuetext": `${dayOf(from)} – ${dayOf(to)}`, "aria-disabled": String(isWhole()), title: t("windowHint") };
  for (const [name, value] of Object.entries(words)) band.setAttribute(name, value);
}
