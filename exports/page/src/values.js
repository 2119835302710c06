// Which values of a facet a contact has: from one of its versions, and so from the claims that were live in it.

import { page } from "./data.js";
import { knownBy } from "./semantics.js";

const tables = page.facets;
const listed = (name) => (version) => version.facets[name].map((at) => tables[name][at]);

// The documents a claim stands in are out from different days: one that came later doesn't count before.
const standing = (name) => (version, clock) =>
  version.facets.documents.map((at) => tables.documents[at]).filter((one) => knownBy(one.known, clock)).map((one) => one[name]);

const VALUES = {
  outcome: (version) => [version.outcome],
  mode: (version) => [version.mode],
  state: (version) => version.states,
  rank: listed("rank"),
  channel: (version) => version.channels,
  status: (version) => [version.status],
  stance: listed("stance"),
  reliability: listed("reliability"),
  source: standing("source"),
  language: standing("language"),
  public: (version) => [version.public === null ? "" : version.public ? "public" : "non-public"],
};

let cache = new WeakMap();
let cachedAt = "";

/** The values of a facet at a moment; '' where nothing is said of it. */
export function valuesOf(facet, version, clock) {
  if (clock !== cachedAt) [cache, cachedAt] = [new WeakMap(), clock];
  if (!cache.has(version)) cache.set(version, {});
  return (cache.get(version)[facet] ??= values(facet, version, clock));
}

function values(facet, version, clock) {
  const found = [...new Set(VALUES[facet](version, clock))].filter(Boolean);
  return found.length ? found : [""];
}

/** The title of a document by its key, where it stands as a source because nobody is named as its publisher. */
export const titles = new Map(tables.documents.filter((one) => one.title).map((one) => [one.source, one.title]));
