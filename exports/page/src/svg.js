// A picture as SVG: paths and texts, no script, no style sheet, nothing that is fetched.

import { s } from "./dom.js";
import { element, escaped } from "./xml.js";

const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const tidy = (value) => Math.round(value * 100) / 100;

/** The picture as the text of a file. */
export function svg(picture, language) {
  const [name, attributes, children] = tree(picture, language);
  const inside = children.map((child) => `\n${written(child)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, { xmlns: "http://www.w3.org/2000/svg", ...attributes }, inside, "\n")}\n`;
}

/** The picture as an element of the page. */
export const svgElement = (picture, language) => built(tree(picture, language));

/**
 * Both are made of one tree: [name, attributes, children or text] each.
 * @type {(picture: any, language: string) => any}
 */
function tree({ width, height, paper, title, parts }, language) {
  const inside = [["title", null, title], ["rect", { width, height, fill: paper }, []], ...parts.map(part)];
  return ["svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT, lang: language, role: "img" }, inside];
}

/** @type {(node: any) => string} */
const written = ([name, attributes, inside]) => element(name, attributes, typeof inside === "string" ? escaped(inside) : inside.map(written));
/** @type {(node: any) => any} */
const built = ([name, attributes, inside]) => s(name, attributes, typeof inside === "string" ? inside : inside.map(built));

const part = (one) => (one.text === undefined ? path(one) : text(one));

function path({ d, stroke, width = 0, dash, fill, filled, opacity = 1, title, contact }) {
  const dashes = dash && dash.length ? dash.map(tidy).join(" ") : null;
  const drawn = { "data-contact": contact, d, fill: filled ? stroke : fill || "none", stroke: width ? stroke : "none", "stroke-width": width ? tidy(width) : null, "stroke-dasharray": dashes, opacity: opacity === 1 ? null : tidy(opacity) };
  return ["path", drawn, title ? [["title", null, title]] : []];
}

// A halo keeps names readable over lines, as on the canvas; each text keeps its own direction.
function text({ text: words, x, y, size, bold, anchor, fill, halo }) {
  const place = { x: tidy(x), y: tidy(y), "font-size": tidy(size), "font-weight": bold ? 600 : null, "text-anchor": anchor, "dominant-baseline": "central", direction: "ltr", "unicode-bidi": "embed" };
  const rim = halo ? { stroke: halo, "stroke-width": tidy(size * 0.3), "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return ["text", { ...place, fill, ...rim }, words];
}
