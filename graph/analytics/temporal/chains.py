"""The chain of fewest contacts by which word gets from one to another in time."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.analytics.temporal.arrivals import known_node
from backchannel.graph.analytics.temporal.contacts import (
    AFTER_ALL,
    BEFORE_ALL,
    Contact,
    TemporalNetwork,
    last_label,
)
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Step", "fewest"]

Came = tuple[Key, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One contact of a chain, and the direction in which word crosses it."""

    source: Key
    target: Key
    contact: Contact


def fewest(
    network: TemporalNetwork,
    source: Key,
    target: Key,
    truth: Truth,
    since: int = BEFORE_ALL,
    until: int = AFTER_ALL,
    wait: int = 0,
) -> tuple[Step, ...]:
    """A chain of the fewest contacts that carries word from ``source`` to ``target`` before ``until``.

    Empty where there is none. In the certain order each contact of it certainly follows the one before, so
    that this one chain holds in every world; in some of the worlds there may be a shorter one. Of several
    chains of as few contacts it is the one that arrives first. Parameters and errors are those of
    :func:`.arrivals.arrivals`.

    >>> calls = TemporalNetwork([Contact("1", "a", "b", 1, 9), Contact("2", "b", "c", 4, 5)])
    >>> [step.target for step in fewest(calls, "a", "c", Truth.POSSIBLE)]
    ['b', 'c']
    >>> fewest(calls, "a", "c", Truth.CERTAIN)
    ()

    Reference: the shortest path of Wu et al. (2014), par. 4.5, every contact being of length 1; rounds as in
    R. Bellman, On a routing problem, Quarterly of Applied Mathematics 16 (1958) 87-90.
    """
    known_node(network, source, wait)
    known_node(network, target)
    last = last_label(truth, until)
    best = {source: since - wait}
    gained, rounds = dict(best), list[dict[Key, Came]]()
    while gained and target not in gained:
        gained = _round(network, truth, gained, best, last, wait, rounds)
    return _traced(network, source, target, rounds) if gained and source != target else ()


def _round(
    network: TemporalNetwork,
    truth: Truth,
    gained: dict[Key, int],
    best: dict[Key, int],
    last: int,
    wait: int,
    rounds: list[dict[Key, Came]],
) -> dict[Key, int]:
    """The nodes that one contact more reaches sooner than any fewer did."""
    arcs = network.arcs(truth)
    sooner: dict[Key, int] = {}
    came: dict[Key, Came] = {}
    for node, time in gained.items():
        ready = time + wait
        for limit, floor, other, number in arcs[node]:
            time_there = max(ready, floor)
            if ready <= limit and time_there <= last and time_there < best.get(other, last + 1):
                best[other] = sooner[other] = time_there
                came[other] = (node, number)
    rounds.append(came)
    return sooner


def _traced(
    network: TemporalNetwork, source: Key, target: Key, rounds: list[dict[Key, Came]]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    node = target
    for came in reversed(rounds):
        before, number = came[node]
        steps.append(Step(before, node, network.contacts[number]))
        node = before
    return tuple(reversed(steps)) if node == source else ()
