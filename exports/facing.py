"""Two columns that face each other: where nodes stand when they are grouped by rank or by organisation.

What belongs to the left capital, or deals with the right one, stands on the left, the rest on the right.
A line from column to column passes through no third node, as on the convex curve of
:mod:`backchannel.exports.layout`, and those within a column turn to the inside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from backchannel.exports.placing import ROW, Arrangement, Item, Link, Spot, seniority

__all__ = ["facing", "sides_of"]

WIDE = 340.0  # pixels from the middle to a column
HEAD = 0.9  # rows a heading takes
AIR = 0.35  # rows between two groups
LEFT, RIGHT = "left", "right"
END = "|"

Capitals = tuple[str | None, str | None]
Column = dict[str, list[str]]


def facing(
    items: Sequence[Item], links: Sequence[Link], capitals: Capitals, *, level: bool = False
) -> Arrangement:
    """Place nodes by group on two facing columns, the most senior groups at the top, each with a heading.

    ``capitals`` are the states of the left and of the right column. With ``level`` the two parts of a
    group stand at one height, as bands; without, each column is closed up on its own. Positions are
    whole pixels, y downwards.

    >>> who = [Item("a", "minister", state="us"), Item("b", "minister", state="ru")]
    >>> spots = facing(who, [("a", "b")], ("us", "ru"), level=True).nodes
    >>> spots["a"].x < 0 < spots["b"].x, spots["a"].y == spots["b"].y
    (True, True)
    """
    side = sides_of(items, links, capitals)
    columns = {
        one: grouped([item for item in items if side[item.key] == one], links, side) for one in (LEFT, RIGHT)
    }
    order = by_rank(items)
    found: dict[str, Spot] = {}
    heads: list[tuple[str, Spot]] = []
    for one, column in columns.items():
        rows = stacked(column, order, columns if level else {one: column})
        middle = rows.pop(END, 0.0) / 2
        spots = {name: spot(one, row - middle) for name, row in rows.items()}
        found |= {name: at for name, at in spots.items() if not name.startswith("#")}
        heads += [(name[1:], at) for name, at in spots.items() if name.startswith("#")]
    return Arrangement(found, heads)


def sides_of(items: Iterable[Item], links: Iterable[Link], capitals: Capitals) -> dict[str, str]:
    """The column of each node: its state's own, else the one across from those it deals with most.

    >>> who = [Item("a", "", state="us"), Item("b", "", state="ru"), Item("c", "", state="fr")]
    >>> sides_of(who, [("c", "b")], ("us", "ru"))
    {'a': 'left', 'b': 'right', 'c': 'left'}
    """
    state = {item.key: item.state for item in items}
    pull: Counter[str] = Counter()
    for a, b in links:
        for one, other in ((a, b), (b, a)):
            pull[one] += (state.get(other) == capitals[1]) - (state.get(other) == capitals[0])
    own = {capitals[0]: LEFT, capitals[1]: RIGHT}
    return {key: own.get(home) or (LEFT if pull[key] >= 0 else RIGHT) for key, home in state.items()}


def by_rank(items: Iterable[Item]) -> list[str]:
    """The groups by the most senior of their members; what belongs to none comes last."""
    best: dict[str, int] = {}
    for item in items:
        best[item.group] = min(best.get(item.group, 99), seniority(item.rank))
    return sorted(best, key=lambda group: (not group, best[group], group))


def grouped(items: Iterable[Item], links: Iterable[Link], side: Mapping[str, str]) -> Column:
    """The groups of a column; within one by seniority, state and how many contacts lead across."""
    across = Counter(key for a, b in links if side.get(a) != side.get(b) for key in (a, b))
    found: Column = defaultdict(list)
    for item in sorted(
        items, key=lambda item: (seniority(item.rank), item.state, -across[item.key], item.key)
    ):
        found[item.group].append(item.key)
    return dict(found)


def stacked(column: Column, order: Iterable[str], beside: Mapping[str, Column]) -> dict[str, float]:
    """The row of each node, of each heading as ``#group``, and of the end; bands as high as ``beside``."""
    found: dict[str, float] = {}
    top = 0.0
    for group in order:
        rows = max((len(one.get(group, ())) for one in beside.values()), default=0)
        if not rows:
            continue
        if group in column:
            found[f"#{group}"] = top
        found |= {key: top + HEAD + at for at, key in enumerate(column.get(group, ()))}
        top += rows + HEAD + AIR
    return found | {END: top - AIR - 1}


def spot(side: str, row: float) -> Spot:
    return Spot(round(WIDE if side == RIGHT else -WIDE), round(row * ROW), side)
