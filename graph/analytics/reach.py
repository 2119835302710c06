"""Distances from all to all, many at a time: one bit a source, and one pass a distance.

Breadth-first search from 256 nodes at once: a node's row of bits says from which of them it has been
reached, and a step of all of them is an OR over the rows of its neighbours. As in M. Then, M. Kaufmann,
F. Chirigati et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8 (2014) 449-460.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from backchannel.graph.analytics.arrays import Step, Whole

__all__ = ["distance_counts"]

WORDS = 4  # of 64 sources each
Bits = npt.NDArray[np.uint64]


def distance_counts(links: sparse.csr_array, sources: Whole, step: Step | None = None) -> list[Whole]:
    """By distance, beginning with 1: from how many of some sources each node is that many links away.

    ``links``: the adjacency matrix of an undirected graph; ``sources``: numbers of nodes, each counted as
    often as it is there; ``step`` is told how many are done. All are whole numbers, so that the order of the
    nodes changes nothing.

    >>> path = sparse.csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> [found.tolist() for found in distance_counts(path, np.arange(3))]
    [[1, 2, 1], [1, 0, 1]]
    """
    at: list[Whole] = []
    for start in range(0, len(sources), 64 * WORDS):
        _spread(links, sources[start : start + 64 * WORDS], at)
        if step:
            step(min(start + 64 * WORDS, len(sources)), len(sources))
    return at


def _spread(links: sparse.csr_array, sources: Whole, at: list[Whole]) -> None:
    """Walk outwards from some sources, and count by distance how many of them are so far from each node."""
    reached = _marked(links.shape[0], sources)
    front = reached
    for distance in range(links.shape[0]):
        front = _stepped(links, front) & ~reached
        found = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
        if not found.any():
            return
        if distance == len(at):
            at.append(np.zeros_like(found))
        at[distance] += found
        reached = reached | front


def _marked(size: int, sources: Whole) -> Bits:
    bits = np.zeros((size, WORDS), dtype=np.uint64)
    place = np.arange(len(sources))
    np.bitwise_or.at(bits, (sources, place // 64), np.uint64(1) << (place % 64).astype(np.uint64))
    return bits


def _stepped(links: sparse.csr_array, front: Bits) -> Bits:
    """The bits of all neighbours together; reduceat can't add up nothing, so nodes without links stay out."""
    linked = np.flatnonzero(np.diff(links.indptr))
    found = np.zeros_like(front)
    if len(linked):
        found[linked] = np.bitwise_or.reduceat(front[links.indices], links.indptr[linked], axis=0)
    return found
