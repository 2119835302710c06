// One contact as a row of the table.

import { button, h } from "./dom.js";
import { named, when } from "./describe.js";
import { sample } from "./grammar.js";
import { t } from "./words.js";

/** The row; `row` has its sides and the number of its statements, `open` leads to the evidence. */
export function line(row, state, open) {
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
