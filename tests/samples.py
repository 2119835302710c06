"""Small invented knowledge for tests: Freedonia and Sylvania, which share nothing with the seed case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from backchannel.graph.bounds import UNKNOWN, occurrence, state
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Content,
    Document,
    Entity,
    Key,
    Knowledge,
    Mention,
    Names,
    Participant,
    Span,
    Tenure,
    When,
)

RECORDED = "2030-01-01T00:00:00Z"


def entity(key: Key, label: str, **fields: object) -> Entity:
    return Entity(key, Names(((label, "en"),)), **fields)  # type: ignore[arg-type]


def when(edtf: str, throughout: bool = False, **fields: str) -> When:
    bounds = state(edtf, "2029-06-01T00:00:00Z") if throughout else occurrence(edtf)
    return When(edtf, bounds, **fields)


def party(
    key: Key, role: str = "participant", office: Key | None = None, at: Key | None = None
) -> Participant:
    person = key if key.startswith("person/") else None
    return Participant(key, role, person=person, office=office, state=at)


def citation(claim: str, document: str = "gazette", *spans: Span) -> Citation:
    return Citation(f"citation/{claim}/{document}", "reports", f"document/{document}", None, spans)


def claim(name: str, **fields: object) -> Claim:
    """A contact claim by the Gazette with defaults for all that a test doesn't care about."""
    defaults: dict[str, object] = {
        "key": f"claim/{name}",
        "kind": "contact",
        "about": f"contact/{name}",
        "stance": "asserts",
        "voice": "organisation/gazette",
        "paraphrase": f"What {name} says.",
        "paraphrase_language": "en",
        "citations": (citation(name),),
        "known": known_stamp("2029-03-01"),
        "recorded": RECORDED,
    }
    return Claim(**defaults | fields)  # type: ignore[arg-type]


def knowledge(claims: Iterable[Claim] = (), **fields: object) -> Knowledge:
    """Two states, four officials in offices, a hotline, a newspaper; and the claims given."""
    entities = [
        entity("state/fr", "Freedonia", state="state/fr"),
        entity("state/sy", "Sylvania", state="state/sy"),
        entity("organisation/gazette", "The Gazette", subkind="newspaper"),
        entity("office/fr-minister", "Foreign Minister of Freedonia", state="state/fr", rank="minister"),
        entity("office/sy-minister", "Foreign Minister of Sylvania", state="state/sy", rank="minister"),
        entity("office/fr-general", "Chief of Staff of Freedonia", state="state/fr", rank="chief of staff"),
        entity("person/firefly", "Rufus Firefly"),
        entity("person/trentino", "Ambassador Trentino"),
        entity("person/teasdale", "Gloria Teasdale"),
        entity("party/generals", "Sylvanian generals", state="state/sy", rank="chief of staff"),
        entity("party/case-roster", "the roster of the case"),
    ]
    document = Document(
        "document/gazette",
        "A report in the Gazette",
        "en",
        "organisation/gazette",
        when("2029-03-01"),
        known=known_stamp("2029-03-01"),
    )
    hotline = Channel("channel/hotline", Names((("the hotline", "en"),)), "hotline", ("state/fr", "state/sy"))
    base = Knowledge(
        title="Freedonia and Sylvania",
        language="en",
        entities=keyed(entities),
        channels=keyed([hotline]),
        documents=keyed([document]),
        claims=keyed(claims),
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def keyed(things: Iterable[Any]) -> dict[Key, Any]:
    return {thing.key: thing for thing in sorted(things, key=lambda one: one.key)}


FIREFLY = party("person/firefly", "initiator", "office/fr-minister", "state/fr")
TRENTINO = party("person/trentino", "addressee", "office/sy-minister", "state/sy")


def rich() -> Knowledge:
    """A knowledge in which every field of every class is used at least once."""
    call = claim(
        "call",
        participants=(FIREFLY, replace(TRENTINO, office_basis="derived", rank="minister", note="by tenure")),
        outcome="held",
        mode="call",
        channels=("channel/hotline",),
        when=when("2029-02~", wording="in February", language="en", inferred="the report is of March"),
        times=2,
        public=False,
        location="Fredville",
        topics=("ducks", "soup"),
        hedge="reportedly",
        reliability="B",
        credibility=2,
        identified="the only hotline there is",
        note='with "quotes"\nand a line break',
        voice="person/teasdale",
        voice_office="office/fr-general",
        citations=(
            replace(
                citation("call", "gazette", Span(3, 9), Span(20, 40)), taken_from="citation/call/utterance"
            ),
            Citation("citation/call/utterance", "utters", said=When(None, UNKNOWN, "on Tuesday", "en")),
        ),
    )
    silence = claim(
        "silence",
        kind="silence",
        about="silence/winter",
        participants=(party("state/fr", at="state/fr"), party("party/generals", at="state/sy")),
        when=when("2028-12-01/..", throughout=True),
        scope="calls",
        exceptions=("prisoners",),
        ended_by="contact/call",
    )
    line = claim(
        "line",
        kind="channel",
        about="channel/hotline",
        state="in place",
        when=when("2028/..", throughout=True),
        location="Fredville",
        operator="person/teasdale",
        level="working",
    )
    account = claim(
        "account",
        kind="account",
        about="contact/call",
        side="state/fr",
        contents=(
            Content("warning", "no more ducks", "en", "state/fr", "state/sy"),
            Content("topic", "soup"),
        ),
    )
    wrong = claim(
        "wrong", withdrawn="2029-03-11T00:00:00Z", outcome="refused", participants=(FIREFLY, TRENTINO)
    )
    right = claim("right", about="contact/wrong", supersedes="claim/wrong", outcome="held", stance="alleges")
    gone = claim("gone", kind="retraction", about="claim/call", retracts="claim/call")
    remark = claim("remark", kind="remark", about="contact/call")
    return knowledge([call, silence, line, account, wrong, right, gone, remark], **_rest())


def _rest() -> dict[str, object]:
    mention = Mention(
        "mention/gazette/1",
        "document/gazette",
        "Trentin",
        "de",
        ("person/trentino",),
        (Span(1, 8),),
        True,
        "a slip",
    )
    held = Tenure(
        key="tenure/firefly-fr-minister",
        person="person/firefly",
        office="office/fr-minister",
        held="2027-05/2031-01-02",
        capacity="acting",
        start=when("2027-05"),
        end=when("2031-01-02"),
        open_end=False,
        vouched=RECORDED,
        start_known="2027-06-01T00:00:00Z",
        end_known="2031-01-03T00:00:00Z",
        known_inferred="a public office: known from the day of the event",
        document="document/gazette",
        note="public record",
    )
    current = replace(
        held,
        key="tenure/trentino-sy-minister",
        person="person/trentino",
        office="office/sy-minister",
        held="2028-05-01/..",
        start=when("2028-05-01"),
        end=None,
        open_end=True,
        end_known=None,
    )
    return {"mentions": keyed([mention]), "tenures": keyed([held, current])}
