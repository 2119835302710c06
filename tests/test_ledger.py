"""The silence ledger: of persons, offices, states and channels; by rank and scope; on both clocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, claim, knowledge, party, when
from test_gaps import enumerated

from backchannel.graph.bounds import julian_day
from backchannel.graph.breaks import in_scope
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import about
from backchannel.graph.gaps import Span
from backchannel.graph.ledger import Gap, ledger
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.semantics import Truth
from backchannel.ontology.terms import SCOPES

PERSONS = ("person/firefly", "person/trentino")
STATES = ("state/fr", "state/sy")
MINISTERS = (replace(FIREFLY, rank="minister"), replace(TRENTINO, rank="minister"))
AMBASSADORS = (
    replace(party("person/teasdale", "initiator", at="state/fr"), rank="ambassador"),
    replace(party("party/generals", "addressee", at="state/sy"), rank="chief of staff"),
)


def met(name: str, date: str | None, **fields: object) -> Claim:
    defaults: dict[str, object] = {
        "participants": MINISTERS,
        "outcome": "held",
        "when": when(date) if date else None,
    }
    return claim(name, **defaults | fields)


def lengths(gaps: list[Gap]) -> list[tuple[str | None, int | None, int | None]]:
    return [(gap.contact, gap.least, gap.most) for gap in gaps]


# What a date in EDTF leaves open, in days of January 2029: its hull, the padding included.
FORMS: dict[str, tuple[int | None, int | None]] = {
    "2029-01-05": (5, 5),
    "2029-01-06/2029-01-08": (6, 8),
    "[2029-01-04,2029-01-07]": (4, 7),
    "{2029-01-03,2029-01-05}": (3, 5),
    "2029-01-07~": (6, 8),
    "2029-01-03?": (2, 4),
    "2029-01-0X": (1, 9),
    "2029-01-06/..": (6, None),
    "2029-01-04/": (4, None),
    "../2029-01-05": (None, 5),
    "/2029-01-03": (None, 3),
    "[..2029-01-04]": (None, 4),
    "": (None, None),
}
told = st.lists(st.tuples(st.sampled_from(sorted(FORMS)), st.booleans()), min_size=1, max_size=3)


@settings(max_examples=2000 if LARGE else 100)
@given(told)
def test_a_history_of_every_sort_of_date_agrees_with_all_its_worlds(dates: list[tuple[str, bool]]) -> None:
    """From EDTF to days: claims that are denied by another voice may not have been contacts at all."""
    claims, spans = [], []
    for number, (date, sure) in enumerate(dates):
        one = met(f"c{number}", date or None)
        denial = met(f"d{number}", date or None, about=one.about, stance="denies", voice="person/teasdale")
        claims += [one] if sure else [one, denial]
        first, last = FORMS[date]
        spans.append(Span(one.about, first, last, sure=sure))
    found = {gap.contact: gap for gap in ledger(knowledge(claims), at="2029-01-10", ends=PERSONS)}
    for span in spans:
        gap = found.get(span.key)
        expected = enumerated(span, [one for one in spans if one.key != span.key])
        if FORMS[dates[int(span.key[-1])][0]] == (None, None) or expected is None:
            assert gap is None
        else:
            assert gap is not None
            assert (gap.least, gap.most, gap.sure) == (*expected, span.sure)
    today = found[None]
    assert (today.least, today.most) == (enumerated(Span("", 10, 10), spans) or (None, None))
    assert today.undated == sum(FORMS[date] == (None, None) for date, _ in dates)


@settings(max_examples=2000 if LARGE else 100)
@given(st.lists(st.integers(1, 28), min_size=1, max_size=6, unique=True), st.integers(1, 28))
def test_a_contact_splits_the_gap_it_falls_into_and_no_other(days: list[int], new: int) -> None:
    """With exact days: the gap around the new contact becomes two that add up to it; the others stay."""
    history = [met(f"c{day:02}", f"2029-01-{day:02}") for day in days]
    added = met("new", f"2029-01-{new:02}")
    before = lengths(ledger(knowledge(history), at="2029-01-31", ends=PERSONS))
    after = lengths(ledger(knowledge([*history, added]), at="2029-01-31", ends=PERSONS))
    if new in days:
        assert {contact for contact, *_ in after} == {contact for contact, *_ in before} | {
            "contact/new",
            f"contact/c{new:02}",
        }
        return
    changed = [gap for gap in before if gap not in after]
    fresh = [gap for gap in after if gap not in before]
    if new > min(days):
        ((_, least, most),) = changed
        assert sum(gap[1] or 0 for gap in fresh) == least
        assert sum(gap[2] or 0 for gap in fresh) == most
        assert len(fresh) == 2
    else:
        assert changed == []
        assert len(fresh) == 1


def test_ministers_silence_is_not_broken_by_an_ambassador() -> None:
    """At the level of states, rank counts on both sides; without a rank any contact counts."""
    case = knowledge(
        [
            met("first", "2029-01-05"),
            met("visit", "2029-01-10", participants=AMBASSADORS),
            met("second", "2029-01-20"),
        ]
    )
    assert lengths(ledger(case, "state", at="2029-01-20", ends=STATES)) == [
        ("contact/visit", 5, 5),
        ("contact/second", 10, 10),
        (None, 0, 0),
    ]
    assert lengths(ledger(case, "state", at="2029-01-20", rank="minister", ends=STATES))[0] == (
        "contact/second",
        15,
        15,
    )
    unranked = (replace(AMBASSADORS[0], rank=None), replace(AMBASSADORS[1], rank="minister"))
    doubtful = knowledge([*case.claims.values(), met("unranked", "2029-01-12", participants=unranked)])
    perhaps, second, _ = ledger(doubtful, "state", at="2029-01-20", rank="minister", ends=STATES)
    assert (perhaps.contact, perhaps.sure) == ("contact/unranked", False)
    assert (second.least, second.most) == (8, 15)


SCOPED = (
    ("calls", {"mode": "call"}, Truth.CERTAIN),
    ("calls", {"mode": "letter"}, Truth.IMPOSSIBLE),
    ("calls", {"mode": "contact"}, Truth.POSSIBLE),
    ("calls", {}, Truth.POSSIBLE),
    ("public contact", {"public": True}, Truth.CERTAIN),
    ("public contact", {"public": False}, Truth.IMPOSSIBLE),
    ("public contact", {}, Truth.POSSIBLE),
    ("official exchange", {"public": False}, Truth.IMPOSSIBLE),
    ("official exchange", {"public": True}, Truth.CERTAIN),
    ("negotiations", {"mode": "meeting"}, Truth.POSSIBLE),
    ("information exchange", {"mode": "call"}, Truth.POSSIBLE),
    ("any contact", {}, Truth.CERTAIN),
)


@pytest.mark.parametrize(("scope", "fields", "expected"), SCOPED)
def test_which_contacts_break_a_silence_of_a_scope(
    scope: str, fields: dict[str, object], expected: Truth
) -> None:
    """A letter breaks no silence of calls; what no source tells stays possible."""
    assert in_scope(about("contact/x", [met("x", "2029-01-05", **fields)]), scope) is expected
    case = knowledge([met("first", "2029-01-01", mode="call", public=True), met("x", "2029-01-05", **fields)])
    found = [gap.sure for gap in ledger(case, at="2029-01-09", scope=scope, ends=PERSONS) if gap.contact]
    assert found[-1:] == {Truth.CERTAIN: [True], Truth.POSSIBLE: [False], Truth.IMPOSSIBLE: []}[expected]


def test_every_scope_was_tried() -> None:
    """No scope of the ontology is without a case above."""
    assert {scope for scope, *_ in SCOPED} == set(SCOPES)
    assert len(SCOPED) == 12


def test_voices_that_name_different_means_leave_it_open() -> None:
    """One says call, another says letter."""
    both = [met("x", "2029-01-05", mode="call"), met("y", "2029-01-05", about="contact/x", mode="letter")]
    assert in_scope(about("contact/x", both), "calls") is Truth.POSSIBLE


def test_a_channel_has_silences_of_its_own() -> None:
    """Between its proven uses; claimed where somebody says that it is not answered."""
    line = {"channels": ("channel/hotline",)}
    deaf = claim(
        "deaf",
        kind="channel",
        about="channel/hotline",
        state="unanswered",
        when=when("2029-01-06/2029-01-19", throughout=True),
    )
    case = knowledge(
        [met("a", "2029-01-05", **line), met("b", "2029-01-20", **line), met("c", "2029-01-10"), deaf]
    )
    first, still = ledger(case, "channel", at="2029-01-25")
    assert (first.ends, first.contact, first.least, first.most) == (("channel/hotline",), "contact/b", 15, 15)
    assert (first.status, first.claims, first.voices) == (
        "claimed",
        ("claim/deaf",),
        ("organisation/gazette",),
    )
    assert (still.contact, still.least, still.status) == (None, 5, "unrecorded")


def test_levels_are_those_of_the_sources() -> None:
    """The same contacts between persons, offices and states."""
    case = knowledge([met("a", "2029-01-05"), met("b", "2029-01-20")])
    expected = {
        "person": PERSONS,
        "office": ("office/fr-minister", "office/sy-minister"),
        "state": STATES,
    }
    for level, ends in expected.items():
        assert [(gap.ends, gap.least) for gap in ledger(case, level, at="2029-01-20")] == [
            (ends, 15),
            (ends, 0),
        ]
    with pytest.raises(ValueError, match="expected a level of person, office, state, channel"):
        ledger(case, "party")


def test_the_ledger_of_a_day_as_known_on_another() -> None:
    """A contact disclosed later splits the gap only from then on; what comes after the day does not count."""
    late = met("late", "2029-01-10", known=known_stamp("2029-06-01"))
    case = knowledge([met("a", "2029-01-05"), met("b", "2029-01-20"), late])
    assert lengths(ledger(case, at="2029-01-20", known="2029-05-31", ends=PERSONS))[0] == (
        "contact/b",
        15,
        15,
    )
    assert [gap[0] for gap in lengths(ledger(case, at="2029-01-20", known="2029-06-01", ends=PERSONS))] == [
        "contact/late",
        "contact/b",
        None,
    ]
    early = ledger(case, at="2029-01-12", known="2029-05-31", ends=PERSONS)
    assert lengths(early) == [(None, 7, 7)]


def test_those_who_only_tried_have_no_held_contact_on_record() -> None:
    """An attempt that failed gives a row, so that nobody is left out for want of a contact."""
    (gap,) = ledger(knowledge([met("x", "2029-01-05", outcome="refused")]), at="2029-02-01")
    assert (gap.contact, gap.previous, gap.least, gap.most, gap.status) == (
        None,
        (),
        None,
        None,
        "unrecorded",
    )
    assert ledger(knowledge([met("x", "2029-01-05", stance="denies")]), at="2029-02-01") == []


def test_days_of_the_ledger_are_julian() -> None:
    """The days between are given as numbers that other parts use as well."""
    case: Knowledge = knowledge([met("a", "2029-01-05"), met("b", "2029-01-20")])
    (gap, _) = ledger(case, at="2029-01-20")
    assert gap.between == (julian_day("2029-01-06"), julian_day("2029-01-19"))
