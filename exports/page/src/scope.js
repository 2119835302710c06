// What an export shows, in words: range, clock, filters, paths, numbers, build.

import { page } from "./data.js";
import { labelOf } from "./facetwords.js";
import { isSingle } from "./bundles.js";
import { groupShown } from "./group.js";
import { nodeKeys } from "./near.js";
import { places } from "./pins.js";
import { FACETS, now } from "./state.js";
import { nameOf, t } from "./words.js";
import { isolated, plain } from "./xml.js";

/** The scope as sentences, in the language of the interface. */
export function scopeOf(view) {
  const state = now();
  const { shown, all, lines } = view.numbers;
  return [
    [t("s.level", { level: t(state.level) }), range(state), t(state.known ? "s.known" : "s.everything", { day: state.known })].join(" · "),
    ...arranged(state),
    ...chosen(state),
    path(view),
    [t("s.count", { shown, all, lines }), t("s.build", { build: plain(page.build) })].join(" · "),
  ].filter(Boolean);
}

function arranged(state) {
  const group = groupShown(state);
  const moved = isSingle(state) ? [...places(state.pin).keys()].filter((key) => nodeKeys(state.level).has(key)).length : 0;
  const words = [group === "state" ? "" : t("s.group", { group: t(`by.${group}`) }), moved ? t("s.moved", { n: moved }) : ""].filter(Boolean);
  return words.length ? [words.join(" · ")] : [];
}

function range(state) {
  const { from, to, possible } = state;
  const days = from || to ? t("s.range", { from: from || t("s.open"), to: to || t("s.open") }) : t("s.whole");
  return `${days} (${t(possible === "yes" ? "s.possible" : "s.certain")})`;
}

function chosen(state) {
  const drawn = nodeKeys(state.level);
  const names = (set) => [...set].filter((key) => drawn.has(key)).sort().map((key) => isolated(nameOf(key))).join(", ");
  return [
    ...FACETS.filter((facet) => state[facet].size).map((facet) => `${t(`f.${facet}`)}: ${[...state[facet]].sort().map((value) => isolated(labelOf(facet, value))).join(", ")}`),
    state.who ? t("only", { who: isolated(nameOf(state.who)) }) : "",
    drawn.has(state.focus) ? t(`around.${state.reach}`, { who: isolated(nameOf(state.focus)) }) : "",
    names(state.hide) ? `${t("hidden")} ${names(state.hide)}` : "",
    names(state.fold) ? `${t("folded")} ${names(state.fold)}` : "",
  ].filter(Boolean);
}

const path = (view) => (view.routes?.chosen ? t("s.path", { path: view.routes.chosen.nodes.map((key) => isolated(nameOf(key))).join(" – ") }) : "");
