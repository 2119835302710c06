"""The page of a large case: everything drawn, found, listed and reached as on a small one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Opened, listening, new_tab, open_file
from page_case import contact_keys
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import network

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # benchmarks/ is no part of the package

from benchmarks.world import world

pytestmark = pytest.mark.browser

PERSONS, CONTACTS = 400, 1700
WINDOW = "from=2014-03-01&to=2016-08-31"


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return world(PERSONS, CONTACTS)


@pytest.fixture(scope="module")
def file(case: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "graph.html"
    path.write_text(page(case, build_hash="b0", title="A large case"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file, "view=single") as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("view=single")
    return shared


def test_every_contact_is_drawn_and_listed_and_vis_network_holds_none_of_them(
    opened: Opened, case: Knowledge
) -> None:
    assert opened.shown() == opened.drawn() == opened.rows() == sorted(contact_keys(case))
    assert len(opened.drawn()) == CONTACTS
    assert opened.page.evaluate("[network.body.edgeIndices.length, network.body.nodeIndices.length]"
                                .replace("network", "backchannel.network")) == [0, 0]  # fmt: skip
    assert opened.quiet(), opened.messages


@pytest.mark.parametrize(
    ("state", "arguments"),
    [
        (WINDOW, {"since": "2014-03-01", "until": "2016-08-31"}),
        ("known=2015-06-30", {"known": "2015-06-30"}),
        (f"{WINDOW}&known=2015-12-31&level=office", {"since": "2014-03-01", "until": "2016-08-31",
                                                     "known": "2015-12-31", "level": "office"}),
        ("outcome=refused", {}),
    ],
)  # fmt: skip
def test_canvas_and_table_are_one_set_that_of_the_network(
    opened: Opened, case: Knowledge, state: str, arguments: dict[str, Any]
) -> None:
    opened.go(f"view=single&{state}")
    graph = network(case, arguments.pop("level", "person"), **arguments)
    wanted = "refused" if "outcome" in state else ""
    edges = graph.edges(keys=True, data=True)
    found = {key for _, _, key, edge in edges if not wanted or edge["outcome"] == wanted}
    assert opened.shown() == opened.drawn() == opened.rows() == sorted(found)
    assert 0 < len(found) < CONTACTS


def test_a_step_of_time_gives_the_picture_that_its_link_gives(browser: Browser, file: Path) -> None:
    """What was added up and taken away line by line is, pixel by pixel, what is drawn at once."""
    with open_file(browser, file, f"view=single&{WINDOW}") as stepped:
        for end in ("2017-05-31", "2013-12-31", "2015-02-28", "2015-03-31"):
            stepped.go(f"view=single&from=2013-01-01&to={end}")
        moved = pixels(stepped)
    with open_file(browser, file, "view=single&from=2013-01-01&to=2015-03-31") as linked:
        assert pixels(linked) == moved
        assert len(set(moved)) > 1
        linked.go("view=single&from=2013-01-01&to=2015-02-28")
        assert pixels(linked) != moved


def pixels(opened: Opened) -> str:
    opened.page.wait_for_timeout(400)  # the camera rests
    found: str = opened.page.evaluate(
        """() => new Promise(done => { backchannel.network.once('afterDrawing', context =>
             done(context.canvas.toDataURL())); backchannel.network.redraw(); })"""
    )
    return found


# What stands around the picture: the counts of all facets, of tabs and bars, the status, the table.
AROUND = """() => ({
  facets: [...document.querySelectorAll("#filters .choice")].map(one => one.innerText),
  tabs: document.querySelector("#tabs").innerText,
  status: document.querySelector("#status").innerText,
  legend: document.querySelector("#legend").innerText,
  bars: [...document.querySelectorAll(".area")].map(one => one.getAttribute("aria-label")),
  rows: [...document.querySelectorAll("#table tbody tr:not(.gap)")].slice(0, 8).map(one => one.innerText),
})"""
ROUNDS = 3 if os.environ.get("BACKCHANNEL_LARGE") else 1
KEYS = ("PageDown", "PageDown", "ArrowLeft", "PageUp", "PageDown", "Home", "PageDown")


def test_after_many_steps_everything_counts_as_in_a_page_that_begins_there(
    browser: Browser, file: Path
) -> None:
    """Counts move from step to step by what changed; none is lost on the way, whichever thumb moves."""
    cases = 0
    with open_file(browser, file, "view=single&open=outcome.mode.state.rank.channel.source") as opened:
        for thumb in ("to", "from", "known"):
            for round_ in range(ROUNDS):
                for key in KEYS[round_:]:
                    opened.page.locator(f".thumb.{thumb}").press(key)
                opened.page.wait_for_function("() => backchannel.ready()")
                with open_file(browser, file, opened.page.url.partition("#")[2]) as fresh:
                    assert opened.page.evaluate(AROUND) == fresh.page.evaluate(AROUND), opened.page.url
                    assert pixels(opened) == pixels(fresh), opened.page.url
                cases += 1
    assert cases == 3 * ROUNDS


def test_an_older_browser_reads_the_same_by_our_own_means(browser: Browser, file: Path) -> None:
    """One that can neither inflate nor read base64 itself draws and lists the same, pixel by pixel."""
    with new_tab(browser) as page, open_file(browser, file, "view=single&lang=en") as young:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.add_init_script("delete Uint8Array.fromBase64; delete globalThis.DecompressionStream")
        old = listening(page)
        page.goto(f"{file.as_uri()}#view=single&lang=en")
        page.wait_for_function("() => globalThis.backchannel")
        assert page.evaluate("'fromBase64' in Uint8Array || 'DecompressionStream' in globalThis") is False
        assert young.page.evaluate("'DecompressionStream' in globalThis") is True
        assert page.evaluate(AROUND) == young.page.evaluate(AROUND)
        assert pixels(old) == pixels(young)
        assert old.drawn() == young.drawn() and len(old.drawn()) == CONTACTS
        assert old.quiet(), old.messages


def test_the_table_scrolls_through_all_that_it_lists(opened: Opened) -> None:
    """Only some rows are there at once, yet all of them come by, each with its number."""
    opened.go("view=single&list=large")
    count = opened.page.locator("#table tr[data-contact]").count()
    assert 5 < count < 120
    assert opened.page.locator("#table table").get_attribute("aria-rowcount") == str(CONTACTS + 1)
    seen: dict[str, str] = {}
    place = -1.0
    while True:
        rows, top = opened.page.evaluate(
            """async () => { const box = document.querySelector('#table');
                 const rows = [...box.querySelectorAll('tr[data-contact]')].map(row => [row.ariaRowIndex
                   ?? row.getAttribute('aria-rowindex'), row.dataset.contact]);
                 const top = box.scrollTop;
                 box.scrollTop += box.clientHeight;
                 await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                 return [rows, top]; }"""
        )
        seen |= dict(rows)
        if top == place:
            break
        place = top
    assert sorted(int(number) for number in seen) == list(range(2, CONTACTS + 2))
    assert sorted(seen.values()) == opened.page.evaluate("backchannel.listed()")


def test_the_keyboard_goes_through_the_table_beyond_what_is_there(opened: Opened) -> None:
    opened.page.evaluate("document.querySelector('#table').scrollTop = 0")
    opened.page.locator("#table tbody button").first.focus()
    index = "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
    for key, expected in (("End", CONTACTS + 1), ("ArrowUp", CONTACTS), ("Home", 2), ("ArrowDown", 3)):
        opened.page.keyboard.press(key)
        assert opened.page.evaluate(index) == str(expected)
    for _ in range(60):
        opened.page.keyboard.press("ArrowDown")
    assert opened.page.evaluate(index) == "63"
    opened.page.keyboard.press("Enter")
    row = opened.page.locator("tr.chosen")
    assert row.get_attribute("data-contact") == opened.page.evaluate("backchannel.state().sel")


def test_lines_and_nodes_are_found_where_they_are_drawn(opened: Opened, case: Knowledge) -> None:
    """A click on a node selects it; one on a line, of what is selected, its contact."""
    opened.go("view=single&sel=person/" + busiest(case).partition("/")[2])
    assert opened.page.evaluate("backchannel.state().sel") == busiest(case)
    opened.page.evaluate("backchannel.network.moveTo({ scale: 1.2, position: {x: 0, y: 0} })")
    opened.page.wait_for_timeout(400)
    clicked = 0
    box = opened.page.locator("#graph").bounding_box()
    assert box is not None
    for part in (0.3, 0.45, 0.6):
        opened.page.mouse.click(box["x"] + box["width"] * part, box["y"] + box["height"] * 0.55)
        chosen = opened.page.evaluate("backchannel.state().sel")
        clicked += bool(chosen)
        assert chosen == "" or chosen.partition("/")[0] in ("person", "contact")
    assert clicked > 0


def busiest(case: Knowledge) -> str:
    graph = network(case, "person")
    return max(graph, key=lambda node: (graph.degree(node), node))


def test_a_long_table_is_printed_in_part_and_says_so(opened: Opened) -> None:
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    try:
        assert opened.page.locator("#paper tbody tr").count() == 1000
        assert opened.page.locator("#paper > p").text_content() == (
            f"{CONTACTS - 1000} more are not printed; export the table (CSV), or narrow the filters."
        )
    finally:
        opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("#paper tr").count() == 0


def test_evidence_is_decoded_when_it_is_asked_for(opened: Opened, case: Knowledge) -> None:
    for key in (sorted(contact_keys(case))[0], sorted(contact_keys(case))[-1]):
        opened.go(f"view=single&sel={key}")
        told = [one.paraphrase for one in case.claims.values() if one.about == key]
        assert sorted(opened.page.locator("#panel .paraphrase").all_inner_texts()) == sorted(told)
