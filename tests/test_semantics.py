"""One meaning of certain, possible, impossible and known: Python against going through all days, then
SPARQL in two engines, the page's JavaScript and every query of ours against Python."""

from __future__ import annotations

import doctest
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyoxigraph
import pytest
import rdflib
from browser import new_tab
from conftest import LARGE
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from test_bounds import DAYS, ENDS, Meaning, counted, dates, midnight, possible_days, sensible, sets, written

from backchannel.graph import semantics
from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, occurrence, ordered, state
from backchannel.graph.clock import EVERYTHING, day_bounds, known_stamp
from backchannel.graph.semantics import SPARQL, Truth, conjunction, disjunction, hull, intersect

ROOT = Path(__file__).parent.parent
EXAMPLES = settings(
    max_examples=2000 if LARGE else 100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
ROWS = 2000 if LARGE else 400
FLOOR, CEILING = 0, len(DAYS) - 1


def judged(of_all: bool, of_some: bool) -> Truth:
    """The value of a statement by the possible worlds in which it is true."""
    return Truth.CERTAIN if of_all else Truth.POSSIBLE if of_some else Truth.IMPOSSIBLE


# --- occurrences: every half day on which it may have happened


OCCURRENCES = st.one_of(dates(), sets(), st.tuples(ENDS, ENDS).filter(lambda two: sensible(*two)))
Happened = Meaning | tuple[Meaning | str, Meaning | str]


def span(value: Happened) -> tuple[int | None, int | None]:
    """Positions of its first and last possible day; None: no limit on that side."""
    first, last = value if isinstance(value, tuple) else (value, value)
    begun = None if isinstance(first, str) or first.open_before else first.hull()[0]
    over = None if isinstance(last, str) or last.open_after else last.hull()[1]
    return begun, over


def text_of(value: Happened) -> str:
    return f"{written(value[0])}/{written(value[1])}" if isinstance(value, tuple) else value.text


def exists(value: Happened) -> bool:
    return isinstance(value, tuple) or value.exists()


def halves(value: Happened, floor: int, ceiling: int) -> npt.NDArray[np.int64]:
    """Every half day on which it may have happened; without a limit, beyond all that is asked about."""
    begun, over = span(value)
    return np.arange(2 * (floor if begun is None else begun), 2 * (ceiling if over is None else over) + 2)


def around(*values: Happened) -> tuple[int, int]:
    """Days before and after all that is bounded here."""
    found = [position for value in values for position in span(value) if position is not None]
    middle = len(DAYS) // 2
    return min(found, default=middle) - 400, max(found, default=middle) + 400


@st.composite
def windows(draw: st.DrawFn, *values: Happened) -> tuple[int, int]:
    """A first and a last day near to the limits of some values."""
    limits = [position for value in values for position in span(value) if position is not None]
    near = draw(st.sampled_from(limits or [len(DAYS) // 2])) + draw(st.integers(-3, 3))
    length = draw(st.sampled_from([0, 0, 1, 6, 30, 365]))
    first = near if draw(st.booleans()) else near - length
    return first, first + length


@given(st.data(), OCCURRENCES)
@EXAMPLES
def test_within_a_window_is_what_going_through_all_half_days_says(
    data: st.DataObject, value: Happened
) -> None:
    assume(exists(value))
    first, last = data.draw(windows(value))
    worlds = halves(value, *around(value))
    inside = (worlds >= 2 * first) & (worlds < 2 * last + 2)
    found = semantics.truth_within(occurrence(text_of(value)), midnight(first), midnight(last + 1))
    assert found is judged(bool(inside.all()), bool(inside.any()))


@given(OCCURRENCES, OCCURRENCES)
@EXAMPLES
def test_before_is_what_going_through_all_pairs_of_half_days_says(one: Happened, other: Happened) -> None:
    assume(exists(one) and exists(other))
    floor, ceiling = around(one, other)
    before = np.less.outer(halves(one, floor, ceiling), halves(other, floor, ceiling))
    found = semantics.truth_before(occurrence(text_of(one)), occurrence(text_of(other)))
    assert found is judged(bool(before.all()), bool(before.any()))


# --- states: every pair of a day on which it may have begun and one on which it may have ended


@given(st.data(), ENDS, ENDS, st.integers(-40, 800))
@EXAMPLES
def test_at_a_window_is_what_going_through_all_beginnings_and_ends_says(
    data: st.DataObject, start: Meaning | str, end: Meaning | str, later: int
) -> None:
    assume(sensible(start, end))
    first, last = data.draw(windows((start, end)))
    vouched = (span((start, end))[0] or len(DAYS) // 2) + later if end == ".." else None
    certain, possible = held_days(start, end, vouched)
    stamp = None if vouched is None else midnight(vouched)
    found = semantics.truth_at(
        state(f"{written(start)}/{written(end)}", stamp), midnight(first), midnight(last + 1)
    )
    window = slice(first, last + 1)
    assert found is judged(bool(certain[window].all()), bool(possible[window].any()))


def held_days(
    start: Meaning | str, end: Meaning | str, vouched: int | None
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """The days on which it held in every world, and in any. An open end lies anywhere from the last day
    that is vouched for; what is unknown makes nothing certain."""
    starts = possible_days(start, FLOOR, CEILING)
    ends = possible_days(end, FLOOR, CEILING)
    if isinstance(end, str):
        ends = np.arange(FLOOR if vouched is None else vouched - 1, CEILING + 1, 25)
        ends = np.append(ends, CEILING)
    certain, possible = counted(starts, ends, len(DAYS))
    certain[:] &= "" not in (start, end)
    if vouched is not None:
        certain[vouched:] = False
    return certain, possible


# --- several bounds of one thing: every interval between half days that none of them excludes

GRID = 6
STAMPS = [BEGINNING, *(f"2029-01-{day:02d}T00:00:00Z" for day in range(2, GRID + 1)), END]
MOMENTS = range(2 * GRID)
INTERVALS = [(first, after) for first in range(2 * GRID) for after in range(first + 1, 2 * GRID + 1)]


@st.composite
def bounds_of_states(draw: st.DrawFn) -> Bounds:
    four = sorted(draw(st.lists(st.integers(0, GRID), min_size=4, max_size=4)))
    assume(four[0] < four[3])
    if draw(st.booleans()):
        four[1:3] = [GRID, 0]
    return ordered(STAMPS[four[0]], STAMPS[four[1]], STAMPS[four[2]], STAMPS[four[3]])


def allowed(bounds: Bounds) -> set[tuple[int, int]]:
    """The intervals of time during which a state with such bounds may have held."""
    earliest, certain_from, certain_until, latest = (
        2 * STAMPS.index(stamp)
        for stamp in (bounds.earliest, bounds.certain_from, bounds.certain_until, bounds.latest)
    )
    return {
        (first, after)
        for first, after in INTERVALS
        if earliest <= first
        and after <= latest
        and (certain_from >= certain_until or (first <= certain_from and certain_until <= after))
    }


def bounded(intervals: set[tuple[int, int]]) -> Bounds:
    """The bounds of a set of intervals, read off half day by half day."""
    sure = [moment for moment in MOMENTS if all(first <= moment < after for first, after in intervals)]
    limits = min(first for first, _ in intervals), max(after for _, after in intervals)
    certain = (min(sure) // 2, max(sure) // 2 + 1) if sure else (GRID, 0)
    return Bounds(*(STAMPS[at] for at in (limits[0] // 2, *certain, (limits[1] + 1) // 2)))


@given(st.lists(bounds_of_states(), min_size=1, max_size=4))
@EXAMPLES
def test_what_several_allow_together_is_what_is_left_of_all_intervals(several: list[Bounds]) -> None:
    left = set.intersection(*map(allowed, several))
    assert intersect(several) == (bounded(left) if left else None)


@given(st.lists(bounds_of_states(), min_size=1, max_size=4))
@EXAMPLES
def test_what_any_of_several_allows_is_the_union_of_all_intervals(several: list[Bounds]) -> None:
    assert hull(several) == bounded(set.union(*map(allowed, several)))


# --- the logic


TRUTHS = list(Truth)
# As numbers: what is at least true of both, of either (Kleene 1952, par. 64: minimum and maximum).
DEGREE = {Truth.IMPOSSIBLE: 0, Truth.POSSIBLE: 1, Truth.CERTAIN: 2}


def test_the_logic_is_kleene_s() -> None:
    cases = 0
    for one, other in product(TRUTHS, TRUTHS):
        assert DEGREE[conjunction([one, other])] == min(DEGREE[one], DEGREE[other])
        assert DEGREE[disjunction([one, other])] == max(DEGREE[one], DEGREE[other])
        cases += 1
    assert cases == 9
    assert (conjunction([]), disjunction([])) == (Truth.CERTAIN, Truth.IMPOSSIBLE)


@pytest.mark.parametrize("together", [conjunction, disjunction])
def test_the_laws_hold(together: Callable[[Sequence[Truth]], Truth]) -> None:
    cases = 0
    for one, two, three in product(TRUTHS, repeat=3):
        assert together([one, one]) is one
        assert together([one, two]) is together([two, one])
        assert together([together([one, two]), three]) is together([one, together([two, three])])
        assert together([one, two, three]) is together([together([one, two]), three])
        if DEGREE[one] <= DEGREE[two]:
            assert DEGREE[together([one, three])] <= DEGREE[together([two, three])]
        cases += 1
    assert cases == 27


def test_each_absorbs_the_other_and_distributes_over_it() -> None:
    for one, two, three in product(TRUTHS, repeat=3):
        assert conjunction([one, disjunction([one, two])]) is one
        assert disjunction([one, conjunction([one, two])]) is one
        left = conjunction([one, disjunction([two, three])])
        assert left is disjunction([conjunction([one, two]), conjunction([one, three])])


def test_certain_and_impossible_exclude_each_other() -> None:
    """Whatever is certain is possible, for every kind of bounds: truth never hides a contradiction."""
    rng = random.Random(2)
    for _ in range(ROWS):
        bounds, (start, end) = any_bounds(rng), any_window(rng)
        for sure, maybe in (
            (semantics.certainly_at, semantics.possibly_at),
            (semantics.certainly_within, semantics.possibly_within),
        ):
            assert not sure(bounds, start, end) or maybe(bounds, start, end)
    assert UNKNOWN.certain is False


# --- one row of stamps for each engine

DAYS_TRIED = [f"2029-01-{day:02d}T00:00:00Z" for day in range(1, 9)]
NAMES = [
    *("earliest", "certainFrom", "certainUntil", "latest", "start", "end"),
    *("known", "knownFrom", "withdrawnFrom", "earliest1", "latest1", "earliest2", "latest2"),
]


def any_bounds(rng: random.Random) -> Bounds:
    """Bounds between some days, open on either side at times, with a certain part at times."""
    first, last = sorted(rng.sample(range(len(DAYS_TRIED)), 2))
    earliest = rng.choice([BEGINNING, DAYS_TRIED[first], DAYS_TRIED[first]])
    latest = rng.choice([END, DAYS_TRIED[last], DAYS_TRIED[last]])
    if rng.random() < 0.4:
        return Bounds(earliest, END, BEGINNING, latest)
    inner = [DAYS_TRIED[at] for at in sorted(rng.choices(range(first, last + 1), k=2))]
    sure = rng.choice([inner[0], earliest]), rng.choice([inner[1], latest])
    return ordered(earliest, *sure, latest)


def any_window(rng: random.Random) -> tuple[str, str]:
    first, last = sorted(rng.sample(range(len(DAYS_TRIED)), 2))
    return rng.choice([DAYS_TRIED[first]] * 5 + [BEGINNING]), rng.choice([DAYS_TRIED[last]] * 5 + [END])


def any_row(rng: random.Random) -> dict[str, str]:
    bounds, one, other = any_bounds(rng), any_bounds(rng), any_bounds(rng)
    values = [bounds.earliest, bounds.certain_from, bounds.certain_until, bounds.latest, *any_window(rng)]
    values += [rng.choice([*DAYS_TRIED, EVERYTHING]), rng.choice([*DAYS_TRIED, EVERYTHING])]
    values += [rng.choice([*DAYS_TRIED, END]), one.earliest, one.latest, other.earliest, other.latest]
    return dict(zip(NAMES, values, strict=True))


def in_python(row: dict[str, str]) -> dict[str, bool]:
    """What Python says of a row, by the names of the SPARQL fragments."""
    bounds = Bounds(row["earliest"], row["certainFrom"], row["certainUntil"], row["latest"])
    one, other = (Bounds(row[f"earliest{n}"], END, BEGINNING, row[f"latest{n}"]) for n in (1, 2))
    window = (row["start"], row["end"])
    return {
        "possibly_at": semantics.possibly_at(bounds, *window),
        "certainly_at": semantics.certainly_at(bounds, *window),
        "possibly_within": semantics.possibly_within(bounds, *window),
        "certainly_within": semantics.certainly_within(bounds, *window),
        "possibly_before": semantics.possibly_before(one, other),
        "certainly_before": semantics.certainly_before(one, other),
        "known_by": semantics.known_by(row["knownFrom"], row["known"]),
        "live": semantics.live(row["knownFrom"], row["withdrawnFrom"], row["known"]),
    }


def rows(number: int) -> list[dict[str, str]]:
    rng = random.Random(5)
    return [any_row(rng) for _ in range(number)]


def test_every_fragment_is_a_function_and_every_row_says_something() -> None:
    assert set(in_python(rows(1)[0])) == set(SPARQL)
    said = Counter((name, value) for row in rows(ROWS) for name, value in in_python(row).items())
    assert len(said) == 2 * len(SPARQL)
    assert min(said.values()) > ROWS / 30, said


def query(rows_of: Sequence[dict[str, str]]) -> str:
    """One query in plain SPARQL 1.1 that gives each fragment's answer for each row."""
    values = "\n".join(
        f"({number} {' '.join(f'{stamp!r}^^xsd:dateTime' for stamp in row.values())})"
        for number, row in enumerate(rows_of)
    )
    columns = " ".join(f"({fragment} AS ?{name})" for name, fragment in SPARQL.items())
    variables = " ".join(f"?{name}" for name in NAMES)
    return (
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
        f"SELECT ?row {columns} WHERE {{ VALUES (?row {variables}) {{ {values} }} }} ORDER BY ?row"
    )


def test_oxigraph_says_the_same() -> None:
    tried = rows(2000)
    found = pyoxigraph.Store().query(query(tried))
    answers = [{name: one[name].value == "true" for name in SPARQL} for one in found]  # type: ignore[union-attr]
    assert answers == [in_python(row) for row in tried]
    assert len(answers) == 2000


def test_rdflib_says_the_same() -> None:
    tried = rows(2000 if LARGE else 150)
    answers = []
    for begun in range(0, len(tried), 150):
        found = rdflib.Graph().query(query(tried[begun : begun + 150]))
        answers += [{name: bool(one[name].toPython()) for name in SPARQL} for one in found]  # type: ignore[index]
    assert answers == [in_python(row) for row in tried]
    assert len(answers) == len(tried) >= 150


# --- the page

SOURCES = ROOT / "exports" / "page" / "src"
PAGE = {
    "possibly_within": "possiblyWithin",
    "possibly_at": "possiblyAt",
    "certainly_at": "certainlyAt",
    "certainly_within": "certainlyWithin",
    "possibly_before": "possiblyBefore",
    "certainly_before": "certainlyBefore",
    "known_by": "knownBy",
    "live": "live",
}
ASK = """rows => rows.map(row => ({
  possibly_within: semantics.possiblyWithin(row, row.start, row.end),
  possibly_at: semantics.possiblyAt(row, row.start, row.end),
  certainly_at: semantics.certainlyAt(row, row.start, row.end),
  certainly_within: semantics.certainlyWithin(row, row.start, row.end),
  possibly_before: semantics.possiblyBefore(
    {earliest: row.earliest1, latest: row.latest1}, {earliest: row.earliest2, latest: row.latest2}),
  certainly_before: semantics.certainlyBefore(
    {earliest: row.earliest1, latest: row.latest1}, {earliest: row.earliest2, latest: row.latest2}),
  known_by: semantics.knownBy(row.knownFrom, row.known),
  live: semantics.live({known: row.knownFrom, withdrawn: row.withdrawnFrom}, row.known),
}))"""


def module(name: str, constants: str = "") -> str:
    """A module's source without its imports, and all that it exports as one object of its name."""
    source = (SOURCES / f"{name}.js").read_text(encoding="utf-8")
    exported = re.findall(r"^export (?:const|function) (\w+)", source, re.MULTILINE)
    body = re.sub(r"^import .*$", "", source, flags=re.MULTILINE)
    return f"{constants}\n{body}\nwindow.{name} = {{ {', '.join(exported)} }};"


def sentinels() -> str:
    """The constants of data.js, which itself can only be read in a page with data."""
    text = (SOURCES / "data.js").read_text(encoding="utf-8")
    found = re.findall(r"^export (const (?:BEGINNING|END|EVERYTHING) = .*)$", text, re.MULTILINE)
    assert len(found) == 3
    return "\n".join(found)


def test_the_page_says_the_same(browser: Browser) -> None:
    tried = rows(2000)
    with new_tab(browser) as page:
        page.set_content("<!doctype html><title>-</title>")
        page.add_script_tag(type="module", content=module("semantics"))
        page.wait_for_function("() => window.semantics")
        answers = page.evaluate(ASK, tried)
        exported = page.evaluate("Object.keys(semantics)")
        fragments = page.evaluate("semantics.SPARQL")
    assert sorted(exported) == sorted(["SPARQL", *PAGE.values()])
    assert fragments == {PAGE[name]: text for name, text in SPARQL.items() if PAGE.get(name) in fragments}
    assert len(fragments) == 3
    assert answers == [{name: said[name] for name in PAGE} for said in map(in_python, tried)]
    assert len(answers) == 2000


def test_the_page_s_days_begin_and_end_when_python_s_do(browser: Browser) -> None:
    rng = random.Random(9)
    tried = [
        f"{rng.randint(1, 9998):04d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" for _ in range(2000)
    ]
    tried += ["0001-01-01", "0099-12-31", "2024-02-29", "1900-02-28", "2022-12-31", "9998-12-31"]
    with new_tab(browser) as page:
        page.set_content("<!doctype html><title>-</title>")
        page.add_script_tag(type="module", content=module("days", sentinels()))
        page.wait_for_function("() => window.days")
        answers = page.evaluate(
            "tried => tried.map(day => [days.start(day), days.after(day), days.moment(day)])", tried
        )
        blank = page.evaluate("[days.start(''), days.after(''), days.moment('')]")
    assert answers == [[*day_bounds(day), known_stamp(day)] for day in tried]
    assert blank == [BEGINNING, END, known_stamp(None)]


# What orders or widens is no judgement about time; a bound against another, or against the clock, is one.
JUDGEMENT = re.compile(
    r"\.(?:earliest|latest|known|withdrawn|since|until|ended)\s*(?:<=?|>=?)|"
    r"(?:<=?|(?<!=)>=?)\s*\w+(?:\.\w+)*\.(?:earliest|latest|known|withdrawn|since|until|ended)\b"
)
ORDERING = {
    # the first and the last day of the bar of time
    "version.earliest < least ? version.earliest : least",
    "version.latest > most ? version.latest : most",
    # the rows of a list, by their beginnings
    "a.version.earliest < b.version.earliest ? -1 : 1",
    # an end or a limit that there is at all
    "one.ended < END",
    "row.latest < EVERYTHING",
}


def test_the_page_compares_times_in_one_module_only() -> None:
    read = 0
    for path in sorted(SOURCES.glob("*.js")):
        if path.name == "semantics.js":
            continue
        text = path.read_text(encoding="utf-8")
        for harmless in ORDERING:
            text = text.replace(harmless, "")
        code = "\n".join(line.split("//")[0] for line in text.splitlines())
        assert JUDGEMENT.findall(code) == [], path.name
        read += 1
    assert read >= 20


# --- the queries: which comparisons of times they make, whatever they call their variables

QUERIES = sorted((ROOT / "ontology" / "questions").glob("*.rq")) + sorted(
    (ROOT / "ontology" / "checks").glob("*.rq")
)
TIMES = {
    *("earliest", "latest", "certainFrom", "certainUntil", "firstDay", "lastDay"),
    *("knownFrom", "withdrawnFrom", "published", "knownDay"),
}
VARIABLE = re.compile(r"\?\w+")
STAMP = r'"[^"]*"\^\^xsd:dateTime'
OPERAND = rf"(?:\?\w+|{STAMP}|-?\d+|[A-Z]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"
COMPARED = re.compile(rf"({OPERAND})\s*(<=|>=|!=|<|>|=)\s*({OPERAND})")
CONSTANTS = {EVERYTHING: "EVERYTHING", END: "END", BEGINNING: "BEGINNING"}
TURNED = {">": "<", ">=": "<=", "<": "<", "<=": "<=", "=": "=", "!=": "!="}

# Comparisons that are fragments of SPARQL, or their halves; a set of possible instants is written 'earliest'
# and 'latest', that of a window 'start' and 'end'.
OF_THE_SET = {
    "knownFrom <= known": "known_by",
    "published <= known": "known_by, of a citation",
    "knownFrom/published <= known": "known_by, of a claim or a citation",
    "withdrawnFrom <= known": "known_by, of a withdrawal",
    "known < withdrawnFrom": "live",
    "EVERYTHING < withdrawnFrom": "live, at the end of all publications",
    "earliest < end": "possibly_at, possibly_within",
    "start < latest": "possibly_at, possibly_within",
    "start <= earliest": "certainly_within",
    "latest <= end": "certainly_within",
    "certainFrom <= start": "certainly_at",
    "end <= certainUntil": "certainly_at",
    "end <= certainUntil/known": "certainly_at, as far as the clock of publication vouches",
    "earliest < latest": "possibly_before, both ways: they may meet; intersect leaves something",
    "latest <= earliest": "certainly_before",
    "firstDay <= lastDay": "intersect leaves something, in whole days",
    "lastDay < firstDay": "certainly_before, in whole days",
}
# Whether there is a bound on that side, or a day of publication, at all.
SENTINELS = {
    *("BEGINNING < earliest", "latest < END", "certainFrom < END", "BEGINNING < certainUntil"),
    *("earliest != BEGINNING", "latest != END", "earliest = BEGINNING", "latest = END"),
    *("published < EVERYTHING", "knownFrom < EVERYTHING", "certainUntil/earliest < EVERYTHING"),
}
# Comparisons beside the set, each for a reason that stands in the file.
POLICIES = {
    "certainFrom < earliest": "inside a silence, its first day left out",
    "latest < certainUntil": "inside a silence, its last day left out",
    "earliest < certainUntil": "possibly inside the certain part of a silence",
    "certainFrom < latest": "possibly inside the certain part of a silence",
    "certainFrom < certainUntil": "two tenures certainly overlap",
    "certainFrom < end": "certainly held at some time of the window: the note of question 11",
    "start < certainUntil": "certainly held at some time of the window: the note of question 11",
    "known < certainUntil": "a start vouches for no day after the one from which one looks",
    "firstDay < dayNumber": "the day asked about, in whole days",
    "lastDay < dayNumber": "the day asked about, in whole days",
    "earliest < start": "a silence claimed from before the day asked about",
    "start <= latest": "a silence claimed to the day asked about",
    "dayNumber/lastDay < lastDay": "a silence claimed longer than the last contact",
    "firstDay = number": "no first day: a sentinel of the question",
    "lastDay = number": "no last day: a sentinel of the question",
    "number < firstDay": "no first day: a sentinel of the question",
    "knownDay < lastDay": "made public before the last possible day",
    "start < knownFrom": "made public within a window",
    "knownFrom <= end": "made public within a window",
    "published < published": "a chain out of order",
    "knownFrom < knownFrom": "published before what it corrects",
    "knownFrom <= earliest": "known before it can have begun",
    "knownFrom <= certainUntil/earliest": "known before it can have begun",
    "knownFrom < certainUntil/earliest": "known before it can have ended",
    "shifted latest <= shifted start": "the same day somewhere on Earth: the note of question 1",
    "shifted end <= shifted earliest": "the same day somewhere on Earth: the note of question 1",
}

KNOWN_WAYS = {*OF_THE_SET, *SENTINELS, *POLICIES}


def roles(text: str) -> dict[str, set[str]]:
    """What the variables of a query hold: a property of time, a parameter, or what was made of such."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, variable in re.findall(r"bc:(\w+)\s+(\?\w+)", text):
        if name in TIMES:
            found[variable].add(name)
    for name, kind in re.findall(r"^# param (\w+): (known|day)", text, re.MULTILINE):
        if kind == "known":
            found[f"?{name}"].add("known")
        else:
            for column, role in ((name, "start"), (f"{name}_end", "end"), (f"{name}_number", "dayNumber")):
                found[f"?{column}"].add(role)
    for _ in range(6):
        for source, target in made_of(text):
            found[target] |= found[source]
    return found


def made_of(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a variable and another that takes its values from it."""
    for chosen, target in re.findall(r"\(((?:MAX|MIN|SAMPLE|IF|COALESCE)\(.*?\)) AS (\?\w+)\)", text):
        for value in re.findall(r"[(,]\s*(?:DISTINCT )?(\?\w+)\s*(?=[,)])", chosen):
            yield value, target


def comparisons(text: str) -> list[str]:
    """Every comparison of a query in which a time has part, by what is compared."""
    code = re.sub(r"^#(?! param).*$", "", text, flags=re.MULTILINE)
    known = roles(code)
    found = []
    for left, operator, right in COMPARED.findall(code):
        names = [named(side, known) for side in (left, right)]
        if any(names):
            one, other = (name or unnamed(side) for name, side in zip(names, (left, right), strict=True))
            if operator in (">", ">="):
                one, other = other, one
            found.append(f"{one} {TURNED[operator]} {other}")
    return found


def named(operand: str, known: dict[str, set[str]]) -> str:
    """The roles of an operand; '' where it is no time."""
    if operand.startswith("STRDT("):
        return f"shifted {named(VARIABLE.findall(operand)[0], known)}"
    if operand.startswith("COALESCE("):
        operand = VARIABLE.findall(operand)[0]
    return "/".join(sorted(known.get(operand, ())))


def unnamed(operand: str) -> str:
    if operand.startswith('"'):
        return CONSTANTS.get(operand.split('"')[1], operand)
    return "number" if operand.lstrip("-").isdigit() else operand


def test_queries_compare_times_in_known_ways_only() -> None:
    counts: Counter[str] = Counter()
    strange = []
    for path in QUERIES:
        for shape in comparisons(path.read_text(encoding="utf-8")):
            counts[shape] += 1
            if shape not in KNOWN_WAYS:
                strange.append(f"{path.name}: {shape}")
    assert strange == []
    of_the_set = sum(counts[shape] for shape in OF_THE_SET)
    assert len(QUERIES) >= 44
    assert of_the_set > 150
    assert of_the_set > 4 * sum(counts[shape] for shape in POLICIES)


RIGHT = """# param during: day = 2022-09
# param known: known = everything
SELECT * WHERE {
  VALUES (?during ?during_end ?known) { (UNDEF UNDEF UNDEF) }  # parameters
  { SELECT (MAX(?e) AS ?e_max) (MIN(?e) AS ?e_min) (MIN(?l) AS ?l_min) WHERE {
    ?claim bc:earliest ?e ; bc:latest ?l ; bc:knownFrom ?k ; bc:withdrawnFrom ?w .
    FILTER(?k <= ?known && ?w > ?known)
  } }
  BIND(IF(?e_max < ?l_min, ?e_max, ?e_min) AS ?from)
  FILTER(?from < ?during_end && COALESCE(?l_min, "9999-12-31T23:59:59Z"^^xsd:dateTime) > ?during)
}"""


@pytest.mark.parametrize(
    ("right", "wrong", "shape"),
    [
        ("?k <= ?known", "?k < ?known", "knownFrom < known"),
        ("?w > ?known", "?w >= ?known", "known <= withdrawnFrom"),
        ("?from < ?during_end", "?from <= ?during_end", "earliest <= end"),
        (") > ?during", ") >= ?during", "start <= latest"),
        (") > ?during", ") > ?during_end", "end < latest"),
        ("?e_max < ?l_min,", "?l_min < ?e_max,", "latest < earliest"),
        ("?e_max < ?l_min,", "?e_max = ?l_min,", "earliest = latest"),
    ],
)
def test_a_comparison_the_wrong_way_round_would_be_seen(right: str, wrong: str, shape: str) -> None:
    assert len(comparisons(RIGHT)) == 5
    assert set(comparisons(RIGHT)) <= set(OF_THE_SET)
    assert right in RIGHT
    assert shape in comparisons(RIGHT.replace(right, wrong))
    assert shape not in OF_THE_SET


def test_examples_in_docstrings_hold() -> None:
    result = doctest.testmod(semantics)
    assert result.failed == 0
    assert result.attempted >= 15
