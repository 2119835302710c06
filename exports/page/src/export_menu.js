// The menu of exports: what is shown, or chosen, as a picture, a drawing, a table, statements, a graph.

import { page } from "./data.js";
import { csv } from "./csv.js";
import { copyButton } from "./clip.js";
import { $, button, h, put, retext } from "./dom.js";
import { fileName, save } from "./download.js";
import { graphml } from "./graphml.js";
import { picture } from "./picture.js";
import { png } from "./png.js";
import { scopeOf } from "./scope.js";
import { sparql } from "./sparql.js";
import { now } from "./state.js";
import { svg } from "./svg.js";
import { claimsOf, turtle } from "./turtle.js";
import { t } from "./words.js";

let opened = false;

/** The drawing of what is shown, as every export has it. */
export const drawingOf = (view, graph) => picture(graph, { heading: document.title, scope: scopeOf(view) });
const statements = (view, selection) => turtle(claimsOf(view, selection), [document.title, ...scopeOf(view), ...(selection ? [selection] : [])]);

/** Each export: the word for it, the file, and what goes into it. */
const WAYS = {
  png: { word: "asPng", file: () => [now().level, "png"], type: "image/png", make: (view, graph) => png(drawingOf(view, graph)) },
  svg: { word: "asSvg", file: () => [now().level, "svg"], type: "image/svg+xml", make: (view, graph) => svg(drawingOf(view, graph), now().lang) },
  csv: { word: "asCsv", file: () => ["contacts", "csv"], type: "text/csv", make: (view) => csv(view) },
  rq: { word: "asSparql", file: () => ["contacts", "rq"], type: "application/sparql-query", make: (view) => sparql(view, fileName(page.build, "contacts", "rq")) },
  ttl: { word: "asTurtle", file: () => ["claims", "ttl"], type: "text/turtle", make: (view) => statements(view, "") },
  chosen: { word: "asTurtleSel", file: () => ["selection", "ttl"], type: "text/turtle", make: (view) => statements(view, now().sel), only: () => now().sel },
  graphml: { word: "asGraphml", file: () => [now().level, "graphml"], type: "application/graphml+xml", make: (view) => graphml(view, now().level, scopeOf(view)) },
};

let shown = null;
const what = h("p", { class: "note" });

/** What is shown now: that is what is exported. */
export function showExports(view) {
  shown = view;
  retext(what, t("exportWhat", { n: view.numbers.shown }));
}

async function run(way, graph) {
  const name = fileName(page.build, ...way.file());
  save(name, await way.make(shown, graph), way.type);
  put($("said"), t("saved", { name }));
}

/** The button of the menu and, when it is open, the menu. */
export function exportMenu(graph) {
  const ways = Object.entries(WAYS).filter(([, way]) => !way.only || way.only());
  const list = h(
    "div",
    { id: "exports", role: "group", "aria-label": t("exportAsShown"), hidden: !opened },
    what,
    ways.map(([name, way]) => button(t(way.word), () => run(way, graph), { class: "quiet", "data-export": name, "data-keep": `export-${name}` })),
    copyButton("copyLink", () => location.href, { class: "quiet", "data-keep": "copyLink" }),
  );
  const press = button(t("export"), () => show(!opened), { class: "quiet", id: "export", "aria-expanded": String(opened), "aria-controls": "exports", "data-keep": "export" });
  return h("div", { class: "menu", onkeydown: (event) => { if (event.key === "Escape" && opened) { event.stopPropagation(); show(false); $("export").focus(); } } }, press, list);
}

function show(open) {
  opened = open;
  if (!$("exports")) return;
  $("exports").hidden = !open;
  $("export").setAttribute("aria-expanded", String(open));
}

document.addEventListener("pointerdown", (event) => {
  if (opened && !/** @type {Element} */ (event.target).closest(".menu")) show(false);
});
