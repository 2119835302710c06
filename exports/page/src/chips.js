// What is chosen, as a row of chips; each takes its filter away.

import { button, focused, h } from "./dom.js";
import { labelLanguage, labelOf } from "./facetwords.js";
import { FACETS, change, now, toggle } from "./state.js";
import { languageOf, nameOf, t } from "./words.js";

/** The row; nothing where nothing is chosen. */
export function chips() {
  const all = chosen(now());
  if (!all.length) return null;
  return h("section", { class: "chips", "aria-labelledby": "chosen" }, h("h2", { id: "chosen" }, t("chosen")), h("ul", { class: "plain", role: "list" }, all.map((one, at) => h("li", null, chip(one, at)))));
}

/** Everything that narrows what is shown: what it is about, its value, and how to take it away. */
function chosen(state) {
  const day = (name, word) => (state[name] ? [{ keep: name, about: t(word), value: state[name], remove: () => change({ [name]: "" }) }] : []);
  return [
    ...(state.who ? [{ keep: "who", about: t("who"), value: nameOf(state.who), language: languageOf(state.who), remove: () => change({ who: "" }) }] : []),
    ...day("from", "from"),
    ...day("to", "to"),
    ...(state.possible === "no" ? [{ keep: "possible", about: "", value: t("onlySure"), remove: () => change({ possible: "yes" }) }] : []),
    ...day("known", "knownBy"),
    ...FACETS.flatMap((facet) => [...state[facet]].map((value) => ofFacet(facet, value))),
  ];
}

const ofFacet = (facet, value) => ({ keep: `${facet} ${value}`, about: t(`f.${facet}`), value: labelOf(facet, value), language: labelLanguage(facet, value), remove: () => toggle(facet, value) });

function chip({ keep, about, value, remove, language = null }, at) {
  const away = () => { remove(); refocus(at); };
  const onkeydown = (event) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    away();
  };
  const text = [about ? `${about}: ` : "", h("bdi", { dir: "auto", lang: language }, value), h("span", { "aria-hidden": "true" }, "\u00a0×"), h("span", { class: "unseen" }, `, ${t("takeAway")}`)];
  return button(text, away, { class: "chip", "data-keep": `chip ${keep}`, onkeydown });
}

/** The keyboard stays in the row: at the chip that took the place, at the last one, or at the filters. */
function refocus(at) {
  const left = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#filters .chip"));
  const next = left[Math.min(at, left.length - 1)] || document.querySelector("#filters summary");
  if (next && next !== focused()) /** @type {HTMLElement} */ (next).focus();
}
