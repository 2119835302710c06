// Lines, ends and nodes as path data, for pictures that leave the page; the same shapes as on the canvas.

import { smoothing } from "./curves.js";

const round = (value) => Math.round(value * 100) / 100;
const point = ({ x, y }) => `${round(x)} ${round(y)}`;

/** The control point of a line, where vis-network puts it: half way for a straight one. */
export function control(from, to, bend) {
  const { enabled, type, roundness } = smoothing(bend);
  if (!enabled) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // Reach times the way, turned by an angle: (1 + roundness) / 2 or the rest of a half turn.
  const reach = (1 + roundness) / 2;
  const turn = (type === "curvedCW" ? reach : 1 - reach) * Math.PI;
  const [across, along] = [reach * Math.cos(turn), reach * Math.sin(turn)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: from.x - dy * across + dx * along, y: from.y + dx * across + dy * along };
}

/** A quadratic curve: its points, its direction, and a part of it as path data. */
export class Curve {
  constructor(from, via, to) {
    this.from = from;
    this.via = via;
    this.to = to;
  }

  mix(weights) {
    const all = [this.from, this.via, this.to];
    return { x: all.reduce((sum, one, at) => sum + one.x * weights[at], 0), y: all.reduce((sum, one, at) => sum + one.y * weights[at], 0) };
  }

  at(t) {
    return this.mix([(1 - t) ** 2, 2 * t * (1 - t), t * t]);
  }

  angle(t) {
    const way = this.mix([t - 1, 1 - 2 * t, t]);
    return Math.atan2(way.y, way.x);
  }

  /** Where the curve, followed to one of its ends, comes within a distance of it. */
  near(end, distance) {
    const goal = end ? this.to : this.from;
    let [far, close] = [0.5, end];
    for (let step = 0; step < 30; step += 1) {
      const middle = (far + close) / 2;
      const here = this.at(middle);
      if (Math.hypot(here.x - goal.x, here.y - goal.y) > distance) far = middle;
      else close = middle;
    }
    return (far + close) / 2;
  }

  part(a, b) {
    const via = this.mix([(1 - a) * (1 - b), a * (1 - b) + b * (1 - a), a * b]);
    return `M${point(this.at(a))}Q${point(via)} ${point(this.at(b))}`;
  }
}

/** A half circle that bulges towards its tip, as a line of points. */
function halfCircle(radius) {
  const angles = Array.from({ length: 13 }, (_, at) => ((at - 6) * Math.PI) / 12);
  return angles.map((angle) => [radius * (Math.cos(angle) - 1), radius * Math.sin(angle)]);
}

// The ends of lines, with the tip at 0 0 and the line coming from the left; `open` ones are drawn, not filled.
const ENDS = {
  arrow: { length: 10, shape: [[0, 0], [-10, 4.6], [-10, -4.6]] },
  vee: { length: 6, shape: [[0, 0], [-10, 5], [-6, 0], [-10, -5]] },
  box: { length: 7, shape: [[0, -3.5], [0, 3.5], [-7, 3.5], [-7, -3.5]] },
  bar: { length: 2, open: true, shape: [[-1, -6.5], [-1, 6.5]] },
  curve: { length: 6, open: true, shape: halfCircle(6) },
};

/** The end of a line at a place: { d, open }, turned into the direction of the line. */
export function endMark(type, place, angle, size) {
  const { shape, open = false } = ENDS[type];
  const turned = shape.map(([x, y]) => ({ x: place.x + size * (x * Math.cos(angle) - y * Math.sin(angle)), y: place.y + size * (x * Math.sin(angle) + y * Math.cos(angle)) }));
  return { open, d: `M${turned.map(point).join("L")}${open ? "" : "Z"}` };
}

export const endLength = (type) => ENDS[type].length;

/** A node's outline: the shapes of vis-network, by their names there. */
export function outline(shape, { x, y }, r) {
  if (shape === "square") return polygon([[-r, -r], [r, -r], [r, r], [-r, r]], x, y);
  if (shape === "diamond") return polygon([[0, r], [r, 0], [0, -r], [-r, 0]], x, y);
  if (shape === "hexagon") return polygon([0, 1, 2, 3, 4, 5].map((at) => [r * Math.cos((at * Math.PI) / 3), r * Math.sin((at * Math.PI) / 3)]), x, y);
  return `M${point({ x: x - r, y })}A${round(r)} ${round(r)} 0 1 1 ${point({ x: x + r, y })}A${round(r)} ${round(r)} 0 1 1 ${point({ x: x - r, y })}Z`;
}

const polygon = (points, x, y) => `M${points.map(([dx, dy]) => point({ x: x + dx, y: y + dy })).join("L")}Z`;
