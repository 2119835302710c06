// Days and stamps: a stamp is `YYYY-MM-DDTHH:MM:SSZ` and sorts as text; a day is `YYYY-MM-DD`.

import { BEGINNING, END, EVERYTHING } from "./data.js";

const DAY = 86_400_000;

/** Whether a text is a day of the calendar. */
export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(number(text)) === text;
}

/** Days since 1970-01-01. */
export const number = (day) => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);

export const dayOf = (count) => new Date(count * DAY).toISOString().slice(0, 10);

/** A stamp in days since 1970-01-01, with its part of the day: numbers compare as the stamps do. */
export const daysOf = (stamp) => Date.parse(stamp) / DAY;

/** The midnight at which a day begins; without a day the beginning of time. */
export const start = (day) => (day ? `${day}T00:00:00Z` : BEGINNING);

/** The midnight at which a day is over; without a day the end of time. */
export const after = (day) => (day ? `${dayOf(number(day) + 1)}T00:00:00Z` : END);

/** The moment from which one looks: what was published by the end of `known`, or everything. */
export const moment = (known) => (known ? after(known) : EVERYTHING);

/** The last day that lies before a stamp. */
export const lastDay = (stamp) => (stamp >= EVERYTHING ? "" : dayOf(Math.floor((Date.parse(stamp) - 1) / DAY)));

export const dated = (row) => row.earliest !== BEGINNING && row.latest < EVERYTHING;
