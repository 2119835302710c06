"""The measures of a ranking on stacks of graphs: what they are stands in :mod:`backchannel.graph.analytics`.

The same values to 1e-9, for hundreds of small graphs at once: distances and numbers of shortest paths come
from products of matrices, level by level, and betweenness is added up backwards over the levels (U. Brandes,
A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177). PageRank
is solved: as jumps and nodes that sought nobody spread evenly, it is (I - d P')^-1 1, scaled to a sum of 1
(A. Langville and C. Meyer, Deeper inside PageRank, Internet Mathematics 1 (2004) 335-380).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from backchannel.graph.analytics.engine import distances, passages
from backchannel.graph.analytics.pagerank import DAMPING
from backchannel.graph.worlds.stack import Matrices, Stack

__all__ = ["STACKED", "Stacked"]

Values = NDArray[np.float64]
# Products of matrices grow with the cube of the nodes: larger graphs go to the engine one by one.
LARGE = 128


@dataclass(frozen=True, slots=True)
class Level:
    """The nodes at one distance from each node, and over how many shortest paths: worlds x from x to."""

    at: NDArray[np.bool_]
    paths: Matrices


class Stacked:
    """The measures of a stack, each a value a world and node (worlds x nodes; nan where not defined)."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._adjacent = (stack.linked > 0).astype(np.float64)

    def measure(self, name: str) -> Values:
        """The values of a measure of :data:`STACKED`, for all nodes."""
        function, alone = STACKED[name]
        found = np.full((len(self._stack), len(self._stack.nodes)), alone)
        if len(self._stack.active):
            found[:, self._stack.active] = function(self)
        return found / found.sum(axis=1, keepdims=True) if name == "pagerank" else found

    def _counterparts(self) -> Values:
        return np.asarray(self._adjacent.sum(axis=2))

    def _contacts(self) -> Values:
        return self._stack.contacts

    def _sought(self) -> Values:
        return self._stack.sent

    def _received(self) -> Values:
        return self._stack.received

    @cached_property
    def _levels(self) -> list[Level]:
        """The levels around every node, the first being the node itself."""
        size = self._adjacent.shape[1]
        paths = np.broadcast_to(np.eye(size), self._adjacent.shape).copy()
        found, seen = [Level(paths > 0, paths)], paths > 0
        while found[-1].at.any():
            paths = np.where(seen, 0.0, found[-1].paths @ self._adjacent)
            found.append(Level(paths > 0, paths))
            seen = seen | found[-1].at
        return found[:-1]

    @property
    def _large(self) -> bool:
        return len(self._stack.active) > LARGE

    def _harmonic(self) -> Values:
        sums = np.stack([_nearness(one) for one in self._adjacent]) if self._large else self._nearness()
        found: Values = sums / max(len(self._stack.nodes) - 1, 1)
        return found

    def _nearness(self) -> Values:
        reached = (level.at.sum(axis=2) / distance for distance, level in enumerate(self._levels) if distance)
        return np.asarray(sum(reached, np.zeros(self._adjacent.shape[:2])))

    def _betweenness(self) -> Values:
        count = len(self._stack.nodes)
        sums = np.stack([passages(one) for one in self._adjacent]) if self._large else self._passages()
        found: Values = sums / max((count - 1) * (count - 2), 1)
        return found

    def _passages(self) -> Values:
        depends = np.zeros_like(self._adjacent)
        for near, far in reversed(list(zip(self._levels, self._levels[1:], strict=False))):
            share = np.divide(1 + depends, far.paths, out=np.zeros_like(depends), where=far.at)
            depends += np.where(near.at, (share @ self._adjacent) * near.paths, 0.0)
        itself = np.einsum("wii->wi", depends)
        return np.asarray(depends.sum(axis=1) - itself)

    def _constraint(self) -> Values:
        total = self._stack.linked.sum(axis=2, keepdims=True)
        part = np.divide(self._stack.linked, total, out=np.zeros_like(self._stack.linked), where=total > 0)
        through = np.where(self._adjacent > 0, part + part @ part, 0.0)
        found = (through**2).sum(axis=2)
        return np.where(total[..., 0] > 0, found, np.nan)

    def _pagerank(self) -> Values:
        """Before all are scaled to a sum of 1; a node without links has 1 then."""
        total = self._stack.seeking.sum(axis=2, keepdims=True)
        ways = np.divide(self._stack.seeking, total, out=np.zeros_like(self._stack.seeking), where=total > 0)
        system = np.eye(ways.shape[1]) - DAMPING * ways.transpose(0, 2, 1)
        return np.linalg.solve(system, np.ones((*ways.shape[:2], 1)))[..., 0]


def _nearness(adjacent: Values) -> Values:
    """The sum of the reciprocal distances from each node of one graph."""
    ways = distances(adjacent)
    return np.asarray(np.divide(1.0, ways, out=np.zeros_like(ways), where=ways > 0).sum(axis=1))


# Each measure with its value for a node that has no link in any world.
STACKED: dict[str, tuple[Callable[[Stacked], Values], float]] = {
    "counterparts": (Stacked._counterparts, 0.0),
    "contacts": (Stacked._contacts, 0.0),
    "sought": (Stacked._sought, 0.0),
    "received": (Stacked._received, 0.0),
    "betweenness": (Stacked._betweenness, 0.0),
    "harmonic": (Stacked._harmonic, 0.0),
    "constraint": (Stacked._constraint, np.nan),
    "pagerank": (Stacked._pagerank, 1.0),
}
