"""`backchannel show`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import as_of, at_option, documents_option, graph_option, known_option
from backchannel.exports.evidence_text import evidence_text
from backchannel.exports.tables import printable
from backchannel.graph.evidence import evidence
from backchannel.graph.iris import iri_of, key_of
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Claim, Key, Knowledge

__all__ = ["command"]


@click.command("show")
@click.argument("name")
@at_option
@known_option
@documents_option
@graph_option
def command(name: str, at: str | None, known: str | None, documents: Path | None, graph: Path) -> None:
    """Show whatever is called NAME: who or what it is, and every claim about it with its evidence.

    NAME is a name in any spelling, a last name that only one person bears, the id of a claim,
    contact, silence or document (claim/..., contact/...), or an IRI.

    \b
    Examples:
      backchannel show "Lloyd Austin"
      backchannel show Шойгу
      backchannel show "Mark Milley" --known 2022-04-01
      backchannel show contact/austin-shoigu-call-2022-10-21
    """
    build = as_of(graph, at, known)
    knowledge = build.knowledge()
    key = _key(knowledge, name)
    click.echo("\n".join(_heading(knowledge, key)) + "\n")
    texts = build.texts(documents)
    for claim in _claims(knowledge, key):
        click.echo(evidence_text(evidence(knowledge, claim.key, texts)))


def _key(knowledge: Knowledge, name: str) -> Key:
    key = key_of(name) or name
    hubs = {claim.about for claim in knowledge.claims.values()}
    if key in knowledge.claims or key in hubs or key in knowledge.documents:
        return key
    return Lookup(knowledge).find(name)


def _heading(knowledge: Knowledge, key: Key) -> list[str]:
    lines = [printable(knowledge.label(key)), f"  {iri_of(key)}"]
    if key in knowledge.entities:
        forms = list(dict.fromkeys(text for text, _ in knowledge.entities[key].names.all()))
        lines.append(f"  also: {printable(', '.join(forms[1:]))}" if forms[1:] else "  one spelling only")
    held = [tenure for tenure in knowledge.tenures.values() if key in (tenure.person, tenure.office)]
    for tenure in sorted(held, key=lambda one: (one.start.bounds.earliest, one.key)):
        other = tenure.office if tenure.person == key else tenure.person
        lines.append(f"  {printable(knowledge.label(other))}: {tenure.held} ({tenure.capacity})")
    return lines


def _claims(knowledge: Knowledge, key: Key) -> list[Claim]:
    return [claim for claim in knowledge.claims.values() if key in _speaks_of(claim)]


def _speaks_of(claim: Claim) -> set[Key | None]:
    parties = {k for p in claim.participants for k in (p.entity, p.person, p.office)}
    documents = {citation.document for citation in claim.citations}
    return {claim.key, claim.about, claim.voice, *claim.channels, *parties, *documents}
