"""`backchannel silence`."""

from __future__ import annotations

from dataclasses import replace
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
from backchannel.exports.report_model import Table
from backchannel.exports.report_scope import Options, Scope
from backchannel.exports.report_silences import gaps_table, inside_table, open_table, silences_table
from backchannel.graph.builds import current
from backchannel.graph.ledger import LEDGER_LEVELS
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.ontology.terms import RANKS, SCOPES

__all__ = ["command"]


@click.command("silence")
@click.option("--between", nargs=2, metavar="ONE OTHER", help="Only of these two, in any spelling.")
@click.option("--channel", metavar="NAME", help="Only of this channel: the time between its proven uses.")
@click.option("--level", type=click.Choice(LEDGER_LEVELS), help="Default: that of --between, else person.")
@click.option(
    "--rank", type=click.Choice(sorted(RANKS)), help="Count only contacts of this rank on both sides."
)
@click.option(
    "--scope",
    type=click.Choice(list(SCOPES)),
    help="Count only contacts that a silence of this scope excludes. Default: any contact.",
)
@at_option
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    between: tuple[str, str] | None,
    channel: str | None,
    level: str | None,
    rank: str | None,
    scope: str | None,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show the silences: those claimed, and the gaps between held contacts, in days at least and at most.

    Below stand the held contacts that fall into a claimed silence, certainly or possibly. A gap is claimed
    where a voice says that the two were silent, otherwise merely unrecorded. A ministers'
    silence (--rank minister) isn't broken by an ambassador's visit, one of calls (--scope calls) not by a
    letter. CSV, JSON and Markdown hold the gaps, those still open last.

    \b
    Examples:
      backchannel silence --between "Lloyd Austin" "Sergei Shoigu"
      backchannel silence --between Washington Moscow --rank minister --scope calls
      backchannel silence --level state --at 2022-05-15 --known 2022-06-01
      backchannel silence --channel "Stuttgart deconfliction hotline"
    """
    build = current(graph)
    knowledge = build.knowledge()
    ends = _ends(knowledge, between, channel)
    level = level or _level(ends)
    if rank and level == "channel":
        raise click.UsageError("--rank is for those who speak; a channel has none: leave one of the two out")
    asked = Options(at=at, known=known, level=level, rank=rank, scope=scope)
    scene = Scope(knowledge, asked, ends)
    gaps, still_open = gaps_table(scene), open_table(scene)
    claimed = _claimed(silences_table(scene), scene, ends, (gaps, still_open))
    if form != "table":
        print_table(_joined(gaps, still_open), form)
        return
    inside = inside_table(scene, build.ask("10", {"known": known} if known else {}))
    tables = (claimed, gaps, still_open, _inside(inside, ends, (gaps, still_open)))
    for table in tables:
        print_table(table, form)
    if evidence:
        print_evidence(tables, build, documents, known)


def _ends(knowledge: Knowledge, between: tuple[str, str] | None, channel: str | None) -> tuple[Key, ...]:
    if between and channel:
        raise click.UsageError("give either --between or --channel: a silence of two, or of a channel")
    lookup = Lookup(knowledge)
    if channel:
        return (lookup.find(channel, ("channel",)),)
    return tuple(sorted(lookup.find(name) for name in between or ()))


def _level(ends: tuple[Key, ...]) -> str:
    kinds = {key.split("/", 1)[0] for key in ends}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(LEDGER_LEVELS) else "person"


def _joined(gaps: Table, still_open: Table) -> Table:
    """Both tables as one, the open gaps without a later contact."""
    names = [column.name for column in still_open.columns]
    rows = [dict(zip(names, row, strict=True)) for row in still_open.rows]
    return replace(
        gaps,
        rows=(*gaps.rows, *(tuple(row.get(column.name, "") for column in gaps.columns) for row in rows)),
    )


def _claimed(table: Table, scope: Scope, ends: tuple[Key, ...], gaps: tuple[Table, ...]) -> Table:
    """The silences claimed of a pair itself, or of a wider circle that one of its gaps falls into."""
    if not ends:
        return table
    own = {one.claim for one in scope.silences if set(ends) <= set(one.parties)}
    own |= {claim for gap in gaps for claim in gap.claims}
    return replace(table, rows=tuple(row for row in table.rows if own & set(_claims(row[-1]))))


def _inside(table: Table, ends: tuple[Key, ...], gaps: tuple[Table, ...]) -> Table:
    """Of a pair or a channel the contacts that stand in its gaps."""
    told = {claim for gap in gaps for claim in gap.claims}
    return replace(
        table, rows=tuple(row for row in table.rows if not ends or told & set(_claims(row[-1])[:1]))
    )


def _claims(cell: object) -> tuple[Key, ...]:
    return cell if isinstance(cell, tuple) else ()
