"""The clock of publication never antedates knowledge, and reads days as they are typed or refuses them."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.graph.clock import EVERYTHING, NEVER, UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.errors import DateError
from backchannel.graph.gregorian import BEGINNING, END, seconds_of, stamp_of
from backchannel.graph.semantics import live

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
EXAMPLES = settings(
    max_examples=2500 if LARGE else 100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))
STAMPS = st.one_of(
    st.dates().map(lambda day: f"{day}T00:00:00Z"), st.sampled_from([UNKNOWN_PUBLICATION, NEVER])
)


@given(DAYS)
@EXAMPLES
def test_a_day_is_bounded_by_its_midnights(day: date) -> None:
    assert day_bounds(str(day)) == (f"{day}T00:00:00Z", f"{day + ONE_DAY}T00:00:00Z")
    assert known_stamp(str(day)) == f"{day + ONE_DAY}T00:00:00Z"


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
@EXAMPLES
def test_a_month_and_a_year_are_over_with_their_last_day(day: date) -> None:
    last = max(d for d in (day.replace(day=1) + n * ONE_DAY for n in range(31)) if d.month == day.month)
    assert day_bounds(str(day)[:7]) == (f"{str(day)[:7]}-01T00:00:00Z", known_stamp(str(last)))
    assert day_bounds(str(day)[:4]) == (
        f"{str(day)[:4]}-01-01T00:00:00Z",
        known_stamp(f"{str(day)[:4]}-12-31"),
    )


def test_without_a_day_everything_published_is_known() -> None:
    assert known_stamp(None) == EVERYTHING == "9999-12-31T00:00:00Z"
    assert live(UNKNOWN_PUBLICATION, NEVER, EVERYTHING)
    assert not live(UNKNOWN_PUBLICATION, NEVER, known_stamp("9998-12-31"))


def test_the_last_days_of_the_calendar_reach_no_further_than_everything() -> None:
    assert known_stamp("9999-12-31") == known_stamp("9999-12") == known_stamp("9999") == EVERYTHING
    assert day_bounds("9999-12-31") == ("9999-12-31T00:00:00Z", END)
    assert day_bounds("0001-01-01")[0] == BEGINNING


@given(STAMPS, STAMPS, DAYS, DAYS)
@EXAMPLES
def test_what_is_live_stays_live_until_it_is_withdrawn(
    known: str, withdrawn: str, day: date, later: date
) -> None:
    day, later = sorted((day, later))
    first, second = known_stamp(str(day)), known_stamp(str(later))
    if live(known, withdrawn, first):
        assert live(known, withdrawn, second) == (second < withdrawn)
    if live(known, withdrawn, second):
        assert live(known, withdrawn, first) == (known <= first)


def test_what_was_published_on_a_day_is_known_by_its_end_and_not_the_day_before() -> None:
    published = day_bounds("2022-03-24")[1]
    assert live(published, NEVER, known_stamp("2022-03-24"))
    assert not live(published, NEVER, known_stamp("2022-03-23"))
    assert live(published, day_bounds("2022-04-02")[1], known_stamp("2022-04-01"))
    assert not live(published, day_bounds("2022-04-02")[1], known_stamp("2022-04-02"))


REFUSED = {
    "": "expected YYYY-MM-DD",
    "today": "expected YYYY-MM-DD",
    "2022-3-1": "expected YYYY-MM-DD",
    "24.03.2022": "expected YYYY-MM-DD",
    "2022-03-24T18:00:00Z": "expected YYYY-MM-DD",
    "2022-03~": "expected YYYY-MM-DD",
    "2022-03-24 ": "expected YYYY-MM-DD",
    "2022-03-24\n": "expected YYYY-MM-DD",
    "２０２２": "expected YYYY-MM-DD",
    "9" * 5000: "expected YYYY-MM-DD",
    "0000": "no year 0000",
    "2022-13": "no month 13",
    "2022-00-10": "no month 00",
    "2022-02-29": "February 2022 has 28 days",
    "2022-04-31": "April 2022 has 30 days",
    "2022-04-00": "April 2022 has 30 days",
}


def test_what_is_no_day_is_refused_with_what_was_expected() -> None:
    for text, message in REFUSED.items():
        for function in (known_stamp, day_bounds):
            with pytest.raises(DateError, match=message) as caught:
                function(text)
            assert len(str(caught.value)) < 200
    assert len(REFUSED) == 16


@given(st.text() | st.text("0123456789-"))
@EXAMPLES
def test_any_text_is_a_day_or_a_date_error(text: str) -> None:
    try:
        start, end = day_bounds(text)
    except DateError:
        return
    assert start < end


@given(st.integers(seconds_of(BEGINNING), seconds_of(END)))
@EXAMPLES
def test_stamps_and_seconds_are_the_same_in_the_same_order(seconds: int) -> None:
    assert seconds_of(stamp_of(seconds)) == seconds
    assert BEGINNING <= stamp_of(seconds) <= END
    assert seconds == seconds_of(END) or stamp_of(seconds) < stamp_of(seconds + 1)


@given(st.integers())
@EXAMPLES
def test_instants_outside_of_the_calendar_are_cut_to_the_sentinels(seconds: int) -> None:
    expected = BEGINNING if seconds < seconds_of(BEGINNING) else END
    if not seconds_of(BEGINNING) <= seconds <= seconds_of(END):
        assert stamp_of(seconds) == expected
