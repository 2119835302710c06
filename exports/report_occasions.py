"""Contacts as an answer: those that certainly lie in a time, those that may, those only spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import contact_words, iso_day, listed, occurrence_words, said_words
from backchannel.graph.bounds import days
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.occasions import Occasion, testimony
from backchannel.graph.semantics import Truth

__all__ = ["CERTAINTY", "occasions_table", "open_words"]

# How sure an answer is, in the tables for machines.
CERTAINTY = {Truth.CERTAIN: "certain", Truth.POSSIBLE: "possible", Truth.IMPOSSIBLE: "no fact"}
# What a contact is called that nobody says took place.
UNSAID = {"announces": "announced", "proposes": "proposed", "denies": "denied"}

OCCASIONS = (
    Column("certainty", "How sure", shown=False),
    Column("contact", "Contact", shown=False),
    Column("when", "When"),
    Column("first_day", "First possible day", "days", shown=False),
    Column("last_day", "Last possible day", "days", shown=False),
    Column("who", "Who"),
    Column("outcome", "Outcome"),
    Column("how", "How"),
    Column("open", "What is open"),
    Column("channels", "Channel", shown=False),
    Column("place", "Where", shown=False),
    Column("date_given", "Date as given", shown=False),
    Column("status", "Standing", shown=False),
    Column("voices", "According to"),
    Column("claims", "Claims", "claims"),
)


def occasions_table(
    knowledge: Knowledge,
    found: Sequence[Occasion],
    title: str = "Contacts",
    empty: str = "",
    certainty: bool = False,
) -> Table:
    """One row a contact, in the order given; ``certainty``: people, too, see how sure each is.

    >>> occasions_table(Knowledge("A case", "en"), ()).rows
    ()
    """
    rows = tuple(_row(knowledge, one) for one in found)
    columns = tuple(
        replace(each, shown=True) if certainty and each.name == "certainty" else each for each in OCCASIONS
    )
    return Table("contacts", title, columns, rows, empty=empty or "None on record.")


def open_words(one: Occasion) -> str:
    """What keeps a contact from being certain: its date, its outcome, its order among others."""
    if not one.asserted:
        return "nobody says that it took place"
    contested = "whether it was so: contested" if one.fact is Truth.POSSIBLE else ""
    date = "the date" if one.within is Truth.POSSIBLE else ""
    order = "which was later" if one.truth is Truth.POSSIBLE and not (contested or date) else ""
    return "; ".join(part for part in (date, contested, order) if part)


def _row(knowledge: Knowledge, one: Occasion) -> Row:
    told = testimony(one.told)
    first, last = days(one.bounds)
    return (
        CERTAINTY[one.truth],
        one.contact,
        occurrence_words(one.bounds) + (" (dates differ)" if one.told.date_disputed else ""),
        iso_day(first),
        iso_day(last),
        _who(knowledge, one),
        _outcome(one, told),
        _means(told),
        open_words(one),
        "; ".join(knowledge.label(key) for key in sorted({key for claim in told for key in claim.channels})),
        _each(claim.location for claim in told if claim.location),
        _each(said_words(claim.when) for claim in told if claim.when),
        one.status,
        _each(knowledge.label(claim.voice) for claim in told),
        one.claims,
    )


def _who(knowledge: Knowledge, one: Occasion) -> str:
    """As the claims have it, or at the level asked for: each pair, or the one that all have in common."""
    if not one.ends:
        return contact_words(knowledge, one.told)
    common = set(one.ends[0]).intersection(*one.ends)
    if common and len(one.ends) > 1:
        shared = min(common)
        others = sorted({key for pair in one.ends for key in pair} - {shared})
        return f"{knowledge.label(shared)} and {listed(knowledge.label(key) for key in others)}"
    return "; ".join(listed(knowledge.label(key) for key in pair) for pair in one.ends)


def _outcome(one: Occasion, told: Iterable[Claim]) -> str:
    several = max(claim.times for claim in told)
    if one.asserted:
        words = " / ".join(one.told.outcomes) if one.told.contested else one.outcome
    else:
        words = _each(UNSAID.get(claim.stance, claim.stance) for claim in told)
    return f"{words}, at least {several} times" if several > 1 else words


def _means(told: Iterable[Claim]) -> str:
    every = list(told)
    modes = dict.fromkeys(claim.mode for claim in every if claim.mode and claim.mode != "contact")
    hidden = ["not public"] if any(claim.public is False for claim in every) else []
    return ", ".join([*modes, *hidden])


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
