"""On which days something may have been, each as likely as another: an EDTF value without its gaps.

:mod:`backchannel.graph.bounds` keeps the hull, which is what certain and possible need. For a share the
gaps count: '[2022-03-01,2022-03-31]' is one of two days and not one of thirty-one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod

from backchannel.graph.bounds import ends, padded
from backchannel.graph.edtf import parse
from backchannel.graph.edtf_values import (
    FUTURE,
    PAST,
    Date,
    DateSet,
    Extent,
    Interval,
    Range,
    Season,
    Single,
    Value,
    matching_years,
    numbers,
)
from backchannel.graph.gregorian import BEGINNING, DAY, END, month_length, ordinal, seconds_of

__all__ = ["ANY_DAY", "Days", "Window", "common", "days_of", "share", "window_of"]

# A stretch of days, from the first to before the second, as ordinals; None where there is no limit.
Stretch = tuple[int | None, int | None]
Window = Stretch


@dataclass(frozen=True, slots=True)
class Days:
    """Some days, as stretches in order and without overlap.

    ``each`` holds the members of a set that are all meant: it was on one day of every member.

    >>> days_of("[2022-03-22,2022-03-24]").count
    2
    """

    stretches: tuple[Stretch, ...]
    each: tuple[Days, ...] = ()

    @property
    def count(self) -> int | None:
        """How many days; None without limit."""
        lengths = [_length(stretch) for stretch in self.stretches]
        return None if None in lengths else sum(length or 0 for length in lengths)


ANY_DAY = Days(((None, None),))


@lru_cache(maxsize=65_536)
def days_of(edtf: str | None) -> Days:
    """The possible days of an EDTF value; of None any day.

    What is qualified by ``~``, ``?`` or ``%`` is widened as in :mod:`backchannel.graph.bounds`. Of an
    interval every day between its ends is possible. Raises
    :class:`~backchannel.graph.errors.DateError` for what is not EDTF.

    >>> days_of("2022-XX-24").count, days_of("2022-03-24~").count, days_of("2022-10/").count
    (12, 3, None)
    """
    if edtf is None:
        return ANY_DAY
    value = parse(edtf)
    if isinstance(value, DateSet) and value.every:
        each = tuple(_merged(_member(member)) for member in value.members)
        return replace(_merged(_pieces(value)), each=each)
    return _merged(_pieces(value))


def share(days: Days, window: Window, unlimited: float) -> float:
    """The part of the days that lies in a window, 0 to 1: the probability, all days being as likely.

    ``unlimited`` is what it is where there is no end to the days, some of which lie in the window and some
    don't: no day can be as likely as another then.

    >>> september = window_of("2022-09-01T00:00:00Z", "2022-10-01T00:00:00Z")
    >>> share(days_of("2022-09~"), september, 0.5), share(ANY_DAY, september, 0.5)
    (0.6, 0.5)

    Of a set whose members are all meant, it is enough that one of them lies in the window.

    >>> share(days_of("{2022-08-31,2022-09-01}"), september, 0.5)
    1.0
    """
    if days.each:
        return 1 - prod(1 - share(member, window, unlimited) for member in days.each)
    inside = common([days, Days((window,))])
    if not inside.stretches:
        return 0.0
    if inside == days:
        return 1.0
    every, within = days.count, inside.count
    return unlimited if every is None or within is None else within / every


def common(several: Iterable[Days]) -> Days:
    """The days that all of several have in common; of none at all any day.

    >>> common([days_of("2022-03"), days_of("[2022-03-31,2022-04-01]")]) == days_of("2022-03-31")
    True
    """
    found = ANY_DAY.stretches
    for days in several:
        met = (_meeting(one, other) for one in found for other in days.stretches)
        found = tuple(stretch for stretch in met if _length(stretch) != 0)
    return Days(found)


def window_of(start: str, end: str) -> Window:
    """The days from one midnight to before another, both as stamps; a sentinel is no limit.

    >>> window_of(BEGINNING, "0001-01-03T00:00:00Z")
    (None, 3)
    """
    return (
        None if start == BEGINNING else seconds_of(start) // DAY,
        None if end == END else -(-seconds_of(end) // DAY),
    )


def _length(stretch: Stretch) -> int | None:
    first, after = stretch
    return None if first is None or after is None else max(0, after - first)


def _meeting(one: Stretch, other: Stretch) -> Stretch:
    firsts = [first for first, _ in (one, other) if first is not None]
    afters = [after for _, after in (one, other) if after is not None]
    return max(firsts, default=None), min(afters, default=None)


def _pieces(value: Value) -> list[Extent]:
    """The stretches of a value, in seconds."""
    if isinstance(value, Interval):
        start, end = ends(value)
        return [Extent(start.first, end.after)]
    if isinstance(value, DateSet):
        return [piece for member in value.members for piece in _member(member)]
    return _member(value)


def _member(value: Single | Range) -> list[Extent]:
    if isinstance(value, Date) and "X" in str(value):
        return _widened(value, _pattern(value))
    if isinstance(value, Season) and "X" in value.year:
        years = matching_years(value.year, backwards=False)
        return _widened(value, [Season(f"{year:04d}", value.code).extent() for year in years if year >= 0])
    return [padded(value)]


def _widened(value: Date | Season, pieces: list[Extent]) -> list[Extent]:
    """Each piece widened by as much as the whole value is."""
    plain, wide = value.extent(), padded(value)
    before, after = plain.first - wide.first, wide.after - plain.after
    return [Extent(piece.first - before, piece.after + after) for piece in pieces]


def _pattern(value: Date) -> list[Extent]:
    """Each year, month or day that a date with unspecified digits can stand for."""
    if value.month is None:
        return [value.extent()]
    months = numbers(value.month, 1, 12)
    return [
        Extent(ordinal(year, month, first) * DAY, (ordinal(year, month, last) + 1) * DAY)
        for year in matching_years(value.year, backwards=False)
        for month in months
        for first, last in _days_of_month(value, year, month)
    ]


def _days_of_month(value: Date, year: int, month: int) -> list[tuple[int, int]]:
    length = month_length(year, month)
    if value.day is None:
        return [(1, length)]
    return [(day, day) for day in numbers(value.day, 1, 31) if day <= length]


def _merged(pieces: Iterable[Extent]) -> Days:
    """Stretches of days in order, those that overlap or touch put together."""
    found: list[tuple[int, int]] = []
    for first, after in sorted((one.first // DAY, -(-one.after // DAY)) for one in pieces):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(after, found[-1][1]))
        else:
            found.append((first, after))
    return Days(tuple(_limited(first, after) for first, after in found))


def _limited(first: int, after: int) -> Stretch:
    return (None if first * DAY <= PAST else first), (None if after * DAY >= FUTURE else after)
