"""Temporal closeness and betweenness equal their definitions, written out over all worlds and all chains."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from fractions import Fraction

import networkx as nx
import pytest
from conftest import LARGE
from temporal_worlds import chains, random_network, spread, worlds

from backchannel.graph.analytics.temporal import (
    Contact,
    TemporalNetwork,
    held,
    temporal_betweenness,
    temporal_closeness,
)
from backchannel.graph.semantics import Truth

COUNT = 1000 if LARGE else 100
BOTH = (Truth.CERTAIN, Truth.POSSIBLE)


def test_closeness_is_the_least_and_the_most_over_all_worlds() -> None:
    """The mean of the reciprocal units of time until word is there, in each world."""
    moved = 0
    for seed in range(COUNT):
        network = random_network(seed, most=4)
        found = temporal_closeness(network, since=0)["a"]
        values = {
            sum(1 / Fraction(math.floor(instant) + 1) for instant, _ in spread(world, "a").values()) / 3
            for world in worlds(network.contacts)
        }
        assert math.isclose(found.least, min(values), abs_tol=1e-12)
        assert math.isclose(found.most, max(values), abs_tol=1e-12)
        moved += found.least < found.most
    assert moved > COUNT // 3


def test_closeness_counts_units_from_the_start_and_within_the_time() -> None:
    days = [Contact("1", "a", "b", 86_400, 2 * 86_400), Contact("2", "b", "c", 4 * 86_400, 5 * 86_400)]
    network = TemporalNetwork(days, ["d"])
    found = temporal_closeness(network, since=86_400, unit=86_400)
    assert found["a"].least == found["a"].most == pytest.approx((1 + 1 / 4) / 3)
    assert (found["a"].certainly, found["a"].possibly, found["a"].others) == (2, 2, 3)
    assert temporal_closeness(network, 86_400, 4 * 86_400, 86_400, ["a"])["a"].most == pytest.approx(1 / 3)
    assert found["d"].most == 0
    with pytest.raises(ValueError, match="expected a unit of 1 or more, found 0"):
        temporal_closeness(network, since=0, unit=0)


def by_chains(network: TemporalNetwork, certain: bool) -> dict[str, float]:
    """Betweenness by listing every chain and keeping the shortest of each pair."""
    nodes = network.nodes
    values = dict.fromkeys(nodes, 0.0)
    for source in nodes:
        of: dict[str, list[list[str]]] = defaultdict(list)
        for chain in chains(network.contacts, source, certain):
            of[chain[-1][1]].append([end for _, end, _ in chain[:-1]])
        for ways in of.values():
            shortest = [way for way in ways if len(way) == min(map(len, ways))]
            for node in nodes:
                values[node] += sum(node in way for way in shortest) / len(shortest)
    return {node: value / max(1, (len(nodes) - 1) * (len(nodes) - 2)) for node, value in values.items()}


@pytest.mark.parametrize("truth", BOTH)
def test_betweenness_equals_its_definition(truth: Truth) -> None:
    """On networks with parallel contacts, wide dates, contacts one way and such as may not have been."""
    told = 0
    for seed in range(COUNT):
        network = random_network(seed, most=9, nodes=5)
        found = temporal_betweenness(network, truth)
        expected = by_chains(network, truth is Truth.CERTAIN)
        assert (found.sources, found.error) == (5, 0.0)
        assert found.values == pytest.approx(expected, abs=1e-9)
        told += any(expected.values())
    assert told > COUNT // 3


@pytest.mark.parametrize(
    ("edges", "through"),
    [
        ([(1, 2, 1), (2, 3, 3), (3, 4, 4), (1, 4, 9), (2, 4, 7)], {2: 1}),
        ([(1, 2, 5), (2, 3, 5)], {}),
    ],
)
def test_betweenness_of_worked_examples(edges: list[tuple[int, int, int]], through: dict[int, int]) -> None:
    """The shortest temporal betweenness of Buß et al. as TemporalGraphs.jl documents it, each way taking 1.

    Its sums over ordered pairs are divided by how many pairs of others a node has.
    """
    contacts = [Contact(str(at), str(u), str(v), t, t + 1, oneway=True) for at, (u, v, t) in enumerate(edges)]
    network = TemporalNetwork(contacts)
    size = len(network.nodes)
    found = temporal_betweenness(network, Truth.CERTAIN).values
    assert found == {node: through.get(int(node), 0) / ((size - 1) * (size - 2)) for node in network.nodes}


def test_without_time_it_is_the_betweenness_of_networkx() -> None:
    """Where every contact may have been at any time, the possible chains are those of the flattened
    network."""
    checked = 0
    for seed in range(COUNT // 5):
        graph = nx.gnm_random_graph(8, 12, seed=seed)
        contacts = [Contact(f"{u}-{v}", str(u), str(v), 0, 100) for u, v in graph.edges]
        found = temporal_betweenness(TemporalNetwork(contacts, map(str, graph)), Truth.POSSIBLE)
        expected = nx.betweenness_centrality(graph)
        assert found.values == pytest.approx({str(node): value for node, value in expected.items()})
        checked += any(expected.values())
    assert checked == COUNT // 5


def test_a_sample_is_as_near_as_it_says() -> None:
    """By no value farther than the stated error, for each of many seeds; and the same for the same seed."""
    rng = random.Random(3)
    ends = [rng.sample(range(60), 2) for _ in range(240)]
    contacts = [
        Contact(f"{n}", str(u), str(v), at := rng.randrange(50), at + 1) for n, (u, v) in enumerate(ends)
    ]
    network = TemporalNetwork(contacts)
    exact = temporal_betweenness(network, Truth.CERTAIN).values
    for seed in range(20):
        sampled = temporal_betweenness(network, Truth.CERTAIN, sample=30, seed=seed)
        assert sampled.sources == 30 and 0 < sampled.error < 1
        assert max(abs(sampled.values[node] - exact[node]) for node in exact) <= sampled.error
    assert sampled == temporal_betweenness(network, Truth.CERTAIN, sample=30, seed=19)
    with pytest.raises(ValueError, match="expected a sample of 1 node or more, found 0"):
        temporal_betweenness(network, Truth.CERTAIN, sample=0)


def test_networks_of_no_or_few_nodes() -> None:
    assert temporal_betweenness(TemporalNetwork([]), Truth.CERTAIN).values == {}
    assert temporal_closeness(TemporalNetwork([]), since=0) == {}
    pair = TemporalNetwork([Contact("1", "a", "b", 0, 1)])
    assert set(temporal_betweenness(pair, Truth.POSSIBLE).values.values()) == {0.0}


def test_the_contacts_of_a_projection() -> None:
    """Held ones and contested ones, both ways by default; refused ones and loops carry nothing."""
    calls: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    day = {"earliest": "2022-05-19T00:00:00Z", "latest": "9999-12-31T23:59:59Z", "directed": True}
    for number, (one, other, outcome, contested) in enumerate(
        [
            ("a", "b", "held", False),
            ("b", "c", "held", True),
            ("c", "d", "refused", False),
            ("d", "d", "held", False),
        ]
    ):
        key = f"contact/{number}"
        told = {"outcome": outcome, "outcomes": (outcome,), "contested": contested}
        calls.add_edge(one, other, key=key, contact=key, **told, **day)
    both, one_way = held(calls), held(calls, oneway=True)
    assert [(one.key, one.sure, one.oneway) for one in both.contacts] == [
        ("contact/0", True, False),
        ("contact/1", False, False),
    ]
    assert [one.oneway for one in one_way.contacts] == [True, True]
    assert both.nodes == ("a", "b", "c", "d")
    with pytest.raises(ValueError, match="expected earliest before latest"):
        Contact("contact/x", "a", "b", 3, 2)
