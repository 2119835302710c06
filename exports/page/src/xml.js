// Text as XML can hold it, and names that keep their own direction among others.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for the inside of an element or an attribute; what XML 1.0 has no place for is left out. */
export function escaped(text) {
  const held = String(text).replace(/\p{Cs}/gu, "\ufffd").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, "");
  return held.replace(/[&<>"]/g, (one) => ENTITIES[one]).replace(/[\t\n\r]/g, " ");
}

/** An element as text; attributes without a value are left out. */
export function element(name, attributes, ...inside) {
  const given = Object.entries(attributes || {}).filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  const head = `${name}${given.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}`;
  const body = inside.flat(Infinity).filter(Boolean).join("");
  return body ? `<${head}>${body}</${name}>` : `<${head}/>`;
}

/** Text of one line without characters that steer others' direction. */
export const plain = (text) => text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\x00-\x1f\x7f\u2028\u2029]+/g, " ").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/** The same, closed off from the direction of what stands around it. */
export const isolated = (text) => `\u2068${plain(text)}\u2069`;
