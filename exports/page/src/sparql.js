// What is shown as a question in SPARQL 1.1: it gives the same contacts from the claims of the build's graph.

import { BEGINNING, END, page } from "./data.js";
import { after, moment, start } from "./days.js";
import { id, literal, time } from "./rdf.js";
import { scopeOf } from "./scope.js";
import { SPARQL } from "./semantics.js";
import { FACT, facetPart } from "./sparql_facets.js";
import { FACETS, now } from "./state.js";
import { PREFIXES } from "./terms.js";
import { t } from "./words.js";

const ID = id("").slice(1, -1);
const USED = ["bc", "dct", "xsd"];

/**
 * The query for what `view` shows; `file` is the name under which it is saved.
 *
 * It works the consensus on each contact out anew from the claims that stood at the moment one looks from
 * (docs/graph-format.md), so that it needs neither the derived graph nor a graph made for that day. Claims are
 * gone through once and grouped by contact: joining a group for each filter took quadratic time.
 *
 * A part of the query `match`es something at each claim, `measure`s it over the claims of a contact, and `test`s that.
 */
export function sparql(view, file) {
  const state = now();
  const parts = [sight(view), ...FACETS.filter((facet) => state[facet].size).map((facet) => facetPart(facet, state[facet])), range(state), who(state)].filter(Boolean);
  const of = (name, indent) => [...new Set(parts.flatMap((part) => part[name] || []))].map((line) => indent + line);
  return [
    ...remarks(view, file),
    ...USED.map((name) => `PREFIX ${name}: <${PREFIXES[name]}>`),
    "SELECT ?contact ?claims WHERE {",
    '  { SELECT ?contact (GROUP_CONCAT(DISTINCT STR(?claim); SEPARATOR=" | ") AS ?claims)',
    ...of("measure", "      "),
    "    WHERE {",
    `      VALUES ?known { ${time(moment(state.known))} }`,
    "      ?claim a bc:ContactClaim ; bc:about ?contact ; bc:stance ?stance ; bc:knownFrom ?knownFrom ; bc:withdrawnFrom ?withdrawnFrom",
    `      FILTER(${SPARQL.live})`,
    ...of("match", "      "),
    "    } GROUP BY ?contact }",
    ...of("test", "  "),
    "} ORDER BY ?contact",
    "",
  ].join("\n");
}

// Codepoint escapes are read before comments end (SPARQL 1.1, 19.2): a backslash could close this one.
const remark = (text) => `# ${text.replaceAll("\\", "⧵").replace(/[\s\p{C}]+/gu, " ")}`;

function remarks(view, file) {
  return [t("askIt", { build: page.build, file }), t("askClock"), document.title, ...scopeOf(view)].map(remark);
}

/** The date that the claims have in common, else the hull of their dates; where any speaks of a fact, of those alone. */
function range(state) {
  if (!state.from && !state.to) return null;
  const possible = state.possible === "yes" ? ` || (${SPARQL.possiblyWithin})` : "";
  return {
    match: ["OPTIONAL { ?claim bc:when ?date ; bc:earliest ?first ; bc:latest ?last }"],
    measure: [`(MAX(IF(${FACT}, 1, 0)) AS ?factual)`, ...spans("fact", `${FACT} && BOUND(?date)`), ...spans("said", "BOUND(?date)")],
    test: [
      ...["lastFirst", "firstLast", "firstFirst", "lastLast"].map((name) => `BIND(IF(?factual = 1, ?fact_${name}, ?said_${name}) AS ?${name})`),
      "BIND(IF(?lastFirst < ?firstLast, ?lastFirst, ?firstFirst) AS ?earliest)",
      "BIND(IF(?lastFirst < ?firstLast, ?firstLast, ?lastLast) AS ?latest)",
      `VALUES (?start ?end) { (${time(start(state.from))} ${time(after(state.to))}) }`,
      `FILTER((${SPARQL.certainlyWithin})${possible})`,
    ],
  };
}

/** The outermost and innermost ends of the dates that count; where none does, no bound. */
function spans(kind, counts) {
  const [begin, end] = [time(BEGINNING), time(END)];
  const ends = [["MAX", "first", begin, "lastFirst"], ["MIN", "last", end, "firstLast"], ["MIN", "first", end, "firstFirst"], ["MAX", "last", begin, "lastLast"]];
  return ends.map(([most, name, none, result]) => `(${most}(IF(${counts}, ?${name}, ${none})) AS ?${kind}_${result})`);
}

/** Those who have part in it: in person, in office, as a state, over a channel, or at the end of its line at this level. */
function who(state) {
  if (!state.who) return null;
  const one = id(state.who);
  const levels = state.level === "person" ? ["person", "party"] : [state.level];
  const ends = levels.map((level) => `STRSTARTS(STR(?end5), ${literal(`${ID}pair/${level}/`)})`).join(" || ");
  return {
    match: [
      ...["agent", "office", "ofState"].map((way, at) => `OPTIONAL { ?claim bc:participation ?end${at + 1} . ?end${at + 1} bc:${way} ${one} }`),
      `OPTIONAL { ?claim bc:via ?end4 FILTER(?end4 = ${one}) }`,
      `OPTIONAL { ?claim bc:pair ?end5 . ?end5 bc:member ${one} FILTER(${ends}) }`,
    ],
    measure: [`(MAX(IF(${[1, 2, 3, 4, 5].map((at) => `BOUND(?end${at})`).join(" || ")}, 1, 0)) AS ?concerned)`],
    test: ["FILTER(?concerned = 1)"],
  };
}

// What lies around a node depends on all lines in the range: what remains of it is named one by one.
function sight(view) {
  return view.sight ? { match: [`VALUES ?contact { ${view.shown.map((row) => `<${row.contact.iri}>`).join(" ")} }`] } : null;
}
