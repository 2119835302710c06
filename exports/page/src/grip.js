// The edge between the graph and the panel: it is dragged, or moved with the arrow keys.

import { $ } from "./dom.js";
import { settle, soon } from "./soon.js";
import { change, now } from "./state.js";
import { t } from "./words.js";

const STEP = 20;
const LEAST = 280;

const grip = $("grip");
const most = () => Math.max(LEAST, Math.min(900, Math.round(innerWidth * 0.48)));
const width = () => Math.round($("panel").offsetWidth);
const within = (pixels) => String(Math.max(LEAST, Math.min(most(), Math.round(pixels))));

/** Draw the panel as wide as the reader made it. */
export function drawGrip() {
  const { wide } = now();
  const panel = $("panel");
  grip.hidden = !panel.classList.contains("open");
  if (wide) panel.style.setProperty("--panel", `${wide}px`);
  else panel.style.removeProperty("--panel");
  const words = { role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-controls": "panel", "aria-label": t("panelWidth"), title: t("panelWidthHint"), "aria-valuemin": LEAST, "aria-valuemax": most(), "aria-valuenow": Math.min(most(), width() || LEAST), "data-keep": "grip" };
  for (const [name, value] of Object.entries(words)) grip.setAttribute(name, String(value));
}

const isLeftToRight = () => getComputedStyle(document.body).direction === "ltr";

grip.addEventListener("keydown", (event) => {
  const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
  if (!by) return;
  event.preventDefault();
  change({ wide: within(width() + (isLeftToRight() ? by : -by)) });
});

grip.addEventListener("pointerdown", (event) => {
  grip.setPointerCapture(event.pointerId);
  event.preventDefault();
});
grip.addEventListener("pointermove", (event) => {
  if (grip.hasPointerCapture(event.pointerId)) soon({ wide: within($("panel").getBoundingClientRect().right - event.clientX) });
});
grip.addEventListener("pointerup", settle);
grip.addEventListener("dblclick", () => change({ wide: "" }));
