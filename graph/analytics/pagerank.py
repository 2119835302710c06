"""PageRank: who is sought by those who are sought."""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.simple import seeking

__all__ = ["DAMPING", "pagerank"]

DAMPING = 0.85


def pagerank(
    network: nx.MultiDiGraph[str], damping: float = DAMPING, contested: bool = False
) -> dict[str, float]:
    """The share of time a random walker spends at each node; the shares add up to 1.

    Meaning: a node is weighty when weighty nodes turn to it. The walker follows contacts from the
    seeker to the sought (both ways where nobody says who sought), in proportion to their number, and
    with probability 1 - ``damping`` jumps to any node. Formula: p(v) = (1-d)/n + d * (sum over u of
    p(u) w(u,v) / w(u) + D/n), where w(u,v) is the number of held contacts u sought with v, w(u)
    their sum, and D the total of p over nodes that sought none. Solved by power iteration until the
    shares change by less than 1e-12 in sum per node.

    Edge cases: an empty network gives an empty answer; without any link all shares are 1/n.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> {node: round(value, 3) for node, value in pagerank(calls).items()}
    {'a': 0.351, 'b': 0.649}

    Reference: L. Page, S. Brin, R. Motwani and T. Winograd, The PageRank citation ranking, Stanford
    InfoLab 1999-66 (1999); nodes without outgoing links as in A. Langville and C. Meyer, Deeper
    inside PageRank, Internet Mathematics 1 (2004) 335-380.
    """
    graph = seeking(network, contested=contested)
    ranks = nx.pagerank(graph, alpha=damping, tol=1e-12, max_iter=1000, weight="weight")
    return {node: float(value) for node, value in ranks.items()}
