"""`backchannel disputes`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from backchannel.commands.common import at_option, documents_option, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_disputes import AGREED, dispute_tables, disputes_table, withdrawn_table
from backchannel.graph.builds import current
from backchannel.graph.consensus import consensus
from backchannel.graph.disputes import Withdrawal, concerned, disputes, withdrawals
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge

__all__ = ["command"]


@click.command("disputes")
@click.argument("names", nargs=-1, metavar="[ONE [OTHER]]")
@at_option
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    names: tuple[str, ...],
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show what is contested, by voice and document, and what was withdrawn; of ONE and OTHER if named.

    Contested are outcomes, denials, dates, initiators, modes, places and days of speaking. What its own
    voice corrected or retracted is kept, and shown with what took its place. CSV, JSON and Markdown hold one
    row a position and voice.

    \b
    Examples:
      backchannel disputes
      backchannel disputes "Lloyd Austin" "Sergei Shoigu"
      backchannel disputes --known 2022-04-01 --format csv
    """
    build = current(graph)
    knowledge = build.knowledge()
    asked = _asked(knowledge, names)
    found = [one for one in disputes(knowledge, known, at) if asked <= concerned(knowledge, one.claims)]
    gone = [one for one in withdrawals(knowledge, known, at) if asked <= concerned(knowledge, _claims(one))]
    contacts = consensus(knowledge, known)
    if form != "table":
        print_table(disputes_table(knowledge, found, contacts, known, gone), form)
        return
    tables = list(dispute_tables(knowledge, found, contacts, known))
    tables += [withdrawn_table(knowledge, gone, contacts, known)] if gone else []
    for table in tables:
        print_table(table, form)
    if not found:
        click.echo(_nothing(names))
    if evidence:
        print_evidence(tables, build, documents, known)


def _asked(knowledge: Knowledge, names: tuple[str, ...]) -> frozenset[Key]:
    if len(names) > 2:
        raise click.UsageError(f"expected at most two names; found {len(names)}")
    lookup = Lookup(knowledge)
    return frozenset(lookup.find(name) for name in names)


def _claims(one: Withdrawal) -> Iterable[Key]:
    return (one.claim, one.by) if one.by else (one.claim,)


def _nothing(names: tuple[str, ...]) -> str:
    if not names:
        return AGREED
    return "No claims on record that concern them contradict each other; that is no proof that all agree."
