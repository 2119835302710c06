// The labels under a bar: years, months or days, as fine as they fit beside one another.

import { beginnings } from "./calendar.js";
import { dayOf } from "./days.js";
import { across } from "./extent.js";
import { s } from "./dom.js";
import { now } from "./state.js";

/** @type {{days?: number, months?: number, years?: number}[]} */
const STEPS = [
  ...[1, 2, 7, 14].map((days) => ({ days })),
  ...[1, 2, 3, 6].map((months) => ({ months })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({ months: years * 12, years })),
];
const HEIGHT = 17;
const GAP = 10;
const LOCALES = { en: "en-GB" };
const ruler = document.createElement("canvas").getContext("2d");
const formats = new Map();

/** How wide a text is in the letters of the labels. */
export function widthOf(text) {
  ruler.font = "11.5px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
  return ruler.measureText(text).width;
}

/** A drawing of the labels of a time that is shown so many pixels wide. */
export function drawTicks(extent, width) {
  const found = ticks(extent, width);
  const marks = found.map(({ at, x, text }) => [s("line", { x1: at, x2: at, y1: 0, y2: 4 }), s("text", { x, y: 14 }, text)]);
  return s("svg", { class: "ticks", width, height: HEIGHT, "aria-hidden": "true" }, marks);
}

/** The finest labels that leave a gap between them; where none do, the first day and perhaps the last. */
export function ticks(extent, width) {
  for (const step of STEPS) {
    if ((extent.last - extent.first) / (step.days || step.months * 30) > width / 20) continue;
    const found = labelled(extent, width, step);
    if (found.length > 1 && apart(found)) return found;
  }
  const both = [extent.first, extent.last].map((day) => placed(day, dayOf(day), extent, width));
  return apart(both) ? both : both.slice(0, 1);
}

function labelled(extent, width, step) {
  const days = beginnings(extent, step).filter((day) => day >= extent.first);
  return days.map((day, at) => placed(day, textOf(day, step, at === 0 || yearOf(day) !== yearOf(days[at - 1])), extent, width));
}

const yearOf = (day) => dayOf(day).slice(0, 4);

/** A label under the middle of its mark, but never over an end. */
function placed(day, text, extent, width) {
  const at = across(day, extent, width);
  const wide = widthOf(text);
  return { at, text, wide, x: Math.max(wide / 2, Math.min(at, width - wide / 2)) };
}

const apart = (labels) => labels.every((one, at) => at === 0 || one.x - one.wide / 2 >= labels[at - 1].x + labels[at - 1].wide / 2 + GAP);

function textOf(day, { days, years }, withYear) {
  if (years) return String(Number(yearOf(day)));
  const parts = { month: "short", ...(days ? { day: "numeric" } : {}), ...(withYear ? { year: "numeric" } : {}) };
  return format(parts).format(new Date(`${dayOf(day)}T00:00:00Z`));
}

function format(parts) {
  const { lang } = now();
  const key = [lang, ...Object.keys(parts)].join();
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALES[lang] || lang, { ...parts, timeZone: "UTC" }));
  return formats.get(key);
}

