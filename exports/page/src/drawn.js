// What drawing needs, as columns: nodes, lines, and of each version of a contact its dates and outcome.

import { begins, block } from "./blocks.js";

const { columns, rest } = block("start");

export const meta = rest;
export const LEVELS = ["person", "office", "state"];
/** A bend is written in such parts. */
export const BEND = 10_000;

/** The nodes of all levels: places in the drawing, and the place of their state among the hues (-1: none). */
export const spots = { key: rest.nodes, level: columns["node.level"], x: columns["node.x"], y: columns["node.y"], side: columns["node.side"], hue: columns["node.hue"] };

/** The versions of all contacts, one after another; dates are places among the sorted `stamps`. */
export const versions = {
  count: columns.since.length,
  since: columns.since,
  until: columns.until,
  earliest: columns.earliest,
  latest: columns.latest,
  outcome: columns.outcome,
  status: columns.status,
  outcomes: rest.tables.outcome,
  statuses: rest.tables.status,
};

/** The first version of each contact, and the number of all after the last. */
export const firsts = begins(columns.versions);

/** The contact of each version. */
export const contactOf = new Int32Array(versions.count);
for (let contact = 0; contact + 1 < firsts.length; contact += 1) for (let v = firsts[contact]; v < firsts[contact + 1]; v += 1) contactOf[v] = contact;

/** For each level its lines, those of a version v from `begin[v]` to before `begin[v + 1]`; ends are places among the spots. */
/** @type {{[level: string]: ReturnType<typeof linesAt>}} */
export const lines = {};
const made = {};
// Made when somebody first looks at the level: the first picture needs one of them.
for (const level of LEVELS) Object.defineProperty(lines, level, { enumerable: true, get: () => (made[level] ||= linesAt(level)) });

function linesAt(level) {
  const [from, to, way] = ["from", "to", "way"].map((name) => columns[`${level}.${name}`]);
  const begin = begins(columns[`${level}.n`]);
  const bend = Float64Array.from(columns[`${level}.bend`]);
  for (let line = 0; line < bend.length; line += 1) bend[line] /= BEND;
  const version = new Int32Array(from.length);
  for (let v = 0; v < versions.count; v += 1) for (let line = begin[v]; line < begin[v + 1]; line += 1) version[line] = v;
  return { begin, from, to, way, bend, version, count: from.length };
}

/** All stamps that stand in the columns, sorted. */
export const stamps = rest.stamps;

/** The place of a stamp among them; of one that is none of them, half a place before the next. */
export function rank(stamp) {
  let [low, high] = [0, stamps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stamps[middle] < stamp) low = middle + 1;
    else high = middle;
  }
  return stamps[low] === stamp ? low : low - 0.5;
}
