"""The four bounds of a date, and what can be said of two of them: certain, possible, impossible.

Every date becomes four stamps, so that a query compares texts and needs no calendar:

* ``earliest`` and ``latest``: nothing of it lies outside ``earliest <= t < latest``;
* ``certain_from`` and ``certain_until``: it holds for sure at every ``certain_from <= t < certain_until``.

Where nothing is certain, ``certain_from`` is :data:`END` and ``certain_until`` :data:`BEGINNING`, so
that the comparison fails by itself. Bounds are those of the *hull* of an EDTF value: gaps within a
pattern or a set don't count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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
    "Truth",
    "certainly_at",
    "certainly_before",
    "certainly_within",
    "days",
    "hull",
    "intersect",
    "julian_day",
    "occurrence",
    "possibly_at",
    "possibly_before",
    "possibly_within",
    "state",
    "truth_at",
    "truth_before",
    "truth_within",
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


class Truth(StrEnum):
    """What the graph can say of a statement about time."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


def possibly_at(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether it may hold, or may have happened, at some instant of the window ``start <= t < end``.

    >>> possibly_at(state("2022-02/2022-05"), "2022-05-31T00:00:00Z", "2022-06-01T00:00:00Z")
    True
    """
    return bounds.earliest < end and start < bounds.latest


def certainly_at(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether it holds for sure at every instant of the window ``start <= t < end``.

    >>> certainly_at(state("2022-02/2022-05"), "2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    True
    """
    return bounds.certain_from <= start and end <= bounds.certain_until


def possibly_within(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether an occurrence may lie in the window ``start <= t < end``: its bounds meet the window.

    >>> possibly_within(occurrence("2022-09-2X"), "2022-09-29T00:00:00Z", "2022-10-01T00:00:00Z")
    True
    """
    return possibly_at(bounds, start, end)


def certainly_within(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether all of it lies in the window ``start <= t < end`` for sure: the window contains its bounds.

    >>> certainly_within(occurrence("2022-09-1X"), "2022-09-01T00:00:00Z", "2022-10-01T00:00:00Z")
    True
    """
    return start <= bounds.earliest and bounds.latest <= end


def possibly_before(first: Bounds, second: Bounds) -> bool:
    """Whether some possible instant of the first lies before some possible instant of the second.

    >>> possibly_before(occurrence("2022-03-24"), occurrence("2022-03-24"))
    True
    """
    return first.earliest < second.latest


def certainly_before(first: Bounds, second: Bounds) -> bool:
    """Whether every possible instant of the first lies before every possible one of the second.

    >>> certainly_before(occurrence("2022-03"), occurrence("2022-04-01"))
    True
    """
    return first.latest <= second.earliest


def truth_at(bounds: Bounds, start: Stamp, end: Stamp) -> Truth:
    """Whether it holds in a window: certain throughout, possible at some instant, or impossible.

    >>> march = ("2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    >>> [str(truth_at(state(held), *march)) for held in ("2022-02/2022-05", "2022-03-24", "2022-05")]
    ['certain', 'possible', 'impossible']
    """
    return truth(certainly_at(bounds, start, end), possibly_at(bounds, start, end))


def truth_within(bounds: Bounds, start: Stamp, end: Stamp) -> Truth:
    """Whether it happened within a window: see :func:`certainly_within`, :func:`possibly_within`.

    >>> march = ("2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    >>> [str(truth_within(occurrence(when), *march)) for when in ("2022-03-1X", "2022-03~", "2022-05")]
    ['certain', 'possible', 'impossible']
    """
    return truth(certainly_within(bounds, start, end), possibly_within(bounds, start, end))


def truth_before(first: Bounds, second: Bounds) -> Truth:
    """Whether the first is before the second: see :func:`certainly_before`, :func:`possibly_before`.

    >>> str(truth_before(occurrence("2022-05"), occurrence("2022-03-24")))
    'impossible'
    """
    return truth(certainly_before(first, second), possibly_before(first, second))


def truth(certain: bool, possible: bool) -> Truth:
    if certain:
        return Truth.CERTAIN
    return Truth.POSSIBLE if possible else Truth.IMPOSSIBLE


def intersect(several: Iterable[Bounds]) -> Bounds | None:
    """What remains possible if all of several bounds are true of one thing; None if they can't be.

    Of no bounds at all it is :data:`UNKNOWN`. What any of them makes certain is certain, and as a state
    holds without a break, so is what lies between.

    >>> intersect([occurrence("2022-03"), occurrence("2022-03-24")]) == occurrence("2022-03-24")
    True
    >>> intersect([occurrence("2022-03-22"), occurrence("2022-03-23")]) is None
    True
    """
    every = list(several)
    earliest = max((bounds.earliest for bounds in every), default=BEGINNING)
    latest = min((bounds.latest for bounds in every), default=END)
    certain_from = min((bounds.certain_from for bounds in every), default=END)
    certain_until = max((bounds.certain_until for bounds in every), default=BEGINNING)
    found = ordered(earliest, certain_from, certain_until, latest)
    broken = found.certain and not (earliest <= certain_from and certain_until <= latest)
    return None if latest <= earliest or broken else found


def hull(several: Iterable[Bounds]) -> Bounds:
    """The bounds that hold if any one of several is true; of none at all :data:`UNKNOWN`.

    >>> hull(map(occurrence, ["2022-03-22", "2022-03-23"])) == occurrence("[2022-03-22,2022-03-23]")
    True
    """
    every = list(several)
    if not every:
        return UNKNOWN
    return ordered(
        min(bounds.earliest for bounds in every),
        max(bounds.certain_from for bounds in every),
        min(bounds.certain_until for bounds in every),
        max(bounds.latest for bounds in every),
    )
