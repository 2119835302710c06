"""How far back a held contact proves that a line works: the memory of a question about routes."""

from __future__ import annotations

import re
from datetime import date, timedelta

from backchannel.graph.bounds import BEGINNING, Stamp
from backchannel.graph.clock import day_bounds
from backchannel.graph.errors import QueryError
from backchannel.graph.gregorian import DAY, eve, month_length, stamp_of

__all__ = ["ALWAYS", "DEFAULT_WITHIN", "memory_start"]

ALWAYS = "always"
DEFAULT_WITHIN = "12 months"
TYPED = re.compile(r"([1-9][0-9]{0,4})\s*(day|week|month|year)s?")
MONTHS = {"month": 1, "year": 12}
DAYS = {"day": 1, "week": 7}


def memory_start(within: str, day: str) -> Stamp:
    """The midnight from which a held contact counts on a day: that after the same day so long before.

    ``within`` is a number of days, weeks, months or years ('12 months'), or 'always'. A month that is too
    short for the day of the month ends the count on its last day. Raises
    :class:`~backchannel.graph.errors.QueryError` for what is no such length and
    :class:`~backchannel.graph.errors.DateError` for what is no day.

    >>> memory_start("12 months", "2022-03-24"), memory_start("90 days", "2022-03-24")
    ('2021-03-25T00:00:00Z', '2021-12-25T00:00:00Z')
    >>> memory_start("1 month", "2022-03-31"), memory_start("always", "2022-03-24") == BEGINNING
    ('2022-03-01T00:00:00Z', True)
    """
    last = date.fromisoformat(eve(day_bounds(day)[1]))
    if within.strip() == ALWAYS:
        return BEGINNING
    match = TYPED.fullmatch(within.strip())
    if match is None:
        raise QueryError(
            f"{within[:40]!r} is no length of time; expected a number of days, weeks, months or years, or "
            f"'{ALWAYS}'; write it like '{DEFAULT_WITHIN}'"
        )
    count, unit = int(match[1]), match[2]
    begun = (
        _months_before(last, count * MONTHS[unit])
        if unit in MONTHS
        else last.toordinal() - count * DAYS[unit]
    )
    return stamp_of((begun + 1) * DAY)


def _months_before(last: date, months: int) -> int:
    """The ordinal of the same day of an earlier month; 0 where the calendar has no such month."""
    year, month = divmod(last.year * 12 + last.month - 1 - months, 12)
    if year < 1:
        return 0
    return (
        date(year, month + 1, 1) + timedelta(min(last.day, month_length(year, month + 1)) - 1)
    ).toordinal()
