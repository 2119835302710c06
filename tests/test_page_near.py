"""One node and what is around it: focus, hide, fold, open, bring back; in the address and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from page_case import contact_keys, page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.projection import network

pytestmark = pytest.mark.browser

ALL = {"chancellor", "firefly", "teasdale", "trentino", "vera"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("near") / "graph.html"
    path.write_text(page(page_case(), build_hash="0123abcd", title="A case"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


def seen(opened: Opened) -> set[str]:
    """The persons whose node is drawn."""
    found = opened.page.evaluate(
        """Object.values(backchannel.network.body.nodes).filter(one => one.options.hidden !== true)
             .map(one => one.id).filter(id => id.startsWith('person person/')).map(id => id.slice(14))"""
    )
    return set(found)


def is_one_set(opened: Opened) -> bool:
    """Table, canvas and count are one set, and no line leads to a node that is not drawn."""
    lines = opened.page.evaluate(
        """backchannel.lines().flatMap(id => { const { from, to } = backchannel.network.body.edges[id];
             return [from.options.hidden === true, to.options.hidden === true] })"""
    )
    count = opened.page.locator("#status").inner_text().split(" ")[0]
    shown = opened.shown()
    drawn = set(opened.drawn())
    return opened.rows() == shown and drawn <= set(shown) and int(count) == len(shown) and not any(lines)


def test_focus_shows_one_or_two_steps_around_a_person(opened: Opened) -> None:
    graph = network(page_case(), "person").to_undirected(as_view=True)
    around = {key.split("/")[1] for key in graph["person/vera"]} | {"vera"}
    opened.go("sel=person/vera")
    opened.page.get_by_role("button", name="Only what is around it").press("Enter")
    assert "focus=person%2Fvera" in opened.page.url
    assert seen(opened) == around == {"vera", "teasdale", "trentino", "firefly"}
    assert is_one_set(opened)
    assert "Only around Vera Marcal: one step" in opened.page.locator("#filters").inner_text()
    opened.page.get_by_role("button", name="Two steps").press("Enter")
    assert seen(opened) == ALL and "reach=2" in opened.page.url and is_one_set(opened)
    opened.page.get_by_role("button", name="Show all again").press("Enter")
    assert seen(opened) == ALL and opened.shown() == sorted(contact_keys(page_case()))


def test_the_focus_follows_the_range_and_the_clock(opened: Opened) -> None:
    opened.go("focus=person/vera&known=2029-02-28")
    assert seen(opened) == {"vera"} and opened.shown() == []
    opened.go("focus=person/vera&from=2029-02-10&to=2029-02-10")
    assert seen(opened) == {"vera", "firefly", "teasdale"} and is_one_set(opened)
    opened.go("focus=person/teasdale&from=2029-01-20&to=2029-01-20&possible=no")
    assert seen(opened) == {"teasdale", "firefly"} and opened.shown() == ["contact/at-home"]


def test_a_neighbour_can_be_opened_beyond_the_focus(opened: Opened) -> None:
    opened.go("focus=person/chancellor&sel=person/trentino")
    before = seen(opened)
    assert before == {"chancellor", "firefly", "trentino"}
    opened.page.get_by_role("button", name="Show its 1 other neighbours").press("Enter")
    assert seen(opened) == before | {"vera"} and "grow=person%2Ftrentino" in opened.page.url
    assert is_one_set(opened)


def test_hiding_takes_a_person_and_their_lines_away_and_brings_them_back(opened: Opened) -> None:
    opened.go("sel=person/trentino")
    opened.page.get_by_role("button", name="Hide", exact=True).press("Enter")
    assert seen(opened) == ALL - {"trentino"} and is_one_set(opened)
    assert "contact/call-1" not in opened.shown() and "contact/three" in opened.shown()
    assert opened.page.evaluate("document.activeElement.id") == "graph"
    chip = opened.page.locator("#filters .near")
    assert "Hidden: Ambassador Trentino" in " ".join(chip.inner_text().split())
    opened.page.locator("#graph").focus()
    reached = set()
    for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] * 4:
        opened.page.keyboard.press(key)
        reached.add(opened.page.evaluate("backchannel.state().sel"))
    assert "person/trentino" not in reached and len(reached) > 2
    chip.get_by_role("button", name="Bring back Ambassador Trentino").press("Enter")
    assert seen(opened) == ALL and len(opened.shown()) == 14


def test_folding_takes_away_what_hangs_on_one_alone(opened: Opened) -> None:
    opened.go("hide=person/chancellor&from=2029-01-20&to=2029-02-10&sel=person/firefly")
    opened.page.get_by_role("button", name="Fold away 1 that hang on it alone").press("Enter")
    assert "fold=person%2Ffirefly" in opened.page.url
    assert "trentino" not in seen(opened) and "firefly" in seen(opened)
    assert is_one_set(opened)
    opened.page.get_by_role("button", name="other neighbours").press("Enter")
    assert "trentino" in seen(opened) and "fold" not in opened.page.url


def test_all_is_brought_back_at_once(opened: Opened) -> None:
    state = "focus=person/vera&reach=2&hide=person/chancellor&fold=person/firefly&grow=person/vera"
    for name in ("Bring all back", "Clear all filters"):
        opened.go(state)
        opened.page.get_by_role("button", name=name).click()
        assert seen(opened) == ALL and len(opened.shown()) == 14
        assert not any(word in opened.page.url for word in ("focus", "hide", "fold", "grow"))


def test_a_link_restores_what_is_in_sight(browser: Browser, file: Path, opened: Opened) -> None:
    state = "focus=person/vera&reach=2&hide=person/chancellor&hide=person/teasdale"
    opened.go(state)
    with open_file(browser, file, state) as again:
        assert again.rows() == opened.rows() and seen(again) == seen(opened) == {
            "vera",
            "firefly",
            "trentino",
        }


def test_what_is_not_drawn_at_a_level_narrows_nothing_there(opened: Opened) -> None:
    for state in (
        "focus=person/vera&hide=person/firefly&level=state",
        "focus=__proto__&hide=x&fold=<b>&reach=9",
    ):
        opened.go(state)
        assert len(opened.shown()) == 14 and opened.page.locator("#filters .near").count() == 0
    opened.go("focus=person/vera&level=state&sel=person/vera")
    assert opened.page.get_by_role("button", name="Only what is around it").count() == 0
    assert opened.messages == []


def test_counts_of_facets_stay_those_of_what_choosing_would_leave(opened: Opened) -> None:
    near = "focus=person/teasdale&hide=person/chancellor"
    opened.go(near)
    boxes = opened.page.evaluate(
        """[...document.querySelectorAll('#filters input[data-facet]')].map(box =>
             [box.dataset.facet, box.dataset.value,
              Number(box.parentElement.querySelector('.count').textContent)])"""
    )
    for facet, value, count in boxes:
        opened.go(f"{near}&{facet}={value}")
        assert len(opened.shown()) == count and is_one_set(opened), (facet, value)
    assert len(boxes) >= 15


def test_an_empty_view_leads_out_of_hiding(opened: Opened) -> None:
    opened.go("&".join(f"hide=person/{name}" for name in sorted(ALL)) + "&hide=state/fr&hide=state/sy")
    assert opened.drawn() == []
    opened.go("focus=person/teasdale&reach=1&outcome=cancelled&hide=person/trentino")
    assert opened.shown() == [] and opened.page.locator("#empty").is_visible()
    opened.page.locator("#filters").get_by_role("button", name="Bring all back").click()
    assert opened.shown() == ["contact/visit"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_wrong(browser: Browser, file: Path, scheme: str, width: int) -> None:
    with open_file(browser, file, scheme=scheme, width=width, height=844, bypass=True) as opened:
        for state in ("focus=person/vera&sel=person/vera", "hide=person/vera&fold=person/firefly&lang=de"):
            opened.go(state)
            assert violations(opened) == [], state
            assert opened.page.evaluate("document.documentElement.scrollWidth") == width
