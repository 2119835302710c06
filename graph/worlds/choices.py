"""A choice that the claims leave open, and the two ways in which one is made of probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from backchannel.graph.model import Key

__all__ = ["Choice", "by_levels", "by_order"]

# More positions than this are not put in every order: 5 have 120.
MOST = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One open question: in each world exactly one of its options holds.

    ``key`` names it for good, whatever else is open. ``kind`` is one of
    :data:`~backchannel.graph.worlds.model.KINDS`; ``about`` what is open: the key of a contact or a mention;
    ``on`` the claims it hangs on, or, of a name, the name and its document. ``options`` are texts: a
    probability that a thing must have to be so (see :func:`by_levels`), an order of positions with ' > '
    between, or the key of a person; ``probabilities`` add up to 1.
    """

    key: str
    kind: str
    about: Key
    on: tuple[str, ...]
    options: tuple[str, ...]
    probabilities: tuple[float, ...]


def by_levels(levels: Iterable[float]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The options of something that is so with one of several probabilities, from one draw for all of them.

    Returns the options as the least probability with which a thing must be so to be so there, and their
    probabilities. What is likelier holds wherever the less likely does: the two stand or fall together as
    far as their probabilities allow. Levels of 0 and 1 are no choice.

    >>> bounds, probabilities = by_levels([0.75, 0.5])
    >>> bounds, probabilities
    ((0.5, 0.75, 1.0), (0.5, 0.25, 0.25))
    """
    cuts = sorted({level for level in levels if 0 < level < 1})
    bounds = (*cuts, 1.0)
    return bounds, tuple(after - before for before, after in pairwise((0.0, *bounds)))


def by_order(positions: Sequence[str]) -> list[tuple[str, ...]]:
    """The orders in which positions that exclude each other can be preferred, each as likely as another.

    In a world the first of them that still stands there holds: whichever do stand are equally likely.

    >>> by_order(["held", "refused"])
    [('held', 'refused'), ('refused', 'held')]
    """
    if len(positions) > MOST:
        return [(*positions[turn:], *positions[:turn]) for turn in range(len(positions))]
    return list(permutations(positions))
