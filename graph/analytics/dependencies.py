"""Shortest ways from many sources at once, and how much they depend on each node.

Brandes's accumulation in the language of linear algebra: some sources are columns of one matrix, and a step
outwards or back of all of them is one product with the links (scipy's). Sources are taken in parts of a
fixed size, by several threads, and added up in their order, so that neither the number of processors nor
the order in which threads end changes a digit.

References: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25
(2001) 163-177; E. Robinson, Complex graph algorithms, in J. Kepner and J. Gilbert (eds.), Graph Algorithms
in the Language of Linear Algebra, SIAM (2011), chapter 6.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy import sparse

from backchannel.graph.analytics.arrays import Floats, Whole

__all__ = ["dependencies"]

TOGETHER = 16  # sources whose columns stay in the processor's cache


def dependencies(links: sparse.csr_array, sources: Whole) -> Iterator[tuple[int, Floats]]:
    """How much the shortest ways from each source to all others depend on each node, some sources at a time.

    ``links``: the adjacency matrix (ones) of an undirected graph. Yields how many sources are done, and a
    matrix nodes x sources of these: sum over t of sigma(s,t|v) / sigma(s,t), 0 where v is s.

    >>> path = sparse.csr_array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    >>> [found.tolist() for _, found in dependencies(path, np.arange(3))]
    [[[0.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 0.0, 0.0]]]
    """
    parts = [sources[start : start + TOGETHER] for start in range(0, len(sources), TOGETHER)]
    done, threads = 0, os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        for start in range(0, len(parts), 4 * threads):  # few at a time, so that few results are held
            several = parts[start : start + 4 * threads]
            for found in pool.map(lambda part: _back(links, _outwards(links, part)), several):
                done += found.shape[1]
                yield done, found


def _outwards(links: sparse.csr_array, sources: Whole) -> list[Floats]:
    """By distance from each source, the number of shortest ways to each node that stands at it."""
    first = np.zeros((links.shape[0], len(sources)))
    first[sources, np.arange(len(sources))] = 1.0
    reached, levels = first != 0, [first]
    while True:
        ways = links @ levels[-1]
        ways[reached] = 0.0
        if not ways.any():
            return levels
        reached |= ways != 0
        levels.append(ways)


def _back(links: sparse.csr_array, levels: list[Floats]) -> Floats:
    """From the farthest level inwards: what hangs on each node is shared out among the ways to it."""
    hanging = np.zeros_like(levels[0])
    for distance in range(len(levels) - 1, 1, -1):
        ways = levels[distance]
        a_way = np.divide(1.0 + hanging, ways, out=np.zeros_like(ways), where=ways != 0)
        hanging += (links @ a_way) * levels[distance - 1]
    return hanging
