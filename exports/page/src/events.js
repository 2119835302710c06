// The contacts as columns of what the bars count: their dates in days, and the look of their outcome.

import { daysOf, lastDay, number } from "./days.js";
import { contactOf, firsts, stamps, versions } from "./drawn.js";
import { lookOf } from "./hairlines.js";

const days = Float64Array.from(stamps, daysOf);
const looks = versions.outcomes.map(lookOf);
const lookAt = Uint8Array.from(versions.outcome, (code) => looks[code]);

/** When each version may have happened. */
export const happened = { earliest: Float64Array.from(versions.earliest, (at) => days[at]), latest: Float64Array.from(versions.latest, (at) => days[at]), look: lookAt };

// The day of a publication by the place of its stamp, once for each; NaN where nobody knows it.
const published = new Map([...new Set(versions.since)].map((at) => [at, lastDay(stamps[at]) ? number(lastDay(stamps[at])) : NaN]));
const began = Float64Array.from(firsts.subarray(0, -1), (v) => published.get(versions.since[v]));

/** When each contact became known, by its place among all contacts, and as what. */
export const becameKnown = { earliest: began, latest: began.map((day) => day + 1), look: Uint8Array.from(firsts.subarray(0, -1), (v) => lookAt[v]) };

/** The places of the contacts of some rows. */
export const contactsOf = (view, rows) => rows.map((at) => contactOf[view.known.at[at]]);
