"""The ontology's own files, read as graphs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rdflib import Graph

__all__ = ["VOCABULARY", "ontology_graph", "read_ontology"]

# The files that define, align and constrain terms; style.ttl is about these and no part of them.
VOCABULARY = ("backchannel.ttl", "alignments.ttl", "shapes.ttl")


@cache
def read_ontology(name: str) -> Graph:
    """One of the ontology's Turtle files, parsed once. Not to be changed by callers.

    >>> len(read_ontology("backchannel.ttl")) > 1000
    True
    """
    source = files("backchannel.ontology").joinpath(name).read_text(encoding="utf-8")
    return Graph().parse(data=source, format="turtle")


def ontology_graph(*names: str) -> Graph:
    """Several of the files (by default all of :data:`VOCABULARY`) as one new graph."""
    whole = Graph()
    for name in names or VOCABULARY:
        whole += read_ontology(name)
    return whole
