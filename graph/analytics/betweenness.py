"""Betweenness: who stands on the shortest ways between others."""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Floats, Simple, Step, Whole, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.dependencies import dependencies
from backchannel.graph.analytics.sampling import Sampled, drawn, sampled
from backchannel.graph.analytics.simple import project

__all__ = ["betweenness", "betweenness_on", "betweenness_sampled"]

# Nodes times links up to which every source is taken: a minute or two.
EXACT = 2_000_000_000


def betweenness(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """The share of shortest ways between two others that lead through a node, 0 to 1.

    Meaning: how often word that travels the shortest way would pass through here. Formula:
    b(v) = 2 / ((n-1)(n-2)) * sum over pairs {s,t} without v of sigma(s,t|v) / sigma(s,t), where
    sigma(s,t) counts the shortest paths and sigma(s,t|v) those through v; n counts all nodes of the
    network. Links are held contacts, all of length 1: two that spoke once can pass word on as
    well as two that spoke often.

    Edge cases: with fewer than three nodes, and for a node without links, it is 0. Unconnected pairs
    add nothing. Where nodes times links exceed EXACT, some sources s are drawn and the result has an
    error, see :mod:`.sampling`.

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


def betweenness_on(simple: Simple, step: Step | None = None) -> dict[str, float]:
    """As :func:`betweenness`, on a simple graph; ``step`` is told how many sources are done.

    >>> betweenness_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    size = len(simple)
    if size * len(simple.sources) > EXACT:
        return betweenness_sampled(simple, drawn(simple), step)
    return simple.by_node(_sums(simple, np.arange(size), step)[0] / max(size - 1, 1))


def betweenness_sampled(simple: Simple, sources: Whole, step: Step | None = None) -> Sampled:
    """As :func:`betweenness`, from some sources drawn with replacement, with the error of each value.

    >>> path = simple_of(nx.path_graph(["a", "b", "c"]))
    >>> found = betweenness_sampled(path, drawn(path))
    >>> abs(found["b"] - 1) < found.errors["b"] < 0.1
    True
    """
    return sampled(simple, *_sums(simple, sources, step), len(sources))


def _sums(simple: Simple, sources: Whole, step: Step | None) -> tuple[Floats, Floats]:
    """The sums over some sources of how much of their ways leads through each node, and of the squares."""
    sums, squares = np.zeros(len(simple)), np.zeros(len(simple))
    others = max(len(simple) - 2, 1)
    for done, found in dependencies(simple.matrix(weighted=False), sources):
        sums += found.sum(axis=1) / others
        squares += (found**2).sum(axis=1) / others**2
        if step:
            step(done, len(sources))
    return sums, squares
