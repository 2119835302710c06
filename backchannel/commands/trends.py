"""`backchannel trends`."""

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
from backchannel.exports.report_trends import series_table, series_tables, trials_table, verdict_words
from backchannel.exports.report_words import listed, plural
from backchannel.exports.tables import printable
from backchannel.graph.builds import current
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.graph.trends import LENGTHS, Settings, Trends, trends

__all__ = ["command"]

KINDS = (*NETWORK_LEVELS, "party")


@click.command("trends")
@click.argument("names", nargs=-1, metavar="[ONE OTHER]")
@click.option(
    "--every",
    type=click.Choice(list(LENGTHS)),
    default="month",
    show_default=True,
    help="How long a window is.",
)
@click.option("--since", metavar="DAY", help="From the beginning of this day, month or year.")
@click.option("--until", "--at", "until", metavar="DAY", help="To the end of this day, month or year.")
@known_option
@click.option("--level", type=click.Choice(NETWORK_LEVELS), help="Default: that of the names, else state.")
@click.option("--tests", "only_tests", is_flag=True, help="Only the tests, as a table, in any format.")
@click.option(
    "--within",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    metavar="DAYS",
    help="How long before and after a refusal is looked.",
)
@click.option(
    "--alpha",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.05,
    show_default=True,
    help="What p, corrected, counts as more than chance.",
)
@click.option(
    "--permutations",
    type=click.IntRange(min=99),
    default=999,
    show_default=True,
    help="How many arrangements are drawn where not all can be gone through.",
)
@click.option(
    "--pairs",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="Without names: how many pairs are tested, those with the most contacts.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of all that is drawn.")
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    names: tuple[str, ...],
    every: str,
    since: str | None,
    until: str | None,
    known: str | None,
    level: str | None,
    only_tests: bool,
    within: int,
    alpha: float,
    permutations: int,
    pairs: int,
    seed: int,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show how contacts changed from window to window, and whether that is more than chance.

    Of ONE and OTHER; without names the series of all contacts, and the tests of every pair with enough of
    them. Each number is the least and the most that uncertain dates and contested outcomes leave open. A
    change counts only if the same dates, given to the same contacts in another way, seldom show as much; if
    none does, that is said. CSV, JSON and Markdown hold the series, with --tests the tests.

    \b
    Examples:
      backchannel trends Washington Moscow --every month --since 2022 --until 2022
      backchannel trends "Lloyd Austin" "Sergei Shoigu" --every quarter --known 2022-10-31
      backchannel trends --level state --tests --format csv
    """
    build = current(graph)
    knowledge = build.knowledge()
    pair = _pair(knowledge, names)
    with working("comparing with chance ..."):
        settings = Settings(seed, permutations, within, pairs)
        found = trends(knowledge, *pair, level, every, since, until, known, settings)
    tests = trials_table(knowledge, found, alpha)
    if form != "table":
        print_table(tests if only_tests else series_table(found), form)
        return
    tables = _shown(knowledge, found, tests, only_tests, alpha)
    _remark(found)
    if evidence:
        print_evidence(tables, build, documents, known)


def _pair(knowledge: Knowledge, names: tuple[str, ...]) -> tuple[Key | None, Key | None]:
    if len(names) not in (0, 2):
        raise click.UsageError(f"expected two names or none, found {len(names)}; put each in quotation marks")
    lookup = Lookup(knowledge)
    keys = [lookup.find(name, KINDS) for name in names]
    if not keys:
        return None, None
    if keys[0] == keys[1]:
        raise click.UsageError(f"expected two different parties, found {knowledge.label(keys[0])} twice")
    return keys[0], keys[1]


def _shown(knowledge: Knowledge, found: Trends, tests: Table, only_tests: bool, alpha: float) -> list[Table]:
    who = listed(knowledge.label(key) for key in found.pair) if found.pair else "All contacts on record"
    click.echo(click.style(printable(who), bold=True))
    for line in verdict_words(knowledge, found, alpha):
        click.echo(printable(f"  {line}"))
    click.echo()
    tables = [tests] if only_tests else [*series_tables(found), tests]
    for table in tables:
        print_table(table, "table")
    return tables


def _remark(found: Trends) -> None:
    if found.untested:
        say(f"{plural(found.untested, 'pair')} with fewer contacts not tested; --pairs N tests more")
    if found.undated:
        say(
            f"{plural(found.undated, 'contact')} without a first or a last day: possible in every window that"
            " the other bound allows, in no test"
        )
