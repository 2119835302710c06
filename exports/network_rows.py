"""A network as two tables, nodes and edges: every format of a network is written from these rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from backchannel.exports.network_columns import EDGE_COLUMNS, NODE_COLUMNS
from backchannel.exports.report_model import Row, Table
from backchannel.exports.report_words import iso_day
from backchannel.graph.asof import as_known
from backchannel.graph.bounds import BEGINNING, END, days
from backchannel.graph.iris import iri_of
from backchannel.graph.model import Key, Knowledge, Stamp
from backchannel.graph.presence import Presence, Stretch, edge_bounds, presences
from backchannel.graph.projection import network, window_of

__all__ = ["Asked", "Listing", "listing"]

Edge = tuple[Key, Key, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which network: days are ``YYYY-MM-DD``, and mean what they mean in
    :func:`backchannel.graph.projection.network`; ``outcomes`` empty: contacts of every outcome."""

    level: str = "person"
    at: str | None = None
    known: str | None = None
    since: str | None = None
    until: str | None = None
    outcomes: Collection[str] = ()

    @property
    def facts(self) -> dict[str, str]:
        """What was asked for, in words for a file's head; what wasn't is left out."""
        asked = {
            "level": self.level,
            "known by the end of": self.known,
            "from": self.since,
            "to the end of": self.until or self.at,
            "outcomes": ", ".join(sorted(self.outcomes)),
        }
        return {name: text for name, text in asked.items() if text}


@dataclass(frozen=True, slots=True)
class Listing:
    """A network as rows: ``facts`` say of what it was made; ``nodes`` and ``edges`` are sorted."""

    title: str
    language: str
    facts: Mapping[str, str]
    nodes: Table
    edges: Table


def listing(knowledge: Knowledge, build: str, asked: Asked | None = None) -> Listing:
    """The network asked for, as rows; ``build`` is the hash of the build it comes from.

    Raises ValueError for another level or outcome and DateError for a day that is none.

    >>> found = listing(Knowledge("Freedonia", "en"), "b0")
    >>> found.facts, found.nodes.rows, found.edges.rows
    ({'build': 'b0', 'level': 'person'}, (), ())
    """
    asked = asked or Asked()
    knowledge = as_known(knowledge, asked.known)
    graph = network(
        knowledge, asked.level, asked.at, asked.known, asked.since, asked.until, asked.outcomes or None
    )
    until = window_of(asked.since, asked.until or asked.at)[1]
    there = presences(knowledge, graph, asked.known, until)
    language = knowledge.language
    nodes = tuple(_node(key, data, language, there[key]) for key, data in sorted(graph.nodes.items()))
    return Listing(
        knowledge.title,
        language,
        {"build": build, **asked.facts},
        Table("nodes", f"Nodes: {asked.level}s", NODE_COLUMNS, nodes),
        Table("edges", "Edges: contacts", EDGE_COLUMNS, tuple(_edges(graph))),
    )


def _node(key: Key, data: Mapping[str, Any], language: str, there: Presence) -> Row:
    return (
        key,
        data["names"].get(language) or data["label"],
        data["kind"],
        data["state"],
        data["state_label"],
        data["office_label"],
        data["rank"],
        data["described"],
        iri_of(key),
        tuple(map(_stretch, there.possible)),
        tuple(map(_stretch, there.certain)),
    )


def _stretch(stretch: Stretch) -> str:
    first, last = map(iso_day, stretch)
    return f"{first or ''}/{last or ''}"


def _edges(graph: nx.MultiDiGraph[Key]) -> Iterator[Row]:
    """The contacts of each two together, in the order of time."""
    seen: Counter[tuple[Key, Key, str]] = Counter()
    for source, target, data in sorted(graph.edges(data=True), key=_in_order):
        same = (min(source, target), max(source, target), data["outcome"])
        seen[same] += 1
        yield _edge(source, target, seen[same], data)


def _in_order(edge: Edge) -> tuple[object, ...]:
    source, target, data = edge
    pair = (min(source, target), max(source, target))
    return (*pair, *edge_bounds(data).order, data["contact"], source)


def _edge(source: Key, target: Key, number: int, data: dict[str, Any]) -> Row:
    first, last = map(iso_day, days(edge_bounds(data)))
    return (
        f"{data['contact']}/{source}/{target}",
        source,
        target,
        data["outcome"] if number == 1 else f"{data['outcome']} {number}",
        data["contact"],
        iri_of(data["contact"]),
        data["directed"],
        data["outcome"],
        data["outcomes"],
        data["status"],
        data["contested"],
        data["when"],
        data["inferred"],
        _told(data["earliest"], BEGINNING),
        _told(data["latest"], END),
        first,
        last,
        first if first == last else None,
        data["certain"],
        data["mode"],
        data["channels"],
        data["stances"],
        data["public"],
        data["times"],
        data["claims"],
    )


def _told(stamp: Stamp, sentinel: Stamp) -> Stamp | None:
    return None if stamp == sentinel else stamp
