"""`backchannel holder`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import (
    at_option,
    format_option,
    graph_option,
    known_option,
)
from backchannel.commands.report_tables import print_table
from backchannel.exports.report_holders import (
    apart_table,
    as_of_words,
    every_holding,
    holders_table,
    seat_words,
    tenure_text,
)
from backchannel.exports.report_scope import Options, Scope
from backchannel.exports.tables import printable
from backchannel.graph.builds import current
from backchannel.graph.errors import DateError
from backchannel.graph.holders import Seat, holders, seats
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.titles import Titles

__all__ = ["command"]


@click.command("holder")
@click.argument("title", required=False)
@at_option
@known_option
@format_option
@click.option(
    "--evidence/--no-evidence",
    default=None,
    help="Whether to show what the roster says. Default: where an office is named.",
)
@graph_option
def command(
    title: str | None,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool | None,
    graph: Path,
) -> None:
    """Say who held an office on a day: certainly, possibly, several, or nobody known.

    TITLE is the office's name or a title in German, English, Russian or French; without it every office
    is listed. A gap is never filled with the nearest holder. Who is only designated, or whose claim is
    contested, stands apart. Of a month or a year only who held the office throughout is certain.

    \b
    Examples:
      backchannel holder "der russische Verteidigungsminister" --at 2022-03-23 --known 2022-04-01
      backchannel holder "US Secretary of State" --at 2022-09
      backchannel holder --at 2022-10-23
    """
    knowledge = current(graph).knowledge()
    office = Lookup(knowledge).find(title, ("office",)) if title is not None else None
    day = _day(knowledge, at, known)
    found = [holders(knowledge, office, day, known)] if office else seats(knowledge, day, known)
    if form in ("csv", "json"):
        print_table(every_holding(knowledge, found, day, known), form)
        return
    if title is not None and office:
        _print_verdict(knowledge, title, found[0], (day, known))
    if office is None or found[0].holders:
        print_table(holders_table(knowledge, found, day, known), form)
    apart = apart_table(knowledge, found, known)
    if apart.rows:
        print_table(apart, form)
    if evidence or (evidence is None and office):
        _print_roster(knowledge, found, known)


def _day(knowledge: Knowledge, at: str | None, known: str | None) -> str:
    """The day asked for, by default the last one on which something was published."""
    day = at or Scope(knowledge, Options(known=known)).at
    if day is None:
        raise DateError(
            "nothing was published by then, so there is no last day; give one with --at YYYY-MM-DD"
        )
    return day


def _print_verdict(knowledge: Knowledge, title: str, seat: Seat, days: tuple[str, str | None]) -> None:
    """How the title was understood, and what the tenures come to."""
    click.echo(f"understood as: {printable(knowledge.label(seat.office))}")
    click.echo(f"{printable(seat_words(knowledge, seat, *days))}\n")
    capacity = Titles(knowledge).read(title).capacity
    if capacity and all(one.capacity != capacity for one in seat.holdings):
        click.echo(f"the title says '{capacity}', but the roster has nobody so {as_of_words(*days)}\n")


def _print_roster(knowledge: Knowledge, found: list[Seat], known: str | None) -> None:
    """The claims behind the table, each once."""
    claims: dict[Key, None] = {claim: None for seat in found for one in seat.holdings for claim in one.claims}
    for claim in claims:
        click.echo(tenure_text(knowledge, claim, known))
