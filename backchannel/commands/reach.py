"""`backchannel reach`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import (
    documents_option,
    format_option,
    graph_option,
    known_option,
    say,
    working,
)
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_model import Table
from backchannel.exports.report_reach import (
    chain_tables,
    chains_table,
    reach_words,
    reached_table,
    span_words,
)
from backchannel.exports.tables import printable
from backchannel.graph.builds import current
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.graph.reach import Reach, reach

__all__ = ["command"]

KINDS = (*NETWORK_LEVELS, "party")


@click.command("reach")
@click.argument("name")
@click.argument("other", required=False)
@click.option("--since", metavar="DAY", help="From when on NAME has the word: the beginning of this day.")
@click.option("--by", "--at", "by", metavar="DAY", help="Until when it may travel: the end of this day.")
@known_option
@click.option("--level", type=click.Choice(NETWORK_LEVELS), help="Default: that of the names.")
@click.option(
    "--fastest", "goal", flag_value="fastest", help="The chain with the fewest days from first to last."
)
@click.option("--fewest", "goal", flag_value="fewest", help="A chain of the fewest contacts, however late.")
@click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=0,
    metavar="DAYS",
    help="Days from a contact to the next, at least.",
)
@click.option("--one-way", is_flag=True, help="Word goes only from whoever sought the contact.")
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    name: str,
    other: str | None,
    since: str | None,
    by: str | None,
    known: str | None,
    level: str | None,
    goal: str | None,
    wait: int,
    one_way: bool,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Say whether word could get from one to another by a day, and through whom.

    Word passes on by held contacts, each later than the one before, and both ways, whoever sought the
    contact. Certainly: in every course of events that the dates leave open. Possibly: in one of them. Two
    contacts of the same day possibly follow one another, never certainly. Of several chains one is shown that
    arrives first. Without OTHER: whom word could reach.

    \b
    Examples:
      backchannel reach "Mark Milley" "Sergei Shoigu" --since 2021-06 --by 2022-10-31
      backchannel reach Washington Moscow --since 2022-02-24 --by 2022-03-31 --known 2022-04-01
      backchannel reach "Joe Biden" --since 2022-05-01 --by 2022-10-31 --no-evidence
    """
    build = current(graph)
    knowledge = build.knowledge()
    one, second = _ends(knowledge, name, other)
    with working("following word ..."):
        found = reach(knowledge, one, second, level, since, by, known, goal or "earliest", wait, one_way)
    if second is None:
        tables = [reached_table(knowledge, one, found)]
    else:
        tables = _pair(knowledge, found[0], since, by, form)
    for table in tables:
        print_table(table, form)
    if second is None and goal:
        say("--fastest and --fewest are about two; with one name the chains that arrive first are shown")
    if evidence and form == "table":
        print_evidence(tables, build, documents, known)


def _ends(knowledge: Knowledge, name: str, other: str | None) -> tuple[Key, Key | None]:
    lookup = Lookup(knowledge)
    one, second = lookup.find(name, KINDS), lookup.find(other, KINDS) if other else None
    if one == second:
        raise click.UsageError(f"{name!r} and {other!r} are the same; expected two")
    return one, second


def _pair(knowledge: Knowledge, found: Reach, since: str | None, by: str | None, form: str) -> list[Table]:
    """The chains as tables; for people the answer in words comes first."""
    if form != "table":
        return [chains_table(knowledge, found)]
    ends = f"{knowledge.label(found.source)} to {knowledge.label(found.target)}"
    click.echo(printable(f"Could word get from {ends}{span_words(since, by)}?"))
    for line in reach_words(knowledge, found):
        click.echo(printable(f"  {line}"))
    click.echo()
    return chain_tables(knowledge, found)
