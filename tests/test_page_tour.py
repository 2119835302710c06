"""The tour: once, on an opening without a state, by mouse and by keyboard, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from page_case import page_case
from playwright.sync_api import Browser, Page

from backchannel.exports.html import page

pytestmark = pytest.mark.browser

STEPS = ["search", "time", "line", "facets", "export"]
TARGETS = ["#search", "#time", "#graph", "#filters", "#export"]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tour") / "graph.html"
    path.write_text(page(page_case(), build_hash="b", title="Freedonia"), encoding="utf-8")
    return path


def shown(opened: Opened) -> bool:
    return opened.page.locator("#tour").count() == 1


def gone(page: Page) -> bool:
    """Whether it is closed, waiting for it: a browser tells a dialog's end after the key has returned."""
    page.locator("#tour").wait_for(state="detached")
    return page.locator("#tour").count() == 0


def words(opened: Opened, key: str) -> str:
    found: str = opened.page.evaluate("key => backchannel.words[backchannel.state().lang][key]", key)
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_five_steps_each_beside_the_thing_it_speaks_of(browser: Browser, file: Path, width: int) -> None:
    with open_file(browser, file, width=width, height=800, tour=True) as opened:
        for at, (name, target) in enumerate(zip(STEPS, TARGETS, strict=True)):
            assert opened.page.locator("#tour-title").inner_text() == words(opened, f"tour.{name}")
            assert f"{at + 1} of 5" in opened.page.locator("#tour").inner_text()
            assert opened.page.evaluate("document.activeElement.className") == "next"
            assert lit(opened, target) and inside(opened)
            opened.page.keyboard.press("Enter")
        assert gone(opened.page) and opened.quiet()


def lit(opened: Opened, target: str) -> bool:
    """Whether the light lies around what can be seen of the thing."""
    opened.page.wait_for_timeout(250)
    found: bool = opened.page.evaluate(
        """target => {
             const boxOf = name => document.querySelector(name).getBoundingClientRect();
             const [spot, box] = [boxOf('#tour .spot'), boxOf(target)];
             const clip = (at, most) => Math.max(0, Math.min(at, most));
             return spot.left <= clip(box.left, innerWidth) && spot.right >= clip(box.right, innerWidth)
               && spot.top <= clip(box.top, innerHeight) && spot.bottom >= clip(box.bottom, innerHeight);
           }""",
        target,
    )
    return found


def inside(opened: Opened) -> bool:
    found: bool = opened.page.evaluate(
        """() => { const card = document.querySelector('#tour .card').getBoundingClientRect();
                   return card.left >= 0 && card.top >= 0
                     && card.right <= innerWidth && card.bottom <= innerHeight; }"""
    )
    return found


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_it_is_closed_at_once_and_does_not_come_again(browser: Browser, file: Path, way: str) -> None:
    with open_file(browser, file, tour=True) as opened:
        if way == "Escape":
            opened.page.keyboard.press("Escape")
        else:
            opened.page.get_by_role("button", name="Close the tour").click()
        assert gone(opened.page)
        opened.page.reload()
        assert opened.page.evaluate("backchannel.ready()") and not shown(opened)
        opened.page.get_by_role("button", name="Help").click()
        opened.page.get_by_role("button", name="Take the tour").click()
        assert shown(opened)


def test_the_keyboard_stays_in_it(browser: Browser, file: Path) -> None:
    with open_file(browser, file, tour=True) as opened:
        opened.page.keyboard.press("Enter")
        seen = set()
        for _ in range(8):
            opened.page.keyboard.press("Tab")
            # Between the last and the first the browser's own bar has the focus, and the page none.
            seen.add(
                opened.page.evaluate(
                    "document.activeElement === document.body || !!document.activeElement.closest('#tour')"
                )
            )
        assert seen == {True}
        opened.page.get_by_role("button", name="Back", exact=True).press("Enter")
        assert "1 of 5" in opened.page.locator("#tour").inner_text()


@pytest.mark.parametrize("state", ["tour=no", "level=state", "lang=de&sel=contact/call-1"])
def test_a_link_shows_what_it_links_to(browser: Browser, file: Path, state: str) -> None:
    with open_file(browser, file, state) as opened:
        assert opened.page.evaluate("backchannel.ready()") and not shown(opened)


def test_without_any_memory_it_comes_once_a_load(browser: Browser, file: Path) -> None:
    """A page from a disk may be refused its storage."""
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    context = browser.new_context(offline=True, locale="en-GB")
    context.add_init_script(refuse)
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    for _ in range(2):
        found.goto("about:blank")
        found.goto(file.as_uri())
        assert found.locator("#tour").count() == 1
        found.keyboard.press("Escape")
        assert gone(found)
    assert errors == []
    context.close()


def test_axe_finds_nothing_in_any_language(browser: Browser, file: Path) -> None:
    checked = 0
    for language, scheme, width in (("en", "light", 1280), ("de", "dark", 768), ("ru", "light", 320)):
        state = f"help=yes&lang={language}"
        with open_file(browser, file, state, scheme=scheme, width=width, height=800, bypass=True) as opened:
            opened.page.locator("[data-keep=tour]").click()
            assert shown(opened) and violations(opened) == []
            checked += 1
    assert checked == 3
