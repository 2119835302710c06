"""From the multigraph of contacts to the simple graphs that the classical measures are defined on.

What is summed: every contact of the same two nodes, whatever its means, channel or date, becomes one
link; its weight is the number of distinct contacts. What is dropped: contacts of other outcomes than
the ones asked for (by default only *held* ones carry: an unanswered call connects nobody), contacts
over whose outcome the sources disagree, contacts of a node with itself, and the repetitions inside
one contact (a series told as 'several calls' is one contact). Nodes without a link stay: somebody who
was called and never answered is part of the picture, with nothing going through him.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import networkx as nx

__all__ = ["HELD", "carrying", "contacts_between", "seeking"]

HELD = frozenset({"held"})
Link = tuple[str, str, dict[str, Any]]


def carrying(
    network: nx.MultiDiGraph[str], outcomes: Collection[str] = HELD, contested: bool = False
) -> nx.Graph[str]:
    """The undirected simple graph of who is linked with whom.

    ``network`` is a projection at any level; ``outcomes`` the outcomes that make a link;
    ``contested`` whether contacts on whose outcome the sources disagree count. Each edge has
    ``weight`` (distinct contacts, at least 1) and ``contacts`` (their keys, sorted). The same contact
    is counted once, however many parallel edges it has.

    >>> calls = nx.MultiDiGraph()
    >>> for key, outcome in (("contact/1", "held"), ("contact/2", "held"), ("contact/3", "refused")):
    ...     _ = calls.add_edge("person/a", "person/b", contact=key, outcome=outcome, contested=False)
    >>> calls.add_node("person/c")
    >>> graph = carrying(calls)
    >>> graph["person/b"]["person/a"]["weight"], sorted(graph)
    (2, ['person/a', 'person/b', 'person/c'])
    """
    graph: nx.Graph[str] = nx.Graph()
    _copy_nodes(network, graph)
    for one, other, data in _links(network, outcomes, contested):
        _add(graph, one, other, data["contact"])
    return graph


def seeking(
    network: nx.MultiDiGraph[str], outcomes: Collection[str] = HELD, contested: bool = False
) -> nx.DiGraph[str]:
    """The directed simple graph of who turned to whom.

    As :func:`carrying`, but a link runs from the one who sought the contact to the other; where the
    sources don't say who did, it runs both ways.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held", directed=False)
    >>> sorted(seeking(calls).edges)
    [('a', 'b'), ('b', 'c'), ('c', 'b')]
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    _copy_nodes(network, graph)
    for one, other, data in _links(network, outcomes, contested):
        _add(graph, one, other, data["contact"])
        if not data.get("directed"):
            _add(graph, other, one, data["contact"])
    return graph


def contacts_between(
    network: nx.MultiDiGraph[str], outcomes: Collection[str] = HELD, contested: bool = False
) -> list[Link]:
    """The edges that count, as (from, to, attributes), in a fixed order.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "a", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "a", contact="contact/2", outcome="held")
    >>> [(one, other) for one, other, data in contacts_between(calls)]
    [('b', 'a')]
    """
    return sorted(_links(network, outcomes, contested), key=lambda link: (link[2]["contact"], *link[:2]))


def _links(network: nx.MultiDiGraph[str], outcomes: Collection[str], contested: bool) -> Iterator[Link]:
    for one, other, data in network.edges(data=True):
        if one != other and data["outcome"] in outcomes and (contested or not data.get("contested")):
            yield one, other, data


# Nodes go in sorted, so that sums of floats are taken in the same order on every run.
def _copy_nodes(network: nx.MultiDiGraph[str], graph: nx.Graph[str]) -> None:
    graph.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))


def _add(graph: nx.Graph[str], one: str, other: str, contact: str) -> None:
    known = graph.edges[one, other]["contacts"] if graph.has_edge(one, other) else ()
    contacts = tuple(sorted({*known, contact}))
    graph.add_edge(one, other, contacts=contacts, weight=len(contacts))
