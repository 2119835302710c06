"""Contacts of a time: certain, possible, impossible; the last ones; the command; the library's questions."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from day_worlds import ALL_DAYS, FAR, FIRST, LAST, NEAR, Date, dates, stamp, text
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, RECORDED, TRENTINO, claim, entity, keyed, knowledge, party, when

from backchannel.cli import group
from backchannel.graph.bounds import END, occurrence
from backchannel.graph.errors import DateError, QueryError
from backchannel.graph.model import Claim, Key, Knowledge
from backchannel.graph.occasions import Occasion, among_last, last, occasions, window
from backchannel.graph.quads import canonical, statements
from backchannel.graph.semantics import Truth, certainly_before, possibly_before
from backchannel.ontology.library import find

EXAMPLES = settings(max_examples=2000 if LARGE else 100)
ID = "https://w3id.org/backchannel/id/"
MONTH = {"since": "2029-01", "until": "2029-01"}
CALL = {"participants": (FIREFLY, TRENTINO), "mode": "call", "outcome": "held"}


def told(name: str, edtf: str | None, contact: str = "", **fields: object) -> Claim:
    date = when(edtf) if edtf else None
    return claim(name, about=f"contact/{contact or name}", **(CALL | {"when": date} | fields))


def truths(found: Sequence[Occasion]) -> dict[str, str]:
    return {one.contact.split("/")[1]: one.truth.value for one in found}


# --- by example


@pytest.mark.parametrize(
    ("edtf", "truth"),
    [
        ("2029-01-31", "certain"),
        ("2029-01-1X", "certain"),
        ("2029-01~", "possible"),
        ("2029-01/", "possible"),
        ("2029", "possible"),
        (None, "possible"),
        ("2029-02", "impossible"),
        ("/2028-12-31", "impossible"),
    ],
)
def test_a_contact_is_certain_where_the_window_contains_its_date(edtf: str | None, truth: str) -> None:
    assert truths(occasions(knowledge([told("a", edtf)]), **MONTH)) == {"a": truth}


def test_a_contested_contact_is_possible_at_most() -> None:
    """Denied, or said to have come to two outcomes that exclude each other; each outcome may be asked for."""
    known = knowledge([
        told("denied", "2029-01-05"),
        told("denial", "2029-01-05", "denied", stance="denies"),
        told("torn", "2029-01-06"),
        told("torn-too", "2029-01-06", "torn", outcome="refused"),
        told("tried", "2029-01-07"),
        told("tried-too", "2029-01-07", "tried", outcome="attempted"),
    ])  # fmt: skip
    assert truths(occasions(known, **MONTH)) == {"denied": "possible", "torn": "possible", "tried": "certain"}
    refused = truths(occasions(known, outcomes=("refused", "attempted")))
    assert refused == {"denied": "impossible", "torn": "possible", "tried": "impossible"}
    assert truths(occasions(known, outcomes=None))["tried"] == "certain"


def test_what_nobody_asserts_is_no_fact() -> None:
    """Announced, proposed or only denied: in the list, but impossible as a fact, whatever is asked for."""
    stances = ("announces", "proposes", "denies")
    known = knowledge([told(stance, "2029-01-05", stance=stance) for stance in stances])
    for outcomes in (("held",), None):
        found = occasions(known, outcomes=outcomes, **MONTH)
        assert truths(found) == dict.fromkeys(stances, "impossible")
        assert not any(one.asserted for one in found)
        assert {one.within for one in found} == {Truth.CERTAIN}


def test_an_office_and_a_state_match_those_who_act_for_them() -> None:
    """By person, office, state or both sides mixed; a refuser or go-between is no end; sides are sides."""
    teasdale = party("person/teasdale", "intermediary", at="state/sy")
    other = party("person/teasdale", "initiator", "office/fr-general", "state/fr")
    known = knowledge([
        told("a", "2029-01-05", participants=(FIREFLY, TRENTINO, teasdale)),
        told("b", "2029-01-06", participants=(FIREFLY, other, TRENTINO)),
    ])  # fmt: skip
    for one, two, names in [
        ("person/firefly", None, "ab"),
        ("office/sy-minister", None, "ab"),
        ("state/sy", "person/firefly", "ab"),
        ("state/fr", "state/sy", "ab"),
        ("office/fr-minister", "state/sy", "ab"),
        ("person/teasdale", None, "b"),
        ("person/teasdale", "person/trentino", "b"),
        ("person/firefly", "person/teasdale", ""),  # both sought the same third
        ("state/fr", "office/fr-minister", ""),
    ]:
        assert "".join(truths(occasions(known, one, two))) == names, (one, two)
    (found, _) = occasions(known, level="state")
    assert found.ends == (("state/fr", "state/sy"),)
    assert occasions(knowledge([told("c", None, participants=(FIREFLY,))]), level="person") == []


def test_who_took_part_is_taken_from_those_who_assert_it() -> None:
    """A denial names nobody into a contact; where nobody asserts it, all are heard."""
    denial = told("not", "2029-01-05", "a", stance="denies", participants=(FIREFLY, party("person/teasdale")))
    asserted = told("a", "2029-01-05")
    assert truths(occasions(knowledge([asserted, denial]), "person/teasdale")) == {}
    assert truths(occasions(knowledge([denial]), "person/teasdale")) == {"a": "impossible"}


def test_means_and_the_clock_of_publication() -> None:
    """By which means, and only what had been published by then."""
    known = knowledge([
        told("a", "2029-01-05"),
        told("b", "2029-01-06", mode="meeting", known="2029-04-02T00:00:00Z"),
    ])  # fmt: skip
    assert truths(occasions(known, means=("meeting", "visit"))) == {"b": "certain"}
    assert truths(occasions(known, known="2029-04-01")) == {"b": "certain", "a": "certain"}
    assert truths(occasions(known, known="2029-03-31")) == {"a": "certain"}


def test_a_window_is_from_the_first_to_the_end_of_the_last_day() -> None:
    """Months and years as a whole, open sides, one day by whose end it was; what can't be is refused."""
    assert window("2029", "2029-02") == ("2029-01-01T00:00:00Z", "2029-03-01T00:00:00Z")
    assert window(at="2029-02") == window(until="2029-02")
    assert window()[1] == END
    assert window("9999-12-31", "9999-12-31")[1] == END
    for wrong in ({"since": "2029-02", "until": "2029-01"}, {"at": "2029-01", "since": "2029-01"}):
        with pytest.raises(QueryError):
            occasions(knowledge(), **wrong)
    for day in ("2029-02-30", "yesterday", "", "2029-13"):
        with pytest.raises(DateError):
            occasions(knowledge(), since=day)
    with pytest.raises(ValueError, match="expected a level of person, office, state; found 'party'"):
        occasions(knowledge(), level="party")
    with pytest.raises(ValueError, match="found 'met'"):
        occasions(knowledge(), outcomes=("met",))
    with pytest.raises(ValueError, match="at least 1"):
        last([], 0)


def test_the_last_where_dates_or_a_denial_leave_it_open() -> None:
    """Each that can be the last is given; none is certain then."""
    june, mid, may = told("june", "2028-06"), told("mid", "2028-06-15"), told("may", "2028-05")
    denial = told("denial", "2028-06-20", "late", stance="denies")
    late = told("late", "2028-06-20")
    assert truths(last(occasions(knowledge([june, mid, may])), 1)) == {"june": "possible", "mid": "possible"}
    assert truths(last(occasions(knowledge([june, mid, may])), 2)) == {"june": "certain", "mid": "certain"}
    found = truths(last(occasions(knowledge([mid, may, late, denial])), 1))
    assert found == {"late": "possible", "mid": "possible"}
    assert truths(last(occasions(knowledge([late, denial])), 1)) == {"late": "possible"}


# --- against every course of events


@dataclass(frozen=True)
class Told:
    """One claim of a generated contact."""

    date: Date
    outcome: str
    stance: str


tellings = st.builds(
    Told,
    dates(),
    st.sampled_from(["held", "held", "held", "refused", "attempted"]),
    st.sampled_from(["asserts", "asserts", "asserts", "alleges", "denies", "announces"]),
)
windows = st.tuples(st.none() | st.integers(NEAR, FAR), st.none() | st.integers(NEAR, FAR)).filter(
    lambda ends: None in ends or ends[0] <= ends[1]
)


def as_claims(contacts: Sequence[Sequence[Told]]) -> list[Claim]:
    return [
        told(f"{number}-{index}", one.date.edtf, f"{number}", outcome=one.outcome, stance=one.stance)
        for number, several in enumerate(contacts)
        for index, one in enumerate(several)
    ]


def possible_days(several: Sequence[Told]) -> frozenset[int]:
    """The days that all who assert it allow; those between the first and the last if there is none."""
    every = [one for one in several if one.stance in ("asserts", "alleges")] or several
    dated = [one.date.days for one in every if one.date.edtf]
    common = ALL_DAYS.intersection(*dated)
    union = frozenset().union(*dated)
    return common or frozenset(range(min(union), max(union) + 1))


def may_be_held(several: Sequence[Told]) -> set[bool]:
    """Whether it was held, in each course of events that the claims allow."""
    asserted = {one.outcome for one in several if one.stance in ("asserts", "alleges")}
    denied = any(one.stance == "denies" for one in several)
    if "held" not in asserted:
        return {False}
    return {True, False} if denied or "refused" in asserted else {True}


def inside(ends: tuple[int | None, int | None]) -> frozenset[int]:
    since, until = ends
    return frozenset(range(FIRST if since is None else since, (LAST if until is None else until) + 1))


def verdict(worlds: set[bool]) -> str:
    return "certain" if worlds == {True} else "possible" if True in worlds else "impossible"


def asked(case: Knowledge, ends: tuple[int | None, int | None], **more: object) -> list[Occasion]:
    since, until = (None if day is None else text(day) for day in ends)
    return occasions(case, since=since, until=until, **more)  # type: ignore[arg-type]


@given(st.lists(tellings, min_size=1, max_size=3), windows)
@EXAMPLES
def test_within_a_window_as_all_possible_days_have_it(
    several: list[Told], ends: tuple[int | None, int | None]
) -> None:
    """Certain if it was so on whichever day it was, possible if on one of them."""
    (found,) = asked(knowledge(as_claims([several])), ends)
    days, within = possible_days(several), inside(ends)
    assert found.within.value == verdict({day in within for day in days})
    assert found.fact.value == verdict(may_be_held(several))
    worlds = {held and day in within for held, day in product(may_be_held(several), days)}
    assert found.truth.value == verdict(worlds)


def courses(contacts: Sequence[Sequence[Told]], within: frozenset[int]) -> Iterator[tuple[int | None, ...]]:
    """Every course of events: the half-day on which each contact was held, or None where it was not.

    Half-days, so that two contacts on one day may come in either order. Of the possible half-days of
    a contact those suffice that lie next to an edge of any contact's days or of the window; the others
    are like them.
    """
    spans = [possible_days(several) for several in contacts]
    edges = {
        2 * edge + step
        for days in [*spans, within]
        for edge in (min(days), max(days))
        for step in (-1, 0, 1, 2)
    }
    choices: list[list[int | None]] = []
    for several, days in zip(contacts, spans, strict=True):
        halves = {half for half in edges | {2 * min(days)} if half // 2 in days}
        states = may_be_held(several)
        choices.append([*([None] if False in states else []), *(sorted(halves) if True in states else [])])
    return product(*choices)


def rank(world: tuple[int | None, ...], number: int, within: frozenset[int]) -> int | None:
    """How many held contacts within the window came after one; None where it is not among them."""
    own = world[number]
    if own is None or own // 2 not in within:
        return None
    return sum(half is not None and half > own and half // 2 in within for half in world)


@given(
    st.lists(st.lists(tellings, min_size=1, max_size=2), min_size=1, max_size=3), windows, st.integers(1, 2)
)
@EXAMPLES
def test_the_last_ones_as_all_courses_of_events_have_it(
    contacts: list[list[Told]], ends: tuple[int | None, int | None], count: int
) -> None:
    """Among the last for sure, perhaps, or not: in all courses of events, in some, in none."""
    found = truths(last(asked(knowledge(as_claims(contacts)), ends), count))
    within = inside(ends)
    worlds = list(courses(contacts, within))
    for number in range(len(contacts)):
        ranks = [rank(world, number, within) for world in worlds]
        expected = verdict({one is not None and one < count for one in ranks})
        assert found.get(str(number), "impossible") == expected


sure = st.sampled_from([Truth.CERTAIN, Truth.CERTAIN, Truth.POSSIBLE, Truth.IMPOSSIBLE])


@given(st.lists(st.tuples(dates(), sure), max_size=8), st.integers(1, 4))
@EXAMPLES
def test_counting_by_bisection_is_counting(drawn: list[tuple[Date, Truth]], count: int) -> None:
    """The same as comparing each with every other."""
    every = [(occurrence(date.edtf) if date.edtf else occurrence("../.."), truth) for date, truth in drawn]
    others = [[each for index, each in enumerate(every) if index != own] for own in range(len(every))]
    for found, (bounds, truth), rest in zip(among_last(every, count), every, others, strict=True):
        after = sum(t is Truth.CERTAIN and certainly_before(bounds, b) for b, t in rest)
        maybe = sum(t is not Truth.IMPOSSIBLE and possibly_before(bounds, b) for b, t in rest)
        possible = truth is not Truth.IMPOSSIBLE and after < count
        assert (found is not Truth.IMPOSSIBLE) == possible
        assert (found is Truth.CERTAIN) == (truth is Truth.CERTAIN and maybe < count)


# --- the library's questions give the same


PAIRS = 100  # in one store
KNOWN = (None, text(20))
RANDOM_DATES = (
    *("{a}", "{a}", "{a}~", "{a}/{b}", "{a}~/{b}", "[{a},{b}]", "{{{a},{b}}}", "{a}/..", "{a}/", "../{b}"),
    *("/{b}", "2029-01", "2029-01-0X", "2029", ""),
)


def random_claim(rng: random.Random, pair: int, contact: int, index: int) -> Claim:
    a, b = sorted(rng.choices(range(NEAR, FAR), k=2))
    edtf = rng.choice(RANDOM_DATES).format(a=text(a), b=text(b))
    one, other = party(f"person/p{pair}", at="state/fr"), party(f"person/q{pair}", at="state/sy")
    if rng.random() < 0.15:  # a source that names the state alone
        other = replace(other, entity="state/sy", person=None)
    name = f"{pair}-{contact}-{index}"
    return told(
        name, edtf or None, f"{pair}-{contact}",
        participants=(one, other),
        outcome=rng.choice(["held", "held", "held", "held", "refused", "attempted"]),
        stance=rng.choice(["asserts"] * 6 + ["alleges", "denies", "proposes"]),
        mode=rng.choice(["call", "meeting", "visit", None]),
        known=stamp(rng.choice([15, 30])),
        withdrawn=stamp(40) if rng.random() < 0.1 else None,
    )  # fmt: skip


def random_case(seed: int) -> tuple[Knowledge, pyoxigraph.Store]:
    """A hundred pairs of persons with up to four contacts each, as objects and in a store."""
    rng = random.Random(seed)
    claims = [
        random_claim(rng, pair, contact, index)
        for pair in range(PAIRS)
        for contact in range(rng.randint(0, 4))
        for index in range(rng.randint(1, 3))
    ]
    base = knowledge()
    persons = [entity(f"person/{side}{pair}", f"{side}{pair}") for side in "pq" for pair in range(PAIRS)]
    known = replace(base, claims=keyed(claims), entities=keyed([*base.entities.values(), *persons]))
    store = pyoxigraph.Store()
    quads = "".join(canonical(statements(known, RECORDED)))
    store.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return known, store


def rows(store: pyoxigraph.Store, name: str, columns: str, **values: str) -> list[tuple[str, ...]]:
    """Some columns of a question's answer; ids by their last part."""
    found = store.query(find(name).with_parameters(values))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    wanted = [names.index(column) for column in columns.split()]
    return [
        tuple(str(getattr(row[number], "value", "")).rsplit("/", 1)[-1] for number in wanted) for row in found
    ]


def iri(key: Key) -> str:
    return ID + key


@pytest.mark.parametrize("seed", range(10 if LARGE else 1))
def test_the_questions_of_the_last_contacts_agree(seed: int) -> None:
    """04, 05 and 15 of the library, for every pair of a generated case, on both clocks."""
    known, store = random_case(seed)
    asked_of = 0
    some = range(0, PAIRS, 1 if LARGE else 3)
    for pair, day in product(some, KNOWN):
        one, other = f"person/p{pair}", f"person/q{pair}"
        values = {"who": iri(one), "with": iri(other), "known": day or "everything"}
        every = occasions(known, one, other, known=day)
        count = 1 + (asked_of + asked_of // 4) % 2
        expected = list(truths(last(every, count)).items())
        found = rows(store, "recent-contacts", "contact certainty", count=str(count), **values)
        assert found == expected, (pair, day)
        name, means = (("last-contact", None), ("last-meeting", ("meeting", "visit")))[asked_of // 2 % 2]
        expected = sorted(truths(last(occasions(known, one, other, known=day, means=means), 1)).items())
        words = {"the last": "certain", "possibly the last": "possible"}
        found = [(c, words[sure]) for c, sure in rows(store, name, "contact certainty", **values)]
        assert found == expected, (pair, day, name)
        asked_of += 1
    assert asked_of == 2 * len(some) >= 60


@pytest.mark.parametrize("seed", range(10 if LARGE else 1))
def test_the_questions_of_a_window_agree(seed: int) -> None:
    """07 for every person, 16 for every window, on both clocks."""
    known, store = random_case(1000 + seed)
    for pair, day in product(range(PAIRS), KNOWN):
        found = asked(known, (3, 6), one=f"person/p{pair}", known=day)
        expected = {(name, sure) for name, sure in truths(found).items() if sure != "impossible"}
        values = {
            "who": iri(f"person/p{pair}"),
            "during": f"{text(3)}/{text(6)}",
            "known": day or "everything",
        }
        assert set(rows(store, "contacts-of", "contact certainty", **values)) == expected, (pair, day)
    counted = 0
    for since, until, day in product(range(NEAR, FAR, 2), range(NEAR, FAR, 2), KNOWN):
        if since <= until:
            found = asked(known, (since, until), known=day)
            expected = {(name, sure) for name, sure in truths(found).items() if sure != "impossible"}
            values = {"during": f"{text(since)}/{text(until)}", "known": day or "everything"}
            assert set(rows(store, "contacts-in-month", "contact certainty", **values)) == expected
            counted += len(expected)
    assert counted > 1000


@pytest.mark.parametrize("seed", range(4 if LARGE else 1))
def test_the_questions_of_two_states_agree(seed: int) -> None:
    """Between states, too: those who act for them are meant."""
    known, store = random_case(2000 + seed)
    values = {"who": iri("state/fr"), "with": iri("state/sy"), "known": "everything"}
    expected = sorted(truths(last(occasions(known, "state/fr", "state/sy"), 1)).items())
    found = rows(store, "last-contact", "contact certainty", **values)
    words = {"the last": "certain", "possibly the last": "possible"}
    assert [(contact, words[sure]) for contact, sure in found] == expected
    assert len(found) > 5


def test_the_seed_case_answers_its_questions_the_same(seed_out: Path, seed_knowledge: Knowledge) -> None:
    """04, 05, 15, 16 and 07 with the answers of the sources."""
    store = pyoxigraph.Store()
    quads = (seed_out / "current" / "quads.nq").read_bytes()
    store.bulk_load(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    people = sorted(
        {iri(key).split("/id/")[1] for key in seed_knowledge.entities if key.startswith("person/")}
    )
    compared = 0
    for one, other in product(people, people):
        if one < other:
            every = occasions(seed_knowledge, one, other)
            expected = list(truths(last(every, 2)).items())
            values = {"who": iri(one), "with": iri(other), "count": "2", "known": "everything"}
            if expected or compared % 7 == 0:
                assert rows(store, "recent-contacts", "contact certainty", **values) == expected
            compared += 1
    for month in range(1, 13):
        during = f"2022-{month:02}"
        found = occasions(seed_knowledge, since=during, until=during)
        expected_set = {(name, sure) for name, sure in truths(found).items() if sure != "impossible"}
        assert set(rows(store, "contacts-in-month", "contact certainty", during=during)) == expected_set
    assert compared > 200


# --- the command


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["contacts", *arguments, "--graph", str(seed_out)])


def table(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


def contacts_of(found: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(row["contact"].removeprefix("contact/"), row["certainty"]) for row in found]


def test_the_contacts_of_september(seed_out: Path) -> None:
    """Question 16: two certainly, three possibly, apart."""
    found = contacts_of(table(seed_out, "--since", "2022-09", "--until", "2022-09"))
    assert found[:2] == [("putin-scholz-2022-09", "certain"), ("us-russia-nonpublic-2022-09", "certain")]
    assert sorted(found[2:]) == [
        (name, "possible")
        for name in ("moscow-warnings-2022", "us-russia-nonpublic-2022", "washington-warnings-2022")
    ]
    shown = run(seed_out, "--since", "2022-09", "--until", "2022-09")
    certainly, possibly = shown.stdout.split("Possibly", 1)
    assert "putin-scholz" in certainly
    assert "ryabkov-moscow-warned" in possibly
    assert "16 outside the time asked for" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("Mark Milley", "Valery Gerasimov", "--last", "1", "--known", "2022-04-01"),
            ["milley-gerasimov-helsinki-2021"],
        ),
        (
            ("Milley", "Герасимов", "--last", "1", "--known", "2022-06-01"),
            ["milley-gerasimov-call-2022-05"],
        ),
        (
            ("Lloyd Austin", "Sergei Shoigu", "--last", "3", "--known", "2022-10-31"),
            ["austin-shoigu-call-2022-10-23", "austin-shoigu-call-2022-10-21", "austin-shoigu-call-2022-05"],
        ),
        (
            ("Biden", "Putin", "--means", "meeting", "--means", "visit", "--last", "1"),
            ["biden-putin-geneva-2021"],
        ),
    ],
)
def test_the_last_contacts_of_two(arguments: tuple[str, ...], expected: list[str], seed_out: Path) -> None:
    """Questions 04, 05 and 15, each certain."""
    found = contacts_of(table(seed_out, *arguments))
    if arguments[0] == "Biden":
        assert [row["first_day"] for row in table(seed_out, *arguments)] == ["2021-06-01"]
        assert [sure for _, sure in found] == ["certain"]
    else:
        assert found == [(name, "certain") for name in expected]


def test_with_whom_one_spoke_in_a_month(seed_out: Path) -> None:
    """Question 07: Austin twice, Lecornu, Wallace, Akar; all certain."""
    found = table(seed_out, "Schoigu", "--since", "2022-10", "--until", "2022-10")
    who = " ".join(row["who"] for row in found)
    assert [who.count(name) for name in ("Austin", "Lecornu", "Wallace", "Akar")] == [2, 1, 1, 1]
    assert {row["certainty"] for row in found} == {"certain"}


def test_what_was_refused_between_two_states(seed_out: Path) -> None:
    """A state stands for those who act for it; several outcomes may be asked for."""
    found = table(seed_out, "Washington", "Moscow", "--outcome", "refused", "--outcome", "ignored")
    assert {row["outcome"].split(",")[0] for row in found} == {"refused", "ignored"}
    assert len(found) == 3
    states = table(seed_out, "--level", "state", "--at", "2022-04-01", "--outcome", "held")
    assert {row["who"] for row in states} >= {"Russia and United States"}


def test_what_was_only_spoken_of(seed_out: Path) -> None:
    """Shown on request only, and never as a fact."""
    plain = contacts_of(table(seed_out, "Biden", "Putin"))
    spoken = contacts_of(table(seed_out, "Biden", "Putin", "--spoken-of"))
    assert [sure for _, sure in spoken if (_, sure) not in plain] == ["no fact", "no fact"]
    assert "2 that nobody says took place" in run(seed_out, "Biden", "Putin").stderr
    assert "nobody says that it took place" in run(seed_out, "Biden", "Putin", "--spoken-of").stdout


def test_an_empty_answer_says_what_it_means(seed_out: Path) -> None:
    shown = run(seed_out, "Austin", "Shoigu", "--since", "2022-07", "--until", "2022-08")
    assert shown.exit_code == 0
    assert "that is no proof that there was no contact" in shown.stdout
    assert json.loads(run(seed_out, "Ben Wallace", "Biden", "--format", "json").stdout) == []
    assert "no proof" in run(seed_out, "Ben Wallace", "Biden", "--format", "markdown").stdout


def test_markdown_says_how_sure_each_is(seed_out: Path) -> None:
    """One table for all, with the certainty as its first column."""
    shown = run(seed_out, "--since", "2022-09", "--until", "2022-09", "--format", "markdown").stdout
    lines = [line.split("|")[1].strip() for line in shown.splitlines() if line.startswith("|")]
    assert (lines[0], lines[2:]) == ("How sure", ["certain"] * 2 + ["possible"] * 3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Sullivan",), "did you mean 'Jake Sullivan' or 'John Sullivan'?"),
        (("Lloyd Austen",), "did you mean 'Lloyd Austin'?"),
        (("Austin", "Austin"), "expected two different parties, found Lloyd Austin twice"),
        (("Austin", "Shoigu", "Milley"), "expected at most two names, found 3"),
        (("--at", "2022-09", "--since", "2022-09"), "leave one out"),
        (("--since", "2022-10", "--until", "2022-09"), "the window ends before it begins"),
        (("--since", "2022-02-30"), "February 2022 has 28 days"),
        (("--known", "now"), "is not a day"),
        (("--last", "0"), "0 is not in the range"),
        (("--outcome", "met"), "'met' is not one of"),
        (("--means", "pigeon"), "'pigeon' is not one of"),
        (("--level", "party"), "'party' is not one of"),
    ],
)
def test_wrong_use_is_one_clear_sentence(arguments: tuple[str, ...], message: str, seed_out: Path) -> None:
    found = run(seed_out, *arguments)
    assert found.exit_code != 0
    assert message in found.output + str(found.exception)
