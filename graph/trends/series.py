"""Counts and shares per window, each as the least and the most that the dates and the sources leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    names = [f"rank {rank}" for rank in SENIORITY]
    names += [f"means {means}" for means in sorted({one.means for one in found if one.means})]
    points = []
    for measure in (*OUTCOMES, *names):
        counted = [_count(found, window, measure) for window in windows]
        points += counted if any(point.most for point in counted) else []
    points += _shares(points, windows)
    order = {window: place for place, window in enumerate(windows)}
    return sorted(points, key=lambda point: order[point.window])


def _count(found: Sequence[Event], window: Window, measure: str) -> Point:
    least, most, claims = 0, 0, list[Key]()
    for one in found:
        sure = conjunction((_fits(one, measure), truth_within(one.bounds, window.start, window.end)))
        least += sure is Truth.CERTAIN
        if sure is not Truth.IMPOSSIBLE:
            most += 1
            claims += one.claims
    return Point(window, measure, least, most, tuple(claims))


def _fits(one: Event, measure: str) -> Truth:
    kind, _, name = measure.partition(" ")
    if (kind == "rank" and one.rank != name) or (kind == "means" and one.means != name):
        return Truth.IMPOSSIBLE
    outcome = "held" if kind in ("rank", "means") else measure
    return dict(one.outcomes).get(outcome, Truth.IMPOSSIBLE)


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
