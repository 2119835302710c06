"""Could word get from one to another by a day? The chains of held contacts in the order of time.

The worlds, and why the answers are exact: :mod:`backchannel.graph.analytics.temporal.contacts`. A contact
carries word both ways, whoever sought it. Two contacts of the same day, or of dates that overlap, may follow
one another: that is possible and never certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from backchannel.graph.analytics.temporal import (
    Arrival,
    Step,
    TemporalNetwork,
    arrivals,
    departures,
    fastest,
    fewest,
    held,
)
from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, BEFORE_ALL, instant
from backchannel.graph.bounds import JULIAN_OFFSET
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.errors import QueryError
from backchannel.graph.gregorian import DAY
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.occasions import window
from backchannel.graph.projection import NETWORK_LEVELS, network
from backchannel.graph.semantics import Truth, truth

__all__ = ["GOALS", "Hop", "Reach", "level_of", "reach"]

GOALS = ("earliest", "fastest", "fewest")
BOTH = (Truth.CERTAIN, Truth.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Hop:
    """One contact of a chain: from whom to whom word crosses it, and what its claims come to."""

    source: Key
    target: Key
    told: Consensus

    @property
    def claims(self) -> tuple[Key, ...]:
        return tuple(claim.key for claim in self.told.claims)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether word could get from one to another within a time, and by what.

    Days are Julian Day Numbers. ``first``: the first day on which it may be there; ``last``: the day by which
    it certainly is; None where that is not so, or on no known day. ``chains``: for each truth a chain, if
    there is one. ``leave``: for each truth the last day by which word must be with the source and still gets
    there (None: any day). ``lasts``: for each truth the days between the first and the last contact of the
    fastest passage, if asked for: the least there can be, and the most the best certain chain may take.
    """

    source: Key
    target: Key
    truth: Truth
    first: int | None
    last: int | None
    chains: Mapping[Truth, tuple[Hop, ...]]
    leave: Mapping[Truth, int | None] = field(default_factory=dict)
    lasts: Mapping[Truth, int] = field(default_factory=dict)

    @property
    def claims(self) -> tuple[Key, ...]:
        """The claims behind its chains, the certain chain's first."""
        return tuple(
            dict.fromkeys(claim for hops in self.chains.values() for hop in hops for claim in hop.claims)
        )


def reach(
    knowledge: Knowledge,
    one: Key,
    other: Key | None = None,
    level: str | None = None,
    since: str | None = None,
    by: str | None = None,
    known: str | None = None,
    goal: str = "earliest",
    wait: int = 0,
    oneway: bool = False,
) -> list[Reach]:
    """Whether word that ``one`` has at the beginning of ``since`` could be with ``other`` by the end of
    ``by``.

    Without ``other`` everybody whom it could reach, those certainly reached first, then by day. ``level``:
    person, office or state; by default that of ``one``. ``since`` and ``by`` are days (a month or a year is
    meant as a whole), ``known`` leaves out what was not published, or was withdrawn, by the end of that day.
    ``goal`` says which chain of several is given: one of those that arrive first (earliest), the one between
    whose first and last contact the fewest days lie (fastest), or one of the fewest contacts (fewest).
    ``wait``: the least number of days from a contact to the next. ``oneway``: word goes only from whoever
    sought a contact.

    Raises ValueError for a goal, level or wait that is none, QueryError for two of different levels or a
    window that can't be, and DateError for what is no day.

    >>> reach(Knowledge("A case", "en"), "person/a", "person/b")[0].truth
    <Truth.IMPOSSIBLE: 'impossible'>
    """
    if goal not in GOALS:
        raise ValueError(f"expected a goal of {', '.join(GOALS)}; found {goal!r}")
    chosen = level_of([one, *([other] if other else [])], level)
    start, end = map(instant, window(since, by))
    found = held(network(knowledge, chosen, known=known, since=since, until=by), oneway)
    nodes = [*found.nodes, one, *([other] if other else [])]
    asked = Asked(
        TemporalNetwork(found.contacts, nodes), consensus(knowledge, known), one, start, end, wait * DAY
    )
    if other is None:
        return asked.everybody()
    return [asked.pair(other, goal)]


def level_of(ends: Iterable[Key], level: str | None = None) -> str:
    """The level at which some can be asked about together: that given, else their own.

    Those that are described stand among persons. Raises QueryError where they are of another level.

    >>> level_of(["person/a", "party/the-west"]), level_of(["state/us"])
    ('person', 'state')
    """
    keys = list(ends)
    kinds = {"person" if key.startswith("party/") else key.split("/", 1)[0] for key in keys}
    own = min(kinds) if len(kinds) == 1 else ""
    if own not in NETWORK_LEVELS or level not in (None, own):
        wanted = f"the level {level}" if level else f"one level ({', '.join(NETWORK_LEVELS)})"
        raise QueryError(f"expected names of {wanted}; found {' and '.join(keys)}; name them at that level")
    return own


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of reach on a network whose contacts are in seconds."""

    network: TemporalNetwork
    told: Mapping[Key, Consensus]
    source: Key
    start: int
    end: int
    wait: int

    def pair(self, target: Key, goal: str) -> Reach:
        reached = {
            each: found
            for each in BOTH
            if target != self.source and (found := self._arrivals(each).get(target)) is not None
        }
        leave = {
            each: _day(
                departures(self.network, target, each, self.start, self.end, self.wait)[self.source] - 1
            )
            for each in reached
        }
        passages = {each: self._passage(target, each, goal, one.time) for each, one in reached.items()}
        lasts = {each: days for each, (_, days) in passages.items() if goal == "fastest"}
        return self._reach(
            target, reached, {each: hops for each, (hops, _) in passages.items()}, leave, lasts
        )

    def everybody(self) -> list[Reach]:
        certain, possible = (self._arrivals(each) for each in BOTH)
        rows = []
        for target in possible:
            if target != self.source:
                both = {Truth.CERTAIN: certain, Truth.POSSIBLE: possible}
                reached = {each: found[target] for each, found in both.items() if target in found}
                chains = {each: self._along(both[each], target) for each in reached}
                rows.append(self._reach(target, reached, chains))
        return sorted(rows, key=_order)

    def _reach(
        self,
        target: Key,
        reached: Mapping[Truth, Arrival],
        chains: Mapping[Truth, tuple[Hop, ...]],
        leave: Mapping[Truth, int | None] | None = None,
        lasts: Mapping[Truth, int] | None = None,
    ) -> Reach:
        certain, possible = (reached.get(each) for each in BOTH)
        return Reach(
            self.source,
            target,
            truth(certain is not None, possible is not None),
            _day(possible.time) if possible else None,
            _day(certain.time - 1) if certain else None,
            chains,
            leave or {},
            lasts or {},
        )

    def _arrivals(self, each: Truth) -> dict[Key, Arrival]:
        return arrivals(self.network, self.source, each, self.start, self.end, self.wait)

    def _passage(self, target: Key, each: Truth, goal: str, time: int) -> tuple[tuple[Hop, ...], int]:
        """A chain by the goal, and for the fastest how many days it takes."""
        ends = (self.network, self.source, target, each, self.start)
        if goal == "fastest":
            found = fastest(*ends, self.end, self.wait)
            return (
                (self._hops(found.steps), _span(found.start, found.end, found.duration, each))
                if found
                else ((), 0)
            )
        before = time + (each is Truth.POSSIBLE) if goal == "earliest" else self.end
        return self._hops(fewest(*ends, before, self.wait)), 0

    def _hops(self, steps: Iterable[Step]) -> tuple[Hop, ...]:
        return tuple(Hop(step.source, step.target, self.told[step.contact.key]) for step in steps)

    def _along(self, found: Mapping[Key, Arrival], target: Key) -> tuple[Hop, ...]:
        """The chain through which an earliest arrival came about."""
        hops: list[Hop] = []
        while (one := found[target]).before is not None and one.contact is not None:
            hops.append(Hop(one.before, target, self.told[self.network.contacts[one.contact].key]))
            target = one.before
        return tuple(reversed(hops))


def _day(second: int) -> int | None:
    """The Julian Day Number of the day of a second; None before or after all."""
    inside = BEFORE_ALL + DAY < second < AFTER_ALL - DAY
    return second // DAY + JULIAN_OFFSET if inside else None


def _span(start: int, end: int, duration: int, each: Truth) -> int:
    """The days from date to date of a passage; of a certain one ``end`` is the instant when it is over."""
    last = end - 1 if each is Truth.CERTAIN else end
    return max(0, last // DAY - start // DAY) if duration else 0


def _order(one: Reach) -> tuple[bool, bool, int, int, Key]:
    certain = one.truth is Truth.CERTAIN
    day = one.last if certain else one.first
    return not certain, day is None, day or 0, one.first or 0, one.target
