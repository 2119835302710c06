// The head of the panel: what it speaks of, and the way to close it.

import { $, button, h } from "./dom.js";
import { change } from "./state.js";
import { t } from "./words.js";

/** The heading and the button that closes the panel. */
export function top(text) {
  const close = button("×", () => change({ sel: "", help: "no" }), { class: "quiet close", "aria-label": t("close"), title: t("close"), "data-keep": "close" });
  return h("div", { class: "top" }, h("h2", { tabindex: -1, id: "panel-title", dir: "auto" }, text), close);
}

/** The keyboard goes to the panel, or to the graph where the panel has closed. */
export const toPanel = () => ($("panel-title") || $("graph")).focus();
