"""The page in Debian's Firefox: as quiet as in Chromium, the same sets, the same things to do."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import open_file
from firefox import Firefox
from firefox_window import Window
from page_case import contact_keys, page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page

pytestmark = pytest.mark.browser

STATES = (
    "",
    "level=office&outcome=held",
    "level=state&from=2029-02-10&to=2029-03-31",
    "from=2029-02-10&to=2029-03-31&possible=no",
    "known=2029-06-30&mode=call&state=state/sy",
    "who=person/vera&tab=silences&lang=ru&theme=dark",
    "focus=person/vera&sel=person/vera",
    "start=person/vera&goal=person/chancellor&order=time",
    "mode=visit&outcome=held",
    "sel=contact/call-2&tab=channels&list=large&lang=de",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("firefox") / "graph.html"
    path.write_text(page(page_case(), build_hash="0123abcd", title="Freedonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(firefox: Firefox, file: Path) -> Iterator[Window]:
    with firefox.open(file) as window:
        yield window


@pytest.fixture
def window(shared: Window) -> Window:
    shared.go("")
    return shared


def test_the_client_hears_what_a_page_asks_for_and_says(firefox: Firefox, tmp_path: Path) -> None:
    """The proof that the page is quiet is worth something only if noise would be heard."""
    path = tmp_path / "noise.html"
    path.write_text(
        "<title>Noise</title><img src='https://noise.invalid/a.png'>"
        "<script>console.log('said'); fetch('https://noise.invalid/b').catch(() => 0); lost()</script>"
    )
    with firefox.open(path) as window:
        wait(window, lambda: len(asked(window)) >= 2 and len(window.messages) >= 2)
        assert sorted(asked(window)) == ["https://noise.invalid/a.png", "https://noise.invalid/b"]
        assert window.messages[0] == "said" and "lost is not defined" in window.messages[1]


def asked(window: Window) -> list[str]:
    """What a page asked for that doesn't stand in it: addresses of data lead nowhere."""
    return [url for url in window.requests if not url.startswith("data:")]


def wait(window: Window, done: Callable[[], bool]) -> None:
    for _ in range(100):
        if done():
            return
        window.settle()


def test_it_asks_for_nothing_but_itself_and_says_nothing(firefox: Firefox, file: Path) -> None:
    with firefox.open(file) as window:
        for state in STATES:
            window.go(state)
        window.load(f"{file.as_uri()}#tour=no")
        window.settle()
        assert {url.partition("#")[0] for url in asked(window)} <= {file.as_uri()}
        assert window.messages == [] and window.dialogs == []


def test_it_shows_the_same_as_chromium(browser: Browser, window: Window, file: Path) -> None:
    sizes = []
    with open_file(browser, file) as opened:
        for state in STATES:
            opened.go(state)
            window.go(state)
            assert window.shown() == opened.shown(), state
            assert window.drawn() == opened.drawn(), state
            assert window.rows() == opened.rows(), state
            lines = "backchannel.lines()"
            assert window.evaluate(lines) == opened.page.evaluate(lines), state
            assert words(window.text("#status")) == words(opened.page.locator("#status").inner_text()), state
            sizes.append(len(window.shown()))
    assert len(sizes) == 10 and {0, 14} < set(sizes)


def words(text: str) -> str:
    return " ".join(text.split())


def test_search_leads_to_evidence(window: Window) -> None:
    window.click("#find")
    window.press(*"светлячк")
    assert window.text("#found li").startswith("Rufus Firefly")
    window.press("Enter")
    assert window.evaluate("backchannel.state().sel") == "person/firefly"
    assert window.text("#panel-title") == "Rufus Firefly"
    assert window.evaluate("document.activeElement.id") == "panel-title"


def test_a_line_can_be_clicked(window: Window) -> None:
    point = window.evaluate(
        """(() => {
             const id = backchannel.lines().find(line => backchannel.contactOf(line) === 'contact/letter');
             const { network } = backchannel;
             const at = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
             const box = document.querySelector('#graph').getBoundingClientRect();
             return [Math.round(at.x + box.left), Math.round(at.y + box.top)];
           })()"""
    )
    window.click_at(*point)
    window.until("backchannel.state().sel === 'contact/letter'")
    assert "What letter says." in window.text("#panel")


def test_the_range_takes_steps_by_key_and_by_button(window: Window) -> None:
    window.evaluate("(document.querySelector('input.thumb.from').focus(), 1)")
    window.press("ArrowRight", "ArrowRight", "ArrowRight")
    assert window.evaluate("document.querySelector('#day-from').value") == "2029-01-08"
    assert window.rows() == window.shown() != sorted(contact_keys(page_case()))
    assert "contact/call-1" not in window.shown()


def test_the_keyboard_walks_over_the_canvas(window: Window) -> None:
    window.evaluate("(document.querySelector('#graph').focus(), 1)")
    seen = []
    for _ in range(3):
        window.press(".")
        seen.append(window.evaluate("backchannel.state().sel"))
        assert window.text("#said")
    assert len(set(seen)) == 3
    window.press("Enter")
    assert window.evaluate("document.activeElement.id") == "panel-title"


def test_what_is_shown_is_saved_as_a_table(window: Window) -> None:
    window.go("outcome=held")
    before = len(window.files)
    window.click("#export")
    window.click("[data-export=csv]")
    wait(window, lambda: len(window.files) > before)
    rows = list(csv.DictReader(io.StringIO(window.files[-1].read_text(encoding="utf-8"), newline="")))
    assert sorted(row["contact"] for row in rows) == window.shown() != []
    assert window.files[-1].name.startswith("backchannel-0123abcd-contacts")


def test_it_can_be_read_in_german(window: Window) -> None:
    window.evaluate(
        """(() => { const menu = document.querySelector('#language'); menu.value = 'de';
            menu.dispatchEvent(new Event('change')); return 1; })()"""
    )
    assert window.evaluate("document.documentElement.lang") == "de"
    assert "14 von 14" in window.text("#status")


@pytest.mark.parametrize("width", [320, 1920])
def test_nothing_sticks_out_at_the_side(firefox: Firefox, file: Path, width: int) -> None:
    with firefox.open(file, "sel=contact/call-2", width=width) as window:
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.screenshot().startswith(b"\x89PNG")
