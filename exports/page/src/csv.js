// The contacts shown as a table of text (RFC 4180), safe to open in a spreadsheet.

import { claims, claimsAbout } from "./data.js";
import { moment } from "./days.js";
import { sides } from "./describe.js";
import { live } from "./semantics.js";
import { now } from "./state.js";
import { listed } from "./order.js";
import { nameOf } from "./words.js";

// A text that begins so could be taken for a formula; an apostrophe keeps it a text (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/;

const COLUMNS = {
  contact: (row) => row.key,
  iri: (row) => row.contact.iri,
  date: (row) => row.version.when,
  earliest: (row) => row.version.earliest,
  latest: (row) => row.version.latest,
  date_inferred: (row) => yes(row.version.inferred),
  date_disputed: (row) => yes(row.version.disputed),
  in_range: (row) => (row.certain ? "certain" : "possible"),
  outcome: (row) => row.version.outcome,
  status: (row) => row.version.status,
  from: (row) => row.sides.from.map(nameOf).join("; "),
  to: (row) => row.sides.to.map(nameOf).join("; "),
  directed: (row) => yes(row.sides.directed),
  parties: (row) => row.version.parties.map((one) => `${one.who} (${one.role})`).join("; "),
  means: (row) => row.version.mode || "",
  channels: (row) => row.version.channels.join(" "),
  public: (row) => (row.version.public === null ? "" : yes(row.version.public)),
  drawn: (row) => yes(row.lines.length > 0),
  statements: (row) => String(row.claims.length),
  claims: (row) => row.claims.join(" "),
  claim_iris: (row) => row.claims.map((key) => claims.get(key).iri).join(" "),
};

const yes = (value) => (value ? "true" : "false");

/** The table, in the order in which the page lists it. */
export function csv(view) {
  const clock = moment(now().known);
  const of = (key) => claimsAbout(key).filter(([, claim]) => live(claim, clock)).map(([name]) => name);
  const rows = Array.from(listed(view), (at) => view.row(at)).map((row) => ({ ...row, sides: sides(row), claims: of(row.key) }));
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((column) => column(row)))];
  return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
