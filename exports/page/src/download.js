// Saving a file that was made here: a link to a blob, pressed by the page itself; nothing is sent anywhere.

import { h } from "./dom.js";

const KEPT = 20_000;

/** Save a blob, or text as UTF-8, under a name. */
export function save(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(blob);
  const link = /** @type {HTMLAnchorElement} */ (h("a", { href: url, download: name, hidden: true }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/** A file's name of plain letters only, whatever the build is called. */
export function fileName(build, what, ending) {
  const plain = build.replace(/[^A-Za-z0-9]+/g, "").slice(0, 12) || "build";
  return `backchannel-${plain}-${what}.${ending}`;
}
