"""The last proven use of a line, and for how many days it has not been used since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.graph.bounds import days, julian_day
from backchannel.graph.occasions import among_last
from backchannel.graph.route_lines import Evidence, Line
from backchannel.graph.semantics import Truth

__all__ = ["LastUse", "last_use", "latest_refusal"]


@dataclass(frozen=True, slots=True)
class LastUse:
    """The held contacts that may have been the last on a line, the latest first.

    ``first_day`` and ``last_day`` are Julian Day Numbers: the last use was on one of the days from the one to
    the other; None where there is no bound.
    """

    proofs: tuple[Evidence, ...]
    first_day: int | None
    last_day: int | None

    def since(self, day: str) -> tuple[int | None, int | None]:
        """For how many days the line has not been used on a day, at least and at most.

        None: no use is on record, or it has no bound on that side. Raises DateError for what is no day.

        >>> LastUse((), None, None).since("2022-03-24")
        (None, None)
        """
        today = julian_day(day)
        least = None if self.last_day is None else max(0, today - self.last_day)
        return least, None if self.first_day is None else max(0, today - self.first_day)


def last_use(line: Line) -> LastUse:
    """The last proven use of a line: of a closed one the last there ever was on record.

    Where the dates leave open which contact was the last, each that can be is given.
    """
    usable = [one for one in line.proofs if one.truth is not Truth.IMPOSSIBLE]
    sure = [one.truth for one in usable] or [Truth.POSSIBLE] * len(line.proofs)
    last = _among_last(usable or list(line.proofs), sure)
    certain = [days(one.bounds)[0] for one in usable if one.truth is Truth.CERTAIN]
    first_days = [days(one.bounds)[0] for one in last]
    first = _latest(certain) if certain else _earliest(first_days)
    ends = [days(one.bounds)[1] for one in last]
    return LastUse(last, first, None if None in ends else _latest(ends))


def latest_refusal(line: Line) -> tuple[Evidence, ...]:
    """The refusals that may have been the last on a line, the latest first."""
    return _among_last(list(line.against), [one.truth for one in line.against])


def _among_last(every: Sequence[Evidence], sure: Sequence[Truth]) -> tuple[Evidence, ...]:
    truths = among_last([(one.bounds, truth) for one, truth in zip(every, sure, strict=True)], 1)
    return tuple(one for one, truth in zip(every, truths, strict=True) if truth is not Truth.IMPOSSIBLE)


def _latest(several: Sequence[int | None]) -> int | None:
    return max((day for day in several if day is not None), default=None)


def _earliest(several: Sequence[int | None]) -> int | None:
    """None where one has no bound, or there is none."""
    known = [day for day in several if day is not None]
    return min(known) if known and len(known) == len(several) else None
