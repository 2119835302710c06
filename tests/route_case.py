"""A small invented world for routes: two states, a third between them, who is in office, what is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samples import claim, entity, keyed, party, when

from backchannel.graph.bounds import occurrence
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Channel, Claim, Document, Key, Knowledge, Names, Participant, Tenure, When
from backchannel.graph.routes import Routes, routes

__all__ = ["DAY", "FD", "SY", "asked", "call", "line_said", "paths", "seat", "tenure", "world"]

FD, SY, TU = "state/fd", "state/sy", "state/tu"
DAY = "2029-03-15"
VOUCHED = "2029-12-31T00:00:00Z"
OFFICES = {
    "fd-minister": (FD, "minister"),
    "fd-general": (FD, "chief of staff"),
    "fd-adviser": (FD, "adviser"),
    "sy-minister": (SY, "minister"),
    "sy-general": (SY, "chief of staff"),
    "sy-adviser": (SY, "adviser"),
    "tu-minister": (TU, "minister"),
    "tu-adviser": (TU, "adviser"),
}
PERSONS = ("ada", "bo", "cleo", "dan", "eve", "finn", "gil", "hal")
# Who holds each office all the time, unless a test says otherwise.
SEATED = dict(zip(OFFICES, PERSONS, strict=True))


def tenure(person: str, office: str, held: str = "2027-01-01/..", capacity: str = "substantive") -> Tenure:
    """A tenure of which the beginning and the end were known on the day they happened."""
    begun, _, ended = held.partition("/")
    end = None if ended in ("", "..") else ended
    return Tenure(
        key=f"tenure/{person}-{office}-{begun}",
        person=f"person/{person}",
        office=f"office/{office}",
        held=held,
        capacity=capacity,
        start=When(begun, occurrence(begun)),
        end=When(end, occurrence(end)) if end else None,
        open_end=end is None,
        vouched=VOUCHED,
        start_known=known_stamp(begun),
        end_known=known_stamp(end) if end else None,
        known_inferred=None,
        document="document/paper",
    )


def seat(person: str, office: str | None = None, role: str = "participant") -> Participant:
    """Somebody as a party of a contact, in the office that is theirs in this world or in another."""
    theirs = office or next(key for key, holder in SEATED.items() if holder == person)
    return party(f"person/{person}", role, f"office/{theirs}", OFFICES[theirs][0])


def call(
    name: str,
    parties: Sequence[str | Participant],
    day: str,
    outcome: str | None = "held",
    channels: Iterable[str] = (),
    **fields: object,
) -> Claim:
    """The claim of a contact between persons of the world, in the offices that are theirs."""
    present = tuple(seat(one) if isinstance(one, str) else one for one in parties)
    return claim(
        name,
        participants=present,
        outcome=outcome,
        when=when(day),
        channels=tuple(f"channel/{one}" for one in channels),
        known=known_stamp("2029-03-01") if "known" not in fields else fields.pop("known"),
        **fields,
    )


def line_said(name: str, state: str, during: str, channel: str = "wire", **fields: object) -> Claim:
    """The claim that a channel was in some state for a time."""
    about = f"channel/{channel}"
    return claim(name, kind="channel", about=about, state=state, when=when(during, throughout=True), **fields)


def world(
    claims: Iterable[Claim] = (),
    tenures: Iterable[Tenure] | None = None,
    between: Sequence[Key] = (FD, SY),
) -> Knowledge:
    """The world with some claims; its channels are the wire (between two ends) and the relay (all three)."""
    entities = [entity(key, key.split("/")[1].title(), state=key) for key in (FD, SY, TU)]
    entities += [
        entity(f"office/{key}", f"Office {key}", state=state, rank=rank)
        for key, (state, rank) in OFFICES.items()
    ]
    entities += [entity(f"person/{name}", name.title()) for name in (*PERSONS, "ina", "jo")]
    entities += [
        entity("party/envoys", "envoys of Sy", state=SY),
        entity("organisation/gazette", "The Gazette", subkind="newspaper"),
    ]
    held = [tenure(person, office) for office, person in SEATED.items()] if tenures is None else tenures
    named = {"wire": tuple(between), "relay": (FD, SY, TU)}
    lines = [Channel(f"channel/{key}", Names(((key, "en"),)), "hotline", ends) for key, ends in named.items()]
    paper = Document("document/paper", "The roster", "en", None, known=known_stamp("2027-01-01"))
    gazette = Document(
        "document/gazette", "A report", "en", "organisation/gazette", known=known_stamp("2029-03-01")
    )
    return Knowledge(
        title="Fd and Sy",
        language="en",
        entities=keyed(entities),
        channels=keyed(lines),
        tenures=keyed(held),
        documents=keyed([paper, gazette]),
        claims=keyed(claims),
    )


def asked(
    knowledge: Knowledge, origin: Key = FD, goal: Key = SY, day: str = DAY, **options: object
) -> Routes:
    """The routes of the world on its day."""
    return routes(knowledge, origin, goal, day, **options)  # type: ignore[arg-type]


def paths(found: Routes) -> dict[str, str]:
    """Each route by those it meets (a channel by its name), and how sure it is."""
    told = {}
    for route in found.left.routes:
        names = [key.split("/")[1] for key in route.nodes]
        names += [line.key.split("/")[1] for line in route.lines if line.is_channel]
        told["-".join(names)] = str(route.truth)
    return told
