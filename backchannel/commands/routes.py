"""`backchannel routes`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from backchannel.commands.common import (
    at_option,
    documents_option,
    format_option,
    graph_option,
    known_option,
    say,
    working,
)
from backchannel.commands.report_tables import print_evidence, print_table, with_evidence
from backchannel.exports.markdown import escaped
from backchannel.exports.report_holders import tenure_text
from backchannel.exports.report_model import Table
from backchannel.exports.report_route_words import summary
from backchannel.exports.report_routes import (
    closed_table,
    cuts_table,
    disjoint_table,
    each_table,
    routes_table,
)
from backchannel.exports.tables import printable
from backchannel.graph.asof import last_day
from backchannel.graph.builds import Build, current
from backchannel.graph.errors import DateError
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_memory import DEFAULT_WITHIN
from backchannel.graph.routes import END_KINDS, MOST_LINES, Routes, routes
from backchannel.ontology.terms import RANKS

__all__ = ["command"]

SHOWN = ("routes", "closed", "disjoint", "each")
TABLES = (*SHOWN, "cuts")


@click.command("routes")
@click.option(
    "--from", "origin", metavar="NAME", required=True, help="A state, office, person or organisation."
)
@click.option("--to", "goal", metavar="NAME", required=True, help="The other end.")
@at_option
@known_option
@click.option(
    "--within",
    metavar="TIME",
    default=DEFAULT_WITHIN,
    show_default=True,
    help="How long a held contact proves a line: '90 days', '2 years', or 'always'.",
)
@click.option(
    "--lines",
    "most",
    type=click.IntRange(1, 6),
    default=MOST_LINES,
    show_default=True,
    help="The most lines of a route; 2 are a chain through one go-between.",
)
@click.option(
    "--without",
    metavar="NAME",
    multiple=True,
    help="Leave out a person, office, channel, party, organisation or state. Repeatable.",
)
@click.option(
    "--without-rank",
    "ranks",
    type=click.Choice(list(RANKS)),
    multiple=True,
    help="Leave out all of a rank. Repeatable.",
)
@click.option("--each", is_flag=True, help="Say what is left if each person, office or channel goes.")
@click.option(
    "--table",
    "which",
    type=click.Choice(TABLES),
    help="Print this table only; 'cuts' lists the smallest sets that separate the ends.",
)
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    origin: str,
    goal: str,
    at: str | None,
    known: str | None,
    within: str,
    most: int,
    without: tuple[str, ...],
    ranks: tuple[str, ...],
    each: bool,
    which: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show which routes were open between two on a day, and what is left without somebody.

    A route is a chain of lines. A line is a standing channel that was open, or two persons, offices or
    groups that held contact within the time given, if both were still in office. A line whose last attempt
    was refused or ignored is closed; so is one through a dead channel. Certain and possible are told apart.

    CSV and JSON hold the routes, one a row; with --each what each loss costs, with --table another table.

    \b
    Examples:
      backchannel routes --from Washington --to Moscow --at 2022-03-24 --known 2022-04-01
      backchannel routes --from Washington --to Moscow --without "Jake Sullivan" --without-rank ambassador
      backchannel routes --from Washington --to Moscow --at 2022-10-31 --each
      backchannel routes --from "US Secretary of Defense" --to Moscow --within always --lines 3
    """
    build = current(graph)
    knowledge = build.knowledge()
    lookup = Lookup(knowledge)
    ends = lookup.find(origin, END_KINDS), lookup.find(goal, END_KINDS)
    gone = [lookup.find(name) for name in without]
    with working("looking for routes ..."):
        found = routes(knowledge, *ends, _day(knowledge, at, known), known, within, most, gone, ranks)
        tables = _tables(
            knowledge, found, which or ("each" if each and form in ("csv", "json") else None), each
        )
    if form in ("csv", "json"):
        print_table(tables[0], form)
        return
    if which is None:
        words = [knowledge.label(key) for key in gone] + [f"the rank of {rank}" for rank in ranks]
        said = summary(knowledge, found, (origin, goal), list(dict.fromkeys(words)))
        _print_words([_understood(knowledge, ends), *said], form)
    for table in tables:
        print_table(table, form)
        if form == "markdown":
            click.echo()
        if table.note:
            say(table.note)
    if evidence and form == "table":
        _print_evidence(tables, build, documents, known)


def _day(knowledge: Knowledge, at: str | None, known: str | None) -> str:
    """The day asked for, by default the last one on which something was published."""
    day = at if at is not None else last_day(knowledge, known)
    if day is None:
        raise DateError(
            "nothing was published by then, so there is no last day; give one with --at YYYY-MM-DD"
        )
    return day


def _tables(knowledge: Knowledge, found: Routes, which: str | None, each: bool) -> list[Table]:
    """The table asked for, or all of them; the costly ones are made only where they are shown."""
    make = {
        "routes": lambda: routes_table(knowledge, found),
        "closed": lambda: closed_table(knowledge, found),
        "disjoint": lambda: disjoint_table(knowledge, found.left),
        "cuts": lambda: cuts_table(knowledge, found.left),
        "each": lambda: each_table(knowledge, found),
    }
    if which is not None:
        return [make[which]()]
    return [make[name]() for name in SHOWN if each or name != "each"]


def _understood(knowledge: Knowledge, ends: tuple[Key, Key]) -> str:
    """How the names were understood."""
    return f"understood as: {' and '.join(knowledge.label(key) for key in ends)}"


def _print_words(lines: Sequence[str], form: str) -> None:
    """The answer in sentences; what is in a list begins with two blanks."""
    if form != "markdown":
        click.echo("\n".join(printable(line) for line in lines) + "\n")
        return
    before = ""
    for line in lines:
        item = line.startswith("  ")
        gap = "" if not before or (item and before.startswith("  ")) else "\n"
        click.echo(f"{gap}- {escaped(line)}" if item else f"{gap}{escaped(line)}")
        before = line
    click.echo()


def _print_evidence(tables: Sequence[Table], build: Build, documents: Path | None, known: str | None) -> None:
    """The claims behind the tables, and what the roster says of those who are out of office."""
    knowledge = build.knowledge()
    print_evidence([with_evidence(table, knowledge) for table in tables], build, documents, known)
    tenures = dict.fromkeys(key for table in tables for key in table.claims if key not in knowledge.claims)
    for key in tenures:
        click.echo(tenure_text(knowledge, key, known))
