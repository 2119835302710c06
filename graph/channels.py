"""The history of each channel: what is said of its state, when it was last proven to work, what failed.

Its course in phases is in :mod:`backchannel.graph.channel_phases`, its proven use and the share of
attempts that got through in :mod:`backchannel.graph.channel_use`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from backchannel.graph.bounds import END
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, consensus, live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.semantics import FAILED, SPEAKS_OF_FACT, Truth, disjunction, possibly_at, truth_at

__all__ = ["LAST_SAID", "History", "Standing", "histories", "standing", "standings"]

# What is known of a state of which only an earlier day is told; no degree of certainty.
LAST_SAID = "last said"


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one channel.

    ``said`` are the claims about it (state, place, operator, level), in the order of their dates, the
    undated last; ``used`` the held contacts that went through it, ``failed`` attempts, refusals and
    calls nobody took, each in the order of their dates. Contested contacts are in neither, but in
    ``contested``. ``until`` is the stamp before which all of it began (END: whenever).
    """

    channel: Key
    said: tuple[Claim, ...]
    used: tuple[Consensus, ...]
    failed: tuple[Consensus, ...]
    contested: tuple[Consensus, ...] = ()
    until: Stamp = END

    @property
    def claims(self) -> tuple[Key, ...]:
        """Every claim of the history."""
        every = (*self.used, *self.failed, *self.contested)
        contacts = [claim for one in every for claim in one.claims]
        return tuple(sorted({claim.key for claim in (*self.said, *contacts)}))

    @property
    def states(self) -> tuple[Claim, ...]:
        """The claims that put forward as a fact that it is in some state."""
        return tuple(claim for claim in self.said if claim.state and claim.stance in SPEAKS_OF_FACT)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state that a channel is said to be in on a day.

    ``truth`` is 'certain', 'possible' or 'impossible' by the dates of the claims, or 'last said'
    where the latest statement about its state speaks of an earlier day and nothing later is known.
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
    said: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live_claims(knowledge, known):
        if claim.kind == "channel" and claim.bounds.earliest < end:
            said[claim.about].append(claim)
    through: dict[Key, list[Consensus]] = defaultdict(list)
    for one in consensus(knowledge, known).values():
        if one.bounds.earliest < end:
            for channel in _channels_of(one):
                through[channel].append(one)
    return [
        _history(channel, said.get(channel, ()), through.get(channel, ()), end)
        for channel in sorted(knowledge.channels)
    ]


def standing(history: History, day: str) -> list[Standing]:
    """The states a channel is in on a day, according to the claims; several where they differ.

    Certain ones if there are any, else possible ones, else the last ones said. Empty where nobody
    says anything of its state. Raises :class:`~backchannel.graph.errors.DateError`.

    >>> standing(History("channel/hotline", (), (), ()), "2022-03-23")
    []
    """
    found = standings(history, day)
    for wanted in (Truth.CERTAIN.value, Truth.POSSIBLE.value, LAST_SAID):
        chosen = [one for one in found if one.truth == wanted]
        if chosen:
            return chosen
    return []


def standings(history: History, day: str) -> list[Standing]:
    """Every state that it was ever said to be in, by name, with how sure it is that it was so on a day.

    Certain where a claim makes it certain throughout the day, possible where one allows it at some
    instant, else impossible: :func:`~backchannel.graph.semantics.truth_at`. States that exclude each
    other may stand side by side; the claims decide, not this. Where no state is certain or possible,
    those last said of an earlier day are marked so. A claim that doesn't bear on the answer is left
    out. Raises :class:`~backchannel.graph.errors.DateError`.

    >>> standings(History("channel/hotline", (), (), ()), "2022-03-23")
    []
    """
    start, end = day_bounds(day)
    truths = [(claim, truth_at(claim.bounds, start, end)) for claim in history.states]
    found = _standings(truths)
    if any(one.truth != Truth.IMPOSSIBLE for one in found):
        return found
    latest = _latest(history.states, end)
    last = {claim.state for claim in latest}
    return sorted(
        [*_labelled(latest, LAST_SAID), *(one for one in found if one.state not in last)],
        key=lambda one: one.state,
    )


def _latest(told: Iterable[Claim], end: Stamp) -> list[Claim]:
    """The claims about the latest past stretch of time, if several then those that may coincide."""
    past = [claim for claim in told if claim.bounds.latest <= end]
    last = max(past, key=lambda claim: (claim.bounds.earliest, claim.key), default=None)
    if last is None:
        return []
    stretch = last.bounds
    return [claim for claim in past if possibly_at(claim.bounds, stretch.earliest, stretch.latest)]


def _standings(truths: Iterable[tuple[Claim, Truth]]) -> list[Standing]:
    """Each state with the surest that any claim makes it, and the claims that make it so sure."""
    states: dict[str, list[tuple[Claim, Truth]]] = defaultdict(list)
    for claim, sure in truths:
        states[claim.state or ""].append((claim, sure))
    found = []
    for state, every in sorted(states.items()):
        surest = disjunction(sure for _, sure in every)
        keys = sorted(claim.key for claim, sure in every if sure is surest)
        found.append(Standing(state, surest.value, tuple(keys)))
    return found


def _labelled(claims: Iterable[Claim], label: str) -> list[Standing]:
    states: dict[str, list[Key]] = defaultdict(list)
    for claim in claims:
        states[claim.state or ""].append(claim.key)
    return [Standing(state, label, tuple(sorted(keys))) for state, keys in sorted(states.items())]


def _history(channel: Key, said: Iterable[Claim], through: Iterable[Consensus], until: Stamp) -> History:
    every = _ordered(through)
    sure = [one for one in every if not one.contested]
    return History(
        channel=channel,
        said=tuple(sorted(said, key=lambda claim: (*claim.bounds.order, claim.key))),
        used=tuple(one for one in sure if one.outcome == "held"),
        failed=tuple(one for one in sure if one.outcome in FAILED),
        contested=tuple(one for one in every if one.contested),
        until=until,
    )


def _channels_of(one: Consensus) -> set[Key]:
    """The channels that a claim of fact has a contact go through."""
    return {key for claim in one.claims if claim.stance in SPEAKS_OF_FACT for key in claim.channels}


def _ordered(contacts: Iterable[Consensus]) -> tuple[Consensus, ...]:
    return tuple(sorted(contacts, key=lambda one: (*one.bounds.order, one.contact)))
