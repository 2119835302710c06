// One facet: folded or open, its values with how many contacts each would leave, long lists cut short or searched.

import { arrange, button, h, retext } from "./dom.js";
import { labelLanguage, labelOf, meant } from "./facetwords.js";
import { OUTCOMES, sample } from "./grammar.js";
import { change, listOf, now, toggle, within } from "./state.js";
import { count as written, t } from "./words.js";

const SHORT = 7;
const typed = new Map();

const boxes = new Map();

/** The box of a facet; nothing where it has a single value and so can't tell contacts apart. */
export function facetBox(facet, counts) {
  const state = now();
  const values = ordered(facet, counts, state[facet]);
  if (values.length === 0 || (values.length === 1 && !state[facet].size && facet !== "outcome")) return null;
  const long = values.length > SHORT + 1;
  if (!long) typed.delete(facet);
  const box = boxOf(facet, long);
  box.fill = () => arrange(box.list, contents(facet, values, counts, long));
  box.fill();
  retext(box.chosen, state[facet].size ? t("chosenN", { n: state[facet].size }) : "");
  if (box.details.open !== within(state.open, facet)) box.details.open = within(state.open, facet);
  return box.details;
}

/** The element of a facet's box, made once for a language. */
function boxOf(facet, long) {
  const look = `${now().lang} ${long}`;
  if (boxes.get(facet)?.look === look) return boxes.get(facet);
  const box = { look, details: null, list: h("div", { role: "group", "aria-label": t(`f.${facet}`) }), chosen: h("span", { class: "count" }), fill: () => {}, choices: new Map() };
  box.details = h(
    "details",
    { class: "facet", open: within(now().open, facet), ontoggle: (event) => fold(facet, event.target) },
    h("summary", { "data-keep": `facet ${facet}` }, h("h3", null, t(`f.${facet}`)), box.chosen),
    long ? finder(facet, () => box.fill()) : null,
    box.list,
  );
  boxes.set(facet, box);
  return box;
}

// The address says which facets are open; an element that was replaced meanwhile has no say any more.
function fold(facet, details) {
  if (details.isConnected && details.open !== within(now().open, facet)) change({ open: listOf(now().open, facet, details.open) });
}

/** Outcomes in their own order, the rest by how many contacts they leave, then by name; what nobody says comes last. */
function ordered(facet, counts, chosen) {
  const values = [...new Set([...counts.keys(), ...chosen])];
  if (facet === "outcome") return Object.keys(OUTCOMES).filter((value) => values.includes(value));
  const compare = collator(now().lang);
  const rows = values.map((value) => ({ value, last: Number(value === ""), count: counts.get(value) || 0, name: labelOf(facet, value) }));
  return rows.sort((a, b) => a.last - b.last || b.count - a.count || compare(a.name, b.name)).map((row) => row.value);
}

const collators = new Map();

/** The order of names in a language, made once: a long list asks for it a thousand times. */
function collator(language) {
  if (!collators.has(language)) collators.set(language, new Intl.Collator(language).compare);
  return collators.get(language);
}

/** A box that narrows the values while one types; it changes no filter. */
function finder(facet, fill) {
  const name = t("findValue", { facet: t(`f.${facet}`) });
  const input = h("input", { type: "search", class: "finder", "aria-label": name, placeholder: t("findValueShort"), autocomplete: "off", spellcheck: "false", "data-keep": `find ${facet}`, oninput: () => { typed.set(facet, input.value); fill(); } });
  input.value = typed.get(facet) || "";
  return input;
}

/** The values that are listed: what is chosen always, of a long list only the first or those one looks for. */
function contents(facet, values, counts, long) {
  const state = now();
  const text = (typed.get(facet) || "").trim();
  const whole = !long || within(state.whole, facet);
  const keep = (value, at) => state[facet].has(value) || (text ? meant(facet, value, text) : whole || at < SHORT);
  const listed = values.filter(keep);
  return [
    ...(listed.length ? listed.map((value) => choice(facet, value, counts.get(value) || 0)) : [h("p", { class: "note" }, t("none"))]),
    ...(long && !text ? [button(whole ? t("fewer") : t("more", { n: values.length - listed.length }), () => change({ whole: listOf(state.whole, facet, !whole) }), { class: "quiet", "data-keep": `more ${facet}` })] : []),
  ];
}

/** The line of a value: the one that is there, with what it counts now. */
function choice(facet, value, count) {
  const { choices } = boxes.get(facet);
  if (!choices.has(value)) choices.set(value, newChoice(facet, value));
  const { label, input, number } = choices.get(value);
  input.checked = now()[facet].has(value);
  label.className = count || input.checked ? "choice" : "choice vain";
  retext(number, written(count));
  return label;
}

function newChoice(facet, value) {
  const input = h("input", { type: "checkbox", onchange: () => toggle(facet, value), "data-keep": `${facet} ${value}`, "data-facet": facet, "data-value": value });
  const number = h("span", { class: "count" });
  const label = h(
    "label",
    { title: facet === "outcome" ? t(`x.${value}`) : null },
    input,
    facet === "outcome" ? sample(value) : null,
    h("bdi", { class: "value", dir: "auto", lang: labelLanguage(facet, value) }, labelOf(facet, value)),
    number,
  );
  return { label, input, number };
}
