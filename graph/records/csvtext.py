"""CSV read strictly (RFC 4180): an unclosed quote is an error, not a swallowed row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from backchannel.graph.nearest import nearest
from backchannel.graph.records.text import Fault

__all__ = ["Row", "Sheet", "parse"]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line on which it begins."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the names of its columns, and its rows that hold anything (some may have too few or
    too many cells: that is for the reader to reject)."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def parse(text: str, known: Callable[[str], bool], names: tuple[str, ...]) -> Sheet:
    """The rows of a CSV text whose first row names the columns.

    ``known`` says whether a column exists; ``names`` are those offered where it doesn't. Rows
    without any text in them are left out. Raises :class:`Fault` for an unclosed quote, and for a
    column that is unknown or stands twice.

    >>> sheet = parse('id,says\\n1,"a, b"\\n', lambda name: name in ("id", "says"), ("id", "says"))
    >>> sheet.rows[0]
    Row(cells=('1', 'a, b'), line=2)
    >>> parse('id,say\\n1,a', lambda name: name in ("id", "says"), ("id", "says"))
    Traceback (most recent call last):
    ...
    backchannel.graph.records.text.Fault: line 1: unknown column 'say'
    """
    rows = _rows(text)
    if not rows:
        raise Fault(1, "the table is empty", "a first row with the names of the columns")
    columns = tuple(cell.strip() for cell in rows[0].cells)
    _check(columns, rows[0].line, known, names)
    return Sheet(columns, tuple(rows[1:]))


def _rows(text: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(tuple(cells), line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _fault(error, line) from None
    return rows


def _fault(error: csv.Error, line: int) -> Fault:
    if "unexpected end of data" in str(error):
        return Fault(
            line, "a quote that is never closed", 'a closing " in this row', 'write " inside a cell as ""'
        )
    if "expected after" in str(error):
        return Fault(line, "text after a closing quote", "a comma", 'write " inside a cell as ""')
    return Fault(line, f"not CSV: {error}")


def _check(columns: tuple[str, ...], line: int, known: Callable[[str], bool], names: tuple[str, ...]) -> None:
    if len(columns) == 1 and any(mark in columns[0] for mark in ";\t"):
        raise Fault(line, "the columns are not separated by commas", "commas between the columns")
    for number, name in enumerate(columns):
        if not known(name):
            found = f"unknown column {name!r}" if name else f"column {number + 1} has no name"
            raise Fault(line, found, "one of " + ", ".join(names), nearest(name, names))
        if name in columns[:number]:
            raise Fault(line, f"the column {name!r} stands twice", "each column once")
