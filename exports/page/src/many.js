// A level with very many lines. vis-network stays the camera and tells of clicks, but holds no node and no line of it:
// far out, lines are a density (raster.js) and nodes stamps (dots.js), close in both have the whole grammar.

import { contactAt, lineAt, nodes } from "./data.js";
import { Dots } from "./dots.js";
import { contactOf, lines, spots, versions } from "./drawn.js";
import { takeFirst } from "./first.js";
import { lookOf, palette } from "./hairlines.js";
import { litLines } from "./lit.js";
import { Moving, layer } from "./moving.js";
import { pixelOf } from "./paint.js";
import { Raster } from "./raster.js";
import { strokeLines, strokeNodes } from "./strokes.js";
import { nearestWire, touches, wiresOf } from "./wires.js";

// So many lines in sight are drawn in the whole grammar; more as a density.
const CLOSE = 600;
// A node smaller than this on the screen is a stamp.
const SMALL = 4;
const NAMES = 110;
const DIM = 0.3;
const REACH = { node: 5, line: 5 };

const outcomeLook = versions.outcomes.map(lookOf);

export class Many extends Moving {
  constructor(graph) {
    super(graph);
    this.level = lines[graph.level];
    this.mine = nodes.filter((node) => node.level === graph.level);
    this.put = new Uint8Array(this.level.count); // how each line is drawn now: its weight, 0 for not at all
    this.state = null;
    this.colours = ""; // of the looks, as palette() gives them
    this.colourOf = null;
    this.busy = null;
    this.lit = null;
    this.near = null; // the lines in sight where they are drawn one by one
    this.raster = null;
    this.dots = null;
    this.marks = null; // the nodes in sight and their stamps, until the picture lies elsewhere or others are in sight
    this.names = null;
    this.written = ""; // the names as they stand
    this.small = false; // whether nodes are stamps
    this.inked = false;
    this.curves = null;
    this.points = null;
    this.order = null; // that in which lines are drawn
    this.degree = degrees(this.level);
    this.byDegree = [...this.mine].sort((a, b) => this.degree[b.at] - this.degree[a.at] || a.at - b.at);
  }

  /** The layout was stretched anew. */
  place() {
    const { curves, points, order } = wiresOf(this.graph.level, this.graph.laid, this.graph.factor);
    Object.assign(this, { curves, points, order });
    this.camera = null;
  }

  /** Draw what is shown; gives what stands out, as Graph.litBy does. */
  show(view, state) {
    const before = this.put;
    const colours = String(palette(this.graph.paint));
    const moved = this.colours !== colours;
    if (this.view?.sight || view.sight) this.marks = null;
    [this.view, this.state, this.colours] = [view, state, colours];
    this.colourOf = this.nodeColours();
    this.put = this.weights();
    this.busy = this.busyNodes();
    this.lit = litLines(view, state, this);
    if (this.camera && !moved) this.step(before);
    else this.camera = null;
    return this.lit;
  }

  /** How each line weighs: 2 in the range for sure, 1 only possibly, 0 not drawn. */
  weights() {
    const found = new Uint8Array(this.level.count);
    const { line, row } = this.view.drawnLines;
    for (let at = 0; at < line.length; at += 1) found[line[at]] = this.view.falls[row[at]];
    return found;
  }

  busyNodes() {
    const found = new Int32Array(spots.key.length);
    for (const line of this.view.drawnLines.line) {
      found[this.level.from[line]] += 1;
      found[this.level.to[line]] += 1;
    }
    return found;
  }

  // --- the picture ---

  layers(context) {
    context.globalAlpha = this.lit.lines.size ? DIM : 1;
    context.drawImage(this.raster.canvas, 0, 0);
    context.globalAlpha = 1;
    if (this.inked) context.drawImage(this.ink.canvas, 0, 0);
    if (this.small) context.drawImage(this.dots.canvas, 0, 0);
    context.drawImage(this.names.canvas, 0, 0);
  }

  render() {
    this.near = this.inSight();
    if (!this.drawnFirst()) this.traceAll();
    this.marks = null;
    this.drawOver();
  }

  /** Take over the density of the first picture, if nothing has changed since. */
  drawnFirst() {
    const first = this.near ? null : takeFirst(this.graph.level, this.raster, this.camera, this.put);
    if (first) this.raster = first;
    return Boolean(first);
  }

  traceAll() {
    this.raster.clear(this.crowd(), this.palette());
    if (!this.near) for (const line of this.order) if (this.put[line]) this.trace(line, this.put[line]);
    this.raster.paint();
  }

  resize(width, height) {
    super.resize(width, height);
    this.names = layer(width, height);
    this.raster = new Raster(width, height);
    this.dots = new Dots(width, height);
    this.written = "";
  }

  /** How many lines of the level come into sight, whatever is filtered. */
  crowd() {
    let count = 0;
    for (let line = 0; line < this.put.length; line += 1) if (touches(this.curves, line, this.box)) count += 1;
    return count;
  }

  palette() {
    return this.colours.split(",").map(Number);
  }

  /** The lines in sight, if they are few enough to be drawn one by one; else null. */
  inSight() {
    const found = [];
    for (let line = 0; line < this.put.length; line += 1) {
      if (this.put[line] && touches(this.curves, line, this.box) && found.push(line) > CLOSE) return null;
    }
    return found;
  }

  /** Only the lines that changed, if the picture is a density and stays one. */
  step(before) {
    const near = this.inSight();
    if (near || this.near) {
      this.camera = null;
      return;
    }
    for (let line = 0; line < before.length; line += 1) {
      if (before[line] !== this.put[line]) this.trace(line, this.put[line] - before[line]);
    }
    this.raster.paint();
    this.drawOver();
  }

  trace(line, weight) {
    const { scale, x, y } = this.camera;
    const { curves } = this;
    const at = 6 * line;
    const look = outcomeLook[versions.outcome[this.level.version[line]]];
    this.raster.add(curves[at] * scale + x, curves[at + 1] * scale + y, curves[at + 2] * scale + x, curves[at + 3] * scale + y, curves[at + 4] * scale + x, curves[at + 5] * scale + y, look, weight);
  }

  // --- what lies over the density: lines that stand out, nodes, names ---

  drawOver() {
    this.drawNodes();
    this.drawNames();
  }

  /** Lines one by one and, unless nodes are stamps, these too; nothing is drawn where there is nothing of it. */
  drawInk(nodes) {
    const lines = (this.near || [...this.lit.lines]).filter((line) => touches(this.curves, line, this.box));
    const had = this.inked;
    this.inked = lines.length > 0 || nodes.length > 0;
    if (!had && !this.inked) return;
    const ink = this.cleared();
    strokeLines(ink, lines.map((line) => this.stroke(line)));
    strokeNodes(ink, nodes.map((node) => ({ ...this.points[node.at], look: this.graph.nodeLook(node) })));
  }

  /** Names where they stand, unless they stand so already. */
  drawNames() {
    const { graph, box } = this;
    const scale = graph.network.getScale();
    const wanted = graph.namesWanted("", { of: this.named(), scale, weightOf: (node) => this.degree[node.at] });
    const look = { scale, paper: graph.paint("--paper"), view: box };
    const written = JSON.stringify([wanted, look, box, this.camera]);
    if (this.written === written) return;
    this.written = written;
    graph.labels.draw(this.cleared(this.names), wanted, look);
  }

  stroke(line) {
    const { graph, view, level } = this;
    const row = view.row(view.known.rowOf[contactOf[level.version[line]]]);
    const radius = (spot) => graph.radiusOf(nodes[spot].id) + 2;
    return { curve: this.curves.subarray(6 * line, 6 * line + 6), look: graph.edgeLook(lineAt(graph.level, line), row), from: radius(level.from[line]), to: radius(level.to[line]) };
  }

  drawNodes() {
    const ratio = this.camera.scale / this.graph.network.getScale();
    this.small = 7 * this.camera.scale < SMALL * ratio;
    this.drawInk(this.small ? [] : this.seenNodes());
    if (!this.small) return;
    this.marks ||= this.marksOf(Math.max(1.4 * ratio, 7 * this.camera.scale));
    this.dots.clear();
    for (const { node, stamp, left, top } of this.marks) this.dots.press(stamp, left, top, this.idle(node) ? this.colourOf.faint : this.colourOf.hues[node.hue]);
    this.dots.paint();
  }

  seenNodes() {
    const inside = this.mine.filter((node) => this.inside(this.points[node.at]));
    return this.view.sight ? inside.filter((node) => this.graph.inSight(node)) : inside;
  }

  /** The nodes in sight, each with its stamp and the pixel on which it is pressed. */
  marksOf(radius) {
    const { scale, x, y } = this.camera;
    return this.seenNodes().map((node) => ({
      node,
      stamp: this.dots.stampOf(this.graph.shape(node), radius * (node.level === "state" ? 11 / 7 : 1)),
      left: Math.round(this.points[node.at].x * scale + x),
      top: Math.round(this.points[node.at].y * scale + y),
    }));
  }

  /** Whether nothing that is drawn, or nothing that stands out, has to do with a node. */
  idle(node) {
    const { lit } = this;
    return !this.busy[node.at] || (lit.lines.size > 0 && !lit.nodes.has(node.id) && node.key !== this.state.sel);
  }

  nodeColours() {
    const { paint } = this.graph;
    return { faint: pixelOf(paint("--faint")), hues: [...Array(8).keys(), "x"].map((hue) => pixelOf(paint(`--hue-${hue}`))) };
  }

  /** The nodes that get a name: those with the most contacts of all time, so that names stay while time moves. */
  named() {
    const wanted = (node) => node.key === this.state.sel || this.lit.nodes.has(node.id);
    const strong = this.lit.nodes.size <= NAMES ? this.mine.filter(wanted) : this.mine.filter((node) => node.key === this.state.sel);
    const found = new Set(strong);
    for (const node of this.byDegree) {
      if (found.size >= NAMES) break;
      if (this.inside(this.points[node.at])) found.add(node);
    }
    return [...found];
  }

  /** What lies under the pointer is ringed. */
  over(context) {
    const node = this.graph.hovered && this.mine.find((one) => one.key === this.graph.hovered);
    if (!node) return;
    const { x, y } = this.points[node.at];
    context.beginPath();
    context.arc(x, y, 10 + 3 / this.graph.network.getScale(), 0, 2 * Math.PI);
    context.lineWidth = 2 / this.graph.network.getScale();
    context.strokeStyle = this.graph.paint("--ink");
    context.stroke();
  }

  // --- finding ---

  /** The lines that are drawn: [id, key of the contact] each. */
  drawn() {
    const found = [];
    this.put.forEach((weight, line) => {
      if (weight) found.push([lineAt(this.graph.level, line).id, contactAt(contactOf[this.level.version[line]]).key]);
    });
    return found;
  }

  /** The key of the node at a point of the canvas; '' where none is. */
  pick({ x, y }) {
    const reach = 9 + REACH.node / this.graph.network.getScale();
    let best = { key: "", distance: reach };
    for (const node of this.mine) {
      const distance = Math.hypot(this.points[node.at].x - x, this.points[node.at].y - y);
      if (distance < best.distance && this.graph.inSight(node)) best = { key: node.key, distance };
    }
    return best.key;
  }

  /** The contact whose line comes nearest to a point of the canvas; of those that stand out before all others. */
  pickLine(point) {
    const reach = REACH.line / this.graph.network.getScale();
    const lit = nearestWire(this.curves, this.lit.lines, point, reach);
    const line = lit >= 0 ? lit : nearestWire(this.curves, this.view.drawnLines.line, point, reach);
    return line < 0 ? "" : contactAt(contactOf[this.level.version[line]]).key;
  }
}

function degrees({ from, to, count }) {
  const found = new Int32Array(spots.key.length);
  for (let line = 0; line < count; line += 1) {
    found[from[line]] += 1;
    found[to[line]] += 1;
  }
  return found;
}
