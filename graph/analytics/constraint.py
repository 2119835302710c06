"""Burt's constraint: how far a node's contacts are also in contact with each other."""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project
from backchannel.graph.analytics.triads import at_links, shares

__all__ = ["constraint", "constraint_on"]


def constraint(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
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
    return constraint_on(simple_of(project(network, "carrying", choices)))


def constraint_on(simple: Simple) -> dict[str, float | None]:
    """As :func:`constraint`, on a simple graph; a link that weighs nothing is none.

    >>> constraint_on(simple_of(nx.path_graph(["a", "b", "c"])))
    {'a': 1.0, 'b': 0.5, 'c': 1.0}
    """
    weights = simple.matrix()
    share = shares(weights)
    bound = (share + at_links(share, share, weights)).power(2).sum(axis=1)
    linked = np.diff(weights.indptr) > 0
    return {
        node: float(value) if has else None
        for node, value, has in zip(simple.nodes, bound, linked, strict=True)
    }
