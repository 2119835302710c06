// Moving a node without dragging it: four buttons and the arrow keys, in the panel of what is drawn.

import { button, h } from "./dom.js";
import { pinnedTo, places, unpinned } from "./pins.js";
import { change, now } from "./state.js";
import { t } from "./words.js";

const STEP = 12;
const FAR = 60;
const WAYS = { ArrowLeft: ["←", -1, 0], ArrowUp: ["↑", 0, -1], ArrowDown: ["↓", 0, 1], ArrowRight: ["→", 1, 0] };

/** The buttons for a node that stands at `place`, in the units of the layout; nothing where it isn't drawn. */
export function pinButtons(key, place) {
  if (!place) return null;
  const move = (name, far) => change({ pin: pinnedTo(now().pin, key, moved(place, name, far)) });
  const press = (name) => button(WAYS[name][0], () => move(name, false), { "aria-label": t(`move.${name}`), title: t(`move.${name}`), "data-keep": `move-${name}` });
  const keys = (event) => {
    if (!Object.hasOwn(WAYS, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(event.key, event.shiftKey);
  };
  return h(
    "div",
    { class: "actions moves", role: "group", "aria-label": t("movePlace"), title: t("moveHint"), onkeydown: keys },
    h("span", { class: "note" }, t("movePlace")),
    Object.keys(WAYS).map(press),
    places(now().pin).has(key) ? button(t("unpin"), () => change({ pin: unpinned(now().pin, key) }), { "data-keep": "unpin" }) : null,
  );
}

function moved({ x, y }, name, far) {
  const [, dx, dy] = WAYS[name];
  const step = far ? FAR : STEP;
  return { x: x + dx * step, y: y + dy * step };
}
