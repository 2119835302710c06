"""k-cores: who belongs to a group in which everybody keeps up many contacts."""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.engine import core_numbers
from backchannel.graph.analytics.simple import project

__all__ = ["core", "core_on"]


def core(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """The greatest k for which a node belongs to the k-core.

    Meaning: a node of core 3 stands in a group each of whose members is linked with at least three others of
    it; one with many counterparts who know nobody else has core 1. Formula: the k-core is what remains after
    nodes with fewer than k links have been taken out again and again; core(v) = max{k : v in the k-core}.

    Edge cases: a node without links has 0. Weights are not used.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "bc", "ca", "ad")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held")
    >>> core(calls)
    {'a': 2.0, 'b': 2.0, 'c': 2.0, 'd': 1.0}

    References: S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983) 269-287;
    computed as in V. Batagelj and M. Zaversnik, An O(m) algorithm for cores decomposition of networks,
    Advances in Data Analysis and Classification 5 (2011) 129-145.
    """
    return core_on(simple_of(project(network, "carrying", choices)))


def core_on(simple: Simple) -> dict[str, float]:
    """As :func:`core`, on a simple graph.

    >>> core_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 1.0, 'b': 1.0, 'c': 1.0}
    """
    return simple.by_node(core_numbers(simple))
