// The nodes of a level grouped by state, organisation or rank: their places, curves and headings, as Python laid them out.

import { block } from "./blocks.js";
import { entities, headings, nodes, page } from "./data.js";
import { BEND, lines, spots } from "./drawn.js";

/** The ways in which the nodes of a level can be grouped. */
export const groupsOf = (level) => ["state", ...page.groupings[level]];

/** The grouping that is shown: the one chosen, or states where it tells nothing apart at this level. */
export const groupShown = ({ level, group }) => (groupsOf(level).includes(group) ? group : "state");

/**
 * A level as it lies in a grouping: its nodes, with where they stand; `heads`; and columns: `x` and `y` by a node's
 * place among all, `bend` by a line's place among those of the level.
 */
export function layoutOf(level, group) {
  const own = nodes.filter((node) => node.level === level);
  const heads = headings.filter((head) => head.level === level).map((head) => ({ ...head, group: head.state }));
  return group === "state" ? { nodes: own, heads, x: spots.x, y: spots.y, bend: lines[level].bend } : regrouped(own, `${level}.${group}`);
}

function regrouped(own, name) {
  const { columns, rest } = block("groupings");
  const [xs, ys, sides] = ["x", "y", "side"].map((of) => columns[`${name}.${of}`]);
  const [x, y] = [Int32Array.from(spots.x), Int32Array.from(spots.y)];
  const placed = own.map((node, at) => {
    [x[node.at], y[node.at]] = [xs[at], ys[at]];
    return { ...node, x: xs[at], y: ys[at], side: rest.sides[sides[at]] };
  });
  const heads = rest.heads[name].map(([group, left, top, side]) => ({ group, x: left, y: top, side: rest.sides[side] }));
  return { nodes: placed, heads, x, y, bend: Float64Array.from(columns[`${name}.bend`], (value) => value / BEND) };
}

/** The group a node belongs to; '' for none. */
export function groupOf(key, group) {
  const one = entities.get(key);
  if (!one || group === "state") return one?.state || "";
  if (group === "rank") return one.rank || "";
  if (one.kind === "organisation") return key;
  return (entities.get(one.office) || one).organisation || "";
}
