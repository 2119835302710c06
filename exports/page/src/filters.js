// The facets: each value says how many contacts it would leave, and the outcomes are their own legend.

import { $, button, h, put } from "./dom.js";
import { sample } from "./grammar.js";
import { nearChips } from "./near_panel.js";
import { FACETS, change, isFiltered, now, reset, toggle } from "./state.js";
import { nameOf, t } from "./words.js";
import { OUTCOMES } from "./grammar.js";

const NAMED = new Set(["state", "channel"]);
const SHORT = 7;
const opened = new Set();
const wide = matchMedia("(min-width: 901px)");
let unfolded = false;

export function drawFilters(view) {
  const state = now();
  const box = h(
    "details",
    { open: unfolded || wide.matches, ontoggle: (event) => { unfolded = event.target.open; } },
    h("summary", { "data-keep": "filters" }, h("h2", null, t("filters"))),
    state.who ? whoChip(state.who) : null,
    nearChips(),
    FACETS.map((facet) => facetBox(facet, view.counts[facet], state)),
  );
  put($("filters"), button(t("reset"), reset, { disabled: !isFiltered(state), class: "quiet reset", "data-keep": "reset" }), box);
}

function whoChip(who) {
  return h("p", { class: "chip" }, t("only", { who: nameOf(who) }), " ", button(t("everybody"), () => change({ who: "" }), { class: "quiet", "data-keep": "who" }));
}

function facetBox(facet, counts, state) {
  const values = ordered(facet, counts, state[facet]);
  if (values.length === 0 || (values.length === 1 && !state[facet].size && facet !== "outcome")) return null;
  const long = values.length > SHORT + 1 && !opened.has(facet);
  const shown = long ? values.filter((value, at) => at < SHORT || state[facet].has(value)) : values;
  return h(
    "fieldset",
    null,
    h("legend", null, t(`f.${facet}`)),
    shown.map((value) => choice(facet, value, counts.get(value) || 0, state[facet].has(value))),
    long ? button(t("more", { n: values.length - shown.length }), () => { opened.add(facet); change({}); }, { class: "quiet", "data-keep": `more-${facet}` }) : null,
  );
}

/** Outcomes in their own order, the rest by how many contacts they have; what is chosen is never left out. */
function ordered(facet, counts, chosen) {
  const values = [...new Set([...counts.keys(), ...chosen])];
  if (facet === "outcome") return Object.keys(OUTCOMES).filter((value) => values.includes(value));
  return values.sort((a, b) => Number(a === "") - Number(b === "") || (counts.get(b) || 0) - (counts.get(a) || 0) || labelOf(facet, a).localeCompare(labelOf(facet, b)));
}

export function labelOf(facet, value) {
  if (value === "") return t("");
  return NAMED.has(facet) ? nameOf(value) : t(value);
}

function choice(facet, value, count, checked) {
  const input = h("input", { type: "checkbox", checked, onchange: () => toggle(facet, value), "data-keep": `${facet} ${value}`, "data-facet": facet, "data-value": value });
  return h(
    "label",
    { class: count || checked ? "choice" : "choice vain", title: facet === "outcome" ? t(`x.${value}`) : null },
    input,
    facet === "outcome" ? sample(value) : null,
    h("bdi", { class: "value" }, labelOf(facet, value)),
    h("span", { class: "count" }, count),
  );
}
