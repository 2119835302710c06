"""axe-core finds nothing wrong with the page, whatever is open, in every language, theme and width."""

from __future__ import annotations

from itertools import groupby, product
from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from conftest import LARGE
from page_case import page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.builds import Build

pytestmark = pytest.mark.browser

STATES = {
    "plain": "",
    "person": "sel=person/firefly",
    "contact": "sel=contact/call-2&from=2029-02-10",
    "filtered": "outcome=held&mode=call&mode=meeting&possible=no&from=2029-01-10&known=2029-06-30",
    "large table": "list=large&sort=-outcome",
    "menu": "sel=channel/hotline&tab=channels",
    "path": "start=person/vera&goal=person/chancellor&tab=silences",
    "around": "focus=person/vera&hide=person/trentino&whole=source&open=source.rank.language",
    "empty": "mode=visit&outcome=held",
}
LANGUAGES = ("en", "de", "ru")
THEMES = ("light", "dark")
WIDTHS = (320, 768, 1920)

Run = tuple[int, str, str, str]


def every_run() -> list[Run]:
    return sorted((width, theme, language, state) for language, theme, width, state in product(
        LANGUAGES, THEMES, WIDTHS, STATES))  # fmt: skip


def some_runs() -> list[Run]:
    """Each state once, and each two of language, theme and width together."""
    found = [
        (WIDTHS[at // 3 % 3], THEMES[at % 2], LANGUAGES[at % 3], state) for at, state in enumerate(STATES)
    ]
    return sorted(found)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("axe") / "graph.html"
    path.write_text(page(page_case(), build_hash="0123abcd", title="Freedonia"), encoding="utf-8")
    return path


def prepared(opened: Opened, state: str, language: str) -> None:
    """Bring the page into a state; what no address holds is opened by hand."""
    opened.go(f"{STATES[state]}&lang={language}")
    if state == "menu":
        opened.page.locator("#export").click()
        assert opened.page.locator("#exports").is_visible()
    if state == "plain":
        opened.page.locator("#find").fill("f")
        assert opened.page.locator("#found").is_visible()


def test_the_sample_has_each_value_and_each_pair_of_surroundings() -> None:
    runs = some_runs()
    assert {run[3] for run in runs} == set(STATES)
    assert {run[:2] for run in runs} == set(product(WIDTHS, THEMES))
    assert {run[1:3] for run in runs} == set(product(THEMES, LANGUAGES))
    assert {run[::2] for run in runs} == set(product(WIDTHS, LANGUAGES))


def test_axe_finds_no_violation(browser: Browser, file: Path) -> None:
    wanted = every_run() if LARGE else some_runs()
    done, wrong = 0, []
    for (width, theme), runs in groupby(wanted, key=lambda run: run[:2]):
        with open_file(browser, file, scheme=theme, width=width, height=900, bypass=True) as opened:
            for _, _, language, state in runs:
                prepared(opened, state, language)
                wrong += [f"{width} {theme} {language} {state}: {one}" for one in violations(opened)]
                opened.page.keyboard.press("Escape")
                done += 1
    assert wrong == []
    assert done == len(wanted) == (162 if LARGE else 9)


def test_axe_finds_no_violation_in_the_seed_case(browser: Browser, seed_build: Build, tmp_path: Path) -> None:
    """Real names are longer than invented ones."""
    path = tmp_path / "seed.html"
    known = seed_build.knowledge()
    path.write_text(page(known, build_hash=seed_build.hash, title=seed_build.title), encoding="utf-8")
    people = sorted(key for key in known.entities if key.startswith("person/"))
    chosen = people if LARGE else people[:2]
    for width in WIDTHS[::2]:
        with open_file(browser, path, width=width, height=900, bypass=True) as opened:
            for key in chosen:
                opened.go(f"sel={key}&lanes=open")
                assert violations(opened) == [], (width, key)
    assert len(chosen) >= 2


def test_axe_would_find_what_is_wrong(browser: Browser, file: Path) -> None:
    with open_file(browser, file, bypass=True) as opened:
        opened.page.evaluate("document.querySelector('#export').textContent = ''")
        opened.page.evaluate("document.querySelector('#status').style.color = '#ddd'")
        opened.page.evaluate(
            "document.querySelector('.close, #zoom button').style.cssText = 'width:9px;height:9px'"
        )
        found = " ".join(violations(opened))
        assert "button-name" in found and "color-contrast" in found
