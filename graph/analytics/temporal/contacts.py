"""Contacts between two on the line of time, and what it takes for one to carry on word of another.

*The worlds.* A contact took place at one instant of ``earliest <= t < latest``, any of them, independently of
the others; one that is not ``sure`` may not have taken place at all. In a world, word that one of two has
before a contact the other has from then on. A meeting of several is a contact between each two of its pairs,
each at an instant of its own: the record doesn't say whether all were on one line or were spoken with in
turn. Something is *possible* if it is so in some world, *certain* if it is so in each.

*Two contacts.* x certainly comes before y if ``x.latest <= y.earliest``, possibly if ``x.earliest <
y.latest``: the comparisons of :mod:`backchannel.graph.semantics`, in seconds, so that a wait can be added (a
test holds them together). So two contacts of one day follow one another possibly, never certainly, unless
their times are known.

*Possible arrival.* A chain is possible if and only if its contacts can all stand in order together, and that
is so if each begins before every later one ends. Going along it, of what came before only the latest
beginning M counts: a contact can be next if M < latest, and then M becomes max(M, earliest). The least M with
which a node can be reached is the infimum of its arrivals over all worlds. One world has nearly all these
minima at once: take for each node the contact through which its M came about at (just after) M, which is
within its bounds.

*Certain arrival.* Going along a chain of sure contacts each of which certainly comes before the next, its
last end D bounds the arrival in every world. The least D over such chains is not only a bound: no
world-by-world reasoning does better. Take this world: a sure contact of u and v, D(u) <= D(v), happens at the
end of its bounds if D(u) <= earliest, else at its very beginning; contacts that are not sure don't happen. In
the first case D(v) <= latest by definition, so word passes on no sooner than D says; in the second the
contact lies before D(u) <= D(v), when by induction along the instants neither of the two has the word, so it
passes nothing. In this one world no node is reached before its D (within any small time), and one without D
is never reached. So there is a path in every world if and only if some chain is certain edge by edge, and [M,
D] is the exact range of arrivals. With contacts of several pairs at one joint instant this would fail: x =
{AB, CD}, y = {BD, AC}, both in March, carry word from A to D in either order, by another chain each time.

*One algorithm.* Both orders are arcs (limit, floor): word that is there by ``limit`` gets on, and is across
at ``max(word, floor)``. Certain: limit = earliest, floor = latest. Possible: limit = the last instant before
latest, floor = earliest. On contacts of known time this is the temporal graph of Wu et al. (Path Problems in
Temporal Graphs, PVLDB 7 (2014) 721-732), an edge (u, v, t, λ) being a contact with the bounds [t, t + λ).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from backchannel.graph.gregorian import BEGINNING, END, seconds_of
from backchannel.graph.model import Key, Stamp
from backchannel.graph.semantics import Truth

__all__ = [
    "AFTER_ALL",
    "BEFORE_ALL",
    "Arc",
    "Contact",
    "TemporalNetwork",
    "held",
    "held_edges",
    "instant",
    "last_label",
]

# Where there is no bound: before and after any instant of the calendar, in whatever unit.
BEFORE_ALL = -(10**15)
AFTER_ALL = 10**15

# limit, floor, the node across, the number of the contact.
Arc = tuple[int, int, Key, int]


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of two: at some instant of ``earliest <= t < latest`` (whole seconds, or any whole unit).

    ``sure``: whether it certainly took place. ``oneway``: word passes only from ``one`` to ``other``. Raises
    ValueError where the bounds hold no instant.

    >>> Contact("contact/1", "a", "b", 5, 5)
    Traceback (most recent call last):
    ...
    ValueError: contact/1: expected earliest before latest, found 5 and 5
    """

    key: Key
    one: Key
    other: Key
    earliest: int
    latest: int
    sure: bool = True
    oneway: bool = False

    def __post_init__(self) -> None:
        if not self.earliest < self.latest:
            raise ValueError(
                f"{self.key}: expected earliest before latest, found {self.earliest} and {self.latest}"
            )

    def arcs(self, truth: Truth, number: int) -> list[tuple[Key, Arc]]:
        """The ways across it in an order, each with the node from which it leads."""
        if truth is Truth.CERTAIN and not self.sure:
            return []
        limit, floor = self.earliest, self.latest
        if truth is Truth.POSSIBLE:
            limit, floor = self.latest - 1, self.earliest
        ways = [(self.one, (limit, floor, self.other, number))]
        return ways if self.oneway else [*ways, (self.other, (limit, floor, self.one, number))]

    def backwards(self) -> Contact:
        """The contact as it is met by somebody who goes back in time."""
        one, other = (self.other, self.one) if self.oneway else (self.one, self.other)
        return Contact(self.key, one, other, -self.latest, -self.earliest, self.sure, self.oneway)


class TemporalNetwork:
    """Contacts with the nodes between which they took place; nodes without a contact may be given as well.

    >>> calls = TemporalNetwork([Contact("contact/1", "a", "b", 1, 2)], nodes=["c"])
    >>> calls.nodes, calls.arcs(Truth.CERTAIN)["b"]
    (('a', 'b', 'c'), [(1, 2, 'a', 0)])
    """

    def __init__(self, contacts: Iterable[Contact], nodes: Iterable[Key] = ()) -> None:
        self.contacts: Sequence[Contact] = tuple(contacts)
        ends = {end for contact in self.contacts for end in (contact.one, contact.other)}
        self.nodes: tuple[Key, ...] = tuple(sorted(ends.union(nodes)))
        self._arcs: dict[Truth, Mapping[Key, Sequence[Arc]]] = {}
        self._backwards: TemporalNetwork | None = None

    def arcs(self, truth: Truth) -> Mapping[Key, Sequence[Arc]]:
        """For each node the ways on from it, in the certain or the possible order."""
        if truth not in self._arcs:
            found: dict[Key, list[Arc]] = {node: [] for node in self.nodes}
            for number, contact in enumerate(self.contacts):
                for node, arc in contact.arcs(truth, number):
                    found[node].append(arc)
            self._arcs[truth] = found
        return self._arcs[truth]

    @property
    def backwards(self) -> TemporalNetwork:
        """The same network in a time that runs the other way: who could send word here, and since when."""
        if self._backwards is None:
            self._backwards = TemporalNetwork((one.backwards() for one in self.contacts), self.nodes)
        return self._backwards


def held(network: nx.MultiDiGraph[Key], oneway: bool = False) -> TemporalNetwork:
    """The held contacts of a projection (:func:`backchannel.graph.projection.network`), in seconds.

    A contact carries word both ways, whoever sought it: the direction of an initiative is no direction of
    word. With ``oneway`` it carries word only from the one who sought it, where that is told. A contact that
    is contested is not sure. All nodes stay.

    >>> calls = nx.MultiDiGraph()
    >>> day = {"earliest": "2022-05-19T00:00:00Z", "latest": "2022-05-20T00:00:00Z"}
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", outcomes=("held",), **day)
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="refused", outcomes=("refused",), **day)
    >>> [contact.key for contact in held(calls).contacts], held(calls).nodes
    (['contact/1'], ('a', 'b', 'c'))
    """
    found = [
        Contact(
            data["contact"],
            one,
            other,
            instant(data["earliest"]),
            instant(data["latest"]),
            sure=data["outcome"] == "held" and not data.get("contested"),
            oneway=oneway and bool(data.get("directed")),
        )
        for one, other, data in held_edges(network)
    ]
    return TemporalNetwork(sorted(found, key=lambda one: (one.key, one.one, one.other)), network.nodes)


def held_edges(network: nx.MultiDiGraph[Key]) -> Iterator[tuple[Key, Key, dict[str, Any]]]:
    """The contacts of a projection that may carry word: some voice says that they were held.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", outcomes=("held", "refused"))
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="refused", outcomes=("refused",))
    >>> [(one, other) for one, other, _ in held_edges(calls)]
    [('a', 'b')]
    """
    for one, other, data in network.edges(data=True):
        if "held" in data["outcomes"] and one != other:
            yield one, other, data


def instant(stamp: Stamp) -> int:
    """The second of a stamp; what stands for 'no bound' lies before or after all.

    >>> instant("0001-01-01T00:00:00Z") == BEFORE_ALL, instant("0001-01-02T00:00:00Z")
    (True, 172800)
    """
    if stamp in (BEGINNING, END):
        return BEFORE_ALL if stamp == BEGINNING else AFTER_ALL
    return seconds_of(stamp)


def last_label(truth: Truth, until: int) -> int:
    """The greatest label with which word is still there before ``until``.

    >>> last_label(Truth.CERTAIN, 10), last_label(Truth.POSSIBLE, 10)
    (10, 9)
    """
    return until if truth is Truth.CERTAIN else until - 1
