"""The measures equal networkx and their definitions on random networks, and the literature on known ones."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from conftest import LARGE
from measure_networks import random_network

from backchannel.graph.analytics import (
    DEFINITIONS,
    MEASURES,
    OUTCOMES,
    betweenness,
    bridges,
    busiest_states,
    carrying,
    constraint,
    degrees,
    harmonic_closeness,
    pagerank,
    rank_of,
    ranking,
    seeking,
)
from backchannel.graph.analytics.bridges import path_shares
from backchannel.graph.analytics.degree import outcomes_present
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import network

COUNT = 1000 if LARGE else 100
NETWORKS = [random_network(seed) for seed in range(COUNT)]


def counted(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """The contacts that carry, found without the code under test."""
    for one, other, data in graph.edges(data=True):
        if one != other and data["outcome"] == "held" and not data["contested"]:
            yield one, other, data


def links(graph: nx.MultiDiGraph[str]) -> dict[frozenset[str], set[object]]:
    found: dict[frozenset[str], set[object]] = {}
    for one, other, data in counted(graph):
        found.setdefault(frozenset((one, other)), set()).add(data["contact"])
    return found


def neighbours(graph: nx.MultiDiGraph[str]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {node: set() for node in graph}
    for pair in links(graph):
        one, other = pair
        near[one].add(other)
        near[other].add(one)
    return near


def shortest_paths(near: dict[str, set[str]], start: str, end: str) -> list[list[str]]:
    """All shortest ways, by walking outwards and keeping every one."""
    found: list[list[str]] = []
    queue = deque([[start]])
    while queue and (not found or len(queue[0]) < len(found[0])):
        way = queue.popleft()
        for node in near[way[-1]] - set(way):
            (found if node == end else queue).append([*way, node])
    least = min(map(len, found), default=0)
    return [way for way in found if len(way) == least]


def distances(near: dict[str, set[str]]) -> dict[tuple[str, str], float]:
    """Floyd and Warshall."""
    length = {
        (one, other): 0.0 if one == other else 1.0 if other in near[one] else math.inf
        for one in near
        for other in near
    }
    for middle in near:
        for one in near:
            for other in near:
                length[one, other] = min(length[one, other], length[one, middle] + length[middle, other])
    return length


def test_the_random_networks_are_worth_testing_on() -> None:
    """There are as many as promised, with parallel contacts, loops, isolates and disconnected parts."""
    assert len(NETWORKS) == COUNT
    assert any(not graph for graph in NETWORKS)
    assert sum(nx.number_of_selfloops(graph) > 0 for graph in NETWORKS) > COUNT // 5
    assert sum(bool(list(nx.isolates(carrying(graph)))) for graph in NETWORKS) > COUNT // 5
    assert (
        sum(len(graph) > 1 and not nx.is_connected(carrying(graph)) for graph in NETWORKS if graph)
        > COUNT // 5
    )
    assert sum(any(len(found) > 1 for found in links(graph).values()) for graph in NETWORKS) > COUNT // 5


def test_the_simple_graph_sums_held_contacts_and_drops_the_rest() -> None:
    """Each link weighs as many distinct held, uncontested contacts as its two ends had; all nodes stay."""
    for graph in NETWORKS:
        simple = carrying(graph)
        assert set(simple) == set(graph)
        assert {frozenset(edge): set(simple.edges[edge]["contacts"]) for edge in simple.edges} == links(graph)
        assert all(data["weight"] == len(data["contacts"]) for *_, data in simple.edges(data=True))


def test_the_directed_graph_runs_from_the_seeker_or_both_ways() -> None:
    """A link stands for the contacts its start sought with its end, or of which nobody says who did."""
    for graph in NETWORKS:
        expected: dict[tuple[str, str], set[object]] = {}
        for one, other, data in counted(graph):
            for start, end in ((one, other),) if data["directed"] else ((one, other), (other, one)):
                expected.setdefault((start, end), set()).add(data["contact"])
        turned = seeking(graph)
        assert {edge: set(turned.edges[edge]["contacts"]) for edge in turned.edges} == expected


def test_degrees_equal_a_count_by_hand() -> None:
    """Counterparts, contacts, sought and received of each node and outcome, counted edge by edge."""
    checked = 0
    for graph in NETWORKS:
        for outcome in OUTCOMES:
            edges = [
                edge
                for edge in graph.edges(data=True)
                if edge[2]["outcome"] == outcome and not edge[2]["contested"]
            ]
            edges = [edge for edge in edges if edge[0] != edge[1]]
            for node, found in degrees(graph, outcome).items():
                mine = [edge for edge in edges if node in edge[:2]]
                assert found.counterparts == len({end for edge in mine for end in edge[:2]} - {node})
                assert found.contacts == len({edge[2]["contact"] for edge in mine})
                sought = {edge[2]["contact"] for edge in mine if edge[0] == node or not edge[2]["directed"]}
                received = {edge[2]["contact"] for edge in mine if edge[1] == node or not edge[2]["directed"]}
                assert (found.sought, found.received) == (len(sought), len(received))
                checked += 1
    assert checked > COUNT * 10


def test_betweenness_equals_networkx_and_the_enumeration_of_all_shortest_paths() -> None:
    """The share of shortest ways through a node, over all pairs of others."""
    for graph in NETWORKS:
        found = betweenness(graph)
        assert found == pytest.approx(nx.betweenness_centrality(carrying(graph)), abs=1e-9)
        near = neighbours(graph)
        sums = dict.fromkeys(graph, 0.0)
        for one, other in combinations(sorted(graph), 2):
            ways = shortest_paths(near, one, other)
            for way in ways:
                for node in way[1:-1]:
                    sums[node] += 1 / len(ways)
        pairs = max((len(graph) - 1) * (len(graph) - 2) / 2, 1)
        assert found == pytest.approx({node: value / pairs for node, value in sums.items()}, abs=1e-9)


def test_harmonic_closeness_equals_networkx_and_floyd_warshall() -> None:
    """The mean reciprocal distance, 0 for whom nobody can be reached."""
    for graph in NETWORKS:
        found, others = harmonic_closeness(graph), max(len(graph) - 1, 1)
        oracle = {node: value / others for node, value in nx.harmonic_centrality(carrying(graph)).items()}
        assert found == pytest.approx(oracle, abs=1e-9)
        length = distances(neighbours(graph))
        for node in graph:
            sums = sum(1 / length[node, other] for other in graph if other != node)
            assert found[node] == pytest.approx(sums / others, abs=1e-9)


def test_pagerank_equals_networkx_and_the_solution_of_its_equation() -> None:
    """The stationary distribution, solved as a linear system."""
    for graph in NETWORKS:
        found = pagerank(graph)
        assert found == pytest.approx(nx.pagerank(seeking(graph), tol=1e-12, max_iter=1000), abs=1e-9)
        if not graph:
            continue
        nodes = sorted(graph)
        weights = nx.to_numpy_array(seeking(graph), nodelist=nodes, weight="weight")
        out = weights.sum(axis=1, keepdims=True)
        chances = np.where(out > 0, weights / np.where(out > 0, out, 1), 1 / len(nodes))
        google = 0.85 * chances.T + 0.15 / len(nodes)
        system = np.vstack([google - np.eye(len(nodes)), np.ones(len(nodes))])
        solved = np.linalg.lstsq(system, np.array([0.0] * len(nodes) + [1.0]), rcond=None)[0]
        assert [found[node] for node in nodes] == pytest.approx(list(solved), abs=1e-9)


def test_constraint_equals_networkx_and_burts_formula() -> None:
    """The sum over counterparts of the squared direct and indirect shares; None without a link."""
    for graph in NETWORKS:
        found = constraint(graph)
        simple = carrying(graph)
        one_by_one = nx.constraint(simple, nodes=list(simple), weight="weight") if simple.size() else {}
        share = {
            (one, other): simple.edges[one, other]["weight"] / simple.degree(one, weight="weight")
            for edge in simple.edges
            for one, other in (edge, edge[::-1])
        }
        for node in simple:
            if not simple.degree(node):
                assert found[node] is None
                continue
            near = list(simple[node])
            roundabout = {
                v: sum(share[node, q] * share.get((q, v), 0.0) for q in near if q != v) for v in near
            }
            expected = sum((share[node, v] + roundabout[v]) ** 2 for v in near)
            assert found[node] == pytest.approx(expected, abs=1e-9)
            assert found[node] == pytest.approx(one_by_one[node], abs=1e-9)


def test_the_share_of_ways_between_two_states_equals_their_enumeration() -> None:
    """Over all connected pairs of an official of one state and one of the other, ends not counted."""
    connected = 0
    for graph in NETWORKS:
        near = neighbours(graph)
        sums, pairs = dict.fromkeys(graph, 0.0), 0
        for one, other in permutations(sorted(graph), 2):
            if (graph.nodes[one]["state"], graph.nodes[other]["state"]) == ("state/a", "state/b"):
                ways = shortest_paths(near, one, other)
                pairs += bool(ways)
                for way in ways:
                    for node in way[1:-1]:
                        sums[node] += 1 / len(ways)
        expected = {node: value / max(pairs, 1) for node, value in sums.items()}
        assert path_shares(graph, "state/a", "state/b") == pytest.approx(expected, abs=1e-9)
        connected += pairs
    assert connected > COUNT // 2


def test_bridges_equal_a_count_by_hand() -> None:
    """Held contacts across and their part of all, for officials of both states and mediators of a third."""
    rows = 0
    for graph in NETWORKS:
        side = nx.get_node_attributes(graph, "state")
        whole = {
            data["contact"]
            for one, other, data in counted(graph)
            if {side[one], side[other]} == {"state/a", "state/b"}
        }
        found = {row.node: row for row in bridges(graph, "state/a", "state/b")}
        for node in graph:
            others = {"state/a", "state/b"} - {side[node]}
            mine = [
                (other, data["contact"])
                for one, end, data in counted(graph)
                for start, other in ((one, end), (end, one))
                if start == node and side[other] in others
            ]
            if side[node] not in ("state/a", "state/b") and len({side[other] for other, _ in mine}) < 2:
                mine = []
            assert (node in found) >= bool(mine)
            if node in found:
                rows += 1
                assert set(found[node].counterparts) == {other for other, _ in mine}
                assert found[node].held == len({contact for _, contact in mine})
                part = len({contact for _, contact in mine} & whole) / len(whole) if whole else None
                assert found[node].share == part
    assert rows > COUNT // 2


def test_ranks_order_every_node_by_every_measure() -> None:
    """A rank is 1 plus the number of better nodes; equal values share one; undefined ones have none."""
    for graph in NETWORKS:
        rows = ranking(graph)
        assert {row.node for row in rows} == set(graph)
        for row in rows:
            for name, value in row.values.items():
                sign = 1 if name == "constraint" else -1
                better = [
                    other
                    for other in rows
                    if value is not None
                    and other.values[name] is not None
                    and sign * round(other.values[name], 9) < sign * round(value, 9)
                ]
                assert row.ranks.get(name) == (None if value is None else 1 + len(better))
    assert rank_of({"a": 1.0, "b": 1.0 + 1e-12}) == {"a": 1, "b": 1}


def test_the_busiest_two_states_have_the_most_contacts_and_attempts() -> None:
    """Counted by distinct contacts; what is only proposed doesn't count; None where there are none."""
    for graph in NETWORKS:
        side = nx.get_node_attributes(graph, "state")
        met: dict[tuple[str, ...], set[str]] = {}
        for one, other, data in graph.edges(data=True):
            ends = tuple(sorted({side[one], side[other]} - {None}))
            if len(ends) == 2 and data["outcome"] != "proposed":
                met.setdefault(ends, set()).add(data["contact"])
        best = max((len(found) for found in met.values()), default=0)
        first = min((ends for ends, found in met.items() if len(found) == best), default=None)
        assert busiest_states(graph) == first


def test_outcomes_present_are_those_of_some_contact_of_two() -> None:
    """A contact with oneself doesn't make its outcome present."""
    for graph in NETWORKS:
        there = {data["outcome"] for one, other, data in graph.edges(data=True) if one != other}
        assert outcomes_present(graph) == [outcome for outcome in OUTCOMES if outcome in there]


def multigraph(simple: nx.Graph[object]) -> nx.MultiDiGraph[str]:
    """A graph from the literature as a network of held contacts whose seekers nobody names."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(level="person")
    graph.add_nodes_from(f"{node}" for node in simple)
    for number, (one, other) in enumerate(simple.edges):
        contact = f"contact/{number}"
        graph.add_edge(f"{one}", f"{other}", key=contact, contact=contact, outcome="held", contested=False)
    return graph


def test_the_florentine_families() -> None:
    """Padgett's marriages: the Medici's and Guadagni's betweenness (Wasserman and Faust 1994, table 5.1)."""
    found = betweenness(multigraph(nx.florentine_families_graph()))
    assert found["Medici"] == pytest.approx(47.5 / 91, abs=1e-9)
    expected = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Pazzi": 0.0}
    assert {family: round(found[family], 3) for family in expected} == expected
    degree = degrees(multigraph(nx.florentine_families_graph()))
    assert (degree["Medici"].counterparts, degree["Guadagni"].counterparts) == (6, 4)


def test_krackhardts_kite() -> None:
    """Diane has the highest degree, Heather the highest betweenness, Fernando and Garth are nearest to all
    (D. Krackhardt, Assessing the political landscape, Administrative Science Quarterly 35 (1990) 342-369)."""
    kite = multigraph(nx.krackhardt_kite_graph())
    people = ("Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane")
    names = {str(number): name for number, name in enumerate(people)}
    rows = {names[row.node]: row for row in ranking(kite)}
    assert {name for name, row in rows.items() if row.ranks["counterparts"] == 1} == {"Diane"}
    assert {name for name, row in rows.items() if row.ranks["betweenness"] == 1} == {"Heather"}
    expected = {"Heather": 0.389, "Fernando": 0.231, "Ike": 0.222, "Diane": 0.102}
    assert {name: round(rows[name].values["betweenness"] or 0, 3) for name in expected} == expected
    nearness = harmonic_closeness(kite)
    assert nearness["5"] == nearness["6"] == pytest.approx((5 + 3 / 2 + 1 / 3) / 9, abs=1e-9)
    assert rows["Jane"].values["constraint"] == 1.0


def test_zacharys_karate_club() -> None:
    """Degrees 17 and 16 of the officer and the instructor, whose betweenness is 0.304 and 0.438
    (W. W. Zachary, Journal of Anthropological Research 33 (1977) 452-473)."""
    club = multigraph(nx.karate_club_graph())
    degree, found = degrees(club), betweenness(club)
    assert (degree["33"].counterparts, degree["0"].counterparts) == (17, 16)
    assert (round(found["0"], 3), round(found["33"], 3), round(found["32"], 3)) == (0.438, 0.304, 0.145)
    assert sorted(pagerank(club), key=pagerank(club).__getitem__)[-2:] == ["0", "33"]


def test_a_triangle_binds_more_than_a_pair() -> None:
    """Constraint is 1.125 in a triangle of equal ties, 1 at a star's points, 1/n in its middle (Burt)."""
    assert list(constraint(multigraph(nx.complete_graph(3))).values()) == pytest.approx([1.125] * 3)
    star = constraint(multigraph(nx.star_graph(4)))
    assert star["0"] == pytest.approx(0.25)
    assert {value for node, value in star.items() if node != "0"} == {1.0}


def test_pagerank_of_the_web_of_langville_and_meyer() -> None:
    """Six pages, one a dead end, damping 0.9 (Deeper inside PageRank, Internet Mathematics 1 (2004))."""
    web: nx.MultiDiGraph[str] = nx.MultiDiGraph(level="person")
    web.add_nodes_from("123456")
    for number, (one, other) in enumerate(("12", "13", "31", "32", "35", "45", "46", "54", "56", "64")):
        web.add_edge(one, other, contact=f"contact/{number}", outcome="held", directed=True)
    found = pagerank(web, damping=0.9)
    assert [round(found[page], 4) for page in "123456"] == [0.0372, 0.0540, 0.0415, 0.3751, 0.2060, 0.2862]


def test_an_empty_network_has_no_values() -> None:
    """No measure fails on a network without nodes, or on one without any contact."""
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for measure in (betweenness, harmonic_closeness, pagerank, constraint, degrees, ranking):
        assert not measure(empty)
    assert busiest_states(empty) is None
    alone: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    alone.add_node("person/a", state=None)
    assert (betweenness(alone), harmonic_closeness(alone)) == ({"person/a": 0.0}, {"person/a": 0.0})
    assert (pagerank(alone), constraint(alone)) == ({"person/a": 1.0}, {"person/a": None})


def test_the_order_of_the_contacts_changes_nothing() -> None:
    """Ranks, bridges and rows are the same whatever the order in which nodes and contacts were entered."""
    for graph in NETWORKS[:40]:
        turned: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
        turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
        turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
        assert [(row.node, row.ranks) for row in ranking(turned)] == [
            (row.node, row.ranks) for row in ranking(graph)
        ]
        assert bridges(turned, "state/a", "state/b") == bridges(graph, "state/a", "state/b")


def test_every_measure_has_its_definition() -> None:
    """Each measure of the registry is defined, with formula and reference, and each definition is of use."""
    assert len(MEASURES) == 27
    used = {one.definition for one in MEASURES.values()} | {"bridges", "gap"}
    assert used == set(DEFINITIONS)
    for one in DEFINITIONS.values():
        assert all((one.title, one.meaning, one.formula, one.reading, one.reference))


def test_who_bridges_the_two_capitals_of_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Austin and Shoigu took part in most of the contacts held across; no state stands among the persons."""
    graph = network(seed_knowledge, until="2022-10-31")
    found = bridges(graph, "state/us", "state/ru")
    assert {row.node for row in found[:2]} == {"person/lloyd-austin", "person/sergei-shoigu"}
    assert found[0].held == found[1].held == 3
    assert not [row for row in found if row.node.startswith("state/")]
    assert busiest_states(graph) == ("state/ru", "state/us")
