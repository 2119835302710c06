"""`backchannel ranks`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from backchannel.commands.common import at_option, counting, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_table
from backchannel.exports.tables import printable
from backchannel.exports.worlds_tables import influence_table, joined, once, ranks_table
from backchannel.exports.worlds_words import method_words, rank_sentence
from backchannel.graph.builds import current
from backchannel.graph.errors import ModelError
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.graph.worlds.model import KINDS, model_of
from backchannel.graph.worlds.ranks import ENUMERATED, MEASURED, RANKED, Ranks, ranks

__all__ = ["command"]

ALL = "all"
FEW = 10  # so many questions are shown


@click.command("ranks")
@click.option(
    "--measure",
    "names",
    multiple=True,
    type=click.Choice([*RANKED, ALL]),
    help=f"By which measures; may be given several times. Default: {', '.join(MEASURED)}.",
)
@click.option("--level", type=click.Choice(NETWORK_LEVELS), default="person", show_default=True)
@at_option
@known_option
@click.option("--since", metavar="DAY", help="From the beginning of this day, month or year.")
@click.option("--until", metavar="DAY", help="To the end of this day, month or year (the same as --at).")
@click.option("--worlds", type=int, default=1000, show_default=True, help="How many to draw.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed draws the same worlds.")
@click.option(
    "--exact",
    type=int,
    default=ENUMERATED,
    show_default=True,
    help="Go through all worlds if they are so few.",
)
@click.option(
    "--vary",
    multiple=True,
    type=click.Choice(KINDS),
    help="What may differ from world to world; may be given several times. Default: everything.",
)
@click.option(
    "--probability",
    "given",
    multiple=True,
    metavar="NAME=P",
    help="Another probability of the model, such as B=1 or hedged=0.5; the model is printed with the ranks.",
)
@click.option("--explain", metavar="NAME", help="Which open questions move this one's rank most.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N rows a measure.")
@format_option
@graph_option
def command(
    names: tuple[str, ...],
    level: str,
    at: str | None,
    known: str | None,
    since: str | None,
    until: str | None,
    worlds: int,
    seed: int,
    exact: int,
    vary: tuple[str, ...],
    given: tuple[str, ...],
    explain: str | None,
    limit: int | None,
    form: str,
    graph: Path,
) -> None:
    """Say how sure each rank is: in which part of all possible worlds it holds, and between which it lies.

    A world settles everything that the claims leave open: which day an uncertain date was, which of
    contested outcomes is true, which origins are right, who 'Sullivan' is. Few worlds are gone through one by
    one, with exact figures; of many a sample is drawn. The model and all its probabilities stand
    below the ranks, and in every row of CSV and JSON.

    \b
    Examples:
      backchannel ranks --at 2022-10-01
      backchannel ranks --measure betweenness --measure pagerank --level state
      backchannel ranks --since 2022-09 --until 2022-09 --vary date
      backchannel ranks --explain "Vladimir Putin" --probability B=1
    """
    if at is not None and until is not None:
        raise click.UsageError("give either --at or --until: both are the end of the window")
    knowledge = current(graph).knowledge()
    chosen = RANKED if ALL in names else tuple(dict.fromkeys(names)) or MEASURED
    node = Lookup(knowledge).find(explain) if explain else None
    model = model_of(_probabilities(given), vary or None)
    with counting("going through worlds") as progress:
        found = ranks(knowledge, chosen, level, at, known, since, until, worlds, seed, model, exact, progress)
    if node is None:
        _print_ranks(found, limit, form)
    else:
        _print_influences(knowledge, found, node, limit, form, known)


def _probabilities(given: Sequence[str]) -> dict[str, float]:
    """The probabilities that were typed, by their names."""
    found = {}
    for text in given:
        name, equals, value = text.partition("=")
        try:
            found[name] = float(value)
        except ValueError:
            equals = ""
        if not equals:
            raise click.UsageError(
                f"--probability {text[:60]!r}: expected a name and a probability, like B=0.9"
            )
    return found


def _print_ranks(found: Ranks, limit: int | None, form: str) -> None:
    tables = [ranks_table(found, measure, limit) for measure in found.measures]
    if form in ("csv", "json"):
        print_table(joined(tables), form)
        return
    for measure, table in zip(found.measures, tables, strict=True):
        print_table(table, form)
        leaders = [row for row in found.rows(measure)[:limit] if row.rank == 1]
        for row in leaders:
            click.echo(printable(f"{row.label}: {_lower(rank_sentence(row))}."))
        click.echo()
    _print_method(found)


def _print_influences(
    knowledge: Knowledge, found: Ranks, node: Key, limit: int | None, form: str, known: str | None
) -> None:
    if node not in found.nodes:
        raise ModelError(
            f"{knowledge.label(node)} has no contact at the level {found.level} in this window; "
            "expected somebody of the ranking: try another --level or window"
        )
    few = limit or (FEW if form in ("table", "markdown") else None)
    for measure in found.measures:
        table = influence_table(knowledge, found, node, measure, few, known)
        if form in ("csv", "json"):
            print_table(table, form)
            continue
        row = next(row for row in found.rows(measure) if row.node == node)
        print_table(once(table), form)
        click.echo(printable(f"{row.label} by {measure}: {_lower(rank_sentence(row))}."))
        click.echo(f"{table.note}\n")
    if form not in ("csv", "json"):
        _print_method(found)


def _print_method(found: Ranks) -> None:
    click.echo("\n".join(printable(line) for line in method_words(found)))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
