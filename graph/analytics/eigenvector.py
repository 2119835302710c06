"""Eigenvector centrality: who is in touch with those who are much in touch themselves."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import eigsh

from backchannel.graph.analytics.arrays import Floats, Simple, Whole, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project

__all__ = ["eigenvector", "eigenvector_on"]

DENSE = 300  # nodes up to which all eigenvalues are computed at once; beyond, only the greatest is sought
SAME = 1e-12  # eigenvalues that differ by less, relatively, are taken for equal


def eigenvector(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """A node's part in the leading eigenvector of the network; the squares of all add up to 1.

    Meaning: a node weighs as much as the nodes it is linked with, in proportion to their contacts. Formula:
    x(v) = 1/L * sum over u of w(u,v) x(u), L being the greatest eigenvalue of the matrix of weights w.

    Edge cases: in a network of several parts only the part with the greatest L has values, the others have
    0; where several parts share it, x is the limit of power iteration from equal values, which is what
    networkx iterates to. Without any link every node has 1/sqrt(n).

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> {node: round(value, 3) for node, value in eigenvector(calls).items()}
    {'a': 0.5, 'b': 0.707, 'c': 0.5}

    Reference: P. Bonacich, Power and centrality: a family of measures, American Journal of Sociology 92
    (1987) 1170-1182; uniqueness within a part: the theorem of Perron and Frobenius.
    """
    return eigenvector_on(simple_of(project(network, "carrying", choices)))


def eigenvector_on(simple: Simple) -> dict[str, float]:
    """As :func:`eigenvector`, on a simple graph; a link that weighs nothing is none.

    >>> found = eigenvector_on(simple_of(nx.star_graph(["a", "b", "c"])))
    >>> {node: round(value, 3) for node, value in found.items()}
    {'a': 0.707, 'b': 0.5, 'c': 0.5}
    """
    found = np.zeros(len(simple))
    leading = _leading_parts(simple.matrix())
    for nodes, vector in leading:
        found[nodes] = vector * vector.sum()
    if not leading:
        found[:] = 1.0
    return simple.by_node(found / (np.linalg.norm(found) or 1.0))


def _leading_parts(weights: sparse.csr_array) -> list[tuple[Whole, Floats]]:
    """The nodes, and their vector, of each part with links whose eigenvalue is the greatest of all.

    No eigenvalue exceeds the greatest strength of its part, so most small parts need none computed.
    """
    best, found = 0.0, []
    for bound, nodes in _parts(weights):
        if bound < best * (1 - SAME):
            break
        whole = len(nodes) == weights.shape[0]
        value, vector = _leading(weights if whole else weights[nodes][:, nodes])
        best = max(best, value)
        found.append((value, nodes, vector))
    return [(nodes, vector) for value, nodes, vector in found if value >= best * (1 - SAME)]


def _parts(weights: sparse.csr_array) -> Iterator[tuple[float, Whole]]:
    """The parts with links by their greatest strength, the greatest first, each with its nodes."""
    # In a symmetric matrix strong parts are the parts, and finding them needs no transposed copy.
    count, part = connected_components(weights, connection="strong")
    bound = np.zeros(count)
    np.maximum.at(bound, part, weights.sum(axis=1))
    order = sorted(np.flatnonzero(bound > 0).tolist(), key=lambda place: (-bound[place], place))
    for place in order:
        yield float(bound[place]), np.flatnonzero(part == place)


def _leading(weights: sparse.csr_array) -> tuple[float, Floats]:
    """The greatest eigenvalue of a connected part, and its vector, whose values are all positive."""
    if weights.shape[0] <= DENSE:
        values, vectors = np.linalg.eigh(weights.toarray())
        return float(values[-1]), np.abs(vectors[:, -1])
    values, vectors = eigsh(weights, k=1, which="LA", v0=np.ones(weights.shape[0]), tol=0)
    return float(values[0]), np.abs(vectors[:, 0])
