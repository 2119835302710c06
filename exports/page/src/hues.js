// The colours of states: the eight with the most contacts have one of their own.

import { entities, page } from "./data.js";

export const OWN = 8;

/** The number of the colour of whatever belongs to a state; 'x' for all the others. */
export function hueOf(key) {
  const place = page.hues.indexOf(entities.get(key)?.state || "");
  return place < 0 || place >= OWN ? "x" : place;
}
