"""The plots of the report, drawn by matplotlib; nobody else imports it.

Outcomes differ by mark and by filling, never by colour alone, so that they can be told apart in
greyscale and by the colour-blind (colours: M. Okabe and K. Ito, Color Universal Design, 2008). Text
stays text. The bytes depend on nothing but the data.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

import matplotlib
from matplotlib import dates as mdates
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from backchannel.exports.svg import INK, PAPER

__all__ = ["STYLES", "Bar", "Cell", "Drawing", "Style", "canvas", "matrix", "svg_of", "timeline"]

RC: Any = {
    "svg.hashsalt": "backchannel",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "font.size": 8.0,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.7,
    "axes.linewidth": 0.6,
}
# The Julian Day Number of 1970-01-01, from which matplotlib counts its days.
JULIAN_OF_EPOCH = 2_440_588
ORDINAL_OF_EPOCH = 719_163
WIDTH = 9.6  # inches at 72 points
LABELS = 2.9
LANE = 0.21
CELL = 0.28
HEADING = 0.32
FOOT = 0.85


@dataclass(frozen=True, slots=True)
class Style:
    """How an outcome looks: colour, mark, and the filling of the bar of an uncertain date."""

    colour: str
    mark: str
    hatch: str = ""
    filled: bool = False
    line: Literal["-", "--"] = "-"


STYLES = {
    "held": Style("#0072b2", "o", filled=True),
    "refused": Style("#d55e00", "X", hatch="/////"),
    "ignored": Style("#b8860b", "v", hatch="\\\\\\\\"),
    "attempted": Style("#7f7f7f", "^", hatch="-----"),
    "cancelled": Style("#b0578d", "s", hatch="xxxxx"),
    "proposed": Style("#009e73", "D", line="--"),
}
SILENCE = Style("#7f7f7f", "", hatch="|||||")


@dataclass(frozen=True, slots=True)
class Bar:
    """Something between two days (counted from 1970-01-01, the second included); None: no bound is known.

    ``row`` is the label it stands at, ``kind`` an outcome or 'silence', ``title`` what a reader sees
    who rests on it; ``lasting`` puts an arrow at the end: it was not over when the source spoke.
    """

    row: str
    kind: str
    first: int | None
    last: int | None
    title: str
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two were in touch, with one outcome; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    kind: str
    count: int
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG as matplotlib writes it, and the titles of its parts by their ids."""

    svg: str
    titles: dict[str, str] = field(default_factory=dict)


def timeline(contacts: Sequence[Bar], silences: Sequence[Bar], day: int | None) -> Drawing:
    """Contacts as bars over the days they may have happened on; silences as bars beneath.

    ``day`` is marked by a line. Bars that overlap in one row stand in lanes.
    """
    titles: dict[str, str] = {}
    span = span_of([*contacts, *silences], day)
    panels = [
        (name, lanes(bars, span))
        for name, bars in (("Contacts", contacts), ("Silences claimed", silences))
        if bars
    ]
    inches = [LANE * (1 + max(lane for _, lane in placed)) for _, placed in panels]
    with canvas(WIDTH, sum(inches) + HEADING * len(panels) + FOOT) as figure:
        top = 1.0
        for (heading, placed), height in zip(panels, inches, strict=True):
            top -= HEADING / figure.get_figheight()
            axes = _panel(figure, top, height)
            top -= height / figure.get_figheight()
            _draw_lanes(axes, placed, span, titles)
            _finish_panel(axes, heading, span, day, last=heading == panels[-1][0])
        _legend(figure, [*contacts, *silences])
        return Drawing(svg_of(figure), titles)


def matrix(labels: Sequence[str], groups: Sequence[str], cells: Sequence[Cell]) -> Drawing:
    """Who was in touch with whom: a square for each two, marks for the outcomes.

    ``labels`` name the rows and the columns alike, ``groups`` (as many) the state of each; equal
    neighbours form a group.
    """
    titles: dict[str, str] = {}
    side, room, foot = CELL * len(labels), _room(labels), FOOT - 0.2
    width, height = max(room + side + _room(groups) + 0.2, 6.0), room + side + foot
    with canvas(width, height) as figure:
        box = (room / width, foot / height, side / width, side / height)
        axes = figure.add_axes(box)
        _matrix_frame(axes, labels, groups)
        for together in _by_place(cells):
            _draw_cell(axes, together, titles)
        _legend(figure, cells)
        return Drawing(svg_of(figure), titles)


def _room(labels: Sequence[str]) -> float:
    """Inches that the longest label takes: DejaVu Sans is broad, and bold print broader."""
    return 0.25 + 0.075 * max((len(label) for label in labels), default=0)


def span_of(bars: Sequence[Bar], day: int | None) -> tuple[float, float]:
    """The first and last day to draw, with air on both sides.

    >>> span_of([Bar("a", "held", 100, 199, "")], None)
    (98.0, 202.0)
    """
    known = [edge for bar in bars for edge in (bar.first, bar.last) if edge is not None]
    known += [] if day is None else [day]
    first, last = (min(known), max(known) + 1) if known else (0, 1)
    air = max((last - first) * 0.02, 1.0)
    return float(first - air), float(last + air)


def lanes(bars: Sequence[Bar], span: tuple[float, float]) -> list[tuple[Bar, int]]:
    """Each bar with its lane, counted from the top: rows one below the other, overlaps apart.

    >>> here = [Bar("a", "held", 1, 5, ""), Bar("b", "held", 1, 1, ""), Bar("a", "refused", 3, 9, "")]
    >>> [(bar.row, bar.kind, lane) for bar, lane in lanes(here, (0.0, 10.0))]
    [('a', 'held', 0), ('a', 'refused', 1), ('b', 'held', 2)]
    """
    placed: list[tuple[Bar, int]] = []
    below = 0
    for row in dict.fromkeys(bar.row for bar in bars):
        ends: list[float] = []
        for bar in (one for one in bars if one.row == row):
            start, end = _extent(bar, span)
            lane = next((lane for lane, taken in enumerate(ends) if taken <= start), len(ends))
            ends[lane : lane + 1] = [end]
            placed.append((bar, below + lane))
        below += len(ends)
    return placed


def _extent(bar: Bar, span: tuple[float, float]) -> tuple[float, float]:
    """What a bar takes on the page: its days, or at least the width of its mark."""
    start, end = _edges(bar, span)
    lacking = max(0.0, (span[1] - span[0]) * 0.016 - (end - start)) / 2
    return start - lacking, end + lacking


def _edges(bar: Bar, span: tuple[float, float]) -> tuple[float, float]:
    start = span[0] if bar.first is None else float(bar.first)
    return start, span[1] if bar.last is None else float(bar.last + 1)


@contextmanager
def canvas(width: float, height: float) -> Iterator[Figure]:
    """A figure of so many inches in the style of all plots."""
    with matplotlib.rc_context(RC), warnings.catch_warnings():
        # A letter that the font lacks is only measured here; the reader's own fonts draw it.
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        figure = Figure(figsize=(width, height))
        FigureCanvasSVG(figure)
        yield figure


def svg_of(figure: Figure) -> str:
    """What was drawn; the bytes name neither a day nor a maker."""
    out = io.StringIO()
    figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _panel(figure: Figure, top: float, height: float) -> Any:
    tall = height / figure.get_figheight()
    return figure.add_axes((LABELS / WIDTH, top - tall, 1 - (LABELS + 0.15) / WIDTH, tall))


def _draw_lanes(
    axes: Any, placed: Sequence[tuple[Bar, int]], span: tuple[float, float], titles: dict[str, str]
) -> None:
    rows: dict[str, list[int]] = {}
    for bar, lane in placed:
        rows.setdefault(bar.row, []).append(lane)
        name = f"bar-{bar.kind}-{len(titles)}"
        titles[name] = bar.title
        _draw_bar(axes, bar, lane, span, name)
    axes.set_yticks([(min(taken) + max(taken)) / 2 for taken in rows.values()], list(rows))
    for taken in rows.values():
        axes.axhline(max(taken) + 0.5, color=INK, linewidth=0.4, alpha=0.25)
    axes.set_ylim(max(lane for _, lane in placed) + 0.5, -0.5)


def _draw_bar(axes: Any, bar: Bar, lane: int, span: tuple[float, float], name: str) -> None:
    style = STYLES.get(bar.kind, SILENCE)
    start, end = _edges(bar, span)
    if bar.last is None or bar.first is None or end - start > (span[1] - span[0]) * 0.01:
        axes.barh(
            lane,
            end - start,
            left=start,
            height=0.42,
            facecolor=style.colour if style.filled else "none",
            edgecolor=style.colour,
            hatch=style.hatch,
            linestyle=style.line,
            linewidth=0.9,
            gid=name,
        )
    for at, mark, drawn in ((start, "<", bar.first is None), (end, ">", bar.last is None or bar.lasting)):
        if drawn:
            axes.plot([at], [lane], marker=mark, color=style.colour, markersize=5, clip_on=False)
    if style.mark:
        mark_at = (start + end) / 2
        axes.plot([mark_at], [lane], gid=f"{name}-mark", **_mark(style))


def _mark(style: Style) -> dict[str, Any]:
    return {
        "marker": style.mark,
        "markersize": 6.5,
        "markerfacecolor": style.colour,
        "markeredgecolor": PAPER,
        "markeredgewidth": 0.6,
        "linestyle": "none",
    }


def _finish_panel(axes: Any, heading: str, span: tuple[float, float], day: int | None, last: bool) -> None:
    axes.set_title(heading, loc="left", fontsize=8.5, fontweight="bold")
    axes.set_xlim(*span)
    axes.set_xticks(*_ticks(span))
    axes.tick_params(length=2.5, labelbottom=last)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=INK, linewidth=0.4, alpha=0.25)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    if day is not None:
        axes.axvline(day + 1, color=INK, linewidth=0.8, linestyle=":")


def _ticks(span: tuple[float, float]) -> tuple[list[float], list[str]]:
    """Where the days are marked, and how: the year stands at the first mark and at each January."""
    locator = mdates.AutoDateLocator(minticks=4, maxticks=10)  # type: ignore[no-untyped-call]
    found = locator.tick_values(*map(_date, span))  # type: ignore[no-untyped-call]
    inside = [float(tick) for tick in found if span[0] <= tick <= span[1]]
    return inside, [_tick_words(_date(tick), tick == inside[0]) for tick in inside]


def _date(day: float) -> datetime:
    return datetime.fromordinal(int(day) + ORDINAL_OF_EPOCH)


def _tick_words(day: date, first: bool) -> str:
    month = f"{day:%b}" if day.day == 1 else f"{day.day} {day:%b}"
    return f"{month}\n{day.year}" if first or (day.month == 1 and day.day == 1) else month


def _matrix_frame(axes: Any, labels: Sequence[str], groups: Sequence[str]) -> None:
    size = len(labels)
    axes.set_xlim(-0.5, size - 0.5)
    axes.set_ylim(size - 0.5, -0.5)
    axes.set_xticks(range(size), labels, rotation=90)
    axes.set_yticks(range(size), labels)
    axes.tick_params(length=0, top=False, labeltop=True, bottom=False, labelbottom=False)
    for line in range(size + 1):
        heavy = line in (0, size) or groups[line - 1] != groups[line]
        for draw in (axes.axhline, axes.axvline):
            draw(
                line - 0.5,
                color=INK,
                linewidth=0.8 if heavy else 0.3,
                alpha=0.8 if heavy else 0.25,
                clip_on=False,
            )
    for spot in range(size):
        axes.add_patch(Rectangle((spot - 0.5, spot - 0.5), 1, 1, facecolor=INK, alpha=0.12, linewidth=0))
    for group in dict.fromkeys(groups):
        rows = [row for row, name in enumerate(groups) if name == group]
        axes.text(size - 0.3, (rows[0] + rows[-1]) / 2, group, va="center", fontweight="bold")
    for spine in axes.spines.values():
        spine.set_visible(False)


def _by_place(cells: Sequence[Cell]) -> list[list[Cell]]:
    found: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.row, cell.column), []).append(cell)
    return [found[place] for place in sorted(found)]


def _draw_cell(axes: Any, together: Sequence[Cell], titles: dict[str, str]) -> None:
    """The marks of one square side by side; the number stands in the mark of what was held."""
    step = 0.44 if len(together) < 3 else 0.3
    for place, cell in enumerate(together):
        at = cell.column + (place - (len(together) - 1) / 2) * step
        name = f"cell-{len(titles)}"
        titles[name] = cell.title
        style = STYLES[cell.kind]
        size = 12.0 if len(together) == 1 else 9.0
        axes.plot([at], [cell.row], gid=name, **_mark(style) | {"markersize": size})
        if cell.kind == "held" and cell.count > 1:
            axes.text(
                at,
                cell.row + 0.02,
                str(cell.count),
                color=PAPER,
                fontsize=size * 0.68,
                ha="center",
                va="center",
            )


def _legend(figure: Figure, drawn: Sequence[Bar] | Sequence[Cell]) -> None:
    """The outcomes that occur, each with its mark and filling."""
    bars = any(isinstance(one, Bar) for one in drawn)
    present = {one.kind for one in drawn}
    handles = [_handle(STYLES[kind], bars) for kind in STYLES if kind in present]
    labels = [WORDS.get(kind, kind) for kind in STYLES if kind in present]
    if "silence" in present:
        handles.append(_handle(SILENCE, bars))
        labels.append("silence claimed")
    figure.legend(
        handles, labels, loc="lower center", ncols=7, frameon=False, handlelength=2.4, columnspacing=1.2
    )


WORDS = {"proposed": "only spoken of"}


def _handle(style: Style, bars: bool) -> Any:
    face = style.colour if style.filled else "none"
    patch = Patch(
        facecolor=face, edgecolor=style.colour, hatch=style.hatch, linestyle=style.line, linewidth=0.9
    )
    if not style.mark:
        return patch
    line = Line2D([], [], **_mark(style))
    return (patch, line) if bars else line
