"""Silences claimed on a day between persons, offices or groups that stand on the two sides of a question."""

from __future__ import annotations

from backchannel.graph.clock import day_bounds
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_ends import Cast
from backchannel.graph.route_field import Asked
from backchannel.graph.semantics import possibly_at
from backchannel.graph.silences import ClaimedSilence, claimed_silences

__all__ = ["silent_between"]


def silent_between(knowledge: Knowledge, asked: Asked, cast: Cast) -> tuple[ClaimedSilence, ...]:
    """The claimed silences that may hold on the day between two of the two sides, in the order of beginnings.

    A silence between the two states themselves closes no line that one could name, and is not among them.

    >>> knowledge = Knowledge("A case", "en")
    >>> asked = Asked("state/a", "state/b", "2022-03-24", None, "always", 2)
    >>> silent_between(knowledge, asked, Cast(knowledge, "2022-03-24"))
    ()
    """
    window = day_bounds(asked.day)
    ends = (asked.origin, asked.goal)
    return tuple(
        one
        for one in claimed_silences(knowledge, asked.known)
        if possibly_at(one.bounds, *window)
        and not any(key.startswith("state/") for key in one.parties)
        and all(any(_of(cast, key, end) for key in one.parties) for end in ends)
    )


def _of(cast: Cast, party: Key, end: Key) -> bool:
    """Whether a party is an end or belongs to it."""
    found = cast.of(party)
    return end in (party, found.node) or end in found.keys
