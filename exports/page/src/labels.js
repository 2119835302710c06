// Names on the canvas, all of one size on the screen; where two would overlap, the busier node keeps its own.

const SIZE = 13;
const SMALLEST = 10;
const CLOSE = 13;
const LEAD = 1.2;
const LIMIT = 600;
// Up to so many names it is tried to move one a little; of more, the picture has to be there at once.
const MOVED = 150;
const DOT = 12;
const RAISED = 0.14;
// Where else a label may go when its first place is taken: beside its node a little lower or higher, elsewhere
// a line further out, or across its node.
const ELSEWHERE = {
  left: [["left", 0], ["left", 0.12], ["left", -0.12], ["left", 0.35], ["left", -0.35]],
  right: [["right", 0], ["right", 0.12], ["right", -0.12], ["right", 0.35], ["right", -0.35]],
  above: [["above", 0], ["above", 1], ["above", 2], ["below", 0]],
  below: [["below", 0], ["below", 1], ["below", 2], ["above", 0]],
};
const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";

export class Labels {
  constructor() {
    this.boxes = [];
    this.crowded = false;
    this.room = 160;
    this.size = SIZE;
    this.widths = new Map();
    this.ruler = document.createElement("canvas").getContext("2d");
  }

  /** Write smaller where the rows are so many pixels apart that names of the usual size would not fit. */
  fitRows(pitch) {
    this.size = Math.max(SMALLEST, Math.min(SIZE, pitch / LEAD));
  }

  /** How wide a label is on the screen, with its gap to the node. */
  reach(text) {
    return this.width(shorten(text), true) * this.size + CLOSE;
  }

  /** Draw labels, the weightiest first; each is { id, text, x, y, side, weight, colour, strong, head }. */
  draw(context, labels, { scale, paper, view }) {
    this.boxes = [];
    this.crowded = labels.length > MOVED;
    const dots = labels.length > LIMIT ? [] : labels.filter((label) => !label.head).map(({ id, x, y }) => ({ id, x, y, width: DOT, height: DOT }));
    const unit = Math.min(1.4, Math.max(1, scale)) / scale;
    context.save();
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const inSight = (one) => one.y - one.height / 2 >= view.top && one.y + one.height / 2 <= view.bottom;
    const hit = (one) => (other) => other !== one.instead && (other.id !== one.id || one.head || other.head) && overlap(one, other);
    const free = (one) => inSight(one) && !this.boxes.some(hit(one)) && !dots.some(hit(one));
    const chosen = [...labels].sort((a, b) => b.weight - a.weight).slice(0, LIMIT);
    const written = chosen.map((label) => this.settle(label, (place) => this.box(place, unit, scale), free)).filter(Boolean);
    for (const { label, box, whole } of written) this.write(context, label, this.widen(box, whole, free), paper);
    context.restore();
  }

  /** The first free place of a label on one line, and the same place with the whole of it on two. */
  settle(label, boxOf, free) {
    const places = this.places(label).map(({ whole, ...place }) => ({ label, box: boxOf(place), whole: whole && boxOf({ ...place, lines: whole }) }));
    const found = places.find(({ box }) => free(box)) || (label.strong ? places[0] : null);
    if (found) this.boxes.push(found.box);
    return found;
  }

  /** Once every name has its line, one that had to be cut takes a second where there is room left. */
  widen(box, whole, free) {
    if (!whole || !free({ ...whole, instead: box })) return box;
    this.boxes[this.boxes.indexOf(box)] = whole;
    return whole;
  }

  /** The places where a label may stand, the best first, on one line and, where that cuts it, `whole` on two. */
  places(label) {
    const bold = label.head || label.strong;
    const size = label.head ? this.headSize() : this.size;
    const beside = label.side === "left" || label.side === "right";
    const room = (beside ? this.room - CLOSE : 170) * (this.size / size);
    const text = shorten(label.text);
    const form = this.fits(text, bold, room) ? { lines: [text] } : { lines: [this.cut(text, bold, room)], whole: this.wrapped(text, bold, room) };
    const ways = beside && this.crowded ? ELSEWHERE[label.side].slice(0, 1) : ELSEWHERE[label.side];
    return ways.map(([side, row]) => ({ ...label, side, row, bold, ...form }));
  }

  headSize() {
    return Math.max(SMALLEST - 0.5, this.size - 2);
  }

  box({ id, x, y, side, row, lines, bold, head }, unit, scale) {
    const size = (head ? this.headSize() : this.size) * unit;
    const width = Math.max(...lines.map((line) => this.width(line, bold))) * size;
    const height = size * LEAD * lines.length;
    const gap = head ? 0 : CLOSE * Math.max(1, 0.7 / scale);
    const middle = { x, y };
    if (side === "left") middle.x -= gap + width / 2;
    if (side === "right") middle.x += gap + width / 2;
    // Above a group there is more room than below its title.
    if (side === "left" || side === "right") middle.y += size * LEAD * (head ? row - RAISED : row);
    if (side === "above") middle.y -= gap + height / 2 + size * LEAD * row - size * 0.1;
    if (side === "below") middle.y += gap + height / 2 + size * LEAD * row - size * 0.1;
    return { id, head, ...middle, side, width, height, lines, size, font: `${bold ? "600 " : ""}${size}px ${FONT}` };
  }

  fits(text, bold, room) {
    return this.width(text, bold) * this.size <= room;
  }

  /** Two lines, as even as the words allow. */
  wrapped(text, bold, room) {
    const words = text.split(" ");
    const splits = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")]);
    const longest = (lines) => Math.max(...lines.map((line) => this.width(line, bold)));
    const best = splits.sort((a, b) => longest(a) - longest(b))[0] || [text];
    return best.map((line) => this.cut(line, bold, room));
  }

  /** A line cut to the room there is; the whole of it stands in the hint and the panel. */
  cut(text, bold, room) {
    if (this.fits(text, bold, room)) return text;
    const characters = [...text];
    while (characters.length > 4 && !this.fits(`${characters.join("")}…`, bold, room)) characters.pop();
    return `${characters.join("").trimEnd()}…`;
  }

  width(text, bold) {
    const key = `${bold ? 1 : 0}${text}`;
    if (!this.widths.has(key)) {
      this.ruler.font = `${bold ? "600 " : ""}100px ${FONT}`;
      this.widths.set(key, this.ruler.measureText(text).width / 100);
    }
    return this.widths.get(key);
  }

  write(context, label, box, paper) {
    const align = { left: "right", right: "left" }[box.side] || "center";
    const x = box.x + { right: box.width / 2, left: -box.width / 2, center: 0 }[align];
    context.font = box.font;
    context.textAlign = align;
    context.strokeStyle = paper;
    context.lineWidth = box.size * 0.3;
    context.fillStyle = label.colour;
    box.lines.forEach((line, at) => {
      const y = box.y + (at - (box.lines.length - 1) / 2) * box.size * LEAD;
      // Each name in its own direction, whatever script it is in.
      const own = `\u2068${line}\u2069`;
      context.strokeText(own, x, y);
      context.fillText(own, x, y);
    });
  }

  /** The id of the node whose name is at a point of the canvas. */
  at(point) {
    const hit = this.boxes.find((box) => Math.abs(point.x - box.x) <= box.width / 2 && Math.abs(point.y - box.y) <= box.height / 2);
    return hit ? hit.id : "";
  }
}

const overlap = (a, b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 1;

/** At most 60 characters. */
function shorten(text) {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("");
}
