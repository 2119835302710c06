// The canvas: vis-network draws nodes and lines, labels are ours so that none covers another.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { contactAt, entities, lineAt, linesAt, nodes, options } from "./data.js";
import { Bundled } from "./bundled.js";
import { isSingle, viewOf } from "./bundles.js";
import { Many } from "./many.js";
import { painter } from "./paint.js";
import { fitted, LEAST, marginOf, sideRoom, stretched } from "./place.js";
import { $, put } from "./dom.js";
import { deadChannels, fateOfContact } from "./dead.js";
import { draggable } from "./drag.js";
import { glide } from "./glide.js";
import { groupOf, groupShown, layoutOf } from "./group.js";
import { groupName } from "./group_name.js";
import { smoothing, stretchedBend } from "./curves.js";
import { edgeStyle, SHAPES } from "./grammar.js";
import { hueOf } from "./hues.js";
import { nearest } from "./walk.js";
import { Labels } from "./labels.js";
import { lineLabels } from "./line_label.js";
import { pinned } from "./pins.js";
import { nameOf } from "./words.js";

// Of so many nodes that stand out on a very large graph, each name is written even over others.
const STRONG = 16;
// A row of the layout, in its own units: names are written smaller where rows come closer than they are high.
const ROW = 26;

export class Graph {
  /** `onPick` is called with the key of what was chosen, or '' for nothing; `onHint` with what lies under the pointer, `onOpen` with what was pressed twice. */
  constructor(onPick, onHint, onOpen) {
    this.root = $("graph");
    this.onPick = onPick;
    this.onHint = onHint;
    this.onOpen = onOpen;
    this.nodes = new DataSet();
    this.edges = new DataSet();
    this.at = new Map();
    this.contactOf = new Map();
    this.labels = new Labels();
    this.hovered = "";
    this.level = "";
    this.mode = "";
    this.group = "";
    this.pins = "";
    this.scale = 1;
    this.factor = { x: 1, y: 1 };
    this.many = null;
    this.network = new Network(this.root, { nodes: this.nodes, edges: this.edges }, options);
    this.listen();
  }

  listen() {
    this.root.querySelector(".vis-network")?.setAttribute("tabindex", "-1");
    this.network.on("beforeDrawing", (context) => this.many?.draw(context));
    this.network.on("afterDrawing", (context) => this.drawLabels(context));
    this.network.on("doubleClick", (event) => this.mode === "groups" && this.onOpen(this.many.pick(event.pointer.canvas)));
    this.network.on("click", (event) => this.onPick(this.picked(event)));
    this.network.on("hoverNode", ({ node, event }) => this.hover(this.keyOf(node), event));
    this.network.on("hoverEdge", ({ edge, event }) => this.hover(this.contactOf.get(edge), event));
    this.network.on("blurNode", () => this.hover("", null));
    this.network.on("blurEdge", () => this.hover("", null));
    this.root.addEventListener("pointermove", (event) => this.many?.hover(event));
    this.root.addEventListener("pointerleave", () => this.many && this.hover("", null));
    draggable(this);
    new ResizeObserver(() => this.resize()).observe(this.root);
  }

  keyOf(id) {
    return id.slice(id.indexOf(" ") + 1);
  }

  picked({ nodes: hit, edges: lines, pointer }) {
    if (this.many) return this.many.pick(pointer.canvas) || this.named(pointer.canvas) || this.many.pickLine(pointer.canvas);
    if (hit.length) return this.keyOf(hit[0]);
    const label = this.labels.at(pointer.canvas);
    if (label) return this.keyOf(label);
    return lines.length ? this.contactOf.get(lines[0]) : "";
  }

  /** The key of what a name at a point belongs to: names of nodes know their id, those of groups their key. */
  named(point) {
    const id = this.labels.at(point);
    return id && this.base.has(id) ? this.keyOf(id) : id;
  }

  hover(key, event) {
    this.hovered = key;
    this.root.classList.toggle("over", Boolean(key));
    this.onHint(key, event);
    this.network.redraw();
  }

  /** Draw what is shown. `view` is what the filter made of `state`. */
  show(view, state) {
    this.view = view;
    this.state = state;
    this.paint = painter();
    this.dead = deadChannels(state);
    this.arrange(state);
    if (this.many) this.lit = this.many.show(view, state);
    else this.showFew();
    this.network.redraw();
  }

  /** Hand nodes and lines to vis-network. */
  showFew() {
    this.refresh(this.edges, this.restyled());
    this.refresh(this.nodes, this.recoloured());
    this.select();
  }

  /** Hand on only what looks different from before: vis-network takes its time over each. */
  refresh(set, looks) {
    set.update(
      looks.filter((look) => {
        const text = JSON.stringify(look);
        if (this.looks.get(look.id) === text) return false;
        this.looks.set(look.id, text);
        return true;
      }),
    );
  }

  /** Load another level or view, or put the nodes where another grouping or the pins have them. */
  arrange(state) {
    const group = groupShown(state);
    const pins = [...state.pin].sort().join(" ");
    const another = this.level !== state.level;
    const regrouped = another || this.group !== group;
    const redrawn = another || this.mode !== viewOf(state.view, state.level);
    if (!regrouped && !redrawn && this.pins === pins) return;
    Object.assign(this, { group, pins });
    const before = redrawn || this.many ? new Map() : this.at;
    if (regrouped) this.laid = layoutOf(state.level, group);
    if (redrawn) this.begin(state);
    this.own = this.many ? this.laid.nodes : pinned(this.laid.nodes, state.pin);
    this.base = new Map(this.own.map((node) => [node.id, node]));
    if (redrawn) this.load();
    else this.replace();
    if (regrouped) this.fit();
    if (regrouped && !redrawn && !this.many) glide(before, this.at, (at) => this.stand(at));
  }

  /** Begin another level or view: who draws it. */
  begin(state) {
    this.level = state.level;
    this.mode = viewOf(state.view, state.level);
    this.many = this.mode !== "single" ? new Bundled(this) : isSingle(state) ? null : new Many(this);
    this.ownEdges = this.many ? [] : linesAt(state.level);
  }

  load() {
    this.contactOf = new Map(this.ownEdges.map((edge) => [edge.id, contactAt(edge.contact).key]));
    this.nodes.clear();
    this.edges.clear();
    this.looks = new Map();
    this.place();
    if (!this.many) this.nodes.add(this.own.map((node) => ({ id: node.id, label: "", shape: this.shape(node), ...this.at.get(node.id) })));
    this.edges.add(this.ownEdges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, smooth: this.smooth(edge), hidden: true })));
  }

  /** The id of the node with a place among all nodes. */
  idAt(at) {
    return nodes[at].id;
  }

  shape(node) {
    return SHAPES[entities.get(node.key)?.kind] || "dot";
  }

  restyled() {
    const drawn = new Map();
    for (const row of this.view.shown) for (const line of row.lines) drawn.set(line.id, [line, row]);
    this.lit = this.litBy(drawn);
    return this.edges.getIds().map((id) => {
      if (!drawn.has(id)) return { id, hidden: true, label: "" };
      return this.edgeLook(...drawn.get(id));
    });
  }

  /** How a line looks, in vis-network's terms. */
  edgeLook(line, row) {
    const dimmed = this.lit.lines.size > 0 && !this.lit.lines.has(this.many ? line.at : line.id);
    return { id: line.id, ...edgeStyle(line, row.version, { certain: row.certain, dimmed, paint: this.paint, fate: fateOfContact(row.version, this.dead) }) };
  }

  /** The lines and nodes that stand out because of what is selected, and the nodes that have any line. */
  litBy(drawn) {
    const sel = this.state.sel;
    const lit = { lines: new Set(), nodes: new Set(), busy: new Map() };
    for (const [id, [line, row]] of drawn) {
      for (const end of [line.from, line.to]) lit.busy.set(end, (lit.busy.get(end) || 0) + 1);
      if (this.view.routes?.lines.has(id)) {
        lit.lines.add(id);
        lit.nodes.add(line.from).add(line.to);
      }
      if (!sel || !(row.key === sel || row.version.channels.includes(sel) || [line.from, line.to].some((end) => this.keyOf(end) === sel))) continue;
      lit.lines.add(id);
      lit.nodes.add(line.from).add(line.to);
    }
    return lit;
  }

  recoloured() {
    return this.own.map((node) => this.nodeLook(node));
  }

  /** How a node looks, likewise. */
  nodeLook(node) {
    const { paint, lit } = this;
    const idle = !lit.busy.has(node.id) || (lit.lines.size > 0 && !lit.nodes.has(node.id) && node.key !== this.state.sel);
    const one = entities.get(node.key);
    const hue = paint(`--hue-${hueOf(node.key)}`);
    const hollow = one?.kind === "party";
    const fill = idle || hollow ? paint("--paper") : hue;
    const rim = idle ? paint("--faint") : hue;
    const colour = { background: fill, border: rim, highlight: { background: fill, border: paint("--ink") }, hover: { background: fill, border: paint("--ink") } };
    return { id: node.id, hidden: !this.inSight(node), color: colour, shape: this.shape(node), shapeProperties: { borderDashes: hollow ? [3, 2] : false }, size: one?.kind === "state" ? 11 : 7 };
  }

  /** Whether a node is drawn. */
  inSight(node) {
    return !this.view.sight || this.view.sight.has(node.key);
  }

  /** The lines that are drawn: [id, key of the contact] each. */
  drawnLines() {
    return this.many ? this.many.drawn() : [...this.contactOf].filter(([id]) => this.shows(id));
  }

  /** Where bundles lie on the screen; none where there are none. */
  spots() {
    return this.many instanceof Bundled ? this.many.spots() : [];
  }

  /** The key of the contact of a line that is drawn. */
  contactOfLine(id) {
    return this.contactOf.get(id) || this.drawnLines().find(([one]) => one === id)?.[1];
  }

  /** Whether a line is drawn by vis-network. */
  shows(id) {
    return /** @type {any} */ (this.edges.get(id)).hidden === false;
  }

  select() {
    const sel = this.state.sel;
    const lines = [...this.contactOf].filter(([, key]) => key === sel).map(([id]) => id);
    const node = this.own.find((one) => one.key === sel);
    this.network.setSelection({ nodes: node ? [node.id] : [], edges: lines.filter((id) => this.shows(id)) }, { highlightEdges: false });
  }

  /** Whether any node of a heading's group is in sight. */
  peopled(head) {
    return !this.view.sight || [...this.view.sight].some((key) => groupOf(key, this.group) === head.group);
  }

  // --- place ---

  /**
   * Stretch the layout to the room there is: names keep their size on the screen, distances adapt. Rows
   * keep most of their height; where even so there is too little room, the picture is drawn smaller.
   */
  place() {
    const { clientWidth: width, clientHeight: height } = this.root;
    // The room for names is that of names in full size, whatever size they had in the picture before.
    this.labels.fitRows(Infinity);
    const side = this.sideRoom(width);
    const reach = (of) => this.laid.nodes.reduce((most, node) => Math.max(most, Math.abs(node[of])), 1);
    const margin = marginOf(this.laid.nodes.map((node) => node.side), width);
    const { scale, factor } = fitted({ x: reach("x"), y: reach("y") }, { width, height, side, margin });
    [this.scale, this.factor] = [scale, factor];
    this.at = new Map(this.own.map((node) => [node.id, this.stretched(node)]));
    this.heads = this.laid.heads.map((head) => ({ ...head, ...this.stretched(head) }));
    this.labels.room = side - 8;
    this.labels.fitRows(this.outer().length ? ROW * this.factor.y * this.scale : Infinity);
    this.many?.place();
  }

  /** The nodes with their names beside them, which stand in rows. */
  outer() {
    return this.own.filter((node) => node.side === "left" || node.side === "right");
  }

  /** The room that names need beside the outermost nodes. */
  sideRoom(width) {
    const widest = this.outer().reduce((most, node) => Math.max(most, this.labels.reach(nameAt(node)) + 12), LEAST);
    return sideRoom(widest, width);
  }

  smooth(edge) {
    return smoothing(this.bendOf(edge));
  }

  bendOf(edge) {
    return stretchedBend(this.laid.bend[edge.at], this.base.get(edge.from), this.base.get(edge.to), this.factor);
  }

  radiusOf(id) {
    return this.nodeLook(this.base.get(id)).size;
  }

  stretched({ x, y }) {
    return stretched({ x, y }, this.factor);
  }

  fit() {
    this.network.moveTo({ position: { x: 0, y: 0 }, scale: this.scale, animation: false });
  }

  /** Take the room there is, if that has changed; at once, so that nobody meets the picture half way. */
  resize() {
    const { clientWidth: width, clientHeight: height } = this.root;
    const room = `${width} ${height}`;
    if (!width || !height || !this.level || this.room === room) return;
    this.room = room;
    this.network.setSize(`${width}px`, `${height}px`);
    this.replace();
    this.fit();
    this.network.redraw();
  }

  /** Put everything where the layout, the pins and the room have it. */
  replace() {
    this.place();
    this.stand(this.at);
    this.edges.update(this.ownEdges.map((edge) => ({ id: edge.id, smooth: this.smooth(edge) })));
  }

  /** Draw nodes at these places. */
  stand(at) {
    this.at = at;
    if (!this.many) this.nodes.update([...at].map(([id, place]) => ({ id, ...place })));
  }

  // --- moving a node by hand ---

  /** The id of the node whose dot or name lies at a point of the box. */
  nodeAt(point) {
    if (this.many) return "";
    const id = this.network.getNodeAt(point);
    return id && this.at.has(id) ? String(id) : this.labels.at(this.network.DOMtoCanvas(point));
  }

  /** Draw a node at a point of the box, for as long as the hand holds it. */
  carry(id, point) {
    const place = this.network.DOMtoCanvas(point);
    this.at.set(id, place);
    this.network.moveNode(id, place.x, place.y);
  }

  /** Where a node stands, in the units of the layout; nothing where it isn't drawn or can't be moved. */
  unstretched(id) {
    const place = !this.many && this.at.get(id);
    return place ? { x: place.x / this.factor.x, y: place.y / this.factor.y } : null;
  }

  zoom(factor) {
    this.network.moveTo({ scale: Math.min(8, Math.max(0.02, this.network.getScale() * factor)), animation: false });
  }

  /** Bring a node into the middle if it is out of sight. */
  reveal(id) {
    const place = this.at.get(id);
    const point = place && this.network.canvasToDOM(place);
    const out = point && (point.x < 20 || point.y < 20 || point.x > this.root.clientWidth - 20 || point.y > this.root.clientHeight - 20);
    if (out) this.network.moveTo({ position: place, animation: false });
  }

  // --- labels ---

  drawLabels(context) {
    if (!this.lit || this.many) return;
    const scale = this.network.getScale();
    this.labels.draw(context, this.namesWanted(this.hovered, { scale }), { scale, paper: this.paint("--paper"), view: this.visible() });
  }

  /** The names of nodes and headings; `under` is what lies under the pointer, `scale` that of the picture; heavier nodes first. */
  namesWanted(under, { of = this.own, scale = this.scale, weightOf = (node) => this.lit.busy.get(node.id) || 0 } = {}) {
    const { lit, paint } = this;
    const hovered = of.find((node) => node.key === under)?.id;
    const few = !this.many || lit.nodes.size <= STRONG;
    const strong = (id) => id === hovered || this.keyOf(id) === this.state.sel || (few && lit.nodes.has(id));
    const wanted = of.filter((node) => this.inSight(node)).map((node) => ({
      id: node.id,
      text: nameAt(node),
      side: node.side,
      ...this.at.get(node.id),
      strong: strong(node.id),
      weight: (strong(node.id) ? 1e6 : 0) + weightOf(node),
      colour: lit.busy.has(node.id) && !(lit.lines.size && !strong(node.id)) ? paint("--ink") : paint("--quiet"),
    }));
    const heads = this.heads.filter((head) => this.peopled(head)).map((head) => ({ id: "", text: groupName(head.group, this.group).toLocaleUpperCase(), side: head.side, x: head.x, y: head.y, head: true, weight: 1e5, colour: paint(this.group === "state" ? `--hue-${hueOf(head.group)}` : "--quiet") }));
    return [...wanted, ...heads, ...lineLabels(this, scale)];
  }

  /** The part of the canvas that is in sight. */
  visible() {
    const { clientWidth: width, clientHeight: height } = this.root;
    const [from, to] = [this.network.DOMtoCanvas({ x: 0, y: 0 }), this.network.DOMtoCanvas({ x: width, y: height })];
    return { top: from.y, bottom: to.y };
  }

  // --- keyboard ---

  /** The node next to the selected one in a direction of the arrow keys. */
  neighbour(key, direction) {
    const walked = /** @type {any} */ (this.many)?.walked?.();
    return nearest(walked || this.own.filter((node) => this.inSight(node)).map((node) => ({ key: node.key, ...this.at.get(node.id) })), key, direction);
  }

  idOf(key) {
    return this.own.find((node) => node.key === key)?.id;
  }
}

const nameAt = (node) => nameOf(node.key);

/** What lies under the pointer, in a few words beside it. */
export function hint(text, event) {
  const box = $("hint");
  box.hidden = !text;
  if (!text) return;
  put(box, text);
  const stage = box.parentElement.getBoundingClientRect();
  const { clientX: x, clientY: y } = event.touches?.[0] || event;
  box.style.left = `${Math.max(4, Math.min(x - stage.left + 14, stage.width - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(4, Math.min(y - stage.top + 14, stage.height - box.offsetHeight - 8))}px`;
}
