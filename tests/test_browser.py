"""The tests' Chromium keeps its windows, but no page finds anything of the one before it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from browser import open_file
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KEPT = "[localStorage.length, sessionStorage.length, document.cookie, window.name]"
ALLOWED = "navigator.permissions.query({name: 'clipboard-read'}).then(found => found.state)"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tab") / "file.html"
    path.write_text("<!doctype html><title>-</title>", encoding="utf-8")
    return path


def test_a_tab_remembers_nothing_of_the_one_before(browser: Browser, file: Path) -> None:
    with open_file(browser, file) as opened:
        fresh = opened.page.evaluate(KEPT)
        opened.page.context.grant_permissions(["clipboard-read"])
        opened.page.evaluate(
            "localStorage.setItem('seen', 'yes'); sessionStorage.setItem('seen', 'yes');"
            " window.name = 'used'; location.hash = 'a'"
        )
        assert opened.page.evaluate("localStorage.length") == 1
        assert opened.page.evaluate(ALLOWED) == "granted"
        before = opened.page.context
    with open_file(browser, file) as opened:
        assert opened.page.context is before
        assert opened.page.evaluate(KEPT) == fresh
        assert opened.page.evaluate(ALLOWED) != "granted"


def test_size_and_scheme_are_those_asked_for(browser: Browser, file: Path) -> None:
    seen = "[innerWidth, innerHeight, screen.width, matchMedia('(prefers-color-scheme: dark)').matches]"
    for width, height, scheme in ((320, 700, "dark"), (1920, 900, "light"), (1280, 800, "light")):
        with open_file(browser, file, width=width, height=height, scheme=scheme) as opened:
            assert opened.page.evaluate(seen) == [width, height, width, scheme == "dark"]


def test_two_at_once_have_a_window_each_and_both_are_seen(browser: Browser, file: Path) -> None:
    """A tab behind another would draw nothing."""
    with open_file(browser, file) as one, open_file(browser, file) as other:
        assert one.page.context is not other.page.context
        for opened in (one, other):
            assert opened.page.evaluate("document.visibilityState") == "visible"
            opened.page.evaluate("new Promise(requestAnimationFrame)")


def test_a_window_serves_again_after_a_failure(browser: Browser, file: Path) -> None:
    for opens in (partial(open_file, browser, file), partial(open_file, browser, file, plain=True)):
        with pytest.raises(ZeroDivisionError), opens() as opened:
            before = opened.page.context
            raise ZeroDivisionError
        with opens() as opened:
            assert opened.page.context is before and len(before.pages) == 2


def test_the_same_file_is_opened_anew_each_time(browser: Browser, file: Path) -> None:
    """Not only gone to: what scripts left behind is gone, and each hears its own page only."""
    heard = []
    for _ in range(3):
        with open_file(browser, file, "a=b") as opened:
            assert opened.page.evaluate("'left' in globalThis") is False
            opened.page.evaluate("globalThis.left = 1; console.log('said')")
            opened.page.wait_for_function("() => location.hash === '#a=b'")
            heard.append(opened)
    assert [(len(one.requests), one.messages) for one in heard] == [(1, ["said"])] * 3
    with open_file(browser, file, plain=True) as opened:
        assert opened.page.url == f"{file.as_uri()}#tour=no"
