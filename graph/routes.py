"""Which routes were open from one office or state to another on a day, and what is left without somebody.

A route is a chain of lines (:mod:`backchannel.graph.route_lines`, :mod:`backchannel.graph.route_channels`)
from one end to the other, through third persons, offices and states if need be. It is as sure as the least
sure of its lines. How many routes share nothing, and what would separate the ends, is in
:mod:`backchannel.graph.route_network`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from backchannel.graph.clock import day_bounds
from backchannel.graph.errors import QueryError
from backchannel.graph.gregorian import eve
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_answer import Answer, Route, answer, rank_order
from backchannel.graph.route_ends import Cast
from backchannel.graph.route_field import Asked, Field, field
from backchannel.graph.route_lines import NOTHING, Line, Removal
from backchannel.graph.route_memory import DEFAULT_WITHIN
from backchannel.graph.route_silences import silent_between
from backchannel.graph.semantics import Truth
from backchannel.graph.silences import ClaimedSilence
from backchannel.ontology.terms import RANKS

__all__ = ["END_KINDS", "MOST_LINES", "Loss", "Routes", "routes"]

MOST_LINES = 2
END_KINDS = ("state", "office", "person", "organisation")


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with one person, office, party or channel, what is left, how much of it shares nothing."""

    key: Key
    lost: tuple[Route, ...]
    left: tuple[Route, ...]
    disjoint_left: int


@dataclass(frozen=True)
class Routes:
    """The answer on routes from one end to another: all there are, those left, and what is closed.

    ``now`` are the routes of the day; ``left`` those without what was to be left out (``gone``), the same
    as ``now`` where that is nothing. ``closed`` are lines that would be on a route and are not open, each
    with its state; ``silences`` are claimed on the day between persons, offices or groups of the two sides.
    """

    asked: Asked
    gone: Removal
    now: Answer
    left: Answer
    closed: tuple[Line, ...]
    silences: tuple[ClaimedSilence, ...]

    @property
    def lost(self) -> tuple[Route, ...]:
        """The routes that go with what is left out."""
        return _lost(self.now, self.left)

    @cached_property
    def each(self) -> tuple[Loss, ...]:
        """Every single person, office, party and channel on a route that is left, the greatest loss first."""
        keys = {key for route in self.left.routes for key in _cuttable(self.left.field, route)}
        found = [_loss(self.left, key) for key in sorted(keys)]
        return tuple(sorted(found, key=lambda one: (one.disjoint_left, -len(one.lost), one.key)))


def routes(
    knowledge: Knowledge,
    origin: Key,
    goal: Key,
    day: str,
    known: str | None = None,
    within: str = DEFAULT_WITHIN,
    most: int = MOST_LINES,
    without: Collection[Key] = (),
    without_ranks: Collection[str] = (),
) -> Routes:
    """The routes from one end (a key) to another on a day, as known by the end of ``known``.

    Ends are states, offices, organisations or persons; of a month or a year the last day counts. ``within``
    is how far back a held contact proves a line ('12 months', 'always'), ``most`` how many lines a route
    may have. ``without`` are the keys of what is to be left out, ``without_ranks`` whole ranks.

    Raises QueryError for ends that are one or stand on the same side, for an end that is to be left out,
    for a rank, a memory or a length that is none; DateError for what is no day.

    >>> routes(Knowledge("A case", "en"), "state/us", "state/us", "2022-03-24")
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.QueryError: both ends are 'state/us'; expected two, such as two states
    """
    asked = Asked(origin, goal, eve(day_bounds(day)[1]), known, within, most)
    gone = Removal(frozenset(without), frozenset(without_ranks))
    cast = Cast(knowledge, asked.day, known)
    _check(knowledge, asked, gone, cast)
    whole = field(knowledge, asked, cast)
    now = answer(whole)
    left = now if gone == NOTHING else answer(whole.without(gone))
    silences = silent_between(knowledge, asked, cast)
    closed = sorted(whole.closed(), key=lambda line: (rank_order(line), line.key))
    return Routes(asked, gone, now, left, tuple(closed), silences)


def _check(knowledge: Knowledge, asked: Asked, gone: Removal, cast: Cast) -> None:
    """Refuse a question without two sides and something between them, or with an end left out."""
    if asked.origin == asked.goal:
        raise QueryError(f"both ends are {knowledge.label(asked.origin)!r}; expected two, such as two states")
    if asked.most < 1:
        raise QueryError(f"expected routes of at least 1 line; found {asked.most}")
    strange = sorted(gone.ranks - set(RANKS))
    if strange:
        raise QueryError(f"{strange[0]!r} is no rank; expected one of {', '.join(RANKS)}")
    ends = [(key, cast.of(key)) for key in (asked.origin, asked.goal)]
    for (one, end), (other, opposite) in (ends, ends[::-1]):
        if {other, opposite.node} & {one, *end.keys}:
            labels = f"{knowledge.label(one)!r} is on the side of {knowledge.label(other)!r}"
            raise QueryError(f"{labels}; expected two sides, such as two states")
        if gone.keys & {one, *end.keys}:
            label = knowledge.label(min(gone.keys & {one, *end.keys}))
            raise QueryError(f"{label!r} is an end of the routes; leave out something between the ends")


def _lost(before: Answer, after: Answer) -> tuple[Route, ...]:
    kept = {route.path for route in after.routes}
    return tuple(route for route in before.routes if route.path not in kept)


def _loss(before: Answer, key: Key) -> Loss:
    after = answer(before.field.without(Removal(frozenset((key,)))))
    return Loss(key, _lost(before, after), after.routes, len(after.disjoint))


def _cuttable(lines: Field, route: Route) -> Iterator[Key]:
    """The persons, offices, parties and channels of a route that are no end of it."""
    for line in route.lines:
        if line.is_channel:
            yield line.key
        for end in line.ends:
            if end.node not in lines.sides:
                yield from (end.node, end.office) if end.office else (end.node,)
        for proof in line.proofs:
            if proof.truth is not Truth.IMPOSSIBLE:
                yield from proof.channels
