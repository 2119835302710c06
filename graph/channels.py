"""The history of each channel: what is said of its state, when it was last proven to work, what failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, consensus, live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.semantics import FAILED, SPEAKS_OF_FACT, Truth, possibly_at, truth_at

__all__ = ["History", "Standing", "histories", "standing"]


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one channel.

    ``said`` are the claims about it (state, place, operator, level), in the order of their dates, the
    undated last; ``used`` the held contacts that went through it, ``failed`` attempts, refusals and
    calls nobody took, each in the order of their dates. Contested contacts are in neither.
    """

    channel: Key
    said: tuple[Claim, ...]
    used: tuple[Consensus, ...]
    failed: tuple[Consensus, ...]

    @property
    def last_use(self) -> Consensus | None:
        """The held contact through it that lies latest, by its last possible day; None if none."""
        dated = [use for use in self.used if use.bounds.latest != END]
        return max(dated or self.used, key=lambda use: (use.bounds.latest, use.bounds.earliest), default=None)

    @property
    def claims(self) -> tuple[Key, ...]:
        """Every claim of the history."""
        contacts = [claim for one in (*self.used, *self.failed) for claim in one.claims]
        return tuple(sorted({claim.key for claim in (*self.said, *contacts)}))


@dataclass(frozen=True, slots=True)
class Standing:
    """A state that a channel is said to be in on a day.

    ``truth`` is 'certain' or 'possible' by the dates of the claims, or 'last said' where the
    latest statement about its state speaks of an earlier day and nothing later is known.
    """

    state: str
    truth: str
    claims: tuple[Key, ...]


def histories(knowledge: Knowledge, at: str | None = None, known: str | None = None) -> list[History]:
    """The history of every channel, by key, up to the end of a day and as known by the end of another.

    ``at`` leaves out what certainly came later; ``known`` what was not yet published or already
    withdrawn. Both are days (``YYYY-MM-DD``); left out, everything counts. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> histories(Knowledge(title="Freedonia", language="en"))
    []
    """
    end = day_bounds(at)[1] if at else END
    contacts = [one for one in consensus(knowledge, known).values() if one.bounds.earliest < end]
    said = [claim for claim in live_claims(knowledge, known) if claim.kind == "channel"]
    begun = [claim for claim in said if _bounds(claim).earliest < end]
    return [_history(channel, begun, contacts) for channel in sorted(knowledge.channels)]


def standing(history: History, day: str) -> list[Standing]:
    """The states a channel is in on a day, according to the claims; several where they differ.

    Certain ones if there are any, else possible ones, else the last ones said. Empty where nobody
    says anything of its state. Raises :class:`~backchannel.graph.errors.DateError`.

    >>> standing(History("channel/hotline", (), (), ()), "2022-03-23")
    []
    """
    start, end = day_bounds(day)
    told = [claim for claim in history.said if claim.state and claim.stance in SPEAKS_OF_FACT]
    for truth in (Truth.CERTAIN, Truth.POSSIBLE):
        found = [claim for claim in told if truth_at(_bounds(claim), start, end) is truth]
        if found:
            return _standings(found, truth.value)
    return _standings(_latest(told, end), "last said")


def _latest(told: Iterable[Claim], end: Stamp) -> list[Claim]:
    """The claims about the latest past stretch of time, if several then those that may coincide."""
    past = [claim for claim in told if _bounds(claim).latest <= end]
    last = max(past, key=lambda claim: (_bounds(claim).earliest, claim.key), default=None)
    if last is None:
        return []
    stretch = _bounds(last)
    return [claim for claim in past if possibly_at(_bounds(claim), stretch.earliest, stretch.latest)]


def _standings(claims: Iterable[Claim], truth: str) -> list[Standing]:
    states: dict[str, list[Key]] = {}
    for claim in claims:
        states.setdefault(claim.state or "", []).append(claim.key)
    return [Standing(state, truth, tuple(sorted(keys))) for state, keys in sorted(states.items())]


def _history(channel: Key, said: Iterable[Claim], contacts: Iterable[Consensus]) -> History:
    through = [one for one in contacts if not one.contested and _goes_through(one, channel)]
    return History(
        channel=channel,
        said=tuple(
            sorted((c for c in said if c.about == channel), key=lambda c: (*_order(_bounds(c)), c.key))
        ),
        used=_ordered(one for one in through if one.outcome == "held"),
        failed=_ordered(one for one in through if one.outcome in FAILED),
    )


def _goes_through(one: Consensus, channel: Key) -> bool:
    return any(channel in claim.channels for claim in one.claims if claim.stance in SPEAKS_OF_FACT)


def _ordered(contacts: Iterable[Consensus]) -> tuple[Consensus, ...]:
    return tuple(sorted(contacts, key=lambda one: (*_order(one.bounds), one.contact)))


def _order(bounds: Bounds) -> tuple[bool, Stamp, Stamp]:
    return bounds.earliest == BEGINNING, bounds.earliest, bounds.latest


def _bounds(claim: Claim) -> Bounds:
    return claim.when.bounds if claim.when else UNKNOWN
