"""`backchannel measures`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backchannel.commands.common import at_option, format_option, graph_option, known_option, say
from backchannel.commands.progress import Watch
from backchannel.commands.report_tables import print_table
from backchannel.exports.measures_tables import ranking_table, series_tables
from backchannel.exports.measures_text import definitions_markdown, statements
from backchannel.exports.report_model import Table
from backchannel.graph.analytics.choices import DATED, DEFAULT, OUTCOMES, WEIGHTS, Choices
from backchannel.graph.analytics.measured import COMMON, Asked, Measured, measured
from backchannel.graph.analytics.periods import EVERY
from backchannel.graph.analytics.registry import MEASURES
from backchannel.graph.builds import current
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["command"]

SHOWN = 20


@click.command("measures")
@click.option("--list", "listed", is_flag=True, help="Say what each measure means, and stop.")
@click.option(
    "--measure",
    "names",
    multiple=True,
    type=click.Choice(list(MEASURES)),
    metavar="NAME",
    help="Which to take; may be given several times, and the first decides the order. Default: "
    f"{', '.join(COMMON)}.",
)
@click.option("--level", type=click.Choice(NETWORK_LEVELS), default="person", show_default=True)
@at_option
@known_option
@click.option("--since", metavar="DAY", help="Only what may have been from this day on.")
@click.option("--until", metavar="DAY", help="Only what may have been by the end of this day.")
@click.option("--every", type=click.Choice(list(EVERY)), help="A series: once a month, quarter or year.")
@click.option(
    "--outcome",
    "outcomes",
    multiple=True,
    type=click.Choice(OUTCOMES),
    help="Which contacts make a link; may be given several times. Default: held.",
)
@click.option("--contested", is_flag=True, help="Count contacts on whose outcome the sources disagree, too.")
@click.option("--certain", is_flag=True, help="Count only contacts that certainly lie in the window.")
@click.option(
    "--weight",
    type=click.Choice(WEIGHTS),
    default=DEFAULT.weight,
    show_default=True,
    help="What a link weighs: its distinct contacts, 1, or its contacts decayed by their age.",
)
@click.option(
    "--half-life",
    type=click.FloatRange(min=0, min_open=True),
    metavar="DAYS",
    help=f"With --weight decayed: at which age a contact weighs one half. Default: {DEFAULT.half_life:g}.",
)
@click.option(
    "--dated",
    type=click.Choice(DATED),
    default=DEFAULT.dated,
    show_default=True,
    help="With --weight decayed: which end of an uncertain date counts: the least it can weigh, or the most.",
)
@click.option("--limit", type=click.IntRange(min=1), help=f"So many rows. Default: {SHOWN} shown, or all.")
@format_option
@graph_option
def command(
    listed: bool,
    names: tuple[str, ...],
    level: str,
    at: str | None,
    known: str | None,
    since: str | None,
    until: str | None,
    every: str | None,
    outcomes: tuple[str, ...],
    contested: bool,
    certain: bool,
    weight: str,
    half_life: float | None,
    dated: str,
    limit: int | None,
    form: str,
    graph: Path,
) -> None:
    """Rank persons, offices or states by measures of the network of their contacts.

    Only held contacts carry, unless other outcomes are asked for. What was chosen stands above the table
    and in every row of CSV and JSON; in brackets stands the rank. The numbers describe what is on record,
    no more. With --every the periods stand side by side (in CSV and JSON below each other).

    \b
    Examples:
      backchannel measures
      backchannel measures --list
      backchannel measures --level state --measure betweenness --measure constraint --known 2022-06-01
      backchannel measures --measure contacts --every quarter --since 2021-10 --until 2022-10
      backchannel measures --measure sought --measure received --outcome refused --outcome ignored
      backchannel measures --measure pagerank --weight decayed --half-life 90 --at 2022-10-31
      backchannel measures --measure cut_links --format csv
    """
    if listed:
        click.echo(definitions_markdown(names or tuple(MEASURES)))
        return
    if half_life is not None and weight != "decayed":
        raise click.UsageError("--half-life is for contacts that decay: add --weight decayed, or leave it")
    choices = Choices(
        tuple(dict.fromkeys(outcomes)) or DEFAULT.outcomes,
        contested,
        certain,
        weight,
        half_life or DEFAULT.half_life,
        dated=dated,
    )
    asked = Asked(tuple(dict.fromkeys(names)) or COMMON, level, at, known, since, until, every, choices)
    with Watch() as step:
        found = measured(current(graph).knowledge(), asked, step)
    _print(found, form, limit)


def _print(found: Measured, form: str, limit: int | None) -> None:
    if form in ("csv", "json"):
        print_table(ranking_table(found, limit), form)
        return
    for sentence in statements(found):
        click.echo(f"{sentence}\n" if form == "markdown" else sentence)
    click.echo()
    for table in _tables(found, limit or SHOWN):
        print_table(table, form)
    _left_out(found, limit or SHOWN)


def _tables(found: Measured, limit: int) -> list[Table]:
    return series_tables(found, limit) if found.asked.every else [ranking_table(found, limit)]


def _left_out(found: Measured, limit: int) -> None:
    keys = {key for one in found.taken for name in found.asked.names for key in one.values[name]}
    if len(keys) > limit:
        sys.stdout.flush()
        say(f"{len(keys) - limit} more; --limit {len(keys)} shows all, --format csv has all")
