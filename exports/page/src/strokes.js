// Lines and nodes in the whole grammar, in batches of one look each: for what is seen close, and for what stands out.

import { Curve, endLength, endMark, outline } from "./geometry.js";

/** Draw lines; each is { curve: six numbers, look: vis-network's terms, from, to: radii of the nodes }. */
export function strokeLines(context, drawn) {
  const batches = new Map();
  for (const one of drawn) addLine(batchOf(batches, one.look), one);
  for (const { look, line, ends, open } of batches.values()) {
    context.globalAlpha = look.color.opacity;
    context.strokeStyle = context.fillStyle = look.color.color;
    context.lineWidth = look.width;
    context.setLineDash(look.dashes || []);
    context.stroke(line);
    context.setLineDash([]);
    context.fill(ends);
    context.lineWidth = 2.6;
    context.stroke(open);
  }
  context.globalAlpha = 1;
  for (const one of drawn) if (one.look.label.trim()) mark(context, one);
}

function batchOf(batches, look) {
  const name = JSON.stringify([look.color.color, look.color.opacity, look.width, look.dashes]);
  if (!batches.has(name)) batches.set(name, { look, line: new Path2D(), ends: new Path2D(), open: new Path2D() });
  return batches.get(name);
}

function addLine(batch, { curve: [x0, y0, cx, cy, x1, y1], look, from, to }) {
  const curve = new Curve({ x: x0, y: y0 }, { x: cx, y: cy }, { x: x1, y: y1 });
  const way = look.arrows.to ? 1 : look.arrows.from ? -1 : 0;
  const type = (look.arrows.to || look.arrows.from || look.arrows.middle)?.type;
  const ahead = (end) => (type && way === (end ? 1 : -1) ? endLength(type) : 0);
  const [first, last] = [curve.near(0, from + ahead(0)), curve.near(1, to + ahead(1))];
  batch.line.addPath(new Path2D(curve.part(first, last)));
  if (type) addEnd(batch, curve, type, way, way < 0 ? from : to);
}

function addEnd(batch, curve, type, way, radius) {
  const at = way === 0 ? 0.5 : curve.near(way > 0 ? 1 : 0, radius);
  const { d, open } = endMark(type, curve.at(at), curve.angle(at) + (way < 0 ? Math.PI : 0), 1);
  (open ? batch.open : batch.ends).addPath(new Path2D(d));
}

/** What a line says in the middle: that it is contested, or dead. */
function mark(context, { curve: [x0, y0, cx, cy, x1, y1], look }) {
  const { font, label } = look;
  context.font = `${font.size}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = font.strokeWidth;
  context.strokeStyle = font.strokeColor;
  context.fillStyle = font.color;
  const [x, y] = [(x0 + 2 * cx + x1) / 4, (y0 + 2 * cy + y1) / 4];
  context.strokeText(label, x, y);
  context.fillText(label, x, y);
}

/** Draw nodes; each is { x, y, look: vis-network's terms }. */
export function strokeNodes(context, nodes) {
  context.lineWidth = 2;
  for (const { x, y, look } of nodes) {
    const shape = new Path2D(outline(look.shape, { x, y }, look.size));
    context.fillStyle = look.color.background;
    context.strokeStyle = look.color.border;
    context.setLineDash(look.shapeProperties.borderDashes || []);
    context.fill(shape);
    context.stroke(shape);
  }
  context.setLineDash([]);
}
