// Lanes under the bar: the silences that are claimed, and the states in which each channel is said to have been.

import { channels, claims, contacts, entities, page } from "./data.js";
import { lastDay, moment, number } from "./days.js";
import { button, h, put, s } from "./dom.js";
import { saidStates } from "./dead.js";
import { names } from "./describe.js";
import { across, axis } from "./extent.js";
import { concerns } from "./filter.js";
import { veil } from "./histogram.js";
import { patternOf } from "./patterns.js";
import { range } from "./range.js";
import { live } from "./semantics.js";
import { change, now } from "./state.js";
import { widthOf } from "./ticks.js";
import { nameOf, t } from "./words.js";

// More lanes than these stay folded until somebody asks for them, and any where the graph would lose its room.
const FEW = 6;
const roomy = matchMedia("(min-height: 1000px), (max-width: 900px)");
const ROW = 20;

const list = h("ul", { class: "plain lanelist", id: "lanelist" });
const text = h("p", { class: "lanetext note", "aria-hidden": "true" });
export const fold = button("", () => change({ lanes: isOpen() ? "closed" : "open" }), { class: "quiet fold", "aria-controls": "lanelist" });
let found = [];

export const lanesBox = h("div", { class: "lanes" }, text, list);

const isOpen = () => now().lanes === "open" || (now().lanes === "auto" && found.length <= FEW && roomy.matches);

/** Draw the lanes of what is selected, else all; `width` is that of the bar above, `open` chooses one. */
export function drawLanes(view, width, open) {
  const all = [...silenceLanes(), ...channelLanes()];
  const wanted = relevant(now().sel, view);
  found = wanted ? all.filter((lane) => wanted(lane)) : all;
  lanesBox.hidden = fold.hidden = all.length === 0;
  const few = found.length < all.length;
  put(fold, t(few ? "lanesOf" : "lanes", { n: found.length, all: all.length, who: few ? subject() : "" }));
  fold.setAttribute("aria-expanded", String(isOpen()));
  list.hidden = text.hidden = !isOpen();
  put(list, isOpen() ? found.map((lane) => drawLane(lane, width, open)) : null);
  put(text, "");
  reveal();
}

let revealed = "";

/** Scroll the lane that was just selected into sight, once. */
function reveal() {
  const { sel } = now();
  const chosen = /** @type {HTMLElement | null} */ (list.querySelector(".chosen"));
  if (chosen && revealed !== sel) list.scrollTop = chosen.offsetTop - list.clientHeight / 3;
  revealed = sel;
}

// --- what the lanes are ---

const subject = () => (contacts.has(now().sel) ? t("thisContact") : nameOf(now().sel));

function silenceLanes() {
  const clock = moment(now().known);
  return page.silences.flatMap((silence) => {
    const said = silence.claims.filter((row) => ["asserts", "alleges"].includes(row.stance) && live(claims.get(row.claim), clock));
    if (!said.length) return [];
    const between = [...new Set(said.flatMap((row) => row.between))];
    return [{ key: silence.key, kind: "silence", between, name: names(between), rows: grouped(said, (row) => row.scope) }];
  });
}

function channelLanes() {
  return [...channels.keys()].flatMap((key) => {
    const said = saidStates(key, now().known);
    return said.length ? [{ key, kind: "channel", between: channels.get(key).between, name: nameOf(key), rows: grouped(said, (row) => row.state) }] : [];
  });
}

/** One row a state (or scope), in the order in which they are first said. */
function grouped(said, of) {
  const rows = new Map();
  for (const row of said) rows.set(of(row), [...(rows.get(of(row)) || []), row]);
  return [...rows].map(([word, claimsOf]) => ({ word, said: claimsOf }));
}

/** Which lanes concern what is selected; null for all of them. */
function relevant(sel, view) {
  if (contacts.has(sel)) return ofContact(sel, view);
  if (!entities.has(sel)) return null;
  const own = new Set([sel, entities.get(sel).state, entities.get(sel).office].filter(Boolean));
  const used = new Set(view.shown.filter((row) => concerns(row.version, row.lines, sel)).flatMap((row) => row.version.channels));
  return (lane) => lane.between.some((key) => own.has(key)) || used.has(lane.key);
}

function ofContact(sel, view) {
  const row = view.find(sel);
  const version = row ? row.version : contacts.get(sel).versions[0];
  const own = new Set([...version.parties.flatMap((party) => [party.who, party.office]), ...version.states]);
  const ended = (lane) => lane.rows.some((one) => one.said.some((claim) => claim.ended === sel));
  return (lane) => (lane.kind === "channel" ? version.channels.includes(lane.key) : ended(lane) || lane.between.every((key) => own.has(key)));
}

// --- how they are drawn ---

function drawLane(lane, width, open) {
  const words = wordsOf(lane);
  const say = () => put(text, words);
  const name = button([t(lane.kind === "silence" ? "silenceMark" : "channelMark"), " ", lane.name], () => open(lane.key), { class: "name", "aria-label": words, title: words, "data-keep": `lane-${lane.key}`, onfocus: say });
  return h("li", { class: lane.key === now().sel ? "lane chosen" : "lane", "data-lane": lane.key, onmouseenter: say }, name, strip(lane, width, () => open(lane.key), words));
}

function strip(lane, width, pick, words) {
  const extent = axis();
  const rows = lane.rows.filter((row) => row.said.some((one) => inSight(spanOf(one), { extent, width })));
  const height = Math.max(24, rows.length * ROW + 4);
  const { from, to } = range();
  const scale = { extent, width, height };
  return s(
    "svg",
    { class: "laneline", width, height, "aria-hidden": "true", onclick: pick },
    s("rect", { class: "catch", width, height }),
    s("title", null, words),
    rows.map((row, at) => drawRow(row, lane.kind, 2 + at * ROW, scale)),
    veil(extent.first, from, scale),
    veil(to + 1, extent.last + 1, scale),
    rows.map((row, at) => drawWord(row, 12 + at * ROW, scale)),
  );
}

function drawRow({ word, said }, kind, y, scale) {
  const fill = `url(#${kind === "silence" ? "lane-silence" : patternOf(word)})`;
  const pieces = said.map((row) => [piece(spanOf(row), "maybe", fill, y, scale), piece(sureOf(row), "solid", fill, y, scale)]);
  return s("g", { class: kind }, pieces);
}

/** The state's name above the first piece that is in sight, not over the edge. */
function drawWord({ word, said }, y, scale) {
  const lefts = said.map((row) => inSight(spanOf(row), scale)).filter(Boolean).map((one) => one.left);
  const x = Math.max(0, Math.min(Math.min(...lefts), scale.width - widthOf(t(word)) - 2));
  return s("text", { x, y }, t(word));
}

/** The days on which it may have held, and those on which it surely did: from, to before. */
const spanOf = (row) => ({ from: number(row.earliest), to: number(row.latest) });
const sureOf = (row) => ({ from: number(row.certainFrom), to: number(row.certainUntil) });

function inSight({ from, to }, { extent, width }) {
  const [left, right] = [from, to].map((day) => Math.max(0, Math.min(width, across(day, extent, width))));
  return right > left ? { left, right } : null;
}

function piece(span, kind, fill, y, scale) {
  const at = inSight(span, scale);
  return at && s("rect", { class: kind, x: at.left, y: y + 12.5, width: Math.max(1.5, at.right - at.left), height: 6, fill });
}

/** The lane in words: its name, and for each statement when, by whom, and what of it is certain. */
function wordsOf(lane) {
  const head = `${t(lane.kind === "silence" ? "silenceOf" : "channel")}: ${lane.name}`;
  const said = lane.rows.flatMap(({ word, said: rows }) => rows.map((row) => [`${t(word)} ${row.when} (${sureText(row)})`, limits(row)].filter(Boolean).join(", ")));
  return [head, ...said].join("; ");
}

/** What a silence leaves out, and how its voice hedges it. */
const limits = ({ exceptions, hedge }) => [exceptions?.length ? `${t("exceptions")} ${exceptions.join(", ")}` : "", hedge ? t("hedge", { text: hedge }) : ""].filter(Boolean).join(", ");

function sureText(row) {
  const { from, to } = sureOf(row);
  return to > from ? t("surely", { from: row.certainFrom.slice(0, 10), to: lastDay(row.certainUntil) || "…" }) : t("nowhereSure");
}
