"""The triples of an answer as an rdflib graph."""

from __future__ import annotations

import rdflib

from backchannel.graph.answers import Result, Term
from backchannel.ontology.prefixes import PREFIXES

__all__ = ["graph"]


def graph(result: Result) -> rdflib.Graph:
    """The triples of a CONSTRUCT or DESCRIBE, with the project's prefixes.

    Raises ValueError where the answer is no triples.

    >>> iri = Term("iri", "https://example.org/a")
    >>> len(graph(Result("construct", ("subject", "predicate", "object"), ((iri, iri, iri),))))
    1
    """
    if result.kind != "construct":
        raise ValueError(
            f"expected the triples of a CONSTRUCT or DESCRIBE, found the answer to {result.kind}"
        )
    found = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    for subject, predicate, value in result.terms:
        found.add((_node(subject), _node(predicate), _node(value)))
    return found


def _node(term: Term | None) -> rdflib.term.Node:
    if term is None or term.kind == "triple":
        raise ValueError("expected IRIs, literals and blank nodes, found a triple term or nothing")
    if term.kind == "iri":
        return rdflib.URIRef(term.value)
    if term.kind == "blank":
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype in (None, "http://www.w3.org/2001/XMLSchema#string")
    # Not normalised: the literal is to say what the graph says, also where it is no valid value.
    return rdflib.Literal(
        term.value, datatype=None if plain else rdflib.URIRef(str(term.datatype)), normalize=False
    )
