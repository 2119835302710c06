"""Series are exact over all days; what was planted is found; pure chance is called chance."""

from __future__ import annotations

import csv
import io
import itertools
import json
import math
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from hypothesis import given
from hypothesis import strategies as st
from samples import claim, knowledge, party, when
from scipy.stats import binom

from backchannel.cli import group
from backchannel.exports.report_trends import verdict_words
from backchannel.graph.bounds import Bounds, occurrence
from backchannel.graph.errors import DateError, QueryError
from backchannel.graph.gregorian import DAY, END, seconds_of, stamp_of
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.semantics import Truth
from backchannel.graph.trends import (
    Break,
    Dates,
    Event,
    Settings,
    Shift,
    after_refusals,
    answered,
    chosen,
    corrected,
    drawn,
    events,
    labelled,
    scan,
    series,
    trends,
    trials,
    windows,
)
from backchannel.graph.trends.scan import _ranks, _ratios

COUNT = 1000 if LARGE else 60
NOISE = 1000 if LARGE else 80
PAIR, OTHER = ("state/a", "state/b"), ("state/c", "state/d")
FIRST = seconds_of("2029-01-01T00:00:00Z")


def bounds(first: int, last: int) -> Bounds:
    """From the first to the end of the last day, counted from 1 January 2029."""
    return replace(
        occurrence("2029"), earliest=stamp_of(FIRST + first * DAY), latest=stamp_of(FIRST + (last + 1) * DAY)
    )


def event(
    name: str,
    first: int,
    last: int | None = None,
    outcome: str = "held",
    pair: tuple[str, str] = PAIR,
    means: str | None = "call",
    rank: str | None = "minister",
    sure: Truth = Truth.CERTAIN,
) -> Event:
    span = bounds(first, first if last is None else last)
    return Event(f"contact/{name}", (pair,), span, ((outcome, sure),), means, rank, (f"claim/{name}",))


# --- series


def random_events(rng: random.Random) -> list[Event]:
    found = []
    for number in range(rng.randint(1, 5)):
        first = rng.randrange(0, 70)
        outcome = rng.choice(("held", "held", "refused", "ignored"))
        sure = rng.choice((Truth.CERTAIN, Truth.CERTAIN, Truth.POSSIBLE))
        found.append(event(str(number), first, first + rng.choice((0, 0, 10, 40)), outcome, sure=sure))
    return found


def test_least_and_most_are_those_of_all_courses_of_events() -> None:
    """Each contact in each window it can be in, or not at all if it is contested; counts and shares."""
    several = windows("month", "2029-01-01T00:00:00Z", "2029-04-30T00:00:00Z")
    assert len(several) == 4
    compared = 0
    for seed in range(COUNT):
        found = random_events(random.Random(seed))
        points = {(one.window.name, one.measure): one for one in series(found, several)}
        worlds = list(itertools.product(*(places(one, several) for one in found)))
        for window in several:
            for measure in ("held", "refused", "ignored"):
                counts = [count(found, world, window.name, (measure,)) for world in worlds]
                point = points.get((window.name, measure))
                assert (point.least, point.most) == (min(counts), max(counts)) if point else max(counts) == 0
            if (window.name, "answered") in points:
                shares = [
                    held / (held + failed)
                    for world in worlds
                    if (held := count(found, world, window.name, ("held",)))
                    + (failed := count(found, world, window.name, ("refused", "ignored")))
                ]
                point = points[window.name, "answered"]
                assert (point.least, point.most) == (min(shares, default=None), max(shares, default=None))
                compared += bool(shares)
    assert compared > COUNT


def places(one: Event, several: tuple[object, ...]) -> list[str | None]:
    """The windows in which a contact may lie; None for not at all, if it is contested."""
    days = range(seconds_of(one.bounds.earliest), seconds_of(one.bounds.latest), DAY)
    months = {stamp_of(day)[:7] for day in days}
    contested = any(sure is Truth.POSSIBLE for _, sure in one.outcomes)
    return [*sorted(months), *([None] if contested else [])]


def count(found: list[Event], world: tuple[str | None, ...], window: str, outcomes: tuple[str, ...]) -> int:
    return sum(
        month == window and one.outcomes[0][0] in outcomes for one, month in zip(found, world, strict=True)
    )


@given(*[st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted) for _ in range(2)])
def test_the_share_answered_is_exact(held: list[int], failed: list[int]) -> None:
    shares = [
        one / (one + other)
        for one in range(held[0], held[1] + 1)
        for other in range(failed[0], failed[1] + 1)
        if one + other
    ]
    least, most = answered((held[0], held[1]), (failed[0], failed[1]))
    assert (least, most) == (min(shares, default=None), max(shares, default=None))


@pytest.mark.parametrize(("every", "names"), [("month", 14), ("quarter", 5), ("year", 2)])
def test_windows_follow_one_another_without_a_gap(every: str, names: int) -> None:
    found = windows(every, "2029-02-28T23:59:59Z", "2030-03-31T00:00:00Z")
    assert len(found) == names
    assert all(one.end == other.start for one, other in itertools.pairwise(found))
    assert found[0].start <= "2029-02-28T23:59:59Z" < found[0].end
    assert found[-1].start < "2030-03-31T00:00:00Z" <= found[-1].end


def test_windows_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="expected one of month, quarter, year; found 'week'"):
        windows("week", "2029-01-01T00:00:00Z", "2029-02-01T00:00:00Z")
    with pytest.raises(QueryError, match="found a time without end"):
        windows("year", "2029-01-01T00:00:00Z", END)
    with pytest.raises(QueryError, match="expected at most 2,000 windows"):
        windows("month", "0002-01-01T00:00:00Z", "2029-02-01T00:00:00Z")


# --- chance


def test_p_values_are_exact_where_all_arrangements_are_few() -> None:
    """The share of all choices, and of all orders, that reach the observed value, counted by hand."""
    rng = np.random.default_rng(1)
    weights = np.array([5.0, 1.0, 4.0, 2.0, 2.0, 7.0])
    sums = [sum(weights[list(choice)]) for choice in itertools.combinations(range(6), 3)]
    for taken in itertools.combinations(range(6), 3):
        found = chosen(6, taken, lambda rows: weights[rows].sum(axis=1), 99, rng)
        assert found.exact and found.error == 0 and found.arrangements == 20
        assert found.p == sum(each >= sum(weights[list(taken)]) for each in sums) / 20
    labels = [0, 1, 1, 2, 0]
    orders = set(itertools.permutations(labels))
    value = lambda rows: (rows * np.arange(5)).sum(axis=1).astype(float)  # noqa: E731
    reached = sum(value(np.array([each]))[0] >= value(np.array([labels]))[0] for each in orders)
    exact = labelled(labels, value, 99, rng)
    assert (exact.p, exact.arrangements) == (reached / len(orders), len(orders)) == (reached / 30, 30)


def test_drawn_p_values_are_near_the_exact_ones_and_never_zero() -> None:
    weights = np.arange(12.0)
    total = lambda rows: weights[rows].sum(axis=1)  # noqa: E731
    exact = chosen(12, range(2, 8), total, 10**4, np.random.default_rng(1))
    assert exact.exact
    far = 0
    for seed in range(40):
        found = chosen(12, range(2, 8), total, 400, np.random.default_rng(seed))
        assert not found.exact and found.arrangements == 400
        far += abs(found.p - exact.p) > 2 * found.error
    assert far <= binom.ppf(0.999, 40, 0.05)
    top = chosen(
        40, range(30, 40), lambda rows: rows.sum(axis=1).astype(float), 199, np.random.default_rng(1)
    )
    assert top.p == 1 / 200


def test_the_correction_is_that_of_benjamini_and_hochberg() -> None:
    """On the example of their paper, 15 tests: at 0.05 the first four stand."""
    told = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    told += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert [p <= 0.05 for p in corrected(told)] == [True] * 4 + [False] * 11
    assert corrected([]) == []


def test_the_statistic_is_the_likelihood_ratio_of_the_best_cut() -> None:
    """Every cut between days, each likelihood written out."""
    compared = 0
    for seed in range(COUNT):
        rng = random.Random(seed)
        days = np.array([rng.randrange(12) for _ in range(rng.randint(3, 14))])
        taken = sorted(rng.sample(range(len(days)), rng.randint(1, len(days) - 1)))
        best = max(by_hand(days, taken, cut) for cut in range(14))
        ratio, _, _ = _ratios(*_ranks(days), np.array([taken]), len(days))
        assert ratio.max() == pytest.approx(best, abs=1e-9)
        compared += best > 0.1
    assert compared > COUNT // 2


def by_hand(days: np.ndarray, taken: list[int], cut: int) -> float:
    def likelihood(part: int, whole: int) -> float:
        terms = [(part, whole), (whole - part, whole)]
        return sum(a * math.log(a / b) for a, b in terms if a)

    before = [place for place in range(len(days)) if days[place] < cut]
    part, whole, chosen_ones = len(set(before) & set(taken)), len(before), len(taken)
    rest = likelihood(chosen_ones - part, len(days) - whole)
    return likelihood(part, whole) + rest - likelihood(chosen_ones, len(days))


# --- what was planted, and noise


def noise(seed: int, count: int = 40) -> list[Event]:
    """Contacts of four pairs on any day of a year, some refused, of any rank and means: nothing changes."""
    rng = random.Random(seed)
    pairs = (PAIR, OTHER, ("state/a", "state/c"), ("state/b", "state/d"))
    found = []
    for number in range(count):
        outcome = "refused" if rng.random() < 0.3 else "held"
        first, means = rng.randrange(365), rng.choice(("call", "meeting", "letter"))
        rank = rng.choice(("leader", "minister", "adviser", "working"))
        found.append(event(str(number), first, None, outcome, rng.choice(pairs), means, rank))
    return found


def test_noise_is_no_news() -> None:
    """Over fixed seeds each question calls noise a change no more often than its level, corrected or not."""
    settings = Settings(permutations=99)
    hits: dict[str, list[bool]] = {}
    any_pair = []
    for seed in range(NOISE):
        found = trials(noise(seed, 60), [PAIR, OTHER], settings)
        for one in found:
            if one.chance and one.pair == PAIR:
                hits.setdefault(one.question, []).append(one.chance.p <= 0.05)
        any_pair.append(any(one.corrected is not None and one.corrected <= 0.05 for one in found))
    assert len(hits) == 5
    for question, told in hits.items():
        assert len(told) > NOISE // 2, question
        assert sum(told) <= binom.ppf(0.999, len(told), 0.05), question
    assert sum(any_pair) <= binom.ppf(0.999, NOISE, 0.05)


def test_uncertain_dates_do_not_make_noise_news() -> None:
    """Dates as wide as a quarter: the same level holds."""
    wide = [[replace(one, bounds=widened(one)) for one in noise(seed)] for seed in range(NOISE // 3)]
    told = [trials(found, [PAIR], Settings(permutations=99))[0].chance for found in wide]
    p_values = [one.p for one in told if one]
    assert len(p_values) > NOISE // 4
    assert sum(p <= 0.05 for p in p_values) <= binom.ppf(0.999, len(p_values), 0.05)


def widened(one: Event) -> Bounds:
    first = (seconds_of(one.bounds.earliest) - FIRST) // DAY
    return bounds(first // 91 * 91, first // 91 * 91 + 90)


def test_a_planted_change_of_rate_is_found_on_its_day() -> None:
    """The pair falls silent on day 180, others go on; beside others that fall silent as well, it is none."""
    others = [event(f"o{day}", day, pair=OTHER) for day in range(0, 365, 7)]
    own = [event(f"p{day}", day) for day in range(3, 180, 10)]
    found = trials([*others, *own], [PAIR], Settings())[0]
    assert isinstance(found.found, Break)
    assert found.found.chance.p == 0.001 and found.corrected is not None and found.corrected < 0.01
    assert 174 <= (found.found.day - day_zero()) <= 180
    assert found.found.before > 0.3 and found.found.after == 0
    quiet = [one for one in others if one.days and one.days[0] - day_zero() < 180]
    same = trials([*quiet, *own], [PAIR], Settings())[0]
    assert same.chance is not None and same.chance.p > 0.05


def day_zero() -> int:
    days = event("x", 0).days
    assert days is not None
    return days[0]


def test_how_stable_a_change_is_over_uncertain_dates() -> None:
    """Where dates are months, the day of the change moves with them, and that is told."""
    others = [event(f"o{day}", day, pair=OTHER) for day in range(0, 365, 5)]
    own = [event(f"p{day}", day // 30 * 30, day // 30 * 30 + 29) for day in range(3, 180, 8)]
    found = trials([*others, *own], [PAIR], Settings())[0].found
    assert isinstance(found, Break)
    assert found.first <= found.day <= found.last and 0 < found.stable <= 1
    assert found.first < found.last and found.chance.p < 0.01


def test_planted_refusals_are_found() -> None:
    """All sought contacts answered until day 200, none after."""
    own = [event(f"p{day}", day, outcome="held" if day < 200 else "ignored") for day in range(0, 365, 20)]
    found = {one.question: one for one in trials(own, [PAIR], Settings())}
    cut = found["answers"].found
    assert isinstance(cut, Break)
    assert (cut.before, cut.after) == (0.0, 1.0)
    assert cut.day - day_zero() in (181, 200)
    assert cut.chance.p < 0.005
    assert found["rate"].why == "others to compare them with: 0, at least 4 are needed"


def test_planted_shifts_after_refusals_are_found() -> None:
    """Ministers telephone; after each refusal only working level writes."""
    own = []
    for year in range(0, 1200, 300):
        own.append(event(f"r{year}", year + 100, outcome="refused"))
        own += [event(f"b{year}-{day}", year + day, rank="minister", means="call") for day in (60, 70, 80)]
        own += [event(f"a{year}-{day}", year + day, rank="working", means="letter") for day in (110, 120)]
    found = {one.question: one for one in trials(own, [PAIR], Settings())}
    for question, statistic in (("rank after refusals", 4.0), ("means after refusals", 1.0)):
        shift = found[question].found
        assert isinstance(shift, Shift)
        assert shift.chance.statistic == statistic
        assert shift.chance.p <= 0.002
        assert sum(shift.before) == 12 and sum(shift.after) == 8
    words = " ".join(told(own))
    assert "before them 12 minister; after them 8 working" in words
    assert "before them 12 call; after them 8 letter" in words


def told(found: list[Event]) -> list[str]:
    base = trends(knowledge())
    made = replace(base, trials=tuple(trials(found, [PAIR], Settings())))
    return verdict_words(knowledge(), made, 0.05)


def test_where_nothing_is_more_than_chance_it_is_said() -> None:
    words = told(noise(1, 60))
    assert len(words) == 1
    assert words[0].startswith("Nothing here is more than chance would do: of 5 questions put to the dates")


def test_a_contact_is_after_or_before_within_the_days_only() -> None:
    refused = Dates(np.array([[100]]))
    days = Dates(np.array([[39, 40, 99, 100, 101, 160, 161]]))
    found = after_refusals(refused, days, [0] * 7, 60, False, 99, np.random.default_rng(1))
    assert found is not None and (found.before, found.after) == ((2.0,), (2.0,))
    assert after_refusals(refused, days.only([0, 1]), [0, 0], 60, False, 99, np.random.default_rng(1)) is None


def test_what_is_drawn_lies_within_the_dates() -> None:
    rng = np.random.default_rng(1)
    found = drawn([(5, 9), (7, 7)], rng).days
    assert found.shape == (25, 2)
    assert set(found[:, 0]) == {5, 6, 7, 8, 9} and set(found[:, 1]) == {7}
    with pytest.raises(ValueError, match="low >= high"):
        drawn([(5, 4), (7, 7)], rng)


def test_a_trial_does_not_depend_on_what_else_is_asked() -> None:
    found = noise(7, 80)
    alone, both = (trials(found, pairs, Settings()) for pairs in ([PAIR], [OTHER, PAIR]))
    assert [one.found for one in alone] == [one.found for one in both if one.pair == PAIR]
    assert scan(Dates(np.array([[1, 2, 3, 4]])), [0, 1], 99, np.random.default_rng(1)).chance.p == 1 / 3


# --- from claims


def contact(name: str, date: str | None, **fields: object) -> Claim:
    people = (party("person/firefly", "initiator", "office/fr-minister", "state/fr"),)
    people += (party("person/trentino", "addressee", "office/sy-minister", "state/sy"),)
    ranked = tuple(replace(one, rank="minister") for one in people)
    happened = when(date) if date else None
    return claim(
        name, participants=ranked, **({"when": happened, "outcome": "held", "mode": "call"} | fields)
    )


def test_events_are_what_the_claims_say() -> None:
    denied = contact("denied", None, about="contact/call", stance="denies")
    found = events(
        knowledge([contact("call", "2029-01"), denied, contact("plan", None, stance="proposes")]), "state"
    )
    assert [(one.key, one.pairs, one.means, one.rank) for one in found] == [
        ("contact/call", (("state/fr", "state/sy"),), "call", "minister")
    ]
    assert found[0].outcomes == (("held", Truth.POSSIBLE),)
    assert found[0].days is not None
    undated = events(knowledge([contact("call", None)]), "person")[0]
    assert undated.days is None and undated.pairs == (("person/firefly", "person/trentino"),)


def test_trends_of_a_pair_and_of_all() -> None:
    claims = [contact(f"c{day}", f"2029-01-{day:02}") for day in (3, 9, 20)]
    claims += [contact("month", "2029-02"), contact("open", None)]
    case = knowledge(claims)
    found = trends(case, "state/fr", "state/sy")
    assert [one.name for one in found.windows] == ["2029-01", "2029-02"]
    held = [(one.least, one.most) for one in found.points if one.measure == "held"]
    assert held == [(3, 4), (1, 2)]
    assert found.undated == 1
    assert trends(case).pair is None and len(trends(case).trials) == 5
    assert trends(case, every="year", since="2028").windows[0].name == "2028"
    with pytest.raises(QueryError, match="expected names of one level"):
        trends(case, "state/fr", "person/trentino")
    with pytest.raises(DateError):
        trends(case, since="2029-13")
    with pytest.raises(ValueError, match="found 'week'"):
        trends(case, every="week")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["trends", *arguments])


def test_the_command_says_that_nothing_stands_out(seed_out: Path) -> None:
    done = run("Washington", "Moscow", "--since", "2022", "--until", "2022-10", "--graph", str(seed_out))
    assert done.exit_code == 0, done.output
    assert "Nothing here is more than chance would do" in done.stdout
    assert "Contacts by outcome" in done.stdout and "2022-10" in done.stdout
    assert "jake-sullivan-patrushev" in done.stdout  # the evidence
    quiet = run("Washington", "Moscow", "--no-evidence", "--graph", str(seed_out))
    assert "jake-sullivan-patrushev" not in quiet.stdout


def test_the_command_for_machines(seed_out: Path) -> None:
    arguments = ("Washington", "Moscow", "--every", "quarter", "--since", "2022", "--until", "2022")
    done = run(*arguments, "--format", "csv", "--graph", str(seed_out))
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["window"] for row in rows} == {"2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"}
    assert {row["start"] for row in rows} == {"2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01"}
    tests = json.loads(run(*arguments, "--tests", "--format", "json", "--graph", str(seed_out)).stdout)
    assert [row["question"] for row in tests][:2] == ["rate", "answers"]
    assert len(tests) == 5
    assert run("--tests", "--format", "markdown", "--graph", str(seed_out)).stdout.startswith("## Is it more")


def test_the_second_clock_counts(seed_out: Path) -> None:
    counts = []
    for known in ("2022-04-01", "2022-11-30"):
        done = run("Austin", "Shoigu", "--known", known, "--format", "json", "--graph", str(seed_out))
        rows = json.loads(done.stdout) if done.stdout.startswith("[") else []
        counts.append(sum(row["most"] for row in rows if row["measure"] == "held"))
    assert counts[0] == 0 < counts[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Milley"], "expected two names or none, found 1"),
        (["Milley", "Milley"], "expected two different parties"),
        (["Milley", "Moscow"], "expected names of one level"),
        (["--every", "week"], "week"),
        (["--alpha", "0"], "alpha"),
        (["--since", "0002", "--until", "2022"], "expected at most 2,000 windows"),
    ],
)
def test_wrong_use_is_named(seed_out: Path, arguments: list[str], message: str) -> None:
    done = run(*arguments, "--graph", str(seed_out))
    assert done.exit_code != 0
    assert message in done.output + str(done.exception)


def test_the_same_bytes_whatever_the_hash_seed(seed_out: Path) -> None:
    """And other draws with another seed."""
    words = ["--tests", "--format", "csv", "--graph", str(seed_out)]
    printed = []
    for hashes in ("1", "2"):
        code = "from backchannel.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, "trends", *words],
            env=os.environ | {"PYTHONHASHSEED": hashes},
            capture_output=True,
            check=True,
        )
        printed.append(done.stdout.decode())
    assert printed[0] == printed[1] == run(*words).stdout
    assert printed[0] != run(*words, "--seed", "2").stdout


def test_the_series_holds_every_knowledge(seed_knowledge: Knowledge) -> None:
    """Each contact at the level of states is possible in some window, and certain in no two."""
    found = trends(seed_knowledge, every="year")
    held = [one for one in found.points if one.measure == "held"]
    contacts = [one for one in events(seed_knowledge, "state") if dict(one.outcomes).get("held")]
    assert (
        sum(int(one.least or 0) for one in held) <= len(contacts) <= sum(int(one.most or 0) for one in held)
    )
    assert len(contacts) > 10
