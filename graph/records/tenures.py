"""Tenures: who held which office, from when until when, and since when that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, occurrence, state
from backchannel.graph.model import (
    ROSTER,
    ROSTER_VOICE,
    Document,
    Entity,
    Key,
    Names,
    Stamp,
    Tenure,
    When,
)
from backchannel.graph.names import slug
from backchannel.graph.records.dates import bounds_of
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.yamltext import Table
from backchannel.graph.semantics import certainly_at
from backchannel.ontology import terms

__all__ = ["FIELDS", "Holders", "roster_document", "tenure"]

FIELDS = ("id", "person", "office", "held", "capacity", "source", "start_known", "end_known", "note")
ASSUMED = "a public office: taken to be known from the day of the event"
IN_OFFICE = ("substantive", "acting")


def tenure(desk: Desk, record: Record, node: Table) -> None:
    """Read one tenure."""
    fields = Fields(record, node, FIELDS)
    given = [fields.need(key) for key in ("person", "office", "held")]
    person, office = desk.refer(fields, "person", ("person",)), desk.refer(fields, "office", ("office",))
    held, last = fields.text("held"), fields.slug("id")
    capacity = fields.word("capacity", terms.CAPACITIES, "substantive") or "substantive"
    if not all(given) or held is None or not _is_interval(desk, fields, held):
        return
    start = held.partition("/")[0]
    key = f"tenure/{last or f'{_id(person)}-{_id(office)}-{slug(start) or _unknown(start)}'}"
    if person and office and desk.ledger.define(key, record, _twice(fields), fields.line("id")):
        desk.tenures[key] = _tenure(desk, fields, key, (person, office), held, capacity)


def _tenure(desk: Desk, fields: Fields, key: Key, who: tuple[Key, Key], held: str, capacity: str) -> Tenure:
    start, _, end = held.partition("/")
    known = _known(desk, fields, _edge(start), _edge(end))
    return Tenure(
        key=key,
        person=who[0],
        office=who[1],
        held=held,
        capacity=capacity,
        start=_edge(start) or When(None, UNKNOWN),
        end=_edge(end),
        open_end=end == "..",
        vouched=desk.vouched,
        start_known=known[0],
        end_known=known[1],
        known_inferred=known[2],
        document=ROSTER,
        note="; ".join(text for text in (fields.text("source"), fields.text("note")) if text) or None,
        place=fields.record.place,
    )


def _is_interval(desk: Desk, fields: Fields, held: str) -> bool:
    found = bounds_of(fields, "held", held, lambda edtf: state(edtf, desk.vouched))
    if found and "/" not in held:
        fields.reject(
            "held", f"'{held}' is no interval (in 'held')", "start/end, like 2012-11-06/2024-05-12 or 2021/.."
        )
    return found is not None and "/" in held


def _edge(edtf: str) -> When | None:
    return None if edtf in ("", "..") else When(edtf, occurrence(edtf))


def _known(
    desk: Desk, fields: Fields, start: When | None, end: When | None
) -> tuple[Stamp, Stamp | None, str | None]:
    """Since when the beginning and the end are known, and the reason where that is assumed.

    Where the start is unknown, a person is taken to be known as a holder by the end of the tenure.
    """
    given = [bounds_of(fields, key, fields.text(key)) for key in ("start_known", "end_known")]
    first = _after(given[0]) or _after(_bounds(start)) or _after(_bounds(end)) or desk.vouched
    last = (_after(given[1]) or _after(end.bounds) or desk.vouched) if end else None
    assumed = given[0] is None or (end is not None and given[1] is None)
    return first, last, ASSUMED if assumed else None


def _bounds(edge: When | None) -> Bounds | None:
    return edge.bounds if edge else None


def _after(bounds: Bounds | None) -> Stamp | None:
    return bounds.latest if bounds and bounds.latest != END else None


def _id(key: Key | None) -> str:
    return key.split("/", 1)[1] if key else ""


def _unknown(start: str) -> str:
    return "open" if start == ".." else "unknown"


def _twice(fields: Fields) -> str:
    return "" if fields.has("id") else "this tenure (the same person, office and start)"


def roster_document(desk: Desk) -> tuple[Document, Entity]:
    """The document and the voice that stand for the roster itself."""
    title = "Roster of the case"
    voice = Entity(ROSTER_VOICE, Names((("the roster of the case", "en"),)), subkind="other")
    return Document(ROSTER, title, desk.language, ROSTER_VOICE), voice


class Holders:
    """Who certainly held which office at a time; designate and contested holders are in none."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._by_person: dict[Key, list[tuple[Bounds, Tenure]]] = defaultdict(list)
        self._by_office: dict[Key, list[tuple[Bounds, Tenure]]] = defaultdict(list)
        for one in tenures:
            if one.capacity in IN_OFFICE:
                held = state(one.held, one.vouched)
                self._by_person[one.person].append((held, one))
                self._by_office[one.office].append((held, one))

    def offices(self, person: Key, during: tuple[Stamp, Stamp]) -> list[Key]:
        """The offices that a person certainly held throughout, sorted."""
        return sorted({one.office for one in _certain(self._by_person, person, during)})

    def persons(self, office: Key, during: tuple[Stamp, Stamp]) -> list[Key]:
        """The persons who certainly held an office throughout, sorted."""
        return sorted({one.person for one in _certain(self._by_office, office, during)})


def _certain(
    held: Mapping[Key, list[tuple[Bounds, Tenure]]], key: Key, during: tuple[Stamp, Stamp]
) -> list[Tenure]:
    if during[0] == BEGINNING or during[1] == END:
        return []
    return [one for bounds, one in held.get(key, ()) if certainly_at(bounds, *during)]
