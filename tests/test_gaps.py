"""The arithmetic of gaps, against going through every world that the dates leave open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.graph.gaps import History, Span, gap_bounds

# Where a date has no bound, the days near the others are gone through, and two so far away that a way
# from there has no bound.
NEAR, FAR = range(-1, 13), 100

ends = st.integers(0, 5)
closed = st.tuples(ends, st.integers(0, 3)).map(lambda pair: (pair[0], pair[0] + pair[1]))
dates: st.SearchStrategy[tuple[int | None, int | None]] = st.one_of(
    closed,
    closed,
    ends.map(lambda day: (day, None)),
    ends.map(lambda day: (None, day)),
    st.just((None, None)),
)
contacts = st.tuples(dates, st.booleans())
histories = st.lists(contacts, min_size=1, max_size=3).map(
    lambda found: [Span(f"contact/{number}", *days, sure=sure) for number, (days, sure) in enumerate(found)]
)


def possible_days(one: Span) -> list[int]:
    first, last = one.days
    return [day for day in (-FAR, 1 - FAR, *NEAR, FAR - 1, FAR) if first <= day <= last]


def worlds(contact: Span, others: list[Span]) -> Iterator[tuple[int, dict[str, int]]]:
    """Every day of the contact, with the days of those others that took place."""
    chosen = [[*possible_days(one), *([] if one.sure else [None])] for one in others]
    for day, *rest in product(possible_days(contact), *chosen):
        yield day, {one.key: other for one, other in zip(others, rest, strict=True) if other is not None}


def enumerated(contact: Span, others: list[Span]) -> tuple[int, int | None] | None:
    """The shortest and the longest way back over every world in which another contact came before."""
    lengths = []
    for day, rest in worlds(contact, others):
        before = [other for other in rest.values() if other <= day]
        lengths += [day - max(before)] if before else []
    if not lengths:
        return None
    return min(lengths), max(lengths) if max(lengths) < FAR // 2 else None


def rest_of(history: list[Span], contact: Span) -> list[Span]:
    return [one for one in history if one.key != contact.key]


@settings(max_examples=2000 if LARGE else 100)
@given(histories)
def test_the_bounds_of_each_gap_are_those_of_all_worlds(found: list[Span]) -> None:
    """The least and most days since the last contact are exact, also with open and unknown dates."""
    for contact in found:
        assert History(found).bounds(contact) == enumerated(contact, rest_of(found, contact))


@settings(max_examples=2000 if LARGE else 100)
@given(histories)
def test_the_contacts_before_a_gap_are_those_that_may_have_been_the_last(found: list[Span]) -> None:
    """Every contact that is the last before in some world is named, and no other."""
    for contact in found:
        named: set[str] = set()
        for day, rest in worlds(contact, rest_of(found, contact)):
            before = {key: other for key, other in rest.items() if other <= day}
            named |= {key for key, other in before.items() if other == max(before.values())}
        assert set(History(found).previous(contact)) == named


@settings(max_examples=2000 if LARGE else 100)
@given(histories, contacts)
def test_a_further_contact_changes_exactly_the_gaps_it_must(
    found: list[Span], added: tuple[tuple[int | None, int | None], bool]
) -> None:
    """Those whose worlds it changes; none that it certainly comes after, or that another surely cuts off."""
    new = Span("contact/new", *added[0], sure=added[1])
    before, after = History(found), History([*found, new])
    for contact in found:
        others = rest_of(found, contact)
        changed = before.bounds(contact) != after.bounds(contact)
        assert changed == (enumerated(contact, others) != enumerated(contact, [*others, new]))
        later = new.days[0] > contact.days[1]
        cut_off = any(
            one.sure and one.days[1] <= contact.days[0] and one.days[0] > new.days[1] for one in others
        )
        assert not (changed and (later or cut_off))
    assert after.bounds(new) == enumerated(new, found)


@settings(max_examples=2000 if LARGE else 100)
@given(histories)
def test_the_days_certainly_between(found: list[Span]) -> None:
    """No contact that came before can lie on them or after them, whatever the world."""
    for contact in found:
        between = History(found).certainly_between(contact)
        latest = [
            max((other for other in rest.values() if other <= day), default=None)
            for day, rest in worlds(contact, rest_of(found, contact))
        ]
        reached = max((day for day in latest if day is not None), default=None)
        first = contact.days[0]
        if between is None:
            assert reached is None or reached + 1 > first - 1
        else:
            assert between == ((reached or 0) + 1, first - 1)


def test_the_last_before_may_be_on_the_same_day() -> None:
    """Two contacts of one day are no days apart; which was first stays open."""
    both = History([Span("contact/a", 3, 3), Span("contact/b", 3, 3)])
    assert [both.bounds(one) for one in both.spans] == [(0, 0), (0, 0)]
    assert both.previous(both.spans[0]) == ("contact/b",)


def test_examples_of_bounds() -> None:
    """An unsure contact shortens the least length only; one of unknown date may be the day before."""
    assert gap_bounds((21, 21), [(1, 5)], unsure=[(10, 12)]) == (9, 20)
    assert gap_bounds((21, 21), [], unsure=[(10, 12)]) == (9, 11)
    assert gap_bounds((1, 3), [(4, 9)]) is None
