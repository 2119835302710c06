// How the value of a facet is called, and in which language that name is.

import { fold } from "./search.js";
import { now } from "./state.js";
import { titles } from "./values.js";
import { languageOf, nameOf, t } from "./words.js";

const NAMED = new Set(["state", "channel", "source"]);

/** A value as a reader reads it; '' stands for what nobody says. */
export function labelOf(facet, value) {
  if (value === "") return t("");
  if (NAMED.has(facet)) return titles.get(value) || nameOf(value);
  if (facet === "language") return languageName(value);
  if (facet === "reliability") return graded(value);
  return t(value);
}

/** The language a value's label is in, where the label comes from the data. */
export const labelLanguage = (facet, value) => (NAMED.has(facet) && value && !titles.has(value) ? languageOf(value) : null);

/** 'B2: usually reliable, probably true'. */
function graded(value) {
  const [, letter, number] = /^([A-F]?)([1-6]?)$/.exec(value) || [];
  const told = [letter && t(`g.${letter}`), number && t(`g.${number}`)].filter(Boolean).join(", ");
  return told ? `${value}: ${told}` : value;
}

const tongues = new Map();

// A tag that is none names no language and stands for itself.
function languageName(tag) {
  const { lang } = now();
  if (!tongues.has(lang)) tongues.set(lang, new Intl.DisplayNames([lang], { type: "language" }));
  try {
    return tongues.get(lang).of(tag) || tag;
  } catch {
    return tag;
  }
}

/** Whether a value is among those that a typed text means. */
export const meant = (facet, value, typed) => fold(labelOf(facet, value)).includes(fold(typed.trim()));
