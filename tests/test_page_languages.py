"""The page in English, German and Russian: every word in each, chosen by hand and kept by the address."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser import ARGUMENTS, Opened, open_file
from page_case import page_case
from playwright.sync_api import Browser, Page

from backchannel.exports.html import page
from backchannel.ontology import terms

pytestmark = pytest.mark.browser

SOURCES = Path(__file__).parent.parent / "exports" / "page" / "src"
TEMPLATE = Path(__file__).parent.parent / "exports" / "templates" / "page.html"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("languages") / "graph.html"
    path.write_text(page(page_case(), build_hash="b", title="Freedonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def window(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(window: Opened) -> Opened:
    window.go("")
    return window


@pytest.fixture
def words(opened: Opened) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = opened.page.evaluate("backchannel.words")
    return found


def forms(word: Any) -> list[str]:
    """The texts of a word: one, or one for each category of number."""
    return [word] if isinstance(word, str) else [text for name, text in word.items() if name != "by"]


def blanks_of(text: str) -> frozenset[str]:
    """What is filled into a text."""
    return frozenset(re.findall(r"\{\w+\}", text))


def test_every_word_stands_in_every_language(words: dict[str, dict[str, Any]]) -> None:
    assert set(words) == {"en", "de", "ru"}
    assert len(words["en"]) > 150
    for language, told in words.items():
        assert set(told) == set(words["en"]), language
        empty = {key for key, word in told.items() if not all(forms(word))}
        assert empty <= {"substantive"}, language


def test_every_translation_fills_in_the_same_values(words: dict[str, dict[str, Any]]) -> None:
    blanks = {
        language: {key: {blanks_of(text) for text in forms(word)} for key, word in told.items()}
        for language, told in words.items()
    }
    for key, expected in blanks["en"].items():
        if key == "times":  # 'at least once' needs no number
            continue
        assert len(expected) == 1, key
        assert blanks["de"][key] == blanks["ru"][key] == expected, key


def test_a_word_with_a_number_has_a_form_for_each_category_of_its_language(
    opened: Opened, words: dict[str, dict[str, Any]]
) -> None:
    compared = 0
    for language, told in words.items():
        needed = set(
            opened.page.evaluate(
                "language => new Intl.PluralRules(language).resolvedOptions().pluralCategories", language
            )
        )
        for key, word in told.items():
            if not isinstance(word, str):
                assert set(word) - {"by"} == needed, (language, key)
                compared += 1
    assert compared >= 15


def test_russian_is_written_in_cyrillic(words: dict[str, dict[str, Any]]) -> None:
    latin = {
        key: text
        for key, word in words["ru"].items()
        for text in forms(word)
        if re.search("[a-z]", re.sub(r"\{\w+\}|Turtle|GraphML|CSV|PNG|SVG|IRI", "", text), re.IGNORECASE)
        and not re.search("[а-яё]", text, re.IGNORECASE)
    }
    assert latin == {}


def test_every_word_that_the_sources_name_is_there(words: dict[str, dict[str, Any]]) -> None:
    """A key that no list holds would be shown as it stands in the program."""
    asked = set(re.findall(r'data-t(?:-label)?="(\w+)"', TEMPLATE.read_text(encoding="utf-8")))
    for path in sorted(SOURCES.glob("*.js")):
        text = path.read_text(encoding="utf-8")
        for pattern in (r'(?<![\w$])t\("([^"]*)"', r'"data-t": "(\w+)"'):
            asked |= set(re.findall(pattern, text))
    assert len(asked) > 80
    assert asked - set(words["en"]) == set()


def test_every_term_of_the_ontology_that_the_page_shows_has_its_word(
    words: dict[str, dict[str, Any]],
) -> None:
    plain = (terms.OUTCOMES, terms.STANCES, terms.MODES, terms.RANKS, terms.CHANNEL_STATES)
    more = (terms.SCOPES, terms.RELAYS, terms.CAPACITIES)
    shown = {term for one in (*plain, *more) for term in one}
    shown |= {f"r.{role}" for role in terms.ROLES} | {f"c.{kind}" for kind in terms.CONTENT_KINDS}
    shown |= {f"kind.{kind}" for kind in terms.CHANNEL_KINDS}
    assert len(shown) > 50 and shown - set(words["ru"]) == set()


# --- which language is shown


@contextmanager
def in_locale(browser: Browser, file: Path, locale: str, state: str = "tour=no") -> Iterator[Page]:
    """The page in a Chromium that is set to a language.

    A browser of its own: a window that is told its language afterwards may hear of it after the page began.
    """
    executable = shutil.which("chromium")
    arguments = [*ARGUMENTS, f"--accept-lang={locale}"]
    own = browser.browser_type.launch(executable_path=executable, args=arguments)
    found = own.new_context(offline=True).new_page()
    found.goto(f"{file.as_uri()}#{state}")
    try:
        yield found
    finally:
        own.close()


@pytest.mark.parametrize(
    ("locale", "language", "heading"),
    [
        ("ru", "ru", "Фильтры"),
        ("ru-RU", "ru", "Фильтры"),
        ("de-AT", "de", "Filter"),
        ("en-GB", "en", "Filters"),
        ("fr-FR", "en", "Filters"),
        ("rue", "en", "Filters"),
    ],
)
def test_it_opens_in_the_language_of_the_browser(
    browser: Browser, file: Path, locale: str, language: str, heading: str
) -> None:
    with in_locale(browser, file, locale) as found:
        assert found.evaluate("document.documentElement.lang") == language
        assert found.locator("#filters > details h2").inner_text() == heading
        assert found.locator("#language").input_value() == language


def test_the_address_keeps_the_language(browser: Browser, file: Path) -> None:
    """A link shows what its sender saw, whatever the browser of the one who follows it speaks."""
    with in_locale(browser, file, "ru") as found:
        found.get_by_role("button", name="Увеличить список").click()
        address = found.url.split("#")[1]
        assert "lang=ru" in address
        found.locator("#language").select_option("English")
        assert "lang=en" in found.url
        found.reload()
        assert found.evaluate("document.documentElement.lang") == "en"
    for locale in ("en-GB", "de-DE"):
        with in_locale(browser, file, locale, address) as other:
            assert other.evaluate("document.documentElement.lang") == "ru"
            assert other.locator("#status").inner_text().startswith("14 из 14 контактов")


def test_the_menu_changes_the_language_by_keyboard(opened: Opened) -> None:
    menu = opened.page.get_by_label("Language of this page")
    assert menu.locator("option").evaluate_all("all => all.map(one => [one.value, one.lang, one.text])") == [
        ["en", "en", "English"],
        ["de", "de", "Deutsch"],
        ["ru", "ru", "Русский"],
    ]
    menu.focus()
    for letter, language in (("D", "de"), ("Р", "ru"), ("E", "en")):
        opened.page.keyboard.press(letter) if letter.isascii() else opened.page.keyboard.press("ArrowDown")
        opened.page.wait_for_function("language => backchannel.state().lang === language", arg=language)
        assert opened.page.evaluate("document.activeElement.id") == "language"
        assert opened.page.evaluate("document.documentElement.lang") == language


def test_numbers_choose_their_form(opened: Opened) -> None:
    """One, two and eight lines."""
    expected = {
        "en": ["1 line", "2 lines", "8 lines"],
        "de": ["1 Linie", "2 Linien", "8 Linien"],
        "ru": ["1 линия", "2 линии", "8 линий"],
    }
    states = ("outcome=ignored", "mode=letter&mode=note verbale", "outcome=held")
    for language, told in expected.items():
        found = []
        for state in states:
            opened.go(f"{state}&level=state&lang={language}")
            found.append(opened.page.locator("#status").inner_text().split(" · ")[1])
        assert [text.split(" ")[1] for text in found] == [text.split(" ")[1] for text in told], found
    assert "{" not in opened.page.locator("body").inner_text()


def test_names_stand_in_the_language_chosen_where_there_is_one(opened: Opened) -> None:
    seen = "sel=contact/call-1&open=state.channel.source"
    for language, (name, tongue) in {
        "en": ("Rufus Firefly", "en"),
        "de": ("Rufus Feuerfliege", "de"),
        "ru": ("Руфус Светлячков", "ru"),
    }.items():
        opened.go(f"{seen}&lang={language}")
        cell = opened.page.locator("tr[data-contact='contact/call-1'] td:nth-child(2) bdi")
        assert (cell.inner_text(), cell.get_attribute("lang"), cell.get_attribute("dir")) == (
            name,
            tongue,
            "auto",
        )
        assert (
            opened.page.locator("#panel button.name bdi", has_text=name).first.get_attribute("lang") == tongue
        )
    other = opened.page.locator("tr[data-contact='contact/call-1'] td:nth-child(3) bdi")
    assert (other.inner_text(), other.get_attribute("lang")) == ("Ambassador Trentino", "en")
    sylvania = opened.page.locator("#filters label", has=opened.page.locator("[data-value='state/sy']"))
    assert sylvania.locator("bdi").get_attribute("lang") == "en", (
        "without a Russian name the English one, as such"
    )


@pytest.mark.parametrize("width", [320, 390, 1000, 1280])
def test_nothing_overlaps_or_sticks_out_in_any_language(browser: Browser, file: Path, width: int) -> None:
    with open_file(browser, file, width=width, height=844) as opened:
        for language in ("en", "de", "ru"):
            for state in ("", "rank=minister&source=organisation/gazette"):
                opened.go(f"lang={language}&{state}")
                assert opened.page.evaluate("document.documentElement.scrollWidth") == width
                assert not opened.page.evaluate(OVERLAP), (language, state)


# Whether the heading beside the button that clears all filters reaches under it.
OVERLAP = """() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#filters h2'));
    const heading = range.getBoundingClientRect();
    const reset = document.querySelector('#filters .reset').getBoundingClientRect();
    return heading.bottom > reset.top && reset.bottom > heading.top && heading.right > reset.left;
}"""
