"""`backchannel origins`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import (
    at_option,
    documents_option,
    format_option,
    graph_option,
    known_option,
    say,
)
from backchannel.commands.report_tables import print_evidence, print_table
from backchannel.exports.report_model import SHOWN_ROWS, Table
from backchannel.exports.report_origins import fewest_first, origins_table
from backchannel.graph.asof import as_of
from backchannel.graph.builds import current
from backchannel.graph.corroboration import Statement, corroboration
from backchannel.graph.iris import key_of
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Claim, Key, Knowledge

__all__ = ["command", "key_named"]


@click.command("origins")
@click.argument("name", required=False)
@at_option
@known_option
@format_option
@click.option(
    "--evidence/--no-evidence", default=None, help="Whether to show the claims. Default: with NAME."
)
@documents_option
@graph_option
def command(
    name: str | None,
    at: str | None,
    known: str | None,
    form: str,
    evidence: bool | None,
    documents: Path | None,
    graph: Path,
) -> None:
    """Count the independent origins of each statement, and name those that stand on weak ground.

    Articles that go back to the same voice or the same document are one origin. NAME is a person, office,
    state or channel in any spelling, or the id of a contact, silence, channel or claim (contact/...);
    without it all statements are shown, those with the fewest origins first. CSV and JSON hold one row for
    each value that is stated.

    \b
    Examples:
      backchannel origins
      backchannel origins "Stuttgart deconfliction hotline" --known 2022-04-01
      backchannel origins contact/austin-shoigu-attempts-2022
    """
    build = current(graph)
    knowledge = as_of(build.knowledge(), at)
    key = key_named(knowledge, name) if name else None
    found = [one for one in corroboration(knowledge, known) if key is None or _concerns(knowledge, one, key)]
    table = origins_table(knowledge, fewest_first(found), known, together=form in ("table", "markdown"))
    if form != "table":
        print_table(table, form)
        return
    shown = replace(table, rows=table.rows if key else table.shown_rows)
    print_table(shown, form)
    if table.rows:
        click.echo(f"{table.note}\n")
    if len(shown.rows) < len(table.rows):
        more = len(table.rows) - SHOWN_ROWS
        say(f"{more} more rest on as much or more; NAME shows those of one, `--format csv` all")
    if evidence if evidence is not None else key:
        print_evidence((_with_evidence(shown, knowledge),), build, documents, known)


def key_named(knowledge: Knowledge, name: str) -> Key:
    """The key of what is called so: an id, an IRI, or a name in any spelling.

    Raises UnknownNameError and AmbiguousNameError as :class:`Lookup` does.
    """
    key = key_of(name) or name
    if key in knowledge.claims or any(claim.about == key for claim in knowledge.claims.values()):
        return key
    return Lookup(knowledge).find(name)


def _concerns(knowledge: Knowledge, one: Statement, key: Key) -> bool:
    """Whether a statement is about something, made by it, or resting on it."""
    tenure = knowledge.tenures.get(one.about)
    if tenure is not None:
        return key in (one.about, tenure.person, tenure.office)
    claims = [knowledge.claims[claim] for claim in one.claims]
    return key == one.about or any(key in _speaks_of(claim) for claim in claims)


def _speaks_of(claim: Claim) -> set[Key | None]:
    parties = {key for p in claim.participants for key in (p.entity, p.person, p.office)}
    return {claim.key, claim.voice, claim.voice_office, claim.operator, *claim.channels, *parties}


def _with_evidence(table: Table, knowledge: Knowledge) -> Table:
    """The rows whose claims have evidence of their own; a tenure's stand in the roster."""
    kept = tuple(
        row for row in table.rows if isinstance(row[-1], tuple) and set(row[-1]) <= set(knowledge.claims)
    )
    return replace(table, rows=kept)
