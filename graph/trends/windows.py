"""Months, quarters and years in a row."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.errors import QueryError
from backchannel.graph.gregorian import BEGINNING, DAY, END, Stamp, ordinal, seconds_of, stamp_of

__all__ = ["LENGTHS", "Window", "windows"]

# How many months each is long.
LENGTHS = {"month": 1, "quarter": 3, "year": 12}
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the calendar, from one midnight to before another, and what it is called."""

    name: str
    start: Stamp
    end: Stamp


def windows(every: str, start: Stamp, end: Stamp) -> tuple[Window, ...]:
    """The whole months, quarters or years that have an instant of ``start <= t < end``, in order.

    Raises ValueError for another length, QueryError where there would be more than 2,000, or where a side is
    without bound.

    >>> [one.name for one in windows("quarter", "2022-03-31T00:00:00Z", "2022-07-02T00:00:00Z")]
    ['2022-Q1', '2022-Q2', '2022-Q3']
    >>> windows("month", "2022-12-05T00:00:00Z", "2022-12-06T00:00:00Z")[0].end
    '2023-01-01T00:00:00Z'
    """
    if every not in LENGTHS:
        raise ValueError(f"expected one of {', '.join(LENGTHS)}; found {every!r}")
    if start == BEGINNING or end == END:
        raise QueryError(
            "expected a first and a last day; found a time without end; give --since and --until"
        )
    length = LENGTHS[every]
    first, last = _month(start), _month(stamp_of(seconds_of(end) - 1))
    begins = range(first // length * length, last + 1, length)
    if len(begins) > MOST:
        raise QueryError(
            f"expected at most {MOST:,} windows; found {len(begins):,} {every}s from {start[:10]} on; choose"
            " a longer window, or a shorter time with --since and --until"
        )
    return tuple(Window(_name(every, begin), _stamp(begin), _stamp(begin + length)) for begin in begins)


def _month(stamp: Stamp) -> int:
    return int(stamp[:4]) * 12 + int(stamp[5:7]) - 1


def _stamp(month: int) -> Stamp:
    return stamp_of(ordinal(month // 12, month % 12 + 1, 1) * DAY)


def _name(every: str, month: int) -> str:
    year, of_year = divmod(month, 12)
    if every == "year":
        return f"{year:04d}"
    return f"{year:04d}-Q{of_year // 3 + 1}" if every == "quarter" else f"{year:04d}-{of_year + 1:02d}"
