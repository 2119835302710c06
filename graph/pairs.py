"""Who was in touch with whom: the pairs of a contact of two or more parties.

A contact of five ministers is one contact; its ten pairs are derived here, in one place, for the
index in the store, for the networks and for the silences alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from backchannel.graph.model import Claim, Key, Participant

__all__ = ["LEVELS", "agents", "directed_pairs", "is_directed", "meetings", "pair_key", "pairs"]

LEVELS = ("person", "office", "state", "party")


def pairs(claim: Claim, level: str) -> list[tuple[Key, Key]]:
    """The unordered pairs of a claim's parties at a level, each sorted, without a thing and itself.

    Where the source says who sought whom, pairs run between the two sides only; otherwise between
    all. ``level`` is person, office, state or party; *party* joins the agents as the source names
    them, where at least one of the two is not a person.
    """
    found = {tuple(sorted(pair)) for pair in directed_pairs(claim, level)}
    return sorted((a, b) for a, b in found)


def directed_pairs(claim: Claim, level: str) -> list[tuple[Key, Key]]:
    """As :func:`pairs`, but each pair runs from the seeking side to the other where that is known."""
    found: dict[tuple[Key, Key], None] = {}
    for one, other in meetings(claim.participants):
        ends = agents(one, other, level)
        if ends and ends[0] != ends[1]:
            found[ends] = None
    return list(found)


def is_directed(claim: Claim) -> bool:
    """Whether the claim says who sought whom."""
    roles = {participant.role for participant in claim.participants}
    return "initiator" in roles and bool(roles & {"addressee", "participant"})


def pair_key(level: str, one: Key, other: Key) -> Key:
    """The key of the index node of a pair; the order of the two does not matter.

    >>> pair_key("person", "person/b", "person/a")
    'pair/person/a~b'
    >>> pair_key("party", "state/ru", "party/the-west")
    'pair/party/party.the-west~state.ru'
    """
    if level == "party":
        ends = sorted(key.replace("/", ".") for key in (one, other))
    else:
        ends = sorted(key.split("/", 1)[1] for key in (one, other))
    return f"pair/{level}/{ends[0]}~{ends[1]}"


def meetings(participants: Iterable[Participant]) -> Iterator[tuple[Participant, Participant]]:
    """Each two parties of a claim that were in touch: the two sides if it says who sought whom, else all."""
    present = [p for p in participants if p.role not in ("intermediary", "refuser")]
    seekers = [p for p in present if p.role == "initiator"]
    others = [p for p in present if p.role != "initiator"]
    if seekers and others:
        return product(seekers, others)
    return combinations(present, 2)


def agents(one: Participant, other: Participant, level: str) -> tuple[Key, Key] | None:
    """Who the two are at a level (see :func:`pairs`); None where the source names nobody there."""
    if level == "party":
        both_persons = one.person is not None and other.person is not None
        return None if both_persons else (one.entity, other.entity)
    ends = (_at_level(one, level), _at_level(other, level))
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _at_level(participant: Participant, level: str) -> Key | None:
    if level == "person":
        return participant.person
    return participant.office if level == "office" else participant.state
