"""`backchannel diff`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, graph_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_differences import NOTHING, difference_tables, differences_table
from backchannel.exports.report_model import Row, Table
from backchannel.graph.builds import Build, current
from backchannel.graph.clock import known_stamp
from backchannel.graph.differences import KINDS, differences

__all__ = ["command"]


@click.command("diff")
@click.option("--only", type=click.Choice(KINDS), multiple=True, help="Only this; may be repeated.")
@click.option("--at", metavar="DAY", help="How things stood on this day (YYYY-MM-DD), as told then and then.")
@click.option(
    "--known",
    "days",
    metavar="DAY",
    multiple=True,
    help="The end of a day (YYYY-MM-DD); given exactly twice.",
)
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    only: tuple[str, ...],
    at: str | None,
    days: tuple[str, ...],
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show what became known, was withdrawn or changed between the ends of two days of publication.

    The earlier of the two --known is 'before', in whatever order they are given. Contacts, silences,
    channels, holders of offices and what is contested are compared; with --at as they stood on that day.

    \b
    Examples:
      backchannel diff --known 2022-04-01 --known 2022-06-01
      backchannel diff --known 2022-04-01 --known 2022-06-01 --at 2022-03-24 --only channel
    """
    if len(days) != 2:
        raise click.UsageError(f"expected --known exactly twice, found it {_times(len(days))}")
    before, after = sorted(days, key=known_stamp)
    build = current(graph)
    knowledge = build.knowledge()
    found = differences(knowledge, before, after, at, only or KINDS)
    if form != "table":
        print_table(differences_table(knowledge, found, before, after), form)
        return
    tables = difference_tables(knowledge, found, before, after)
    for table in tables:
        print_table(table, form)
    if not tables:
        click.echo(NOTHING)
    if evidence:
        print_evidence(_with_evidence(build, tables), build, documents, after)


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once"}.get(count, f"{count} times")


def _with_evidence(build: Build, tables: Sequence[Table]) -> list[Table]:
    """The tables with those claims only of which there is evidence: a roster's tenures have none."""
    claims = build.knowledge().claims

    def row_of(row: Row) -> Row:
        return tuple(
            tuple(key for key in cell if key in claims) if isinstance(cell, tuple) else cell for cell in row
        )

    return [replace(table, rows=tuple(row_of(row) for row in table.rows)) for table in tables]
