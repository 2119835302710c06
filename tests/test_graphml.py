"""GraphML: other programs read back what was written, whatever the names are."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from conftest import LARGE
from hypothesis import given, settings
from lxml import etree
from networks import CONTACTS, HOSTILE, NAMES, cells, invented, named

from backchannel.exports.graphml import graphml
from backchannel.exports.network_columns import EDGE_COLUMNS, NODE_COLUMNS
from backchannel.exports.network_rows import Asked, Listing, listing
from backchannel.exports.report_model import Table
from backchannel.exports.xml_text import xml_name
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, network

PAGE = Path(__file__).parent.parent / "exports" / "page" / "src" / "graphml.js"
LOST = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what is no Char of XML 1.0
RAN: Counter[str] = Counter()


def written(one: Listing) -> bytes:
    return "".join(graphml(one)).encode("utf-8")


def expected(table: Table, row: tuple[Any, ...]) -> dict[str, Any]:
    """What a reader should see of a row: nothing of what isn't known, lists by blanks."""
    found = cells(table, row)
    texts = {
        name: LOST.sub("\ufffd", " ".join(value) if isinstance(value, tuple) else value)
        if isinstance(value, str | tuple)
        else value
        for name, value in found.items()
    }
    return {name: value for name, value in texts.items() if value not in (None, "")}


def check(one: Listing) -> None:
    """networkx reads every node and edge with equal attributes of equal types."""
    read = nx.read_graphml(io.BytesIO(written(one)), force_multigraph=True)
    nodes = {data["key"]: data for _, data in read.nodes(data=True)}
    assert nodes == {row[0]: expected(one.nodes, row) for row in one.nodes.rows}
    edges = {key: (u, v, data) for u, v, key, data in read.edges(keys=True, data=True)}
    assert len(edges) == len(one.edges.rows) == read.number_of_edges()
    for row in one.edges.rows:
        wanted = expected(one.edges, row)
        name, source, target = (xml_name(wanted.pop(field)) for field in ("id", "source", "target"))
        found = {field: value for field, value in edges[name][2].items() if field != "id"}
        assert (*edges[name][:2], found) == (source, target, wanted)
        assert {field: type(value) for field, value in found.items()} == {
            field: type(value) for field, value in wanted.items()
        }
    RAN["edges"] += len(edges)


@settings(max_examples=1000 if LARGE else 80)
@given(CONTACTS, NAMES)
def test_it_is_read_back_equal(contacts: list[Any], name: str) -> None:
    RAN["networks"] += 1
    check(listing(invented(contacts, name), "b0"))


def test_so_many_networks_were_read_back() -> None:
    """The test above ran on as many as it says, with edges in them."""
    assert RAN["networks"] >= (1000 if LARGE else 80)
    assert RAN["edges"] > RAN["networks"]


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_the_seed_case(level: str, seed_knowledge: Knowledge) -> None:
    one = listing(seed_knowledge, "b0", Asked(level))
    graph = network(seed_knowledge, level)
    assert len(one.edges.rows) == graph.number_of_edges() >= 16
    assert [row[0] for row in one.nodes.rows] == sorted(graph)
    check(one)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_lose_no_row(name: str) -> None:
    """A strict parser reads it; each id is an NMTOKEN and stands once."""
    one = listing(named(name), "b0")
    root = etree.fromstring(written(one))
    ids = root.xpath("//*[local-name()='node' or local-name()='edge']/@id")
    assert len(ids) == len(set(ids)) == len(one.nodes.rows) + len(one.edges.rows) == 3
    assert all(re.fullmatch(r"[\w.:-]+", each) for each in ids)
    check(one)


def test_a_network_of_nothing() -> None:
    check(listing(Knowledge("Nobody", "en"), "b0"))


def test_names_and_types_are_those_of_the_page() -> None:
    """What the page exports under a name, this exports under the same; only positions are the page's."""
    source = PAGE.read_text(encoding="utf-8")
    found = 0
    for of, columns in (("NODE", NODE_COLUMNS), ("EDGE", EDGE_COLUMNS)):
        block = re.search(rf"const {of} = \{{([^}}]*)\}}", source)
        assert block
        page = dict(re.findall(r'(\w+): "(\w+)"', block[1]))
        types = {
            column.name: {"flag": "boolean", "count": "int"}.get(column.kind, "string") for column in columns
        }
        assert {name: kind for name, kind in page.items() if name not in ("x", "y")}.items() <= types.items()
        found += len(page)
    assert found >= 18


def test_no_two_keys_become_one_id() -> None:
    keys = ["a/b", "a:b", "a_b", "a_3a_b", "a_2f_b", "a b", "a_20_b", "ä", "_e4_"]
    assert len({xml_name(key) for key in keys}) == len(keys)
