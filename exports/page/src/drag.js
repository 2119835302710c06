// A node is taken and put elsewhere, by mouse, pen or finger; where it was put it is pinned.

import { pinnedTo } from "./pins.js";
import { change, now } from "./state.js";

// So many pixels may a hand tremble before it moves what it touches.
const STILL = 5;

/** Listen on the box of a graph that says what lies at a point (`nodeAt`) and can carry it (`carry`, `unstretched`). */
export function draggable(graph) {
  const { root } = graph;
  let held = null;

  const pointOf = (event) => {
    const box = root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function take(event) {
    if (event.button || !event.isPrimary || !root.contains(event.target)) return;
    const start = pointOf(event);
    const id = graph.nodeAt(start);
    if (!id) return;
    held = { id, start, moved: false, pointer: event.pointerId };
    // The drawing beneath would take the same hand for one that moves all of the picture.
    event.stopPropagation();
    root.setPointerCapture(event.pointerId);
    root.focus({ preventScroll: true });
  }

  function drag(event) {
    if (!held || event.pointerId !== held.pointer) return;
    event.stopPropagation();
    const point = pointOf(event);
    held.moved ||= Math.hypot(point.x - held.start.x, point.y - held.start.y) > STILL;
    if (!held.moved) return;
    root.classList.add("moving");
    graph.carry(held.id, point);
  }

  function drop(event) {
    if (!held || event.pointerId !== held.pointer) return;
    event.stopPropagation();
    const { id, moved } = held;
    release();
    if (moved) change({ pin: pinnedTo(now().pin, graph.keyOf(id), graph.unstretched(id)) });
    else graph.onPick(graph.keyOf(id));
  }

  function release() {
    held = null;
    root.classList.remove("moving");
  }

  function cancel() {
    if (!held) return;
    release();
    graph.replace();
  }

  root.addEventListener("pointerdown", take, true);
  root.addEventListener("pointermove", drag, true);
  root.addEventListener("pointerup", drop, true);
  root.addEventListener("pointercancel", cancel, true);
}
