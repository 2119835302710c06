// The lines of a level as curves in the canvas' own units, in columns: for drawing and finding very many of them.

import { stretchedBend } from "./curves.js";
import { lines, spots } from "./drawn.js";
import { control } from "./geometry.js";
import { stretched } from "./place.js";

/** Six numbers a line: its beginning, its control point and its end, as the layout is stretched by `factor`; and the places of all nodes. */
export function wiresOf(level, factor, { curves = true } = {}) {
  const { from, to, bend, count } = lines[level];
  const points = spots.key.map((_, at) => stretched({ x: spots.x[at], y: spots.y[at] }, factor));
  const found = new Float64Array(curves ? 6 * count : 0);
  if (!curves) return { curves: found, points };
  for (let line = 0; line < count; line += 1) {
    const [a, b] = [points[from[line]], points[to[line]]];
    const bent = stretchedBend(bend[line], baseOf(from[line]), baseOf(to[line]), factor);
    const via = control(a, b, bent);
    found.set([a.x, a.y, via.x, via.y, b.x, b.y], 6 * line);
  }
  return { curves: found, points };
}

const baseOf = (spot) => ({ x: spots.x[spot], y: spots.y[spot] });

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
