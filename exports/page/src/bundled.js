// A level drawn in bundles: one node a group, or each node, and one bundle for every two of them, with its count.

import { bundleKey, keyOfGroup, takenTogether } from "./bundles.js";
import { contactAt, lineAt, nodes } from "./data.js";
import { contactOf } from "./drawn.js";
import { LOOKS } from "./hairlines.js";
import { OUTCOMES } from "./grammar.js";
import { groupShown } from "./group.js";
import { groupName } from "./group_name.js";
import { hueOf } from "./hues.js";
import { Moving } from "./moving.js";
import { nearestWire, pointsOf, touches } from "./wires.js";
import { count, nameOf } from "./words.js";

const NAMED = 60;
const REACH = 6;
// The widest bundle, in pixels of the screen; a single contact has one.
const WIDE = 14;
const DIM = 0.18;

export class Bundled extends Moving {
  constructor(graph) {
    super(graph);
    this.state = null;
    this.unit = 1; // a pixel of the screen, in the canvas' own units
    this.own = { all: [], at: new Int32Array() };
    this.points = [];
    this.bundles = [];
    this.inner = [];
    this.curves = new Float64Array();
  }

  /** The layout was stretched anew. */
  place() {
    if (this.state) this.put(this.own);
  }

  /** Draw what is shown; gives what stands out, as Graph.litBy does. */
  show(view, state) {
    [this.view, this.state] = [view, state];
    const { own, bundles, inner } = takenTogether(view);
    [this.bundles, this.inner] = [bundles, inner];
    this.put(own);
    return this.outstanding();
  }

  /** Put each node where the middle of those is that it stands for. */
  put(own) {
    this.own = own;
    this.camera = null;
    const points = pointsOf(this.graph.laid, this.graph.factor);
    this.points = own.all.map((one) => middle(one.members.map((node) => points[node.at])));
    this.curves = new Float64Array(this.bundles.flatMap(({ a, b }) => straight(this.points[a], this.points[b])));
  }

  outstanding() {
    const busy = new Set(this.view.drawnLines.line.length ? this.busyIds() : []);
    return { lines: new Set(), nodes: new Set(), busy: { has: (id) => busy.has(id), get: (id) => Number(busy.has(id)) } };
  }

  busyIds() {
    const { from, to } = this.view.level;
    return Array.from(this.view.drawnLines.line).flatMap((line) => [from[line], to[line]]).map((at) => this.graph.idAt(at));
  }

  // --- the picture ---

  render() {
    const ink = this.cleared();
    this.unit = 1 / this.graph.network.getScale();
    const most = this.bundles.reduce((sum, one) => Math.max(sum, one.lines.length), 1);
    const chosen = this.bundles.some((one) => this.chosen(one));
    const dims = this.bundles.map((one) => chosen && !this.chosen(one));
    for (const dim of [true, false]) {
      this.bundles.forEach((one, at) => dims[at] === dim && touches(this.curves, at, this.box) && this.drawBundle(ink, one, { most, dim }));
    }
    this.own.all.forEach((one, at) => this.inside(this.points[at]) && this.drawNode(ink, one, this.points[at]));
    this.drawNames(ink);
    this.drawCounts(ink, this.bundles.filter((one) => one.lines.length > 1 && (!chosen || this.chosen(one))));
  }

  /** Whether a bundle is selected, or one of its ends, or a contact in it. */
  chosen({ a, b, lines }) {
    const { sel } = this.state;
    if (!sel) return false;
    const [one, other] = [this.own.all[a].key, this.own.all[b].key];
    return sel === one || sel === other || sel === bundleKey(one, other) || lines.some((line) => this.contactAt(line) === sel);
  }

  contactAt(line) {
    return contactAt(contactOf[this.view.level.version[line]]).key;
  }

  /** A stripe for each outcome, as wide as its part of the whole; the width grows with the square root of the count. */
  drawBundle(ink, { a, b, lines, counts }, { most, dim }) {
    const [from, to] = [this.points[a], this.points[b]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [nx, ny] = [(from.y - to.y) / length, (to.x - from.x) / length];
    const width = (1.5 + (WIDE - 1.5) * Math.sqrt(lines.length / Math.max(most, 12))) * this.unit;
    let side = -width / 2;
    LOOKS.forEach((outcome, look) => {
      if (!counts[look]) return;
      const own = (width * counts[look]) / lines.length;
      const [dx, dy] = [nx * (side + own / 2), ny * (side + own / 2)];
      this.stripe(ink, outcome, { from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x + dx, y: to.y + dy }, width: Math.max(own, 0.8 * this.unit), dim });
      side += own;
    });
  }

  stripe(ink, outcome, { from, to, width, dim }) {
    ink.globalAlpha = dim ? DIM : 0.85;
    ink.strokeStyle = this.graph.paint(`--${outcome}`);
    ink.lineWidth = width;
    ink.setLineDash(OUTCOMES[outcome].dashes.map((length) => length * this.unit));
    ink.beginPath();
    ink.moveTo(from.x, from.y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    ink.setLineDash([]);
    ink.globalAlpha = 1;
  }

  radiusOf(one) {
    return (one.closed ? 8 + 0.9 * Math.log2(1 + one.members.length) : 5) * this.unit;
  }

  drawNode(ink, one, { x, y }) {
    const { graph } = this;
    // A rank is one of several states.
    const hue = graph.paint(one.closed && graph.group === "rank" ? "--quiet" : `--hue-${hueOf(one.members[0].key)}`);
    ink.beginPath();
    ink.arc(x, y, this.radiusOf(one), 0, 2 * Math.PI);
    ink.fillStyle = one.closed ? graph.paint("--paper") : hue;
    ink.strokeStyle = one.key === this.state.sel ? graph.paint("--ink") : hue;
    ink.lineWidth = (one.closed ? 3.5 : 1.5) * this.unit;
    ink.fill();
    ink.stroke();
    if (one.closed) this.write(ink, count(one.members.length), { x, y }, hue);
  }

  write(ink, text, { x, y }, colour) {
    ink.font = `600 ${11.5 * this.unit}px system-ui, sans-serif`;
    ink.textAlign = "center";
    ink.textBaseline = "middle";
    ink.lineJoin = "round";
    ink.lineWidth = 4 * this.unit;
    ink.strokeStyle = this.graph.paint("--paper");
    ink.fillStyle = colour;
    ink.strokeText(text, x, y);
    ink.fillText(text, x, y);
  }

  /** How many contacts a bundle holds, at its middle: the largest first, none over another, over a node or a name. */
  drawCounts(ink, bundles) {
    const taken = this.own.all.map((one, at) => ({ ...this.points[at], width: 2 * this.radiusOf(one), height: 2 * this.radiusOf(one) }));
    taken.push(...this.graph.labels.boxes);
    const height = 14 * this.unit;
    for (const { a, b, lines } of [...bundles].sort((one, other) => other.lines.length - one.lines.length)) {
      const text = count(lines.length);
      const [from, to] = [this.points[a], this.points[b]];
      const box = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: (7.5 * text.length + 4) * this.unit, height };
      if (!this.inside(box) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      this.write(ink, text, box, this.graph.paint("--ink"));
    }
  }

  drawNames(ink) {
    const { graph } = this;
    const inner = new Map(this.inner.map((one) => [one.a, one.lines.length]));
    const size = (one, at) => (one.closed ? 1e6 + one.members.length : this.degree(at));
    const seen = [...this.own.all.keys()].filter((at) => this.inside(this.points[at]));
    const first = seen.sort((one, other) => size(this.own.all[other], other) - size(this.own.all[one], one)).slice(0, NAMED);
    const wanted = first.map((at) => ({ id: this.own.all[at].key, text: this.nameAt(at, inner.get(at)), side: this.sideAt(at), ...this.under(at), strong: this.own.all[at].key === this.state.sel, weight: size(this.own.all[at], at), colour: graph.paint("--ink") }));
    graph.labels.draw(ink, wanted, { scale: graph.network.getScale(), paper: graph.paint("--paper"), view: this.box });
  }

  degree(at) {
    return this.bundles.reduce((sum, one) => sum + (one.a === at || one.b === at ? one.lines.length : 0), 0);
  }

  /** The name of a group stands below it, that of a node where the layout has room for it. */
  sideAt(at) {
    const { closed, members } = this.own.all[at];
    return closed ? "below" : this.graph.base.get(members[0].id).side;
  }

  // Names keep a distance that suits a small node; that of a group lies lower by what it is larger.
  under(at) {
    const { x, y } = this.points[at];
    return { x, y: y + Math.max(0, this.radiusOf(this.own.all[at]) - 7 * this.unit) };
  }

  /** 'Altavia ↻12': so many contacts lie inside the group. */
  nameAt(at, inside) {
    const one = this.own.all[at];
    const name = one.closed ? groupName(one.key, this.graph.group) : nameOf(one.key);
    return one.closed && inside ? `${name} ↻${count(inside)}` : name;
  }

  // --- finding ---

  /** The lines that are drawn, in bundles or inside groups: [id, key of the contact] each. */
  drawn() {
    const all = [...this.bundles, ...this.inner].flatMap((one) => one.lines);
    return all.map((line) => [lineAt(this.graph.level, line).id, this.contactAt(line)]);
  }

  pick({ x, y }) {
    let best = { key: "", distance: Infinity };
    this.own.all.forEach((one, at) => {
      const distance = Math.hypot(this.points[at].x - x, this.points[at].y - y);
      if (distance < best.distance && distance <= this.radiusOf(one) + 3 * this.unit) best = { key: one.key, distance };
    });
    return best.key;
  }

  /** A bundle's key; that of the contact where it holds a single one. */
  pickLine(point) {
    const at = nearestWire(this.curves, this.bundles.keys(), point, REACH / this.graph.network.getScale());
    if (at < 0) return "";
    const { a, b, lines } = this.bundles[at];
    return lines.length === 1 ? this.contactAt(lines[0]) : bundleKey(this.own.all[a].key, this.own.all[b].key);
  }

  /** Where each bundle's middle is on the screen: [key, {x, y}] each. */
  spots() {
    return this.bundles.map(({ a, b, lines }) => {
      const [from, to] = [this.points[a], this.points[b]];
      const key = lines.length === 1 ? this.contactAt(lines[0]) : bundleKey(this.own.all[a].key, this.own.all[b].key);
      return [key, this.graph.network.canvasToDOM({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })];
    });
  }

  /** What the arrow keys go over. */
  walked() {
    return this.own.all.map((one, at) => ({ key: one.key, ...this.points[at] }));
  }
}

const overlap = (a, b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const straight = (from, to) => [from.x, from.y, (from.x + to.x) / 2, (from.y + to.y) / 2, to.x, to.y];

function middle(points) {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** The places of the rows in a bundle, as the view has them. */
export function rowsOf(view, key) {
  const { own, bundles } = takenTogether(view);
  return rowsBehind(view, bundles.filter(({ a, b }) => bundleKey(own.all[a].key, own.all[b].key) === key));
}

/** Those of all contacts that somebody in a group has part in. */
export function rowsIn(view, group) {
  const { from, to } = view.level;
  const inside = (at) => keyOfGroup(nodes[at].key, groupShown(view.state)) === group;
  return rowsBehind(view, [{ lines: [...view.drawnLines.line].filter((line) => inside(from[line]) || inside(to[line])) }]);
}

const rowsBehind = (view, bundles) => [...new Set(bundles.flatMap((one) => one.lines).map((line) => view.known.rowOf[contactOf[view.level.version[line]]]))];
