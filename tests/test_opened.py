"""`import backchannel`: what a notebook sees."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
import rdflib

import backchannel
from backchannel.graph.errors import AmbiguousNameError, DateError, NoBuildError, QueryError, QueryRefused


@pytest.fixture(scope="module")
def graph(seed_out: Path) -> backchannel.Graph:
    return backchannel.open(seed_out)


def test_open_names_the_case_and_its_build(graph: backchannel.Graph, seed_out: Path) -> None:
    """The graph knows its title and the build it reads; a path may be text."""
    assert "Washington and Moscow" in graph.title
    assert backchannel.open(str(seed_out)).hash == graph.hash
    assert len(graph.hash) == 16


def test_open_where_nothing_was_built(tmp_path: Path) -> None:
    """Without a build the error names the command that makes one."""
    with pytest.raises(NoBuildError, match="run `backchannel build --out"):
        backchannel.open(tmp_path)


def test_query_and_ask(graph: backchannel.Graph) -> None:
    """SPARQL and the library give rows; what is wrong is an error of ours."""
    assert graph.query("ASK { person:lloyd-austin a foaf:Person }").boolean is True
    rows = graph.ask("last-contact", who="Mark Milley", known="2022-04-01", **{"with": "Waleri Gerassimow"})
    assert rows.records()[0]["contact"].endswith("milley-gerasimov-helsinki-2021")
    assert list(rows.to_pandas().columns) == list(rows.columns)
    with pytest.raises(QueryRefused):
        graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(AmbiguousNameError, match=r"Jake Sullivan.*John Sullivan"):
        graph.ask("last-contact", who="Sullivan")
    with pytest.raises(DateError):
        graph.ask("last-contact", known="2022-02-30")
    with pytest.raises(QueryError, match="did you mean"):
        graph.ask("last-contacts")


@pytest.mark.parametrize("level", ["person", "office", "state"])
def test_network(level: str, graph: backchannel.Graph) -> None:
    """The network is networkx's own, its edges keep their contact and their claims."""
    network = graph.network(level=level, until="2022-04-01", known="2022-04-01")
    assert isinstance(network, nx.MultiDiGraph)
    assert any(node.startswith(f"{level}/") for node in network)
    edges = list(network.edges(keys=True, data=True))
    assert edges
    assert all(key == edge["contact"] and edge["claims"] for _, _, key, edge in edges)
    assert all(claim in graph.knowledge.claims for *_, edge in edges for claim in edge["claims"])


def test_rdf(graph: backchannel.Graph) -> None:
    """The same graph under rdflib's API, with what is derived in a graph of its own."""
    assert isinstance(graph.rdf, rdflib.Dataset)
    claims = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a <https://w3id.org/backchannel/ns#ContactClaim> }"
    (row,) = graph.rdf.query(claims)
    assert int(row[0]) == sum(claim.kind == "contact" for claim in graph.knowledge.claims.values())


def test_names_and_evidence(graph: backchannel.Graph) -> None:
    """Any spelling finds the person; a claim shows who said it and through whom."""
    assert graph.find("Сергей Шойгу") == graph.find("shoigu") == "person/sergei-shoigu"
    assert graph.find("Jasimow") == "person/valery-gerasimov"
    shown = graph.evidence("claim/kirby-austin-shoigu")
    assert shown.said_by == "John Kirby, Pentagon Press Secretary"
    assert len(shown.chain) >= 3


def test_every_answer_about_time_is_at_hand_in_python(graph: backchannel.Graph) -> None:
    """By names in any spelling, on both clocks, with certain and possible told apart."""
    september = graph.contacts(since="2022-09", until="2022-09")
    assert {str(one.truth) for one in september} == {"certain", "possible", "impossible"}
    gaps = graph.silences("Шойгу", "Austin", known="2022-10-31")
    assert [(gap.least, gap.most) for gap in gaps if gap.contact] == [(143, 173), (2, 2)]
    assert graph.silences("Stuttgart deconfliction hotline")[0].ends == ("channel/deconfliction-hotline",)
    assert len(graph.silences(level="state")) > 10
    assert len(graph.channels(at="2022-03-24", known="2022-04-01")) == 7
    seat = graph.holder("der US-Verteidigungsminister", "2022-03-23")
    assert [one.person for one in seat.holdings] == ["person/lloyd-austin"]
    assert graph.accounts("Milley", "Gerasimov")
    assert len(graph.accounts("contact/milley-gerasimov-call-2022-05")) == 1
    assert len(graph.disputes()) > len(graph.disputes(known="2022-03-24"))
    assert graph.origins(known="2022-04-01")
    assert graph.changes("2022-04-01", "2022-06-01")
    assert graph.changes("2022-04-01", "2022-04-01") == ()


def test_it_shows_itself(graph: backchannel.Graph) -> None:
    """In a terminal and in a notebook."""
    assert repr(graph).startswith("<backchannel.Graph 'Who could still reach whom")
    assert "<td>persons</td><td>22</td>" in graph._repr_html_()


def test_only_what_is_promised_is_there() -> None:
    """The front door is small, and a slip in a name is an AttributeError."""
    assert backchannel.__all__ == ["Graph", "open"]
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        _ = backchannel.opne
