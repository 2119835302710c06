"""The proleptic Gregorian calendar for any integer year, and stamps.

Python's :mod:`datetime` ends at the years 1 and 9999; EDTF doesn't. A day is Python's *ordinal*
(0001-01-01 is 1), continued both ways; an instant is in seconds of UTC, ordinal x 86,400 at midnight,
leap seconds aside; a stamp is the UTC text ``YYYY-MM-DDTHH:MM:SSZ``, which sorts as text.
"""

from __future__ import annotations

from calendar import month_name, monthrange
from datetime import date
from functools import lru_cache

__all__ = [
    "BEGINNING",
    "DAY",
    "END",
    "Stamp",
    "eve",
    "midnight_after",
    "midnight_before",
    "month_length",
    "month_title",
    "ordinal",
    "seconds_of",
    "stamp_of",
]

Stamp = str

DAY = 86_400
BEGINNING: Stamp = "0001-01-01T00:00:00Z"
END: Stamp = "9999-12-31T23:59:59Z"

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
FIRST_SECOND = DAY
LAST_SECOND = date.max.toordinal() * DAY + DAY - 1


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day, 0001-01-01 being 1, for any integer year; year 0 is 1 BC.

    >>> ordinal(1, 1, 1), ordinal(0, 12, 31), ordinal(2022, 2, 24) == date(2022, 2, 24).toordinal()
    (1, 0, True)
    """
    cycles, rest = divmod(year, CYCLE_YEARS)
    shifted = date(rest + CYCLE_YEARS, month, day).toordinal()
    return shifted + (cycles - 1) * CYCLE_DAYS


def month_length(year: int, month: int) -> int:
    """The days of a month, for any integer year.

    >>> month_length(2022, 2), month_length(2024, 2), month_length(-4, 2)
    (28, 29, 29)
    """
    return monthrange(year % CYCLE_YEARS + CYCLE_YEARS, month)[1]


def month_title(year: int, month: int) -> str:
    """A month as a person says it.

    >>> month_title(2022, 2)
    'February 2022'
    """
    return f"{month_name[month]} {year}"


def stamp_of(seconds: int) -> Stamp:
    """The stamp of an instant; what lies outside the years 1 to 9999 is clipped to a sentinel.

    >>> stamp_of(ordinal(2022, 2, 24) * DAY)
    '2022-02-24T00:00:00Z'
    >>> stamp_of(ordinal(-44, 3, 15) * DAY) == BEGINNING, stamp_of(ordinal(10000, 1, 1) * DAY) == END
    (True, True)
    """
    if seconds < FIRST_SECOND:
        return BEGINNING
    if seconds > LAST_SECOND:
        return END
    day, second = divmod(seconds, DAY)
    if not second:
        return f"{date.fromordinal(day)}T00:00:00Z"
    return f"{date.fromordinal(day)}T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z"


@lru_cache(maxsize=65_536)
def seconds_of(stamp: Stamp) -> int:
    """The instant of a stamp.

    >>> stamp_of(seconds_of("2022-03-24T15:00:00Z"))
    '2022-03-24T15:00:00Z'
    """
    day = date(int(stamp[:4]), int(stamp[5:7]), int(stamp[8:10])).toordinal()
    return day * DAY + int(stamp[11:13]) * 3600 + int(stamp[14:16]) * 60 + int(stamp[17:19])


def midnight_before(stamp: Stamp) -> Stamp:
    """The midnight a day before that of a stamp's day; clipped where the calendar begins.

    >>> midnight_before("2022-03-01T00:00:00Z"), midnight_before(BEGINNING) == BEGINNING
    ('2022-02-28T00:00:00Z', True)
    """
    return stamp_of(_midnight(stamp) - DAY)


def midnight_after(stamp: Stamp) -> Stamp:
    """The midnight at which a stamp's day is over; clipped where the calendar ends.

    >>> midnight_after("2022-02-28T00:00:00Z"), midnight_after("9999-12-31T00:00:00Z") == END
    ('2022-03-01T00:00:00Z', True)
    """
    return stamp_of(_midnight(stamp) + DAY)


def eve(stamp: Stamp) -> str:
    """The day by whose end something is known that is known from a stamp: of a midnight the day before.

    >>> eve("2022-11-01T00:00:00Z"), eve("2022-11-01T12:00:00Z"), eve(BEGINNING)
    ('2022-10-31', '2022-11-01', '0001-01-01')
    """
    return stamp_of(max(FIRST_SECOND, seconds_of(stamp) - 1))[:10]


def _midnight(stamp: Stamp) -> int:
    return seconds_of(stamp) // DAY * DAY
