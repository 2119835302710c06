"""A network as JSON, in the node-link form of networkx and D3, piece by piece.

``networkx.node_link_graph(json.load(file), edges="edges")`` reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from backchannel.exports.network_rows import Listing
from backchannel.exports.report_model import Table
from backchannel.exports.report_tables import json_cell

__all__ = ["node_link"]

# What networkx calls the name of a node and the key of a parallel edge.
RENAMED = {"nodes": {"key": "id"}, "edges": {"id": "key"}}


def node_link(one: Listing) -> Iterator[str]:
    """The document, in pieces: one node or edge a line; lists are lists, what isn't known is null.

    >>> from backchannel.exports.network_rows import listing
    >>> from backchannel.graph.model import Knowledge
    >>> found = json.loads("".join(node_link(listing(Knowledge("Freedonia", "en"), "b0"))))
    >>> found["graph"], found["nodes"]
    ({'title': 'Freedonia', 'build': 'b0', 'level': 'person'}, [])
    """
    graph = {"title": one.title, **one.facts}
    yield f'{{\n"directed": true,\n"multigraph": true,\n"graph": {_dumped(graph)},\n'
    yield from _rows(one.nodes)
    yield ",\n"
    yield from _rows(one.edges)
    yield "\n}\n"


def _rows(table: Table) -> Iterator[str]:
    names = _names(table)
    yield f'"{table.name}": ['
    for number, row in enumerate(table.rows):
        yield ",\n" if number else "\n"
        yield _dumped(dict(zip(names, map(json_cell, row), strict=True)))
    yield "\n]" if table.rows else "]"


def _names(table: Table) -> Sequence[str]:
    renamed = RENAMED[table.name]
    return [renamed.get(column.name, column.name) for column in table.columns]


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
