"""Entities, channels, documents, mentions and tenures as statements (docs/graph-format.md)."""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.graph import nquads
from backchannel.graph.clock import UNKNOWN_PUBLICATION
from backchannel.graph.model import Channel, Document, Entity, Key, Mention, Span
from backchannel.graph.writing import Statements, bc, term
from backchannel.ontology.prefixes import PREFIXES
from backchannel.ontology.terms import CHANNEL_KINDS, RANKS

__all__ = ["channel", "document", "entity", "evidence", "mention", "outside"]

_CLASSES: dict[str, tuple[str, ...]] = {
    "person": ("foaf:Person",),
    "office": ("Office", "org:Post"),
    "organisation": ("org:Organization",),
    "state": ("State",),
    "party": ("DescribedParty",),
}


def entity(one: Entity) -> Iterator[str]:
    """The statements about a person, office, organisation, state or described party."""
    s = Statements(one.key)
    s.types(*_CLASSES[one.kind])
    s.names(one.names)
    if one.kind != "state":
        s.key(bc("ofState"), one.state)
    organisation = term("org:postIn") if one.kind == "office" else bc("ofOrganisation")
    s.key(organisation, one.organisation)
    s.concept(bc("rank"), one.rank, RANKS)
    s.key(bc("continues"), one.continues)
    _kind_of_entity(s, one)
    for identifier in one.same_as:
        s.add(term("skos:exactMatch"), nquads.iri(outside(identifier)))
    s.literal(bc("note"), one.note)
    yield from s.lines


def _kind_of_entity(s: Statements, one: Entity) -> None:
    if one.kind == "organisation":
        s.literal(bc("organisationKind"), one.subkind)
    if one.kind == "party":
        s.literal(bc("partyKind"), one.subkind)
        s.boolean(bc("unnamed"), one.unnamed)
        s.key(term("org:hasMember"), *one.members)


def outside(identifier: str) -> str:
    prefix, _, local = identifier.partition(":")
    return PREFIXES["wd"] + local if prefix == "wikidata" else identifier


def channel(one: Channel) -> Iterator[str]:
    """The statements about a channel's identity; its condition is claimed, not stated here."""
    s = Statements(one.key)
    s.types("Channel")
    s.names(one.names)
    s.concept(bc("channelKind"), one.kind, CHANNEL_KINDS)
    s.key(bc("endpoint"), *one.between)
    s.boolean(bc("generic"), one.generic)
    s.literal(bc("note"), one.note)
    yield from s.lines


def document(one: Document) -> Iterator[str]:
    """The statements about a document: what it is, never what it says."""
    s = Statements(one.key)
    s.types("Document")
    s.text(term("dct:title"), one.title, "en")
    s.literal(term("dct:language"), one.language)
    s.key(term("dct:publisher"), one.publisher)
    if one.published:
        s.edtf(term("dct:issued"), one.published.edtf)
    if one.published_inferred:
        s.edtf(bc("issuedInferred"), one.published_inferred.edtf)
        s.literal(bc("inferenceReason"), one.published_inferred.inferred)
    s.time(bc("knownFrom"), one.known or UNKNOWN_PUBLICATION)
    s.literal(bc("sha256"), one.sha256)
    s.integer(bc("length"), one.length)
    s.key(term("prov:wasDerivedFrom"), *one.taken_from)
    s.boolean(bc("seen"), one.seen)
    if one.url:
        s.add(term("schema:url"), nquads.iri(one.url))
    s.literal(bc("note"), one.note)
    yield from s.lines


def mention(one: Mention) -> Iterator[str]:
    """The statements about a name as printed and whom it means."""
    s = Statements(one.key)
    s.types("Mention")
    s.key(bc("inDocument"), one.document)
    s.text(bc("surface"), one.printed, one.language)
    s.key(bc("denotes"), *one.means)
    s.boolean(bc("misprint"), one.misprint)
    s.literal(bc("note"), one.note)
    yield from evidence(s, one.key, one.document, one.spans)
    yield from s.lines


def evidence(s: Statements, key: Key, document: Key | None, spans: tuple[Span, ...]) -> Iterator[str]:
    """Where something stands, as Web Annotation position selectors (https://www.w3.org/TR/annotation-model/)."""
    for number, span in enumerate(spans, 1):
        place, selector = f"{key}/place/{number}", f"{key}/place/{number}/span"
        s.key(bc("evidence"), place)
        resource = Statements(place)
        resource.types("oa:SpecificResource")
        resource.key(term("oa:hasSource"), document)
        resource.key(term("oa:hasSelector"), selector)
        position = Statements(selector)
        position.types("oa:TextPositionSelector")
        position.integer(term("oa:start"), span.start)
        position.integer(term("oa:end"), span.end)
        yield from resource.lines
        yield from position.lines
