"""`backchannel cut`."""

from __future__ import annotations

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
from backchannel.commands.origins import key_named
from backchannel.commands.report_tables import print_evidence, print_table, with_evidence
from backchannel.exports.report_cut import answer_words, cut_table, hub_words
from backchannel.exports.report_scope import Options, Scope
from backchannel.exports.report_words import plural
from backchannel.exports.tables import printable
from backchannel.graph.builds import current
from backchannel.graph.clock import day_bounds
from backchannel.graph.cut import Cut
from backchannel.graph.cut_answers import (
    SOURCES,
    Question,
    channel_question,
    contact_question,
    cuts,
    last_contact_question,
    office_question,
    silence_question,
)
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Knowledge

__all__ = ["command"]

PAIR_KINDS = ("person", "office", "organisation", "state", "party")


@click.command("cut")
@click.argument("name")
@click.argument("other", required=False)
@click.option(
    "--by",
    type=click.Choice(SOURCES),
    default="document",
    show_default=True,
    help="What is taken away: documents, all documents of a publisher, or voices.",
)
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="Try sets of up to N. Default: any.")
@at_option
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims that fall.")
@documents_option
@graph_option
def command(
    name: str,
    other: str | None,
    by: str,
    most: int | None,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Find the fewest sources without which an answer changes.

    NAME and OTHER: when two (persons, offices, states) last had a held contact. NAME alone: a contact (what
    came of it and when), a silence (whether it is claimed), a channel (its state on the day) or an office
    (who held it); a name in any spelling, or an id.

    A claim stands as long as one way remains by which it came to us, with every document on that way. All
    sets are tried in the order of their size, so those shown are the smallest.

    \b
    Examples:
      backchannel cut "Mark Milley" "Valery Gerasimov"
      backchannel cut contact/austin-shoigu-attempts-2022 --by voice
      backchannel cut "Stuttgart deconfliction hotline" --at 2022-03-24
    """
    build = current(graph)
    knowledge = build.knowledge()
    with working("trying sets of sources ..."):
        asked, question = _question(knowledge, name, other, at, known)
        found = cuts(knowledge, question, by, known, most)
        table = cut_table(knowledge, found, by, known)
    if form != "table":
        print_table(table, form)
        return
    click.echo(printable(f"{asked}\n  {answer_words(knowledge, found.answer, known)}\n"))
    print_table(table, form)
    _rest(knowledge, found, by, known)
    if evidence:
        print_evidence((with_evidence(table, knowledge),), build, documents, known)


def _question(
    knowledge: Knowledge, name: str, other: str | None, at: str | None, known: str | None
) -> tuple[str, Question[object]]:
    """What is asked, in words, and as a question that can be put again without some sources."""
    if at is not None:
        day_bounds(at)
    if other is not None:
        return _pair(knowledge, name, other, at, known)
    key = key_named(knowledge, name)
    claim = knowledge.claims.get(key)
    key = claim.about if claim is not None else key
    kind = key.split("/", 1)[0]
    if kind in ("contact", "silence"):
        if at is not None:
            raise click.UsageError(f"--at is for two names, a channel or an office; {name!r} is a {kind}")
        asked = "What came of it" if kind == "contact" else "Whether it is claimed"
        make = contact_question if kind == "contact" else silence_question
        return f"{asked}: {hub_words(knowledge, key, known)}", make(knowledge, key, known)
    if kind in ("channel", "office"):
        day = Scope(knowledge, Options(at=at, known=known)).at
        if day is None:
            raise click.UsageError("nothing was published by then; say with --at which day is meant")
        what = "In what state it is" if kind == "channel" else "Who holds it"
        by_day = channel_question if kind == "channel" else office_question
        return f"{what} on {day}: {knowledge.label(key)}", by_day(knowledge, key, day, known)
    what = f"a {kind}" if kind else "about nothing in particular"
    raise click.UsageError(
        f"{name!r} is {what}; expected two names, or a contact, silence, channel or office"
    )


def _pair(
    knowledge: Knowledge, name: str, other: str, at: str | None, known: str | None
) -> tuple[str, Question[object]]:
    lookup = Lookup(knowledge)
    one, second = lookup.find(name, PAIR_KINDS), lookup.find(other, PAIR_KINDS)
    if one == second:
        raise click.UsageError(f"{name!r} and {other!r} are the same; expected two")
    until = f" up to {at}" if at else ""
    asked = f"The last held contact of {knowledge.label(one)} and {knowledge.label(second)}{until}"
    return asked, last_contact_question(knowledge, one, second, at, known)


def _rest(knowledge: Knowledge, found: Cut[object], by: str, known: str | None) -> None:
    """What else the search knows: sets that aren't shown, and where it ended without finding any."""
    if found.more:
        say(f"{found.more} more sets of {plural(found.size or 0, by)} do the same")
    if found.size is None and not found.complete:
        say(f"without any {by} at all it would be: {answer_words(knowledge, found.emptied, known)}")
