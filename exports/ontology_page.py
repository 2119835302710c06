"""The browsable page of the ontology: one self-contained HTML file made from its Turtle files.

pyLODE was tried: 3.3.4 works, 3.4.1 crashes on our files, and either shows neither the code lists'
words of a case nor the second language. A template of our own is less code than bending it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Node, URIRef

from backchannel.ontology.files import ontology_graph
from backchannel.ontology.prefixes import BC_NS, PREFIXES, compact
from backchannel.ontology.terms import BC, CODE_LISTS, ORGANISATION_KINDS, PARTY_KINDS

__all__ = ["Fact", "Link", "Term", "ontology_page"]

_INCLUDES = {"domain": "domainIncludes", "range": "rangeIncludes"}
_FOREIGN = {
    "http://www.cidoc-crm.org/cidoc-crm/": "crm",
    "http://www.cidoc-crm.org/extensions/crminf/": "crminf",
    "http://semanticweb.cs.vu.nl/2009/11/sem/": "sem",
    "https://schema.followthemoney.tech/#": "ftm",
}
# Which code list a coded property takes its values from; the shapes check the values themselves.
_SCHEME_OF = {
    "outcome": "outcomes",
    "stance": "stances",
    "mode": "modes",
    "channelKind": "channelKinds",
    "state": "channelStates",
    "scope": "scopes",
    "capacity": "capacities",
    "relay": "relays",
    "rank": "ranks",
    "level": "ranks",
    "role": "roles",
    "contentKind": "contentKinds",
    "officeBasis": "bases",
    "personBasis": "bases",
    "status": "statuses",
}
_TEXT_KINDS = {"organisationKind": ORGANISATION_KINDS, "partyKind": PARTY_KINDS}


@dataclass(frozen=True, order=True, slots=True)
class Link:
    """A term to go to: on this page where ``href`` begins with '#', elsewhere otherwise."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about a term: what it says, then links or plain texts."""

    title: str
    links: tuple[Link, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, concept or code list as the page shows it."""

    name: str
    label: str
    german: str
    comment: str
    facts: tuple[Fact, ...] = ()
    word: str = ""
    concepts: tuple[Term, ...] = field(default=())


def ontology_page() -> str:
    """The page as one HTML document, the same bytes for the same ontology.

    It loads nothing: its style stands in it, and its policy allows nothing else.

    >>> ontology_page() == ontology_page()
    True
    """
    graph = ontology_graph("backchannel.ttl", "alignments.ttl")
    environment = Environment(
        loader=PackageLoader("backchannel.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _asset("ontology.css")
    return environment.get_template("ontology.html").render(
        ontology=_header(graph),
        classes=_terms(graph, OWL.Class),
        nodes=_terms(graph, OWL.ObjectProperty),
        values=_terms(graph, OWL.DatatypeProperty),
        schemes=_schemes(graph),
        prefixes=PREFIXES,
        example=_asset("ontology-example.ttl"),
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _asset(name: str) -> str:
    return files("backchannel.exports").joinpath("templates", name).read_text(encoding="utf-8")


def _header(graph: Graph) -> dict[str, str]:
    about = URIRef(BC_NS.removesuffix("#"))
    return {
        "title": _text(graph, about, DCTERMS.title),
        "description": _text(graph, about, DCTERMS.description),
        "german": _text(graph, about, DCTERMS.description, "de"),
        "version": _text(graph, about, OWL.versionInfo),
        "created": _text(graph, about, DCTERMS.created),
        "license": _text(graph, about, DCTERMS.license),
        "namespace": BC_NS,
    }


def _text(graph: Graph, subject: Node, predicate: URIRef, language: str = "en") -> str:
    """The text in a language, or the one that has none."""
    for value in sorted(graph.objects(subject, predicate), key=str):
        if not isinstance(value, Literal) or value.language in (None, language):
            return str(value)
    return ""


def _terms(graph: Graph, kind: URIRef) -> list[Term]:
    found = [node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)]
    return sorted((_term(graph, node) for node in found), key=lambda term: term.name.lower())


def _term(graph: Graph, node: URIRef) -> Term:
    return Term(
        name=node.removeprefix(BC_NS),
        label=_text(graph, node, RDFS.label),
        german=_text(graph, node, RDFS.label, "de"),
        comment=_text(graph, node, RDFS.comment),
        facts=tuple(fact for fact in _facts(graph, node) if fact.links or fact.texts),
    )


def _facts(graph: Graph, node: URIRef) -> Iterator[Fact]:
    yield Fact("kind of", _links(graph.objects(node, RDFS.subClassOf)))
    yield Fact("kinds", _links(graph.subjects(RDFS.subClassOf, node)))
    yield Fact("a case of", _links(graph.objects(node, RDFS.subPropertyOf)))
    yield Fact("of", _links(_ends(graph, node, "domain")))
    yield Fact("leads to", _range(graph, node))
    yield Fact("one of", (), _TEXT_KINDS.get(node.removeprefix(BC_NS), ()))
    yield Fact("has", _links(_using(graph, node, "domain")))
    yield Fact("is reached by", _links(_using(graph, node, "range")))
    yield from _elsewhere(graph, node)


def _elsewhere(graph: Graph, node: URIRef) -> Iterator[Fact]:
    """What other vocabularies have for it, and examples."""
    close = graph.objects(node, SKOS.closeMatch)
    yield Fact("close to", _links(close))
    yield Fact("narrower than", _links(graph.objects(node, SKOS.broadMatch)))
    yield Fact("coded as", (), _texts(graph, node, SKOS.notation))
    yield Fact("note", (), _texts(graph, node, SKOS.editorialNote))
    yield Fact("example", (), _texts(graph, node, SKOS.example))


def _texts(graph: Graph, node: URIRef, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(value) for value in graph.objects(node, predicate)))


def _ends(graph: Graph, node: URIRef, end: str) -> list[Node]:
    """The classes at an end of a property: the one stated, or those it is used with."""
    included = URIRef(PREFIXES["schema"] + _INCLUDES[end])
    return [*graph.objects(node, RDFS[end]), *graph.objects(node, included)]


def _using(graph: Graph, node: URIRef, end: str) -> list[Node]:
    included = URIRef(PREFIXES["schema"] + _INCLUDES[end])
    return [*graph.subjects(RDFS[end], node), *graph.subjects(included, node)]


def _range(graph: Graph, node: URIRef) -> tuple[Link, ...]:
    """What a property leads to; of coded values the code list itself."""
    ends = [end for end in _ends(graph, node, "range") if end != SKOS.Concept]
    scheme = _SCHEME_OF.get(node.removeprefix(BC_NS))
    return _links([*ends, *([BC[scheme]] if scheme else [])])


def _links(nodes: Iterable[Node]) -> tuple[Link, ...]:
    found = {_link(node) for node in nodes if isinstance(node, URIRef)}
    return tuple(sorted(found, key=lambda link: (not link.href.startswith("#"), link.text.lower())))


def _link(node: URIRef) -> Link:
    if node.startswith(BC_NS):
        name = node.removeprefix(BC_NS)
        return Link(name, f"#{name}")
    for space, prefix in _FOREIGN.items():
        if node.startswith(space):
            return Link(f"{prefix}:{node.removeprefix(space)}", str(node))
    return Link(compact(str(node)), str(node))


def _schemes(graph: Graph) -> list[Term]:
    names = sorted(CODE_LISTS, key=str.lower)
    return [_scheme(graph, name, CODE_LISTS[name]) for name in names]


def _scheme(graph: Graph, name: str, words: dict[str, str]) -> Term:
    users = [BC[user] for user, scheme in _SCHEME_OF.items() if scheme == name]
    return Term(
        name=name,
        label=_text(graph, BC[name], SKOS.prefLabel),
        german=_text(graph, BC[name], SKOS.prefLabel, "de"),
        comment=_text(graph, BC[name], SKOS.definition),
        facts=(Fact("values of", _links(users)),),
        concepts=tuple(_concept(graph, word, concept) for word, concept in words.items()),
    )


def _concept(graph: Graph, word: str, name: str) -> Term:
    return Term(
        name=name,
        label=_text(graph, BC[name], SKOS.prefLabel),
        german=_text(graph, BC[name], SKOS.prefLabel, "de"),
        comment=_text(graph, BC[name], SKOS.definition),
        facts=tuple(fact for fact in _elsewhere(graph, BC[name]) if fact.links or fact.texts),
        word=word,
    )
