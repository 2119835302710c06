// Which contacts are shown, how surely they fall into the range, and how many each facet's value would leave.

import { contacts, ends, linesOf } from "./data.js";
import { after, moment, start } from "./days.js";
import { certainlyWithin, live, possiblyWithin } from "./semantics.js";
import { inSight } from "./near.js";
import { FACETS } from "./state.js";
import { valuesOf } from "./values.js";

/**
 * The contacts as one sees them from a state of the page.
 *
 * `live`: every contact known at that moment; `shown`: those that pass all filters, each with `certain`
 * (it surely falls into the range) and its `lines` at the level; `counts`: for each facet and value, how
 * many contacts pass all the other filters and have it; `timeless`: those that pass all but the range;
 * `sight`: the nodes in sight, null for all, as the lines of `within` connect them, those of the range.
 */
export function evaluate(state) {
  const clock = moment(state.known);
  const seen = [...contacts.values()].map((contact) => current(contact, clock)).filter(Boolean);
  const every = seen.map((row) => judge(row, state, clock));
  const within = every.filter((row) => !row.failed.includes("time") && !row.failed.includes("who"));
  const sight = inSight(state, within);
  const judged = sight ? every.map((row) => narrowed(row, sight, state)) : every;
  return {
    live: seen,
    within,
    sight,
    shown: judged.filter((row) => row.failed.length === 0),
    timeless: judged.filter((row) => row.failed.every((name) => name === "time")),
    counts: Object.fromEntries(FACETS.map((facet) => [facet, count(judged, facet, clock)])),
  };
}

function current(contact, clock) {
  const number = contact.versions.findIndex((version) => live({ known: version.since, withdrawn: version.until }, clock));
  return number < 0 ? null : { key: contact.key, contact, number, version: contact.versions[number] };
}

function judge(row, state, clock) {
  const lines = linesOf(state.level, row.contact.index, row.number);
  const range = [start(state.from), after(state.to)];
  const possible = possiblyWithin(row.version, ...range);
  const certain = certainlyWithin(row.version, ...range);
  const failed = FACETS.filter((facet) => !passes(valuesOf(facet, row.version, clock), state[facet]));
  if (!(certain || (possible && state.possible === "yes"))) failed.push("time");
  if (state.who && !concerns(row.version, lines, state.who)) failed.push("who");
  return { ...row, lines, certain, failed };
}

/** A row with its lines between nodes in sight; without any left it is not shown. What has no line at all stays. */
function narrowed(row, sight, state) {
  const lines = row.lines.filter((line) => sight.has(ends.get(line.from)) && sight.has(ends.get(line.to)));
  const stays = row.lines.length ? lines.length > 0 : !sight.has(state.focus) || concerns(row.version, [], state.focus);
  return { ...row, lines, failed: stays ? row.failed : [...row.failed, "sight"] };
}

function passes(values, wanted) {
  return wanted.size === 0 || values.some((value) => wanted.has(value));
}

/** Whether somebody (or a channel) has part in a contact, as its claims or its lines say. */
export function concerns(version, lines, who) {
  return (
    version.parties.some((party) => party.who === who || party.office === who) ||
    lines.some((line) => ends.get(line.from) === who || ends.get(line.to) === who) ||
    version.states.includes(who) ||
    version.channels.includes(who)
  );
}

function count(judged, facet, clock) {
  const found = new Map();
  for (const row of judged) {
    for (const value of valuesOf(facet, row.version, clock)) {
      const passing = row.failed.every((name) => name === facet);
      found.set(value, (found.get(value) || 0) + (passing ? 1 : 0));
    }
  }
  return found;
}
