"""The change point of a rate: where the share that some contacts have of all changes most, and how surely.

Contacts of a pair become rarer or more frequent; so does what is reported at all. Therefore the dates of some
(a pair's contacts, or the refusals among a pair's attempts) are held against those of all (every contact on
record, or all that were sought): if nothing changed, the some are any of the all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backchannel.graph.trends.chance import Chance, Real, Whole, chosen

__all__ = ["DRAWS", "Break", "Dates", "drawn", "scan"]

# How many courses of events are drawn where dates are not known to the day.
DRAWS = 25


@dataclass(frozen=True)
class Dates:
    """Days on which things may have happened: ``days`` is courses of events x things, Julian Day Numbers."""

    days: Whole

    @property
    def size(self) -> int:
        return int(self.days.shape[1])

    @cached_property
    def ranks(self) -> list[tuple[Whole, Whole]]:
        """For each course of events, of each thing the number of all before its day, and up to its end."""
        return [_ranks(days) for days in self.days]

    def only(self, places: Sequence[int]) -> Dates:
        return Dates(self.days[:, list(places)])


@dataclass(frozen=True, slots=True)
class Break:
    """Where a share changes most: from a ``day`` on, met in a part ``stable`` of the courses of events drawn,
    and in all of them between ``first`` and ``last``. ``before`` and ``after``: the share in the two
    parts."""

    day: int
    first: int
    last: int
    stable: float
    before: float
    after: float
    chance: Chance


def drawn(spans: Sequence[tuple[int, int]], rng: np.random.Generator, draws: int = DRAWS) -> Dates:
    """Days within spans (first and last day), each day as likely, each thing by itself; one course of events
    where every date is a day.

    That days are equally likely is an assumption, made only here: to see how much hangs on the dates.

    >>> drawn([(5, 5), (7, 7)], np.random.default_rng(1)).days.tolist()
    [[5, 7]]
    """
    firsts = np.array([first for first, _ in spans], dtype=np.int64)
    lasts = np.array([last for _, last in spans], dtype=np.int64)
    if (firsts == lasts).all():
        return Dates(firsts.reshape(1, -1))
    return Dates(rng.integers(firsts, lasts + 1, size=(draws, len(spans))))


def scan(dates: Dates, taken: Sequence[int], draws: int, rng: np.random.Generator) -> Break:
    """The day from which on the share of those ``taken`` among all differs most from before, and its chance.

    For each day on which one of them happened, and the day after, all are cut in two, K before and N - K from
    then on, k and n - k of them taken; the statistic is the greatest log likelihood ratio of two shares
    against one: H(k,K) + H(n-k,N-K) - H(n,N), H(a,b) = a log(a/b) + (b-a) log((b-a)/b), in the mean over the
    courses of events drawn. Its distribution without a change is that over all choices of as many of all,
    with the same dates: no other assumption is made, and in particular none on how likely a day is.

    References: the Bernoulli model of M. Kulldorff, A spatial scan statistic, Communications in Statistics 26
    (1997) 1481-1496, for one cut of a line instead of a window; A. J. Scott and M. Knott, Biometrics 30
    (1974) 507-512, for cutting in two.

    >>> dates = Dates(np.arange(10).reshape(1, -1))
    >>> found = scan(dates, [0, 1, 2, 3, 4], 999, np.random.default_rng(1))
    >>> found.day, found.before, found.after, round(found.chance.p, 4)
    (5, 1.0, 0.0, 0.0079)
    """

    def statistic(rows: Whole) -> Real:
        found: Real = np.mean(
            [_ratios(*ends, rows, dates.size)[0].max(axis=1) for ends in dates.ranks], axis=0
        )
        return found

    chance = chosen(dates.size, taken, statistic, draws, rng)
    return _place(dates, np.array(sorted(taken), dtype=np.int64), chance)


def _ranks(days: Whole) -> tuple[Whole, Whole]:
    ordered = np.sort(days)
    return np.searchsorted(ordered, days, "left"), np.searchsorted(ordered, days, "right")


def _ratios(before: Whole, until: Whole, rows: Whole, size: int) -> tuple[Real, Whole, Whole]:
    """For each row of places the log likelihood ratio of each cut: before the day of one of them, or behind
    it; and the k and K of the cuts."""
    low, high = np.sort(before[rows], axis=1), np.sort(until[rows], axis=1)
    count = rows.shape[1]
    place = np.broadcast_to(np.arange(count), rows.shape)
    # Of those of one day the first is where it is cut before the day, the last where behind it.
    first = np.concatenate([np.ones((len(rows), 1), bool), low[:, 1:] != low[:, :-1]], axis=1)
    last = np.concatenate([high[:, 1:] != high[:, :-1], np.ones((len(rows), 1), bool)], axis=1)
    k, whole = np.concatenate([place, place + 1], axis=1), np.concatenate([low, high], axis=1)
    ratio: Real = _split(k, whole) + _split(count - k, size - whole) - _split(np.array(count), np.array(size))
    cuts: Real = np.where(np.concatenate([first, last], axis=1), ratio, 0.0)
    return cuts, k, whole


def _split(part: Whole, whole: Whole) -> Real:
    return _times_log(part, whole) + _times_log(whole - part, whole)


def _times_log(part: Whole, whole: Whole) -> Real:
    """a log(a/b), and 0 for a = 0 (and for the cuts that are left out, of which b may be 0)."""
    sound = (part > 0) & (whole > 0)
    ratio = np.where(sound, part, 1) / np.where(sound, whole, 1)
    return np.asarray(part * np.log(ratio), dtype=np.float64)


def _place(dates: Dates, taken: Whole, chance: Chance) -> Break:
    """The day of the cut in each course of events; the one met most often, the earlier of equals."""
    found = []
    for days, ends in zip(dates.days, dates.ranks, strict=True):
        ratio, k, whole = _ratios(*ends, taken.reshape(1, -1), dates.size)
        best = int(ratio[0].argmax())
        days_in_order = np.sort(days[taken])
        day = int(days_in_order[best % len(taken)]) + (best >= len(taken))
        found.append((day, int(k[0, best]), int(whole[0, best])))
    days_found = [day for day, _, _ in found]
    day = min(set(days_found), key=lambda each: (-days_found.count(each), each))
    _, k_before, all_before = next(one for one in found if one[0] == day)
    return Break(
        day,
        min(days_found),
        max(days_found),
        days_found.count(day) / len(days_found),
        k_before / all_before if all_before else 0.0,
        (len(taken) - k_before) / (dates.size - all_before) if dates.size > all_before else 0.0,
        chance,
    )
