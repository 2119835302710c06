// How an outcome looks: told apart by dashes and ends, with colour only as a second voice.

import { s } from "./dom.js";

// dashes: lengths of line and gap; width: thinner than 1.6 pixels a line may fall between two rows of the screen and be
// paler than WCAG 2.2 asks of graphics; end: vis-network's arrow type, or '' for a bare end.
export const OUTCOMES = {
  held: { dashes: [], width: 2.4, end: "arrow" },
  attempted: { dashes: [10, 6], width: 2, end: "vee" },
  refused: { dashes: [2, 5], width: 2.4, end: "bar" },
  ignored: { dashes: [2, 7], width: 2.2, end: "curve" },
  cancelled: { dashes: [12, 6, 2, 6], width: 1.6, end: "box" },
  proposed: { dashes: [16, 9], width: 1.6, end: "vee" },
};

// The shape of a node by what it stands for, by vis-network's names.
export const SHAPES = { person: "dot", office: "square", state: "hexagon", organisation: "diamond", party: "dot", channel: "diamond" };

export const outcomeStyle = (outcome) => OUTCOMES[outcome] || OUTCOMES.proposed;

/** How an edge is drawn in vis-network's terms. `paint` gives the theme's colours, `fate` what became of its channel. */
export function edgeStyle(edge, version, { certain, dimmed, paint, fate }) {
  const look = outcomeStyle(version.outcome);
  const colour = paint(`--${version.outcome}`) || paint("--proposed");
  return {
    hidden: false,
    dashes: look.dashes.length ? look.dashes : false,
    width: certain ? look.width : look.width * 0.75,
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: (certain ? 1 : 0.55) * (dimmed ? 0.22 : 1) * (fate ? 0.8 : 1) },
    arrows: arrows(edge.way, look.end),
    label: (!dimmed && [version.status === "contested" ? "≠" : "", deathMark(fate)].filter(Boolean).join(" ")) || NO_MARK,
    font: { size: 17, color: paint("--ink"), strokeWidth: 4, strokeColor: paint("--paper"), align: "middle" },
  };
}

// An empty label would leave the last one standing: vis-network takes it for none given.
const NO_MARK = " ";

/** What strikes out a line whose channel is dead, or possibly so. */
const deathMark = (fate) => (fate ? (fate.certain ? "✕" : "✕?") : "");

// An undirected contact has no arrow; a refusal whose side nobody states stands as a bar in the middle.
function arrows(way, end) {
  const head = { enabled: true, type: end, scaleFactor: end === "bar" ? 0.9 : end === "box" ? 0.4 : 0.65 };
  if (way > 0) return { to: head };
  if (way < 0) return { from: head };
  return end === "bar" || end === "curve" ? { middle: head } : {};
}

/** The same line as a small picture, for lists and the legend. */
export function sample(outcome, extra = "") {
  const look = outcomeStyle(outcome);
  const line = s("line", { x1: 2, y1: 8, x2: look.end === "box" ? 38 : 36, y2: 8, "stroke-width": look.width, "stroke-dasharray": look.dashes.join(" ") || null });
  return s("svg", { class: `sample ${outcome} ${extra}`, width: 46, height: 16, viewBox: "0 0 46 16", "aria-hidden": "true" }, line, head(look.end));
}

function head(end) {
  if (end === "bar") return s("path", { d: "M38 2V14", "stroke-width": 3 });
  if (end === "curve") return s("path", { d: "M37 2a6 6 0 0 1 0 12", "stroke-width": 2 });
  if (end === "box") return s("path", { d: "M38 5h6v6h-6z", class: "full" });
  if (end === "vee") return s("path", { d: "M34 3l9 5-9 5 3-5z", class: "full" });
  return s("path", { d: "M34 3l10 5-10 5z", class: "full" });
}

/** A struck line as a small picture, for the legend. */
export function deadSample() {
  const line = s("line", { x1: 2, y1: 8, x2: 44, y2: 8, "stroke-width": 2.4, opacity: 0.6 });
  return s("svg", { class: "sample held", width: 46, height: 16, viewBox: "0 0 46 16", "aria-hidden": "true" }, line, s("path", { d: "M18 3l10 10M28 3l-10 10", "stroke-width": 2 }));
}
