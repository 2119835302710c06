"""Knowledge read back from a store: the inverse of :mod:`backchannel.graph.quads`.

Pages, reports and networks work on plain objects; this makes them from nothing but the triples of
the default graph, so that any store which holds them will do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from backchannel.graph.bounds import UNKNOWN, Bounds, occurrence
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION
from backchannel.graph.iris import key_of
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Content,
    Document,
    Entity,
    Key,
    Knowledge,
    Mention,
    Names,
    Participant,
    Span,
    Stamp,
    Tenure,
    When,
)
from backchannel.ontology import terms
from backchannel.ontology.prefixes import BC_NS, ID_NS, PREFIXES

__all__ = ["read"]

Literal = tuple[str, str]  # text and language tag
Object = str | Literal
T = TypeVar("T")

_ENTITY_KINDS = ("person/", "office/", "organisation/", "state/", "party/")
_KINDS = {term: word for word, term in terms.CLAIM_CLASSES.items()}


class Node:
    """What the triples say of one subject, by prefixed predicate."""

    __slots__ = ("key", "values")

    def __init__(self, key: Key) -> None:
        self.key = key
        self.values: dict[str, list[Object]] = {}

    def texts(self, predicate: str) -> list[Literal]:
        found = self.values.get(_expand(predicate), ())
        return sorted(value for value in found if isinstance(value, tuple))

    def text(self, predicate: str) -> str | None:
        found = self.texts(predicate)
        return found[0][0] if found else None

    def keys(self, predicate: str) -> tuple[Key, ...]:
        found = self.values.get(_expand(predicate), ())
        keys = (key_of(value) for value in found if isinstance(value, str))
        return tuple(sorted(key for key in keys if key is not None))

    def key_at(self, predicate: str) -> Key | None:
        found = self.keys(predicate)
        return found[0] if found else None

    def word(self, predicate: str, codes: dict[str, str]) -> str | None:
        for value in self.values.get(_expand(predicate), ()):
            if isinstance(value, str):
                return terms.word_of(codes, value)
        return None

    def iris(self, predicate: str) -> list[str]:
        return sorted(v for v in self.values.get(_expand(predicate), ()) if isinstance(v, str))

    def integer(self, predicate: str) -> int | None:
        found = self.text(predicate)
        return None if found is None else int(found)

    def true(self, predicate: str) -> bool | None:
        found = self.text(predicate)
        return None if found is None else found == "true"


@cache
def _expand(predicate: str) -> str:
    prefix, local = predicate.split(":", 1)
    return PREFIXES[prefix] + local


Nodes = dict[Key, Node]


def read(triples: Iterable[tuple[str, str, Any]], title: str = "", language: str = "en") -> Knowledge:
    """The knowledge that triples state.

    ``triples``: subject and predicate IRIs, and the object: a term with ``value`` and, for a
    literal, ``language`` (as pyoxigraph's). ``title`` and ``language`` of the case stand in the
    build's manifest.
    """
    nodes = _nodes(triples)
    return Knowledge(
        title=title,
        language=language,
        entities=_sorted(_entity(node) for node in _of(nodes, _ENTITY_KINDS)),
        channels=_sorted(_channel(node) for node in _of(nodes, ("channel/",))),
        tenures=_sorted(_tenure(node, nodes) for node in _of(nodes, ("tenure/",))),
        documents=_sorted(_document(node) for node in _of(nodes, ("document/",))),
        mentions=_sorted(_mention(node, nodes) for node in _top(nodes, "mention/", 3)),
        claims=_sorted(_claim(node, nodes) for node in _of(nodes, ("claim/",)) if _claim_kind(node)),
    )


def _nodes(triples: Iterable[tuple[str, str, Any]]) -> Nodes:
    nodes: Nodes = {}
    values: dict[Key, dict[str, list[Object]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, obj in triples:
        if subject.startswith(ID_NS):
            tag = getattr(obj, "language", None)
            literal = tag is not None or hasattr(obj, "datatype")
            values[subject[len(ID_NS) :]][predicate].append((obj.value, tag or "") if literal else obj.value)
    for key, found in values.items():
        nodes[key] = Node(key)
        nodes[key].values = dict(found)
    return nodes


def _of(nodes: Nodes, prefixes: tuple[str, ...]) -> Iterator[Node]:
    return (node for key, node in nodes.items() if key.startswith(prefixes))


def _top(nodes: Nodes, prefix: str, parts: int) -> Iterator[Node]:
    """Nodes of a kind themselves, without the places and parts that hang below them."""
    return (node for node in _of(nodes, (prefix,)) if node.key.count("/") < parts)


def _sorted(found: Iterable[Any]) -> dict[Key, Any]:
    return {one.key: one for one in sorted(found, key=lambda one: str(one.key))}


def _names(node: Node) -> Names:
    def forms(predicate: str) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(node.texts(predicate), key=lambda form: (form[1] != "en", form[1], form[0])))

    return Names(forms("skos:prefLabel"), forms("skos:altLabel"), forms("skos:hiddenLabel"))


def _entity(node: Node) -> Entity:
    key = node.key
    return Entity(
        key=key,
        names=_names(node),
        state=key if key.startswith("state/") else node.key_at("bc:ofState"),
        organisation=node.key_at("org:postIn") or node.key_at("bc:ofOrganisation"),
        rank=node.word("bc:rank", terms.RANKS),
        subkind=node.text("bc:organisationKind") or node.text("bc:partyKind"),
        unnamed=bool(node.true("bc:unnamed")),
        members=node.keys("org:hasMember"),
        continues=node.key_at("bc:continues"),
        same_as=tuple(node.iris("skos:exactMatch")),
        note=node.text("bc:note"),
    )


def _channel(node: Node) -> Channel:
    return Channel(
        key=node.key,
        names=_names(node),
        kind=node.word("bc:channelKind", terms.CHANNEL_KINDS) or "other",
        between=node.keys("bc:endpoint"),
        generic=bool(node.true("bc:generic")),
        note=node.text("bc:note"),
    )


def _bare_date(edtf: str | None, reason: str | None = None) -> When | None:
    return When(edtf, occurrence(edtf), inferred=reason) if edtf else None


def _document(node: Node) -> Document:
    known = node.text("bc:knownFrom")
    return Document(
        key=node.key,
        title=node.text("dct:title") or node.key,
        language=node.text("dct:language"),
        publisher=node.key_at("dct:publisher"),
        published=_bare_date(node.text("dct:issued")),
        published_inferred=_bare_date(node.text("bc:issuedInferred"), node.text("bc:inferenceReason")),
        known=None if known == UNKNOWN_PUBLICATION else known,
        sha256=node.text("bc:sha256"),
        length=node.integer("bc:length"),
        taken_from=node.keys("prov:wasDerivedFrom"),
        seen=node.true("bc:seen") is not False,
        url=next(iter(node.iris("schema:url")), None),
        note=node.text("bc:note"),
    )


def _spans(node: Node, nodes: Nodes) -> tuple[Span, ...]:
    found = []
    for place in node.keys("bc:evidence"):
        for selector in nodes[place].keys("oa:hasSelector"):
            start, end = nodes[selector].integer("oa:start"), nodes[selector].integer("oa:end")
            if start is not None and end is not None:
                found.append(Span(start, end))
    return tuple(sorted(found))


def _mention(node: Node, nodes: Nodes) -> Mention:
    printed, language = node.texts("bc:surface")[0]
    return Mention(
        key=node.key,
        document=node.key_at("bc:inDocument") or "",
        printed=printed,
        language=language,
        means=node.keys("bc:denotes"),
        spans=_spans(node, nodes),
        misprint=bool(node.true("bc:misprint")),
        note=node.text("bc:note"),
    )


def _when(node: Node) -> When | None:
    edtf = node.text("bc:when") or node.text("bc:valid")
    stamps = [node.text(f"bc:{name}") for name in ("earliest", "certainFrom", "certainUntil", "latest")]
    wording = node.texts("bc:whenText")
    if edtf is None and not wording:
        return None
    return When(
        edtf=edtf,
        bounds=Bounds(*(stamp or "" for stamp in stamps)),
        wording=wording[0][0] if wording else None,
        language=wording[0][1] if wording else None,
        inferred=node.text("bc:whenInferred"),
    )


def _claim_kind(node: Node) -> str | None:
    for iri in node.iris("rdf:type"):
        kind = _KINDS.get(iri.removeprefix(BC_NS))
        if kind:
            return kind
    return None


def _claim(node: Node, nodes: Nodes) -> Claim:
    paraphrase, language = next(iter(node.texts("bc:paraphrase")), ("", "en"))
    return Claim(
        key=node.key,
        kind=_claim_kind(node) or "remark",
        about=node.key_at("bc:about") or "",
        stance=node.word("bc:stance", terms.STANCES) or "asserts",
        voice=node.key_at("bc:statedBy") or "",
        voice_office=node.key_at("bc:statedAs"),
        paraphrase=paraphrase,
        paraphrase_language=language,
        citations=tuple(_citation(nodes[key], nodes) for key in node.keys("bc:citedIn")),
        participants=tuple(_participant(part) for part in _numbered(node, nodes, "bc:participation")),
        contents=tuple(_content(part) for part in _numbered(node, nodes, "bc:content")),
        when=_when(node),
        **_of_contact(node),
        **_of_affairs(node),
        **_of_claim(node),
    )


def _of_contact(node: Node) -> dict[str, Any]:
    return {
        "outcome": node.word("bc:outcome", terms.OUTCOMES),
        "mode": node.word("bc:mode", terms.MODES),
        "channels": node.keys("bc:via"),
        "times": node.integer("bc:minTimes") or 1,
        "public": node.true("bc:public"),
        "location": node.text("bc:location"),
        "topics": tuple(text for text, _ in node.texts("bc:topic")),
    }


def _of_affairs(node: Node) -> dict[str, Any]:
    return {
        "scope": node.word("bc:scope", terms.SCOPES),
        "exceptions": tuple(text for text, _ in node.texts("bc:exception")),
        "ended_by": node.key_at("bc:endedBy"),
        "state": node.word("bc:state", terms.CHANNEL_STATES),
        "operator": node.key_at("bc:operator"),
        "level": node.word("bc:level", terms.RANKS),
        "side": node.key_at("bc:side"),
    }


def _of_claim(node: Node) -> dict[str, Any]:
    return {
        "hedge": node.text("bc:hedge"),
        "reliability": node.text("bc:reliability"),
        "credibility": node.integer("bc:credibility"),
        "known": _unless(node.text("bc:knownFrom"), UNKNOWN_PUBLICATION),
        "withdrawn": _unless(node.text("bc:withdrawnFrom"), NEVER),
        "recorded": node.text("bc:recordedAt"),
        "supersedes": node.key_at("bc:supersedes"),
        "retracts": node.key_at("bc:retracts"),
        "identified": node.text("bc:identified"),
        "note": node.text("bc:note"),
    }


def _unless(stamp: Stamp | None, sentinel: Stamp) -> Stamp | None:
    return None if stamp == sentinel else stamp


def _numbered(node: Node, nodes: Nodes, predicate: str) -> list[Node]:
    keys = sorted(node.keys(predicate), key=lambda key: int(key.rsplit("/", 1)[1]))
    return [nodes[key] for key in keys]


def _participant(node: Node) -> Participant:
    return Participant(
        entity=node.key_at("bc:agent") or "",
        role=node.word("bc:role", terms.ROLES) or "participant",
        person=node.key_at("bc:person"),
        office=node.key_at("bc:office"),
        state=node.key_at("bc:ofState"),
        rank=node.word("bc:rank", terms.RANKS),
        office_basis=node.word("bc:officeBasis", terms.BASES) or "stated",
        person_basis=node.word("bc:personBasis", terms.BASES) or "stated",
        note=node.text("bc:note"),
    )


def _content(node: Node) -> Content:
    text, language = node.texts("bc:text")[0]
    return Content(
        kind=node.word("bc:contentKind", terms.CONTENT_KINDS) or "topic",
        text=text,
        language=language,
        sender=node.key_at("bc:from"),
        receiver=node.key_at("bc:to"),
    )


def _citation(node: Node, nodes: Nodes) -> Citation:
    said = node.text("bc:statedWhen")
    wording = node.texts("bc:statedWhenText")
    text, language = wording[0] if wording else (None, None)
    bounds = occurrence(said) if said else UNKNOWN
    when = When(said, bounds, text, language, node.text("bc:statedWhenInferred"))
    return Citation(
        key=node.key,
        relay=node.word("bc:relay", terms.RELAYS) or "reports",
        document=node.key_at("bc:inDocument"),
        taken_from=node.key_at("bc:takenFrom"),
        spans=_spans(node, nodes),
        said=when if said or wording else None,
        note=node.text("bc:note"),
    )


def _tenure(node: Node, nodes: Nodes) -> Tenure:
    """A tenure from its hub and the two claims about it."""
    slug = node.key.split("/", 1)[1]
    start, end = nodes[f"claim/{slug}-start"], nodes.get(f"claim/{slug}-end")
    began = (start.text("bc:valid") or "").removesuffix("/..")
    ended = (end.text("bc:valid") or "").removeprefix("../") if end else ""
    vouched = start.text("bc:certainUntil") or ""
    still_open = end is None and vouched > "0001-01-02"
    document = nodes[start.keys("bc:citedIn")[0]].key_at("bc:inDocument") or ""
    return Tenure(
        key=node.key,
        person=node.key_at("org:member") or "",
        office=node.key_at("bc:office") or "",
        held=f"{began}/{ended or ('..' if still_open else '')}",
        capacity=node.word("bc:capacity", terms.CAPACITIES) or "substantive",
        start=_edge(began, start),
        end=_edge(ended, end) if end else None,
        open_end=still_open,
        vouched=vouched,
        start_known=start.text("bc:knownFrom") or "",
        end_known=end.text("bc:knownFrom") if end else None,
        known_inferred=start.text("bc:inferenceReason"),
        document=document,
        note=start.text("bc:note"),
    )


def _edge(edtf: str, node: Node) -> When:
    bounds = occurrence(edtf) if edtf else UNKNOWN
    return When(edtf or None, bounds, inferred=node.text("bc:whenInferred"))
