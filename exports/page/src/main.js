// The page as a whole: state in, everything drawn out of it.

import { contacts, entities, LEVELS, page } from "./data.js";
import { drawFilters } from "./filters.js";
import { drawChannels, drawSilences, liveChannels, liveSilences } from "./lists.js";
import { exportMenu, showExports } from "./export_menu.js";
import { drawPanel } from "./panel.js";
import { drawTable, listedKeys, revealRow } from "./table.js";
import { drawRange, drawTime } from "./time.js";
import { drawGrip } from "./grip.js";
import { drawLegend } from "./legend.js";
import { fateText } from "./dead.js";
import { drawEmpty } from "./empty.js";
import { concerns, evaluate } from "./filter.js";
import { Graph, hint } from "./graph.js";
import { isArrow } from "./walk.js";
import { routesSaid } from "./route_panel.js";
import { routesOf } from "./routes.js";
import { Search } from "./search.js";
import { printing } from "./print.js";
import { drawViews, titleOf, together, toggleGroup } from "./views_panel.js";
import { putTheme, themeShown, whenWishesChange } from "./theme.js";
import { tourAtFirst } from "./tour.js";
import { whenIdle } from "./seen.js";
import { TABS, THEMES, change, format, listen, now, parse, postpone, putAddress } from "./state.js";
import { LANGUAGES } from "./languages.js";
import { $, button, focused, h, keeping, put, unlessSame } from "./dom.js";
import { label, rowOf, title, when } from "./describe.js";
import { WORDS, count as written, t, translate } from "./words.js";

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
  change({ sel: opener?.sel || "", help: "no" });
  const node = opener?.node?.isConnected ? opener.node : document.querySelector(`[data-keep="${CSS.escape(opener?.keep || "")}"]`);
  /** @type {HTMLElement} */ (node || $("graph")).focus();
}

/** From the canvas to the evidence of what is chosen there. */
function readChosen() {
  leaveFrom(now().sel);
  $("panel-title")?.focus();
}

/** Help opens and closes in the place of the evidence. */
function help() {
  const opens = now().help === "no";
  leaveFrom("");
  change(opens ? { help: "yes", sel: "", start: "", goal: "" } : { help: "no" });
  if (opens) $("panel-title").focus();
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
  if (!contacts.has(key)) return titleOf(key, view);
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
  const { lang } = now();
  put(
    $("tools"),
    exportMenu(graph),
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

// --- the lists ---

function drawTabs() {
  const { tab, lang, list } = now();
  const counts = { contacts: view.numbers.shown, silences: liveSilences().length, channels: liveChannels().length };
  unlessSame("tabs", [tab, lang, list, counts], () => tabs(tab, counts));
}

function tabs(tab, counts) {
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
  return button(`${t(name)} (${written(count)})`, () => change({ tab: name, list: now().list === "closed" ? "small" : now().list }), {
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
  const before = view;
  view = evaluate(now());
  view.routes = routesOf(view, now());
  graph.arrange(now());
  if (before && inSteps(before.state, now())) stepInTime();
  else drawWhole();
}

function drawWhole() {
  unfinished = 0;
  keeping(drawAll);
  graph.resize();
  graph.show(view, now());
  announce();
}

const CLOCKS = new Set(["from", "to", "known", "axis"]);

/** Whether two states are of different times and else the same. */
const onlyTime = (one, other) => Object.keys(other).every((name) => CLOCKS.has(name) || one[name] === other[name]);

/** Whether a change is seen first and finished a moment later. */
const inSteps = (one, other) => Boolean(graph.many) && onlyTime(one, other);

postpone(inSteps);

let count = 0;
let unfinished = 0;

/** Of a very large graph the picture and the bar step first; what stands around them follows once that is seen and there is time. */
function stepInTime() {
  // The picture before any text: it asks for its size, and nothing that was changed yet has to be laid out for that.
  graph.show(view, now());
  showExports(view);
  drawStatus();
  drawRange(view);
  unfinished = count += 1;
  whenIdle(finish.bind(null, count));
}

/** Draw what a step left for later, unless another came meanwhile. */
function finish(number) {
  if (number !== unfinished) return;
  unfinished = 0;
  putAddress();
  keeping(drawAll);
  graph.resize();
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
  const { lang, level, theme, sel, help: helps } = now();
  unlessSame("theme", [theme], () => putTheme(themeShown(theme)));
  unlessSame("words", [lang], () => [translate(), search.draw(), drawZoom(), put($("keys"), t("keys"))]);
  unlessSame("tools", [lang, theme, Boolean(sel), helps], drawTools);
  showExports(view);
  unlessSame("levels", [lang, level], drawLevels);
  drawStatus();
  drawViews();
  drawFilters(view);
  drawTime(view, open);
  drawTabs();
  drawLists();
  drawPanel(view, open, (key) => graph.unstretched(graph.idOf(key)));
  drawGrip();
  drawLegend(view);
  drawEmpty(view);
}

$("graph").addEventListener("keydown", onKey);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (now().sel || now().help === "yes") && $("panel").contains(focused())) letGo();
});
whenWishesChange(() => [putTheme(themeShown(now().theme)), draw()]);
listen(draw);
draw();
document.body.classList.remove("starting");
graph.resize();
performance.mark("backchannel-ready");
printing(() => ({ view, graph }));
tourAtFirst(location.hash);

const lines = () => graph.drawnLines().map(([id]) => id).sort();

// For scripts and tests: what the page shows, as keys; and the drawing itself.
globalThis.backchannel = {
  build: page.build,
  ready: () => !unfinished && format(parse(location.hash)) === format(now()),
  state: now,
  shown: () => Array.from(view.shownAt, (at) => view.keyAt(at)).sort(),
  listed: () => listedKeys().sort(),
  drawn: () => [...new Set(graph.drawnLines().map(([, key]) => key))].sort(),
  lines,
  contactOf: (edge) => graph.contactOfLine(edge),
  label,
  spots: () => graph.spots(),
  network: graph.network,
  labels: () => graph.labels,
  words: WORDS,
};
