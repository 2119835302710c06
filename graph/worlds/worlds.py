"""All worlds, or a sample of them: which alternative each contact has in each, and how likely that is.

Given the names that several contacts share, contacts are independent of each other, and the alternatives of
one exclude each other: a block-independent database (D. Suciu, D. Olteanu, C. Ré and C. Koch, Probabilistic
Databases, Morgan & Claypool 2011, ch. 2), with the names as variables of a pc-table (T. Green and V. Tannen,
Models for incomplete and probabilistic information, EDBT 2006 workshops).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from backchannel.graph.worlds.choices import Choice
from backchannel.graph.worlds.sampling import draws
from backchannel.graph.worlds.tables import (
    MOST_COMBINATIONS,
    Drawn,
    Ids,
    Table,
    Weights,
    combinations,
    picked,
)

__all__ = ["Enumerated", "Sampled", "enumerated", "number_of_worlds", "sampled"]

Shared = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Sampled:
    """Distinct worlds that were drawn: a row of ``alternatives`` each, a column a contact.

    ``weights`` are the shares of the draws and add up to 1; ``drawn`` is how many there were.
    """

    alternatives: Ids
    weights: Weights
    drawn: int
    world_of: Ids
    chosen: dict[str, Ids]

    def given(self, choice: Choice, option: int) -> Weights:
        """The weights of the worlds among those draws in which a choice has an option."""
        counts = np.bincount(
            self.world_of[self.chosen[choice.key] == option], minlength=len(self.weights)
        ).astype(np.float64)
        shares: Weights = counts / max(counts.sum(), 1.0)
        return shares


@dataclass(frozen=True, slots=True)
class Enumerated:
    """Every distinct world with its probability; ``picks`` are those of the ``shared`` choices."""

    alternatives: Ids
    weights: Weights
    tables: Sequence[Table]
    shared: Shared
    picks: Ids

    drawn: int = 0

    def given(self, choice: Choice, option: int) -> Weights:
        """The probabilities of the worlds, a choice having an option."""
        keys = [one.key for one in self.shared]
        if choice.key in keys:
            inside = self.picks[:, keys.index(choice.key)] == option
            return np.where(inside, self.weights, 0.0) / choice.probabilities[option]
        place = next(n for n, table in enumerate(self.tables) if choice in table.own)
        return self.weights * self._likelier(place, (choice.key, option))

    def _likelier(self, place: int, fixed: tuple[str, int]) -> Weights:
        """By how much each world is likelier if a choice of one contact is made."""
        table, column = self.tables[place], self.alternatives[:, place]
        factors = np.empty(len(column))
        for row in np.unique(self.picks, axis=0):
            inside = (self.picks == row).all(axis=1)
            chosen = _chosen(self.shared, row)
            shared = picked(table.shared, chosen)
            before, after = table.odds(shared), table.odds(shared, fixed)
            ratio = np.divide(after, before, out=np.zeros_like(after), where=before > 0)
            factors[inside] = ratio[column[inside]]
        return factors


def number_of_worlds(tables: Sequence[Table]) -> int:
    """How many distinct worlds there are, counted before any is made.

    Where the open names alone can be combined in more ways than anybody would go through, only those count.
    """
    shared = _shared(tables)
    if combinations(shared) > MOST_COMBINATIONS:
        return combinations(shared)
    return sum(_count(tables, _chosen(shared, row)) for row in _rows(shared))


def enumerated(tables: Sequence[Table]) -> Enumerated:
    """Every world. They are as many as :func:`number_of_worlds` says."""
    shared = _shared(tables)
    parts = [_part(tables, shared, row) for row in _rows(shared)]
    worlds, weights, picks = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Enumerated(worlds, weights, tables, shared, picks)


def sampled(tables: Sequence[Table | Drawn], count: int, seed: int) -> Sampled:
    """So many worlds, drawn independently; those that are alike are one row."""
    choices = {choice.key: choice for table in tables for choice in table.choices}
    chosen = draws((choices[key] for key in sorted(choices)), count, seed)
    columns = [table.column(chosen, count) for table in tables]
    every = np.stack(columns, axis=1) if columns else np.zeros((count, 0), dtype=np.int64)
    rows, world_of, counts = np.unique(every, axis=0, return_inverse=True, return_counts=True)
    return Sampled(rows, counts / count, count, world_of.ravel(), chosen)


def _shared(tables: Sequence[Table]) -> Shared:
    found = {choice.key: choice for table in tables for choice in table.shared}
    return tuple(found[key] for key in sorted(found))


def _rows(shared: Shared) -> Iterator[tuple[int, ...]]:
    return product(*(range(len(choice.options)) for choice in shared))


def _chosen(shared: Shared, row: Sequence[int] | Ids) -> dict[str, int]:
    return {choice.key: int(pick) for choice, pick in zip(shared, row, strict=True)}


def _count(tables: Sequence[Table], chosen: dict[str, int]) -> int:
    return prod(int((table.odds(picked(table.shared, chosen)) > 0).sum()) for table in tables)


def _part(tables: Sequence[Table], shared: Shared, row: tuple[int, ...]) -> tuple[Ids, Weights, Ids]:
    """The worlds in which the shared choices have some options."""
    chosen = _chosen(shared, row)
    odds = [table.odds(picked(table.shared, chosen)) for table in tables]
    worlds = np.zeros((1, 0), dtype=np.int64)
    for one in odds:
        some = np.flatnonzero(one > 0)
        worlds = np.column_stack([np.repeat(worlds, len(some), axis=0), np.tile(some, len(worlds))])
    weights = np.full(
        len(worlds), prod(one.probabilities[pick] for one, pick in zip(shared, row, strict=True))
    )
    for place, one in enumerate(odds):
        weights = weights * one[worlds[:, place]]
    return worlds, weights, np.tile(np.array(row, dtype=np.int64), (len(worlds), 1))
