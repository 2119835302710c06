// Steps through time: what they move, how far, forwards, backwards, or one after another by themselves.

import { button, h, put } from "./dom.js";
import { isStill, plays, toggle } from "./player.js";
import { begin, next, step } from "./range.js";
import { MOVES, SPEEDS, STEPS, change, now } from "./state.js";
import { t } from "./words.js";

const moves = choice("moves", MOVES);
const unit = choice("step", STEPS);
const speed = choice("speed", SPEEDS);
const back = button("‹", () => change(step(-1) || {}), { class: "quiet" });
const on = button("›", () => change(step(1) || {}), { class: "quiet" });
const play = button("", () => toggle("time", begin, next), { class: "play" });

/** The controls, the same for as long as the page is open. */
export const steps = h("div", { class: "steps", role: "group" }, moves, unit, back, on, play, speed);

function choice(name, values) {
  const select = h("select", { id: `choose-${name}` }, values.map((value) => h("option", { value, "data-t": `${name}.${value}` })));
  select.addEventListener("change", () => change({ [name]: select.value }));
  return select;
}

/** Show what is chosen and what can be pressed. */
export function drawSteps() {
  const labels = { moves: [moves, "moves"], step: [unit, "stepUnit"], speed: [speed, "speed"] };
  for (const [name, [select, label]] of Object.entries(labels)) {
    select.value = now()[name];
    select.setAttribute("aria-label", t(label));
  }
  steps.setAttribute("aria-label", t("moves"));
  const ways = [[back, "stepBack", -1], [on, "stepOn", 1]];
  for (const [press, label, by] of ways) {
    press.disabled = !step(by);
    press.title = t(label);
    press.setAttribute("aria-label", t(label));
  }
  put(play, t(plays("time") ? "pause" : "play"));
  play.setAttribute("aria-label", t(plays("time") ? "pauseTime" : "playTime"));
  play.disabled = isStill();
  play.title = t(isStill() ? "still" : plays("time") ? "pauseTime" : "playTime");
}
