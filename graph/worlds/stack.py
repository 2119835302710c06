"""Many graphs over the same nodes at once, as stacks of integer matrices.

The two simple graphs are those of :mod:`backchannel.graph.analytics.simple`: who is linked with whom, and who
turned to whom; each weight is how many distinct contacts there were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from backchannel.graph.model import Key
from backchannel.graph.worlds.contact import HELD, Links
from backchannel.graph.worlds.tables import Ids

__all__ = ["Alternatives", "Matrices", "Stack", "stacks"]

Matrices = NDArray[np.float64]
# So many cells of a stack of matrices are worked on at once: 8 MiB each, which a processor's cache likes.
CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Distinct worlds: ``ids`` (worlds x contacts) says which of a contact's ``links`` hold in each."""

    contacts: tuple[Key, ...]
    links: tuple[tuple[Links, ...], ...]
    ids: Ids

    def of(self, world: int) -> list[tuple[Key, Links]]:
        """The contacts of one world, each with whom it links."""
        row = self.ids[world].tolist()
        return [(key, links[one]) for key, links, one in zip(self.contacts, self.links, row, strict=True)]


@dataclass(frozen=True)
class Stack:
    """Graphs over ``nodes``, of which those at the places ``active`` have links in some of them.

    ``linked`` (worlds x active x active) is symmetric, ``seeking`` runs from row to column. ``contacts``,
    ``sent`` and ``received`` (worlds x active) count each node's distinct contacts.
    """

    nodes: tuple[Key, ...]
    active: Ids
    linked: Matrices
    seeking: Matrices
    contacts: Matrices
    sent: Matrices
    received: Matrices
    within: dict[Key, int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.linked)

    def add(self, links: Links, rows: Ids) -> None:
        """Count one contact in the worlds of some rows: once for each pair, however it is told."""
        pairs = {(min(one, other), max(one, other)) for one, other, _ in links}
        ways = {(one, other) for one, other, _ in links}
        ways |= {(other, one) for one, other, directed in links if not directed}
        for one, other in sorted(pairs):
            self.linked[rows, self.within[one], self.within[other]] += 1
            self.linked[rows, self.within[other], self.within[one]] += 1
        for one, other in sorted(ways):
            self.seeking[rows, self.within[one], self.within[other]] += 1
        for counts, ends in (
            (self.contacts, {end for pair in pairs for end in pair}),
            (self.sent, {one for one, _ in ways}),
            (self.received, {other for _, other in ways}),
        ):
            places = np.array(sorted(self.within[end] for end in ends), dtype=np.int64)
            counts[np.ix_(rows, places)] += 1


def stacks(nodes: Sequence[Key], worlds: Alternatives) -> Iterator[Stack]:
    """The graphs of worlds over some nodes, a number of worlds at a time, in order."""
    place = {node: number for number, node in enumerate(nodes)}
    ends = {end for contact in worlds.links for one in contact for link in one for end in link[:2]}
    active = np.array(sorted(place[end] for end in ends), dtype=np.int64)
    step = max(1, CELLS // max(1, len(active) ** 2))
    for start in range(0, len(worlds.ids), step):
        yield _stack(tuple(nodes), active, worlds.links, worlds.ids[start : start + step])


def _stack(nodes: tuple[Key, ...], active: Ids, links: Sequence[Sequence[Links]], ids: Ids) -> Stack:
    rows, size = len(ids), len(active)
    within = {nodes[number]: row for row, number in enumerate(active.tolist())}
    linked, seeking = np.zeros((rows, size, size)), np.zeros((rows, size, size))
    contacts, sent, received = np.zeros((rows, size)), np.zeros((rows, size)), np.zeros((rows, size))
    found = Stack(nodes, active, linked, seeking, contacts, sent, received, within)
    for contact, column in zip(links, ids.T, strict=True):
        for number, one in enumerate(contact):
            some = np.flatnonzero(column == number)
            if one and len(some):
                found.add(one, some)
    return found


def network_of(
    population: nx.MultiDiGraph[str], contacts: Sequence[tuple[Key, Links]]
) -> nx.MultiDiGraph[str]:
    """One world as a network of held contacts among everybody, for measures that have no form for stacks."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(population.nodes(data=True))
    for key, links in contacts:
        for one, other, directed in links:
            about = {"contact": key, "outcome": HELD, "contested": False, "directed": directed}
            found.add_edge(one, other, key=key, certain=True, **about)
    return found
