// How contacts are drawn: singly, in bundles or in groups; the panel of a bundle, and the buttons that open a group.

import { rowsIn, rowsOf } from "./bundled.js";
import { endsOf, groupAt, isGroup, isSingle, takenTogether, VIEWS, viewOf } from "./bundles.js";
import { compare } from "./data.js";
import { title, when } from "./describe.js";
import { $, button, h, put, unlessSame } from "./dom.js";
import { OUTCOMES, sample } from "./grammar.js";
import { groupShown, groupsOf } from "./group.js";
import { groupName } from "./group_name.js";
import { top } from "./panel_top.js";
import { change, now } from "./state.js";
import { nameOf, t } from "./words.js";

/** The choice of the view and of the groups, and the ways back: for groups that were opened and for nodes that were moved. */
export function drawViews() {
  const { lang, level, view, apart, group, pin } = now();
  unlessSame("views", [lang, level, view, apart.size, group, pin.size], () => [put($("views"), viewsMenu(), groupsMenu()), put($("back"), back())]);
}

function back() {
  const { apart, pin } = now();
  return [
    apart.size ? button(t("closeAll"), () => change({ apart: new Set() }), { class: "quiet", "data-keep": "closeAll" }) : null,
    pin.size && isSingle(now()) ? button(t("unpin"), () => change({ pin: new Set() }), { class: "quiet", "aria-label": t("unpinAll", { n: pin.size }), title: t("unpinAll", { n: pin.size }), "data-keep": "unpinAll" }) : null,
  ];
}

function viewsMenu() {
  const { view: chosen } = now();
  const name = (one) => (one === "auto" ? t("view.auto", { view: t(`view.${viewOf("auto", now().level)}`) }) : t(`view.${one}`));
  const menu = h("select", { id: "view", "aria-label": t("views"), title: t("views"), "data-keep": "view", onchange: () => change({ view: menu.value, apart: new Set() }) }, VIEWS.map((one) => h("option", { value: one, selected: one === chosen }, name(one))));
  return menu;
}

function groupsMenu() {
  const groups = groupsOf(now().level);
  const menu = h("select", { id: "group", "data-keep": "group", onchange: () => change({ group: menu.value, apart: new Set() }) }, groups.map((one) => h("option", { value: one, selected: one === groupShown(now()) }, t(`by.${one}`))));
  return groups.length > 1 ? h("label", null, t("groupBy"), menu) : null;
}

/** '12 groups, 340 bundles; open one to see its people.' */
export function together(view) {
  const mode = viewOf(now().view, now().level);
  if (mode === "single") return "";
  const { own, bundles, inner } = takenTogether(view);
  const inside = inner.reduce((sum, one) => sum + one.lines.length, 0);
  const groups = own.all.filter((one) => one.closed).length;
  return t(mode === "groups" ? "groupsSaid" : "bundlesSaid", { n: bundles.length, groups, inside, by: t(`by.${groupShown(now())}`) });
}

/** Opens a group, or closes it again; nothing where there is none. */
export function groupButton(key) {
  if (!groupAt(now(), key)) return null;
  const { apart } = now();
  const text = apart.has(key) ? t("closeGroup", { who: nameOfEnd(key) }) : t("openGroup", { who: nameOfEnd(key) });
  return button(text, () => toggleGroup(key), { "data-keep": "openGroup" });
}

/** Open a group, or close it again; whether there was one. */
export function toggleGroup(key) {
  if (!groupAt(now(), key)) return false;
  const apart = new Set(now().apart);
  if (!apart.delete(key)) apart.add(key);
  change({ apart });
  return true;
}

const nameOfEnd = (key) => (isGroup(key) ? groupName(key, groupShown(now())) : nameOf(key));

/** A bundle, a group or whatever has a name in a few words. */
export function titleOf(key, view) {
  return endsOf(key) ? `${bundleTitle(key)}: ${t("bundleN", { n: rowsOf(view, key).length })}` : nameOfEnd(key);
}

const bundleTitle = (key) => endsOf(key).map(nameOfEnd).join(" – ");

/** The panel of a bundle: how many of each outcome, and every contact in it. */
export function bundlePanel(key, view, open) {
  return [top(bundleTitle(key)), ...taken(rowsOf(view, key), view, endsOf(key), open)];
}

/** The panel of a group that is nothing else besides. */
export function groupPanel(key, view, open) {
  return [top(nameOfEnd(key)), ...taken(rowsIn(view, key), view, [key], open)];
}

function taken(places, view, groups, open) {
  const rows = places.map((at) => view.row(at)).sort((a, b) => compare(a.version.earliest + a.key, b.version.earliest + b.key));
  const count = (outcome) => rows.filter((row) => row.version.outcome === outcome).length;
  return [
    h("p", { class: "facts" }, h("b", null, t("bundleN", { n: rows.length }))),
    h("ul", { class: "plain legend" }, Object.keys(OUTCOMES).filter(count).map((outcome) => h("li", null, sample(outcome), h("span", null, `${t(outcome)}: ${count(outcome)}`)))),
    h("div", { class: "actions" }, groups.map(groupButton)),
    h("h3", null, `${t("theirContacts")} (${rows.length})`),
    h("ul", { class: "plain links" }, rows.map((row) => h("li", null, button([when(row.version), title(row), t(row.version.outcome)].join(" · "), () => open(row.key), { class: "name" })))),
  ];
}
