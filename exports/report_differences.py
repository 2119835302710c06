"""What changed between two days of publication, as tables: of what, how it was told before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from backchannel.exports.report_disputes import thing_words
from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import (
    OUTCOME_WORDS,
    contact_words,
    listed,
    occurrence_words,
    stretch_words,
)
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.differences import KINDS, Difference, Fact, State
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.semantics import Truth

__all__ = ["difference_tables", "differences_table"]

NOTHING = "Nothing on record changed between the two days; that is no proof that nothing happened."
TITLES = {
    "contact": "Contacts",
    "silence": "Silences claimed",
    "channel": "Channels",
    "holder": "Holders of offices",
    "dispute": "What is contested",
}

COLUMNS = (
    Column("kind", "What"),
    Column("change", "Change"),
    Column("about", "Of what"),
    Column("about_key", "Key", shown=False),
    Column("before", "Before"),
    Column("after", "After"),
    Column("claims", "Claims", "claims"),
)
Contacts = Mapping[Key, Consensus]


def differences_table(
    knowledge: Knowledge, found: Iterable[Difference], before: str, after: str | None
) -> Table:
    """One row a difference; ``before`` and ``after`` are the days between which it was sought.

    >>> differences_table(Knowledge("A case", "en"), [], "2022-04-01", "2022-06-01").rows
    ()
    """
    contacts = _contacts(knowledge, before, after)
    rows = tuple(_row(knowledge, one, contacts) for one in found)
    return Table("differences", "What changed", COLUMNS, rows, empty=NOTHING)


def difference_tables(
    knowledge: Knowledge, found: Iterable[Difference], before: str, after: str | None
) -> tuple[Table, ...]:
    """A table for each kind of which something changed, for people."""
    every = differences_table(knowledge, found, before, after)
    columns = every.columns[1:]
    tables = []
    for kind in KINDS:
        rows = tuple(row[1:] for row in every.rows if row[0] == kind)
        tables += [Table(kind, TITLES[kind], columns, rows)] if rows else []
    return tuple(tables)


def _contacts(knowledge: Knowledge, before: str, after: str | None) -> Contacts:
    """Each contact as it was last known of by the later day: what came later lends it no names."""
    return {**consensus(knowledge, before), **consensus(knowledge, after)}


def _row(knowledge: Knowledge, one: Difference, contacts: Contacts) -> Row:
    return (
        one.kind,
        one.change,
        f"{one.part}: {_about(knowledge, one, contacts)}" if one.part else _about(knowledge, one, contacts),
        one.about,
        _state_words(knowledge, one.before, one.after, contacts),
        _state_words(knowledge, one.after, one.before, contacts),
        one.claims,
    )


def _about(knowledge: Knowledge, one: Difference, contacts: Contacts) -> str:
    state = one.after or one.before or State(())
    if one.kind == "silence":
        return listed(knowledge.label(fact.value) for fact in state.facts if fact.field == "between")
    if one.kind == "holder" and one.about.startswith("tenure/"):
        person, office = (_named(knowledge, state, field) for field in ("person", "office"))
        return f"{person}, {office}"
    if one.kind == "holder":
        return knowledge.label(one.about)
    claims = [claim for claim in one.claims if claim in knowledge.claims]
    return thing_words(knowledge, one.about, claims, contacts) or one.about


def _named(knowledge: Knowledge, state: State, field: str) -> str:
    return next((knowledge.label(fact.value) for fact in state.facts if fact.field == field), "")


def _state_words(knowledge: Knowledge, state: State | None, other: State | None, contacts: Contacts) -> str:
    """A state in words; of one that changed, only what the other doesn't say."""
    if state is None:
        return "–"
    shared = set(other.facts) if other else set()
    said = [fact for fact in state.facts if fact not in shared and (other or fact.field not in IN_ABOUT)]
    words = [_words(knowledge, fact, contacts) for fact in sorted(said, key=_rank)]
    if state.truth and (other is None or other.truth is not state.truth):
        words.append(_sureness(state))
    return "; ".join(word for word in words if word) or "–"


def _rank(fact: Fact) -> int:
    """What is told first; facts of one rank stay in their order."""
    return FIRST.index(fact.field) if fact.field in FIRST else len(FIRST)


def _sureness(state: State) -> str:
    if state.truth is Truth.CERTAIN:
        return "certain"
    return "possible" if state.truth is Truth.POSSIBLE else "not on that day"


# What the column 'of what' says already of a thing that is new or gone.
IN_ABOUT = frozenset({"between", "person", "office"})
FIRST = ("outcome", "status", "date", "verdict", "of what", "claimed", "state")


def _words(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    special = WORDS.get(fact.field)
    if special:
        return special(knowledge, fact, contacts)
    return f"{fact.field}: {_value(knowledge, fact)}"


def _value(knowledge: Knowledge, fact: Fact) -> str:
    """A word, or the names of one or more keys."""
    return (
        listed(knowledge.label(key) if "/" in key else key for key in fact.value.split(" "))
        if ("/" in fact.value)
        else fact.value
    )


def _outcome(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return OUTCOME_WORDS.get(fact.value, fact.value)


def _plain(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return fact.value


def _date(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return f"date {fact.value}" if fact.value else occurrence_words(fact.when.bounds) if fact.when else ""


def _claimed(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    manner = "" if fact.value == "asserts" else f"{fact.value}: "
    return manner + stretch_words(fact.when)


def _voice(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return f"according to {_value(knowledge, fact)}"


def _scope(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return "no contact at all" if fact.value == "any contact" else f"no {fact.value}"


def _ended(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    contact = contacts.get(fact.value)
    return f"ended by {contact_words(knowledge, contact) if contact else fact.value}"


def _state(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return f"{fact.value} {stretch_words(fact.when)}" if fact.when and fact.when.edtf else fact.value


def _edge(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    bounds = fact.when.bounds if fact.when else None
    words = occurrence_words(bounds).removeprefix("on ").removeprefix("in ") if bounds else ""
    return f"{fact.field} {'some day ' * words.startswith('between')}{words}" if words else ""


def _position(knowledge: Knowledge, fact: Fact, contacts: Contacts) -> str:
    return occurrence_words(fact.when.bounds) if fact.when else _value(knowledge, fact)


WORDS: dict[str, Callable[[Knowledge, Fact, Contacts], str]] = {
    "outcome": _outcome,
    "status": _plain,
    "date": _date,
    "claimed": _claimed,
    "according to": _voice,
    "of what": _scope,
    "ended by": _ended,
    "state": _state,
    "capacity": _plain,
    "verdict": _plain,
    "from": _edge,
    "until": _edge,
    "position": _position,
}
