// From one arrangement to another: nodes glide there, or stand there at once where less motion is wished.

const STEPS = 14;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let turn = 0;

/** Call `put` with each node's place on the way from `before` to `after`, and at last with `after` itself. */
export function glide(before, after, put) {
  turn += 1;
  const mine = turn;
  let step = calm.matches || !before.size ? STEPS : 0;
  const next = () => {
    if (mine !== turn) return;
    step += 1;
    put(step >= STEPS ? after : between(before, after, eased(step / STEPS)));
    if (step < STEPS) requestAnimationFrame(next);
  };
  next();
}

const eased = (part) => 1 - (1 - part) ** 3;

function between(before, after, part) {
  const way = (from, to) => from + (to - from) * part;
  return new Map([...after].map(([id, to]) => {
    const from = before.get(id) || to;
    return [id, { x: way(from.x, to.x), y: way(from.y, to.y) }];
  }));
}
