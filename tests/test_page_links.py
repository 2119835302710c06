"""A link shows what its sender saw, byte for byte, whatever was looked at between."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pytest
from browser import Opened, open_file
from conftest import LARGE
from page_states import Facets, random_state
from PIL import Image
from playwright.sync_api import Browser
from saving import saved

from backchannel.exports.html import page
from backchannel.graph.builds import Build
from backchannel.graph.model import Knowledge

pytestmark = pytest.mark.browser

STATES = 24 if LARGE else 3
# What no set of contacts depends on, but the picture does.
LOOKS = {
    "lang": ("en", "de", "ru"),
    "theme": ("light", "dark"),
    "tab": ("contacts", "silences", "channels"),
    "sort": ("when", "-when", "outcome", "-from"),
    "list": ("small", "large"),
    "lanes": ("auto", "open"),
    "open": ("outcome.mode.state", "source.language", "none"),
}
CANVAS = "document.querySelector('#graph canvas').toDataURL()"


@dataclass(frozen=True)
class Picture:
    """What a page shows: the window, the canvas, the drawing that is exported."""

    window: bytes
    canvas: bytes
    drawing: bytes


def picture(opened: Opened) -> Picture:
    opened.page.mouse.move(2, 2)
    window = opened.page.screenshot(animations="disabled", caret="hide")
    canvas = base64.b64decode(opened.page.evaluate(CANVAS).partition(",")[2])
    drawing = saved(opened, "svg")[1]
    opened.page.locator("#export").press("Escape")
    opened.page.evaluate("document.activeElement.blur()")
    return Picture(window, canvas, drawing)


@pytest.fixture(scope="module")
def file(seed_build: Build, seed_knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("links") / "graph.html"
    text = page(seed_knowledge, build_hash=seed_build.hash, title=seed_build.title)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def addresses(seed_knowledge: Knowledge) -> list[str]:
    """States drawn at random, each with something chosen and with looks of its own."""
    rng, facets = Random("links"), Facets.of(seed_knowledge)
    contacts = sorted({one.about for one in seed_knowledge.claims.values() if one.kind == "contact"})
    found = []
    for _ in range(STATES):
        looks = "&".join(f"{name}={rng.choice(values)}" for name, values in LOOKS.items())
        chosen = rng.choice([*contacts, *facets.things, ""])
        found.append(f"{random_state(rng, facets)}&{looks}&sel={chosen}")
    return found


@pytest.fixture(scope="module")
def wanderer(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


def test_a_link_restores_the_picture_in_any_window(
    browser: Browser, file: Path, addresses: list[str]
) -> None:
    """Two windows, the same link: canvas and drawing are the same bytes, the window all but for corners."""
    compared = 0
    for address in addresses:
        pictures = []
        for _ in range(2):
            with open_file(browser, file, address) as fresh:
                pictures.append(picture(fresh))
        assert alike(*pictures), address
        compared += 1
    assert compared == STATES


def test_what_was_looked_at_before_leaves_nothing_behind(
    browser: Browser, file: Path, addresses: list[str], wanderer: Opened
) -> None:
    compared = 0
    for address, other in zip(addresses, [*addresses[1:], addresses[0]], strict=True):
        with open_file(browser, file, address) as fresh:
            first = picture(fresh)
        for state in (other, "", "level=state&sel=state/ru&list=large", address):
            wanderer.go(state)
        second = picture(wanderer)
        assert alike(second, first), address
        compared += 1
    assert compared == STATES and wanderer.messages == []


# A rounded corner of a field comes out up to two of 255 steps lighter or darker, as Chromium cuts the window
# into parts that it paints apart; nobody sees that, and no program of ours has a say in it.
NOISE = 2


def alike(one: Picture, other: Picture) -> bool:
    """Whether canvas and drawing are the same bytes and the window the same but for that."""
    same = one.canvas == other.canvas and one.drawing == other.drawing
    return same and unlike(one.window, other.window) <= NOISE


def unlike(one: bytes, other: bytes) -> int:
    """The largest difference of two pictures in any point, in steps of 255."""
    pictures = [
        np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), dtype=np.int16) for data in (one, other)
    ]
    assert pictures[0].shape == pictures[1].shape
    return int(np.abs(pictures[0] - pictures[1]).max())


def test_other_states_give_other_pictures(wanderer: Opened, addresses: list[str]) -> None:
    """If every picture were alike, those above would prove nothing."""
    found = []
    for address in addresses:
        wanderer.go(address)
        found.append(picture(wanderer))
    assert len({one.window for one in found}) == len({one.drawing for one in found}) == STATES
