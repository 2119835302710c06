"""Tables of the report, printed: for the commands that answer with one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from backchannel.commands.common import say
from backchannel.exports.evidence_text import evidence_text
from backchannel.exports.report_cells import Shown, shown_columns, shown_row
from backchannel.exports.report_model import Table
from backchannel.exports.report_tables import table_csv, table_json
from backchannel.exports.tables import as_table
from backchannel.graph.builds import Build
from backchannel.graph.evidence import evidence

__all__ = ["print_evidence", "print_table"]


def print_table(table: Table, form: str) -> None:
    """Print a table of the report as a table for people, as CSV or as JSON."""
    if form != "table":
        text = table_csv(table) if form == "csv" else table_json(table)
        sys.stdout.write(text)
        return
    click.echo(click.style(table.title, bold=True))
    if not table.rows:
        click.echo(f"  {table.empty}\n")
        return
    titles = [column.title for column in shown_columns(table)]
    click.echo(as_table(titles, [[_cell(one) for one in shown_row(table, row)] for row in table.rows]))


def _cell(one: Shown) -> str:
    return " ".join(key.split("/", 1)[1] for key in one.claims) or one.text


def print_evidence(tables: Sequence[Table], build: Build, documents: Path | None, most: int = 50) -> None:
    """Print what stands behind the claims of tables, each once, in the order in which they are named."""
    keys = list(dict.fromkeys(claim for table in tables for claim in table.claims))
    texts = build.texts(documents)
    for key in keys[:most]:
        click.echo(evidence_text(evidence(build.knowledge(), key, texts)))
    if len(keys) > most:
        say(f"{len(keys) - most} more claims stand behind this; `backchannel show claim/ID` shows each")
