"""What each contact weighs: the same as every other, or less the longer ago it was."""

from __future__ import annotations

import networkx as nx

from backchannel.graph.analytics.choices import Choices
from backchannel.graph.bounds import BEGINNING, END, Bounds, days, julian_day
from backchannel.graph.clock import day_bounds
from backchannel.graph.gregorian import eve

__all__ = ["contact_weights", "decay"]


def decay(age: int, half_life: float) -> float:
    """What a contact weighs after ``age`` days: one half after ``half_life`` days, a quarter after two.

    Formula: 2^(-age / half_life). A contact later than the day it is seen from (a negative age, possible
    only where its date is uncertain) weighs 1. Reference: exponential decay of links as in the recency
    weights of C. Cortes, D. Pregibon and C. Volinsky, Communities of interest, Intelligent Data Analysis
    6 (2002) 211-219.

    >>> decay(0, 180), decay(180, 180), decay(360, 180), decay(-5, 180)
    (1.0, 0.5, 0.25, 1.0)
    """
    return float(2.0 ** (-max(age, 0) / half_life))


def contact_weights(network: nx.MultiDiGraph[str], choices: Choices) -> dict[str, float]:
    """The weight of each contact of a network, where contacts decay; empty where each weighs 1.

    An uncertain date is taken at the end chosen: the earliest possible day gives the least that the contact
    can weigh, the latest the most. Without a bound on that side the least is 0 and the most 1. Raises
    ValueError for decay without a day.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held",
    ...                    earliest="2022-01-01T00:00:00Z", latest="2022-07-01T00:00:00Z")
    >>> most = Choices(weight="decayed", half_life=181, day="2022-07-01", dated="latest")
    >>> least = Choices(weight="decayed", half_life=181, day="2022-07-01")
    >>> [round(contact_weights(calls, end)["contact/1"], 3) for end in (least, most)]
    [0.5, 0.996]
    """
    if choices.weight != "decayed":
        return {}
    if choices.day is None:
        raise ValueError("expected a day from which contacts decay; found none: give day='YYYY-MM-DD'")
    seen_from = julian_day(eve(day_bounds(choices.day)[1]))
    return {
        data["contact"]: _weight(data["earliest"], data["latest"], seen_from, choices)
        for _, _, data in network.edges(data=True)
    }


def _weight(earliest: str, latest: str, seen_from: int, choices: Choices) -> float:
    first, last = days(Bounds(earliest, END, BEGINNING, latest))
    if choices.dated == "latest":
        return 1.0 if last is None else decay(seen_from - last, choices.half_life)
    return 0.0 if first is None else decay(seen_from - first, choices.half_life)
