"""`backchannel channels`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_channels import channels_table, statements_table
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.builds import current

__all__ = ["command"]


@click.command("channels")
@click.option("--at", metavar="DAY", help="As of this day (YYYY-MM-DD). Default: the last day published.")
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    at: str | None, known: str | None, form: str, evidence: bool, documents: Path | None, graph: Path
) -> None:
    """Show each channel: what it is said to be on a day, its last proven use, what failed through it.

    CSV and JSON hold one row a channel.

    \b
    Examples:
      backchannel channels
      backchannel channels --at 2022-03-24 --known 2022-04-01
    """
    build = current(graph)
    scope = Scope(build.knowledge(), Options(at=at, known=known))
    tables = (channels_table(scope), statements_table(scope))
    for table in tables if form == "table" else tables[:1]:
        print_table(table, form)
    if form == "table" and evidence:
        print_evidence(tables, build, documents)
