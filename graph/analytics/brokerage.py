"""The brokerage roles of Gould and Fernandez: who passes on what, between whose officials."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np

from backchannel.graph.analytics.arrays import Simple, Whole, shared, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project

__all__ = ["ROLES", "brokerage", "brokerage_on", "role_on"]

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")
HELD_AT_ONCE = 1 << 20  # ways of two steps: some tens of MiB


def brokerage(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, dict[str, float]]:
    """How often each node stands between two others in each of the five roles, by role and node.

    Meaning: b brokers between a and c if a sought b and b sought c, and a didn't seek c. By the states that
    the three stand for it is *coordinator* (all of one), *consultant* or itinerant (a and c of one, b of
    another), *gatekeeper* (b and c of one: b lets in what comes from outside), *representative* (a and b of
    one: b carries it out) or *liaison* (three different ones). Formula: the number of pairs (a, c), a and c
    different, with a -> b -> c and no a -> c, whose states are of that pattern.

    Edge cases: where nobody says who sought a contact, it counts both ways. Who stands for no state is left
    out, as an end and in the middle. Where nodes are states, liaison alone is possible. Weights are not used.

    >>> calls = nx.MultiDiGraph()
    >>> for node, state in (("a", "state/us"), ("b", "state/us"), ("c", "state/ru")):
    ...     calls.add_node(node, state=state)
    >>> for one, other in ("ab", "bc"):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{one}", outcome="held", directed=True)
    >>> brokerage(calls)["representative"]
    {'a': 0.0, 'b': 1.0, 'c': 0.0}

    Reference: R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to brokerage in
    transaction networks, Sociological Methodology 19 (1989) 89-126.
    """
    return brokerage_on(simple_of(project(network, "seeking", choices)))


@shared
def brokerage_on(simple: Simple) -> dict[str, dict[str, float]]:
    """As :func:`brokerage`, on a directed simple graph.

    >>> brokerage_on(simple_of(nx.DiGraph([("state/a", "state/b"), ("state/b", "state/c")])))["liaison"]
    {'state/a': 0.0, 'state/b': 1.0, 'state/c': 0.0}
    """
    counts = np.zeros((len(ROLES), len(simple)), dtype=np.int64)
    states = _numbered(simple.states)
    keys = simple.sources * len(simple) + simple.targets
    for one, middle, other in _ways(simple):
        known = (states[one] >= 0) & (states[middle] >= 0) & (states[other] >= 0)
        open_ = known & (one != other) & ~np.isin(one * len(simple) + other, keys)
        ends, through = (states[one[open_]], states[other[open_]]), states[middle[open_]]
        np.add.at(counts, (_roles(*ends, through), middle[open_]), 1)
    return {role: simple.by_node(counts[place]) for place, role in enumerate(ROLES)}


def role_on(role: str, simple: Simple) -> dict[str, float]:
    """One of :data:`ROLES` on a directed simple graph.

    >>> role_on("liaison", simple_of(nx.DiGraph([("state/a", "state/b")])))
    {'state/a': 0.0, 'state/b': 0.0}
    """
    return brokerage_on(simple)[role]


def _roles(first: Whole, last: Whole, through: Whole) -> Whole:
    """The place of the role in :data:`ROLES`, by the numbers of the states."""
    return np.select(
        [(first == through) & (through == last), first == last, through == last, first == through],
        [0, 1, 2, 3],
        default=4,
    )


def _numbered(states: tuple[str | None, ...]) -> Whole:
    known = {state: place for place, state in enumerate(sorted({one for one in states if one}))}
    return np.array([known[state] if state else -1 for state in states], dtype=np.int64)


def _ways(simple: Simple) -> Iterator[tuple[Whole, Whole, Whole]]:
    """Every way of two steps, some links at a time: the numbers of its three nodes."""
    starts = np.searchsorted(simple.sources, np.arange(len(simple) + 1))
    onward = np.diff(starts)[simple.targets]
    begin, total = 0, np.concatenate([[0], np.cumsum(onward)])
    while begin < len(onward):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + HELD_AT_ONCE, side="right")) - 1)
        links = np.repeat(np.arange(begin, end), onward[begin:end])
        step = np.arange(len(links)) - (total[links] - total[begin])
        middle = simple.targets[links]
        yield simple.sources[links], middle, simple.targets[starts[middle] + step]
        begin = end
