// Of very many lines, those that stand out because of what is selected or because a path leads over them.

import { contacts, lineAt, nodes } from "./data.js";
import { contactOf } from "./drawn.js";
import { lists, listAt } from "./version.js";

/** { lines: their places among those of the level, nodes: the ids at their ends, busy: the nodes with any line }. */
export function litLines(view, state, { level, busy, graph }) {
  const lit = { lines: new Set(), nodes: new Set(), busy: { has: (id) => busy[graph.base.get(id).at] > 0, get: (id) => busy[graph.base.get(id).at] } };
  const wanted = chosen(view, state, level, graph);
  if (!wanted) return lit;
  for (const line of view.drawnLines.line) {
    if (!wanted(line)) continue;
    lit.lines.add(line);
    lit.nodes.add(nodes[level.from[line]].id).add(nodes[level.to[line]].id);
  }
  return lit;
}

/** Whether a line stands out; null where none can. */
function chosen(view, { sel }, level, graph) {
  const routed = view.routes?.lines.size ? (line) => view.routes.lines.has(lineAt(graph.level, line).id) : null;
  const own = sel ? concerned(sel, level, graph) : null;
  return routed && own ? (line) => routed(line) || own(line) : routed || own;
}

function concerned(sel, { version, from, to }, graph) {
  const contact = contacts.get(sel)?.index;
  if (contact !== undefined) return (line) => contactOf[version[line]] === contact;
  if (sel.startsWith("channel/")) return (line) => listAt(lists.channels, version[line]).includes(sel);
  const spot = graph.own.find((node) => node.key === sel)?.at;
  return spot === undefined ? null : (line) => from[line] === spot || to[line] === spot;
}
