"""The chapter on silences: those claimed, and the gaps in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backchannel.exports.report_model import Column, Row, Section, Table, Value
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import (
    contact_words,
    listed,
    occurrence_words,
    said_words,
    stretch_words,
    which_words,
)
from backchannel.graph.iris import key_of
from backchannel.graph.ledger import Gap
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence

__all__ = ["gaps_table", "inside_table", "open_table", "silences_section", "silences_table"]

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
    Column("undated", "Undated contacts", "count"),
    Column("least_dated", "Those aside, at least", "count"),
    Column("most_dated", "at most", "count"),
    Column("sure", "Contact", shown=False),
    Column("status", "Silence in between"),
    Column("voices", "Claimed by"),
    Column("silence_claims", "Claims of silence", "claims"),
    Column("claims", "Claims of contact", "claims"),
)

INSIDE = (
    Column("contact_key", "Key", shown=False),
    Column("contact", "Contact"),
    Column("when", "When"),
    Column("certainty", "Inside"),
    Column("verdict", "Verdict"),
    Column("silence", "Silence"),
    Column("hedge", "Hedged"),
    Column("claims", "Claims", "claims"),
)

OPEN = tuple(column for column in GAPS if column.name not in ("next", "sure"))


def silences_section(scope: Scope) -> Section:
    """Silences claimed, gaps between held contacts, and the time since the last one."""
    return Section(
        "silences",
        "Silences",
        "A silence is claimed where a source says there was no contact. A gap is only what lies between two"
        " contacts on record, in days from date to date; the range comes from uncertain dates, and from"
        " contacts of which it is not sure that they were held. A contact without any date may lie anywhere."
        " A series told as one contact counts as one, on some day of its time.",
        tables=(silences_table(scope), gaps_table(scope), open_table(scope)),
    )


def silences_table(scope: Scope) -> Table:
    """Each claim of a silence."""
    rows = tuple(_silence_row(scope, one) for one in scope.silences)
    return Table("silences", "Silences claimed", SILENCES, rows, empty="Nobody claims a silence.")


def gaps_table(scope: Scope) -> Table:
    """The gaps between the held contacts of each pair, the longest certain ones first."""
    closed = _longest(gap for gap in scope.gaps if gap.contact)
    rows = tuple(_gap_row(scope, gap, GAPS) for gap in closed)
    empty = "No two have more than one held contact with a date on record."
    return Table("gaps", "Gaps between held contacts", GAPS, rows, empty=empty)


def open_table(scope: Scope) -> Table:
    """How long ago each pair's last held contact was on the day of the report."""
    still_open = _longest(gap for gap in scope.gaps if gap.contact is None)
    return Table(
        "since_last",
        f"Since the last held contact, up to {scope.at or 'no day'}",
        OPEN,
        tuple(_gap_row(scope, gap, OPEN) for gap in still_open),
        empty="No held contact with a date is on record.",
    )


def inside_table(scope: Scope, found: Iterable[Mapping[str, object]]) -> Table:
    """The held contacts that fall into a claimed silence, from the rows of question 10 of the library."""
    seen = {one.contact for one in scope.contacts}
    rows = [_inside_row(scope, row) for row in found]
    return Table(
        "inside",
        "Held contacts inside claimed silences",
        INSIDE,
        tuple(row for row in rows if row[0] in seen),
        empty="No held contact falls into a silence claimed of the same parties, rank and kind.",
    )


def _inside_row(scope: Scope, row: Mapping[str, object]) -> Row:
    contact = key_of(str(row["contact"])) or ""
    claims = tuple(key_of(str(row[name])) or "" for name in ("claim", "silence_claim"))
    one, silence = scope.every_contact[contact], scope.knowledge.claims[claims[1]]
    between = listed(scope.label(party.entity) for party in silence.participants)
    return (
        contact,
        contact_words(scope.knowledge, one),
        occurrence_words(one.bounds),
        str(row["certainty"]),
        str(row["verdict"]),
        f"{between}: {silence.scope}, {stretch_words(silence.when)}",
        silence.hedge or "",
        claims,
    )


def _longest(gaps: Iterable[Gap]) -> list[Gap]:
    """The longest ones first; those that end with a doubtful contact come last."""
    return sorted(
        gaps, key=lambda gap: (not gap.sure, -(gap.least or 0), -(gap.most or 0), gap.ends, gap.contact or "")
    )


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
    found = scope.every_contact.get(contact or "")
    if found is None:
        return contact or ""
    return f"{contact_words(scope.knowledge, found)}, {occurrence_words(found.bounds)}"


def _gap_row(scope: Scope, gap: Gap, columns: Iterable[Column]) -> Row:
    held = scope.every_contact
    contacts = [held[key] for key in (*gap.previous, *([gap.contact] if gap.contact else []))]
    before = which_words([held[key].bounds for key in gap.previous])
    then = occurrence_words(held[gap.contact].bounds) if gap.contact else ""
    cells: dict[str, Value] = {
        "one": scope.label(gap.ends[0]),
        "other": scope.label(gap.ends[1]) if len(gap.ends) > 1 else "",
        "previous": before or "no held contact on record",
        "next": then if gap.sure else f"{then}, perhaps",
        "least": gap.least,
        "most": gap.most,
        "undated": gap.undated,
        "least_dated": gap.least_dated if gap.undated else None,
        "most_dated": gap.most_dated if gap.undated else None,
        "sure": "certain" if gap.sure else "possible",
        "status": gap.status,
        "voices": listed(scope.label(voice) for voice in gap.voices),
        "silence_claims": (*gap.claims, *gap.wider),
        "claims": tuple(dict.fromkeys(claim.key for one in contacts for claim in one.claims)),
    }
    return tuple(cells[column.name] for column in columns)
