// The legend below the graph: what is in the picture and nothing else, each with its sign and its word.

import { entities, page } from "./data.js";
import { deadChannels, fateOfContact } from "./dead.js";
import { $, button, h, put } from "./dom.js";
import { OUTCOMES, deadSample, sample } from "./grammar.js";
import { swatch } from "./histogram.js";
import { groupShown } from "./group.js";
import { hueOf } from "./hues.js";
import { nodeKeys } from "./near.js";
import { change, now } from "./state.js";
import { nameOf, t } from "./words.js";

const KINDS = ["person", "office", "state", "organisation", "party"];
const roomy = matchMedia("(min-width: 901px)");

const isOpen = () => now().legend === "open" || (now().legend === "auto" && roomy.matches);

/** Draw it for what is shown. */
export function drawLegend(view) {
  const open = isOpen();
  const fold = button(t("legend"), () => change({ legend: open ? "closed" : "open" }), { class: "quiet unfold", "aria-expanded": String(open), "aria-controls": "legend-list", "data-keep": "legend" });
  const entries = open ? [...outcomes(view), ...dead(view), ...doubts(view), ...nodes(view), ...colours(view)] : [];
  put($("legend"), fold, h("ul", { class: "plain", id: "legend-list", hidden: !open }, entries));
}

const entry = (sign, word, title = null) => h("li", { title }, sign, h("span", null, word));
const mark = (text) => h("span", { class: "sign", "aria-hidden": "true" }, text);

/** What the drawing's own legend leaves open, for paper: dead lines, nodes, colours. */
export const notes = (view) => [...dead(view), ...nodes(view), ...colours(view)];

/** Outcomes as lines and as bars. */
function outcomes(view) {
  const seen = new Set([...view.shown, ...view.timeless].map((row) => row.version.outcome));
  return Object.keys(OUTCOMES).filter((outcome) => seen.has(outcome)).map((outcome) => entry([sample(outcome), swatch(outcome, "solid")], t(outcome), t(`x.${outcome}`)));
}

function dead(view) {
  const channels = deadChannels(now());
  const fates = view.shown.map((row) => fateOfContact(row.version, channels)).filter(Boolean);
  return [
    fates.length ? entry(deadSample(), t("lg.dead"), t("deadLegend")) : null,
    fates.some((fate) => !fate.certain) ? entry(mark("✕?"), t("lg.maybeDead"), t("deadLegend")) : null,
  ];
}

function doubts(view) {
  return [
    view.shown.some((row) => row.version.status === "contested") ? entry(mark("≠"), t("lg.contested")) : null,
    view.shown.some((row) => !row.certain) ? entry(sample("held", "pale"), t("lg.faint")) : null,
  ];
}

const inSight = (view) => [...nodeKeys(now().level)].filter((key) => !view.sight || view.sight.has(key));

function nodes(view) {
  const seen = new Set(inSight(view).map((key) => entities.get(key)?.kind));
  return KINDS.filter((kind) => seen.has(kind)).map((kind) => entry(h("span", { class: `shape ${kind}`, "aria-hidden": "true" }), t(`lg.${kind}`)));
}

/** The colours of states, where no heading names them. */
function colours(view) {
  if (groupShown(now()) === "state") return [];
  const seen = new Set(inSight(view).map((key) => entities.get(key)?.state || ""));
  const named = page.hues.slice(0, 8).filter((state) => seen.has(state));
  const rest = [...seen].some((state) => !named.includes(state));
  return [...named.map((state) => entry(hue(hueOf(state)), nameOf(state))), rest ? entry(hue("x"), t("lg.rest")) : null];
}

const hue = (number) => h("span", { class: `hue hue-${number}`, "aria-hidden": "true" });
