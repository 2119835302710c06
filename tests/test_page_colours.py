"""The lines of the six outcomes are told apart by shape alone, in grey and with colour blindness simulated.

Each outcome is drawn by the page at the same place; the crops of the canvas are compared as readers see them
who tell no red from green, or no blue from yellow, after Machado, Oliveira and Fernandes, A Physiologically-
based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009 (severity 1.0, linear RGB).
"""

from __future__ import annotations

import io
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from browser import Opened, open_file
from numpy.typing import NDArray
from page_case import FIREFLY, TRENTINO, directed
from PIL import Image
from playwright.sync_api import Browser
from samples import knowledge

from backchannel.exports.html import page

pytestmark = pytest.mark.browser

Picture = NDArray[np.float64]

OUTCOMES = ("held", "refused", "attempted", "ignored", "cancelled", "proposed")
THEMES = ("light", "dark")
# Rows: what red, green and blue of the picture become; columns: what they are made of. Rows add up to 1.
SIGHTS: dict[str, list[list[float]]] = {
    "as it is": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


# --- crops ---


def one_line(outcome: str, folder: Path) -> Path:
    """A case of a single contact, so that each outcome's line is drawn between the same two points."""
    spoken = None if outcome == "proposed" else outcome
    only = directed("only", FIREFLY, TRENTINO, spoken, "2029-01-05", "call")
    path = folder / f"{outcome}.html"
    path.write_text(page(knowledge([only]), build_hash="b", title="One line"), encoding="utf-8")
    return path


# Between the two nodes, whatever ends there; the ends of all outcomes lie in it.
BOX = """() => {
    const { network } = backchannel;
    const box = document.querySelector('#graph').getBoundingClientRect();
    const ends = Object.values(network.getPositions()).map(one => network.canvasToDOM(one));
    const [xs, ys] = [ends.map(one => one.x + box.left), ends.map(one => one.y + box.top)];
    const [left, right] = [Math.min(...xs) + 12, Math.max(...xs) - 6];
    return [left, Math.min(...ys) - 40, right, Math.max(...ys) + 40].map(Math.round);
}"""


def crop(opened: Opened) -> Picture:
    """The line with its end as the canvas shows it: rows, columns; linear red, green, blue from 0 to 1."""
    left, top, right, bottom = opened.page.evaluate(BOX)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    image = Image.open(io.BytesIO(opened.page.screenshot(clip=clip))).convert("RGB")
    encoded = np.asarray(image, dtype=np.float64) / 255
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


@pytest.fixture(scope="module")
def crops(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Picture]:
    folder = tmp_path_factory.mktemp("lines")
    found = {}
    for outcome in OUTCOMES:
        with open_file(browser, one_line(outcome, folder)) as opened:
            for theme in THEMES:
                opened.go(f"theme={theme}")
                found[theme, outcome] = crop(opened)
    return found


# --- what is seen ---


def seen(picture: Picture, sight: str) -> Picture:
    """The luminance of a picture, from 0 to 1, as somebody sees it: WCAG 2.2's relative luminance."""
    found: Picture = np.clip(picture @ np.array(SIGHTS[sight]).T, 0, 1) @ LUMINANCE
    return found


def contrast(luminance: Picture) -> Picture:
    """The contrast of each point with the paper, which most points show (WCAG 2.2, contrast ratio)."""
    paper = float(np.median(luminance))
    lighter, darker = np.maximum(luminance, paper), np.minimum(luminance, paper)
    found: Picture = (lighter + 0.05) / (darker + 0.05)
    return found


def ink(picture: Picture, sight: str) -> NDArray[np.bool_]:
    """Where there is line rather than paper: nothing of a colour is left, only the shape."""
    stands_out = contrast(seen(picture, sight))
    return np.asarray(stands_out > np.sqrt(stands_out.max()))


def near(mask: NDArray[np.bool_], reach: int = 1) -> NDArray[np.bool_]:
    """A shape and what lies up to ``reach`` points around it."""
    padded = np.pad(mask, reach)
    height, width = mask.shape
    steps = range(2 * reach + 1)
    return np.logical_or.reduce([padded[y : y + height, x : x + width] for y in steps for x in steps])


def apart(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """The share of the ink of two shapes that the other has not within a point: 0 the same, 1 nothing shared.

    A tolerant Jaccard distance: what anti-aliasing moves by a point doesn't count.
    """
    alone = (one & ~near(other)).sum() + (other & ~near(one)).sum()
    return float(alone / max(1, one.sum() + other.sum()))


# Two crops of one outcome, light and dark, differ in colour alone: that is the error of the measure, and two
# outcomes must differ by ten times as much. At least by a twentieth of all their ink, too: a gap of two
# points in every twenty along the whole line, when a point at each of its sides was forgiven already.
TIMES = 10
LEAST = 0.05


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", sorted(SIGHTS))
def test_each_two_outcomes_differ_in_shape(
    crops: dict[tuple[str, str], Picture], theme: str, sight: str
) -> None:
    shapes = {outcome: ink(crops[theme, outcome], sight) for outcome in OUTCOMES}
    recoloured = {
        outcome: apart(ink(crops["light", outcome], sight), ink(crops["dark", outcome], sight))
        for outcome in OUTCOMES
    }
    floor = max(recoloured.values())
    found = {pair: apart(shapes[pair[0]], shapes[pair[1]]) for pair in combinations(OUTCOMES, 2)}
    assert len(found) == 15 and all(shape.any() for shape in shapes.values())
    assert min(found.values()) > max(LEAST, TIMES * floor), (
        sorted(found.items(), key=lambda one: one[1]),
        floor,
    )


@pytest.mark.parametrize("sight", sorted(SIGHTS))
def test_each_line_stands_out_from_the_paper(crops: dict[tuple[str, str], Picture], sight: str) -> None:
    """At least 3 to 1, as WCAG 2.2 asks of graphics (1.4.11), without the mark at its end and the node."""
    found = {key: float(contrast(seen(one[:, :-40], sight)).max()) for key, one in crops.items()}
    assert len(found) == 12
    assert {key: round(one, 2) for key, one in found.items() if one < 3} == {}


def test_the_matrices_keep_grey_as_it_is() -> None:
    """Each simulation leaves what has no colour alone; a slip in a matrix would show here."""
    for matrix in SIGHTS.values():
        assert np.allclose(np.array(matrix).sum(axis=1), 1, atol=1e-5)


def test_the_measure_sees_no_difference_in_colour_and_a_difference_in_shape() -> None:
    paper = np.ones((30, 200, 3))
    line, other, dashed = paper.copy(), paper.copy(), paper.copy()
    line[14:16] = [0.5, 0, 0]
    other[14:16] = [0, 0, 0.4]
    dashed[14:16] = [0.5, 0, 0]
    dashed[:, ::8] = dashed[:, 1::8] = dashed[:, 2::8] = dashed[:, 3::8] = 1
    assert apart(ink(line, "grey"), ink(other, "grey")) == 0
    assert apart(ink(line, "grey"), ink(dashed, "grey")) > LEAST
