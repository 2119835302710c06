"""Random networks on which the measures are compared with networkx and with their definitions."""

from __future__ import annotations

import random

import networkx as nx

from backchannel.graph.analytics import OUTCOMES

__all__ = ["STATES", "random_network"]

STATES = ("state/a", "state/a", "state/b", "state/b", "state/c", None)


def random_network(seed: int) -> nx.MultiDiGraph[str]:
    """Parallel contacts, loops, isolates, several parts, all outcomes, some contested, some of several."""
    rng = random.Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(level="person")
    nodes = [f"person/{number}" for number in range(rng.randint(0, 9))]
    for node in nodes:
        graph.add_node(node, state=rng.choice(STATES), label=node)
    for number in range(rng.randint(0, 16) if nodes else 0):
        contact, outcome = f"contact/{number}", rng.choice(OUTCOMES + ("held",) * 6)
        contested, directed = rng.random() < 0.1, rng.random() < 0.5
        for _ in range(rng.choice((1, 1, 1, 2))):
            one, other = rng.choice(nodes), rng.choice(nodes)
            month = rng.randint(1, 12)
            earliest, latest = f"2021-{month:02d}-01T00:00:00Z", f"2022-{month:02d}-01T00:00:00Z"
            about = {"contact": contact, "outcome": outcome, "contested": contested, "directed": directed}
            about |= {"claims": (f"claim/{number}",), "earliest": earliest, "latest": latest}
            graph.add_edge(one, other, key=contact, certain=number % 3 > 0, **about)
    return graph
