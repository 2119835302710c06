"""What is proven of a channel: its last use, its use within a time, which attempts got through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from backchannel.graph.bounds import BEGINNING
from backchannel.graph.channels import History
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Key
from backchannel.graph.occasions import among_last, told_outcomes, window
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, conjunction, disjunction, truth_within

__all__ = ["Share", "Use", "last_uses", "share", "used_within", "uses"]


@dataclass(frozen=True, slots=True)
class Use:
    """A contact through a channel and how sure something is of it: that it was held, or was the last."""

    told: Consensus
    truth: Truth

    @property
    def contact(self) -> Key:
        return self.told.contact

    @property
    def claims(self) -> tuple[Key, ...]:
        return tuple(claim.key for claim in self.told.claims)


@dataclass(frozen=True, slots=True)
class Share:
    """Which part of the attempts through a channel got through.

    ``held`` got through and ``failed`` did not, for sure and at least; ``held_more`` and
    ``failed_more`` say that a series among them may have been longer than told. ``possible_held``
    and ``possible_failed`` count those besides that may have done so, at least: contested ones and
    such as may lie after the day of the history. ``least`` and ``most`` bound the share, 0 to 1; None
    where no attempt is on record.
    """

    held: int
    failed: int
    possible_held: int
    possible_failed: int
    least: Fraction | None
    most: Fraction | None
    held_more: bool = False
    failed_more: bool = False

    @property
    def exact(self) -> bool:
        """Whether the share is known as one number."""
        return self.least is not None and self.least == self.most


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one contact may add to the count: so many held, so many failed, or nothing.

    ``held`` and ``failed`` are the fewest times it counts if it was held, or failed (None: it can't
    have); ``absent`` whether it may count for nothing at all.
    """

    held: int | None
    failed: int | None
    absent: bool

    @property
    def sure(self) -> bool:
        return not self.absent and (self.held is None or self.failed is None)


def uses(history: History) -> tuple[Use, ...]:
    """The held contacts through a channel, each with how sure it is that it was one by then.

    Certain where nobody contests it and it lies before the end of the history for sure; possible
    where a voice that asserts it is contradicted, or where it may lie later.

    >>> uses(History("channel/hotline", (), (), ()))
    ()
    """
    held = [(one, Truth.CERTAIN) for one in history.used]
    held += [(one, Truth.POSSIBLE) for one in history.contested if "held" in one.outcomes]
    return tuple(
        Use(one, conjunction((sure, truth_within(one.bounds, BEGINNING, history.until))))
        for one, sure in held
    )


def last_uses(history: History) -> tuple[Use, ...]:
    """The contacts that may have been the last held through a channel, the latest first.

    Where the dates leave it open which was the last, each that can be is given: all after which no
    other certainly came (as question 04 of the library has it). ``truth`` is how sure it is that it
    was the last; of several each is only possible.

    >>> last_uses(History("channel/hotline", (), (), ()))
    ()
    """
    every = uses(history)
    truths = among_last([(one.told.bounds, one.truth) for one in every], 1)
    kept = [
        Use(one.told, sure) for one, sure in zip(every, truths, strict=True) if sure is not Truth.IMPOSSIBLE
    ]
    kept.sort(key=lambda one: one.contact)
    return tuple(
        sorted(kept, key=lambda one: (one.told.bounds.latest, one.told.bounds.earliest), reverse=True)
    )


def used_within(history: History, since: str | None = None, until: str | None = None) -> Truth:
    """Whether a contact was held through a channel from the beginning of one day to the end of another.

    Certain where one that nobody contests lies within for sure, possible where one may. Raises as
    :func:`~backchannel.graph.occasions.window` does.

    >>> str(used_within(History("channel/hotline", (), (), ()), "2022-03", "2022-03"))
    'impossible'
    """
    start, end = window(since, until)
    return disjunction(
        conjunction((one.truth, truth_within(one.told.bounds, start, end))) for one in uses(history)
    )


def share(history: History) -> Share:
    """The share of the attempts through a channel that got through, as an interval.

    In one course of events it is ``h / (h + f)``: ``h`` contacts held, ``f`` failed (attempted, refused,
    ignored, cancelled). What is open makes courses of events differ:

    * a series ('repeatedly', ``times`` > 1) counts for any number from ``times`` on;
    * a contact with outcomes that exclude each other counts for any one of them; one that somebody
      denies also for nothing; so does one that may lie after the end of the history.

    ``least`` is the greatest lower bound over all courses with an attempt in them, ``most`` the least
    upper one::

        least = h / (h + f)   h: the fewest held, f: the most failed that go together
        most  = h / (h + f)   h: the most held, f: the fewest failed that go together

    where a series without limit on the failed side makes ``least`` 0, on the held side ``most`` 1.
    These are the bounds of a probability of which only a set of possible courses is known (Walley,
    Statistical Reasoning with Imprecise Probabilities, 1991). No formula of the press: contacts that
    nobody reported are not in it.

    >>> found = share(History("channel/hotline", (), (), ()))
    >>> found.held, found.failed, found.least
    (0, 0, None)
    """
    every = (*history.used, *history.failed, *history.contested)
    found = [_attempt(one, history) for one in every]
    attempts = [one for one in found if one.held is not None or one.failed is not None]
    sure = [one for one in attempts if one.sure]
    open_ones = [one for one in attempts if not one.sure]
    return Share(
        held=_sum(one.held for one in sure),
        failed=_sum(one.failed for one in sure),
        possible_held=_sum(one.held for one in open_ones),
        possible_failed=_sum(one.failed for one in open_ones),
        least=_least(attempts),
        most=_most(attempts),
        held_more=any((one.held or 0) > 1 for one in sure),
        failed_more=any((one.failed or 0) > 1 for one in sure),
    )


def _attempt(one: Consensus, history: History) -> _Attempt:
    within = truth_within(one.bounds, BEGINNING, history.until)
    denied = any(claim.stance == "denies" for claim in one.claims)
    outcomes = set(told_outcomes(one)) if within is not Truth.IMPOSSIBLE else set()
    return _Attempt(
        held=_times(one, outcomes & {"held"}),
        failed=_times(one, outcomes - {"held"}),
        absent=denied or within is not Truth.CERTAIN,
    )


def _times(one: Consensus, outcomes: set[str]) -> int | None:
    """How often a contact came to an outcome at least; None where nobody says so."""
    told = [claim for claim in one.claims if claim.stance in SPEAKS_OF_FACT and claim.outcome in outcomes]
    return max((claim.times for claim in told), default=None)


def _least(attempts: Iterable[_Attempt]) -> Fraction | None:
    """Each fails if it may, else is left out if it may be; held where it must be."""
    mirrored = [_Attempt(one.failed, one.held, one.absent) for one in attempts]
    found = _most(mirrored)
    return None if found is None else 1 - found


def _most(attempts: Iterable[_Attempt]) -> Fraction | None:
    """Each is held if it may be, else left out if it may be; failed where it must have."""
    every = list(attempts)
    held = [one.held for one in every if one.held is not None]
    failed = [one.failed for one in every if one.held is None and not one.absent and one.failed is not None]
    if any(count > 1 for count in held):
        return Fraction(1)  # a series without limit
    if held or failed:
        return Fraction(sum(held), sum(held) + sum(failed))
    return Fraction(0) if every else None


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)
