// A picture as SVG: paths and texts, no script, no style sheet, nothing that is fetched.

import { element, escaped } from "./xml.js";

const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const tidy = (value) => Math.round(value * 100) / 100;

export function svg({ width, height, paper, title, parts }, language) {
  const inside = [element("title", null, escaped(title)), element("rect", { width, height, fill: paper }), ...parts.map(part)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT, lang: language, role: "img" }, inside.map((line) => `\n${line}`), "\n")}\n`;
}

const part = (one) => (one.text === undefined ? path(one) : text(one));

function path({ d, stroke, width = 0, dash, fill, filled, opacity = 1, title, contact }) {
  const dashes = dash && dash.length ? dash.map(tidy).join(" ") : null;
  const drawn = { "data-contact": contact, d, fill: filled ? stroke : fill || "none", stroke: width ? stroke : "none", "stroke-width": width ? tidy(width) : null, "stroke-dasharray": dashes, opacity: opacity === 1 ? null : tidy(opacity) };
  return element("path", drawn, title ? element("title", null, escaped(title)) : "");
}

// A halo keeps names readable over lines, as on the canvas; each text keeps its own direction.
function text({ text: words, x, y, size, bold, anchor, fill, halo }) {
  const place = { x: tidy(x), y: tidy(y), "font-size": tidy(size), "font-weight": bold ? 600 : null, "text-anchor": anchor, "dominant-baseline": "central", direction: "ltr", "unicode-bidi": "embed" };
  const rim = halo ? { stroke: halo, "stroke-width": tidy(size * 0.3), "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return element("text", { ...place, fill, ...rim }, escaped(words));
}
