"""The chapter on what is contested: each position with the claims that hold it."""

from __future__ import annotations

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import contact_words, listed, occurrence_words, said_words, shortened
from backchannel.graph.disputes import Dispute, Position
from backchannel.graph.model import Key

__all__ = ["about_words", "contested_section", "contested_table", "position_words"]

CONTESTED = (
    Column("kind", "What about"),
    Column("about", "Of what"),
    Column("about_key", "Key", shown=False),
    Column("position", "One position"),
    Column("documents", "In"),
    Column("certain", "Contradiction"),
    Column("claims", "Claims", "claims"),
)


def contested_section(scope: Scope) -> Section:
    """Contradictions, kept side by side."""
    return Section(
        "contested",
        "What is contested",
        "Claims that cannot all be true; none is struck out. One row a position. 'Perhaps' marks claims that"
        " contradict each other only if they speak of the same attempts, which nobody says.",
        tables=(contested_table(scope),),
    )


def contested_table(scope: Scope) -> Table:
    """One row a position of each dispute."""
    rows = tuple(_row(scope, one, position) for one in scope.disputes for position in one.positions)
    return Table("contested", "Positions", CONTESTED, rows, empty="The claims do not contradict each other.")


def about_words(scope: Scope, one: Dispute) -> str:
    """What a dispute is about, in words."""
    kind = one.about.split("/", 1)[0]
    if kind == "claim":
        claim = scope.knowledge.claims[one.about]
        return f"{scope.voice(claim.voice, claim.voice_office)}: {shortened(claim.paraphrase, 100)}"
    if kind == "pair":
        return "attempts between " + listed(_members(scope, one.about))
    contact = next((found for found in scope.contacts if found.contact == one.about), None)
    return contact_words(scope.knowledge, contact) if contact else _parties(scope, one)


def position_words(scope: Scope, one: Dispute, position: Position) -> str:
    """What one side holds, in words."""
    if one.kind == "initiator":
        return "sought by " + listed(scope.label(key) for key in position.holds.split(" "))
    if one.kind == "date":
        claim = scope.knowledge.claims[position.claims[0]]
        return f"{occurrence_words(claim.when.bounds)}: {said_words(claim.when)}" if claim.when else ""
    if one.kind == "day of the statement":
        return _said(scope, position)
    return position.holds


def _said(scope: Scope, position: Position) -> str:
    claim = scope.knowledge.claims[position.claims[0]]
    said = next((one.said for one in claim.citations if one.said and one.said.edtf == position.holds), None)
    return f"said {occurrence_words(said.bounds)}: {said_words(said)}" if said else position.holds


def _row(scope: Scope, one: Dispute, position: Position) -> Row:
    return (
        one.kind,
        about_words(scope, one),
        one.about,
        position_words(scope, one, position),
        "; ".join(scope.label(document) for document in position.documents or _documents(scope, position)),
        "yes" if one.certain else "perhaps",
        position.claims,
    )


def _documents(scope: Scope, position: Position) -> list[Key]:
    claims = [scope.knowledge.claims[key] for key in position.claims]
    return sorted({one.document for claim in claims for one in claim.citations if one.document})


def _members(scope: Scope, pair: Key) -> list[str]:
    return [scope.label(f"state/{name}") for name in pair.rsplit("/", 1)[1].split("~")]


def _parties(scope: Scope, one: Dispute) -> str:
    parties = [p.entity for key in one.claims for p in scope.knowledge.claims[key].participants]
    return listed(scope.label(key) for key in dict.fromkeys(parties))
