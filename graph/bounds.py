"""The four bounds of a date; what they say of a question about time is in :mod:`backchannel.graph.semantics`.

Every date becomes four stamps, so that a query compares texts and needs no calendar:

* ``earliest`` and ``latest``: nothing of it lies outside ``earliest <= t < latest``;
* ``certain_from`` and ``certain_until``: it holds for sure at every ``certain_from <= t < certain_until``.

Where nothing is certain, ``certain_from`` is :data:`END` and ``certain_until`` :data:`BEGINNING`, so
that the comparison fails by itself. Bounds are those of the *hull* of an EDTF value: gaps within a
pattern or a set don't count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from backchannel.graph.clock import day_bounds
from backchannel.graph.edtf import parse
from backchannel.graph.edtf_values import (
    FUTURE,
    PAST,
    DateSet,
    Extent,
    Interval,
    Mark,
    Precision,
    Range,
    Single,
    Value,
)
from backchannel.graph.gregorian import BEGINNING, DAY, END, Stamp, seconds_of, stamp_of

__all__ = [
    "BEGINNING",
    "END",
    "PADDING",
    "UNKNOWN",
    "Bounds",
    "Stamp",
    "days",
    "julian_day",
    "occurrence",
    "state",
]

# By how many days each side of a qualified date is widened, by the precision of the part that the
# qualifier stands at. A policy of ours: ISO 8601-2 doesn't say how far "about" reaches. docs/time.md
PADDING: dict[Precision, int] = {
    Precision.DAY: 1,
    Precision.MONTH: 10,
    Precision.SEASON: 30,
    Precision.YEAR: 90,
    Precision.DECADE: 730,
    Precision.CENTURY: 3650,
}

# The Julian Day Number of the day with ordinal 0.
JULIAN_OFFSET = 1_721_425


@dataclass(frozen=True, slots=True)
class Bounds:
    """Four stamps (UTC, ``YYYY-MM-DDTHH:MM:SSZ``, half-open), as the head of this file defines them.

    >>> Bounds("2022-03-01T00:00:00Z", END, BEGINNING, "2022-04-01T00:00:00Z") == occurrence("2022-03")
    True
    """

    earliest: Stamp
    certain_from: Stamp
    certain_until: Stamp
    latest: Stamp

    @property
    def certain(self) -> bool:
        """Whether it holds for sure at any time at all."""
        return self.certain_from < self.certain_until

    @property
    def order(self) -> tuple[bool, Stamp, Stamp]:
        """What people sort by: the first possible instant, then the last; those without one come behind."""
        return self.earliest == BEGINNING, self.earliest, self.latest


UNKNOWN = Bounds(BEGINNING, END, BEGINNING, END)


@lru_cache(maxsize=65_536)
def occurrence(edtf: str) -> Bounds:
    """The bounds of what happened at some time within an EDTF value.

    An interval, too, means here "at some time within"; nothing is ever certain. An open or unknown
    side is a sentinel. Raises :class:`~backchannel.graph.errors.DateError`.

    >>> found = occurrence("2022-09-1X")
    >>> found.earliest, found.latest, found.certain
    ('2022-09-10T00:00:00Z', '2022-09-20T00:00:00Z', False)
    >>> occurrence("2022-03~").earliest, occurrence("/2022-10").earliest == BEGINNING
    ('2022-02-19T00:00:00Z', True)
    """
    start, end = ends(parse(edtf))
    return uncertain(start.first, end.after)


@lru_cache(maxsize=65_536)
def state(edtf: str, vouched: Stamp | None = None) -> Bounds:
    """The bounds of what held throughout an interval, from its start day to its end day, both within.

    It is certain from the last possible start to the end of the first possible last day; where the
    end is open (``..``), until ``vouched``, the stamp up to which the source speaks (None: nothing is
    certain then). An unknown start or end makes nothing certain. What is not an interval, X, is read
    as X/X: it held from some day of X to some day of X. Raises
    :class:`~backchannel.graph.errors.DateError`.

    >>> found = state("2022-02/2022-05-13")
    >>> found.earliest, found.certain_from, found.certain_until == found.latest == "2022-05-14T00:00:00Z"
    ('2022-02-01T00:00:00Z', '2022-02-28T00:00:00Z', True)
    >>> state("2022-02-24/..", "2022-03-25T00:00:00Z").certain_until
    '2022-03-25T00:00:00Z'
    >>> state("2022-02-24/").certain, state("2022-03").certain, state("2022-03-24").certain
    (False, False, True)
    """
    value = parse(edtf)
    first, last = ends(value)
    start, end = marks(value)
    if Mark.UNKNOWN in (start, end) or (end is Mark.OPEN and vouched is None):
        return uncertain(first.first, last.after)
    certain_from = BEGINNING if start is Mark.OPEN else stamp_of(last_start(first, last))
    certain_until = vouched if end is Mark.OPEN and vouched else stamp_of(first_end(first, last))
    return ordered(stamp_of(first.first), certain_from, certain_until, stamp_of(last.after))


def last_start(start: Extent, end: Extent) -> int:
    """The beginning of the last day (or second) of ``start`` that is not after every possible end.

    In '2022-03/2022-03-10' it is 10 March: a later start would be after the end.
    """
    steps = (min(start.after, end.after) - 1 - start.first) // start.unit
    return start.first + steps * start.unit


def first_end(start: Extent, end: Extent) -> int:
    """The end of the first day (or second) of ``end`` that is not before every possible start."""
    steps = (max(end.first, start.first) - end.first) // end.unit + 1
    return end.first + steps * end.unit


def ordered(earliest: Stamp, certain_from: Stamp, certain_until: Stamp, latest: Stamp) -> Bounds:
    """Bounds whose certain part is left out where it is empty."""
    if certain_until <= certain_from:
        return Bounds(earliest, END, BEGINNING, latest)
    return Bounds(earliest, certain_from, certain_until, latest)


def uncertain(first: int, after: int) -> Bounds:
    return Bounds(stamp_of(first), END, BEGINNING, stamp_of(after))


def ends(value: Value) -> tuple[Extent, Extent]:
    """When something may have begun and when it may have ended; what is no interval, X, is X/X."""
    if isinstance(value, Interval):
        return padded(value.start), padded(value.end)
    extent = padded(value)
    return extent, extent


def marks(value: Value) -> tuple[Mark | None, Mark | None]:
    """Which ends of an interval are open or unknown."""
    if not isinstance(value, Interval):
        return None, None
    start, end = value.start, value.end
    return start if isinstance(start, Mark) else None, end if isinstance(end, Mark) else None


def padded(value: Single | DateSet | Range | Mark) -> Extent:
    """The extent of a value, each qualified date in it widened by the policy :data:`PADDING`."""
    if isinstance(value, Mark):
        return Extent(PAST, FUTURE)
    if isinstance(value, DateSet):
        parts = [padded(member) for member in value.members]
        return Extent(min(part.first for part in parts), max(part.after for part in parts))
    if isinstance(value, Range):
        first = padded(value.first).first if value.first else PAST
        return Extent(first, padded(value.last).after if value.last else FUTURE)
    return padded_single(value)


def padded_single(value: Single) -> Extent:
    extent = value.extent()
    loose = value.looseness()
    if not loose:
        return extent
    padding = max(PADDING[precision] for precision in loose) * DAY
    return Extent(extent.first - padding, extent.after + padding, extent.unit)


def julian_day(day: date | str) -> int:
    """The Julian Day Number of a day (the one that begins at its noon), for arithmetic in SPARQL.

    Raises :class:`~backchannel.graph.errors.DateError` for a text that is no day.

    >>> julian_day("2000-01-01"), julian_day(date(2022, 10, 21)) - julian_day("2022-05-31")
    (2451545, 143)
    """
    if isinstance(day, date):
        return day.toordinal() + JULIAN_OFFSET
    return seconds_of(day_bounds(day)[0]) // DAY + JULIAN_OFFSET


def days(bounds: Bounds) -> tuple[int | None, int | None]:
    """The Julian Day Numbers of the first and the last possible day; None at a sentinel.

    >>> first, last = days(occurrence("2022-03"))
    >>> last - first + 1, days(occurrence("2022-03/"))[1]
    (31, None)
    """
    first = None if bounds.earliest == BEGINNING else seconds_of(bounds.earliest) // DAY + JULIAN_OFFSET
    last = None if bounds.latest == END else (seconds_of(bounds.latest) - 1) // DAY + JULIAN_OFFSET
    return first, last
