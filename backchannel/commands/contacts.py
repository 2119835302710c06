"""`backchannel contacts`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, graph_option, known_option, say
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_model import Table
from backchannel.exports.report_occasions import occasions_table
from backchannel.exports.report_words import listed
from backchannel.graph.builds import current
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.occasions import LEVELS, OUTCOMES, Occasion, last, occasions
from backchannel.graph.semantics import Truth
from backchannel.ontology.terms import MODES

__all__ = ["command"]

NOTHING = "Nothing on record for what was asked; that is no proof that there was no contact."
SIDES = ("person", "office", "organisation", "state", "party")


@click.command("contacts")
@click.argument("names", nargs=-1, metavar="[ONE [OTHER]]")
@click.option("--since", metavar="DAY", help="From the beginning of this day, month or year.")
@click.option("--until", metavar="DAY", help="To the end of this day, month or year.")
@click.option(
    "--outcome",
    "outcomes",
    multiple=True,
    type=click.Choice([*OUTCOMES, "any"]),
    help="Which outcomes; may be given several times. Default: held.",
)
@click.option("--means", multiple=True, type=click.Choice(list(MODES)), help="Only by these means.")
@click.option("--level", type=click.Choice(LEVELS), help="Only between two of these, and show them so.")
@click.option("--last", "count", type=click.IntRange(min=1), metavar="N", help="Only the last N of them.")
@click.option("--spoken-of", is_flag=True, help="Also those that nobody says took place.")
@click.option("--at", metavar="DAY", help="All by the end of this day (instead of --since and --until).")
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    names: tuple[str, ...],
    since: str | None,
    until: str | None,
    outcomes: tuple[str, ...],
    means: tuple[str, ...],
    level: str | None,
    count: int | None,
    spoken_of: bool,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show the contacts of a time, those that certainly lie in it and those that may.

    Of everybody, of ONE, or of ONE with the OTHER, in any spelling; a state or an office stands for
    those who act for it. A contact is certain where nobody contests it and every possible date lies in
    the time asked for. Of the last N each is given that can be one of them. CSV, JSON and Markdown hold
    one table with the column certainty.

    \b
    Examples:
      backchannel contacts --since 2022-09 --until 2022-09
      backchannel contacts "Mark Milley" "Valery Gerasimov" --last 1 --known 2022-06-01
      backchannel contacts "United States" Russia --outcome refused --outcome ignored
      backchannel contacts "Joe Biden" "Vladimir Putin" --means meeting --means visit --last 1
    """
    build = current(graph)
    knowledge = build.knowledge()
    one, other = _sides(knowledge, names)
    asked = None if "any" in outcomes else (outcomes or ("held",))
    found = occasions(knowledge, one, other, level, since, until, at, known, asked, means or None)
    chosen = [each for each in found if each.truth is not Truth.IMPOSSIBLE]
    if count is not None:
        chosen = last(chosen, count)
    unsaid = [each for each in found if not each.asserted and each.within is not Truth.IMPOSSIBLE]
    if form != "table":
        certain_first = sorted(chosen, key=lambda each: each.truth is not Truth.CERTAIN)
        every = [*certain_first, *(unsaid if spoken_of else ())]
        print_table(occasions_table(knowledge, every, "Contacts", NOTHING, certainty=True), form)
        return
    tables = _tables(knowledge, chosen, count)
    if spoken_of:
        title = "Only announced, proposed or denied: nobody says that they took place"
        tables.append(occasions_table(knowledge, unsaid, title))
    for table in tables:
        print_table(table, form)
    _remark(found, chosen, () if spoken_of else unsaid)
    if evidence:
        print_evidence(tables, build, documents, known)


def _sides(knowledge: Knowledge, names: tuple[str, ...]) -> tuple[Key | None, Key | None]:
    if len(names) > 2:
        raise click.UsageError(f"expected at most two names, found {len(names)}; put each in quotation marks")
    lookup = Lookup(knowledge)
    keys = [lookup.find(name, SIDES) for name in names]
    if len(keys) == 2 and keys[0] == keys[1]:
        raise click.UsageError(f"expected two different parties, found {knowledge.label(keys[0])} twice")
    return (keys[0] if keys else None), (keys[1] if len(keys) == 2 else None)


def _tables(knowledge: Knowledge, chosen: list[Occasion], count: int | None) -> list[Table]:
    """The certain ones, then the possible ones; one sentence where there are neither."""
    among = f" among the last {count}" if count else ""
    certain = [each for each in chosen if each.truth is Truth.CERTAIN]
    possible = [each for each in chosen if each.truth is Truth.POSSIBLE]
    empty = "None." if chosen else NOTHING
    return [
        occasions_table(knowledge, certain, f"Certainly{among}", empty),
        occasions_table(knowledge, possible, f"Possibly{among}", "None."),
    ]


def _remark(found: list[Occasion], chosen: list[Occasion], unsaid: list[Occasion] | tuple[()]) -> None:
    """What else is on record of those asked for, on standard error."""
    outside = [one for one in found if one.fact is not Truth.IMPOSSIBLE and one.within is Truth.IMPOSSIBLE]
    inside = [one for one in found if one.asserted and one.fact is Truth.IMPOSSIBLE is not one.within]
    earlier = len([one for one in found if one.truth is not Truth.IMPOSSIBLE]) - len(chosen)
    parts = [
        (len(outside), "outside the time asked for"),
        (earlier, "earlier"),
        (len(inside), "with another outcome (--outcome any shows them)"),
        (len(unsaid), "that nobody says took place (--spoken-of shows them)"),
    ]
    more = [f"{number} {words}" for number, words in parts if number]
    if more:
        say(f"On record besides: {listed(more)}.")
