"""Harmonic closeness: how near a node is to all others, also where not all can be reached."""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Floats, Simple, Step, Whole, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.reach import distance_counts
from backchannel.graph.analytics.sampling import Sampled, drawn, sampled
from backchannel.graph.analytics.simple import project

__all__ = ["harmonic_closeness", "harmonic_closeness_on", "harmonic_closeness_sampled"]

# Nodes times links up to which every source is taken: a few minutes.
EXACT = 100_000_000_000


def harmonic_closeness(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """The mean of the reciprocal distances to all others, 0 to 1.

    Meaning: 1 for a node in direct contact with everybody, 1/2 where everybody is one go-between
    away, 0 for one who reaches nobody. Formula: h(v) = 1/(n-1) * sum over u != v of 1/d(u,v), with
    1/d = 0 where there is no way; d counts links (held contacts). Unlike plain closeness it needs no
    connected network.

    Edge cases: a node without links has 0; so has the only node of a network. Where nodes times links
    exceed EXACT the mean is taken over a sample of the others, see :mod:`.sampling`.

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


def harmonic_closeness_on(simple: Simple, step: Step | None = None) -> dict[str, float]:
    """As :func:`harmonic_closeness`, on a simple graph; ``step`` is told how many sources are done.

    >>> harmonic_closeness_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 0.75, 'b': 1.0, 'c': 0.75}
    """
    if len(simple) * len(simple.sources) > EXACT:
        return harmonic_closeness_sampled(simple, drawn(simple), step)
    return simple.by_node(_sums(simple, np.arange(len(simple)), step)[0] / max(len(simple) - 1, 1))


def harmonic_closeness_sampled(simple: Simple, sources: Whole, step: Step | None = None) -> Sampled:
    """As :func:`harmonic_closeness`, from some sources drawn with replacement, with the error of each value.

    >>> path = simple_of(nx.path_graph(["a", "b", "c"]))
    >>> found = harmonic_closeness_sampled(path, drawn(path))
    >>> abs(found["b"] - 1) < found.errors["b"] < 0.05
    True
    """
    return sampled(simple, *_sums(simple, sources, step), len(sources))


def _sums(simple: Simple, sources: Whole, step: Step | None) -> tuple[Floats, Floats]:
    """The sums of the reciprocal distances from some sources, and of their squares."""
    sums, squares = np.zeros(len(simple)), np.zeros(len(simple))
    for distance, count in enumerate(distance_counts(simple.matrix(weighted=False), sources, step), start=1):
        sums += count / distance
        squares += count / distance**2
    return sums, squares
