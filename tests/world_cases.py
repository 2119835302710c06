"""Small cases with open questions, and all their worlds gone through without the code under test."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product

import networkx as nx

from backchannel.graph.analytics import MEASURES, measures, rank_of
from backchannel.graph.bounds import occurrence
from backchannel.graph.model import Claim, Entity, Key, Knowledge, Names, Participant, When

__all__ = ["DEFAULT", "claim", "knowledge_of", "random_case", "rank_shares", "world_list"]

PEOPLE = [f"person/{letter}" for letter in "abcde"]
VOICES = [f"person/voice-{number}" for number in range(3)]
FIRST, LAST = date(2022, 3, 1), date(2022, 3, 4)
# The probabilities of docs/worlds.md, written down once more.
RELIANCE = {"A": 1.0, "B": 0.9, "C": 0.7, "D": 0.4, "E": 0.1, "F": 0.5, None: 1.0}
CREDIBLE = {1: 0.93, 2: 0.75, 3: 0.5, 4: 0.3, 5: 0.07, 6: 0.5, None: 1.0}
DEFAULT = (None, None)

World = tuple[tuple[Key, Key, Key, bool], ...]


def claim(
    name: str,
    contact: str,
    ends: tuple[Key, Key],
    *,
    outcome: str | None = "held",
    when: str | None = None,
    stance: str = "asserts",
    voice: Key = VOICES[0],
    rating: tuple[str | None, int | None] = DEFAULT,
    directed: bool = False,
    hedge: str | None = None,
) -> Claim:
    """One claim that a contact of two came about, or didn't."""
    roles = ("initiator", "addressee") if directed else ("participant", "participant")
    return Claim(
        f"claim/{name}",
        "contact",
        f"contact/{contact}",
        stance,
        voice,
        "",
        "en",
        (),
        participants=tuple(Participant(end, role, person=end) for end, role in zip(ends, roles, strict=True)),
        when=When(when, occurrence(when)) if when else None,
        outcome=outcome,
        reliability=rating[0],
        credibility=rating[1],
        known="2022-04-01T00:00:00Z",
        hedge=hedge,
    )


def knowledge_of(claims: Iterable[Claim]) -> Knowledge:
    """A case of some claims."""
    everybody = sorted({*PEOPLE, *VOICES})
    people = {key: Entity(key, Names(((key.split("/")[1], "en"),))) for key in everybody}
    return Knowledge("A case", "en", entities=people, claims={one.key: one for one in claims})


def random_case(seed: int) -> Knowledge:
    """Two to four contacts of five persons; one to three claims each, of few voices, that may contradict."""
    rng = random.Random(seed)
    claims = []
    for contact in range(rng.randint(2, 4)):
        ends = rng.sample(PEOPLE, 2)
        for number in range(rng.choice((1, 1, 2, 3))):
            stance = rng.choice(("asserts",) * 4 + ("alleges", "denies"))
            rating = rng.choice((DEFAULT, DEFAULT, ("B", 2), ("C", 3), ("E", 1), ("A", None)))
            one = claim(
                f"{contact}-{number}",
                str(contact),
                (ends[0], ends[1]),
                outcome=rng.choice(("held", "held", "held", "refused", "attempted")),
                when=rng.choice(
                    (None, "2022-03-01", "2022-03-02/2022-03-04", "[2022-03-01,2022-03-04]", "2022-03-02")
                ),
                stance=stance,
                voice=rng.choice(VOICES),
                rating=rating,
                directed=rng.random() < 0.4,
                hedge="perhaps" if rng.random() < 0.2 else None,
            )
            claims.append(one)
    return knowledge_of(claims)


def belief(one: Claim) -> float:
    reliance = RELIANCE[one.reliability] * (0.8 if one.hedge else 1) * (0.6 if one.stance == "alleges" else 1)
    return reliance * CREDIBLE[one.credibility] + (1 - reliance) / 2


def possible_days(edtf: str) -> list[date]:
    """The days of the few dates above, counted on the fingers."""
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    if edtf.startswith("["):
        return [days[0], days[-1]]
    first, _, last = edtf.partition("/")
    return [day for day in days if first <= day.isoformat() <= (last or first)]


def standing(claims: list[Claim]) -> Iterator[tuple[float, list[Claim]]]:
    """Which claims are believed: those of one voice on one side by one throw, the surer ones first."""
    sides: dict[tuple[bool, Key], list[Claim]] = defaultdict(list)
    for one in claims:
        sides[one.stance == "denies", one.voice].append(one)
    throws = []
    for group in sides.values():
        cuts = sorted({belief(one) for one in group} | {0.0, 1.0})
        throws.append(
            [
                (after - before, [one for one in group if belief(one) >= after])
                for before, after in pairwise(cuts)
            ]
        )
    for thrown in product(*throws):
        chance = 1.0
        for part, _ in thrown:
            chance *= part
        yield chance, [one for _, group in thrown for one in group]


def outcomes(claims: list[Claim]) -> Iterator[tuple[float, str | None]]:
    """Which of the positions that stand is taken: each as likely as another."""
    said = {one.outcome for one in claims if one.stance != "denies"}
    positions = said - {"attempted"} or set(said)
    denied = {one.outcome for one in claims if one.stance == "denies"}
    if denied and positions <= denied:
        positions |= {"denied"}
    for position in positions:
        yield 1 / len(positions), position
    if not positions:
        yield 1.0, None


def inside(claims: list[Claim], since: str, until: str) -> float:
    """The share of the days on which it was, by the dates of the claims that stand, within the window."""
    values = sorted({one.when.edtf for one in claims if one.when and one.when.edtf})
    if not values:
        return 0.5
    together = set.intersection(*(set(possible_days(value)) for value in values))
    groups = [sorted(together)] if together else [possible_days(value) for value in values]
    shares = [sum(since <= day.isoformat() <= until for day in days) / len(days) for days in groups]
    return sum(shares) / len(shares)


def directions(claims: list[Claim]) -> Iterator[tuple[float, tuple[Key, Key, bool]]]:
    """The link of a contact of two: who sought it, if one says so; whoever is preferred, if both do."""
    ends = claims[0].participants
    told = sorted(
        {
            (one.participants[0].entity, one.participants[1].entity)
            for one in claims
            if one.participants[0].role == "initiator"
        }
    )
    for way in told:
        yield 1 / len(told), (*way, True)
    if not told:
        low, high = sorted(one.entity for one in ends)
        yield 1.0, (low, high, False)


def contact_worlds(claims: list[Claim], since: str, until: str) -> dict[tuple[Key, Key, bool] | None, float]:
    found: dict[tuple[Key, Key, bool] | None, float] = defaultdict(float)
    for chance, believed in standing(claims):
        for share, outcome in outcomes(believed):
            held = [
                one for one in believed if one.stance != "denies" and one.outcome in ("held", "attempted")
            ]
            within = inside(held, since, until) if outcome == "held" else 0.0
            found[None] += chance * share * (1 - within)
            for way, link in directions(held) if within else ():
                found[link] += chance * share * within * way
    return found


def world_list(knowledge: Knowledge, since: str, until: str) -> dict[World, float]:
    """Every world as its links, with its probability."""
    contacts: dict[Key, list[Claim]] = defaultdict(list)
    for one in knowledge.claims.values():
        contacts[one.about].append(one)
    found: dict[World, float] = defaultdict(float)
    each = [
        [(key, *item) for item in contact_worlds(claims, since, until).items()]
        for key, claims in sorted(contacts.items())
    ]
    for combination in product(*each):
        chance = 1.0
        for _, _, part in combination:
            chance *= part
        if chance > 0:
            found[tuple((key, *link) for key, link, _ in combination if link)] += chance
    return found


def rank_shares(
    worlds: dict[World, float], nodes: Iterable[Key], measure: str
) -> dict[Key, dict[int | None, float]]:
    """By node, the probability of each rank (None: of having none)."""
    found: dict[Key, dict[int | None, float]] = {node: defaultdict(float) for node in nodes}
    for links, chance in worlds.items():
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(found)
        for contact, one, other, directed in links:
            graph.add_edge(
                one, other, key=contact, contact=contact, outcome="held", contested=False, directed=directed
            )
        places = rank_of(measures(graph, (measure,))[measure], MEASURES[measure].lowest_first)
        for node, shares in found.items():
            shares[places.get(node)] += chance
    return found
