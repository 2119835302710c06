"""The page on paper, in high contrast and forced colours, at 200 %, and with names from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from page_case import page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.model import Knowledge, Names

pytestmark = pytest.mark.browser

ARABIC, HEBREW = "سفير (NATO)", "שגריר (NATO)"


def right_to_left() -> Knowledge:
    """The case with an Arabic and a Hebrew name, each with what turns around: letters of another script."""
    case = page_case()
    names = {"person/firefly": Names(((ARABIC, "ar"),)), "person/trentino": Names(((HEBREW, "he"),))}
    entities = {key: replace(one, names=names.get(key, one.names)) for key, one in case.entities.items()}
    return replace(case, entities=entities)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "graph.html"
    path.write_text(page(page_case(), build_hash="b", title="Freedonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def turned(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    path = tmp_path_factory.mktemp("rtl") / "graph.html"
    path.write_text(page(right_to_left(), build_hash="b", title="Freedonia"), encoding="utf-8")
    with open_file(browser, path) as opened:
        yield opened


# --- paper ---


def on_paper(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_paper_has_picture_scope_legend_and_table_and_nothing_to_press(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "outcome=held&theme=dark&from=2029-01-01&tab=silences") as opened:
        theme = "document.documentElement.dataset.theme"
        on_paper(opened)
        assert opened.page.evaluate(theme) == "light"
        visible = "all => all.filter(one => one.getClientRects().length).length"
        assert opened.page.locator("button, input, select, canvas, nav, header").evaluate_all(visible) == 0
        text = " ".join(opened.page.locator("#paper text").all_text_contents())
        assert "Happened: 2029-01-01 to …" in text and "What came of it: \u2068held\u2069" in text
        assert all(word in text for word in ("held", "Rufus Firefly", "person"))
        rows = opened.page.locator("#paper tbody tr")
        assert rows.count() == len(opened.shown()) > 5
        assert opened.page.locator("#paper path[data-contact]").count() >= len(opened.drawn())
        opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert opened.page.evaluate(theme) == "dark"
        assert opened.page.locator("#paper *").count() == 0
        assert opened.quiet()


def test_the_browser_itself_prints_it(browser: Browser, file: Path) -> None:
    """What is printed is what was made for paper, not a picture of the window."""
    with open_file(browser, file) as opened:
        found = opened.page.pdf(format="A4")
        assert found.startswith(b"%PDF") and 1 <= len(re.findall(rb"/Type\s*/Page\b", found)) <= 3
        assert opened.quiet()


def test_lines_on_paper_are_those_of_the_table(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "mode=call") as opened:
        on_paper(opened)
        lines = opened.page.locator("#paper path[data-contact]").evaluate_all(
            "all => all.map(one => one.dataset.contact)"
        )
        assert set(lines) == set(opened.drawn())


# --- contrast ---


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of an ``rgb(r, g, b)``."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


TOKENS = ("ink", "quiet", "accent", "held", "attempted", "refused", "ignored", "cancelled", "proposed")
HUES = tuple(f"hue-{at}" for at in (*range(8), "x"))
COLOURS = """names => { const probe = document.createElement('i'); document.body.append(probe);
  const of = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const found = names.map(of);
  probe.remove(); return found; }"""


@pytest.mark.parametrize(
    ("theme", "scheme", "least"),
    [
        ("light", "light", 4.5),
        ("dark", "light", 4.5),
        ("contrast", "light", 7.0),
        ("contrast", "dark", 7.0),
    ],
)
def test_every_colour_stands_out_from_the_paper(
    browser: Browser, file: Path, theme: str, scheme: str, least: float
) -> None:
    with open_file(browser, file, f"theme={theme}", scheme=scheme) as opened:
        paper, *found = opened.page.evaluate(COLOURS, ["paper", *TOKENS, *HUES])
        weak = {name: round(contrast(paper, one), 2) for name, one in zip(TOKENS + HUES, found, strict=True)}
        assert {name: value for name, value in weak.items() if value < least} == {}
        assert len(weak) == 18


def test_high_contrast_by_the_system_and_by_hand(browser: Browser, file: Path) -> None:
    theme = "document.documentElement.dataset.theme"
    with open_file(browser, file) as opened:
        opened.page.emulate_media(contrast="more")
        opened.page.wait_for_function(f"() => {theme} === 'contrast'")
        opened.page.emulate_media(contrast="more", color_scheme="dark")
        opened.page.wait_for_function(f"() => {theme} === 'contrast-dark'")
        opened.page.get_by_label("Colours of this page").select_option("Light")
        assert opened.page.evaluate(theme) == "light" and "theme=light" in opened.page.url


def test_forced_colours_reach_the_drawing(browser: Browser, file: Path) -> None:
    with open_file(browser, file, bypass=True) as opened:
        opened.page.emulate_media(forced_colors="active", color_scheme="dark")
        opened.page.wait_for_function("() => document.documentElement.style.getPropertyValue('--ink') !== ''")
        ink, paper = (
            opened.page.evaluate(f"document.documentElement.style.getPropertyValue('--{name}')")
            for name in ("ink", "paper")
        )
        assert ink.startswith("rgb") and contrast(ink, paper) > 7
        drawn = opened.page.evaluate(
            "backchannel.network.body.edges[backchannel.lines()[0]].options.color.color"
        )
        assert drawn == ink
        assert violations(opened) == []
        opened.page.emulate_media(forced_colors="none")
        opened.page.wait_for_function("() => document.documentElement.style.getPropertyValue('--ink') === ''")


# --- room ---


@pytest.mark.parametrize("state", ["", "sel=contact/call-2&lanes=open&legend=open", "help=yes&list=closed"])
@pytest.mark.parametrize("width", [320, 640, 1024])
def test_nothing_needs_scrolling_sideways(browser: Browser, file: Path, width: int, state: str) -> None:
    """WCAG 2.2, 1.4.10; 640 pixels are a window of 1,280 at 200 %."""
    with open_file(browser, file, state, width=width, height=700) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1024, 1280, 1920])
@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_the_bar_of_time_does_not_wrap(browser: Browser, file: Path, width: int, language: str) -> None:
    with open_file(browser, file, f"lang={language}", width=width, height=800) as opened:
        heights = opened.page.locator(".days, .steps, .clock, .jump, .check").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert len(heights) == 5 and max(heights) < 32
        box = opened.page.locator("#time").bounding_box()
        assert box is not None and box["height"] <= 160


PRESSED = "button, select, summary, .choice, input:not(.thumb, [type=radio])"
SMALL = """pressed => [...document.querySelectorAll(pressed)]
  .filter(one => one.getClientRects().length && !one.closest('.unseen') && !one.closest('.choice > *'))
  .filter(one => !(one.type === 'checkbox' && one.closest('label')))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 23.5 || box.height < 23.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_pressed_is_large_enough(browser: Browser, file: Path, width: int) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels."""
    with open_file(browser, file, width=width, height=844) as opened:
        for state in ("", "sel=person/firefly&lanes=open", "sel=contact/call-2", "help=yes"):
            opened.go(state)
            assert opened.page.evaluate(SMALL, PRESSED) == [], state


def test_the_panel_is_made_wider_by_hand_and_by_keys(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "sel=contact/call-2", width=1440, height=900) as opened:
        width = "document.querySelector('#panel').offsetWidth"
        first = opened.page.evaluate(width)
        grip = opened.page.get_by_role("separator")
        grip.press("ArrowLeft")
        assert opened.page.evaluate(width) == first + 20
        assert opened.page.evaluate("document.activeElement.id") == "grip"
        box = grip.bounding_box()
        assert box is not None
        opened.page.mouse.move(box["x"] + 12, 300)
        opened.page.mouse.down()
        opened.page.mouse.move(box["x"] - 88, 300, steps=4)
        opened.page.mouse.up()
        assert opened.page.evaluate(width) == pytest.approx(first + 120, abs=14)
        assert "wide=" in opened.page.url
        opened.page.get_by_role("button", name="Close").click()
        assert grip.is_hidden() and opened.page.locator("#panel").is_hidden()


def test_the_legend_holds_what_is_in_the_picture_and_nothing_else(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "outcome=refused&known=2029-06-30") as opened:
        entries = opened.page.locator("#legend li")
        words = opened.page.locator("#legend li > :last-child")
        first = words.all_inner_texts()
        assert "contradicted" not in first and "unnamed or a group" not in first and "person" in first
        opened.go("status=contested")
        assert "contradicted" in words.all_inner_texts()
        opened.go("level=state")
        assert "state" in words.all_inner_texts() and "person" not in words.all_inner_texts()
        opened.page.get_by_role("button", name="Legend").press("Enter")
        assert entries.count() == 0 and "legend=closed" in opened.page.url


def test_the_list_is_put_away_and_comes_back(browser: Browser, file: Path) -> None:
    with open_file(browser, file) as opened:
        height = "document.querySelector('#graph').clientHeight"
        before = opened.page.evaluate(height)
        opened.page.get_by_role("button", name="Hide list").click()
        assert opened.page.locator("#table").is_hidden() and opened.page.evaluate(height) > before + 50
        opened.page.get_by_role("tab", name="Silences (1)").click()
        assert opened.page.locator("#silences").is_visible() and opened.page.evaluate(height) == before


# --- right to left ---


def test_a_name_from_right_to_left_keeps_its_direction_everywhere(turned: Opened) -> None:
    turned.go("sel=contact/call-1")
    cells = turned.page.locator("tr[data-contact='contact/call-1'] bdi")
    found = cells.evaluate_all("all => all.map(one => [one.textContent, getComputedStyle(one).direction])")
    assert found[:2] == [[ARABIC, "rtl"], [HEBREW, "rtl"]]
    lines = turned.page.evaluate("backchannel.labels().boxes.flatMap(box => box.lines)")
    assert ARABIC in lines and HEBREW in lines
    turned.go("sel=person/firefly")
    title = turned.page.locator("#panel-title bdi")
    assert title.inner_text() == ARABIC
    assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"


WRITTEN = """name => {
  const { constructor } = backchannel.labels();
  const paint = (direction, write) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 40 });
    const context = canvas.getContext('2d');
    context.direction = direction;
    context.lineJoin = 'round';
    context.textBaseline = 'middle';
    write(context);
    return context.getImageData(0, 0, 400, 40).data.join();
  };
  const font = '20px sans-serif';
  const box = { side: 'right', x: 200, y: 20, width: 380, size: 20, font, lines: [name] };
  const ours = paint('ltr', context => new constructor().write(context, { colour: 'black' }, box, 'white'));
  const plain = direction => paint(direction, context => {
    Object.assign(context, { font, textAlign: 'left', lineWidth: 6, strokeStyle: 'white' });
    context.fillStyle = 'black';
    context.strokeText(name, 10, 20);
    context.fillText(name, 10, 20);
  });
  return [ours === plain('rtl'), ours === plain('ltr')];
}"""


def test_on_the_canvas_a_name_of_two_scripts_is_written_in_the_direction_of_the_first(turned: Opened) -> None:
    """A label is painted as the same text in its own direction, which a text from left to right is not."""
    assert [turned.page.evaluate(WRITTEN, name) for name in (ARABIC, HEBREW)] == [[True, False]] * 2
    assert turned.page.evaluate(WRITTEN, "Rufus (שלום)") == [False, True]


def test_the_drawing_keeps_them_apart_too(turned: Opened) -> None:
    turned.go("")
    on_paper(turned)
    texts = turned.page.locator("#paper text").all_text_contents()
    assert f"\u2068{ARABIC}\u2069" in texts and f"\u2068{HEBREW}\u2069" in texts
    turned.page.evaluate("dispatchEvent(new Event('afterprint'))")
    turned.page.emulate_media(media="screen")
