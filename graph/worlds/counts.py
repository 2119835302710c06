"""Ranks over worlds: how much of all worlds each node has each rank in, and what follows from that."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from backchannel.graph.analytics.ranking import SAME
from backchannel.graph.worlds.tables import Ids, Weights

__all__ = ["Spread", "ranks_of", "spread", "wilson"]

# The middle 90 % of the worlds.
TAIL = 0.05
# The standard normal's 97.5 % point: 95 % confidence.
Z = 1.959963984540054
# What is left of a sum of probabilities by rounding counts as nothing.
DUST = 1e-12


@dataclass(frozen=True, slots=True)
class Spread:
    """The ranks of one node over worlds.

    ``least`` and ``greatest`` are the best and the worst rank it has in any of them, ``low`` and ``high``
    those between which it is in the middle 90 % of those in which it has one. ``placed`` is the
    share of worlds in which it has a rank at all. All are None, and 0, where it has none in any.
    """

    least: int | None
    greatest: int | None
    low: int | None
    high: int | None
    placed: float


def ranks_of(values: NDArray[np.float64], lowest_first: bool) -> Ids:
    """The rank of each node (column) in each world (row): 1 is first, 0 stands for none (no value).

    Standard competition ranking, as :func:`backchannel.graph.analytics.ranking.rank_of` has it.

    >>> ranks_of(np.array([[0.5, 2.0, 0.5, np.nan, 0.1]]), lowest_first=False).tolist()
    [[2, 1, 2, 0, 4]]
    """
    signed = np.round(values if lowest_first else -values, SAME) + 0.0
    order = np.argsort(signed, axis=1, kind="stable")
    ordered = np.take_along_axis(signed, order, axis=1)
    begins = np.ones(ordered.shape, dtype=bool)
    begins[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    places = np.maximum.accumulate(np.where(begins, np.arange(1, ordered.shape[1] + 1), 0), axis=1)
    found = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(found, order, places, axis=1)
    return np.where(np.isnan(signed), 0, found)


def spread(ranks: Ids, weights: Weights) -> Spread:
    """What the ranks of one node come to, the worlds weighing as given.

    >>> spread(np.array([1, 2, 3]), np.array([0.94, 0.03, 0.03]))
    Spread(least=1, greatest=3, low=1, high=2, placed=1.0)
    """
    shares = np.bincount(ranks, weights=weights)
    shares[0] = 0.0
    shares = np.where(shares > DUST, shares, 0.0)
    some = np.flatnonzero(shares)
    if not len(some):
        return Spread(None, None, None, None, 0.0)
    below = np.cumsum(shares) / shares.sum()
    low, high = (int(np.searchsorted(below, part - DUST)) for part in (TAIL, 1 - TAIL))
    return Spread(int(some[0]), int(some[-1]), max(low, int(some[0])), high, round(float(shares.sum()), 12))


def wilson(share: float, drawn: int) -> tuple[float, float]:
    """Between which shares the true one lies with 95 % confidence, one of so many draws having been found.

    (s + z²/2n ± z sqrt(s(1-s)/n + z²/4n²)) / (1 + z²/n), E. B. Wilson, Probable inference, the law of
    succession, and statistical inference, Journal of the American Statistical Association 22 (1927) 209-212.

    >>> [round(bound, 3) for bound in wilson(0.93, 1000)]
    [0.912, 0.944]
    """
    middle = share + Z * Z / (2 * drawn)
    half = Z * sqrt(share * (1 - share) / drawn + Z * Z / (4 * drawn * drawn))
    scale = 1 + Z * Z / drawn
    return max(0.0, round((middle - half) / scale, 12)), min(1.0, round((middle + half) / scale, 12))
