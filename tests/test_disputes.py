"""What is contested: found where claims exclude each other, and nowhere else."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, RECORDED, TRENTINO, citation, claim, keyed, knowledge, party, when

from backchannel.cli import group
from backchannel.exports.report_disputes import dispute_tables, disputes_table
from backchannel.graph.bounds import days, julian_day
from backchannel.graph.clock import known_stamp
from backchannel.graph.disputes import Dispute, by_voice, concerned, disputes, withdrawals
from backchannel.graph.errors import DateError
from backchannel.graph.model import Claim, Document, Knowledge, Names
from backchannel.graph.quads import canonical, statements
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth
from backchannel.ontology.library import find

HUB = "contact/call"
TEASDALE = party("person/teasdale", "initiator", "office/fr-general", "state/fr")


def told(name: str, outcome: str | None = "held", date: str = "2029-01-05", **fields: object) -> Claim:
    defaults: dict[str, object] = {"about": HUB, "participants": (FIREFLY, TRENTINO), "when": when(date)}
    return claim(name, outcome=outcome, **defaults | fields)


def found(*claims: Claim, **fields: object) -> list[Dispute]:
    return disputes(knowledge(claims, **fields))


def test_claims_that_agree_are_no_dispute() -> None:
    """The same outcome, meeting dates, the same seeker, another contact."""
    assert not found(
        told("a"), told("b", date="2029-01"), told("c", about="contact/other", outcome="refused")
    )


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("held", "refused", True),
        ("held", "ignored", True),
        ("held", "cancelled", True),
        ("refused", "ignored", True),
        ("attempted", "refused", False),
        ("attempted", "ignored", False),
        ("attempted", "held", False),
        ("held", None, False),
    ],
)
def test_outcomes_exclude_each_other_but_for_attempted(one: str, other: str | None, excluded: bool) -> None:
    """An attempt may have been refused, ignored or held; no other two outcomes go together."""
    kinds = [dispute.kind for dispute in found(told("a", one), told("b", other))]
    assert kinds == (["outcome"] if excluded else [])


def test_each_position_names_its_claims() -> None:
    """Two voices against one: all three claims stand, each on its side."""
    (one,) = found(told("a", "held"), told("b", "refused"), told("c", "held"))
    assert [(side.holds, side.claims) for side in one.positions] == [
        ("held", ("claim/a", "claim/c")),
        ("refused", ("claim/b",)),
    ]
    assert (one.about, one.certain, one.claims) == (HUB, True, ("claim/a", "claim/b", "claim/c"))


@pytest.mark.parametrize("stance", ["announces", "proposes"])
def test_what_is_only_announced_or_proposed_contradicts_nothing(stance: str) -> None:
    """A plan that came to nothing is no contradiction."""
    assert not found(told("a", "held", stance=stance), told("b", "refused"))


def test_a_denial_contradicts_an_assertion() -> None:
    """The denial stands against every assertion about the same thing; a denial alone is no dispute."""
    denial = told("no", stance="denies")
    (one,) = found(told("yes"), denial)
    assert (one.kind, [side.holds for side in one.positions]) == ("denial", ["asserted", "denied"])
    assert not found(denial)


def test_a_denied_silence_is_contested_too() -> None:
    """Silences are hubs like contacts."""
    hush = claim("hush", kind="silence", about="silence/x", when=when("2029-01/2029-02", throughout=True))
    kinds = [one.kind for one in found(hush, replace(hush, key="claim/no", stance="denies"))]
    assert kinds == ["denial"]


def test_dates_without_a_day_in_common_are_contested() -> None:
    """May and June exclude each other; May and 'the spring' do not."""
    assert [one.kind for one in found(told("a", date="2029-05"), told("b", date="2029-06-01"))] == ["date"]
    assert not found(told("a", date="2029-05"), told("b", date="2029-03/2029-05"))
    assert not found(told("a", date="2029-05"), told("b", when=None))


@pytest.mark.parametrize(
    ("other", "contested"),
    [
        (TEASDALE, True),
        (replace(TRENTINO, role="initiator"), True),
        (party("state/fr", "initiator", at="state/fr"), False),
        (party("state/sy", "initiator", at="state/sy"), True),
        (party("office/fr-minister", "initiator", "office/fr-minister", "state/fr"), False),
        (party("party/generals", "initiator"), False),
    ],
    ids=[
        "another person",
        "the other side",
        "his state",
        "the other state",
        "his office",
        "a group of no state",
    ],
)
def test_seekers_differ_only_where_they_cannot_be_the_same(other: object, contested: bool) -> None:
    """A person may be meant by his office or state, not by another person or another state."""
    turned = told("b", participants=(other, party("person/trentino", "addressee", at="state/sy")))
    assert [one.kind for one in found(told("a"), turned)] == (["initiator"] if contested else [])


def two_documents(first: str, second: str, **later: object) -> tuple[Claim, Document]:
    """One statement, cited by two documents with their own days for it."""
    quoted = replace(citation("a"), said=when(first))
    repeated = replace(citation("a", "herald"), said=when(second))
    herald = Document(
        "document/herald", "The Herald", "en", "organisation/gazette", known=known_stamp("2029-03-05")
    )
    return told("a", citations=(quoted, repeated)), replace(herald, **later)


def test_documents_may_disagree_on_the_day_of_a_statement() -> None:
    """Tuesday in one, Wednesday in the other: both stay, each with its document."""
    statement, herald = two_documents("2029-03-01", "2029-03-02")
    base = knowledge()
    (one,) = found(statement, documents=keyed([*base.documents.values(), herald]))
    assert (one.kind, one.about) == ("day of the statement", "claim/a")
    assert [(side.holds, side.documents) for side in one.positions] == [
        ("2029-03-01", ("document/gazette",)),
        ("2029-03-02", ("document/herald",)),
    ]


def test_a_day_within_a_month_is_no_disagreement() -> None:
    """'In March' and 'on 2 March' can both be right."""
    statement, herald = two_documents("2029-03", "2029-03-02")
    assert not found(statement, documents=keyed([*knowledge().documents.values(), herald]))


def test_a_document_not_yet_published_does_not_disagree_yet() -> None:
    """The dispute begins with the second document."""
    statement, herald = two_documents("2029-03-01", "2029-03-02")
    told_so_far = knowledge([statement], documents=keyed([*knowledge().documents.values(), herald]))
    assert not disputes(told_so_far, "2029-03-04")
    assert len(disputes(told_so_far, "2029-03-05")) == 1


def test_refused_here_and_ignored_there_is_a_hint() -> None:
    """Attempts of the same two states over the same time, told differently, on different contacts."""
    turned_down = told("a", "refused", "2029-01/2029-03", about="contact/one")
    unheard = told("b", "ignored", "2029-02/2029-05", about="contact/two")
    (one,) = found(turned_down, unheard)
    assert (one.kind, one.certain, one.about) == ("refused or ignored", False, "pair/state/fr~sy")
    assert not found(turned_down, replace(unheard, when=when("2029-04")))
    assert not found(turned_down, replace(unheard, when=None))
    back = (replace(TRENTINO, role="participant"), replace(FIREFLY, role="participant"))
    assert not found(turned_down, replace(unheard, participants=back))


def test_what_was_withdrawn_is_no_longer_contested() -> None:
    """A correction ends the dispute, but not for those who look from before."""
    wrong = told("a", "refused", withdrawn=known_stamp("2029-04-01"))
    both = knowledge([wrong, told("b", "held")])
    assert [one.kind for one in disputes(both, "2029-03-31")] == ["outcome"]
    assert not disputes(both)


def test_tuesday_or_wednesday_in_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Kirby spoke on 22 March in one document, on 23 March in another: one origin, two days."""
    found_there = [one for one in disputes(seed_knowledge) if one.kind == "day of the statement"]
    assert found_there
    for one in found_there:
        assert seed_knowledge.claims[one.about].voice == "person/john-kirby"
        assert [side.holds for side in one.positions] == ["2022-03-22", "2022-03-23"]
        assert all(len(side.documents) == 1 for side in one.positions)


def test_refused_or_ignored_in_the_seed_case(seed_knowledge: Knowledge) -> None:
    """What two documents call refused a third calls ignored: a hint, since nobody says it is the same."""
    (one,) = [one for one in disputes(seed_knowledge) if one.kind == "refused or ignored"]
    assert not one.certain
    assert [side.holds for side in one.positions] == ["ignored", "refused"]
    assert disputes(seed_knowledge, "2022-03-31") == [
        other for other in disputes(seed_knowledge, "2022-03-31") if other.kind != "refused or ignored"
    ]


# Dates, against the days that each claim leaves open.

DATES = (
    "2029-01-05",
    "2029-01-07",
    "2029-01",
    "2029-01-05~",
    "2029-01~",
    "2029-01-1X",
    "[2029-01-03,2029-01-20]",
    "{2029-01-02,2029-01-04}",
    "2028-12/2029-01-04",
    "2028",
    "/2029-01-04",
    "2029-01-06/..",
    "2029-01-08/",
    "2029-XX-06",
)


def possible_days(date: str) -> set[int]:
    """The days of the hull; an open or unknown end reaches beyond every other date here."""
    first, last = days(when(date).bounds)
    start = first if first is not None else julian_day("2027-01-01")
    return set(range(start, (last if last is not None else julian_day("2031-12-31")) + 1))


def date_dispute(*dates: str) -> list[Dispute]:
    told_of = [told(f"c{number}", date=date) for number, date in enumerate(dates)]
    return [one for one in found(*told_of) if one.kind == "date"]


def test_two_dates_dispute_if_they_have_no_day_in_common() -> None:
    """Every kind of date against every other."""
    ran = 0
    for one, other in product(DATES, DATES):
        expected = not possible_days(one) & possible_days(other)
        assert bool(date_dispute(one, other)) is expected, (one, other)
        ran += 1
    assert ran == 196


@settings(max_examples=2000 if LARGE else 100)
@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=5))
def test_dates_dispute_if_no_day_is_common_to_all(dates: list[str]) -> None:
    """Jointly, and (Helly) in the same cases pairwise; each date is then a position of its own, for sure."""
    disputed = date_dispute(*dates)
    jointly = not set.intersection(*(possible_days(date) for date in dates))
    pairwise = any(not possible_days(a) & possible_days(b) for a, b in combinations(dates, 2))
    assert bool(disputed) is jointly is pairwise
    for one in disputed:
        assert one.truth is Truth.CERTAIN
        assert [side.holds for side in one.positions] == sorted(set(dates))


# Refused or ignored, against a comparison of every two claims.

attempts = st.lists(
    st.tuples(st.sampled_from(DATES), st.sampled_from(("refused", "ignored", "held")), st.integers(0, 2)),
    max_size=7,
)


@settings(max_examples=2000 if LARGE else 100)
@given(attempts)
def test_attempts_that_may_be_the_same_are_found_as_by_comparing_every_two(
    rows: list[tuple[str, str, int]],
) -> None:
    """Told differently, of different contacts, on days that they have in common."""
    claims = [
        told(f"c{number}", outcome, date, about=f"contact/{hub}")
        for number, (date, outcome, hub) in enumerate(rows)
    ]
    expected: set[str] = set()
    for (one, row), (other, row2) in combinations(list(zip(claims, rows, strict=True)), 2):
        if {row[1], row2[1]} == {"refused", "ignored"} and row[2] != row2[2]:
            expected |= {one.key, other.key} if possible_days(row[0]) & possible_days(row2[0]) else set()
    hints = [one for one in found(*claims) if one.kind == "refused or ignored"]
    assert {claim for one in hints for claim in one.claims} == expected
    assert all(one.truth is Truth.POSSIBLE for one in hints)


# Mode and place.


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("call", "meeting", True),
        ("call", "letter", True),
        ("meeting", "visit", False),
        ("letter", "note verbale", False),
        ("call", "message", False),
        ("meeting", "contact", False),
        ("call", None, False),
    ],
)
def test_means_dispute_where_they_are_not_the_same(one: str, other: str | None, disputed: bool) -> None:
    """As a hint: a meeting by video is a call as well."""
    hints = found(told("a", mode=one), told("b", mode=other))
    assert [(hint.kind, hint.truth) for hint in hints] == ([("mode", Truth.POSSIBLE)] if disputed else [])


def test_places_dispute_as_a_hint() -> None:
    """Spelling aside; they may be one place by two names."""
    (one,) = found(told("a", location="Fredville"), told("b", location="the embassy"))
    assert (one.kind, one.truth) == ("place", Truth.POSSIBLE)
    assert [side.holds for side in one.positions] == ["Fredville", "the embassy"]
    assert not found(told("a", location="Fredville"), told("b", location="FREDVILLE "), told("c"))


# By voice, by name, by day.


def test_a_denied_contact_returns_both_versions_by_voice() -> None:
    """Who asserts and who denies, in which document, with which date."""
    herald = replace(knowledge().documents["document/gazette"], key="document/herald", title="The Herald")
    yes = told("yes", "held", "2029-01-05", voice="person/firefly", voice_office="office/fr-minister")
    no = told(
        "no",
        "held",
        "2029-01",
        stance="denies",
        voice="person/trentino",
        citations=(citation("no", "herald"),),
    )
    both = knowledge([yes, no], documents=keyed([*knowledge().documents.values(), herald]))
    (one,) = disputes(both)
    assert [
        (side.holds, voiced.voice, voiced.voice_office, voiced.claims, voiced.documents)
        for side in one.positions
        for voiced in by_voice(both, side)
    ] == [
        ("asserted", "person/firefly", "office/fr-minister", ("claim/yes",), ("document/gazette",)),
        ("denied", "person/trentino", None, ("claim/no",), ("document/herald",)),
    ]
    rows = disputes_table(both, [one], {}).rows
    assert [row[3] for row in rows] == [
        "asserted: held, on 5 January 2029: 2029-01-05",
        "denied: held, in January 2029: 2029-01",
    ]


def test_names_send_nothing_to_a_terminal() -> None:
    """A name with an escape sequence and a line break stands in the title as one line."""
    both = knowledge([told("a"), told("b", "refused")])
    nasty = replace(both.entities["person/firefly"], names=Names((("Rufus\x1b[2J\nFirefly", "en"),)))
    (table,) = dispute_tables(replace(both, entities={**both.entities, nasty.key: nasty}), disputes(both), {})
    assert table.title.isprintable()


def test_a_position_names_no_document_that_was_not_out() -> None:
    """A later reprint is no document of that day."""
    herald = replace(
        knowledge().documents["document/gazette"], key="document/herald", known=known_stamp("2029-05-01")
    )
    twice = told("a", citations=(citation("a"), citation("a", "herald")))
    both = knowledge(
        [twice, told("b", "refused")], documents=keyed([*knowledge().documents.values(), herald])
    )
    (one,) = disputes(both)
    for known, documents in (("2029-04-30", 1), ("2029-05-01", 2), (None, 2)):
        (voiced,) = by_voice(both, one.positions[0], known)
        assert len(voiced.documents) == documents


def test_whom_a_dispute_concerns() -> None:
    """Parties by person, office and state; voices; the contact itself; nobody else."""
    both = knowledge([told("a", "held"), told("b", "refused", voice="person/teasdale")])
    (one,) = disputes(both)
    assert {
        "person/firefly",
        "office/sy-minister",
        "state/fr",
        "person/teasdale",
        "organisation/gazette",
        HUB,
    } <= concerned(both, one.claims)
    assert "party/generals" not in concerned(both, one.claims)


def test_at_leaves_out_what_certainly_lay_later() -> None:
    """The dispute over the date begins when the later date has come."""
    both = knowledge([told("a", date="2029-01-05"), told("b", date="2029-02")])
    assert not disputes(both, at="2029-01-31")
    assert [one.kind for one in disputes(both, at="2029-02-01")] == ["date"]
    with pytest.raises(DateError):
        disputes(both, at="soon")


# What was withdrawn.


def corrected() -> Knowledge:
    """A claim that is corrected, one that is retracted, one whose withdrawal nobody explains."""
    april, may = known_stamp("2029-04-01"), known_stamp("2029-05-01")
    return knowledge(
        [
            told("first", "refused", withdrawn=april),
            told("second", "held", supersedes="claim/first", known=april),
            told("story", "held", "2029-01-20", about="contact/story", withdrawn=may),
            claim("gone", kind="retraction", about="claim/story", retracts="claim/story", known=may),
            told("torn", about="contact/torn", withdrawn=may),
            told("stays"),
        ]
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("2029-02-01", []),
        ("2029-03-31", []),
        ("2029-04-01", ["claim/first corrected claim/second"]),
        (
            None,
            [
                "claim/first corrected claim/second",
                "claim/story retracted claim/gone",
                "claim/torn withdrawn None",
            ],
        ),
    ],
)
def test_what_was_withdrawn_is_kept_with_what_took_its_place(known: str | None, expected: list[str]) -> None:
    """From the day of the correction on, and never as a dispute that still stands."""
    gone = withdrawals(corrected(), known)
    assert [f"{one.claim} {one.how} {one.by}" for one in gone] == expected
    standing = disputes(corrected(), known)
    before = known == "2029-03-31"
    assert [one.kind for one in standing] == (["outcome"] if before else [])


def test_withdrawn_is_a_kind_of_its_own_in_the_table() -> None:
    """The old claim, then the new one, each with its voice and document."""
    rows = disputes_table(corrected(), [], {}, None, withdrawals(corrected())).rows
    assert [(row[0], str(row[3]).split(":")[0], row[6], row[7]) for row in rows] == [
        ("withdrawn", "said first, corrected since", ("claim/first",), "withdrawn"),
        ("withdrawn", "said instead", ("claim/second",), "withdrawn"),
        ("withdrawn", "said first, retracted since", ("claim/story",), "withdrawn"),
        ("withdrawn", "taken back", ("claim/gone",), "withdrawn"),
        ("withdrawn", "said first, withdrawn since", ("claim/torn",), "withdrawn"),
    ]


def test_withdrawals_on_a_day() -> None:
    """A claim that certainly lay later is not there; what took its place is named all the same."""
    assert [one.claim for one in withdrawals(corrected(), at="2029-01-19")] == ["claim/first", "claim/torn"]
    later = told("second", "held", "2029-03-01", supersedes="claim/first", known=known_stamp("2029-04-01"))
    moved = knowledge([told("first", withdrawn=known_stamp("2029-04-01")), later])
    assert [one.by for one in withdrawals(moved, at="2029-01-19")] == ["claim/second"]


# The library's questions.

PLAIN = ("2029-01-01", "2029-01-02", "2029-01", "2029-02", "2029", "2028-12/2029-01-01", None)
SAID = ("2029-01-02", "2029-01-03", "2029-01", "2029-02", "2029")
OUT = {"gazette": "2029-02-01", "herald": "2029-02-10"}
KNOWN = ("2029-02-01", "2029-02-10", "2029-03-01")
WORDS = {
    "outcome": "outcome",
    "that it took place": "denial",
    "date": "date",
    "day of saying": "day of the statement",
}


@st.composite
def contested(draw: st.DrawFn) -> Knowledge:
    """Claims of three contacts, told by two papers; those of one contact differ in date or in outcome.

    Where they differ in both, question 31 may count the date of two claims as settled by their outcomes.
    """
    flavour = draw(st.lists(st.sampled_from(("date", "outcome")), min_size=3, max_size=3))
    claims = []
    for number in range(draw(st.integers(1, 6))):
        hub = draw(st.integers(0, 2))
        date = draw(st.sampled_from(PLAIN)) if flavour[hub] == "date" else "2029-01"
        outcomes = ("held", "refused", "attempted", "ignored")
        outcome = draw(st.sampled_from(outcomes)) if flavour[hub] == "outcome" else "held"
        name, papers = f"c{number}", draw(st.sampled_from((("gazette",), ("herald",), ("gazette", "herald"))))
        known = OUT[papers[0]]
        cited = [replace(citation(name, paper), said=when(draw(st.sampled_from(SAID)))) for paper in papers]
        gone = draw(st.sampled_from((None, None, "2029-02-20", "2029-03-05")))
        claims.append(
            told(
                name,
                outcome,
                about=f"contact/{hub}",
                when=when(date) if date else None,
                stance=draw(st.sampled_from(("asserts", "asserts", "alleges", "denies", "announces"))),
                known=known_stamp(known),
                withdrawn=known_stamp(gone) if gone else None,
                citations=tuple(cited),
            )
        )
        if gone and draw(st.booleans()):
            claims.append(
                claim(
                    f"r{number}",
                    kind="retraction",
                    about=f"claim/{name}",
                    retracts=f"claim/{name}",
                    known=known_stamp(gone),
                )
            )
    first = knowledge().documents["document/gazette"]
    papers_out = [
        replace(first, known=known_stamp(OUT["gazette"])),
        replace(first, key="document/herald", known=known_stamp(OUT["herald"])),
    ]
    return knowledge(claims, documents=keyed(papers_out))


def rows_of(knowledge_: Knowledge, name: str, columns: str, **values: str) -> list[tuple[str, ...]]:
    store = pyoxigraph.Store()
    quads = "".join(canonical(statements(knowledge_, RECORDED)))
    store.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return answer(store, name, columns, **values)


def answer(store: pyoxigraph.Store, name: str, columns: str, **values: str) -> list[tuple[str, ...]]:
    rows = store.query(find(name).with_parameters(values))
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in rows.variables]
    places = [names.index(column) for column in columns.split()]
    parts = [
        [str(getattr(row[place], "value", "")).rsplit("/id/", 1)[-1] for place in places] for row in rows
    ]
    return [tuple(row) for row in parts]


def compared(told_of: Knowledge, known: str | None) -> set[tuple[str, str]]:
    """What is disputed of which contact, as far as question 31 asks: no initiators, means, places."""
    pairs = set()
    for one in disputes(told_of, known):
        contact = told_of.claims[one.about].about if one.kind == "day of the statement" else one.about
        if one.kind in WORDS.values() and contact.startswith("contact/"):
            pairs.add((contact, one.kind))
    return pairs


@settings(max_examples=2000 if LARGE else 100)
@given(contested(), st.sampled_from((*KNOWN, None)))
def test_question_31_agrees(told_of: Knowledge, known: str | None) -> None:
    """Outcomes, denials, dates and days of speaking of the same contacts."""
    rows = rows_of(told_of, "disputed", "contact disputed", known=known or "everything")
    assert {(contact, WORDS[what]) for contact, what in rows} == compared(told_of, known)


@settings(max_examples=2000 if LARGE else 100)
@given(contested(), st.sampled_from(KNOWN), st.sampled_from((*KNOWN, None)))
def test_question_28_agrees(told_of: Knowledge, then: str, now: str | None) -> None:
    """What stood on one day and is withdrawn on another, with what withdrew it."""
    rows = rows_of(
        told_of, "no-longer-believed", "claim withdrawn_as by_claim", then=then, now=now or "everything"
    )
    stood = {one.key for one in told_of.claims.values() if (one.known or "") <= known_stamp(then)}
    before = {one.claim for one in withdrawals(told_of, then)}
    expected = {
        (one.claim, one.how, one.by)
        for one in withdrawals(told_of, now)
        if one.by and one.claim in stood - before
    }
    assert set(rows) == expected


def test_question_31_agrees_on_the_seed_case(seed_knowledge: Knowledge, seed_out: Path) -> None:
    """With every day on which something was published."""
    store = pyoxigraph.Store()
    store.bulk_load((seed_out / "current" / "quads.nq").read_bytes(), format=pyoxigraph.RdfFormat.N_QUADS)
    for known in ("2022-03-31", "2022-06-01", None):
        rows = answer(store, "disputed", "contact disputed", known=known or "everything")
        assert {(contact, WORDS[what]) for contact, what in rows} == compared(seed_knowledge, known)
    assert len(compared(seed_knowledge, None)) == 2


def test_every_dispute_has_two_positions_with_claims_of_that_day() -> None:
    """Nothing that was not live holds a position; stances of plans hold none."""
    told_of = corrected()
    for known in ("2029-03-01", "2029-04-01", None):
        for one in disputes(told_of, known):
            assert len(one.positions) > 1
            assert all(told_of.claims[key].stance in SPEAKS_OF_FACT for key in one.claims)


# The command.


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["disputes", *arguments, "--graph", str(seed_out)])


def csv_rows(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(seed_out, *arguments, "--format", "csv").stdout)))


def test_the_command_shows_each_voice_with_its_document(seed_out: Path) -> None:
    """Tuesday in one document, Wednesday in the other; refused and ignored as a hint."""
    rows = csv_rows(seed_out)
    assert [(row["kind"], row["voice"].split(",")[0], row["certain"]) for row in rows] == [
        *[("day of the statement", "John Kirby", "yes")] * 4,
        ("refused or ignored", "US Department of Defense", "perhaps"),
        ("refused or ignored", "John Kirby", "perhaps"),
    ]
    assert all(row["documents"] for row in rows)
    shown = run(seed_out).stdout
    assert "they can't all be true" in shown
    assert "[kirby-austin-shoigu]" in shown


def test_the_command_asked_of_names(seed_out: Path) -> None:
    """Only what concerns Milley; of two, what concerns both; of others nothing, which proves nothing."""
    milley = csv_rows(seed_out, "Milley")
    assert {row["about_key"] for row in milley} == {"claim/kirby-milley-gerasimov", "pair/state/ru~us"}
    assert csv_rows(seed_out, "Milley", "Герасимов") == milley
    assert "no proof" in run(seed_out, "Hulusi Akar").stdout
    assert csv_rows(seed_out, "--known", "2022-03-31", "Milley") == milley[:2]
    assert csv_rows(seed_out, "--at", "2022-02-01", "Milley") == []


def test_the_evidence_is_that_of_the_day(seed_out: Path) -> None:
    """Documents that came out later are not named below the claims."""
    then, now = (run(seed_out, "--known", day).stdout for day in ("2022-03-31", "2022-12-31"))
    assert "Report on the first call between the US and Russian chiefs of staff" not in then
    assert "Report on the first call between the US and Russian chiefs of staff" in now


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Sullivan",), "did you mean 'Jake Sullivan' or 'John Sullivan'?"),
        (("--at", "2022-02-30"), "February 2022 has 28 days"),
    ],
)
def test_wrong_input_is_refused(arguments: tuple[str, ...], message: str, seed_out: Path) -> None:
    """No name is guessed; a day must exist."""
    assert message in str(run(seed_out, *arguments).exception)


def test_three_names_are_wrong_use(seed_out: Path) -> None:
    """At most two."""
    found_there = run(seed_out, "a", "b", "c")
    assert found_there.exit_code == 2
    assert "at most two names" in found_there.output
