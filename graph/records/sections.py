"""A file of a case as its sections: the lists it holds, whether it is YAML or CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backchannel.graph.nearest import nearest
from backchannel.graph.records.dossiers import SECTIONS as DOSSIER_SECTIONS
from backchannel.graph.records.fields import shown
from backchannel.graph.records.files import TABLES, Source, text_of
from backchannel.graph.records.ledger import Ledger
from backchannel.graph.records.roster import SECTIONS as ROSTER_SECTIONS
from backchannel.graph.records.tables import contacts, roster
from backchannel.graph.records.text import Fault
from backchannel.graph.records.yamltext import Node, Table, parse

__all__ = ["File", "load"]

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "roster": (*ROSTER_SECTIONS, "tenures"),
    "channels": ("channels",),
    "dossiers": DOSSIER_SECTIONS,
}


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read: its sections by name (of a table of contacts: only 'claims')."""

    source: Source
    sections: Mapping[str, Node] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.source.name


def load(root: Path, source: Source, ledger: Ledger) -> File | None:
    """The sections of a file; None, and the file rejected, where it can't be read."""
    try:
        return _load(root, source, ledger)
    except Fault as fault:
        record = ledger.open("file", source.name, fault.line)
        record.reject(fault.line, fault.message, fault.expected, fault.hint)
        return None


def _load(root: Path, source: Source, ledger: Ledger) -> File | None:
    if source.is_table and source.room == "roster" and source.stem not in TABLES:
        expected = "one of " + ", ".join(f"{table}.csv" for table in TABLES)
        raise Fault(1, "no table of the roster has this name", expected, nearest(source.stem, TABLES))
    text = text_of(root, source.path)
    if source.is_table and source.room == "roster":
        return File(source, {source.stem: roster(text, source.stem, source.name, ledger)})
    if source.is_table:
        return File(source, {"claims": contacts(text, source.name, ledger)})
    return _sections(source, parse(text), ledger)


def _sections(source: Source, node: Node | None, ledger: Ledger) -> File | None:
    valid = SECTIONS[source.room]
    if node is None:
        ledger.warn(source.name, "the file is empty", "one of " + ", ".join(valid))
        return None
    if not isinstance(node, Table):
        raise Fault(node.line, "this is no mapping", "one of " + ", ".join(f"'{name}:'" for name in valid))
    for name, line in node.twice:
        hint = f"put all in one list (the first is on line {node.lines[name]})"
        ledger.open("section", source.name, line).reject(
            line, f"'{shown(name)}' stands twice", "each once", hint
        )
    for name in node.values:
        if name not in valid:
            _refuse(source, name, node.lines[name], ledger)
    return File(source, {name: one for name, one in node.values.items() if name in valid})


def _refuse(source: Source, name: str, line: int, ledger: Ledger) -> None:
    valid = SECTIONS[source.room]
    record = ledger.open("section", source.name, line)
    homes = [room for room, names in SECTIONS.items() if name in names]
    hint = f"it belongs into {homes[0]}/" if homes else nearest(name, valid)
    record.reject(line, f"unknown section '{shown(name)}'", "one of " + ", ".join(valid), hint)
