"""The engine behind the measures on the structure of a graph: rustworkx, on the arrays of a simple graph.

networkx is what callers give and what the tests compare with. This is the only file of the measures that
knows the engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import rustworkx as rx

from backchannel.graph.analytics.arrays import Floats, Simple, Whole, shared

__all__ = ["blocks", "bridge_links", "core_numbers", "distances", "passages"]


@shared
def graph_of(simple: Simple) -> rx.PyGraph[int, None]:
    """The links as the engine's own graph, nodes by their numbers."""
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(simple)))
    graph.add_edges_from_no_data(list(zip(simple.sources.tolist(), simple.targets.tolist(), strict=True)))
    return graph


def core_numbers(simple: Simple) -> list[int]:
    """The core number of each node, in the order of the nodes."""
    found: Mapping[int, int] = rx.graph_core_number(graph_of(simple))  # type: ignore[assignment] # a slip of its stub
    return list(map(found.__getitem__, range(len(simple))))


def blocks(simple: Simple) -> dict[int, set[int]]:
    """The blocks (biconnected parts) that meet at each articulation point, by numbers of their own."""
    points = set(rx.articulation_points(graph_of(simple)))
    if not points:
        return {}
    parts: Mapping[tuple[int, int], int] = rx.biconnected_components(graph_of(simple))
    found: dict[int, set[int]] = defaultdict(set)
    for (one, other), block in parts.items():
        if one in points:
            found[one].add(block)
        if other in points:
            found[other].add(block)
    return found


def bridge_links(simple: Simple) -> Whole:
    """The links without which a part falls into two, sorted, the lower number first; two columns."""
    found = np.array(list(rx.bridges(graph_of(simple))), dtype=np.int64).reshape(-1, 2)
    found.sort(axis=1)
    return found[np.lexsort(found.T[::-1])]


def distances(adjacent: Floats) -> Floats:
    """How many links lie between each two nodes, from the matrix of who is linked with whom; inf: no way."""
    found: Floats = rx.distance_matrix(_of_matrix(adjacent), null_value=np.inf)
    return found


def passages(adjacent: Floats) -> Floats:
    """How much of the shortest ways between all ordered pairs of others leads through each node.

    In one thread: several add up in an order of their own, and the last digits would be others each time.
    """
    graph = _of_matrix(adjacent)
    found = rx.betweenness_centrality(graph, normalized=False, parallel_threshold=len(graph) + 1)
    return 2 * np.array([found[node] for node in graph.node_indices()])


def _of_matrix(adjacent: Floats) -> rx.PyGraph[int, float]:
    return rx.PyGraph.from_adjacency_matrix(adjacent, null_value=0.0)
