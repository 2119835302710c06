"""What every layout of the page speaks of: what is placed, and where it then stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["RANKS", "ROW", "Arrangement", "Item", "Link", "Spot", "seniority"]

ROW = 26.0  # pixels a label takes in height, with air
RANKS = ("leader", "minister", "adviser", "chief of staff", "ambassador", "working")

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A node to be placed: ``key``, the ``group`` it stands in, its seniority, its ``state``."""

    key: str
    group: str
    rank: str | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands, in pixels, and on which side its label has room."""

    x: int
    y: int
    side: str = "right"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The spots of all nodes, and those of the headings of groups: a group may have one on each side."""

    nodes: Mapping[str, Spot]
    headings: Sequence[tuple[str, Spot]]


def seniority(rank: str | None) -> int:
    """The place of a rank among all, the most senior first; one that isn't known comes last.

    >>> seniority("leader"), seniority("minister"), seniority(None)
    (0, 1, 6)
    """
    return RANKS.index(rank) if rank in RANKS else len(RANKS)
