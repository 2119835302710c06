"""Who stands at the end of a line on a day: a person in office, an office, a state, or a described party.

A line was proven by persons who acted in their offices at the time. On the day asked about it leads somewhere
only if they hold these offices still. Who has left, was replaced, or is only designated is no end of a line;
where the roster knows nobody, the end is possible and never certain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from backchannel.graph.clock import known_stamp
from backchannel.graph.holders import Holding, Seat, Verdict, held_bounds, seats, tenure_claims
from backchannel.graph.model import Entity, Key, Knowledge, Participant
from backchannel.graph.semantics import Truth, disjunction

__all__ = ["DESIGNATE", "EXPIRED", "REPLACED", "Cast", "End"]

EXPIRED = "no longer in office, or not yet"
DESIGNATE = "only designated"
REPLACED = "another holds the office"
MAY_HOLD = "may hold the office"
NOBODY_KNOWN = "nobody known in the office"
NO_OFFICE = "no office on record"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a line on the day.

    ``node`` is who is reached there: the person if one is known, else the office, party, organisation or
    state. ``truth`` says how sure it is that they are there on the day, ``why`` what keeps it from being
    certain. ``keys`` are all it hangs on (person, office, organisation, state); ``tenures`` the claims of
    the roster.
    """

    node: Key
    truth: Truth = Truth.CERTAIN
    office: Key | None = None
    state: Key | None = None
    rank: str | None = None
    keys: frozenset[Key] = frozenset()
    why: str = ""
    tenures: tuple[Key, ...] = ()


Held = tuple[Truth, str, tuple[Key, ...]]


class Cast:
    """Who holds which office on a day, as known by the end of another.

    >>> nobody = Cast(Knowledge("A case", "en"), "2022-03-24")
    >>> nobody.end(Participant("person/a", "participant", person="person/a")).why
    'no office on record'
    """

    def __init__(self, knowledge: Knowledge, day: str, known: str | None = None) -> None:
        self._entities = knowledge.entities
        self._seats = {seat.office: seat for seat in seats(knowledge, day, known)}
        self._holdings: dict[Key, list[Holding]] = defaultdict(list)
        for seat in self._seats.values():
            for one in seat.holdings:
                self._holdings[one.person].append(one)
        clock = known_stamp(known)
        self._once: dict[tuple[Key, Key | None], list[Key]] = defaultdict(list)
        for tenure in knowledge.tenures.values():
            if held_bounds(tenure, clock) is not None:
                for office in (tenure.office, None):
                    self._once[tenure.person, office] += tenure_claims(tenure, clock)

    def end(self, party: Participant) -> End:
        """The end of a line at which a party of a contact stood, as it is on the day."""
        if party.person:
            return self._person(party.person, party.office, party)
        if party.office:
            return self._office(party.office, party)
        return self._other(party.entity, party)

    def of(self, key: Key) -> End:
        """The end that an entity is, without any contact: an office by who holds it."""
        kind, entity = key.split("/", 1)[0], self._entities.get(key)
        party = Participant(key, "participant", state=entity.state if entity else None)
        if kind == "person":
            return self._person(key, None, party)
        return self._office(key, party) if kind == "office" else self._other(key, party)

    def holders(self, office: Key) -> tuple[Key, ...]:
        """The persons who certainly or possibly hold an office on the day."""
        seat = self._seats.get(office)
        return tuple(dict.fromkeys(one.person for one in seat.holders)) if seat else ()

    def _person(self, person: Key, told: Key | None, party: Participant) -> End:
        office, (truth, why, claims) = told, self._in_office(person, told)
        if told is None:
            held = [one for one in self._holdings.get(person, ()) if one.capacity != "designate"]
            office = (
                min(held, key=lambda one: (one.truth is not Truth.CERTAIN, one.office)).office
                if held
                else None
            )
        return self._made(person, office, party, (truth, why, claims))

    def _in_office(self, person: Key, office: Key | None) -> Held:
        """Whether a person is in an office (None: in any) on the day."""
        mine = [one for one in self._holdings.get(person, ()) if office in (one.office, None)]
        held = [one for one in mine if one.capacity != "designate"]
        claims = tuple(claim for one in held or mine for claim in one.claims)
        if held:
            truth = disjunction(one.truth for one in held)
            return truth, "" if truth is Truth.CERTAIN else MAY_HOLD, claims
        if mine:
            return Truth.IMPOSSIBLE, DESIGNATE, claims
        return self._not_held(person, office)

    def _not_held(self, person: Key, office: Key | None) -> Held:
        if (person, office) in self._once:
            return Truth.IMPOSSIBLE, EXPIRED, tuple(self._once[person, office])
        if office is None:
            return Truth.POSSIBLE, NO_OFFICE, ()
        seat = self._seats.get(office, Seat(office, Verdict.NOBODY_KNOWN, ()))
        if seat.verdict in (Verdict.CERTAIN, Verdict.SEVERAL):
            return Truth.IMPOSSIBLE, REPLACED, tuple(claim for one in seat.holders for claim in one.claims)
        return Truth.POSSIBLE, NOBODY_KNOWN, ()

    def _office(self, office: Key, party: Participant) -> End:
        """An office by its holder where there is exactly one for sure."""
        seat = self._seats.get(office, Seat(office, Verdict.NOBODY_KNOWN, ()))
        claims = tuple(claim for one in seat.holders for claim in one.claims)
        sure = {one.person for one in seat.holders if one.truth is Truth.CERTAIN}
        if len(sure) == 1 and len(self.holders(office)) == 1:
            return self._made(sure.pop(), office, party, (Truth.CERTAIN, "", claims))
        if sure:
            return self._made(office, office, party, (Truth.CERTAIN, "", claims))
        why = MAY_HOLD if seat.holders else NOBODY_KNOWN
        return self._made(office, office, party, (Truth.POSSIBLE, why, claims))

    def _other(self, key: Key, party: Participant) -> End:
        return self._made(key, None, party, (Truth.CERTAIN, "", ()))

    def _made(self, node: Key, office: Key | None, party: Participant, held: Held) -> End:
        named: Entity | None = self._entities.get(office or node)
        state = party.state or (named.state if named else None)
        keys = {node, party.entity, office, state, named.organisation if named else None}
        truth, why, claims = held
        return End(
            node=node,
            truth=truth,
            office=office,
            state=state,
            rank=party.rank or (named.rank if named else None),
            keys=frozenset(key for key in keys if key),
            why=why,
            tenures=claims,
        )
