"""The measures have the values of the literature on the graphs that everybody knows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

import networkx as nx
import pytest

from backchannel.graph.analytics import measure_on, rank_of
from backchannel.graph.analytics.brokerage import ROLES

KITE = ("Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane")


def of(graph: nx.Graph[object], names: Mapping[object, str] | None = None) -> nx.Graph[str]:
    """A graph of networkx with names for nodes and without its weights."""
    plain = nx.Graph(graph.edges())
    plain.add_nodes_from(graph)
    return nx.relabel_nodes(plain, names or {node: str(node) for node in graph})


def leaders(graph: nx.Graph[str], name: str) -> set[str]:
    return {node for node, rank in rank_of(measure_on(graph, name)).items() if rank == 1}


def rounded(graph: nx.Graph[str], name: str, nodes: Mapping[str, float], digits: int = 3) -> dict[str, float]:
    found = measure_on(graph, name)
    return {node: round(found[node] or 0.0, digits) for node in nodes}


def test_krackhardts_kite() -> None:
    """Diane leads by degree, Heather by betweenness (Krackhardt, Administrative Science Quarterly 35 (1990)
    342-369). Fernando and Garth lead by the closeness of that paper, which adds up distances; by the harmonic
    one, which adds up their reciprocals, Diane does. Heather and Ike are what holds Jane to the rest."""
    kite = of(nx.krackhardt_kite_graph(), dict(enumerate(KITE)))
    assert leaders(kite, "counterparts") == leaders(kite, "eigenvector") == {"Diane"}
    assert leaders(kite, "betweenness") == {"Heather"}
    near = {"Diane": (6 + 1 / 2 + 1 / 3 + 1 / 4) / 9, "Fernando": (5 + 3 / 2 + 1 / 3) / 9}
    assert rounded(kite, "harmonic", near, 9) == {name: round(one, 9) for name, one in near.items()}
    assert leaders(kite, "harmonic") == {"Diane"}
    expected = {"Heather": 14 / 36, "Fernando": 0.231, "Ike": 8 / 36, "Diane": 0.102, "Andre": 0.023}
    assert measure_on(kite, "betweenness")["Heather"] == pytest.approx(14 / 36, abs=1e-9)
    assert rounded(kite, "betweenness", expected) == {name: round(one, 3) for name, one in expected.items()}
    assert {name: one for name, one in measure_on(kite, "cut_points").items() if one} == {
        "Heather": 1.0,
        "Ike": 1.0,
    }
    assert measure_on(kite, "cut_links") == {("Heather", "Ike"): 16.0, ("Ike", "Jane"): 9.0}
    assert {name for name, one in measure_on(kite, "core").items() if one == 3} == set(KITE[:7])


def test_zacharys_karate_club() -> None:
    """Betweenness 0.438 of the instructor (0), 0.304 of the officer (33); a 4-core of ten; member 11 hangs on
    the instructor alone (W. W. Zachary, Journal of Anthropological Research 33 (1977) 452-473)."""
    club = of(nx.karate_club_graph())
    expected = {"0": 0.438, "33": 0.304, "32": 0.145, "2": 0.144, "31": 0.138}
    assert rounded(club, "betweenness", expected) == expected
    eigen = {"33": 0.373, "0": 0.355, "2": 0.317, "32": 0.309}
    assert rounded(club, "eigenvector", eigen) == eigen
    core = {node for node, one in measure_on(club, "core").items() if one == 4}
    assert core == {"0", "1", "2", "3", "7", "8", "13", "30", "32", "33"}
    assert {node for node, one in measure_on(club, "cut_points").items() if one} == {"0"}
    assert measure_on(club, "cut_links") == {("0", "11"): 33.0}
    assert list(rank_of(measure_on(club, "effective_size")))[:2] == ["33", "0"]


def test_the_florentine_families() -> None:
    """Padgett's marriages. Betweenness of the Medici 0.522 (S. Wasserman and K. Faust, Social Network
    Analysis (1994), table 5.1); eigenvector 0.430, ahead of the Strozzi (M. O. Jackson, Social and
    Economic Networks (2008), chapter 2); six counterparts with one link among them have the size 6 - 2/6."""
    families = of(nx.florentine_families_graph())
    betweenness = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Pazzi": 0.0}
    assert rounded(families, "betweenness", betweenness) == betweenness
    eigen = {"Medici": 0.430, "Strozzi": 0.356, "Ridolfi": 0.342, "Tornabuoni": 0.326}
    assert rounded(families, "eigenvector", eigen) == eigen
    assert measure_on(families, "effective_size")["Medici"] == pytest.approx(6 - 2 / 6, abs=1e-9)
    assert next(iter(rank_of(measure_on(families, "constraint"), lowest_first=True))) == "Medici"
    assert {node: one for node, one in measure_on(families, "cut_points").items() if one} == {
        "Albizzi": 1.0,
        "Guadagni": 1.0,
        "Medici": 2.0,
        "Salviati": 1.0,
    }
    assert set(measure_on(families, "cut_links")) == {
        ("Acciaiuoli", "Medici"),
        ("Albizzi", "Ginori"),
        ("Guadagni", "Lamberteschi"),
        ("Medici", "Salviati"),
        ("Pazzi", "Salviati"),
    }


def test_burts_and_borgattis_ego() -> None:
    """Six counterparts with four links among them: 4.667 effective ones (S. P. Borgatti, Structural holes:
    unpacking Burt's redundancy measures, Connections 20 (1997) 35-38)."""
    ego = nx.star_graph(["G", "A", "B", "C", "D", "E", "F"])
    ego.add_edges_from([("A", "B"), ("A", "E"), ("B", "D"), ("E", "F")])
    assert measure_on(ego, "effective_size")["G"] == pytest.approx(6 - 2 * 4 / 6, abs=1e-9)


@pytest.mark.parametrize(
    ("role", "states"),
    [
        ("coordinator", "aaa"),
        ("consultant", "aba"),
        ("gatekeeper", "abb"),
        ("representative", "aab"),
        ("liaison", "abc"),
    ],
)
def test_the_five_roles_of_gould_and_fernandez(role: str, states: str) -> None:
    """Each of the five figures by which the paper defines its roles (Sociological Methodology 19 (1989),
    figure 1): three actors, two arrows. A third arrow from the first to the last ends the brokerage."""
    graph = nx.DiGraph([("one", "broker"), ("broker", "other")])
    for node, state in zip(("one", "broker", "other"), states, strict=True):
        graph.nodes[node]["state"] = f"state/{state}"
    found = {name: measure_on(graph, name)["broker"] for name in ROLES}
    assert found == {name: float(name == role) for name in ROLES}
    graph.add_edge("other", "one")
    assert measure_on(graph, role)["broker"] == 1.0
    graph.add_edge("one", "other")
    assert measure_on(graph, role)["broker"] == 0.0


def test_a_broker_may_play_several_roles() -> None:
    """Worked by hand: the desk officer of state a is sought by a colleague and by two of b, and seeks one of
    a, one of b and one of c."""
    graph = nx.DiGraph()
    people = {"colleague": "a", "b1": "b", "b2": "b", "chief": "a", "b3": "b", "c1": "c", "desk": "a"}
    for node, state in people.items():
        graph.add_node(node, state=f"state/{state}")
    graph.add_edges_from((node, "desk") for node in ("colleague", "b1", "b2"))
    graph.add_edges_from(("desk", node) for node in ("chief", "b3", "c1"))
    found = {role: measure_on(graph, role)["desk"] for role in ROLES}
    # colleague-chief; b1-b3, b2-b3; b1-chief, b2-chief; colleague-b3, colleague-c1; b1-c1, b2-c1.
    assert found == dict(zip(ROLES, (1.0, 2.0, 2.0, 2.0, 2.0), strict=True))
    graph.add_edge("b1", "b3")
    assert measure_on(graph, "consultant")["desk"] == 1.0


def test_hash_order_and_threads_change_nothing() -> None:
    """The same digits in processes with other hash seeds and numbers of threads."""
    code = (
        "import os; os.cpu_count = lambda: int(os.environ['THREADS'])\n"
        "import networkx as nx\n"
        "from backchannel.graph.analytics import MEASURES, measure_on\n"
        "graph = nx.relabel_nodes(nx.gnp_random_graph(120, 0.05, seed=4), lambda node: f'person/{node}')\n"
        "for one in MEASURES.values():\n"
        "    if one.on and one.projection == 'carrying':\n"
        "        print(one.name, sorted(measure_on(graph, one.name).items()))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "3"))
    }
    assert len(printed) == 1
    assert len(printed.pop().splitlines()) == 10
