// Paths in the panel: from whom to whom, in which order, and each path step by step.

import { compare, countAbout, entities, LEVELS } from "./data.js";
import { moment } from "./days.js";
import { $, button, h } from "./dom.js";
import { toPanel } from "./panel_top.js";
import { when } from "./describe.js";
import { nodeKeys } from "./near.js";
import { Search } from "./search.js";
import { change, now } from "./state.js";
import { nameOf, t } from "./words.js";

let picker = null;
const holder = h("div", { class: "picker" });

/** The button that begins a path at somebody, where they are drawn. */
export function pathButton(key) {
  return nodeKeys(now().level).has(key) ? button(t("pathTo"), () => begin(key), { "data-keep": "pathTo" }) : null;
}

function begin(key) {
  change({ start: key, goal: "", route: "1", sel: "" });
  $("goal").focus();
}

function pick(key) {
  change({ goal: key, route: "1", sel: "" });
  $("panel-title").focus();
}

/** The way back from a contact to the path it belongs to. */
export function backToPath() {
  const { start, goal, sel } = now();
  return start && goal && sel ? h("p", null, button(`← ${t("paths")}: ${nameOf(start)} – ${nameOf(goal)}`, () => { change({ sel: "" }); toPanel(); }, { class: "name", "data-keep": "back" })) : null;
}

/** The panel of paths; `open` leads to a contact and its claims. */
export function routePanel(view, open) {
  const { start, goal } = now();
  return [heading(start, goal), view.routes.goal ? [note(view), order(), ...found(view, open), other()] : choose()];
}

function heading(start, goal) {
  const text = goal ? `${t("paths")}: ${nameOf(start)} – ${nameOf(goal)}` : t("pathFrom", { who: nameOf(start) });
  return h("div", { class: "top" }, h("h2", { tabindex: -1, id: "panel-title", dir: "auto" }, text), button("×", () => change({ start: "", goal: "", route: "1" }), { class: "quiet close", "aria-label": t("closePaths"), title: t("closePaths") }));
}

function choose() {
  picker ||= new Search(pick, { box: holder, id: "goal", name: "goals", wanted: (key) => nodeKeys(now().level).has(key) && key !== now().start });
  picker.draw();
  return [h("p", null, h("label", { for: "goal" }, t("pathChoose"))), holder];
}

const other = () => h("p", null, button(t("pathOther"), () => begin(now().start), { class: "quiet", "data-keep": "pathOther" }));

// By which contacts: what the range, the clock and the switch leave.
const note = (view) => h("p", { class: "note" }, t(now().possible === "yes" ? "pathByPossible" : "pathByCertain", { n: view.shown.filter((row) => row.version.outcome === "held").length }));

function order() {
  const choice = (value) => h("label", { class: "choice" }, h("input", { type: "radio", name: "order", value, checked: now().order === value, "data-keep": `order-${value}`, onchange: () => change({ order: value, route: "1" }) }), h("span", { class: "value" }, t(`order.${value}`)));
  return h("fieldset", { class: "order" }, h("legend", null, t("order")), choice("any"), choice("time"));
}

function found(view, open) {
  const { routes } = view;
  if (!routes.ready) return unready(routes);
  const stopped = routes.groups.some((group) => group.stopped) ? h("p", { class: "note" }, t("pathStopped")) : null;
  if (!routes.all.length) return [h("p", null, t(now().order === "time" ? "pathNoneTimed" : "pathNone")), stopped];
  let at = 0;
  return [...routes.groups.map((group) => section(group, group.paths.map((path) => ({ path, number: (at += 1) })), view, open)), stopped];
}

/** Where an end isn't drawn at this level, the level at which it is. */
function unready({ start, goal }) {
  const missing = [start, goal].filter((key) => !nodeKeys(now().level).has(key));
  const levels = [...new Set(missing.map((key) => entities.get(key)?.kind))].filter((kind) => LEVELS.includes(kind));
  return [h("p", null, t("pathUndrawn", { who: missing.map(nameOf).join(", ") })), h("p", null, levels.map((level) => button(t("goTo", { level: t(level) }), () => change({ level }))))];
}

function section(group, numbered, view, open) {
  if (!numbered.length) return null;
  const count = group.more ? t("pathFirst", { n: numbered.length }) : String(numbered.length);
  return h("section", null, h("h3", null, `${t(`path.${group.truth}`)} (${count})`), h("p", { class: "note" }, t("pathLength", { n: group.length })), h("ol", { class: "plain paths" }, numbered.map(({ path, number }) => one(path, number, view, open))));
}

// In time a path leads one way; in any order it leads both.
const arrow = () => (now().order === "time" ? " → " : " – ");

function one(path, number, view, open) {
  const chosen = path.nodes === view.routes.chosen?.nodes;
  const name = path.nodes.map(nameOf).join(arrow());
  return h("li", { class: chosen ? "path chosen" : "path" }, button(name, () => change({ route: String(number) }), { class: "name", dir: "auto", "aria-pressed": String(chosen), "data-keep": `route-${number}` }), chosen ? h("ol", { class: "hops" }, path.steps.map((contacts, at) => step(path, at, contacts, view, open))) : null);
}

function step(path, at, contacts, view, open) {
  const rows = contacts.map((key) => view.shown.find((row) => row.key === key)).sort((a, b) => compare(a.version.earliest + a.key, b.version.earliest + b.key));
  return h("li", null, h("bdi", null, nameOf(path.nodes[at])), arrow(), h("bdi", null, nameOf(path.nodes[at + 1])), h("ul", { class: "plain links" }, rows.map((row) => h("li", null, button(said(row), () => open(row.key), { class: "name", "data-keep": `step-${at}-${row.key}` })))));
}

function said(row) {
  const { version } = row;
  const claims = countAbout(row.key, moment(now().known));
  return [when(version), t(version.outcome), version.mode ? t(version.mode) : "", t("claimsN", { n: claims }), version.status === "contested" ? `≠ ${t("contested")}` : "", row.certain ? "" : t("maybe")].filter(Boolean).join(" · ");
}

/** What was found, in a sentence, for those who hear the page. */
export function routesSaid(routes) {
  if (!routes?.ready) return "";
  if (!routes.all.length) return t(now().order === "time" ? "pathNoneTimed" : "pathNone");
  return t("pathSaid", { n: routes.all.length, from: nameOf(routes.start), to: nameOf(routes.goal), path: routes.chosen.nodes.map(nameOf).join(arrow()) });
}
