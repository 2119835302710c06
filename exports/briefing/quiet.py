"""What is silent, what is contested: the claimed silences, and the positions side by side."""

from __future__ import annotations

from backchannel.exports.report_disputes import about_words
from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_summary import grouped, holds_words
from backchannel.exports.report_words import contact_words
from backchannel.graph.disputes import Dispute
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence

__all__ = ["disputes_section", "silences_section"]

MOST = 8


def silences_section(scope: Scope) -> Section:
    """Who is said not to have spoken with whom, by whose word."""
    say = scope.language.say
    columns = (
        *(Column(name, say(f"column-{name}")) for name in ("between", "nothing", "when", "ended", "voice")),
        Column("claims", say("column-claims"), "claims"),
    )
    rows = tuple(_silence(scope, one) for one in scope.silences)
    table = Table("silences", say("silences-table"), columns, rows, empty=say("silences-empty"), most=MOST)
    return Section("silences", say("silences-title"), say("silences-intro"), tables=(table,))


def _silence(scope: Scope, one: ClaimedSilence) -> Row:
    say, listed = scope.language.say, scope.language.listed
    hedge = say("summary-hedge", hedge=one.hedge) if one.hedge else ""
    but = say("summary-but", exceptions=listed(one.exceptions)) if one.exceptions else ""
    denied = say("silence-denied") if one.stance == "denies" else ""
    return (
        listed(map(scope.label, one.parties)),
        f"{denied}{scope.language.term('nothing', one.scope or 'any contact')}{hedge}{but}",
        scope.language.stretch(one.when),
        _ender(scope, one.ended_by),
        scope.voice(one.voice, one.voice_office),
        (one.claim,),
    )


def _ender(scope: Scope, contact: Key | None) -> str:
    found = scope.every_contact.get(contact or "")
    if found is None:
        return ""
    return (
        f"{contact_words(scope.knowledge, found, scope.language)}, {scope.language.occurrence(found.bounds)}"
    )


def disputes_section(scope: Scope) -> Section:
    """Claims that cannot all be true, none of them struck out."""
    say = scope.language.say
    columns = (
        *(Column(name, say(f"column-{name}")) for name in ("kind", "about", "positions", "certain")),
        Column("claims", say("column-claims"), "claims"),
    )
    rows = tuple(_dispute(scope, several) for several in grouped(scope))
    table = Table("disputes", say("disputes-table"), columns, rows, empty=say("disputes-empty"), most=MOST)
    return Section("disputes", say("disputes-title"), say("disputes-intro"), tables=(table,))


def _dispute(scope: Scope, several: list[Dispute]) -> Row:
    """Several that differ in the same way, as two statements of one voice on one day do, are one row."""
    say, one = scope.language.say, several[0]
    return (
        scope.language.term("kind", one.kind),
        "; ".join(about_words(scope, each) for each in several),
        "; ".join(_position(scope, one, index) for index in range(len(one.positions))),
        say("certain-yes" if one.certain else "certain-perhaps"),
        tuple(dict.fromkeys(claim for each in several for claim in each.claims)),
    )


def _position(scope: Scope, one: Dispute, index: int) -> str:
    claims = scope.knowledge.claims
    voices = dict.fromkeys(claims[key].voice for key in one.positions[index].claims)
    return f"{holds_words(scope, one, index)} ({scope.language.listed(map(scope.label, voices))})"
