"""Degree: with how many others, and how often, by outcome and direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple
from backchannel.graph.analytics.choices import OUTCOMES
from backchannel.graph.analytics.simple import carrying, contacts_between, seeking

__all__ = [
    "Degree",
    "contacts_on",
    "counterparts_on",
    "degrees",
    "outcomes_present",
    "received_on",
    "sought_on",
]


@dataclass(frozen=True, slots=True)
class Degree:
    """One node's contacts of one outcome.

    ``counterparts`` is the degree proper: with how many distinct others; ``contacts`` the strength:
    distinct contacts; ``sought`` (out) those it sought, ``received`` (in) those others sought with
    it. A contact of which nobody says who sought it counts for both, so that ``sought`` and
    ``received`` together may exceed ``contacts``.
    """

    counterparts: int = 0
    contacts: int = 0
    sought: int = 0
    received: int = 0


def degrees(
    network: nx.MultiDiGraph[str], outcome: str = "held", contested: bool = False
) -> dict[str, Degree]:
    """Each node's degree for one outcome.

    Meaning: how active a node is, and how it is sought. Formula: with C(u,v) the set of contacts of
    the outcome between u and v, the degree is #{v : C(u,v) not empty} and the strength is the size
    of the union of C(u,v) over v (a meeting of three is one contact of each of them).
    ``contested`` says whether contacts on whose outcome the sources disagree count.

    Edge cases: a node without contacts has zeros; contacts with oneself don't count.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("austin", "shoigu", contact="contact/1", outcome="refused", directed=True)
    >>> _ = calls.add_edge("austin", "shoigu", contact="contact/2", outcome="refused", directed=False)
    >>> degrees(calls, "refused")["shoigu"]
    Degree(counterparts=1, contacts=2, sought=1, received=2)
    >>> degrees(calls)["shoigu"]
    Degree(counterparts=0, contacts=0, sought=0, received=0)

    Reference: L. C. Freeman, Centrality in social networks: conceptual clarification, Social
    Networks 1 (1978/79) 215-239; strength: A. Barrat et al., The architecture of complex weighted
    networks, PNAS 101 (2004) 3747-3752.
    """
    links = carrying(network, (outcome,), contested)
    turned = seeking(network, (outcome,), contested)
    return {
        node: Degree(
            counterparts=links.degree(node),
            contacts=_distinct(links.edges[edge]["contacts"] for edge in links.edges(node)),
            sought=_distinct(turned.edges[edge]["contacts"] for edge in turned.out_edges(node)),
            received=_distinct(turned.edges[edge]["contacts"] for edge in turned.in_edges(node)),
        )
        for node in links
    }


def counterparts_on(simple: Simple) -> dict[str, float]:
    """With how many distinct others each node of a simple graph is linked.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> counterparts_on(simple_of(nx.Graph([("a", "b"), ("b", "c")])))
    {'a': 1.0, 'b': 2.0, 'c': 1.0}
    """
    ends = np.concatenate([simple.sources, simple.targets])
    return simple.by_node(np.bincount(ends, minlength=len(simple)))


def contacts_on(simple: Simple) -> dict[str, float]:
    """The weight of the distinct contacts of each node of an undirected simple graph.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> contacts_on(simple_of(nx.Graph([("a", "b", {"weight": 3})])))
    {'a': 3.0, 'b': 3.0}
    """
    return simple.by_node(simple.sent)


def sought_on(simple: Simple) -> dict[str, float]:
    """The weight of the distinct contacts that each node of a directed simple graph sought.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> sought_on(simple_of(nx.DiGraph([("a", "b", {"weight": 3})])))
    {'a': 3.0, 'b': 0.0}
    """
    return simple.by_node(simple.sent)


def received_on(simple: Simple) -> dict[str, float]:
    """The weight of the distinct contacts that others sought with each node of a directed simple graph.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> received_on(simple_of(nx.DiGraph([("a", "b", {"weight": 3})])))
    {'a': 0.0, 'b': 3.0}
    """
    return simple.by_node(simple.received)


def outcomes_present(network: nx.MultiDiGraph[str]) -> list[str]:
    """The outcomes that occur in a network, in the order of :data:`OUTCOMES`.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="ignored")
    >>> outcomes_present(calls)
    ['ignored']
    """
    return [outcome for outcome in OUTCOMES if contacts_between(network, (outcome,), contested=True)]


def _distinct(groups: Iterable[Iterable[str]]) -> int:
    return len({contact for group in groups for contact in group})
