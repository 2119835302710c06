// A claim or a contact as one cites it: voice, words of the coder, documents, places, publication, IRI, build.

import { claimsAbout, page } from "./data.js";
import { lastDay, moment } from "./days.js";
import { title, when } from "./describe.js";
import { knownBy, live } from "./semantics.js";
import { now } from "./state.js";
import { nameOf, t } from "./words.js";

const build = () => t("q.build", { build: page.build });
const joined = (parts, between = ", ") => parts.filter(Boolean).join(between);

/** One claim in one line. */
export function claimCitation(claim) {
  return `${claimLine(claim)} ${joined([claim.iri, build()], ", ")}.`;
}

/** A contact with every claim known of it, a line each. */
export function contactCitation(row) {
  const { version, contact } = row;
  const clock = moment(now().known);
  const known = now().known ? `${t("knownBy")} ${now().known}` : "";
  const told = claimsAbout(row.key).filter(([, claim]) => live(claim, clock));
  const head = `${joined([title(row), t(version.outcome), version.mode && t(version.mode), when(version), version.status && t(version.status)])}. ${joined([contact.iri, known, build()])}.`;
  return [head, t("q.statements"), ...told.map(([, claim]) => `– ${claimLine(claim)} ${claim.iri}`)].join("\n");
}

function claimLine(claim) {
  const voice = joined([nameOf(claim.by), claim.office && nameOf(claim.office)]);
  const stood = claim.chain.filter((step) => step.document && knownBy(step.known, moment(now().known)));
  return `${voice} (${t(claim.stance)}): “${claim.paraphrase}” [${claim.when}] ${joined(stood.map(place), "; ")}.`;
}

function place(step) {
  const day = lastDay(step.known);
  return joined([t("q.document", { relay: t(step.relay), title: step.title }), step.publisher, step.places.length ? t("q.places", { places: step.places.join(", ") }) : "", day ? t("q.published", { day }) : t("q.unpublished"), step.url]);
}
