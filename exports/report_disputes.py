"""The chapter on what is contested: each position by voice; and what was withdrawn, as a kind of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backchannel.exports.language import ENGLISH, Language
from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import contact_words, listed, occurrence_words, said_words, shortened
from backchannel.exports.tables import printable
from backchannel.graph.consensus import Consensus
from backchannel.graph.disputes import Dispute, Position, Voiced, Withdrawal, by_voice
from backchannel.graph.model import Claim, Key, Knowledge

__all__ = [
    "about_words",
    "contested_section",
    "contested_table",
    "dispute_tables",
    "disputes_table",
    "position_words",
    "thing_words",
    "withdrawn_table",
]

AGREED = "The claims do not contradict each other."
STANDING = "Nothing that was published had been withdrawn."
WORDS = 100  # of a paraphrase, in characters

CONTESTED = (
    Column("kind", "What about"),
    Column("about", "Of what"),
    Column("about_key", "Key", shown=False),
    Column("position", "One position"),
    Column("voice", "According to"),
    Column("documents", "In"),
    Column("claims", "Claims", "claims"),
    Column("certain", "Contradiction"),
)
POSITIONS = tuple(one for one in CONTESTED if one.name in ("position", "voice", "documents", "claims"))
Contacts = Mapping[Key, Consensus]


def contested_section(scope: Scope) -> Section:
    """Contradictions, kept side by side."""
    return Section(
        "contested",
        "What is contested",
        "Claims that cannot all be true; none is struck out. One row a position and voice. 'Perhaps' marks"
        " claims that contradict each other only if they speak of the same attempts or of different places"
        " or means, which nobody says.",
        tables=(contested_table(scope),),
    )


def contested_table(scope: Scope) -> Table:
    """One row a position and voice of each dispute of the report."""
    contacts = {one.contact: one for one in scope.contacts}
    return disputes_table(scope.knowledge, scope.disputes, contacts, scope.options.known)


def disputes_table(
    knowledge: Knowledge,
    found: Iterable[Dispute],
    contacts: Contacts,
    known: str | None = None,
    withdrawn: Iterable[Withdrawal] = (),
) -> Table:
    """One row a position and voice of each dispute; then what was ``withdrawn`` and what by, as rows of that
    kind. ``contacts`` names the contacts, ``known`` limits the documents to those published by then."""
    rows = [
        (
            one.kind,
            thing_words(knowledge, one.about, one.claims, contacts),
            one.about,
            *_position(knowledge, one, row),
            _surely(one),
        )
        for one in found
        for row in _voiced(knowledge, one, known)
    ]
    rows += [row for one in withdrawn for row in _withdrawal_rows(knowledge, one, contacts, known)]
    return Table("contested", "Positions", CONTESTED, tuple(rows), empty=AGREED)


def dispute_tables(
    knowledge: Knowledge, found: Iterable[Dispute], contacts: Contacts, known: str | None = None
) -> tuple[Table, ...]:
    """A table for each dispute, for people: the positions side by side."""
    return tuple(_block(knowledge, one, contacts, known) for one in found)


def withdrawn_table(
    knowledge: Knowledge, found: Iterable[Withdrawal], contacts: Contacts, known: str | None = None
) -> Table:
    """What was withdrawn, each claim with what took its place; nothing of it was deleted."""
    rows = tuple(
        (row[1], *row[3:7]) for one in found for row in _withdrawal_rows(knowledge, one, contacts, known)
    )
    columns = tuple(one for one in CONTESTED if one.name not in ("kind", "about_key", "certain"))
    return Table("withdrawn", "Withdrawn, and kept", columns, rows, empty=STANDING)


def about_words(scope: Scope, one: Dispute) -> str:
    """What a dispute is about, in words."""
    contact = next((found for found in scope.contacts if found.contact == one.about), None)
    return thing_words(
        scope.knowledge, one.about, one.claims, {one.about: contact} if contact else {}, scope.language
    )


def thing_words(
    knowledge: Knowledge, about: Key, claims: Iterable[Key], contacts: Contacts, words: Language = ENGLISH
) -> str:
    """What claims are about, in words: a contact, silence or channel, a statement, the attempts of a pair."""
    kind = about.split("/", 1)[0]
    if kind == "claim" and about in knowledge.claims:
        claim = knowledge.claims[about]
        return f"{_voice(knowledge, claim)}: {shortened(claim.paraphrase, WORDS)}"
    if kind == "pair":
        members = (f"state/{name}" for name in about.rsplit("/", 1)[1].split("~"))
        names = words.listed(knowledge.label(key, words.code) for key in members)
        return words.say("attempts-between", names=names)
    return _hub(knowledge, about, claims, contacts, words)


def _hub(knowledge: Knowledge, hub: Key, claims: Iterable[Key], contacts: Contacts, words: Language) -> str:
    if hub in contacts:
        return contact_words(knowledge, contacts[hub], words)
    if hub in knowledge.channels:
        return knowledge.label(hub, words.code)
    parties = (one.entity for key in claims for one in knowledge.claims[key].participants)
    return words.listed(knowledge.label(key, words.code) for key in dict.fromkeys(parties))


def position_words(knowledge: Knowledge, one: Dispute, position: Position) -> str:
    """What one side holds, in words."""
    claim = knowledge.claims[position.claims[0]]
    if one.kind == "initiator":
        return "sought by " + listed(knowledge.label(key) for key in position.holds.split(" "))
    if one.kind == "date":
        return _date(claim)
    if one.kind == "day of the statement":
        return _said(claim, position)
    if one.kind == "denial":
        return ", ".join(part for part in (f"{position.holds}: {claim.outcome or ''}", _date(claim)) if part)
    return position.holds


def _date(claim: Claim) -> str:
    if claim.when is None or not claim.when.edtf:
        return ""
    return f"{occurrence_words(claim.when.bounds)}: {said_words(claim.when)}"


def _said(claim: Claim, position: Position) -> str:
    said = next((one.said for one in claim.citations if one.said and one.said.edtf == position.holds), None)
    return f"said {occurrence_words(said.bounds)}: {said_words(said)}" if said else position.holds


def _voiced(knowledge: Knowledge, one: Dispute, known: str | None) -> list[tuple[Position, Voiced]]:
    return [
        (position, voiced) for position in one.positions for voiced in by_voice(knowledge, position, known)
    ]


def _position(knowledge: Knowledge, one: Dispute, row: tuple[Position, Voiced]) -> Row:
    """The cells of a position as one voice holds it."""
    position, voiced = row
    held = Position(position.holds, voiced.claims, position.documents)
    return (
        position_words(knowledge, one, held),
        _named(knowledge, voiced.voice, voiced.voice_office),
        "; ".join(knowledge.label(key) for key in voiced.documents),
        voiced.claims,
    )


def _surely(one: Dispute) -> str:
    return "yes" if one.certain else "perhaps"


def _block(knowledge: Knowledge, one: Dispute, contacts: Contacts, known: str | None) -> Table:
    surely = "they can't all be true" if one.certain else "perhaps they speak of different things"
    what = thing_words(knowledge, one.about, one.claims, contacts).rstrip(".")
    title = " ".join(printable(f"{one.kind}; {what}; {surely}; {one.about}").split())
    rows = tuple(_position(knowledge, one, row) for row in _voiced(knowledge, one, known))
    return Table("positions", title, POSITIONS, rows)


def _withdrawal_rows(
    knowledge: Knowledge, one: Withdrawal, contacts: Contacts, known: str | None
) -> list[Row]:
    """The claim that was withdrawn, then the one that did so."""
    about = thing_words(knowledge, one.about, (one.claim,), contacts) or one.about
    first = f"said first, {one.how} since: {shortened(knowledge.claims[one.claim].paraphrase, WORDS)}"
    rows = [_withdrawal_row(knowledge, one.claim, about, one.about, first, known)]
    if one.by:
        ahead = "said instead" if one.how == "corrected" else "taken back"
        then = f"{ahead}: {shortened(knowledge.claims[one.by].paraphrase, WORDS)}"
        rows.append(_withdrawal_row(knowledge, one.by, about, one.about, then, known))
    return rows


def _withdrawal_row(
    knowledge: Knowledge, key: Key, about: str, hub: Key, words: str, known: str | None
) -> Row:
    (voiced,) = by_voice(knowledge, Position("", (key,)), known)
    documents = "; ".join(knowledge.label(document) for document in voiced.documents)
    voice = _named(knowledge, voiced.voice, voiced.voice_office)
    return ("withdrawn", about, hub, words, voice, documents, (key,), "withdrawn")


def _voice(knowledge: Knowledge, claim: Claim) -> str:
    return _named(knowledge, claim.voice, claim.voice_office)


def _named(knowledge: Knowledge, voice: Key, office: Key | None) -> str:
    return f"{knowledge.label(voice)}, {knowledge.label(office)}" if office else knowledge.label(voice)
