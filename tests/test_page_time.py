"""The bar of time in a real browser: every control by mouse and by keyboard, and what is shown after each.

The set that is shown is compared, after each step, with what the rules of certain and possible give for that
range in Python, from the claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Opened, open_file, violations
from page_case import page_case
from playwright.sync_api import Browser, Locator
from samples import claim, keyed, party, when

from backchannel.exports.html import page
from backchannel.exports.versions import Version, versions
from backchannel.graph.clock import day_bounds, known_stamp
from backchannel.graph.model import Knowledge
from backchannel.graph.semantics import Truth, truth_within

pytestmark = pytest.mark.browser

FIRST, LAST = "2029-01-05", "2029-06-30"


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return page_case()


@pytest.fixture(scope="module")
def file(case: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("time") / "graph.html"
    path.write_text(page(case, build_hash="0123abcd", title="Freedonia and Sylvania"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file, height=900) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Iterator[Opened]:
    # Nothing under the pointer speaks, nothing is half typed.
    shared.page.mouse.move(0, 0)
    shared.page.evaluate("document.activeElement.blur()")
    shared.go("")
    yield shared
    assert shared.messages == []


@pytest.fixture(scope="module")
def lives(case: Knowledge) -> list[Version]:
    return list(versions(case))


def of(opened: Opened, name: str) -> str:
    value: str = opened.page.evaluate("name => backchannel.state()[name]", name)
    return value


def window(opened: Opened) -> tuple[str, str]:
    return of(opened, "from"), of(opened, "to")


def expected(lives: list[Version], opened: Opened) -> list[str]:
    """The contacts that a range holds, by the rules of ``graph/semantics.py``."""
    since, until = window(opened)
    clock = known_stamp(of(opened, "known") or None)
    start = day_bounds(since)[0] if since else "0001-01-01T00:00:00Z"
    end = day_bounds(until)[1] if until else "9999-12-31T23:59:59Z"
    wanted = {Truth.CERTAIN} | ({Truth.POSSIBLE} if of(opened, "possible") == "yes" else set())
    return sorted(
        life.contact
        for life in lives
        if life.since <= clock < life.until and truth_within(life.consensus.bounds, start, end) in wanted
    )


def agrees(lives: list[Version], opened: Opened) -> int:
    """Checks that what is shown, listed and expected is one set; its size."""
    shown = opened.shown()
    assert shown == opened.rows() == expected(lives, opened)
    return len(shown)


def choose(opened: Opened, name: str, value: str) -> None:
    opened.page.locator(f"#choose-{name}").select_option(value)


def centre(box: Locator, part: float = 0.5) -> tuple[float, float]:
    found = box.bounding_box()
    assert found is not None
    return found["x"] + found["width"] * part, found["y"] + found["height"] / 2


# --- the histogram ---


def test_bars_tell_outcomes_and_the_merely_possible_apart_without_colour(opened: Opened) -> None:
    fills = opened.page.evaluate(
        """[...document.querySelectorAll('.bar .histogram rect')].filter(one => one.hasAttribute('fill'))
             .map(one => [one.classList[1], one.getAttribute('fill'), one.classList[0],
                          getComputedStyle(one).strokeDasharray])"""
    )
    assert {fill for _, fill, _, _ in fills} == {
        f"url(#pattern-{name})"
        for name in ("held", "attempted", "refused", "ignored", "cancelled", "proposed")
    }
    assert all(fill == f"url(#pattern-{outcome})" for outcome, fill, _, _ in fills)
    assert {(kind, dashes == "none") for _, _, kind, dashes in fills} == {("solid", True), ("maybe", False)}
    shapes = opened.page.evaluate(
        """[...document.querySelectorAll('.patterns pattern[id^=pattern]')].map(one =>
             one.lastElementChild.outerHTML.replace(/class="[^"]*"/, ''))"""
    )
    assert len(set(shapes)) == len(shapes) == 6
    legend = opened.page.locator("#legend li", has=opened.page.locator(".histogram")).all_inner_texts()
    assert [one.strip() for one in legend] == [
        *("held", "attempted", "refused", "left unanswered", "called off", "only proposed"),
    ]
    maybe = opened.page.locator("#time .check", has=opened.page.locator(".maybe")).inner_text()
    assert "only possibly in the range" in maybe


def test_each_bar_counts_what_lies_in_it_for_sure_and_possibly(opened: Opened, lives: list[Version]) -> None:
    words = opened.page.locator(".bar .area").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    live = [life for life in lives if life.since <= known_stamp(None) < life.until]
    checked = 0
    for text in words:
        days = re.findall(r"\d{4}-\d{2}-\d{2}", text)
        start, end = day_bounds(days[0])[0], day_bounds(days[-1])[1]
        dated = [one for one in live if one.consensus.when]
        truths = [truth_within(one.consensus.bounds, start, end) for one in dated]
        for kind, truth in (("certain", Truth.CERTAIN), ("possible", Truth.POSSIBLE)):
            said = sum(int(count) for count in re.findall(rf"(\d+) {kind}", text))
            assert said == truths.count(truth), text
        checked += 1
    assert checked > 10


def test_a_bar_is_pressed_by_mouse_and_by_keyboard(opened: Opened, lives: list[Version]) -> None:
    area = opened.page.locator(".bar .area")
    assert opened.page.locator(".bar .area[tabindex='0']").count() == 1
    area.first.focus()
    opened.page.keyboard.press("ArrowRight")
    focused = opened.page.evaluate("document.activeElement.dataset.bin")
    assert focused == area.nth(1).get_attribute("data-bin") != FIRST
    opened.page.keyboard.press("Enter")
    assert of(opened, "from") == focused and agrees(lives, opened) > 0
    assert opened.page.evaluate("document.activeElement.dataset.bin") == focused
    opened.go("")
    area.nth(1).click(position={"x": 2, "y": 10})
    assert of(opened, "from") == focused


def test_the_switch_at_the_bar_says_how_many_it_hides(opened: Opened, lives: list[Version]) -> None:
    opened.go("from=2029-02-10&to=2029-02-28")
    label = opened.page.locator("#time label", has=opened.page.locator("#possible"))
    assert label.inner_text().endswith("only possibly in the range (3)")
    before = agrees(lives, opened)
    opened.page.locator("#possible").focus()
    opened.page.keyboard.press("Space")
    assert label.inner_text().endswith("(3 hidden)")
    assert agrees(lives, opened) == before - 3


# --- thumbs, window, steps, jumps ---

KEYS = [
    ("from", "ArrowRight", "2029-01-06"),
    ("from", "Shift+ArrowRight", "2029-01-12"),
    ("from", "PageUp", "2029-02-05"),
    ("to", "ArrowLeft", "2029-06-29"),
    ("to", "Shift+ArrowLeft", "2029-06-23"),
    ("to", "PageDown", "2029-05-31"),
]


@pytest.mark.parametrize(("thumb", "key", "day"), KEYS)
def test_keys_move_a_thumb_by_day_week_and_month(
    opened: Opened, lives: list[Version], thumb: str, key: str, day: str
) -> None:
    opened.page.locator(f".bar .thumb.{thumb}").focus()
    opened.page.keyboard.press(key)
    assert of(opened, thumb) == day
    agrees(lives, opened)
    back = {"Right": "Left", "Left": "Right", "Up": "Down", "Down": "Up"}
    opened.page.keyboard.press(re.sub("Right|Left|Up|Down", lambda found: back[found[0]], key))
    assert window(opened) == ("", "")


def test_one_thumb_stops_at_the_other(opened: Opened) -> None:
    opened.go("from=2029-03-01&to=2029-03-03")
    opened.page.locator(".bar .thumb.from").focus()
    opened.page.keyboard.press("PageUp")
    assert window(opened) == ("2029-03-03", "2029-03-03")


@pytest.mark.parametrize(
    ("key", "expect"),
    [
        ("ArrowRight", ("2029-03-02", "2029-03-11")),
        ("Shift+ArrowLeft", ("2029-02-22", "2029-03-03")),
        ("PageUp", ("2029-04-01", "2029-04-10")),
        ("End", ("2029-06-21", "")),
        ("Home", ("", "2029-01-14")),
    ],
)
def test_keys_move_the_window(
    opened: Opened, lives: list[Version], key: str, expect: tuple[str, str]
) -> None:
    opened.go("from=2029-03-01&to=2029-03-10")
    opened.page.locator(".band").focus()
    opened.page.keyboard.press(key)
    assert window(opened) == expect
    agrees(lives, opened)


def test_the_window_is_dragged_and_keeps_its_length(opened: Opened, lives: list[Version]) -> None:
    opened.go("from=2029-02-01&to=2029-02-28")
    x, y = centre(opened.page.locator(".band"))
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    for part in range(1, 6):
        opened.page.mouse.move(x + 20 * part, y)
    opened.page.mouse.up()
    since, until = window(opened)
    assert since > "2029-02-20"
    assert int(opened.page.evaluate(f"(Date.parse('{until}') - Date.parse('{since}')) / 864e5")) == 27
    agrees(lives, opened)
    opened.page.mouse.move(*centre(opened.page.locator(".band")))
    opened.page.mouse.down()
    opened.page.mouse.move(1270, y, steps=4)
    opened.page.mouse.up()
    assert window(opened) == ("2029-06-03", "")


def test_the_whole_time_is_no_window_to_be_moved(opened: Opened) -> None:
    opened.page.locator(".band").focus()
    for key in ("ArrowRight", "PageUp", "End"):
        opened.page.keyboard.press(key)
    assert window(opened) == ("", "")
    assert opened.page.locator(".band").get_attribute("aria-disabled") == "true"


STEPS = [
    ("end", "day", ["2029-03-09", "2029-03-10", "2029-03-11"]),
    ("end", "week", ["2029-03-03", "2029-03-10", "2029-03-17"]),
    ("end", "month", ["2029-02-10", "2029-03-10", "2029-04-10"]),
    ("window", "month", ["2029-02-07", "2029-03-10", "2029-04-07"]),
    ("window", "week", ["2029-03-03", "2029-03-10", "2029-03-17"]),
]


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize(("moves", "unit", "days"), STEPS)
def test_buttons_step_the_end_or_the_window(
    opened: Opened, lives: list[Version], moves: str, unit: str, days: list[str], by: str
) -> None:
    opened.go("from=2029-02-10&to=2029-03-10")
    choose(opened, "moves", moves)
    choose(opened, "step", unit)

    def press(name: str) -> None:
        button = opened.page.get_by_role("button", name=name)
        button.click() if by == "mouse" else button.press("Enter")

    press("One step back")
    assert of(opened, "to") == days[0]
    assert (of(opened, "from") == "2029-02-10") is (moves == "end")
    agrees(lives, opened)
    press("One step on")
    assert window(opened) == ("2029-02-10", days[1])
    press("One step on")
    assert of(opened, "to") == days[2]
    agrees(lives, opened)


def test_a_window_of_whole_months_stays_one(opened: Opened, lives: list[Version]) -> None:
    opened.go("from=2029-01-01&to=2029-01-31&moves=window")
    found = []
    for _ in range(4):
        opened.page.get_by_role("button", name="One step on").click()
        found.append(window(opened))
        agrees(lives, opened)
    assert found == [
        ("2029-02-01", "2029-02-28"),
        ("2029-03-01", "2029-03-31"),
        ("2029-04-01", "2029-04-30"),
        ("2029-05-01", "2029-05-31"),
    ]


def test_a_step_that_leads_nowhere_can_t_be_pressed(opened: Opened) -> None:
    step = opened.page.get_by_role("button", name="One step on")
    assert step.is_disabled()
    opened.go("moves=window")
    step.click()
    assert window(opened) == ("", "2029-02-04")
    assert opened.page.get_by_role("button", name="One step back").is_disabled()


def test_jump_to_a_day(opened: Opened, lives: list[Version]) -> None:
    go = opened.page.get_by_label("Go to")
    go.fill("2029-03-15")
    assert window(opened) == ("", "2029-03-15")
    agrees(lives, opened)
    opened.go("from=2029-04-01&to=2029-04-30")
    go.fill("2029-02-10")
    assert window(opened) == ("2029-02-10", "2029-02-10")
    opened.go("from=2029-04-01&to=2029-04-30&moves=window")
    go.fill("2029-02-10")
    assert window(opened) == ("2029-02-10", "2029-03-11")
    agrees(lives, opened)
    go.fill("2040-01-01")
    assert window(opened) == ("2029-06-01", "")


# --- playing ---


def play(opened: Opened, name: str = "Play: step through the time") -> Locator:
    return opened.page.get_by_role("button", name=name)


def record(opened: Opened) -> None:
    """Note every state through which the page goes."""
    opened.page.evaluate(
        """() => {
             const note = () => {
               const { from, to, known } = backchannel.state();
               const text = [from, to, known, backchannel.shown().length].join(' ');
               if (globalThis.course.at(-1) !== text) globalThis.course.push(text);
             };
             globalThis.course = [];
             globalThis.noting?.disconnect();
             globalThis.noting = new MutationObserver(note);
             noting.observe(document.querySelector('#status'), { childList: true, subtree: true });
           }"""
    )


def course(opened: Opened) -> list[list[str]]:
    found: list[str] = opened.page.evaluate("globalThis.course")
    return [one.split(" ") for one in found]


def finished(opened: Opened, name: str) -> None:
    opened.page.wait_for_function(
        "name => [...document.querySelectorAll('.play')].some(one => one.ariaLabel === name)", arg=name
    )


def test_playing_moves_the_end_to_the_end_and_stops(opened: Opened, lives: list[Version]) -> None:
    opened.go("from=2029-02-01&speed=fast&step=month")
    record(opened)
    play(opened).click()
    assert play(opened, "Pause").inner_text() == "Pause"
    finished(opened, "Play: step through the time")
    ends = [one[1] for one in course(opened)]
    assert ends == ["2029-02-28", "2029-03-31", "2029-04-30", "2029-05-31", ""]
    assert window(opened) == ("2029-02-01", "")
    for since, until, known, count in course(opened):
        opened.go(f"from={since}&to={until}&known={known}")
        assert agrees(lives, opened) == int(count)


def test_playing_moves_a_window_of_one_length(opened: Opened) -> None:
    opened.go("from=2029-05-01&to=2029-05-14&speed=fast&step=week&moves=window")
    record(opened)
    play(opened).press("Enter")
    finished(opened, "Play: step through the time")
    assert [one[:2] for one in course(opened)] == [
        ["2029-05-08", "2029-05-21"],
        ["2029-05-15", "2029-05-28"],
        ["2029-05-22", "2029-06-04"],
        ["2029-05-29", "2029-06-11"],
        ["2029-06-05", "2029-06-18"],
        ["2029-06-12", "2029-06-25"],
        ["2029-06-17", ""],
    ]


def test_a_pause_stops_it_where_it_is_and_it_goes_on_from_there(opened: Opened) -> None:
    opened.go("from=2029-02-01&to=2029-02-10&speed=fast&step=day")
    play(opened).click()
    opened.page.wait_for_function("() => backchannel.state().to > '2029-02-11'")
    play(opened, "Pause").click()
    paused = of(opened, "to")
    opened.page.wait_for_timeout(700)
    assert of(opened, "to") == paused
    play(opened).click()
    opened.page.wait_for_function("paused => backchannel.state().to > paused", arg=paused)
    play(opened, "Pause").click()
    assert of(opened, "from") == "2029-02-01"


def test_speeds_differ(opened: Opened) -> None:
    """Slow is slower than fast: how far each gets in the same time."""
    reached = {}
    for speed in ("slow", "fast"):
        opened.go(f"from=2029-02-01&to=2029-02-10&step=day&speed={speed}")
        play(opened).click()
        opened.page.wait_for_timeout(900)
        play(opened, "Pause").click()
        reached[speed] = of(opened, "to")
    assert reached["slow"] < reached["fast"]


def test_with_less_motion_wished_nothing_plays_but_steps_work(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "from=2029-02-01&to=2029-02-28") as calm:
        calm.page.emulate_media(reduced_motion="reduce")
        calm.go("from=2029-02-01&to=2029-02-27")
        buttons = calm.page.locator(".play")
        assert [buttons.nth(at).is_disabled() for at in range(buttons.count())] == [True, True]
        assert "less motion" in (buttons.first.get_attribute("title") or "")
        calm.page.get_by_role("button", name="One step on").click()
        assert of(calm, "to") == "2029-03-27"
        assert calm.messages == []


# --- a closer look ---


def labels(opened: Opened, box: str = ".timerow") -> list[str]:
    return opened.page.locator(f"{box} .ticks text").all_text_contents()


def test_the_axis_is_narrowed_to_the_range_and_widened_again(opened: Opened, lives: list[Version]) -> None:
    opened.go("from=2029-02-01&to=2029-02-28")
    whole, before = labels(opened), opened.shown()
    opened.page.get_by_role("button", name="Narrow").click()
    assert of(opened, "axis") == "2029-02-01/2029-02-28"
    assert labels(opened) != whole and labels(opened)[0] == "5 Feb 2029"
    assert opened.shown() == before and agrees(lives, opened) > 0
    bins = opened.page.locator(".bar .area").evaluate_all("all => all.map(one => one.dataset.bin)")
    assert {"2029-02-10"} <= set(bins) and all(day.startswith("2029-02") for day in bins)
    opened.page.locator(".bar .thumb.to").focus()
    opened.page.keyboard.press("ArrowLeft")
    assert of(opened, "to") == "2029-02-27"
    opened.page.get_by_role("button", name="Widen").press("Enter")
    assert of(opened, "axis") == "" and labels(opened) == whole


def test_playing_stops_at_the_end_of_the_narrowed_axis(opened: Opened) -> None:
    opened.go("axis=2029-02-01%2F2029-02-28&from=2029-02-01&to=2029-02-12&speed=fast&step=week")
    record(opened)
    play(opened).click()
    finished(opened, "Play: step through the time")
    assert [one[1] for one in course(opened)] == ["2029-02-19", "2029-02-26", "2029-02-28"]


@pytest.mark.parametrize(
    ("span", "first"),
    [
        ("2029-02-01/2029-02-03", "1 Feb 2029"),
        ("2029-01-01/2029-12-31", "Jan 2029"),
        ("2020-01-01/2035-12-31", "2020"),
        ("1029-01-01/2829-12-31", "1"),
    ],
)
@pytest.mark.parametrize("width", [320, 1280])
def test_labels_are_years_months_or_days_and_never_overlap(
    browser: Browser, file: Path, span: str, first: str, width: int
) -> None:
    state = f"axis={span.replace('/', '%2F')}"
    with open_file(browser, file, state, width=width, height=900) as opened:
        found = labels(opened)
        assert len(found) >= 2 and found[0].startswith(first), found
        assert overlaps(opened, ".ticks") == []
        assert opened.messages == []


# --- the second clock ---


def test_the_second_bar_counts_contacts_by_the_day_they_became_known(opened: Opened) -> None:
    words = opened.page.locator(".knownbar .area").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    totals = {
        text.split(" ")[0].rstrip(";"): sum(map(int, re.findall(r"(\d+) certain", text))) for text in words
    }
    assert sum(totals.values()) == 14 and len(totals) == 2
    assert list(totals.values()) == [13, 1]
    opened.go("who=person%2Fvera")
    label = opened.page.locator(".knownbar .histogram").get_attribute("aria-label") or ""
    assert label.startswith("Contacts by the day on which they became known: 3 from")


def test_the_thumb_of_the_second_clock(opened: Opened, lives: list[Version]) -> None:
    thumb = opened.page.locator("input.thumb.known")
    thumb.focus()
    opened.page.keyboard.press("ArrowLeft")
    assert of(opened, "known") == "2029-06-30" and agrees(lives, opened) == 13
    opened.page.keyboard.press("Shift+ArrowLeft")
    assert of(opened, "known") == "2029-06-23"
    opened.page.keyboard.press("PageDown")
    assert of(opened, "known") == "2029-05-23" and agrees(lives, opened) == 13
    opened.page.keyboard.press("Home")
    assert of(opened, "known") == "2029-02-28" and agrees(lives, opened) == 0
    opened.page.keyboard.press("End")
    assert of(opened, "known") == "" and agrees(lives, opened) == 14
    x, _ = centre(opened.page.locator(".knownbar"))
    box = opened.page.locator(".knownbar").bounding_box()
    assert box is not None
    opened.page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"])
    opened.page.mouse.down()
    opened.page.mouse.move(x, box["y"] + box["height"], steps=4)
    opened.page.mouse.up()
    assert "2029-04-20" < of(opened, "known") < "2029-05-10" and agrees(lives, opened) == 13
    opened.page.locator(".knownbar .area").first.click(position={"x": 1, "y": 5})
    assert "2029-03-01" <= of(opened, "known") < "2029-03-10"


def test_publications_before_and_after(opened: Opened, lives: list[Version]) -> None:
    opened.page.get_by_label("Earlier publication").click()
    assert of(opened, "known") == "2029-07-01" and agrees(lives, opened) == 14
    opened.page.get_by_label("Earlier publication").press("Enter")
    assert of(opened, "known") == "2029-03-01" and agrees(lives, opened) == 13
    opened.page.get_by_label("Later publication").click()
    assert of(opened, "known") == "2029-07-01"


def test_playing_the_publications(opened: Opened, lives: list[Version]) -> None:
    opened.go("speed=fast")
    record(opened)
    play(opened, "Play: step through the publications").click()
    finished(opened, "Play: step through the publications")
    opened.page.wait_for_function("() => backchannel.state().known === ''")
    assert [(one[2], one[3]) for one in course(opened)] == [
        ("2029-03-01", "13"),
        ("2029-07-01", "14"),
        ("", "14"),
    ]


# --- lanes ---


def lane_names(opened: Opened) -> list[str]:
    found: list[str] = opened.page.locator(".lane").evaluate_all("all => all.map(one => one.dataset.lane)")
    return found


def test_lanes_show_silences_and_states_with_what_is_certain(opened: Opened) -> None:
    opened.go("lanes=open")
    assert lane_names(opened) == ["silence/winter", "channel/hotline"]
    words = opened.page.locator(".lane .name").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert (
        "Freedonia, Sylvania; calls 2029-02-01/2029-03-31 (certain from 2029-02-01 to 2029-03-31)" in words[0]
    )
    assert "except for ducks, hedged: “almost”" in words[0]
    assert "unanswered 2029-02-01/.. (certain from 2029-02-01 to 2029-05-31)" in words[1]
    assert "established 2028-06 (on no day certain)" in words[1]
    pieces = opened.page.locator(".lane[data-lane='channel/hotline'] rect[fill]").evaluate_all(
        "all => all.map(one => [one.classList[0], one.getAttribute('fill')])"
    )
    # June 2028 lies before the bar; of the rest a part is certain, a part only possible.
    assert pieces == [["maybe", "url(#lane-unanswered)"], ["solid", "url(#lane-unanswered)"]]
    opened.go("lanes=open&axis=2028-05-01%2F2029-06-30")
    texts = opened.page.locator(".lane[data-lane='channel/hotline'] text").all_text_contents()
    assert texts == ["established", "unanswered"]
    box = """name => { const one = document.querySelector(`.lane rect.${name}[fill*=unanswered]`);
                     return [Number(one.getAttribute('x')), Number(one.getAttribute('width'))]; }"""
    maybe, sure = opened.page.evaluate(box, "maybe"), opened.page.evaluate(box, "solid")
    assert maybe[0] == sure[0] and maybe[1] > sure[1] > 50


def test_a_lane_says_itself_on_hover_and_focus_and_selects(opened: Opened) -> None:
    opened.go("lanes=open")
    said = opened.page.locator(".lanetext")
    opened.page.locator(".lane").first.hover()
    assert said.inner_text().startswith("Silence: Freedonia, Sylvania")
    name = opened.page.locator(".lane[data-lane='channel/hotline'] .name")
    name.focus()
    assert said.inner_text().startswith("Channel: the hotline")
    opened.page.keyboard.press("Enter")
    assert of(opened, "sel") == "channel/hotline"
    assert opened.page.locator("#panel-title").inner_text() == "the hotline"
    assert "chosen" in (
        opened.page.locator(".lane[data-lane='channel/hotline']").get_attribute("class") or ""
    )
    opened.page.locator(".lane[data-lane='silence/winter'] .laneline").click()
    assert of(opened, "sel") == "silence/winter"


def test_lanes_of_what_is_selected_and_of_what_was_known(opened: Opened) -> None:
    opened.go("lanes=open&sel=person%2Fchancellor")
    assert lane_names(opened) == []
    assert "(0/2): Der Kanzler" in opened.page.locator(".fold").inner_text()
    opened.go("lanes=open&sel=contact%2Fcall-1")
    assert lane_names(opened) == ["silence/winter", "channel/hotline"]
    opened.go("lanes=open&known=2029-02-28")
    assert lane_names(opened) == [] and opened.page.locator(".lanes").is_hidden()


def crowded(case: Knowledge) -> Knowledge:
    """The case with eight silences."""
    ends = (party("state/fr", at="state/fr"), party("state/sy", at="state/sy"))
    more = [
        claim(f"quiet-{at}", kind="silence", about=f"silence/q{at}", participants=ends, scope="calls",
              when=when(f"2029-0{at + 1}", throughout=True))
        for at in range(5)
    ]  # fmt: skip
    return replace(case, claims=keyed([*case.claims.values(), *more]))


def test_many_lanes_are_folded_until_asked_for(browser: Browser, case: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_text(page(crowded(case), build_hash="b", title="t"), encoding="utf-8")
    with open_file(browser, path, height=900) as opened:
        fold = opened.page.locator(".fold")
        assert fold.inner_text().endswith("(7)") and fold.get_attribute("aria-expanded") == "false"
        assert opened.page.locator(".lane").count() == 0
        fold.press("Enter")
        assert of(opened, "lanes") == "open" and opened.page.locator(".lane").count() == 7
        fold.click()
        assert of(opened, "lanes") == "closed"
        assert opened.quiet()


# --- dead lines ---


def mark(opened: Opened, contact: str) -> tuple[str, float]:
    found = opened.page.evaluate(
        """contact => {
             const id = backchannel.lines().find(line => backchannel.contactOf(line) === contact);
             const { label, color } = backchannel.network.body.edges[id].options;
             return [label || '', color.opacity];
           }""",
        contact,
    )
    return found[0].strip(), found[1]


def test_a_dead_line_looks_dead_at_the_end_of_the_range(opened: Opened) -> None:
    """The hotline is unanswered from February; that is vouched for to the end of May."""
    for until, expect in (("2029-01-31", ""), ("2029-02-01", "✕"), ("2029-05-31", "✕"), ("2029-06-01", "✕?")):
        opened.go(f"to={until}")
        assert mark(opened, "contact/call-1") == (expect, 1 if not expect else 0.8), until
        assert mark(opened, "contact/at-home") == ("", 1)
    opened.go("to=2029-04-01&known=2029-02-28")
    assert opened.shown() == []
    opened.go("to=2029-04-30&sel=channel%2Fhotline")
    assert mark(opened, "contact/call-1") == ("✕", 0.8)
    opened.go("help=yes")
    legend = opened.page.locator("#panel .legend").first.inner_text()
    assert "a line that is unanswered, suspended or closed at the end of the range" in legend


def revived(case: Knowledge) -> Knowledge:
    """A second voice has the line in use in March, and a third denies that it is closed in May."""
    march = claim("line-used", kind="channel", about="channel/hotline", state="in use",
                  when=when("2029-03-01/2029-03-31", throughout=True))  # fmt: skip
    may = claim("not-shut", kind="channel", about="channel/notes", state="closed", stance="denies",
                when=when("2029-02-01/2029-05-31", throughout=True))  # fmt: skip
    return replace(case, claims=keyed([*case.claims.values(), march, may]))


def test_what_is_contradicted_or_denied_is_not_drawn_as_dead(
    browser: Browser, case: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "revived.html"
    path.write_text(page(revived(case), build_hash="b", title="t"), encoding="utf-8")
    with open_file(browser, path, "lanes=open") as opened:
        found = []
        for until in ("2029-02-28", "2029-03-15", "2029-04-15"):
            opened.go(f"lanes=open&to={until}")
            found.append((mark(opened, "contact/call-1")[0], mark(opened, "contact/note")[0]))
        assert found == [("✕", ""), ("", ""), ("✕", "")]
        assert "channel/notes" not in lane_names(opened)


# --- the address, narrow screens, access ---


def test_a_link_restores_bar_clock_and_lanes(browser: Browser, file: Path, opened: Opened) -> None:
    state = "axis=2029-01-15%2F2029-05-31&from=2029-02-01&to=2029-04-15&known=2029-06-30&possible=no"
    state += "&moves=window&step=week&speed=fast&lanes=open&lang=de"
    opened.go(state)
    look = """() => [location.hash.length, document.querySelector('#time').innerText,
                     [...document.querySelectorAll('#time select')].map(one => one.value),
                     [...document.querySelectorAll('#time input')].map(one => one.value)]"""
    before = opened.page.evaluate(look)
    with open_file(browser, file, state, height=900) as again:
        assert again.page.evaluate(look) == before
        assert again.shown() == opened.shown()
        assert before[2] == ["window", "week", "fast"]
        assert again.quiet()


@pytest.mark.parametrize(
    "state",
    [
        "axis=2029-02-01",
        "axis=2029-03-01/2029-02-01",
        "axis=2029-02-30/2029-03-01",
        "axis=a/b/c",
        "moves=constructor&step=__proto__&speed=9&lanes=maybe",
    ],
)
def test_nonsense_about_time_is_as_if_nothing_stood_there(opened: Opened, state: str) -> None:
    whole = opened.page.locator("#time").inner_text()
    opened.go(state)
    assert opened.page.locator("#time").inner_text() == whole
    assert len(opened.shown()) == 14


OVERLAPS = """root => {
  const shown = one => one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden';
  const parts = [...document.querySelectorAll(`${root} text, ${root} button, ${root} select, ${root} label,
                  ${root} .swatches li, ${root} input[type=date]`)].filter(shown);
  const box = one => one.getBoundingClientRect();
  const wrong = [];
  for (const one of parts) {
    const a = box(one);
    const sight = one.closest('.lanelist') || document.documentElement;
    if (a.left < -0.5 || a.right > innerWidth + 0.5) wrong.push(`cut off: ${one.outerHTML.slice(0, 90)}`);
    for (const other of parts) {
      if (other === one || one.contains(other) || other.contains(one)) continue;
      const b = box(other);
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1.5) wrong.push([one, other].map(two => two.outerHTML.slice(0, 90)).join(" | "));
    }
  }
  return wrong;
}"""


def overlaps(opened: Opened, root: str) -> list[str]:
    """What overlaps or is cut off on the sides inside an element."""
    found: list[str] = opened.page.evaluate(OVERLAPS, root)
    return found


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_overlaps_or_is_cut_off(browser: Browser, file: Path, width: int, language: str) -> None:
    state = f"lanes=open&from=2029-02-01&to=2029-03-15&lang={language}"
    with open_file(browser, file, state, width=width, height=1000) as opened:
        assert overlaps(opened, "#time") == []
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width
        assert opened.messages == []


@pytest.mark.parametrize(("width", "height"), [(1280, 560), (1280, 660), (1280, 800), (1920, 1080)])
def test_the_bar_stays_in_the_window(browser: Browser, file: Path, width: int, height: int) -> None:
    """However long the list and the lanes are; in a low window one can scroll to it."""
    measure = """() => { const { bottom } = document.querySelector('#time').getBoundingClientRect();
      return bottom <= innerHeight || getComputedStyle(document.body).overflowY === 'auto'; }"""
    checked = 0
    with open_file(browser, file, width=width, height=height) as opened:
        for size in ("small", "large", "closed"):
            for more in ("", "&lanes=open", "&sel=contact%2Fcall-2", "&from=2029-02-01&lang=de&level=office"):
                opened.go(f"list={size}{more}")
                assert opened.page.evaluate(measure), (size, more)
                checked += 1
    assert checked == 12


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_at_the_bar(browser: Browser, file: Path, scheme: str, width: int) -> None:
    with open_file(browser, file, scheme=scheme, width=width, height=900, bypass=True) as opened:
        for state in ("lanes=open", "lanes=open&from=2029-02-01&to=2029-03-15&sel=channel%2Fhotline"):
            opened.go(state)
            assert violations(opened) == [], state


def test_every_control_of_the_bar_has_a_name_and_can_be_reached(opened: Opened) -> None:
    opened.go("lanes=open&from=2029-02-01&to=2029-03-15")
    opened.page.locator("#day-from").focus()
    seen = set()
    for _ in range(60):
        seen.add(
            opened.page.evaluate(
                """() => { const one = document.activeElement;
                     return one.closest('#time') ? one.id || one.className.baseVal || one.className : ''; }"""
            )
        )
        opened.page.keyboard.press("Tab")
    wanted = {"day-from", "day-to", "day-go", "day-known", "possible", "choose-moves", "choose-step"}
    wanted |= {"choose-speed", "area", "band", "thumb from", "thumb to", "thumb known", "quiet fold", "name"}
    assert wanted <= seen


def test_a_case_without_any_date_has_no_bar_and_says_nothing_wrong(
    browser: Browser, case: Knowledge, tmp_path: Path
) -> None:
    bare = replace(case, claims=keyed([replace(one, when=None) for one in case.claims.values()]))
    path = tmp_path / "bare.html"
    path.write_text(page(bare, build_hash="b", title="t"), encoding="utf-8")
    with open_file(browser, path, "lanes=open&axis=2029-01-01%2F2029-02-01") as opened:
        assert opened.page.locator(".bar").count() == 0
        assert len(opened.shown()) == 14
        opened.page.get_by_label("Earlier publication").click()
        assert opened.quiet()
