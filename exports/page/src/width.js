// How wide an element is, without asking the browser each time: that would lay out the page again in the midst of drawing it.

const USUAL = 300;
const widths = new WeakMap();

/** Call `act` whenever an element has become wider or narrower. */
export function whenWidthChanges(node, act) {
  new ResizeObserver(() => {
    const before = widths.get(node);
    widths.set(node, node.clientWidth);
    if (before !== node.clientWidth) act();
  }).observe(node);
}

/** The width of an element that is watched so, in pixels; some width while it has none. */
export function widthOf(node) {
  if (!widths.get(node)) widths.set(node, node.clientWidth);
  return widths.get(node) || USUAL;
}
