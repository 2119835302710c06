"""Statements about one subject, gathered as lines of N-Quads: the small language quads are written in."""

from __future__ import annotations

from functools import cache

from rdflib import URIRef

from backchannel.graph import nquads
from backchannel.graph.iris import iri_of
from backchannel.graph.model import Key, Names, Stamp
from backchannel.ontology.prefixes import EDTF, PREFIXES
from backchannel.ontology.terms import BC

__all__ = ["Statements", "bc", "term"]

_XSD_TIME = PREFIXES["xsd"] + "dateTime"


@cache
def bc(name: str) -> str:
    """A term of our own vocabulary, written; a name that is none raises AttributeError.

    >>> bc("stance")
    '<https://w3id.org/backchannel/ns#stance>'
    """
    found: URIRef = BC[name]
    return nquads.iri(str(found))


@cache
def term(name: str) -> str:
    """A term of another vocabulary by its prefixed name, written.

    >>> term("foaf:Person")
    '<http://xmlns.com/foaf/0.1/Person>'
    """
    prefix, local = name.split(":", 1)
    return nquads.iri(PREFIXES[prefix] + local)


_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


class Statements:
    """The statements about one subject; what is None is left out, so that callers need no ifs."""

    def __init__(self, subject: Key, graph: str = "") -> None:
        self.subject = nquads.iri(iri_of(subject))
        self.graph = graph
        self.lines: list[str] = []

    def add(self, predicate: str, obj: str) -> None:
        self.lines.append(nquads.line(self.subject, predicate, obj, self.graph))

    def types(self, *classes: str) -> None:
        for one in classes:
            self.add(_TYPE, bc(one) if ":" not in one else term(one))

    def key(self, predicate: str, *keys: Key | None) -> None:
        """Links to entities by their keys."""
        for key in keys:
            if key is not None:
                self.add(predicate, nquads.iri(iri_of(key)))

    def concept(self, predicate: str, word: str | None, codes: dict[str, str]) -> None:
        """A concept of a code list, given as the word a case uses."""
        if word is not None:
            self.add(predicate, bc(codes[word]))

    def literal(self, predicate: str, *values: str | None) -> None:
        for value in values:
            if value is not None:
                self.add(predicate, nquads.literal(value))

    def text(self, predicate: str, value: str | None, language: str | None) -> None:
        if value is not None:
            self.add(predicate, nquads.text(value, language or "und"))

    def integer(self, predicate: str, value: int | None) -> None:
        if value is not None:
            self.add(predicate, nquads.integer(value))

    def boolean(self, predicate: str, value: bool | None) -> None:
        if value is not None:
            self.add(predicate, nquads.boolean(value))

    def time(self, predicate: str, stamp: Stamp | None) -> None:
        if stamp is not None:
            self.add(predicate, nquads.typed(stamp, _XSD_TIME))

    def edtf(self, predicate: str, value: str | None) -> None:
        if value is not None:
            self.add(predicate, nquads.typed(value, EDTF))

    def names(self, names: Names) -> None:
        for predicate, forms in (
            ("skos:prefLabel", names.preferred),
            ("skos:altLabel", names.also),
            ("skos:hiddenLabel", names.misprints),
        ):
            for value, language in forms:
                self.text(term(predicate), value, language)
