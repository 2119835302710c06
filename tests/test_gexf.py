"""GEXF: valid by its own schema, parallel edges apart, times as they are known and not a day more."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import LARGE
from hypothesis import given, settings
from lxml import etree
from networks import CONTACTS, DATES, HOSTILE, NAMES, PEOPLE, invented, named
from samples import rich

from backchannel.exports.gexf import gexf
from backchannel.exports.network_rows import Asked, Listing, listing
from backchannel.graph.bounds import days, julian_day, occurrence
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "assets" / "gexf-1.3" / "gexf.rng"))
NS = {"g": "http://gexf.net/1.3"}
RAN: Counter[str] = Counter()


def written(one: Listing) -> Any:
    root = etree.fromstring("".join(gexf(one)).encode("utf-8"))
    assert SCHEMA.validate(root), SCHEMA.error_log
    return root


def spells(element: Any) -> list[tuple[str | None, str | None]]:
    return [(one.get("start"), one.get("end")) for one in element.iterfind("g:spells/g:spell", NS)]


def value(element: Any, name: str) -> str | None:
    found = element.find(f"g:attvalues/g:attvalue[@for='{name}']", NS)
    return None if found is None else found.get("value")


def inside(inner: tuple[str | None, str | None], outer: tuple[str | None, str | None]) -> bool:
    begun = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    return begun and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def check(one: Listing) -> None:
    root = written(one)
    nodes = {node.get("id"): spells(node) for node in root.iterfind(".//g:node", NS)}
    edges = root.findall(".//g:edge", NS)
    assert (len(nodes), len(edges)) == (len(one.nodes.rows), len(one.edges.rows))
    assert root.find(".//g:edges", NS).get("count") == str(len(edges))
    # Gephi takes two edges of one kind between the same two for one, whichever way they lead.
    apart = {(frozenset((edge.get("source"), edge.get("target"))), edge.get("kind")) for edge in edges}
    assert len(apart) == len(edges) == len({edge.get("id") for edge in edges})
    for edge in edges:
        assert edge.get("type") == ("directed" if value(edge, "directed") == "true" else "undirected")
        for end in ("source", "target"):
            check_spells(spells(edge), nodes[edge.get(end)])
    for stretches in nodes.values():
        assert all(a[1] and b[0] and a[1] < b[0] for a, b in pairwise(stretches))
    RAN["edges"] += len(edges)


def check_spells(
    edge: list[tuple[str | None, str | None]], node: list[tuple[str | None, str | None]]
) -> None:
    """An edge has one spell or none, and never stands without its ends."""
    assert len(edge) <= 1
    if edge and node:
        assert any(inside(edge[0], one) for one in node)


@settings(max_examples=1000 if LARGE else 80)
@given(CONTACTS, NAMES)
def test_it_is_valid_and_parallel_edges_stay_apart(contacts: list[Any], name: str) -> None:
    RAN["networks"] += 1
    check(listing(invented(contacts, name), "b0"))


def test_so_many_networks_were_checked() -> None:
    assert RAN["networks"] >= (1000 if LARGE else 80)
    assert RAN["edges"] > RAN["networks"]


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_the_seed_case(level: str, seed_knowledge: Knowledge) -> None:
    one = listing(seed_knowledge, "b0", Asked(level))
    assert len(one.edges.rows) >= 16
    check(one)


def test_open_and_unknown_sides_are_left_open() -> None:
    """Every form of date: the spell is that of its possible days, and nothing where nothing is known."""
    contacts = [(PEOPLE[0], PEOPLE[2], "held", when, True) for when in DATES]
    found = {
        value(edge, "contact"): edge
        for edge in written(listing(invented(contacts), "b0")).iterfind(".//g:edge", NS)
    }
    checked = Counter[str]()
    for number, when in enumerate(DATES):
        edge = found[f"contact/c{number}"]
        first, last = days(occurrence(when)) if when else (None, None)
        told = [tuple(None if day is None else julian_day(day) for day in one) for one in spells(edge)]
        assert told == ([] if (first, last) == (None, None) else [(first, last)])
        sure = edge.find("g:attvalues/g:attvalue[@for='sureness']", NS)
        assert sure.get("value") == ("certain" if first is not None and first == last else "possible")
        assert [(sure.get("start"), sure.get("end"))] == (spells(edge) or [(None, None)])
        checked["open" if None in (first, last) else sure.get("value")] += 1
    assert checked == {"certain": 1, "possible": 6, "open": 7}


def test_a_person_is_there_while_in_office_as_known() -> None:
    """The tenure's end counts from the day on which it was known; its sure days are an attribute."""
    there = {}
    for known in ("2029-12-31", "2031-06-30"):
        root = written(listing(rich(), "b0", Asked(known=known)))
        node = root.find(".//g:node[@id='person/firefly']", NS)
        there[known] = (spells(node), value(node, "surely_in_office"))
    assert there["2029-12-31"] == ([("2027-05-01", None)], "2027-05-31/2029-12-31")
    assert there["2031-06-30"] == ([("2027-05-01", "2031-01-02")], "2027-05-31/2031-01-02")


def test_a_tenure_that_begins_after_the_window_is_not_drawn() -> None:
    one = listing(rich(), "b0", Asked(until="2028-04-30"))
    assert [row[0] for row in one.nodes.rows if "2028-05-01" in str(row)] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_lose_no_row(name: str) -> None:
    check(listing(named(name), "b0"))


def test_a_network_of_nothing() -> None:
    check(listing(Knowledge("Nobody", "en"), "b0"))


def test_attributes_are_typed_and_declared() -> None:
    root = written(listing(rich(), "b0"))
    declared = {
        (block.get("class"), one.get("id")): (block.get("mode"), one.get("type"))
        for block in root.iterfind(".//g:attributes", NS)
        for one in block.iterfind("g:attribute", NS)
    }
    assert declared["edge", "certain"] == ("static", "boolean")
    assert declared["edge", "times"] == ("static", "integer")
    assert declared["edge", "sureness"] == ("dynamic", "string")
    used = {("node", one.get("for")) for one in root.iterfind(".//g:node//g:attvalue", NS)}
    used |= {("edge", one.get("for")) for one in root.iterfind(".//g:edge//g:attvalue", NS)}
    assert used <= set(declared)
    assert len(used) > 20


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<spell start="', '<spell startopen="'),
        ('timeformat="date"', 'timeformat="day"'),
        ('type="directed"', 'type="onward"'),
        ('version="1.3"', 'version="1.2"'),
    ],
)
def test_the_schema_would_have_noticed(right: str, wrong: str) -> None:
    """What is wrong by GEXF 1.3 is refused by the schema that the tests above rely on."""
    text = "".join(gexf(listing(rich(), "b0")))
    assert right in text
    assert not SCHEMA.validate(etree.fromstring(text.replace(right, wrong).encode("utf-8")))


def test_days_are_days() -> None:
    """Each start and end is a day of the calendar."""
    root = written(listing(rich(), "b0"))
    found = [day for one in root.iter(f"{{{NS['g']}}}spell") for day in one.attrib.values()]
    assert len([date.fromisoformat(day) for day in found]) > 4
