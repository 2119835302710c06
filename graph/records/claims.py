"""A claim: who said it, what it says, where it stands, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain as joined
from types import MappingProxyType
from typing import Any

from backchannel.graph.model import Claim, Document, Key
from backchannel.graph.records.chains import Appearance, Chain
from backchannel.graph.records.dates import when
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.fields import Fields, shown
from backchannel.graph.records.kinds import READERS
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.parties import one_party
from backchannel.graph.records.yamltext import Table, Text
from backchannel.ontology import terms

__all__ = ["COMMON", "FIELDS", "PUBLISHER_OF", "SAID", "Dossier", "Draft", "claim", "passage"]

COMMON = (
    *("id", "kind", "stance", "hedge", "said", "at", "says"),
    *("reliability", "identified", "supersedes", "note"),
)
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "contact": (
            *("contact", "from", "to", "between", "through", "refused_by", "how", "channel", "when"),
            *("outcome", "times", "public", "where", "topics"),
        ),
        "silence": ("silence", "between", "scope", "during", "except", "ended_by"),
        "channel": ("channel", "state", "during", "when", "where", "operator", "level"),
        "account": ("contact", "side", "said_there"),
        "remark": ("contact", "channel", "silence", "between"),
        "retraction": ("retracts",),
    }
)
SAID = ("by", "as", "on", "via", "relay")
# Which field of which kind of claim names something that another claim must define.
LINKS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "contact": (),
        "silence": (("ended_by", "contact"),),
        "channel": (),
        "account": (("contact", "contact"),),
        "remark": (("contact", "contact"), ("silence", "silence")),
        "retraction": (("retracts", "claim"),),
    }
)
PUBLISHER_OF = "party/publisher-of-"

_ALL = tuple(dict.fromkeys(joined(COMMON, *FIELDS.values())))
_ADMIRALTY = re.compile(r"([A-F])([1-6])")


@dataclass(frozen=True, slots=True)
class Dossier:
    """The document whose dossier is being read, and the language of its words."""

    document: Document
    language: str

    @property
    def last(self) -> str:
        return self.document.key.split("/", 1)[1]


@dataclass(slots=True)
class Draft:
    """A claim before the ids it names are checked; its chain still grows with the repeats.

    ``links`` are those ids, each with its field and the kind of thing it must be.
    """

    claim: Claim
    fields: Fields
    chain: Chain
    links: list[tuple[str, str, str]]

    @property
    def record(self) -> Record:
        return self.fields.record


@dataclass(frozen=True, slots=True)
class Voice:
    """Who said it, in which office; ``uttered``: apart from any document."""

    who: Key
    office: Key | None = None
    uttered: bool = False
    because: str | None = None


def claim(desk: Desk, dossier: Dossier, record: Record, node: Table, default_id: str) -> Draft | None:
    """Read one claim, which rests on its document; None where its id is another's."""
    fields = Fields(record, node, _ALL)
    record.rest_on(dossier.document.key, dossier.last, record.line)
    kind = fields.word("kind", terms.CLAIM_CLASSES, "contact") or "contact"
    _misplaced(fields, kind)
    last = fields.slug("id") or default_id
    said = fields.table("said", SAID)
    home = passage(desk, dossier, fields, said)
    voice = _voice(desk, dossier, said, home)
    values: dict[str, Any] = _common(fields) | READERS[kind](desk, dossier.document, fields)
    values["about"] = values.get("about") or _hub(kind, last, fields)
    values["identified"] = values["identified"] or voice.because
    key = f"claim/{last}"
    if not desk.ledger.define(key, record, line=fields.line("id")):
        return None
    if kind in ("contact", "silence"):
        desk.ledger.share(values["about"], record)
    found = Claim(
        key=key,
        kind=kind,
        voice=voice.who,
        voice_office=voice.office,
        paraphrase_language=desk.language,
        citations=(),
        recorded=desk.recorded,
        place=record.place,
        **values,
    )
    return Draft(found, fields, Chain(home, voice.uttered), _links(fields, kind))


def _misplaced(fields: Fields, kind: str) -> None:
    """A field that belongs to another kind of claim is as wrong as an unknown one."""
    for key in fields.node.values:
        if key in _ALL and key not in COMMON and key not in FIELDS[kind]:
            homes = [other for other, keys in FIELDS.items() if key in keys]
            found = f"'{key}' has no place in a claim of kind '{kind}'"
            fields.reject(key, found, f"it only where kind is {' or '.join(homes)}")


def _common(fields: Fields) -> dict[str, Any]:
    fields.need("says", "the coder's paraphrase")
    reliability, credibility = _admiralty(fields)
    supersedes = fields.slug("supersedes")
    return {
        "stance": fields.word("stance", terms.STANCES, "asserts"),
        "paraphrase": fields.text("says") or "",
        "hedge": fields.text("hedge"),
        "reliability": reliability,
        "credibility": credibility,
        "identified": fields.text("identified"),
        "supersedes": f"claim/{supersedes}" if supersedes else None,
        "note": fields.text("note"),
    }


def _admiralty(fields: Fields) -> tuple[str | None, int | None]:
    text = fields.text("reliability")
    match = _ADMIRALTY.fullmatch(text) if text else None
    if text and match is None:
        expected = "an Admiralty code: a letter A-F for the source and a figure 1-6 for what it says, like B2"
        fields.reject("reliability", f"'{shown(text)}' in 'reliability'", expected)
    return (match[1], int(match[2])) if match else (None, None)


def _hub(kind: str, last: str, fields: Fields) -> Key:
    """The hub of a contact or silence: as named, or made from the claim's own id; else what it names."""
    if kind in ("contact", "silence"):
        return f"{kind}/{fields.slug(kind) or last}"
    named = [f"{thing}/{found}" for field, thing in LINKS[kind] if (found := fields.slug(field))]
    return named[0] if named else ""


def _links(fields: Fields, kind: str) -> list[tuple[str, str, str]]:
    links = [*LINKS[kind], ("supersedes", "claim")]
    found = [(field, thing, _plain(fields, field)) for field, thing in links]
    return [(field, thing, last) for field, thing, last in found if last]


def _plain(fields: Fields, field: str) -> str:
    """A field that has been checked already."""
    node = fields.raw(field)
    return node.value.strip() if isinstance(node, Text) else ""


def passage(desk: Desk, dossier: Dossier, fields: Fields, said: Fields | None) -> Appearance:
    """How the claim stands in the document of the dossier, and through which others it came."""
    via = desk.refer_all(said, "via", ("document",)) if said else ()
    if said and dossier.document.key in via:
        said.reject(
            "via", "the document itself stands in 'via'", "the documents between the voice and this one"
        )
    return Appearance(
        document=dossier.document.key,
        record=fields.record,
        relay=(said.word("relay", terms.RELAYS) if said else None) or "reports",
        via=via,
        spans=fields.spans("at", dossier.document.length),
        said=when(said, "on", dossier.language) if said else None,
    )


def _voice(desk: Desk, dossier: Dossier, said: Fields | None, home: Appearance) -> Voice:
    """The voice that is named; without one, the publisher of the first document of the chain."""
    if said and said.has("by"):
        return _named_voice(desk, said)
    if said and said.has("as"):
        said.reject("as", "an office in 'as' without 'by'", "who spoke in that office")
    first = (home.document, *home.via)[-1]
    document = desk.documents.get(first, dossier.document)
    return Voice(document.publisher or PUBLISHER_OF + document.key.split("/", 1)[1])


def _named_voice(desk: Desk, said: Fields) -> Voice:
    by, office = one_party(desk, said, "by"), desk.refer(said, "as", ("office",))
    if by is None or by.entity is None:
        return Voice("", uttered=True)
    if office and by.office:
        said.reject("as", "two offices, one in 'by' and one in 'as'", "the office in one of them")
    return Voice(by.entity, by.office or office, True, by.because)
