"""When each node of a network was there: in office, or between its first and its last contact.

For formats that draw a network over time. A stretch is a pair of Julian Day Numbers, the first and the last
day, both within; None where that side is open or unknown, which is never filled in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from backchannel.graph.bounds import BEGINNING, END, Bounds, days
from backchannel.graph.clock import known_stamp
from backchannel.graph.holders import held_bounds
from backchannel.graph.model import Key, Knowledge, Stamp, Tenure
from backchannel.graph.semantics import hull, possibly_within

__all__ = ["Presence", "Stretch", "edge_bounds", "merged", "presences"]

Stretch = tuple[int | None, int | None]

FIRST, LAST = float("-inf"), float("inf")


@dataclass(frozen=True, slots=True)
class Presence:
    """When a node may have been there, and when it was for sure; no two stretches of one meet.

    ``possible`` is empty where nothing bounds it: its contacts are undated, and it bore no office.
    """

    possible: tuple[Stretch, ...] = ()
    certain: tuple[Stretch, ...] = ()


def presences(
    knowledge: Knowledge, graph: nx.MultiDiGraph[Key], known: str | None = None, until: Stamp = END
) -> dict[Key, Presence]:
    """The presence of each node of a network made by :func:`backchannel.graph.projection.network`.

    A person with a tenure was there while it lasted (as known by the end of the day ``known``, of the
    tenures that may have begun before ``until``) and during each dated contact; who is designated holds no
    office yet. Everybody else was there from the first to the last contact. Raises DateError for a day that
    is none.

    >>> presences(Knowledge("A case", "en"), nx.MultiDiGraph())
    {}
    """
    contacts = _contacts(graph)
    held = _held(knowledge, known_stamp(known), until)
    return {key: _presence(contacts.get(key, []), held.get(key, [])) for key in graph}


def edge_bounds(data: dict[str, str]) -> Bounds:
    """The bounds of the contact that an edge stands for."""
    return Bounds(data["earliest"], END, BEGINNING, data["latest"])


def _contacts(graph: nx.MultiDiGraph[Key]) -> dict[Key, list[Bounds]]:
    found: dict[Key, list[Bounds]] = defaultdict(list)
    for one, other, data in graph.edges(data=True):
        bounds = edge_bounds(data)
        found[one].append(bounds)
        found[other].append(bounds)
    return found


def _held(knowledge: Knowledge, known: Stamp, until: Stamp) -> dict[Key, list[tuple[Tenure, Bounds]]]:
    found: dict[Key, list[tuple[Tenure, Bounds]]] = defaultdict(list)
    for tenure in knowledge.tenures.values():
        bounds = held_bounds(tenure, known)
        if bounds and tenure.capacity != "designate" and possibly_within(bounds, BEGINNING, until):
            found[tenure.person].append((tenure, bounds))
    return found


def _presence(contacts: list[Bounds], held: list[tuple[Tenure, Bounds]]) -> Presence:
    if not held:
        whole = days(hull(contacts)) if contacts else (None, None)
        return Presence(merged([whole]))
    dated = [days(bounds) for bounds in contacts]
    possible = [days(bounds) for _, bounds in held] + [one for one in dated if one != (None, None)]
    return Presence(merged(possible), merged(map(_certain, held)))


def _certain(one: tuple[Tenure, Bounds]) -> Stretch | None:
    """The days on which a tenure lasted for sure; of a contested one there is none."""
    tenure, bounds = one
    if tenure.capacity == "contested" or not bounds.certain:
        return None
    return days(Bounds(bounds.certain_from, END, BEGINNING, bounds.certain_until))


def merged(stretches: Iterable[Stretch | None]) -> tuple[Stretch, ...]:
    """Stretches put together where they share a day or follow on one another, in the order of time.

    Empty where nothing is left that bounds anything.

    >>> merged([(5, 9), (1, 2), (10, 12), (2, 3), None])
    ((1, 3), (5, 12))
    >>> merged([(7, None), (1, 2)]), merged([(None, 4), (3, None)])
    (((1, 2), (7, None)), ())
    """
    found: list[list[float]] = []
    for first, last in sorted(map(_numbers, (one for one in stretches if one))):
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], last)
        else:
            found.append([first, last])
    return tuple((_day(first), _day(last)) for first, last in found if (first, last) != (FIRST, LAST))


def _numbers(stretch: Stretch) -> tuple[float, float]:
    first, last = stretch
    return FIRST if first is None else first, LAST if last is None else last


def _day(number: float) -> int | None:
    return None if number in (FIRST, LAST) else int(number)
