"""`backchannel disputes`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_disputes import contested_table
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.builds import current

__all__ = ["command"]


@click.command("disputes")
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(known: str | None, form: str, evidence: bool, documents: Path | None, graph: Path) -> None:
    """Show what is contested: outcomes, denials, dates, initiators, days of speaking, side by side.

    \b
    Examples:
      backchannel disputes
      backchannel disputes --known 2022-04-01 --format csv
    """
    build = current(graph)
    table = contested_table(Scope(build.knowledge(), Options(known=known)))
    print_table(table, form)
    if form == "table" and evidence:
        print_evidence((table,), build, documents)
