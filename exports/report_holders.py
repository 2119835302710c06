"""Who held which office on a day: the tables, and the roster's own words behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import listed, occurrence_words
from backchannel.exports.tables import printable
from backchannel.graph.asof import tenure_then
from backchannel.graph.bounds import BEGINNING, Bounds, occurrence
from backchannel.graph.clock import known_stamp
from backchannel.graph.gregorian import eve
from backchannel.graph.holders import Holding, Seat, Verdict
from backchannel.graph.model import Key, Knowledge, Stamp, Tenure

__all__ = [
    "apart_table",
    "as_of_words",
    "every_holding",
    "held_words",
    "holders_table",
    "seat_words",
    "tenure_text",
]

NOBODY = "that is no proof that the office was vacant"
COLUMNS = (
    Column("office", "Office"),
    Column("verdict", "Verdict", shown=False),
    Column("holder", "Holder"),
    Column("capacity", "Capacity"),
    Column("certainty", "How sure"),
    Column("held_from", "From"),
    Column("held_until", "To, as known"),
    Column("claims", "Claims", "claims"),
)
STILL = "still in office"
UNDISPUTED = ("substantive", "acting")
ASIDE = ("contested", "designate")
APART = "Contested or only designated: none of them certainly holds the office"


def holders_table(knowledge: Knowledge, seats: Sequence[Seat], day: str, known: str | None) -> Table:
    """One row an undisputed holder of each office; one for an office that has none known.

    ``seats`` as :func:`backchannel.graph.holders.seats` gives them for ``day`` and ``known``. Who claims an
    office or is designated to it stands in :func:`apart_table`.
    """
    rows = [row for seat in seats for row in _rows(knowledge, seat, known, UNDISPUTED)]
    title = f"Who held which office {as_of_words(day, known)}"
    return Table("holders", title, _columns(seats), tuple(rows), empty="The case has no offices.")


def every_holding(knowledge: Knowledge, seats: Sequence[Seat], day: str, known: str | None) -> Table:
    """Both tables in one, for machines: the capacity tells who is contested or designated."""
    rows = [row for seat in seats for row in _rows(knowledge, seat, known, (*UNDISPUTED, *ASIDE))]
    return replace(holders_table(knowledge, seats, day, known), rows=tuple(rows))


def apart_table(knowledge: Knowledge, seats: Sequence[Seat], known: str | None) -> Table:
    """Those who are only designated, and those whose claim to the office is contested."""
    aside = [(seat, one) for seat in seats for one in seat.holdings if one.capacity in ASIDE]
    rows = tuple(_row(knowledge, seat, one, known) for seat, one in aside)
    columns = tuple(
        replace(one, title="How sure of that") if one.name == "certainty" else one for one in _columns(seats)
    )
    return Table("apart", APART, columns, rows, empty="Nobody is.")


def as_of_words(day: str, known: str | None) -> str:
    """The day asked for, and the one as of which.

    >>> as_of_words("2022-03-23", "2022-04-01"), as_of_words("2022-03", None)
    ('on 23 March 2022, as known by the end of 1 April 2022', 'in March 2022')
    """
    asked = occurrence_words(occurrence(day))
    return f"{asked}, as known by the end of {_date(occurrence(known))}" if known else asked


def seat_words(knowledge: Knowledge, seat: Seat, day: str, known: str | None) -> str:
    """The verdict on one office as a sentence.

    >>> seat_words(Knowledge("a case", "en"), Seat("office/x", Verdict.NOBODY_KNOWN, ()), "2022-03-23", None)
    'on 23 March 2022: nobody known; that is no proof that the office was vacant'
    """
    return (
        f"{as_of_words(day, known)}: {seat.verdict}; {_told(knowledge, seat, len(day) == len('YYYY-MM-DD'))}"
    )


def held_words(tenure: Tenure, known: Stamp) -> tuple[str, str]:
    """From when until when a tenure lasted, as known at a stamp: rough where it is only roughly known."""
    then = tenure_then(tenure, known)
    begun = _date(then.start.bounds) if then.start.edtf else "unknown"
    if then.end is None:
        return begun, STILL if then.open_end else "unknown"
    return begun, _date(then.end.bounds)


def tenure_text(knowledge: Knowledge, claim: Key, known: str | None) -> str:
    """The claim that a tenure began or ended: what the roster has, whence, and since when it is known.

    ``claim`` is a key as :attr:`backchannel.graph.holders.Holding.claims` has it. Raises KeyError for
    another.
    """
    name, _, edge = claim.split("/", 1)[1].rpartition("-")
    one = knowledge.tenures[f"tenure/{name}"]
    since, until = held_words(one, known_stamp(known))
    stamp = one.start_known if edge == "start" else one.end_known
    vouched = min(one.vouched, known_stamp(known))
    assumed = f" ({one.known_inferred})" if one.known_inferred else ""
    lines = [
        f"[{name}-{edge}] {knowledge.label(one.document)}",
        f"  {knowledge.label(one.person)}, {knowledge.label(one.office)} ({one.capacity}): {since} – {until}",
        f"  known from {eve(stamp)}{assumed}" if stamp else "",
        f"  source: {one.note}" if one.note else "",
        f"  vouched for up to {eve(vouched)}" if until == STILL and vouched > BEGINNING else "",
    ]
    return "".join(f"{printable(line)}\n" for line in lines if line)


def _columns(seats: Sequence[Seat]) -> tuple[Column, ...]:
    """Of a single office its name stands in the title; of many the claims stand in CSV and JSON only."""
    hidden = "office" if len(seats) == 1 else "claims"
    return tuple(Column(one.name, one.title, one.kind, one.shown and one.name != hidden) for one in COLUMNS)


def _rows(knowledge: Knowledge, seat: Seat, known: str | None, capacities: Collection[str]) -> list[Row]:
    shown = [one for one in seat.holdings if one.capacity in capacities]
    rows = [_row(knowledge, seat, one, known) for one in shown]
    if any(one.capacity in capacities for one in seat.holders):
        return rows
    holder = "contested, see below" if seat.holders else str(Verdict.NOBODY_KNOWN)
    return [(knowledge.label(seat.office), str(seat.verdict), holder, "", "", "", "", ()), *rows]


def _row(knowledge: Knowledge, seat: Seat, one: Holding, known: str | None) -> Row:
    since, until = held_words(knowledge.tenures[one.tenure], known_stamp(known))
    return (
        knowledge.label(seat.office),
        str(seat.verdict),
        knowledge.label(one.person),
        one.capacity,
        str(one.truth),
        since,
        until,
        one.claims,
    )


def _told(knowledge: Knowledge, seat: Seat, one_day: bool) -> str:
    if seat.verdict is Verdict.NOBODY_KNOWN:
        return NOBODY
    sure = [one for one in seat.holders if one.truth == "certain"]
    names = [_named(knowledge, one) for one in sure or seat.holders]
    if seat.verdict is Verdict.POSSIBLE:
        part = "" if one_day else ", or did for a part of the time"
        return f"{listed(dict.fromkeys(names), 'or')} may have held it{part}"
    if seat.verdict is Verdict.SEVERAL:
        return f"{listed(dict.fromkeys(names))} each held it, as at a handover"
    return f"{listed(dict.fromkeys(names))} held it"


def _named(knowledge: Knowledge, one: Holding) -> str:
    """A holder, with a capacity that isn't the usual one."""
    label = knowledge.label(one.person)
    return label if one.capacity == "substantive" else f"{label} ({one.capacity})"


def _date(bounds: Bounds) -> str:
    """A date as a thing: '23 March 2022', 'March 2022', 'between ... and ...'."""
    return occurrence_words(bounds).removeprefix("on ").removeprefix("in ")
