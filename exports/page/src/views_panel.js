// How contacts are drawn: singly, in bundles or in groups; the panel of a bundle, and the buttons that open a group.

import { groupAt, rowsOf } from "./bundled.js";
import { endsOf, isNone, takenTogether, VIEWS, viewOf } from "./bundles.js";
import { compare } from "./data.js";
import { title, when } from "./describe.js";
import { button, h } from "./dom.js";
import { OUTCOMES, sample } from "./grammar.js";
import { change, now } from "./state.js";
import { nameOf, t } from "./words.js";

/** The choice of the view. */
export function viewsMenu() {
  const { view: chosen } = now();
  const name = (one) => (one === "auto" ? t("view.auto", { view: t(`view.${viewOf("auto", now().level)}`) }) : t(`view.${one}`));
  const menu = h("select", { id: "view", "aria-label": t("views"), title: t("views"), "data-keep": "view", onchange: () => change({ view: menu.value, apart: new Set() }) }, VIEWS.map((one) => h("option", { value: one, selected: one === chosen }, name(one))));
  return [menu, now().apart.size ? button(t("closeAll"), () => change({ apart: new Set() }), { class: "quiet", "data-keep": "closeAll" }) : null];
}

/** 'By state: 12 groups, 340 bundles. Open one to see its people.' */
export function together(view) {
  const mode = viewOf(now().view, now().level);
  if (mode === "single") return "";
  const { own, bundles, inner } = takenTogether(view);
  const inside = inner.reduce((sum, one) => sum + one.lines.length, 0);
  const groups = own.all.filter((one) => one.closed).length;
  return t(mode === "groups" ? "groupsSaid" : "bundlesSaid", { n: bundles.length, groups, inside });
}

/** Opens a group, or closes it again; nothing where there is none. */
export function groupButton(key) {
  if (!groupAt(now(), key)) return null;
  const { apart } = now();
  const text = apart.has(key) ? t("closeGroup", { who: nameOf(key) }) : t("openGroup", { who: nameOf(key) });
  return button(text, () => toggleGroup(key), { "data-keep": "group" });
}

/** Open a group, or close it again; whether there was one. */
export function toggleGroup(key) {
  if (!groupAt(now(), key)) return false;
  const apart = new Set(now().apart);
  if (!apart.delete(key)) apart.add(key);
  change({ apart });
  return true;
}

const nameOfEnd = (key) => (isNone(key) ? t("noState") : nameOf(key));

/** A bundle in a few words. */
export function bundleTitle(key) {
  return endsOf(key).map(nameOfEnd).join(" – ");
}

/** The panel of a bundle: how many of each outcome, and every contact in it. */
export function bundlePanel(key, view, top, open) {
  const rows = rowsOf(view, key).map((at) => view.row(at)).sort((a, b) => compare(a.version.earliest + a.key, b.version.earliest + b.key));
  const count = (outcome) => rows.filter((row) => row.version.outcome === outcome).length;
  return [
    top(bundleTitle(key)),
    h("p", { class: "facts" }, h("b", null, t("bundleN", { n: rows.length }))),
    h("ul", { class: "plain legend" }, Object.keys(OUTCOMES).filter(count).map((outcome) => h("li", null, sample(outcome), h("span", null, `${t(outcome)}: ${count(outcome)}`)))),
    h("div", { class: "actions" }, endsOf(key).map(groupButton)),
    h("h3", null, `${t("theirContacts")} (${rows.length})`),
    h("ul", { class: "plain links" }, rows.map((row) => h("li", null, button([when(row.version), title(row), t(row.version.outcome)].join(" · "), () => open(row.key), { class: "name" })))),
  ];
}
