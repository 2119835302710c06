// A tour of the page in a few steps, each at the thing it speaks of: on the first opening, and from the help.

import { $, button, h, put } from "./dom.js";
import { t } from "./words.js";

const STEPS = [
  { name: "search", at: () => $("search") },
  { name: "time", at: () => $("time") },
  { name: "line", at: () => $("graph") },
  { name: "facets", at: () => $("filters") },
  { name: "export", at: () => $("export") },
];
const KEPT = "backchannel.tour";
const GAP = 12;
const EDGE = 8;

let step = 0;
let dialog = null;

/** Begin by itself on a first opening, but not where the address says what to show. */
export function tourAtFirst(address) {
  if (address.replace(/^#/, "") || wasSeen()) return;
  startTour();
}

// A page from a disk may be refused any memory: then the tour comes once a load.
function wasSeen() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(KEPT, "seen");
  } catch {
    // nothing to be done, and nothing lost
  }
}

/** Show the first step. */
export function startTour() {
  if (dialog) return;
  step = 0;
  dialog = h("dialog", { id: "tour", "aria-labelledby": "tour-title", "aria-describedby": "tour-text", onclose: end });
  document.body.append(dialog);
  /** @type {any} */ (dialog).showModal();
  addEventListener("resize", place);
  draw();
}

function end() {
  remember();
  removeEventListener("resize", place);
  dialog.remove();
  dialog = null;
}

const close = () => dialog.close();

function go(by) {
  step += by;
  if (step >= STEPS.length) close();
  else draw();
}

function draw() {
  const { name } = STEPS[step];
  const last = step === STEPS.length - 1;
  const next = button(t(last ? "tour.done" : "tour.next"), () => go(1), { class: "next" });
  put(
    dialog,
    h("div", { class: "spot", "aria-hidden": "true" }),
    h(
      "div",
      { class: "card" },
      h("div", { class: "top" }, h("h2", { id: "tour-title" }, t(`tour.${name}`)), button("×", close, { class: "quiet close", "aria-label": t("tour.close"), title: t("tour.close") })),
      h("p", { id: "tour-text" }, t(`tour.${name}.text`)),
      h("div", { class: "row" }, h("span", { class: "note" }, t("tour.step", { n: step + 1, all: STEPS.length })), h("span", { class: "actions" }, step ? button(t("tour.back"), () => go(-1), { class: "back" }) : null, next)),
    ),
  );
  place();
  next.focus();
}

/** The light around the thing, and the card below it, above it, or where there is room. */
function place() {
  const target = STEPS[step].at();
  target.scrollIntoView({ block: "center", behavior: "instant" });
  const box = target.getBoundingClientRect();
  const [spot, card] = dialog.children;
  const frame = { left: Math.max(0, box.left - 4), top: Math.max(0, box.top - 4), right: Math.min(innerWidth, box.right + 4), bottom: Math.min(innerHeight, box.bottom + 4) };
  Object.assign(spot.style, { left: `${frame.left}px`, top: `${frame.top}px`, width: `${frame.right - frame.left}px`, height: `${frame.bottom - frame.top}px` });
  const left = Math.max(EDGE, Math.min((frame.left + frame.right - card.offsetWidth) / 2, innerWidth - card.offsetWidth - EDGE));
  Object.assign(card.style, { left: `${left}px`, top: `${topOf(frame, card.offsetHeight)}px` });
}

function topOf(frame, height) {
  if (frame.bottom + GAP + height <= innerHeight - EDGE) return frame.bottom + GAP;
  if (frame.top - GAP - height >= EDGE) return frame.top - GAP - height;
  return Math.max(EDGE, Math.min(frame.top + GAP, innerHeight - height - EDGE));
}
