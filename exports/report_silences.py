"""The chapter on silences: those claimed, and the gaps in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import (
    contact_words,
    listed,
    occurrence_words,
    said_words,
    stretch_words,
)
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence, Gap

__all__ = ["gaps_table", "open_table", "silences_section", "silences_table"]

SILENCES = (
    Column("silence", "Silence", shown=False),
    Column("between", "Between"),
    Column("scope", "Of what"),
    Column("when", "When"),
    Column("date_given", "Date as given"),
    Column("stance", "Stance", shown=False),
    Column("hedge", "Hedged"),
    Column("except", "But for"),
    Column("ended_by", "Ended by"),
    Column("voice", "According to"),
    Column("claims", "Claims", "claims"),
)

GAPS = (
    Column("one", "One"),
    Column("other", "The other"),
    Column("previous", "Last before"),
    Column("next", "Then"),
    Column("least", "Days, at least", "count"),
    Column("most", "at most", "count"),
    Column("status", "Silence in between"),
    Column("undated", "Undated contacts", "count"),
    Column("silence_claims", "Claims of silence", "claims"),
    Column("claims", "Claims of contact", "claims"),
)

OPEN = tuple(column for column in GAPS if column.name != "next")


def silences_section(scope: Scope) -> Section:
    """Silences claimed, gaps between held contacts, and the time since the last one."""
    return Section(
        "silences",
        "Silences",
        "A silence is claimed where a source says there was no contact. A gap is only what lies between two"
        " contacts on record, in days from date to date; the range comes from uncertain dates. A series"
        " told as one contact counts as one, on some day of its time.",
        tables=(silences_table(scope), gaps_table(scope), open_table(scope)),
    )


def silences_table(scope: Scope) -> Table:
    """Each claim of a silence."""
    rows = tuple(_silence_row(scope, one) for one in scope.silences)
    return Table("silences", "Silences claimed", SILENCES, rows, empty="Nobody claims a silence.")


def gaps_table(scope: Scope) -> Table:
    """The gaps between the held contacts of each pair, the longest certain ones first."""
    held = {one.contact: one for one in scope.contacts}
    closed = _longest(gap for gap in scope.gaps if gap.contact)
    rows = tuple(_gap_row(scope, gap, held) for gap in closed)
    empty = "No two have more than one held contact with a date on record."
    return Table("gaps", "Gaps between held contacts", GAPS, rows, empty=empty)


def open_table(scope: Scope) -> Table:
    """How long ago each pair's last held contact was on the day of the report."""
    held = {one.contact: one for one in scope.contacts}
    still_open = _longest(gap for gap in scope.gaps if gap.contact is None)
    after = GAPS.index(next(column for column in GAPS if column.name == "next"))
    rows = [_gap_row(scope, gap, held) for gap in still_open]
    return Table(
        "since_last",
        f"Since the last held contact, up to {scope.at or 'no day'}",
        OPEN,
        tuple(row[:after] + row[after + 1 :] for row in rows),
        empty="No held contact with a date is on record.",
    )


def _longest(gaps: Iterable[Gap]) -> list[Gap]:
    return sorted(gaps, key=lambda gap: (-gap.least, -gap.most, gap.one, gap.other, gap.contact or ""))


def _silence_row(scope: Scope, one: ClaimedSilence) -> Row:
    return (
        one.silence,
        listed(scope.label(party) for party in one.parties),
        one.scope or "",
        stretch_words(one.when),
        said_words(one.when),
        one.stance,
        one.hedge or "",
        "; ".join(one.exceptions),
        _ender(scope, one.ended_by),
        scope.voice(one.voice, one.voice_office),
        (one.claim,),
    )


def _ender(scope: Scope, contact: Key | None) -> str:
    found = next((one for one in scope.contacts if one.contact == contact), None)
    if found is None:
        return contact or ""
    return f"{contact_words(scope.knowledge, found)}, {occurrence_words(found.bounds)}"


def _gap_row(scope: Scope, gap: Gap, held: Mapping[Key, Consensus]) -> Row:
    contacts = [held[key] for key in (*gap.previous, *([gap.contact] if gap.contact else []))]
    return (
        scope.label(gap.one),
        scope.label(gap.other),
        listed((occurrence_words(held[key].bounds) for key in gap.previous), "or"),
        occurrence_words(held[gap.contact].bounds) if gap.contact else "",
        gap.least,
        gap.most,
        gap.status,
        gap.undated,
        (*gap.claims, *gap.wider),
        tuple(dict.fromkeys(claim.key for one in contacts for claim in one.claims)),
    )
