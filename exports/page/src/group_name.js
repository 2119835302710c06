// What a group of nodes is called.

import { isNone } from "./bundles.js";
import { nameOf, t } from "./words.js";

const NONE = { state: "noState", organisation: "noOrganisation", rank: "noRank" };

/** The name of a group in a grouping, '' being that of nodes that belong to none. */
export function groupName(name, group) {
  if (!name || isNone(name)) return t(NONE[group]);
  return group === "rank" ? t(name) : nameOf(name);
}
