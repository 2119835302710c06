// Very many lines as a density: how often each pixel is crossed, and the sum of the colours that cross it. Whole numbers are
// added up, so a line is taken away as exactly as it was put there, and a step of time costs only the lines that change.

import { DASHES } from "./hairlines.js";

// Of each pixel: the crossings, then the sums of their red, green and blue.
const SLOTS = 4;
const PIECE = 256;

const MOST = 512;

/**
 * What a pixel is covered by with so many crossings; twice the number, since what is only possible counts half. One
 * line covers less of it the more there are, and the cover grows with the logarithm: a hundred are told from ten.
 */
function coverOf(lines) {
  const least = Math.max(0.28, Math.min(0.7, 0.7 - 0.22 * Math.log10(Math.max(lines, 1) / 500)));
  return Uint8ClampedArray.from({ length: MOST }, (_, twice) => (twice ? 255 * (least + (1 - least) * (Math.log2((1 + twice) / 2) / Math.log2(MOST / 2))) : 0));
}

export class Raster {
  /** Of so many pixels. */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.crossed = new Int32Array(width * height * SLOTS);
    this.canvas = document.createElement("canvas");
    this.canvas.width = width;
    this.canvas.height = height;
    this.context = this.canvas.getContext("2d");
    this.image = this.context.createImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.touched = new Uint8Array(width * height);
    this.changed = new Int32Array(width * height);
    this.count = 0;
    this.whole = true; // whether all of it is to be painted, not only what changed
    this.fresh = true;
    this.cover = coverOf(0);
    this.palette = [];
  }

  /** Nothing crosses any pixel; there will be about so many lines. `palette` has red, green and blue of each look, one after another. */
  clear(lines, palette) {
    this.cover = coverOf(lines);
    this.palette = palette;
    // What was just made is empty: to fill it again takes as long as some thousand lines.
    if (!this.fresh) for (const plane of [this.crossed, this.pixels, this.touched]) plane.fill(0);
    this.count = 0;
    this.whole = true;
    this.fresh = false;
  }

  /**
   * Add a line to what crosses each pixel, or take it away: `by` is its weight, negative to take it away. It is a
   * quadratic curve from x0 y0 by way of the control point cx cy to x1 y1, in pixels; `look` says how it is dashed.
   */
  add(x0, y0, cx, cy, x1, y1, look, by) {
    const { width, height } = this;
    if (Math.max(x0, x1, cx) < 0 || Math.max(y0, y1, cy) < 0 || Math.min(x0, x1, cx) >= width || Math.min(y0, y1, cy) >= height) return;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(cx - x0) + Math.abs(x1 - cx), Math.abs(cy - y0) + Math.abs(y1 - cy))));
    if (Math.min(x0, x1, cx) < 0 || Math.min(y0, y1, cy) < 0 || Math.max(x0, x1, cx) >= width - 1 || Math.max(y0, y1, cy) >= height - 1) this.walkOver(x0, y0, cx, cy, x1, y1, steps, look, by);
    else this.walk(x0, y0, cx, cy, x1, y1, steps, look, by);
  }

  /** A line that lies wholly inside; its points by forward differences. */
  walk(x0, y0, cx, cy, x1, y1, steps, look, by) {
    const { width, crossed, touched, changed } = this;
    // While the whole is drawn anew, what changed need not be noted.
    const noted = !this.whole;
    const dashes = DASHES[look];
    const [red, green, blue] = this.weighed(look, by);
    const bend = 1 / steps;
    const [ax, ay] = [(x0 - 2 * cx + x1) * bend * bend, (y0 - 2 * cy + y1) * bend * bend];
    let [x, y] = [x0, y0];
    let [dx, dy] = [2 * (cx - x0) * bend + ax, 2 * (cy - y0) * bend + ay];
    let { count } = this;
    for (let step = 0; step <= steps; step += 1) {
      if (dashes[step & 31]) {
        const pixel = (y | 0) * width + (x | 0);
        const at = pixel * SLOTS;
        crossed[at] += by;
        crossed[at + 1] += red;
        crossed[at + 2] += green;
        crossed[at + 3] += blue;
        if (noted && touched[pixel] === 0) {
          touched[pixel] = 1;
          changed[count++] = pixel;
        }
      }
      x += dx;
      y += dy;
      dx += 2 * ax;
      dy += 2 * ay;
    }
    this.count = count;
  }

  /** The colour of a look, as often as a line of that weight counts. */
  weighed(look, by) {
    const { palette } = this;
    return [by * palette[3 * look], by * palette[3 * look + 1], by * palette[3 * look + 2]];
  }

  /** A line that leaves the picture, piece by piece: those outside are passed over. */
  walkOver(x0, y0, cx, cy, x1, y1, steps, look, by) {
    /** @type {(t: number) => [number, number]} */
    const at = (t) => [(1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * cx + t * t * x1, (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * cy + t * t * y1];
    let here = at(0);
    for (let first = 0; first < steps; first += PIECE) {
      const last = Math.min(steps, first + PIECE);
      const there = at(last / steps);
      if (this.near(here, there)) for (let step = first; step < last; step += 1) this.point(...at(step / steps), step, look, by);
      here = there;
    }
  }

  /** Whether a piece of a line may come into the picture; it leaves the straight way by less than its steps. */
  near([x0, y0], [x1, y1]) {
    return Math.max(x0, x1) > -PIECE && Math.max(y0, y1) > -PIECE && Math.min(x0, x1) < this.width + PIECE && Math.min(y0, y1) < this.height + PIECE;
  }

  point(x, y, step, look, by) {
    if (!DASHES[look][step & 31] || x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const pixel = (y | 0) * this.width + (x | 0);
    const { crossed } = this;
    const [red, green, blue] = this.weighed(look, by);
    const at = pixel * SLOTS;
    crossed[at] += by;
    crossed[at + 1] += red;
    crossed[at + 2] += green;
    crossed[at + 3] += blue;
    if (this.whole || this.touched[pixel]) return;
    this.touched[pixel] = 1;
    this.changed[this.count++] = pixel;
  }

  /** Turn what changed into colours. */
  paint() {
    if (this.whole) this.paintAll();
    else this.paintChanged();
  }

  paintAll() {
    const { crossed, pixels } = this;
    for (let pixel = 0; pixel < pixels.length; pixel += 1) if (crossed[pixel * SLOTS] !== 0) pixels[pixel] = this.colour(pixel);
    this.whole = false;
    this.context.putImageData(this.image, 0, 0);
  }

  paintChanged() {
    const { changed, count, touched, pixels, width } = this;
    let [top, bottom] = [this.height, -1];
    for (let at = 0; at < count; at += 1) {
      const pixel = changed[at];
      touched[pixel] = 0;
      pixels[pixel] = this.colour(pixel);
      if (pixel < top * width) top = (pixel / width) | 0;
      if (pixel >= (bottom + 1) * width) bottom = (pixel / width) | 0;
    }
    this.count = 0;
    if (bottom >= top) this.context.putImageData(this.image, 0, 0, 0, top, width, bottom - top + 1);
  }

  colour(pixel) {
    const { crossed } = this;
    const at = pixel * SLOTS;
    const all = crossed[at];
    if (all === 0) return 0;
    return ((this.cover[all < MOST ? all : MOST - 1] << 24) | ((crossed[at + 3] / all) << 16) | ((crossed[at + 2] / all) << 8) | (crossed[at + 1] / all)) >>> 0;
  }
}
