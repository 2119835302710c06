// The second clock as a bar of its own: when contacts became known, and the day from which one looks.

import { moments } from "./claims_data.js";
import { binsOf, stacked } from "./bins.js";
import { dayOf, isDay, lastDay, number } from "./days.js";
import { button, h, put, retext, unlessSame } from "./dom.js";
import { becameKnown, contactsOf } from "./events.js";
import { widened } from "./extent.js";
import { evaluate } from "./filter.js";
import { histogram } from "./histogram.js";
import { moved } from "./calendar.js";
import { strideOf } from "./band.js";
import { isStill, plays, toggle } from "./player.js";
import { settle, soon } from "./soon.js";
import { change, format, now } from "./state.js";
import { drawTicks } from "./ticks.js";
import { whenWidthChanges, widthOf } from "./width.js";
import { t } from "./words.js";

const HEIGHT = 22;

const publications = [...new Set(moments.map(lastDay).filter(Boolean))].sort();
const days = publications.map(number);
// The bar begins before the first publication: then nothing was known yet.
const extent = days.length ? widened(days[0] - 1, days.at(-1)) : { first: 0, last: 0 };

const drawing = h("div", { class: "drawing" });
const labels = h("div");
const thumb = h("input", { type: "range", min: extent.first, max: extent.last, step: 1, class: "thumb known" });
const day = h("input", { type: "date", id: "day-known", min: "0001-01-01", max: "9998-12-31" });
const presses = { earlier: stepButton("‹", "earlier"), later: stepButton("›", "later") };
const play = button("", () => toggle("known", begin, next), { class: "play" });

thumb.addEventListener("input", () => soon(putKnown(Number(thumb.value))));
thumb.addEventListener("change", settle);
thumb.addEventListener("keydown", (event) => {
  const stride = strideOf(event);
  if (!stride) return;
  event.preventDefault();
  change(putKnown(moved(now().known ? number(now().known) : extent.last, stride.unit, stride.by)));
});
day.addEventListener("change", () => change({ known: isDay(day.value) ? day.value : "" }));

let last = null;
if (days.length) whenWidthChanges(drawing, () => last && drawKnown(last));

/** The row of the second clock. */
export const knownRow = h(
  "div",
  { class: "knownrow" },
  h("div", { class: "clock" }, h("label", null, h("span", { "data-t": "knownBy" }), day), presses.earlier, presses.later, days.length ? play : null),
  days.length ? h("div", { class: "track" }, h("div", { class: "knownbar" }, drawing, thumb), labels) : null,
);

// The end of the bar means everything, whenever it became known.
const putKnown = (at) => ({ known: at >= extent.last ? "" : dayOf(Math.max(at, extent.first)) });

/** The publication before or after the day one looks from; '' for everything, undefined where there is none. */
function publication(name) {
  const { known } = now();
  if (name === "earlier") return publications.filter((one) => !known || one < known).pop();
  return known ? publications.find((one) => one > known) || "" : undefined;
}

function stepButton(text, name) {
  return button(text, () => change({ known: publication(name) }), { class: "quiet" });
}

const next = () => (publication("later") === undefined ? null : { known: publication("later") });
const begin = () => next() || { known: publications[0] };

/** Draw it for the contacts that pass every filter, whenever they became known. */
export function drawKnown(view) {
  last = view;
  const { known } = now();
  if (day.value !== known) day.value = known;
  day.parentElement.title = t("everything");
  for (const [name, press] of Object.entries(presses)) {
    press.disabled = publication(name) === undefined;
    press.title = t(name);
    press.setAttribute("aria-label", t(name));
  }
  if (days.length) drawBar(view, known ? number(known) : extent.last);
}

function drawBar(view, at) {
  drawPlay();
  const width = widthOf(drawing);
  const { stacks, n, unsaid } = countedIn(view);
  const label = t("knownHistogram", { n, from: dayOf(extent.first), to: dayOf(extent.last) }) + (unsaid ? ` ${t("neverDated", { n: unsaid })}` : "");
  const pick = (bin) => change(putKnown(bin.to));
  histogram(drawing, { name: "known", label, stacks, extent, width, height: HEIGHT, veiled: [[at + 1, extent.last + 1]], pick });
  unlessSame("known ticks", [width, now().lang], () => put(labels, drawTicks(extent, width)));
  thumb.value = String(Math.max(extent.first, Math.min(at, extent.last)));
  thumb.setAttribute("aria-label", t("knownBy"));
  thumb.setAttribute("aria-valuetext", now().known || t("everythingKnown"));
}

function drawPlay() {
  retext(play, t(plays("known") ? "pause" : "play"));
  play.setAttribute("aria-label", t(plays("known") ? "pauseKnown" : "playKnown"));
  play.disabled = isStill() || publications.length < 2;
  play.title = isStill() ? t("still") : t("playKnown");
}

const bins = days.length ? binsOf(extent) : [];
let remembered = { key: "", found: null };

/** When the contacts that pass all filters became known; it doesn't depend on from when one looks. */
function countedIn(view) {
  const state = { ...now(), known: "" };
  const key = format({ ...state, sel: "", axis: "", lang: "en", theme: "auto" });
  if (remembered.key !== key || !remembered.found) remembered = { key, found: counted(view.state.known ? evaluate(state) : view) };
  return remembered.found;
}

function counted(view) {
  const all = contactsOf(view, view.shownAt);
  const unsaid = all.reduce((sum, contact) => sum + Number(Number.isNaN(becameKnown.earliest[contact])), 0);
  return { stacks: stacked(bins, becameKnown, all), n: all.length - unsaid, unsaid };
}
