"""Burt's constraint: how far a node's contacts are also in contact with each other."""

from __future__ import annotations

import math

import networkx as nx

from backchannel.graph.analytics.simple import carrying

__all__ = ["constraint"]


def constraint(network: nx.MultiDiGraph[str], contested: bool = False) -> dict[str, float | None]:
    """How much of a node's contact goes, directly or through others, back to a single counterpart.

    Meaning: low constraint marks a broker, whose counterparts don't speak with each other; one with
    a single counterpart has 1. Formula: c(u) = sum over v of (p(u,v) + sum over q of p(u,q) p(q,v))^2
    with v and q counterparts of u, q not u and not v, and p(u,v) = w(u,v) / sum over x of w(u,x), the
    share of u's held contacts that were with v. It can exceed 1 where two are bound to each other
    and to a third.

    Edge cases: a node without links has None (its constraint is not defined, and it is no broker).

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> calls.add_node("d")
    >>> constraint(calls)
    {'a': 1.0, 'b': 0.5, 'c': 1.0, 'd': None}

    References: R. S. Burt, Structural Holes, Harvard University Press (1992), chapter 2; and Structural
    holes and good ideas, American Journal of Sociology 110 (2004) 349-399.
    """
    graph = carrying(network, contested=contested)
    if not graph.size():  # networkx has no matrix of an empty graph
        return dict.fromkeys(graph)
    values = nx.constraint(graph, weight="weight")
    return {node: None if math.isnan(value) else float(value) for node, value in values.items()}
