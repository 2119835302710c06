// What certain and possible mean, and when a statement counts as known: the comparisons of graph/semantics.py
// and no others. Stamps sort as text; a row has `earliest` and `latest`, the bounds of its date.

/** Whether something had been published by the moment from which one looks. */
export const knownBy = (knownFrom, moment) => knownFrom <= moment;

/** Whether a claim was published and not withdrawn by then. */
export const live = (claim, moment) => knownBy(claim.known, moment) && !knownBy(claim.withdrawn, moment);

/** Whether it may hold, or may have happened, at some instant of the window `start <= t < end`. */
export const possiblyAt = (row, start, end) => row.earliest < end && start < row.latest;

/** Whether an occurrence may lie in the window. */
export const possiblyWithin = possiblyAt;

/** Whether an occurrence lies in the window for sure: the window contains its bounds. */
export const certainlyWithin = (row, start, end) => start <= row.earliest && row.latest <= end;

/** Whether a state holds for sure at every instant of the window. */
export const certainlyAt = (row, start, end) => row.certainFrom <= start && end <= row.certainUntil;

/** Whether some possible instant of the first lies before some possible instant of the second. */
export const possiblyBefore = (first, second) => first.earliest < second.latest;

/** Whether every possible instant of the first lies before every possible one of the second. */
export const certainlyBefore = (first, second) => first.latest <= second.earliest;

/** The same comparisons for a query in SPARQL, over the properties of a claim as variables of their names. */
export const SPARQL = {
  possiblyWithin: "?earliest < ?end && ?start < ?latest",
  certainlyWithin: "?start <= ?earliest && ?latest <= ?end",
  live: "?knownFrom <= ?known && ?known < ?withdrawnFrom",
};
