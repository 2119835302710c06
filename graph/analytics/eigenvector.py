"""Eigenvector centrality: who is in touch with those who are much in touch themselves."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import eigsh

from backchannel.graph.analytics.arrays import Floats, Simple, simple_of
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
    weights = simple.matrix()
    leading = [part for part in _leading_parts(weights) if len(part)]
    found = np.zeros(len(simple))
    if not leading:
        found[:] = 1.0
    for part in leading:
        vector = _leading(weights[part][:, part])[1]
        found[part] = vector * vector.sum()
    return simple.by_node(found / max(math.sqrt(math.fsum(found**2)), 1e-300))


def _leading_parts(weights: sparse.csr_array) -> list[np.ndarray]:
    """The nodes of each part with links whose eigenvalue is the greatest of all.

    No eigenvalue exceeds the greatest strength of its part, so most small parts need none computed.
    """
    _, part = connected_components(weights, directed=False)
    strength = weights.sum(axis=1)
    bound = np.zeros(part.max(initial=-1) + 1)
    np.maximum.at(bound, part, strength)
    best, found = 0.0, []
    for place in sorted(np.flatnonzero(bound > 0), key=lambda one: -bound[one]):
        if bound[place] < best * (1 - SAME):
            break
        nodes = np.flatnonzero(part == place)
        value = _leading(weights[nodes][:, nodes])[0]
        best = max(best, value)
        found.append((value, nodes))
    return [nodes for value, nodes in found if value >= best * (1 - SAME)]


def _leading(weights: sparse.csr_array) -> tuple[float, Floats]:
    """The greatest eigenvalue of a connected part, and its vector, whose values are all positive."""
    if weights.shape[0] <= DENSE:
        values, vectors = np.linalg.eigh(weights.toarray())
        return float(values[-1]), np.abs(vectors[:, -1])
    values, vectors = eigsh(weights, k=1, which="LA", v0=np.ones(weights.shape[0]), tol=0)
    return float(values[0]), np.abs(vectors[:, 0])
