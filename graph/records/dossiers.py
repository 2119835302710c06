"""A dossier beside its document: claims, repeats, names as printed, and what isn't coded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from backchannel.graph.model import Key, Mention, Span
from backchannel.graph.records.chains import Appearance
from backchannel.graph.records.claims import Dossier, Draft, claim, passage
from backchannel.graph.records.desk import PARTIES, Desk, entries
from backchannel.graph.records.fields import Fields, shown
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.yamltext import Node

__all__ = ["SECTIONS", "Read", "Repeat", "claims", "rest"]

SECTIONS = ("document", "names", "claims", "repeats", "not_coded")
NAME = ("printed", "means", "at", "misprint", "because")
REPEAT = ("claim", "at", "on", "via", "relay", "note")
NOT_CODED = ("at", "because")

Nodes = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A claim of another dossier that stands in this document, too."""

    claim: str
    appearance: Appearance
    fields: Fields


@dataclass(slots=True)
class Read:
    """What the dossiers hold, before the ids in it are checked."""

    drafts: list[Draft] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    mentions: list[tuple[Mention, Record]] = field(default_factory=list)
    not_coded: list[tuple[Key, Span, str, Record]] = field(default_factory=list)


def claims(desk: Desk, dossier: Dossier, file: str, node: Node | None, numbered: str, read: Read) -> None:
    """The claims of a list; ``numbered`` begins the ids of those that have none."""
    for record, table, number in entries(desk.ledger, file, node, "claim"):
        draft = claim(desk, dossier, record, table, f"{numbered}-{number}")
        if draft:
            read.drafts.append(draft)


def rest(desk: Desk, dossier: Dossier, file: str, nodes: Nodes, read: Read) -> None:
    """What a dossier holds beside its claims."""
    for record, table, number in entries(desk.ledger, file, nodes.get("names"), "name"):
        _mention(desk, dossier, Fields(record, table, NAME), number, read)
    for record, table, _ in entries(desk.ledger, file, nodes.get("repeats"), "repeat"):
        _repeat(desk, dossier, Fields(record, table, REPEAT), read)
    for record, table, _ in entries(desk.ledger, file, nodes.get("not_coded"), "not_coded"):
        _gap(dossier, Fields(record, table, NOT_CODED), read)


def _rests(dossier: Dossier, fields: Fields) -> None:
    fields.record.rest_on(dossier.document.key, dossier.last, fields.record.line)


def _mention(desk: Desk, dossier: Dossier, fields: Fields, number: int, read: Read) -> None:
    _rests(dossier, fields)
    fields.need("printed", "the name as printed")
    fields.need("means", "whom it means: a name, or a list of names")
    printed, spans = fields.text("printed"), fields.spans("at", dossier.document.length)
    key = f"mention/{dossier.last}-{f'at-{spans[0].start}' if spans else f'name-{number}'}"
    found = Mention(
        key=key,
        document=dossier.document.key,
        printed=printed or "",
        language=dossier.language,
        means=desk.refer_all(fields, "means", (*PARTIES, "channel")),
        spans=spans,
        misprint=fields.flag("misprint") or False,
        note=fields.text("because"),
        place=fields.record.place,
    )
    what = f"the place of '{shown(found.printed)}'"
    if desk.ledger.define(key, fields.record, what, fields.line("at")):
        read.mentions.append((found, fields.record))


def _repeat(desk: Desk, dossier: Dossier, fields: Fields, read: Read) -> None:
    _rests(dossier, fields)
    fields.need("claim", "the id of a claim of another dossier")
    last = fields.slug("claim")
    found = replace(passage(desk, dossier, fields, fields), note=fields.text("note"))
    if last:
        read.repeats.append(Repeat(last, found, fields))


def _gap(dossier: Dossier, fields: Fields, read: Read) -> None:
    _rests(dossier, fields)
    fields.need("at", "start-end in code points")
    fields.need("because", "why it is not coded")
    because = fields.text("because") or ""
    for span in fields.spans("at", dossier.document.length):
        read.not_coded.append((dossier.document.key, span, because, fields.record))
