// What the filter makes of a state: numbers for whatever goes over all contacts, rows for whoever looks at some.

import { BEGINNING, contactAt, contacts, ends, EVERYTHING, linesOf } from "./data.js";
import { contactOf, firsts, lines, rank, spots, versions } from "./drawn.js";
import { concerns } from "./concerns.js";
import { filtersOf, hasLine, TIME, WHO } from "./live.js";
import { contactKeys, versionAt } from "./version.js";

const [BEGUN, NEVER] = [rank(BEGINNING), rank(EVERYTHING)];

/** Whether a version has a date. */
export const datedAt = (v) => versions.earliest[v] !== BEGUN && versions.latest[v] < NEVER;

export class View {
  /**
   * `known` are the live contacts (live.js), one row each; `falls` says how a row falls into the range and `failed`
   * which filters it fails. `sight` are the nodes in sight, null for all.
   */
  constructor(state, known, { falls, failed }) {
    this.state = state;
    this.known = known;
    this.falls = falls;
    this.failed = failed;
    this.sight = null;
    this.routes = null;
    this.filters = filtersOf(state);
    this.rows = [];
    this.lists = new Map();
    this.level = lines[state.level];
  }

  /** A row as an object: { key, contact, number, version, certain, lines }, its lines as they are in sight. */
  row(at) {
    return (this.rows[at] ||= this.made(at, this.sight));
  }

  made(at, sight) {
    const v = this.known.at[at];
    const contact = contactAt(contactOf[v]);
    const number = v - firsts[contact.index];
    return { key: contact.key, contact, number, version: versionAt(v), certain: this.falls[at] === 2, lines: linesOf(this.state.level, contact.index, number).filter((line) => sees(line, sight)) };
  }

  /** Whether something of a contact stays in sight: one of its lines or, where it has none, what it is about. */
  stays(at) {
    const v = this.known.at[at];
    const own = linesOf(this.state.level, contactOf[v], v - firsts[contactOf[v]]);
    if (own.length) return own.some((line) => sees(line, this.sight));
    return !this.sight.has(this.state.focus) || concerns(versionAt(v), [], this.state.focus);
  }

  /** The places of the rows that fail none but these filters. */
  passing(name, allowed) {
    if (!this.lists.has(name)) this.lists.set(name, this.places(allowed));
    return this.lists.get(name);
  }

  places(allowed) {
    const { failed } = this;
    const found = new Int32Array(failed.length);
    let count = 0;
    for (let at = 0; at < failed.length; at += 1) if ((failed[at] & ~allowed) === 0) found[count++] = at;
    return found.subarray(0, count);
  }

  get shownAt() {
    return this.passing("shown", 0);
  }

  get timelessAt() {
    return this.passing("timeless", TIME);
  }

  /** The contacts that pass all filters. */
  get shown() {
    return this.asRows("shown", this.shownAt);
  }

  /** Those that pass all but the range. */
  get timeless() {
    return this.asRows("timeless", this.timelessAt);
  }

  /** Those of the range, whatever the facets leave of them, with all their lines. */
  get within() {
    if (!this.lists.has("within")) this.lists.set("within", [...this.failed.keys()].filter((at) => !(this.failed[at] & (TIME | WHO))).map((at) => this.made(at, null)));
    return this.lists.get("within");
  }

  /** Every contact known at the moment. */
  get live() {
    return this.asRows("live", this.known.at.keys());
  }

  /** The row of a contact among all that are known; undefined where it isn't. */
  find(key) {
    const index = contacts.get(key)?.index;
    const at = index === undefined ? -1 : this.known.rowOf[index];
    return at < 0 ? undefined : this.row(at);
  }

  /** The key of the contact of a row. */
  keyAt(at) {
    return contactKeys[contactOf[this.known.at[at]]];
  }

  /** Whether a contact passes all filters. */
  shows(key) {
    const index = contacts.get(key)?.index;
    return index !== undefined && this.known.rowOf[index] >= 0 && this.failed[this.known.rowOf[index]] === 0;
  }

  /** How many are shown, and of these without a line, without a date, only possibly in the range; how many lines. */
  get numbers() {
    if (!this.lists.has("numbers")) this.lists.set("numbers", this.counted());
    return this.lists.get("numbers");
  }

  counted() {
    const found = { shown: this.shownAt.length, all: this.failed.length, undrawn: 0, undated: 0, unsure: 0, lines: this.drawnLines.line.length };
    for (const at of this.shownAt) {
      const v = this.known.at[at];
      if (!hasLine(this.state.level, v)) found.undrawn += 1;
      if (!datedAt(v)) found.undated += 1;
      if (this.falls[at] !== 2) found.unsure += 1;
    }
    return found;
  }

  /** The lines that are drawn, as places among those of the level, each with the place of its row. */
  get drawnLines() {
    if (!this.lists.has("lines")) this.lists.set("lines", this.linesInSight());
    return this.lists.get("lines");
  }

  linesInSight() {
    const { begin, from, to } = this.level;
    const seen = this.sight && spots.key.map((key) => this.sight.has(key));
    const [line, row] = [new Int32Array(from.length), new Int32Array(from.length)];
    let count = 0;
    for (const at of this.shownAt) {
      const v = this.known.at[at];
      for (let one = begin[v]; one < begin[v + 1]; one += 1) {
        if (seen && !(seen[from[one]] && seen[to[one]])) continue;
        line[count] = one;
        row[count++] = at;
      }
    }
    return { line: line.subarray(0, count), row: row.subarray(0, count) };
  }

  asRows(name, places) {
    const key = `rows of ${name}`;
    if (!this.lists.has(key)) this.lists.set(key, Array.from(places, (at) => this.row(at)));
    return this.lists.get(key);
  }
}

const sees = (line, sight) => !sight || (sight.has(ends.get(line.from)) && sight.has(ends.get(line.to)));
