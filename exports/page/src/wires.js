// The lines of a level as curves in the canvas' own units, in columns: for drawing and finding very many of them.

import { stretchedBend } from "./curves.js";
import { lines, spots } from "./drawn.js";
import { control } from "./geometry.js";
import { stretched } from "./place.js";

/** Where all nodes stand as they are grouped at first, and how far the lines of a level leave the straight one. */
export const asFirst = (level) => ({ x: spots.x, y: spots.y, bend: lines[level].bend });

/** The places of all nodes, as a layout is stretched by `factor`. */
export function pointsOf({ x, y }, factor) {
  const found = [];
  for (let at = 0; at < x.length; at += 1) found.push(stretched({ x: x[at], y: y[at] }, factor));
  return found;
}

let last = null;

/**
 * As `curves` six numbers a line of a level: its beginning, its control point and its end, as its layout (group.js) is stretched;
 * `points` are the places of the nodes, `order` one in which lines are drawn fastest. What was worked out last is kept: the first picture has done so, and most changes leave everything where it was.
 */
export function wiresOf(level, laid, factor) {
  const key = [level, laid.x, laid.y, laid.bend, factor.x, factor.y];
  if (!last || key.some((one, at) => one !== last.key[at])) last = { key, wires: wiresAnew(level, laid, factor) };
  return last.wires;
}

function wiresAnew(level, laid, factor) {
  const { from, to, count } = lines[level];
  const points = pointsOf(laid, factor);
  const found = new Float64Array(6 * count);
  const base = points.map((_, spot) => ({ x: laid.x[spot], y: laid.y[spot] }));
  for (let line = 0; line < count; line += 1) {
    const a = points[from[line]];
    const b = points[to[line]];
    const via = control(a, b, stretchedBend(laid.bend[line], base[from[line]], base[to[line]], factor));
    const at = 6 * line;
    found[at] = a.x;
    found[at + 1] = a.y;
    found[at + 2] = via.x;
    found[at + 3] = via.y;
    found[at + 4] = b.x;
    found[at + 5] = b.y;
  }
  return { curves: found, points, order: inBundles(found, count) };
}

const CELLS = 16;

/** The lines in an order in which those between the same parts of the picture stand together: what they cross is then at hand. */
function inBundles(curves, count) {
  const keys = cellsOf(curves, count);
  const begin = new Int32Array(CELLS ** 4 + 1);
  for (let line = 0; line < count; line += 1) begin[keys[line] + 1] += 1;
  for (let key = 0; key < CELLS ** 4; key += 1) begin[key + 1] += begin[key];
  const order = new Int32Array(count);
  for (let line = 0; line < count; line += 1) order[begin[keys[line]]++] = line;
  return order;
}

/** For each line the cells of the picture in which it begins and ends, as one number. */
function cellsOf(curves, count) {
  const reach = { x: 1, y: 1 };
  for (let at = 0; at < 6 * count; at += 6) {
    reach.x = Math.max(reach.x, Math.abs(curves[at]), Math.abs(curves[at + 4]));
    reach.y = Math.max(reach.y, Math.abs(curves[at + 1]), Math.abs(curves[at + 5]));
  }
  const part = (value, most) => Math.min(CELLS - 1, Math.floor(((value + most) / (2 * most)) * CELLS));
  const cell = (at) => part(curves[at + 1], reach.y) * CELLS + part(curves[at], reach.x);
  const found = new Int32Array(count);
  for (let line = 0; line < count; line += 1) found[line] = cell(6 * line) * CELLS * CELLS + cell(6 * line + 4);
  return found;
}

/** Whether any of a curve may lie in a box. */
export function touches(curves, line, box) {
  const at = 6 * line;
  const [x0, y0, cx, cy, x1, y1] = [curves[at], curves[at + 1], curves[at + 2], curves[at + 3], curves[at + 4], curves[at + 5]];
  return Math.max(x0, cx, x1) >= box.left && Math.min(x0, cx, x1) <= box.right && Math.max(y0, cy, y1) >= box.top && Math.min(y0, cy, y1) <= box.bottom;
}

/** The line that comes nearest to a point, and nearer than `reach`; -1 where none does. */
export function nearestWire(curves, candidates, { x, y }, reach) {
  const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  let best = { line: -1, distance: reach };
  for (const line of candidates) {
    if (!touches(curves, line, box)) continue;
    const distance = distanceTo(curves, line, x, y);
    if (distance < best.distance) best = { line, distance };
  }
  return best.line;
}

const PIECES = 24;

function distanceTo(curves, line, x, y) {
  const at = 6 * line;
  let [px, py] = [curves[at], curves[at + 1]];
  let best = Infinity;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    const [qx, qy] = [a * curves[at] + b * curves[at + 2] + c * curves[at + 4], a * curves[at + 1] + b * curves[at + 3] + c * curves[at + 5]];
    best = Math.min(best, toSegment(x, y, px, py, qx, qy));
    [px, py] = [qx, qy];
  }
  return best;
}

function toSegment(x, y, px, py, qx, qy) {
  const [dx, dy] = [qx - px, qy - py];
  const along = dx * dx + dy * dy;
  const part = along ? Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / along)) : 0;
  return Math.hypot(x - px - part * dx, y - py - part * dy);
}
