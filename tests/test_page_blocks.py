"""The blocks of the page hold what was packed, whatever it was, and the same input gives the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_blocks import page_of
from page_case import page_case
from samples import rich

from backchannel.exports.columns import coded, packed, unpacked
from backchannel.exports.drawing import drawing
from backchannel.exports.html import page, picture
from backchannel.exports.page_blocks import CHUNK, blocks
from backchannel.exports.page_data import page_data
from backchannel.exports.versions import versions
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # benchmarks/ is no part of the package

from benchmarks.world import world

CASES = {
    "page case": page_case,
    "every field": rich,
    "nothing": lambda: Knowledge("Nothing", "en"),
    "some blocks of texts": lambda: world(60, 2 * CHUNK + 7),
}


def without(row: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


@pytest.mark.parametrize("name", CASES)
def test_a_page_holds_what_its_case_says(name: str) -> None:
    """Names, contacts, silences, claims with their chains, nodes and lines: all of it, and no more."""
    known = CASES[name]()
    found = page_of(page(known, build_hash="b0", title="A case"))
    lives = versions(known)
    drawings = [drawing(known, level, lives) for level in NETWORK_LEVELS]
    nodes, edges = found.pop("nodes"), found.pop("edges")
    assert nodes == [
        {n: v for n, v in node.items() if n != "label"} for one in drawings for node in one.nodes
    ]
    assert edges == [dict(edge) for one in drawings for edge in one.edges]
    expected = {**page_data(known), "build": "b0", "level": "person"}
    expected["headings"] = [heading for one in drawings for heading in one.headings]
    ways = {level: one.groupings for level, one in zip(NETWORK_LEVELS, drawings, strict=True)}
    expected["groupings"] = {level: dict(found) for level, found in ways.items()}
    assert found == expected
    assert len(found["claims"]) == len(known.claims)


def test_what_a_page_holds_comes_from_its_network() -> None:
    """It is the edges of pyvis that are packed, and they must be in order."""
    known = page_case()
    lives = versions(known)
    net = picture("A case", [drawing(known, level, lives) for level in NETWORK_LEVELS])
    data = {**page_data(known), "build": "b", "level": "person", "headings": [], "groupings": {}}
    whole = blocks(data, net.nodes, net.edges)
    assert blocks(data, net.nodes, net.edges[:-1])["start"] != whole["start"]
    with pytest.raises(ValueError, match="level person: expected them in the order of"):
        blocks(data, net.nodes, list(reversed(net.edges)))


@settings(max_examples=150)
@given(
    st.dictionaries(st.text(max_size=4), st.lists(st.integers(-(2**31), 2**31 - 1), max_size=40), max_size=4),
    st.recursive(st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"]))
                 | st.integers(-(2**53), 2**53),
                 lambda inner: st.lists(inner, max_size=3), max_leaves=8),
)  # fmt: skip
def test_whatever_is_packed_comes_out_again(columns: dict[str, list[int]], rest: object) -> None:
    text = packed(columns, rest)
    assert unpacked(text) == (columns, rest)
    assert packed(columns, rest) == text


PLAIN = st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=2)


@given(st.lists(PLAIN | st.lists(st.text(max_size=1))))
def test_places_lead_back_to_their_values(values: list[object]) -> None:
    """Also where Python takes two values for equal, as 1 and True."""
    places, table = coded(values)
    assert [repr(table[at]) for at in places] == [repr(value) for value in values]
    assert len({repr(value) for value in table}) == len(table)


def test_a_column_of_too_wide_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match=r"column x: expected values within 2\*\*32 of one another"):
        packed({"x": [0, 2**32]}, None)


def test_a_lone_surrogate_in_a_name_breaks_no_page() -> None:
    known = page_case()
    broken = replace(known, title="\ud800")
    assert "?" in page(broken, build_hash="b", title="\ud800")
