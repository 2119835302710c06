"""PageRank: who is sought by those who are sought."""

from __future__ import annotations

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project

__all__ = ["DAMPING", "pagerank", "pagerank_on"]

DAMPING = 0.85
NEAR = 1e-11  # the change of all shares together at which the iteration ends


def pagerank(
    network: nx.MultiDiGraph[str], damping: float = DAMPING, choices: Choices = DEFAULT
) -> dict[str, float]:
    """The share of time a random walker spends at each node; the shares add up to 1.

    Meaning: a node is weighty when weighty nodes turn to it. The walker follows contacts from the
    seeker to the sought (both ways where nobody says who sought), in proportion to their number, and
    with probability 1 - ``damping`` jumps to any node. Formula: p(v) = (1-d)/n + d * (sum over u of
    p(u) w(u,v) / w(u) + D/n), where w(u,v) is the number of held contacts u sought with v, w(u)
    their sum, and D the total of p over nodes that sought none. Solved by power iteration until the
    shares change by less than 1e-11 in sum, so that none is off by 1e-10.

    Edge cases: an empty network gives an empty answer; without any link all shares are 1/n.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> {node: round(value, 3) for node, value in pagerank(calls).items()}
    {'a': 0.351, 'b': 0.649}

    Reference: L. Page, S. Brin, R. Motwani and T. Winograd, The PageRank citation ranking, Stanford
    InfoLab 1999-66 (1999); nodes without outgoing links as in A. Langville and C. Meyer, Deeper
    inside PageRank, Internet Mathematics 1 (2004) 335-380.
    """
    return pagerank_on(simple_of(project(network, "seeking", choices)), damping)


def pagerank_on(simple: Simple, damping: float = DAMPING) -> dict[str, float]:
    """As :func:`pagerank`, on a simple graph; a link that weighs nothing is none.

    >>> {node: round(value, 3) for node, value in pagerank_on(simple_of(nx.DiGraph([("a", "b")]))).items()}
    {'a': 0.351, 'b': 0.649}
    """
    size = max(len(simple), 1)
    weights = simple.matrix()
    out = weights.sum(axis=1)
    ends = out == 0
    steps = weights.T.tocsr()
    share = damping / np.where(ends, 1.0, out)
    ranks = np.full(len(simple), 1 / size)
    for _ in range(1000):
        before = ranks
        ranks = steps @ (before * share) + (damping * before[ends].sum() + 1 - damping) / size
        if np.abs(ranks - before).sum() < NEAR:
            break
    return simple.by_node(ranks / ranks.sum())
