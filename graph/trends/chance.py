"""How often chance alone does as much: permutation tests, exact where all arrangements can be gone
through."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np
import numpy.typing as npt

__all__ = ["Chance", "chosen", "corrected", "labelled"]

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
# Sums of floats in another order differ in their last digits; what is as near as this is no smaller.
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Chance:
    """``p``: the share of arrangements, the observed one among them, whose statistic is at least the
    observed.

    ``arrangements``: how many were looked at beside the observed, or all there are if ``exact``. ``error``:
    the standard error of ``p``, as it was drawn and not gone through; 0 if exact.
    """

    statistic: float
    p: float
    arrangements: int
    exact: bool

    @property
    def error(self) -> float:
        return 0.0 if self.exact else math.sqrt(self.p * (1 - self.p) / self.arrangements)


def chosen(
    size: int, taken: Sequence[int], statistic: Callable[[Whole], Real], draws: int, rng: np.random.Generator
) -> Chance:
    """The chance of a choice of some of ``size`` things, against all choices of as many.

    ``taken`` are the places of those chosen (from 0), ``statistic`` gives for rows of places (k x n) the k
    values. If there are at most ``draws`` + 1 choices all are gone through, else so many are drawn. p = (b +
    1)/(m + 1) for b of m drawn that reach the observed value: never 0, and at most as often below a level as
    the level says.

    >>> rng = np.random.default_rng(1)
    >>> chosen(6, [0, 1], lambda rows: -rows.sum(axis=1).astype(float), 999, rng).p == 1 / 15
    True

    Reference: B. Phipson and G. K. Smyth, Permutation p-values should never be zero, Statistical Applications
    in Genetics and Molecular Biology 9 (2010) art. 39.
    """
    count = len(taken)
    observed = float(statistic(np.array([sorted(taken)], dtype=np.int64))[0])
    total = math.comb(size, count)
    if total <= draws + 1:
        every = np.array(list(combinations(range(size), count)), dtype=np.int64).reshape(total, count)
        return _chance(observed, statistic(every), exact=True)
    rows = np.array(
        [rng.choice(size, count, replace=False, shuffle=False) for _ in range(draws)], dtype=np.int64
    )
    return _chance(observed, statistic(rows), exact=False)


def labelled(
    labels: Sequence[int], statistic: Callable[[Whole], Real], draws: int, rng: np.random.Generator
) -> Chance:
    """The chance of labels in their order, against all orders of the same labels; as :func:`chosen`.

    >>> rng = np.random.default_rng(1)
    >>> labelled([2, 1, 1], lambda rows: rows[:, 0].astype(float), 999, rng)
    Chance(statistic=2.0, p=0.3333333333333333, arrangements=3, exact=True)
    """
    observed = float(statistic(np.array([labels], dtype=np.int64))[0])
    total = math.factorial(len(labels))
    for label in set(labels):
        total //= math.factorial(list(labels).count(label))
    if total <= draws + 1:
        every = np.array(list(islice(_orders(sorted(labels)), total)), dtype=np.int64).reshape(
            total, len(labels)
        )
        return _chance(observed, statistic(every), exact=True)
    rows = np.array([rng.permutation(labels) for _ in range(draws)], dtype=np.int64)
    return _chance(observed, statistic(rows), exact=False)


def _chance(observed: float, others: Real, exact: bool) -> Chance:
    reached = int((others >= observed - SLACK).sum())
    p = reached / len(others) if exact else (reached + 1) / (len(others) + 1)
    return Chance(observed, p, len(others), exact)


def _orders(labels: list[int]) -> Iterator[tuple[int, ...]]:
    """Every order of sorted labels, each once: Narayana's next permutation."""
    order = list(labels)
    while True:
        yield tuple(order)
        falls = [place for place in range(len(order) - 1) if order[place] < order[place + 1]]
        if not falls:
            return
        place = falls[-1]
        other = max(each for each in range(place + 1, len(order)) if order[each] > order[place])
        order[place], order[other] = order[other], order[place]
        order[place + 1 :] = reversed(order[place + 1 :])


def corrected(p_values: Sequence[float]) -> list[float]:
    """The p-values of several tests, so that of those at most ``level`` no more than a part ``level`` is
    chance.

    >>> [round(p, 3) for p in corrected([0.01, 0.5, 0.02])]
    [0.03, 0.5, 0.03]

    Reference: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal
    Statistical Society B 57 (1995) 289-300.
    """
    from scipy.stats import false_discovery_control  # slow to load, and only needed here

    return [float(p) for p in false_discovery_control(list(p_values))] if p_values else []
