"""CSV tables as the same mappings that YAML gives, so that one reader serves both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from backchannel.graph.records.claims import SAID
from backchannel.graph.records.csvtext import Row, Sheet, parse
from backchannel.graph.records.dates import DATED
from backchannel.graph.records.ledger import Ledger
from backchannel.graph.records.roster import FIELDS as ROSTER_FIELDS
from backchannel.graph.records.roster import SECTIONS
from backchannel.graph.records.tenures import FIELDS as TENURE_FIELDS
from backchannel.graph.records.yamltext import Items, Node, Table, Text

__all__ = ["CONTACTS", "contacts", "roster"]

CONTACTS = (
    *("id", "contact", "from", "to", "between", "through", "refused_by", "how", "channel", "when"),
    *("outcome", "times", "public", "where", "topics", "stance", "hedge"),
    *SAID,
    *("at", "says", "reliability", "identified", "supersedes", "note"),
    *(f"{date}_{part}" for date in ("when", "on") for part in DATED[1:]),
)
_BY_LANGUAGE = re.compile(r"(name|also|misprints)_([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)")
_LISTS = (
    *("also", "misprints", "same_as", "members", "from", "to", "between", "through", "refused_by"),
    *("channel", "topics", "via", "at"),
)


def roster(text: str, stem: str, file: str, ledger: Ledger) -> Items:
    """The rows of a table of the roster (persons.csv ...) as mappings. Raises Fault."""
    fields = TENURE_FIELDS if stem == "tenures" else ROSTER_FIELDS[SECTIONS[stem]]
    named = "name" in fields
    names = tuple(_columns(fields)) if named else fields

    def known(column: str) -> bool:
        return column in fields or (named and _BY_LANGUAGE.fullmatch(column) is not None)

    return _mappings(parse(text, known, names), stem, file, ledger, _roster_row)


def _columns(fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        yield from (f"{field}_en", f"{field}_de") if field in ("name", "also", "misprints") else (field,)


def contacts(text: str, file: str, ledger: Ledger) -> Items:
    """The rows of a table of contacts as claims. Raises Fault."""
    return _mappings(parse(text, CONTACTS.__contains__, CONTACTS), "contacts", file, ledger, _contact_row)


Shape = Callable[[dict[str, Text]], dict[str, Node]]


def _mappings(sheet: Sheet, what: str, file: str, ledger: Ledger, shape: Shape) -> Items:
    found: list[Node] = []
    for row in sheet.rows:
        if len(row.cells) == len(sheet.columns):
            found.append(_table(sheet, row, shape))
        else:
            few = "few" if len(row.cells) < len(sheet.columns) else "many"
            message = f"too {few} cells: {len(row.cells)} for {len(sheet.columns)} columns"
            hint = "a text with a comma in it needs quotes" if few == "many" else ""
            ledger.open(f"row of {what}", file, row.line).reject(row.line, message, "a cell a column", hint)
    return Items(found, 1)


def _table(sheet: Sheet, row: Row, shape: Shape) -> Table:
    cells = {
        column: Text(cell, row.line)
        for column, cell in zip(sheet.columns, row.cells, strict=True)
        if cell.strip()
    }
    values = shape(cells)
    return Table(values, row.line, {key: row.line for key in values})


def _roster_row(cells: dict[str, Text]) -> dict[str, Node]:
    values: dict[str, Node] = {}
    for column, cell in cells.items():
        match = _BY_LANGUAGE.fullmatch(column)
        if match is None:
            values[column] = _split(cell) if column in _LISTS else cell
            continue
        forms = values.setdefault(match[1], Table({}, cell.line))
        if isinstance(forms, Table):
            forms.values[match[2]] = cell if match[1] == "name" else _split(cell)
            forms.lines[match[2]] = cell.line
    return values


def _contact_row(cells: dict[str, Text]) -> dict[str, Node]:
    nodes: dict[str, Node] = {key: _split(cell) if key in _LISTS else cell for key, cell in cells.items()}
    for key in ("when", "on"):
        worded = {part: nodes.pop(f"{key}_{part}") for part in DATED if f"{key}_{part}" in nodes}
        if worded:
            nodes[key] = _inner(({"date": nodes[key]} if key in nodes else {}) | worded)
    said = {key: nodes.pop(key) for key in SAID if key in nodes}
    return nodes | ({"said": _inner(said)} if said else {})


def _inner(values: dict[str, Node]) -> Table:
    line = next(iter(values.values())).line
    return Table(values, line, dict.fromkeys(values, line))


def _split(cell: Text) -> Items:
    return Items([Text(part.strip(), cell.line) for part in cell.value.split("|")], cell.line)
