"""EDTF texts are read as ISO 8601-2 means them, and all others are refused in one clear sentence."""

from __future__ import annotations

import csv
import os
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.graph.edtf import extent, parse
from backchannel.graph.edtf_values import FUTURE, PAST, Interval, Mark, Value
from backchannel.graph.errors import DateError
from backchannel.graph.gregorian import DAY, ordinal

with warnings.catch_warnings():  # it uses names that pyparsing has since renamed
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
settings.register_profile(
    "time",
    max_examples=2500 if LARGE else 120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
EXAMPLES = settings.get_profile("time")


def read_cases() -> list[dict[str, str]]:
    with Path(__file__).with_name("edtf_cases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES = read_cases()
VALID = [case for case in CASES if not case["error"]]
INVALID = [case for case in CASES if case["error"]]


def name(case: dict[str, str]) -> str:
    return case["text"] or "(empty)"


def civil(text: str) -> int:
    """The ordinal of a day written as year-month-day, by counting as a monk would: in Julian Day
    Numbers after Fliegel and Van Flandern, shifted by whole cycles of 400 years."""
    year, month, day = (int(part) for part in re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", text).groups())  # type: ignore[union-attr]
    cycles, year = divmod(year, 400)
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    julian = day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045
    return julian + cycles * 146097 - 1721425


def instants(value: Value) -> tuple[int | str, int | str]:
    """The first and the last possible day of a value as ordinals, or the words open and unknown."""
    words = {Mark.OPEN: "open", Mark.UNKNOWN: "unknown"}
    ends = (value.start, value.end) if isinstance(value, Interval) else (value, value)
    first, last = (words[end] if isinstance(end, Mark) else extent(end) for end in ends)
    first = first if isinstance(first, str) else "open" if first.first == PAST else first.first // DAY
    last = last if isinstance(last, str) else "open" if last.after == FUTURE else (last.after - 1) // DAY
    return first, last


def test_the_table_of_cases_is_whole() -> None:
    """A table that lost rows would pass silently."""
    assert Counter(case["level"] for case in VALID) == {"0": 16, "1": 31, "2": 55}
    assert len(INVALID) == 65


@pytest.mark.parametrize("case", VALID, ids=name)
def test_a_valid_text_covers_the_days_it_means(case: dict[str, str]) -> None:
    expected = tuple(
        day if day in ("open", "unknown") else civil(day) for day in (case["first"], case["last"])
    )
    assert instants(parse(case["text"])) == expected


@pytest.mark.parametrize("case", VALID, ids=name)
def test_a_value_prints_as_the_text_it_was_read_from(case: dict[str, str]) -> None:
    value = parse(case["text"])
    assert str(value) == case["text"]
    assert parse(str(value)) == value


@pytest.mark.parametrize("case", INVALID, ids=name)
def test_an_invalid_text_is_refused_with_what_to_do(case: dict[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        parse(case["text"])
    assert case["error"] in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.integers(-(10**9), 10**9), st.integers(1, 12), st.integers(1, 28))
@settings(EXAMPLES)
def test_the_calendar_agrees_with_another_way_of_counting(year: int, month: int, day: int) -> None:
    assert ordinal(year, month, day) == civil(f"{year}-{month:02d}-{day:02d}")


def test_the_longest_numbers_are_read_at_once_and_longer_ones_refused() -> None:
    """No text makes the parser count to 10 to the power of a billion."""
    begun = time.process_time()
    assert isinstance(parse("Y-999999999999999E15S15"), object)
    for text in (
        "Y1E99999999999999999999",
        "Y" + "9" * 100_000,
        "1950S" + "9" * 100_000,
        "[" * 100_000,
        "X" * 10**6,
        " " * 10**6 + "z",
    ):
        with pytest.raises(DateError) as caught:
            parse(text)
        assert len(str(caught.value)) < 300
    assert time.process_time() - begun < 5


@given(st.text() | st.text("0123456789-X?~%/.,[]{}TZ:+YESu "))
@settings(EXAMPLES)
def test_any_text_is_read_or_refused_with_a_date_error(text: str) -> None:
    try:
        value = parse(text)
    except DateError:
        return
    assert str(value) == text


# ---------------------------------------------------------------------------------------------------
# Texts made by the grammar, and texts broken by mutation, compared with the package edtf-validate.

MARKS = st.sampled_from(["", "", "", "", "?", "~", "%"])
YEARS = st.one_of(
    st.integers(1990, 2030).map(lambda year: f"{year:04d}"),
    st.sampled_from(["202X", "20XX", "XXXX", "2X22", "-0044", "-0001", "0000", "-004X", "0004"]),
)
MONTHS = st.one_of(
    st.integers(1, 12).map(lambda month: f"{month:02d}"), st.sampled_from(["XX", "0X", "1X", "X1"])
)
DAYS = st.one_of(
    st.integers(1, 31).map(lambda day: f"{day:02d}"), st.sampled_from(["XX", "0X", "1X", "2X", "X1", "3X"])
)
CODES = st.integers(21, 41).map(str)
TIMES = st.sampled_from(
    ["00:00:00", "18:30:00Z", "24:00:00Z", "23:59:59+03:00", "10:00:00-05", "10:00:00+00:00"]
)


@st.composite
def calendar_dates(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(["Y", "M", "D", "S"]))
    parts = [draw(YEARS)]
    if shape in "MD":
        parts.append(draw(MONTHS))
    if shape == "D":
        parts.append(draw(DAYS))
    if shape == "S":
        parts.append(draw(CODES))
    places = draw(st.sampled_from(["none", "none", "last", "any"]))
    before = [draw(MARKS) if places == "any" else "" for _ in parts]
    after = [
        draw(MARKS) if places == "any" or (places == "last" and i == len(parts) - 1) else ""
        for i in range(len(parts))
    ]
    return "-".join(map("".join, zip(before, parts, after, strict=True)))


MOMENTS = st.builds("{}T{}".format, st.dates().map(str), TIMES)
LONG = st.one_of(
    st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10000, 10**8)),
    st.builds("Y{}E{}".format, st.integers(1, 999), st.integers(1, 9)),
    st.builds("Y{}S{}".format, st.integers(10000, 10**8), st.integers(1, 9)),
    st.builds("{:04d}S{}".format, st.integers(1, 9999), st.integers(1, 5)),
)
SINGLES = calendar_dates() | MOMENTS | LONG
ENDS = calendar_dates() | calendar_dates() | st.sampled_from(["", ".."])
INTERVALS = st.builds("{}/{}".format, ENDS, ENDS)
MEMBERS = st.one_of(
    calendar_dates(),
    st.dates().map(str),
    st.builds("{}..{}".format, st.dates().map(str), st.dates().map(str)),
)


@st.composite
def sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(MEMBERS, min_size=1, max_size=4))
    if draw(st.booleans()):
        members[0] = ".." + draw(st.dates().map(str))
    elif draw(st.booleans()):
        members[-1] = draw(st.dates().map(str)) + ".."
    opening, closing = draw(st.sampled_from(["[]", "{}"]))
    return opening + ",".join(members) + closing


GRAMMATICAL = SINGLES | INTERVALS | sets()


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(GRAMMATICAL)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from([*"0123456789X-?~%/.,[]{}TZ:+YES ", ""]))
        text = text[:at] + new + text[at + draw(st.integers(0, 1)) :]
    return text


def ours(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


def theirs(text: str) -> bool | None:
    """What edtf-validate says; None where it says nothing or fails."""
    try:
        return is_valid(text)  # type: ignore[no-any-return]
    except (ValueError, KeyError, TypeError, AttributeError, UnboundLocalError):
        return None


def parts(text: str) -> list[str]:
    return [part for part in re.split(r"\.\.|[\[\]{},/]", text) if part]


def some_part(pattern: str) -> Callable[[str], bool]:
    return lambda text: any(re.search(pattern, part) for part in parts(text))


def in_set(text: str) -> bool:
    return text[:1] in ("[", "{")


def in_interval(text: str) -> bool:
    return "/" in text


def compound(text: str) -> bool:
    return in_set(text) or in_interval(text)


def bare(text: str) -> str:
    return re.sub("[?~%]", "", text)


YEAR = r"^[?~%]?-?[\dX]{4}[?~%]?-[?~%]?"
SUB_YEAR = YEAR + r"(2[1-9]|3\d|4[01])[?~%]?$"


def qualified_season(text: str) -> bool:
    """edtf-validate knows a qualifier of seasons only at the end, and only of 21 to 24."""
    known = re.compile(r"-?\d{4}-2[1-4][?~%]")
    seasons = [part for part in parts(text) if re.search(SUB_YEAR, part)]
    return any(re.search("[?~%]", part) and not known.fullmatch(part) for part in seasons)


def uneven_range(text: str) -> bool:
    plain = re.compile(r"-?\d{4}(-\d\d){0,2}")
    ranges = [member.split("..") for member in text[1:-1].split(",") if ".." in member]
    return in_set(text) and any(
        not all(plain.fullmatch(end) for end in ends if end)
        or ("" not in ends and ends[0].count("-") != ends[1].count("-"))
        for ends in ranges
    )


def backward_range(text: str) -> bool:
    ranges = [member.split("..") for member in text[1:-1].split(",") if ".." in member]
    return in_set(text) and any("" not in ends and ends[0] > ends[1] for ends in ranges)


def coarser_end(text: str) -> bool:
    start, _, end = bare(text).partition("/")
    alike = all("X" in pair or pair[0] == pair[1] for pair in zip(start, end, strict=False))
    return bool(end) and len(end) < len(start) and alike


def missing_day(text: str) -> bool:
    """Some part names a day that no calendar has, going through every year, month and day it can mean."""
    dated = [re.fullmatch(r"-?([\dX]{4})-([\dX]{2})-([\dX]{2})(T.*)?", bare(part)) for part in parts(text)]
    return any(match and not any(map(is_day, days_of(match))) for match in dated)


def days_of(match: re.Match[str]) -> list[tuple[int, int, int]]:
    choices = [["0123456789" if char == "X" else char for char in part] for part in match.groups()[:3]]
    numbers = [[int("".join(digits)) for digits in product(*choice)] for choice in choices]
    return list(product(*numbers))


def is_day(day: tuple[int, int, int]) -> bool:
    year, month, number = day
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1 <= month <= 12 and 1 <= number <= lengths[month - 1]


Class = tuple[str, Callable[[str], bool]]

# What this project reads and edtf-validate 2.0.0 does not, each with an example and the reason.
READ_HERE: dict[str, Class] = {
    # "About the middle of September" is said every day; nothing in the standard forbids it.
    "a qualifier beside unspecified digits": ("2022-09-1X~", some_part(r"^(?=.*X).*[?~%]")),
    # "~2022?" is odd, but each mark has its meaning: the left one of the part, the right one of the group.
    "a qualifier on both sides of a part": ("~2022?", some_part(r"[?~%]-?[\dX]+[?~%]")),
    "a season of an unspecified year": ("202X-22", some_part(r"(?=.*X)" + SUB_YEAR)),
    "a qualifier of a season but for the last of 21 to 24": ("2022-33?", qualified_season),
    "a season in a set": ("[2022-21,2022]", lambda text: in_set(text) and some_part(SUB_YEAR)(text)),
    "a sub-year grouping in an interval": (
        "2022-33/2023",
        lambda text: in_interval(text) and some_part(YEAR + r"(2[5-9]|3\d|4[01])$")(text),
    ),
    # ISO 8601 has times in intervals; the Library's profile leaves them out.
    "a time of day in an interval or a set": (
        "2022-03-24T18:00:00Z/2022-03-25",
        lambda text: compound(text) and "T" in text,
    ),
    "a long year in an interval or a set": (
        "Y17000/Y18000",
        lambda text: compound(text) and bool(re.search("[YS]", text)),
    ),
    "level 2 beside an open or unknown end": (
        "202X/..",
        lambda text: bool(re.match(r"(\.\.)?/|.*/(\.\.)?$", text)) and some_part(r"X|[?~%].")(text),
    ),
    "a set of one date": ("[2022]", lambda text: in_set(text) and "," not in text and ".." not in text),
    "a range between other than plain dates of one precision": ("[2022-01..2022-03-05]", uneven_range),
    # Its grammar is greedy: after "..a" it takes the range for the last, open one, and fails.
    "a range after an open range": (
        "[..2020,2021..2022]",
        lambda text: bool(re.match(r".\.\.[^,]*,.*\d\.\.\d", text)),
    ),
    # It takes the end for the first day of its month or year.
    "an end less exact than the start, within which it lies": ("2022-03-15/2022-03", coarser_end),
    "a UTC offset of no hours and minutes": ("2022-03-24T18:00:00+00:00", some_part(r"T.*[+-]00(:00)?$")),
    # It compares dates before the year 0 as if they were after it.
    "a negative end": (
        "/-0044",
        lambda text: "/-" in text.replace("?", "").replace("~", "").replace("%", ""),
    ),
    # It looks for 29 February whatever the year.
    "an end in February with an unspecified digit of its day": (
        "2022/2022-02-2X",
        lambda text: bool(re.search(r"/.*-(02|X2|0X|XX)-(2X|X9)$", bare(text))),
    ),
    # Its grammar takes the year of the season for the end, and stumbles over the rest.
    "a season after a negative start": (
        "-0044/2022-21",
        lambda text: text.startswith("-") and "/" in text and bool(re.search(SUB_YEAR, text.split("/")[1])),
    ),
    # It compares months and days of the year 0 one by one.
    "an interval of the year 0000": (
        "0000-02-28/0000-03-01",
        lambda text: in_interval(text) and "0000" in text,
    ),
}

# What edtf-validate 2.0.0 accepts, and this project refuses on purpose.
REFUSED_HERE: dict[str, Class] = {
    "a day that its month does not have": ("2022-02-29", missing_day),
    "a number of more than 15 digits": ("Y1E16", lambda text: bool(re.search(r"E\d\d|\d{16}", text))),
    "a range backwards": ("[2022-03-02..2022-03-01]", backward_range),
    "a space in a set": ("[2022 ,2023]", lambda text: " " in text and in_set(text.strip())),
    "a time without a whole day": ("2022-03T18:00:00Z", some_part(r"^-?\d{4}(-\d\d)?T")),
    # It lets spring begin in January, summer in May, autumn in August, winter in October.
    "an end before a season's start": (
        "2022-21/2022-01",
        lambda text: in_interval(text) and some_part(SUB_YEAR)(text),
    ),
    "negative ends in the wrong order": (
        "-0044-05/-0044-03",
        lambda text: text.count("-0") > 1 and in_interval(text),
    ),
}


def reasons(text: str, classes: dict[str, Class]) -> list[str]:
    return [reason for reason, (_, holds) in classes.items() if holds(text)]


def test_each_difference_from_edtf_validate_is_one_of_those_listed() -> None:
    """The lists are exactly so: each class has an example that shows it, and needs no other class."""
    assert (len(READ_HERE), len(REFUSED_HERE)) == (18, 7)
    for reason, (example, _) in READ_HERE.items():
        assert (ours(example), theirs(example)) == (True, False), example
        assert reasons(example, READ_HERE) == [reason]
    for reason, (example, _) in REFUSED_HERE.items():
        assert (ours(example), theirs(example)) == (False, True), example
        assert reasons(example, REFUSED_HERE) == [reason]


def differences(text: str) -> list[str]:
    """Why the two may differ on a text; where they agree, or edtf-validate fails, there is nothing to say."""
    if theirs(text) in (None, ours(text)):
        return ["none"]
    return reasons(text, READ_HERE if ours(text) else REFUSED_HERE)


@given(GRAMMATICAL)
@settings(EXAMPLES)
def test_texts_of_the_grammar_are_judged_as_by_edtf_validate(text: str) -> None:
    assert differences(text), (text, ours(text), theirs(text))


@given(mutated())
@settings(EXAMPLES)
def test_damaged_texts_are_judged_as_by_edtf_validate(text: str) -> None:
    assert differences(text), (text, ours(text), theirs(text))


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_cases_are_judged_as_by_edtf_validate(case: dict[str, str]) -> None:
    assert differences(case["text"])
