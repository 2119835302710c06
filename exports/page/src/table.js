// The contacts as a table: the same set as on the canvas, for everybody.

import { $, button, h, put } from "./dom.js";
import { named, names, sides, when } from "./describe.js";
import { compare, countAbout } from "./data.js";
import { moment } from "./days.js";
import { sample } from "./grammar.js";
import { change, now } from "./state.js";
import { nameOf, t } from "./words.js";

const COLUMNS = ["when", "from", "to", "outcome", "mode", "channel", "claims"];
const HEADS = { when: "when", from: "who", to: "with", outcome: "outcome", mode: "mode", channel: "channel", claims: "claims" };
const STEP = 200;
let limit = STEP;

const KEYS = {
  when: (row) => row.version.earliest + row.version.latest,
  from: (row) => row.sides.from.map(nameOf).join(),
  to: (row) => row.sides.to.map(nameOf).join(),
  outcome: (row) => t(row.version.outcome),
  mode: (row) => t(row.version.mode || ""),
  channel: (row) => names(row.version.channels),
  claims: (row) => String(row.statements).padStart(6, "0"),
};

/** The rows in the order that is chosen; equal ones by time and key. */
export function sorted(rows, sort) {
  const column = sort.replace(/^-/, "");
  const sign = sort.startsWith("-") ? -1 : 1;
  const clock = moment(now().known);
  const keyed = rows.map((row) => ({ ...row, sides: sides(row), statements: countAbout(row.key, clock) }));
  const order = column === "when" || column === "claims" ? compare : (a, b) => a.localeCompare(b, now().lang);
  return keyed.sort((a, b) => sign * order(KEYS[column](a), KEYS[column](b)) || compare(KEYS.when(a), KEYS.when(b)) || compare(a.key, b.key));
}

export function drawTable(view, open) {
  const state = now();
  const rows = sorted(view.shown, state.sort);
  put(
    $("table"),
    h(
      "table",
      null,
      h("caption", { class: "unseen" }, t("tableOf")),
      h("thead", null, h("tr", null, COLUMNS.map((column) => head(column, state.sort)))),
      h("tbody", null, rows.slice(0, limit).map((row) => line(row, state, open))),
    ),
    rows.length > limit ? button(t("more", { n: Math.min(STEP, rows.length - limit) }), () => { limit += STEP; change({}); }, { class: "quiet more", "data-keep": "more" }) : null,
  );
}

/** Bring the row of what was chosen into sight of the list, without moving the page. */
export function revealRow() {
  const [box, row] = [$("table"), $("table").querySelector("tr.chosen")];
  if (!row) return;
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top + 30 || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 2;
}

function head(column, sort) {
  const current = sort.replace(/^-/, "") === column;
  const order = !current ? "none" : sort.startsWith("-") ? "descending" : "ascending";
  const next = current && order === "ascending" ? `-${column}` : column;
  const arrow = { none: "", ascending: " ↑", descending: " ↓" }[order];
  return h("th", { scope: "col", "aria-sort": order }, button(t(HEADS[column]) + arrow, () => change({ sort: next }), { "data-keep": `sort-${column}` }));
}

function line(row, state, open) {
  const { version } = row;
  const { from, to, directed } = row.sides;
  const chosen = state.sel === row.key;
  return h(
    "tr",
    { class: `${chosen ? "chosen" : ""} ${row.certain ? "" : "unsure"}`, "data-contact": row.key, onclick: () => open(row.key) },
    h("td", { class: "when" }, button(when(version), (event) => { event.stopPropagation(); open(row.key); }, { "data-keep": `row-${row.key}`, "aria-current": chosen }), marks(row)),
    h("td", null, party(from)),
    h("td", null, directed ? h("span", { class: "way", "aria-hidden": "true" }, "→ ") : null, party(to)),
    h("td", { class: "outcome" }, sample(version.outcome), h("span", null, t(version.outcome)), version.status === "contested" ? h("b", { title: t("contested") }, " ≠", h("span", { class: "unseen" }, ` ${t("contested")}`)) : null),
    h("td", null, version.mode ? t(version.mode) : ""),
    h("td", null, party(version.channels)),
    h("td", { class: "number" }, row.statements),
  );
}

function marks(row) {
  return [
    row.version.inferred ? h("span", { class: "mark" }, t("inferredShort")) : null,
    row.certain ? null : h("span", { class: "mark" }, t("maybe")),
    row.lines.length ? null : h("span", { class: "mark" }, t("off")),
  ];
}

const party = (keys) => keys.map((key, at) => [at ? ", " : "", named(key)]);
