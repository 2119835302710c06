"""How long from one contact to the next, where neither day is known for sure.

The world behind it: each contact of a history happened on one day between its first and its last
possible one (its hull), independently of the others; of some it is not even sure that they took place.
All bounds here are exact over all those worlds, and are found without going through them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from backchannel.graph.model import Key

__all__ = ["Days", "History", "Span", "gap_bounds"]

Days = tuple[int, int]

# Farther than any day of the calendar: a date without a bound reaches there.
FAR = 10**8


@dataclass(frozen=True, slots=True)
class Span:
    """A contact on a line of days: its first and last possible day as Julian Day Numbers, both included.

    None: no bound on that side. ``sure`` is False where it may not have taken place at all, or may
    not be of the sort that is asked for.
    """

    key: Key
    first: int | None
    last: int | None
    sure: bool = True

    @property
    def days(self) -> Days:
        """Both as numbers, far away where there is no bound."""
        return -FAR if self.first is None else self.first, FAR if self.last is None else self.last


class Top:
    """The greatest of a growing list of numbers, and the greatest without any one of its members.

    >>> top = Top([(3, "a"), (9, "b"), (5, "c")])
    >>> top.up_to(3, without="b"), top.up_to(3), top.up_to(1, without="a")
    (5, 9, None)
    """

    def __init__(self, numbers: Iterable[tuple[int, Key]]) -> None:
        self._best: list[tuple[int, Key, int | None]] = []
        best: tuple[int, Key] | None = None
        second: int | None = None
        for number, key in numbers:
            if best is None or number > best[0]:
                best, second = (number, key), best[0] if best else None
            elif second is None or number > second:
                second = number
            self._best.append((*best, second))

    def up_to(self, count: int, without: Key | None = None) -> int | None:
        """The greatest of the first ``count`` numbers, but for that of one member."""
        if not count:
            return None
        number, key, second = self._best[count - 1]
        return second if key == without else number


class History:
    """The contacts of two (or through one channel), and the gaps before each of them.

    >>> history = History([Span("may", 1, 31), Span("october", 174, 174)])
    >>> history.bounds(Span("october", 174, 174)), history.previous(Span("october", 174, 174))
    ((143, 173), ('may',))
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: Sequence[Span] = sorted(spans, key=lambda one: (one.days, one.key))
        starts = [(one.days[0], one) for one in self.spans]
        self._starts = [start for start, _ in starts]
        self._last_by_start = Top((one.days[1], one.key) for _, one in starts)
        self._least_start = Top((-start, one.key) for start, one in starts)
        sure = sorted((one for one in self.spans if one.sure), key=lambda one: (one.days[1], one.key))
        self._ends = [one.days[1] for one in sure]
        self._start_by_end = Top((one.days[0], one.key) for one in sure)

    def bounds(self, contact: Span) -> tuple[int, int | None] | None:
        """The least and the greatest number of days from the last contact before ``contact`` to it.

        Formula: the minimum and the maximum of day(x) - max{day(y) : y != x, day(y) <= day(x)} over all
        worlds in which some y is not later. None where no y can be; the maximum None where it has no
        bound. A world leaves out any of the contacts that are not sure.

        The minimum has every y take place, as late as it can. The maximum is reached on the last possible
        day of x, or on the eve of the last possible day of some sure y, which may then still come after x: in
        between, every day that x is later makes the gap a day longer. On such a day the y that certainly came
        by then bound it; where there is none, the earliest possible y alone came before.
        """
        first, last = contact.days
        before = bisect_right(self._starts, last)
        latest = self._last_by_start.up_to(before, contact.key)
        if latest is None:
            return None
        longest = max(self._lengths(contact))
        return max(0, first - latest), None if longest >= FAR // 2 else longest

    def _lengths(self, contact: Span) -> Iterator[int]:
        first, last = contact.days
        least = self._least_start.up_to(len(self.spans), contact.key)
        for day in (last, *self._eves(first, last)):
            forced = self._start_by_end.up_to(bisect_right(self._ends, day), contact.key)
            if forced is not None:
                yield day - forced
            elif least is not None and -least <= day:
                yield day + least

    def _eves(self, first: int, last: int) -> Iterator[int]:
        """The eves, within a span, of the days on which some sure contact has certainly taken place."""
        after = bisect_right(self._ends, last + 1)
        return (end - 1 for end in self._ends[bisect_left(self._ends, first + 1) : after])

    def previous(self, contact: Span) -> tuple[Key, ...]:
        """Those that may have been the last before: not later for sure, and no other surely in between."""
        first, last = contact.days
        between = self._start_by_end.up_to(bisect_right(self._ends, first), contact.key)
        floor = -FAR if between is None else between
        found = []
        for place in range(bisect_right(self._starts, last) - 1, -1, -1):
            latest = self._last_by_start.up_to(place + 1)
            if latest is None or latest < floor:
                break
            one = self.spans[place]
            if one.key != contact.key and one.days[1] >= floor:
                found.append(one.key)
        return tuple(sorted(found))

    def certainly_between(self, contact: Span) -> Days | None:
        """The first and the last of the days that lie between a contact and all that may have come before
        it, whatever the world; None where there are none."""
        latest = self._last_by_start.up_to(bisect_right(self._starts, contact.days[1]), contact.key)
        if latest is None:
            return None
        first, last = min(latest, contact.days[1]) + 1, contact.days[0] - 1
        return (first, last) if first <= last else None


def gap_bounds(
    contact: Days, others: Iterable[Days], unsure: Iterable[Days] = ()
) -> tuple[int, int | None] | None:
    """The least and the greatest number of days from the last of ``others`` to ``contact``; see
    :meth:`History.bounds`. Each is its first and last possible day; those ``unsure`` may not have been.

    >>> gap_bounds((21, 21), [(1, 5), (23, 23)])
    (16, 20)
    >>> gap_bounds((1, 10), [(4, 4)]), gap_bounds((1, 3), [(4, 9)])
    ((0, 6), None)
    >>> gap_bounds((21, 21), [(1, 5)], unsure=[(10, 10)])
    (11, 20)
    """
    spans = [Span(f"sure/{number}", *days) for number, days in enumerate(others)]
    spans += [Span(f"unsure/{number}", *days, sure=False) for number, days in enumerate(unsure)]
    return History(spans).bounds(Span("contact", *contact))
