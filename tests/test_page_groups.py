"""Nodes by state, organisation and rank: laid out in Python, each name readable, each line to be picked."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browser import Opened, open_file
from hypothesis import given, settings
from hypothesis import strategies as st
from page_case import page_case
from playwright.sync_api import Browser

from backchannel.exports.drawing import Drawing, drawing
from backchannel.exports.facing import facing, sides_of
from backchannel.exports.groupings import SIDES
from backchannel.exports.html import page
from backchannel.exports.layout import RING
from backchannel.exports.placing import RANKS, ROW, Item
from backchannel.exports.versions import versions
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

WAYS = ("organisation", "rank")
CAPITALS = ("fr", "sy")


@pytest.fixture(scope="module")
def seed_drawings(seed_knowledge: Knowledge) -> dict[str, Drawing]:
    lives = versions(seed_knowledge)
    return {level: drawing(seed_knowledge, level, lives) for level in NETWORK_LEVELS}


@pytest.fixture(scope="module")
def file(seed_knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("groups") / "graph.html"
    path.write_text(page(seed_knowledge, build_hash="b", title="A case"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file, width=1440, height=900) as found:
        found.page.emulate_media(reduced_motion="reduce")
        yield found


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


# --- in Python ---

people = st.lists(
    st.tuples(st.sampled_from([*RANKS, ""]), st.sampled_from(["fr", "sy", "ma", ""])), min_size=1, max_size=60
)
pairs = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=60)


@settings(max_examples=60)
@given(people, pairs, st.booleans())
def test_columns_hold_every_node_once_with_a_row_of_its_own(
    who: list[tuple[str, str]], ends: list[tuple[int, int]], level: bool
) -> None:
    items = [Item(f"n{at:02}", rank, rank or None, state) for at, (rank, state) in enumerate(who)]
    links = [(f"n{a:02}", f"n{b:02}") for a, b in ends if a < len(items) and b < len(items)]
    found = facing(items, links, CAPITALS, level=level)
    assert set(found.nodes) == {item.key for item in items}
    side = sides_of(items, links, CAPITALS)
    assert all((spot.x < 0) == (side[key] == "left") for key, spot in found.nodes.items())
    spots = [*found.nodes.values(), *(spot for _, spot in found.headings)]
    for column in ("left", "right"):
        heights = sorted(spot.y for spot in spots if spot.side == column)
        assert all(b - a >= 0.8 * ROW for a, b in pairwise(heights))
    assert found == facing(list(reversed(items)), list(reversed(links)), CAPITALS, level=level)


def test_bands_of_one_rank_begin_at_one_height_and_the_most_senior_stand_above() -> None:
    items = [Item("a", "minister", "minister", "fr"), Item("b", "minister", "minister", "sy")]
    items += [Item("c", "leader", "leader", "fr"), Item("d", "minister", "minister", "fr")]
    spots = facing(items, [("a", "b")], CAPITALS, level=True).nodes
    assert spots["c"].y < spots["a"].y == spots["b"].y < spots["d"].y


def test_a_group_of_none_comes_last() -> None:
    items = [Item("a", "", "leader", "fr"), Item("b", "office", "working", "fr")]
    spots = facing(items, [], CAPITALS).nodes
    assert spots["b"].y < spots["a"].y


def test_the_seed_case_is_grouped_by_what_tells_its_nodes_apart(seed_drawings: dict[str, Drawing]) -> None:
    ways = {level: sorted(one.groupings) for level, one in seed_drawings.items()}
    assert ways == {"person": ["organisation", "rank"], "office": ["organisation", "rank"], "state": []}
    rank = seed_drawings["person"].groupings["rank"]
    assert [name for name, *_ in rank["heads"]][:2] == ["leader", "minister"]


def test_each_grouping_has_a_place_for_each_node_and_a_curve_for_each_edge(
    seed_drawings: dict[str, Drawing],
) -> None:
    compared = 0
    for one in seed_drawings.values():
        for way in one.groupings.values():
            assert len(way["nodes"]) == 3 * len(one.nodes) and len(way["bends"]) == len(one.edges)
            assert {side for *_, side in zip(*[iter(way["nodes"])] * 3, strict=True)} <= set(
                range(len(SIDES))
            )
            json.dumps(way)
            compared += 1
    assert compared == 4


def large(nodes: int, links: int) -> tuple[list[Item], list[tuple[str, str]]]:
    ranks = [*RANKS, ""]
    items = [Item(f"n{at:05}", ranks[at % 7], ranks[at % 7] or None, f"s{at % 40}") for at in range(nodes)]
    ends = [(f"n{at * 7919 % nodes:05}", f"n{at * 104729 % nodes:05}") for at in range(links)]
    return items, [(min(a, b), max(a, b)) for a, b in ends if a != b]


def test_a_large_case_stands_in_discs_by_its_groups() -> None:
    from backchannel.exports.groupings import grouping

    items, links = large(RING + 400, 1500)
    found = grouping("rank", items, links, ("s0", "s1"))
    assert len({tuple(found["nodes"][at : at + 2]) for at in range(0, len(found["nodes"]), 3)}) == len(items)
    assert [name for name, *_ in found["heads"]] == sorted((*RANKS, ""))


# --- on the page ---

OVERLAPS = """() => {
  const { boxes } = backchannel.labels();
  const near = (a, b, of, size, slack) => Math.abs(a[of] - b[of]) < (a[size] + b[size]) / 2 - slack;
  const hit = (a, b) => near(a, b, 'x', 'width', 0.5) && near(a, b, 'y', 'height', 1.5);
  const after = at => boxes.slice(at + 1);
  const over = (a, at) => after(at).filter(b => hit(a, b)).map(b => [a.lines, b.lines]);
  return [boxes.length, boxes.flatMap(over)];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("level", ["person", "office"])
@pytest.mark.parametrize("group", ["state", *WAYS])
def test_every_name_stands_and_none_over_another(opened: Opened, level: str, group: str) -> None:
    opened.go(f"level={level}&group={group}")
    count, wrong = opened.page.evaluate(OVERLAPS)
    names = opened.page.evaluate("backchannel.network.body.data.nodes.length")
    assert wrong == [] and count >= names


@pytest.mark.browser
def test_where_rows_are_close_names_move_a_little_rather_than_vanish(browser: Browser, file: Path) -> None:
    """In a window of 1100 by 800 pixels at least four names of five stand, titles above them."""
    checked = 0
    for group in ("state", *WAYS):
        with open_file(browser, file, f"lang=de&group={group}", width=1100, height=800) as opened:
            _, wrong = opened.page.evaluate(OVERLAPS)
            named = opened.page.evaluate("backchannel.labels().boxes.filter(box => !box.head).length")
            nodes = opened.page.evaluate("backchannel.network.body.data.nodes.length")
            assert wrong == [] and named >= 0.8 * nodes, (group, named, nodes)
            checked += 1
    assert checked == 1 + len(WAYS)


@pytest.mark.browser
@pytest.mark.parametrize("group", ["state", *WAYS])
def test_every_line_can_be_picked_in_every_grouping(opened: Opened, group: str) -> None:
    """Somewhere each line is nearer than every other, so that a click there means it alone."""
    opened.go(f"group={group}&list=closed")
    missed = opened.page.evaluate(
        """() => {
             const { network, lines } = backchannel;
             const point = (id, part) => network.body.edges[id].edgeType.getPoint(part);
             const at = (id, part) => network.getEdgeAt(network.canvasToDOM(point(id, part)));
             const parts = Array.from({ length: 17 }, (_, at) => 0.1 + at * 0.05);
             return lines().filter(id => !parts.some(part => at(id, part) === id));
           }"""
    )
    assert missed == []


@pytest.mark.browser
def test_the_menu_changes_places_and_address_and_a_link_restores_them(
    browser: Browser, file: Path, opened: Opened
) -> None:
    places = "() => backchannel.network.getPositions()"
    before: dict[str, Any] = opened.page.evaluate(places)
    opened.page.get_by_label("Group by").select_option("rank")
    assert "group=rank" in opened.page.url
    after = opened.page.evaluate(places)
    assert before.keys() == after.keys() and before != after
    with open_file(browser, file, "group=rank", width=1440, height=900) as again:
        assert again.page.evaluate(places) == after
        assert again.quiet()
    opened.page.get_by_label("Group by").select_option("state")
    assert opened.page.evaluate(places) == before


@pytest.mark.browser
def test_it_glides_to_the_same_places_where_motion_is_not_refused(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "group=organisation", width=1440, height=900) as still:
        expected = still.page.evaluate("() => backchannel.network.getPositions()")
    with open_file(browser, file, width=1440, height=900) as moving:
        moving.go("group=organisation")
        moving.page.wait_for_function(
            """expected => { const found = backchannel.network.getPositions();
                 const same = (a, b) => a.x === b.x && a.y === b.y;
                 return Object.keys(expected).every(id => same(found[id], expected[id])); }""",
            arg=expected,
        )


@pytest.mark.browser
@pytest.mark.parametrize("wrong", ["group=planet", "group=__proto__", "level=state&group=rank"])
def test_a_grouping_that_is_none_is_that_by_state(opened: Opened, wrong: str) -> None:
    opened.go(wrong)
    expected = wrong.partition("&")[0] if wrong.startswith("level") else ""
    found = opened.page.evaluate("() => backchannel.network.getPositions()")
    opened.go(expected)
    assert found == opened.page.evaluate("() => backchannel.network.getPositions()")
    assert opened.messages == []


@pytest.mark.browser
def test_the_picture_says_how_it_is_grouped(opened: Opened) -> None:
    opened.go("group=rank&help=no")
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name="Export").click()
        opened.page.get_by_role("button", name="Drawing (SVG)").click()
    opened.page.get_by_role("button", name="Export").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "Grouped by: rank" in text and "MINISTERS" in text


def test_the_case_of_the_tests_has_ranks_but_no_organisations() -> None:
    case = page_case()
    one = drawing(case, "person", versions(case))
    assert list(one.groupings) == ["rank"]
    assert math.isfinite(sum(one.groupings["rank"]["bends"]))
