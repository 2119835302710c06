// The looks of lines drawn as hairlines: by outcome, told apart by their dashes as close in, only finer.

import { OUTCOMES } from "./grammar.js";
import { partsOf } from "./paint.js";

/** The outcomes in the order of their looks. */
export const LOOKS = Object.keys(OUTCOMES);

// Pixels that are drawn and left out in turn; they fill 32 in all, which the raster repeats.
const RUNS = {
  held: [32],
  attempted: [6, 2, 6, 2, 6, 2, 6, 2],
  refused: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  ignored: [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3],
  cancelled: [9, 3, 1, 3, 9, 3, 1, 3],
  proposed: [8, 8, 8, 8],
};

/** For each look, whether each of 32 pixels is drawn. */
export const DASHES = LOOKS.map((outcome) => Uint8Array.from(RUNS[outcome].flatMap((length, at) => Array(length).fill(1 - (at % 2)))));

/** The look of an outcome; an unknown one looks like what is only proposed. */
export const lookOf = (outcome) => (LOOKS.includes(outcome) ? LOOKS.indexOf(outcome) : LOOKS.indexOf("proposed"));

/** Red, green and blue of each look in the theme's colours, one after another. */
export const palette = (paint) => LOOKS.flatMap((outcome) => partsOf(paint(`--${outcome}`)));
