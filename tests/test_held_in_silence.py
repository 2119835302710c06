"""Contacts inside silences: the one pass over the claims finds what the two SPARQL checks find."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pyoxigraph
import pytest
import samples
from conftest import LARGE
from samples import claim, entity, keyed, party, when

from backchannel.graph import quads, store
from backchannel.graph.bounds import Bounds, state
from backchannel.graph.clock import known_stamp
from backchannel.graph.findings import Query, by_query, checks, findings
from backchannel.graph.held_in_silence import held_in_silence
from backchannel.graph.model import Channel, Claim, Key, Knowledge, Names, Participant, When

WORLDS = 500 if LARGE else 20  # in each of four blocks
SCOPES = ("any contact",) * 4 + ("calls", "public contact", "official exchange", "negotiations")
DATES = ("2028-12-15", "2029-01", "2029-01-0X", "2029-01-10", "2029-01-10~", "2028-11/2029-01", "/2029-01")
SPANS = (
    "2028-12-01/..",
    "2028-12/2029-02",
    "2029-01-10/2029-01-20",
    "2028~/2029-06",
    "../2029-02-03",
    "2029-01/",
)
STATES = ("state/s0", "state/s1", "state/s2")


def people() -> dict[Key, object]:
    """Three states; of each two offices, a ministry, a party with and one without a rank; two leagues."""
    made = [entity(key, key.title(), state=key) for key in STATES]
    for number, key in enumerate(STATES):
        made += [
            entity(f"office/o{number}-minister", "Minister", state=key, rank="minister"),
            entity(f"office/o{number}-ambassador", "Ambassador", state=key, rank="ambassador"),
            entity(f"organisation/m{number}", "Ministry", state=key),
            entity(f"party/ministers{number}", "ministers", state=key, rank="minister"),
            entity(f"party/officials{number}", "officials", state=key),
            entity(f"person/a{number}", "A"),
            entity(f"person/b{number}", "B"),
        ]
    made.append(entity("party/league", "the League", members=(STATES[0], STATES[1], "organisation/m2")))
    made.append(entity("party/ring", "the Ring", state=STATES[2], rank="minister", members=(STATES[2],)))
    return keyed(made)


PEOPLE = people()
LINES = keyed(
    [
        Channel("channel/open", Names((("an open line", "en"),)), "hotline"),
        Channel("channel/whisper", Names((("a quiet line", "en"),)), "back channel"),
        Channel("channel/hidden", Names((("a hidden line", "en"),)), "non-public"),
    ]
)


def anybody(rng: random.Random, role: str) -> Participant:
    """A person in office or without, an office, organisation, party, league or state."""
    number = rng.randrange(3)
    state_key = STATES[number]
    office = f"office/o{number}-{rng.choice(('minister', 'ambassador'))}"
    person = f"person/{rng.choice('ab')}{number}"
    return rng.choice(
        [
            party(person, role, office, state_key),
            party(person, role, None, state_key),
            party(office, role, office, state_key),
            party(state_key, role, at=state_key),
            party(f"organisation/m{number}", role, at=state_key),
            replace(party(f"party/ministers{number}", role, at=state_key), rank="minister"),
            party(f"party/officials{number}", role, at=state_key),
            party("party/league", role),
            party("party/ring", role, at=STATES[2]),
        ]
    )


def parties(rng: random.Random, roles: Sequence[str]) -> tuple[Participant, ...]:
    found = {one.entity: one for one in (anybody(rng, role) for role in roles)}
    return tuple(found.values())


def contact(rng: random.Random, number: int) -> Claim:
    roles = rng.choice(
        [("initiator", "addressee"), ("participant",) * 3, ("initiator", "addressee", "intermediary")]
    )
    date = rng.choice(DATES)
    return claim(
        f"c{number}",
        participants=parties(rng, roles),
        outcome=rng.choice(("held", "held", "held", "refused")),
        stance=rng.choice(("asserts",) * 7 + ("denies",)),
        mode=rng.choice(("call", "meeting", None)),
        public=rng.choice((None, True, False)),
        channels=tuple(rng.sample(sorted(LINES), rng.randrange(2))),
        when=rng.choice((when(date),) * 7 + (None,)),
        withdrawn=rng.choice((None,) * 7 + (known_stamp("2029-04-01"),)),
    )


def silence(rng: random.Random, number: int) -> Claim:
    span = rng.choice(SPANS)
    held = When(span, state(span, known_stamp("2029-03-01")))
    return claim(
        f"s{number}",
        kind="silence",
        about=f"silence/s{number}",
        participants=parties(rng, ("participant",) * rng.choice((2, 2, 3))),
        scope=rng.choice(SCOPES),
        stance=rng.choice(("asserts",) * 7 + ("alleges",)),
        when=rng.choice((held,) * 7 + (None,)),
        hedge=rng.choice((None,) * 4 + ("practically",)),
        exceptions=rng.choice(((),) * 4 + (("prisoners", "grain"),)),
        ended_by=rng.choice((None, "contact/c1")),
        withdrawn=rng.choice((None,) * 7 + (known_stamp("2029-04-01"),)),
    )


def world(rng: random.Random) -> Knowledge:
    claims = [contact(rng, number) for number in range(24)] + [silence(rng, number) for number in range(12)]
    base = samples.knowledge(claims)
    return replace(base, entities={**base.entities, **PEOPLE}, channels=LINES)


NAMES = ("held-in-silence", "held-in-doubtful-silence")
ASKED = {check.sparql for check in checks() if check.name in NAMES}


def oxigraph(knowledge: Knowledge) -> pyoxigraph.Store:
    opened = pyoxigraph.Store()
    lines = "".join(quads.statements(knowledge, samples.RECORDED))
    opened.bulk_load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return opened


def asker(knowledge: Knowledge) -> Query:
    """Answers the two checks of silences from a store; all other checks find nothing."""
    opened = oxigraph(knowledge)
    return lambda sparql: store.select(opened, sparql) if sparql in ASKED else []


@pytest.mark.parametrize("block", range(4))
def test_the_pass_over_the_claims_finds_what_the_queries_find(block: int) -> None:
    rng = random.Random(11 + block)
    counted: Counter[str] = Counter()
    for _ in range(WORLDS):
        knowledge = world(rng)
        expected = by_query(asker(knowledge), knowledge)
        assert findings(lambda sparql: [], knowledge) == expected
        counted.update(one.check for one in expected)
        counted.update("possibly" for one in expected if "possibly inside" in one.message)
    assert counted["held-in-silence"] > WORLDS / 4, counted
    assert counted["held-in-doubtful-silence"] > WORLDS / 4
    assert counted["possibly"] > 0


def test_the_order_of_claims_does_not_matter() -> None:
    knowledge = world(random.Random(3))
    turned = replace(knowledge, claims=dict(reversed(knowledge.claims.items())))
    assert held_in_silence(turned) == held_in_silence(knowledge) != []


def crowd(number: int) -> Knowledge:
    """Contacts and silences of the officials of many states, each dated to a day or a month."""
    rng = random.Random(5)
    states = [entity(f"state/x{n}", f"X{n}", state=f"state/x{n}") for n in range(40)]
    claims = []
    for n in range(number):
        one, other = (party(f"state/x{m}", at=f"state/x{m}") for m in rng.sample(range(40), 2))
        day = f"{rng.randint(2001, 2028)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        if n % 10:
            claims.append(
                claim(f"c{n}", participants=(one, other), outcome="held", mode="call", when=when(day))
            )
        else:
            ends = (f"{day[:7]}-{first}T00:00:00Z" for first in ("01", "02", "27", "28"))
            span = When(f"{day[:7]}/{day[:7]}", Bounds(*ends))
            fields = {"kind": "silence", "about": f"silence/c{n}", "scope": "any contact"}
            claims.append(claim(f"c{n}", participants=(one, other), when=span, **fields))
    base = samples.knowledge(claims)
    return replace(base, entities={**base.entities, **keyed(states)})


def test_a_hundred_thousand_claims_take_seconds() -> None:
    number = 100_000 if LARGE else 10_000
    knowledge = crowd(number)
    begun = time.process_time()
    found = held_in_silence(knowledge)
    assert time.process_time() - begun < (20 if LARGE else 4)
    assert len(found) > number / 500
