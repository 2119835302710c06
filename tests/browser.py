"""Debian's Chromium for the tests, driven by Playwright, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

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
    saves: list[float] = field(default_factory=list)  # when, by the monotonic clock

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


@contextmanager
def new_tab(browser: Browser, bypass: bool = False) -> Iterator[Page]:
    """The only tab in use of an offline window, which remembers nothing of the tabs before."""
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
) -> Iterator[Opened]:
    """A file opened in a tab of its own, offline; ``bypass`` lets the test inject scripts."""
    with new_tab(browser, bypass) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        opened = listening(page)
        # An address without a state would begin with the tour; `tour` asks for that.
        address = state if state or tour else "tour=no"
        page.goto(path.as_uri() + (f"#{address}" if address else ""))
        # A very large graph is there before the rest of its page; other files have nothing to wait for.
        page.wait_for_function("() => globalThis.backchannel || !document.getElementById('data-start')")
        yield opened


def listening(page: Page) -> Opened:
    """The page with a record, from now on, of what it asks for and says."""
    opened = Opened(page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("console", lambda message: opened.messages.append(message.text))
    page.on("pageerror", lambda error: opened.messages.append(str(error)))
    page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
    return opened


def surroundings(narrow: int) -> list[tuple[str, int]]:
    """Schemes and widths for axe-core: each once, with the full counts each with each."""
    if os.environ.get("BACKCHANNEL_LARGE"):
        return [(scheme, width) for scheme in ("light", "dark") for width in (1280, narrow)]
    return [("dark", 1280), ("light", narrow)]


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
