// One version of a contact as an object, made when somebody looks at it.

import { begins, block } from "./blocks.js";
import { stamps, versions } from "./drawn.js";

const { columns, rest } = block("contacts");
const CODES = ["disputed", "mode", "public", "times", "when", "inferred"];
const LISTS = ["outcomes", "channels", "states", "voices", "parties", "claims"];
const FACETS = ["rank", "stance", "reliability", "documents"];

export const contactKeys = rest.keys;
const claimKeys = block("claims").rest.keys;

/** A list column: the places of version v from `begin[v]` to before `begin[v + 1]`, and the table they stand in. */
function list(name, table) {
  return { at: columns[name], begin: begins(columns[`${name}.n`]), table };
}

/** The columns that are lists. */
export const lists = Object.fromEntries([
  ...LISTS.map((name) => [name, list(name, name === "claims" ? claimKeys : rest.tables[name])]),
  ...FACETS.map((name) => [name, list(`facets.${name}`, null)]),
]);

/** The columns of single values. */
export const codes = Object.fromEntries(CODES.map((name) => [name, { at: columns[name], table: rest.tables[name] }]));

class Version {
  constructor(at) {
    this.at = at;
  }

  get outcome() {
    return versions.outcomes[versions.outcome[this.at]];
  }

  get status() {
    return versions.statuses[versions.status[this.at]];
  }
}

function given(name, get) {
  Object.defineProperty(Version.prototype, name, { get });
}

for (const name of ["since", "until", "earliest", "latest"]) given(name, function () { return stamps[versions[name][this.at]]; });
for (const name of CODES) given(name, function () { return codes[name].table[codes[name].at[this.at]]; });
for (const name of LISTS) given(name, function () { return listAt(lists[name], this.at); });

/** The values of a list column for a version. */
export function listAt({ at, begin, table }, version) {
  return Array.from(at.subarray(begin[version], begin[version + 1]), (place) => (table ? table[place] : place));
}

const made = [];

/** The version with a number; always the same object. */
export function versionAt(at) {
  return (made[at] ||= new Version(at));
}
