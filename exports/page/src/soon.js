// Dragging changes the state at each small movement; browsers refuse to write the address that often.

import { change } from "./state.js";

const PAUSE = 60;
let waiting = null;
let timer = 0;

/** Change the state now, or if that was done a moment ago, in a moment: the last change counts. */
export function soon(patch) {
  waiting = { ...waiting, ...patch };
  if (timer) return;
  settle();
  timer = setTimeout(() => {
    timer = 0;
    if (waiting) soon({});
  }, PAUSE);
}

/** What still waits is done at once: the hand has let go. */
export function settle() {
  const patch = waiting;
  waiting = null;
  if (patch) change(patch);
}
