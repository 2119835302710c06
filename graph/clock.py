"""The clock of publication: what was known by the end of a day, and days as users type them.

A claim is *live as known by the end of day D* if it was published by then and not yet superseded or
retracted; :func:`backchannel.graph.semantics.live` compares the stamps. No function here reads the
machine's clock: left out, D means "everything that was ever published".
"""

from __future__ import annotations

import re

from backchannel.graph.errors import DateError
from backchannel.graph.gregorian import DAY, END, Stamp, month_length, month_title, ordinal, stamp_of

__all__ = ["EVERYTHING", "NEVER", "UNKNOWN_PUBLICATION", "day_bounds", "known_stamp"]

EVERYTHING: Stamp = "9999-12-31T00:00:00Z"
UNKNOWN_PUBLICATION: Stamp = "9999-12-31T00:00:00Z"
NEVER: Stamp = END

TYPED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def known_stamp(day: str | None) -> Stamp:
    """The K of ``--known DAY``: the midnight after the day (or after the month, or the year).

    ``None`` means everything published. Raises :class:`DateError` for what is not a day, a month or
    a year of the calendar.

    >>> known_stamp("2022-10-31"), known_stamp("2022-02"), known_stamp(None)
    ('2022-11-01T00:00:00Z', '2022-03-01T00:00:00Z', '9999-12-31T00:00:00Z')
    """
    return EVERYTHING if day is None else min(day_bounds(day)[1], EVERYTHING)


def day_bounds(day: str) -> tuple[Stamp, Stamp]:
    """The midnight at which a day (or a month, or a year) begins, and the one at which it is over.

    Raises :class:`DateError` for what is not a day, a month or a year of the calendar.

    >>> day_bounds("2022-03-23")
    ('2022-03-23T00:00:00Z', '2022-03-24T00:00:00Z')
    >>> day_bounds("2022-02-30")
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.DateError: '2022-02-30': February 2022 has 28 days
    """
    match = TYPED.fullmatch(day)
    if match is None:
        raise DateError(f"{day[:40]!r} is not a day; expected YYYY-MM-DD, YYYY-MM or YYYY, like 2022-03-23")
    year, month, number = (int(part) if part else None for part in match.groups())
    first, last = calendar_days(day, year or 0, month, number)
    return stamp_of(first * DAY), stamp_of((last + 1) * DAY)


def calendar_days(text: str, year: int, month: int | None, day: int | None) -> tuple[int, int]:
    """The ordinals of the first and the last day of a day, month or year that must exist."""
    if not year:
        raise DateError(f"{text!r}: there is no year 0000 here; expected a year from 0001 to 9999")
    if month is None:
        return ordinal(year, 1, 1), ordinal(year, 12, 31)
    if not 1 <= month <= 12:
        raise DateError(f"{text!r}: there is no month {month:02d}; expected 01 to 12")
    length = month_length(year, month)
    if day is None:
        return ordinal(year, month, 1), ordinal(year, month, length)
    if not 1 <= day <= length:
        raise DateError(f"{text!r}: {month_title(year, month)} has {length} days")
    return ordinal(year, month, day), ordinal(year, month, day)
