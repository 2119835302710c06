// The bar of time: when contacts happened, with two thumbs and a window; below it the second clock and the lanes.

import { dayOf, isDay } from "./days.js";
import { band, drawBand, strideOf } from "./band.js";
import { binsOf, stacked } from "./bins.js";
import { moved } from "./calendar.js";
import { $, button, focused, h, put, retext, unlessSame } from "./dom.js";
import { happened } from "./events.js";
import { anyDated, axis, domain } from "./extent.js";
import { histogram, swatch } from "./histogram.js";
import { drawKnown, knownRow } from "./known.js";
import { drawLanes, fold, lanesBox } from "./lanes.js";
import { patterns } from "./patterns.js";
import { plays } from "./player.js";
import { canZoom, jump, putFrom, putTo, range, zoomIn, zoomOut } from "./range.js";
import { settle, soon } from "./soon.js";
import { change, now } from "./state.js";
import { drawSteps, steps } from "./steps.js";
import { drawTicks } from "./ticks.js";
import { datedAt } from "./view.js";
import { whenWidthChanges, widthOf } from "./width.js";
import { t } from "./words.js";

const HEIGHT = 46;

// What is dragged or typed into stays the same element for as long as the page is open.
const drawing = h("div", { class: "drawing" });
const ticks = h("div");
const thumbs = { from: thumb("from"), to: thumb("to") };
const inputs = { from: dayInput("from"), to: dayInput("to") };
const goTo = h("input", { type: "date", id: "day-go", min: "0001-01-01", max: "9998-12-31" });
const possible = h("input", { type: "checkbox", id: "possible", onchange: () => change({ possible: possible.checked ? "yes" : "no" }) });
const possibleCount = h("span", { class: "count" });
const maybe = swatch("held", "maybe");
const whole = button("×", () => change({ from: "", to: "" }), { class: "quiet" });
const closer = button("⇥⇤", () => change(zoomIn()), { class: "quiet" });
const wider = button("⇤⇥", () => change(zoomOut()), { class: "quiet" });

const days = h("div", { class: "days" }, labelled("from", inputs.from), labelled("to", inputs.to), whole);

goTo.addEventListener("change", () => isDay(goTo.value) && change(jump(goTo.value)));

put(
  $("time"),
  patterns(),
  anyDated ? h("div", { class: "timerow" }, h("div", { class: "side" }, days, steps), h("div", { class: "track" }, h("div", { class: "bar" }, drawing, band, thumbs.from, thumbs.to), ticks), h("div", { class: "zooms" }, closer, wider)) : days,
  knownRow,
  h("div", { class: "keys" }, h("div", { class: "jump" }, anyDated ? labelled("goTo2", goTo) : null, fold), h("label", { class: "check" }, possible, maybe, h("span", null, h("span", { "data-t": "possible" }), " ", possibleCount))),
  lanesBox,
);

let last = null;
whenWidthChanges(drawing, () => last && drawTime(...last));

/** Draw all of it: the bar for what passes every filter but the range, the second clock, the lanes. */
export function drawTime(view, open) {
  last = [view, open];
  drawRange(view);
  drawKnown(view);
  drawLanes(view, widthOf(drawing), open);
  // While it plays, a reader of the screen isn't told of each picture.
  $("status").setAttribute("aria-live", plays("time") || plays("known") ? "off" : "polite");
}

/** Draw only the bar with its range. */
export function drawRange(view) {
  drawInputs(view);
  if (anyDated) drawBar(view, widthOf(drawing));
}

function drawInputs(view) {
  const state = now();
  for (const [name, input] of Object.entries(inputs)) if (input.value !== state[name]) input.value = state[name];
  // A jump is an act and no part of the state: what was typed for it goes when one turns to something else.
  if (focused() !== goTo) goTo.value = "";
  possible.checked = state.possible === "yes";
  retext(possibleCount, t(possible.checked ? "possibleHere" : "possibleHidden", { n: unsureIn(view) }));
  whole.disabled = !state.from && !state.to;
  name(whole, "wholeTime", "wholeTime");
}

/** How many contacts that pass all but the range fall into it only possibly. */
function unsureIn({ timelessAt, falls }) {
  let found = 0;
  for (const at of timelessAt) if (falls[at] === 1) found += 1;
  return found;
}

let counted = { key: "", stacks: null, n: 0 };

/** What the bar counts: what passes every filter but the range, the same for as long as only the range changes. */
function countedIn(view, extent) {
  const { possible, from, to } = view.state;
  const key = JSON.stringify([view.filters, extent, possible === "no" ? [from, to] : "", view.sight ? [...view.sight] : ""]);
  if (counted.key === key) return counted;
  const places = view.timelessAt.filter((at) => datedAt(view.known.at[at]) && !(possible === "no" && view.falls[at] === 1)).map((at) => view.known.at[at]);
  counted = { key, stacks: stacked(binsOf(extent), happened, places), n: places.length };
  return counted;
}

function drawBar(view, width) {
  const extent = axis();
  const { from, to } = range();
  const { stacks, n } = countedIn(view, extent);
  const label = t("histogram", { n, from: dayOf(extent.first), to: dayOf(extent.last) });
  const pick = (bin) => change({ from: dayOf(bin.from), to: dayOf(bin.to) });
  histogram(drawing, { name: "time", label, stacks, extent, width, height: HEIGHT, veiled: [[extent.first, from], [to + 1, extent.last + 1]], pick });
  unlessSame("time ticks", [extent, width, now().lang], () => put(ticks, drawTicks(extent, width)));
  drawBand(width);
  setThumb("from", from, extent);
  setThumb("to", to, extent);
  // Where both meet at the right end, the one that can still move lies on top.
  thumbs.from.style.zIndex = from - extent.first > extent.last - from ? "1" : "";
  drawSteps();
  goTo.parentElement.title = t("goToHint");
  closer.disabled = !canZoom();
  wider.disabled = !now().axis;
  name(closer, "closer", "closerHint");
  name(wider, "wider", "widerHint");
}

function name(press, label, title) {
  press.title = t(title);
  press.setAttribute("aria-label", t(label));
}

function labelled(word, input) {
  return h("label", null, h("span", { "data-t": word }), input);
}

// --- the thumbs ---

const puts = { from: putFrom, to: putTo };

function thumb(which) {
  const input = h("input", { type: "range", min: domain.first, max: domain.last, step: 1, class: `thumb ${which}` });
  input.addEventListener("input", () => soon(puts[which](Number(input.value))));
  input.addEventListener("change", settle);
  input.addEventListener("keydown", (event) => {
    const stride = strideOf(event);
    if (!stride) return;
    event.preventDefault();
    change(puts[which](moved(range()[which], stride.unit, stride.by, which === "to")));
  });
  return input;
}

function setThumb(which, day, { first, last: end }) {
  const input = thumbs[which];
  input.min = String(first);
  input.max = String(end);
  input.value = String(Math.max(first, Math.min(day, end)));
  input.title = t("thumbHint");
  input.setAttribute("aria-label", t(which));
  input.setAttribute("aria-valuetext", dayOf(day));
}

// --- the days ---

function dayInput(which) {
  const input = h("input", { type: "date", id: `day-${which}`, min: "0001-01-01", max: "9998-12-31" });
  input.addEventListener("change", () => change({ [which]: isDay(input.value) ? input.value : "" }));
  return input;
}
