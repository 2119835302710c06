// Copying a text: to the clipboard, or where that is refused into a box from which it can be copied by hand.

import { $, button, h, put } from "./dom.js";
import { t } from "./words.js";

const SHOWN = 1500;

/** A button that copies what `make` returns when it is pressed. */
export function copyButton(name, make, props = {}) {
  const press = button(t(name), async () => {
    const text = make();
    try {
      await navigator.clipboard.writeText(text);
      press.textContent = t("copied");
      put($("said"), t("copiedSaid"));
      setTimeout(() => { press.textContent = t(name); }, SHOWN);
    } catch {
      byHand(press, text);
    }
  }, { class: "quiet copy", ...props });
  return press;
}

function byHand(press, text) {
  if (press.nextElementSibling?.classList.contains("by-hand")) press.nextElementSibling.remove();
  const box = /** @type {HTMLTextAreaElement} */ (h("textarea", { class: "by-hand", readonly: true, rows: 4, "aria-label": t("copyByHand"), title: t("copyByHand") }, text));
  press.after(box);
  box.focus();
  box.select();
}
