// The contacts as a table: the same set as on the canvas, for everybody. Of a long one only the rows in sight are there.

import { $, arrange, button, h, put } from "./dom.js";
import { countAbout } from "./data.js";
import { sides } from "./describe.js";
import { listed } from "./order.js";
import { change, now } from "./state.js";
import { line } from "./table_row.js";
import { t } from "./words.js";

const COLUMNS = ["when", "from", "to", "outcome", "mode", "channel", "claims"];
const HEADS = { when: "when", from: "who", to: "with", outcome: "outcome", mode: "mode", channel: "channel", claims: "claims" };
// So many rows stand in the page as they are; of more, only those in sight and some around them.
const WHOLE = 200;
// The height of a row where only those in sight are there; the style sheet has the same.
const ROW = 30;

const rows = new Map();
const body = h("tbody", null);
const top = h("thead", null);
const gap = () => h("tr", { class: "gap", "aria-hidden": "true" }, h("td", { colspan: COLUMNS.length }));
const [above, below] = [gap(), gap()];
const caption = h("caption", { class: "unseen" });
const frame = h("table", { onkeydown: walk }, caption, top, body);

let list = { view: null, order: new Int32Array(), open: null };
let headed = "";

/** The keys of all contacts that the table lists, in its order. */
export const listedKeys = () => Array.from(list.order, (at) => list.view.keyAt(at));

export function drawTable(view, open) {
  list = { view, order: listed(view), open };
  drawHead(now().sort, now().lang);
  frame.setAttribute("aria-rowcount", String(list.order.length + 1));
  $("table").classList.toggle("windowed", isWindowed());
  if (frame.parentElement !== $("table")) put($("table"), frame);
  fill();
}

function drawHead(sort, lang) {
  if (headed === `${sort} ${lang}`) return;
  headed = `${sort} ${lang}`;
  put(caption, t("tableOf"));
  put(top, h("tr", { "aria-rowindex": 1 }, COLUMNS.map((column) => head(column, sort))));
}

const isWindowed = () => list.order.length > WHOLE;

/** Put the rows that are in sight into the table, and gaps as high as the others. */
function fill() {
  const [first, last] = isWindowed() ? inSight() : [0, list.order.length];
  const wanted = Array.from(list.order.subarray(first, last), (at, place) => rowAt(at, first + place));
  above.style.height = `${first * ROW}px`;
  below.style.height = `${(list.order.length - last) * ROW}px`;
  arrange(body, isWindowed() ? [above, ...wanted, below] : wanted);
  const kept = new Set(wanted);
  for (const [key, { element }] of rows) if (!kept.has(element)) rows.delete(key);
}

/** The first row and the one after the last of those in sight, and as many again above and below. */
function inSight() {
  const box = $("table");
  const seen = Math.ceil((box.clientHeight || 300) / ROW) + 1;
  const first = Math.max(0, Math.min(Math.floor(box.scrollTop / ROW), list.order.length - seen) - seen);
  return [first, Math.min(list.order.length, first + 3 * seen)];
}

/** The element of a row: the one that is there, unless it would look different. */
function rowAt(at, place) {
  const row = list.view.row(at);
  const { sel, lang, level, known } = now();
  const look = JSON.stringify([row.number, row.certain, row.lines.length, sel === row.key, lang, level, known]);
  if (rows.get(row.key)?.look !== look) {
    const full = { ...row, sides: sides(row), statements: countAbout(row.key, list.view.known.clock) };
    rows.set(row.key, { look, element: line(full, now(), (key) => list.open(key)) });
  }
  const { element } = rows.get(row.key);
  element.setAttribute("aria-rowindex", String(place + 2));
  return element;
}

/** Bring the row of what was chosen into sight of the list, without moving the page. */
export function revealRow() {
  if (isWindowed()) {
    const place = list.order.findIndex((at) => list.view.keyAt(at) === now().sel);
    if (place >= 0) scrollTo(place);
    return;
  }
  const [box, row] = [$("table"), $("table").querySelector("tr.chosen")];
  if (!row) return;
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top + 30 || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 2;
}

function scrollTo(place) {
  const box = $("table");
  const height = place * ROW;
  if (height < box.scrollTop || height + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = height - box.clientHeight / 2;
  fill();
}

/** Up and down go from row to row, Home and End to the first and the last: also to those that are not in sight. */
function walk(event) {
  const at = Number(event.target.closest("tbody tr")?.getAttribute("aria-rowindex")) - 2;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.order.length - 1 }[event.key];
  if (!(at >= 0) || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (next < 0 || next >= list.order.length) return;
  if (isWindowed()) scrollTo(next);
  /** @type {HTMLElement | null} */ (body.querySelector(`[aria-rowindex="${next + 2}"] button`))?.focus();
}

const refill = () => isWindowed() && fill();
$("table").addEventListener("scroll", refill);
new ResizeObserver(refill).observe($("table"));

function head(column, sort) {
  const current = sort.replace(/^-/, "") === column;
  const order = !current ? "none" : sort.startsWith("-") ? "descending" : "ascending";
  const next = current && order === "ascending" ? `-${column}` : column;
  const arrow = { none: "", ascending: " ↑", descending: " ↓" }[order];
  return h("th", { scope: "col", "aria-sort": order }, button(t(HEADS[column]) + arrow, () => change({ sort: next }), { "data-keep": `sort-${column}` }));
}
