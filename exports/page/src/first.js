// The first picture of a very large graph: nodes and lines, from the first block alone, before anything else is there.

import { Dots } from "./dots.js";
import { LEVELS, lines, meta, rank, spots, versions } from "./drawn.js";
import { lookOf, palette } from "./hairlines.js";
import { painter, pixelOf } from "./paint.js";
import { CROWD, fitted, LEAST, MANY, marginOf, sideRoom } from "./place.js";
import { Raster } from "./raster.js";
import { asFirst, wiresOf } from "./wires.js";

// What an address may say without anything being left out of the picture.
const HARMLESS = new Set(["level", "theme", "lang", "tab", "sort", "lanes", "open", "whole", "list", "sel", "axis", "moves", "step", "speed", "view", "apart", "legend", "tour"]);

// Only what is still known: of a contact that was corrected the last version.
const NEVER = rank("9999-12-31T00:00:00Z");

/** Draw the level that the address, as `given`, asks for if it is very large; whether there was anything to draw. */
export function drawFirst(given) {
  const level = LEVELS.includes(given.get("level")) ? given.get("level") : meta.level;
  if (lines[level].count <= MANY || (given.get("view") !== "single" && lines[level].count > CROWD) || given.has("group") || hasSides(level)) return false;
  const root = document.getElementById("graph");
  document.body.classList.add("starting");
  const picture = canvasIn(root);
  paint(picture, level, [...given.keys()].every((name) => HARMLESS.has(name)));
  requestAnimationFrame(() => performance.mark("backchannel-drawn"));
  return true;
}

// Where names stand beside the outermost nodes, the picture can't be placed before they are known.
const hasSides = (level) => sidesOf(level).some((side) => side === "left" || side === "right");

/** The sides on which nodes of a level have their names. */
function sidesOf(level) {
  const [number, found] = [LEVELS.indexOf(level), new Set()];
  for (let at = 0; at < spots.side.length; at += 1) if (spots.level[at] === number) found.add(spots.side[at]);
  return [...found].map((side) => meta.sides[side]);
}

function canvasIn(root) {
  const picture = document.createElement("canvas");
  picture.width = root.clientWidth;
  picture.height = root.clientHeight;
  root.append(picture);
  return picture;
}

let kept = null;

/**
 * The density of the first picture, once: given to the drawing of a level if that would be drawn the same, with so
 * many pixels, the same camera and, as `weights` says, the same lines.
 */
export function takeFirst(level, { width, height }, { scale, x, y }, weights) {
  const found = kept;
  kept = null;
  if (!found || found.level !== level || [width, height, scale, x, y].some((one, at) => one !== found.place[at])) return null;
  return found.weights.every((weight, line) => weight === weights[line]) ? found.raster : null;
}

/** Nodes, and where no filter leaves any out the lines. */
function paint(picture, level, whole) {
  const { width, height } = picture;
  const { scale, factor } = fitted(reachOf(level), { width, height, side: sideRoom(LEAST, width), margin: marginOf(sidesOf(level), width) });
  const wires = wiresOf(level, asFirst(level), factor);
  // A canvas keeps the scale no more exactly than this; with the very same one the density can be taken over.
  const camera = { scale: Math.fround(scale), x: width / 2, y: height / 2 };
  const paints = painter();
  const context = picture.getContext("2d");
  if (whole) {
    kept = traced(level, wires, camera, { width, height, paints });
    context.drawImage(kept.raster.canvas, 0, 0);
  }
  context.drawImage(dotted(level, wires.points, camera, { width, height, paints }), 0, 0);
}

function reachOf(level) {
  const reach = { x: 1, y: 1 };
  spots.level.forEach((at, spot) => {
    if (LEVELS[at] !== level) return;
    reach.x = Math.max(reach.x, Math.abs(spots.x[spot]));
    reach.y = Math.max(reach.y, Math.abs(spots.y[spot]));
  });
  return reach;
}

function traced(level, { curves, order }, { scale, x, y }, { width, height, paints }) {
  const raster = new Raster(width, height);
  const { count, version } = lines[level];
  raster.clear(count, palette(paints));
  const looks = versions.outcomes.map(lookOf);
  const weights = new Uint8Array(count);
  for (const line of order) {
    if (versions.until[version[line]] < NEVER) continue;
    const at = 6 * line;
    weights[line] = 2;
    raster.add(curves[at] * scale + x, curves[at + 1] * scale + y, curves[at + 2] * scale + x, curves[at + 3] * scale + y, curves[at + 4] * scale + x, curves[at + 5] * scale + y, looks[versions.outcome[version[line]]], 2);
  }
  raster.paint();
  return { level, raster, weights, place: [width, height, scale, x, y] };
}

function dotted(level, points, { scale, x, y }, { width, height, paints }) {
  const dots = new Dots(width, height);
  const hues = [...Array(8).keys()].map((hue) => pixelOf(paints(`--hue-${hue}`)));
  const other = pixelOf(paints("--hue-x"));
  const radius = Math.max(1.4, 7 * scale);
  spots.level.forEach((at, spot) => {
    if (LEVELS[at] === level) dots.put(points[spot].x * scale + x, points[spot].y * scale + y, "dot", radius, hues[spots.hue[spot]] ?? other);
  });
  dots.paint();
  return dots.canvas;
}
