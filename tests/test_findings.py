"""The checks across nodes, each with graphs that break it and graphs that don't, in both engines."""

from __future__ import annotations

import doctest
import os
import random
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from samples import FIREFLY, TRENTINO, claim, party, when

from backchannel.graph import findings as module
from backchannel.graph import quads, store
from backchannel.graph.bounds import Bounds, state
from backchannel.graph.clock import known_stamp
from backchannel.graph.findings import Finding, by_query, checks, findings, parse_check
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Document,
    Entity,
    Key,
    Knowledge,
    Names,
    Tenure,
    When,
)

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
Row = Mapping[str, str | int | float | bool | None]


# --- the two engines


def oxigraph(lines: Iterable[str]) -> Callable[[str], Iterable[Row]]:
    opened = pyoxigraph.Store()
    opened.bulk_load("".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return partial(store.select, opened)


def plain_rdflib(lines: Iterable[str]) -> Callable[[str], Iterable[Row]]:
    graph = rdflib.Graph().parse(data="".join(lines), format="nt")

    def select(sparql: str) -> Iterable[Row]:
        answer = graph.query(prepared(sparql))
        names = [str(variable) for variable in answer.vars or []]
        for row in answer:
            yield {name: None if term is None else str(term) for name, term in zip(names, row, strict=True)}

    return select


@cache
def prepared(sparql: str) -> Query:
    """rdflib parses slowly: each query once."""
    return prepareQuery(sparql)


def found(knowledge: Knowledge) -> list[tuple[str, tuple[Key, ...]]]:
    """The checks that speak, and the claims they name; both engines, and what a build runs, say the same."""
    lines = list(quads.statements(knowledge, samples.RECORDED))
    ours = by_query(oxigraph(lines), knowledge)
    assert ours == by_query(plain_rdflib(lines), knowledge)
    assert ours == findings(oxigraph(lines), knowledge)
    return [(one.check, tuple(key.removeprefix("claim/") for key in one.claims)) for one in ours]


# --- who may be silent, and who may speak

GENERAL = party("person/teasdale", "participant", "office/fr-general", "state/fr")
FREEDONIA, SYLVANIA = party("state/fr", at="state/fr"), party("state/sy", at="state/sy")
FR_GENERAL = replace(
    party("person/teasdale", office="office/fr-general", at="state/fr"), rank="chief of staff"
)
SY_GENERAL = replace(
    party("person/spaldoni", office="office/sy-general", at="state/sy"), rank="chief of staff"
)
FR_MINISTER = replace(FIREFLY, rank="minister", role="participant")
SY_MINISTER = replace(TRENTINO, rank="minister", role="participant")
FR_GENERALS = replace(party("party/fr-generals", at="state/fr"), rank="chief of staff")
SY_GENERALS = replace(party("party/generals", at="state/sy"), rank="chief of staff")
FR_OFFICIALS = party("party/fr-officials", at="state/fr")
SY_OFFICIALS = party("party/sy-officials", at="state/sy")
LEAGUE = party("party/league")
MINISTERS = (FR_MINISTER, SY_MINISTER)
GENERALS = (FR_GENERAL, SY_GENERAL)


def world(claims: Iterable[Claim], **fields: object) -> Knowledge:
    base = samples.knowledge(claims)
    entities = [
        *base.entities.values(),
        samples.entity(
            "office/sy-general", "Chief of Staff of Sylvania", state="state/sy", rank="chief of staff"
        ),
        samples.entity("office/sy-ambassador", "Ambassador of Sylvania", state="state/sy", rank="ambassador"),
        samples.entity("person/spaldoni", "Pinky Spaldoni"),
        samples.entity("party/fr-generals", "Freedonian generals", state="state/fr", rank="chief of staff"),
        samples.entity("party/fr-officials", "officials of Freedonia", state="state/fr"),
        samples.entity("party/sy-officials", "officials of Sylvania", state="state/sy"),
        samples.entity("party/league", "the League", members=("state/fr",)),
    ]
    line = Channel(
        "channel/whisper", Names((("a quiet line", "en"),)), "back channel", ("state/fr", "state/sy")
    )
    holders = {
        ("person/firefly", "office/fr-minister"),
        ("person/trentino", "office/sy-minister"),
        ("person/teasdale", "office/fr-general"),
        ("person/spaldoni", "office/sy-general"),
    }
    defaults = {
        "entities": samples.keyed(entities),
        "channels": samples.keyed([*base.channels.values(), line]),
        "tenures": samples.keyed(tenure(person, office) for person, office in sorted(holders)),
    }
    return replace(base, **defaults | fields)  # type: ignore[arg-type]


def tenure(person: Key, office: Key, held: str = "2020-01-01/..", **fields: object) -> Tenure:
    first, last = held.split("/")
    ended = last not in ("..", "")
    one = Tenure(
        key=f"tenure/{person.split('/')[1]}-{office.split('/')[1]}",
        person=person,
        office=office,
        held=held,
        capacity="substantive",
        start=when(first),
        end=when(last) if ended else None,
        open_end=last == "..",
        vouched=samples.RECORDED,
        start_known=known_stamp(first),
        end_known=known_stamp(last) if ended else None,
        known_inferred=None,
        document="document/gazette",
    )
    return replace(one, **fields)  # type: ignore[arg-type]


def silence(*parties: object, **fields: object) -> Claim:
    """No contact of the parties from 1 December 2028 on, as the Gazette says on 1 March 2029."""
    defaults: dict[str, object] = {
        "kind": "silence",
        "about": "silence/winter",
        "participants": parties,
        "scope": "any contact",
        "when": When("2028-12-01/..", state("2028-12-01/..", known_stamp("2029-03-01"))),
    }
    return claim("silence", **defaults | fields)


def call(*parties: object, **fields: object) -> Claim:
    """A call of the parties on 10 January 2029."""
    defaults = {"participants": parties, "outcome": "held", "mode": "call", "when": when("2029-01-10")}
    return claim("call", **defaults | fields)


BROKEN = [("held-in-silence", ("call", "silence"))]
DOUBTFUL = [("held-in-doubtful-silence", ("call", "silence"))]

SILENCES = {
    "the same two persons": (silence(*MINISTERS), call(*MINISTERS), BROKEN),
    "the same persons, sides swapped": (silence(*MINISTERS[::-1]), call(FIREFLY, TRENTINO), BROKEN),
    "a ministers' silence and a generals' call": (silence(*MINISTERS), call(*GENERALS), []),
    "a silence of two offices": (
        silence(
            party("office/fr-minister", office="office/fr-minister", at="state/fr"),
            party("office/sy-minister", office="office/sy-minister", at="state/sy"),
        ),
        call(*MINISTERS),
        BROKEN,
    ),
    "a silence of two states": (silence(FREEDONIA, SYLVANIA), call(*MINISTERS), BROKEN),
    "a silence of two states and a contact of theirs": (
        silence(FREEDONIA, SYLVANIA),
        call(FREEDONIA, SYLVANIA),
        BROKEN,
    ),
    "a silence of two states and of officials without office": (
        silence(FREEDONIA, SYLVANIA),
        call(FR_OFFICIALS, SY_OFFICIALS),
        BROKEN,
    ),
    "a silence of generals": (silence(FR_GENERALS, SY_GENERALS), call(*GENERALS), BROKEN),
    "a silence of generals and described generals": (
        silence(FR_GENERALS, SY_GENERALS),
        call(FR_GENERAL, SY_GENERALS),
        [],
    ),
    "a silence of generals and a ministers' call": (silence(FR_GENERALS, SY_GENERALS), call(*MINISTERS), []),
    "a general and the other's generals": (silence(FR_GENERAL, SY_GENERALS), call(*GENERALS), BROKEN),
    "generals and a state": (silence(FR_GENERALS, SYLVANIA), call(FR_GENERAL, SY_MINISTER), BROKEN),
    "generals and a state, and a ministers' call": (silence(FR_GENERALS, SYLVANIA), call(*MINISTERS), []),
    "a person and a state": (silence(FR_MINISTER, SYLVANIA), call(*MINISTERS), BROKEN),
    "a person and a state, and another's call": (silence(FR_MINISTER, SYLVANIA), call(*GENERALS), []),
    "a group of states that lists its member": (silence(LEAGUE, SYLVANIA), call(*MINISTERS), BROKEN),
    "officials without a rank": (silence(FR_OFFICIALS, SY_OFFICIALS), call(*MINISTERS), DOUBTFUL),
    "officials without a rank, and generals": (
        silence(FR_OFFICIALS, SY_GENERALS),
        call(*MINISTERS),
        DOUBTFUL,
    ),
    "a hedge": (silence(*MINISTERS, hedge="practically"), call(*MINISTERS), DOUBTFUL),
    "an exception": (silence(*MINISTERS, exceptions=("prisoners",)), call(*MINISTERS), DOUBTFUL),
    "a hedge, and another rank": (silence(*MINISTERS, hedge="practically"), call(*GENERALS), []),
    "calls, and a call": (silence(*MINISTERS, scope="calls"), call(*MINISTERS), BROKEN),
    "calls, and a meeting": (silence(*MINISTERS, scope="calls"), call(*MINISTERS, mode="meeting"), []),
    "calls, and a contact of any sort": (silence(*MINISTERS, scope="calls"), call(*MINISTERS, mode=None), []),
    "public contact, and nothing said": (
        silence(*MINISTERS, scope="public contact"),
        call(*MINISTERS),
        BROKEN,
    ),
    "public contact, and a non-public one": (
        silence(*MINISTERS, scope="public contact"),
        call(*MINISTERS, public=False),
        [],
    ),
    "official exchange, and a non-public contact": (
        silence(*MINISTERS, scope="official exchange"),
        call(*MINISTERS, public=False),
        [],
    ),
    "public contact, and a back channel": (
        silence(*MINISTERS, scope="public contact"),
        call(*MINISTERS, channels=("channel/whisper",)),
        [],
    ),
    "public contact, and a hotline": (
        silence(*MINISTERS, scope="public contact"),
        call(*MINISTERS, channels=("channel/hotline",)),
        BROKEN,
    ),
    "negotiations": (silence(*MINISTERS, scope="negotiations"), call(*MINISTERS, mode="meeting"), []),
    "information exchange": (silence(*MINISTERS, scope="information exchange"), call(*MINISTERS), []),
    "the contact that ended it": (silence(*MINISTERS, ended_by="contact/call"), call(*MINISTERS), []),
    "another contact ended it": (silence(*MINISTERS, ended_by="contact/other"), call(*MINISTERS), BROKEN),
    "the day on which it began": (silence(*MINISTERS), call(*MINISTERS, when=when("2028-12-01")), []),
    "the day after": (silence(*MINISTERS), call(*MINISTERS, when=when("2028-12-02")), BROKEN),
    "before it": (silence(*MINISTERS), call(*MINISTERS, when=when("2028-11")), []),
    "a month that only reaches into it": (
        silence(*MINISTERS),
        call(*MINISTERS, when=when("2028-11/2028-12")),
        [],
    ),
    "the same, against a hedged one": (
        silence(*MINISTERS, hedge="quasi"),
        call(*MINISTERS, when=when("2028-11/2028-12")),
        DOUBTFUL,
    ),
    "no date, against a hedged one": (silence(*MINISTERS, hedge="quasi"), call(*MINISTERS, when=None), []),
    "a silence of unknown time": (silence(*MINISTERS, when=None), call(*MINISTERS), []),
    "a refused call": (silence(*MINISTERS), call(*MINISTERS, outcome="refused"), []),
    "a denied call": (silence(*MINISTERS), call(*MINISTERS, stance="denies"), []),
    "an alleged silence": (silence(*MINISTERS, stance="alleges"), call(*MINISTERS), []),
    "a withdrawn silence": (silence(*MINISTERS, withdrawn=known_stamp("2029-04-01")), call(*MINISTERS), []),
    "a withdrawn call": (silence(*MINISTERS), call(*MINISTERS, withdrawn=known_stamp("2029-04-01")), []),
}


@pytest.mark.parametrize("case", sorted(SILENCES))
def test_what_breaks_a_silence(case: str) -> None:
    claimed, contact, expected = SILENCES[case]
    assert found(world([claimed, contact])) == expected


def test_the_cases_of_silence_are_all_there() -> None:
    assert len(SILENCES) == 45
    speaking = [case for case, (_, _, expected) in SILENCES.items() if expected]
    assert len(speaking) == 21


# --- tenures


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("2020-01-01/..", []),
        ("2029-01-10/..", []),
        ("2020/2029-01-10", []),
        ("2020/2029-01", []),
        ("2029-01-11/..", [("outside-tenure", ("call",))]),
        ("2020/2029-01-09", [("outside-tenure", ("call",))]),
        ("2020/2028", [("outside-tenure", ("call",))]),
    ],
)
def test_who_takes_part_in_an_office_holds_it_then(held: str, expected: list[object]) -> None:
    knowledge = world([call(*MINISTERS)])
    one = tenure("person/firefly", "office/fr-minister", held)
    assert found(replace(knowledge, tenures=knowledge.tenures | {one.key: one})) == expected


def test_one_of_two_tenures_is_enough() -> None:
    knowledge = world([call(*MINISTERS)])
    first = tenure("person/firefly", "office/fr-minister", "2020/2021")
    second = tenure("person/firefly", "office/fr-minister", "2029-01-10/..", key="tenure/firefly-again")
    both = knowledge.tenures | {first.key: first, second.key: second}
    assert found(replace(knowledge, tenures=both)) == []


def test_an_office_of_which_no_tenure_is_known() -> None:
    knowledge = world(
        [call(FR_MINISTER, party("person/spaldoni", office="office/sy-ambassador", at="state/sy"))]
    )
    assert found(knowledge) == [("no-tenure", ("call",))]


def test_who_is_only_designated_does_not_hold_the_office_yet() -> None:
    """A designate's tenure is none to act in: alone it is as if there were none."""
    knowledge = world([call(*MINISTERS)])
    designate = tenure(
        "person/firefly", "office/fr-minister", "2029-01-01/..", key="tenure/soon", capacity="designate"
    )
    before = tenure("person/firefly", "office/fr-minister", "2020/2021")
    rest = {key: one for key, one in knowledge.tenures.items() if one.person != "person/firefly"}
    alone = replace(knowledge, tenures=rest | {designate.key: designate})
    assert found(alone) == [("no-tenure", ("call",))]
    former = replace(knowledge, tenures=rest | {designate.key: designate, before.key: before})
    assert found(former) == [("outside-tenure", ("call",))]


def test_a_withdrawn_claim_needs_no_tenure() -> None:
    wrong = call(FR_MINISTER, party("person/spaldoni", office="office/sy-ambassador"))
    assert found(world([replace(wrong, withdrawn=known_stamp("2029-05-01"))])) == []


TWO = [("two-holders", ("firefly-fr-minister-start", "teasdale-fr-minister-start"))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2020-01-01/2024-06-30", "2024-06-30/..", []),  # a handover within a day
        ("2020-01-01/2024-06-30", "2024-07-01/..", []),
        ("2020-01-01/2024-06-30", "2024-06-29/..", TWO),
        ("2020-01-01/2024-06", "2024-06-01/..", []),  # may have ended on the very first of June
        ("2020-01-01/2024-06", "2024-05-31/..", TWO),
        ("2020-01-01/2024-06", "2024-06/..", []),
        ("2020-01-01/2024", "2024-01-01/..", []),
        ("2020-01-01/..", "2024-01-01/..", TWO),
        ("2020-01-01/", "2024-01-01/..", []),  # an unknown end makes nothing certain
        ("2024-06-30/..", "2020-01-01/2024-06-30", []),
        ("2024-06-29/..", "2020-01-01/2024-06-30", TWO),
    ],
)
def test_two_holders_at_once(first: str, second: str, expected: list[object]) -> None:
    tenures = [
        tenure("person/firefly", "office/fr-minister", first),
        tenure("person/teasdale", "office/fr-minister", second),
    ]
    assert found(world([], tenures=samples.keyed(tenures))) == expected


def test_an_acting_holder_beside_a_substantive_one_is_no_contradiction() -> None:
    first = tenure("person/firefly", "office/fr-minister")
    second = tenure("person/teasdale", "office/fr-minister", capacity="acting")
    assert found(world([], tenures=samples.keyed([first, second]))) == []


# --- knowledge before the fact


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"when": when("2029-03-01")}, []),  # on the day of publication
        ({"when": when("2029-03-02")}, [("foreknown", ("call",))]),
        ({"when": when("2029")}, []),
        ({"when": when("2030")}, [("foreknown", ("call",))]),
        ({"when": when("2030"), "stance": "announces"}, []),
        ({"when": when("2030"), "stance": "proposes", "outcome": None}, []),
        ({"when": when("2030"), "known": None}, []),  # publication unknown
        ({"when": None}, []),
    ],
)
def test_nothing_is_known_before_it_can_have_happened(
    fields: dict[str, object], expected: list[object]
) -> None:
    assert found(world([call(*MINISTERS, **fields)])) == expected


def test_silences_and_states_of_channels_aren_t_known_ahead_either() -> None:
    ahead = When("2030/..", state("2030/..", samples.RECORDED))
    quiet = silence(*MINISTERS, when=ahead)
    line = claim("line", kind="channel", about="channel/hotline", state="in use", when=ahead)
    assert found(world([quiet, line])) == [("foreknown", ("line",)), ("foreknown", ("silence",))]


@pytest.mark.parametrize(
    ("held", "fields", "expected"),
    [
        ("2020-01-01/2024-06-30", {}, []),
        ("2020-01-01/2024-06-30", {"start_known": known_stamp("2019-12-31")}, ["start"]),
        ("2020-01-01/2024-06-30", {"start_known": known_stamp("2019-12-31"), "capacity": "designate"}, []),
        ("2020-01-01/2024-06-30", {"end_known": known_stamp("2024-06-29")}, ["end"]),
        ("2020-01-01/2024-06", {"end_known": known_stamp("2024-06-01")}, []),
    ],
)
def test_tenures_known_ahead(held: str, fields: dict[str, object], expected: list[str]) -> None:
    one = tenure("person/firefly", "office/fr-minister", held, **fields)
    names = [("tenure-foreknown", (f"firefly-fr-minister-{end}",)) for end in expected]
    assert found(world([], tenures={one.key: one})) == names


# --- chains


def document(name: str, published: str | None, *taken_from: Key) -> Document:
    known = known_stamp(published) if published else None
    date = when(published) if published else None
    return Document(
        f"document/{name}",
        name.title(),
        "en",
        "organisation/gazette",
        date,
        known=known,
        taken_from=taken_from,
    )


def chained(upstream: str | None, downstream: str | None) -> Knowledge:
    documents = [document("wire", upstream), document("gazette", downstream, "document/wire")]
    root = Citation("citation/call/wire", "reports", "document/wire", "citation/call/utterance")
    leaf = Citation("citation/call/gazette", "reprints", "document/gazette", root.key)
    utterance = Citation("citation/call/utterance", "utters")
    told = call(*MINISTERS, citations=(leaf, root, utterance))
    return world([told], documents=samples.keyed(documents))


@pytest.mark.parametrize(
    ("upstream", "downstream", "expected"),
    [
        ("2029-02-28", "2029-03-01", []),
        ("2029-03-01", "2029-03-01", []),
        ("2029-03-02", "2029-03-01", [("chain-order", ("call",))]),
        ("2029-03", "2029-03-01", [("chain-order", ("call",))]),
        (None, "2029-03-01", []),
        ("2029-03-01", None, []),
    ],
)
def test_a_chain_runs_forward_in_time(upstream: str, downstream: str, expected: list[object]) -> None:
    assert found(chained(upstream, downstream)) == expected


def test_a_chain_of_citations_in_a_circle() -> None:
    first = Citation("citation/call/wire", "reports", "document/wire", "citation/call/gazette")
    second = Citation("citation/call/gazette", "reprints", "document/gazette", "citation/call/wire")
    documents = [document("wire", "2029-03-01"), document("gazette", "2029-03-01")]
    knowledge = world([call(*MINISTERS, citations=(first, second))], documents=samples.keyed(documents))
    assert found(knowledge) == [("chain-circle", ("call",)), ("chain-circle", ("call",))]


def test_documents_in_a_circle() -> None:
    documents = [
        document("wire", "2029-03-01", "document/gazette"),
        document("gazette", "2029-03-01", "document/wire"),
    ]
    assert found(world([], documents=samples.keyed(documents))) == [
        ("chain-circle", ()),
        ("chain-circle", ()),
    ]


# --- corrections, and contradictions of one voice


def corrected(**fields: object) -> list[Claim]:
    old = call(*MINISTERS, key="claim/old", withdrawn=known_stamp("2029-04-01"))
    new = call(
        *MINISTERS,
        key="claim/new",
        outcome="refused",
        known=known_stamp("2029-04-01"),
        supersedes="claim/old",
    )
    return [old, replace(new, **fields)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 0),
        ({"voice": "person/teasdale"}, 1),
        ({"about": "contact/other"}, 1),
        ({"known": known_stamp("2029-02-01")}, 1),
        ({"voice": "person/teasdale", "about": "contact/other"}, 2),
        ({"known": None}, 0),
    ],
)
def test_a_correction_is_the_same_voice_s_about_the_same_and_later(
    fields: dict[str, object], expected: int
) -> None:
    assert found(world(corrected(**fields))) == [("correction", ("new", "old"))] * expected


def test_a_retraction_is_the_voice_s_own() -> None:
    old = call(*MINISTERS, key="claim/old")
    taken_back = claim("back", kind="retraction", about="claim/old", retracts="claim/old")
    assert found(world([old, taken_back])) == []
    assert found(world([old, replace(taken_back, voice="person/teasdale")])) == [
        ("correction", ("back", "old"))
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"outcome": "refused"}, True),
        ({"outcome": "attempted"}, False),
        ({"stance": "denies"}, True),
        ({"stance": "denies", "outcome": "refused"}, False),
        ({"when": when("2029-01")}, False),
        ({"when": when("2029-02")}, True),
        ({"outcome": "refused", "voice": "person/teasdale"}, False),
        ({"outcome": "refused", "about": "contact/other"}, False),
        ({"outcome": "refused", "withdrawn": known_stamp("2029-05-01")}, False),
        ({"outcome": "refused", "stance": "alleges"}, False),
    ],
)
def test_a_voice_that_contradicts_itself(fields: dict[str, object], expected: bool) -> None:
    second = replace(call(*MINISTERS), key="claim/second", **fields)  # type: ignore[arg-type]
    names = [("self-contradiction", ("call", "second"))] if expected else []
    assert found(world([call(*MINISTERS), second])) == names


# --- the whole


def test_the_seed_case_has_no_error(seed_knowledge: Knowledge) -> None:
    """What is left are hints: calls beside a silence that was only claimed 'practically' (question 10)."""
    lines = list(quads.statements(seed_knowledge, samples.RECORDED))
    answers = findings(oxigraph(lines), seed_knowledge)
    assert [str(one) for one in answers if one.severity == "error"] == []
    hinted = {one.claims for one in answers if one.check == "held-in-doubtful-silence"}
    assert ("claim/austin-shoigu-call-may", "claim/public-contacts-ceased") in hinted
    assert ("claim/sullivan-nonpublic-months", "claim/west-russia-standstill") in hinted


def test_every_check_speaks_somewhere_in_this_file() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [check.name for check in checks() if f'"{check.name}"' not in text] == []
    assert len(checks()) == 11


WHAT_MUST_BE_FOUND = {
    "a held contact inside a claimed silence": (
        lambda: world([silence(*MINISTERS), call(*MINISTERS)]),
        ("held-in-silence", "error", ["call", "silence"], "says that a contact was held inside the silence"),
    ),
    "known before it happened": (
        lambda: world([call(*MINISTERS, when=when("2029-04"))]),
        ("foreknown", "error", ["call"], "before what it claims can have begun"),
    ),
    "a chain out of order": (
        lambda: chained("2029-03-02", "2029-03-01"),
        ("chain-order", "warning", ["call"], "which counts as published only by 2029-03-02"),
    ),
    "two substantive holders at once": (
        lambda: world([], tenures=samples.keyed([both_hold("firefly"), both_hold("teasdale")])),
        ("two-holders", "warning", list(TWO[0][1]), "in full at one time"),
    ),
    "a correction by another voice": (
        lambda: world(corrected(voice="person/teasdale")),
        ("correction", "error", ["new", "old"], "it is another voice's"),
    ),
    "a contact outside any tenure": (
        lambda: world([call(*MINISTERS)], tenures=keyed_with_a_later_start()),
        ("outside-tenure", "error", ["call"], "can't meet the date"),
    ),
    "a contact in an office of which no tenure is known": (
        lambda: world([call(*MINISTERS)], tenures={}),
        ("no-tenure", "warning", ["call"], "the roster has no tenure of theirs"),
    ),
}


def both_hold(name: str) -> Tenure:
    return tenure(f"person/{name}", "office/fr-minister")


def keyed_with_a_later_start() -> dict[Key, Tenure]:
    late = tenure("person/firefly", "office/fr-minister", "2029-01-11/..")
    return samples.keyed([late, tenure("person/trentino", "office/sy-minister")])


@pytest.mark.parametrize("what", sorted(WHAT_MUST_BE_FOUND))
def test_what_must_be_found_is_found_in_plain_words_with_its_claims(what: str) -> None:
    made, (check, severity, claims, words) = WHAT_MUST_BE_FOUND[what]
    knowledge = made()
    lines = list(quads.statements(knowledge, samples.RECORDED))
    one = findings(oxigraph(lines), knowledge)[0]
    assert (one.check, one.severity) == (check, severity)
    assert [key.removeprefix("claim/") for key in one.claims] == claims
    assert words in one.message
    assert all(f"claim {name!r}" in one.message or check == "chain-order" for name in claims)
    assert len(WHAT_MUST_BE_FOUND) == 7


def test_messages_call_things_by_their_names() -> None:
    knowledge = world(
        [call(FR_MINISTER, party("person/spaldoni", office="office/sy-ambassador", at="state/sy"))]
    )
    lines = list(quads.statements(knowledge, samples.RECORDED))
    assert [str(one) for one in findings(oxigraph(lines), knowledge)] == [
        "warning no-tenure: claim 'call' has 'Pinky Spaldoni' take part as 'Ambassador of Sylvania', "
        "but the roster has no tenure of theirs in that office"
    ]


def test_days_are_those_by_whose_end_a_thing_was_known() -> None:
    knowledge = world([call(*MINISTERS, when=when("2029-04"))])
    lines = list(quads.statements(knowledge, samples.RECORDED))
    (one,) = findings(oxigraph(lines), knowledge)
    assert "was known by 2029-03-01, before what it claims can have begun (2029-04-01)" in one.message
    assert one.severity == "error"


def test_a_hostile_name_is_shown_and_does_nothing() -> None:
    knowledge = world([call(FR_MINISTER, party("person/evil", office="office/sy-ambassador", at="state/sy"))])
    evil = Entity("person/evil", Names((("{claim}\x1b[2J", "en"),)))
    knowledge = replace(knowledge, entities={**knowledge.entities, evil.key: evil})
    lines = list(quads.statements(knowledge, samples.RECORDED))
    (one,) = findings(oxigraph(lines), knowledge)
    assert "'{claim}\\x1b[2J'" in one.message


@given(st.permutations([("error", "b"), ("error", "a"), ("warning", "a")]))
def test_errors_come_first(order: list[tuple[str, str]]) -> None:
    listed = sorted(Finding(severity, check, "message") for severity, check in order)
    assert [(one.severity, one.check) for one in listed] == [("error", "a"), ("error", "b"), ("warning", "a")]


@settings(max_examples=100 if LARGE else 8)
@given(st.randoms(use_true_random=False))
def test_the_order_of_quads_doesn_t_matter(rng: random.Random) -> None:
    knowledge = world(
        [silence(*MINISTERS, hedge="quasi"), call(*MINISTERS), *corrected(voice="person/teasdale")]
    )
    lines = sorted(quads.statements(knowledge, samples.RECORDED))
    shuffled = rng.sample(lines, len(lines))
    expected = findings(oxigraph(lines), knowledge)
    assert len(expected) == 2
    assert findings(oxigraph(shuffled), knowledge) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# A sentence.\n# severity: error\n# message: {claim}\nSELECT",
        "# A sentence.\n# name: x\n# severity: fatal\n# message: {claim}\nSELECT",
        "# A sentence.\n# name: x\n# severity: error\nSELECT",
        "",
    ],
)
def test_a_check_without_its_header_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected name, severity"):
        parse_check(text)


def test_every_hole_of_a_message_is_a_column_of_its_query() -> None:
    counted = 0
    for check in checks():
        columns = check.sparql.split("SELECT DISTINCT ")[1].split(" WHERE")[0].split()
        holes = {f"?{hole[1]}" for hole in module._HOLE.finditer(check.message)}
        assert holes and holes <= set(columns), check.name
        counted += len(holes)
    assert counted > 25


def crowd(number: int) -> Knowledge:
    """Contacts and silences of forty offices of eight states, at random but always the same."""
    rng = random.Random(7)
    states = [samples.entity(f"state/s{n}", f"State {n}", state=f"state/s{n}") for n in range(8)]
    offices = [
        samples.entity(f"office/o{n}", f"Office {n}", state=f"state/s{n % 8}", rank="minister")
        for n in range(40)
    ]
    persons = [samples.entity(f"person/p{n}", f"Person {n}") for n in range(40)]
    claims = [random_claim(rng, n) for n in range(number)]
    tenures = [tenure(f"person/p{n}", f"office/o{n}", "2000-01-01/..") for n in range(40)]
    base = samples.knowledge(claims)
    entities = samples.keyed([*base.entities.values(), *states, *offices, *persons])
    return replace(base, entities=entities, tenures=samples.keyed(tenures))


def random_claim(rng: random.Random, number: int) -> Claim:
    one, two = rng.sample(range(40), 2)
    parties = [
        replace(party(f"person/p{n}", office=f"office/o{n}", at=f"state/s{n % 8}"), rank="minister")
        for n in (one, two)
    ]
    year, month = rng.randint(2001, 2028), rng.randint(1, 12)
    if number % 10:
        date = when(f"{year}-{month:02d}-{rng.randint(1, 28):02d}")
        return call(*parties, key=f"claim/c{number}", about=f"contact/c{number}", when=date)
    if number % 20:
        parties = [party(f"state/s{n % 8}", at=f"state/s{n % 8}") for n in (one, one + 1)]
    span = f"{year}-{month:02d}/{year}-{month:02d}"
    bounds = Bounds(*(f"{year}-{month:02d}-{day:02d}T00:00:00Z" for day in (1, 2, 27, 28)))
    return silence(*parties, key=f"claim/c{number}", about=f"silence/c{number}", when=When(span, bounds))


def test_ten_thousand_claims_are_checked_in_seconds() -> None:
    """The checks go by the index of pairs: no product of all claims with all, and no flood of rows."""
    number = 10_000 if LARGE else 1_500
    knowledge = crowd(number)
    lines = list(quads.statements(knowledge, samples.RECORDED))
    begun = time.process_time()
    answers = findings(oxigraph(lines), knowledge)
    assert time.process_time() - begun < 60
    assert 0 < len(answers) < number / 4
    assert {one.check for one in answers} == {"held-in-silence"}


def test_examples_in_docstrings_hold() -> None:
    result = doctest.testmod(module)
    assert result.failed == 0
    assert result.attempted >= 4
