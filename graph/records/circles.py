"""Which nodes of a graph lie on a circle (strongly connected components)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

__all__ = ["circles"]


def circles(edges: Mapping[str, Iterable[str]]) -> set[str]:
    """The nodes from which, along the edges, one comes back to them.

    >>> sorted(circles({"a": ["b"], "b": ["a"], "c": ["a"], "d": ["d"]}))
    ['a', 'b', 'd']
    """
    graph = nx.DiGraph((start, end) for start, ends in edges.items() for end in ends)
    rings = {node for part in nx.strongly_connected_components(graph) if len(part) > 1 for node in part}
    return rings.union(node for node in graph if graph.has_edge(node, node))
