"""Debian's Chromium for the tests, driven by Playwright, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

__all__ = [
    "ARGUMENTS",
    "ROWS",
    "Opened",
    "browser",
    "listening",
    "new_tab",
    "open_file",
    "surroundings",
    "violations",
]

INSTALL = "sudo apt-get install -y chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--metrics-recording-only",
)
WAIT = 120_000  # milliseconds: a machine that is slow is no fault of the page
AXE = Path(__file__).parent / "assets" / "axe.min.js"
# The contacts of the table, sorted; of a long one not all rows are there at once.
ROWS = (
    "document.querySelector('#table.windowed') ? backchannel.listed() :"
    " [...document.querySelectorAll('#table tr[data-contact]')].map(row => row.dataset.contact).sort()"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is started once; skipped where there is none, but failed in CI."""
    path = shutil.which("chromium")
    if path is None:
        message = f"Chromium is missing; install it with: {INSTALL}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield found
        found.close()


@dataclass
class Opened:
    """A page that was opened from a file, and all that it did besides showing itself."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    heard: list[tuple[str, Callable[[Any], Any]]] = field(default_factory=list)

    def hear(self, what: str, listener: Callable[[Any], Any]) -> None:
        self.page.on(what, listener)  # type: ignore[call-overload]
        self.heard.append((what, listener))

    def leave(self) -> None:
        """The tab goes to another, who hears for themselves."""
        for what, listener in self.heard:
            self.page.remove_listener(what, listener)

    def quiet(self) -> bool:
        """Whether it asked for nothing but itself, said nothing on the console and opened no dialog."""
        return len(self.requests) == 1 and not self.messages and not self.dialogs

    def go(self, state: str) -> None:
        """Put a state into the address, as a link would."""
        self.page.evaluate("state => { location.hash = state }", state)
        self.page.wait_for_function("() => backchannel.ready()")

    def shown(self) -> list[str]:
        """The contacts that pass the filters."""
        found: list[str] = self.page.evaluate("backchannel.shown()")
        return found

    def rows(self) -> list[str]:
        """The contacts that the table lists, sorted."""
        found: list[str] = self.page.evaluate(ROWS)
        return found

    def drawn(self) -> list[str]:
        """The contacts of which the canvas draws a line."""
        found: list[str] = self.page.evaluate("backchannel.drawn()")
        return found


# A window of Chromium costs more time than the page in it, and most tests need one for a moment: so windows
# that nobody looks at wait here for the next, with an empty tab each, without which they would be closed.
IDLE: dict[tuple[Browser, bool], list[BrowserContext]] = {}
# A tab costs as much as the page in it, and a page in a process that has just shown the same page half of it:
# so tabs wait as well, until another file is opened, or the same by another address.
TABS: dict[tuple[Browser, bool], list[Page]] = {}
# When a tab saved files, by the monotonic clock: Chromium counts by tab, whatever was opened in it since.
SAVES: dict[Page, list[float]] = {}
AS_IT_IS: dict[str, Literal["null"]] = dict.fromkeys(
    ("media", "reduced_motion", "forced_colors", "contrast"), "null"
)


@contextmanager
def new_tab(browser: Browser, bypass: bool = False) -> Iterator[Page]:
    """A new tab, the only one in use of an offline window, which remembers nothing of the tabs before."""
    idle = IDLE.setdefault((browser, bypass), [])
    window = idle.pop() if idle else new_window(browser, bypass)
    page = window.new_page()
    page.set_default_timeout(WAIT)
    try:
        yield page
    finally:
        page.close()
        forget(window)
        idle.append(window)


@contextmanager
def used_tab(browser: Browser, bypass: bool) -> Iterator[Page]:
    """A tab that may have shown a file before; nobody looks at what it shows now."""
    idle = TABS.setdefault((browser, bypass), [])
    page = idle.pop() if idle else new_window(browser, bypass).new_page()
    page.set_default_timeout(WAIT)
    try:
        yield page
    finally:
        page.evaluate("() => { window.name = ''; sessionStorage.clear() }")
        forget(page.context)
        idle.append(page)


def new_window(browser: Browser, bypass: bool) -> BrowserContext:
    window = browser.new_context(offline=True, locale="en-GB", bypass_csp=bypass)
    window.new_page()
    return window


def forget(window: BrowserContext) -> None:
    """What a page was allowed, and what it keeps on the reader's disk."""
    window.clear_permissions()
    session = window.new_cdp_session(window.pages[0])
    session.send("Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "all"})
    session.detach()


@contextmanager
def open_file(
    browser: Browser,
    path: Path,
    state: str = "",
    *,
    width: int = 1280,
    height: int = 800,
    scheme: str = "light",
    bypass: bool = False,
    tour: bool = False,
    plain: bool = False,
) -> Iterator[Opened]:
    """A file opened in a tab of its own, offline; ``bypass`` lets the test inject scripts.

    ``plain`` is for tests that look at the whole address: a tab that has shown the file before opens it with
    a query, which a file does not look at, as by the same address it would only go to another place in it.
    """
    with new_tab(browser, bypass) if plain else used_tab(browser, bypass) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", **AS_IT_IS)
        page.mouse.move(0, 0)
        opened = listening(page)
        # An address without a state would begin with the tour; `tour` asks for that.
        address = state if state or tour else "tour=no"
        page.goto(further(page, path.as_uri()) + (f"#{address}" if address else ""))
        # A very large graph is there before the rest of its page; other files have nothing to wait for.
        page.wait_for_function("() => globalThis.backchannel || !document.getElementById('data-start')")
        try:
            yield opened
        finally:
            opened.leave()


def further(page: Page, address: str) -> str:
    """The address, or another of the same file if the tab shows it by that."""
    before, _, visits = page.url.partition("#")[0].partition("?")
    return f"{address}?{int(visits or 0) + 1}" if before == address else address


def listening(page: Page) -> Opened:
    """The page with a record, from now on, of what it asks for and says."""
    opened = Opened(page, saves=SAVES.setdefault(page, []))
    opened.hear("request", lambda request: opened.requests.append(request.url))
    opened.hear("console", lambda message: opened.messages.append(message.text))
    opened.hear("pageerror", lambda error: opened.messages.append(str(error)))
    opened.hear("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
    return opened


def surroundings(narrow: int) -> list[tuple[str, int]]:
    """Schemes and widths for axe-core: dark and narrow, with the full counts each with each."""
    if os.environ.get("BACKCHANNEL_LARGE"):
        return [(scheme, width) for scheme in ("light", "dark") for width in (1280, narrow)]
    return [("dark", narrow)]


def violations(opened: Opened) -> list[str]:
    """What axe-core finds wrong with the page as it is, one sentence each."""
    page = opened.page
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        # The size of targets is new in WCAG 2.2 and not looked at unless it is asked for. No selector is
        # sought for each node: its markup is told.
        """axe.run(document, {resultTypes: ['violations'], selectors: false, elementRef: false,
                              rules: {'target-size': {enabled: true}}})
             .then(result => result.violations)"""
    )
    return [f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']][:4]}" for one in found]
