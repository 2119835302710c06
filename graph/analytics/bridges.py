"""Bridges: who links two states, and how much hangs on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import networkx as nx

from backchannel.graph.analytics.simple import HELD, carrying, contacts_between, side_of

__all__ = ["Bridge", "across", "bridges", "busiest_states", "side_of"]

Link = tuple[str, str, dict[str, Any]]

UNANSWERED = frozenset({"refused", "ignored"})
TRIED = frozenset({"attempted", "cancelled"})


@dataclass(frozen=True, slots=True)
class Bridge:
    """One node's part in the contacts between two states.

    ``counterparts`` are the nodes it held contact with on the other side (for a node of a third
    state: on both sides); ``held``, ``unanswered`` and ``tried`` count distinct contacts across: held,
    refused or ignored, and attempts whose end nobody tells. ``share`` is held contacts across in
    which it took part as a part of all of them (0 to 1; None if there are none), ``between`` its
    share of the shortest ways from one state's officials to the other's, ends not counted, and
    ``last`` the stamp by which its latest held contact across had certainly happened.
    """

    node: str
    side: str | None
    counterparts: tuple[str, ...] = ()
    held: int = 0
    unanswered: int = 0
    tried: int = 0
    share: float | None = None
    between: float = 0.0
    last: str | None = None
    claims: tuple[str, ...] = field(default=(), compare=False)


def across(network: nx.MultiDiGraph[str], one: str, other: str, outcomes: Iterable[str]) -> list[Link]:
    """The uncontested contacts of some outcomes whose two ends belong to two given states.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("state/us", "state/ru", contact="contact/1", outcome="held")
    >>> len(across(graph, "state/ru", "state/us", ["held"]))
    1
    """
    ends = {one, other}
    links = contacts_between(network, frozenset(outcomes))
    return [link for link in links if {side_of(network, end) for end in link[:2]} == ends]


def busiest_states(network: nx.MultiDiGraph[str]) -> tuple[str, str] | None:
    """The two states with the most contacts and attempts between them; ties by key; None if none.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("state/us", "state/ru", contact="contact/1", outcome="refused")
    >>> _ = graph.add_edge("state/ru", "state/us", contact="contact/2", outcome="held")
    >>> _ = graph.add_edge("state/fr", "state/ru", contact="contact/3", outcome="held")
    >>> busiest_states(graph)
    ('state/ru', 'state/us')
    """
    met: set[tuple[str, str, str]] = set()
    for one, other, data in network.edges(data=True):
        ends = sorted({side_of(network, one) or "", side_of(network, other) or ""} - {""})
        if len(ends) == 2 and data["outcome"] != "proposed":
            met.add((ends[0], ends[1], data["contact"]))
    counts = Counter((one, other) for one, other, _ in met)
    return min(counts, key=lambda pair: (-counts[pair], pair)) if counts else None


def bridges(network: nx.MultiDiGraph[str], one: str, other: str) -> list[Bridge]:
    """Who bridges two states, the weightiest first.

    Meaning: who carries what passes between two capitals, and what would fall silent without him.
    Listed are all nodes of the two states with a contact or attempt across, and every node
    of a third state that held contact with both. A state itself is listed only where nodes are states,
    and then only third ones: what is told of 'Washington' and 'Moscow' alone counts among all contacts,
    but is nobody's doing. Formula of ``between``: the mean over all pairs
    (s, t) of an official s of one state and t of the other that are connected by held contacts, of
    sigma(s,t|v) / sigma(s,t): the share of their shortest ways that lead through v, 0 where v is s or t.

    Edge cases: two states without any contact give an empty list.

    >>> graph = nx.MultiDiGraph()
    >>> for node, state in (("a", "state/us"), ("b", "state/us"), ("c", "state/ru")):
    ...     graph.add_node(node, state=state)
    >>> _ = graph.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = graph.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> [(b.node, b.held, b.share, b.between) for b in bridges(graph, "state/us", "state/ru")]
    [('b', 1, 1.0, 0.5), ('c', 1, 1.0, 0.0)]

    References: betweenness on a subset of pairs: U. Brandes, On variants of shortest-path
    betweenness centrality, Social Networks 30 (2008) 136-145; brokerage between groups: R. V. Gould
    and R. M. Fernandez, Structures of mediation, Sociological Methodology 19 (1989) 89-126.
    """
    shares = path_shares(network, one, other)
    every = _keys(across(network, one, other, ["held"]))
    incident = _incident(network)
    nodes = [node for node in sorted(network) if _may_bridge(network, node, (one, other))]
    found = [_bridge(network, node, (one, other), incident[node], every) for node in nodes]
    kept = [bridge for bridge in found if bridge.counterparts or bridge.unanswered or bridge.tried]
    whole = [replace(bridge, between=shares[bridge.node]) for bridge in kept]
    return sorted(whole, key=lambda b: (-b.held, -round(b.between, 9), -b.unanswered, -b.tried, b.node))


def path_shares(network: nx.MultiDiGraph[str], one: str, other: str) -> dict[str, float]:
    """Each node's share of the shortest ways between the officials of two states, ends not counted.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("state/us", "state/tr", contact="contact/1", outcome="held")
    >>> _ = graph.add_edge("state/tr", "state/ru", contact="contact/2", outcome="held")
    >>> path_shares(graph, "state/us", "state/ru")["state/tr"]
    1.0
    """
    graph = carrying(network)
    sides = {side: [node for node in graph if side_of(network, node) == side] for side in (one, other)}
    pairs = connected_pairs(graph, sides[one], sides[other])
    if not pairs:
        return dict.fromkeys(graph, 0.0)
    sums = nx.betweenness_centrality_subset(graph, sides[one], sides[other])
    # networkx halves the sum of an undirected graph, as if each pair had been met from both ends.
    return {node: 2 * float(value) / pairs for node, value in sums.items()}


def connected_pairs(graph: nx.Graph[str], ones: list[str], others: list[str]) -> int:
    """How many pairs of one of these and one of those have a way between them.

    >>> connected_pairs(nx.Graph([("a", "b"), ("b", "c"), ("d", "e")]), ["a", "d"], ["b", "c"])
    2
    """
    groups = [set(group) for group in nx.connected_components(graph)]
    return sum(len(group.intersection(ones)) * len(group.intersection(others)) for group in groups)


def _bridge(
    network: nx.MultiDiGraph[str], node: str, states: tuple[str, str], links: list[Link], every: set[str]
) -> Bridge:
    side = side_of(network, node)
    mine = [link for link in links if side_of(network, _end(link, node)) in set(states) - {side}]
    if side not in states:
        mine = _mediating(network, node, mine)
    held = _of(mine, HELD)
    return Bridge(
        node=node,
        side=side,
        counterparts=tuple(sorted({_end(link, node) for link in held})),
        held=len(_keys(held)),
        unanswered=len(_keys(_of(mine, UNANSWERED))),
        tried=len(_keys(_of(mine, TRIED))),
        share=len(_keys(held) & every) / len(every) if every else None,
        last=max((str(data["latest"]) for *_, data in held if data.get("latest")), default=None),
        claims=tuple(sorted({claim for *_, data in mine for claim in data.get("claims", ())})),
    )


def _may_bridge(network: nx.MultiDiGraph[str], node: str, states: tuple[str, str]) -> bool:
    of_states = network.graph.get("level", "state") == "state"
    return not node.startswith("state/") or (of_states and node not in states)


def _incident(network: nx.MultiDiGraph[str]) -> dict[str, list[Link]]:
    """Each node's uncontested contacts, in a fixed order."""
    found: dict[str, list[Link]] = {node: [] for node in network}
    for link in contacts_between(network, HELD | UNANSWERED | TRIED):
        for end in link[:2]:
            found[end].append(link)
    return found


def _mediating(network: nx.MultiDiGraph[str], node: str, links: list[Link]) -> list[Link]:
    """The held contacts of somebody from a third state, where they reach both sides."""
    held = _of(links, HELD)
    reached = {side_of(network, _end(link, node)) for link in held}
    return held if len(reached) == 2 else []


def _end(link: Link, node: str) -> str:
    return link[1] if link[0] == node else link[0]


def _of(links: list[Link], outcomes: frozenset[str]) -> list[Link]:
    return [link for link in links if link[2]["outcome"] in outcomes]


def _keys(links: list[Link]) -> set[str]:
    return {link[2]["contact"] for link in links}
