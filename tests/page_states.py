"""Invented cases full of contradictions, and states of the page, both drawn from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from urllib.parse import urlencode

from samples import claim, entity, keyed, knowledge, when

from backchannel.exports.page_facets import grade
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Channel, Citation, Claim, Document, Knowledge, Names, Participant
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.ontology import terms

__all__ = ["Facets", "quarrelsome_case", "random_state"]

FIRST = date(2029, 1, 1)
PEOPLE = 9
DAYS = 150


def day(rng: Random, first: int = 0, last: int = DAYS) -> str:
    return str(FIRST + timedelta(days=rng.randint(first, last)))


# --- a case ---


def quarrelsome_case(seed: int, contacts: int = 60) -> Knowledge:
    """Contacts of which up to four claims speak, with other outcomes, dates, days and documents."""
    rng = Random(seed)
    base = knowledge()
    people = [entity(f"person/p{at}", f"Person {at}") for at in range(PEOPLE)]
    states = [entity("state/ma", "Marshovia", state="state/ma")]
    channels = [Channel("channel/mail", Names((("the mail", "en"),)), "letters")]
    documents = [document(rng, at) for at in range(6)]
    claims = [one for at in range(contacts) for one in claims_on(rng, f"c{at}")]
    return replace(
        base,
        entities=keyed([*base.entities.values(), *people, *states]),
        channels=keyed([*base.channels.values(), *channels]),
        documents=keyed(documents),
        claims=keyed(claims),
    )


def document(rng: Random, at: int) -> Document:
    known = rng.choice([None, known_stamp(day(rng)), known_stamp(day(rng))])
    publisher = rng.choice([None, "organisation/gazette", "state/fr"])
    return Document(
        f"document/d{at}", f"Report {at}", rng.choice(["en", "de", "ru", None]), publisher, known=known
    )


def claims_on(rng: Random, name: str) -> list[Claim]:
    parties = rng.sample(range(PEOPLE), rng.choice([1, 2, 2, 2, 3]))
    return [one_claim(rng, f"{name}-{at}", name, parties) for at in range(rng.choice([1, 1, 2, 3, 4]))]


def one_claim(rng: Random, key: str, contact: str, parties: Sequence[int]) -> Claim:
    stance = rng.choice(["asserts", "asserts", "asserts", "alleges", "denies", "announces", "proposes"])
    known = rng.choice([None, known_stamp(day(rng)), known_stamp(day(rng)), known_stamp(day(rng))])
    gone = rng.random() < 0.15 and known is not None
    return claim(
        key,
        about=f"contact/{contact}",
        stance=stance,
        voice=rng.choice(["organisation/gazette", "person/p0", "person/p1"]),
        outcome=rng.choice([*terms.OUTCOMES, None]),
        mode=rng.choice([*terms.MODES, None, None]),
        public=rng.choice([True, False, None]),
        channels=tuple(sorted(rng.sample(["channel/hotline", "channel/mail"], rng.choice([0, 0, 1, 2])))),
        when=rng.choice([None, when(a_date(rng)), when(a_date(rng)), when(a_date(rng))]),
        participants=tuple(participant(rng, one, at) for at, one in enumerate(parties)),
        reliability=rng.choice([None, None, "A", "B"]),
        credibility=rng.choice([None, None, 1, 2]),
        citations=tuple(
            Citation(f"citation/{key}/d{at}", "reports", f"document/d{at}")
            for at in sorted(rng.sample(range(6), rng.choice([1, 1, 2])))
        ),
        known=known,
        withdrawn=known_stamp(day(rng, DAYS // 2, DAYS + 40)) if gone else None,
    )


def participant(rng: Random, one: int, at: int) -> Participant:
    role = rng.choice(["initiator" if at == 0 else "addressee", "participant", "intermediary"])
    state = rng.choice(["state/fr", "state/sy", "state/ma", None])
    office = rng.choice(["office/fr-minister", "office/sy-minister", None])
    rank = rng.choice([*terms.RANKS, None])
    agent = rng.choice([f"person/p{one}"] * 4 + ["party/generals"])
    person = agent if agent.startswith("person/") else None
    return Participant(agent, role, person=person, office=office, state=state, rank=rank)


def a_date(rng: Random) -> str:
    exact = day(rng)
    first, last = sorted((exact, day(rng)))
    return rng.choice([exact, exact[:7], f"{exact}~", f"{first}/{last}", f"../{exact}", f"{exact}/.."])


# --- a state of the page ---


@dataclass(frozen=True)
class Facets:
    """The values that the facets of a case may take; '' is what nobody says."""

    values: dict[str, list[str]]
    things: list[str]
    days: list[str]

    @classmethod
    def of(cls, case: Knowledge) -> Facets:
        claims = [one for one in case.claims.values() if one.kind == "contact"]
        documents = case.documents.values()
        found = {
            "outcome": {*terms.OUTCOMES, "proposed"},
            "mode": set(terms.MODES),
            "state": {key for key in case.entities if key.startswith("state/")},
            "rank": set(terms.RANKS),
            "channel": set(case.channels),
            "status": set(terms.STATUSES),
            "stance": set(terms.STANCES),
            "reliability": {grade(one) for one in claims},
            "source": {one.publisher or one.key for one in documents},
            "language": {one.language or "" for one in documents},
            "public": {"public", "non-public"},
        }
        bounds = [one.when.bounds for one in claims if one.when]
        stamps = {stamp for one in bounds for stamp in (one.earliest, one.latest)}
        stamps |= {one.known for one in claims if one.known}
        days = sorted(stamp[:10] for stamp in stamps if "0001" < stamp[:4] < "9999")
        return cls(
            {name: sorted(values | {""}) for name, values in found.items()},
            sorted([*case.entities, *case.channels]),
            days,
        )


def random_state(rng: Random, facets: Facets) -> str:
    """The address of a state: level, dates on both clocks, possible or not, facets, a name, sight."""
    state: list[tuple[str, str]] = [("level", rng.choice(NETWORK_LEVELS))]
    state += [(name, rng.choice(facets.days)) for name in ("from", "to", "known") if rng.random() < 0.3]
    if rng.random() < 0.3:
        state.append(("possible", "no"))
    for name in rng.sample(sorted(facets.values), rng.choice([0, 1, 1, 2])):
        values = facets.values[name]
        state += [
            (name, one) for one in rng.sample(values, rng.randint(len(values) // 3 or 1, len(values) - 1))
        ]
    if rng.random() < 0.2:
        state.append(("who", rng.choice(facets.things)))
    for name, chance in (("focus", 0.1), ("hide", 0.15), ("fold", 0.1), ("grow", 0.1)):
        if rng.random() < chance:
            state.append((name, rng.choice(facets.things)))
    return urlencode(state)
