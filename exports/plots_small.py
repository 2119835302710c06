"""Small plots for a printed page: ranks with their intervals, and the same measure of many pairs over time.

Drawn with the means of :mod:`backchannel.exports.plots`. Small multiples share their axes, so that panels
can be compared (E. Tufte, The Visual Display of Quantitative Information, 1983).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backchannel.exports.plots import STYLES, Drawing, canvas, svg_of
from backchannel.exports.svg import INK, PAPER

__all__ = ["Panel", "Reach", "multiples", "reaches"]

WIDTH = 7.2  # inches: the width of the text of a printed page
ROW = 0.15
NAMES = 2.3
ACROSS = 3  # panels in a row
PANEL = 0.72
TICKS = 6


@dataclass(frozen=True, slots=True)
class Reach:
    """A rank with the ranks between which it lies in all worlds, and in the middle 90 % of them; ``share`` is
    the part of worlds in which it holds, in words."""

    name: str
    rank: int
    whole: tuple[int, int]
    middle: tuple[int, int]
    share: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Contacts of a pair by window: of each outcome how many there certainly were, and how many possibly
    besides, a number a window."""

    title: str
    certain: tuple[tuple[str, tuple[int, ...]], ...]
    possible: tuple[int, ...]


def reaches(rows: Sequence[Reach], axis: str) -> Drawing:
    """A dot a rank, a thick line for the middle 90 % of worlds, a thin one for all of them."""
    height = ROW * len(rows) + 0.5
    titles: dict[str, str] = {}
    with canvas(WIDTH, height) as figure:
        box = (NAMES / WIDTH, 0.38 / height, 1 - (NAMES + 0.7) / WIDTH, 1 - 0.44 / height)
        axes: Any = figure.add_axes(box)
        for place, row in enumerate(rows):
            name = f"rank-{place}"
            titles[name] = f"{row.name}: {row.rank} ({row.whole[0]}–{row.whole[1]}), {row.share}"
            axes.plot(row.whole, [place, place], color=INK, linewidth=0.9, solid_capstyle="butt")
            axes.plot(row.middle, [place, place], color=INK, linewidth=3.2, alpha=0.45, solid_capstyle="butt")
            axes.plot([row.rank], [place], gid=name, **_dot())
            axes.text(1.015, place, row.share, va="center", transform=axes.get_yaxis_transform())
        last = max([row.whole[1] for row in rows], default=1)
        _frame(axes, [row.name for row in rows], last, axis)
        return Drawing(svg_of(figure), titles)


def _dot() -> dict[str, Any]:
    return {
        "marker": "o",
        "markersize": 6,
        "markerfacecolor": STYLES["held"].colour,
        "markeredgecolor": PAPER,
        "markeredgewidth": 0.6,
        "linestyle": "none",
    }


def _frame(axes: Any, names: Sequence[str], last: int, axis: str) -> None:
    axes.set_xlim(0.5, last + 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), names)
    step = max(1, -(-last // 12))
    axes.set_xticks(range(1, last + 1, step))
    axes.set_xlabel(axis)
    axes.tick_params(axis="both", length=0)
    axes.grid(axis="x", color=INK, linewidth=0.4, alpha=0.25)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def multiples(
    panels: Sequence[Panel], windows: Sequence[str], names: Mapping[str, str], possible: str
) -> Drawing:
    """A small bar chart a pair over the same ``windows`` and the same height.

    Filled: what certainly was in a window; hollow on top: what may have been in it. ``names`` has the
    outcomes in the reader's language, ``possible`` names the hollow bars.
    """
    rows = -(-len(panels) // ACROSS)
    height = rows * PANEL + 0.62
    titles: dict[str, str] = {}
    with canvas(WIDTH, height) as figure:
        grid = figure.subplots(rows, ACROSS, sharex=True, sharey=True, squeeze=False)
        figure.subplots_adjust(0.035, 0.52 / height, 0.995, 1 - 0.17 / height, 0.08, 0.42)
        for place, axes in enumerate(grid.flat):
            axes.set_visible(place < len(panels))
            if place < len(panels):
                _panel(axes, panels[place], titles, f"pair-{place}")
                _axis(axes, windows, lowest=place + ACROSS >= len(panels))
        grid[0][0].set_ylim(0, max(1, *map(_tallest, panels)) * 1.08)
        _legend(figure, panels, names, possible)
        return Drawing(svg_of(figure), titles)


def _panel(axes: Any, panel: Panel, titles: dict[str, str], name: str) -> None:
    base = [0] * len(panel.possible)
    for outcome, counts in panel.certain:
        style = STYLES[outcome]
        bars = axes.bar(range(len(counts)), counts, 0.86, bottom=base, **_fill(style))
        for bar, count in zip(bars, counts, strict=True):
            bar.set_visible(count > 0)
        base = [below + count for below, count in zip(base, counts, strict=True)]
    hollow = axes.bar(range(len(base)), panel.possible, 0.86, bottom=base, **_hollow())
    for bar, count in zip(hollow, panel.possible, strict=True):
        bar.set_visible(count > 0)
    axes.set_title(panel.title, loc="left", fontsize=7, pad=2, gid=name)
    titles[name] = panel.title


def _fill(style: Any) -> dict[str, Any]:
    face = style.colour if style.filled else PAPER
    return {"facecolor": face, "edgecolor": style.colour, "hatch": style.hatch, "linewidth": 0.7}


def _hollow() -> dict[str, Any]:
    return {"facecolor": "none", "edgecolor": INK, "linewidth": 0.5, "linestyle": (0, (2, 1.5)), "alpha": 0.6}


def _axis(axes: Any, windows: Sequence[str], lowest: bool) -> None:
    step = max(1, -(-len(windows) // TICKS))
    axes.set_xticks(range(0, len(windows), step), windows[::step], fontsize=6)
    axes.set_xlim(-0.6, len(windows) - 0.4)
    axes.tick_params(length=2, labelbottom=lowest)
    axes.tick_params(axis="y", labelsize=6, length=0)
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=3)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _tallest(panel: Panel) -> int:
    columns = zip(*(counts for _, counts in panel.certain), panel.possible, strict=True)
    return max((sum(column) for column in columns), default=0)


def _legend(figure: Any, panels: Sequence[Panel], names: Mapping[str, str], possible: str) -> None:
    drawn = {outcome for panel in panels for outcome, counts in panel.certain if any(counts)}
    axes = figure.axes[0]
    handles = [axes.bar([0], [0], **_fill(STYLES[name])) for name in STYLES if name in drawn]
    labels = [names[name] for name in STYLES if name in drawn]
    handles.append(axes.bar([0], [0], **_hollow()))
    figure.legend(handles, [*labels, possible], loc="lower center", ncols=6, frameon=False, fontsize=7)
