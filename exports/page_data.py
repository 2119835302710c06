"""All that the interactive page shows, as plain data: it draws, filters and cites, but derives nothing.

Keys are the graph's own, dates are stamps, and what depends on the clock of publication stands once
for each of its states (see :mod:`backchannel.exports.versions`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from backchannel.exports.page_facets import facet_rows, facet_tables
from backchannel.exports.versions import Version, versions
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION
from backchannel.graph.evidence import Step, evidence, when_text
from backchannel.graph.iris import iri_of
from backchannel.graph.model import Claim, Entity, Key, Knowledge, Names, Participant, Tenure, When
from backchannel.graph.offices import main_offices
from backchannel.graph.texts import Texts

__all__ = ["page_data"]

Row = dict[str, Any]


def page_data(
    knowledge: Knowledge, texts: Texts | None = None, lives: Sequence[Version] | None = None
) -> Row:
    """The page's data but for the drawing: names, contacts, silences, channels and their evidence.

    ``lives`` are the contacts' versions, where the caller has them already; ``texts`` the source
    texts at hand, whose quotations are then included.
    """
    lives = versions(knowledge) if lives is None else lives
    facets = facet_tables(knowledge, lives)
    return {
        "language": knowledge.language,
        "entities": entities(knowledge),
        "hues": hues(knowledge, lives),
        "tenures": [tenure(one) for one in knowledge.tenures.values()],
        "channels": channels(knowledge),
        "facets": facets,
        "contacts": contacts(lives, facet_rows(lives, facets)),
        "silences": silences(knowledge),
        "claims": {key: claim_data(knowledge, key, texts) for key in sorted(knowledge.claims)},
    }


# --- names ------------------------------------------------------------------------------------


def entities(knowledge: Knowledge) -> dict[Key, Row]:
    seats = main_offices(knowledge)
    return {key: entity(knowledge, one, seats.get(key)) for key, one in sorted(knowledge.entities.items())}


def entity(knowledge: Knowledge, one: Entity, seat: Key | None) -> Row:
    office = knowledge.entities.get(seat or "", one)
    return {
        "kind": one.kind,
        **names(one.names),
        "state": one.key if one.kind == "state" else office.state,
        "office": seat,
        "organisation": one.organisation,
        "rank": office.rank,
        "subkind": one.subkind,
        "unnamed": one.unnamed,
        "members": list(one.members),
        "same": list(one.same_as),
        "note": one.note or "",
        "iri": iri_of(one.key),
    }


def names(all_names: Names) -> Row:
    """One name a language, and every form with its language and what it is."""
    sorts = (("name", all_names.preferred), ("also", all_names.also), ("misprint", all_names.misprints))
    return {
        "names": {language: text for text, language in all_names.preferred},
        "forms": [[text, language, sort] for sort, pairs in sorts for text, language in pairs],
    }


def hues(knowledge: Knowledge, lives: Iterable[Version]) -> list[Key]:
    """The states by how many contacts they have part in: the first ones get a colour of their own."""
    seen: Counter[Key] = Counter()
    for version in lives:
        states = {p.state for claim in version.consensus.claims for p in claim.participants if p.state}
        seen.update(states)
    return sorted(seen, key=lambda key: (-seen[key], key))


def tenure(one: Tenure) -> Row:
    return {
        "person": one.person,
        "office": one.office,
        "held": one.held,
        "begun": one.start.edtf or "",
        "capacity": one.capacity,
        "earliest": one.start.bounds.earliest,
        "known": one.start_known,
        "ended": one.end_known or NEVER,
    }


# --- contacts ---------------------------------------------------------------------------------


def contacts(lives: Sequence[Version], facets: Sequence[Row]) -> list[Row]:
    """Each contact with its versions; drawn lines name both by their place in these lists."""
    found: dict[Key, list[Row]] = defaultdict(list)
    for version, values in zip(lives, facets, strict=True):
        found[version.contact].append({**contact(version), "facets": values})
    return [{"key": key, "iri": iri_of(key), "versions": rows} for key, rows in sorted(found.items())]


def contact(version: Version) -> Row:
    one = version.consensus
    people = [p for claim in one.claims for p in claim.participants]
    return {
        "since": version.since,
        "until": version.until,
        "outcome": one.outcome,
        "outcomes": list(one.outcomes),
        "status": one.status,
        "disputed": one.date_disputed,
        "mode": first(claim.mode for claim in one.claims),
        "channels": sorted({key for claim in one.claims for key in claim.channels}),
        "states": sorted({p.state for p in people if p.state}),
        "public": first(claim.public for claim in one.claims),
        "times": max(claim.times for claim in one.claims),
        "earliest": one.bounds.earliest,
        "latest": one.bounds.latest,
        "when": (one.when.edtf or "") if one.when else "",
        "inferred": bool(one.when and one.when.inferred),
        "parties": unique(participant(p) for p in people),
        "claims": [claim.key for claim in one.claims],
        "voices": list(one.voices),
    }


def first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def unique(rows: Iterable[Row]) -> list[Row]:
    """The rows without repetition, in the order of their first appearance."""
    return [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in rows)]


def participant(one: Participant) -> Row:
    return {"who": one.entity, "office": one.office, "role": one.role}


# --- silences and channels --------------------------------------------------------------------


def silences(knowledge: Knowledge) -> list[Row]:
    """Each claimed silence with the claims that say so."""
    return [
        {"key": hub, "iri": iri_of(hub), "claims": [silence(claim) for claim in claims]}
        for hub, claims in by_hub(knowledge, "silence").items()
    ]


def silence(claim: Claim) -> Row:
    return {
        **span(claim),
        "between": [p.entity for p in claim.participants],
        "scope": claim.scope or "",
        "exceptions": list(claim.exceptions),
        "ended": claim.ended_by,
        "hedge": claim.hedge or "",
    }


def channels(knowledge: Knowledge) -> dict[Key, Row]:
    """Each channel with the claims about its state, the earliest first."""
    states = by_hub(knowledge, "channel")
    return {
        key: {
            **names(one.names),
            "kind": one.kind,
            "between": list(one.between),
            "generic": one.generic,
            "note": one.note or "",
            "iri": iri_of(key),
            "claims": [condition(claim) for claim in sorted(states.get(key, []), key=moment)],
        }
        for key, one in sorted(knowledge.channels.items())
    }


def condition(claim: Claim) -> Row:
    return {
        **span(claim),
        "state": claim.state or "",
        "location": claim.location or "",
        "operator": claim.operator,
        "level": claim.level or "",
    }


def span(claim: Claim) -> Row:
    """What a statement about a stretch of time shares: its claim and when it held."""
    bounds = claim.when.bounds if claim.when else None
    return {
        "claim": claim.key,
        "when": when_text(claim.when),
        "earliest": bounds.earliest if bounds else "0001-01-01T00:00:00Z",
        "latest": bounds.latest if bounds else NEVER,
        "certainFrom": bounds.certain_from if bounds else NEVER,
        "certainUntil": bounds.certain_until if bounds else "0001-01-01T00:00:00Z",
        "stance": claim.stance,
    }


def moment(claim: Claim) -> tuple[str, str]:
    return (claim.when.bounds.earliest if claim.when else NEVER, claim.key)


def by_hub(knowledge: Knowledge, kind: str) -> dict[Key, list[Claim]]:
    found: dict[Key, list[Claim]] = defaultdict(list)
    for _, claim in sorted(knowledge.claims.items()):
        if claim.kind == kind:
            found[claim.about].append(claim)
    return dict(sorted(found.items()))


# --- evidence ---------------------------------------------------------------------------------


def claim_data(knowledge: Knowledge, key: Key, texts: Texts | None) -> Row:
    """The evidence of a claim, in words, and what it says of its hub."""
    claim = knowledge.claims[key]
    shown = evidence(knowledge, key, texts)
    words = (
        "iri",
        "voice",
        "stance",
        "paraphrase",
        "when",
        "inferred",
        "hedge",
        "reliability",
        "identified",
        "note",
    )
    return {
        "kind": claim.kind,
        "about": claim.about,
        "language": claim.paraphrase_language,
        "by": claim.voice,
        "office": claim.voice_office,
        "unnamed": shown.unnamed,
        **{word: getattr(shown, word) for word in words},
        "known": claim.known or UNKNOWN_PUBLICATION,
        "withdrawn": claim.withdrawn or NEVER,
        "chain": [step(knowledge, one) for one in shown.chain],
        "says": says(knowledge, claim),
        "date": date(claim.when),
    }


def date(one: When | None) -> list[str] | None:
    """A date as it is written, and its four bounds; None where nothing is known."""
    if one is None:
        return None
    bounds = one.bounds
    return [one.edtf or "", bounds.earliest, bounds.certain_from, bounds.certain_until, bounds.latest]


def step(knowledge: Knowledge, one: Step) -> Row:
    document = knowledge.documents.get(one.document or "")
    return {
        "key": one.citation,
        "relay": one.relay,
        "document": one.document,
        "title": one.title,
        "publisher": one.publisher,
        "known": (document.known or "") if document else "",
        "language": document.language or "" if document else "",
        "places": list(one.places),
        "said": one.said,
        "quotation": one.quotation or "",
        "note": one.note,
        "url": web_address(document.url) if document else "",
    }


def web_address(url: str | None) -> str:
    """The address if it leads to the web; a `javascript:` or `file:` one is left out.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address(None)
    ('https://example.org/a', '', '')
    """
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def says(knowledge: Knowledge, claim: Claim) -> Row:
    """What the claim says of its hub, as far as it says it."""
    every = {
        "outcome": claim.outcome,
        "mode": claim.mode,
        "times": claim.times if claim.times > 1 else None,
        "public": claim.public,
        "channels": list(claim.channels),
        "location": claim.location,
        "topics": list(claim.topics),
        "parties": [participant(p) for p in claim.participants],
        "state": claim.state,
        "scope": claim.scope,
        "side": claim.side,
        "contents": [[one.kind, one.text, one.language] for one in claim.contents],
        "supersedes": claim.supersedes,
        "retracts": claim.retracts,
    }
    return {name: value for name, value in every.items() if value not in (None, [])}
