"""From the multigraph of contacts to the simple graphs that the classical measures are defined on.

What is summed: every contact of the same two nodes, whatever its means, channel or date, becomes one
link; its weight is the number of distinct contacts, or what :class:`~.choices.Choices` says. What is
dropped: contacts of other outcomes than the ones asked for (by default only *held* ones carry: an
unanswered call connects nobody), contacts over whose outcome the sources disagree, contacts of a node
with itself, and the repetitions inside one contact (a series told as 'several calls' is one contact).
Nodes without a link stay: somebody who was called and never answered is part of the picture, with
nothing going through him.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast

import networkx as nx

from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.weights import contact_weights

__all__ = ["HELD", "PROJECTIONS", "carrying", "contacts_between", "project", "seeking", "side_of"]

HELD = frozenset({"held"})
Link = tuple[str, str, dict[str, Any]]

# The simple graphs there are, and what a link of each says.
PROJECTIONS = {
    "carrying": "undirected: the two were in contact",
    "seeking": "directed from who sought the contact; both ways where nobody says who did",
    "told": "directed from who sought the contact; contacts of which nobody says who did are left out",
}


def project(
    network: nx.MultiDiGraph[str], projection: str = "carrying", choices: Choices = DEFAULT
) -> nx.Graph[str]:
    """The simple graph of one of :data:`PROJECTIONS`, with links weighing what was chosen.

    The graph's ``weights`` hold what each contact weighs where they decay (elsewhere each weighs 1), an
    edge's ``contacts`` its contacts, its ``weight`` their sum, or 1 where the choice is binary. Raises
    ValueError for another projection.

    >>> calls = nx.MultiDiGraph()
    >>> for key in ("contact/1", "contact/2"):
    ...     _ = calls.add_edge("person/a", "person/b", contact=key, outcome="held", directed=key[-1] == "1")
    >>> [len(project(calls, projection).edges) for projection in PROJECTIONS]
    [1, 2, 1]
    >>> project(calls, choices=Choices(weight="binary")).edges["person/a", "person/b"]["weight"]
    1
    """
    if projection not in PROJECTIONS:
        raise ValueError(f"expected a projection of {', '.join(PROJECTIONS)}; found {projection!r}")
    graph: nx.Graph[str] = nx.Graph() if projection == "carrying" else nx.DiGraph()
    _copy_nodes(network, graph)
    for (one, other), contacts in _gathered(network, projection, choices).items():
        graph.add_edge(one, other, contacts=tuple(sorted(contacts)), weight=len(contacts))
    _weigh(graph, network, choices)
    return graph


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
    return project(network, "carrying", Choices(tuple(outcomes), contested))


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
    graph = project(network, "seeking", Choices(tuple(outcomes), contested))
    return cast("nx.DiGraph[str]", graph)


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
    links = _links(network, Choices(tuple(outcomes), contested))
    return sorted(links, key=lambda link: (link[2]["contact"], *link[:2]))


def side_of(network: nx.Graph[str], node: str) -> str | None:
    """The state a node stands for: itself, where nodes are states.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("person/a", state="state/us")
    >>> graph.add_node("state/ru")
    >>> side_of(graph, "person/a"), side_of(graph, "state/ru")
    ('state/us', 'state/ru')
    """
    if node.startswith("state/"):
        return node
    state = network.nodes[node].get("state")
    return None if state is None else str(state)


def _links(network: nx.MultiDiGraph[str], choices: Choices) -> Iterator[Link]:
    for one, other, data in network.edges(data=True):
        agreed = choices.contested or not data.get("contested")
        inside = data.get("certain") or not choices.certain
        if one != other and data["outcome"] in choices.outcomes and agreed and inside:
            yield one, other, data


def _gathered(
    network: nx.MultiDiGraph[str], projection: str, choices: Choices
) -> dict[tuple[str, str], set[str]]:
    """The contacts of each link, links in sorted order, so that sums of floats are always taken alike."""
    found: dict[tuple[str, str], set[str]] = {}
    for one, other, data in _links(network, choices):
        for ends in _ends(one, other, bool(data.get("directed")), projection):
            found.setdefault(ends, set()).add(data["contact"])
    return dict(sorted(found.items()))


def _ends(one: str, other: str, directed: bool, projection: str) -> tuple[tuple[str, str], ...]:
    if projection == "carrying":
        return ((min(one, other), max(one, other)),)
    if directed:
        return ((one, other),)
    return ((one, other), (other, one)) if projection == "seeking" else ()


def _weigh(graph: nx.Graph[str], network: nx.MultiDiGraph[str], choices: Choices) -> None:
    weights = contact_weights(network, choices)
    graph.graph["weights"] = weights
    for _, _, data in graph.edges(data=True):
        if choices.weight == "binary":
            data["weight"] = 1
        elif weights:
            data["weight"] = sum(weights[contact] for contact in data["contacts"])


def _copy_nodes(network: nx.MultiDiGraph[str], graph: nx.Graph[str]) -> None:
    graph.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
