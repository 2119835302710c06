// The facets and above them what is chosen: each value says how many contacts it would leave.

import { chips } from "./chips.js";
import { $, arrange, button, h, retext } from "./dom.js";
import { countsOf } from "./facetcounts.js";
import { facetBox } from "./facetbox.js";
import { nearChips } from "./near_panel.js";
import { FACETS, isFiltered, now, reset } from "./state.js";
import { t } from "./words.js";

const wide = matchMedia("(min-width: 901px)");
let unfolded = null;

const heading = h("h2", null);
const clear = button("", reset, { class: "quiet reset", "data-keep": "reset" });
const box = h("details", { ontoggle: remember });
const head = h("summary", { "data-keep": "filters" }, heading);

export function drawFilters(view) {
  const counts = countsOf(view);
  retext(heading, t("filters"));
  retext(clear, t("reset"));
  clear.disabled = !isFiltered(now());
  if (!box.isConnected) box.open = unfolded ?? wide.matches;
  arrange(box, [head, nearChips(), ...FACETS.map((facet) => facetBox(facet, counts[facet]))].filter(Boolean));
  arrange($("filters"), [clear, chips(), box].filter(Boolean));
}

// What the reader folded or unfolded stays so; what is so by itself follows the width of the window.
function remember() {
  if (unfolded !== null || box.open !== wide.matches) unfolded = box.open;
}

wide.addEventListener("change", () => {
  box.open = unfolded ?? wide.matches;
});
