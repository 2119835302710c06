"""Harmonic closeness: how near a node is to all others, also where not all can be reached."""

from __future__ import annotations

import math

import networkx as nx

from backchannel.graph.analytics.simple import carrying

__all__ = ["harmonic_closeness"]


def harmonic_closeness(network: nx.MultiDiGraph[str], contested: bool = False) -> dict[str, float]:
    """The mean of the reciprocal distances to all others, 0 to 1.

    Meaning: 1 for a node in direct contact with everybody, 1/2 where everybody is one go-between
    away, 0 for one who reaches nobody. Formula: h(v) = 1/(n-1) * sum over u != v of 1/d(u,v), with
    1/d = 0 where there is no way; d counts links (held contacts). Unlike plain closeness it needs no
    connected network.

    Edge cases: a node without links has 0; so has the only node of a network.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> calls.add_node("d")
    >>> {node: round(value, 3) for node, value in harmonic_closeness(calls).items()}
    {'a': 0.5, 'b': 0.667, 'c': 0.5, 'd': 0.0}

    References: M. Marchiori and V. Latora, Harmony in the small-world, Physica A 285 (2000) 539-546;
    Y. Rochat, Closeness centrality extended to unconnected graphs: the harmonic centrality index,
    ASNA (2009); P. Boldi and S. Vigna, Axioms for centrality, Internet Mathematics 10 (2014) 222-262.
    """
    graph = carrying(network, contested=contested)
    return {node: _nearness(graph, node) / max(len(graph) - 1, 1) for node in graph}


# fsum, because networkx adds up in the order of a set: the last digits would vary from run to run.
def _nearness(graph: nx.Graph[str], node: str) -> float:
    distances = nx.single_source_shortest_path_length(graph, node)
    return math.fsum(1 / distance for distance in distances.values() if distance)
