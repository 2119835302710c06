"""Articulation points: whose loss would leave others without any way to each other.

Those of graph theory, in the whole network; who links two given states is in :mod:`.bridges`.
"""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.engine import blocks
from backchannel.graph.analytics.simple import project

__all__ = ["cut_points", "cut_points_on"]


def cut_points(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float]:
    """How many further parts the network falls into without a node.

    Meaning: 0 where the others still reach each other without it; 1 and more for an articulation point.
    Formula: parts of the network without v - parts of it with v; equal to the number of blocks (greatest
    parts without an articulation point of their own) that v belongs to, less 1.

    Edge cases: a node without links has 0, although its own part is gone with it. Weights are not used.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "bc", "bd")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held")
    >>> cut_points(calls)
    {'a': 0.0, 'b': 2.0, 'c': 0.0, 'd': 0.0}

    Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
    Communications of the ACM 16 (1973) 372-378.
    """
    return cut_points_on(simple_of(project(network, "carrying", choices)))


def cut_points_on(simple: Simple) -> dict[str, float]:
    """As :func:`cut_points`, on a simple graph.

    >>> cut_points_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    found = np.zeros(len(simple))
    for node, names in blocks(simple).items():
        found[node] = len(names) - 1
    return simple.by_node(found)
