"""Temporal closeness: how soon word from one would be with all others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from backchannel.graph.analytics.temporal.arrivals import arrivals
from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, TemporalNetwork
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Closeness", "closeness_in", "temporal_closeness"]

BOTH = (Truth.CERTAIN, Truth.POSSIBLE)


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
    others = max(len(network.nodes) - 1, 1)
    found = {}
    for node in network.nodes if nodes is None else nodes:
        least, most = (_near(network, node, truth, since, until, unit, wait) for truth in BOTH)
        found[node] = Closeness(least.sum / others, most.sum / others, least.reached, most.reached, others)
    return found


def closeness_in(
    network: TemporalNetwork,
    truth: Truth,
    since: int,
    until: int = AFTER_ALL,
    unit: int = 1,
    step: Callable[[int, int], None] | None = None,
) -> dict[Key, float]:
    """One end of :func:`temporal_closeness` for all nodes: certain its ``least``, possible its ``most``.

    ``step`` is told how many nodes are done, and of how many. The cost is one earliest arrival a node.

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> calls = TemporalNetwork([Contact("1", "a", "b", 0, 1), Contact("2", "b", "c", 0, 2)])
    >>> closeness_in(calls, Truth.CERTAIN, since=0), closeness_in(calls, Truth.POSSIBLE, since=0)["a"]
    ({'a': 0.5, 'b': 0.75, 'c': 0.25}, 1.0)
    """
    size, found = len(network.nodes), {}
    for done, node in enumerate(network.nodes, start=1):
        found[node] = _near(network, node, truth, since, until, unit).sum / max(size - 1, 1)
        if step:
            step(done, size)
    return found


class _Near(NamedTuple):
    """The sum of the reciprocal times until word is with the others, and how many of them it reaches."""

    sum: float
    reached: int


def _near(
    network: TemporalNetwork, node: Key, truth: Truth, since: int, until: int, unit: int, wait: int = 0
) -> _Near:
    if unit < 1:
        raise ValueError(f"expected a unit of 1 or more, found {unit}")
    found = arrivals(network, node, truth, since, until, wait).values()
    # Of a certain arrival the time is the one before which word is there: the unit before it counts.
    early = 1 if truth is Truth.CERTAIN else 0
    times = [one.time - early for one in found if one.before is not None and one.time < AFTER_ALL]
    return _Near(math.fsum(1 / ((time - since) // unit + 1) for time in times), len(found) - 1)
