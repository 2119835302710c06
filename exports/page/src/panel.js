// The panel of evidence: for whatever is chosen, every statement behind it.

import { endsOf, isGroup } from "./bundles.js";
import { channels, claims, claimsAbout, compare, contacts, END, entities, LEVELS, page, silences } from "./data.js";
import { moment } from "./days.js";
import { $, button, h, put, said } from "./dom.js";
import { contactCitation } from "./citation.js";
import { copyButton } from "./clip.js";
import { article, copier } from "./claim.js";
import { top } from "./panel_top.js";
import { nearButtons } from "./near_panel.js";
import { pinButtons } from "./pin_panel.js";
import { backToPath, pathButton, routePanel } from "./route_panel.js";
import { concerns } from "./filter.js";
import { label, named, names, rowOf, title, when } from "./describe.js";
import { sample } from "./grammar.js";
import { helpPanel } from "./help.js";
import { live, liveSilences, parties } from "./lists.js";
import { knownBy, live as liveClaim } from "./semantics.js";
import { change, now } from "./state.js";
import { bundlePanel, groupButton, groupPanel } from "./views_panel.js";
import { nameOf, t } from "./words.js";

/** Draw the panel for what is selected; `open` leads from one thing to another, `placeOf` says where a node stands. */
export function drawPanel(view, open, placeOf) {
  const { sel } = now();
  const panel = $("panel");
  const help = now().help === "yes";
  panel.classList.toggle("open", Boolean(sel || view.routes || help));
  put(panel, backToPath(), sel ? chosenPanel(sel, view, open, placeOf) : view.routes ? routePanel(view, open) : help ? helpPanel() : null);
}

function chosenPanel(sel, view, open, placeOf) {
  if (endsOf(sel)) return bundlePanel(sel, view, open);
  if (isGroup(sel)) return groupPanel(sel, view, open);
  return entities.has(sel) || channels.has(sel) ? whoPanel(sel, view, open, placeOf) : hubPanel(sel, view, open);
}

// --- a contact, a silence, a single claim ---

function hubPanel(sel, view, open) {
  const hub = claims.has(sel) ? claims.get(sel).about : sel;
  const about = contacts.has(hub) ? contactTop(hub, view) : silences.has(hub) ? silenceTop(hub, open) : top(label(hub));
  return [about, statements(claimsAbout(hub), open)];
}

function contactTop(key, view) {
  const row = view.find(key);
  const full = row ? { ...rowOf(key), ...row, lines: view.shows(key) ? row.lines : rowOf(key).lines } : rowOf(key);
  const { version } = full;
  return [
    top(title(full)),
    h("p", { class: "facts" }, sample(version.outcome), h("b", null, t(version.outcome)), ` · ${t(version.mode || "contact")} · ${when(version)}`, version.inferred ? ` (${t("inferredShort")})` : ""),
    h("p", { class: "facts note" }, t(version.status), version.disputed ? ` · ${t("dateDisputed")}` : "", version.channels.length ? ` · ${names(version.channels)}` : ""),
    h("p", { class: "iri" }, h("code", null, full.contact.iri), copier(full.contact.iri)),
    h("p", { class: "cite" }, copyButton("copyCitation", () => contactCitation(full)), copyButton("copyLink", () => location.href)),
  ];
}

function silenceTop(key, open) {
  const silence = silences.get(key);
  const one = silence.claims[0];
  return [
    top(`${t("silences")}: ${names(one.between)}`),
    h("p", { class: "facts" }, h("b", null, t(one.scope)), ` · ${one.when}`, one.exceptions.length ? ` · ${t("exceptions")} ${one.exceptions.join(", ")}` : ""),
    one.ended ? h("p", null, `${t("ended")} `, button(label(one.ended), () => open(one.ended), { class: "name" })) : null,
    h("p", { class: "iri" }, h("code", null, silence.iri), copier(silence.iri)),
  ];
}

/** The statements known at the moment one looks from, and how many are not shown because of it. */
function statements(found, open) {
  const clock = moment(now().known);
  const shown = found.filter(([, claim]) => liveClaim(claim, clock));
  const later = found.filter(([, claim]) => !knownBy(claim.known, clock)).length;
  const gone = found.filter(([, claim]) => knownBy(claim.withdrawn, clock)).length;
  return [
    h("h3", null, `${t("statements")} (${shown.length})`),
    shown.length ? shown.map(([key, claim]) => article(key, claim, open)) : h("p", { class: "note" }, t("noClaims")),
    later ? h("p", { class: "note" }, t("hidden1", { n: later })) : null,
    gone ? h("p", { class: "note" }, t("hidden2", { n: gone })) : null,
  ];
}

// --- a person, office, state, organisation, described party or channel ---

function whoPanel(key, view, open, placeOf) {
  const one = entities.get(key) || channels.get(key);
  return [
    top(named(key)),
    channels.has(key) ? channelFacts(one) : entityFacts(key, one, open),
    h("div", { class: "actions" }, groupButton(key), onlyButton(key, view), levelButtons(key), pathButton(key)),
    entities.has(key) ? h("div", { class: "actions near" }, nearButtons(key, view)) : null,
    pinButtons(key, placeOf(key)),
    spellings(key, one),
    entities.has(key) ? tenures(key, open) : null,
    contactList(key, view, open),
    channels.has(key) ? statements(claimsAbout(key), open) : [silenceList(key, open), voiceList(key, open)],
    h("p", { class: "iri" }, h("code", null, one.iri), copier(one.iri)),
  ];
}

function entityFacts(key, one, open) {
  const belongs = one.state && one.state !== key ? [" · ", button(named(one.state), () => open(one.state), { class: "name" })] : null;
  const office = one.office && one.office !== key ? [" · ", button(named(one.office), () => open(one.office), { class: "name" })] : null;
  return [
    h("p", { class: "facts" }, t(`k.${one.kind}`), one.unnamed ? ` (${t("unnamed")})` : "", office, belongs),
    one.members.length ? h("p", null, parties(one.members)) : null,
    one.note ? h("p", { class: "note" }, one.note) : null,
  ];
}

function channelFacts(one) {
  const known = live(one.claims);
  const placed = known.filter((row) => row.location || row.operator || row.level);
  return [
    h("p", { class: "facts" }, t(`kind.${one.kind}`), one.generic ? ` (${t("generic")})` : "", one.between.length ? [` · ${t("ends")} `, parties(one.between)] : null),
    known.length ? h("ul", { class: "plain" }, known.map((row) => h("li", null, h("b", null, row.state ? t(row.state) : ""), ` ${row.when}`))) : h("p", { class: "note" }, t("stateUnsaid")),
    placed.map((row) => h("p", { class: "note" }, [row.location, row.operator ? `${t("operator")} ${nameOf(row.operator)}` : "", row.level ? `${t("rank")} ${t(row.level)}` : ""].filter(Boolean).join(" · "))),
    one.note ? h("p", { class: "note" }, one.note) : null,
  ];
}

function onlyButton(key, view) {
  const count = view.live.filter((row) => concerns(row.version, [], key)).length;
  if (now().who === key) return button(t("everybody"), () => change({ who: "" }));
  return count || view.shown.some((row) => concerns(row.version, row.lines, key)) ? button(t("only", { who: nameOf(key) }), () => change({ who: key })) : null;
}

/** Where the thing isn't drawn at this level, the level at which it is. */
function levelButtons(key) {
  const kind = entities.get(key)?.kind;
  return LEVELS.includes(kind) && kind !== now().level ? button(t("goTo", { level: t(kind) }), () => change({ level: kind })) : null;
}

function spellings(key, one) {
  const shown = nameOf(key);
  const rest = one.forms.filter(([text]) => text !== shown);
  if (!rest.length) return null;
  return h("details", null, h("summary", null, `${t("spellings")} (${rest.length})`), h("ul", { class: "plain" }, rest.map(([text, language, sort]) => h("li", null, said(text, language), h("span", { class: "note" }, ` ${language}${sort === "misprint" ? `, ${t("misprint")}` : ""}`)))));
}

function tenures(key, open) {
  const clock = moment(now().known);
  const found = page.tenures.filter((one) => (one.person === key || one.office === key) && knownBy(one.known, clock)).sort((a, b) => compare(a.earliest, b.earliest));
  if (!found.length) return null;
  const other = (one) => (one.person === key ? one.office : one.person);
  const heading = entities.get(key).kind === "office" ? t("holder") : t("offices");
  return [h("h3", null, heading), h("ul", { class: "plain" }, found.map((one) => h("li", null, button(named(other(one)), () => open(other(one)), { class: "name" }), h("span", { class: "note" }, ` ${!knownBy(one.ended, clock) && one.ended < END ? `${one.begun}/..` : one.held}${one.capacity === "substantive" ? "" : `, ${t(one.capacity)}`}`))))];
}

function contactList(key, view, open) {
  const rows = view.shown.filter((row) => concerns(row.version, row.lines, key)).sort((a, b) => compare(a.version.earliest, b.version.earliest));
  return [
    h("h3", null, `${t("theirContacts")} (${rows.length})`),
    h("ul", { class: "plain links" }, rows.map((row) => h("li", null, button([when(row.version), title(row), t(row.version.outcome)].join(" · "), () => open(row.key), { class: "name" })))),
  ];
}

function silenceList(key, open) {
  const found = liveSilences().filter((silence) => silence.claims.some((row) => row.between.includes(key)));
  if (!found.length) return null;
  return [h("h3", null, t("theirSilences")), h("ul", { class: "plain links" }, found.map((one) => h("li", null, button(`${one.claims[0].when} · ${names(one.claims[0].between)}`, () => open(one.key), { class: "name" }))))];
}

function voiceList(key, open) {
  const clock = moment(now().known);
  const found = [...claims].filter(([, claim]) => claim.by === key && liveClaim(claim, clock));
  if (!found.length) return null;
  return h("details", null, h("summary", null, `${t("statedBy")} (${found.length})`), h("ul", { class: "plain links" }, found.map(([name, claim]) => h("li", null, button(claim.paraphrase, () => open(target(name, claim)), { class: "name" })))));
}

const target = (name, claim) => (contacts.has(claim.about) || silences.has(claim.about) || channels.has(claim.about) ? claim.about : name);
