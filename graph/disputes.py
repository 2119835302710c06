"""What is contested: claims that cannot all be true, kept side by side; and what was withdrawn.

*Outcome*: claims about the same contact whose outcomes exclude each other. *Denial*: one voice denies what
another asserts about the same thing. *Date*: claims about the same thing whose dates have no day in common.
*Initiator*: claims that name different seekers of the same contact. *Mode* and *place*: claims that name
different means or places of the same contact. *Day of the statement*: documents that give one and the same
statement different days. *Refused or ignored*: attempts of the same two sides over the same time, which some
call refused and others ignored, where nobody says that they are the same attempts.

A dispute is *certain* if the claims can't all be true. It is *possible* if they may speak of different things
or mean the same: other attempts (refused or ignored), a meeting by video that is a call as well (mode), one
place by two names (place).

*Dates.* Each claim leaves a stretch of days open, the hull of its date. They contradict each other if no day
lies in all of those stretches. 'Every two have a day in common' and 'all together have one' is the same
here: stretches of a line of which every two meet have a point in common (Helly's theorem in one dimension;
E. Helly, Jahresbericht der Deutschen Mathematiker-Vereinigung 32, 1923). So a date is disputed if, and only
if, some two of the claims exclude each other.

What its own voice corrected or retracted is no dispute that still stands: :func:`withdrawals`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from backchannel.graph.asof import begun, out_by
from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds
from backchannel.graph.clock import UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Participant, Stamp, When
from backchannel.graph.names import normal
from backchannel.graph.pairs import directed_pairs, is_directed, pair_key
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, intersect, known_by, possibly_at

__all__ = [
    "KINDS",
    "Dispute",
    "Position",
    "Voiced",
    "Withdrawal",
    "by_voice",
    "concerned",
    "disputes",
    "withdrawals",
]

KINDS = (
    "outcome",
    "denial",
    "date",
    "initiator",
    "mode",
    "place",
    "day of the statement",
    "refused or ignored",
)
# What was attempted may also have been refused or ignored: no contradiction.
COMPATIBLE_WITH_ALL = "attempted"
# Means of contact that may be the same thing under another name; 'contact' and 'message' go with each.
MEANS = {"call": "call", "meeting": "visit", "visit": "visit", "letter": "letter", "note verbale": "letter"}


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: what it holds, the claims that say so, and the documents for it.

    ``documents`` is filled where documents disagree over the same claim; for each voice's documents
    see :func:`by_voice`.
    """

    holds: str
    claims: tuple[Key, ...]
    documents: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Voiced:
    """A position as one voice holds it: with which claims, in which documents."""

    voice: Key
    voice_office: Key | None
    claims: tuple[Key, ...]
    documents: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two or more positions on one thing. ``about`` is the contact, silence, channel or claim.

    ``truth`` is certain where the claims can't all be true, possible where they may speak of different
    things.
    """

    kind: str
    about: Key
    positions: tuple[Position, ...]
    truth: Truth = Truth.CERTAIN

    @property
    def certain(self) -> bool:
        """Whether the claims can't all be true."""
        return self.truth is Truth.CERTAIN

    @property
    def claims(self) -> tuple[Key, ...]:
        """Every claim that holds one of the positions, sorted."""
        return tuple(sorted({claim for position in self.positions for claim in position.claims}))


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A claim that no longer stands: 'corrected' (``by`` the claim in its place) or 'retracted' (``by`` the
    retraction). ``since`` is the midnight from which it counts as withdrawn. ``by`` is None, and ``how``
    'withdrawn', where what withdrew it is not on record."""

    claim: Key
    about: Key
    how: str
    by: Key | None
    since: Stamp


def disputes(knowledge: Knowledge, known: str | None = None, at: str | None = None) -> list[Dispute]:
    """Everything contested among the claims live by the end of the day ``known``.

    ``at`` leaves out claims that certainly lie later than the end of that day. Ordered by kind, then by
    what they are about. Raises :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> disputes(Knowledge(title="Freedonia", language="en"))
    []
    """
    end = day_bounds(at)[1] if at else END
    live = [claim for claim in live_claims(knowledge, known) if begun(claim.when, end)]
    hubs = _by_hub(live)
    found = [dispute for hub, claims in hubs for rule in RULES for dispute in rule(hub, claims)]
    found += [dispute for claim in live for dispute in _days_said(knowledge, claim, known)]
    found += _refused_or_ignored(live)
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.about))


def withdrawals(knowledge: Knowledge, known: str | None = None, at: str | None = None) -> list[Withdrawal]:
    """What had been published and was corrected or retracted by the end of the day ``known``.

    One entry for each claim and what withdrew it, in the order of the claims; nothing is deleted by it.
    ``at`` leaves out claims that certainly lie later. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> withdrawals(Knowledge(title="Freedonia", language="en"))
    []
    """
    clock, end = known_stamp(known), day_bounds(at)[1] if at else END
    published = [
        claim for claim in knowledge.claims.values() if known_by(claim.known or UNKNOWN_PUBLICATION, clock)
    ]
    over = _over(published)
    gone = [claim for claim in published if _withdrawn_by(claim, clock) and begun(claim.when, end)]
    return [
        Withdrawal(claim.key, claim.about, how, by, claim.withdrawn or "")
        for claim in sorted(gone, key=lambda claim: claim.key)
        for how, by in over.get(claim.key, [("withdrawn", None)])
    ]


def _withdrawn_by(claim: Claim, clock: Stamp) -> bool:
    return claim.withdrawn is not None and known_by(claim.withdrawn, clock)


def _over(claims: Iterable[Claim]) -> dict[Key, list[tuple[str, Key | None]]]:
    """What withdraws each claim, and how."""
    found: dict[Key, list[tuple[str, Key | None]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.key):
        if claim.supersedes:
            found[claim.supersedes].append(("corrected", claim.key))
        if claim.retracts:
            found[claim.retracts].append(("retracted", claim.key))
    return found


def by_voice(knowledge: Knowledge, position: Position, known: str | None = None) -> tuple[Voiced, ...]:
    """Which voice holds a position, with which claims, in which documents that were out by ``known``.

    >>> by_voice(Knowledge("A case", "en"), Position("held", ()))
    ()
    """
    clock = known_stamp(known)
    told: dict[tuple[Key, Key | None], list[Claim]] = defaultdict(list)
    for claim in (knowledge.claims[key] for key in position.claims):
        told[claim.voice, claim.voice_office].append(claim)
    return tuple(
        Voiced(
            voice,
            office,
            tuple(claim.key for claim in claims),
            position.documents or _documents(knowledge, claims, clock),
        )
        for (voice, office), claims in sorted(told.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _documents(knowledge: Knowledge, claims: Iterable[Claim], clock: Stamp) -> tuple[Key, ...]:
    cited = (one for claim in claims for one in claim.citations if out_by(knowledge, one, clock))
    return tuple(sorted({one.document for one in cited if one.document}))


def concerned(knowledge: Knowledge, claims: Iterable[Key]) -> frozenset[Key]:
    """Whom some claims concern: their parties (by person, office, state), voices, channels and hubs.

    >>> concerned(Knowledge("A case", "en"), [])
    frozenset()
    """
    found: set[Key | None] = set()
    for claim in (knowledge.claims[key] for key in claims):
        found |= {claim.about, claim.voice, claim.voice_office, *claim.channels}
        for one in claim.participants:
            found |= {one.entity, one.person, one.office, one.state}
    return frozenset(key for key in found if key)


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
    if _excluding(claim.when for claim in dated):
        yield Dispute("date", hub, _positions(_grouped(dated, lambda claim: _edtf(claim.when))))


def _initiators(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    named = [claim for claim in claims if claim.stance in SPEAKS_OF_FACT and _seekers(claim)]
    seekers = dict.fromkeys(tuple(_seekers(claim)) for claim in named)
    if any(_different(one, other) for one, other in combinations(seekers, 2)):
        yield Dispute("initiator", hub, _positions(_grouped(named, _seeker_keys)))


def _modes(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    told = [claim for claim in claims if claim.mode in MEANS]
    if len(_grouped(told, lambda claim: MEANS.get(claim.mode or ""))) > 1:
        yield Dispute("mode", hub, _positions(_grouped(told, lambda claim: claim.mode)), Truth.POSSIBLE)


def _places(hub: Key, claims: list[Claim]) -> Iterator[Dispute]:
    groups = _grouped(claims, lambda claim: normal(claim.location) if claim.location else None)
    if len(groups) > 1:
        named = {told[0].location or "": told for told in groups.values()}
        yield Dispute("place", hub, _positions(named), Truth.POSSIBLE)


RULES: tuple[Callable[[Key, list[Claim]], Iterator[Dispute]], ...] = (
    _outcomes,
    _denials,
    _dates,
    _initiators,
    _modes,
    _places,
)


def _days_said(knowledge: Knowledge, claim: Claim, known: str | None) -> Iterator[Dispute]:
    """Documents that give one statement days which can't both be right."""
    told = [one for one in claim.citations if _dated(one.said) and _published(knowledge, one.document, known)]
    if not _excluding(one.said for one in told):
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
            yield Dispute("refused or ignored", pair, _positions(groups), Truth.POSSIBLE)


def _sides(claim: Claim) -> list[tuple[Key, Key]]:
    return directed_pairs(claim, "state") if is_directed(claim) else []


def _at_once(claims: list[Claim]) -> list[Claim]:
    """Those that may have happened at the same time as another of a different outcome and contact."""
    groups = _grouped(claims, lambda claim: claim.outcome)
    timelines = {outcome: Timeline(told) for outcome, told in groups.items()}
    return [
        claim
        for claim in claims
        if any(line.meets(claim) for outcome, line in timelines.items() if outcome != claim.outcome)
    ]


class Timeline:
    """Claims in the order of their beginnings: whether another contact's meets a given claim, in log time.

    Of the claims that begin before an instant it keeps the two of different contacts that end last.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._ordered = sorted(claims, key=lambda claim: (_bounds(claim.when).earliest, claim.key))
        self._begins = [_bounds(claim.when).earliest for claim in self._ordered]
        self._last: list[tuple[Claim, ...]] = [()]
        for claim in self._ordered:
            self._last.append(_last_two((*self._last[-1], claim)))

    def meets(self, claim: Claim) -> bool:
        """Whether a claim of another contact may lie at the same time."""
        begun = self._last[bisect_left(self._begins, _bounds(claim.when).latest)]
        return any(
            other.about != claim.about and not _apart(_bounds(claim.when), _bounds(other.when))
            for other in begun
        )


def _last_two(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of different contacts that end last, at most two."""
    last: dict[Key, Claim] = {}
    for claim in sorted(claims, key=lambda claim: _bounds(claim.when).latest):
        last[claim.about] = claim
    return tuple(sorted(last.values(), key=lambda claim: _bounds(claim.when).latest)[-2:])


def _seekers(claim: Claim) -> list[Participant]:
    return [one for one in claim.participants if one.role == "initiator"]


def _seeker_keys(claim: Claim) -> str:
    return " ".join(sorted(one.entity for one in _seekers(claim)))


def _different(ones: Collection[Participant], others: Collection[Participant]) -> bool:
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
    return found is None or known_by(found.known or UNKNOWN_PUBLICATION, known_stamp(known))


def _dated(when: When | None) -> bool:
    return when is not None and when.edtf is not None


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _bounds(when: When | None) -> Bounds:
    return when.bounds if when else UNKNOWN


def _apart(one: Bounds, other: Bounds) -> bool:
    """Whether two dates have no instant in common."""
    return not possibly_at(one, other.earliest, other.latest)


def _excluding(dates: Iterable[When | None]) -> bool:
    """Whether some dates have no instant in common: those of all together, or (the same) of some two."""
    stretches = {(_bounds(one).earliest, _bounds(one).latest) for one in dates}
    if len(stretches) < 2:
        return False
    return intersect(Bounds(earliest, END, BEGINNING, latest) for earliest, latest in stretches) is None
