"""From the records that stand to the knowledge: what follows from dates and tenures is added here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from backchannel.graph.model import ROSTER, Claim, Document, Entity, Key, Knowledge, Names, Span, Stamp
from backchannel.graph.records.chains import Appearance
from backchannel.graph.records.claims import PUBLISHER_OF, Draft
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.dossiers import Read
from backchannel.graph.records.links import withdrawals
from backchannel.graph.records.parties import completed
from backchannel.graph.records.tenures import Holders, roster_document

__all__ = ["assemble"]

T = TypeVar("T")


def assemble(desk: Desk, read: Read) -> Knowledge:
    """The knowledge of a case, each mapping sorted by key, without anything that was rejected."""
    entities = _with_states(_standing(desk, desk.entities))
    documents = _with_gaps(_standing(desk, desk.documents), read)
    tenures = _standing(desk, desk.tenures)
    claims = _claims(read, entities, documents, Holders(tenures.values()))
    entities |= _publishers(claims.values(), documents)
    if tenures:
        documents[ROSTER], voice = roster_document(desk)
        entities[voice.key] = voice
    return Knowledge(
        title=desk.title,
        language=desk.language,
        entities=_sorted(entities),
        channels=_sorted(_standing(desk, desk.channels)),
        tenures=_sorted(tenures),
        documents=_sorted(documents),
        mentions=_sorted({one.key: one for one, record in read.mentions if not record.rejected}),
        claims=_sorted(claims),
    )


def _sorted(found: Mapping[Key, T]) -> dict[Key, T]:
    return dict(sorted(found.items()))


def _standing(desk: Desk, found: Mapping[Key, T]) -> dict[Key, T]:
    return {key: one for key, one in found.items() if desk.ledger.stands(key)}


def _with_states(entities: dict[Key, Entity]) -> dict[Key, Entity]:
    """Offices and parties without a state of their own get that of their organisation."""
    return {key: replace(one, state=one.state or _state_of(one, entities)) for key, one in entities.items()}


def _state_of(one: Entity, entities: Mapping[Key, Entity]) -> Key | None:
    return entities[one.organisation].state if one.organisation else None


def _with_gaps(documents: dict[Key, Document], read: Read) -> dict[Key, Document]:
    gaps: dict[Key, list[tuple[Span, str]]] = defaultdict(list)
    for key, span, because, record in read.not_coded:
        if not record.rejected:
            gaps[key].append((span, because))
    return {key: replace(one, not_coded=tuple(sorted(gaps[key]))) for key, one in documents.items()}


def _claims(
    read: Read, entities: Mapping[Key, Entity], documents: Mapping[Key, Document], holders: Holders
) -> dict[Key, Claim]:
    gone = [one.appearance for one in read.repeats if one.fields.record.rejected]
    drafts = [draft for draft in read.drafts if not draft.record.rejected]
    built = [_claim(draft, gone, entities, documents, holders) for draft in drafts]
    withdrawn = withdrawals(built)
    return {one.key: replace(one, withdrawn=withdrawn.get(one.key)) for one in built}


def _claim(
    draft: Draft,
    gone: Iterable[Appearance],
    entities: Mapping[Key, Entity],
    documents: Mapping[Key, Document],
    holders: Holders,
) -> Claim:
    claim, chain = draft.claim, draft.chain.without(gone) if draft.chain.repeats else draft.chain
    during = _during(claim)
    stamps = [documents[key].known for key in chain.documents()]
    return replace(
        claim,
        participants=tuple(completed(one, entities, holders, during) for one in claim.participants),
        citations=chain.citations(claim.key),
        known=min((stamp for stamp in stamps if stamp), default=None),
    )


def _during(claim: Claim) -> tuple[Stamp, Stamp] | None:
    """The time for which an office must be certain: all of a contact's possible time; of a silence's
    the part that is certain itself."""
    if claim.when is None:
        return None
    bounds = claim.when.bounds
    if claim.kind == "silence":
        return (bounds.certain_from, bounds.certain_until) if bounds.certain else None
    return bounds.earliest, bounds.latest


def _publishers(claims: Iterable[Claim], documents: Mapping[Key, Document]) -> dict[Key, Entity]:
    """A voice for each document that speaks for itself and whose publisher is unknown."""
    found: dict[Key, Entity] = {}
    for claim in claims:
        if claim.voice.startswith(PUBLISHER_OF):
            one = documents["document/" + claim.voice.removeprefix(PUBLISHER_OF)]
            names = Names(((f"publisher of {one.title} (unnamed)", "en"),))
            found[claim.voice] = Entity(claim.voice, names, subkind="other", unnamed=True, place=one.place)
    return found
