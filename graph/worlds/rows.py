"""One rank over all worlds: what is said of a node by a measure."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.model import Key
from backchannel.graph.worlds.counts import Spread

__all__ = ["RankRow", "flat"]


@dataclass(frozen=True, slots=True)
class RankRow:
    """One node's rank by one measure.

    ``value`` and ``rank`` are those of the network without worlds (None: not defined). ``mean`` is the mean
    value over the worlds in which there is one. ``spread`` says between which ranks it varies; ``holds``
    in which share of the worlds it has its ``rank``, ``first`` in which it is first. Where worlds
    were sampled, ``holds_within`` and ``first_within`` are the 95 % confidence intervals of these shares.
    """

    measure: str
    node: Key
    label: str
    value: float | None
    rank: int | None
    mean: float | None
    spread: Spread
    holds: float
    first: float
    holds_within: tuple[float, float] | None
    first_within: tuple[float, float] | None


def flat(row: RankRow) -> dict[str, object]:
    """A row as plain columns.

    >>> spread = Spread(1, 2, 1, 1, 1.0)
    >>> one = RankRow("harmonic", "person/a", "A", 0.5, 1, 0.5, spread, 0.9, 0.9, None, None)
    >>> flat(one)["rank_greatest"]
    2
    """
    holds, first = row.holds_within or (None, None), row.first_within or (None, None)
    return {
        "measure": row.measure,
        "node": row.node,
        "who": row.label,
        "value": row.value,
        "rank": row.rank,
        "rank_least": row.spread.least,
        "rank_greatest": row.spread.greatest,
        "rank_low": row.spread.low,
        "rank_high": row.spread.high,
        "holds": row.holds,
        "holds_low": holds[0],
        "holds_high": holds[1],
        "first": row.first,
        "first_low": first[0],
        "first_high": first[1],
        "mean": row.mean,
        "placed": row.spread.placed,
    }
