// When what was drawn can be seen.

const LATEST = 400;
const PATIENCE = 200;

/** Do something once what was drawn can be seen; where nothing is painted, as in a hidden tab, soon all the same. */
export function whenSeen(act) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LATEST);
}

/** Do something once what was drawn can be seen and there is time for it, but without waiting long. */
export function whenIdle(act) {
  whenSeen(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(act, { timeout: PATIENCE }) : setTimeout(act)));
}
