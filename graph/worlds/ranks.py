"""How sure each rank is: the measures of a network over all worlds that its claims allow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from backchannel.graph.analytics import MEASURES, measures, rank_of
from backchannel.graph.errors import ModelError
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.worlds.counts import ranks_of, spread, wilson
from backchannel.graph.worlds.influence import Influence, influences
from backchannel.graph.worlds.model import Model
from backchannel.graph.worlds.rows import RankRow, flat
from backchannel.graph.worlds.space import Space, space
from backchannel.graph.worlds.stack import Alternatives, network_of, stacks
from backchannel.graph.worlds.stacked import STACKED, Stacked
from backchannel.graph.worlds.tables import Ids, Weights
from backchannel.graph.worlds.worlds import Enumerated, Sampled, enumerated, number_of_worlds, sampled

__all__ = ["ENUMERATED", "MEASURED", "RANKED", "Progress", "Ranks", "ranks"]

# Up to so many distinct worlds all of them are gone through; at most so many are drawn.
ENUMERATED = 20_000
MOST_DRAWN = 1_000_000
# The measures that rank nodes by the contacts that were held: a world has no others.
RANKED = tuple(one.name for one in MEASURES.values() if one.of == "node" and one.on is not None)
# What is measured if nothing is asked for: who can reach whom.
MEASURED = ("harmonic",)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Ranks:
    """The ranks of everybody by some measures, over all worlds or a sample of them.

    ``number`` is how many distinct worlds there are, ``worlds`` those that were gone through, with
    ``model`` and (if they were sampled) ``seed``. ``places`` has by measure the rank of each node
    (column, in the order of ``nodes``) in each distinct world (row); 0: none.
    """

    level: str
    model: Model
    seed: int
    number: int | None
    space: Space
    worlds: Enumerated | Sampled
    nodes: tuple[Key, ...]
    values: Mapping[str, Mapping[Key, float | None]]
    points: Mapping[str, Mapping[Key, int]]
    places: Mapping[str, Ids]
    means: Mapping[str, NDArray[np.float64]]

    @property
    def exact(self) -> bool:
        """Whether all worlds were gone through."""
        return isinstance(self.worlds, Enumerated)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that were taken, in the order asked for."""
        return tuple(self.places)

    def rows(self, measure: str | None = None) -> list[RankRow]:
        """The rows of a measure, or of all, each from the first down; those without a rank come last.

        Raises KeyError for a measure that was not taken.
        """
        names = self.measures if measure is None else (measure,)
        return [row for name in names for row in sorted(map(self._rows(name), self.nodes), key=_order)]

    def before(self, one: Key, other: Key, measure: str | None = None) -> float:
        """The share of worlds in which one ranks before the other: not behind, and not equal.

        Whoever has no rank in a world comes behind those that have one. Raises KeyError for a key that is
        none of the nodes, or a measure that was not taken.
        """
        first, second = (self._column(measure, node) for node in (one, other))
        wins = (first > 0) & ((first < second) | (second == 0))
        return _share(self.worlds.weights[wins])

    def influences(self, node: Key, measure: str | None = None) -> list[Influence]:
        """Which open questions move a rank most; see :mod:`.influence`. Raises KeyError as :meth:`before`."""
        return influences(self._column(measure, node), self.worlds, self.space.choices)

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame, one a node and measure.

        Raises ImportError where pandas isn't installed (`pip install backchannel[tables]`).
        """
        import pandas  # only if asked for: it is optional and slow to load

        return pandas.DataFrame([flat(row) for row in self.rows()])

    def _column(self, measure: str | None, node: Key) -> Ids:
        place = {key: number for number, key in enumerate(self.nodes)}[node]
        return self.places[measure or self.measures[0]][:, place]

    def _rows(self, measure: str) -> Callable[[Key], RankRow]:
        return lambda node: self._row(measure, node)

    def _row(self, measure: str, node: Key) -> RankRow:
        column, rank = self._column(measure, node), self.points[measure].get(node)
        holds = _share(self.worlds.weights[column == (rank or 0)])
        first = _share(self.worlds.weights[column == 1])
        mean = float(self.means[measure][self.nodes.index(node)])
        return RankRow(
            measure,
            node,
            self.space.population.nodes[node]["label"],
            self.values[measure][node],
            rank,
            None if np.isnan(mean) else mean,
            spread(column, self.worlds.weights),
            holds,
            first,
            self._within(holds),
            self._within(first),
        )

    def _within(self, share: float) -> tuple[float, float] | None:
        return None if self.exact else wilson(share, self.worlds.drawn)


def ranks(
    knowledge: Knowledge,
    names: Collection[str] = MEASURED,
    level: str = "person",
    at: str | None = None,
    known: str | None = None,
    since: str | None = None,
    until: str | None = None,
    worlds: int = 1000,
    seed: int = 0,
    model: Model | None = None,
    most: int = ENUMERATED,
    progress: Progress | None = None,
) -> Ranks:
    """The ranks by some measures of :data:`RANKED`, over possible worlds.

    A world settles everything that the claims leave open: see docs/worlds.md. If there are at most ``most``
    distinct ones, each is gone through with its probability; else ``worlds`` are drawn, the same for the same
    ``seed``. ``level``, ``at``, ``known``, ``since`` and ``until`` are as for
    :func:`~backchannel.graph.projection.network`. ``progress`` is told how many distinct worlds of how
    many are done.

    Raises :class:`~backchannel.graph.errors.ModelError` for a measure that is none and for a number of worlds
    or a seed out of range, ValueError for another level, and DateError for a day that is none.

    >>> ranks(Knowledge("A case", "en")).rows()
    []
    """
    _checked(names, worlds, seed)
    found = space(knowledge, level, at, known, since, until, model)
    number = number_of_worlds(found.small) if found.small is not None else None
    drawn = _drawn(found, number, worlds, seed, most)
    values = measures(found.population, names)
    points = {name: rank_of(values[name], MEASURES[name].lowest_first) for name in names}
    nodes = tuple(sorted(found.population))
    places, means = _measured(names, found, drawn, progress)
    return Ranks(level, model or Model(), seed, number, found, drawn, nodes, values, points, places, means)


def _drawn(found: Space, number: int | None, worlds: int, seed: int, most: int) -> Enumerated | Sampled:
    """All worlds, or a sample of them where they are too many."""
    if found.small is not None and number is not None and number <= most:
        return enumerated(found.small)
    return sampled(found.tables, worlds, seed)


def _checked(names: Collection[str], worlds: int, seed: int) -> None:
    for name in names:
        if name not in RANKED:
            raise ModelError(f"{name[:40]!r} is no measure; expected one of {', '.join(RANKED)}")
    if not 1 <= worlds <= MOST_DRAWN:
        raise ModelError(f"{worlds} worlds can't be drawn; expected 1 to {MOST_DRAWN}")
    if seed < 0:
        raise ModelError(f"{seed} is no seed; expected a whole number from 0 on")


def _measured(
    names: Collection[str], found: Space, drawn: Enumerated | Sampled, progress: Progress | None
) -> tuple[dict[str, Ids], dict[str, NDArray[np.float64]]]:
    """The rank of each node in each world, and the mean of its values, by measure."""
    population, weights, worlds = found.population, drawn.weights, found.worlds(drawn.alternatives)
    nodes, done = tuple(sorted(population)), 0
    places = {name: np.zeros((len(worlds.ids), len(nodes)), dtype=np.int32) for name in names}
    sums = {name: np.zeros((2, len(nodes))) for name in names}
    for stack in stacks(nodes, worlds):
        some, stacked = slice(done, done + len(stack)), Stacked(stack)
        loose = _one_by_one([name for name in names if name not in STACKED], population, worlds, some)
        for name in names:
            values = stacked.measure(name) if name in STACKED else loose[name]
            places[name][some] = ranks_of(values, MEASURES[name].lowest_first)
            sums[name] += _summed(values, weights[some])
        done += len(stack)
        if progress is not None:
            progress(done, len(worlds.ids))
    means = {name: _mean(found) for name, found in sums.items()}
    return {name: found.astype(np.int64) for name, found in places.items()}, means


def _summed(values: NDArray[np.float64], weights: Weights) -> NDArray[np.float64]:
    """The weighted sum of each node's values, and the weights of the worlds in which it has one."""
    there = ~np.isnan(values)
    return np.stack([weights @ np.where(there, values, 0.0), weights @ there])


def _mean(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    total, weight = sums[0], sums[1]
    found: NDArray[np.float64] = np.full(len(total), np.nan)
    np.divide(total, weight, out=found, where=weight > 0)
    return found


def _one_by_one(
    names: Sequence[str], population: nx.MultiDiGraph[Key], worlds: Alternatives, some: slice
) -> dict[str, NDArray[np.float64]]:
    """Measures without a form for stacks, taken on each world by itself."""
    if not names:
        return {}
    rows = [measures(network_of(population, worlds.of(one)), names) for one in range(some.start, some.stop)]
    nodes = sorted(population)
    return {name: np.array([[_number(row[name][node]) for node in nodes] for row in rows]) for name in names}


def _number(value: float | None) -> float:
    return np.nan if value is None else float(value)


def _share(weights: Weights) -> float:
    return round(float(weights.sum()), 12)


def _order(row: RankRow) -> tuple[bool, int, str, Key]:
    return row.rank is None, row.rank or 0, row.label, row.node
