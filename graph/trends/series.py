"""Counts and shares per window, each as the least and the most that the dates and the sources leave open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from backchannel.graph.model import Key
from backchannel.graph.occasions import OUTCOMES
from backchannel.graph.semantics import Truth, conjunction, truth_within
from backchannel.graph.trends.events import FAILURES, SENIORITY, Event
from backchannel.graph.trends.windows import Window

__all__ = ["Point", "answered", "series"]

ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Point:
    """One measure in one window: ``least`` and ``most``; None where nothing of it can have been.

    ``measure``: an outcome, 'answered' (a share), 'rank NAME' or 'means NAME' (held contacts of that rank or
    by these means). ``claims`` are those behind all that may count.
    """

    window: Window
    measure: str
    least: float | None
    most: float | None
    claims: tuple[Key, ...] = ()


def series(found: Sequence[Event], windows: Sequence[Window]) -> list[Point]:
    """Every measure in every window, in the order of windows; a measure that is 0 throughout is left out.

    A contact counts in ``least`` if it certainly had the outcome and certainly lies in the window, in
    ``most`` if it possibly did and does. Of contacts whose date is open, none is in two windows at once, but
    each may be in either: least and most of one window are exact, those of several windows don't add up.

    >>> series([], [Window("2022-03", "2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")])
    []
    """
    cells: dict[tuple[int, str], Cell] = defaultdict(Cell)
    for one in found:
        for place in _places(one, windows):
            inside = truth_within(one.bounds, windows[place].start, windows[place].end)
            for measure, sure in _measures(one):
                cells[place, measure].add(conjunction((sure, inside)), one.claims)
    present = {measure for (_, measure), cell in cells.items() if cell.most}
    points = [
        cells.get((place, measure), Cell()).point(window, measure)
        for measure in sorted(present, key=_order)
        for place, window in enumerate(windows)
    ]
    points += _shares(points, windows)
    order = {window: place for place, window in enumerate(windows)}
    return sorted(points, key=lambda point: order[point.window])


@dataclass(slots=True)
class Cell:
    """What is counted of a measure in a window."""

    least: int = 0
    most: int = 0
    claims: list[Key] = field(default_factory=list)

    def add(self, sure: Truth, claims: Sequence[Key]) -> None:
        if sure is not Truth.IMPOSSIBLE:
            self.least += sure is Truth.CERTAIN
            self.most += 1
            self.claims += claims

    def point(self, window: Window, measure: str) -> Point:
        return Point(window, measure, self.least, self.most, tuple(dict.fromkeys(self.claims)))


def _places(one: Event, windows: Sequence[Window]) -> range:
    """The windows that a contact may lie in."""
    first = bisect_right(windows, one.bounds.earliest, key=lambda window: window.end)
    return range(first, bisect_left(windows, one.bounds.latest, key=lambda window: window.start))


def _measures(one: Event) -> list[tuple[str, Truth]]:
    """What a contact counts for, and how surely: its outcomes, and if it was held its rank and means."""
    told = list(one.outcomes)
    held = [sure for name, sure in told if name == "held"]
    named = [f"rank {one.rank}"] if one.rank else []
    named += [f"means {one.means}"] if one.means else []
    return told + [(name, sure) for name in named for sure in held]


def _order(measure: str) -> tuple[int, int, str]:
    """Outcomes as they are always listed, then ranks from the top, then means by name."""
    kind, _, name = measure.partition(" ")
    if kind == "rank":
        return 1, SENIORITY.index(name), ""
    return (2, 0, name) if kind == "means" else (0, OUTCOMES.index(measure), "")


def _shares(points: Sequence[Point], windows: Sequence[Window]) -> list[Point]:
    """The share of those sought that was answered, where anybody turned one away at all."""
    of = {(point.window, point.measure): point for point in points}
    if not any(name in FAILURES for _, name in of):
        return []
    found = []
    for window in windows:
        held = of.get((window, "held"), Point(window, "held", 0, 0))
        failed = [of[window, name] for name in FAILURES if (window, name) in of]
        least, most = answered(
            (int(held.least or 0), int(held.most or 0)),
            (sum(int(one.least or 0) for one in failed), sum(int(one.most or 0) for one in failed)),
        )
        claims = tuple(dict.fromkeys([*held.claims, *(key for one in failed for key in one.claims)]))
        found.append(Point(window, ANSWERED, least, most, claims))
    return found


def answered(held: tuple[int, int], failed: tuple[int, int]) -> tuple[float | None, float | None]:
    """The least and the most of held / (held + failed), each given as least and most; None where both may
    only be 0. Courses of events in which there was neither say nothing of the share.

    >>> answered((1, 2), (1, 1)), answered((0, 2), (0, 0)), answered((0, 0), (0, 0))
    ((0.5, 0.6666666666666666), (1.0, 1.0), (None, None))
    """
    if not held[1] + failed[1]:
        return None, None
    least = held[0] / (held[0] + failed[1]) if held[0] + failed[1] else 1.0
    most = held[1] / (held[1] + failed[0]) if held[1] + failed[0] else 0.0
    return least, most
