"""The fast engine behind the heavy measures: rustworkx, on the arrays of a simple graph.

networkx is what callers give and what the tests compare with; both have the same results to 1e-9. This
is the only file of the measures that knows the engine.
"""

from __future__ import annotations

import numpy as np
import rustworkx as rx

from backchannel.graph.analytics.arrays import Floats, Simple

__all__ = ["shortest_path_shares"]

PARALLEL = 50  # nodes from which rustworkx uses several threads; below, they cost more than they save


def graph_of(simple: Simple) -> rx.PyGraph[int, None]:
    """The links as the engine's own graph, nodes by their numbers."""
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(simple)))
    graph.add_edges_from_no_data(list(zip(simple.sources.tolist(), simple.targets.tolist(), strict=True)))
    return graph


def shortest_path_shares(simple: Simple) -> Floats:
    """Each node's betweenness, normalised, in the order of the nodes."""
    found = rx.graph_betweenness_centrality(graph_of(simple), parallel_threshold=PARALLEL)
    return np.array([found[node] for node in range(len(simple))], dtype=np.float64)
