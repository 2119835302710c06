// The legend below the graph: what is in the picture and nothing else, each with its sign and its word.

import { viewOf } from "./bundles.js";
import { entities, page } from "./data.js";
import { deadChannels, fateOfContact } from "./dead.js";
import { $, button, h, put, unlessSame } from "./dom.js";
import { versions } from "./drawn.js";
import { OUTCOMES, deadSample, sample } from "./grammar.js";
import { swatch } from "./histogram.js";
import { groupShown } from "./group.js";
import { hueOf, OWN } from "./hues.js";
import { nodeKeys } from "./near.js";
import { change, now } from "./state.js";
import { lists, versionAt } from "./version.js";
import { nameOf, t } from "./words.js";

const KINDS = ["person", "office", "state", "organisation", "party"];
const roomy = matchMedia("(min-width: 901px)");

const isOpen = () => now().legend === "open" || (now().legend === "auto" && roomy.matches);

/** Draw it for what is shown. */
export function drawLegend(view) {
  const open = isOpen();
  const seen = open ? factsOf(view) : null;
  unlessSame("legend", [now().lang, open, seen], () => put($("legend"), foldButton(open), h("ul", { class: "plain", id: "legend-list", hidden: !open }, seen && entriesOf(seen))));
}

const foldButton = (open) => button(t("legend"), () => change({ legend: open ? "closed" : "open" }), { class: "quiet unfold", "aria-expanded": String(open), "aria-controls": "legend-list", "data-keep": "legend" });

/**
 * What is in the picture, in a form that can be compared.
 * @type {(view: any) => any}
 */
export const factsOf = (view) => ({ outcomes: outcomesIn(view), dead: fatesIn(view), doubts: doubtsIn(view), ...nodesIn(view) });

const entriesOf = (seen) => [...outcomes(seen), ...dead(seen), ...doubts(seen), ...kinds(seen), ...colours(seen)];

const entry = (sign, word, title = null) => h("li", { title }, sign, h("span", null, word));
const mark = (text) => h("span", { class: "sign", "aria-hidden": "true" }, text);

// --- lines ---

function outcomesIn({ known, shownAt, timelessAt }) {
  const seen = new Uint8Array(versions.outcomes.length);
  for (const places of [shownAt, timelessAt]) for (const at of places) seen[versions.outcome[known.at[at]]] = 1;
  const words = versions.outcomes.filter((_, code) => seen[code]);
  return Object.keys(OUTCOMES).filter((outcome) => words.includes(outcome));
}

/** Outcomes as lines and as bars. */
const outcomes = (seen) => seen.outcomes.map((outcome) => entry([sample(outcome), swatch(outcome, "solid")], t(outcome), t(`x.${outcome}`)));

/** Whether a line is dead, and whether one is only possibly so. */
function fatesIn({ known, shownAt }) {
  const channels = deadChannels(now());
  if (!channels.size) return [];
  const { begin, at: places, table } = lists.channels;
  const dead = Uint8Array.from(table, (key) => Number(channels.has(key)));
  const anyDead = (v) => places.subarray(begin[v], begin[v + 1]).some((place) => dead[place]);
  const fates = Array.from(shownAt, (at) => known.at[at]).filter(anyDead).map((v) => fateOfContact(versionAt(v), channels));
  return [fates.length > 0, fates.some((fate) => !fate.certain)];
}

const dead = ({ dead: [any, possibly] }) => [
  any ? entry(deadSample(), t("lg.dead"), t("deadLegend")) : null,
  possibly ? entry(mark("✕?"), t("lg.maybeDead"), t("deadLegend")) : null,
];

function doubtsIn({ known, shownAt, numbers }) {
  const contested = versions.statuses.indexOf("contested");
  return [shownAt.some((at) => versions.status[known.at[at]] === contested), numbers.unsure > 0];
}

const doubts = ({ doubts: [contested, unsure] }) => [
  contested ? entry(mark("≠"), t("lg.contested")) : null,
  unsure ? entry(sample("held", "pale"), t("lg.faint")) : null,
];

// --- nodes ---

let everyNode = { key: "", facts: null };

/** What nodesOf says of a view; for as long as no node is left out it is worked out once. */
function nodesIn(view) {
  if (view.sight) return nodesOf(view);
  const key = JSON.stringify([now().level, groupShown(now()), anyHue()]);
  if (everyNode.key !== key) everyNode = { key, facts: nodesOf(view) };
  return everyNode.facts;
}

/** The kinds of the nodes in sight and, where no heading names them, the states that have a colour, and whether others have none. */
function nodesOf(view) {
  const all = [...nodeKeys(now().level)].filter((key) => !view.sight || view.sight.has(key)).map((key) => entities.get(key));
  const kinds = new Set(all.map((one) => one?.kind));
  if (groupShown(now()) === "state") return { kinds: KINDS.filter((kind) => kinds.has(kind)), states: [], rest: false };
  const seen = new Set(anyHue() ? all.map((one) => one?.state || "") : []);
  const states = page.hues.slice(0, OWN).filter((state) => seen.has(state));
  return { kinds: KINDS.filter((kind) => kinds.has(kind)), states, rest: [...seen].some((state) => !states.includes(state)) };
}

/** Whether a node has the colour of its state: where all are taken together in ranks, none has. */
const anyHue = () => viewOf(now().view, now().level) !== "groups" || groupShown(now()) !== "rank" || now().apart.size > 0;

const kinds = (seen) => seen.kinds.map((kind) => entry(h("span", { class: `shape ${kind}`, "aria-hidden": "true" }), t(`lg.${kind}`)));

const colours = (seen) => [...seen.states.map((state) => entry(hue(hueOf(state)), nameOf(state))), seen.rest ? entry(hue("x"), t("lg.rest")) : null];

const hue = (number) => h("span", { class: `hue hue-${number}`, "aria-hidden": "true" });
