"""Every world of a few contacts with uncertain instants, gone through one by one: the oracle of the measures.

It shares nothing with the code under test but the contacts themselves.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product

from backchannel.graph.analytics.temporal import Contact, TemporalNetwork

__all__ = ["Chain", "World", "chains", "random_contacts", "random_network", "spread", "worlds"]

NODES = ("a", "b", "c", "d", "e")
World = list[tuple[Fraction, Contact]]
Chain = tuple[tuple[str, str, Contact], ...]


def random_contacts(rng: random.Random, most: int = 4, nodes: int = 4) -> list[Contact]:
    """A few contacts of a few nodes, wide and narrow, some not sure, some one way, some parallel."""
    found = []
    for number in range(rng.randint(1, most)):
        one, other = rng.sample(NODES[:nodes], 2)
        earliest = rng.randint(0, 4)
        latest = earliest + rng.choice((1, 1, 1, 2, 2, 3))
        sure, oneway = rng.random() < 0.85, rng.random() < 0.2
        found.append(Contact(f"contact/{number}", one, other, earliest, latest, sure, oneway))
    return found


def random_network(seed: int, most: int = 4, nodes: int = 4) -> TemporalNetwork:
    rng = random.Random(seed)
    return TemporalNetwork(random_contacts(rng, most, nodes), NODES[:nodes])


def worlds(contacts: Sequence[Contact]) -> Iterator[World]:
    """Each choice of those that took place, of the unit of time of each, and of their order within units.

    Instants are a unit and a fraction; all orders of the fractions are gone through, so that every way in
    which two instants, or their distances in whole units, can compare is there.
    """
    unsure = [contact for contact in contacts if not contact.sure]
    for taken in product((True, False), repeat=len(unsure)):
        left_out = {contact.key for contact, there in zip(unsure, taken, strict=True) if not there}
        there = [contact for contact in contacts if contact.key not in left_out]
        for units in product(*(range(contact.earliest, contact.latest) for contact in there)):
            for order in permutations(range(1, len(there) + 1)):
                parts = (Fraction(place, len(there) + 1) for place in order)
                instants = [unit + part for unit, part in zip(units, parts, strict=True)]
                yield sorted(zip(instants, there, strict=True), key=lambda one: one[0])


def spread(world: World, source: str, since: int = 0, wait: int = 0) -> dict[str, tuple[Fraction, int]]:
    """When word from a node is with each other in one world, and the fewest contacts it takes to get
    there."""
    first: dict[str, Fraction] = {source: Fraction(since)}
    for instant, contact in world:
        for one, other in ways(contact):
            ready = first[one] + (wait if one != source else 0) if one in first else None
            if ready is not None and ready <= instant and other not in first:
                first[other] = instant
    hops = {chain[-1][1]: len(chain) for chain in reversed(list(walks(world, source, since, wait)))}
    return {node: (instant, hops[node]) for node, instant in first.items() if node != source}


def walks(world: World, source: str, since: int, wait: int) -> Iterator[Chain]:
    """The chains of one world, the shortest first."""
    layer: list[tuple[Chain, Fraction]] = [((), Fraction(since - wait))]
    while layer:
        longer = []
        for chain, past in layer:
            here = chain[-1][1] if chain else source
            met = {source, *(end for _, end, _ in chain)}
            for instant, contact in world:
                for one, other in ways(contact):
                    if one == here and other not in met and past + wait <= instant:
                        longer.append(((*chain, (one, other, contact)), instant))
        yield from (chain for chain, _ in longer)
        layer = longer


def chains(contacts: Sequence[Contact], source: str, certain: bool) -> Iterator[Chain]:
    """Each chain from a node that never comes back to one, all of whose contacts do, or can, follow in
    order."""
    layer: list[Chain] = [()]
    while layer:
        layer = [
            (*chain, (one, other, contact))
            for chain in layer
            for contact in contacts
            for one, other in ways(contact)
            if one == (chain[-1][1] if chain else source)
            and other not in {source, *(end for _, end, _ in chain)}
            and follows([before for *_, before in chain], contact, certain)
        ]
        yield from layer


def ways(contact: Contact) -> list[tuple[str, str]]:
    there = (contact.one, contact.other)
    return [there] if contact.oneway else [there, there[::-1]]


def follows(before: Sequence[Contact], contact: Contact, certain: bool) -> bool:
    if certain:
        return contact.sure and all(one.latest <= contact.earliest for one in before)
    return all(one.earliest < contact.latest for one in before)
