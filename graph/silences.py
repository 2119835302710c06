"""Silences that somebody claims: statements with a voice, between whom, of what sort, over which time.

What merely lies between two contacts on record is no silence yet; see :mod:`backchannel.graph.ledger`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from backchannel.graph.bounds import UNKNOWN, Bounds, days
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Participant, Stamp, When

__all__ = ["Circle", "ClaimedSilence", "Side", "SilenceIndex", "claimed_silences", "extent"]


# The rank of all whose own rank no silence speaks of.
ANOTHER_RANK = "another"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two between whom one looks for silence: a node, its state and rank."""

    node: Key
    state: Key | None
    rank: str | None


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom a party of a silence stands for.

    ``certain``: itself, its office, the members it lists. ``states``: those whose officials it may
    include (a state, or a group described by its state), of ``rank`` where the source gives one.
    ``belongs_to``: the states it is part of.
    """

    certain: frozenset[Key]
    states: frozenset[Key]
    rank: str | None = None
    belongs_to: frozenset[Key] = frozenset()

    def holds(self, side: Side, widely: bool) -> bool:
        """Whether somebody belongs to it; ``widely`` also as an official of its state and rank.

        >>> generals = Circle(frozenset({"party/generals"}), frozenset({"state/us"}), "chief of staff")
        >>> milley = Side("person/mark-milley", "state/us", "chief of staff")
        >>> generals.holds(milley, widely=False), generals.holds(milley, widely=True)
        (False, True)
        """
        if side.node in self.certain:
            return True
        same_rank = self.rank is None or side.rank is None or self.rank == side.rank
        return widely and side.state in self.states and same_rank


@dataclass(frozen=True, slots=True)
class ClaimedSilence:
    """One voice's claim that some did not speak with each other.

    ``parties`` are who, as the source names them; ``circles`` tells for each party whom it stands
    for. ``ended_by`` is the contact that ended it, according to the claim.
    """

    silence: Key
    claim: Key
    parties: tuple[Key, ...]
    circles: tuple[Circle, ...]
    scope: str | None
    when: When | None
    voice: Key
    voice_office: Key | None
    stance: str
    hedge: str | None
    exceptions: tuple[str, ...]
    ended_by: Key | None
    known: Stamp | None

    @property
    def bounds(self) -> Bounds:
        return self.when.bounds if self.when else UNKNOWN

    @property
    def extent(self) -> tuple[int | None, int | None]:
        """The Julian Day Numbers of the first and last day it can be about; see :func:`extent`."""
        return extent(self.bounds, self.known)


def claimed_silences(knowledge: Knowledge, known: str | None = None) -> list[ClaimedSilence]:
    """Every silence claimed, published and not withdrawn by the end of the day ``known``.

    One entry a claim, in the order of their beginnings; those without one come last. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> claimed_silences(Knowledge(title="Freedonia", language="en"))
    []
    """
    claims = [claim for claim in live_claims(knowledge, known) if claim.kind == "silence"]
    found = [_silence(knowledge, claim) for claim in claims]
    return sorted(found, key=lambda one: (*one.bounds.order, one.silence, one.claim))


def extent(bounds: Bounds, known: Stamp | None) -> tuple[int | None, int | None]:
    """The Julian Day Numbers of the first and the last day that a claim about a stretch of time speaks of.

    What was said to last still speaks of no day after its publication.

    >>> from backchannel.graph.bounds import BEGINNING, END
    >>> first, last = extent(Bounds("2022-02-24T00:00:00Z", END, BEGINNING, END), "2022-03-01T00:00:00Z")
    >>> (last or 0) - (first or 0)
    4
    """
    first, last = days(bounds)
    spoken = bounds.certain_until if bounds.certain else known
    if last is None and spoken:
        last = days(replace(UNKNOWN, latest=spoken))[1]
    return first, last


class SilenceIndex:
    """Claims of silence by those whom they are about, so that those of two are found at once."""

    def __init__(self, silences: Iterable[ClaimedSilence]) -> None:
        self._silences = list(silences)
        self._named: dict[Key, set[int]] = defaultdict(set)
        self._states: dict[Key, set[int]] = defaultdict(set)
        for place, one in enumerate(self._silences):
            for circle in one.circles:
                for key in circle.certain:
                    self._named[key].add(place)
                for state in circle.states:
                    self._states[state].add(place)
        self._ranks = {circle.rank for one in self._silences for circle in one.circles}
        self._found: dict[tuple[Side, Side], list[tuple[ClaimedSilence, bool]]] = {}

    def between(self, one: Side, other: Side) -> list[tuple[ClaimedSilence, bool]]:
        """The silences claimed between two, each with whether it is theirs or that of a wider circle.

        >>> SilenceIndex([]).between(Side("person/a", None, None), Side("person/b", None, None))
        []
        """
        alike = self._like(one), self._like(other)
        if alike not in self._found:
            places = sorted(self._about(alike[0]) & self._about(alike[1]))
            found = [(self._silences[place], _covers(self._silences[place], *alike)) for place in places]
            self._found[alike] = [(silence, own) for silence, own in found if own is not None]
        return self._found[alike]

    def _like(self, side: Side) -> Side:
        """One for all whom no silence names: they differ in state, and in rank if any silence tells it."""
        node = side.node if side.node in self._named else ""
        rank = side.rank if side.rank is None or side.rank in self._ranks else ANOTHER_RANK
        return Side(node, side.state, rank)

    def _about(self, side: Side) -> set[int]:
        return self._named.get(side.node, set()) | self._states.get(side.state or "", set())


def _covers(silence: ClaimedSilence, one: Side, other: Side) -> bool | None:
    """Whether two, who are or belong to two different parties of a silence, are named by it themselves
    (True) or meant with others (False); None where it is not about them."""
    sides = [(left, right) for left, right in product(silence.circles, repeat=2) if left is not right]
    for widely in (False, True):
        if any(left.holds(one, widely) and right.holds(other, widely) for left, right in sides):
            return not widely
    return None


def _silence(knowledge: Knowledge, claim: Claim) -> ClaimedSilence:
    return ClaimedSilence(
        silence=claim.about,
        claim=claim.key,
        parties=tuple(one.entity for one in claim.participants),
        circles=tuple(_circle(knowledge, one) for one in claim.participants),
        scope=claim.scope,
        when=claim.when,
        voice=claim.voice,
        voice_office=claim.voice_office,
        stance=claim.stance,
        hedge=claim.hedge,
        exceptions=claim.exceptions,
        ended_by=claim.ended_by,
        known=claim.known,
    )


def _circle(knowledge: Knowledge, participant: Participant) -> Circle:
    entity = knowledge.entities.get(participant.entity)
    members = entity.members if entity else ()
    named = {participant.entity, participant.person, participant.office, *members} - {None}
    states = {key for key in (participant.state, *members) if key and key.startswith("state/")}
    return Circle(
        certain=frozenset(key for key in named if key),
        states=frozenset() if participant.person else frozenset(states),
        rank=participant.rank,
        belongs_to=frozenset(states),
    )
