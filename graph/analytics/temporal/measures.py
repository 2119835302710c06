"""Temporal closeness and betweenness of a projected network, as the registry of measures takes them.

Each is taken twice, on certain and on possible contacts. Word sets out at the beginning of the network's
window; where it has none, with the first held contact of which a beginning is known.
"""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.arrays import Step
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.sampling import Sampled
from backchannel.graph.analytics.temporal.betweenness import temporal_betweenness
from backchannel.graph.analytics.temporal.closeness import closeness_in
from backchannel.graph.analytics.temporal.contacts import TemporalNetwork, held, held_edges, instant
from backchannel.graph.gregorian import BEGINNING, DAY, END
from backchannel.graph.model import Key, Stamp
from backchannel.graph.semantics import Truth

__all__ = ["betweenness_in_time", "closeness_in_time", "start_of"]

# Nodes times contacts up to which betweenness follows chains from every node: some minutes.
EXACT = 50_000_000
SAMPLE = 1000


def closeness_in_time(
    truth: Truth, network: nx.MultiDiGraph[Key], choices: Choices = DEFAULT, step: Step | None = None
) -> dict[Key, float]:
    """How soon word from a node would be with all others: the mean of the reciprocal days, 0 to 1.

    Meaning, formula and references: :func:`.closeness.temporal_closeness`, in days begun since the start.
    *Certain* is the least value in any course of events that the dates allow, *possible* the greatest. Only
    held contacts carry word, whatever outcomes are chosen, and contested ones possibly; with
    ``choices.certain`` only those that certainly lie in the window. Never sampled: the cost is one search a
    node. ``step`` is told how many are done. Raises ValueError for a contact without bounds.

    >>> calls = nx.MultiDiGraph()
    >>> for day, (one, other) in enumerate(("ab", "bc"), start=1):
    ...     told = {"contact": f"contact/{day}", "outcome": "held", "outcomes": ("held",)}
    ...     bounds = {"earliest": f"2022-03-0{day}T00:00:00Z", "latest": f"2022-03-0{day + 1}T00:00:00Z"}
    ...     _ = calls.add_edge(one, other, **told, **bounds)
    >>> closeness_in_time(Truth.CERTAIN, calls)
    {'a': 0.75, 'b': 0.75, 'c': 0.25}
    """
    contacts = _contacts(network, choices)
    return closeness_in(contacts, truth, *_window(network), DAY, step)


def betweenness_in_time(
    truth: Truth, network: nx.MultiDiGraph[Key], choices: Choices = DEFAULT, step: Step | None = None
) -> dict[Key, float]:
    """How often the chains of fewest contacts from one to another lead through a node, 0 to 1.

    Meaning, formula and references: :func:`.betweenness.temporal_betweenness`. What carries word, and what is
    raised, is as in :func:`closeness_in_time`. Where nodes times contacts exceed EXACT, chains are followed
    from SAMPLE nodes, and the result is :class:`~backchannel.graph.analytics.sampling.Sampled`.

    >>> calls = nx.MultiDiGraph()
    >>> for day, (one, other) in enumerate(("ab", "bc"), start=1):
    ...     told = {"contact": f"contact/{day}", "outcome": "held", "outcomes": ("held",)}
    ...     bounds = {"earliest": f"2022-03-0{day}T00:00:00Z", "latest": f"2022-03-0{day + 1}T00:00:00Z"}
    ...     _ = calls.add_edge(one, other, **told, **bounds)
    >>> betweenness_in_time(Truth.CERTAIN, calls)
    {'a': 0.0, 'b': 0.5, 'c': 0.0}
    """
    contacts = _contacts(network, choices)
    sample = SAMPLE if len(contacts.nodes) * len(contacts.contacts) > EXACT else None
    found = temporal_betweenness(contacts, truth, *_window(network), sample, step=step)
    values = dict(found.values)
    return Sampled(values, dict.fromkeys(values, found.error), found.sources) if found.error else values


def start_of(network: nx.MultiDiGraph[Key]) -> Stamp:
    """When word sets out: the beginning of the window, or of the first held contact that has one.

    >>> start_of(nx.MultiDiGraph(since="2022-03-01T00:00:00Z"))
    '2022-03-01T00:00:00Z'
    """
    since = str(network.graph.get("since", BEGINNING))
    if since != BEGINNING:
        return since
    found = (data["earliest"] for _, _, data in held_edges(network))
    return min((earliest for earliest in found if earliest != BEGINNING), default=BEGINNING)


def _window(network: nx.MultiDiGraph[Key]) -> tuple[int, int]:
    return instant(start_of(network)), instant(str(network.graph.get("until", END)))


def _contacts(network: nx.MultiDiGraph[Key], choices: Choices) -> TemporalNetwork:
    for _, _, data in held_edges(network):
        if not {"earliest", "latest"} <= set(data):
            raise ValueError(f"expected contacts with earliest and latest; found none of {data['contact']}")
    if not choices.certain:
        return held(network)
    inside = nx.subgraph_view(network, filter_edge=lambda *ends: bool(network.edges[ends].get("certain")))
    return held(inside)
