"""Many graphs over the same nodes at once, as stacks of integer matrices.

The two simple graphs are those of :mod:`backchannel.graph.analytics.simple`: who is linked with whom, and who
turned to whom; each weight is how many distinct contacts there were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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

    def __len__(self) -> int:
        return len(self.linked)


@dataclass(frozen=True, slots=True)
class Cells:
    """Which cells of a table each alternative of each contact adds one to.

    ``first`` (contacts) is the number of a contact's first alternative; alternative a counts in the cells
    ``cells[starts[a]:starts[a + 1]]`` of ``size``.
    """

    size: int
    first: Ids
    starts: Ids
    cells: Ids

    def counted(self, ids: Ids) -> Matrices:
        """The tables of some worlds (worlds x size), all of their contacts counted at once."""
        chosen = (ids + self.first).ravel()
        starts, lengths = self.starts[chosen], self.starts[chosen + 1] - self.starts[chosen]
        before = np.cumsum(lengths) - lengths
        at = np.arange(lengths.sum()) + np.repeat(starts - before, lengths)
        worlds = np.repeat(np.repeat(np.arange(len(ids)), ids.shape[1]), lengths)
        found = np.bincount(worlds * self.size + self.cells[at], minlength=len(ids) * self.size)
        return found.reshape(len(ids), self.size).astype(np.float64)


def stacks(nodes: Sequence[Key], worlds: Alternatives) -> Iterator[Stack]:
    """The graphs of worlds over some nodes, a number of worlds at a time, in order."""
    place = {node: number for number, node in enumerate(nodes)}
    ends = {end for contact in worlds.links for one in contact for link in one for end in link[:2]}
    active = np.array(sorted(place[end] for end in ends), dtype=np.int64)
    within = {nodes[number]: row for row, number in enumerate(active.tolist())}
    counting = {
        name: _cells(cells, worlds.links, within, square) for name, (cells, square) in COUNTED.items()
    }
    step = max(1, CELLS // max(1, len(active) ** 2, len(worlds.contacts)))
    for start in range(0, len(worlds.ids), step):
        ids = worlds.ids[start : start + step].astype(np.int64)
        shape = (len(ids), *[len(active)] * 2)
        found = {name: cells.counted(ids) for name, cells in counting.items()}
        square = {name: found.pop(name).reshape(shape) for name in ("linked", "seeking")}
        yield Stack(tuple(nodes), active, **square, **found)


def _cells(
    counted: Callable[[Links], set[tuple[Key, ...]]],
    links: Sequence[Sequence[Links]],
    within: dict[Key, int],
    square: bool,
) -> Cells:
    """Once for all worlds: the cells of each alternative, found by those whom it links."""
    size = len(within)
    cells: list[int] = []
    starts, first = [0], []
    for contact in links:
        first.append(len(starts) - 1)
        for one in contact:
            places = (tuple(within[end] for end in ends) for ends in counted(one))
            cells.extend(sorted(row * size + column[0] if column else row for row, *column in places))
            starts.append(len(cells))
    return Cells(
        size**2 if square else size, *(np.array(each, dtype=np.int64) for each in (first, starts, cells))
    )


# --- what one contact counts: once for each pair, however it is told


def _pairs(links: Links) -> set[tuple[Key, ...]]:
    """Those who were linked, in both orders."""
    return {pair for one, other, _ in links for pair in ((one, other), (other, one))}


def _ways(links: Links) -> set[tuple[Key, ...]]:
    """Who turned to whom; where nobody is said to have begun, either to the other."""
    told = {(one, other) for one, other, _ in links}
    return told | {(other, one) for one, other, directed in links if not directed}


def _ends(links: Links) -> set[tuple[Key, ...]]:
    return {(end,) for pair in _pairs(links) for end in pair}


def _seekers(links: Links) -> set[tuple[Key, ...]]:
    return {(one,) for one, _ in _ways(links)}


def _sought(links: Links) -> set[tuple[Key, ...]]:
    return {(other,) for _, other in _ways(links)}


# Each table of a stack, what of a contact is counted in it, and whether it is a matrix.
COUNTED: dict[str, tuple[Callable[[Links], set[tuple[Key, ...]]], bool]] = {
    "linked": (_pairs, True),
    "seeking": (_ways, True),
    "contacts": (_ends, False),
    "sent": (_seekers, False),
    "received": (_sought, False),
}


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
