// What is selected says at its line what it is: outcome, means and date in a few words.

import { when } from "./describe.js";
import { Curve, control } from "./geometry.js";
import { t } from "./words.js";

// Above the marks that a line may carry in its middle, in pixels of the screen.
const LIFT = 13;

/** The labels of the lines that the selected contact is drawn as; `scale` is how large the canvas is shown. */
export function lineLabels(graph, scale) {
  const { sel } = graph.state;
  if (!graph.view.shows(sel)) return [];
  const row = graph.view.find(sel);
  const text = words(row);
  return row.lines.filter((line) => isPlaced(graph, line.from) && isPlaced(graph, line.to)).map((line) => {
    const { x, y } = middle(graph, line);
    return { id: "", text, side: "above", x, y: y - LIFT / scale, head: true, strong: true, weight: 2e6, colour: graph.paint(`--${row.version.outcome}`) || graph.paint("--ink") };
  });
}

// While another level is loaded the canvas may be drawn with the lines of the last one.
const isPlaced = (graph, id) => graph.base.has(id) && graph.at.has(id);

function words(row) {
  const { version } = row;
  return [t(version.outcome), version.mode ? t(version.mode) : "", when(version)].filter(Boolean).join(" · ");
}

function middle(graph, line) {
  const [from, to] = [graph.at.get(line.from), graph.at.get(line.to)];
  return new Curve(from, control(from, to, graph.bendOf(line)), to).at(0.5);
}
