// Contacts taken together: nodes in the groups that are chosen, and of every two of them one bundle.

import { entities, nodes } from "./data.js";
import { lines, versions } from "./drawn.js";
import { LOOKS, lookOf } from "./hairlines.js";
import { groupOf, groupShown } from "./group.js";
import { CROWD, MANY } from "./place.js";

export const VIEWS = ["auto", "single", "bundles", "groups"];

/** How a level is drawn where a view is chosen: "single", "bundles" (of parallel contacts) or "groups". */
export function viewOf(view, level) {
  const auto = lines[level].count > CROWD ? "groups" : "single";
  const wanted = view === "auto" ? auto : view;
  return wanted === "groups" && level === "state" ? (auto === "groups" ? "bundles" : "single") : wanted;
}

/** Whether each contact of a state's level is a line of its own that vis-network draws: only then can nodes be moved. */
export const isSingle = ({ view, level }) => viewOf(view, level) === "single" && lines[level].count <= MANY;

const looks = versions.outcomes.map(lookOf);
const NONE = "none"; // the group of those without one

/**
 * The nodes that stand for those of a level: { key, members, closed } each, and for every place of a node the number
 * of the one that stands for it. `group` is how they are grouped, '' where each stands for itself; the groups of
 * `apart` are opened.
 */
function standing(level, group, apart) {
  const found = [];
  const numbers = new Map();
  const at = new Int32Array(nodes.length).fill(-1);
  for (const node of nodes) {
    if (node.level !== level) continue;
    const own = group ? keyOfGroup(node.key, group) : "";
    const closed = Boolean(group) && !apart.has(own);
    const key = closed ? own : node.key;
    if (!numbers.has(key)) numbers.set(key, found.push({ key, closed, members: [] }) - 1);
    at[node.at] = numbers.get(key);
    found[at[node.at]].members.push(node);
  }
  return { all: found, at };
}

/** What stands for the drawn lines: a bundle of every two { a, b, lines, counts by look }, and what lies inside one. */
function bundled(view, { all, at }) {
  const { from, to, version } = view.level;
  const found = new Map();
  for (const line of view.drawnLines.line) {
    const [one, other] = [at[from[line]], at[to[line]]];
    const [a, b] = one < other ? [one, other] : [other, one];
    const name = a * all.length + b;
    if (!found.has(name)) found.set(name, { a, b, lines: [], counts: new Int32Array(LOOKS.length) });
    const bundle = found.get(name);
    bundle.lines.push(line);
    bundle.counts[looks[versions.outcome[version[line]]]] += 1;
  }
  const every = [...found.values()];
  return { bundles: every.filter((one) => one.a !== one.b), inner: every.filter((one) => one.a === one.b) };
}

let last = { name: "", own: null };

/** The nodes that stand for those of a state's level, the same objects for as long as they are grouped the same. */
export function standingIn(state) {
  const { level, apart } = state;
  const group = viewOf(state.view, level) === "groups" ? groupShown(state) : "";
  const name = JSON.stringify([level, group, [...apart].sort()]);
  if (last.name !== name) last = { name, own: standing(level, group, apart) };
  return last.own;
}

const made = new WeakMap();

/** What a view shows, taken together as its state has it: { own, bundles, inner }. */
export function takenTogether(view) {
  if (!made.has(view)) made.set(view, { own: standingIn(view.state), ...bundled(view, standingIn(view.state)) });
  return made.get(view);
}

// --- bundles by name: two keys with a tilde between them, the smaller first ---

export const bundleKey = (one, other) => (one < other ? `${one}~${other}` : `${other}~${one}`);

/** The two ends that a text names as a bundle; null where it names none. */
export function endsOf(text) {
  const [one, other, ...rest] = text.split("~");
  const known = (key) => isGroup(key) || entities.has(key);
  return other && !rest.length && known(one) && known(other) && one <= other ? [one, other] : null;
}

/** Whether a key stands for those who have no group. */
export const isNone = (key) => key === NONE;

/** The key of the group that a node belongs to in a grouping. */
export const keyOfGroup = (key, group) => groupOf(key, group) || NONE;

const ranks = new Set([...entities.values()].map((one) => one.rank).filter(Boolean));

/** Whether a key is that of a group which is nothing else besides: a rank, or those without a group. */
export const isGroup = (key) => isNone(key) || ranks.has(key);

/** Whether a key is that of a group that is drawn as one node, or could be. */
export function groupAt(state, key) {
  if (viewOf(state.view, state.level) !== "groups") return false;
  const group = groupShown(state);
  return isNone(key) || (group === "rank" ? isGroup(key) : entities.get(key)?.kind === group);
}
