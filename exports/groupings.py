"""The same nodes grouped otherwise: by organisation and by rank, with places and curves of their own.

The page shows states at first; what it needs to show the other two stands here, in the order of the
drawing's nodes and edges and as numbers only, since it is there for every node and line twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from backchannel.exports.curves import bends
from backchannel.exports.facing import facing, sides_of
from backchannel.exports.layout import RING, discs
from backchannel.exports.placing import RANKS, Arrangement, Item, Link
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.offices import main_offices

__all__ = ["SIDES", "groupings"]

# How the side of a label is written: by its place here.
SIDES = ("left", "right", "above", "below")

Row = dict[str, Any]
Capitals = tuple[str | None, str | None]


def groupings(
    knowledge: Knowledge, items: Sequence[Item], links: Sequence[Link], capitals: Capitals | None
) -> dict[str, Row]:
    """Each grouping that tells nodes apart: ``organisation``, ``rank``.

    ``items`` are the nodes in the order of the drawing, in the groups of their states; ``links`` one
    pair of keys a lane, from the smaller to the greater, in the order of time. Each row has ``nodes``
    (x, y and the number of the label's side, one after the other for all nodes), ``bends`` (one a lane)
    and ``heads`` (the group, x, y, side of each heading). A grouping with a single group is left out:
    it would say nothing.
    """
    ranks: dict[Key, Key | None] = {item.key: item.rank if item.rank in RANKS else None for item in items}
    ways = {
        "organisation": organisations(knowledge, items),
        "rank": ranks,
    }
    return {
        name: grouping(name, [replace(item, group=of[item.key] or "") for item in items], links, capitals)
        for name, of in ways.items()
        if len(set(of.values())) > 1
    }


def organisations(knowledge: Knowledge, items: Sequence[Item]) -> dict[Key, Key | None]:
    """The organisation of each node: its own, or that of the office it is known by."""
    seats = main_offices(knowledge)
    found: dict[Key, Key | None] = {}
    for item in items:
        own = knowledge.entities[item.key]
        seat = knowledge.entities.get(seats.get(item.key, ""), own)
        found[item.key] = item.key if own.kind == "organisation" else seat.organisation
    return found


def grouping(name: str, items: Sequence[Item], links: Sequence[Link], capitals: Capitals | None) -> Row:
    placed, together = arranged(name, items, links, capitals or (None, None))
    points = {key: (float(spot.x), float(spot.y)) for key, spot in placed.nodes.items()}
    spots = [placed.nodes[item.key] for item in items]
    return {
        "nodes": [value for spot in spots for value in (spot.x, spot.y, SIDES.index(spot.side))],
        "bends": bends(links, points, together),
        "heads": [[group, spot.x, spot.y, SIDES.index(spot.side)] for group, spot in placed.headings],
    }


def arranged(
    name: str, items: Sequence[Item], links: Sequence[Link], capitals: Capitals
) -> tuple[Arrangement, Mapping[str, str]]:
    """The places, and for each node the group within which its lines turn aside: its column, or its disc."""
    nodes = sorted(items, key=lambda item: item.key)
    if len(nodes) > RING:
        return discs(nodes, links), {item.key: item.group for item in nodes}
    return facing(nodes, links, capitals, level=name == "rank"), sides_of(nodes, links, capitals)
