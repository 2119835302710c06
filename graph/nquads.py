"""Canonical N-Quads: one line a quad, escaped in the one way that RDF Dataset Canonicalization allows.

Without blank nodes the canonical form of a dataset is its set of lines, sorted (RDFC-1.0,
https://www.w3.org/TR/rdf-canon/#canonical-quads). Lines are made as text because they are the
source of truth: a store rewrites literals, these bytes stay.
"""

from __future__ import annotations

import re

__all__ = ["boolean", "integer", "iri", "line", "literal", "text", "typed"]

XSD = "http://www.w3.org/2001/XMLSchema#"

_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_MUST_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f]')
_NOT_IN_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\]')
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")


def _escape_one(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def _escape(value: str) -> str:
    return _MUST_ESCAPE.sub(_escape_one, value)


def iri(value: str) -> str:
    """An IRI as a term; characters that IRIs may not hold are percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{_NOT_IN_IRI.sub(lambda m: f'%{ord(m.group()):02X}', value)}>"


def literal(value: str) -> str:
    """A plain string.

    >>> print(literal('say "no"'))
    "say \\"no\\""
    """
    return f'"{_escape(value)}"'


def text(value: str, language: str) -> str:
    """A language-tagged string; a tag that is none is left off rather than written wrong.

    >>> text("Moskau", "de")
    '"Moskau"@de'
    """
    if not _LANGUAGE.match(language):
        return literal(value)
    return f'"{_escape(value)}"@{language.lower()}'


def typed(value: str, datatype: str) -> str:
    """A literal of a datatype.

    >>> typed("2022-03~", "http://id.loc.gov/datatypes/edtf/EDTF")
    '"2022-03~"^^<http://id.loc.gov/datatypes/edtf/EDTF>'
    """
    return f'"{_escape(value)}"^^<{datatype}>'


def integer(value: int) -> str:
    """An xsd:integer.

    >>> integer(7)
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return typed(str(value), XSD + "integer")


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return typed("true" if value else "false", XSD + "boolean")


def line(subject: str, predicate: str, obj: str, graph: str = "") -> str:
    """One statement, its terms already written, ending in a line feed.

    >>> line("<a:s>", "<a:p>", "<a:o>", "<a:g>")
    '<a:s> <a:p> <a:o> <a:g> .\\n'
    """
    return f"{subject} {predicate} {obj} {graph} .\n" if graph else f"{subject} {predicate} {obj} .\n"
