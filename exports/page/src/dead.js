// Which lines are dead at the end of the range: unanswered, suspended or closed, as far as somebody says so.

import { channels, claims } from "./data.js";
import { after, dayOf, moment, start } from "./days.js";
import { domain } from "./extent.js";
import { certainlyAt, live, possiblyAt } from "./semantics.js";
import { nameOf, t } from "./words.js";

const DEAD = new Set(["unanswered", "suspended", "closed"]);
// What says the contrary; that a line is in place or was once established does not.
const ALIVE = new Set(["in use", "restored"]);
const OF_FACT = new Set(["asserts", "alleges"]);

/** The statements of a channel's state that put it forward as a fact and were known then. */
export function saidStates(key, known) {
  return channels.get(key).claims.filter((row) => row.state && OF_FACT.has(row.stance) && live(claims.get(row.claim), moment(known)));
}

/**
 * The channels that are dead on the last day of the range, each with its state and whether that is certain.
 *
 * What is certain on that day counts, else what is possible. Where one voice says dead and another, just as
 * surely, in use, the line isn't drawn as dead.
 */
export function deadChannels({ to, known }) {
  const day = to || dayOf(domain.last);
  const found = new Map();
  for (const key of channels.keys()) {
    const fate = fateOf(saidStates(key, known), start(day), after(day));
    if (fate) found.set(key, { ...fate, day });
  }
  return found;
}

function fateOf(said, from, to) {
  const certain = said.filter((row) => certainlyAt(row, from, to));
  const counting = certain.length ? certain : said.filter((row) => possiblyAt(row, from, to));
  const dead = counting.find((row) => DEAD.has(row.state));
  return dead && !counting.some((row) => ALIVE.has(row.state)) ? { state: dead.state, certain: certain.length > 0 } : null;
}

/** What became of the line that a contact went through: undefined if it isn't known to be dead. */
export function fateOfContact(version, dead) {
  const fates = version.channels.filter((key) => dead.has(key)).map((key) => ({ key, ...dead.get(key) }));
  return fates.find((fate) => fate.certain) || fates[0];
}

/** The same in words, '' if there is nothing to say. */
export function fateText(version, state) {
  const fate = fateOfContact(version, deadChannels(state));
  return fate ? t(fate.certain ? "lineDead" : "lineMaybeDead", { line: nameOf(fate.key), state: t(fate.state), day: fate.day }) : "";
}
