// Which nodes are in sight: those around one, without what was hidden or folded away.

import { nodes } from "./data.js";

const keys = new Map();

/** The keys of all nodes of a level. */
export function nodeKeys(level) {
  if (!keys.has(level)) keys.set(level, new Set(nodes.filter((node) => node.level === level).map((node) => node.key)));
  return keys.get(level);
}

const keyOf = (id) => id.slice(id.indexOf(" ") + 1);

/** Each node with those it has a line to, among the rows given. */
export function neighbours(rows) {
  const next = new Map();
  const put = (a, b) => (next.has(a) ? next.get(a).add(b) : next.set(a, new Set([b])));
  for (const row of rows) {
    for (const line of row.lines) {
      put(keyOf(line.from), keyOf(line.to));
      put(keyOf(line.to), keyOf(line.from));
    }
  }
  return next;
}

/** Whether the state leaves any node of its level out of sight. */
export function narrows(state) {
  const all = nodeKeys(state.level);
  return all.has(state.focus) || [...state.hide, ...state.fold].some((key) => all.has(key));
}

/** The nodes in sight, by the lines of `rows`; null where nothing is left out. */
export function inSight(state, rows) {
  if (!narrows(state)) return null;
  const all = nodeKeys(state.level);
  const next = neighbours(rows);
  const of = (key) => [...(next.get(key) || [])];
  const focus = all.has(state.focus) ? state.focus : "";
  const seen = focus ? around(focus, Number(state.reach), of) : new Set(all);
  if (focus) grow(seen, state.grow, of);
  for (const key of state.hide) if (key !== focus) seen.delete(key);
  for (const key of folded(state.fold, seen, of)) if (key !== focus) seen.delete(key);
  return seen;
}

function around(focus, reach, of) {
  const seen = new Set([focus]);
  for (let step = 0; step < reach; step += 1) for (const key of [...seen]) for (const other of of(key)) seen.add(other);
  return seen;
}

/** The neighbours of what was opened, as far as it is itself in sight. */
function grow(seen, opened, of) {
  for (let before = -1; before !== seen.size; ) {
    before = seen.size;
    for (const key of opened) if (seen.has(key)) for (const other of of(key)) seen.add(other);
  }
}

/** The nodes that hang on nothing but a folded one. */
function folded(folds, seen, of) {
  return [...folds].filter((key) => seen.has(key)).flatMap((key) => leaves(key, seen, of).filter((other) => !folds.has(other)));
}

/** The neighbours of a node that have, in sight, no other. */
export function leaves(key, seen, of) {
  return of(key).filter((other) => seen.has(other) && of(other).every((one) => one === key || !seen.has(one)));
}
