"""The smallest sets of sources without which an answer changes, as a table; the answers in words."""

from __future__ import annotations

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import contact_words, listed, occurrence_words, plural
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION, known_stamp
from backchannel.graph.consensus import Consensus, about, live_claims
from backchannel.graph.cut import Cut, Removal
from backchannel.graph.cut_answers import (
    ChannelAnswer,
    ContactAnswer,
    LastContact,
    OfficeAnswer,
    SilenceAnswer,
)
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.semantics import live

__all__ = ["answer_words", "cut_table", "finding", "hub_words"]


def cut_table(knowledge: Knowledge, found: Cut[object], by: str, known: str | None = None) -> Table:
    """One row for each smallest set: its sources, what the answer becomes, which claims fall."""
    columns = (
        Column("without", f"Without the {by}" + ("s" if (found.size or 0) > 1 else "")),
        Column("keys", "Keys", shown=False),
        Column("now", "Now", shown=False),
        Column("becomes", "the answer becomes"),
        Column("claims", "Claims that fall", "claims"),
    )
    now = answer_words(knowledge, found.answer, known)
    rows = tuple(_row(knowledge, one, now, known) for one in found.removals)
    words = finding(found, by)
    title = words if rows else f"The fewest {by}s without which the answer changes"
    return Table("cut", title, columns, rows, empty=words)


def finding(found: Cut[object], by: str) -> str:
    """What the search came to, as a sentence.

    >>> finding(Cut(True, False, (Removal(("document/a",), False, ()),), 0, 1, True), "document")
    'One document carries this answer: without it, it is another.'
    >>> finding(Cut(True, True, (), 0, 3, True), "voice")
    'No voices can be taken away so that this answer changes.'
    """
    count, size = len(found.removals) + found.more, found.size
    if size is None and found.complete:
        return f"No {by}s can be taken away so that this answer changes."
    if size is None:
        return f"Without any {plural(found.searched, by)} the answer stays; larger sets were not tried."
    if size == 1 and count == 1:
        return f"One {by} carries this answer: without it, it is another."
    if size == 1:
        return f"Each of {count} {by}s carries this answer: without any one of them it is another."
    several = plural(size, by)
    if count == 1:
        return f"It takes {several} together: only without all of them is this answer another."
    return f"It takes {several}: without any of these {count} sets the answer is another."


def answer_words(knowledge: Knowledge, answer: object, known: str | None = None) -> str:
    """An answer in words.

    >>> answer_words(Knowledge("A case", "en"), ChannelAnswer((("in use", "certain"),), used=False))
    'in use (certain); no held contact proves its use'
    """
    if isinstance(answer, ContactAnswer):
        return f"{answer.outcome}, {answer.status}, {occurrence_words(answer.bounds)}"
    if isinstance(answer, LastContact):
        contacts = [
            f"{_named(knowledge, key, known)}, {occurrence_words(bounds)}" for key, bounds in answer.contacts
        ]
        return "; or ".join(contacts) or "no held contact on record"
    if isinstance(answer, ChannelAnswer):
        states = " / ".join(f"{state} ({truth})" for state, truth in answer.states)
        use = "a held contact proves its use" if answer.used else "no held contact proves its use"
        return f"{states or 'nothing said of its state'}; {use}"
    if isinstance(answer, SilenceAnswer):
        return "claimed" if answer.claimed else "nobody claims it"
    if isinstance(answer, OfficeAnswer):
        people = [f"{knowledge.label(who)} ({capacity}, {truth})" for who, capacity, truth in answer.holdings]
        return f"{answer.verdict}: {listed(people)}" if people else answer.verdict
    return "nothing on record"


def _row(knowledge: Knowledge, one: Removal[object], now: str, known: str | None) -> Row:
    return (
        " and ".join(_label(knowledge, key) for key in one.elements),
        " ".join(one.elements),
        now,
        answer_words(knowledge, one.answer, known),
        tuple(dict.fromkeys(claim for key in one.fallen for claim in _claims(knowledge, key, known))),
    )


def _label(knowledge: Knowledge, key: Key) -> str:
    """A source's name; a document's publisher stands behind its title."""
    document = knowledge.documents.get(key)
    if document is None or document.publisher is None:
        return knowledge.label(key)
    return f"{document.title} ({knowledge.label(document.publisher)})"


def _claims(knowledge: Knowledge, key: Key, known: str | None) -> list[Key]:
    """The claims of which something consists: itself, or that a tenure began and, once known, ended."""
    tenure = knowledge.tenures.get(key)
    if tenure is None:
        return [key]
    name, ended = key.split("/", 1)[1], tenure.end is not None and tenure.end_known is not None
    ended = ended and live(tenure.end_known or UNKNOWN_PUBLICATION, NEVER, known_stamp(known))
    return [f"claim/{name}-start", *([f"claim/{name}-end"] if ended else [])]


def hub_words(knowledge: Knowledge, hub: Key, known: str | None = None) -> str:
    """A contact by its parties and its date, a silence by its parties; anything else by its name."""
    if hub.startswith("contact/"):
        return (
            f"{_named(knowledge, hub, known)}, {occurrence_words(_consensus(knowledge, hub, known).bounds)}"
        )
    if hub.startswith("silence/"):
        claims = [claim for claim in knowledge.claims.values() if claim.about == hub]
        parties = dict.fromkeys(p.entity for claim in claims for p in claim.participants)
        return "the silence of " + listed(knowledge.label(key) for key in parties)
    return knowledge.label(hub)


def _named(knowledge: Knowledge, contact: Key, known: str | None) -> str:
    return contact_words(knowledge, _consensus(knowledge, contact, known))


def _consensus(knowledge: Knowledge, contact: Key, known: str | None) -> Consensus:
    every = [
        claim for claim in knowledge.claims.values() if claim.about == contact and claim.kind == "contact"
    ]
    then = {claim.key for claim in live_claims(knowledge, known)} & {claim.key for claim in every}
    return about(contact, [claim for claim in every if claim.key in then] or every)
