"""An invented case for the page: every outcome, parallel contacts, both clocks, silences, channels.

Freedonia and Sylvania quarrel, Marshovia watches. All counts that the tests expect are worked out by
hand from the table below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from samples import citation, claim, entity, keyed, knowledge, party, when

from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Channel, Citation, Claim, Document, Knowledge, Names, Participant, Span

__all__ = ["FUTURE", "contact_keys", "everywhere", "page_case"]

# The day on which the second newspaper came out.
FUTURE = "2029-07-01"

FIREFLY = ("person/firefly", "office/fr-minister", "state/fr")
TEASDALE = ("person/teasdale", "office/fr-general", "state/fr")
TRENTINO = ("person/trentino", "office/sy-minister", "state/sy")
VERA = ("person/vera", "office/sy-general", "state/sy")
CHANCELLOR = ("person/chancellor", "office/ma-chancellor", "state/ma")

Who = tuple[str, str, str]

# name, from, to (role initiator/addressee), outcome, date, mode
DIRECTED: tuple[tuple[str, Who, Who, str | None, str | None, str], ...] = (
    ("call-1", FIREFLY, TRENTINO, "held", "2029-01-05", "call"),
    ("call-2", FIREFLY, TRENTINO, "refused", "2029-02-01/2029-02-20", "call"),
    ("call-3", FIREFLY, TRENTINO, "attempted", "2029-03", "call"),
    ("letter", TRENTINO, FIREFLY, "ignored", "2029-03-10", "letter"),
    ("summit", FIREFLY, TRENTINO, None, "2029-06", "meeting"),
    ("visit", FIREFLY, TRENTINO, "cancelled", "2029-04-02", "visit"),
    ("dispute", FIREFLY, TRENTINO, "held", "2029-04-10", "call"),
    ("undated", VERA, TEASDALE, "held", None, "meeting"),
    ("at-home", FIREFLY, TEASDALE, "held", "2029-01-20", "meeting"),
    ("corrected", FIREFLY, VERA, "refused", "2029-02-10", "call"),
)


def page_case() -> Knowledge:
    """The case as knowledge: 14 contacts, of which two became known, or changed, only in July."""
    claims = [directed(*row) for row in DIRECTED]
    claims = [with_extras(one) for one in claims]
    return replace(knowledge([*claims, *others(), *context()]), **rest())


def directed(name: str, source: Who, target: Who, outcome: str | None, date: str | None, mode: str) -> Claim:
    people = (part(source, "initiator"), part(target, "addressee"))
    stance = "asserts" if outcome else "proposes"
    happened = when(date) if date else None
    return claim(name, participants=people, outcome=outcome, mode=mode, when=happened, stance=stance)


def part(who: Who, role: str = "participant") -> Participant:
    person, office, state = who
    return replace(party(person, role, office, state), rank="minister")


def with_extras(one: Claim) -> Claim:
    """What single contacts have beside who, whom and when."""
    extras: dict[str, dict[str, Any]] = {
        "claim/call-1": {"channels": ("channel/hotline",), "public": False, "hedge": "reportedly"},
        "claim/call-2": {
            "when": when(
                "2029-02-01/2029-02-20",
                wording="for weeks",
                language="en",
                inferred="counted back from March",
            ),
            "voice": "person/teasdale",
            "voice_office": "office/fr-general",
            "reliability": "B",
            "credibility": 2,
            "citations": chain("call-2"),
        },
        "claim/corrected": {"withdrawn": known_stamp(FUTURE)},
    }
    return replace(one, **extras.get(one.key, {}))


def chain(name: str) -> tuple[Citation, ...]:
    said = Citation(f"citation/{name}/utterance", "utters", said=when("2029-02-21", wording="on Tuesday"))
    told = replace(citation(name, "gazette", Span(10, 24)), taken_from=said.key, relay="quotes")
    return (told, said)


def others() -> list[Claim]:
    """Contacts that don't fit the table."""
    people = (part(FIREFLY), part(TRENTINO), part(CHANCELLOR))
    states = (party("state/fr", "initiator", at="state/fr"), party("state/sy", "addressee", at="state/sy"))
    call = claim("late", known=known_stamp(FUTURE), outcome="held", mode="call", when=when("2029-05-20"))
    return [
        claim("dispute-denied", about="contact/dispute", stance="denies", voice="person/trentino",
              participants=(part(FIREFLY, "initiator"), part(TRENTINO, "addressee")), outcome="held"),
        claim("three", participants=people, outcome="held", mode="meeting", when=when("2029-05-01")),
        claim("note", participants=states, outcome="held", mode="note verbale", when=when("2029-02"),
              channels=("channel/notes",)),
        replace(call, participants=(part(VERA, "initiator"), part(TRENTINO, "addressee"))),
        claim("correction", about="contact/corrected", supersedes="claim/corrected", outcome="held",
              mode="call", when=when("2029-02-10"), known=known_stamp(FUTURE),
              participants=(part(FIREFLY, "initiator"), part(VERA, "addressee"))),
        claim("alone", participants=(part(FIREFLY, "initiator"),), outcome="attempted", mode="call",
              when=when("2029-03-20")),
    ]  # fmt: skip


def context() -> list[Claim]:
    """A silence, the states of a line, a readout and a remark."""
    ends = (party("state/fr", at="state/fr"), party("state/sy", at="state/sy"))
    return [
        claim("winter", kind="silence", about="silence/winter", participants=ends, scope="calls",
              when=when("2029-02-01/2029-03-31", throughout=True), exceptions=("ducks",), hedge="almost",
              ended_by="contact/dispute"),
        claim("line-laid", kind="channel", about="channel/hotline", state="established",
              when=when("2028-06", throughout=True), location="Fredville", operator="person/teasdale"),
        claim("line-dead", kind="channel", about="channel/hotline", state="unanswered",
              when=when("2029-02-01/..", throughout=True)),
        claim("readout", kind="account", about="contact/three", side="state/fr", contents=()),
        claim("remark", kind="remark", about="contact/three", voice="person/chancellor"),
    ]  # fmt: skip


def rest() -> dict[str, Any]:
    base = knowledge()
    names = {
        "person/firefly": Names(
            (("Rufus Firefly", "en"), ("Руфус Светлячков", "ru"), ("Rufus Feuerfliege", "de")),
            (("Rufus T. Firefly", "en"),),
            (("Rufus Firefly-Fly", "de"),),
        ),
        "state/sy": Names((("Sylvania", "en"), ("Sylvanien", "de"))),
    }
    entities = {key: replace(one, names=names.get(key, one.names)) for key, one in base.entities.items()}
    more = [
        entity("state/ma", "Marshovia", state="state/ma"),
        entity("office/sy-general", "Chief of Staff of Sylvania", state="state/sy", rank="chief of staff"),
        entity("office/ma-chancellor", "Chancellor of Marshovia", state="state/ma", rank="leader"),
        entity("person/vera", "Vera Marcal"),
        entity("person/chancellor", "Der Kanzler"),
    ]
    notes = Channel(
        "channel/notes", Names((("exchange of notes", "en"),)), "notes", ("state/fr", "state/sy"), True
    )
    later = Document("document/chronicle", "A later chronicle", "en", None, known=known_stamp(FUTURE))
    return {
        "entities": keyed([*entities.values(), *more]),
        "channels": keyed([*base.channels.values(), notes]),
        "documents": keyed([*base.documents.values(), later]),
    }


def contact_keys(known: Knowledge) -> set[str]:
    return {one.about for one in known.claims.values() if one.kind == "contact"}


# What is a code, a key, a stamp or an EDTF date comes from closed lists and never from a document's words.
CODES = {
    *("key", "kind", "about", "stance", "voice", "voice_office", "outcome", "mode"),
    *("channels", "scope", "ended_by", "state", "operator", "level", "side", "known"),
    *("withdrawn", "recorded", "supersedes", "retracts", "entity", "person", "office", "role"),
    *("rank", "office_basis", "person_basis", "document", "taken_from", "relay", "edtf", "bounds"),
    *("sha256", "publisher", "between", "members", "continues", "organisation", "vouched", "start_known"),
    *("end_known", "capacity", "means", "reliability", "credibility"),
}


def everywhere(thing: Any, change: Callable[[str], str], name: str = "") -> Any:
    """A copy of an object in which every text that people write was changed, in every field and depth."""
    if name in CODES:
        return thing
    if isinstance(thing, str):
        return change(thing) if name else thing
    if isinstance(thing, tuple):
        return tuple(everywhere(one, change, name) for one in thing)
    if isinstance(thing, Names):
        forms = (
            tuple((change(text), language) for text, language in pairs)
            for pairs in (thing.preferred, thing.also, thing.misprints)
        )
        return Names(*forms)
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {one.name: everywhere(getattr(thing, one.name), change, one.name) for one in fields(thing)}
        return replace(thing, **values)
    if hasattr(thing, "items"):
        return {key: everywhere(one, change, name) for key, one in thing.items()}
    return thing
