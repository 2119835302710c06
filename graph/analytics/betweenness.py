"""Betweenness: who stands on the shortest ways between others."""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.engine import shortest_path_shares
from backchannel.graph.analytics.simple import project

__all__ = ["betweenness", "betweenness_on"]


def betweenness(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """The share of shortest ways between two others that lead through a node, 0 to 1.

    Meaning: how often word that travels the shortest way would pass through here. Formula:
    b(v) = 2 / ((n-1)(n-2)) * sum over pairs {s,t} without v of sigma(s,t|v) / sigma(s,t), where
    sigma(s,t) counts the shortest paths and sigma(s,t|v) those through v; n counts all nodes of the
    network. Links are held contacts, all of length 1: two that spoke once can pass word on as
    well as two that spoke often.

    Edge cases: with fewer than three nodes, and for a node without links, it is 0. Unconnected pairs
    add nothing.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> betweenness(calls)
    {'a': 0.0, 'b': 1.0, 'c': 0.0}

    References: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40
    (1977) 35-41; computed as in U. Brandes, A faster algorithm for betweenness centrality, Journal
    of Mathematical Sociology 25 (2001) 163-177.
    """
    return betweenness_on(simple_of(project(network, "carrying", choices)))


def betweenness_on(simple: Simple) -> dict[str, float]:
    """As :func:`betweenness`, on a simple graph.

    >>> betweenness_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    return simple.by_node(shortest_path_shares(simple))
