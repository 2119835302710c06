// Pins: nodes that a reader put elsewhere. In the address each is `x,y,key`, in the units of the layout, so that
// they lie in the same place of the picture in every window.

import { thing } from "./data.js";

const FORM = /^(-?\d{1,5}),(-?\d{1,5}),(.+)$/s;

/** The pins that an address names, one a node; what is no pin is passed over. */
export function pinsFrom(texts) {
  const found = new Map();
  for (const text of texts) {
    const [, x, y, key] = FORM.exec(text) || [];
    if (key && thing(key)) found.set(key, written(key, { x: Number(x), y: Number(y) }));
  }
  return new Set(found.values());
}

const written = (key, { x, y }) => `${Math.round(x) + 0},${Math.round(y) + 0},${key}`;

/** Where each pinned node stands: by key. */
export function places(pins) {
  return new Map([...pins].map((text) => {
    const [, x, y, key] = FORM.exec(text);
    return [key, { x: Number(x), y: Number(y) }];
  }));
}

/** The same pins with one more, or with one elsewhere. */
export const pinnedTo = (pins, key, place) => new Set([...unpinned(pins, key), written(key, place)]);

/** The same pins without that of a node. */
export const unpinned = (pins, key) => new Set([...pins].filter((text) => FORM.exec(text)[3] !== key));

/** Nodes at the places of their pins; a name beside its node turns to the outside. */
export function pinned(nodes, pins) {
  const found = places(pins);
  return nodes.map((node) => {
    const place = found.get(node.key);
    if (!place) return node;
    const side = ["left", "right"].includes(node.side) ? (place.x < 0 ? "left" : "right") : node.side;
    return { ...node, ...place, side };
  });
}
