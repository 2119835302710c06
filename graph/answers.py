"""The answer to a query: columns and rows, a yes or no, or triples."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backchannel.ontology.prefixes import compact

if TYPE_CHECKING:
    import rdflib

Value = str | int | float | bool | None

__all__ = ["LIST", "Result", "Term", "Value"]

# What stands between the members of a cell that holds several.
LIST = " | "

XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = {f"{XSD}{name}" for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger")}
_REAL = {f"{XSD}{name}" for name in ("decimal", "double", "float")}
# So many rows are drawn in a notebook; the number of all of them stands below.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term: ``kind`` is iri, literal, blank or triple; a literal has its ``datatype`` (an
    IRI) and, if it is a text in a language, its ``language``."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None

    def plain(self) -> Value:
        """The term as a Python value: numbers and booleans as such, all else as text.

        Times and dates stay text: they sort as text, and years 0001 and 9999 mean 'unknown'.

        >>> Term("literal", "42", XSD + "integer").plain(), Term("iri", "https://example.org/").plain()
        (42, 'https://example.org/')
        """
        if self.datatype in _WHOLE:
            return int(self.value)
        if self.datatype in _REAL:
            return float(self.value)
        if self.datatype == f"{XSD}boolean":
            return self.value in ("true", "1")
        return self.value

    def short(self) -> Value:
        """As :meth:`plain`, but an IRI shortened by its prefix.

        >>> Term("iri", "https://w3id.org/backchannel/id/person/mark-milley").short()
        'person:mark-milley'
        """
        return compact(self.value) if self.kind == "iri" else self.plain()


@dataclass(frozen=True, slots=True)
class Result:
    """What a query answered.

    ``kind`` is 'select' (``columns`` and ``terms``, one tuple a row, None where unbound), 'ask'
    (``boolean``), or 'construct' (DESCRIBE too: three columns, one triple a row).

    >>> answer = Result("select", ("who", "n"), ((Term("literal", "Lloyd Austin"), None),))
    >>> answer.rows
    [('Lloyd Austin', None)]
    >>> answer.records()
    [{'who': 'Lloyd Austin', 'n': None}]
    >>> bool(Result("ask", boolean=False)), len(answer)
    (False, 1)
    """

    kind: str
    columns: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None

    @property
    def rows(self) -> list[tuple[Value, ...]]:
        """The rows as Python values."""
        return [tuple(term.plain() if term else None for term in row) for row in self.terms]

    @property
    def short_rows(self) -> list[tuple[Value, ...]]:
        """The rows as Python values, IRIs shortened by their prefixes, for people to read."""
        return [tuple(term.short() if term else None for term in row) for row in self.terms]

    def records(self) -> list[dict[str, Value]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.records())

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        """Of ASK the answer; otherwise whether there is any row."""
        return bool(self.terms) if self.boolean is None else self.boolean

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame.

        Raises ImportError where pandas isn't installed (`pip install backchannel[tables]`).
        """
        import pandas  # only if asked for: it is optional and slow to load

        return pandas.DataFrame(self.rows, columns=list(self.columns))

    def to_rdf(self) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph. Raises ValueError for rows."""
        from backchannel.graph.answer_rdf import graph

        return graph(self)

    def _repr_html_(self) -> str:
        if self.boolean is not None:
            return f"<p>{str(self.boolean).lower()}</p>"
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{_cells(row)}</tr>" for row in self.short_rows[:_SHOWN])
        rest = f"<p>{len(self)} rows, {_SHOWN} shown</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _cells(row: tuple[Value, ...]) -> str:
    return "".join(f'<td dir="auto">{html.escape("" if cell is None else str(cell))}</td>' for cell in row)
