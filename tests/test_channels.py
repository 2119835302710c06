"""The history of channels: what is said of each, proven use, failures, and the state on a day."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from day_worlds import FAR, FIRST, LAST, NEAR, VOUCHED, Date, Stretch, dates, stamp, stretches, text
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, RECORDED, TRENTINO, claim, keyed, knowledge, party, when

from backchannel.cli import group
from backchannel.graph.bounds import BEGINNING, occurrence, state
from backchannel.graph.channel_attempts import attempts_between
from backchannel.graph.channel_phases import SAID, borne_out, only_said, phases
from backchannel.graph.channel_use import last_uses, share, used_within
from backchannel.graph.channels import LAST_SAID, History, histories, standing, standings
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError
from backchannel.graph.model import Channel, Claim, Knowledge, Names, When
from backchannel.graph.quads import canonical, statements
from backchannel.graph.semantics import Truth, disjunction, truth_at
from backchannel.ontology.library import find

ID = "https://w3id.org/backchannel/id/"
LINE = "channel/hotline"
EXAMPLES = settings(max_examples=2000 if LARGE else 100)


def said(name: str, state: str, date: str, throughout: bool = True, **fields: object) -> Claim:
    return claim(
        name, kind="channel", about=LINE, state=state, when=when(date, throughout=throughout), **fields
    )


def through(name: str, outcome: str, date: str, **fields: object) -> Claim:
    parties = {"participants": (FIREFLY, TRENTINO), "channels": (LINE,)}
    return claim(name, outcome=outcome, when=when(date), **parties, **fields)


SET_UP = said("set-up", "established", "2029-01-02", throughout=False)
IN_PLACE = said("in-place", "in place", "2029-01-03/2029-01-20")
DEAD = said("dead", "unanswered", "2029-01-10/2029-01-15")
MAYBE = said("maybe", "suspended", "2029-01-25/2029-02")
CALLED = through("called", "held", "2029-01-05")
CALLED_LATER = through("called-later", "held", "2029-01-08")
REFUSED = through("refused", "refused", "2029-01-12")


def history(*claims: Claim, at: str | None = None, known: str | None = None) -> History:
    (found,) = histories(knowledge(claims), at, known)
    return found


@pytest.mark.parametrize(
    ("day", "states", "truth"),
    [
        ("2029-01-01", [], None),
        ("2029-01-02", ["established"], "possible"),
        ("2029-01-05", ["in place"], "certain"),
        ("2029-01-12", ["in place", "unanswered"], "certain"),
        ("2029-01-22", ["in place", "unanswered"], "last said"),
        ("2029-01-25", ["suspended"], "certain"),
        ("2029-02-10", ["suspended"], "possible"),
        ("2029-03-01", ["suspended"], "last said"),
    ],
)
def test_the_state_of_a_channel_on_a_day(day: str, states: list[str], truth: str | None) -> None:
    """Certain states before possible ones, those before the last said; contradicting ones side by side."""
    found = standing(history(SET_UP, IN_PLACE, DEAD, MAYBE), day)
    assert [one.state for one in found] == states
    assert {one.truth for one in found} == ({truth} if truth else set())


def test_a_denied_state_is_not_a_state() -> None:
    """What a voice denies stands among the statements, but is no state of the channel."""
    denied = replace(IN_PLACE, stance="denies")
    found = history(denied)
    assert found.said == (denied,)
    assert standing(found, "2029-01-05") == []


def test_held_contacts_prove_a_channel_and_failed_attempts_do_not() -> None:
    """The last use is the latest held contact through it; refusals stand apart; both by date."""
    found = history(CALLED_LATER, REFUSED, CALLED, IN_PLACE)
    assert [one.contact for one in found.used] == ["contact/called", "contact/called-later"]
    assert [(one.contact, one.truth) for one in last_uses(found)] == [("contact/called-later", Truth.CERTAIN)]
    assert [one.contact for one in found.failed] == ["contact/refused"]
    assert found.claims == ("claim/called", "claim/called-later", "claim/in-place", "claim/refused")


def test_an_undated_use_may_always_have_been_the_last() -> None:
    """Beside a dated one either may be; alone it is the last for sure."""
    undated = replace(through("undated", "held", "2029-01-01"), when=None)
    found = {(one.contact, one.truth) for one in last_uses(history(CALLED, undated))}
    assert found == {("contact/called", Truth.POSSIBLE), ("contact/undated", Truth.POSSIBLE)}
    (alone,) = last_uses(history(undated))
    assert alone.contact == "contact/undated"


def test_contested_and_merely_proposed_contacts_prove_nothing() -> None:
    """Neither use nor failure: nobody knows which, or nothing happened."""
    denial = replace(CALLED, key="claim/denial", stance="denies")
    proposed = replace(through("proposed", "held", "2029-01-09"), stance="proposes")
    found = history(CALLED, denial, proposed)
    assert (found.used, found.failed) == ((), ())
    assert [one.truth for one in last_uses(found)] == [Truth.POSSIBLE]


def test_a_history_ends_with_the_day_and_with_what_was_known() -> None:
    """What certainly came later is left out, and so is what was not yet published or already withdrawn."""
    late = replace(CALLED_LATER, known=known_stamp("2029-06-01"))
    gone = replace(IN_PLACE, withdrawn=known_stamp("2029-04-01"))
    assert [one.contact for one in history(CALLED, CALLED_LATER, at="2029-01-07").used] == ["contact/called"]
    assert [one.contact for one in history(CALLED, late, known="2029-05-01").used] == ["contact/called"]
    assert history(gone, known="2029-03-31").said == (gone,)
    assert history(gone, known="2029-04-01").said == ()
    with pytest.raises(DateError):
        history(CALLED, at="2029-02-30")


def test_every_channel_has_a_history_even_an_empty_one() -> None:
    """A channel of which nobody says anything is listed."""
    assert history() == History(LINE, (), (), ())


def test_the_lines_of_the_seed_case(seed_knowledge: Knowledge) -> None:
    """In March 2022 the red telephone rang in vain, the hotline was in place; neither shows a contact."""
    found = {one.channel: one for one in histories(seed_knowledge, "2022-03-24", "2022-04-01")}
    labels = {seed_knowledge.channels[key].label: one for key, one in found.items()}
    red, hotline = labels["red telephone"], labels["Stuttgart deconfliction hotline"]
    assert [one.state for one in standing(red, "2022-03-24")] == ["unanswered"]
    assert [one.outcome for one in red.failed] == ["refused", "refused"]
    assert "in place" in [one.state for one in standing(hotline, "2022-03-24")]
    assert (last_uses(red), last_uses(hotline)) == ((), ())


# --- standing, phases, use and share, against every course of events


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2029-01-05", {"established": "impossible", "in place": "certain", "unanswered": "impossible"}),
        ("2029-01-12", {"established": "impossible", "in place": "certain", "unanswered": "certain"}),
        ("2029-01-22", {"established": "impossible", "in place": "last said", "unanswered": "last said"}),
    ],
)
def test_every_state_has_its_own_certainty(day: str, found: dict[str, str]) -> None:
    """States that exclude each other stand side by side; 'last said' is a label of its own."""
    every = standings(history(SET_UP, IN_PLACE, DEAD), day)
    assert {one.state: one.truth for one in every} == found


states = st.sampled_from(["established", "in place", "in use", "unanswered", "closed"])
stances = st.sampled_from(["asserts", "asserts", "asserts", "alleges", "denies"])
statements_ = st.lists(st.tuples(states, stretches(), stances), max_size=4)


def as_said(drawn: list[tuple[str, Stretch, str]]) -> list[Claim]:
    return [
        claim(
            f"said-{number}",
            kind="channel",
            about=LINE,
            state=name,
            stance=stance,
            when=When(one.edtf, state(one.edtf, stamp(VOUCHED))) if one.edtf else None,
        )
        for number, (name, one, stance) in enumerate(drawn)
    ]


def told_of(drawn: list[tuple[str, Stretch, str]], name: str) -> list[Stretch]:
    return [one for told, one, stance in drawn if told == name and stance != "denies"]


@given(statements_, st.integers(NEAR, FAR))
@EXAMPLES
def test_standing_as_every_possible_course_has_it(drawn: list[tuple[str, Stretch, str]], day: int) -> None:
    """A state is certain on a day if one claim has it so in each of its courses, possible if in one."""
    found = {one.state: one.truth for one in standings(history(*as_said(drawn)), text(day))}
    expected: dict[str, str] = {}
    for name in {told for told, _, stance in drawn if stance != "denies"}:
        stretches_ = told_of(drawn, name)
        sure = any(one.certain(day) for one in stretches_)
        may = any(one.possible(day) for one in stretches_)
        expected[name] = "certain" if sure else "possible" if may else "impossible"
    nothing = set(expected.values()) <= {"impossible"}
    labelled = {name for name, truth in found.items() if truth == LAST_SAID}
    assert {name: "impossible" if name in labelled else truth for name, truth in found.items()} == expected
    assert nothing or not labelled
    past = {name for name in expected for one in told_of(drawn, name) if max(b for _, b in one.courses) < day}
    assert labelled <= past
    assert bool(labelled) == (nothing and bool(past))


@given(statements_)
@EXAMPLES
def test_phases_say_of_each_day_what_the_claims_say(drawn: list[tuple[str, Stretch, str]]) -> None:
    """On each day a state is as sure by its phases as by its claims; each claim is in one phase."""
    told = history(*as_said(drawn))
    found = phases(told)
    assert [one.basis for one in found] == [SAID] * len(found)
    assert sorted(key for one in found for key in one.claims) == sorted(one.key for one in told.states)
    for name in {told for told, _, stance in drawn if stance != "denies"}:
        mine = [one.bounds for one in found if one.state == name]
        for day in range(FIRST + 1, VOUCHED):
            by_phases = disjunction(truth_at(bounds, stamp(day), stamp(day + 1)) for bounds in mine)
            sure = any(one.certain(day) for one in told_of(drawn, name))
            may = any(one.possible(day) for one in told_of(drawn, name))
            assert by_phases.value == ("certain" if sure else "possible" if may else "impossible"), day
    keys = [(one.bounds.earliest == BEGINNING, one.bounds.earliest, one.bounds.latest) for one in found]
    assert keys == sorted(keys)


def test_phases_of_said_proven_and_tried_stand_side_by_side() -> None:
    """What is said is not what is proven; overlapping claims of one state are one phase, others are two."""
    again = said("again", "in place", "2029-01-15/2029-01-25", voice="person/teasdale")
    later = said("later", "in place", "2029-02-10/2029-02-20")
    off = through("off", "cancelled", "2029-01-13")
    found = phases(history(IN_PLACE, again, later, CALLED, REFUSED, off, DEAD))
    assert [(one.state, one.basis, len(one.claims)) for one in found] == [
        ("in place", "said", 2),
        ("in use", "proven", 1),
        ("unanswered", "said", 1),
        ("unanswered", "tried", 1),
        ("in place", "said", 1),
    ]
    assert found[0].bounds == state("2029-01-03/2029-01-25")
    assert found[0].voices == ("organisation/gazette", "person/teasdale")


def test_what_is_certain_with_a_gap_between_is_no_single_phase() -> None:
    """Two stretches whose rough edges may touch: nobody says what was in between."""
    first, second = said("a", "in use", "2029-01-03/2029-01~"), said("b", "in use", "2029-01~/2029-02-20")
    vague = said("c", "in use", "2029-01/")
    found = phases(history(first, second, vague))
    assert [one.bounds.certain for one in found] == [True, True]
    assert sorted(key for one in found for key in one.claims) == ["claim/a", "claim/b", "claim/c"]
    assert len(phases(history(first, said("d", "in use", "2029-01-03/2029-02-20"), second))) == 1


@pytest.mark.parametrize(
    ("claims", "only"),
    [
        ((IN_PLACE,), ("in place",)),
        ((IN_PLACE, CALLED), ()),
        ((IN_PLACE, through("after", "held", "2029-02-05")), ("in place",)),
        ((SET_UP, CALLED), ()),  # a line that is used has been set up
        ((said("set-up", "established", "2029-01-20", throughout=False), CALLED), ("established",)),
        ((DEAD, CALLED), ("unanswered",)),
        ((DEAD, REFUSED), ()),
        ((DEAD, through("off", "cancelled", "2029-01-12")), ("unanswered",)),
        ((said("shut", "closed", "2029-01-05"), CALLED, REFUSED), ("closed",)),
        ((replace(IN_PLACE, stance="denies"),), ()),
    ],
)
def test_what_is_only_said(claims: tuple[Claim, ...], only: tuple[str, ...]) -> None:
    """Use is proven by a held contact, silence by attempts that failed, a closure by none."""
    assert only_said(history(*claims)) == only


def test_how_sure_a_contact_shows_what_is_said() -> None:
    """For sure if it lies in what is certain, perhaps if it may lie in it, or is contested."""
    denial = through("denial", "held", "2029-01-05", about="contact/called", stance="denies")
    vague = through("vague", "held", "2029-01")
    for claims, truth in [
        ((CALLED,), Truth.CERTAIN),
        ((CALLED, denial), Truth.POSSIBLE),
        ((vague,), Truth.POSSIBLE),
        ((), Truth.IMPOSSIBLE),
    ]:
        told = history(IN_PLACE, *claims)
        (place,) = [one for one in phases(told) if one.basis == SAID]
        assert borne_out(place, told) is truth


@dataclass(frozen=True)
class Contact:
    """A generated contact through the line: what each of its claims says."""

    date: Date
    told: tuple[tuple[str, str, int], ...]  # stance, outcome, times

    @property
    def asserted(self) -> dict[str, int]:
        """How often, at least, it came to each outcome asserted; 'attempted' only where that is all."""
        found: dict[str, int] = {}
        for stance, outcome, times in self.told:
            if stance != "denies":
                found[outcome] = max(times, found.get(outcome, 0))
        return {o: n for o, n in found.items() if o != "attempted"} or found

    def counts(self, by: int) -> set[tuple[int, int]]:
        """How often it got through and how often it failed by the end of a day, in each course of events."""
        courses: set[tuple[int, int]] = set()
        if any(stance == "denies" for stance, _, _ in self.told) or max(self.date.days) > by:
            courses.add((0, 0))
        if min(self.date.days) > by:
            return {(0, 0)}
        for outcome, times in self.asserted.items():
            often = {times, times + 1, times + MANY} if times > 1 else {times}
            courses |= {(n, 0) if outcome == "held" else (0, n) for n in often}
        return courses


MANY = 10**9  # 'at least so often' has no upper end
contacts_ = st.lists(
    st.builds(
        Contact,
        dates(),
        st.lists(
            st.tuples(
                st.sampled_from(["asserts", "asserts", "asserts", "denies"]),
                st.sampled_from(["held", "held", "refused", "attempted"]),
                st.sampled_from([1, 1, 2, 3]),
            ),
            min_size=1,
            max_size=2,
        ).map(tuple),
    ),
    max_size=4,
)


def as_contacts(drawn: list[Contact]) -> list[Claim]:
    return [
        replace(
            through(f"{number}-{index}", outcome, "2029"),
            about=f"contact/{number}",
            stance=stance,
            times=times,
            when=When(one.date.edtf, occurrence(one.date.edtf)) if one.date.edtf else None,
        )
        for number, one in enumerate(drawn)
        for index, (stance, outcome, times) in enumerate(one.told)
    ]


@given(contacts_, st.none() | st.integers(NEAR, FAR))
@EXAMPLES
def test_the_share_as_every_course_of_events_has_it(drawn: list[Contact], day: int | None) -> None:
    """The least and the most of the shares over all courses of events in which there was an attempt."""
    found = share(history(*as_contacts(drawn), at=None if day is None else text(day)))
    by = LAST if day is None else day
    # A contact that nobody asserts went through no line.
    worlds = product(*(one.counts(by) for one in drawn if one.asserted))
    sums = [(sum(h for h, _ in world), sum(f for _, f in world)) for world in worlds]
    shares = [Fraction(h, h + f) for h, f in sums if h + f]
    assert (found.least is None) == (found.most is None) == (not shares)
    if found.least is not None and found.most is not None:
        assert abs(found.least - min(shares)) < 1e-6
        assert abs(found.most - max(shares)) < 1e-6
    assert (found.held, found.failed) == (
        sum(min(h for h, _ in one.counts(by)) for one in drawn if one.asserted),
        sum(min(f for _, f in one.counts(by)) for one in drawn if one.asserted),
    )


@given(contacts_, st.integers(NEAR, FAR))
@EXAMPLES
def test_use_within_a_time_and_the_last_use(drawn: list[Contact], day: int) -> None:
    """Whether it was used on a day or the next, and which use was the last, over all courses of events."""
    drawn = drawn[:3]
    told = history(*as_contacts(drawn))
    uses_ = [one for one in drawn if "held" in one.asserted]
    choices = [
        [
            *([None] if any(h == 0 for h, _ in one.counts(LAST)) else []),
            *(2 * d + half for d in sorted(one.date.days) for half in (0, 1)),
        ]
        for one in uses_
    ]
    worlds = list(product(*choices))
    within = {any(half is not None and day <= half // 2 <= day + 1 for half in world) for world in worlds}
    # Each use by itself: that one of several must lie in the time is not concluded.
    sure = [{half is not None and day <= half // 2 <= day + 1 for half in choice} for choice in choices]
    found = used_within(told, text(day), text(day + 1))
    assert (found is not Truth.IMPOSSIBLE) == (True in within)
    assert (found is Truth.CERTAIN) == ({True} in sure)
    last = {one.contact: one.truth.value for one in last_uses(told)}
    numbers = [number for number, one in enumerate(drawn) if one in uses_]
    for place, number in enumerate([n for n in numbers][: len(uses_)]):
        each = {_is_last(world, place) for world in worlds}
        expected = "certain" if each == {True} else "possible" if True in each else None
        assert last.get(f"contact/{number}") == expected


def _is_last(world: tuple[int | None, ...], place: int) -> bool:
    own = world[place]
    return own is not None and all(half is None or half <= own for half in world)


def test_the_last_use_and_the_share_by_example() -> None:
    """Each that may be the last; a contested use is possible only; series have no upper end."""
    month, denial = through("month", "held", "2029-01"), replace(CALLED_LATER, key="claim/d", stance="denies")
    assert [one.contact for one in last_uses(history(CALLED, CALLED_LATER))] == ["contact/called-later"]
    assert {one.contact for one in last_uses(history(CALLED, CALLED_LATER, month))} == {
        "contact/called-later",
        "contact/month",
    }
    found = last_uses(history(CALLED, CALLED_LATER, denial))
    assert {one.contact: one.truth for one in found} == {
        "contact/called": Truth.POSSIBLE,
        "contact/called-later": Truth.POSSIBLE,
    }
    series = replace(REFUSED, times=3)
    told = share(history(CALLED, series))
    assert (told.held, told.failed, told.least, told.most) == (1, 3, 0, Fraction(1, 4))
    assert (told.failed_more, told.exact) == (True, False)
    told = share(history(CALLED, CALLED_LATER, denial, REFUSED))
    assert (told.possible_held, told.least, told.most) == (1, Fraction(1, 2), Fraction(2, 3))
    assert share(history()).least is None


# --- the library's questions give the same


NEUTRAL = party("state/fr", at="state/fr")  # nobody says who sought whom


def random_lines(seed: int) -> tuple[Knowledge, pyoxigraph.Store]:
    """Thirty lines with claims about them and contacts through them, as objects and in a store."""
    rng = random.Random(seed)
    lines = [
        Channel(
            f"channel/l{n}", Names(((f"line {n}", "en"),)), "hotline", ("state/fr", "state/sy"), n % 5 == 0
        )
        for n in range(30)
    ]
    claims: list[Claim] = []
    for number, line in enumerate(lines):
        common = {"stance": rng.choice(["asserts", "asserts", "alleges", "denies"])}
        for index in range(rng.randint(0, 3)):
            claims.append(
                claim(
                    f"s{number}-{index}", kind="channel", about=line.key,
                    state=rng.choice(["established", "in place", "in use", "unanswered", "closed", None]),
                    location="Fredville", when=when("2029-01-03/..", throughout=True),
                    known=stamp(rng.choice([15, 30])), **common,
                )
            )  # fmt: skip
        for index in range(rng.randint(0, 3)):
            claims.append(
                claim(
                    f"c{number}-{index}", about=f"contact/{number}-{rng.randint(0, 1)}",
                    participants=rng.choice([(FIREFLY, TRENTINO), (NEUTRAL, TRENTINO)]),
                    channels=rng.choice([(line.key,), (line.key,), (), (line.key, "channel/l1")]),
                    outcome=rng.choice(["held", "refused", "ignored", "attempted"]), when=when("2029-01-05~"),
                    stance=rng.choice(["asserts", "asserts", "alleges", "denies"]),
                    known=stamp(rng.choice([15, 30])), withdrawn=rng.choice([None, None, stamp(40)]),
                )
            )  # fmt: skip
    known = knowledge(claims, channels=keyed(lines))
    store = pyoxigraph.Store()
    quads = "".join(canonical(statements(known, RECORDED)))
    store.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return known, store


def rows(store: pyoxigraph.Store, name: str, columns: str, **values: str) -> set[tuple[str, ...]]:
    found = store.query(find(name).with_parameters(values))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    wanted = [names.index(column) for column in columns.split()]
    return {
        tuple(str(getattr(row[n], "value", "") if row[n] else "").removeprefix(ID) for n in wanted)
        for row in found
    }


def facts(claims: Iterable[Claim]) -> list[Claim]:
    return [one for one in claims if one.stance in ("asserts", "alleges")]


@pytest.mark.parametrize("seed", range(40 if LARGE else 2))
@pytest.mark.parametrize("day", [text(20), "everything"])
def test_the_questions_about_channels_agree(seed: int, day: str) -> None:
    """02, 14 and 26 of the library, for every line of a generated case, on both clocks."""
    known, store = random_lines(seed)
    told = {one.channel: one for one in histories(known, known=None if day == "everything" else day)}
    named = {key: known.channels[key].label for key in told}
    # 02: what is said of each line that is no mere kind of one, with those of which nothing is said
    standing_ = {
        (named[key], one.key if one else "")
        for key, history_ in told.items()
        if not known.channels[key].generic
        for one in (facts(history_.said) or [None])
    }
    states = {"one": f"{ID}state/fr", "other": f"{ID}state/sy"}
    assert rows(store, "standing-channels", "channel_name claim", known=day, **states) == standing_
    # 14: claims on its state, contacts through it, attempts between its ends by other lines
    for key, history_ in told.items():
        contacts = (*history_.used, *history_.failed, *history_.contested)
        expected = {("the channel", one.key) for one in history_.states}
        expected |= {
            ("contacts through it", one.key)
            for contact in contacts
            for one in facts(contact.claims)
            if key in one.channels
        }
        others = attempts_between(known, key, known=None if day == "everything" else day)
        expected |= {("attempts between its ends", one.key) for one in others}
        assert rows(store, "channel-history", "part claim", known=day, channel=ID + key) == expected
    # 26: lines of which something is said, but no use: neither a held contact nor a claim that it is used
    unused = {
        named[key]
        for key, history_ in told.items()
        if not known.channels[key].generic
        and (history_.states or history_.used or history_.failed or history_.contested)
        and not any(one.state == "in use" for one in history_.states)
        and not any("held" in one.outcomes for one in (*history_.used, *history_.contested))
    }
    assert {name for (name,) in rows(store, "unused-channels", "channel_name", known=day)} == unused
    assert len(standing_) > 20
    assert unused


# --- the command


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["channels", *arguments, "--graph", str(seed_out)])


def table(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


def test_the_history_of_the_hotline(seed_out: Path) -> None:
    """Question 14: set up in March, in place, often unanswered; apart from it, refused or ignored."""
    found = table(seed_out, "deconfliction hotline")
    assert [(row["state"], row["basis"]) for row in found] == [
        ("established", "said"),
        ("unanswered", "said"),
        ("in place", "said"),
    ]
    assert [row["first_day"] for row in found] == ["2022-03-01"] * 3
    assert found[1]["hedge"] == "in many cases"
    shown = run(seed_out, "Konfliktentschärfungs-Hotline").stdout
    for words in ("between 1 March 2022 and 10 March", "since March 2022", "Tod Wolters", "Apart from it"):
        assert words in shown
    assert "[us-military-calls-ignored]" in shown
    march = table(seed_out, "deconfliction hotline", "--known", "2022-04-01")
    assert [row["state"] for row in march] == ["established", "in place"]


def test_the_overview_of_the_channels(seed_out: Path) -> None:
    """What is proven and what is only said, of each line on the day."""
    found = {row["channel"]: row for row in table(seed_out)}
    assert len(found) == 7
    red, hotline = found["red telephone"], found["Stuttgart deconfliction hotline"]
    assert (red["got_through"], red["least"], red["most"], red["only_said"]) == (
        "0 of at least 4",
        "0.0",
        "0.0",
        "",
    )
    assert (hotline["last_use"], hotline["got_through"]) == ("none on record", "no attempt on record")
    assert hotline["only_said"] == "established, in place, unanswered"
    silent = [name for name, row in found.items() if row["last_use"] == "none on record"]
    assert len(silent) == 6
    hidden = found["non-public channels between Washington and Moscow"]
    assert hidden["last_use"].startswith("one of 4: ")
    assert (hidden["last_use_first_day"], hidden["last_use_last_day"]) == ("2022-09-18", "2022-09-26")
    assert "State of each channel on 24 March 2022" in run(seed_out, "--at", "2022-03-24").stdout


def test_before_anything_was_known(seed_out: Path) -> None:
    """Nothing on record is no proof of anything, and says so."""
    shown = run(seed_out, "red telephone", "--known", "2022-01-01", "--no-evidence")
    assert shown.exit_code == 0
    assert "that is no proof of either" in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("pigeon post",), "`backchannel channels` lists them"),
        (("Lloyd Austin",), "'Lloyd Austin' is a person; expected the name or id of a channel"),
        (("--at", "2022-02-30"), "February 2022 has 28 days"),
        (("--known", "soon"), "is not a day"),
        (("--format", "pdf"), "'pdf' is not one of"),
    ],
)
def test_wrong_use_of_the_command(arguments: tuple[str, ...], message: str, seed_out: Path) -> None:
    found = run(seed_out, *arguments)
    assert found.exit_code != 0
    assert message in found.output + str(found.exception)
