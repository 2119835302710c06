"""A network as GraphML, piece by piece: for yEd, Gephi, igraph, networkx.

Brandes, Eiglsperger, Herman, Himsolt and Marshall, GraphML Progress Report, GD 2001, and the GraphML Primer.
Attributes have the names they have in the GraphML that the page exports. Every edge is written as leading
from its source to its target, which is all that networkx reads in one graph; ``directed`` says whether a
claim tells so. Parallel contacts are edges with ids of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backchannel.exports.network_rows import Listing
from backchannel.exports.report_model import Column, Row, Table, Value
from backchannel.exports.xml_text import HEAD, element, xml_name, xml_text

__all__ = ["graphml"]

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"count": "int", "flag": "boolean", "share": "double", "percent": "double"}

# The attributes of the XML elements themselves; all other columns are data.
STRUCTURE = ("id", "source", "target")


def graphml(one: Listing) -> Iterator[str]:
    """The document, in pieces; what a cell doesn't know has no data element.

    >>> from backchannel.exports.network_rows import listing
    >>> from backchannel.graph.model import Knowledge
    >>> text = "".join(graphml(listing(Knowledge("Freedonia & Sylvania", "en"), "b0")))
    >>> print(text.splitlines()[-4])
    <data key="graph-title">Freedonia &amp; Sylvania</data>
    """
    yield f'{HEAD}<graphml xmlns="{NAMESPACE}">\n'
    yield _declared("graph", (Column("title", "Title"), Column("scope", "Scope")))
    yield _declared("node", one.nodes.columns)
    yield _declared("edge", one.edges.columns)
    yield '<graph id="contacts" edgedefault="directed">\n'
    yield element("data", {"key": "graph-title"}, xml_text(one.title))
    yield element("data", {"key": "graph-scope"}, xml_text("; ".join(map(": ".join, one.facts.items()))))
    yield from _nodes(one.nodes)
    yield from _edges(one.edges)
    yield "</graph>\n</graphml>\n"


def _declared(kind: str, columns: Sequence[Column]) -> str:
    named = (
        {
            "id": f"{kind}-{column.name}",
            "for": kind,
            "attr.name": column.name,
            "attr.type": TYPES.get(column.kind, "string"),
        }
        for column in columns
        if column.name not in STRUCTURE
    )
    return "".join(element("key", attributes) for attributes in named)


def _nodes(table: Table) -> Iterator[str]:
    data = _data_writer("node", table.columns)
    for row in table.rows:
        yield f'<node id="{xml_name(str(row[0]))}">{data(row)}</node>\n'


def _edges(table: Table) -> Iterator[str]:
    data = _data_writer("edge", table.columns)
    for row in table.rows:
        name, source, target = (xml_name(str(cell)) for cell in row[:3])
        yield f'<edge id="{name}" source="{source}" target="{target}">{data(row)}</edge>\n'


def _data_writer(kind: str, columns: Sequence[Column]) -> Callable[[Row], str]:
    heads = ["" if column.name in STRUCTURE else f'<data key="{kind}-{column.name}">' for column in columns]

    def data(row: Row) -> str:
        told = ((head, xml_cell(value)) for head, value in zip(heads, row, strict=True) if head)
        return "".join(f"{head}{text}</data>" for head, text in told if text)

    return data


def xml_cell(value: Value) -> str:
    """A cell as escaped text: lists by blanks, nothing for what isn't known.

    >>> xml_cell(True), xml_cell(("claim/a", "claim/b")), xml_cell(None), xml_cell("a&b")
    ('true', 'claim/a claim/b', '', 'a&amp;b')
    """
    if isinstance(value, str):
        return xml_text(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return xml_text(" ".join(value)) if isinstance(value, tuple) else repr(value)
