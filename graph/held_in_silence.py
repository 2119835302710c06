"""Held contacts inside claimed silences, found in one pass over the claims.

The same rows as ``ontology/checks/held_in_silence.rq`` and ``held_in_doubtful_silence.rq``, whose heads say
whom a silence covers. Those queries go through every pair of every state for each silence; here each end of
a pair is known by its *faces* (who it is, whose official, of which rank), silences ask for pairs of faces,
and only what is asked for is kept. The cost is about linear in claims, where two states are not all there is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations
from operator import attrgetter

from backchannel.graph.bounds import BEGINNING, END, Bounds
from backchannel.graph.clock import EVERYTHING, NEVER
from backchannel.graph.model import Claim, Entity, Key, Knowledge, Participant
from backchannel.graph.pairs import LEVELS, pairs
from backchannel.graph.semantics import possibly_at

__all__ = ["Broken", "held_in_silence"]

# How an end of a pair may be meant: ('state', s) the state itself, ('named', n) just this one,
# ('of', s) whoever is of a state, ('ranked', s, rank) an office or party of a state and rank.
Face = tuple[str, ...]
# What a silence asks for: the faces of the two ends; or a pair of the index, by its level and ends.
Wanted = tuple[Face, Face]

# Which faces of the two sides of a silence go together, as the arms of the query do. 'named' with
# 'named' is not among them: such a silence covers its own pairs, those of the same level.
TOGETHER = (("of", "named"), ("ranked", "of"), ("ranked", "ranked"), ("ranked", "named"))
QUIET_KINDS = frozenset({"non-public", "back channel"})


@dataclass(frozen=True, order=True, slots=True)
class Broken:
    """A claim of a held contact, and the claim of a silence into which it falls.

    ``inside``: certainly, or else possibly. ``doubtful``: the silence is hedged, has an exception, or
    covers the contact only if its parties of unnamed rank include those.

    >>> Broken("claim/call", "claim/silence", inside=True, doubtful=False).claim
    'claim/call'
    """

    claim: Key
    silence: Key
    inside: bool
    doubtful: bool


@dataclass(slots=True)
class Held:
    """The held contacts of a pair of faces, in the order of their first possible instants."""

    claims: list[Claim] = field(default_factory=list)
    earliest: list[str] = field(default_factory=list)

    def sort(self) -> None:
        self.claims.sort(key=lambda claim: (claim.bounds.earliest, claim.key))
        self.earliest = [claim.bounds.earliest for claim in self.claims]


def held_in_silence(knowledge: Knowledge) -> list[Broken]:
    """Every live claim of a held contact inside a live, asserted silence that covers it, each once.

    Contacts that are only possibly inside count for hedged silences and for those with exceptions, and
    need bounds on both sides; all others must be certainly inside. Sorted by contact, then silence.

    >>> held_in_silence(Knowledge(title="Freedonia", language="en"))
    []
    """
    faces = Faces(knowledge)
    silences = [claim for claim in knowledge.claims.values() if breakable(claim)]
    asked = {claim.key: (set(faces.surely(claim)), set(faces.perhaps(claim))) for claim in silences}
    wanted = {one for two in asked.values() for some in two for one in some}
    contacts = (claim for claim in knowledge.claims.values() if held(claim))
    found = index(faces, contacts, wanted)
    broken: set[Broken] = set()
    for silence in silences:
        surely, perhaps = asked[silence.key]
        for one in surely:
            broken.update(breaks(knowledge, silence, found.get(one), leaves_room(silence)))
        for one in perhaps:
            broken.update(breaks(knowledge, silence, found.get(one), doubtful=True))
    return sorted(broken)


class Faces:
    """By what the ends of a pair, and the parties of a silence, are known."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.entities = knowledge.entities
        self._of: dict[Key, tuple[Face, ...]] = {}

    def of_end(self, key: Key) -> tuple[Face, ...]:
        """The faces of an end of a pair that is no pair of states."""
        if key not in self._of:
            self._of[key] = tuple(self._faces(key))
        return self._of[key]

    def _faces(self, key: Key) -> Iterator[Face]:
        yield ("named", key)
        one = self.entities.get(key)
        if one and one.kind == "state":
            yield ("state", key)
        elif one and one.state:
            yield ("of", one.state)
            if one.rank:
                yield ("ranked", one.state, one.rank)

    def surely(self, silence: Claim) -> Iterator[Wanted]:
        """What a silence asks for that covers whoever has these faces."""
        for level in LEVELS:
            for ends in pairs(silence, level) if level != "state" else ():
                yield same_pair(level, *ends)
        for one, other in permutations(silence.participants, 2):
            left, right = self._meant(one), self._meant(other)
            for face in left.get("state", ()):
                for opposite in right.get("state", ()):
                    if face != opposite:
                        yield face, opposite
            for mine, theirs in TOGETHER:
                for face in left.get(mine, ()):
                    for opposite in right.get(theirs, ()):
                        yield face, opposite

    def _meant(self, participant: Participant) -> dict[str, list[Face]]:
        """The faces of those for whom a party of a silence stands, by kind."""
        agent = self.entities.get(participant.entity)
        states = list(self._states(agent))
        named = {participant.entity, participant.person, participant.office} - {None}
        meant: dict[str, list[Face]] = {
            "state": [("state", state) for state in states],
            "of": [("of", state) for state in states],
            "named": [("named", key) for key in named if key],
        }
        if agent and agent.kind == "party" and agent.state and agent.rank:
            meant["ranked"] = [("ranked", agent.state, agent.rank)]
        return meant

    def _states(self, agent: Entity | None) -> Iterator[Key]:
        if agent and agent.kind == "state":
            yield agent.key
        for key in agent.members if agent and agent.kind == "party" else ():
            if key.startswith("state/") and key in self.entities:
                yield key

    def perhaps(self, silence: Claim) -> Iterator[Wanted]:
        """What a silence of two described parties asks for if one without a rank means the whole state."""
        present = [one for one in silence.participants if one.role not in ("intermediary", "refuser")]
        agents = [self.entities[one.entity] for one in present if one.entity in self.entities]
        for one, other in permutations([agent for agent in agents if agent.kind == "party"], 2):
            if one.state and other.state and one.state != other.state and not (one.rank and other.rank):
                yield ("state", one.state), ("state", other.state)


def same_pair(level: str, one: Key, other: Key) -> Wanted:
    return ("pair", level, one), ("pair", level, other)


def index(faces: Faces, contacts: Iterable[Claim], wanted: Iterable[Wanted]) -> dict[Wanted, Held]:
    """The contacts whose pairs have two faces that some silence asks for."""
    opposites: dict[Face, set[Face]] = defaultdict(set)
    for face, opposite in wanted:
        opposites[face].add(opposite)
    found: dict[Wanted, Held] = defaultdict(Held)
    for claim in contacts:
        for one in {one for level in LEVELS for one in of_pairs(faces, claim, level, opposites)}:
            found[one].claims.append(claim)
    for several in found.values():
        several.sort()
    return found


def of_pairs(faces: Faces, claim: Claim, level: str, opposites: dict[Face, set[Face]]) -> Iterator[Wanted]:
    """Those of the wanted that a contact answers at a level."""
    for one, other in pairs(claim, level):
        if level == "state":
            left: tuple[Face, ...] = (("state", one),)
            right: tuple[Face, ...] = (("state", other),)
        else:
            left, right = faces.of_end(one), faces.of_end(other)
            if ("pair", level, other) in opposites.get(("pair", level, one), ()):
                yield same_pair(level, one, other)
        for mine, theirs in ((left, right), (right, left)):
            for face in mine:
                if face in opposites:
                    yield from ((face, opposite) for opposite in theirs if opposite in opposites[face])


def breakable(claim: Claim) -> bool:
    """Whether a single contact can contradict this claim."""
    scopes = ("any contact", "calls", "public contact", "official exchange")
    certain = claim.bounds.certain
    return claim.kind == "silence" and claim.scope in scopes and certain and asserted(claim)


def held(claim: Claim) -> bool:
    return claim.kind == "contact" and claim.outcome == "held" and asserted(claim)


def asserted(claim: Claim) -> bool:
    """Whether it is asserted, and never withdrawn."""
    return claim.stance == "asserts" and (claim.withdrawn or NEVER) > EVERYTHING


def leaves_room(silence: Claim) -> bool:
    return silence.hedge is not None or bool(silence.exceptions)


def breaks(knowledge: Knowledge, silence: Claim, several: Held | None, doubtful: bool) -> Iterator[Broken]:
    """The contacts, of those whom the silence covers, that fall into its time and scope."""
    if several is None:
        return
    quiet = silence.bounds
    loose = leaves_room(silence)
    first = 0 if loose else bisect_right(several.earliest, quiet.certain_from)
    for claim in several.claims[first : bisect_left(several.earliest, quiet.certain_until)]:
        bounds = claim.bounds
        # Both ends open: on its first and on its last day a silence may hold the contacts that bound it.
        inside = quiet.certain_from < bounds.earliest and bounds.latest < quiet.certain_until
        perhaps = loose and bounded(bounds) and possibly_at(bounds, quiet.certain_from, quiet.certain_until)
        if (inside or perhaps) and silence.ended_by != claim.about and in_scope(knowledge, silence, claim):
            yield Broken(claim.key, silence.key, inside, doubtful)


def bounded(bounds: Bounds) -> bool:
    return bounds.earliest != BEGINNING and bounds.latest != END


def in_scope(knowledge: Knowledge, silence: Claim, claim: Claim) -> bool:
    """Whether the contact is of a sort that the silence excludes."""
    if silence.scope == "calls":
        return claim.mode == "call"
    if silence.scope == "any contact":
        return True
    lines = (knowledge.channels[key] for key in claim.channels if key in knowledge.channels)
    return claim.public is not False and not QUIET_KINDS.intersection(map(attrgetter("kind"), lines))
