// Elements without markup: text only ever becomes text, and no attribute is made from a string of markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. `props`: attributes; functions are listeners (`onclick`); false and null are left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

/** A name or other text from the data: its own direction, its own language. */
export function said(text, language, tag = "bdi") {
  return h(tag, { lang: isTag(language) ? language : null, dir: "auto" }, text);
}

/** Whether a text can stand for a language. */
export const isTag = (text) => /^[A-Za-z0-9-]{2,20}$/.test(text || "");

/** A link that leaves the page: only to the web, only when clicked, telling the other side nothing. */
export function link(url, text) {
  if (!/^https?:\/\//i.test(url)) return text;
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Something that can be pressed. */
export function button(text, onclick, props) {
  return h("button", { type: "button", onclick, ...props }, text);
}

/** Replace what an element holds. */
export function put(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return node;
}

/** Make an element's children these, moving none that stays: what has the focus keeps it. */
export function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  children.forEach((child, at) => parent.children[at] !== child && parent.insertBefore(child, parent.children[at] || null));
}

/** Set an element's text, if it is another. */
export function retext(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const drawnFor = new Map();

/** Draw a part of the page, unless that was last done for the same things. */
export function unlessSame(part, things, draw) {
  const key = JSON.stringify(things);
  if (drawnFor.get(part) === key) return;
  drawnFor.set(part, key);
  draw();
}

/** @type {(id: string) => any} */
export const $ = (id) => document.getElementById(id);

/** What has the focus. */
export const focused = () => /** @type {HTMLElement} */ (document.activeElement);

/** Draw anew without losing the place of the keyboard: what may have it is known by its `data-keep`. */
export function keeping(draw) {
  const keep = focused()?.dataset.keep;
  draw();
  if (keep !== undefined && !focused()?.dataset.keep) byKeep(keep)?.focus();
}

function byKeep(name) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-keep]"));
  return [...all].find((node) => node.dataset.keep === name);
}
