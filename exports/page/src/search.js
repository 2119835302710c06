// Search over every spelling in every script; a result says by which form it was found.

import MiniSearch from "minisearch";
import { channels, entities } from "./data.js";
import { $, h, put, said } from "./dom.js";
import { languageOf, nameOf, t } from "./words.js";

const LIMIT = 12;
let index = null;

/** Without accents and case: 'Müller' and 'MULLER' meet. */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function build() {
  const mini = new MiniSearch({
    fields: ["text"],
    storeFields: ["key", "text", "language", "sort"],
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean),
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: "AND" },
  });
  let id = 0;
  for (const [key, one] of [...entities, ...channels]) {
    for (const [text, language, sort] of one.forms) mini.add({ id: id++, key, text, language, sort });
  }
  return mini;
}

/** The best matches, one for each thing found: { key, text, language, sort }. */
export function find(query, wanted = (key) => Boolean(key)) {
  index ||= build();
  const best = new Map();
  for (const hit of index.search(query)) if (!best.has(hit.key) && wanted(hit.key)) best.set(hit.key, hit);
  return [...best.values()].slice(0, LIMIT);
}

// --- the box: a combobox with a list, as the ARIA practices describe it ---

export class Search {
  /** `box` is what it is put into, `name` that of its list; only keys that are `wanted` are found. */
  constructor(open, { box = $("search"), id = "find", name = "found", wanted = undefined } = {}) {
    this.open = open;
    this.name = name;
    this.wanted = wanted;
    this.found = [];
    this.at = -1;
    this.input = h("input", {
      type: "search", id, "data-keep": id, role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": name, "aria-autocomplete": "list",
      oninput: () => this.look(), onkeydown: (event) => this.key(event), onblur: () => setTimeout(() => this.close(), 150),
    });
    this.list = h("ul", { id: name, class: "found", role: "listbox", hidden: true });
    put(box, this.input, this.list);
  }

  draw() {
    this.input.setAttribute("aria-label", t("search"));
    this.input.placeholder = t("search");
    this.input.title = t("searchHint");
    this.list.setAttribute("aria-label", t("search"));
  }

  look() {
    const query = this.input.value.trim();
    this.found = query ? find(query, this.wanted) : [];
    this.at = this.found.length ? 0 : -1;
    this.render(query);
  }

  render(query) {
    const rows = this.found.map((hit, at) => this.option(hit, at));
    put(this.list, rows.length ? rows : h("li", { role: "option", "aria-disabled": "true", class: "note" }, t("none")));
    this.list.hidden = !query;
    this.input.setAttribute("aria-expanded", String(Boolean(query)));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `${this.name}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  option(hit, at) {
    const kind = entities.has(hit.key) ? t(`k.${entities.get(hit.key).kind}`) : t("channel");
    const by = hit.text === nameOf(hit.key) ? "" : [t("matched"), " “", said(hit.text, hit.language), `” (${hit.language}${hit.sort === "misprint" ? `, ${t("misprint")}` : ""}) · `];
    return h("li", { role: "option", id: `${this.name}-${at}`, "aria-selected": String(at === this.at), onmousedown: (event) => { event.preventDefault(); this.choose(at); } }, h("bdi", { class: "value", dir: "auto", lang: languageOf(hit.key) }, nameOf(hit.key)), h("span", { class: "note" }, by, kind));
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      this.at = (this.at + step + this.found.length) % this.found.length;
      this.render(this.input.value.trim());
    } else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  choose(at) {
    const { key } = this.found[at];
    this.input.value = "";
    this.close();
    this.open(key);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
