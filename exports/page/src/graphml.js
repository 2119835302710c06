// What is drawn as GraphML: nodes in sight, every parallel contact an edge of its own.

import { compare, entities, nodes } from "./data.js";
import { nameOf } from "./words.js";
import { element, escaped, plain } from "./xml.js";

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

const NODE = { key: "string", label: "string", kind: "string", state: "string", iri: "string", x: "double", y: "double" };
const EDGE = { contact: "string", iri: "string", directed: "boolean", outcome: "string", status: "string", date: "string", earliest: "string", latest: "string", certain: "boolean", means: "string", channels: "string", claims: "string" };
const GRAPH = { scope: "string" };

// A key as the name of an element of GraphML, which may hold no slash: person:lloyd-austin.
const nameIn = (key) => key.replaceAll("/", ":");

/** The document; `scope` says what it shows. */
export function graphml(view, level, scope) {
  const seen = nodes.filter((node) => node.level === level && (!view.sight || view.sight.has(node.key)));
  const lines = view.shown.flatMap((row) => row.lines.map((line) => [row, line])).sort(([, a], [, b]) => compare(a.id, b.id));
  const keys = [...declared("graph", GRAPH), ...declared("node", NODE), ...declared("edge", EDGE)];
  const inside = [values("graph", GRAPH, { scope: scope.join("\n") }), seen.map(node), lines.map(edge)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("graphml", { xmlns: NAMESPACE }, "\n", keys, element("graph", { id: "contacts", edgedefault: "directed" }, "\n", inside), "\n")}\n`;
}

const declared = (of, names) => Object.entries(names).map(([name, type]) => `${element("key", { id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": type })}\n`);

const values = (of, names, given) => Object.keys(names).filter((name) => given[name] !== "" && given[name] !== undefined).map((name) => `${element("data", { key: `${of}-${name}` }, escaped(given[name]))}\n`);

function node({ key, x, y }) {
  const one = entities.get(key);
  const given = { key, label: plain(nameOf(key)), kind: one?.kind, state: one?.state || "", iri: one?.iri, x, y };
  return `${element("node", { id: nameIn(key) }, values("node", NODE, given))}\n`;
}

/** An edge leads from the side that sought the contact; where nobody says who did, `directed` is false. */
function edge([row, line]) {
  const { version } = row;
  const [from, to] = line.way < 0 ? [line.to, line.from] : [line.from, line.to];
  const end = (id) => nameIn(id.slice(id.indexOf(" ") + 1));
  const given = {
    contact: row.key, iri: row.contact.iri, directed: line.way !== 0, outcome: version.outcome, status: version.status,
    date: version.when, earliest: version.earliest, latest: version.latest, certain: row.certain,
    means: version.mode || "", channels: version.channels.join(" "), claims: version.claims.join(" "),
  };
  return `${element("edge", { id: nameIn(line.id.replaceAll(" ", ".")), source: end(from), target: end(to) }, values("edge", EDGE, given))}\n`;
}
