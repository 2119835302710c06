// What is no contact: the silences that are claimed, and the channels with the states they were in.

import { channels, claims, page } from "./data.js";
import { after, moment, start } from "./days.js";
import { $, button, h, put, unlessSame } from "./dom.js";
import { label, named } from "./describe.js";
import { live as liveClaim, possiblyAt } from "./semantics.js";
import { now } from "./state.js";
import { nameOf, t } from "./words.js";

/** The parts of a hub whose claims were known at the moment one looks from, and that may fall into the range. */
export function live(rows) {
  const { known, from, to } = now();
  const clock = moment(known);
  return rows.filter((row) => liveClaim(claims.get(row.claim), clock) && possiblyAt(row, start(from), after(to)));
}

export const liveSilences = () => page.silences.filter((silence) => live(silence.claims).length);
export const liveChannels = () => [...channels.keys()].filter((key) => live(channels.get(key).claims).length || !channels.get(key).claims.length);

/** What the words of the lists depend on. */
const setting = () => [now().lang, now().level];

export function drawSilences(open) {
  const rows = liveSilences().flatMap((silence) => live(silence.claims).map((row) => [silence, row]));
  unlessSame("silences", [setting(), rows.map(([, row]) => row.claim)], () => silencesTable(rows, open));
}

function silencesTable(rows, open) {
  put(
    $("silences"),
    h("p", { class: "note" }, t("claimed")),
    table(
      ["when", "between", "scope", "ended", "statements"],
      rows.map(([silence, row]) => [
        button(row.when, () => open(silence.key), { "data-keep": `row-${row.claim}` }),
        parties(row.between),
        [t(row.scope), row.exceptions.length ? ` (${t("exceptions")} ${row.exceptions.join(", ")})` : "", row.hedge ? ` · ${t("hedge", { text: row.hedge })}` : ""].join(""),
        row.ended ? button(label(row.ended), () => open(row.ended), { class: "quiet" }) : "",
        voice(row.claim),
      ]),
    ),
  );
}

export function drawChannels(open) {
  const rows = liveChannels().map((key) => ({ key, states: live(channels.get(key).claims) }));
  unlessSame("channels", [setting(), rows.map(({ key, states }) => [key, states.map((row) => row.claim)])], () => channelsTable(rows, open));
}

function channelsTable(rows, open) {
  put(
    $("channels"),
    table(
      ["channel", "ends", "condition"],
      rows.map(({ key, states }) => {
        const channel = channels.get(key);
        return [
          button(named(key), () => open(key), { "data-keep": `row-${key}` }),
          parties(channel.between),
          states.length ? h("ul", { class: "plain" }, states.map((row) => h("li", null, h("b", null, row.state ? t(row.state) : ""), " ", row.when, " · ", voice(row.claim)))) : t("stateUnsaid"),
        ];
      }),
    ),
  );
}

function table(heads, rows) {
  if (!rows.length) return h("p", { class: "note" }, t("noneHere"));
  return h(
    "table",
    null,
    h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, t(head))))),
    h("tbody", null, rows.map((cells) => h("tr", null, cells.map((cell) => h("td", null, cell))))),
  );
}

export const parties = (keys) => keys.map((key, at) => [at ? ", " : "", named(key)]);

function voice(key) {
  const claim = claims.get(key);
  return `${nameOf(claim.by)} (${t(claim.stance)})`;
}
