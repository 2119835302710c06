// A picture that vis-network's camera moves over: the last one moves along, and is drawn anew once the camera rests.

const REST = 160;

/** Where the canvas' own units lie on its pixels. */
function cameraOf(context) {
  const { a, e, f } = context.getTransform();
  return { scale: a, x: e, y: f };
}

const same = (one, other) => one.scale === other.scale && one.x === other.x && one.y === other.y;

/** Something to draw on, of so many pixels. */
export function layer(width, height) {
  const context = document.createElement("canvas").getContext("2d");
  [context.canvas.width, context.canvas.height] = [width, height];
  return context;
}

export class Moving {
  constructor(graph) {
    this.graph = graph;
    this.view = null; // what is drawn; null before anything is
    this.camera = null; // that of the picture that is there; null where it must be drawn anew
    this.box = null; // the part of the canvas in sight of it
    this.ink = null;
    this.timer = 0;
  }

  /** Into vis-network's canvas: the picture as it is, or moved along with the camera until that rests. */
  draw(context) {
    if (!this.view || !context.canvas.width || !context.canvas.height) return;
    const camera = cameraOf(context);
    if (!this.camera || !this.fits(context.canvas)) this.anew(camera, context.canvas);
    else if (!same(camera, this.camera)) this.later();
    const by = camera.scale / this.camera.scale;
    context.save();
    context.setTransform(by, 0, 0, by, camera.x - by * this.camera.x, camera.y - by * this.camera.y);
    this.layers(context);
    context.restore();
    this.over(context);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.redo(), REST);
  }

  redo() {
    this.camera = null;
    this.graph.network.redraw();
  }

  anew(camera, { width, height }) {
    if (!this.fits({ width, height })) this.resize(width, height);
    this.camera = camera;
    this.box = { left: -camera.x / camera.scale, right: (width - camera.x) / camera.scale, top: -camera.y / camera.scale, bottom: (height - camera.y) / camera.scale };
    this.render();
  }

  fits({ width, height }) {
    return Boolean(this.ink) && this.ink.canvas.width === width && this.ink.canvas.height === height;
  }

  resize(width, height) {
    this.ink = layer(width, height);
  }

  /** Begin a layer anew, in the canvas' own units. */
  cleared(ink = this.ink) {
    const { camera } = this;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.clearRect(0, 0, ink.canvas.width, ink.canvas.height);
    ink.setTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y);
    return ink;
  }

  inside({ x, y }) {
    const { left, right, top, bottom } = this.box;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Draw the picture for `camera` into the layers. */
  render() {}

  /** Put the layers onto a canvas. */
  layers(context) {
    context.drawImage(this.ink.canvas, 0, 0);
  }

  /** What is drawn over the picture at every frame. */
  over(context) {
    return context;
  }

  /** What lies under the pointer is said, as it moves. */
  hover(event) {
    if (event.buttons || !this.view) return;
    const { left, top } = this.graph.root.getBoundingClientRect();
    const point = this.graph.network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top });
    const key = this.pick(point) || this.pickLine(point);
    if (key !== this.graph.hovered) this.graph.hover(key, event);
  }

  /** The key of the node at a point of the canvas; '' where none is. */
  pick(point) {
    return point ? "" : "";
  }

  /** The key of what a line at a point of the canvas stands for. */
  pickLine(point) {
    return point ? "" : "";
  }
}
