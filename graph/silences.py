"""Silences: those somebody claims, and the gaps between contacts on record.

The two are kept apart. A *claimed* silence is a statement with a voice: "they have not spoken since".
A *gap* is only what lies between two contacts that are on record here; it becomes a silence where
somebody claims one, and is otherwise merely unrecorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

import networkx as nx

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, days, julian_day
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Participant, Stamp, When
from backchannel.graph.semantics import SPEAKS_OF_FACT

__all__ = ["ClaimedSilence", "Gap", "claimed_silences", "gap_bounds", "gaps", "open_gap"]

Days = tuple[int, int]


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
        """The Julian Day Numbers of the first and last day it can be about.

        The claim of a silence that still lasts speaks of no day after its publication.
        """
        first, last = days(self.bounds)
        spoken = self.bounds.certain_until if self.bounds.certain else self.known
        if last is None and spoken:
            last = days(replace(UNKNOWN, latest=spoken))[1]
        return first, last


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between a held contact of two and the last held contact before it.

    ``least`` and ``most`` are days from date to date. ``contact`` is the later contact (None: none
    came, the gap is open up to a day asked about); ``previous`` those that may have been the last
    before it. ``status`` is 'claimed' (a voice claims a silence of these two over the days that
    certainly lie between), 'claimed in part', 'claimed of a wider circle' (only between groups or
    states to which the two belong) or 'unrecorded'; ``claims`` are the claims of these two's own
    silence, ``wider`` those of wider circles. ``undated`` counts
    the two's held contacts without a bounded date, each of which may lie anywhere.
    """

    one: Key
    other: Key
    contact: Key | None
    previous: tuple[Key, ...]
    least: int
    most: int
    between: Days | None
    status: str
    claims: tuple[Key, ...] = ()
    wider: tuple[Key, ...] = ()
    undated: int = 0


def claimed_silences(knowledge: Knowledge, known: str | None = None) -> list[ClaimedSilence]:
    """Every silence claimed, published and not withdrawn by the end of the day ``known``.

    One entry a claim, in the order of their beginnings; those without one come last. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> claimed_silences(Knowledge(title="Freedonia", language="en"))
    []
    """
    claims = [claim for claim in live_claims(knowledge, known) if claim.kind == "silence"]
    found = [_silence(knowledge, claim) for claim in claims]
    return sorted(found, key=lambda one: (*_begins(one.bounds), one.silence, one.claim))


def gap_bounds(contact: Days, others: Iterable[Days]) -> Days | None:
    """The least and the greatest number of days from the last of ``others`` to ``contact``.

    Each contact is given by its first and last possible day, both included, as numbers; which of
    those days it was is open, independently of the rest. Formula: the minimum and the maximum of
    day(x) - max{day(y) : day(y) <= day(x)} over all such choices in which some y is not later. None
    where no y can be. The maximum is reached on the last possible day of x or on the eve of the last
    possible day of some y, which may then still have come after x.

    >>> gap_bounds((21, 21), [(1, 5), (23, 23)])
    (16, 20)
    >>> gap_bounds((1, 10), [(4, 4)]), gap_bounds((1, 3), [(4, 9)])
    ((0, 6), None)
    """
    first, last = contact
    spans = list(others)
    before = [end for start, end in spans if start <= last]
    if not before:
        return None
    least = max(0, first - max(before))
    days_tried = {last} | {end - 1 for _, end in spans if first <= end - 1 <= last}
    longest = (_longest(day, spans) for day in days_tried)
    return least, max(length for length in longest if length is not None)


def gaps(
    network: nx.MultiDiGraph[str], one: Key, other: Key, silences: Sequence[ClaimedSilence] = ()
) -> list[Gap]:
    """The gaps between the held contacts of two nodes of a network, in the order of their ends.

    ``silences`` are what :func:`claimed_silences` found for the same day; against them each gap is
    found claimed or merely unrecorded. Contacts on whose outcome the sources disagree don't count.

    >>> calls = nx.MultiDiGraph()
    >>> dates = {"contact/1": ("2022-05-01", "2022-06-01"), "contact/2": ("2022-10-21", "2022-10-22")}
    >>> for key, (first, after) in dates.items():
    ...     _ = calls.add_edge("a", "b", contact=key, outcome="held", contested=False,
    ...                        earliest=f"{first}T00:00:00Z", latest=f"{after}T00:00:00Z")
    >>> [(gap.least, gap.most, gap.status) for gap in gaps(calls, "a", "b")]
    [(143, 173, 'unrecorded')]
    """
    dated, undated = _held(network, one, other)
    pair = _side(network, one), _side(network, other)
    found = []
    for contact, span in sorted(dated.items(), key=lambda item: (item[1], item[0])):
        rest = {key: days_of for key, days_of in dated.items() if key != contact}
        gap = _gap(pair, contact, span, rest, silences, undated)
        found += [gap] if gap else []
    return found


def open_gap(
    network: nx.MultiDiGraph[str], one: Key, other: Key, day: str, silences: Sequence[ClaimedSilence] = ()
) -> Gap | None:
    """The time since the last held contact of two, up to a day; None where none is on record.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held",
    ...                    earliest="2022-05-01T00:00:00Z", latest="2022-06-01T00:00:00Z")
    >>> gap = open_gap(calls, "a", "b", "2022-06-10")
    >>> (gap.least, gap.most) if gap else None
    (10, 40)
    """
    dated, undated = _held(network, one, other)
    today = julian_day(date.fromisoformat(day))
    return _gap((_side(network, one), _side(network, other)), None, (today, today), dated, silences, undated)


def _gap(
    pair: tuple[Side, Side],
    contact: Key | None,
    span: Days,
    rest: dict[Key, Days],
    silences: Sequence[ClaimedSilence],
    undated: int,
) -> Gap | None:
    lengths = gap_bounds(span, rest.values())
    if lengths is None:
        return None
    between = _certainly_between(span, rest.values())
    meant = [silence for silence in silences if silence.stance in SPEAKS_OF_FACT]
    meeting = [silence for silence in meant if _meets(silence, between or span)]
    direct = [silence for silence in meeting if _between(silence, pair, widely=False)]
    wider = [silence for silence in meeting if silence not in direct and _between(silence, pair, widely=True)]
    return Gap(
        one=pair[0].node,
        other=pair[1].node,
        contact=contact,
        previous=_previous(span, rest),
        least=lengths[0],
        most=lengths[1],
        between=between,
        status=_status(direct, wider, between),
        claims=tuple(sorted(silence.claim for silence in direct)),
        wider=tuple(sorted(silence.claim for silence in wider)),
        undated=undated,
    )


def _status(direct: Sequence[ClaimedSilence], wider: Sequence[ClaimedSilence], between: Days | None) -> str:
    if direct and between and any(_spans(silence, between) for silence in direct):
        return "claimed"
    if direct:
        return "claimed in part"
    return "claimed of a wider circle" if wider else "unrecorded"


def _held(network: nx.MultiDiGraph[str], one: Key, other: Key) -> tuple[dict[Key, Days], int]:
    """The first and last possible day of each held contact of two, and how many have no such days."""
    links = [*_edges(network, one, other), *_edges(network, other, one)]
    known = {link["contact"]: days(_stretch(link)) for link in links if _counts(link)}
    dated = {
        key: (first, last) for key, (first, last) in known.items() if first is not None and last is not None
    }
    return dated, len(known) - len(dated)


def _edges(network: nx.MultiDiGraph[str], one: Key, other: Key) -> list[dict[str, Any]]:
    return list(network.get_edge_data(one, other, default={}).values())


def _counts(link: dict[str, Any]) -> bool:
    return link["outcome"] == "held" and not link.get("contested")


def _stretch(link: dict[str, Any]) -> Bounds:
    return Bounds(link["earliest"], END, BEGINNING, link["latest"])


def _longest(day: int, spans: Sequence[Days]) -> int | None:
    """The longest way back from a day, every contact that can having been put after it."""
    forced = [start for start, end in spans if end <= day]
    possible = [start for start, _ in spans if start <= day]
    if forced:
        return day - max(forced)
    return day - min(possible) if possible else None


def _certainly_between(span: Days, rest: Iterable[Days]) -> Days | None:
    """The days that lie between the contact and all that may have come before it."""
    before = [min(end, span[1]) for start, end in rest if start <= span[1]]
    first, last = max(before) + 1, span[0] - 1
    return (first, last) if first <= last else None


def _previous(span: Days, rest: dict[Key, Days]) -> tuple[Key, ...]:
    """Those that may have been the last before: not later for sure, and no other surely in between."""
    earlier = {key: other for key, other in rest.items() if other[0] <= span[1]}
    surely = [other for other in rest.values() if other[1] <= span[0]]
    return tuple(
        sorted(key for key, (_, end) in earlier.items() if not any(start > end for start, _ in surely))
    )


def _meets(silence: ClaimedSilence, stretch: Days) -> bool:
    first, last = silence.extent
    return (first is None or first <= stretch[1]) and (last is None or stretch[0] <= last)


def _spans(silence: ClaimedSilence, stretch: Days) -> bool:
    first, last = silence.extent
    return first is not None and last is not None and first <= stretch[0] and stretch[1] <= last


def _between(silence: ClaimedSilence, pair: tuple[Side, Side], widely: bool) -> bool:
    """Whether a silence is claimed between two: they are, or belong to, two different parties of it."""
    return any(
        left is not right and left.holds(pair[0], widely) and right.holds(pair[1], widely)
        for left, right in product(silence.circles, repeat=2)
    )


def _side(network: nx.MultiDiGraph[str], node: Key) -> Side:
    data = network.nodes[node]
    return Side(node, data.get("state"), data.get("rank"))


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


def _begins(bounds: Bounds) -> tuple[bool, str, str]:
    return bounds.earliest == BEGINNING, bounds.earliest, bounds.latest
