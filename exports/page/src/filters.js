// The facets and above them what is chosen: each value says how many contacts it would leave.

import { chips } from "./chips.js";
import { $, button, h, put } from "./dom.js";
import { facetBox } from "./facetbox.js";
import { nearChips } from "./near_panel.js";
import { FACETS, isFiltered, now, reset } from "./state.js";
import { t } from "./words.js";

const wide = matchMedia("(min-width: 901px)");
let unfolded = null;

export function drawFilters(view) {
  const box = h(
    "details",
    { open: unfolded ?? wide.matches, ontoggle: (event) => remember(event.target) },
    h("summary", { "data-keep": "filters" }, h("h2", null, t("filters"))),
    nearChips(),
    FACETS.map((facet) => facetBox(facet, view.counts[facet])),
  );
  put($("filters"), button(t("reset"), reset, { disabled: !isFiltered(now()), class: "quiet reset", "data-keep": "reset" }), chips(), box);
}

// What the reader folded or unfolded stays so; what was drawn so by itself follows the width of the window.
function remember(details) {
  if (details.isConnected && (unfolded !== null || details.open !== wide.matches)) unfolded = details.open;
}
