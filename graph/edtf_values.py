"""What an EDTF text can say, as small frozen values, and which instants each of them can mean.

A :class:`Date`, :class:`Season`, :class:`Moment` or :class:`LongYear` is one date; a :class:`Range`
stands in sets only; a :class:`DateSet` is "one of" or "all of" its members; an :class:`Interval`
has a date at each end, or a mark: :attr:`Mark.OPEN` (``..``) or :attr:`Mark.UNKNOWN` (nothing).
``str()`` of a value is EDTF again.

Each value but an interval has an :class:`Extent`, the hull of the instants that it can mean.
:mod:`backchannel.graph.edtf` reads texts, :mod:`backchannel.graph.bounds` makes bounds of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from backchannel.graph.errors import DateError
from backchannel.graph.gregorian import DAY, month_length, month_title, ordinal

__all__ = [
    "FUTURE",
    "PAST",
    "SEASONS",
    "Date",
    "DateSet",
    "Extent",
    "Interval",
    "LongYear",
    "Mark",
    "Moment",
    "Precision",
    "Qualifiers",
    "Range",
    "Season",
    "Single",
    "Value",
]

# Midnights earlier and later than any year that can be written (see MAX_DIGITS in backchannel.graph.edtf).
PAST, FUTURE = -DAY * 10**60, DAY * 10**60

# Sub-year groupings of ISO 8601-2, as first and last month; 13 and 14 are of the next year. Seasons
# without a hemisphere (21 to 24) are read as the north's.
SEASONS: dict[str, tuple[int, int]] = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14),
    "25": (3, 5), "26": (6, 8), "27": (9, 11), "28": (12, 14),
    "29": (9, 11), "30": (12, 14), "31": (3, 5), "32": (6, 8),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip


class Mark(StrEnum):
    """An end of an interval that is not a date."""

    OPEN = ".."
    UNKNOWN = ""


class Precision(StrEnum):
    """How exact a part of a date is, as it is written: what a ``~`` behind it is worth."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Extent:
    """The hull of the instants that a value can mean: from ``first`` to before ``after`` (seconds,
    see :mod:`backchannel.graph.gregorian`), in steps of ``unit`` (a day, or one second)."""

    first: int
    after: int
    unit: int = DAY


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """``?`` uncertain, ``~`` approximate, ``%`` both, at the parts of a date: year, month, day.

    ``before`` a part they are about that part alone, ``after`` it about it and all parts to its left.
    """

    before: tuple[str, ...] = ("", "", "")
    after: tuple[str, ...] = ("", "", "")

    def at(self, part: int) -> bool:
        return bool(self.before[part] or self.after[part])


PLAIN = Qualifiers()


@dataclass(frozen=True, slots=True)
class Date:
    """A year, month or day; ``X`` stands for a digit that is not specified.

    >>> str(Date("2022", "09", "1X", Qualifiers(after=("", "", "~"))))
    '2022-09-1X~'
    """

    year: str
    month: str | None = None
    day: str | None = None
    qualifiers: Qualifiers = PLAIN

    def __str__(self) -> str:
        parts = (self.year, self.month, self.day)
        marks = zip(self.qualifiers.before, parts, self.qualifiers.after, strict=True)
        return "-".join(f"{before}{part}{after}" for before, part, after in marks if part is not None)

    def extent(self) -> Extent:
        """The first and the last possible day; :class:`DateError` where no such day exists."""
        if self.month is None:
            years = year_span(self.year)
            return Extent(ordinal(years[0], 1, 1) * DAY, ordinal(years[1] + 1, 1, 1) * DAY)
        months = numbers(self.month, 1, 12)
        if not months:
            raise DateError(
                f"'{self}': there is no month {self.month}; expected 01 to 12 (21 to 41 are seasons)"
            )
        if self.day is None:
            return self.month_extent(months)
        days = numbers(self.day, 1, 31)
        first = self.extreme(months, days, backwards=False)
        last = first if self.is_one_day() else self.extreme(months, days, backwards=True)
        return Extent(first * DAY, (last + 1) * DAY)

    def is_one_day(self) -> bool:
        return not (self.day is None or self.month is None or "X" in self.year + self.month + self.day)

    def month_extent(self, months: list[int]) -> Extent:
        first, last = year_span(self.year)
        after = ordinal(last, months[-1], month_length(last, months[-1])) + 1
        return Extent(ordinal(first, months[0], 1) * DAY, after * DAY)

    def extreme(self, months: list[int], days: list[int], backwards: bool) -> int:
        """The ordinal of the first possible day, or ``backwards`` of the last."""
        for year in matching_years(self.year, backwards):
            for month in reversed(months) if backwards else months:
                fitting = [day for day in days if day <= month_length(year, month)]
                if fitting:
                    return ordinal(year, month, fitting[-1 if backwards else 0])
        raise DateError(f"'{self}': {self.why_no_day(months)}")

    def why_no_day(self, months: list[int]) -> str:
        year = next(matching_years(self.year, backwards=False))
        if "X" in self.year or len(months) > 1:
            return f"none of the months meant has a day {self.day}"
        return f"{month_title(year, months[0])} has {month_length(year, months[0])} days"

    def looseness(self) -> list[Precision]:
        """The precisions of the qualified parts, those that a policy of padding asks for."""
        if self.qualifiers is PLAIN:
            return []
        parts = (year_precision(self.year), month_precision(self.month), day_precision(self.day))
        return [precision for part, precision in enumerate(parts) if self.qualifiers.at(part)]


@dataclass(frozen=True, slots=True)
class Season:
    """A season, quarter, quadrimester or half of a year: ``code`` is 21 to 41, see :data:`SEASONS`."""

    year: str
    code: str
    qualifiers: Qualifiers = PLAIN

    def __str__(self) -> str:
        return str(Date(self.year, self.code, None, self.qualifiers))

    def extent(self) -> Extent:
        first, last = year_span(self.year)
        begins, ends = SEASONS[self.code]
        return Extent(month_start(first, begins) * DAY, month_start(last, ends + 1) * DAY)

    def looseness(self) -> list[Precision]:
        parts = (year_precision(self.year), Precision.SEASON)
        return [precision for part, precision in enumerate(parts) if self.qualifiers.at(part)]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with a time to the second and a zone: Z, +hh:mm, or none, which is read as UTC."""

    date: Date
    hour: int
    minute: int
    second: int
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.date}T{self.hour:02d}:{self.minute:02d}:{self.second:02d}{self.zone}"

    def extent(self) -> Extent:
        midnight = self.date.extent().first
        local = midnight + self.hour * 3600 + self.minute * 60 + self.second
        first = local - offset_seconds(self.zone)
        return Extent(first, first + 1, 1)

    def looseness(self) -> list[Precision]:
        return []


@dataclass(frozen=True, slots=True)
class LongYear:
    """A year of any length, ``Y17000`` or ``Y-17E7``, or one of which only the first ``significant``
    digits count: ``1950S2`` is some year from 1900 to 1999."""

    number: str
    exponent: int | None = None
    significant: int | None = None
    prefix: str = "Y"

    def __str__(self) -> str:
        exponent = "" if self.exponent is None else f"E{self.exponent}"
        significant = "" if self.significant is None else f"S{self.significant}"
        return f"{self.prefix}{self.number}{exponent}{significant}"

    def extent(self) -> Extent:
        first, last = self.years()
        return Extent(ordinal(first, 1, 1) * DAY, ordinal(last + 1, 1, 1) * DAY)

    def years(self) -> tuple[int, int]:
        size = abs(int(self.number)) * 10 ** (self.exponent or 0)
        free = 0 if self.significant is None else max(0, len(str(size)) - self.significant)
        low = size // 10**free * 10**free
        high = low + 10**free - 1
        return (-high, -low) if self.number.startswith("-") else (low, high)

    def looseness(self) -> list[Precision]:
        return []


Single = Date | Season | Moment | LongYear


@dataclass(frozen=True, slots=True)
class Range:
    """In a set, all dates from one to another: ``a..b``, ``..b`` (or earlier), ``a..`` (or later)."""

    first: Single | None
    last: Single | None

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """``[...]``: one of the members; ``{...}``: all of them."""

    every: bool
    members: tuple[Single | Range, ...]

    def __str__(self) -> str:
        inner = ",".join(str(member) for member in self.members)
        return f"{{{inner}}}" if self.every else f"[{inner}]"


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``start`` to ``end``, both within; either may be a :class:`Mark`."""

    start: Single | Mark
    end: Single | Mark

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


Value = Single | DateSet | Interval


def numbers(pattern: str, lowest: int, highest: int) -> list[int]:
    """The two-digit numbers that a pattern with ``X`` can stand for, in order.

    >>> numbers("1X", 1, 12), numbers("X5", 1, 31), numbers("40", 1, 31)
    ([10, 11, 12], [5, 15, 25], [])
    """
    if "X" not in pattern:
        number = int(pattern)
        return [number] if lowest <= number <= highest else []
    tens, ones = pattern[0], pattern[1]
    fits = range(lowest, highest + 1)
    return [n for n in fits if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]


def year_span(pattern: str) -> tuple[int, int]:
    """The first and the last year that a pattern can stand for.

    >>> year_span("20XX"), year_span("-004X")
    ((2000, 2099), (-49, -40))
    """
    if "X" not in pattern:
        year = int(pattern)
        return year, year
    low, high = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return (high, low) if pattern.startswith("-") else (low, high)


def matching_years(pattern: str, backwards: bool) -> Iterator[int]:
    """The years that a pattern can stand for, in order of time or ``backwards``.

    >>> list(matching_years("1X10", backwards=True))[:2], next(matching_years("-004X", backwards=False))
    ([1910, 1810], -49)
    """
    sign = -1 if pattern.startswith("-") else 1
    digits = "9876543210" if backwards == (sign > 0) else "0123456789"
    choices = [digits if char == "X" else char for char in pattern.lstrip("-")]
    return (sign * int("".join(chosen)) for chosen in product(*choices))


def month_start(year: int, month: int) -> int:
    """The ordinal of the first day of a month; months above 12 are of the next year."""
    return ordinal(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def offset_seconds(zone: str) -> int:
    """How far a zone is ahead of UTC.

    >>> offset_seconds("Z"), offset_seconds("+03:00"), offset_seconds("-05")
    (0, 10800, -18000)
    """
    if zone in ("", "Z"):
        return 0
    size = int(zone[1:3]) * 3600 + int(zone[4:6] or 0) * 60
    return -size if zone[0] == "-" else size


def year_precision(pattern: str) -> Precision:
    unspecified = pattern.count("X")
    return (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[min(unspecified, 2)]


def month_precision(pattern: str | None) -> Precision:
    return Precision.YEAR if pattern and "X" in pattern else Precision.MONTH


def day_precision(pattern: str | None) -> Precision:
    return Precision.MONTH if pattern and "X" in pattern else Precision.DAY
