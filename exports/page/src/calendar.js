// Days, weeks, months and years as numbers of days: where they begin, and the same day one further.

import { dayOf, number } from "./days.js";

// No month lies outside the years that a stamp can name.
const MONTHS = { first: 12, last: 9999 * 12 + 11 };

/** The month of a day, counted from the year 0. */
export function monthOf(day) {
  const [year, month] = dayOf(day).split("-").map(Number);
  return year * 12 + month - 1;
}

/** The first day of a month. */
export function firstOf(month) {
  const safe = Math.min(MONTHS.last, Math.max(MONTHS.first, month));
  return number(`${String(Math.floor(safe / 12)).padStart(4, "0")}-${String((safe % 12) + 1).padStart(2, "0")}-01`);
}

const lengthOf = (month) => firstOf(month + 1) - firstOf(month);

export const endsMonth = (day) => day === firstOf(monthOf(day) + 1) - 1;
export const beginsMonth = (day) => day === firstOf(monthOf(day));

/** The Monday on or before a day. */
export const mondayOf = (day) => day - ((((day + 3) % 7) + 7) % 7);

/**
 * The day that lies so many days, weeks or months further. What has no such day (31 February) becomes the
 * last of its month; with `ends`, the last day of a month stays the last of a month.
 */
export function moved(day, unit, by, ends = false) {
  if (unit === "day") return day + by;
  if (unit === "week") return day + 7 * by;
  const [from, to] = [monthOf(day), monthOf(day) + by];
  const place = ends && endsMonth(day) ? Infinity : day - firstOf(from);
  return firstOf(to) + Math.min(place, lengthOf(to) - 1);
}

/**
 * The beginnings of steps of so many months (or days, from a Monday if they are weeks) up to a day.
 * @type {(extent: {first: number, last: number}, step: {days?: number, months?: number}) => number[]}
 */
export const beginnings = ({ first, last }, { days = 0, months = 1 }) => {
  const found = [];
  let at = days ? (days % 7 ? first : mondayOf(first)) : Math.floor(monthOf(first) / months) * months;
  for (let day = days ? at : firstOf(at); day <= last && found.length < 1500; day = days ? at : firstOf(at)) {
    found.push(day);
    at += days || months;
    if (!days && firstOf(at) === day) break;
  }
  return found;
};
