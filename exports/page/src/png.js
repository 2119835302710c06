// A picture as PNG, at twice its size so that print can use it.

const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const SHARP = 2;

/** The picture as a blob. */
export function png({ width, height, paper, parts }) {
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  const context = canvas.getContext("2d");
  context.scale(SHARP, SHARP);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const one of parts) (one.text === undefined ? path : text)(context, one);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

function path(context, { d, stroke, width = 0, dash, fill, filled, opacity = 1 }) {
  const shape = new Path2D(d);
  context.globalAlpha = opacity;
  context.setLineDash(dash || []);
  context.lineWidth = width;
  context.strokeStyle = stroke;
  context.fillStyle = filled ? stroke : fill || "transparent";
  if (filled || fill) context.fill(shape);
  if (width) context.stroke(shape);
  context.globalAlpha = 1;
}

function text(context, { text: words, x, y, size, bold, anchor, fill, halo }) {
  context.setLineDash([]);
  context.direction = "ltr";
  context.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
  context.textAlign = { start: "left", end: "right", middle: "center" }[anchor];
  context.textBaseline = "middle";
  context.lineJoin = "round";
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = size * 0.3;
    context.strokeText(words, x, y);
  }
  context.fillStyle = fill;
  context.fillText(words, x, y);
}
