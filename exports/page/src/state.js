// The state of the page, all of it in the address: a link shows what its sender saw.

import { LEVELS, page, thing } from "./data.js";
import { isDay } from "./days.js";

export const FACETS = ["outcome", "mode", "state", "channel", "status", "public"];
// Sets of keys: nodes that were hidden, folded, or opened around the one in focus.
export const KEYED = ["hide", "fold", "grow"];
export const TABS = ["contacts", "silences", "channels"];
const SORTS = ["when", "from", "to", "outcome", "mode", "channel", "claims"];

const oneOf = (choices) => (text) => (choices.includes(text) ? text : null);
const day = (text) => (isDay(text) ? text : null);
const known = (text) => (thing(text) ? text : null);

// Each part of the state: its value when nothing is said, and how a text from the address becomes one.
const PARTS = {
  level: [page.level, oneOf(LEVELS)],
  from: ["", day],
  to: ["", day],
  known: ["", day],
  possible: ["yes", oneOf(["yes", "no"])],
  who: ["", known],
  sel: ["", known],
  tab: ["contacts", oneOf(TABS)],
  sort: ["when", (text) => (SORTS.includes(text.replace(/^-/, "")) ? text : null)],
  lang: [navigator.language.toLowerCase().startsWith("de") ? "de" : "en", oneOf(["en", "de"])],
  list: ["small", oneOf(["small", "large"])],
  theme: ["auto", oneOf(["auto", "light", "dark"])],
  focus: ["", known],
  reach: ["1", oneOf(["1", "2"])],
  start: ["", known],
  goal: ["", known],
  order: ["any", oneOf(["any", "time"])],
  route: ["1", (text) => (/^[1-9]\d?$/.test(text) ? text : null)],
};

const listeners = [];
let state = parse(location.hash);

/** Read an address; what it says wrongly is as if it said nothing. */
export function parse(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const found = {};
  for (const [name, [preset, read]] of Object.entries(PARTS)) {
    found[name] = (given.has(name) && read(given.get(name))) || preset;
  }
  for (const facet of FACETS) found[facet] = new Set(given.getAll(facet));
  for (const name of KEYED) found[name] = new Set(given.getAll(name).filter(thing));
  return found;
}

/** The address of a state: only what differs from the beginning. */
export function format(of) {
  const given = new URLSearchParams();
  for (const [name, [preset]] of Object.entries(PARTS)) if (of[name] !== preset) given.set(name, of[name]);
  for (const facet of [...FACETS, ...KEYED]) for (const value of [...of[facet]].sort()) given.append(facet, value);
  return given.toString();
}

export const now = () => state;

/** Change the state; everything that listens is drawn anew. */
export function change(patch) {
  state = { ...state, ...patch };
  const text = format(state);
  history.replaceState(null, "", text ? `#${text}` : "#");
  for (const listener of listeners) listener(state);
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
  for (const listener of listeners) listener(state);
});
