// Bars over time: outcomes stacked in one order, each with a pattern of its own; what is only possible is hatched thinly, with a broken rim.

import { dayOf } from "./days.js";
import { arrange, h, put, s } from "./dom.js";
import { across } from "./extent.js";
import { LOOKS } from "./hairlines.js";
import { now } from "./state.js";
import { t } from "./words.js";

/** Where the keyboard stands among the bars of each histogram. */
const places = new Map();

const drawn = new Map();

/**
 * Draw a histogram into an element, or only what is different there. `name` tells it from others; `stacks` are
 * those of bins.js; `veiled` the stretches of days that lie outside; `pick` is called with the bin that was pressed.
 */
export function histogram(into, { name, label, stacks, extent, width, height, veiled, pick }) {
  const full = stacks.filter((one) => one.total);
  const scale = { extent, width, height, unit: (height - 3) / stacks.reduce((most, one) => Math.max(most, one.total), 1) };
  const { svg, bars, veils, areas } = frameOf(into, { name, width, height });
  const place = full.some((one) => one.bin.from === places.get(name)) ? places.get(name) : full[0]?.bin.from;
  const pieces = full.map((one) => pieceOf(one, scale, { name, pick, tabindex: one.bin.from === place ? 0 : -1 }));
  svg.setAttribute("aria-label", label);
  arrange(bars, pieces.map((one) => one.bar));
  arrange(areas, pieces.map((one) => one.area));
  put(veils, veiled.map(([from, to]) => veil(from, to, scale)));
}

/** The groups of a histogram, made once for a size. */
function frameOf(into, { name, width, height }) {
  const size = `${width} ${height}`;
  if (drawn.get(name)?.size !== size) {
    const [bars, veils, areas] = [s("g", null), s("g", null), s("g", null)];
    const svg = s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", class: "histogram", onkeydown: (event) => walk(event, name) }, bars, veils, areas);
    drawn.set(name, { size, svg, bars, veils, areas, pieces: new Map() });
    put(into, svg);
  }
  return drawn.get(name);
}

/** A bar and what is pressed of it: those that are there, unless they would look different. */
function pieceOf(one, scale, { name, pick, tabindex }) {
  const { pieces } = drawn.get(name);
  const look = JSON.stringify([one.bin, [...one.certain], [...one.possible], scale, now().lang]);
  const { from } = one.bin;
  if (pieces.get(from)?.look !== look) pieces.set(from, { look, bar: drawStack(one, scale), area: area(one, scale, { name, pick, tabindex }) });
  pieces.get(from).area.setAttribute("tabindex", String(tabindex));
  return pieces.get(from);
}

function box(bin, { extent, width }) {
  const left = across(bin.from, extent, width);
  const wide = across(bin.to + 1, extent, width) - left;
  return { x: left, width: Math.max(1, wide - (wide > 4 ? 1 : 0)) };
}

function drawStack({ bin, certain, possible }, scale) {
  let y = scale.height;
  const part = (outcome, count, kind) => {
    if (!count) return null;
    y -= count * scale.unit;
    return s("rect", { ...box(bin, scale), y, height: count * scale.unit, class: `${kind} ${outcome}`, fill: `url(#pattern-${outcome})` });
  };
  const each = (counts, kind) => LOOKS.map((outcome, look) => part(outcome, counts[look], kind));
  return s("g", null, [...each(certain, "solid"), ...each(possible, "maybe")]);
}

/** What is pressed: the whole height of a bin, with its counts in words. */
function area({ bin, certain, possible }, scale, { name, pick, tabindex }) {
  const days = bin.from === bin.to ? dayOf(bin.from) : `${dayOf(bin.from)} – ${dayOf(bin.to)}`;
  const of = (counts, kind) => LOOKS.flatMap((outcome, look) => (counts[look] ? [`${t(outcome)}: ${t(kind, { n: counts[look] })}`] : []));
  const words = [days, ...of(certain, "certainN"), ...of(possible, "possibleN")];
  const act = () => {
    places.set(name, bin.from);
    pick(bin);
  };
  const props = { ...box(bin, scale), y: 0, height: scale.height, class: "area", role: "button", tabindex, "aria-label": words.join("; "), "data-bin": dayOf(bin.from), "data-keep": `bin-${name}-${bin.from}` };
  const press = (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), act());
  return s("rect", { ...props, onclick: act, onkeydown: press }, s("title", null, words.join("\n")));
}

/** Left and right go from bar to bar; only one of them is a stop of the tabulator key. */
function walk(event, name) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const areas = [...event.currentTarget.querySelectorAll(".area")];
  const next = areas[areas.indexOf(event.target) + by];
  if (!by || !next) return;
  event.preventDefault();
  for (const one of areas) one.setAttribute("tabindex", one === next ? "0" : "-1");
  next.focus();
  places.delete(name);
}

export function veil(from, to, { extent, width, height }) {
  const [left, right] = [from, to].map((day) => Math.max(0, Math.min(width, across(day, extent, width))));
  return right > left ? s("rect", { class: "veil", x: left, y: 0, width: right - left, height }) : null;
}

/** A bar as small as a word, for the legend. */
export function swatch(outcome, kind) {
  return s("svg", { class: "histogram", width: 16, height: 12, "aria-hidden": "true" }, s("rect", { x: 0.5, y: 0.5, width: 15, height: 11, class: `${kind} ${outcome}`, fill: `url(#pattern-${outcome})` }));
}
