"""Each measure equals networkx, or its definition where networkx has none, on random networks."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import combinations, permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from conftest import LARGE
from measure_networks import random_network

from backchannel.graph.analytics import MEASURES, Choices, measure, measure_on, measures
from backchannel.graph.analytics.arrays import simple_of
from backchannel.graph.analytics.betweenness import betweenness_sampled
from backchannel.graph.analytics.brokerage import ROLES
from backchannel.graph.analytics.closeness import harmonic_closeness_sampled
from backchannel.graph.analytics.registry import IN_TIME
from backchannel.graph.analytics.sampling import Sampled, drawn
from backchannel.graph.analytics.simple import project
from backchannel.graph.errors import DateError

COUNT = 1000 if LARGE else 100
NETWORKS = [random_network(seed) for seed in range(COUNT)]
DAY = "2022-12-31"
CHOICES = (
    Choices(),
    Choices(weight="binary"),
    Choices(weight="decayed", half_life=365, day=DAY),
    Choices(weight="decayed", half_life=700, day=DAY, dated="latest"),
    Choices(outcomes=("held", "refused", "attempted"), contested=True),
    Choices(certain=True),
)
CASES = [(graph, CHOICES[number % len(CHOICES)]) for number, graph in enumerate(NETWORKS)]

Graph = nx.Graph
Values = Mapping[Any, float | None]


def without_nan(values: Mapping[str, float]) -> dict[str, float | None]:
    return {node: None if math.isnan(value) else value for node, value in values.items()}


def harmonic(graph: Graph) -> Values:
    return {node: value / max(len(graph) - 1, 1) for node, value in nx.harmonic_centrality(graph).items()}


def constraint(graph: Graph) -> Values:
    if not graph.size():
        return dict.fromkeys(graph)
    return without_nan(nx.constraint(graph, weight="weight"))


def effective_size(graph: Graph) -> Values:
    return without_nan(nx.effective_size(graph, nodes=list(graph), weight="weight"))


def pagerank(graph: Graph) -> Values:
    return nx.pagerank(graph, tol=1e-14, max_iter=10_000) if len(graph) else {}


def eigenvector(graph: Graph) -> Values:
    """What repeated multiplication of equal values tends to: their part in the leading eigenspace."""
    if not len(graph):
        return {}
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, weight="weight"))
    leading = vectors[:, values > values[-1] - 1e-9]
    found = leading @ (leading.T @ np.ones(len(graph)))
    return dict(zip(graph, (found / np.linalg.norm(found)).tolist(), strict=True))


def cut_points(graph: Graph) -> Values:
    parts = nx.number_connected_components(graph)
    left = {node: graph.subgraph(set(graph) - {node}) for node in graph}
    found = {node: max(nx.number_connected_components(rest) - parts, 0) for node, rest in left.items()}
    assert {node for node, more in found.items() if more} == set(nx.articulation_points(graph))
    return found


def pairs(graph: Graph) -> int:
    return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))


def cut_links(graph: Graph) -> Values:
    found = {}
    for one, other in map(sorted, nx.bridges(graph)):
        rest = graph.copy()
        rest.remove_edge(one, other)
        found[one, other] = pairs(graph) - pairs(rest)
    return found


def brokerage(role: str) -> Callable[[Graph], Values]:
    patterns: dict[str, Callable[[object, object, object], bool]] = {
        "coordinator": lambda a, b, c: a == b == c,
        "consultant": lambda a, b, c: a == c != b,
        "gatekeeper": lambda a, b, c: a != b == c,
        "representative": lambda a, b, c: a == b != c,
        "liaison": lambda a, b, c: len({a, b, c}) == 3,
    }

    def found(graph: Graph) -> Values:
        state = nx.get_node_attributes(graph, "state")
        counts = dict.fromkeys(graph, 0)
        for a, b, c in permutations(graph, 3):
            if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
                known = None not in (state[a], state[b], state[c])
                counts[b] += known and patterns[role](state[a], state[b], state[c])
        return counts

    return found


def reciprocity(graph: Graph) -> Values:
    linked = [node for node in graph if graph.degree(node)]
    return {**dict.fromkeys(graph), **nx.reciprocity(graph, linked)}


ORACLES: dict[str, Callable[[Graph], Values]] = {
    "counterparts": lambda graph: dict(graph.degree()),
    "harmonic": harmonic,
    "betweenness": nx.betweenness_centrality,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "constraint": constraint,
    "effective_size": effective_size,
    "core": nx.core_number,
    "cut_points": cut_points,
    "cut_links": cut_links,
    **{role: brokerage(role) for role in ROLES},
    "reciprocity": reciprocity,
    "reciprocity_of_all": lambda graph: {"network": nx.overall_reciprocity(graph) if graph.size() else None},
}
COUNTED = {"contacts", "sought", "received"}
OF_OUTCOMES = {"answered", "answering", "answered_links"}
BY_TIME = {name for name, one in MEASURES.items() if one.projection == IN_TIME}  # test_measures_in_time.py


def test_every_measure_has_an_oracle() -> None:
    """No measure of the registry goes untested here."""
    assert set(ORACLES) | COUNTED | OF_OUTCOMES | BY_TIME == set(MEASURES)
    assert len(CASES) == COUNT


@pytest.mark.parametrize("name", sorted(ORACLES))
def test_a_measure_equals_its_oracle(name: str) -> None:
    """To 1e-9, and undefined for the same nodes, whatever was chosen."""
    checked = 0
    for network, choices in CASES:
        simple = project(network, MEASURES[name].projection, choices)
        found, expected = measure(network, name, choices), ORACLES[name](simple)
        assert set(found) == set(expected)
        for key, value in expected.items():
            assert found[key] == (None if value is None else pytest.approx(value, abs=1e-9)), (name, key)
            checked += 1
        assert measure_on(simple, name) == found
    assert checked > COUNT * (0.5 if MEASURES[name].of == "link" else 3) or MEASURES[name].of == "network"


def test_eigenvector_equals_networkx_where_its_iteration_ends() -> None:
    """networkx multiplies until nothing changes; two leading values that lie close it can't tell apart."""
    ended = 0
    for network, choices in CASES:
        simple = project(network, "carrying", choices)
        if not len(simple):
            continue
        try:
            expected = nx.eigenvector_centrality(simple, max_iter=20_000, tol=1e-15, weight="weight")
        except nx.PowerIterationFailedConvergence:
            continue
        ended += 1
        assert measure(network, "eigenvector", choices) == pytest.approx(expected, abs=1e-9)
    assert ended > COUNT * 0.6


def test_strengths_are_sums_over_distinct_contacts() -> None:
    """Counted edge by edge: a contact with several counts once, decayed from the end of its date chosen."""
    checked = 0
    for network, choices in CASES:
        found = measures(network, sorted(COUNTED), choices)
        for node in network:
            mine: dict[str, set[str]] = {name: set() for name in COUNTED}
            for one, other, data in network.edges(data=True):
                if one == other or node not in (one, other) or data["outcome"] not in choices.outcomes:
                    continue
                if (data["contested"] and not choices.contested) or (choices.certain and not data["certain"]):
                    continue
                mine["contacts"].add(data["contact"])
                if node == one or not data["directed"]:
                    mine["sought"].add(data["contact"])
                if node == other or not data["directed"]:
                    mine["received"].add(data["contact"])
            weights = by_hand(network, choices)
            for name, contacts in mine.items():
                assert found[name][node] == pytest.approx(sum(weights[one] for one in contacts), abs=1e-9)
                checked += 1
    assert checked > COUNT * 9


def by_hand(network: nx.MultiDiGraph[str], choices: Choices) -> dict[str, float]:
    """The weight of each contact: the dates of the random networks are the first day of months."""
    found: dict[str, float] = {}
    for _, _, data in network.edges(data=True):
        stamp = data["earliest"] if choices.dated == "earliest" else data["latest"]
        day = np.datetime64(stamp[:10]) - (choices.dated == "latest")
        age = int((np.datetime64(DAY) - day).astype(int))
        found[data["contact"]] = 0.5 ** (age / choices.half_life) if choices.weight == "decayed" else 1.0
    return found


def test_answers_are_counted_by_what_came_of_each_attempt() -> None:
    """Held of held, refused and ignored; only contacts of which somebody says who sought them."""
    told = 0
    for network in NETWORKS:
        found = measures(network, sorted(OF_OUTCOMES))
        attempts = [
            (one, other, data["contact"], data["outcome"])
            for one, other, data in network.edges(data=True)
            if one != other and data["directed"] and not data["contested"] and data["outcome"] != "proposed"
        ]
        for node in network:
            sought = {(contact, outcome) for one, _, contact, outcome in attempts if one == node}
            received = {(contact, outcome) for _, other, contact, outcome in attempts if other == node}
            assert found["answered"][node] == share(sought)
            assert found["answering"][node] == share(received)
        ends = {(one, other) for one, other, _, _ in attempts}
        assert set(found["answered_links"]) == ends
        for pair in ends:
            assert found["answered_links"][pair] == share({one[2:] for one in attempts if one[:2] == pair})
        told += len(ends)
    assert told > COUNT


def share(contacts: set[tuple[str, str]]) -> float | None:
    answers = [outcome for _, outcome in contacts if outcome in ("held", "refused", "ignored")]
    return answers.count("held") / len(answers) if answers else None


def test_a_sample_is_as_near_as_it_says() -> None:
    """Betweenness and harmonic closeness from sampled sources lie within the error given, node by node."""
    checked = 0
    for network in NETWORKS[: COUNT // 5]:
        simple = simple_of(project(network))
        if len(simple) < 2:
            continue
        sources = drawn(simple, 400)
        for name, sampled in (
            ("betweenness", betweenness_sampled(simple, sources)),
            ("harmonic", harmonic_closeness_sampled(simple, sources)),
        ):
            true = measure_on(simple, name)
            assert all(abs(sampled[node] - (true[node] or 0)) <= sampled.errors[node] for node in true)
            assert 0 < sampled.error < 0.5
            checked += len(true)
    assert checked > COUNT // 2


@pytest.mark.parametrize("name", ["betweenness", "harmonic"])
def test_where_exact_is_out_of_reach_the_values_are_sampled_and_say_so(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Above a size; the same sample each time; progress is told to its end."""
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    exact = measure_on(graph, name)
    assert not isinstance(exact, Sampled)
    module = {"betweenness": "betweenness", "harmonic": "closeness"}[name]
    monkeypatch.setattr(import_module(f"backchannel.graph.analytics.{module}"), "EXACT", 1000)
    told: list[tuple[str, int, int]] = []
    found = measure_on(graph, name, lambda *step: told.append(step))
    assert isinstance(found, Sampled)
    assert (found.samples, found.confidence, 0 < found.error < 0.1) == (4000, 0.95, True)
    assert told[-1] == (name, 4000, 4000)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert measure_on(graph, name) == found
    assert max(abs(found[node] - (exact[node] or 0)) for node in graph) <= found.error


def test_larger_networks_equal_networkx() -> None:
    """Where the arrays are taken in parts, and eigenvalues by iteration."""
    graph = nx.barabasi_albert_graph(400, 3, seed=7)
    graph.add_nodes_from(range(400, 420))
    nx.add_path(graph, range(420, 440))
    named = nx.relabel_nodes(graph, {node: f"person/{node:03d}" for node in graph})
    for name in ("betweenness", "harmonic", "constraint", "core", "cut_links"):
        expected = ORACLES[name](named) if name != "cut_links" else chain()
        found = measure_on(named, name)
        if name == "cut_links":
            found = {pair: value for pair, value in found.items() if pair in expected}
        assert found == pytest.approx(expected, abs=1e-9)
    assert measure_on(named, "eigenvector") == pytest.approx(eigenvector(named), abs=1e-9)


def chain() -> Values:
    ends = [(f"person/{node}", f"person/{node + 1}") for node in range(420, 439)]
    return {pair: float(left * (20 - left)) for left, pair in enumerate(ends, start=1)}


def test_brokerage_in_parts_equals_brokerage_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ways of two steps are gone through some at a time; how many makes no difference."""
    states = [f"state/{number:02d}" for number in range(30)]
    links = list(combinations(states, 2))[::2]
    graph = nx.DiGraph([*links, *((other, one) for one, other in links[::3])])
    whole = measure_on(graph, "liaison")
    assert sum(value or 0 for value in whole.values()) > 100
    for at_once in (1, 10, 100):
        monkeypatch.setattr("backchannel.graph.analytics.brokerage.HELD_AT_ONCE", at_once)
        assert measure_on(graph, "liaison") == whole


def test_wrong_graphs_and_names_are_refused() -> None:
    """What is no measure, no simple graph, or of the wrong kind is named, with what was expected."""
    calls = random_network(3)
    with pytest.raises(ValueError, match="expected a measure of counterparts, contacts"):
        measure(calls, "betweeness")
    with pytest.raises(ValueError, match="expected a simple graph"):
        measure_on(calls, "betweenness")
    with pytest.raises(ValueError, match="taken on an undirected graph"):
        measure_on(nx.DiGraph([("a", "b")]), "betweenness")
    with pytest.raises(ValueError, match="taken on a directed graph"):
        measure_on(nx.Graph([("a", "b")]), "pagerank")
    with pytest.raises(ValueError, match="none of a simple graph"):
        measure_on(nx.DiGraph([("a", "b")]), "answered")
    with pytest.raises(ValueError, match="expected a day from which contacts decay"):
        measure(calls, "contacts", Choices(weight="decayed"))
    with pytest.raises(ValueError, match="expected a projection of"):
        project(calls, "folded")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"outcomes": ("met",)}, "expected an outcome of held, attempted"),
        ({"weight": "heavy"}, "expected a weight of contacts, binary, decayed"),
        ({"dated": "middle"}, "expected an end of a date of earliest, latest"),
        ({"half_life": 0.0}, "half-life of more than 0 days"),
        ({"half_life": float("nan")}, "half-life of more than 0 days"),
        ({"weight": "decayed", "day": "2022-02-30"}, "February 2022 has 28 days"),
    ],
)
def test_wrong_choices_are_refused(wrong: dict[str, Any], message: str) -> None:
    """A choice that can't be is refused when it is made, not when it is used."""
    with pytest.raises((ValueError, DateError), match=message):
        Choices(**wrong)


def test_eigenvector_of_several_parts() -> None:
    """Parts that share the greatest eigenvalue share the values; all others have none, however many."""
    pairs_of_two = [nx.path_graph(2) for _ in range(50)]
    parts = [nx.complete_graph(4), nx.complete_graph(4), *pairs_of_two, nx.empty_graph(3)]
    graph = nx.relabel_nodes(nx.disjoint_union_all(parts), str)
    found = measure_on(graph, "eigenvector")
    assert found == pytest.approx(eigenvector(graph), abs=1e-9)
    assert [found[str(node)] for node in range(8)] == pytest.approx([8**-0.5] * 8)
    assert {round(value or 0.0, 9) for node, value in found.items() if int(node) >= 8} == {0.0}
    alone = nx.relabel_nodes(nx.empty_graph(4), str)
    assert measure_on(alone, "eigenvector") == pytest.approx(dict.fromkeys("0123", 0.5))
