// IRIs and literals as the build writes them, in Turtle and in SPARQL alike.

const ID = "https://w3id.org/backchannel/id/";

export const iri = (text) => `<${text.replace(/[\x00-\x20<>"{}|^`\\]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
export const id = (key) => iri(ID + key);

const ESCAPES = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
export const literal = (text) => `"${text.replace(/[\x00-\x1f"\\\x7f]/g, (one) => ESCAPES[one] || `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)}"`;
export const typed = (text, type) => `${literal(text)}^^${type}`;
export const time = (stamp) => typed(stamp, "xsd:dateTime");
