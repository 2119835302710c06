"""What changed after refusals: the rank and the means of the held contacts shortly before and shortly
after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backchannel.graph.trends.chance import Chance, Real, Whole, labelled
from backchannel.graph.trends.scan import Dates

__all__ = ["Shift", "after_refusals"]

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Shift:
    """How labels are spread over held contacts before and after: by label the counts, in the mean over the
    courses of events drawn; and the chance of so great a difference."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    chance: Chance


def after_refusals(
    refusals: Dates,
    contacts: Dates,
    labels: Sequence[int],
    within: int,
    ordered: bool,
    draws: int,
    rng: np.random.Generator,
) -> Shift | None:
    """Compare the contacts within so many days after a refusal with those within as many before one.

    A contact that is both counts as after. ``labels``: of each contact a number, from 0. The statistic is,
    where labels are ``ordered`` (ranks), the difference of their means, whatever its sign; else (means) half
    the sum of the differences of their shares. Under the null hypothesis the labels are in any order over the
    same dates. None where no course of events has a contact on both sides. Both Dates must have as many
    courses.

    >>> refused = Dates(np.array([[10]]))
    >>> days = Dates(np.array([[1, 2, 3, 11, 12, 13]]))
    >>> found = after_refusals(refused, days, [0, 0, 0, 1, 1, 1], 30, False, 999, np.random.default_rng(1))
    >>> found.before, found.after, found.chance.statistic, found.chance.p
    ((3.0, 0.0), (0.0, 3.0), 1.0, 0.1)
    """
    sides = [_sides(fails, days, within) for fails, days in zip(refusals.days, contacts.days, strict=True)]
    told = [(before, after) for before, after in sides if before.any() and after.any()]
    if not told:
        return None
    kinds = max(labels) + 1

    def statistic(rows: Whole) -> Real:
        found: Real = np.mean([_difference(rows, *side, kinds, ordered) for side in told], axis=0)
        return found

    chance = labelled(labels, statistic, draws, rng)
    before, after = (
        np.mean([np.bincount(np.array(labels)[side[which]], minlength=kinds) for side in told], axis=0)
        for which in (0, 1)
    )
    return Shift(tuple(map(float, before)), tuple(map(float, after)), chance)


def _sides(refusals: Whole, contacts: Whole, within: int) -> tuple[Flags, Flags]:
    apart = contacts[:, None] - refusals[None, :]
    after: Flags = np.any((apart > 0) & (apart <= within), axis=1)
    before: Flags = np.any((apart < 0) & (apart >= -within), axis=1) & ~after
    return before, after


def _difference(rows: Whole, before: Flags, after: Flags, kinds: int, ordered: bool) -> Real:
    if ordered:
        means: Real = np.abs(rows[:, after].mean(axis=1) - rows[:, before].mean(axis=1))
        return means
    shares = [
        np.stack([(rows[:, side] == kind).mean(axis=1) for kind in range(kinds)], axis=1)
        for side in (before, after)
    ]
    apart: Real = np.abs(shares[1] - shares[0]).sum(axis=1) / 2
    return apart
