// Playing: one picture after another until the end. No clock is asked what to show, only when to show it.

import { change, now } from "./state.js";

const PACE = { slow: 1200, medium: 600, fast: 250 };
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** What plays now: a name, or ''. */
let playing = "";
let timer = 0;

export const plays = (name) => playing === name;

/** Whether the reader's system asks for less motion: then nothing moves by itself, and steps do the same. */
export const isStill = () => still.matches;

/** Start or pause; `begin` and `next` give the change of the state for the first and each further picture. */
export function toggle(name, begin, next) {
  const wasPlaying = playing === name;
  stop();
  if (wasPlaying || isStill()) return change({});
  playing = name;
  show(begin(), next);
}

export function stop() {
  clearTimeout(timer);
  playing = "";
}

function show(patch, next) {
  if (!patch) return end();
  change(patch);
  if (next()) timer = setTimeout(() => show(next(), next), PACE[now().speed]);
  else end();
}

/** Nothing plays any more, and the button says so. */
function end() {
  stop();
  change({});
}

still.addEventListener("change", () => {
  if (isStill() && playing) end();
});
