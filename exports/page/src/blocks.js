// The blocks in which Python packed the data (exports/columns.py): each is decoded when it is first asked for.

import { inflateSync } from "fflate";

const NEWLINE = 10;
const decoded = new Map();

/** A block by its name: { columns, rest }; each column an Int32Array. */
export function block(name) {
  if (!decoded.has(name)) decoded.set(name, unpacked(inflated.get(name) || inflateSync(packedIn(name))));
  inflated.delete(name);
  return decoded.get(name);
}

const inflated = new Map();
const packedIn = (name) => bytesOf(document.getElementById(`data-${name}`).textContent);

/** Inflate blocks ahead of time beside whatever else is done, where the browser can. */
export async function prepare(...names) {
  if (typeof DecompressionStream === "undefined") return;
  await Promise.all(names.map(async (name) => inflated.set(name, await streamed(packedIn(name)))));
}

async function streamed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @type {(data: Uint8Array) => {columns: {[name: string]: Int32Array}, rest: any}} */
function unpacked(data) {
  const end = data.indexOf(NEWLINE);
  const { columns, rest } = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
  let at = end + 1;
  const read = ([name, count, width, least]) => {
    const column = columnOf(data, at, count, width, least);
    at += count * width;
    return [name, column];
  };
  return { columns: Object.fromEntries(columns.map(read)), rest };
}

/** The numbers of a column: all their lowest bytes stand first, then all second ones. */
function columnOf(data, at, count, width, least) {
  const found = new Int32Array(count);
  for (let row = 0; row < count; row += 1) found[row] = least + data[at + row];
  for (let place = 1; place < width; place += 1) {
    const from = at + place * count;
    for (let row = 0; row < count; row += 1) found[row] += data[from + row] << (8 * place);
  }
  return found;
}

/** @type {any} */
const Bytes = Uint8Array;

/** The bytes that a text holds in base64; younger browsers read it themselves. */
function bytesOf(text) {
  if (Bytes.fromBase64) return Bytes.fromBase64(text);
  const binary = atob(text);
  const found = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) found[at] = binary.charCodeAt(at);
  return found;
}

/** Where the rows of a list begin in the column of all their places, one more than there are rows. */
export function begins(counts) {
  const found = new Int32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row += 1) found[row + 1] = found[row] + counts[row];
  return found;
}
