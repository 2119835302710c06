// Nothing to show: why, and each way out with what it would bring.

import { $, button, h, put } from "./dom.js";
import { labelOf } from "./facetwords.js";
import { evaluate } from "./filter.js";
import { FACETS, change, isFiltered, now, reset } from "./state.js";
import { nameOf, t } from "./words.js";

const MOST = 4;

/** Draw the box over the graph, or take it away where there is something to see. */
export function drawEmpty(view) {
  const box = $("empty");
  box.hidden = view.numbers.shown > 0;
  if (!box.hidden) put(box, h("h2", null, t("emptyTitle")), ...help(view));
}

function help(view) {
  const state = now();
  if (view.numbers.all === 0) return [h("p", null, t("emptyAll")), state.known ? button(t("later2"), () => change({ known: "" })) : null];
  if (view.timelessAt.length) return [h("p", null, t("emptyRange", { n: view.timelessAt.length })), button(t("widen"), () => change({ from: "", to: "", possible: "yes" }))];
  return [h("p", null, t("emptyFilters")), h("div", { class: "actions" }, without(state)), isFiltered(state) ? button(t("reset"), reset) : null];
}

/** A button for each filter that alone stands in the way, the most helpful first. */
function without(state) {
  const ways = [...FACETS.filter((facet) => state[facet].size).map((facet) => ofFacet(facet, state)), ...(state.who ? [ofWho(state)] : [])];
  const found = ways.map((way) => ({ ...way, n: evaluate({ ...state, ...way.patch }).shownAt.length })).filter(({ n }) => n > 0);
  return found.sort((a, b) => b.n - a.n).slice(0, MOST).map(({ what, patch, n }) => button(t("emptyWithout", { what, n }), () => change(patch)));
}

const ofFacet = (facet, state) => ({ what: `${t(`f.${facet}`)}: ${[...state[facet]].map((value) => labelOf(facet, value)).join(", ")}`, patch: { [facet]: new Set() } });
const ofWho = (state) => ({ what: t("only", { who: nameOf(state.who) }), patch: { who: "" } });
