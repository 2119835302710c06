"""`backchannel channels`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import (
    at_option,
    documents_option,
    format_option,
    graph_option,
    known_option,
)
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_channels import (
    attempts_table,
    channels_table,
    details_table,
    phases_table,
    statements_table,
)
from backchannel.exports.report_model import Table
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.builds import current
from backchannel.graph.errors import UnknownNameError
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge

__all__ = ["command"]


@click.command("channels")
@click.argument("name", required=False)
@at_option
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    name: str | None,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show each channel: its state on a day, its last proven use, which attempts got through.

    With NAME (in any spelling) the history of one: what it was said, proven and found to be over time,
    the statements, and attempts between its ends by other lines. A state is certain or possible on the
    day by the dates of the claims; 'last said' speaks of an earlier day. Only a held contact proves that
    a channel works. CSV, JSON and Markdown hold one row a channel; with NAME, one a phase.

    \b
    Examples:
      backchannel channels
      backchannel channels --at 2022-03-24 --known 2022-04-01
      backchannel channels "deconfliction hotline"
    """
    build = current(graph)
    knowledge = build.knowledge()
    only = _found(knowledge, name) if name else None
    scope = Scope(knowledge, Options(at=at, known=known))
    tables = _one(scope, only) if only else (channels_table(scope), details_table(scope))
    shown = tables if form == "table" else tables[:1]
    for table in shown:
        print_table(table, form)
    if form == "table" and evidence:
        print_evidence(tables, build, documents, known)


def _found(knowledge: Knowledge, name: str) -> Key:
    try:
        return Lookup(knowledge).find(name, ("channel",))
    except UnknownNameError as error:
        raise UnknownNameError(f"{error}; `backchannel channels` lists them") from error


def _one(scope: Scope, channel: Key) -> tuple[Table, ...]:
    """The history of one channel; its phases come first, as they are what CSV and JSON hold."""
    return (
        phases_table(scope, channel),
        channels_table(scope, channel),
        details_table(scope, channel),
        statements_table(scope, channel),
        attempts_table(scope, channel),
    )
