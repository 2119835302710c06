"""What claims about one contact come to, and from when on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, claim, knowledge, when

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import about, consensus, live_claims, truth_of
from backchannel.graph.model import Claim, When
from backchannel.graph.semantics import Truth


def told(name: str, outcome: str | None = "held", **fields: object) -> Claim:
    return claim(name, about="contact/talk", outcome=outcome, participants=(FIREFLY, TRENTINO), **fields)


CASES = [
    ("one voice", [told("a")], "held", "single-sourced"),
    ("two voices", [told("a"), told("b", voice="person/teasdale")], "held", "agreed"),
    ("one voice twice", [told("a"), told("b")], "held", "single-sourced"),
    (
        "tried and refused go together",
        [told("a", "attempted"), told("b", "refused")],
        "refused",
        "single-sourced",
    ),
    ("refused against held", [told("a", "refused"), told("b", "held")], "held", "contested"),
    ("ignored against refused", [told("a", "ignored"), told("b", "refused")], "refused", "contested"),
    ("denied", [told("a"), told("b", stance="denies")], "held", "contested"),
    ("only denied", [told("b", stance="denies")], "held", "contested"),
    ("only proposed", [told("a", None, stance="proposes")], "proposed", "proposed"),
    ("only announced", [told("a", "held", stance="announces")], "proposed", "proposed"),
    ("announced, then held", [told("a", stance="announces"), told("b")], "held", "single-sourced"),
]


@pytest.mark.parametrize(("name", "claims", "outcome", "status"), CASES, ids=[case[0] for case in CASES])
def test_outcome_and_status(name: str, claims: list[Claim], outcome: str, status: str) -> None:
    """The outcome is the most telling one asserted; the status says how far the claims agree."""
    found = about("contact/talk", claims)
    assert (found.outcome, found.status) == (outcome, status)


def test_all_cases_ran() -> None:
    """The table above has not shrunk."""
    assert len(CASES) == 11


def test_dates_intersect_or_are_disputed() -> None:
    """Dates that agree narrow one another; dates that exclude one another stay wide and are marked."""
    month, day, other = when("2029-02"), when("2029-02-03"), when("2029-04-01")
    agreed = about("contact/talk", [told("a", when=month), told("b", when=day)])
    assert (agreed.bounds, agreed.date_disputed) == (day.bounds, False)
    disputed = about("contact/talk", [told("a", when=month), told("b", when=other)])
    assert disputed.date_disputed
    assert (disputed.bounds.earliest, disputed.bounds.latest) == (month.bounds.earliest, other.bounds.latest)
    assert about("contact/talk", [told("a")]).bounds == UNKNOWN


def test_a_correction_counts_from_its_publication() -> None:
    """Before a claim was superseded it still counted; after it, only the correction does."""
    old = told("old", "refused", withdrawn="2029-05-01T00:00:00Z")
    new = told("new", "held", known="2029-05-01T00:00:00Z", supersedes="claim/old")
    known = knowledge([old, new])
    assert consensus(known, "2029-04-29")["contact/talk"].outcome == "refused"
    assert consensus(known, "2029-04-30")["contact/talk"].outcome == "held"
    assert consensus(known)["contact/talk"].outcome == "held"
    assert consensus(known, "2029-01-01") == {}


def test_a_claim_of_unknown_publication_is_known_only_in_the_end() -> None:
    """What nobody can date the publication of is left out of every past day, and kept today."""
    known = knowledge([told("a", known=None)])
    assert live_claims(known, "9998-12-31") == []
    assert len(live_claims(known)) == 1


@given(st.permutations([told("a"), told("b", "refused"), told("c", stance="denies"), told("d", None)]))
def test_order_does_not_matter(claims: list[Claim]) -> None:
    """The consensus is of a set of claims, not of a list."""
    assert about("contact/talk", claims) == about("contact/talk", sorted(claims, key=lambda one: one.key))


def test_a_silence_is_no_contact() -> None:
    """Only contact claims make a contact."""
    silence = replace(told("a"), kind="silence", about="silence/talk")
    assert consensus(knowledge([silence])) == {}


# --- against going through all claims and days by hand

# Days of February 2029 that each date may mean; day 0 and day 29 stand for "no limit" on a side.
DATES: dict[str | None, set[int]] = {
    "2029-02-03": {3},
    "2029-02-04": {4},
    "2029-02-0X": set(range(1, 10)),
    "2029-02-1X": set(range(10, 20)),
    "2029-02-09~": {8, 9, 10},
    "[2029-02-02,2029-02-05]": {2, 3, 4, 5},
    "2029-02-03/2029-02-12": set(range(3, 13)),
    "2029-02-08/..": set(range(8, 30)),
    "/2029-02-08": set(range(9)),
    None: set(range(30)),
}
OUTCOMES = ("held", "refused", "ignored", "cancelled", "attempted", None)
STANCES = ("asserts", "asserts", "alleges", "announces", "denies", "proposes")


def stamp(day: int) -> str:
    return BEGINNING if day < 1 else END if day > 28 else f"2029-02-{day:02d}T00:00:00Z"


@st.composite
def any_claims(draw: st.DrawFn) -> list[tuple[Claim, set[int] | None, int | None, int | None]]:
    """Claims of two contacts, each with its days, and the days of March by which it was known and gone."""
    drawn = []
    for number in range(draw(st.integers(0, 6))):
        edtf = draw(st.sampled_from(list(DATES)))
        dated = draw(st.booleans()) or edtf is not None
        known = draw(st.one_of(st.none(), st.integers(1, 5)))
        gone = draw(st.one_of(st.none(), st.none(), st.integers(2, 6)))
        one = claim(
            f"c{number}",
            about=f"contact/{draw(st.sampled_from('ab'))}",
            stance=draw(st.sampled_from(STANCES)),
            outcome=draw(st.sampled_from(OUTCOMES)),
            voice=f"person/{draw(st.sampled_from(('firefly', 'teasdale')))}",
            when=when(edtf) if edtf else (When(None, UNKNOWN) if dated else None),
            known=known_stamp(f"2029-03-{known:02d}") if known else None,
            withdrawn=known_stamp(f"2029-03-{gone:02d}") if gone else None,
        )
        drawn.append((one, DATES[edtf] if edtf else None, known, gone))
    return drawn


def expected(claims: list[tuple[Claim, set[int] | None]]) -> tuple[str, set[str], str, Bounds, bool]:
    """Outcome, outcomes, status, bounds and whether the date is disputed: from the words of the guide."""
    facts = [(one, days) for one, days in claims if one.stance in ("asserts", "alleges")]
    outcomes = {one.outcome for one, _ in facts if one.outcome}
    denied = {one.outcome for one, _ in claims if one.stance == "denies"}
    order = ["held", "refused", "ignored", "cancelled", "attempted"]
    called = (
        [one for one in order if one in outcomes] or [one for one in order if one in denied] or ["proposed"]
    )
    if denied or len(outcomes - {"attempted"}) > 1:
        status = "contested"
    elif not outcomes:
        status = "proposed"
    else:
        status = "agreed" if len({one.voice for one, _ in facts}) > 1 else "single-sourced"
    dated = [days for _, days in facts or claims if days is not None]
    common = set(range(30)).intersection(*dated)
    possible = common or set().union(*dated)
    bounds = Bounds(stamp(min(possible)), END, BEGINNING, stamp(max(possible) + 1))
    return called[0], outcomes, status, bounds, not common


@given(any_claims(), st.one_of(st.none(), st.integers(1, 6)))
@settings(max_examples=2000 if LARGE else 100)
def test_the_consensus_is_what_the_guide_says_on_every_day(
    drawn: list[tuple[Claim, set[int] | None, int | None, int | None]], day: int | None
) -> None:
    live: dict[str, list[tuple[Claim, set[int] | None]]] = {}
    for one, days, known, gone in drawn:
        published = day is None or (known is not None and known <= day)
        withdrawn = gone is not None and (day is None or gone <= day)
        if published and not withdrawn:
            live.setdefault(one.about, []).append((one, days))
    found = consensus(knowledge([one for one, *_ in drawn]), f"2029-03-{day:02d}" if day else None)
    assert found.keys() == live.keys()
    for hub, claims in live.items():
        outcome, outcomes, status, bounds, disputed = expected(claims)
        one = found[hub]
        assert (one.outcome, set(one.outcomes), one.status) == (outcome, outcomes, status)
        assert (one.bounds, one.date_disputed) == (bounds, disputed)
        assert {claim.key for claim in one.claims} == {claim.key for claim, _ in claims}
        voices = {claim.voice for claim, _ in claims if claim.stance in ("asserts", "alleges")}
        assert set(one.voices) == voices
        for asked in OUTCOMES[:-1]:
            said = {Truth.IMPOSSIBLE} if asked not in outcomes else {Truth.CERTAIN, Truth.POSSIBLE}
            said -= {Truth.CERTAIN} if status == "contested" else {Truth.POSSIBLE}
            assert truth_of(one, str(asked)) in said and len(said) == 1


def test_every_contact_of_many_claims_has_its_consensus() -> None:
    number = 100_000 if LARGE else 10_000
    dates = [when(edtf) for edtf in DATES if edtf]
    claims = [
        replace(told(f"c{n}"), about=f"contact/{n // 2}", when=dates[n % len(dates)]) for n in range(number)
    ]
    known = knowledge(claims)
    assert len(consensus(known, "2029-03-01")) == number // 2
