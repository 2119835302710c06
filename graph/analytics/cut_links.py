"""Bridges of graph theory: links whose loss would leave others without any way to each other.

Not to be confused with :mod:`.bridges`, the officials who link two given states.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import breadth_first_order, connected_components

from backchannel.graph.analytics.arrays import Simple, Whole, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.engine import bridge_links
from backchannel.graph.analytics.simple import project

__all__ = ["cut_links", "cut_links_on"]


def cut_links(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[tuple[str, str], float]:
    """The links that are the only way between two parts, each with how many pairs depend on it.

    Meaning: if these two no longer spoke, so many pairs could not pass word to each other any more. Formula:
    a link is a bridge if the parts of the network become more without it; its value is a * b, where a and b
    are the numbers of nodes on its two sides.

    Edge cases: links that are no bridge are not listed. Weights are not used: that two spoke often makes
    them no less indispensable.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "bc", "ca", "cd")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held")
    >>> cut_links(calls)
    {('c', 'd'): 3.0}

    Reference: R. E. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2
    (1974) 160-161.
    """
    return cut_links_on(simple_of(project(network, "carrying", choices)))


def cut_links_on(simple: Simple) -> dict[tuple[str, str], float]:
    """As :func:`cut_links`, on a simple graph; links in sorted order.

    >>> cut_links_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {('a', 'b'): 2.0, ('b', 'c'): 2.0}
    """
    found = bridge_links(simple)
    if not len(found):
        return {}
    names = [(simple.nodes[one], simple.nodes[other]) for one, other in found.tolist()]
    return dict(zip(names, _pairs(simple, found).astype(np.float64).tolist(), strict=True))


def _pairs(simple: Simple, found: Whole) -> Whole:
    """Of each bridge the nodes on one side times those on the other, in the forest that bridges make."""
    size = len(simple)
    keys = simple.sources * size + simple.targets
    kept = ~np.isin(keys, found[:, 0] * size + found[:, 1])
    rest = _matrix(simple.sources[kept], simple.targets[kept], size)
    count, group = connected_components(rest, directed=False)
    forest = _matrix(group[found[:, 0]], group[found[:, 1]], count)
    below, above = _below(forest, np.bincount(group, minlength=count))
    _, tree = connected_components(forest, directed=False)
    whole = np.bincount(tree[group], minlength=1)
    one, other = group[found].T
    child = np.where(above[one] == other, one, other)
    pairs: Whole = below[child] * (whole[tree[child]] - below[child])
    return pairs


def _below(forest: sparse.csr_array, sizes: Whole) -> tuple[Whole, Whole]:
    """Of each node of a forest the size of what hangs on it, and the node above it (-1 at a root)."""
    below, above = sizes.copy(), np.full(len(sizes), -1, dtype=np.int64)
    _, tree = connected_components(forest, directed=False)
    linked = np.flatnonzero(np.diff((forest + forest.T).tocsr().indptr))
    for root in linked[np.unique(tree[linked], return_index=True)[1]]:
        order, before = breadth_first_order(forest, root, directed=False)
        above[order[1:]] = before[order[1:]]
        for node in order[:0:-1].tolist():
            below[before[node]] += below[node]
    return below, above


def _matrix(rows: Whole, columns: Whole, size: int) -> sparse.csr_array:
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
