"""Where officials stand on the page: states apart, counterparts at one height, labels beside one another.

Up to :data:`RING` nodes stand on a superellipse, state by state, the two states with the most contacts
between them on its left and right. A line between two points of a convex curve passes through no
third point, so every contact stays visible and can be picked. Above that each state is a disc of its
own, filled like a sunflower, and the discs are spread by rustworkx's spring layout.

Positions are whole pixels, y downwards. They depend on nothing but their input: no clock, no hash
order, a fixed seed.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import rustworkx as rx

from backchannel.exports.curves import BULGE, fan
from backchannel.exports.placing import ROW, Arrangement, Item, Link, Spot, seniority

__all__ = ["RING", "arrange", "capitals_of", "discs"]

RING = 120
COLUMN = 170.0  # pixels a label takes in width
SQUARE = 3.0  # the exponent of the superellipse: 2 is an ellipse, more is squarer
ASPECT = 1.3  # at least so much wider than high
GAP = 0.5  # rows before and after a state
LANE = 13.0  # pixels between two parallel lines where they are furthest apart

Array = npt.NDArray[np.float64]
Point = tuple[float, float]


def arrange(
    items: Iterable[Item], links: Iterable[Link], capitals: tuple[str | None, str | None] | None = None
) -> Arrangement:
    """Place nodes so that states stand apart and lines between them can be told apart.

    ``links`` holds one pair of keys a contact; parallel ones count. Pairs that name a node which is
    not among the items are passed over. ``capitals`` are the groups on the left and on the right;
    left out, :func:`capitals_of` the links.

    >>> who = [Item("a", "us", "minister"), Item("b", "ru", "minister"), Item("c", "ru", "leader")]
    >>> spots = arrange(who, [("a", "b"), ("a", "b")]).nodes
    >>> spots["a"].x < 0 < spots["b"].x, spots["c"].y < spots["b"].y
    (True, True)
    """
    nodes = sorted(items, key=lambda item: item.key)
    known = {item.key: item.group for item in nodes}
    ties = [(a, b) for a, b in links if a in known and b in known]
    if len(nodes) > RING:
        return discs(nodes, ties)
    left, right = capitals or capitals_of([(known[a], known[b]) for a, b in ties])
    return ring(nodes, ties, left, right)


def capitals_of(links: Iterable[Link]) -> tuple[str | None, str | None]:
    """The two groups with the most contacts between them, the one that seeks more of them first.

    They stand on the left and on the right, since a line is read from left to right.

    >>> capitals_of([("ru", "us"), ("us", "ru"), ("us", "ru"), ("uk", "ru")])
    ('us', 'ru')
    """
    across = Counter((a, b) for a, b in links if a != b)
    mutual = Counter({(a, b): across[a, b] + across[b, a] for a, b in map(sorted, across)})
    if not mutual:
        return None, None
    one, other = min(mutual, key=lambda pair: (-mutual[pair], pair))
    return (one, other) if across[one, other] >= across[other, one] else (other, one)


# --- the curve --------------------------------------------------------------------------------


def ring(nodes: Sequence[Item], links: Sequence[Link], left: str | None, right: str | None) -> Arrangement:
    """Groups along a convex curve, ordered by rank; as large as labels and parallel lines need."""
    if not nodes:
        return Arrangement({}, ())
    arcs = [along(arc) for arc in four_arcs(nodes, links, left, right)]
    beside = max(sum(arcs[0].values()), sum(arcs[2].values()))
    across = max(sum(arcs[1].values()), sum(arcs[3].values()))
    spots = on_curve(middles(arcs, [beside, across, beside, across]), beside, across)
    group = group_of(nodes)
    parallel = Counter((min(a, b), max(a, b)) for a, b in links if group[a] != group[b])
    factor = stretch(spots, parallel)
    wide = {name: scaled(spot, factor, factor) for name, spot in spots.items()}
    higher = lift(wide, parallel)
    return split({name: scaled(spot, 1.0, higher) for name, spot in wide.items()}, nodes)


def along(arc: Sequence[str]) -> dict[str, float]:
    """The names of an arc and how many rows each takes; ``|group`` is only air."""
    return {name: GAP if name.startswith("|") else 1.0 for name in arc}


def middles(arcs: Sequence[Mapping[str, float]], rooms: Sequence[float]) -> dict[str, float]:
    """The middle of each name, in rows from the middle of the right side, each arc centred in its room."""
    found: dict[str, float] = {}
    start = -rooms[0] / 2
    for arc, room in zip(arcs, rooms, strict=True):
        at = start + (room - sum(arc.values())) / 2
        for name, rows in arc.items():
            found[name] = at + rows / 2
            at += rows
        start += room
    return {name: at for name, at in found.items() if not name.startswith("|")}


def four_arcs(
    nodes: Sequence[Item], links: Sequence[Link], left: str | None, right: str | None
) -> list[list[str]]:
    """The names along the curve: right, top, left, bottom, each in the order of the turn.

    Screen angles run counterclockwise from the right, so the right arc is read from below, the
    top one from the right, the left one from above. ``|<group`` and ``|>group`` are the air around a
    group, ``#group`` is its heading.
    """
    others = between(nodes, links, left, right)
    order = ranked(nodes, links, left, right)
    group = group_of(nodes)
    groups: dict[str | None, list[str]] = defaultdict(list)
    for key in order:
        groups[group[key]].append(key)
    top, bottom = halves(others, groups)
    return [
        list(reversed(block(right, groups))),
        [name for group in reversed(top) for name in reversed(block(group, groups))],
        block(left, groups),
        [name for group in bottom for name in block(group, groups)],
    ]


def group_of(nodes: Sequence[Item]) -> dict[str, str]:
    return {item.key: item.group for item in nodes}


def block(group: str | None, groups: Mapping[str | None, Sequence[str]]) -> list[str]:
    """A group between the air around it; from two nodes on, its heading comes first."""
    if group not in groups:
        return []
    heading = [f"#{group}"] if len(groups[group]) > 1 else []
    return [f"|<{group}", *heading, *groups[group], f"|>{group}"]


def between(nodes: Sequence[Item], links: Sequence[Link], left: str | None, right: str | None) -> list[str]:
    """The other groups from left to right, by which side they have more contacts with."""
    group = group_of(nodes)
    pull: Counter[str] = Counter()
    for a, b in links:
        for one, other in ((group[a], group[b]), (group[b], group[a])):
            pull[one] += (other == right) - (other == left)
    return sorted(set(group.values()) - {left, right}, key=lambda name: (pull[name], name))


def halves(others: Sequence[str], groups: Mapping[str | None, Sequence[str]]) -> tuple[list[str], list[str]]:
    """Share the remaining groups between top and bottom, in order, the smaller half first served."""
    top: list[str] = []
    bottom: list[str] = []
    for group in others:
        sizes = [sum(len(block(name, groups)) for name in half) for half in (top, bottom)]
        (top if sizes[0] <= sizes[1] else bottom).append(group)
    return top, bottom


def ranked(nodes: Sequence[Item], links: Sequence[Link], left: str | None, right: str | None) -> list[str]:
    """The nodes by seniority; within a rank, opposite those they are in contact with."""
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in links:
        near[a].append(b)
        near[b].append(a)
    order = sorted(nodes, key=lambda item: (seniority(item.rank), -len(near[item.key]), item.key))
    for side in (right, left, right):
        height = heights(order)
        order.sort(
            key=lambda item: (
                seniority(item.rank),
                opposite(item, near, height) if item.group == side else height[item.key],
                item.key,
            )
        )
    return [item.key for item in order]


def heights(order: Sequence[Item]) -> dict[str, float]:
    """How far down each node stands in its own group, from 0 to 1."""
    groups: dict[str, list[str]] = defaultdict(list)
    for item in order:
        groups[item.group].append(item.key)
    return {key: at / len(keys) for keys in groups.values() for at, key in enumerate(keys)}


def opposite(item: Item, near: Mapping[str, Sequence[str]], height: Mapping[str, float]) -> float:
    """The mean height of a node's contacts (the barycentre heuristic of Sugiyama et al., 1981)."""
    partners = near.get(item.key, ())
    return sum(height[key] for key in partners) / len(partners) if partners else height[item.key]


def on_curve(rows: Mapping[str, float], beside: float, across: float) -> dict[str, Spot]:
    """Rows along the curve turned into points, so that two neighbours are apart in x or in y.

    The curve is |x / a|^n + |y / b|^n = 1, its height made for the rows ``beside``, its width for
    those ``across``. On a curve with the tangent (x', y') a step of one row must move by COLUMN
    sideways or by ROW up or down; the integral of max(|x'| / COLUMN, |y'| / ROW) counts the rows
    that have room, and the curve is scaled until they are enough.
    """
    high = ROW * max(beside, 3.0) / 2
    wide = max(COLUMN * across / 2, ASPECT * high)
    angle = np.linspace(0.0, 2 * math.pi, 7201)
    x, y = curve(angle, wide, high)
    room = np.maximum(np.abs(np.diff(x)) / COLUMN, np.abs(np.diff(y)) / ROW)
    capacity = np.concatenate([[0.0], np.cumsum(room)])
    total = 2 * (beside + across)
    turns = np.interp([row % total for row in rows.values()], capacity * (total / capacity[-1]), angle)
    size = total / float(capacity[-1])
    xs, ys = curve(turns, wide * size, high * size)
    return {name: spot_at(float(x), float(y), wide / high) for name, x, y in zip(rows, xs, ys, strict=True)}


def curve(angle: Array, wide: float, high: float) -> tuple[Array, Array]:
    """Points of a superellipse (G. Lamé, 1818) by angle; y downwards, the turn counterclockwise."""
    power = 2 / SQUARE
    x, y = np.cos(angle), -np.sin(angle)
    return wide * np.sign(x) * np.abs(x) ** power, high * np.sign(y) * np.abs(y) ** power


def spot_at(x: float, y: float, aspect: float) -> Spot:
    flat = abs(y) * aspect > abs(x) * 1.25
    side = ("above" if y < 0 else "below") if flat else ("right" if x > 0 else "left")
    return Spot(round(x), round(y), side)


def stretch(spots: Mapping[str, Spot], parallel: Mapping[Link, int]) -> float:
    """By how much to enlarge everything so that the parallel lines between groups have their lanes."""
    factor = max(1.0, 220.0 / max(220.0 / 6, *(abs(spot.x) for spot in spots.values())))
    for (a, b), count in parallel.items():
        length = math.dist((spots[a].x, spots[a].y), (spots[b].x, spots[b].y))
        factor = max(factor, (count - 1) * LANE / (BULGE * max(length, 1.0)))
    return min(factor, 6.0)


def lift(spots: Mapping[str, Spot], parallel: Mapping[Link, int]) -> float:
    """By how much to enlarge the height so that fans from side to side stay clear of top and bottom."""
    edge = min((abs(spot.y) for spot in spots.values() if spot.side in ("above", "below")), default=0)
    reach = 0.0
    for (a, b), count in parallel.items():
        if {spots[a].side, spots[b].side} == {"left", "right"}:
            reach = max(reach, max(fan(count)) / 2 * abs(spots[a].x - spots[b].x) + 1.5 * ROW)
    return max(1.0, reach / edge) if edge else 1.0


def scaled(spot: Spot, wide: float, high: float) -> Spot:
    return Spot(round(spot.x * wide), round(spot.y * high), spot.side)


def split(spots: Mapping[str, Spot], nodes: Sequence[Item]) -> Arrangement:
    return Arrangement(
        {item.key: spots[item.key] for item in nodes},
        [(name[1:], spot) for name, spot in sorted(spots.items()) if name.startswith("#")],
    )


# --- discs ------------------------------------------------------------------------------------


def discs(nodes: Sequence[Item], links: Sequence[Link]) -> Arrangement:
    """Each group a disc; the discs where a spring layout puts them, none over another."""
    degree = Counter(key for link in links for key in link)
    groups: dict[str, list[str]] = defaultdict(list)
    for item in sorted(nodes, key=lambda item: (-degree[item.key], item.key)):
        groups[item.group].append(item.key)
    radius = {group: 0.62 * COLUMN * math.sqrt(len(keys)) + COLUMN / 2 for group, keys in groups.items()}
    centre = apart(springs(groups, nodes, links), radius)
    spots = {
        key: Spot(round(centre[group][0] + dx), round(centre[group][1] + dy), "below")
        for group, keys in groups.items()
        for key, (dx, dy) in zip(keys, sunflower(len(keys)), strict=True)
    }
    headings = [
        (group, Spot(round(centre[group][0]), round(centre[group][1] - radius[group]), "above"))
        for group in sorted(groups)
    ]
    return Arrangement({item.key: spots[item.key] for item in nodes}, headings)


def sunflower(count: int) -> list[Point]:
    """Points of even density on a disc (H. Vogel, A better way to construct the sunflower head, 1979)."""
    golden = math.pi * (3 - math.sqrt(5))
    reach = [0.62 * COLUMN * math.sqrt(i + 0.5) for i in range(count)]
    return [(r * math.cos(i * golden), 0.5 * r * math.sin(i * golden)) for i, r in enumerate(reach)]


def springs(groups: Iterable[str], nodes: Sequence[Item], links: Sequence[Link]) -> dict[str, Point]:
    """A spring layout of the groups, contacts between them as springs, seeded and rounded."""
    names = sorted(groups)
    group = group_of(nodes)
    weight = Counter(tuple(sorted((group[a], group[b]))) for a, b in links if group[a] != group[b])
    graph: rx.PyGraph[str, float] = rx.PyGraph()
    index = dict(zip(names, graph.add_nodes_from(names), strict=True))
    graph.add_edges_from([(index[a], index[b], math.log1p(n)) for (a, b), n in sorted(weight.items())])
    start = {
        index[name]: (math.cos(2 * math.pi * at / len(names)), math.sin(2 * math.pi * at / len(names)))
        for at, name in enumerate(names)
    }
    found = rx.spring_layout(graph, pos=start, weight_fn=float, seed=1, num_iter=100)
    return {name: (round(found[at][0], 4), round(found[at][1], 4)) for name, at in index.items()}


def apart(centre: Mapping[str, Point], radius: Mapping[str, float]) -> dict[str, Point]:
    """The same picture, enlarged until no two discs touch."""
    names = sorted(centre)
    factor = 1.0
    for at, a in enumerate(names):
        for b in names[at + 1 :]:
            length = max(math.dist(centre[a], centre[b]), 0.05)
            factor = max(factor, (radius[a] + radius[b]) / length)
    return {name: (x * factor, y * factor) for name, (x, y) in centre.items()}
