// The days of the bar: all that dated contacts reach over, and those of the part that is looked at.

import { contacts } from "./data.js";
import { dated, lastDay, number } from "./days.js";
import { now } from "./state.js";

const all = [...contacts.values()].flatMap((contact) => contact.versions).filter(dated);
const first = all.reduce((least, version) => (version.earliest < least ? version.earliest : least), "9");
const last = all.reduce((most, version) => (version.latest > most ? version.latest : most), "0");

// A bar that is a single day wide says nothing: so many days are shown at least.
const LEAST_DAYS = 28;

/** Whether any contact has a date. */
export const anyDated = all.length > 0;

/** All on which a dated contact may have happened, and some around a short time. */
export const domain = anyDated ? widened(number(first), number(lastDay(last))) : { first: 0, last: 0 };

/** The days that the bar shows now: a part if one looks closer, else all. */
export function axis() {
  const [from, to] = now().axis.split("/");
  return to ? { first: number(from), last: number(to) } : domain;
}

export function widened(from, to) {
  const missing = Math.max(0, LEAST_DAYS - (to - from + 1));
  return { first: from - Math.floor(missing / 2), last: to + Math.ceil(missing / 2) };
}

/** Where a day begins, on so many pixels. */
export const across = (day, { first: from, last: to }, width) => ((day - from) / (to + 1 - from)) * width;
