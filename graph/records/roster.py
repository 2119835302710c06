"""States, organisations, offices, persons and described parties.

In two steps, so that the order of files never matters: every name is entered first, then the names
that records use of each other are resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backchannel.graph.model import Entity, Key, Names
from backchannel.graph.records.circles import circles
from backchannel.graph.records.desk import PARTIES, Desk
from backchannel.graph.records.fields import Fields, shown
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.names import NAMED, id_of, names
from backchannel.graph.records.yamltext import Table
from backchannel.ontology import terms

__all__ = ["FIELDS", "SECTIONS", "Named", "enter", "entity", "name_of", "same_as", "succession"]

SECTIONS = {
    "states": "state",
    "organisations": "organisation",
    "offices": "office",
    "persons": "person",
    "parties": "party",
}
FIELDS = {
    "state": (*NAMED, "continues"),
    "organisation": (*NAMED, "state", "kind"),
    "office": (*NAMED, "state", "organisation", "rank", "continues"),
    "person": NAMED,
    "party": (*NAMED, "kind", "state", "organisation", "rank", "members"),
}
# Of these parties the source keeps the names back; a group of states or a public has none.
UNNAMED = ("unnamed voice", "group of officials")
_ELSEWHERE = re.compile(r"wikidata:Q[1-9][0-9]*|https?://[^\s<>\"{}|\\^`\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A record whose name is entered and whose other fields are still to be read."""

    key: Key
    names: Names
    fields: Fields


def enter(desk: Desk, kind: str, record: Record, node: Table) -> Named | None:
    """Enter a record of the roster under its names; None where it has no name or no id of its own."""
    return name_of(desk, kind, Fields(record, node, FIELDS[kind]))


def name_of(desk: Desk, kind: str, fields: Fields) -> Named | None:
    """Define a key for what the fields describe and enter its names."""
    found = names(fields, desk.language)
    last = id_of(fields, found)
    if found is None or last is None:
        return None
    key = f"{kind}/{last}"
    if not desk.ledger.define(key, fields.record, line=fields.line("id")):
        return None
    desk.index.add(key, found)
    return Named(key, found, fields)


def entity(desk: Desk, one: Named) -> None:
    """Read what a record says beside its names."""
    fields, kind = one.fields, one.key.split("/", 1)[0]
    state, organisation = (_refer(desk, fields, name) for name in ("state", "organisation"))
    if kind == "office" and not fields.has("state") and not fields.has("organisation"):
        fields.reject("state", "neither 'state' nor 'organisation'", "whose office it is")
    subkind = _subkind(fields, kind)
    desk.entities[one.key] = Entity(
        key=one.key,
        names=one.names,
        state=state,
        organisation=organisation,
        rank=fields.word("rank", terms.RANKS),
        subkind=subkind,
        unnamed=kind == "party" and subkind in UNNAMED,
        members=desk.refer_all(fields, "members", PARTIES),
        continues=desk.refer(fields, "continues", (kind,)),
        same_as=same_as(fields),
        note=fields.text("note"),
        place=fields.record.place,
    )


def _refer(desk: Desk, fields: Fields, name: str) -> Key | None:
    return desk.refer(fields, name, (name,))


def _subkind(fields: Fields, kind: str) -> str | None:
    words = terms.PARTY_KINDS if kind == "party" else terms.ORGANISATION_KINDS
    return fields.word("kind", words)


def same_as(fields: Fields) -> tuple[str, ...]:
    """The same thing elsewhere: Wikidata items, or addresses."""
    found = fields.texts("same_as")
    for text, line in found:
        if not _ELSEWHERE.fullmatch(text):
            expected = "wikidata:Q... or an address that begins with http:// or https://"
            fields.record.reject(line, f"'{shown(text)}' in 'same_as'", expected)
    return tuple(dict.fromkeys(text for text, _ in found))


def succession(desk: Desk, entered: list[Named]) -> None:
    """Nothing continues itself, nor a group itself as its member."""
    continued = {key: (one.continues,) for key, one in desk.entities.items() if one.continues}
    members = {key: one.members for key, one in desk.entities.items()}
    rings = (("continues", circles(continued)), ("members", circles(members)))
    for one in entered:
        for field, ring in rings:
            if one.key in ring:
                one.fields.reject(field, f"a circle of '{field}' back to itself", "a line that ends")
