// Walking from node to node with the arrow keys.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The key of the point that lies best in a direction: near, and little off the way; from nowhere, the first. */
export function nearest(points, from, arrow) {
  const start = points.find((point) => point.key === from);
  if (!start) return points.length ? points[0].key : "";
  const [wx, wy] = WAYS[arrow];
  let best = { key: from, cost: Infinity };
  for (const point of points) {
    const [dx, dy] = [point.x - start.x, point.y - start.y];
    const ahead = dx * wx + dy * wy;
    const aside = Math.abs(dx * wy) + Math.abs(dy * wx);
    const cost = ahead + 2.5 * aside;
    if (point !== start && ahead > 0 && cost < best.cost) best = { key: point.key, cost };
  }
  return best.key;
}

export const isArrow = (key) => Object.hasOwn(WAYS, key);
