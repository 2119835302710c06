"""Rows as a table for a terminal, as CSV, as JSON, or as Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from backchannel.exports.markdown import printable, table_markdown

__all__ = ["as_csv", "as_json", "as_table", "printable", "render"]

GUTTER = 3  # between two columns
Cell = str | int | float | bool | None


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """CSV (RFC 4180, but with plain line feeds) with a header.

    >>> print(as_csv(["who", "n"], [["Lloyd Austin", 2]]), end="")
    who,n
    Lloyd Austin,2
    """
    return "".join(_csv_line(row) for row in (columns, *rows))


def _csv_line(row: Sequence[Cell]) -> str:
    """One row; the writer quotes a lone carriage return only where its own line ends hold one."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(["" if cell is None else cell for cell in row])
    return out.getvalue()[:-2] + "\n"


def as_json(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A JSON array of objects, one a row.

    >>> print(as_json(["who"], [["Sergei Shoigu"]]), end="")
    [
      {
        "who": "Sergei Shoigu"
      }
    ]
    """
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def as_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], width: int | None = None) -> str:
    """A table for people; without a terminal it is as wide as its content, up to 200 columns."""
    texts = [["" if cell is None else printable(str(cell)) for cell in row] for row in (columns, *rows)]
    wide = width or terminal_width()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column, least in zip(texts[0], _least_widths(texts, wide), strict=True):
        table.add_column(Text(column), overflow="fold", min_width=least)
    for row in texts[1:]:
        table.add_row(*map(Text, row))
    console = Console(file=io.StringIO(), width=wide, color_system=None, legacy_windows=False)
    console.print(table)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _least_widths(texts: Sequence[Sequence[str]], width: int) -> list[int | None]:
    """The widths at which no word of a column is broken; none where all together would not fit."""
    words = [
        max((len(word) for text in column for word in text.split()), default=1)
        for column in zip(*texts, strict=True)
    ]
    return [*words] if sum(words) + GUTTER * len(words) <= width else [None] * len(words)


def terminal_width() -> int:
    console = Console()
    return console.width if console.is_terminal else 200


def render(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: str) -> str:
    """Rows in one of the forms: table, csv, json, markdown."""
    writers = {"table": as_table, "csv": as_csv, "json": as_json, "markdown": table_markdown}
    return writers[form](columns, rows)
