// Help: how to read the page, in the place of the evidence.

import { button, h } from "./dom.js";
import { OUTCOMES, deadSample, sample } from "./grammar.js";
import { top } from "./panel_top.js";
import { MANY } from "./place.js";
import { t } from "./words.js";
import { startTour } from "./tour.js";

const KINDS = ["person", "office", "state", "organisation", "party"];

/** What the panel shows as help. */
export function helpPanel() {
  return [
    top(t("introTitle")),
    h("div", { class: "actions" }, button(t("tourAgain"), startTour, { "data-keep": "tour" })),
    h("p", null, t("intro3")),
    h("h3", null, t("helpLines")),
    h("p", null, t("intro1")),
    h("ul", { class: "plain legend" }, Object.keys(OUTCOMES).map(outcome), h("li", null, deadSample(), h("span", null, t("deadLegend")))),
    h("p", null, t("intro2")),
    h("h3", null, t("shapes")),
    h("ul", { class: "plain legend" }, KINDS.map((kind) => h("li", null, h("span", { class: `shape ${kind}`, "aria-hidden": "true" }), t(`k.${kind}`)))),
    h("p", null, t("helpMove", { many: MANY })),
    h("h3", null, t("helpTime")),
    h("p", null, t("intro4")),
    h("p", null, t("laneLegend")),
    h("h3", null, t("helpKeys")),
    h("p", null, t("keys")),
  ];
}

const outcome = (name) => h("li", null, sample(name), h("span", null, h("b", null, t(name)), ` – ${t(`x.${name}`)}`));
