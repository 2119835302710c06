"""Silences claimed, and how far the gaps between contacts are claimed to be silences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import FIREFLY, TRENTINO, claim, knowledge, party, when

from backchannel.graph.clock import known_stamp
from backchannel.graph.ledger import Gap, ledger
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.silences import claimed_silences

PAIR = ("person/firefly", "person/trentino")


def call(name: str, date: str, **fields: object) -> Claim:
    return claim(name, participants=(FIREFLY, TRENTINO), outcome="held", when=when(date), **fields)


def silence(name: str = "hush", during: str = "2029-01-06/2029-01-19", **fields: object) -> Claim:
    between = (replace(FIREFLY, role="participant"), replace(TRENTINO, role="participant"))
    defaults: dict[str, object] = {
        "participants": between,
        "when": when(during, throughout=True),
        "scope": "calls",
    }
    return claim(name, kind="silence", about=f"silence/{name}", **defaults | fields)


TWO_CALLS = (call("first", "2029-01-05"), call("second", "2029-01-20"))


def gaps(told: Knowledge, known: str | None = None, ends: tuple[str, ...] = PAIR) -> list[Gap]:
    """The gaps of two that a contact ended."""
    return [gap for gap in ledger(told, known=known, ends=ends) if gap.contact]


def gap_of(*claims: Claim, known: str | None = None) -> Gap:
    (found,) = gaps(knowledge([*TWO_CALLS, *claims]), known)
    return found


def test_a_gap_that_nobody_speaks_of_is_only_unrecorded() -> None:
    """Without a claim there is a gap in the record, and no silence."""
    gap = gap_of()
    assert (gap.least, gap.most, gap.status, gap.claims) == (15, 15, "unrecorded", ())


WHOLE = silence()
PART = silence(during="2029-01-10/2029-01-12")
ELSEWHERE = silence(during="2029-01-21/2029-01-25")
DENIED = silence(stance="denies")
STATES = silence(participants=(party("state/fr", at="state/fr"), party("state/sy", at="state/sy")))
OFFICES = silence(
    participants=(party("office/fr-minister", at="state/fr"), party("office/sy-minister", at="state/sy"))
)
GENERALS = silence(
    participants=(
        party("state/fr", at="state/fr"),
        replace(party("party/generals", at="state/sy"), rank="chief of staff"),
    )
)
ONE_SIDE = silence(
    participants=(replace(FIREFLY, role="participant"), party("person/teasdale", at="state/sy"))
)


@pytest.mark.parametrize(
    ("said", "status", "direct"),
    [
        (WHOLE, "claimed", True),
        (PART, "claimed in part", True),
        (ELSEWHERE, "unrecorded", False),
        (DENIED, "unrecorded", False),
        (STATES, "claimed of a wider circle", False),
        (OFFICES, "claimed of a wider circle", False),
        (GENERALS, "unrecorded", False),
        (ONE_SIDE, "unrecorded", False),
    ],
    ids=["whole", "part", "elsewhere", "denied", "states", "offices", "another rank", "another party"],
)
def test_a_gap_is_claimed_as_far_as_somebody_claims_it(said: Claim, status: str, direct: bool) -> None:
    """Silence of the two themselves, of their states, of another rank, of other days, and its denial."""
    ranked = replace(TRENTINO, rank="minister"), replace(FIREFLY, rank="minister")
    told = knowledge([*(replace(one, participants=ranked) for one in TWO_CALLS), said])
    (gap,) = gaps(told)
    assert gap.status == status
    assert bool(gap.claims) is direct
    assert bool(gap.wider) is (status == "claimed of a wider circle")


def test_a_silence_known_only_later_does_not_fill_a_gap_yet() -> None:
    """As of an earlier day the gap is unrecorded, after the publication it is claimed."""
    late = silence(known=known_stamp("2029-06-01"))
    assert gap_of(late, known="2029-05-31").status == "unrecorded"
    assert gap_of(late, known="2029-06-01").status == "claimed"


def test_a_lasting_silence_says_nothing_of_the_days_after_its_publication() -> None:
    """'Since Monday, until now' claims no silence after the source spoke."""
    lasting = silence(during="2029-01-06/..", known=known_stamp("2029-01-10"))
    spoken = replace(lasting.when.bounds, certain_until="2029-01-11T00:00:00Z") if lasting.when else None
    until = replace(lasting, when=replace(lasting.when, bounds=spoken))  # type: ignore[type-var, arg-type]
    assert gap_of(until).status == "claimed in part"
    assert claimed_silences(knowledge([until]))[0].extent[1] is not None


def test_contacts_that_do_not_count_for_sure() -> None:
    """A refused one makes no gap; one that is contested may have; one without a date may lie anywhere."""
    refused = replace(call("refused", "2029-01-10"), outcome="refused")
    assert (gap_of(refused).least, gap_of(refused).most) == (15, 15)
    doubted = call("doubted", "2029-01-11")
    denial = replace(call("denial", "2029-01-11", stance="denies"), about=doubted.about)
    perhaps, last = gaps(knowledge([*TWO_CALLS, doubted, denial]))
    assert (perhaps.contact, perhaps.sure, perhaps.least, perhaps.most) == ("contact/doubted", False, 6, 6)
    assert (last.sure, last.least, last.most) == (True, 9, 15)
    assert last.previous == ("contact/doubted", "contact/first")
    before_first, undated = gaps(knowledge([*TWO_CALLS, replace(call("undated", "2029-01-12"), when=None)]))
    assert (before_first.contact, before_first.least, before_first.most) == ("contact/first", 0, None)
    assert (before_first.least_dated, before_first.previous) == (None, ("contact/undated",))
    assert (undated.least, undated.most, undated.undated) == (0, 15, 1)
    assert (undated.least_dated, undated.most_dated) == (15, 15)


def test_the_time_since_the_last_contact() -> None:
    """From the last held contact to the day asked about; before the first there is no length."""
    (gap,) = (gap for gap in ledger(knowledge(TWO_CALLS), at="2029-02-01") if gap.contact is None)
    assert (gap.least, gap.most, gap.previous) == (12, 12, ("contact/second",))
    assert ledger(knowledge(TWO_CALLS), at="2029-01-01", ends=PAIR)[0].least is None


def test_claimed_silences_come_with_all_that_is_said_of_them() -> None:
    """Parties, scope, hedge, exceptions, what ended it, voice; withdrawn ones only until then."""
    said = silence(
        hedge="almost", exceptions=("prisoners",), ended_by="contact/second", voice="person/teasdale"
    )
    gone = silence("gone", during="2028-06/..", withdrawn=known_stamp("2029-04-01"))
    told = knowledge([said, gone])
    assert [one.silence for one in claimed_silences(told, "2029-03-31")] == ["silence/gone", "silence/hush"]
    (found,) = claimed_silences(told)
    assert found.parties == PAIR
    assert (found.scope, found.hedge, found.exceptions) == ("calls", "almost", ("prisoners",))
    assert (found.ended_by, found.voice, found.claim) == ("contact/second", "person/teasdale", "claim/hush")


def test_austin_and_shoigu_were_silent_for_143_to_173_days(seed_knowledge: Knowledge) -> None:
    """From May to 21 October 2022, date to date; claimed, for calls, by the report of October."""
    known = "2022-10-31"
    silences = claimed_silences(seed_knowledge, known)
    found = gaps(seed_knowledge, known, ("person/sergei-shoigu", "person/lloyd-austin"))
    assert [(gap.least, gap.most, gap.status) for gap in found] == [
        (143, 173, "claimed"),
        (2, 2, "unrecorded"),
    ]
    said = {one.claim: one for one in silences}
    assert [said[key].scope for key in found[0].claims] == ["calls"]


def test_the_silences_of_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Seven are claimed; the generals' and the defence ministers' ended with a call; three are hedged."""
    found = claimed_silences(seed_knowledge)
    assert len(found) == 7
    assert len([one for one in found if one.ended_by]) == 2
    assert sorted(one.hedge for one in found if one.hedge) == ["almost", "practically", "quasi"]
    known = {one.silence for one in claimed_silences(seed_knowledge, "2022-04-01")}
    assert len(known) == 2
