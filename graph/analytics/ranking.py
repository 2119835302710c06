"""The measures of one network side by side, each value with its rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.degree import Degree, degrees
from backchannel.graph.analytics.registry import MEASURES, Values
from backchannel.graph.analytics.taking import measures

__all__ = ["REPORTED", "SAME", "Rank", "rank_of", "ranking"]

# The measures that stand side by side in a report.
REPORTED = ("counterparts", "contacts", "betweenness", "harmonic", "pagerank", "constraint")
# Floating point sums differ in their last digits from machine to machine; what agrees to so many
# decimals is a tie, so that neither ranks nor the order of rows depend on the machine.
SAME = 9


@dataclass(frozen=True, slots=True)
class Rank:
    """One node's values, and its rank by each measure (1 is first; equal values share a rank).

    A measure that isn't defined for the node (the constraint of one without links) is None, and its
    rank is left out of ``ranks``.
    """

    node: str
    values: Mapping[str, float | None]
    ranks: Mapping[str, int]
    degree: Degree


def ranking(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> list[Rank]:
    """Every node with every measure, on held contacts, the best connected first.

    Ordered by harmonic closeness, which tells most about who can reach whom; then by counterparts,
    contacts and key. Constraint ranks from the lowest up (the freest broker is first), the
    others from the highest down.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held")
    >>> _ = calls.add_edge("b", "c", contact="contact/2", outcome="held")
    >>> [(row.node, row.ranks["harmonic"], row.ranks["constraint"]) for row in ranking(calls)]
    [('b', 1, 1), ('a', 2, 2), ('c', 2, 2)]
    """
    degree = degrees(network, contested=choices.contested)
    columns = measures(network, REPORTED, choices)
    places = {name: rank_of(column, MEASURES[name].lowest_first) for name, column in columns.items()}
    rows = [
        Rank(
            node,
            {name: column[node] for name, column in columns.items()},
            {name: place[node] for name, place in places.items() if node in place},
            degree[node],
        )
        for node in degree
    ]
    return sorted(rows, key=_order)


def rank_of(values: Values, lowest_first: bool = False) -> dict[str, int]:
    """The standard competition rank ('1224') of each node that has a value.

    >>> rank_of({"a": 0.5, "b": 2.0, "c": 0.5, "d": None, "e": 0.1})
    {'b': 1, 'a': 2, 'c': 2, 'e': 4}
    """
    sign = 1 if lowest_first else -1
    rounded = {node: sign * round(value, SAME) for node, value in values.items() if value is not None}
    ordered = sorted(rounded, key=lambda node: (rounded[node], node))
    first: dict[float, int] = {}
    for place, node in enumerate(ordered, start=1):
        first.setdefault(rounded[node], place)
    return {node: first[rounded[node]] for node in ordered}


def _order(row: Rank) -> tuple[float, int, int, str]:
    return (
        -round(row.values["harmonic"] or 0.0, SAME),
        -row.degree.counterparts,
        -row.degree.contacts,
        row.node,
    )
