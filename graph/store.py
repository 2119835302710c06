"""The embedded store: Oxigraph on disk, with rdflib's API on top. The only importer of pyoxigraph
beside the query worker.

A store is loaded once, never written again, and opened read-only: readers beside a writer are
undefined behaviour in RocksDB, and generations that never change need no locks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph

from backchannel.graph.answers import Result, Term
from backchannel.graph.errors import DamagedBuildError, QueryError

if TYPE_CHECKING:
    import rdflib

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Value]
Triple: TypeAlias = tuple[str, str, pyoxigraph.NamedNode | pyoxigraph.Literal]

__all__ = ["Row", "Value", "answer", "lines", "load", "members", "open_read_only", "rdf", "select", "triples"]


def load(path: Path, nquads: Path) -> int:
    """Fill a fresh store at ``path`` from a file of N-Quads and flush it to disk.

    Returns the number of quads. The folder must not hold a store yet.
    """
    store = pyoxigraph.Store(str(path))
    store.bulk_load(path=str(nquads), format=pyoxigraph.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    count = len(store)
    del store
    return count


def open_read_only(path: Path) -> pyoxigraph.Store:
    """Open a loaded store for reading.

    Raises DamagedBuildError where there is none or its files are broken.
    """
    try:
        return pyoxigraph.Store.read_only(str(path))
    except (OSError, ValueError) as error:
        raise DamagedBuildError(
            f"the store at {path} can't be opened: {error}; build the case again"
        ) from error


def rdf(store: pyoxigraph.Store) -> rdflib.Dataset:
    """The store as an rdflib Dataset: claims in the default graph, what is derived in its own."""
    # Here, because they bring rdflib's own SPARQL with them, for which every command would wait.
    import oxrdflib
    import rdflib

    return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=store))


def select(store: pyoxigraph.Store, sparql: str) -> Iterator[Row]:
    """Run a SELECT and yield its rows as plain values: IRIs and texts as str, numbers, booleans.

    For queries of our own; a stranger's query goes through the worker. Raises QueryError.
    """
    try:
        answer = store.query(sparql)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query can't be read: {error}") from error
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise QueryError("expected a SELECT, found a query of another form")
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield {name: _plain(solution[name]) for name in names}


def answer(store: pyoxigraph.Store, sparql: str) -> Result:
    """The answer to a SELECT of our own with its terms as they are. Raises QueryError."""
    try:
        found = store.query(sparql)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query can't be read: {error}") from error
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise QueryError("expected a SELECT, found a query of another form")
    names = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(_term(solution[name]) for name in names) for solution in found)
    return Result("select", names, rows)


def _plain(term: object) -> Value:
    found = _term(term)
    return found.plain() if found else None


def _term(term: object) -> Term | None:
    if term is None:
        return None
    if isinstance(term, pyoxigraph.Literal):
        return Term("literal", term.value, term.datatype.value, term.language)
    return Term(
        "iri" if isinstance(term, pyoxigraph.NamedNode) else "blank", str(getattr(term, "value", term))
    )


def triples(store: pyoxigraph.Store, subject: str | None = None) -> Iterable[Triple]:
    """Every triple of the default graph, or those about one subject; subjects and predicates as text."""
    node = None if subject is None else pyoxigraph.NamedNode(subject)
    for quad in store.quads_for_pattern(node, None, None, pyoxigraph.DefaultGraph()):
        about, obj = quad.subject, quad.object
        if isinstance(about, pyoxigraph.NamedNode) and isinstance(
            obj, pyoxigraph.NamedNode | pyoxigraph.Literal
        ):
            yield about.value, quad.predicate.value, obj


def members(store: pyoxigraph.Store, class_iri: str) -> Iterable[str]:
    """The subjects of a class in the default graph."""
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    found = store.quads_for_pattern(None, kind, pyoxigraph.NamedNode(class_iri), pyoxigraph.DefaultGraph())
    return [quad.subject.value for quad in found if isinstance(quad.subject, pyoxigraph.NamedNode)]


def lines(store: pyoxigraph.Store) -> set[str]:
    """Every quad of the store as a line of N-Quads without its line feed."""
    return {f"{quad} ." for quad in store}
