// The paths between the two that are chosen, by the held contacts that are shown.

import { ends } from "./data.js";
import { findPaths } from "./paths.js";
import { nodeKeys } from "./near.js";

export const MOST = 10;

/**
 * What the state asks for of paths; null where it asks for none. `ready` says whether both ends are nodes of
 * the level; `groups` are those of paths.js, `all` their paths in one list, `chosen` the one that is drawn.
 */
export function routesOf(view, state) {
  const { start, goal } = state;
  if (!start) return null;
  const drawn = nodeKeys(state.level);
  const ready = drawn.has(start) && drawn.has(goal) && start !== goal;
  if (!ready) return { start, goal, ready, groups: [], all: [], chosen: null, lines: new Set() };
  const links = linksOf(view.shown);
  const groups = findPaths(links, start, goal, { timed: state.order === "time", most: MOST });
  const all = groups.flatMap((group) => group.paths.map((path) => ({ ...path, truth: group.truth })));
  const chosen = all[Math.min(Number(state.route), all.length) - 1] || null;
  return { start, goal, ready, groups, all, chosen, lines: linesOf(links, chosen) };
}

/** What can carry a path: every line of a held contact. */
function linksOf(rows) {
  const held = rows.filter((row) => row.version.outcome === "held");
  return held.flatMap((row) => row.lines.map((line) => ({ a: ends.get(line.from), b: ends.get(line.to), key: row.key, earliest: row.version.earliest, latest: row.version.latest, line: line.id })));
}

/** The lines of a path on the canvas. */
function linesOf(links, path) {
  const found = new Set();
  for (const [at, contacts] of (path ? path.steps : []).entries()) {
    const two = [path.nodes[at], path.nodes[at + 1]];
    for (const one of links) if (contacts.includes(one.key) && two.includes(one.a) && two.includes(one.b)) found.add(one.line);
  }
  return found;
}
