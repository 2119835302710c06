"""`backchannel silence`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_model import Table
from backchannel.exports.report_scope import Options, Scope
from backchannel.exports.report_silences import gaps_table, open_table, silences_table
from backchannel.graph.builds import current
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["command"]


@click.command("silence")
@click.option("--between", nargs=2, metavar="ONE OTHER", help="Only of these two, in any spelling.")
@click.option("--at", metavar="DAY", help="Up to this day (YYYY-MM-DD). Default: the last day published.")
@click.option("--level", type=click.Choice(NETWORK_LEVELS), help="Default: that of --between, else person.")
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    between: tuple[str, str] | None,
    at: str | None,
    level: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show the silences: those claimed, and the gaps between held contacts, in days at least and at most.

    A gap is claimed where a voice says that the two were silent, otherwise merely unrecorded. CSV and
    JSON hold the gaps, the open ones last.

    \b
    Examples:
      backchannel silence --between "Lloyd Austin" "Sergei Shoigu"
      backchannel silence --level state --known 2022-04-01
    """
    build = current(graph)
    knowledge = build.knowledge()
    pair = _pair(knowledge, between)
    scope = Scope(knowledge, Options(at=at, known=known, level=level or _level(pair)))
    gaps, still_open = (_of(table, knowledge, pair) for table in (gaps_table(scope), open_table(scope)))
    claimed = _claimed(silences_table(scope), scope, pair, (gaps, still_open))
    if form != "table":
        print_table(gaps, form)
        return
    tables = (claimed, gaps, still_open)
    for table in tables:
        print_table(table, form)
    if evidence:
        print_evidence(tables, build, documents)


def _pair(knowledge: Knowledge, between: tuple[str, str] | None) -> tuple[Key, ...]:
    lookup = Lookup(knowledge)
    return tuple(lookup.find(name) for name in between or ())


def _level(pair: tuple[Key, ...]) -> str:
    kinds = {key.split("/", 1)[0] for key in pair}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(NETWORK_LEVELS) else "person"


def _of(table: Table, knowledge: Knowledge, pair: tuple[Key, ...]) -> Table:
    """The rows of one pair; all of them where none was asked for."""
    if not pair:
        return table
    wanted = {knowledge.label(key) for key in pair}
    return replace(table, rows=tuple(row for row in table.rows if {row[0], row[1]} == wanted))


def _claimed(table: Table, scope: Scope, pair: tuple[Key, ...], gaps: tuple[Table, ...]) -> Table:
    """The silences claimed of a pair itself, or of a wider circle that one of its gaps falls into."""
    if not pair:
        return table
    own = {one.claim for one in scope.silences if set(pair) <= set(one.parties)}
    own |= {claim for gap in gaps for claim in gap.claims}
    return replace(table, rows=tuple(row for row in table.rows if own & set(_claims(row[-1]))))


def _claims(cell: object) -> tuple[Key, ...]:
    return cell if isinstance(cell, tuple) else ()
