"""The order in which a case is read: first every name, then what rests on names, last the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from backchannel.graph.records.channels import channel
from backchannel.graph.records.channels import enter as enter_channel
from backchannel.graph.records.claims import Dossier
from backchannel.graph.records.desk import Desk, entries
from backchannel.graph.records.documents import FIELDS as DOCUMENT
from backchannel.graph.records.documents import Titled, circular_sources, document
from backchannel.graph.records.documents import enter as enter_document
from backchannel.graph.records.dossiers import Read, claims, rest
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.links import link
from backchannel.graph.records.roster import SECTIONS, Named, enter, entity, succession
from backchannel.graph.records.sections import File
from backchannel.graph.records.tenures import tenure
from backchannel.graph.records.yamltext import Table

__all__ = ["records"]

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier whose document is entered."""

    file: File
    titled: Titled


def records(desk: Desk, files: Sequence[File], step: Step) -> Read:
    """Read every record of the files onto the desk; ``step`` is called after each dossier."""
    roster = [one for file in files for one in _names(desk, file)]
    channels = [one for file in files for one in _channels(desk, file)]
    dossiers = [_open(desk, file) for file in files if _is_dossier(file)]
    for one in roster:
        entity(desk, one)
    succession(desk, roster)
    for one in channels:
        channel(desk, one)
    for file in files:
        for record, node, _ in entries(desk.ledger, file.name, file.sections.get("tenures"), "tenure"):
            tenure(desk, record, node)
    for dossier in dossiers:
        document(desk, dossier.titled)
    circular_sources(desk, [dossier.titled for dossier in dossiers])
    read = _dossiers(desk, dossiers, _tables(desk, files), step)
    link(desk, read)
    desk.ledger.settle()
    return read


def _is_dossier(file: File) -> bool:
    return file.source.room == "dossiers" and not file.source.is_table


def _names(desk: Desk, file: File) -> Iterator[Named]:
    for section, kind in SECTIONS.items():
        for record, node, _ in entries(desk.ledger, file.name, file.sections.get(section), kind):
            found = enter(desk, kind, record, node)
            if found:
                yield found


def _channels(desk: Desk, file: File) -> Iterator[Named]:
    for record, node, _ in entries(desk.ledger, file.name, file.sections.get("channels"), "channel"):
        found = enter_channel(desk, record, node)
        if found:
            yield found


def _open(desk: Desk, file: File) -> Opened:
    node = file.sections.get("document")
    line = node.line if node else 1
    record = desk.ledger.open("document", file.name, line)
    if isinstance(node, Table):
        return Opened(file, enter_document(desk, record, node, file.source.stem))
    found = "'document' is no mapping" if node else "no 'document' in this dossier"
    record.reject(line, found, "'document:' with at least id and title")
    key = f"document/{file.source.stem} ({file.name})"
    desk.ledger.share(key, record)
    return Opened(file, Titled(key, Fields(record, Table({}, line), DOCUMENT)))


def _tables(desk: Desk, files: Sequence[File]) -> dict[str, File]:
    """The tables of contacts by the name of their dossier; one without a dossier is rejected."""
    stems = {file.source.stem for file in files if _is_dossier(file)}
    tables = [file for file in files if file.source.room == "dossiers" and file.source.is_table]
    for table in tables:
        if table.source.stem not in stems:
            stem = table.source.stem
            record = desk.ledger.open("file", table.name, 1)
            record.reject(
                1, "no document belongs to this table", f"it in dossiers/{stem}.yaml, as 'document:'"
            )
    return {table.source.stem: table for table in tables}


def _dossiers(desk: Desk, dossiers: Sequence[Opened], tables: dict[str, File], step: Step) -> Read:
    read = Read()
    for one in dossiers:
        found = desk.documents[one.titled.key]
        dossier = Dossier(found, found.language or desk.language)
        sections = one.file.sections
        claims(desk, dossier, one.file.name, sections.get("claims"), dossier.last, read)
        table = tables.get(one.file.source.stem)
        if table:
            claims(desk, dossier, table.name, table.sections["claims"], f"{dossier.last}-row", read)
        rest(desk, dossier, one.file.name, sections, read)
        step()
    return read
