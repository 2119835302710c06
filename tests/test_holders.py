"""Who held an office: against the enumeration of all days on which each tenure may have begun and ended, and
against questions 01 and 23 of the library in Oxigraph; the command on the seed case."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
import samples
from click.testing import CliRunner
from conftest import LARGE
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_questions import engines, short

from backchannel.cli import group
from backchannel.exports.report_holders import (
    apart_table,
    every_holding,
    held_words,
    holders_table,
    seat_words,
    tenure_text,
)
from backchannel.graph import quads, store
from backchannel.graph.answers import Result
from backchannel.graph.bounds import UNKNOWN, occurrence
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import BackchannelError, DateError, UnknownNameError
from backchannel.graph.holders import Holding, Seat, holders, seats
from backchannel.graph.model import Entity, Key, Knowledge, Tenure, When
from backchannel.graph.semantics import Truth
from backchannel.ontology.library import find

FIRST = date(2029, 1, 1)
OFFICE = "office/fr-minister"
HORIZON = range(-40, 90)  # days around January 2029 that a world may reach

# How a date is written, and its first and last possible day, counted from 1 January 2029: worked out by hand.
DATES: dict[str, tuple[int, int]] = {
    "2029-01-03": (2, 2),
    "2029-01-05": (4, 4),
    "2029-01-06~": (4, 6),
    "2029-01-0X": (0, 8),
    "2029-01-08?": (6, 8),
    "2029-01-1X": (9, 18),
    "2029-01-11": (10, 10),
    "2029-01-12": (11, 11),
    "2029-01": (0, 30),
    "2029-02": (31, 58),
    "2029-02-01": (31, 31),
    "2028-12-30": (-2, -2),
    "[2029-01-04,2029-01-07]": (3, 6),
    "[2029-01-10,2029-01-20]": (9, 19),
    "[2029-01-02..2029-01-05]": (1, 4),
}
CAPACITIES = ("substantive", "substantive", "substantive", "acting", "contested", "designate")
KNOWN = (None, "2028-12-31", "2029-01-04", "2029-01-08", "2029-01-20", "2029-01", "2029")
# What is asked for, with its first day and the day after it.
WINDOWS: dict[str, tuple[int, int]] = {
    "2028-12-29": (-3, -2),
    "2029-01-03": (2, 3),
    "2029-01-05": (4, 5),
    "2029-01-07": (6, 7),
    "2029-01-11": (10, 11),
    "2029-01-12": (11, 12),
    "2029-01-31": (30, 31),
    "2029-02-01": (31, 32),
    "2029-01": (0, 31),
    "2028-12": (-31, 0),
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One tenure as a test writes it: days count from 1 January 2029; an end is a date, '..' or ''."""

    person: int
    start: str
    end: str
    capacity: str = "substantive"
    vouched: int = 25
    start_known: int = -20
    end_known: int = -20

    @property
    def possible(self) -> bool:
        """Whether it can have begun on or before a day on which it ended."""
        if self.start not in DATES or self.end not in DATES:
            return True
        return DATES[self.start][0] <= DATES[self.end][1]


def stamp(day: int) -> str:
    """The midnight at which a day is over."""
    return f"{FIRST + timedelta(days=day + 1)}T00:00:00Z"


def tenure(number: int, office: Key, spec: Spec) -> Tenure:
    end = When(spec.end, occurrence(spec.end)) if spec.end in DATES else None
    return Tenure(
        key=f"tenure/t{office.split('/', 1)[1]}-{number}",
        person=f"person/p{spec.person}",
        office=office,
        held=f"{spec.start}/{spec.end}",
        capacity=spec.capacity,
        start=When(spec.start, occurrence(spec.start)) if spec.start else When(None, UNKNOWN),
        end=end,
        open_end=spec.end == "..",
        vouched=stamp(spec.vouched),
        start_known=stamp(spec.start_known),
        end_known=stamp(spec.end_known) if end else None,
        known_inferred=None,
        document="document/gazette",
    )


def case(offices: Iterable[Iterable[Spec]]) -> Knowledge:
    """Offices, each with its tenures."""
    named: list[Entity] = [samples.entity(f"person/p{number}", f"Person {number}") for number in range(4)]
    tenures = []
    for place, specs in enumerate(offices):
        office = f"office/o{place}"
        named.append(samples.entity(office, f"Office {place:05d}", state="state/fr"))
        tenures += [tenure(number, office, spec) for number, spec in enumerate(specs)]
    base = samples.knowledge()
    kept = {key: one for key, one in base.entities.items() if not key.startswith("office/")}
    return replace(base, entities=kept | samples.keyed(named), tenures=samples.keyed(tenures))


# --- the oracle: every possible world


def clock(known: str | None) -> int:
    """The last day that was over when something was known by then; far away where all counts."""
    if known is None:
        return 10_000
    return (date.fromisoformat(known_stamp(known)[:10]) - FIRST).days - 1


def worlds(spec: Spec, known: str | None) -> list[tuple[int, int]]:
    """Every pair of a first and a last day that the tenure may have had, as known by a day.

    Where a start or an end is unknown, nothing is certain: a world without a day is among them.
    """
    now = clock(known)
    starts = DATES.get(spec.start, (HORIZON[0], HORIZON[-1]))
    first = range(starts[0], starts[1] + 1)
    nothing = [] if spec.start else [(0, -1)]
    if spec.end in DATES and spec.end_known <= now:
        last = range(DATES[spec.end][0], DATES[spec.end][1] + 1)
        return [(begun, over) for begun in first for over in last if begun <= over] + nothing
    if spec.end == "":
        return [(begun, over) for begun in first for over in HORIZON if begun <= over] + [(0, -1)]
    sure = min(now, spec.vouched)
    return [(begun, over) for begun in first for over in range(sure, HORIZON[-1])] + nothing


def truth(spec: Spec, window: tuple[int, int], known: str | None) -> Truth:
    """Certain if it covers every day of the window in every world, possible if one day in one."""
    if spec.start_known > clock(known):
        return Truth.IMPOSSIBLE
    days = range(*window)
    every, some = True, False
    for begun, over in worlds(spec, known):
        covered = [begun <= day <= over for day in days]
        every, some = every and all(covered), some or any(covered)
    if not some:
        return Truth.IMPOSSIBLE
    return Truth.CERTAIN if every and spec.capacity != "contested" else Truth.POSSIBLE


def verdict(specs: list[Spec], truths: list[Truth]) -> str:
    sure = [
        {
            one.person
            for one, true in zip(specs, truths, strict=True)
            if true == "certain" and one.capacity == c
        }
        for c in ("substantive", "acting")
    ]
    leading = sure[0] or sure[1]
    if leading:
        return "certain" if len(leading) == 1 else "several"
    open_to = [
        true
        for one, true in zip(specs, truths, strict=True)
        if true == "possible" and one.capacity != "designate"
    ]
    return "possible" if open_to else "nobody known"


specs = st.builds(
    Spec,
    person=st.integers(0, 3),
    start=st.sampled_from([*DATES, ""]),
    end=st.sampled_from([*DATES, "..", "..", ""]),
    capacity=st.sampled_from(CAPACITIES),
    vouched=st.integers(0, 40),
    start_known=st.integers(-20, 12),
    end_known=st.integers(-20, 40),
).filter(lambda spec: spec.possible)


@settings(max_examples=2000 if LARGE else 100)
@given(
    st.lists(specs, max_size=3),
    st.sampled_from([*WINDOWS.items()]),
    st.sampled_from(KNOWN),
)
def test_the_holders_are_those_of_all_possible_worlds(
    tenures: list[Spec], window: tuple[str, tuple[int, int]], known: str | None
) -> None:
    """How sure each tenure is and what they come to, by enumeration of every first and last day."""
    day, days = window
    knowledge = case([tenures])
    seat = holders(knowledge, "office/o0", day, known)
    truths = [truth(spec, days, known) for spec in tenures]
    expected = {
        f"tenure/to0-{number}": str(true)
        for number, true in enumerate(truths)
        if true is not Truth.IMPOSSIBLE
    }
    assert {one.tenure: str(one.truth) for one in seat.holdings} == expected
    assert seat.verdict == verdict(tenures, truths)
    assert seats(knowledge, day, known) == [seat]
    assert set(seat.holders) | set(seat.designates) == set(seat.holdings)


@settings(max_examples=2000 if LARGE else 100)
@given(specs, st.sampled_from([*WINDOWS]), st.integers(13, 40))
def test_an_end_that_was_not_known_is_never_used(spec: Spec, day: str, later: int) -> None:
    """The answer is that of a tenure still open then."""
    assume(spec.end in DATES)
    unknown = replace(spec, end_known=later)
    known = str(FIRST + timedelta(days=12))
    still = replace(spec, end="..")
    found, expected = (holders(case([[one]]), "office/o0", day, known) for one in (unknown, still))
    assert (found.verdict, found.holdings) == (expected.verdict, expected.holdings)
    assert all(one.claims == ("claim/to0-0-start",) for one in found.holdings)


# --- the same in SPARQL


def random_specs(chance: random.Random) -> list[Spec]:
    found: list[Spec] = []
    for _ in range(chance.randint(0, 3)):
        spec = Spec(
            person=chance.randint(0, 3),
            start=chance.choice([*DATES, ""]),
            end=chance.choice([*DATES, "..", ""]),
            capacity=chance.choice(CAPACITIES),
            vouched=chance.randint(0, 40),
            start_known=chance.randint(-20, 12),
            end_known=chance.randint(-20, 40),
        )
        found += [spec] if spec.possible else []
    return found


Row = tuple[str, str, str, str]
ASKED = [(day, known) for day in WINDOWS for known in KNOWN]


def told(seat: Seat) -> list[Row]:
    """The rows that SPARQL gives for a seat."""
    rows = [
        (str(one.truth), one.person.replace("person/p", "Person "), one.capacity, one.claims[0])
        for one in seat.holders
    ]
    return sorted(rows) or [("nobody known", "", "", "")]


def answered(rows: list[dict[str, object]]) -> list[Row]:
    columns = ("certainty", "holder", "capacity", "start_claim")
    found = [tuple(str(row.get(column, "")) for column in columns) for row in rows]
    return sorted(
        (sure, who, {"contestedHolder": "contested"}.get(what, what), f"claim/{claim}" if claim else "")
        for sure, who, what, claim in found
    )


def values(day: str, known: str | None, **more: str) -> dict[str, str]:
    return {"day": day, "known": known or "everything", **more}


def oxigraph(knowledge: Knowledge, folder: Path) -> Callable[[str], Result]:
    """Oxigraph over the quads of a case."""
    path = folder / "quads.nq"
    lines = quads.canonical(quads.statements(knowledge, samples.RECORDED))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    store.load(folder / "store", path)
    return partial(store.answer, store.open_read_only(folder / "store"))


def test_question_23_agrees_on_generated_cases(tmp_path: Path) -> None:
    """Every office of a random case, on every day asked, as known by every day."""
    chance = random.Random(23)
    knowledge = case(random_specs(chance) for _ in range(2000 if LARGE else 250))
    run = oxigraph(knowledge, tmp_path)
    compared = 0
    for day, known in chance.sample(ASKED, 20 if LARGE else 8):
        by_office: dict[str, list[dict[str, object]]] = {}
        for row in short(run(find("known-holders").with_parameters(values(day, known)))):
            by_office.setdefault(str(row["office_held"]), []).append(row)
        for seat in seats(knowledge, day, known):
            assert answered(by_office[knowledge.label(seat.office)]) == told(seat), (seat, day, known)
            compared += 1
    assert compared == (40_000 if LARGE else 2000)


def test_question_01_agrees_on_generated_cases(tmp_path: Path) -> None:
    """One office at a time, each on a day and a clock of its own."""
    chance = random.Random(1)
    compared = 0
    for number in range(8 if LARGE else 1):
        knowledge = case(random_specs(chance) for _ in range(250))
        folder = tmp_path / str(number)
        folder.mkdir()
        run = oxigraph(knowledge, folder)
        for office in sorted(one.key for one in knowledge.of_kind("office")):
            day, known = chance.choice(ASKED)
            expected = _first(told(holders(knowledge, office, day, known)))
            assert answered(_rows(run, office, day, known)) == expected, (office, day, known)
            compared += 1
    assert compared == (2000 if LARGE else 250)


def _rows(run: Callable[[str], Result], office: Key, day: str, known: str | None) -> list[dict[str, object]]:
    given = values(day, known, office=f"https://w3id.org/backchannel/id/{office}")
    return short(run(find("holder-of-office").with_parameters(given)))


def _first(rows: list[Row]) -> list[Row]:
    """Question 01 says that nobody is known in the column of the holder."""
    return [("unknown", "nobody known", "", "")] if rows[0][0] == "nobody known" else rows


def test_both_engines_agree_on_the_hard_days(tmp_path: Path) -> None:
    """The days on which a tenure begins at the latest or ends at the earliest, in rdflib's engine as well."""
    knowledge = case(
        [
            [Spec(0, "2029-01-11", "2029-01")],
            [Spec(0, "2029-01", "2029-01-11")],
            [Spec(0, "", "2029-01-11")],
            [Spec(0, "2029-01-11", "2029-01-11", "contested")],
        ]
    )
    both = engines(knowledge, tmp_path)
    found = {}
    for name, run in both.items():
        rows = partial(_rows, run, day="2029-01-11", known=None)
        found[name] = [answered(rows(f"office/o{number}"))[0][0] for number in range(4)]
    assert found["oxigraph"] == found["rdflib"] == ["certain", "certain", "possible", "possible"]


# --- cases by hand


def seat_of(*tenures: Spec, day: str = "2029-01-11", known: str | None = None) -> Seat:
    return holders(case([tenures]), "office/o0", day, known)


HELD = Spec(0, "2029-01-03", "..")
VERDICTS = {
    "nobody": ((), "nobody known"),
    "before": ((Spec(0, "2028-12-30", "2029-01-03"),), "nobody known"),
    "after": ((Spec(0, "2029-02-01", ".."),), "nobody known"),
    "a gap between two": (
        (Spec(0, "2028-12-30", "2029-01-03"), Spec(1, "2029-02-01", "..")),
        "nobody known",
    ),
    "one": ((HELD,), "certain"),
    "acting": ((replace(HELD, capacity="acting"),), "certain"),
    "acting beside the substantive": ((HELD, replace(HELD, person=1, capacity="acting")), "certain"),
    "two acting": (
        (replace(HELD, capacity="acting"), replace(HELD, person=1, capacity="acting")),
        "several",
    ),
    "two": ((HELD, replace(HELD, person=1)), "several"),
    "the same twice": ((HELD, HELD), "certain"),
    "a handover": ((Spec(0, "2029-01-03", "2029-01-11"), Spec(1, "2029-01-11", "..")), "several"),
    "one may have gone": ((Spec(0, "2029-01-03", "2029-01"), Spec(1, "2029-01-1X", "..")), "possible"),
    "one has come, one may have gone": (
        (Spec(0, "2029-01-03", "2029-01"), Spec(1, "2029-01-11", "..")),
        "certain",
    ),
    "designate": ((replace(HELD, capacity="designate"),), "nobody known"),
    "designate beside the holder": ((HELD, replace(HELD, person=1, capacity="designate")), "certain"),
    "contested": ((replace(HELD, capacity="contested"),), "possible"),
    "two claimants": (
        (replace(HELD, capacity="contested"), replace(HELD, person=1, capacity="contested")),
        "possible",
    ),
    "one undisputed": ((HELD, replace(HELD, person=1, capacity="contested")), "certain"),
    "unknown end": ((Spec(0, "2029-01-03", ""),), "possible"),
    "unknown start": ((Spec(0, "", "2029-02-01"),), "possible"),
    "no longer vouched for": ((replace(HELD, vouched=9),), "possible"),
}


@pytest.mark.parametrize(("tenures", "expected"), VERDICTS.values(), ids=VERDICTS)
def test_verdicts(tenures: tuple[Spec, ...], expected: str) -> None:
    """A gap is never filled, a designate never holds, a claimant is never certain."""
    assert seat_of(*tenures).verdict == expected
    assert len(VERDICTS) == 21


def test_designates_and_claimants_stand_apart() -> None:
    """The surest first; the designate is no holder."""
    seat = seat_of(
        replace(HELD, person=1, capacity="designate"), HELD, replace(HELD, person=2, capacity="contested")
    )
    assert [one.person for one in seat.holders] == ["person/p0", "person/p2"]
    assert [one.person for one in seat.designates] == ["person/p1"]


def test_a_month_is_certain_only_throughout() -> None:
    """And possible if some day of it is."""
    assert seat_of(Spec(0, "2029-01-03", "2029-02-01"), day="2029-01").verdict == "possible"
    assert seat_of(Spec(0, "2028-12-30", "2029-02-01"), day="2029-01").verdict == "certain"
    assert seat_of(Spec(0, "2028-12-30", "2029-02-01"), day="2029").verdict == "possible"


def test_what_is_no_office_or_no_day() -> None:
    """Wrong use is said in a sentence."""
    with pytest.raises(UnknownNameError, match="no office of the case"):
        holders(case([]), "office/none", "2029-01-01")
    with pytest.raises(UnknownNameError, match="no office of the case"):
        holders(case([]), "person/p0", "2029-01-01")
    with pytest.raises(DateError, match="28 days"):
        holders(case([[]]), "office/o0", "2029-02-30")
    with pytest.raises(DateError, match="not a day"):
        holders(case([[]]), "office/o0", "2029-01-01", "soon")


# --- the table


def test_the_table_says_what_was_known() -> None:
    """An end not known then is not shown; where nobody is known the row says so."""
    knowledge = case([[Spec(0, "2029-01-03", "2029-02-01", end_known=31)], []])
    then = seats(knowledge, "2029-01-11", "2029-01-20")
    (row, empty) = holders_table(knowledge, then, "2029-01-11", "2029-01-20").rows
    assert row[:6] == ("Office 00000", "certain", "Person 0", "substantive", "certain", "3 January 2029")
    assert (row[6], row[-1]) == ("still in office", ("claim/to0-0-start",))
    assert empty[:3] == ("Office 00001", "nobody known", "nobody known")
    later = seats(knowledge, "2029-01-11")
    (row, _) = holders_table(knowledge, later, "2029-01-11", None).rows
    assert (row[6], row[-1]) == ("1 February 2029", ("claim/to0-0-start", "claim/to0-0-end"))


def test_designates_and_claimants_have_a_table_of_their_own() -> None:
    """They never stand among the holders; machines get all in one table."""
    knowledge = case(
        [
            [HELD, replace(HELD, person=1, capacity="designate")],
            [replace(HELD, person=number, capacity="contested") for number in (1, 2)],
            [replace(HELD, person=3, capacity="designate")],
        ]
    )
    found = seats(knowledge, "2029-01-11")
    main = holders_table(knowledge, found, "2029-01-11", None)
    assert [row[2] for row in main.rows] == ["Person 0", "contested, see below", "nobody known"]
    apart = apart_table(knowledge, found, None)
    assert [(row[2], row[3], row[4]) for row in apart.rows] == [
        ("Person 1", "designate", "certain"),
        ("Person 1", "contested", "possible"),
        ("Person 2", "contested", "possible"),
        ("Person 3", "designate", "certain"),
    ]
    every = every_holding(knowledge, found, "2029-01-11", None)
    assert [row[2] for row in every.rows] == [
        "Person 0", "Person 1", "Person 1", "Person 2", "nobody known", "Person 3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("specs", "day", "words"),
    [
        ([], "2029-01-11", "on 11 January 2029: nobody known; that is no proof that the office was vacant"),
        ([HELD], "2029-01-11", "on 11 January 2029: certain; Person 0 held it"),
        (
            [replace(HELD, capacity="acting")],
            "2029-01-11",
            "on 11 January 2029: certain; Person 0 (acting) held it",
        ),
        (
            [HELD, replace(HELD, person=1)],
            "2029-01-11",
            "on 11 January 2029: several; Person 0 and Person 1 each held it, as at a handover",
        ),
        (
            [HELD],
            "2029-01",
            "in January 2029: possible; Person 0 may have held it, or did for a part of the time",
        ),
        (
            [replace(HELD, person=number, capacity="contested") for number in (1, 2)],
            "2029-01-11",
            "on 11 January 2029: possible; Person 1 (contested) or Person 2 (contested) may have held it",
        ),
    ],
)
def test_the_verdict_in_words(specs: list[Spec], day: str, words: str) -> None:
    """Every verdict as a sentence."""
    knowledge = case([specs])
    assert seat_words(knowledge, holders(knowledge, "office/o0", day), day, None) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2029-01-03", "..", ("3 January 2029", "still in office")),
        ("2029-01", "", ("January 2029", "unknown")),
        ("", "2029-01-1X", ("unknown", "between 10 January 2029 and 19 January 2029")),
        ("2029-01-06~", "2029-02", ("between 5 January 2029 and 7 January 2029", "February 2029")),
    ],
)
def test_dates_in_words(start: str, end: str, words: tuple[str, str]) -> None:
    """A date that is only roughly known stays rough."""
    one = tenure(0, OFFICE, Spec(0, start, end))
    assert held_words(one, known_stamp(None)) == words


def test_the_evidence_is_the_roster() -> None:
    """Who, where, how long as known, and what the roster names as its source."""
    knowledge = case([[Spec(0, "2029-01-03", "2029-02-01", end_known=31)]])
    (key,) = knowledge.tenures
    one = replace(knowledge.tenures[key], note="public\x1b record", known_inferred="taken to be known")
    knowledge = replace(knowledge, tenures={key: one})
    text = tenure_text(knowledge, "claim/to0-0-start", "2029-01-20")
    assert text.startswith("[to0-0-start] A report in the Gazette\n")
    assert "Person 0, Office 00000 (substantive): 3 January 2029 – still in office" in text
    assert "known from 2028-12-12 (taken to be known)" in text
    assert "source: public\N{REPLACEMENT CHARACTER} record" in text
    assert "1 February 2029" in tenure_text(knowledge, "claim/to0-0-end", None)


# --- the command


def run(out: Path, *arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(group, ["holder", *arguments, "--graph", str(out)])
    return found.exit_code, found.stdout, found.stderr


def test_command_by_title(seed_out: Path) -> None:
    """The title as it was understood, the verdict, the holder, and the roster's claims."""
    code, out, _ = run(
        seed_out, "der russische Verteidigungsminister", "--at", "2022-03-23", "--known", "2022-04-01"
    )
    assert code == 0
    assert "understood as: Russian Minister of Defence" in out
    assert "Sergei Shoigu" in out
    assert "certain" in out
    assert "[sergei-shoigu-ru-minister-of-defence-2012-11-06-start]" in out
    assert "2024" not in out  # nobody knew then when it would end


def test_command_says_that_nobody_is_acting(seed_out: Path) -> None:
    """The holder in full is named as such."""
    code, out, _ = run(seed_out, "acting US Secretary of Defense", "--at", "2022-03-23", "--no-evidence")
    assert code == 0
    assert "the title says 'acting', but the roster has nobody so on 23 March 2022" in out
    assert "substantive" in out


def test_command_nobody_known(seed_out: Path) -> None:
    """A gap is said to be one, and that it proves nothing."""
    code, out, _ = run(seed_out, "französischer Verteidigungsminister", "--at", "2022-03-23")
    assert code == 0
    assert "nobody known" in out
    assert "no proof that the office was vacant" in out
    assert "Lecornu" not in out


def test_command_all_offices(seed_out: Path) -> None:
    """One row an office, or more where several held it; JSON and CSV hold the same."""
    code, out, _ = run(seed_out, "--at", "2022-10-23", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert len({row["office"] for row in rows}) == 22
    assert sum(row["verdict"] == "nobody known" for row in rows) == 4
    code, out, _ = run(seed_out, "--at", "2022-10-23", "--format", "json")
    assert (code, len(json.loads(out))) == (0, len(rows))


def test_command_on_the_last_day_published(seed_out: Path) -> None:
    """Without --at: the day that the documents known by then reach to."""
    code, out, _ = run(seed_out, "US-Verteidigungsminister", "--known", "2022-04-01", "--no-evidence")
    assert code == 0
    assert "Lloyd Austin" in out
    assert "March 2022" in out


def test_command_on_a_handover(seed_out: Path) -> None:
    """Two on one day are several, never one of them."""
    code, out, _ = run(seed_out, "секретарь Совета безопасности России", "--at", "2024-05-12")
    assert code == 0
    assert "several" in out
    assert "Nikolai Patrushev" in out
    assert "Sergei Shoigu" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("der Verteidigungsminister",), "may mean"),
        (("the Freedonian defence minister",), "no office"),
        (("der ehemalige russische Verteidigungsminister",), "former"),
        (("US Secretary of Defense", "--at", "2022-02-30"), "28 days"),
        (("US Secretary of Defense", "--known", "yesterday"), "not a day"),
    ],
)
def test_command_misuse(seed_out: Path, arguments: tuple[str, ...], message: str) -> None:
    """An error of ours, in a sentence."""
    found = CliRunner().invoke(group, ["holder", *arguments, "--graph", str(seed_out)])
    assert isinstance(found.exception, BackchannelError)
    assert message in str(found.exception)


def test_holdings_are_plain_values() -> None:
    """They compare and sort without surprises."""
    seat = seat_of(HELD)
    assert seat.holdings == (
        Holding(
            "office/o0", "person/p0", "substantive", Truth.CERTAIN, "tenure/to0-0", ("claim/to0-0-start",)
        ),
    )
