// Around one node: focus, hide, fold and open its neighbours; and what of it is in force, with the way back.

import { button, h } from "./dom.js";
import { toPanel } from "./panel_top.js";
import { inSight, leaves, narrows, neighbours, nodeKeys } from "./near.js";
import { change, KEYED, now } from "./state.js";
import { nameOf, t } from "./words.js";

const without = (set, ...gone) => new Set([...set].filter((key) => !gone.includes(key)));

/** What can be done with a node, for its panel. */
export function nearButtons(key, view) {
  const state = now();
  const all = nodeKeys(state.level);
  if (!all.has(key)) return null;
  const next = neighbours(view.within);
  const of = (one) => [...(next.get(one) || [])];
  const seen = inSight(state, view.within) || all;
  const hanging = leaves(key, seen, of).filter((one) => one !== state.focus && !state.fold.has(one));
  return [focusButtons(key, state), foldButton(key, hanging, state), openButton(key, of(key).filter((one) => !seen.has(one)), state), hideButton(key, state)];
}

function focusButtons(key, state) {
  if (state.focus !== key) return button(t("focusOn"), () => change({ focus: key, grow: new Set(), hide: without(state.hide, key) }), { "data-keep": "focus" });
  const step = (reach) => button(t(`reach.${reach}`), () => change({ reach }), { "aria-pressed": String(state.reach === reach), "data-keep": `reach-${reach}` });
  return [step("1"), step("2"), button(t("focusOff"), () => change({ focus: "", grow: new Set() }), { "data-keep": "focus" })];
}

function foldButton(key, hanging, state) {
  if (state.fold.has(key) || !hanging.length) return null;
  return button(t("foldN", { n: hanging.length }), () => change({ fold: new Set([...state.fold, key]), grow: without(state.grow, key) }), { title: t("foldHint"), "data-keep": "fold" });
}

function openButton(key, missing, state) {
  if (!missing.length) return null;
  const grow = state.focus ? new Set([...state.grow, key]) : state.grow;
  return button(t("openN", { n: missing.length }), () => change({ grow, fold: without(state.fold, key), hide: without(state.hide, ...missing) }), { "data-keep": "fold" });
}

function hideButton(key, state) {
  const hide = () => { change({ hide: new Set([...state.hide, key]), focus: state.focus === key ? "" : state.focus, sel: "" }); toPanel(); };
  return state.hide.has(key) ? button(t("unhide"), () => change({ hide: without(state.hide, key) }), { "data-keep": "hide" }) : button(t("hide"), hide, { "data-keep": "hide" });
}

/** What is left out of sight at this level, for the filters. */
export function nearChips() {
  const state = now();
  if (!narrows(state)) return null;
  const here = (set) => [...set].filter((key) => nodeKeys(state.level).has(key)).sort();
  const [hide, fold] = [here(state.hide), here(state.fold)];
  const back = (set, key) => button("×", () => change({ [set]: without(state[set], key) }), { class: "quiet", "aria-label": t("backOne", { who: nameOf(key) }), title: t("backOne", { who: nameOf(key) }), "data-keep": `${set} ${key}` });
  return h(
    "div",
    { class: "chip near" },
    nodeKeys(state.level).has(state.focus) ? h("p", null, t(`around.${state.reach}`, { who: nameOf(state.focus) })) : null,
    hide.length ? h("p", null, `${t("hidden")} `, hide.map((key) => h("span", { class: "one" }, h("bdi", null, nameOf(key)), back("hide", key)))) : null,
    fold.length ? h("p", null, `${t("folded")} `, fold.map((key) => h("span", { class: "one" }, h("bdi", null, nameOf(key)), back("fold", key)))) : null,
    button(t("backAll"), bringBack, { "data-keep": "backAll" }),
  );
}

/** All nodes in sight again. */
export function bringBack() {
  change({ focus: "", reach: "1", ...Object.fromEntries(KEYED.map((name) => [name, new Set()])) });
}
