"""Harmonic closeness: how near a node is to all others, also where not all can be reached."""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.reach import reciprocal_distances
from backchannel.graph.analytics.simple import project

__all__ = ["harmonic_closeness", "harmonic_closeness_on"]


def harmonic_closeness(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
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
    return harmonic_closeness_on(simple_of(project(network, "carrying", choices)))


def harmonic_closeness_on(simple: Simple) -> dict[str, float]:
    """As :func:`harmonic_closeness`, on a simple graph.

    >>> harmonic_closeness_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 0.75, 'b': 1.0, 'c': 0.75}
    """
    return simple.by_node(reciprocal_distances(simple.matrix(weighted=False)) / max(len(simple) - 1, 1))
