"""What claims about one contact come to, and from when on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, claim, knowledge, when

from backchannel.graph.bounds import UNKNOWN
from backchannel.graph.consensus import about, consensus, live_claims
from backchannel.graph.model import Claim


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
