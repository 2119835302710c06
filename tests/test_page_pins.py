"""Moving a node: by mouse, by touch, by buttons and keys; in the address, in the exports, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import Opened, open_file
from page_case import page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page

pytestmark = pytest.mark.browser

WHO = "person/firefly"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pins") / "graph.html"
    path.write_text(page(page_case(), build_hash="b", title="Freedonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


def pins(opened: Opened) -> list[str]:
    return parse_qs(urlsplit(opened.page.url).fragment).get("pin", [])


def point(opened: Opened, who: str = WHO) -> tuple[float, float]:
    x, y = opened.page.evaluate(
        """id => { const { network } = backchannel;
             const at = network.canvasToDOM(network.getPosition(id));
             const box = document.querySelector('#graph').getBoundingClientRect();
             return [at.x + box.left, at.y + box.top]; }""",
        f"person {who}",
    )
    return x, y


def test_a_node_is_dragged_and_stays_where_it_was_put(browser: Browser, file: Path, opened: Opened) -> None:
    x, y = point(opened)
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 90, y + 30, steps=4)
    opened.page.mouse.up()
    assert [pin.split(",")[2] for pin in pins(opened)] == [WHO]
    put = point(opened)
    assert put == pytest.approx((x + 90, y + 30), abs=2)
    opened.go(urlsplit(opened.page.url).fragment)
    assert point(opened) == put
    with open_file(browser, file, urlsplit(opened.page.url).fragment) as again:
        assert point(again) == put
    opened.page.get_by_role("button", name=re.compile("Put back all that was moved")).click()
    assert pins(opened) == [] and point(opened) == pytest.approx((x, y), abs=1)


def test_a_press_without_moving_selects_and_pins_nothing(opened: Opened) -> None:
    opened.page.mouse.click(*point(opened))
    opened.page.wait_for_function("who => backchannel.state().sel === who", arg=WHO)
    assert pins(opened) == []


def test_a_line_and_the_ground_are_not_dragged_but_the_picture_is(opened: Opened) -> None:
    box = opened.page.locator("#graph").bounding_box()
    assert box is not None
    before = point(opened)
    opened.page.mouse.move(box["x"] + 20, box["y"] + 20)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 60, box["y"] + 40, steps=3)
    opened.page.mouse.up()
    assert pins(opened) == [] and point(opened) == pytest.approx((before[0] + 40, before[1] + 20), abs=2)
    opened.page.get_by_role("button", name="Show all", exact=True).click()


def test_a_finger_moves_it_as_well(browser: Browser, file: Path) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 1280, "height": 800}, offline=True)
    found = context.new_page()
    found.goto(f"{file.as_uri()}#tour=no")
    opened = Opened(found)
    x, y = point(opened)
    client = context.new_cdp_session(found)
    for kind, dx in (("touchStart", 0), ("touchMove", 20), ("touchMove", 60)):
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x + dx, "y": y}]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    found.wait_for_function("() => backchannel.state().pin.size === 1")
    assert point(opened) == pytest.approx((x + 60, y), abs=2)
    context.close()


@pytest.mark.parametrize("by", ["buttons", "keys"])
def test_without_dragging_a_node_is_moved_in_the_panel(opened: Opened, by: str) -> None:
    opened.go(f"sel={WHO}")
    x, y = point(opened)
    for name, key in (("Move right", "ArrowRight"), ("Move down", "ArrowDown")):
        button = opened.page.get_by_role("button", name=name)
        button.click() if by == "buttons" else button.press(key)
        assert opened.page.evaluate("document.activeElement.dataset.keep") == f"move-{key}"
    moved = point(opened)
    assert moved[0] > x and moved[1] > y
    opened.page.get_by_role("button", name="Put back", exact=True).click()
    assert pins(opened) == [] and point(opened) == pytest.approx((x, y), abs=1)


def test_with_shift_it_goes_further(opened: Opened) -> None:
    opened.go(f"sel={WHO}")
    x, _ = point(opened)
    opened.page.get_by_role("button", name="Move right").press("ArrowRight")
    near = point(opened)[0] - x
    opened.page.get_by_role("button", name="Move right").press("Shift+ArrowRight")
    assert point(opened)[0] - x > 4 * near


def test_what_is_not_drawn_cannot_be_moved(opened: Opened) -> None:
    opened.go("level=state&sel=person/firefly")
    assert opened.page.locator(".moves").count() == 0


def test_exports_have_it_where_it_stands(opened: Opened) -> None:
    opened.go("")
    free = drawing(opened)
    opened.go(f"pin=0,0,{WHO}")
    moved = drawing(opened)
    assert "moved by hand: 1" in moved and "moved by hand" not in free
    place = re.compile(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>\u2068Rufus Firefly')
    here, there = place.search(free), place.search(moved)
    assert here and there and here.groups() != there.groups()


def drawing(opened: Opened) -> str:
    with opened.page.expect_download() as download:
        opened.page.evaluate("document.querySelector('#export').click()")
        opened.page.locator("[data-export=svg]").click()
    opened.page.evaluate("document.querySelector('#export').click()")
    return download.value.path().read_text(encoding="utf-8")


WRONG = ["pin=a,b,person/firefly", "pin=1,2,person/nobody", "pin=1,2", "pin=999999,0,person/firefly", "pin="]


@pytest.mark.parametrize("wrong", WRONG)
def test_nonsense_pins_nothing(opened: Opened, wrong: str) -> None:
    before = point(opened)
    opened.go(wrong)
    assert point(opened) == before and opened.page.evaluate("backchannel.state().pin.size") == 0
    assert opened.messages == []


def test_a_node_has_one_pin_the_last(opened: Opened) -> None:
    opened.go(f"pin=10,10,{WHO}&pin=20,-20,{WHO}")
    assert opened.page.evaluate("[...backchannel.state().pin]") == [f"20,-20,{WHO}"]
