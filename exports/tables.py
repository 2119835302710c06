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
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(printable(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else printable(str(cell))) for cell in row))
    console = Console(
        file=io.StringIO(), width=width or terminal_width(), color_system=None, legacy_windows=False
    )
    console.print(table)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def terminal_width() -> int:
    console = Console()
    return console.width if console.is_terminal else 200


def render(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: str) -> str:
    """Rows in one of the forms: table, csv, json, markdown."""
    writers = {"table": as_table, "csv": as_csv, "json": as_json, "markdown": table_markdown}
    return writers[form](columns, rows)
