"""Which links each combination of a contact's choices gives, as an array: an axis a choice.

Different combinations that give the same links are one *alternative*. What never makes a difference is no
question: so a choice that can't change the graph is left out of what is counted and drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product

import numpy as np
from numpy.typing import NDArray

from backchannel.graph.worlds.choices import Choice
from backchannel.graph.worlds.contact import Contact, Links

__all__ = ["MOST_COMBINATIONS", "Drawn", "Table", "combinations", "picked", "simplified"]

MOST_COMBINATIONS = 20_000
Ids = NDArray[np.int64]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """The alternatives of a contact: ``links[0]`` is that of none; ``ids`` says which each combination is.

    The axes of ``ids`` are the ``choices``: first those shared with other contacts, then its own.
    """

    contact: str
    shared: tuple[Choice, ...]
    own: tuple[Choice, ...]
    links: tuple[Links, ...]
    ids: Ids

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.shared + self.own

    def odds(self, shared: tuple[int, ...], fixed: tuple[str, int] | None = None) -> Weights:
        """The probability of each alternative, the shared choices being made, one of its own perhaps, too."""
        ids, chances = self.ids[shared], [np.array(choice.probabilities) for choice in self.own]
        if fixed is not None:
            place = [choice.key for choice in self.own].index(fixed[0])
            chances[place] = np.eye(len(chances[place]))[fixed[1]]
        weights = reduce(np.multiply.outer, chances, np.array(1.0))
        found = np.bincount(ids.ravel(), weights=weights.ravel(), minlength=len(self.links))
        return found.astype(np.float64)

    def column(self, chosen: Mapping[str, Ids], count: int) -> Ids:
        """The alternative in each of so many worlds, whose picks by choice are given."""
        found = self.ids[tuple(chosen[choice.key] for choice in self.choices)]
        return np.broadcast_to(found, count)


class Drawn:
    """A contact whose choices combine in too many ways for a table: only what is drawn is looked at."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._found: dict[Links, int] = {(): 0}
        self.contact = contact.key
        self.choices = contact.shared + contact.own

    @property
    def links(self) -> tuple[Links, ...]:
        """The alternatives that were drawn so far."""
        return tuple(self._found)

    def column(self, chosen: Mapping[str, Ids], count: int) -> Ids:
        """The alternative in each of so many worlds, whose picks by choice are given."""
        picks = np.stack([chosen[choice.key] for choice in self.choices], axis=1)
        rows, which = np.unique(picks, axis=0, return_inverse=True)
        return np.array([self._alternative(row) for row in rows.tolist()], dtype=np.int64)[which.ravel()]

    def _alternative(self, row: list[int]) -> int:
        options = {choice.key: pick for choice, pick in zip(self.choices, row, strict=True)}
        return self._found.setdefault(self._contact.links(options), len(self._found))


def combinations(choices: Iterable[Choice]) -> int:
    """In how many ways some choices can be made."""
    return int(np.prod([len(choice.options) for choice in choices], dtype=object))


def simplified(contact: Contact) -> Table | Drawn | None:
    """The table of a contact without choices that make no difference; None where it never links anybody.

    One whose choices can be combined in more than :data:`MOST_COMBINATIONS` ways is left as it is.
    """
    choices = contact.shared + contact.own
    if combinations(choices) > MOST_COMBINATIONS:
        return Drawn(contact)
    found: dict[Links, int] = {(): 0}
    shape = [len(choice.options) for choice in choices]
    ids = np.zeros(shape, dtype=np.int64)
    for picks in product(*map(range, shape)):
        links = contact.links({choice.key: pick for choice, pick in zip(choices, picks, strict=True)})
        ids[picks] = found.setdefault(links, len(found))
    return _without_idle(contact, choices, tuple(found), ids) if len(found) > 1 else None


def _without_idle(contact: Contact, choices: tuple[Choice, ...], links: tuple[Links, ...], ids: Ids) -> Table:
    """Drop each axis along which nothing changes."""
    kept: list[Choice] = []
    for choice in choices:
        axis = len(kept)
        if (ids == ids.take([0], axis=axis)).all():
            ids = np.asarray(ids.take(0, axis=axis))
        else:
            kept.append(choice)
    shared = tuple(choice for choice in kept if choice.kind == "identity")
    own = tuple(choice for choice in kept if choice.kind != "identity")
    return Table(contact.key, shared, own, links, ids)


def picked(choices: Iterable[Choice], chosen: Mapping[str, int]) -> tuple[int, ...]:
    """The numbers of the options that were chosen, in the order of some choices."""
    return tuple(chosen[choice.key] for choice in choices)
