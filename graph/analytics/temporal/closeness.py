"""Temporal closeness: how soon word from one would be with all others."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backchannel.graph.analytics.temporal.arrivals import Arrival, arrivals
from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, TemporalNetwork
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Closeness", "temporal_closeness"]


@dataclass(frozen=True, slots=True)
class Closeness:
    """The closeness of a node over all worlds, 0 to 1, and how many others it reaches, of ``others``."""

    least: float
    most: float
    certainly: int
    possibly: int
    others: int


def temporal_closeness(
    network: TemporalNetwork,
    since: int,
    until: int = AFTER_ALL,
    unit: int = 1,
    nodes: Iterable[Key] | None = None,
    wait: int = 0,
) -> dict[Key, Closeness]:
    """The mean of the reciprocal times after which word from a node is with each of the others.

    Meaning: 1 where word is with everybody within the first unit of time, 1/2 where within the second; 0
    where it reaches nobody before ``until``. Formula: C(v) = 1/(n-1) * sum over u != v of 1/d(v,u), where d
    counts units of time begun from ``since`` to the earliest arrival (within the first: 1), with 1/d = 0
    where word doesn't arrive. ``unit``: how long a unit is (86,400 for days, where times are in seconds);
    ``nodes``: of which it is wanted (default: all).

    As an interval: ``least`` and ``most`` are the exact minimum and maximum over all worlds, because one
    world has every earliest arrival as late as it can be, and one as soon (see :mod:`.contacts`). A contact
    of unknown date adds nothing to ``least``. The cost is that of two earliest arrivals a node.

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> calls = TemporalNetwork([Contact("1", "a", "b", 0, 1), Contact("2", "b", "c", 0, 2)])
    >>> found = temporal_closeness(calls, since=0)
    >>> found["a"].least, found["a"].most, found["a"].certainly, found["a"].possibly
    (0.5, 1.0, 1, 2)

    References: the sum of reciprocal temporal distances from a start is the node's part of the temporal
    global efficiency of J. Tang, M. Musolesi, C. Mascolo and V. Latora, Temporal distance metrics for social
    network analysis, WOSN (2009) 31-36. R. K. Pan and J. Saramäki, Path lengths, correlations, and centrality
    in temporal networks, Physical Review E 84 (2011) 016105, take the mean over all starts instead of one.
    Harmonic, so that those not reached need no convention: see
    :func:`backchannel.graph.analytics.harmonic_closeness`.
    """
    if unit < 1:
        raise ValueError(f"expected a unit of 1 or more, found {unit}")
    others = max(len(network.nodes) - 1, 1)
    return {
        node: _closeness(*_both(network, node, since, until, wait), since, unit, others)
        for node in (network.nodes if nodes is None else nodes)
    }


def _both(
    network: TemporalNetwork, node: Key, since: int, until: int, wait: int
) -> tuple[Mapping[Key, Arrival], Mapping[Key, Arrival]]:
    certain, possible = (
        arrivals(network, node, truth, since, until, wait) for truth in (Truth.CERTAIN, Truth.POSSIBLE)
    )
    return certain, possible


def _closeness(
    certain: Mapping[Key, Arrival], possible: Mapping[Key, Arrival], since: int, unit: int, others: int
) -> Closeness:
    # Of a certain arrival the time is the one before which word is there: the unit before it counts.
    late = [one.time - 1 for one in certain.values() if one.before is not None and one.time < AFTER_ALL]
    soon = [one.time for one in possible.values() if one.before is not None]
    return Closeness(
        least=_nearness(late, since, unit) / others,
        most=_nearness(soon, since, unit) / others,
        certainly=len(certain) - 1,
        possibly=len(possible) - 1,
        others=others,
    )


def _nearness(times: Iterable[int], since: int, unit: int) -> float:
    return math.fsum(1 / ((time - since) // unit + 1) for time in times)
