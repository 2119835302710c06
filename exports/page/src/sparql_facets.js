// The facets as patterns of SPARQL: each leaves the contacts that have one of the values chosen.

import { EVERYTHING } from "./data.js";
import { id, literal, time } from "./rdf.js";
import { BC, concept } from "./terms.js";

// The stances that put something forward as having been so (graph/semantics.py).
export const FACT = "?stance IN (bc:asserts, bc:alleges)";
// From the outcome that says most to the one that says least, as in graph/consensus.py.
const TELLING = ["held", "refused", "ignored", "cancelled", "attempted"];

/** The part of the query for the values chosen in a facet. */
export const facetPart = (facet, chosen) => FORMS[facet]([...chosen].sort());

// --- values of which a contact has any number ---

/** `match` binds ?NAME where a claim has a value; a contact without any has '', which stands for what nobody says. */
function several(name, match, write) {
  return (chosen) => {
    const hit = chosen.filter(Boolean).map((value) => write(`?${name}`, value)).join(" || ");
    return {
      match: match ? [match] : [],
      measure: [`(MAX(IF(BOUND(?${name}), ${hit ? `IF(${hit}, 2, 1)` : "1"}, 0)) AS ?${name}Said)`],
      test: [`FILTER(?${name}Said IN (${chosen.includes("") ? "0, 2" : "2"}))  # 2: one of those chosen, 1: others only, 0: nothing`],
    };
  };
}

const isThing = (name, key) => `${name} = ${id(key)}`;
const isTerm = (list) => (name, word) => `${name} = ${isWord(word) ? `bc:${concept(list, word)}` : id("none")}`;

// A word that stands in no list, as an address may hold one, names nothing.
const isWord = (text) => /^[a-z]+([ -][a-z]+)*$/.test(text);

// What is no plain word is compared by its code points alone: engines differ in what a backslash before a u means.
const isText = (name, text) => (/^[\p{L}\p{N} ._-]*$/u.test(text) ? `STR(${name}) = ${literal(text)}` : `ENCODE_FOR_URI(STR(${name})) = "${encoded(text)}"`);
const encoded = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

// A document counts from the day it was out; of one without such a day nobody knows better than its claims.
const OUT = (at) => `FILTER(!BOUND(?out${at}) || ?out${at} <= ?known || ?out${at} = ${time(EVERYTHING)})`;
const STANDING = (at) => `?claim bc:citedIn ?citation${at} . ?citation${at} bc:inDocument ?document${at} OPTIONAL { ?document${at} bc:knownFrom ?out${at} } ${OUT(at)}`;
const SOURCE = `OPTIONAL { ${STANDING(1)} OPTIONAL { ?document1 dct:publisher ?publisher } } BIND(COALESCE(?publisher, ?document1) AS ?source)`;
const LANGUAGE = `OPTIONAL { ${STANDING(2)} ?document2 dct:language ?language }`;
const GRADE = 'OPTIONAL { ?claim bc:reliability ?letter } OPTIONAL { ?claim bc:credibility ?number } BIND(IF(BOUND(?letter) || BOUND(?number), CONCAT(COALESCE(STR(?letter), ""), COALESCE(STR(?number), "")), ?nothing) AS ?reliability)';

// --- values of which it has one ---

/** The value that the first claim with one gives, by the claims' names. */
function first(name, property, write) {
  return (chosen) => ({
    match: [`OPTIONAL { ?claim ${property} ?${name} }`],
    measure: [`(STRAFTER(MIN(IF(BOUND(?${name}), CONCAT(STR(?claim), " ", STR(?${name})), "~")), " ") AS ?${name}First)`],
    test: [`FILTER(?${name}First IN (${chosen.map((value) => (value ? write(value) : '""')).join(", ")}))`],
  });
}

const modeIri = (word) => literal(isWord(word) ? `${BC}${concept("mode", word)}` : "none");
const truth = (word) => literal(word === "public" ? "true" : word === "non-public" ? "false" : "neither");

const SAID = "OPTIONAL { ?claim bc:outcome ?said }";

/** The most telling outcome that a voice puts forward as a fact, else the most telling of those denied, else none. */
function outcome(chosen) {
  const weights = TELLING.map((word, at) => `IF(?said = bc:${word}, ${TELLING.length - at}, `).join("") + "0" + ")".repeat(TELLING.length);
  const wanted = chosen.flatMap((word) => (word === "proposed" ? [0] : weighed(TELLING.length - TELLING.indexOf(word), word)));
  return {
    match: [SAID, `BIND(IF(BOUND(?said), ${weights}, 0) AS ?weight)`],
    measure: [`(MAX(IF(?weight > 0 && ${FACT}, ?weight + 5, IF(?stance = bc:denies, ?weight, 0))) AS ?telling)`],
    test: [`FILTER(?telling IN (${wanted.join(", ") || -1}))  # held 10, refused 9, ignored 8, cancelled 7, attempted 6; 5 less where only denied; proposed 0`],
  };
}

const weighed = (weight, word) => (TELLING.includes(word) ? [weight + 5, weight] : []);

/** Contested where it is denied or outcomes exclude each other; else by how many voices speak of a fact. */
function status(chosen) {
  return {
    match: [SAID, "OPTIONAL { ?claim bc:statedBy ?voice }", `BIND(IF(${FACT}, ?said, ?nothing) AS ?fact)`, `BIND(IF(${FACT}, ?voice, ?nothing) AS ?witness)`],
    measure: [
      "(MAX(IF(?stance = bc:denies, 1, 0)) AS ?denied)",
      "(COUNT(DISTINCT ?fact) AS ?facts)",
      "(MAX(IF(COALESCE(?fact, bc:none) = bc:attempted, 1, 0)) AS ?attempted)",
      "(COUNT(DISTINCT ?witness) AS ?witnesses)",
    ],
    test: [
      'BIND(IF(?denied = 1 || ?facts - ?attempted > 1, "contested", IF(?facts = 0, "proposed", IF(?witnesses > 1, "agreed", "single-sourced"))) AS ?status)',
      `FILTER(?status IN (${chosen.map((word) => literal(isWord(word) ? word : "none")).join(", ")}))`,
    ],
  };
}

const FORMS = {
  outcome,
  status,
  mode: first("mode", "bc:mode", modeIri),
  public: first("public", "bc:public", truth),
  state: several("state", "OPTIONAL { ?claim bc:participation ?party1 . ?party1 bc:ofState ?state }", isThing),
  rank: several("rank", "OPTIONAL { ?claim bc:participation ?party2 . ?party2 bc:rank ?rank }", isTerm("rank")),
  channel: several("channel", "OPTIONAL { ?claim bc:via ?channel }", isThing),
  stance: several("stance", "", isTerm("stance")),
  reliability: several("reliability", GRADE, isText),
  source: several("source", SOURCE, isThing),
  language: several("language", LANGUAGE, isText),
};
