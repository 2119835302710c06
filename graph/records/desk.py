"""What the readers of a case share: its settings, the account of its records, the names so far."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from backchannel.graph.model import Channel, Document, Entity, Key, Stamp, Tenure
from backchannel.graph.names import Index, Miss
from backchannel.graph.records.fields import Fields, shown
from backchannel.graph.records.ledger import Ledger, Record
from backchannel.graph.records.yamltext import Items, Node, Table, Text

__all__ = ["PARTIES", "Desk", "entries"]

PARTIES = ("person", "office", "organisation", "state", "party")


@dataclass(slots=True)
class Desk:
    """One reading of one case."""

    title: str
    language: str
    recorded: Stamp | None
    vouched: Stamp
    ledger: Ledger = field(default_factory=Ledger)
    index: Index = field(default_factory=Index)
    entities: dict[Key, Entity] = field(default_factory=dict)
    channels: dict[Key, Channel] = field(default_factory=dict)
    tenures: dict[Key, Tenure] = field(default_factory=dict)
    documents: dict[Key, Document] = field(default_factory=dict)

    def refer(self, fields: Fields, key: str, kinds: Collection[str]) -> Key | None:
        """The key of what a field names; the record rests on it."""
        text = fields.text(key)
        return self.named(fields.record, text, fields.line(key), kinds) if text else None

    def refer_all(self, fields: Fields, key: str, kinds: Collection[str]) -> tuple[Key, ...]:
        """The keys of what a list names, in its order, each once."""
        found = [self.named(fields.record, text, line, kinds) for text, line in fields.texts(key)]
        return tuple(dict.fromkeys(one for one in found if one))

    def named(self, record: Record, text: str, line: int, kinds: Collection[str]) -> Key | None:
        """The key that a text names; where it names none or several, the record is rejected."""
        found = self.index.look(text, kinds)
        if isinstance(found, Miss):
            record.reject(line, found.message, found.expected, found.hint)
            return None
        record.rest_on(found, shown(text), line)
        return found


def entries(ledger: Ledger, file: str, node: Node | None, kind: str) -> Iterator[tuple[Record, Table, int]]:
    """The records of a list of mappings, with their position in it; what is no mapping is rejected."""
    if node is None or (isinstance(node, Text) and not node.value.strip()):
        return
    if not isinstance(node, Items):
        ledger.open(kind, file, node.line).reject(
            node.line, f"one {kind} where a list belongs", "a list of mappings"
        )
        return
    for position, item in enumerate(node.values, 1):
        record = ledger.open(kind, file, item.line)
        if isinstance(item, Table):
            yield record, item, position
        else:
            record.reject(item.line, "this is no mapping", f"the fields of a {kind}, like 'id: ...'")
