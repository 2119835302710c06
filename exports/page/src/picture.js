// The drawing as a list of shapes and texts, whole and independent of zoom: what SVG and PNG are made of.

import { title as titleOf, when } from "./describe.js";
import { Curve, control, endLength, endMark, outline } from "./geometry.js";
import { OUTCOMES, SHAPES } from "./grammar.js";
import { hueOf } from "./hues.js";
import { Labels } from "./labels.js";
import { factsOf } from "./legend.js";
import { nameOf, t } from "./words.js";
import { isolated, plain } from "./xml.js";

const GAP = 14;
const TEXT = 13;
const LINE = 18;
const SAMPLE = 46;

/** Names at the places where the canvas would put them, kept instead of drawn. */
class Kept extends Labels {
  constructor() {
    super();
    this.kept = [];
  }

  write(context, label, box) {
    this.kept.push({ label, box });
  }
}

/**
 * The picture: { width, height, paper, title, parts }. A part is a path { d, stroke, width, dash, fill, opacity,
 * title, contact } or a text { text, x, y, size, bold, anchor, fill, halo }, the later above the earlier.
 */
export function picture(graph, { heading, scope }) {
  const width = Math.max(320, graph.root.clientWidth);
  const stage = Math.max(200, graph.root.clientHeight);
  const ink = graph.paint("--ink");
  const paper = graph.paint("--paper");
  const head = headOf(heading, scope, width, { ink, quiet: graph.paint("--quiet") });
  const place = placer(graph, width, head.height + stage / 2);
  const legend = legendOf(graph, width, head.height + stage);
  const parts = [...head.parts, ...lines(graph, place), ...dots(graph, place), ...marks(graph, place), ...names(graph, place, stage), ...legend.parts];
  return { width, height: Math.ceil(head.height + stage + legend.height), paper, title: plain(heading), parts };
}

/** From the canvas' own units to places of the picture. */
function placer(graph, width, middle) {
  const { scale } = graph;
  return { scale, of: ({ x, y }) => ({ x: x * scale + width / 2, y: y * scale + middle }) };
}

// --- the head: what it shows, in words ---

function headOf(heading, scope, width, { ink, quiet }) {
  const ruler = new Labels();
  const rows = [heading, ...scope].flatMap((text, at) => wrap(ruler, headline(text), width - 2 * GAP, at === 0).map((line) => ({ line, bold: at === 0 })));
  const parts = rows.map(({ line, bold }, at) => ({ text: line, x: GAP, y: GAP + LINE * at + LINE / 2, size: bold ? TEXT + 2 : TEXT - 1, bold, anchor: "start", fill: bold ? ink : quiet }));
  return { parts, height: GAP + LINE * rows.length };
}

// The scope's own isolates stay: they hold each name in its own direction.
const headline = (text) => text.replace(/[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e]+/g, " ");

function wrap(ruler, text, room, bold) {
  const found = [""];
  for (const word of text.split(" ")) {
    const longer = found[found.length - 1] ? `${found[found.length - 1]} ${word}` : word;
    if (ruler.width(longer, bold) * (bold ? TEXT + 2 : TEXT - 1) <= room || !found[found.length - 1]) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

// --- lines ---

/** @type {(graph: any) => {row: any, line: any, look: any}[]} */
function drawn(graph) {
  const rows = graph.view.shown.flatMap((row) => row.lines.map((line) => ({ row, line })));
  return rows.sort((a, b) => (a.line.id < b.line.id ? -1 : 1)).map(({ row, line }) => ({ row, line, look: graph.edgeLook(line, row) }));
}

function curveOf(graph, line, place) {
  const [from, to] = [place.of(graph.at.get(line.from)), place.of(graph.at.get(line.to))];
  return new Curve(from, control(from, to, graph.bendOf(line)), to);
}

function lines(graph, place) {
  return drawn(graph).flatMap(({ row, line, look }) => oneLine(graph, row, line, look, place));
}

function oneLine(graph, row, line, look, place) {
  const { scale } = place;
  const curve = curveOf(graph, line, place);
  const colour = look.color;
  const radius = (id) => (graph.radiusOf(id) + 2) * scale;
  const way = look.arrows.to ? 1 : look.arrows.from ? -1 : 0;
  const type = (look.arrows.to || look.arrows.from || look.arrows.middle)?.type;
  const room = (end, id) => curve.near(end, radius(id) + (type && way === (end ? 1 : -1) ? endLength(type) * scale : 0));
  const style = { stroke: colour.color, opacity: colour.opacity, contact: row.key, title: described(row) };
  const dash = look.dashes ? look.dashes.map((one) => one * scale) : null;
  const parts = [{ ...style, d: curve.part(room(0, line.from), room(1, line.to)), width: look.width * scale, dash }];
  if (type) parts.push({ ...style, ...mark(curve, type, way, way < 0 ? radius(line.from) : radius(line.to), scale), title: "" });
  return parts;
}

/** The end mark: at the side that was sought, in the middle where nobody says whose it is. */
function mark(curve, type, way, radius, scale) {
  const t0 = way === 0 ? 0.5 : curve.near(way > 0 ? 1 : 0, radius);
  const angle = curve.angle(t0) + (way < 0 ? Math.PI : 0);
  const { d, open } = endMark(type, curve.at(t0), angle, scale);
  return open ? { d, width: 2.6 * scale, dash: null } : { d, width: 0, dash: null, filled: true };
}

const described = (row) => [plain(titleOf(row)), t(row.version.outcome), when(row.version)].join(" · ");

function marks(graph, place) {
  const ink = graph.paint("--ink");
  return drawn(graph).filter(({ look }) => look.label).map(({ line, look }) => {
    const { x, y } = curveOf(graph, line, place).at(0.5);
    return { text: look.label, x, y, size: 17 * place.scale, anchor: "middle", fill: ink, halo: graph.paint("--paper") };
  });
}

// --- nodes and names ---

function dots(graph, place) {
  return graph.own.filter((node) => graph.inSight(node)).map((node) => {
    const look = graph.nodeLook(node);
    const dash = look.shapeProperties.borderDashes ? [3 * place.scale, 2 * place.scale] : null;
    return { d: outline(look.shape, place.of(graph.at.get(node.id)), look.size * place.scale), fill: look.color.background, stroke: look.color.border, width: 2 * place.scale, dash, opacity: 1 };
  });
}

function names(graph, place, stage) {
  const labels = new Kept();
  labels.room = graph.labels.room;
  labels.size = graph.labels.size;
  const reach = stage / 2 / place.scale;
  const context = /** @type {any} */ ({ save() {}, restore() {} });
  labels.draw(context, graph.namesWanted(""), { scale: place.scale, paper: graph.paint("--paper"), view: { top: -reach, bottom: reach } });
  return labels.kept.flatMap(({ label, box }) => box.lines.map((line, at) => nameAt(graph, label, box, line, at, place)));
}

function nameAt(graph, label, box, line, at, place) {
  const anchor = { left: "end", right: "start" }[box.side] || "middle";
  const x = box.x + { end: box.width / 2, start: -box.width / 2, middle: 0 }[anchor];
  const y = box.y + (at - (box.lines.length - 1) / 2) * box.size * 1.2;
  return { text: isolated(line), ...place.of({ x, y }), size: box.size * place.scale, bold: box.font.startsWith("600"), anchor, fill: label.colour, halo: graph.paint("--paper") };
}

// --- the legend: every outcome that is drawn, and what else the picture uses, nodes and colours included ---

function legendOf(graph, width, top) {
  const rows = graph.view.shown.filter((row) => row.lines.length);
  const used = Object.keys(OUTCOMES).filter((outcome) => rows.some((row) => row.version.outcome === outcome));
  /** @type {any[]} */
  const items = used.map((outcome) => ({ outcome, opacity: 1, text: t(outcome) }));
  if (rows.some((row) => !row.certain)) items.push({ outcome: "held", opacity: 0.4, text: t("faint") });
  if (rows.some((row) => row.version.status === "contested")) items.push({ sign: "≠", text: t("contradicted") });
  return laid(graph, [...items, ...restOf(factsOf(graph.view))], width, top);
}

// A colour by itself is a square, as in the page's own legend.
const SWATCH = { shape: "square", hollow: false, size: 5 };

/** Dead lines, the kinds of nodes, and the states whose colours no heading names. */
function restOf({ dead: [dead, possibly], kinds, states, rest }) {
  return [
    dead ? { sign: "✕", text: t("lg.dead") } : null,
    possibly ? { sign: "✕?", text: t("lg.maybeDead") } : null,
    ...kinds.map((kind) => ({ shape: SHAPES[kind] || "dot", hollow: kind === "party", size: kind === "state" ? 7 : 5, paint: "--quiet", text: t(`lg.${kind}`) })),
    ...states.map((state) => ({ ...SWATCH, paint: `--hue-${hueOf(state)}`, text: plain(nameOf(state)) })),
    rest ? { ...SWATCH, paint: "--hue-x", text: t("lg.rest") } : null,
  ].filter(Boolean);
}

function laid(graph, items, width, top) {
  const ruler = new Labels();
  let [x, y] = [GAP, top + LINE / 2];
  const parts = [];
  for (const item of items) {
    const long = roomOf(item) + ruler.width(item.text, false) * TEXT + 2 * GAP;
    if (x > GAP && x + long > width) [x, y] = [GAP, y + LINE];
    parts.push(...entry(graph, item, x, y));
    x += long;
  }
  return { parts, height: items.length ? y - top + LINE : GAP };
}

/** What stands before the word, in pixels. */
const roomOf = (item) => (item.outcome ? SAMPLE + 8 : item.sign?.length > 1 ? LINE * 1.6 : LINE);

function entry(graph, item, x, y) {
  const ink = graph.paint("--ink");
  const word = { text: item.text, x: x + roomOf(item), y, size: TEXT, anchor: "start", fill: ink };
  if (item.shape) return [node(graph, item, x + LINE / 3, y), word];
  if (item.sign) return [{ text: item.sign, x, y, size: 17, anchor: "start", fill: ink }, word];
  const look = OUTCOMES[item.outcome];
  const colour = graph.paint(`--${item.outcome}`);
  const style = { stroke: colour, opacity: item.opacity, dash: null };
  const curve = new Curve({ x, y }, { x: x + SAMPLE / 2, y }, { x: x + SAMPLE, y });
  const { d, open } = endMark(look.end, curve.to, 0, 1);
  return [{ ...style, d: curve.part(0, 1 - endLength(look.end) / SAMPLE), width: look.width, dash: look.dashes }, { ...style, d, width: open ? 2.6 : 0, filled: !open }, word];
}

/** A node of the legend: full, but for those who are not named. */
function node(graph, { shape, hollow, size, paint }, x, y) {
  const colour = graph.paint(paint);
  const d = outline(shape, { x, y }, size);
  return { d, fill: hollow ? graph.paint("--paper") : colour, stroke: colour, width: 2, dash: hollow ? [3, 2] : null, opacity: 1 };
}
