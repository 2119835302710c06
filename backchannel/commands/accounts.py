"""`backchannel accounts`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import at_option, documents_option, format_option, graph_option, known_option
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_accounts import NOTHING, account_tables, accounts_table
from backchannel.graph.accounts import Account, accounts, selected
from backchannel.graph.builds import current
from backchannel.graph.clock import day_bounds
from backchannel.graph.errors import QueryError, UnknownNameError
from backchannel.graph.iris import key_of
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.nearest import nearest
from backchannel.ontology.terms import CONTENT_KINDS

__all__ = ["command"]

PARTIES = ("person", "office", "organisation", "state", "party")


@click.command("accounts")
@click.argument("names", nargs=-1, metavar="[ONE [OTHER] | contact/ID]")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(list(CONTENT_KINDS)),
    multiple=True,
    help="Only this; may be repeated.",
)
@click.option("--since", metavar="DAY", help="Contacts from this day (or month, or year) on.")
@click.option("--until", metavar="DAY", help="Contacts up to this day (or month, or year).")
@click.option("--non-public", is_flag=True, help="Only contacts that a voice calls non-public.")
@at_option
@known_option
@format_option
@click.option("--evidence/--no-evidence", default=True, help="Whether to show the claims.")
@documents_option
@graph_option
def command(
    names: tuple[str, ...],
    kinds: tuple[str, ...],
    since: str | None,
    until: str | None,
    non_public: bool,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool,
    documents: Path | None,
    graph: Path,
) -> None:
    """Show what each side says was spoken of in a contact, side by side, and how the voices tell it.

    Of everybody, of ONE, of ONE and OTHER (in any spelling), or of one contact. With --since or --until each
    contact is said to lie certainly or perhaps in that time. CSV, JSON and Markdown hold one row a content.

    \b
    Examples:
      backchannel accounts "Mark Milley" "Valery Gerasimov"
      backchannel accounts --kind warning --non-public --since 2022-09 --until 2022-09
      backchannel accounts contact/austin-shoigu-call-2022-10-21 --known 2022-10-31
    """
    _check_window(since, until)
    build = current(graph)
    knowledge = build.knowledge()
    contact, between = _asked(knowledge, names)
    every = accounts(knowledge, contact, between, since=since, until=until, at=at, known=known)
    found = [one for one in selected(every, kinds, non_public) if contact or _tells(one)]
    windowed = bool(since or until)
    if form != "table":
        print_table(accounts_table(knowledge, found, windowed), form)
        return
    tables = [table for one in found for table in account_tables(knowledge, one, windowed)]
    for table in tables:
        print_table(table, form)
    if not tables:
        click.echo(NOTHING)
    if evidence:
        print_evidence(tables, build, documents, known)


def _tells(one: Account) -> bool:
    """Whether there is more to show of a contact than that it is on record."""
    return bool(one.readouts or one.differs)


def _check_window(since: str | None, until: str | None) -> None:
    if since and until and day_bounds(until)[1] <= day_bounds(since)[0]:
        raise QueryError(f"--since {since} lies after --until {until}; expected the earlier day in --since")


def _asked(knowledge: Knowledge, names: tuple[str, ...]) -> tuple[Key | None, tuple[Key, ...]]:
    """The contact that is asked for, or those between whom contacts are."""
    if len(names) > 2:
        raise click.UsageError(f"expected at most two names, or one contact; found {len(names)} names")
    keys = [key_of(name) or name for name in names]
    contacts = [key for key in keys if key.startswith("contact/")]
    if contacts and len(names) > 1:
        raise click.UsageError(f"{contacts[0]!r} stands for one contact; expected no other name beside it")
    if contacts:
        return _contact(knowledge, contacts[0]), ()
    lookup = Lookup(knowledge)
    found = tuple(lookup.find(name, PARTIES) for name in names)
    if len(set(found)) < len(found):
        raise click.UsageError(
            f"{names[0]!r} and {names[1]!r} are the same; expected two who were in contact"
        )
    return None, found


def _contact(knowledge: Knowledge, key: Key) -> Key:
    there = sorted({claim.about for claim in knowledge.claims.values() if claim.kind == "contact"})
    if key not in there:
        hint = nearest(key, there)
        raise UnknownNameError(
            f"there is no contact {key!r}; expected the id of one, as `backchannel contacts` shows it"
            + (f"; {hint}" if hint else "")
        )
    return key
