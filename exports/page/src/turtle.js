// Claims as Turtle, in the words of the build's own graph: each statement written here stands there too.

import { BEGINNING, channels, claims, claimsAbout, compare, END, entities } from "./data.js";
import { moment } from "./days.js";
import { concerns } from "./filter.js";
import { liveChannels, liveSilences } from "./lists.js";
import { id, iri, literal, time, typed } from "./rdf.js";
import { knownBy, live } from "./semantics.js";
import { now } from "./state.js";
import { CLAIMS, CLASSES, concept, PREFIXES } from "./terms.js";

const BOUNDS = ["bc:earliest", "bc:certainFrom", "bc:certainUntil", "bc:latest"];

// --- terms, as the build writes them ---

const said = (text, language) => (/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language || "") ? `${literal(text)}@${language.toLowerCase()}` : literal(text));
const whole = (number) => typed(String(number), "xsd:integer");
const term = (list, word) => `bc:${concept(list, word)}`;

/** The statements about subjects, gathered without repetition. */
class Statements {
  constructor() {
    this.of = new Map();
  }

  add(subject, predicate, ...objects) {
    for (const one of objects) {
      if (one === null || one === undefined) continue;
      if (!this.of.has(subject)) this.of.set(subject, new Set());
      this.of.get(subject).add(`${predicate} ${one}`);
    }
  }

  text() {
    return [...this.of].sort(([a], [b]) => compare(a, b)).map(([subject, rest]) => `${subject}\n    ${[...rest].sort().join(" ;\n    ")} .\n`).join("\n");
  }
}

// --- what is written ---

/** The claims of what is shown, or of the selection alone, as [key, claim]. */
export function claimsOf(view, selection) {
  const clock = moment(now().known);
  const keys = selection ? hubsOf(selection, view) : shownHubs(view);
  const found = keys.flatMap((key) => (claims.has(key) ? [[key, claims.get(key)]] : claimsAbout(key)));
  const voiced = selection ? [...claims].filter(([, claim]) => claim.by === selection) : [];
  const all = new Map([...found, ...voiced].filter(([, claim]) => live(claim, clock)));
  return [...all].sort(([a], [b]) => compare(a, b));
}

const shownHubs = (view) => [...view.shown.map((row) => row.key), ...liveSilences().map((one) => one.key), ...liveChannels()];

function hubsOf(key, view) {
  if (!entities.has(key) && !channels.has(key)) return [claims.has(key) ? claims.get(key).about : key, key];
  const quiet = liveSilences().filter((silence) => silence.claims.some((row) => row.between.includes(key)));
  return [key, ...view.shown.filter((row) => concerns(row.version, row.lines, key)).map((row) => row.key), ...quiet.map((one) => one.key)];
}

/** A Turtle document: `remarks` first, as comments. */
export function turtle(found, remarks) {
  const all = new Statements();
  for (const [key, claim] of found) claimed(all, key, claim);
  for (const key of named(found)) entity(all, key);
  const head = remarks.map((line) => `# ${line.replace(/\s+/g, " ")}\n`).join("");
  const prefixes = Object.entries(PREFIXES).map(([name, space]) => `@prefix ${name}: <${space}> .\n`).join("");
  return `${head}${prefixes}\n${all.text()}`;
}

function claimed(all, key, claim) {
  const subject = id(key);
  all.add(subject, "a", "bc:Claim", `bc:${CLAIMS[claim.kind]}`);
  if (claim.about) hub(all, subject, claim.about);
  all.add(subject, "bc:stance", term("stance", claim.stance));
  all.add(subject, "bc:statedBy", id(claim.by));
  if (claim.office) all.add(subject, "bc:statedAs", id(claim.office));
  all.add(subject, "bc:paraphrase", said(claim.paraphrase, claim.language));
  for (const name of ["hedge", "identified", "note"]) if (claim[name]) all.add(subject, `bc:${name}`, literal(claim[name]));
  if (claim.inferred) all.add(subject, "bc:whenInferred", literal(claim.inferred));
  dates(all, subject, claim);
  clocks(all, subject, claim);
  told(all, subject, key, claim.says);
  for (const step of claim.chain) citation(all, subject, step);
}

function hub(all, subject, about) {
  all.add(subject, "bc:about", id(about));
  const kind = { contact: "bc:Contact", silence: "bc:Silence" }[about.split("/")[0]];
  if (kind) all.add(id(about), "a", kind);
}

function dates(all, subject, claim) {
  const always = ["contact", "silence", "channel"].includes(claim.kind);
  if (!claim.date && !always) return;
  const [edtf, ...bounds] = claim.date || ["", BEGINNING, END, BEGINNING, END];
  const holds = claim.kind === "silence" || (claim.kind === "channel" && edtf.includes("/"));
  if (edtf) all.add(subject, holds ? "bc:valid" : "bc:when", typed(edtf, "edtf:EDTF"));
  bounds.forEach((stamp, at) => all.add(subject, BOUNDS[at], time(stamp)));
}

// As of a day nobody knew which of these claims would be withdrawn.
function clocks(all, subject, claim) {
  all.add(subject, "bc:knownFrom", time(claim.known));
  if (!now().known) all.add(subject, "bc:withdrawnFrom", time(claim.withdrawn));
}

function told(all, subject, key, says) {
  if (says.outcome) all.add(subject, "bc:outcome", term("outcome", says.outcome));
  if (says.mode) all.add(subject, "bc:mode", term("mode", says.mode));
  if (says.state) all.add(subject, "bc:state", term("channelState", says.state));
  if (says.scope) all.add(subject, "bc:scope", term("scope", says.scope));
  for (const channel of says.channels || []) all.add(subject, "bc:via", id(channel));
  if (says.times) all.add(subject, "bc:minTimes", whole(says.times));
  if (says.public !== undefined) all.add(subject, "bc:public", typed(String(says.public), "xsd:boolean"));
  if (says.location) all.add(subject, "bc:location", literal(says.location));
  for (const topic of says.topics || []) all.add(subject, "bc:topic", literal(topic));
  for (const name of ["side", "supersedes", "retracts"]) if (says[name]) all.add(subject, `bc:${name}`, id(says[name]));
  (says.parties || []).forEach((one, at) => party(all, subject, `${key}/party/${at + 1}`, one));
  (says.contents || []).forEach((one, at) => content(all, subject, `${key}/content/${at + 1}`, one));
}

function party(all, subject, key, one) {
  all.add(subject, "bc:participation", id(key));
  if (one.role !== "intermediary" && one.role !== "refuser") all.add(subject, "bc:party", id(one.who));
  if (one.role === "initiator") all.add(subject, "bc:from", id(one.who));
  if (one.role === "addressee") all.add(subject, "bc:to", id(one.who));
  all.add(id(key), "a", "bc:Participation");
  all.add(id(key), "bc:agent", id(one.who));
  if (one.office) all.add(id(key), "bc:office", id(one.office));
  all.add(id(key), "bc:role", term("role", one.role));
}

function content(all, subject, key, [kind, text, language]) {
  all.add(subject, "bc:content", id(key));
  all.add(id(key), "a", "bc:Content");
  all.add(id(key), "bc:contentKind", term("contentKind", kind));
  all.add(id(key), "bc:text", said(text, language));
}

/** Where a claim stands: of what had been published by then. */
function citation(all, subject, step) {
  if (step.document && !knownBy(step.known, moment(now().known))) return;
  const key = id(step.key);
  all.add(subject, "bc:citedIn", key);
  all.add(key, "a", "bc:Citation");
  all.add(key, "bc:relay", term("relay", step.relay));
  if (!step.document) return;
  all.add(key, "bc:inDocument", id(step.document));
  step.places.forEach((place, at) => position(all, key, step, place.split("-"), at + 1));
  document(all, step);
}

function position(all, key, step, [start, end], number) {
  const place = id(`${step.key}/place/${number}`);
  const selector = id(`${step.key}/place/${number}/span`);
  all.add(key, "bc:evidence", place);
  all.add(place, "a", "oa:SpecificResource");
  all.add(place, "oa:hasSource", id(step.document));
  all.add(place, "oa:hasSelector", selector);
  all.add(selector, "a", "oa:TextPositionSelector");
  all.add(selector, "oa:start", whole(start));
  all.add(selector, "oa:end", whole(end));
}

function document(all, step) {
  const key = id(step.document);
  all.add(key, "a", "bc:Document");
  if (step.title) all.add(key, "dct:title", said(step.title, "en"));
  if (step.language) all.add(key, "dct:language", literal(step.language));
  if (step.known) all.add(key, "bc:knownFrom", time(step.known));
  if (step.url) all.add(key, "schema:url", iri(step.url));
}

// --- the names of those spoken of ---

function named(found) {
  const keys = new Set();
  for (const [, claim] of found) {
    for (const key of [claim.by, claim.office, claim.about, claim.says.side, ...(claim.says.channels || [])]) keys.add(key);
    for (const one of claim.says.parties || []) keys.add(one.who).add(one.office);
  }
  return [...keys].filter((key) => entities.has(key) || channels.has(key));
}

function entity(all, key) {
  const one = entities.get(key) || channels.get(key);
  const labels = { name: "skos:prefLabel", also: "skos:altLabel", misprint: "skos:hiddenLabel" };
  all.add(id(key), "a", ...(entities.has(key) ? CLASSES[one.kind] : ["bc:Channel"]));
  for (const [text, language, sort] of one.forms) all.add(id(key), labels[sort], said(text, language));
}
