"""The four bounds are what going through every possible day, and every pair of days, gives.

The oracle below shares no code with the parser: values are made together with the days they mean,
found by matching the digits of every day from 1985 to 2119.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from backchannel.graph import bounds as b
from backchannel.graph import semantics as m
from backchannel.graph.bounds import BEGINNING, END, PADDING, UNKNOWN, Bounds, occurrence, state
from backchannel.graph.errors import DateError

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
EXAMPLES = settings(
    max_examples=2500 if LARGE else 100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

Flags = npt.NDArray[np.bool_]

FIRST, LAST = date(1985, 1, 1), date(2119, 12, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
DIGITS = np.array([[int(digit) for digit in f"{day:%Y%m%d}"] for day in DAYS], dtype=np.int8)
MONTHS = np.array([day.month for day in DAYS])
# The days of January and February as digits of the year before, to which their winter belongs.
SHIFTED = np.array([[int(digit) for digit in f"{day.year - 1:04d}"] for day in DAYS], dtype=np.int8)

# The policy of docs/time.md, written out once more.
POLICY = {"day": 1, "month": 10, "season": 30, "year": 90, "decade": 730, "century": 3650}

# Codes of ISO 8601-2 for parts of a year, as months; a minus: the month is of the year before's end.
SPRING, SUMMER, AUTUMN, WINTER = {3, 4, 5}, {6, 7, 8}, {9, 10, 11}, {12, -1, -2}
PARTS_OF_YEAR = dict(
    zip(range(21, 33), [SPRING, SUMMER, AUTUMN, WINTER] * 2 + [AUTUMN, WINTER, SPRING, SUMMER], strict=True)
)
PARTS_OF_YEAR |= {33: {1, 2, 3}, 34: {4, 5, 6}, 35: {7, 8, 9}, 36: {10, 11, 12}}
PARTS_OF_YEAR |= {37: {1, 2, 3, 4}, 38: {5, 6, 7, 8}, 39: {9, 10, 11, 12}}
PARTS_OF_YEAR |= {40: {1, 2, 3, 4, 5, 6}, 41: {7, 8, 9, 10, 11, 12}}


@dataclass(frozen=True)
class Meaning:
    """A text and the days it can mean; ``open`` on a side means no limit there."""

    text: str
    days: Flags = field(repr=False)
    padding: int = 0
    open_before: bool = False
    open_after: bool = False

    def exists(self) -> bool:
        return bool(self.days.any())

    def hull(self) -> tuple[int, int]:
        """Positions in DAYS of the first and the last possible day, padded."""
        found = np.flatnonzero(self.days)
        return int(found[0]) - self.padding, int(found[-1]) + self.padding


@lru_cache(maxsize=4096)
def matching(digits: str, shifted: bool = False) -> Flags:
    """The days whose first digits match, X matching all."""
    fits = np.ones(len(DAYS), dtype=bool)
    for column, digit in enumerate(digits):
        if digit != "X":
            fits &= (SHIFTED if shifted else DIGITS)[:, column] == int(digit)
    return fits


@lru_cache(maxsize=4096)
def months_of(year: str, code: int) -> Flags:
    """The days of a season or part of a year."""
    wanted = PARTS_OF_YEAR[code]
    same = np.isin(MONTHS, [month for month in wanted if month > 0]) & matching(year)
    following = np.isin(MONTHS, [-month for month in wanted if month < 0]) & matching(year, shifted=True)
    return same | following


def vague(lowest: int, highest: int, *patterns: str) -> st.SearchStrategy[str]:
    plain = st.integers(lowest, highest).map(lambda number: f"{number:02d}")
    return st.one_of(plain, plain, st.sampled_from(patterns))


NARROW_YEARS = st.integers(2021, 2024).map(str)
WIDE_YEARS = st.one_of(NARROW_YEARS, st.sampled_from(["202X", "20XX", "20X4", "199X"]))
MONTH_PARTS = vague(1, 12, "XX", "0X", "1X", "X1", "X2")
DAY_PARTS = vague(1, 31, "XX", "0X", "1X", "2X", "3X", "X1", "X9", "X0")
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


def coarseness(parts: list[str]) -> list[str]:
    """What each part is worth to the policy of padding."""
    year = ["year", "decade", "century", "century", "century"][parts[0].count("X")]
    words = [year]
    if len(parts) > 1:
        number = parts[1]
        words.append(
            "season" if "X" not in number and int(number) > 20 else "year" if "X" in number else "month"
        )
    if len(parts) > 2:
        words.append("month" if "X" in parts[2] else "day")
    return words


@st.composite
def dates(draw: st.DrawFn, years: st.SearchStrategy[str] = NARROW_YEARS, marked: bool = True) -> Meaning:
    parts = [draw(years)]
    shape = draw(st.sampled_from(["Y", "M", "D", "D", "S"]))
    if shape == "S":
        parts.append(str(draw(st.integers(21, 41))))
        days = months_of(parts[0], int(parts[1]))
    else:
        parts += [draw(MONTH_PARTS)] if shape in "MD" else []
        parts += [draw(DAY_PARTS)] if shape == "D" else []
        days = matching("".join(parts))
    marks = [(draw(MARKS), draw(MARKS)) if marked else ("", "") for _ in parts]
    text = "-".join(before + part + after for part, (before, after) in zip(parts, marks, strict=True))
    loose = [POLICY[word] for word, mark in zip(coarseness(parts), marks, strict=True) if any(mark)]
    return Meaning(text, days, max(loose, default=0))


@st.composite
def sets(draw: st.DrawFn) -> Meaning:
    """Sets of dates and ranges; a range reaches from its first member's hull to its last's."""
    texts, flags, opens = [], np.zeros(len(DAYS), dtype=bool), [False, False]
    for _ in range(draw(st.integers(1, 3))):
        one = draw(dates())
        assume(one.exists())
        first, last = one.hull()
        kind = draw(st.sampled_from(["one", "one", "range", "before", "after"]))
        text = one.text
        if kind == "range":
            other = draw(dates(marked=False))
            assume(other.exists() and np.flatnonzero(other.days)[-1] >= np.flatnonzero(one.days)[0])
            text, last = f"{one.text}..{other.text}", other.hull()[1]
        elif kind == "before":
            text, opens[0] = f"..{one.text}", True
        elif kind == "after":
            text, opens[1] = f"{one.text}..", True
        texts.append(text)
        flags[min(first, last) : last + 1] = True
    brackets = draw(st.sampled_from(["[]", "{}"]))
    return Meaning(brackets[0] + ",".join(texts) + brackets[1], flags, 0, *opens)


def midnight(position: int) -> str:
    return f"{FIRST + timedelta(position)}T00:00:00Z"


def expected_occurrence(start: Meaning | str, end: Meaning | str) -> Bounds:
    earliest = BEGINNING if isinstance(start, str) or start.open_before else midnight(start.hull()[0])
    latest = END if isinstance(end, str) or end.open_after else midnight(end.hull()[1] + 1)
    return Bounds(earliest, END, BEGINNING, latest)


@given(dates(WIDE_YEARS))
@EXAMPLES
def test_a_date_is_bounded_by_the_first_and_last_day_that_match_it(value: Meaning) -> None:
    if not value.exists():
        with pytest.raises(DateError):
            occurrence(value.text)
        return
    assert occurrence(value.text) == expected_occurrence(value, value)


@given(sets())
@EXAMPLES
def test_a_set_is_bounded_by_its_members(value: Meaning) -> None:
    assert occurrence(value.text) == expected_occurrence(value, value)


ENDS = st.one_of(dates(), dates(), st.sampled_from(["", ".."]))


def written(end: Meaning | str) -> str:
    return end if isinstance(end, str) else end.text


def sensible(start: Meaning | str, end: Meaning | str) -> bool:
    """Both ends exist, and there is a pair of days, apart from padding, that is in order."""
    meanings = [end for end in (start, end) if isinstance(end, Meaning)]
    if not meanings or not all(meaning.exists() for meaning in meanings):
        return False
    if isinstance(start, str) or isinstance(end, str):
        return True
    return bool(np.flatnonzero(start.days)[0] <= np.flatnonzero(end.days)[-1])


@given(ENDS, ENDS)
@EXAMPLES
def test_something_within_an_interval_is_bounded_by_both_ends(
    start: Meaning | str, end: Meaning | str
) -> None:
    assume(sensible(start, end))
    assert occurrence(f"{written(start)}/{written(end)}") == expected_occurrence(start, end)


def possible_days(end: Meaning | str, floor: int, ceiling: int) -> npt.NDArray[np.int64]:
    """The days on which a state may begin or end, its hull; a mark has its only day outside of all."""
    if isinstance(end, str):
        return np.array([floor])
    first, last = end.hull()
    return np.arange(max(first, floor), min(last, ceiling) + 1)


def counted(starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], size: int) -> tuple[Flags, Flags]:
    """Through all pairs of a start and an end in order: the days in every pair, and those in any."""
    first, last = (grid.ravel() for grid in np.meshgrid(starts, ends))
    ordered = first <= last
    begun = np.bincount(first[ordered], minlength=size + 1)
    over = np.bincount(last[ordered] + 1, minlength=size + 1)
    covering = (begun - over).cumsum()[:size]
    return covering == ordered.sum(), covering > 0


def brute_state(start: Meaning | str, end: Meaning | str, vouched: int | None) -> Bounds:
    """By enumeration of pairs. The first position of the window stands for "always before" and its
    last for "ever after"; an open end may be any day from the last that is vouched for."""
    floor, ceiling = 0, len(DAYS) - 1
    starts = possible_days(start, floor, ceiling)
    if isinstance(end, str):
        ends = (
            np.arange(ceiling - 400, ceiling + 1)
            if vouched is None
            else np.arange(vouched - 1, ceiling + 1, 25)
        )
    else:
        ends = possible_days(end, floor, ceiling)
    certain, possible = counted(starts, ends, len(DAYS))
    if "" in (start, end) or (end == ".." and vouched is None):
        certain[:] = False
    if end == ".." and vouched is not None:
        certain[vouched:] = False
    return read_off(certain, possible, isinstance(start, str), isinstance(end, str))


def read_off(certain: Flags, possible: Flags, open_before: bool, open_after: bool) -> Bounds:
    days = np.flatnonzero(possible)
    earliest = BEGINNING if open_before else midnight(int(days[0]))
    latest = END if open_after else midnight(int(days[-1]) + 1)
    sure = np.flatnonzero(certain)
    if not len(sure):
        return Bounds(earliest, END, BEGINNING, latest)
    assert len(sure) == sure[-1] - sure[0] + 1
    begun = BEGINNING if sure[0] == 0 else midnight(int(sure[0]))
    return Bounds(earliest, begun, midnight(int(sure[-1]) + 1), latest)


VOUCHED = st.one_of(
    st.none(), st.dates(date(2021, 6, 1), date(2025, 12, 31)).map(lambda day: (day - FIRST).days)
)


@given(ENDS, ENDS, VOUCHED)
@EXAMPLES
def test_a_state_is_certain_in_all_pairs_of_days_and_possible_in_one(
    start: Meaning | str, end: Meaning | str, vouched: int | None
) -> None:
    assume(sensible(start, end))
    stamp = None if vouched is None else midnight(vouched)
    found = state(f"{written(start)}/{written(end)}", stamp)
    assert found == brute_state(start, end, vouched)


@given(st.one_of(dates(), sets()))
@EXAMPLES
def test_a_state_without_an_interval_is_from_some_day_of_it_to_some_day_of_it(value: Meaning) -> None:
    assume(value.exists() and not value.open_before and not value.open_after)
    days = possible_days(value, 0, len(DAYS) - 1)
    assert state(value.text) == read_off(*counted(days, days, len(DAYS)), False, False)


def at_second(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


ZONES = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
MOMENTS = st.datetimes(datetime(2021, 1, 1), datetime(2024, 1, 1), timezones=ZONES).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(MOMENTS)
@EXAMPLES
def test_a_time_with_a_zone_is_one_second_of_utc(moment: datetime) -> None:
    found = occurrence(moment.isoformat())
    assert (found.earliest, found.latest) == (at_second(moment), at_second(moment + timedelta(seconds=1)))


@given(MOMENTS, st.integers(0, 10**8))
@EXAMPLES
def test_a_state_between_two_times_is_certain_throughout(start: datetime, seconds: int) -> None:
    end = start + timedelta(seconds=seconds)
    found = state(f"{start.isoformat()}/{end.isoformat()}")
    assert (found.earliest, found.latest) == (found.certain_from, found.certain_until)
    assert (found.earliest, found.latest) == (at_second(start), at_second(end + timedelta(seconds=1)))


HOUR = timedelta(hours=1)
MARCH = {
    "2022-03-05": range(5, 6),
    "2022-03-0X": range(1, 10),
    "2022-03-1X": range(10, 20),
    "2022-03": range(1, 32),
}


@given(st.integers(0, 24 * 31 - 1), st.sampled_from(sorted(MARCH)), st.booleans())
@EXAMPLES
def test_a_time_at_one_end_and_days_at_the_other_agree_with_all_pairs(
    hour: int, days: str, time_first: bool
) -> None:
    """Enumerated by the hour of March 2022: a day begins at its first hour and is over at its last;
    a time begins at its second and is over one second later."""
    origin = datetime(2022, 3, 1, tzinfo=UTC)
    second = timedelta(0) if time_first else timedelta(seconds=1)
    time = at_second(origin + hour * HOUR)
    text = f"{time}/{days}" if time_first else f"{days}/{time}"
    pairs = [(hour, 24 * day) if time_first else (24 * (day - 1), hour) for day in MARCH[days]]
    pairs = [(begun, over) for begun, over in pairs if begun * HOUR < over * HOUR + second]
    if not pairs:
        with pytest.raises(DateError):
            state(text)
        return
    begun, over = max(begun for begun, _ in pairs), min(over for _, over in pairs)
    found = state(text)
    assert found.earliest == at_second(origin + min(begun for begun, _ in pairs) * HOUR) or not time_first
    if begun * HOUR < over * HOUR + second:
        assert found.certain_from == at_second(origin + begun * HOUR)
        assert found.certain_until == at_second(origin + over * HOUR + second)
    else:
        assert not found.certain


# ---------------------------------------------------------------------------------------------------
# What is written in docs/time.md, by example.

SOME = [
    # text, earliest, certain from, certain until, latest; None is a sentinel or nothing certain
    ("2022-03-24", "2022-03-24", "2022-03-24", "2022-03-25", "2022-03-25"),
    ("2022-03", "2022-03-01", None, None, "2022-04-01"),
    ("2022-02-24/2022-05-13", "2022-02-24", "2022-02-24", "2022-05-14", "2022-05-14"),
    ("2022-02/2022-05", "2022-02-01", "2022-02-28", "2022-05-02", "2022-06-01"),
    ("2022-02-24/..", "2022-02-24", "2022-02-24", "2022-11-02", None),
    ("2022-02-24/", "2022-02-24", None, None, None),
    ("../2022-05-13", None, "0001-01-01", "2022-05-14", "2022-05-14"),
    ("/2022-05-13", None, None, None, "2022-05-14"),
    ("../..", None, "0001-01-01", "2022-11-02", None),
    ("2022-03/2022-03-10", "2022-03-01", "2022-03-10", "2022-03-11", "2022-03-11"),
    ("2022-12/..", "2022-12-01", None, None, None),
    ("2022-03~/2022-05", "2022-02-19", "2022-04-10", "2022-05-02", "2022-06-01"),
    ("-0500/2022", None, "0001-01-01", "2022-01-02", "2023-01-01"),
    ("2022/Y17000", "2022-01-01", "2022-12-31", END, None),
    ("-0500/-0400", None, None, None, BEGINNING),
    ("{2022-03-01..2022-03-10}", "2022-03-01", None, None, "2022-03-11"),
]


def midnight_of(day: str | None, otherwise: str) -> str:
    return otherwise if day is None else day if "T" in day else f"{day}T00:00:00Z"


@pytest.mark.parametrize("row", SOME, ids=[row[0] for row in SOME])
def test_states_by_example(row: tuple[str, str | None, str | None, str | None, str | None]) -> None:
    expected = map(midnight_of, row[1:], (BEGINNING, END, BEGINNING, END))
    assert state(row[0], "2022-11-02T00:00:00Z") == Bounds(*expected)


def test_every_example_of_states_is_run() -> None:
    assert len(SOME) == 16


def test_an_open_end_that_nobody_vouches_for_is_never_certain() -> None:
    assert not state("2022-02-24/..").certain


def test_the_padding_is_the_documented_policy() -> None:
    assert {str(precision): days for precision, days in PADDING.items()} == POLICY


PADDED = [
    ("2022-03-24~", 1), ("2022-03-24?", 1), ("2022-03-24%", 1), ("2022-03~", 10), ("2022-03-1X~", 10),
    ("2022-21~", 30), ("2022~", 90), ("2022-XX~", 90), ("202X~", 730), ("20XX~", 3650),
    ("2022-~03-15", 10), ("2022~-03-15", 90), ("2022-03~-15", 10), ("?2022-03-~15", 90), ("2022-03-15", 0),
]  # fmt: skip


def test_the_padding_is_that_of_the_coarsest_qualified_part() -> None:
    for text, days in PADDED:
        plain = occurrence(text.translate(str.maketrans("", "", "?~%")))
        first, last = b.days(plain)
        assert b.days(occurrence(text)) == (first - days, last + days), text  # type: ignore[operator]
    assert len(PADDED) == 15


# ---------------------------------------------------------------------------------------------------
# Properties.

VALUES = st.one_of(
    dates().filter(Meaning.exists).map(written),
    sets().map(written),
    st.tuples(ENDS, ENDS).filter(lambda ends: sensible(*ends)).map(lambda ends: "/".join(map(written, ends))),
    MOMENTS.map(datetime.isoformat),
)
BOUNDS = st.one_of(VALUES.map(occurrence), VALUES.map(lambda text: state(text, "2023-01-01T00:00:00Z")))
WINDOWS = st.lists(st.dates(date(2020, 1, 1), date(2025, 12, 31)), min_size=2, max_size=2, unique=True).map(
    lambda ends: tuple(f"{day}T00:00:00Z" for day in sorted(ends))
)


@given(VALUES)
@EXAMPLES
def test_bounds_are_half_open_and_in_order(text: str) -> None:
    for found in (occurrence(text), state(text, "2023-01-01T00:00:00Z")):
        assert BEGINNING <= found.earliest < found.latest <= END
        if found.certain:
            assert found.earliest <= found.certain_from < found.certain_until <= found.latest
        else:
            assert (found.certain_from, found.certain_until) == (END, BEGINNING)


@given(BOUNDS, WINDOWS, WINDOWS)
@EXAMPLES
def test_a_smaller_window_is_certain_if_a_larger_is_and_a_larger_possible_if_a_smaller_is(
    found: Bounds, one: tuple[str, str], other: tuple[str, str]
) -> None:
    outer = (min(one[0], other[0]), max(one[1], other[1]))
    assert m.certainly_at(found, *one) or not m.certainly_at(found, *outer)
    assert m.possibly_at(found, *outer) or not m.possibly_at(found, *one)
    assert m.certainly_within(found, *outer) or not m.certainly_within(found, *one)
    assert m.possibly_within(found, *outer) or not m.possibly_within(found, *one)


@given(BOUNDS, BOUNDS, WINDOWS)
@EXAMPLES
def test_what_is_certain_is_possible(one: Bounds, other: Bounds, window: tuple[str, str]) -> None:
    assert m.possibly_at(one, *window) or not m.certainly_at(one, *window)
    assert m.possibly_within(one, *window) or not m.certainly_within(one, *window)
    assert m.possibly_before(one, other) or not m.certainly_before(one, other)
    assert not (m.certainly_before(one, other) and m.certainly_before(other, one))


@given(BOUNDS, BOUNDS, WINDOWS)
@EXAMPLES
def test_the_three_values_follow_from_the_two_relations(
    one: Bounds, other: Bounds, window: tuple[str, str]
) -> None:
    found = (m.truth_at(one, *window), m.truth_within(one, *window), m.truth_before(one, other))
    for value, certain, possible in zip(
        found,
        (m.certainly_at(one, *window), m.certainly_within(one, *window), m.certainly_before(one, other)),
        (m.possibly_at(one, *window), m.possibly_within(one, *window), m.possibly_before(one, other)),
        strict=True,
    ):
        assert value == ("certain" if certain else "possible" if possible else "impossible")


DAY_SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


def span_bounds(span: list[int]) -> Bounds:
    first, last = (date(2022, 1, 1) + timedelta(n) for n in span)
    return occurrence(f"{first}/{last}")


@given(DAY_SPANS, DAY_SPANS)
@EXAMPLES
def test_before_and_within_agree_with_all_pairs_of_days(one: list[int], other: list[int]) -> None:
    """A day is possibly before itself: two occurrences of one day may stand in either order."""
    first, second = span_bounds(one), span_bounds(other)
    pairs = [(a, c) for a in range(one[0], one[1] + 1) for c in range(other[0], other[1] + 1)]
    assert m.certainly_before(first, second) == all(a < c for a, c in pairs)
    assert m.possibly_before(first, second) == any(a <= c for a, c in pairs)
    window = (second.earliest, second.latest)
    inside = [other[0] <= a <= other[1] for a in range(one[0], one[1] + 1)]
    assert m.certainly_within(first, *window) == all(inside)
    assert m.possibly_within(first, *window) == any(inside)


@given(st.lists(DAY_SPANS, min_size=1, max_size=4))
@EXAMPLES
def test_intersection_and_hull_agree_with_sets_of_days(spans: list[list[int]]) -> None:
    every = [set(range(first, last + 1)) for first, last in spans]
    common, all_days = set.intersection(*every), set.union(*every)
    found = m.intersect(span_bounds(span) for span in spans)
    assert found == (span_bounds([min(common), max(common)]) if common else None)
    assert m.hull(map(span_bounds, spans)) == span_bounds([min(all_days), max(all_days)])


def held(*days: int) -> Bounds:
    """A state of January: first and last possible start, first and last possible end."""
    first, second, third, fourth = (f"2022-01-{day:02d}T00:00:00Z" for day in days)
    return Bounds(first, second, third, fourth)


def test_of_several_states_that_are_all_true_each_certain_day_counts() -> None:
    assert m.intersect([held(1, 5, 10, 20), held(3, 8, 12, 18)]) == held(3, 5, 12, 18)
    assert m.intersect([held(1, 2, 3, 4), held(6, 7, 8, 9)]) is None
    assert m.intersect([held(1, 1, 20, 20), held(3, 3, 9, 9)]) is None
    assert m.intersect([]) == UNKNOWN


def test_of_several_states_of_which_one_is_true_only_common_days_are_certain() -> None:
    assert m.hull([held(1, 5, 10, 20), held(3, 8, 12, 18)]) == held(1, 8, 10, 20)
    assert not m.hull([held(1, 5, 10, 20), UNKNOWN]).certain
    assert m.hull([]) == UNKNOWN


@given(st.dates())
@EXAMPLES
def test_julian_days_count_days_and_start_where_astronomers_do(day: date) -> None:
    """J2000.0 is noon of 2000-01-01, Julian date 2451545.0."""
    assert b.julian_day(day) == b.julian_day(str(day)) == 2451545 + (day - date(2000, 1, 1)).days
    if date.min < day < date.max:
        assert b.days(occurrence(str(day))) == (b.julian_day(day), b.julian_day(day))


def test_there_is_no_julian_day_at_a_sentinel_or_of_no_day() -> None:
    assert b.days(UNKNOWN) == (None, None)
    assert b.days(occurrence("../2022-05-19")) == (None, b.julian_day("2022-05-19"))
    assert b.days(occurrence("2022-03-24T23:59:59Z")) == (b.julian_day("2022-03-24"),) * 2
    with pytest.raises(DateError):
        b.julian_day("tomorrow")


# ---------------------------------------------------------------------------------------------------
# The tables of docs/time.md.

GUIDE = Path(__file__).parent.parent / "docs" / "time.md"


def rows_of(heading: str, columns: int) -> list[list[str]]:
    """The rows under the table whose head begins with a text; code without its backquotes."""
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    begun = next(n for n, line in enumerate(lines) if line.startswith(f"| {heading} |")) + 2
    rows = []
    for line in lines[begun:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    assert all(len(row) == columns for row in rows)
    return rows


def test_each_phrase_of_the_guide_means_the_days_it_says() -> None:
    rows = [row for row in rows_of("You read", 4) if row[1] != "leave the date out"]
    for phrase, text, first, last in rows:
        found = b.days(occurrence(text))
        expected = tuple(None if day == "no limit" else b.julian_day(day) for day in (first, last))
        assert found == expected, phrase
    assert len(rows) == 27


def test_each_state_of_the_guide_has_the_bounds_it_says() -> None:
    vouched = "2022-11-02T00:00:00Z"
    words = {"vouched": vouched, "0001": BEGINNING, "9999": END}
    rows = rows_of("Held", 5)
    for text, *cells in rows:
        nothing = (BEGINNING, END, BEGINNING, END)
        expected = [
            otherwise if cell == "nothing" else words.get(cell, f"{cell}T00:00:00Z")
            for cell, otherwise in zip(cells, nothing, strict=True)
        ]
        assert state(text, vouched) == Bounds(*expected), text
    assert len(rows) == 10


def test_the_padding_of_the_guide_is_the_policy() -> None:
    rows = rows_of("precision of the qualified part", 2)
    assert [int(days) for _, days in rows] == list(POLICY.values())
