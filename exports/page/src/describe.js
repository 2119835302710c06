// One contact, silence or channel in a few words, the same wherever it is named.

import { channels, contacts, ends, linesOf, silences } from "./data.js";
import { dated } from "./days.js";
import { now } from "./state.js";
import { said } from "./dom.js";
import { languageOf, nameOf, t } from "./words.js";

/** The two sides of a contact: from its lines at the level, else from what its claims say. */
export function sides(row) {
  const lines = row.lines;
  if (lines.length === 0) return statedSides(row.version);
  const from = new Set();
  const to = new Set();
  for (const line of lines) {
    const [first, second] = line.way < 0 ? [line.to, line.from] : [line.from, line.to];
    from.add(ends.get(first));
    to.add(ends.get(second));
  }
  const directed = lines.some((line) => line.way !== 0);
  if (!directed) for (const key of [...to]) if (from.has(key)) to.delete(key);
  return { from: [...from], to: [...to], directed };
}

function statedSides(version) {
  const of = (...roles) => [...new Set(version.parties.filter((party) => roles.includes(party.role)).map((party) => party.who))];
  const from = of("initiator");
  const rest = of("addressee", "participant");
  return from.length ? { from, to: rest, directed: true } : { from: rest.slice(0, 1), to: rest.slice(1), directed: false };
}

/** A name on its own: with its language for those who hear it, and its own direction. */
export const named = (key) => said(nameOf(key), languageOf(key));

export const names = (keys) => keys.map(nameOf).join(", ");

/** 'Lloyd Austin → Sergei Shoigu'. */
export function title(row) {
  const { from, to, directed } = sides(row);
  return [names(from), to.length ? (directed ? "→" : "–") : "", names(to)].filter(Boolean).join(" ");
}

/** A date for people: the day or span as the sources give it. */
export function when(version) {
  if (version.when) return version.when;
  if (!dated(version)) return t("unknownDate");
  return `${version.earliest.slice(0, 10)}/${version.latest.slice(0, 10)}`;
}

/** The contact as a row at the level that is shown, in the version known last. */
export function rowOf(key) {
  const contact = contacts.get(key);
  const number = contact.versions.length - 1;
  return { key, contact, number, version: contact.versions[number], lines: linesOf(now().level, contact.index, number) };
}

/** A short name for anything that has a key. */
export function label(key) {
  if (contacts.has(key)) return title(rowOf(key));
  if (silences.has(key)) return `${t("silences")}: ${names([...new Set(silences.get(key).claims[0].between)])}`;
  if (channels.has(key)) return nameOf(key);
  return nameOf(key);
}
