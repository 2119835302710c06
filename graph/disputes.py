"""What is contested: claims that cannot all be true, kept side by side.

Five kinds. *Outcome*: claims about the same contact whose outcomes exclude each other. *Denial*: one
voice denies what another asserts about the same thing. *Date*: claims about the same thing whose
dates have no day in common. *Initiator*: claims that name different seekers of the same contact.
*Day of the statement*: documents that give one and the same statement different days. A sixth is a
hint only, *refused or ignored*: attempts of the same two sides over the same time, which some call refused
and others ignored, where nobody says that they are the same attempts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from backchannel.graph.bounds import UNKNOWN, Bounds
from backchannel.graph.clock import UNKNOWN_PUBLICATION, known_stamp
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Participant, When
from backchannel.graph.pairs import directed_pairs, is_directed, pair_key
from backchannel.graph.semantics import SPEAKS_OF_FACT, possibly_at

__all__ = ["KINDS", "Dispute", "Position", "disputes"]

KINDS = ("outcome", "denial", "date", "initiator", "day of the statement", "refused or ignored")
# What was attempted may also have been refused or ignored: no contradiction.
COMPATIBLE_WITH_ALL = "attempted"


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: what it holds, the claims that say so, and the documents for it.

    ``documents`` is filled where documents disagree over the same claim.
    """

    holds: str
    claims: tuple[Key, ...]
    documents: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two or more positions on one thing. ``about`` is the contact, silence, channel or claim.

    ``certain`` is False for a hint: the claims may speak of different things.
    """

    kind: str
    about: Key
    positions: tuple[Position, ...]
    certain: bool = True

    @property
    def claims(self) -> tuple[Key, ...]:
        return tuple(sorted({claim for position in self.positions for claim in position.claims}))


def disputes(knowledge: Knowledge, known: str | None = None) -> list[Dispute]:
    """Everything contested among the claims live by the end of the day ``known``.

    Ordered by kind, then by what they are about. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> disputes(Knowledge(title="Freedonia", language="en"))
    []
    """
    live = live_claims(knowledge, known)
    hubs = _by_hub(live)
    found = [dispute for hub, claims in hubs for rule in RULES for dispute in rule(hub, claims)]
    found += [dispute for claim in live for dispute in _days_said(knowledge, claim, known)]
    found += _refused_or_ignored(live)
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.about))


def _by_hub(live: Iterable[Claim]) -> list[tuple[Key, list[Claim]]]:
    hubs: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live:
        if claim.kind in ("contact", "silence"):
            hubs[claim.about].append(claim)
    return [(hub, sorted(claims, key=lambda claim: claim.key)) for hub, claims in sorted(hubs.items())]


def _outcomes(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    groups = _grouped(claims, lambda claim: claim.outcome)
    groups.pop(COMPATIBLE_WITH_ALL, None)
    if len(groups) > 1:
        yield Dispute("outcome", hub, _positions(groups))


def _denials(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    denied = [claim for claim in claims if claim.stance == "denies"]
    asserted = [claim for claim in claims if claim.stance in SPEAKS_OF_FACT]
    if denied and asserted:
        yield Dispute("denial", hub, _positions({"asserted": asserted, "denied": denied}))


def _dates(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    dated = [claim for claim in claims if claim.stance in SPEAKS_OF_FACT and _dated(claim.when)]
    if any(_apart(_bounds(one.when), _bounds(other.when)) for one, other in combinations(dated, 2)):
        yield Dispute("date", hub, _positions(_grouped(dated, lambda claim: _edtf(claim.when))))


def _initiators(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    named = [claim for claim in claims if claim.stance in SPEAKS_OF_FACT and _seekers(claim)]
    if any(_different(_seekers(one), _seekers(other)) for one, other in combinations(named, 2)):
        yield Dispute("initiator", hub, _positions(_grouped(named, _seeker_keys)))


RULES: tuple[Callable[[Key, list[Claim]], Iterator[Dispute]], ...] = (
    _outcomes,
    _denials,
    _dates,
    _initiators,
)


def _days_said(knowledge: Knowledge, claim: Claim, known: str | None) -> Iterator[Dispute]:
    """Documents that give one statement days which can't both be right."""
    told = [one for one in claim.citations if _dated(one.said) and _published(knowledge, one.document, known)]
    if not any(_apart(_bounds(one.said), _bounds(other.said)) for one, other in combinations(told, 2)):
        return
    days: dict[str, list[Key]] = defaultdict(list)
    for one in told:
        days[_edtf(one.said) or ""] += [one.document] if one.document else []
    positions = [
        Position(day, (claim.key,), tuple(sorted(set(documents)))) for day, documents in sorted(days.items())
    ]
    yield Dispute("day of the statement", claim.key, tuple(positions))


def _refused_or_ignored(live: Iterable[Claim]) -> Iterator[Dispute]:
    told: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live:
        if claim.outcome in ("refused", "ignored") and claim.stance in SPEAKS_OF_FACT and _dated(claim.when):
            for seeking, sought in _sides(claim):
                told[pair_key("state", seeking, sought)].append(claim)
    for pair, claims in sorted(told.items()):
        groups = _grouped(_at_once(claims), lambda claim: claim.outcome)
        if len(groups) > 1:
            yield Dispute("refused or ignored", pair, _positions(groups), certain=False)


def _sides(claim: Claim) -> list[tuple[Key, Key]]:
    return directed_pairs(claim, "state") if is_directed(claim) else []


def _at_once(claims: list[Claim]) -> list[Claim]:
    """Those that may have happened at the same time as another of a different outcome and contact."""
    return [
        one
        for one in claims
        if any(
            one.outcome != other.outcome
            and one.about != other.about
            and not _apart(_bounds(one.when), _bounds(other.when))
            for other in claims
        )
    ]


def _seekers(claim: Claim) -> list[Participant]:
    return [one for one in claim.participants if one.role == "initiator"]


def _seeker_keys(claim: Claim) -> str:
    return " ".join(sorted(one.entity for one in _seekers(claim)))


def _different(ones: list[Participant], others: list[Participant]) -> bool:
    """Whether no seeker that one voice names can be one that the other names."""
    return not any(_may_be_same(one, other) for one in ones for other in others)


def _may_be_same(one: Participant, other: Participant) -> bool:
    """Two parties may be one: unless both are named and differ, or their states do."""
    if one.entity == other.entity or (one.office and one.office == other.office):
        return True
    if one.person and other.person:
        return False
    return one.state is None or other.state is None or one.state == other.state


def _grouped(claims: Iterable[Claim], value: Callable[[Claim], str | None]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held = value(claim)
        if held and claim.stance in SPEAKS_OF_FACT:
            groups[held].append(claim)
    return dict(groups)


def _positions(groups: Mapping[str, Iterable[Claim]]) -> tuple[Position, ...]:
    return tuple(
        Position(holds, tuple(sorted({claim.key for claim in claims})))
        for holds, claims in sorted(groups.items())
    )


def _published(knowledge: Knowledge, document: Key | None, known: str | None) -> bool:
    found = knowledge.documents.get(document or "")
    return found is None or (found.known or UNKNOWN_PUBLICATION) <= known_stamp(known)


def _dated(when: When | None) -> bool:
    return when is not None and when.edtf is not None


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _bounds(when: When | None) -> Bounds:
    return when.bounds if when else UNKNOWN


def _apart(one: Bounds, other: Bounds) -> bool:
    """Whether two dates have no instant in common."""
    return not possibly_at(one, other.earliest, other.latest)
