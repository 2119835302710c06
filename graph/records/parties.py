"""Parties of contacts: names, names 'as' an office, offices, states ..., and what tenures add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backchannel.graph.model import Entity, Key, Participant, Stamp
from backchannel.graph.records.desk import PARTIES, Desk
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.tenures import Holders
from backchannel.graph.records.yamltext import Node, Table

__all__ = ["Party", "completed", "one_party", "participants", "party"]

ROLES = {
    "from": "initiator",
    "to": "addressee",
    "between": "participant",
    "through": "intermediary",
    "refused_by": "refuser",
}
_AS = " as "


@dataclass(frozen=True, slots=True)
class Party:
    """Who a text or mapping names: somebody (not an office), an office, or both."""

    who: Key | None
    office: Key | None
    because: str | None = None

    @property
    def entity(self) -> Key | None:
        return self.who or self.office

    def basis(self) -> str:
        return "coder" if self.because else "stated"


def party(desk: Desk, fields: Fields, key: str, node: Node) -> Party | None:
    """The party in a node of a field; None, and the record rejected, where it names nobody."""
    if isinstance(node, Table):
        return _identified(desk, Fields(fields.record, node, ("person", "office", "because"), key))
    text = fields.as_text(node, key)
    return _named(desk, fields.record, text, node.line) if text else None


def one_party(desk: Desk, fields: Fields, key: str) -> Party | None:
    """The party in a field that holds a single one."""
    node = fields.raw(key)
    return None if node is None else party(desk, fields, key, node)


def _identified(desk: Desk, inner: Fields) -> Party | None:
    if not inner.has("person") and not inner.has("office"):
        inner.reject("person", "neither 'person' nor 'office'", "the person, the office, or both")
        return None
    person = desk.refer(inner, "person", ("person", "party"))
    office = desk.refer(inner, "office", ("office",))
    return Party(person, office, inner.text("because")) if person or office else None


def _named(desk: Desk, record: Record, text: str, line: int) -> Party | None:
    if _AS in text and not desk.index.bearers(text):
        name, _, title = text.rpartition(_AS)
        who = desk.named(record, name.strip(), line, ("person", "party"))
        office = desk.named(record, title.strip(), line, ("office",))
        return Party(who, office) if who and office else None
    found = desk.named(record, text, line, PARTIES)
    if found is None:
        return None
    return Party(None, found) if found.startswith("office/") else Party(found, None)


def participants(desk: Desk, fields: Fields, roles: tuple[str, ...]) -> tuple[Participant, ...]:
    """The parties in the fields of these roles, as the source has them; each once in a role."""
    found: dict[tuple[Key, str], Participant] = {}
    for key in roles:
        for node in fields.items(key):
            one = party(desk, fields, key, node)
            if one is None or one.entity is None:
                continue
            if (one.entity, key) in found:
                fields.record.reject(
                    node.line, f"'{desk.index.label(one.entity)}' stands twice in '{key}'", "each once"
                )
            found[one.entity, key] = _participant(one, one.entity, ROLES[key])
    return tuple(found.values())


def _participant(one: Party, entity: Key, role: str) -> Participant:
    is_person = one.who is not None and one.who.startswith("person/")
    return Participant(
        entity=entity,
        role=role,
        person=one.who if is_person else None,
        office=one.office,
        office_basis=one.basis() if one.office else "stated",
        person_basis=one.basis() if is_person else "stated",
        note=one.because,
    )


def completed(
    one: Participant, entities: Mapping[Key, Entity], holders: Holders, during: tuple[Stamp, Stamp] | None
) -> Participant:
    """A participant with what follows from its office, or from the tenures of the day.

    A person without an office gets the only one certainly held throughout ``during``, an office
    without a person its only certain holder; several or none: it stays open. Several offices of one
    state still tell the state.
    """
    person, office = one.person, one.office
    held = holders.offices(person, during) if person and not office and during else []
    holding = (
        holders.persons(office, during) if office and not person and during and one.entity == office else []
    )
    office = office or (held[0] if len(held) == 1 else None)
    person = person or (holding[0] if len(holding) == 1 else None)
    states = {entities[key].state for key in held}
    return Participant(
        entity=one.entity,
        role=one.role,
        person=person,
        office=office,
        state=_state(one.entity, office, entities) or (states.pop() if len(states) == 1 else None),
        rank=_rank(one.entity, office, entities),
        office_basis="derived" if office != one.office else one.office_basis,
        person_basis="derived" if person != one.person else one.person_basis,
        note=one.note,
    )


def _state(entity: Key, office: Key | None, entities: Mapping[Key, Entity]) -> Key | None:
    if entity.startswith("state/"):
        return entity
    found = entities[office].state if office else None
    return found or entities[entity].state


def _rank(entity: Key, office: Key | None, entities: Mapping[Key, Entity]) -> str | None:
    found = entities[office].rank if office else None
    return found or entities[entity].rank
