"""Many graphs over the same nodes at once, as stacks of integer matrices.

The two simple graphs are those of :mod:`backchannel.graph.analytics.simple`: who is linked with whom, and who
turned to whom; each weight is how many distinct contacts there were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from backchannel.graph.model import Key
from backchannel.graph.worlds.contact import Links
from backchannel.graph.worlds.tables import Ids

__all__ = ["Stack", "stacks"]

Matrices = NDArray[np.float64]
# So many cells of a stack of matrices are worked on at once: 32 MiB each.
CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Stack:
    """Graphs over ``nodes``, of which those at the places ``active`` have links in some of them.

    ``linked`` (worlds x active x active) is symmetric, ``sought`` runs from row to column, ``contacts``
    (worlds x active) counts each node's distinct contacts.
    """

    nodes: tuple[Key, ...]
    active: Ids
    linked: Matrices
    sought: Matrices
    contacts: Matrices

    def __len__(self) -> int:
        return len(self.linked)

    def network(self, place: int) -> nx.MultiDiGraph[str]:
        """One of the graphs as a network of contacts, for measures that have no form for stacks."""
        found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        found.add_nodes_from(self.nodes)
        return found


def stacks(
    nodes: Sequence[Key], links: Sequence[Sequence[Links]], alternatives: Ids
) -> Iterator[Stack]:
    """The graphs of worlds, some at a time.

    ``links`` are the alternatives of each contact, ``alternatives`` (worlds x contacts) which of them holds.
    """
    place = {node: number for number, node in enumerate(nodes)}
    ends = {end for contact in links for one in contact for link in one for end in link[:2]}
    active = np.array(sorted(place[end] for end in ends), dtype=np.int64)
    within = {nodes[number]: row for row, number in enumerate(active.tolist())}
    step = max(1, CELLS // max(1, len(active) ** 2))
    for start in range(0, len(alternatives), step):
        yield _stack(tuple(nodes), active, within, links, alternatives[start : start + step])


def _stack(
    nodes: tuple[Key, ...],
    active: Ids,
    within: dict[Key, int],
    links: Sequence[Sequence[Links]],
    alternatives: Ids,
) -> Stack:
    shape = (len(alternatives), len(active), len(active))
    linked, sought = np.zeros(shape), np.zeros(shape)
    contacts = np.zeros(shape[:2])
    for contact, column in zip(links, alternatives.T, strict=True):
        for number, one in enumerate(contact):
            rows = np.flatnonzero(column == number)
            if one and len(rows):
                _add(one, rows, within, linked, sought, contacts)
    return Stack(nodes, active, linked, sought, contacts)


def _add(
    links: Links, rows: Ids, within: dict[Key, int], linked: Matrices, sought: Matrices, contacts: Matrices
) -> None:
    """Count one contact in the worlds of some rows: once for each pair, however it is told."""
    pairs = {(min(one, other), max(one, other)) for one, other, _ in links}
    ways = {(one, other) for one, other, _ in links} | {(b, a) for a, b, directed in links if not directed}
    for one, other in sorted(pairs):
        linked[rows, within[one], within[other]] += 1
        linked[rows, within[other], within[one]] += 1
    for one, other in sorted(ways):
        sought[rows, within[one], within[other]] += 1
    for end in sorted({end for pair in pairs for end in pair}):
        contacts[rows, within[end]] += 1
