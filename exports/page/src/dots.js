// Very many nodes as small stamps of pixels, each in the shape of its kind.

const SHAPES = {
  dot: (x, y, r) => r - Math.hypot(x, y),
  square: (x, y, r) => r - Math.max(Math.abs(x), Math.abs(y)),
  diamond: (x, y, r) => r - (Math.abs(x) + Math.abs(y)),
  hexagon: (x, y, r) => r - Math.max(Math.abs(x), Math.abs(x) / 2 + Math.abs(y) * 0.87),
};

/** The pixels of a stamp: how far right and down of its middle each lies, and its cover up to 255. */
function stamp(shape, radius) {
  const reach = Math.ceil(radius);
  const found = { right: [], down: [], cover: [] };
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      const cover = Math.max(0, Math.min(1, SHAPES[shape](x, y, radius) + 0.5));
      if (cover === 0) continue;
      found.right.push(x);
      found.down.push(y);
      found.cover.push(Math.round(255 * cover));
    }
  }
  return found;
}

export class Dots {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.canvas = document.createElement("canvas");
    this.canvas.width = width;
    this.canvas.height = height;
    this.context = this.canvas.getContext("2d");
    this.image = this.context.createImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.stamps = new Map();
    this.last = null;
  }

  clear() {
    this.pixels.fill(0);
  }

  /** Put a node at a place, in pixels; its colour as blue << 16 | green << 8 | red. */
  put(x, y, shape, radius, colour) {
    this.press(this.stampOf(shape, radius), Math.round(x), Math.round(y), colour);
  }

  /** Press a stamp with its middle on a pixel. */
  press({ right, down, cover }, left, top, colour) {
    const { width, height, pixels } = this;
    for (let at = 0; at < cover.length; at += 1) {
      const px = left + right[at];
      const py = top + down[at];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const pixel = py * width + px;
      if (pixels[pixel] >>> 24 <= cover[at]) pixels[pixel] = ((cover[at] << 24) | colour) >>> 0;
    }
  }

  /** Bring what was put onto the canvas. */
  paint() {
    this.context.putImageData(this.image, 0, 0);
  }

  stampOf(shape, radius) {
    const last = this.last;
    if (last?.shape === shape && last.radius === radius) return last.stamp;
    const name = `${shape} ${radius}`;
    if (!this.stamps.has(name)) this.stamps.set(name, stamp(shape in SHAPES ? shape : "dot", radius));
    this.last = { shape, radius, stamp: this.stamps.get(name) };
    return this.last.stamp;
  }
}
