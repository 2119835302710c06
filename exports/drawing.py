"""The drawing of a level: nodes with their places, one line for every contact of every pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backchannel.exports.curves import bends
from backchannel.exports.groupings import groupings
from backchannel.exports.layout import arrange, capitals_of
from backchannel.exports.placing import Arrangement, Item
from backchannel.exports.versions import Line, Version
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.offices import main_offices

__all__ = ["Drawing", "drawing"]

Row = dict[str, Any]
Lane = tuple[str, str, Key, bool]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges in vis-network's terms, where each state's heading stands, and the other groupings."""

    nodes: Sequence[Row]
    edges: Sequence[Row]
    headings: Sequence[Row]
    groupings: Mapping[str, Row]


def drawing(knowledge: Knowledge, level: str, lives: Sequence[Version]) -> Drawing:
    """Draw the contacts of a level: ``lives`` are :func:`~backchannel.exports.versions.versions`.

    Nodes carry ``id`` (the level, a space, the key), ``key``, ``label``, ``x``, ``y``, ``side``.
    Edges carry ``id``, ``from`` and ``to`` in sorted order, so that the lanes of a pair are the same
    seen from both ends; ``bend`` is how far the line leaves the straight one; ``way`` is 1 along it,
    -1 against it, 0 where nobody says who began; ``contact`` and ``version`` are places in the
    page's list of contacts.
    """
    lanes = all_lanes(level, lives)
    items = placed(knowledge, {key for one, other, _, _ in lanes for key in (one, other)})
    spots = arrange(items, [(b, a) if back else (a, b) for a, b, _, back in lanes], capitals(lives))
    groups = {item.key: item.group for item in items}
    points = {key: (float(spot.x), float(spot.y)) for key, spot in spots.nodes.items()}
    links = [(a, b) for a, b, _, _ in lanes]
    bent = dict(zip(lanes, bends(links, points, groups), strict=True))
    ways = groupings(knowledge, items, links, capitals(lives))
    return Drawing(
        nodes=[node(knowledge, level, item.key, spots) for item in items],
        edges=edges(level, lives, bent),
        headings=[
            {"level": level, "state": group, "x": spot.x, "y": spot.y, "side": spot.side}
            for group, spot in spots.headings
        ],
        groupings={name: by_edge(level, lives, lanes, way) for name, way in ways.items()},
    )


def by_edge(level: str, lives: Sequence[Version], lanes: Sequence[Lane], way: Row) -> Row:
    """A grouping with one curve for each edge of the drawing instead of one for each lane."""
    bent = dict(zip(lanes, way["bends"], strict=True))
    lines = (bent[lane(version, line)] for version in lives for line in version.lines[level])
    return {**way, "bends": list(lines)}


def capitals(lives: Iterable[Version]) -> tuple[str | None, str | None] | None:
    """The states to the left and to the right at every level; None where no two states have contact."""
    lines = {(version.contact, line) for version in lives for line in version.lines["state"]}
    seen = [(line.source, line.target) for _, line in sorted(lines)]
    back = [(line.target, line.source) for _, line in sorted(lines) if not line.directed]
    return capitals_of(seen + back) if seen else None


def all_lanes(level: str, lives: Iterable[Version]) -> list[Lane]:
    """Every line that is drawn at some time, the lines of a pair in the order of time."""
    first: dict[Lane, tuple[str, Key]] = {}
    for version in lives:
        for line in version.lines[level]:
            first.setdefault(lane(version, line), (version.consensus.bounds.earliest, version.contact))
    return sorted(first, key=lambda one: (*first[one], one))


def lane(version: Version, line: Line) -> Lane:
    """A line's ends in order, its contact, and whether it runs against that order."""
    one, other = sorted((line.source, line.target))
    return one, other, version.contact, line.source > line.target


def placed(knowledge: Knowledge, keys: Iterable[Key]) -> list[Item]:
    """The nodes with the state they belong to ('' where to none) and their seniority."""
    seats = main_offices(knowledge)
    found = []
    for key in sorted(keys):
        own = knowledge.entities[key]
        seat = knowledge.entities.get(seats.get(key, ""), own)
        state = key if own.kind == "state" else seat.state or ""
        found.append(Item(key, state, seat.rank, state))
    return found


def node(knowledge: Knowledge, level: str, key: Key, spots: Arrangement) -> Row:
    spot = spots.nodes[key]
    return {
        "id": f"{level} {key}",
        "label": knowledge.label(key),
        "level": level,
        "key": key,
        "x": spot.x,
        "y": spot.y,
        "side": spot.side,
    }


def edges(level: str, lives: Sequence[Version], bent: Mapping[Lane, float]) -> list[Row]:
    found = []
    contacts = {key: at for at, key in enumerate(sorted({version.contact for version in lives}))}
    for version, number in numbered(lives):
        for at, line in enumerate(version.lines[level]):
            name = f"{level} {version.contact} {number} {at}"
            place = {"contact": contacts[version.contact], "version": number}
            found.append({"id": name, **place, **edge(level, line, bent[lane(version, line)])})
    return found


def numbered(lives: Sequence[Version]) -> Iterable[tuple[Version, int]]:
    """Each version with its place among those of its contact."""
    seen: dict[Key, int] = {}
    for version in lives:
        seen[version.contact] = seen.get(version.contact, -1) + 1
        yield version, seen[version.contact]


def edge(level: str, line: Line, bend: float) -> Row:
    one, other = sorted((line.source, line.target))
    return {
        "from": f"{level} {one}",
        "to": f"{level} {other}",
        "level": level,
        "way": 0 if not line.directed else -1 if line.source > line.target else 1,
        "bend": bend,
    }
