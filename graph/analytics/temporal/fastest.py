"""The fastest passage: the chain between whose first and last contact the least time lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.graph.analytics.temporal.arrivals import arrivals, departures
from backchannel.graph.analytics.temporal.chains import Step, fewest
from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, BEFORE_ALL, TemporalNetwork, last_label
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Passage", "fastest"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A chain, from when to when it runs, in the unit of the contacts.

    In the possible order it can begin at (just before the end of) ``start`` and be over at ``end``. In the
    certain order it begins no sooner than ``start`` and is over by ``end``, in every world.
    """

    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def duration(self) -> int:
        """The time from its first contact to its last: 0 for a single one, which happens at one instant.

        Possible: the least there can be, exactly. Certain: what this one chain vouches for; whether in each
        world some chain is faster still can't be told from it.
        """
        return 0 if len(self.steps) == 1 else max(0, self.end - self.start)


def fastest(
    network: TemporalNetwork,
    source: Key,
    target: Key,
    truth: Truth,
    since: int = BEFORE_ALL,
    until: int = AFTER_ALL,
    wait: int = 0,
) -> Passage | None:
    """The fastest passage from one to another within a time; None where there is none.

    A direct contact wins. Else it is worth while to begin, in the certain order, at the beginnings of the
    source's contacts; in the possible order at the last instants of any contact, as a chain lasts from the
    least of its ends to the greatest of its beginnings (not at all, if that is earlier). Whoever begins later
    never arrives sooner, so that the arrivals of two beginnings bound those of all between: only where one of
    these may be better than the best so far is looked more closely. Parameters and errors are those of
    :func:`.arrivals.arrivals`.

    The example is the temporal graph in the paper on TGLib:

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> edges = ["0315", "0121", "0152", "2161", "3262", "1372", "3284"]  # from, to, when, how long
    >>> graph = TemporalNetwork(
    ...     Contact("c", u, v, int(t), int(t) + int(took), oneway=True) for u, v, t, took in edges
    ... )
    >>> found = fastest(graph, "0", "2", Truth.CERTAIN)
    >>> found.start, found.end, found.duration
    (1, 8, 7)

    References: the fastest path of Wu et al. (2014), par. 4.4; L. Oettershagen and P. Mutzel, TGLib: an
    open-source library for temporal graph analysis, arXiv 2209.12587 (2022).
    """
    latest = departures(network, target, truth, since, until, wait).get(source)
    if latest is None or source == target:
        return None
    if direct := _direct(network, source, target, truth, since, until):
        return direct
    start, end = Search(network, source, target, truth, until, wait).best(
        _starts(network, source, truth, since, last_label(truth, latest))
    )
    before = end + (truth is Truth.POSSIBLE)
    return Passage(start, end, fewest(network, source, target, truth, start, before, wait))


def _direct(
    network: TemporalNetwork, source: Key, target: Key, truth: Truth, since: int, until: int
) -> Passage | None:
    """One contact takes no time, whenever it was."""
    steps = fewest(network, source, target, truth, since, until)
    if len(steps) != 1:
        return None
    contact = steps[0].contact
    if truth is Truth.CERTAIN:
        return Passage(contact.earliest, contact.latest, steps)
    return Passage(contact.latest - 1, max(since, contact.earliest), steps)


def _starts(network: TemporalNetwork, source: Key, truth: Truth, since: int, latest: int) -> list[int]:
    """The beginnings worth while, from the first to the last from which the other is reached."""
    arcs = network.arcs(truth)
    several = [arcs[source]] if truth is Truth.CERTAIN else arcs.values()
    found = {limit for one in several for limit, *_ in one} | {latest}
    return sorted(start for start in found if since <= start <= latest)


@dataclass(frozen=True, slots=True)
class Search:
    """The earliest arrivals from one at another for many beginnings, as far as they are needed."""

    network: TemporalNetwork
    source: Key
    target: Key
    truth: Truth
    until: int
    wait: int

    def arrival(self, start: int) -> int:
        """The earliest arrival of word that is there at ``start``, from where it is known to arrive."""
        found = arrivals(
            self.network, self.source, self.truth, start, self.until, self.wait, target=self.target
        )
        return found[self.target].time

    def best(self, starts: Sequence[int]) -> tuple[int, int]:
        """The beginning, of rising ones, and the end with the least time between; the later of equals met."""
        last = len(starts) - 1
        ends = {place: self.arrival(starts[place]) for place in (0, last)}
        best, waiting = _passage(starts[last], ends[last]), [(0, last)]
        while waiting:
            low, high = waiting.pop()
            best = min(best, _passage(starts[low], ends[low]))
            if high - low > 1 and _passage(starts[high - 1], ends[low]) < best:
                middle = (low + high) // 2
                ends[middle] = self.arrival(starts[middle])
                waiting += [(low, middle), (middle, high)]
        return -best[1], best[2]


def _passage(start: int, end: int) -> tuple[int, int, int]:
    """What passages are compared by: how long they last, then how late they begin."""
    return max(0, end - start), -start, end
