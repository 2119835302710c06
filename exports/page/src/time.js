// The time bar: a histogram with two thumbs, the days themselves, and the clock of publication.

import { claims, contacts } from "./data.js";
import { after, dated, dayOf, isDay, lastDay, number, start } from "./days.js";
import { $, button, h, put, s } from "./dom.js";
import { OUTCOMES } from "./grammar.js";
import { certainlyWithin, possiblyWithin } from "./semantics.js";
import { change, now } from "./state.js";
import { t } from "./words.js";

const WIDTH = 1000;
const HEIGHT = 54;

const all = [...contacts.values()].flatMap((contact) => contact.versions).filter(dated);
const first = all.reduce((least, version) => (version.earliest < least ? version.earliest : least), "9");
const last = all.reduce((most, version) => (version.latest > most ? version.latest : most), "0");

// A bar that is a single day wide says nothing: so many days are shown at least.
const LEAST_DAYS = 28;

/** The days of the bar: all on which a dated contact may have happened, and some around a short time. */
export const domain = all.length ? widened(number(first), number(lastDay(last))) : { first: 0, last: 0 };

const bins = binsOf(domain);

function widened(from, to) {
  const missing = Math.max(0, LEAST_DAYS - (to - from + 1));
  return { first: from - Math.floor(missing / 2), last: to + Math.ceil(missing / 2) };
}

/** Days, weeks, months, quarters or years: as fine as about eighty bars allow. */
function binsOf({ first: from, last: to }) {
  const days = to - from + 1;
  const step = days <= 80 ? nextDay(1) : days <= 560 ? nextDay(7) : days <= 2440 ? nextMonth(1) : days <= 7300 ? nextMonth(3) : nextMonth(12);
  const found = [];
  let at = step.floor(from);
  while (at <= to && found.length < 1200) {
    const end = step.next(at);
    found.push({ from: Math.max(at, from), to: Math.min(end - 1, to) });
    at = end;
  }
  return found;
}

function nextDay(count) {
  return { floor: (day) => (count === 7 ? day - ((((day + 3) % 7) + 7) % 7) : day), next: (day) => day + count };
}

function nextMonth(count) {
  const at = (year, month) => number(new Date(Date.UTC(year, month, 1)).toISOString());
  const parts = (day) => dayOf(day).split("-").map(Number);
  return {
    floor: (day) => at(parts(day)[0], Math.floor((parts(day)[1] - 1) / count) * count),
    next: (day) => at(parts(day)[0], parts(day)[1] - 1 + count),
  };
}

// What is dragged or typed into stays the same element for as long as the page is open.
const bars = h("div", { class: "bars" });
const thumbs = { from: thumb("from"), to: thumb("to") };
const inputs = { from: dayInput("from"), to: dayInput("to"), known: dayInput("known") };
const possible = h("input", { type: "checkbox", id: "possible", onchange: () => change({ possible: possible.checked ? "yes" : "no" }) });
const whole = button("×", () => change({ from: "", to: "" }), { class: "quiet" });
const steps = { earlier: stepButton("◀", "earlier"), later: stepButton("▶", "later") };

put(
  $("time"),
  all.length ? [h("div", { class: "bar" }, bars, thumbs.from, thumbs.to), axis()] : null,
  h(
    "div",
    { class: "days" },
    labelled("from"),
    labelled("to"),
    whole,
    h("label", { class: "check" }, possible, h("span", { "data-t": "possible" })),
    h("span", { class: "clock" }, labelled("known"), steps.earlier, steps.later),
  ),
);

/** Draw the bar for what passes every filter but the range. */
export function drawTime(view) {
  const state = now();
  put(bars, histogram(view.timeless.filter((row) => dated(row.version))));
  for (const name of ["from", "to"]) setThumb(name, state[name]);
  for (const [name, input] of Object.entries(inputs)) if (input.value !== state[name]) input.value = state[name];
  possible.checked = state.possible === "yes";
  whole.disabled = !state.from && !state.to;
  whole.title = t("wholeTime");
  whole.setAttribute("aria-label", t("wholeTime"));
  inputs.known.parentElement.title = t("everything");
  for (const [name, press] of Object.entries(steps)) setStep(name, press);
}

function labelled(name) {
  return h("label", null, h("span", { "data-t": name === "known" ? "knownBy" : name }), inputs[name]);
}

// --- the bars ---

function histogram(rows) {
  const stacks = bins.map((bin) => stack(bin, rows));
  const top = Math.max(1, ...stacks.map((one) => one.total));
  const text = t("histogram", { n: rows.length, from: dayOf(domain.first), to: dayOf(domain.last) });
  return s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": text, class: "histogram" },
    patterns(),
    stacks.map((one) => drawStack(one, top)),
    outside(),
  );
}

function stack(bin, rows) {
  const [from, to] = [start(dayOf(bin.from)), after(dayOf(bin.to))];
  const certain = new Map();
  let possible = 0;
  for (const { version } of rows) {
    if (certainlyWithin(version, from, to)) certain.set(version.outcome, (certain.get(version.outcome) || 0) + 1);
    else if (possiblyWithin(version, from, to)) possible += 1;
  }
  return { bin, certain, possible, total: possible + [...certain.values()].reduce((sum, count) => sum + count, 0) };
}

function drawStack({ bin, certain, possible, total }, top) {
  const left = across(bin.from);
  const width = Math.max(1, across(bin.to + 1) - left - 1);
  const title = [`${dayOf(bin.from)} – ${dayOf(bin.to)}`];
  let y = HEIGHT;
  const parts = [];
  for (const outcome of Object.keys(OUTCOMES)) {
    const height = ((certain.get(outcome) || 0) / top) * (HEIGHT - 4);
    if (!height) continue;
    y -= height;
    parts.push(s("rect", { x: left, y, width, height, class: `solid ${outcome}`, fill: `url(#pattern-${outcome})` }));
    title.push(`${t(outcome)}: ${certain.get(outcome)}`);
  }
  if (possible) {
    const height = (possible / top) * (HEIGHT - 4);
    parts.push(s("rect", { x: left, y: y - height, width, height, class: "hollow" }));
    title.push(t("possibleN", { n: possible }));
  }
  const pick = () => change({ from: dayOf(bin.from), to: dayOf(bin.to) });
  const area = s("rect", { x: left, y: 0, width, height: HEIGHT, class: "area", onclick: pick }, s("title", null, title.join("\n")));
  return s("g", null, parts, total ? area : null);
}

const across = (day) => ((day - domain.first) / (domain.last + 1 - domain.first)) * WIDTH;

// Told apart without colour: full, stripes, dots, sparse dots, bricks, and outline only.
function patterns() {
  const shapes = {
    held: s("rect", { width: 6, height: 6 }),
    attempted: s("path", { d: "M-1 1l2-2M0 6l6-6M5 7l2-2", "stroke-width": 2.2 }),
    refused: s("path", { d: "M0 1.5h6M0 4.5h6", "stroke-width": 1.8 }),
    ignored: s("circle", { cx: 3, cy: 3, r: 1.4 }),
    cancelled: s("path", { d: "M0 0l6 6M6 0l-6 6", "stroke-width": 1 }),
    proposed: s("circle", { cx: 3, cy: 3, r: 0.8 }),
  };
  return s(
    "defs",
    null,
    Object.entries(shapes).map(([name, shape]) =>
      s("pattern", { id: `pattern-${name}`, width: 6, height: 6, patternUnits: "userSpaceOnUse", class: name }, s("rect", { width: 6, height: 6, class: "ground" }), shape),
    ),
  );
}

function outside() {
  const state = now();
  const left = state.from ? across(Math.max(domain.first, number(state.from))) : 0;
  const right = state.to ? across(Math.min(domain.last, number(state.to)) + 1) : WIDTH;
  return [
    s("rect", { class: "veil", x: 0, y: 0, width: Math.max(0, left), height: HEIGHT }),
    s("rect", { class: "veil", x: right, y: 0, width: Math.max(0, WIDTH - right), height: HEIGHT }),
  ];
}

// --- the thumbs ---

function thumb(name) {
  const input = h("input", { type: "range", min: domain.first, max: domain.last, step: 1, class: `thumb ${name}` });
  input.addEventListener("input", () => change(name === "from" ? moveFrom(Number(input.value)) : moveTo(Number(input.value))));
  return input;
}

// The ends of the bar mean no limit; one thumb stops at the other.
const moveFrom = (day) => ({ from: day <= domain.first ? "" : dayOf(Math.min(day, limitOf(now().to, domain.last))) });
const moveTo = (day) => ({ to: day >= domain.last ? "" : dayOf(Math.max(day, limitOf(now().from, domain.first))) });

/** A day of the state as a place on the bar. */
function limitOf(day, otherwise) {
  return day ? Math.min(domain.last, Math.max(domain.first, number(day))) : otherwise;
}

function setThumb(name, day) {
  const value = limitOf(day, name === "from" ? domain.first : domain.last);
  thumbs[name].value = value;
  thumbs[name].setAttribute("aria-label", t(name));
  thumbs[name].setAttribute("aria-valuetext", dayOf(value));
}

function axis() {
  const count = bins.length > 1 ? 6 : 1;
  const ticks = Array.from({ length: count }, (_, at) => domain.first + Math.round(((domain.last - domain.first) * at) / Math.max(1, count - 1)));
  return h("div", { class: "axis", "aria-hidden": "true" }, ticks.map((day) => h("span", null, dayOf(day))));
}

// --- the days, and the clock of publication ---

function dayInput(name) {
  const input = h("input", { type: "date", id: `day-${name}`, min: "0001-01-01", max: "9998-12-31" });
  input.addEventListener("change", () => change({ [name]: isDay(input.value) ? input.value : "" }));
  return input;
}

const publications = [...new Set([...claims.values()].flatMap((claim) => [claim.known, claim.withdrawn]).map(lastDay).filter(Boolean))].sort();

/** The publication before or after the day one looks from; '' for everything, undefined where there is none. */
function publication(name) {
  const { known } = now();
  if (name === "earlier") return publications.filter((day) => !known || day < known).pop();
  return known ? publications.find((day) => day > known) || "" : undefined;
}

function stepButton(text, name) {
  return button(text, () => change({ known: publication(name) }), { class: "quiet" });
}

function setStep(name, press) {
  press.disabled = publication(name) === undefined;
  press.title = t(name);
  press.setAttribute("aria-label", t(name));
}
