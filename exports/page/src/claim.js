// One claim with all that stands behind it.

import { lastDay, moment } from "./days.js";
import { named } from "./describe.js";
import { button, h, link, said } from "./dom.js";
import { claimCitation } from "./citation.js";
import { copyButton } from "./clip.js";
import { knownBy } from "./semantics.js";
import { now } from "./state.js";
import { nameOf, t } from "./words.js";

/** A claim as an article: who says what, in whose words, through whom, where, how surely dated. */
export function article(key, claim, open) {
  return h(
    "article",
    { class: "claim", "data-claim": key },
    h("p", { class: "voice" }, speaker(claim, open), " ", h("span", { class: "stance" }, t(claim.stance)), badges(claim)),
    words(claim),
    facts(claim, open),
    dates(claim),
    h("ol", { class: "chain" }, claim.chain.filter((one) => knownBy(one.known, moment(now().known))).map(step)),
    remarks(claim),
    h("p", { class: "iri" }, h("code", null, claim.iri), copier(claim.iri)),
    h("p", { class: "cite" }, copyButton("copyCitation", () => claimCitation(claim))),
  );
}

function speaker(claim, open) {
  const name = button(named(claim.by), () => open(claim.by), { class: "name" });
  return claim.office ? [name, ", ", named(claim.office)] : name;
}

function badges(claim) {
  return [
    claim.kind === "contact" || claim.kind === "silence" || claim.kind === "channel" ? null : badge(t(claim.kind)),
    claim.unnamed ? badge(t("unnamed")) : null,
    claim.reliability ? badge(t("reliability", { r: claim.reliability })) : null,
  ];
}

const badge = (text) => [" ", h("span", { class: "badge" }, text)];

// The coder's words always; the quotation stands with its document, so that the two can be compared.
function words(claim) {
  return h("p", { class: "paraphrase", title: t("paraphrase") }, said(claim.paraphrase, claim.language));
}

function facts(claim, open) {
  const { says } = claim;
  const rows = [
    ["outcome", says.outcome && t(says.outcome)],
    ["condition", says.state && t(says.state)],
    ["scope", says.scope && t(says.scope)],
    ["parties", says.parties && says.parties.map((party, at) => [at ? "; " : "", participant(party, open)])],
    ["mode", says.mode && [t(says.mode), says.times ? `, ${t("times", { n: says.times })}` : "", says.public === false ? `, ${t("non-public")}` : ""]],
    ["channel", says.channels && says.channels.map((key, at) => [at ? ", " : "", button(named(key), () => open(key), { class: "name" })])],
    ["location", says.location],
    ["topics", says.topics && says.topics.join(", ")],
    ["side", says.side && named(says.side)],
    ["contents", says.contents && h("ul", { class: "plain" }, says.contents.map(([kind, text, language]) => h("li", null, `${t(`c.${kind}`)}: `, said(text, language))))],
  ];
  const told = rows.filter(([, value]) => value);
  return told.length ? h("dl", null, told.map(([name, value]) => [h("dt", null, t(name)), h("dd", null, value)])) : null;
}

function participant(party, open) {
  const office = party.office && party.office !== party.who ? [", ", named(party.office)] : "";
  return [button(named(party.who), () => open(party.who), { class: "name" }), office, h("span", { class: "note" }, ` (${t(`r.${party.role}`)})`)];
}

function dates(claim) {
  return h(
    "p",
    { class: "dated" },
    h("b", null, claim.when),
    claim.inferred ? h("span", { class: "inferred" }, t("inferred", { why: claim.inferred })) : null,
    h("span", { class: "note" }, [lastDay(claim.known) ? t("knownFrom", { day: lastDay(claim.known) }) : t("neverKnown"), lastDay(claim.withdrawn) ? `; ${t("withdrawnOn", { day: lastDay(claim.withdrawn) })}` : ""].join("")),
  );
}

function step(one) {
  const where = one.document ? [`${t(one.relay)} `, h("cite", null, link(one.url, said(one.title, "")))] : t("utterance");
  const rest = [one.publisher, one.places.length ? t("points", { places: one.places.join(", ") }) : "", one.said ? t("saidOn", { said: one.said }) : "", one.note].filter(Boolean);
  return h("li", null, where, rest.length ? [" · ", said(rest.join(" · "), "")] : null, one.quotation ? quote(one) : null);
}

/** The words at the place, where the document is at hand; long ones folded. */
function quote(one) {
  const box = h("details", { class: "quote" }, h("summary", null, t("quotation")), h("blockquote", null, said(one.quotation, one.language, "p")));
  box.open = one.quotation.length <= 300;
  return box;
}

function remarks(claim) {
  const told = [
    claim.hedge && t("hedge", { text: claim.hedge }),
    claim.identified && t("identified", { text: claim.identified }),
    claim.note && t("note", { text: claim.note }),
    claim.says.supersedes && t("supersedes"),
    claim.says.retracts && t("retracts"),
  ].filter(Boolean);
  return told.length ? h("ul", { class: "plain note" }, told.map((text) => h("li", null, text))) : null;
}

/** A button that copies a text. */
export function copier(text, name = "copy") {
  const press = button(t(name), async () => {
    await copy(text, press);
    press.textContent = t("copied");
    setTimeout(() => { press.textContent = t(name); }, 1500);
  }, { class: "quiet copy" });
  return press;
}

// Where the clipboard is refused, the text is at least selected, ready for Ctrl+C.
async function copy(text, press) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const code = press.parentElement.querySelector("code");
    if (code) getSelection().selectAllChildren(code);
  }
}
