"""case.yaml: the title, the language of the paraphrases, when the case was recorded."""

from __future__ import annotations

from pathlib import Path

from backchannel.graph.clock import UNKNOWN_PUBLICATION, day_bounds
from backchannel.graph.errors import DateError
from backchannel.graph.model import Stamp
from backchannel.graph.records.dates import refuse_date
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.files import CASE_FILE, text_of
from backchannel.graph.records.ledger import Ledger, Record
from backchannel.graph.records.names import language_tag
from backchannel.graph.records.text import Fault
from backchannel.graph.records.yamltext import Table, parse

__all__ = ["FIELDS", "settings"]

FIELDS = ("title", "language", "recorded", "roster_as_of", "note")


def settings(root: Path) -> Desk:
    """The desk of a case, as its case.yaml sets it.

    Where that can't be read, its problems are in the ledger and the rest of the case is read with
    defaults: one run shows all there is to put right. A case.yaml that is in order is no record.
    """
    record = Record("case", CASE_FILE, 1)
    node = _node(root, record)
    fields = Fields(record, node, FIELDS)
    fields.need("title", "a title of the case")
    recorded = (
        _day(fields, "recorded") if fields.need("recorded", "the day the case took its claims in") else None
    )
    vouched = _day(fields, "roster_as_of") or recorded
    language = language_tag(fields, "language") or "en"
    ledger = Ledger()
    if record.problems:
        ledger.records.append(record)
    title = fields.text("title") or root.name
    last = vouched[1] if vouched else UNKNOWN_PUBLICATION
    return Desk(title, language, recorded[0] if recorded else None, last, ledger)


def _node(root: Path, record: Record) -> Table:
    try:
        node = parse(text_of(root, root / CASE_FILE))
    except Fault as fault:
        record.reject(fault.line, fault.message, fault.expected, fault.hint)
        return Table({}, 1)
    if isinstance(node, Table):
        return node
    record.reject(1, "this is no mapping", "lines such as 'title: ...'")
    return Table({}, 1)


def _day(fields: Fields, key: str) -> tuple[Stamp, Stamp] | None:
    """The midnights at which a day begins and is over."""
    text = fields.text(key)
    if text is None:
        return None
    try:
        return day_bounds(text)
    except DateError as error:
        refuse_date(fields, key, error)
        return None
