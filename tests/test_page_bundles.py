"""Contacts taken together: parallel ones in bundles, officials in groups; what is drawn is what is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from page_case import contact_keys, page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import network

pytestmark = pytest.mark.browser

PAIR = "person/firefly~person/trentino"
STATES = "state/fr~state/sy"


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return page_case()


@pytest.fixture(scope="module")
def file(case: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundles") / "graph.html"
    path.write_text(page(case, build_hash="b0", title="A case"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


def between(case: Knowledge, one: str, other: str) -> list[str]:
    """The contacts between two nodes of the network of persons."""
    edges = network(case, "person").edges(keys=True)
    return sorted(key for source, target, key in edges if {source, target} == {one, other})


# What an address says, and the same for the network in Python; the outcome that is left.
RANGES = {
    "": ({}, None),
    "from=2029-02-01&to=2029-03-31": ({"since": "2029-02-01", "until": "2029-03-31"}, None),
    "outcome=held&known=2029-06-30": ({"known": "2029-06-30"}, "held"),
}


@pytest.mark.parametrize("level", ["person", "office", "state"])
@pytest.mark.parametrize("view", ["auto", "single", "bundles", "groups", "groups&apart=state/fr"])
@pytest.mark.parametrize("said", RANGES)
def test_whatever_the_view_the_canvas_draws_the_contacts_of_the_network(
    opened: Opened, case: Knowledge, level: str, view: str, said: str
) -> None:
    arguments, outcome = RANGES[said]
    edges = network(case, level, **arguments).edges(keys=True, data=True)
    expected = {key for _, _, key, edge in edges if outcome in (None, edge["outcome"])}
    opened.go(f"level={level}&{said}&view={view}")
    assert opened.drawn() == sorted(expected) and len(expected) > 3
    assert expected <= set(opened.rows()) == set(opened.shown())


def test_a_bundle_is_one_for_each_pair_and_its_panel_lists_every_contact(
    opened: Opened, case: Knowledge
) -> None:
    opened.go(f"view=bundles&sel={PAIR}")
    pairs = Counter(frozenset(ends) for *ends, _ in network(case, "person").edges(keys=True))
    assert f"{len(pairs)} bundles of parallel contacts" in opened.page.locator("#status").inner_text()
    panel = opened.page.locator("#panel")
    wanted = between(case, *PAIR.split("~"))
    assert panel.locator(".links button").count() == len(wanted) == 8
    assert "8 contacts in this bundle" in panel.inner_text()
    panel.locator(".links button").first.click()
    assert opened.page.evaluate("backchannel.state().sel") in wanted


def test_a_click_on_a_bundle_chooses_it_and_a_single_contact_itself(opened: Opened) -> None:
    opened.go("view=bundles")
    opened.page.wait_for_timeout(300)
    picked = opened.page.evaluate(
        """() => { const found = {};
             const box = document.querySelector('#graph').getBoundingClientRect();
             for (const [key, { x, y }] of backchannel.spots()) found[key] = [box.left + x, box.top + y];
             return found; }"""
    )
    assert len(picked) == 7  # the contact of three has the three lines of its pairs
    right = 0
    for key, (x, y) in picked.items():
        opened.page.mouse.click(x, y)
        chosen = opened.page.evaluate("backchannel.state().sel")
        assert chosen in picked or chosen.startswith("person/")  # where two cross, either
        right += chosen == key
        opened.go("view=bundles")
    assert right >= 4
    opened.page.mouse.click(*picked[PAIR])
    assert opened.page.evaluate("backchannel.state().sel") == PAIR


def test_groups_say_what_they_hold_and_open_by_the_keyboard(opened: Opened) -> None:
    opened.go("view=groups&sel=state/fr")
    assert "Taken together by state: 3 groups" in opened.page.locator("#status").inner_text()
    opened.page.locator("#graph").focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("[...backchannel.state().apart]") == ["state/fr"]
    assert "apart=state%2Ffr" in opened.page.url
    assert "2 groups" in opened.page.locator("#status").inner_text()
    opened.page.get_by_role("button", name="Close Freedonia again").click()
    assert opened.page.evaluate("[...backchannel.state().apart]") == []
    opened.page.get_by_role("button", name="Open Freedonia", exact=True).click()
    opened.page.get_by_role("button", name="Close all groups").click()
    assert opened.page.evaluate("[...backchannel.state().apart]") == []


def test_those_without_a_group_are_a_group_that_opens(opened: Opened) -> None:
    """Whose rank nobody gives stand together; they are chosen, listed and opened as any other group."""
    opened.go("view=groups&group=rank&sel=none")
    assert opened.page.locator("#panel-title").inner_text() == "No rank known"
    listed, drawn = opened.page.locator("#panel .links li").count(), opened.drawn()
    assert listed > 0 and drawn
    opened.page.locator("#panel button[data-keep=openGroup]").click()
    assert "apart=none" in opened.page.url
    assert opened.page.locator("#panel .links li").count() == listed
    assert opened.drawn() == drawn
    opened.page.locator("#panel button[data-keep=openGroup]").click()
    assert "apart" not in opened.page.url
    assert opened.quiet(), opened.messages


def test_a_link_restores_the_view(browser: Browser, file: Path) -> None:
    state = f"view=groups&apart=state/sy&sel={STATES}&lang=en"
    with open_file(browser, file, state) as first, open_file(browser, file) as second:
        second.go(state)
        assert second.drawn() == first.drawn()
        status = [one.page.locator("#status").inner_text() for one in (first, second)]
        assert status[0] == status[1]
        assert first.quiet(), first.messages


@pytest.mark.parametrize(
    "wrong",
    ["view=heap", "sel=person/firefly~", "sel=~", "sel=state/fr~state/nowhere", "apart=state/nowhere"],
)
def test_what_an_address_says_wrongly_of_views_is_as_if_it_said_nothing(opened: Opened, wrong: str) -> None:
    opened.go(wrong)
    found = opened.page.evaluate("(({ view, sel, apart }) => [view, sel, [...apart]])(backchannel.state())")
    assert found == ["auto", "", []]


@pytest.mark.parametrize("state", ["view=groups", f"view=bundles&sel={PAIR}"])
def test_views_have_no_violation_of_accessibility(browser: Browser, file: Path, state: str) -> None:
    for scheme, width in (("light", 1280), ("dark", 390)):
        with open_file(browser, file, state, width=width, scheme=scheme, bypass=True) as opened:
            assert violations(opened) == []


def test_the_case_has_parallel_contacts(case: Knowledge) -> None:
    """The tests above have something to take together."""
    assert len(contact_keys(case)) == 14 and len(between(case, *PAIR.split("~"))) == 8
