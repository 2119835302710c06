// The canvas: vis-network draws nodes and lines, labels are ours so that none covers another.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { contactAt, entities, headings, linesAt, nodes, options, page } from "./data.js";
import { Bundled } from "./bundled.js";
import { viewOf } from "./bundles.js";
import { lines } from "./drawn.js";
import { Many } from "./many.js";
import { painter } from "./paint.js";
import { fitted, MANY, SIDE, stretched } from "./place.js";
import { $, put } from "./dom.js";
import { deadChannels, fateOfContact } from "./dead.js";
import { smoothing, stretchedBend } from "./curves.js";
import { edgeStyle } from "./grammar.js";
import { nearest } from "./walk.js";
import { Labels } from "./labels.js";
import { nameOf, t } from "./words.js";

// Of so many nodes that stand out on a very large graph, each name is written even over others.
const STRONG = 16;
const SHAPES = { person: "dot", office: "square", state: "hexagon", organisation: "diamond", party: "dot", channel: "diamond" };

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
    if (this.level !== state.level || this.mode !== viewOf(state.view, state.level)) this.load(state);
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

  load(state) {
    const { level } = state;
    const stays = this.level === level;
    this.level = level;
    this.mode = viewOf(state.view, state.level);
    this.own = nodes.filter((node) => node.level === level);
    this.base = new Map(this.own.map((node) => [node.id, node]));
    this.nodes.clear();
    this.edges.clear();
    this.looks = new Map();
    this.many = this.mode !== "single" ? new Bundled(this) : lines[level].count > MANY ? new Many(this) : null;
    this.ownEdges = this.many ? [] : linesAt(level);
    this.contactOf = new Map(this.ownEdges.map((edge) => [edge.id, contactAt(edge.contact).key]));
    this.place();
    if (!this.many) this.nodes.add(this.own.map((node) => ({ id: node.id, label: "", shape: this.shape(node), ...this.at.get(node.id) })));
    this.edges.add(this.ownEdges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, smooth: this.smooth(edge), hidden: true })));
    if (!stays) this.fit();
  }

  /** The id of the node with a place among all nodes. */
  idAt(at) {
    return nodes[at].id;
  }

  /** The number of the colour of somebody's state. */
  hueAt(key) {
    return hueOf(key);
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

  /** Whether any node of a heading's state is in sight. */
  peopled(head) {
    return !this.view.sight || [...this.view.sight].some((key) => (entities.get(key)?.state || "") === head.state);
  }

  // --- place ---

  /**
   * Stretch the layout to the room there is: names keep their size on the screen, distances adapt. Rows
   * keep most of their height; where even so there is too little room, the picture is drawn smaller.
   */
  place() {
    const { clientWidth: width, clientHeight: height } = this.root;
    const side = this.sideRoom(width);
    const reach = (of) => this.own.reduce((most, node) => Math.max(most, Math.abs(node[of])), 1);
    const { scale, factor } = fitted({ x: reach("x"), y: reach("y") }, { width, height, side });
    [this.scale, this.factor] = [scale, factor];
    this.at = new Map(this.own.map((node) => [node.id, this.stretched(node)]));
    this.heads = headings.filter((head) => head.level === this.level).map((head) => ({ ...head, ...this.stretched(head) }));
    this.labels.room = side - 8;
    this.many?.place();
  }

  /** The room that names need beside the outermost nodes, at most about a quarter of the width. */
  sideRoom(width) {
    const outer = this.own.filter((node) => node.side === "left" || node.side === "right");
    const widest = outer.reduce((most, node) => Math.max(most, this.labels.reach(nameAt(node)) + 12), SIDE.least);
    return Math.min(widest, width * SIDE.most);
  }

  smooth(edge) {
    return smoothing(this.bendOf(edge));
  }

  bendOf(edge) {
    return stretchedBend(edge.bend, this.base.get(edge.from), this.base.get(edge.to), this.factor);
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

  resize() {
    const { clientWidth: width, clientHeight: height } = this.root;
    if (!width || !height || !this.level) return;
    this.network.setSize(`${width}px`, `${height}px`);
    this.place();
    if (!this.many) this.nodes.update(this.own.map((node) => ({ id: node.id, ...this.at.get(node.id) })));
    this.edges.update(this.ownEdges.map((edge) => ({ id: edge.id, smooth: this.smooth(edge) })));
    this.fit();
    this.network.redraw();
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
    this.labels.draw(context, this.namesWanted(this.hovered), { scale: this.network.getScale(), paper: this.paint("--paper"), view: this.visible() });
  }

  /** The names of nodes and headings; `under` is what lies under the pointer. */
  namesWanted(under, of = this.own) {
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
      weight: (strong(node.id) ? 1e6 : 0) + (lit.busy.get(node.id) || 0),
      colour: lit.busy.has(node.id) && !(lit.lines.size && !strong(node.id)) ? paint("--ink") : paint("--quiet"),
    }));
    const heads = this.heads.filter((head) => this.peopled(head)).map((head) => ({ id: "", text: headAt(head), side: head.side, x: head.x, y: head.y, head: true, weight: 1e5, colour: paint(`--hue-${hueOf(head.state)}`) }));
    return [...wanted, ...heads];
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
const headAt = (head) => (head.state ? nameOf(head.state) : t("noState")).toLocaleUpperCase();

/** The number of the colour of a state: the first eight have their own. */
function hueOf(key) {
  const state = entities.get(key)?.state || "";
  const place = page.hues.indexOf(state);
  return place < 0 || place > 7 ? "x" : place;
}

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
