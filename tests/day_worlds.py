"""Dates on a short calendar together with the days they may mean, listed by hand: for oracles.

Day 0 is 1 January 2029; nothing here asks the package what a date means.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

FIRST, LAST = 0, 12  # the calendar of the oracles
NEAR, FAR = 2, 9  # the days that dates are made of; those before and after stand for 'open'
VOUCHED = 11  # up to the beginning of this day a source speaks of what is still so
START = date(2029, 1, 1)
ALL_DAYS = frozenset(range(FIRST, LAST + 1))


def text(day: int) -> str:
    return str(START + timedelta(days=day))


def stamp(day: int) -> str:
    return f"{text(day)}T00:00:00Z"


@dataclass(frozen=True)
class Date:
    """A date in EDTF (None: none is given) and the days on which what happened may have happened."""

    edtf: str | None
    days: frozenset[int]


@dataclass(frozen=True)
class Stretch:
    """A date of what lasted, with each first and last day it may have had; unsure: nothing is certain."""

    edtf: str | None
    courses: tuple[tuple[int, int], ...]
    unsure: bool = False

    def possible(self, day: int) -> bool:
        return any(first <= day <= last for first, last in self.courses)

    def certain(self, day: int) -> bool:
        return not self.unsure and all(first <= day <= last for first, last in self.courses)


def span(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first, last + 1))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Exact, approximate, set-valued, open, unknown and absent dates."""
    a, b = sorted((draw(st.integers(NEAR, FAR)), draw(st.integers(NEAR, FAR))))
    return draw(
        st.sampled_from([
            Date(text(a), span(a, a)),
            Date(text(a), span(a, a)),
            Date(f"{text(a)}~", span(a - 1, a + 1)),
            Date(f"{text(a)}?", span(a - 1, a + 1)),
            Date("2029-01-0X", span(FIRST, 8)),
            Date(f"{text(a)}/{text(b)}", span(a, b)),
            Date(f"{text(a)}~/{text(b)}", span(a - 1, b)),
            Date(f"[{text(a)},{text(b)}]", span(a, b)),
            Date(f"[{text(a)}..{text(b)}]", span(a, b)),
            Date(f"{{{text(a)},{text(b)}}}", span(a, b)),
            Date(f"{text(a)}/..", span(a, LAST)),
            Date(f"{text(a)}/", span(a, LAST)),
            Date(f"../{text(b)}", span(FIRST, b)),
            Date(f"/{text(b)}", span(FIRST, b)),
            Date(None, ALL_DAYS),
        ])
    )  # fmt: skip


def courses(starts: frozenset[int], ends: frozenset[int]) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first in sorted(starts) for last in sorted(ends) if first <= last)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """The same for what lasted: every first and last day that is possible together."""
    a, b = sorted((draw(st.integers(NEAR, FAR)), draw(st.integers(NEAR, FAR))))
    one, other, about = span(a, a), span(b, b), span(a - 1, a + 1)
    still, after, before = span(VOUCHED - 1, LAST), span(FIRST, LAST), span(FIRST, FIRST)
    return draw(
        st.sampled_from([
            Stretch(text(a), courses(one, one)),
            Stretch(f"{text(a)}~", courses(about, about)),
            Stretch("2029-01-0X", courses(span(FIRST, 8), span(FIRST, 8))),
            Stretch(f"[{text(a)},{text(b)}]", courses(span(a, b), span(a, b))),
            Stretch(f"{text(a)}/{text(b)}", courses(one, other)),
            Stretch(f"{text(a)}/{text(b)}", courses(one, other)),
            Stretch(f"{text(a)}~/{text(b)}", courses(about, other)),
            Stretch(f"{text(a)}~/{text(b)}~", courses(about, span(b - 1, b + 1))),
            Stretch(f"{text(a)}/..", courses(one, still)),
            Stretch(f"{text(a)}~/..", courses(about, still)),
            Stretch(f"{text(a)}/", courses(one, after), unsure=True),
            Stretch(f"/{text(b)}", courses(after, other), unsure=True),
            Stretch(f"../{text(b)}", courses(before, other)),
            Stretch(None, courses(after, after), unsure=True),
        ])
    )  # fmt: skip
