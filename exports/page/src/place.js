// How the layout is stretched to the room there is.

// From so many lines on, they are drawn as a density instead of one by one (many.js).
export const MANY = 1500;
// From so many lines on, a page opens grouped: single lines can't be followed among more.
export const CROWD = 5000;
// Room above and below the outermost nodes, with and without names there; side by side in a narrow picture they need rows.
const MARGIN = { names: 46, rows: 62, none: 18 };
const NARROW = 600;
const LIMITS = { high: 0.62, wide: 0.3, most: 2.6 };

/** The room for names beside the outermost nodes is at least so many pixels. */
export const LEAST = 40;

/** The room for names as wide as `widest`: at most a fifth of a wide picture, a quarter of a narrow one. */
export const sideRoom = (widest, width) => Math.min(widest, Math.max(width * 0.2, Math.min(130, width * 0.27)));

/** The room above and below a picture of that width, with the sides on which its nodes have their names. */
export function marginOf(sides, width) {
  return sides.some((side) => side === "above" || side === "below") ? MARGIN[width < NARROW ? "rows" : "names"] : MARGIN.none;
}

/**
 * The scale at which the picture fits, and by how much distances are stretched before: names keep their size on
 * the screen. Rows keep most of their height; where even so there is too little room, the picture is drawn smaller.
 * @type {(reach: {x: number, y: number}, room: {width: number, height: number, side: number, margin: number}) => {scale: number, factor: {x: number, y: number}}}
 */
export function fitted(reach, { width, height, side, margin }) {
  const fit = { x: Math.max(30, width / 2 - side) / reach.x, y: Math.max(30, height / 2 - margin) / reach.y };
  const scale = Math.max(0.02, Math.min(1, fit.y / LIMITS.high, fit.x / LIMITS.wide));
  return { scale, factor: { x: Math.min(LIMITS.most, fit.x / scale), y: Math.min(LIMITS.most, fit.y / scale) } };
}

/** A point of the layout where it is drawn. */
export const stretched = ({ x, y }, factor) => ({ x: Math.round(x * factor.x), y: Math.round(y * factor.y) });
