"""Debian's Chromium for the tests, driven by Playwright, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

__all__ = ["ROWS", "Opened", "browser", "open_file", "violations"]

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
    """A file opened in a window of its own, offline; ``bypass`` lets the test inject scripts."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=True,
        locale="en-GB",
        bypass_csp=bypass,
    )
    page = context.new_page()
    opened = Opened(page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("console", lambda message: opened.messages.append(message.text))
    page.on("pageerror", lambda error: opened.messages.append(str(error)))
    page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
    # An address without a state would begin with the tour; `tour` asks for that.
    address = state if state or tour else "tour=no"
    page.goto(path.as_uri() + (f"#{address}" if address else ""))
    # A very large graph is there before the rest of its page; other files have nothing to wait for.
    page.wait_for_function("() => globalThis.backchannel || !document.getElementById('data-start')")
    yield opened
    context.close()


def violations(opened: Opened) -> list[str]:
    """What axe-core finds wrong with the page as it is, one sentence each."""
    page = opened.page
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        # The size of targets is new in WCAG 2.2 and not looked at unless it is asked for.
        """axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
             .then(result => result.violations)"""
    )
    return [f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']][:4]}" for one in found]
