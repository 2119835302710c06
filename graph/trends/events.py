"""What a series counts: contacts between two at a level, with outcome, means and rank."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.bounds import Bounds, days
from backchannel.graph.consensus import consensus
from backchannel.graph.model import Claim, Key, Knowledge, Participant
from backchannel.graph.occasions import came_about, pairs_at, testimony, told_outcomes
from backchannel.graph.pairs import agents, meetings
from backchannel.graph.semantics import Truth
from backchannel.ontology.terms import RANKS

__all__ = ["FAILURES", "Event", "Pair", "events"]

Pair = tuple[Key, Key]
# Ranks from the most senior to the least.
SENIORITY = tuple(RANKS)
# The outcomes with which somebody who was sought turned a contact away.
FAILURES = ("refused", "ignored")


@dataclass(frozen=True, slots=True)
class Event:
    """A contact as a series sees it.

    ``pairs``: who was in touch at the level. ``outcomes``: how sure each outcome is that a voice gives it.
    ``means`` and ``rank``: as its claims of fact have them, None where none says. The rank is that of the
    talks: of the most senior two who met, the one of the less senior ('a minister who receives an
    ambassador' is of the rank ambassador).
    """

    key: Key
    pairs: tuple[Pair, ...]
    bounds: Bounds
    outcomes: tuple[tuple[str, Truth], ...]
    means: str | None
    rank: str | None
    claims: tuple[Key, ...]

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last possible day as Julian Day Numbers; None where one isn't known."""
        first, last = days(self.bounds)
        return None if first is None or last is None else (first, last)

    def certainly(self, *outcomes: str) -> bool:
        """Whether it certainly had one of some outcomes."""
        return any(name in outcomes and sure is Truth.CERTAIN for name, sure in self.outcomes)


def events(knowledge: Knowledge, level: str, known: str | None = None) -> list[Event]:
    """Every contact between two at a level that somebody says took place, or was tried; by key.

    >>> events(Knowledge("A case", "en"), "state")
    []
    """
    found = []
    for key, one in consensus(knowledge, known).items():
        told = testimony(one)
        pairs = pairs_at(told, level)
        outcomes = tuple((name, came_about(one, (name,))) for name in told_outcomes(one))
        if pairs and outcomes:
            means = next((claim.mode for claim in told if claim.mode and claim.mode != "contact"), None)
            claims = tuple(claim.key for claim in one.claims)
            found.append(Event(key, pairs, one.bounds, outcomes, means, _rank(told, pairs, level), claims))
    return found


def _rank(told: tuple[Claim, ...], pairs: tuple[Pair, ...], level: str) -> str | None:
    levels = ("person", "party") if level == "person" else (level,)
    ranks = [
        max(_place(one), _place(other))
        for claim in told
        for one, other in meetings(claim.participants)
        if any((ends := agents(one, other, each)) and tuple(sorted(ends)) in pairs for each in levels)
    ]
    best = min(ranks, default=len(SENIORITY))
    return SENIORITY[best] if best < len(SENIORITY) else None


def _place(party: Participant) -> int:
    return SENIORITY.index(party.rank) if party.rank in SENIORITY else len(SENIORITY)
