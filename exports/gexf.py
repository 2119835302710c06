"""A network over time as GEXF 1.3, piece by piece: for Gephi.

GEXF 1.3 Primer and its RELAX NG schema (gexf.net). What is written is what Gephi 0.10 reads, and why:

* parallel edges stand apart only if each has another ``kind``; so the second held contact of two is 'held 2';
* an edge that a claim directs is ``directed``, any other ``undirected``: with a default for the whole graph
  Gephi drops those of the other sort, so there is none;
* intervals are inclusive, whole days; a side that is open or unknown is left out, which means infinity
  (1.3 no longer has ``startopen`` and ``endopen``). What nothing bounds bears no spell at all;
* the spells of an element must not overlap. An edge has the days on which its contact may have been;
  ``sureness`` changes with time and says whether on those days it was for sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from backchannel.exports.graphml import xml_cell
from backchannel.exports.network_rows import Listing
from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.xml_text import HEAD, element, xml_text

__all__ = ["gexf"]

NAMESPACE = "http://gexf.net/1.3"
TYPES = {"count": "integer", "flag": "boolean", "share": "double", "percent": "double"}
GRAPH = '<graph mode="dynamic" timeformat="date" timerepresentation="interval" idtype="string">\n'
STRUCTURE = ("id", "key", "label", "source", "target", "parallel")
SURENESS = Column("sureness", "Sureness")


def gexf(one: Listing) -> Iterator[str]:
    """The document, in pieces.

    >>> from backchannel.exports.network_rows import listing
    >>> from backchannel.graph.model import Knowledge
    >>> text = "".join(gexf(listing(Knowledge("Freedonia", "en"), "b0")))
    >>> print(text.splitlines()[3])
    <description>Freedonia. build: b0; level: person</description>
    """
    yield f'{HEAD}<gexf xmlns="{NAMESPACE}" version="1.3">\n'
    yield f"<meta><creator>backchannel</creator>\n{_description(one)}</meta>\n{GRAPH}"
    yield _declared("node", one.nodes.columns)
    # The static ones last: some readers know only the attributes that were declared last.
    yield _declared("edge", [SURENESS], "dynamic")
    yield _declared("edge", one.edges.columns)
    yield f'<nodes count="{len(one.nodes.rows)}">\n'
    yield from _nodes(one.nodes)
    yield f'</nodes>\n<edges count="{len(one.edges.rows)}">\n'
    yield from _edges(one.edges)
    yield "</edges>\n</graph>\n</gexf>\n"


def _description(one: Listing) -> str:
    facts = "; ".join(map(": ".join, one.facts.items()))
    return element("description", {}, xml_text(f"{one.title}. {facts}"))


def _declared(kind: str, columns: Iterable[Column], mode: str = "static") -> str:
    """Attributes by the names that GraphML has too."""
    each = (
        {"id": column.name, "title": column.name, "type": TYPES.get(column.kind, "string")}
        for column in columns
        if column.name not in STRUCTURE
    )
    inside = "".join(element("attribute", attributes) for attributes in each)
    return element("attributes", {"class": kind, "mode": mode}, f"\n{inside}")


def _nodes(table: Table) -> Iterator[str]:
    values = _values_writer(table.columns)
    key, label, present = (_place(table, name) for name in ("key", "label", "present"))
    for row in table.rows:
        stretches = row[present]
        spells = _spells(stretches if isinstance(stretches, tuple) else ())
        head = f'<node id="{xml_cell(row[key])}" label="{xml_cell(row[label])}">'
        yield f"{head}<attvalues>{values(row)}</attvalues>{spells}</node>\n"


def _edges(table: Table) -> Iterator[str]:
    values = _values_writer(table.columns)
    names = ("id", "source", "target", "parallel")
    places = [(name.replace("parallel", "kind"), _place(table, name)) for name in names]
    directed, first, last, sure = (
        _place(table, name) for name in ("directed", "first_day", "last_day", "sure_day")
    )
    for row in table.rows:
        ends = " ".join(f'{name}="{xml_cell(row[place])}"' for name, place in places)
        way = "directed" if row[directed] else "undirected"
        stretch = f"{row[first] or ''}/{row[last] or ''}"
        sureness = _sureness("certain" if row[sure] else "possible", stretch)
        inside = f"<attvalues>{values(row)}{sureness}</attvalues>{_spells([stretch])}"
        yield f'<edge {ends} type="{way}">{inside}</edge>\n'


def _place(table: Table, name: str) -> int:
    return [column.name for column in table.columns].index(name)


def _values_writer(columns: Sequence[Column]) -> Callable[[Row], str]:
    heads = [
        "" if column.name in STRUCTURE else f'<attvalue for="{column.name}" value="' for column in columns
    ]

    def values(row: Row) -> str:
        told = ((head, xml_cell(value)) for head, value in zip(heads, row, strict=True) if head)
        return "".join(f'{head}{text}"/>' for head, text in told if text)

    return values


def _spells(stretches: Iterable[str]) -> str:
    bounds = "".join(f"<spell{_within(one)}/>" for one in stretches if one != "/")
    return f"<spells>{bounds}</spells>" if bounds else ""


def _sureness(value: str, stretch: str) -> str:
    return f'<attvalue for="{SURENESS.name}" value="{value}"{_within(stretch)}/>'


def _within(stretch: str) -> str:
    """The attributes of a stretch; a side without a day has none.

    >>> _within("2022-05-01/2022-05-31"), _within("2022-05-01/")
    (' start="2022-05-01" end="2022-05-31"', ' start="2022-05-01"')
    """
    days = zip(("start", "end"), stretch.split("/"), strict=True)
    return "".join(f' {name}="{day}"' for name, day in days if day)
