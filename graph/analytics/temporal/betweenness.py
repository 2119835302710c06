"""Temporal betweenness: who stands on the chains by which word gets from one to another in time."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, BEFORE_ALL, TemporalNetwork, last_label
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Betweenness", "temporal_betweenness"]

# A node with the label word has there: all that matters for how it may get on.
State = tuple[Key, int]
Layer = dict[State, int]
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Betweenness:
    """The betweenness of each node, 0 to 1.

    ``sources``: from how many nodes chains were followed. ``error``: 0 if from all; else, with a probability
    of 0.95, no value is farther than this from the exact one.
    """

    values: Mapping[Key, float]
    sources: int
    error: float


def temporal_betweenness(
    network: TemporalNetwork,
    truth: Truth,
    since: int = BEFORE_ALL,
    until: int = AFTER_ALL,
    sample: int | None = None,
    seed: int = 1,
    step: Callable[[int, int], None] | None = None,
) -> Betweenness:
    """The share of the chains of fewest contacts between two others that lead through a node.

    Meaning: how often word that passes through as few hands as it can would pass through these. Formula: b(v)
    = 1/((n-1)(n-2)) * sum over ordered pairs (s,t) without v of sigma(s,t|v) / sigma(s,t), where sigma(s,t)
    counts the chains of fewest contacts from s to t in the order of time, each contact by itself, and
    sigma(s,t|v) those through v. Ordered pairs, for word may get from s to t and not back. In the *certain*
    order chains are those that hold in every world by themselves, in the *possible* order those that hold in
    some; the two values are of two sets of chains, and no interval.

    ``sample``: follow chains from so many nodes only, drawn by ``seed``; the result then says how far it may
    be off: n/(n-1) * sqrt(ln(2n/0.05) / 2k) for k of n nodes (Hoeffding's bound for all n values together).
    ``step`` is told from how many nodes they have been followed, and of how many.

    Edge cases: 0 with fewer than three nodes; pairs without a chain add nothing. The cost grows with the
    states, nodes times the labels word can have there: at worst the product of nodes and contacts a source.

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> calls = TemporalNetwork([Contact("1", "a", "b", 1, 2), Contact("2", "b", "c", 3, 4)])
    >>> dict(temporal_betweenness(calls, Truth.CERTAIN).values)
    {'a': 0.0, 'b': 0.5, 'c': 0.0}

    The second example is the one with which TemporalGraphs.jl documents this betweenness; its sum for node 2
    is 1, divided here by the 6 pairs of others:

    >>> edges = [("1", "2", 1), ("2", "3", 3), ("3", "4", 4), ("1", "4", 9), ("2", "4", 7)]
    >>> graph = TemporalNetwork(Contact(f"{u}{v}", u, v, t, t + 1, oneway=True) for u, v, t in edges)
    >>> [round(6 * share, 9) for share in temporal_betweenness(graph, Truth.CERTAIN).values.values()]
    [0.0, 1.0, 0.0, 0.0]

    References: the shortest temporal betweenness, strict in time, of S. Buß, H. Molter, R. Niedermeier and M.
    Rymar, Algorithmic aspects of temporal betweenness, KDD (2020) 2084-2092; first in J. Tang, M. Musolesi,
    C. Mascolo, V. Latora and V. Nicosia, Analysing information flows and key mediators through temporal
    centrality metrics, SNS (2010). Accumulated as in U. Brandes, Journal of Mathematical Sociology 25 (2001)
    163-177; sampled as in U. Brandes and C. Pich, Centrality estimation in large networks, International
    Journal of Bifurcation and Chaos 17 (2007) 2303-2318; W. Hoeffding, JASA 58 (1963) 13-30.
    """
    nodes = network.nodes
    sources = _sources(nodes, sample, seed)
    through: dict[Key, list[float]] = {node: [] for node in nodes}
    for done, source in enumerate(sources, start=1):
        for node, share in _through(network, source, truth, since, until).items():
            through[node].append(share)
        if step:
            step(done, len(sources))
    pairs = (len(nodes) - 1) * (len(nodes) - 2) or 1
    scale = len(nodes) / max(len(sources), 1) / pairs
    values = {node: scale * math.fsum(shares) for node, shares in through.items()}
    return Betweenness(values, len(sources), _error(len(nodes), len(sources)))


def _sources(nodes: tuple[Key, ...], sample: int | None, seed: int) -> tuple[Key, ...]:
    if sample is None or sample >= len(nodes):
        return nodes
    if sample < 1:
        raise ValueError(f"expected a sample of 1 node or more, found {sample}")
    return tuple(sorted(random.Random(seed).sample(nodes, sample)))


def _error(nodes: int, sources: int) -> float:
    if sources >= nodes:
        return 0.0
    bound = math.sqrt(math.log(2 * nodes / (1 - CONFIDENCE)) / (2 * sources))
    return min(1.0, bound * nodes / (nodes - 1))


def _through(network: TemporalNetwork, source: Key, truth: Truth, since: int, until: int) -> dict[Key, float]:
    """For each node the sum over targets of the share of the chains from ``source`` that lead through it."""
    layers, before = _layers(network, source, truth, since, last_label(truth, until))
    flow: dict[State, float] = defaultdict(float)
    through: dict[Key, list[float]] = defaultdict(list)
    for depth in range(len(layers) - 1, 0, -1):
        ends = _ends(layers, depth)
        for state, count in layers[depth].items():
            if flow[state]:
                through[state[0]].append(flow[state])
            whole = flow[state] + (count / ends[state[0]] if state[0] in ends else 0.0)
            for came in before[depth][state]:
                flow[came] += whole * layers[depth - 1][came] / count
    return {node: math.fsum(shares) for node, shares in through.items() if node != source}


def _ends(layers: list[Layer], depth: int) -> dict[Key, int]:
    """The nodes first reached at this depth, with the number of chains that reach them."""
    known = {node for layer in layers[:depth] for node, _ in layer}
    found: dict[Key, int] = defaultdict(int)
    for (node, _), count in layers[depth].items():
        if node not in known:
            found[node] += count
    return found


def _layers(
    network: TemporalNetwork, source: Key, truth: Truth, since: int, last: int
) -> tuple[list[Layer], list[dict[State, list[State]]]]:
    """The states by the number of contacts it takes to come there, with the number of chains; and from where.

    A state that comes no sooner than some state of the same node with fewer contacts is left out: whoever
    goes on from it could have gone on from that one. What remains never comes back to a node.
    """
    arcs, best = network.arcs(truth), {source: since}
    layers: list[Layer] = [{(source, since): 1}]
    before: list[dict[State, list[State]]] = [{}]
    while layers[-1]:
        counts: Layer = defaultdict(int)
        came: dict[State, list[State]] = defaultdict(list)
        for (node, time), count in layers[-1].items():
            for limit, floor, other, _ in arcs[node]:
                there = max(time, floor)
                if time <= limit and there <= last and there < best.get(other, last + 1):
                    counts[other, there] += count
                    came[other, there].append((node, time))
        for node, time in counts:
            best[node] = min(time, best.get(node, time))
        layers.append(counts)
        before.append(came)
    return layers, before
