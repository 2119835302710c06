"""How many independent origins each statement has, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import contact_words, listed, occurrence_words
from backchannel.graph.bounds import occurrence
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.corroboration import DENIED, Statement
from backchannel.graph.model import Key, Knowledge

__all__ = ["about_words", "fewest_first", "origins_table", "value_words"]

ORIGINS = (
    Column("kind", "Kind", shown=False),
    Column("about", "Of what"),
    Column("about_key", "Key", shown=False),
    Column("field", "Field", shown=False),
    Column("value", "What is said"),
    Column("value_given", "Value", shown=False),
    Column("origins", "Origins", "count"),
    Column("articles", "Articles", "count"),
    Column("who", "Who says so"),
    Column("voices", "Voices", shown=False),
    Column("unnamed_only", "Unnamed voices only", shown=False),
    Column("one_side", "One side only", shown=False),
    Column("origin_keys", "Each origin", shown=False),
    Column("claims", "Claims", "claims"),
)

NOTE = (
    "An origin is a voice, or the document at the start of a chain. What goes back to the same one counts"
    " once, in however many articles it stands."
)


def origins_table(
    knowledge: Knowledge, statements: Sequence[Statement], known: str | None = None, together: bool = False
) -> Table:
    """One row a statement, in the order given.

    ``together`` puts neighbours about the same thing that rest on the same claims into one row, as for
    people.
    """
    contacts = consensus(knowledge, known)
    groups = groupby(statements, key=(lambda one: (one.about, one.claims)) if together else id)
    rows = tuple(_row(knowledge, contacts, list(group)) for _, group in groups)
    return Table(
        "origins",
        "Independent origins of each statement",
        ORIGINS,
        rows,
        note=NOTE,
        empty="Nothing on record says anything of it by then; that is no proof that nothing was said.",
    )


def fewest_first(statements: Iterable[Statement]) -> list[Statement]:
    """In the order of how little they rest on: fewest origins, then most articles; tenures, which all stand
    in the roster, last. What rests on the same claims stays together."""
    every = list(statements)
    weakest: dict[tuple[Key, tuple[Key, ...]], tuple[bool, int, int]] = {}
    for one in every:
        what = one.about, one.claims
        rank = one.kind == "tenure", one.origins, -one.articles
        weakest[what] = min(weakest.get(what, rank), rank)
    return sorted(
        every, key=lambda one: (*weakest[one.about, one.claims], one.about, _field(one), one.claims)
    )


def _field(one: Statement) -> str:
    """That a tenure began stands before that it ended."""
    return one.field if one.kind == "tenure" else ""


def about_words(knowledge: Knowledge, contacts: dict[Key, Consensus], one: Statement) -> str:
    """What a statement is about, in words."""
    if one.kind == "contact" and one.about in contacts:
        found = contacts[one.about]
        return f"{contact_words(knowledge, found)}, {occurrence_words(found.bounds)}"
    if one.kind == "silence":
        claims = [knowledge.claims[key] for key in one.claims]
        parties = dict.fromkeys(p.entity for claim in claims for p in claim.participants)
        return "silence of " + listed(knowledge.label(key) for key in parties)
    tenure = knowledge.tenures.get(one.about)
    if tenure is not None:
        return f"{knowledge.label(tenure.person)} as {knowledge.label(tenure.office)}"
    return knowledge.label(one.about)


def value_words(knowledge: Knowledge, one: Statement) -> str:
    """What a statement says, in words.

    >>> said = Statement("contact", "contact/a", "date", "2022-05", (), 1, 1, (), False, None)
    >>> value_words(Knowledge("A case", "en"), said)
    'in May 2022'
    """
    denied, value = one.value.startswith(DENIED), one.value.removeprefix(DENIED)
    if one.field == "initiator":
        words = "sought by " + listed(knowledge.label(key) for key in value.split(" "))
    elif one.field == "operator":
        words = f"answered for by {knowledge.label(value)}"
    elif one.field in ("date", "from", "to"):
        words = occurrence_words(occurrence(value))
        words = words if one.field == "date" else f"{one.field}: {words.removeprefix('on ')}"
    elif one.field in ("scope", "level"):
        words = f"{'of' if one.field == 'scope' else 'rank:'} {value}"
    else:
        words = value
    return f"denied that it is so: {words}" if denied else words


def _row(knowledge: Knowledge, contacts: dict[Key, Consensus], group: list[Statement]) -> Row:
    one = group[0]
    side = knowledge.label(one.one_side) if one.one_side else ""
    voices = listed(knowledge.label(voice) for voice in one.voices)
    weak = ["unnamed"] * one.unnamed_only + [f"one side only: {side}"] * bool(side)
    return (
        one.kind,
        about_words(knowledge, contacts, one),
        one.about,
        " ".join(each.field for each in group),
        "; ".join(_said(knowledge, contacts, each) for each in _telling_first(group)),
        "; ".join(each.value for each in group),
        one.origins,
        one.articles,
        f"{voices} ({'; '.join(weak)})" if weak else voices,
        " ".join(one.voices),
        "yes" if one.unnamed_only else "",
        side,
        "; ".join(" = ".join(origin) for origin in one.roots),
        one.claims,
    )


def _said(knowledge: Knowledge, contacts: dict[Key, Consensus], one: Statement) -> str:
    """The value in words; a date that is the one by which the contact is named isn't repeated."""
    known = contacts.get(one.about)
    if one.field == "date" and known is not None and occurrence(one.value) == known.bounds:
        return "at that time"
    return value_words(knowledge, one)


FIELDS = ("outcome", "state", "scope", "mode", "initiator", "date")


def _telling_first(group: list[Statement]) -> list[Statement]:
    return sorted(group, key=lambda one: FIELDS.index(one.field) if one.field in FIELDS else len(FIELDS))
