"""Channels: what they are called, of which kind they are, and between whom."""

from __future__ import annotations

from backchannel.graph.model import Channel
from backchannel.graph.records.desk import PARTIES, Desk
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.roster import Named, name_of
from backchannel.graph.records.yamltext import Table
from backchannel.ontology import terms

__all__ = ["FIELDS", "channel", "enter"]

FIELDS = ("id", "name", "also", "misprints", "kind", "between", "generic", "note")


def enter(desk: Desk, record: Record, node: Table) -> Named | None:
    """Enter a channel under its names."""
    return name_of(desk, "channel", Fields(record, node, FIELDS))


def channel(desk: Desk, one: Named) -> None:
    """Read what a record says of a channel beside its names."""
    fields = one.fields
    fields.need("kind", "one of " + ", ".join(terms.CHANNEL_KINDS))
    desk.channels[one.key] = Channel(
        key=one.key,
        names=one.names,
        kind=fields.word("kind", terms.CHANNEL_KINDS, "other") or "other",
        between=desk.refer_all(fields, "between", PARTIES),
        generic=fields.flag("generic") or False,
        note=fields.text("note"),
        place=fields.record.place,
    )
