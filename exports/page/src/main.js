// The page as a whole: state in, everything drawn out of it.

import { contacts, entities, LEVELS, page } from "./data.js";
import { drawFilters } from "./filters.js";
import { drawChannels, drawSilences, liveChannels, liveSilences } from "./lists.js";
import { exportMenu } from "./export_menu.js";
import { drawPanel } from "./panel.js";
import { drawTable, revealRow } from "./table.js";
import { drawTime } from "./time.js";
import { dated } from "./days.js";
import { drawGrip } from "./grip.js";
import { drawLegend } from "./legend.js";
import { fateText } from "./dead.js";
import { drawEmpty } from "./empty.js";
import { concerns, evaluate } from "./filter.js";
import { Graph, hint } from "./graph.js";
import { groupShown, groupsOf } from "./group.js";
import { isArrow } from "./walk.js";
import { routesSaid } from "./route_panel.js";
import { routesOf } from "./routes.js";
import { Search } from "./search.js";
import { printing } from "./print.js";
import { putTheme, themeShown, whenWishesChange } from "./theme.js";
import { tourAtFirst } from "./tour.js";
import { TABS, THEMES, change, format, listen, now, parse } from "./state.js";
import { LANGUAGES } from "./languages.js";
import { $, button, focused, h, keeping, put } from "./dom.js";
import { label, rowOf, title, when } from "./describe.js";
import { WORDS, nameOf, t, translate } from "./words.js";

let view = null;
let opener = null;

// --- what is chosen ---

/** Choose something and lead the reader to its evidence. */
function open(key) {
  opener = focused();
  change({ sel: key });
  revealRow();
  $("panel-title")?.focus({ preventScroll: false });
  $("panel").scrollTop = 0;
}

function letGo() {
  change({ sel: "", help: "no" });
  if (opener?.isConnected) opener.focus();
}

/** Help opens and closes in the place of the evidence. */
function help() {
  const opens = now().help === "no";
  opener = focused();
  change(opens ? { help: "yes", sel: "", start: "", goal: "" } : { help: "no" });
  if (opens) $("panel-title").focus();
}

const graph = new Graph(
  (key) => (key ? open(key) : change({ sel: "" })),
  (key, event) => hint(key ? told(key) : "", event),
);
const search = new Search((key) => {
  open(key);
  const id = graph.idOf(key);
  if (id) graph.reveal(id);
});

function told(key) {
  if (!contacts.has(key)) return nameOf(key);
  const row = view.shown.find((one) => one.key === key) || rowOf(key);
  const { version } = row;
  return [title(row), t(version.outcome), version.mode ? t(version.mode) : "", when(version), version.inferred ? t("inferredShort") : "", fateText(version, now())].filter(Boolean).join(" · ");
}

// --- the head of the page ---

function drawLevels() {
  const { level } = now();
  put($("levels"), LEVELS.map((one) => h("label", null, h("input", { type: "radio", name: "level", value: one, checked: one === level, "data-keep": `level-${one}`, onchange: () => change({ level: one }) }), h("span", null, t(one)))));
}

function drawTools() {
  const { lang } = now();
  putTheme(themeShown(now().theme));
  put(
    $("tools"),
    exportMenu(view, graph),
    button(t("help"), help, { class: "quiet help", "aria-expanded": String(now().help === "yes"), "data-keep": "help" }),
    languageMenu(lang),
    themeMenu(),
  );
}

function themeMenu() {
  const menu = h("select", { id: "theme", "aria-label": t("theme"), title: t("theme"), "data-keep": "theme", onchange: () => change({ theme: menu.value }) }, THEMES.map((one) => h("option", { value: one, selected: one === now().theme }, t(`th.${one}`))));
  return menu;
}

function languageMenu(lang) {
  const options = Object.entries(LANGUAGES).map(([tag, name]) => h("option", { value: tag, lang: tag, selected: tag === lang }, name));
  const menu = h("select", { id: "language", "aria-label": t("language"), title: t("language"), "data-keep": "lang", onchange: () => change({ lang: menu.value }) }, options);
  return menu;
}

/** How nodes are grouped, and the way back for those that were moved. */
function drawView() {
  const { level, pin } = now();
  const groups = groupsOf(level);
  const menu = h("select", { id: "group", "data-keep": "group", onchange: () => change({ group: menu.value }) }, groups.map((one) => h("option", { value: one, selected: one === groupShown(now()) }, t(`by.${one}`))));
  put(
    $("view"),
    pin.size ? button(t("unpinAll", { n: pin.size }), () => change({ pin: new Set() }), { class: "quiet", "data-keep": "unpinAll" }) : null,
    groups.length > 1 ? h("label", null, t("groupBy"), menu) : null,
  );
}

function drawZoom() {
  const press = (text, name, act) => button(text, act, { "aria-label": t(name), title: t(name) });
  put($("zoom"), press("+", "zoomIn", () => graph.zoom(1.3)), press("−", "zoomOut", () => graph.zoom(1 / 1.3)), press("⤢", "fit", () => graph.fit()));
}

// --- what is shown, in words ---

function drawStatus() {
  const { level } = now();
  const undrawn = view.shown.filter((row) => row.lines.length === 0).length;
  const undated = view.shown.filter((row) => !dated(row.version)).length;
  const unsure = view.shown.filter((row) => !row.certain).length;
  const lines = view.shown.reduce((sum, row) => sum + row.lines.length, 0);
  const parts = [
    t("status", { shown: view.shown.length, all: view.live.length }),
    t("lines", { n: lines }),
    unsure ? t("unsure", { n: unsure }) : "",
    undated ? t("undated", { n: undated }) : "",
    undrawn ? t(`n.${level}`, { n: undrawn }) : "",
  ];
  put($("status"), parts.filter(Boolean).join(" · "));
}

// --- the lists ---

function drawTabs() {
  const { tab } = now();
  const counts = { contacts: view.shown.length, silences: liveSilences().length, channels: liveChannels().length };
  put($("tabs"), TABS.map((name) => tabButton(name, counts[name], name === tab)));
  put($("size"), sizeButtons());
  for (const name of TABS) {
    const panel = $(name === "contacts" ? "table" : name);
    panel.hidden = name !== tab;
    panel.setAttribute("aria-labelledby", `tab-${name}`);
  }
}

function sizeButtons() {
  const large = now().list === "large";
  const closed = now().list === "closed";
  $("dock").dataset.size = now().list;
  return [
    closed ? null : button(large ? t("smaller") : t("larger"), () => change({ list: large ? "small" : "large" }), { class: "quiet", "data-keep": "size" }),
    button(closed ? t("listShow") : t("listHide"), () => change({ list: closed ? "small" : "closed" }), { class: "quiet", "aria-expanded": String(!closed), "data-keep": "list" }),
  ];
}

function tabButton(name, count, chosen) {
  return button(`${t(name)} (${count})`, () => change({ tab: name, list: now().list === "closed" ? "small" : now().list }), {
    role: "tab", id: `tab-${name}`, "data-keep": `tab-${name}`, "aria-selected": String(chosen), "aria-controls": name === "contacts" ? "table" : name, tabindex: chosen ? 0 : -1,
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = TABS[(TABS.indexOf(name) + step + TABS.length) % TABS.length];
      if (!step) return;
      change({ tab: next });
      $(`tab-${next}`).focus();
    },
  });
}

function drawLists() {
  drawTable(view, open);
  drawSilences(open);
  drawChannels(open);
}

// --- the keyboard on the canvas ---

const ACTS = { "+": () => graph.zoom(1.3), "-": () => graph.zoom(1 / 1.3), 0: () => graph.fit(), Escape: () => change({ sel: "" }), Enter: () => $("panel-title")?.focus() };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isArrow(event.key)) step(graph.neighbour(now().sel, event.key));
  else if (event.key === "." || event.key === ",") step(nextContact(event.key === "." ? 1 : -1));
  else if (Object.hasOwn(ACTS, event.key)) ACTS[event.key]();
  else return;
  event.preventDefault();
}

let around = "";

function step(key) {
  if (!key) return;
  if (entities.has(key)) around = key;
  change({ sel: key });
  revealRow();
  const id = graph.idOf(key);
  if (id) graph.reveal(id);
  put($("said"), t("selected", { what: told(key), n: view.shown.length }));
}

/** The next contact of the node that was chosen last, in the order of time. */
function nextContact(by) {
  const rows = view.shown.filter((row) => !around || concerns(row.version, row.lines, around)).sort((a, b) => (a.version.earliest < b.version.earliest ? -1 : 1));
  const at = rows.findIndex((row) => row.key === now().sel);
  return rows.length ? rows[(at + by + rows.length) % rows.length].key : "";
}

// --- all of it ---

function draw() {
  view = evaluate(now());
  view = { ...view, routes: routesOf(view, now()) };
  graph.arrange(now());
  keeping(drawAll);
  graph.resize();
  graph.show(view, now());
  announce();
}

let announced = "";

/** Say what paths were found, once. */
function announce() {
  const text = routesSaid(view.routes);
  if (text !== announced && text) put($("said"), text);
  announced = text;
}

function drawAll() {
  translate();
  drawTools();
  drawLevels();
  search.draw();
  drawZoom();
  drawView();
  drawStatus();
  drawFilters(view);
  drawTime(view, open);
  drawTabs();
  drawLists();
  drawPanel(view, open, (key) => graph.unstretched(graph.idOf(key)));
  drawGrip();
  drawLegend(view);
  drawEmpty(view);
  put($("keys"), t("keys"));
}

$("graph").addEventListener("keydown", onKey);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (now().sel || now().help === "yes") && $("panel").contains(focused())) letGo();
});
whenWishesChange(draw);
listen(draw);
draw();
printing(() => ({ view, graph }));
tourAtFirst(location.hash);

const lines = () => [...graph.contactOf.keys()].filter((id) => graph.shows(id)).sort();

// For scripts and tests: what the page shows, as keys; and the drawing itself.
globalThis.backchannel = {
  build: page.build,
  ready: () => format(parse(location.hash)) === format(now()),
  state: now,
  shown: () => view.shown.map((row) => row.key).sort(),
  drawn: () => [...new Set(lines().map((id) => graph.contactOf.get(id)))].sort(),
  lines,
  contactOf: (edge) => graph.contactOf.get(edge),
  label,
  network: graph.network,
  labels: () => graph.labels,
  words: WORDS,
};
