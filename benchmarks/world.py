"""An invented world of any size as knowledge, without going through a store: for measuring the page.

`world(persons, contacts)` gives so many officials of twelve states, each in an office of his own, and so many
contacts between them over ten years, of every outcome and means, some disputed, some only roughly dated. The
same numbers give the same world.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from backchannel.graph.bounds import occurrence, state
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Document,
    Entity,
    Key,
    Knowledge,
    Names,
    Participant,
    Span,
    When,
)

__all__ = ["world"]

STATES = (
    *("Altavia", "Borduria", "Cascara", "Drusselstein", "Elbonia", "Freedonia"),
    *("Grenzland", "Halvania", "Illyrstan", "Jorvania", "Krakozhia", "Lichtenburg"),
)
SHARES = (30, 25, 8, 7, 6, 6, 4, 4, 3, 3, 2, 2)
GIVEN = (
    "Ada",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Falk",
    "Greta",
    "Hakon",
    "Irina",
    "Jonas",
    "Kira",
    "Lev",
)
FAMILY = ("Arden", "Brandt", "Corvin", "Dahl", "Ekberg", "Falk", "Gorin", "Holm", "Ilyin", "Jansen", "Keller")
RANKS = (
    ("working", 70),
    ("ambassador", 12),
    ("adviser", 8),
    ("chief of staff", 4),
    ("minister", 5),
    ("leader", 1),
)
OUTCOMES = (("held", 55), ("attempted", 14), ("refused", 10), ("ignored", 9), ("cancelled", 6), (None, 6))
MODES = (("call", 45), ("meeting", 25), ("letter", 12), ("message", 10), ("visit", 8))
PAPERS = 8
DOCUMENTS = 240
CHANNELS = 24
FIRST, DAYS = date(2012, 1, 1), 3652
RECORDED = "2030-01-01T00:00:00Z"


def world(persons: int, contacts: int, *, seed: int = 1, texts: bool = True) -> Knowledge:
    """So many persons and contacts; without ``texts`` the claims' paraphrases and places are empty.

    >>> made = world(30, 50)
    >>> sum(key.startswith("person/") for key in made.entities)
    30
    >>> len({one.about for one in made.claims.values() if one.kind == "contact"})
    50
    """
    dice = random.Random(seed)
    officials = [official(at, dice) for at in range(persons)]
    documents = [document(at) for at in range(DOCUMENTS)]
    claims = [one for at in range(contacts) for one in contact(at, officials, documents, dice, texts)]
    entities = [*states(), *papers(), *(one for who in officials for one in who[0])]
    channels = [channel(at) for at in range(CHANNELS)]
    return Knowledge(
        title=f"{persons:,} officials and {contacts:,} contacts",
        language="en",
        entities=keyed(entities),
        channels=keyed(channels),
        documents=keyed(documents),
        claims=keyed([*claims, *(condition(at, documents, dice) for at in range(CHANNELS))]),
    )


def keyed(things: Iterable[Any]) -> dict[Key, Any]:
    return {thing.key: thing for thing in sorted(things, key=lambda one: one.key)}


def named(key: Key, name: str, **fields: Any) -> Entity:
    return Entity(key, Names(((name, "en"),)), **fields)


def states() -> list[Entity]:
    return [named(f"state/{name.lower()}", name, state=f"state/{name.lower()}") for name in STATES]


def papers() -> list[Entity]:
    return [named(f"organisation/paper-{at}", f"Courier {at}", subkind="newspaper") for at in range(PAPERS)]


Official = tuple[tuple[Entity, Entity], str]


def official(at: int, dice: random.Random) -> Official:
    """A person and the office, and the person's rank."""
    home = f"state/{dice.choices(STATES, SHARES)[0].lower()}"
    rank = chosen(RANKS, dice)
    name = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)} {at}"
    slug = name.lower().replace(" ", "-")
    office = named(f"office/post-{at}", f"{rank} {at} of {home[6:].title()}", state=home, rank=rank)
    return (named(f"person/{slug}", name), office), rank


def chosen(choices: Iterable[tuple[Any, int]], dice: random.Random) -> Any:
    values, weights = zip(*choices, strict=True)
    return dice.choices(values, weights)[0]


def document(at: int) -> Document:
    """A newspaper's report; they came out one after another, up to a year after what they tell of."""
    day = (FIRST + timedelta(days=60 + at * DAYS // DOCUMENTS)).isoformat()
    when = When(day, occurrence(day))
    paper = f"organisation/paper-{at % PAPERS}"
    return Document(f"document/{at:03}", f"Report {at}", "en", paper, when, known=known_stamp(day))


def channel(at: int) -> Channel:
    ends = tuple(sorted(f"state/{STATES[(at * step) % len(STATES)].lower()}" for step in (1, 5)))
    return Channel(f"channel/line-{at}", Names(((f"line {at}", "en"),)), "hotline", ends)


# --- claims ------------------------------------------------------------------------------------


def contact(
    at: int, officials: list[Official], documents: list[Document], dice: random.Random, texts: bool
) -> list[Claim]:
    """The claims about a contact: one, now and then two that disagree."""
    one, other = parties(officials, dice)
    day = dice.randrange(DAYS - 30)
    outcome = chosen(OUTCOMES, dice)
    first = Claim(
        **base(f"{slug(one)}-{slug(other)}-{at}", (FIRST + timedelta(days=day), documents), dice, texts),
        participants=(part(one, "initiator"), part(other, "addressee")),
        outcome=outcome,
        stance="asserts" if outcome else "proposes",
        mode=chosen(MODES, dice),
        channels=(f"channel/line-{dice.randrange(CHANNELS)}",) if dice.random() < 0.2 else (),
        reliability=dice.choice("ABC") if dice.random() < 0.3 else None,
    )
    return [first, contrary(first)] if outcome == "held" and dice.random() < 0.06 else [first]


def slug(who: Official) -> str:
    return who[0][0].key.partition("/")[2]


def parties(officials: list[Official], dice: random.Random) -> tuple[Official, Official]:
    """Two officials; a few of them have most of the contacts (a power law, as in real exchanges)."""
    count = len(officials)
    one, other = (int(count * dice.random() ** 2.2) for _ in range(2))
    return officials[one], officials[other if other != one else (one + 1) % count]


def part(who: Official, role: str) -> Participant:
    (person, office), rank = who
    return Participant(person.key, role, person=person.key, office=office.key, state=office.state, rank=rank)


def base(name: str, told: tuple[date, list[Document]], dice: random.Random, texts: bool) -> dict[str, Any]:
    """What every claim about a contact has: a voice, a date and a place."""
    day, documents = told
    later = min(len(documents) - 1, (day - FIRST).days * len(documents) // DAYS + dice.randrange(12))
    source = documents[later]
    begin = dice.randrange(100, 9000)
    spans = (Span(begin, begin + dice.randrange(40, 200)),) if texts else ()
    words = (
        f"A report says that {name.replace('-', ' ')} came about on that day, as both sides let it be known."
    )
    return {
        "key": f"claim/{name}",
        "kind": "contact",
        "about": f"contact/{name}",
        "voice": source.publisher,
        "paraphrase": words if texts else "",
        "paraphrase_language": "en",
        "citations": (Citation(f"citation/{name}/{source.key[9:]}", "reports", source.key, None, spans),),
        "known": source.known,
        "recorded": RECORDED,
        "when": dated(day, dice),
    }


def dated(day: date, dice: random.Random) -> When:
    """Mostly a day, now and then a month or a stretch of days."""
    sort = dice.random()
    end = day + timedelta(days=dice.randrange(3, 25))
    edtf = day.isoformat() if sort < 0.85 else f"{day:%Y-%m}" if sort < 0.93 else f"{day}/{end}"
    return When(edtf, occurrence(edtf))


def contrary(first: Claim) -> Claim:
    """Another voice that denies it."""
    return replace(
        first,
        key=f"{first.key}-denied",
        stance="denies",
        voice=first.participants[1].entity,
        citations=(replace(first.citations[0], key=f"{first.citations[0].key}-denied"),),
    )


def condition(at: int, documents: list[Document], dice: random.Random) -> Claim:
    """A line is said to be dead, for some months."""
    day = FIRST + timedelta(days=dice.randrange(DAYS - 400))
    span = f"{day}/{day + timedelta(days=200)}"
    source = documents[min(len(documents) - 1, (day - FIRST).days * len(documents) // DAYS)]
    return Claim(
        key=f"claim/state-of-line-{at}",
        kind="channel",
        about=f"channel/line-{at}",
        stance="asserts",
        voice=str(source.publisher),
        paraphrase="The line is said to be dead.",
        paraphrase_language="en",
        citations=(Citation(f"citation/line-{at}", "reports", source.key, None, ()),),
        known=source.known,
        recorded=RECORDED,
        state="unanswered",
        when=When(span, state(span, RECORDED)),
    )
