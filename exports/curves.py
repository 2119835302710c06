"""How parallel lines are told apart: each pair's lines fan out, one lane a contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

__all__ = ["BULGE", "bends", "fan"]

BULGE = 0.5  # the outermost control point: the curve itself leaves the straight line by half of it
STEP = 0.12
INWARD = 0.3

Link = tuple[str, str]
Point = tuple[float, float]


def bends(links: Sequence[Link], points: Mapping[str, Point], groups: Mapping[str, str]) -> list[float]:
    """How far each line's control point leaves the straight line, as a signed part of its length.

    The lines of a pair fan out evenly around the straight one, in the order of ``links``; those of
    two nodes of one group all turn to the inside of the picture, since others stand between them.
    ``links`` run from the smaller to the greater key, so that positive (left of the way) means the
    same for all lines of a pair. ``points`` are in pixels, y downwards.

    >>> points = {"a": (-300, 0), "b": (300, 0)}
    >>> bends([("a", "b")] * 3, points, {"a": "us", "b": "ru"})
    [-0.12, 0.0, 0.12]
    >>> bends([("a", "b")], {"a": (-300, -20), "b": (-300, 20)}, {"a": "us", "b": "us"})
    [0.3]
    """
    parallel: dict[Link, list[int]] = defaultdict(list)
    for at, link in enumerate(links):
        parallel[link].append(at)
    found = [0.0] * len(links)
    for (a, b), members in parallel.items():
        together = groups[a] == groups[b]
        offsets = inside(len(members), points[a], points[b]) if together else fan(len(members))
        for offset, at in zip(offsets, members, strict=True):
            found[at] = offset
    return found


def fan(count: int) -> list[float]:
    """Evenly spread offsets around the straight line, at most BULGE to each side."""
    step = min(STEP, 2 * BULGE / max(count - 1, 1))
    return [round(step * at - step * (count - 1) / 2, 4) + 0.0 for at in range(count)]


def inside(count: int, start: Point, end: Point) -> list[float]:
    """Offsets that all lead from the line towards the middle of the picture."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    sign = 1.0 if dx * start[1] - dy * start[0] >= 0 else -1.0
    step = min(STEP, (0.9 - INWARD) / max(count - 1, 1))
    return [round(sign * (INWARD + step * at), 4) for at in range(count)]
