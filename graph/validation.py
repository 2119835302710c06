"""Validation by SHACL shapes: the only importer of pyshacl.

Shapes live in ``ontology/``: ``shapes.ttl`` for graphs, ``style.ttl`` for the ontology itself. They
check what is said of one node; what spans several is asked in SPARQL (:mod:`backchannel.graph.findings`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import SH, Graph, Literal, Node, URIRef

from backchannel.ontology.files import ontology_graph, read_ontology
from backchannel.ontology.prefixes import compact

__all__ = ["SEVERITIES", "Violation", "validate", "validate_lines", "validate_ontology"]

SEVERITIES = ("violation", "warning", "info")


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """One node that breaks one shape.

    ``focus`` is the node and ``path`` the property, both as IRIs (``path`` is empty where the shape
    is about the node as a whole); ``severity`` is violation, warning or info; ``value`` is the value
    that is wrong, or empty where it is their number.

    >>> print(Violation("https://w3id.org/backchannel/id/claim/a", "", "violation", "It has no voice."))
    claim:a: It has no voice.
    """

    focus: str
    path: str
    severity: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        return f"{compact(self.focus)}: {self.message}"


def validate(data: Graph, shapes: Graph | None = None) -> list[Violation]:
    """Check a graph against shapes and return what breaks them, sorted, each once.

    ``data`` must hold what its nodes refer to: a claim's citation, a citation's document. ``shapes``
    are by default those of ``docs/graph-format.md``. Nothing is fetched and ``data`` is not changed.

    >>> from rdflib import RDF, Graph
    >>> from backchannel.ontology.terms import BC
    >>> nameless = Graph().add((URIRef("https://w3id.org/backchannel/id/state/ru"), RDF.type, BC.State))
    >>> for one in validate(nameless):
    ...     print(one)
    state:ru: A name is needed, with its language; found nothing.
    """
    report = _report(data, shapes if shapes is not None else read_ontology("shapes.ttl"))
    results = report.subjects(predicate=SH.focusNode)
    return sorted({_violation(report, result, data) for result in results})


def validate_lines(lines: Iterable[str], least: str = "violation") -> list[Violation]:
    """As :func:`validate`, for a graph given as lines of N-Triples (the default graph of N-Quads).

    ``least`` is the lowest severity returned: 'violation' (what breaks the format), 'warning' or
    'info'.
    """
    data = Graph().parse(data="".join(lines), format="nt")
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    return [one for one in validate(data) if one.severity in wanted]


def validate_ontology() -> list[Violation]:
    """Check the ontology, its alignments and its shapes against ``style.ttl``.

    >>> validate_ontology()
    []
    """
    return validate(ontology_graph(), read_ontology("style.ttl"))


def _report(data: Graph, shapes: Graph) -> Graph:
    import pyshacl  # here, because a build without shapes need not wait for it

    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inference="none", do_owl_imports=False)
    if not isinstance(report, Graph):  # pySHACL hands back its own failures instead of raising them
        raise TypeError(f"expected a validation report, found a failure of the shapes themselves: {text}")
    return report


def _violation(report: Graph, result: Node, data: Graph) -> Violation:
    focus = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    severity = str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)).lower()
    return Violation(
        focus=str(focus),
        path=str(path) if isinstance(path, URIRef) else "",
        severity=severity,
        message=_message(str(report.value(result, SH.resultMessage)), data, focus, path, value),
        value="" if value is None else str(value),
    )


def _message(template: str, data: Graph, focus: Node | None, path: Node | None, value: Node | None) -> str:
    """The shape's message with the number of values and the value itself filled in."""
    there = sorted(data.objects(focus, path), key=str) if isinstance(path, URIRef) else []
    found = [value] if value is not None else there
    return template.replace("{n}", str(len(there))).replace("{value}", _listed(found))


def _listed(values: list[Node]) -> str:
    if not values:
        return "nothing"
    return " and ".join(_shown(value) for value in values[:3]) + (" and more" if len(values) > 3 else "")


def _shown(value: Node) -> str:
    """A value as people read it; repr keeps control characters out of a terminal.

    >>> _shown(URIRef("https://w3id.org/backchannel/id/state/ru"))
    'state:ru'
    """
    return repr(str(value)[:80]) if isinstance(value, Literal) else compact(str(value))
