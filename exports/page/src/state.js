// The state of the page, all of it in the address: a link shows what its sender saw.

import { endsOf, isGroup, VIEWS } from "./bundles.js";
import { LEVELS, page, thing } from "./data.js";
import { isDay } from "./days.js";
import { LANGUAGES, preferred } from "./languages.js";
import { pinsFrom } from "./pins.js";

export const FACETS = ["outcome", "mode", "state", "rank", "channel", "status", "stance", "reliability", "source", "language", "public"];
// Sets of keys: nodes that were hidden, folded, or opened around the one in focus.
export const KEYED = ["hide", "fold", "grow"];
export const TABS = ["contacts", "silences", "channels"];
export const MOVES = ["end", "window"];
export const STEPS = ["day", "week", "month"];
export const GROUPS = ["state", "organisation", "rank"];
export const LISTS = ["small", "large", "closed"];
export const THEMES = ["auto", "light", "dark", "contrast"];
export const SPEEDS = ["slow", "medium", "fast"];
const SORTS = ["when", "from", "to", "outcome", "mode", "channel", "claims"];

/** Whether a list of facets, as it stands in the address, holds one. */
export const within = (list, facet) => list.split(".").includes(facet);

/** The same list with a facet or without it. */
export const listOf = (list, facet, wanted) => FACETS.filter((one) => (one === facet ? wanted : within(list, one))).join(".") || "none";

const oneOf = (choices) => (text) => (choices.includes(text) ? text : null);
const day = (text) => (isDay(text) ? text : null);
const days = (text) => (isStretch(text.split("/")) ? text : null);
const known = (text) => (thing(text) ? text : null);
const facets = (text) => FACETS.filter((one) => within(text, one)).join(".") || (text === "none" ? text : null);

// Each part of the state: its value when nothing is said, and how a text from the address becomes one.
const PARTS = {
  level: [page.level, oneOf(LEVELS)],
  from: ["", day],
  to: ["", day],
  known: ["", day],
  group: ["state", oneOf(GROUPS)],
  possible: ["yes", oneOf(["yes", "no"])],
  axis: ["", days],
  moves: ["end", oneOf(MOVES)],
  step: ["month", oneOf(STEPS)],
  speed: ["medium", oneOf(SPEEDS)],
  lanes: ["auto", oneOf(["auto", "open", "closed"])],
  who: ["", known],
  view: ["auto", oneOf(VIEWS)],
  sel: ["", (text) => (thing(text) || isGroup(text) || endsOf(text) ? text : null)],
  tab: ["contacts", oneOf(TABS)],
  sort: ["when", (text) => (SORTS.includes(text.replace(/^-/, "")) ? text : null)],
  lang: [preferred(), oneOf(Object.keys(LANGUAGES))],
  open: ["outcome.mode.state", facets],
  whole: ["none", facets],
  list: ["small", oneOf(LISTS)],
  legend: ["auto", oneOf(["auto", "open", "closed"])],
  help: ["no", oneOf(["no", "yes"])],
  wide: ["", (text) => (/^\d{3}$/.test(text) ? text : null)],
  theme: ["auto", oneOf(THEMES)],
  focus: ["", known],
  reach: ["1", oneOf(["1", "2"])],
  start: ["", known],
  goal: ["", known],
  order: ["any", oneOf(["any", "time"])],
  route: ["1", (text) => (/^[1-9]\d?$/.test(text) ? text : null)],
};

function isStretch(found) {
  return found.length === 2 && found.every(isDay) && found[0] < found[1];
}

const listeners = [];
let state = parse(location.hash);

/** Read an address; what it says wrongly is as if it said nothing. */
export function parse(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {any} */
  const found = {};
  for (const [name, [preset, read]] of Object.entries(PARTS)) {
    found[name] = (given.has(name) && read(given.get(name))) || preset;
  }
  for (const facet of FACETS) found[facet] = new Set(given.getAll(facet));
  for (const name of KEYED) found[name] = new Set(given.getAll(name).filter(thing));
  found.apart = new Set(given.getAll("apart").filter((text) => thing(text) || isGroup(text)));
  found.pin = pinsFrom(given.getAll("pin"));
  return found;
}

/** The address of a state: only what differs from the beginning, and the language, which begins as each reader's own. */
export function format(of) {
  const given = new URLSearchParams();
  for (const [name, [preset]] of Object.entries(PARTS)) if (of[name] !== preset || name === "lang") given.set(name, of[name]);
  for (const facet of [...FACETS, ...KEYED, "apart", "pin"]) for (const value of [...of[facet]].sort()) given.append(facet, value);
  return given.toString();
}

export const now = () => state;

/** @type {(before: any, after: any) => boolean} */
let waits = () => false;

/** To write the address takes the browser a while: after changes of which `when` says so, whoever draws them calls `putAddress`. */
export function postpone(when) {
  waits = when;
}

/** Change the state; everything that listens is drawn anew. */
export function change(patch) {
  const before = state;
  state = { ...state, ...patch };
  if (!waits(before, state)) putAddress();
  for (const listener of listeners) listener(state);
}

let written = location.hash;

/** Write the state into the address, unless somebody has gone to another address meanwhile. */
export function putAddress() {
  if (location.hash !== written) return;
  const text = format(state);
  history.replaceState(null, "", text ? `#${text}` : "#");
  written = location.hash;
}

export function listen(listener) {
  listeners.push(listener);
}

/** Put a value into a facet or take it out. */
export function toggle(facet, value) {
  const values = new Set(state[facet]);
  if (!values.delete(value)) values.add(value);
  change({ [facet]: values });
}

/** No filter at all; what is selected and how it looks stays. */
export function reset() {
  const empty = Object.fromEntries([...FACETS, ...KEYED].map((facet) => [facet, new Set()]));
  change({ ...empty, focus: "", from: "", to: "", known: "", who: "", possible: "yes" });
}

export function isFiltered(of) {
  return Boolean(of.from || of.to || of.known || of.who || of.possible === "no" || of.focus || [...FACETS, ...KEYED].some((facet) => of[facet].size));
}

window.addEventListener("hashchange", () => {
  state = parse(location.hash);
  written = location.hash;
  for (const listener of listeners) listener(state);
});
