"""Tables of the report, printed: for the commands that answer with one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import say
from backchannel.exports.evidence_text import evidence_text
from backchannel.exports.markdown import escaped, table_markdown
from backchannel.exports.report_cells import Shown, shown_columns, shown_row
from backchannel.exports.report_model import Table
from backchannel.exports.report_tables import table_csv, table_json
from backchannel.exports.tables import as_table
from backchannel.graph.asof import as_known
from backchannel.graph.builds import Build
from backchannel.graph.evidence import evidence
from backchannel.graph.model import Key, Knowledge

__all__ = ["print_evidence", "print_table", "with_evidence"]


def markdown(table: Table) -> str:
    """What people see of a table, with its title, as Markdown."""
    titles = [column.title for column in shown_columns(table)]
    rows = [[_cell(one) for one in shown_row(table, row)] for row in table.rows]
    body = table_markdown(titles, rows) if rows else f"{escaped(table.empty)}\n"
    return f"## {escaped(table.title)}\n\n{body}"


WRITERS: dict[str, Callable[[Table], str]] = {"csv": table_csv, "json": table_json, "markdown": markdown}


def print_table(table: Table, form: str) -> None:
    """Print a table of the report as a table for people, as CSV, JSON or Markdown."""
    if form != "table":
        sys.stdout.write(WRITERS[form](table))
        return
    click.echo(click.style(table.title, bold=True))
    if not table.rows:
        click.echo(f"  {table.empty}\n")
        return
    titles = [column.title for column in shown_columns(table)]
    click.echo(as_table(titles, [[_cell(one) for one in shown_row(table, row)] for row in table.rows]))


def _cell(one: Shown) -> str:
    text = " ".join(key.split("/", 1)[1] for key in one.claims) or one.text
    return f"{text} ({one.rank})" if one.rank else text


def print_evidence(
    tables: Sequence[Table],
    build: Build,
    documents: Path | None,
    known: str | None = None,
    most: int = 50,
) -> None:
    """Print what stands behind the claims of tables, each once, in the order in which they are named.

    With ``known``, as it stood at the end of that day: documents that came later don't show.
    """
    keys = list(dict.fromkeys(claim for table in tables for claim in table.claims))
    knowledge, texts = as_known(build.knowledge(), known), build.texts(documents)
    for key in keys[:most]:
        click.echo(evidence_text(evidence(knowledge, key, texts)))
    if len(keys) > most:
        say(f"{len(keys) - most} more claims stand behind this; `backchannel show claim/ID` shows each")


def with_evidence(table: Table, knowledge: Knowledge) -> Table:
    """The table with those claims in its last column that have evidence of their own; a tenure's stand in
    the roster."""
    rows = tuple((*row[:-1], _known(knowledge, row[-1])) for row in table.rows)
    return replace(table, rows=rows)


def _known(knowledge: Knowledge, cell: object) -> tuple[Key, ...]:
    return tuple(key for key in cell if key in knowledge.claims) if isinstance(cell, tuple) else ()
