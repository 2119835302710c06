"""Tenures as two claims: that one began and that it ended become known on different days."""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.graph.bounds import BEGINNING, END, Bounds
from backchannel.graph.gregorian import midnight_after, midnight_before
from backchannel.graph.model import Key, Stamp, Tenure, When
from backchannel.graph.quads_claims import clocks, dates
from backchannel.graph.writing import Statements, bc, term
from backchannel.ontology import terms

__all__ = ["end_bounds", "start_bounds", "tenure"]


def tenure(one: Tenure, voice: Key, recorded: Stamp | None) -> Iterator[str]:
    """The hub of a tenure, the claim that it began, and, where it did, the claim that it ended."""
    hub = Statements(one.key)
    hub.types("Tenure")
    _values(hub, one)
    yield from hub.lines
    yield from _claim(one, "start", start_bounds(one), voice, recorded)
    if one.end is not None:
        yield from _claim(one, "end", end_bounds(one), voice, recorded)


def start_bounds(one: Tenure) -> Bounds:
    """From when the office was held: possibly from the first possible start, certainly from the last,
    and up to the day for which the roster vouches."""
    start = one.start.bounds
    if start.earliest == BEGINNING or start.latest == END:  # an unknown start makes nothing certain
        return Bounds(start.earliest, END, BEGINNING, END)
    ends_unknown = one.end is None and not one.open_end
    return Bounds(
        start.earliest, midnight_before(start.latest), BEGINNING if ends_unknown else one.vouched, END
    )


def end_bounds(one: Tenure) -> Bounds:
    """Until when the office was held: certainly to the end of the first possible last day."""
    if one.end is None:
        return Bounds(BEGINNING, BEGINNING, END, END)
    end = one.end.bounds
    certain = BEGINNING if end.earliest == BEGINNING else midnight_after(end.earliest)
    return Bounds(BEGINNING, BEGINNING, certain, end.latest)


def _values(s: Statements, one: Tenure) -> None:
    s.key(term("org:member"), one.person)
    s.key(bc("office"), one.office)
    s.concept(bc("capacity"), one.capacity, terms.CAPACITIES)


def _claim(one: Tenure, end: str, bounds: Bounds, voice: Key, recorded: Stamp | None) -> Iterator[str]:
    key = f"claim/{one.key.split('/', 1)[1]}-{end}"
    citation = f"citation/{key.split('/', 1)[1]}/{one.document.split('/', 1)[1]}"
    edge = one.start if end == "start" else one.end
    s = Statements(key)
    s.types("Claim", "TenureClaim", "TenureStartClaim" if end == "start" else "TenureEndClaim")
    s.key(bc("about"), one.key)
    _values(s, one)
    s.concept(bc("stance"), "asserts", terms.STANCES)
    s.key(bc("statedBy"), voice)
    s.literal(bc("note"), one.note)
    s.literal(bc("inferenceReason"), one.known_inferred)
    _dates(s, edge, end, bounds)
    known = one.start_known if end == "start" else one.end_known
    clocks(s, known, None, recorded)
    s.key(bc("citedIn"), citation)
    yield from s.lines
    yield from _citation(citation, one.document, known)


def _dates(s: Statements, edge: When | None, end: str, bounds: Bounds) -> None:
    found = edge.edtf if edge and edge.edtf else ""
    valid = f"{found}/.." if end == "start" else f"../{found}"
    dates(s, When(valid, bounds, inferred=edge.inferred if edge else None), throughout=True)


def _citation(key: Key, document: Key, known: Stamp | None) -> Iterator[str]:
    s = Statements(key)
    s.types("Citation")
    s.key(bc("inDocument"), document)
    s.concept(bc("relay"), "reports", terms.RELAYS)
    s.time(bc("published"), known)
    yield from s.lines
