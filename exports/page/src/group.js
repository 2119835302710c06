// The nodes of a level grouped by state, organisation or rank: their places, curves and headings, as Python laid them out.

import { edges, entities, headings, nodes, page } from "./data.js";
import { nameOf, t } from "./words.js";

// How Python writes the side of a label.
const SIDES = ["left", "right", "above", "below"];

/** The ways in which the nodes of a level can be grouped. */
export const groupsOf = (level) => ["state", ...Object.keys(page.groupings[level])];

/** The grouping that is shown: the one chosen, or states where it tells nothing apart at this level. */
export const groupShown = ({ level, group }) => (groupsOf(level).includes(group) ? group : "state");

/** Nodes, edges and headings of a level in a grouping; the same objects as in the data but for place and curve. */
export function layoutOf(level, group) {
  const own = { nodes: nodes.filter((node) => node.level === level), edges: edges.filter((edge) => edge.level === level) };
  const way = page.groupings[level][group];
  if (!way) return { ...own, heads: headings.filter((head) => head.level === level).map((head) => ({ ...head, group: head.state })) };
  const spots = own.nodes.map((node, at) => ({ ...node, x: way.nodes[3 * at], y: way.nodes[3 * at + 1], side: SIDES[way.nodes[3 * at + 2]] }));
  return {
    nodes: spots,
    edges: own.edges.map((edge, at) => ({ ...edge, bend: way.bends[at] })),
    heads: way.heads.map(([name, x, y, side]) => ({ group: name, x, y, side: SIDES[side] })),
  };
}

/** The group a node belongs to; '' for none. */
export function groupOf(key, group) {
  const one = entities.get(key);
  if (!one || group === "state") return one?.state || "";
  if (group === "rank") return one.rank || "";
  if (one.kind === "organisation") return key;
  return (entities.get(one.office) || one).organisation || "";
}

/** The name of a group, for its heading. */
export function groupName(name, group) {
  if (!name) return t({ state: "noState", organisation: "noOrganisation", rank: "noRank" }[group]);
  return group === "rank" ? t(name) : nameOf(name);
}
