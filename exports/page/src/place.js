// How the layout is stretched to the room there is.

// From so many lines on, they are drawn as a density instead of one by one (many.js).
export const MANY = 1500;
// From so many lines on, a page opens grouped: single lines can't be followed among more.
export const CROWD = 5000;
const MARGIN = 46;
const LIMITS = { high: 0.62, wide: 0.3, most: 2.6 };

/** The room for names beside the outermost nodes: at least so many pixels, at most such a part of the width. */
export const SIDE = { least: 40, most: 0.27 };

/**
 * The scale at which the picture fits, and by how much distances are stretched before: names keep their size on
 * the screen. Rows keep most of their height; where even so there is too little room, the picture is drawn smaller.
 * @type {(reach: {x: number, y: number}, room: {width: number, height: number, side: number}) => {scale: number, factor: {x: number, y: number}}}
 */
export function fitted(reach, { width, height, side }) {
  const fit = { x: Math.max(30, width / 2 - side) / reach.x, y: Math.max(30, height / 2 - MARGIN) / reach.y };
  const scale = Math.max(0.02, Math.min(1, fit.y / LIMITS.high, fit.x / LIMITS.wide));
  return { scale, factor: { x: Math.min(LIMITS.most, fit.x / scale), y: Math.min(LIMITS.most, fit.y / scale) } };
}

/** A point of the layout where it is drawn. */
export const stretched = ({ x, y }, factor) => ({ x: Math.round(x * factor.x), y: Math.round(y * factor.y) });
