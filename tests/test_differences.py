"""What changed between two days of publication: against states worked out by hand on each of the days."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, citation, claim, keyed, knowledge, party, rich, when

from backchannel.cli import group
from backchannel.graph.bounds import days, julian_day
from backchannel.graph.clock import known_stamp
from backchannel.graph.differences import CHANGES, KINDS, Difference, State, differences
from backchannel.graph.errors import DateError
from backchannel.graph.model import Claim, Knowledge, Tenure
from backchannel.graph.semantics import Truth

Item = tuple[str, str, str]
DAYS = ("2029-02-01", "2029-02-10", "2029-03-01", "2029-04-01")
AT = (None, "2029-01-05", "2029-01-31")
DATES = ("2029-01-05", "2029-01-20", "2029-01", "2029-02-2X", "2029-01-04~", None)
STRETCHES = ("2029-01-02/2029-01-20", "2029-01/..", "2029-01-10/", "2029-02", None)
BOTH = (FIREFLY, TRENTINO)

some_day = st.sampled_from(DAYS)


@st.composite
def clocks(draw: st.DrawFn) -> dict[str, object]:
    """Published on some day, perhaps withdrawn on a later one, perhaps on an unknown day."""
    first = draw(st.integers(0, 3))
    last = draw(st.sampled_from((None, *range(first + 1, 4))))
    unknown = draw(st.integers(0, 9)) == 0
    return {
        "known": None if unknown else known_stamp(DAYS[first]),
        "withdrawn": known_stamp(DAYS[last]) if last and not unknown else None,
        "voice": draw(st.sampled_from(("organisation/gazette", "person/teasdale"))),
        "stance": draw(st.sampled_from(("asserts", "asserts", "alleges", "denies", "proposes"))),
    }


def drawn_contact(draw: st.DrawFn, name: str) -> Claim:
    date = draw(st.sampled_from(DATES))
    outcomes = ("held", "refused", "attempted", "ignored")
    return claim(
        name,
        about=draw(st.sampled_from(("contact/one", "contact/two"))),
        outcome=draw(st.sampled_from(outcomes)),
        when=when(date) if date else None,
        participants=BOTH,
        **draw(clocks()),
    )


def drawn_state(draw: st.DrawFn, name: str) -> Claim:
    """The claim of a silence or of a channel's state."""
    stretch = draw(st.sampled_from(STRETCHES))
    date = when(stretch, throughout=True) if stretch else None
    fields = draw(clocks())
    if draw(st.booleans()):
        state = draw(st.sampled_from(("in place", "unanswered")))
        return claim(name, kind="channel", about="channel/hotline", state=state, when=date, **fields)
    scope = draw(st.sampled_from(("calls", "any contact")))
    return claim(
        name, kind="silence", about="silence/hush", scope=scope, when=date, participants=BOTH, **fields
    )


def drawn_tenures(draw: st.DrawFn) -> dict[str, Tenure]:
    """Firefly's tenure, whose end becomes known later than its start, if ever."""
    first = draw(st.integers(0, 3))
    last = draw(st.integers(first, 4))
    ended = last < 4
    base = rich().tenures["tenure/firefly-fr-minister"]
    one = replace(
        base,
        held="2027-05/2029-01-10" if ended else "2027-05/..",
        end=when("2029-01-10") if ended else None,
        open_end=not ended,
        start_known=known_stamp(DAYS[first]),
        end_known=known_stamp(DAYS[last]) if ended else None,
    )
    return {one.key: one}


@st.composite
def cases(draw: st.DrawFn) -> Knowledge:
    claims = [
        (drawn_contact if draw(st.booleans()) else drawn_state)(draw, f"c{number}")
        for number in range(draw(st.integers(0, 6)))
    ]
    gone = [one for one in claims if one.withdrawn and draw(st.booleans())]
    claims += [
        claim(f"r-{one.key[6:]}", kind="retraction", about=one.key, retracts=one.key, known=one.withdrawn)
        for one in gone
    ]
    return knowledge(claims, tenures=drawn_tenures(draw))


# The states of a day, worked out anew: nothing of graph/differences is used.


def live(told: Knowledge, day: str | None) -> list[Claim]:
    clock = known_stamp(day)
    return [
        one
        for one in told.claims.values()
        if (one.known or "9999-12-31T00:00:00Z") <= clock and (one.withdrawn is None or clock < one.withdrawn)
    ]


def span(one: Claim) -> tuple[int, int]:
    """The first and last possible day, open ends far away."""
    first, last = days(one.when.bounds) if one.when else (None, None)
    return (0 if first is None else first), (10**8 if last is None else last)


def begun(claims: Iterable[Claim], at: str | None) -> list[Claim]:
    return [one for one in claims if at is None or span(one)[0] <= julian_day(at)]


def by_hub(claims: Iterable[Claim], kind: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.kind == kind:
            found[one.about].append(one)
    return found


def contact_state(claims: list[Claim], at: str | None) -> object:
    facts = [one for one in claims if one.stance in ("asserts", "alleges")]
    denied = {one.outcome for one in claims if one.stance == "denies"}
    outcomes = {one.outcome for one in facts}
    order = ("held", "refused", "ignored", "attempted")
    named = outcomes or set([one for one in order if one in denied][:1]) or {"proposed"}
    if denied or len(outcomes - {"attempted"}) > 1:
        status = "contested"
    elif not outcomes:
        status = "proposed"
    else:
        status = "agreed" if len({one.voice for one in facts}) > 1 else "single-sourced"
    spans = [span(one) for one in facts or claims if one.when]
    first, last = max((s[0] for s in spans), default=0), min((s[1] for s in spans), default=10**8)
    torn = first > last
    if torn:
        first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    by_then = None if at is None else last <= julian_day(at)
    return frozenset(named), status, first, last, torn, by_then


def silence_state(claims: list[Claim], at: str | None) -> object:
    told = {(one.stance, one.when.edtf if one.when else None) for one in claims}
    fields = frozenset(told), frozenset(one.voice for one in claims), frozenset(one.scope for one in claims)
    return (*fields, None if at is None else best([surely(one, at) for one in claims]))


def surely(one: Claim, at: str) -> int:
    """2 if the silence surely covers the day, 1 if it may, else 0; a denial or a plan puts none forward."""
    if one.stance not in ("asserts", "alleges"):
        return 0
    first, last = span(one)
    day = julian_day(at)
    if not first <= day <= last:
        return 0
    edtf = one.when.edtf if one.when else None
    # Certain from the last possible beginning to the first possible end: told by hand for each stretch.
    certain = {
        "2029-01-02/2029-01-20": ("2029-01-02", "2029-01-20"),
        "2029-01/..": ("2029-01-31", "2029-05-31"),
    }
    edges = certain.get(edtf or "")
    return 2 if edges and julian_day(edges[0]) <= day <= julian_day(edges[1]) else 1


def best(values: list[int]) -> int:
    return max(values, default=0)


def channel_state(claims: list[Claim]) -> object:
    return frozenset((one.stance, one.state, one.when.edtf if one.when else None) for one in claims)


def dispute_states(hub: str, claims: list[Claim]) -> dict[Item, object]:
    """Outcomes, denials and dates, by comparing every two."""
    facts = [one for one in claims if one.stance in ("asserts", "alleges")]
    found: dict[Item, object] = {}
    outcomes = frozenset(one.outcome for one in facts) - {"attempted"}
    if len(outcomes) > 1:
        found["dispute", hub, "outcome"] = outcomes
    if facts and any(one.stance == "denies" for one in claims):
        found["dispute", hub, "denial"] = True
    dated = [one for one in facts if one.when]
    if any(span(one)[1] < span(other)[0] for one in dated for other in dated):
        found["dispute", hub, "date"] = frozenset(one.when.edtf for one in dated if one.when)
    return found


def states(told: Knowledge, day: str | None, at: str | None) -> dict[Item, object]:
    """Contacts, silences, tenures and their disputes; without a day `at` the channels too."""
    now = begun(live(told, day), at)
    found: dict[Item, object] = {}
    for hub, claims in by_hub(now, "contact").items():
        found["contact", hub, ""] = contact_state(claims, at)
        found |= dispute_states(hub, claims)
    for hub, claims in by_hub(now, "silence").items():
        found["silence", hub, ""] = silence_state(claims, at)
    if at is None:
        for hub, claims in by_hub(now, "channel").items():
            found["channel", hub, ""] = channel_state(claims)
        for key, one in told.tenures.items():
            if one.start_known <= known_stamp(day):
                found["holder", key, ""] = one.end_known is not None and one.end_known <= known_stamp(day)
    return found


def checked(item: Item, at: str | None) -> bool:
    """Whether the states worked out here cover an item."""
    if item[0] == "dispute":
        return item[1].startswith("contact/") and item[2] in ("outcome", "denial", "date")
    return at is None or item[0] not in ("channel", "holder")


def item_of(one: Difference) -> Item:
    return one.kind, one.about, one.part


@settings(max_examples=2000 if LARGE else 100)
@given(cases(), st.sampled_from(AT), st.data())
def test_an_item_is_there_if_and_only_if_its_states_differ(
    told: Knowledge, at: str | None, data: st.DataObject
) -> None:
    """And its change is what came, went or stayed."""
    first = data.draw(st.integers(0, 3))
    after: str | None = data.draw(st.sampled_from((*DAYS[first:], None)))
    one, other = (states(told, day, at) for day in (DAYS[first], after))
    expected = {
        item: "changed" if item in one and item in other else "became known" if item in other else "withdrawn"
        for item in one.keys() | other.keys()
        if one.get(item) != other.get(item)
    }
    found = differences(told, DAYS[first], after, at)
    assert {item_of(d): d.change for d in found if checked(item_of(d), at)} == expected


@settings(max_examples=2000 if LARGE else 100)
@given(cases(), st.sampled_from(AT), st.lists(some_day, min_size=3, max_size=3).map(sorted))
def test_differences_compose(told: Knowledge, at: str | None, three: list[str]) -> None:
    """From a to b and then from b to c is from a to c, but for what came and went."""
    a, b, c = three
    steps = [{item_of(d): d for d in differences(told, x, y, at)} for x, y in ((a, b), (b, c))]
    expected: dict[Item, tuple[State | None, State | None]] = {}
    for item in steps[0].keys() | steps[1].keys():
        one, other = steps[0].get(item), steps[1].get(item)
        if one and other:
            assert one.after == other.before
        before = one.before if one else other.before if other else None
        after = other.after if other else one.after if one else None
        if before != after:
            expected[item] = before, after
    assert {item_of(d): (d.before, d.after) for d in differences(told, a, c, at)} == expected


@settings(max_examples=2000 if LARGE else 100)
@given(cases(), st.sampled_from(AT), st.lists(some_day, min_size=2, max_size=2).map(sorted))
def test_nothing_published_later_has_any_influence(told: Knowledge, at: str | None, two: list[str]) -> None:
    """The same differences where nobody will ever publish or withdraw anything more."""
    before, after = two
    assert differences(cut(told, after), before, after, at) == differences(told, before, after, at)
    assert differences(told, after, after, at) == ()


def cut(told: Knowledge, day: str) -> Knowledge:
    """The knowledge without anything that was published after a day."""
    clock = known_stamp(day)
    claims = [
        replace(one, withdrawn=one.withdrawn if (one.withdrawn or "9") <= clock else None)
        for one in told.claims.values()
        if (one.known or "9") <= clock
    ]
    tenures = [
        one if (one.end_known or "") <= clock else replace(one, end=None, end_known=None, open_end=True)
        for one in told.tenures.values()
        if one.start_known <= clock
    ]
    return replace(told, claims=keyed(claims), tenures=keyed(tenures))


# One change after another.


def told_on(day: str, name: str, outcome: str | None = "held", **fields: object) -> Claim:
    defaults: dict[str, object] = {"about": "contact/call", "participants": BOTH, "when": when("2029-01-05")}
    return claim(name, outcome=outcome, known=known_stamp(day), **defaults | fields)


def only(told: Knowledge, *kinds: str, at: str | None = None) -> Difference:
    (found,) = differences(told, DAYS[0], DAYS[1], at, kinds)
    return found


def words(state: State | None) -> list[tuple[str, str]]:
    return [(fact.field, fact.value) for fact in state.facts] if state else []


def test_a_contact_becomes_known() -> None:
    """With its outcome, status and date, and, asked for a day, whether it had taken place by then."""
    told = knowledge([told_on(DAYS[1], "a")])
    one = only(told, "contact")
    assert (one.change, one.before, one.claims) == ("became known", None, ("claim/a",))
    assert words(one.after) == [("outcome", "held"), ("status", "single-sourced"), ("date", "")]
    assert one.after is not None
    assert one.after.truth is None
    dated = only(told, "contact", at="2029-01-05").after
    assert dated is not None
    assert dated.truth is Truth.CERTAIN
    assert differences(told, DAYS[0], DAYS[1], "2029-01-04") == ()


def test_a_contact_is_withdrawn_and_what_did_it_is_named() -> None:
    """The claim that went, and the retraction."""
    gone = claim("gone", kind="retraction", about="claim/a", retracts="claim/a", known=known_stamp(DAYS[1]))
    told = knowledge([told_on(DAYS[0], "a", withdrawn=known_stamp(DAYS[1])), gone])
    one = only(told, "contact")
    assert (one.change, one.after, one.claims) == ("withdrawn", None, ("claim/a", "claim/gone"))


@pytest.mark.parametrize(
    ("second", "changed"),
    [
        ({"voice": "person/teasdale"}, [("status", "agreed")]),
        ({"outcome": "refused"}, [("outcome", "refused"), ("status", "contested")]),
        ({"stance": "denies"}, [("status", "contested")]),
        ({}, None),
        ({"when": when("2029-01")}, None),
    ],
    ids=["a second voice", "another outcome", "a denial", "the same again", "a vaguer date"],
)
def test_a_contact_changes_by_what_comes_to_be_told(
    second: dict[str, object], changed: list[tuple[str, str]] | None
) -> None:
    """What says nothing new changes nothing."""
    outcome = str(second.get("outcome", "held"))
    rest = {key: value for key, value in second.items() if key != "outcome"}
    told = knowledge([told_on(DAYS[0], "a"), told_on(DAYS[1], "b", outcome, **rest)])
    found = differences(told, DAYS[0], DAYS[1], kinds=["contact"])
    if changed is None:
        assert found == ()
        return
    (one,) = found
    assert (one.change, one.claims) == ("changed", ("claim/b",))
    assert [fact for fact in words(one.after) if fact not in words(one.before)] == changed


def test_the_bounds_of_a_date_count() -> None:
    """A closer date is a change."""
    told = knowledge([told_on(DAYS[0], "a", when=when("2029-01")), told_on(DAYS[1], "b")])
    one = only(told, "contact")
    assert one.change == "changed"
    assert words(one.before) == words(one.after)
    assert one.before != one.after


def test_a_silence_a_channel_and_a_dispute() -> None:
    """Each becomes known with the claim that says so."""
    hush = claim(
        "hush",
        kind="silence",
        about="silence/hush",
        participants=BOTH,
        scope="calls",
        when=when("2029-01-06/2029-01-20", throughout=True),
        known=known_stamp(DAYS[1]),
    )
    line = claim(
        "line",
        kind="channel",
        about="channel/hotline",
        state="unanswered",
        when=when("2029-01-01/2029-01-20", throughout=True),
        known=known_stamp(DAYS[1]),
    )
    told = knowledge([hush, line, told_on(DAYS[0], "a"), told_on(DAYS[1], "b", "refused")])
    found = {(one.kind, one.part): one for one in differences(told, DAYS[0], DAYS[1], "2029-01-10")}
    assert {key: one.claims for key, one in found.items()} == {
        ("contact", ""): ("claim/b",),
        ("silence", ""): ("claim/hush",),
        ("channel", ""): ("claim/line",),
        ("dispute", "outcome"): ("claim/a", "claim/b"),
    }
    after = {key: one.after for key, one in found.items()}
    assert all(state and state.truth is Truth.CERTAIN for state in after.values())
    assert words(after["channel", ""]) == [("state", "unanswered")]
    assert ("of what", "calls") in words(after["silence", ""])


def test_a_second_document_begins_a_dispute_over_the_day_of_a_statement() -> None:
    """Though no claim came or went: it is named as that which is disputed."""
    paper = knowledge().documents["document/gazette"]
    papers = [
        replace(paper, known=known_stamp(DAYS[0])),
        replace(paper, key="document/herald", known=known_stamp(DAYS[1])),
    ]
    cited = (
        replace(citation("a"), said=when("2029-01-06")),
        replace(citation("a", "herald"), said=when("2029-01-07")),
    )
    told = knowledge([told_on(DAYS[0], "a", citations=cited)], documents=keyed(papers))
    one = only(told, *KINDS)
    assert (one.kind, one.part, one.change, one.claims) == (
        "dispute",
        "day of the statement",
        "became known",
        ("claim/a",),
    )


def test_the_end_of_a_tenure_becomes_known() -> None:
    """Without a day it is the tenure that changes, with one the office: certain, then nobody known."""
    base = rich().tenures["tenure/firefly-fr-minister"]
    one = replace(
        base,
        end=when("2029-01-10"),
        capacity="substantive",
        start_known=known_stamp("2027-06-30"),
        end_known=known_stamp(DAYS[1]),
    )
    told = knowledge(tenures={one.key: one})
    tenure = only(told, "holder")
    assert (tenure.about, tenure.change) == (one.key, "changed")
    assert [fact for fact in words(tenure.after) if fact not in words(tenure.before)] == [("until", "")]
    assert tenure.claims == ("claim/firefly-fr-minister-end",)
    office = only(told, "holder", at="2029-01-20")
    assert (office.about, office.change) == ("office/fr-minister", "withdrawn")
    assert words(office.before) == [("verdict", "certain"), ("certain substantive", "person/firefly")]


def test_days_in_the_wrong_order_or_none_are_refused() -> None:
    """The earlier day comes first; a month counts to its end."""
    with pytest.raises(DateError, match="earlier than"):
        differences(knowledge(), "2029-02", "2029-02-27")
    with pytest.raises(DateError, match="not a day"):
        differences(knowledge(), "soon", None)
    with pytest.raises(DateError, match="not a day"):
        differences(knowledge(), DAYS[0], DAYS[1], "soon")
    assert differences(knowledge(), "2029-02", None) == ()


def test_order_and_vocabulary() -> None:
    """By kind, then by key; only the words that are documented."""
    told = rich()
    found = differences(told, "2020-01-01", None)
    assert {one.kind for one in found} == {"contact", "silence", "channel", "holder"}
    assert [KINDS.index(one.kind) for one in found] == sorted(KINDS.index(one.kind) for one in found)
    assert {one.change for one in found} <= set(CHANGES)
    assert party("state/fr").entity == "state/fr"


# The command.


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["diff", *arguments, "--graph", str(seed_out)])


SPRING = ("--known", "2022-04-01", "--known", "2022-06-01")


def rows_of(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


def test_what_the_report_of_may_brought(seed_out: Path) -> None:
    """Five contacts, two silences, news of the hotline, the hint that refused may be ignored."""
    rows = rows_of(seed_out, *SPRING)
    kinds = [row["kind"] for row in rows]
    assert (kinds.count("contact"), kinds.count("silence"), kinds.count("channel")) == (5, 2, 1)
    call = next(row for row in rows if row["about_key"] == "contact/milley-gerasimov-call-2022-05")
    assert (call["change"], call["before"], call["after"]) == (
        "became known",
        "–",
        "held; single-sourced; on 19 May 2022",
    )
    hotline = next(row for row in rows if row["kind"] == "channel")
    assert hotline["change"] == "changed"
    assert "unanswered from March 2022 to 10 May 2022" in hotline["after"]
    assert [row["about"] for row in rows if row["kind"].startswith("dispute")] == [
        "refused or ignored: attempts between Russia and United States"
    ]


def test_the_order_of_the_days_does_not_matter(seed_out: Path) -> None:
    """The earlier one is before."""
    assert rows_of(seed_out, *SPRING[2:], *SPRING[:2]) == rows_of(seed_out, *SPRING)


def test_only_and_at(seed_out: Path) -> None:
    """The hotline on a day of March, as told in April and as told in June."""
    rows = rows_of(seed_out, *SPRING, "--at", "2022-03-24", "--only", "channel")
    assert [(row["kind"], row["change"], row["after"]) for row in rows] == [
        ("channel", "changed", "unanswered")
    ]


def test_for_people_and_as_json(seed_out: Path) -> None:
    """A table for each kind, then the claims; an object for each difference."""
    shown = run(seed_out, *SPRING)
    assert shown.exit_code == 0, shown.output
    for title in ("Contacts", "Silences claimed", "Channels", "Holders of offices", "What is contested"):
        assert title in shown.stdout
    assert "[milley-gerasimov-call]" in shown.stdout
    found = json.loads(run(seed_out, *SPRING, "--format", "json").stdout)
    assert len(found) == len(rows_of(seed_out, *SPRING))
    assert all(row["claims"] for row in found)


def test_no_change_is_said(seed_out: Path) -> None:
    """That nothing was published proves nothing."""
    assert "no proof" in run(seed_out, "--known", "2022-07-01", "--known", "2022-07-02").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "exactly twice, found it nowhere"),
        (("--known", "2022-04-01"), "exactly twice, found it once"),
        (("--known", "2022", "--known", "2023", "--known", "2024"), "found it 3 times"),
        ((*SPRING, "--only", "gossip"), "'gossip'"),
    ],
)
def test_wrong_use_is_refused(arguments: tuple[str, ...], message: str, seed_out: Path) -> None:
    """With exit code 2 and a sentence."""
    found = run(seed_out, *arguments)
    assert found.exit_code == 2
    assert message in found.output


def test_days_must_exist(seed_out: Path) -> None:
    """On either clock."""
    assert "February 2022 has 28 days" in str(
        run(seed_out, "--known", "2022-02-30", "--known", "2022").exception
    )
    assert "not a day" in str(run(seed_out, *SPRING, "--at", "soon").exception)
