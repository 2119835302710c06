"""The answer to a query in the formats of W3C's SPARQL 1.1 recommendations, and as a table.

Sources: SPARQL 1.1 Query Results JSON Format; SPARQL 1.1 Query Results CSV and TSV Formats (here
with plain line feeds); RDF 1.1 Turtle.
"""

from __future__ import annotations

import json
from typing import Any

from backchannel.exports.tables import as_csv, as_table
from backchannel.graph.answers import Result, Term

__all__ = ["FORMATS", "write"]

FORMATS = ("table", "csv", "tsv", "json", "turtle")
STRING = "http://www.w3.org/2001/XMLSchema#string"
LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def write(result: Result, form: str) -> str:
    """An answer as text in one of FORMATS.

    Triples (of CONSTRUCT or DESCRIBE) become Turtle where a table is asked for, as a table of them
    is no graph. Raises ValueError where Turtle is asked of an answer that isn't triples.

    >>> one = Result("select", ("who",), ((Term("literal", "Lloyd Austin", STRING),), (None,)))
    >>> print(write(one, "tsv"), end="")
    ?who
    "Lloyd Austin"
    <BLANKLINE>
    >>> print(write(Result("ask", boolean=True), "json"), end="")
    {"head": {}, "boolean": true}
    """
    if form == "turtle" or (form == "table" and result.kind == "construct"):
        return str(result.to_rdf().serialize(format="turtle"))
    if result.boolean is not None:
        return _boolean(result.boolean, form)
    writers = {"csv": _csv, "tsv": _tsv, "json": _json, "table": _table}
    return writers[form](result)


def _boolean(answer: bool, form: str) -> str:
    if form == "json":
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    return f"{str(answer).lower()}\n"


def _table(result: Result) -> str:
    return as_table(result.columns, result.short_rows)


def _csv(result: Result) -> str:
    """Values without their types; times and numbers as the graph writes them."""
    return as_csv(result.columns, [[term.value if term else None for term in row] for row in result.terms])


def _tsv(result: Result) -> str:
    lines = ["\t".join(f"?{name}" for name in result.columns)]
    lines += ["\t".join(_turtle(term) if term else "" for term in row) for row in result.terms]
    return "\n".join(lines) + "\n"


def _turtle(term: Term) -> str:
    """A term as Turtle writes it, on one line.

    >>> _turtle(Term("literal", 'a "b"', None, "en"))
    '"a \\\\"b\\\\""@en'
    """
    if term.kind == "iri":
        return f"<{term.value}>"
    if term.kind != "literal":
        return f"_:{term.value}" if term.kind == "blank" else term.value
    text = f'"{_escaped(term.value)}"'
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype in (None, STRING) else f"{text}^^<{term.datatype}>"


def _escaped(text: str) -> str:
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, escape)
    return text


def _json(result: Result) -> str:
    bindings = [
        {name: _binding(term) for name, term in zip(result.columns, row, strict=True) if term}
        for row in result.terms
    ]
    answer = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, Any]:
    found = {"type": {"iri": "uri", "blank": "bnode"}.get(term.kind, term.kind), "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype not in (None, STRING):
        found["datatype"] = str(term.datatype)
    return found
