"""Earliest arrival and latest departure: by when word from one could be with each of the others."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

from backchannel.graph.analytics.temporal.contacts import AFTER_ALL, BEFORE_ALL, TemporalNetwork, last_label
from backchannel.graph.model import Key
from backchannel.graph.semantics import Truth

__all__ = ["Arrival", "arrivals", "departures", "known_node"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When word is with a node, in the unit of the network's contacts, and through what it came.

    ``time``: in the possible order the infimum of the arrivals over all worlds (some world comes as near as
    one likes, none is earlier), in the certain order their supremum. ``before`` and ``contact``: the node it
    came from, and the number of the contact; None for the source.
    """

    time: int
    before: Key | None = None
    contact: int | None = None


def arrivals(
    network: TemporalNetwork,
    source: Key,
    truth: Truth,
    since: int = BEFORE_ALL,
    until: int = AFTER_ALL,
    wait: int = 0,
    target: Key | None = None,
) -> dict[Key, Arrival]:
    """For each node that word from ``source`` reaches the earliest arrival, the source itself first.

    The source has it at ``since``; arrivals count that lie before ``until``. ``wait`` is the least time
    between a contact and the next; with ``target`` the search ends there. ``truth`` says in which order:
    possible (in some world) or certain (in each); why both are exact stands in :mod:`.contacts`. Times are in
    the unit of the contacts (seconds, if they come from :func:`.held`). Raises ValueError for a node that
    isn't there or a negative wait.

    Every contact is looked at once from each of its ends: O(m log m) for m contacts.

    The example is that of the implementation by the authors of the paper, its edges (0,1,0,1), (2,1,0,1),
    (1,2,1,1), (0,2,2,1):

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> edges = [("0", "1", 0), ("2", "1", 0), ("1", "2", 1), ("0", "2", 2)]
    >>> graph = TemporalNetwork(Contact("c", u, v, t, t + 1, oneway=True) for u, v, t in edges)
    >>> {node: found.time for node, found in arrivals(graph, "0", Truth.CERTAIN, since=0).items()}
    {'0': 0, '1': 1, '2': 2}

    References: the earliest-arrival path of H. Wu et al., Path Problems in Temporal Graphs, PVLDB 7 (2014)
    721-732, par. 4.2, for contacts of known time; searched as in E. W. Dijkstra, A note on two problems in
    connexion with graphs, Numerische Mathematik 1 (1959) 269-271, because labels never fall along a chain.
    """
    known_node(network, source, wait)
    arcs, last = network.arcs(truth), last_label(truth, until)
    found: dict[Key, Arrival] = {}
    heap: list[tuple[int, Key, Key | None, int | None]] = [(since - wait, source, None, None)]
    while heap:
        time, node, before, contact = heappop(heap)
        if node in found:
            continue
        found[node] = Arrival(time, before, contact)
        if node == target:
            break
        ready = time + wait
        for limit, floor, other, number in arcs[node]:
            if ready <= limit and other not in found and max(ready, floor) <= last:
                heappush(heap, (max(ready, floor), other, node, number))
    found[source] = Arrival(since)
    return found


def departures(
    network: TemporalNetwork,
    target: Key,
    truth: Truth,
    since: int = BEFORE_ALL,
    until: int = AFTER_ALL,
    wait: int = 0,
) -> dict[Key, int]:
    """For each node from which word can be with ``target`` before ``until``, by when it must be there at the
    latest.

    In the certain order word that is there at the time given gets there in every world; in the possible order
    word that is there before it does in some world. It is the earliest arrival in a time that runs backwards.
    Parameters and errors are those of :func:`arrivals`.

    >>> from backchannel.graph.analytics.temporal.contacts import Contact
    >>> edges = [("0", "1", 0), ("2", "1", 0), ("1", "2", 1), ("0", "2", 2)]
    >>> graph = TemporalNetwork(Contact("c", u, v, t, t + 1, oneway=True) for u, v, t in edges)
    >>> departures(graph, "2", Truth.CERTAIN, since=0, until=3)
    {'2': 3, '0': 2, '1': 1}

    Reference: the latest-departure path of Wu et al. (2014), par. 4.3.
    """
    back = arrivals(network.backwards, target, truth, -until, -since, wait)
    return {node: -found.time for node, found in back.items()}


def known_node(network: TemporalNetwork, node: Key, wait: int = 0) -> None:
    """Raise ValueError for a node that the network doesn't have, or for a wait that is none."""
    if node not in network.arcs(Truth.POSSIBLE):
        raise ValueError(f"expected a node of the network ({len(network.nodes)} nodes), found {node!r}")
    if wait < 0:
        raise ValueError(f"expected a wait of 0 or more, found {wait}")
