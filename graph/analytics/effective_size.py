"""Burt's effective size: how many of a node's counterparts are not reached through one another."""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project
from backchannel.graph.analytics.triads import at_links, shares

__all__ = ["effective_size", "effective_size_on"]


def effective_size(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
    """The number of a node's counterparts less what is redundant among them.

    Meaning: five counterparts who never speak with each other count as five, five who all do as little more
    than one. Formula: e(u) = sum over v of (1 - sum over q of p(u,q) m(v,q)), v and q counterparts of u, q
    not v, with p(u,q) = w(u,q) / sum over x of w(u,x) and m(v,q) = w(v,q) / max over x of w(v,x). With equal
    weights it is n - 2t/n, for n counterparts with t links among them.

    Edge cases: a node without links has None; one with a single counterpart has 1.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "bc", "ca", "ad")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held")
    >>> {node: round(value, 3) for node, value in effective_size(calls).items()}
    {'a': 2.333, 'b': 1.0, 'c': 1.0, 'd': 1.0}

    References: R. S. Burt, Structural Holes, Harvard University Press (1992), chapter 2; S. P. Borgatti,
    Structural holes: unpacking Burt's redundancy measures, Connections 20 (1997) 35-38.
    """
    return effective_size_on(simple_of(project(network, "carrying", choices)))


def effective_size_on(simple: Simple) -> dict[str, float | None]:
    """As :func:`effective_size`, on a simple graph; a link that weighs nothing is none.

    >>> effective_size_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 1.0, 'b': 2.0, 'c': 1.0}
    """
    weights = simple.matrix()
    redundant = at_links(shares(weights), shares(weights, "max").T.tocsr(), weights).sum(axis=1)
    counterparts = np.diff(weights.indptr)
    return {
        node: float(others - less) if others else None
        for node, others, less in zip(simple.nodes, counterparts, redundant, strict=True)
    }
