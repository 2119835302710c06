// Curved lines in vis-network's terms.

/** How far a line's control point leaves the straight line once the picture is stretched, as a part of its length. */
export function stretchedBend(bend, from, to, factor) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const before = dx * dx + dy * dy;
  const after = (dx * factor.x) ** 2 + (dy * factor.y) ** 2;
  return after ? (bend * factor.x * factor.y * before) / after : bend;
}

/**
 * vis-network puts the control point of its `curvedCW` at (1 + r) / 2 of the line's length from its start,
 * turned by r times 90 degrees: (1 + r) / 2 * sin(r * pi / 2) off the line. This is the r for a bend.
 */
export function roundness(bend) {
  const target = Math.min(Math.abs(bend), 0.9);
  let found = target;
  // Newton's method: what is sought grows with r and bends one way only, so a few steps are exact.
  for (let step = 0; step < 6; step += 1) {
    const turn = (found * Math.PI) / 2;
    const reach = (1 + found) / 2;
    const sine = Math.sin(turn);
    const off = (reach * sine - target) / (sine / 2 + reach * (Math.PI / 2) * Math.cos(turn));
    found -= off;
    if (Math.abs(off) < 1e-12) break;
  }
  return found;
}

/** vis-network's smoothing for a bend: positive leaves to the left of the way. */
export function smoothing(bend) {
  if (Math.abs(bend) < 0.002) return { enabled: false, type: "continuous", roundness: 0 };
  return { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: roundness(bend) };
}
