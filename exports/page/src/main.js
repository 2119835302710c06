// The page as a whole: state in, everything drawn out of it.

import { contacts, entities, LEVELS, page } from "./data.js";
import { drawFilters } from "./filters.js";
import { drawChannels, drawSilences, liveChannels, liveSilences } from "./lists.js";
import { exportMenu, showExports } from "./export_menu.js";
import { drawPanel } from "./panel.js";
import { drawTable, listedKeys, revealRow } from "./table.js";
import { drawTime } from "./time.js";
import { fateText } from "./dead.js";
import { concerns, evaluate } from "./filter.js";
import { Graph, hint } from "./graph.js";
import { isArrow } from "./walk.js";
import { routesSaid } from "./route_panel.js";
import { routesOf } from "./routes.js";
import { Search } from "./search.js";
import { rowsOf } from "./bundled.js";
import { endsOf } from "./bundles.js";
import { bundleTitle, together, toggleGroup, viewsMenu } from "./views_panel.js";
import { TABS, change, format, isFiltered, listen, now, parse, reset } from "./state.js";
import { LANGUAGES } from "./languages.js";
import { $, button, focused, h, keeping, put, unlessSame } from "./dom.js";
import { label, rowOf, title, when } from "./describe.js";
import { WORDS, nameOf, t, translate } from "./words.js";

let view = null;
// Where one was before one went to the evidence; drawing anew may put another element in its place.
let opener = null;

// --- what is chosen ---

/** Choose something and lead the reader to its evidence; what is opened from there leads back to the same place. */
function open(key) {
  if (!$("panel").contains(focused())) leaveFrom("");
  change({ sel: key });
  revealRow();
  $("panel-title")?.focus({ preventScroll: false });
  $("panel").scrollTop = 0;
}

/** Remember where one is, and what is to be chosen when one comes back. */
function leaveFrom(sel) {
  opener = { node: focused(), keep: focused()?.dataset.keep, sel };
}

function letGo() {
  change({ sel: opener?.sel || "" });
  const node = opener?.node?.isConnected ? opener.node : document.querySelector(`[data-keep="${CSS.escape(opener?.keep || "")}"]`);
  /** @type {HTMLElement} */ (node || $("graph")).focus();
}

/** From the canvas to the evidence of what is chosen there. */
function readChosen() {
  leaveFrom(now().sel);
  $("panel-title")?.focus();
}

const graph = new Graph(
  (key) => (key ? open(key) : change({ sel: "" })),
  (key, event) => hint(key ? told(key) : "", event),
  toggleGroup,
);
const search = new Search((key) => {
  open(key);
  const id = graph.idOf(key);
  if (id) graph.reveal(id);
});

function told(key) {
  if (endsOf(key)) return `${bundleTitle(key)}: ${t("bundleN", { n: rowsOf(view, key).length })}`;
  if (!contacts.has(key)) return nameOf(key);
  const row = view.shows(key) ? view.find(key) : rowOf(key);
  const { version } = row;
  return [title(row), t(version.outcome), version.mode ? t(version.mode) : "", when(version), version.inferred ? t("inferredShort") : "", fateText(version, now())].filter(Boolean).join(" · ");
}

// --- the head of the page ---

function drawLevels() {
  const { level } = now();
  put($("levels"), LEVELS.map((one) => h("label", null, h("input", { type: "radio", name: "level", value: one, checked: one === level, "data-keep": `level-${one}`, onchange: () => change({ level: one }) }), h("span", null, t(one)))));
}

function drawTools() {
  const { theme, lang } = now();
  const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  put(
    $("tools"),
    exportMenu(graph),
    button(t("help"), () => { change({ sel: "", start: "", goal: "" }); $("panel").classList.add("open"); $("panel-title").focus(); }, { class: "quiet help", "data-keep": "help" }),
    languageMenu(lang),
    button(dark ? t("light") : t("dark"), () => change({ theme: dark ? "light" : "dark" }), { class: "quiet", "data-keep": "theme" }),
  );
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function languageMenu(lang) {
  const options = Object.entries(LANGUAGES).map(([tag, name]) => h("option", { value: tag, lang: tag, selected: tag === lang }, name));
  const menu = h("select", { id: "language", "aria-label": t("language"), title: t("language"), "data-keep": "lang", onchange: () => change({ lang: menu.value }) }, options);
  return menu;
}

function drawZoom() {
  const press = (text, name, act) => button(text, act, { "aria-label": t(name), title: t(name) });
  put($("zoom"), press("+", "zoomIn", () => graph.zoom(1.3)), press("−", "zoomOut", () => graph.zoom(1 / 1.3)), press("⤢", "fit", () => graph.fit()));
}

// --- what is shown, in words ---

function drawStatus() {
  const { level } = now();
  const { shown, all, lines, undrawn, undated, unsure } = view.numbers;
  const parts = [
    t("status", { shown, all }),
    t("lines", { n: lines }),
    unsure ? t("unsure", { n: unsure }) : "",
    undated ? t("undated", { n: undated }) : "",
    undrawn ? t(`n.${level}`, { n: undrawn }) : "",
    together(view),
  ];
  put($("status"), parts.filter(Boolean).join(" · "));
}

function drawEmpty() {
  const box = $("empty");
  box.hidden = view.numbers.shown > 0;
  if (!box.hidden) put(box, h("h2", null, t("emptyTitle")), ...emptyHelp());
}

function emptyHelp() {
  const state = now();
  if (view.numbers.all === 0) return [h("p", null, t("emptyAll")), state.known ? button(t("later2"), () => change({ known: "" })) : null];
  if (view.timelessAt.length) return [h("p", null, t("emptyRange", { n: view.timelessAt.length })), button(t("widen"), () => change({ from: "", to: "", possible: "yes" }))];
  return [h("p", null, t("emptyFilters")), isFiltered(state) ? button(t("reset"), reset) : null];
}

// --- the lists ---

function drawTabs() {
  const { tab, lang, list } = now();
  const counts = { contacts: view.numbers.shown, silences: liveSilences().length, channels: liveChannels().length };
  unlessSame("tabs", [tab, lang, list, counts], () => tabs(tab, counts));
}

function tabs(tab, counts) {
  put($("tabs"), TABS.map((name) => tabButton(name, counts[name], name === tab)));
  put($("size"), sizeButton());
  for (const name of TABS) {
    const panel = $(name === "contacts" ? "table" : name);
    panel.hidden = name !== tab;
    panel.setAttribute("aria-labelledby", `tab-${name}`);
  }
}

function sizeButton() {
  const large = now().list === "large";
  document.querySelector("main").classList.toggle("tall", large);
  return button(large ? t("smaller") : t("larger"), () => change({ list: large ? "small" : "large" }), { class: "quiet", "data-keep": "size" });
}

function tabButton(name, count, chosen) {
  return button(`${t(name)} (${count})`, () => change({ tab: name }), {
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

const ACTS = { "+": () => graph.zoom(1.3), "-": () => graph.zoom(1 / 1.3), 0: () => graph.fit(), Escape: () => change({ sel: "" }), Enter: () => toggleGroup(now().sel) || readChosen() };

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
  put($("said"), t("selected", { what: told(key), n: view.numbers.shown }));
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
  view.routes = routesOf(view, now());
  keeping(drawAll);
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
  const { lang, level, theme, sel } = now();
  unlessSame("words", [lang], () => [translate(), search.draw(), drawZoom(), put($("keys"), t("keys"))]);
  unlessSame("tools", [lang, theme, Boolean(sel)], drawTools);
  showExports(view);
  unlessSame("levels", [lang, level], drawLevels);
  drawStatus();
  unlessSame("views", [lang, level, now().view, now().apart.size], () => put($("views"), viewsMenu()));
  drawFilters(view);
  drawTime(view, open);
  drawTabs();
  drawLists();
  drawPanel(view, open);
  drawEmpty();
}

$("graph").addEventListener("keydown", onKey);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && now().sel && $("panel").contains(focused())) letGo();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => [drawTools(), draw()]);
listen(draw);
draw();
document.body.classList.remove("starting");
graph.resize();
performance.mark("backchannel-ready");

const lines = () => graph.drawnLines().map(([id]) => id).sort();

// For scripts and tests: what the page shows, as keys; and the drawing itself.
globalThis.backchannel = {
  build: page.build,
  ready: () => format(parse(location.hash)) === format(now()),
  state: now,
  shown: () => Array.from(view.shownAt, (at) => view.keyAt(at)).sort(),
  listed: () => listedKeys().sort(),
  drawn: () => [...new Set(graph.drawnLines().map(([, key]) => key))].sort(),
  lines,
  contactOf: (edge) => graph.contactOfLine(edge),
  label,
  spots: () => graph.spots(),
  network: graph.network,
  words: WORDS,
};
