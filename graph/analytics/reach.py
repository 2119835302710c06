"""Distances from all to all, many at a time: one bit a source, and one pass a distance.

Breadth-first search from 256 nodes at once: a node's row of bits says from which of them it has been
reached, and a step of all of them is an OR over the rows of its neighbours. As in M. Then, M. Kaufmann,
F. Chirigati et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8 (2014) 449-460.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

__all__ = ["reciprocal_distances"]

WORDS = 4  # of 64 sources each
Bits = npt.NDArray[np.uint64]


def reciprocal_distances(links: sparse.csr_array) -> npt.NDArray[np.float64]:
    """Of each node the sum of 1/d over all others that it reaches, d being the number of links between.

    ``links``: the adjacency matrix of an undirected graph. What is added up are whole numbers, so that the
    order of the nodes changes nothing.

    >>> reciprocal_distances(sparse.csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])).tolist()
    [1.5, 2.0, 1.5]
    """
    size = links.shape[0]
    sums = np.zeros(size)
    at: list[npt.NDArray[np.int64]] = []  # by distance: how many others each node is at it from
    for start in range(0, size, 64 * WORDS):
        _spread(links, np.arange(start, min(size, start + 64 * WORDS)), at)
    for distance, others in enumerate(at, start=1):
        sums += others / distance
    return sums


def _spread(links: sparse.csr_array, sources: npt.NDArray[np.int64], at: list[npt.NDArray[np.int64]]) -> None:
    """Walk outwards from some sources, and add to each distance how many of them each node is at it from."""
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


def _marked(size: int, sources: npt.NDArray[np.int64]) -> Bits:
    bits = np.zeros((size, WORDS), dtype=np.uint64)
    place = np.arange(len(sources))
    bits[sources, place // 64] = np.uint64(1) << (place % 64).astype(np.uint64)
    return bits


def _stepped(links: sparse.csr_array, front: Bits) -> Bits:
    """The bits of all neighbours together; reduceat can't add up nothing, so nodes without links stay out."""
    linked = np.flatnonzero(np.diff(links.indptr))
    found = np.zeros_like(front)
    if len(linked):
        found[linked] = np.bitwise_or.reduceat(front[links.indices], links.indptr[linked], axis=0)
    return found
