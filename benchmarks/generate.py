"""Write a case of N claims, the same for the same N and seed: `python -m benchmarks.generate N DIR`.

About one person for 20 claims, an office for 10, a document for 50; every kind of claim, dates in
many forms of EDTF. The people, places and events are invented.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

__all__ = ["generate"]

Record = dict[str, Any]

CLAIMS_A_DOCUMENT = 50
RANKS = ("leader", "minister", "adviser", "chief of staff", "ambassador", "working")
OUTCOMES = ("attempted", "held", "held", "held", "refused", "ignored", "cancelled")
MEANS = ("call", "meeting", "visit", "letter", "message", "note verbale", "contact")
SCOPES = (
    "any contact",
    "official exchange",
    "public contact",
    "calls",
    "negotiations",
    "information exchange",
)
CHANNEL_KINDS = ("hotline", "leader line", "embassy", "letters", "telephone", "back channel", "other")
CHANNEL_STATES = ("established", "in place", "in use", "unanswered", "suspended", "restored", "closed")
CONTENTS = ("topic", "message", "warning", "demand", "agreement", "assurance")
SYLLABLES = (
    "ba",
    "den",
    "fi",
    "gor",
    "ha",
    "kel",
    "lo",
    "mir",
    "nu",
    "pas",
    "ri",
    "sol",
    "ta",
    "ven",
    "zo",
    "wik",
)
BEGIN = date(2005, 1, 1)
DAYS = 6500


@dataclass
class World:
    """What the claims are about."""

    rng: random.Random
    states: list[str]
    persons: list[str]
    offices: list[str]
    channels: list[str]
    publishers: list[str]
    told: list[Record] = field(default_factory=list)  # earlier claims, which later ones refer to

    def office_of(self, person: int) -> str:
        return self.offices[person]


def generate(claims: int, folder: Path, seed: int = 1) -> None:
    """Write a case of so many claims into a folder that doesn't exist yet.

    Raises FileExistsError where it does.
    """
    folder.mkdir(parents=True)
    world = make_world(claims, random.Random(seed))
    write(folder / "case.yaml", ["title: Generated", "language: en", "recorded: 2024-01-01"])
    write(folder / "roster" / "roster.yaml", roster(world))
    write(folder / "channels.yaml", listed("channels", channels(world)))
    for number, start in enumerate(range(0, claims, CLAIMS_A_DOCUMENT)):
        count = min(CLAIMS_A_DOCUMENT, claims - start)
        write(folder / "dossiers" / f"paper-{number:05}.yaml", dossier(world, number, count))


def make_world(claims: int, rng: random.Random) -> World:
    persons = max(6, claims // 20)
    return World(
        rng,
        states=[f"{word(number + 300).title()}land" for number in range(max(4, min(40, claims // 250)))],
        persons=[f"{word(number % 97, 2).title()} {word(number).title()}" for number in range(persons)],
        offices=[
            f"Office {number} of {word(number).title()}" for number in range(max(12, claims // 10, persons))
        ],
        channels=[f"Line {number}" for number in range(max(3, claims // 200))],
        publishers=[f"The {word(number).title()} Gazette" for number in range(12)],
    )


def word(number: int, syllables: int = 4) -> str:
    """A word that no other number gives, up to 16 ** syllables."""
    return "".join(SYLLABLES[number >> 4 * place & 15] for place in range(syllables))


def write(path: Path, lines: Sequence[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def listed(name: str, records: Iterator[Record]) -> list[str]:
    """The lines of a list of records: each field a line, its value as JSON, which is YAML."""
    lines = [f"{name}:"]
    for record in records:
        for number, (key, value) in enumerate(record.items()):
            lines.append(f"{'    ' if number else '  - '}{key}: {json.dumps(value, ensure_ascii=False)}")
    return lines


def roster(world: World) -> list[str]:
    states = ({"name": name} for name in world.states)
    papers = ({"name": name, "kind": "newspaper"} for name in world.publishers)
    parties = (
        {"name": f"an official of {name}", "kind": "unnamed voice", "state": name} for name in world.states
    )
    return [
        *listed("states", states),
        *listed("organisations", papers),
        *listed("parties", parties),
        *listed("offices", offices(world)),
        *listed("persons", ({"name": {"en": name, "ru-Latn": name + "ov"}} for name in world.persons)),
        *listed("tenures", tenures(world)),
    ]


def offices(world: World) -> Iterator[Record]:
    for number, name in enumerate(world.offices):
        yield {"name": name, "state": state_of(world, number), "rank": RANKS[number % len(RANKS)]}


def state_of(world: World, person: int) -> str:
    return world.states[person % len(world.states)]


def tenures(world: World) -> Iterator[Record]:
    """Each person in one office for good; before that, some in another."""
    for number, person in enumerate(world.persons):
        yield {
            "person": person,
            "office": world.office_of(number),
            "held": "2004-06/..",
            "source": "generated",
        }
    former = world.offices[len(world.persons) :]
    for person, office in zip(world.persons, former, strict=False):
        yield {"person": person, "office": office, "held": "1998-03-01/2003-12-31", "source": "generated"}


def channels(world: World) -> Iterator[Record]:
    for number, name in enumerate(world.channels):
        ends = [state_of(world, number), state_of(world, number + 1)]
        yield {"name": name, "kind": CHANNEL_KINDS[number % len(CHANNEL_KINDS)], "between": ends}


def dossier(world: World, number: int, count: int) -> list[str]:
    published = BEGIN + timedelta(days=DAYS * number // 200 % DAYS + 60)
    name = f"paper-{number:05}"
    document: Record = {
        "id": name,
        "title": f"Report {number}",
        "publisher": world.publishers[number % len(world.publishers)],
        "language": "en",
        "published": published.isoformat(),
        "sha256": hashlib.sha256(name.encode()).hexdigest(),
        "length": max(count, 2) * 120,
    }
    head = ["document:", *(f"  {key}: {json.dumps(value)}" for key, value in document.items())]
    known = world.told[-200:]
    repeats = [again(told, at) for at, told in enumerate(world.rng.sample(known, min(2, len(known))))]
    records = [claim(world, f"c-{number:05}-{at:02}", at, published) for at in range(count)]
    return [*head, *listed("claims", iter(records)), *(listed("repeats", iter(repeats)) if repeats else [])]


def again(told: Record, at: int) -> Record:
    return {"claim": told["id"], "at": f"{at * 120}-{at * 120 + 60}", "relay": "reports"}


def claim(world: World, name: str, at: int, published: date) -> Record:
    """One claim; the kinds in fixed shares."""
    share = world.rng.random()
    happened = published - timedelta(days=world.rng.randrange(1, 40))
    record: Record = {"id": name}
    for most, make in (
        (0.62, contact),
        (0.72, silence),
        (0.84, channel),
        (0.9, account),
        (0.98, remark),
        (1, retraction),
    ):
        if share < most:
            record |= make(world, happened)
            break
    record |= {"said": said(world, record.pop("voice", None), published)}
    record |= {
        "at": f"{at * 120}-{at * 120 + 110}",
        "says": f"What was said there, number {name}, in other words.",
    }
    world.told.append(record)
    return record | {"reliability": world.rng.choice("ABCDEF") + world.rng.choice("123456")}


def two(world: World) -> tuple[int, int]:
    """Two persons of different states."""
    first = world.rng.randrange(len(world.persons))
    others = (world.rng.randrange(len(world.persons)) for _ in iter(int, 1))
    return first, next(other for other in others if state_of(world, other) != state_of(world, first))


def party(world: World, person: int) -> Any:
    """A party at one of the levels a source may give."""
    name, office = world.persons[person], world.office_of(person)
    share = world.rng.random()
    if share < 0.5:
        return name
    if share < 0.7:
        return f"{name} as {office}"
    return office if share < 0.85 else state_of(world, person)


def contact(world: World, happened: date) -> Record:
    first, second = two(world)
    outcome = world.rng.choice(OUTCOMES)
    record: Record = {"from": party(world, first), "to": party(world, second)}
    if world.rng.random() < 0.3:
        record = {"between": [world.persons[first], world.persons[second]]}
    record |= {"how": world.rng.choice(MEANS), "when": when(world, happened), "outcome": outcome}
    if world.rng.random() < 0.1:
        record["when"] = f"{(happened - timedelta(days=9)).isoformat()}/{happened.isoformat()}"
    if world.rng.random() < 0.2:
        record |= {"channel": world.rng.choice(world.channels), "topics": ["shipping"]}
    if world.rng.random() < 0.1:
        record |= {"stance": world.rng.choice(["announces", "denies", "alleges"]), "times": 2}
    return record


def silence(world: World, happened: date) -> Record:
    first, second = two(world)
    since = happened - timedelta(days=world.rng.randrange(30, 90))
    during = (
        f"{since.isoformat()}/{happened.isoformat()}" if world.rng.random() < 0.6 else f"{since:%Y-%m}/.."
    )
    ends = [state_of(world, first), state_of(world, second)]
    return {"kind": "silence", "between": ends, "scope": world.rng.choice(SCOPES), "during": during}


def channel(world: World, happened: date) -> Record:
    state = world.rng.choice(CHANNEL_STATES)
    return {
        "kind": "channel",
        "channel": world.rng.choice(world.channels),
        "state": state,
        "when": when(world, happened),
    }


def account(world: World, happened: date) -> Record:
    """One side's readout of a contact told before; another contact where there is none yet."""
    contacts = [told for told in world.told[-100:] if "outcome" in told]
    if not contacts:
        return contact(world, happened)
    told = world.rng.choice(contacts)
    contents = [{kind: "the fishing grounds"} for kind in world.rng.sample(CONTENTS, 2)]
    side = world.rng.choice(world.states)
    return {"kind": "account", "contact": told["id"], "side": side, "said_there": contents}


def remark(world: World, happened: date) -> Record:
    first, second = two(world)
    return {"kind": "remark", "between": [state_of(world, first), state_of(world, second)]}


def retraction(world: World, happened: date) -> Record:
    """The same voice takes back what it said; a remark where nothing was said yet."""
    contacts = [told for told in world.told[-100:] if "outcome" in told]
    if not contacts:
        return remark(world, happened)
    told = world.rng.choice(contacts)
    return {"kind": "retraction", "retracts": told["id"], "voice": told["said"]["by"]}


def said(world: World, voice: Any, published: date) -> Record:
    by = voice or world.persons[world.rng.randrange(len(world.persons))]
    if voice is None and world.rng.random() < 0.1:
        by = f"an official of {world.rng.choice(world.states)}"
    return {"by": by, "on": published.isoformat(), "relay": world.rng.choice(["reports", "quotes"])}


def when(world: World, day: date) -> Any:
    """A date in one of many forms, about this day."""
    form = world.rng.choice(forms(day))
    if world.rng.random() < 0.2:
        return {
            "date": form,
            "wording": "the other day",
            "lang": "en",
            "inferred": "from the date of the report",
        }
    return form


def forms(day: date) -> list[str]:
    """A day's date in EDTF of all levels: exact, partial, unspecified, qualified, sets, a quarter."""
    before = day - timedelta(days=3)
    return [
        *[day.isoformat()] * 4,
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y-%m}-{day.day // 10}X",
        f"{day.isoformat()}~",
        f"{day.isoformat()}?",
        f"[{before.isoformat()},{day.isoformat()}]",
        f"[{before.isoformat()}..{day.isoformat()}]",
        f"{{{before.isoformat()},{day.isoformat()}}}",
        f"{day:%Y}-{33 + (day.month - 1) // 3}",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.claims, arguments.folder, arguments.seed)


if __name__ == "__main__":
    main()
