"""Two clocks: what came out later is absent before its publication, and present from the end of that day on.

One invented case: a contact disclosed months later, one that its own voice took back, one that it
corrected, one that is denied, a tenure whose end becomes known late, a silence claimed late. Every
operation is asked on seven days of publication, and again of a knowledge from which everything later was cut
by hand: hindsight must not show anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph
import pytest
from samples import FIREFLY, RECORDED, TRENTINO, citation, claim, keyed, knowledge, rich, when

from backchannel.graph.accounts import accounts
from backchannel.graph.asof import as_known
from backchannel.graph.channels import histories, standing
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import consensus
from backchannel.graph.differences import differences
from backchannel.graph.disputes import disputes, withdrawals
from backchannel.graph.gregorian import eve
from backchannel.graph.holders import holders
from backchannel.graph.model import Claim, Content, Knowledge
from backchannel.graph.projection import network
from backchannel.graph.quads import canonical, statements
from backchannel.graph.silences import claimed_silences
from backchannel.ontology.library import find

ID = "https://w3id.org/backchannel/id/"
FIRST, SECOND, THIRD = "2029-02-01", "2029-03-01", "2029-06-01"
# The eve of each publication, its own day, and a day that asks for everything: how much was out by then.
CLOCKS: tuple[tuple[str | None, int], ...] = (
    ("2029-01-31", 0),
    (FIRST, 1),
    ("2029-02-28", 1),
    (SECOND, 2),
    ("2029-05-31", 2),
    (THIRD, 3),
    (None, 3),
)
Seen = frozenset[tuple[str, ...]]
Operation = Callable[[Knowledge, str | None], Seen]


def told(name: str, out: str, day: str, outcome: str = "held", **fields: object) -> Claim:
    """A claim that Firefly rang Trentino on the hotline."""
    defaults: dict[str, object] = {
        "participants": (FIREFLY, TRENTINO),
        "mode": "call",
        "channels": ("channel/hotline",),
        "when": when(day),
        "known": known_stamp(out),
        "citations": (citation(name, PAPER[out]),),
    }
    return claim(name, outcome=outcome, **defaults | fields)


PAPER = {FIRST: "gazette", SECOND: "herald", THIRD: "memoirs"}


def case() -> Knowledge:
    """Seven claims of contacts, and what else came out on the three days."""
    second, third = known_stamp(SECOND), known_stamp(THIRD)
    silent = tuple(replace(one, role="participant") for one in (FIREFLY, TRENTINO))
    claims = [
        told("steady", FIRST, "2029-01-04"),
        told("late", THIRD, "2029-01-05"),
        told("retracted", FIRST, "2029-01-10", withdrawn=second),
        told("first", FIRST, "2029-01-12", about="contact/corrected", withdrawn=second),
        told("second", SECOND, "2029-01-13", "refused", about="contact/corrected", supersedes="claim/first"),
        told("denied", FIRST, "2029-01-03"),
        told("no", SECOND, "2029-01-03", about="contact/denied", stance="denies", voice="person/trentino"),
        claim("gone", kind="retraction", about="claim/retracted", retracts="claim/retracted", known=second),
        claim(
            "hush",
            kind="silence",
            about="silence/hush",
            participants=silent,
            scope="calls",
            when=when("2029-01-06/2029-01-09", throughout=True),
            known=third,
        ),
        claim(
            "line",
            kind="channel",
            about="channel/hotline",
            state="unanswered",
            when=when("2029-01-13/2029-01-31", throughout=True),
            known=second,
        ),
        readout("soup", FIRST, "contact/retracted", "state/fr"),
        readout("ducks", SECOND, "contact/steady", "state/fr"),
        readout("geese", THIRD, "contact/steady", "state/sy"),
    ]
    return knowledge(claims, documents=papers(), tenures=tenures())


def readout(name: str, out: str, about: str, side: str) -> Claim:
    said = (Content("topic", name),)
    return claim(name, kind="account", about=about, side=side, contents=said, known=known_stamp(out))


def papers() -> dict[str, object]:
    gazette = knowledge().documents["document/gazette"]
    return keyed(
        replace(gazette, key=f"document/{name}", known=known_stamp(out)) for out, name in PAPER.items()
    )


def tenures() -> dict[str, object]:
    """Firefly's tenure ended on 25 January, which came out on the third day."""
    one = replace(
        rich().tenures["tenure/firefly-fr-minister"],
        capacity="substantive",
        held="2027-05/2029-01-25",
        end=when("2029-01-25"),
        end_known=known_stamp(THIRD),
    )
    return {one.key: one}


# What each operation shows on a day.


def in_consensus(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset((key, one.outcome, one.status) for key, one in consensus(told_of, known).items())


def in_network(told_of: Knowledge, known: str | None) -> Seen:
    graph = network(told_of, "person", known=known)
    return frozenset((data["contact"], data["outcome"]) for _, _, data in graph.edges(data=True))


def in_silences(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset((one.silence, one.claim) for one in claimed_silences(told_of, known))


def in_channels(told_of: Knowledge, known: str | None) -> Seen:
    (history,) = histories(told_of, None, known)
    used = {("used", one.contact) for one in history.used}
    failed = {("failed", one.contact) for one in history.failed}
    return frozenset(used | failed | {("said", one.key) for one in history.said})


def on_the_line(told_of: Knowledge, known: str | None) -> Seen:
    (history,) = histories(told_of, "2029-01-20", known)
    return frozenset((one.state, str(one.truth)) for one in standing(history, "2029-01-20"))


def in_disputes(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset((one.kind, one.about) for one in disputes(told_of, known))


def in_withdrawals(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset((one.claim, one.how, one.by or "") for one in withdrawals(told_of, known))


def in_accounts(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset(
        (one.contact.contact, part.claim) for one in accounts(told_of, known=known) for part in one.readouts
    )


def in_versions(told_of: Knowledge, known: str | None) -> Seen:
    return frozenset(
        (one.contact.contact, *part.claims) for one in accounts(told_of, known=known) for part in one.versions
    )


def in_office(told_of: Knowledge, known: str | None) -> Seen:
    seat = holders(told_of, "office/fr-minister", "2029-01-28", known)
    return frozenset((one.person, str(one.truth)) for one in seat.holdings)


def in_differences(told_of: Knowledge, known: str | None) -> Seen:
    """Since the eve of the first publication."""
    found = differences(told_of, "2029-01-31", known)
    return frozenset((one.kind, one.about, one.change) for one in found)


def answered(name: str, **values: str) -> Operation:
    """The contacts in the answer of a question of the library."""

    def ask(told_of: Knowledge, known: str | None) -> Seen:
        store = pyoxigraph.Store()
        quads = "".join(canonical(statements(told_of, RECORDED)))
        store.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        rows = store.query(find(name).with_parameters(values | {"known": known or "everything"}))
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        return frozenset((row["contact"].value.removeprefix(ID),) for row in rows)

    return ask


PAIR = {"who": f"{ID}person/firefly", "with": f"{ID}person/trentino"}

# Of each operation what it shows before the first publication, after it, after the second, after the third.
STEADY, LATE, RETRACTED, CORRECTED, DENIED = (
    f"contact/{name}" for name in ("steady", "late", "retracted", "corrected", "denied")
)
HELD_FIRST = {(STEADY,), (RETRACTED,), (CORRECTED,), (DENIED,)}
HELD_SECOND = {(STEADY,), (DENIED,)}
HELD_THIRD = {(STEADY,), (DENIED,), (LATE,)}
GONE = {("claim/first", "corrected", "claim/second"), ("claim/retracted", "retracted", "claim/gone")}
DENIAL = {("denial", DENIED)}
TENURE = "tenure/firefly-fr-minister"
SINCE_FIRST = {("contact", hub, "became known") for hub in (STEADY, RETRACTED, CORRECTED, DENIED)}
SINCE_SECOND = {
    *(("contact", hub, "became known") for hub in (STEADY, CORRECTED, DENIED)),
    ("dispute", DENIED, "became known"),
    ("channel", "channel/hotline", "became known"),
}
SINCE_THIRD = {
    *SINCE_SECOND,
    ("contact", LATE, "became known"),
    ("silence", "silence/hush", "became known"),
    ("holder", TENURE, "changed"),
}


def single(hub: str, outcome: str = "held") -> tuple[str, str, str]:
    return hub, outcome, "single-sourced"


EXPECTED: dict[str, tuple[Operation, tuple[set[tuple[str, ...]], ...]]] = {
    "consensus": (
        in_consensus,
        (
            set(),
            {single(STEADY), single(RETRACTED), single(CORRECTED), single(DENIED)},
            {single(STEADY), single(CORRECTED, "refused"), (DENIED, "held", "contested")},
            {single(STEADY), single(CORRECTED, "refused"), (DENIED, "held", "contested"), single(LATE)},
        ),
    ),
    "network": (
        in_network,
        (
            set(),
            {(STEADY, "held"), (RETRACTED, "held"), (CORRECTED, "held"), (DENIED, "held")},
            {(STEADY, "held"), (CORRECTED, "refused"), (DENIED, "held")},
            {(STEADY, "held"), (CORRECTED, "refused"), (DENIED, "held"), (LATE, "held")},
        ),
    ),
    "silences": (in_silences, (set(), set(), set(), {("silence/hush", "claim/hush")})),
    "channels": (
        in_channels,
        (
            set(),
            {("used", STEADY), ("used", RETRACTED), ("used", CORRECTED), ("used", DENIED)},
            {("used", STEADY), ("failed", CORRECTED), ("said", "claim/line")},
            {("used", STEADY), ("used", LATE), ("failed", CORRECTED), ("said", "claim/line")},
        ),
    ),
    "standing": (on_the_line, (set(), set(), {("unanswered", "certain")}, {("unanswered", "certain")})),
    "disputes": (in_disputes, (set(), set(), DENIAL, DENIAL)),
    "withdrawals": (in_withdrawals, (set(), set(), GONE, GONE)),
    "accounts": (
        in_accounts,
        (
            set(),
            {(RETRACTED, "claim/soup")},
            {(STEADY, "claim/ducks")},
            {(STEADY, "claim/ducks"), (STEADY, "claim/geese")},
        ),
    ),
    "versions": (
        in_versions,
        (
            set(),
            {
                (STEADY, "claim/steady"),
                (RETRACTED, "claim/retracted"),
                (CORRECTED, "claim/first"),
                (DENIED, "claim/denied"),
            },
            {
                (STEADY, "claim/steady"),
                (CORRECTED, "claim/second"),
                (DENIED, "claim/denied"),
                (DENIED, "claim/no"),
            },
            {
                (STEADY, "claim/steady"),
                (CORRECTED, "claim/second"),
                (DENIED, "claim/denied"),
                (DENIED, "claim/no"),
                (LATE, "claim/late"),
            },
        ),
    ),
    "holders": (in_office, (*({("person/firefly", "certain")},) * 3, set())),
    "differences": (in_differences, (set(), SINCE_FIRST, SINCE_SECOND, SINCE_THIRD)),
    "question 04": (answered("last-contact", **PAIR), (set(), {(CORRECTED,)}, {(STEADY,)}, {(LATE,)})),
    "question 05": (
        answered("recent-contacts", count="9", **PAIR),
        (set(), HELD_FIRST, HELD_SECOND, HELD_THIRD),
    ),
    "question 16": (
        answered("contacts-in-month", during="2029-01"),
        (set(), HELD_FIRST, HELD_SECOND, HELD_THIRD),
    ),
}
RUN: set[tuple[str, str | None]] = set()


@pytest.mark.parametrize("name", EXPECTED)
def test_each_operation_on_each_day(name: str) -> None:
    """Before the end of the day of publication nothing shows; from then on it does, or no longer does."""
    operation, expected = EXPECTED[name]
    for known, stage in CLOCKS:
        assert operation(case(), known) == expected[stage], known
        RUN.add((name, known))


@pytest.mark.parametrize("name", EXPECTED)
def test_no_operation_looks_ahead(name: str) -> None:
    """Asked of a knowledge from which all that is later was cut, each gives the same; so it does of the
    knowledge as of that day."""
    operation, _ = EXPECTED[name]
    ran = 0
    for known, _ in CLOCKS:
        for past in (cut(case(), known), as_known(case(), known)):
            assert operation(past, known) == operation(case(), known), known
            ran += 1
    assert ran == 14


def cut(told_of: Knowledge, known: str | None) -> Knowledge:
    """Everything that was published later, taken out by hand."""
    clock = known_stamp(known)
    claims = [
        replace(one, withdrawn=one.withdrawn if one.withdrawn and one.withdrawn <= clock else None)
        for one in told_of.claims.values()
        if one.known and one.known <= clock
    ]
    ended = [
        one
        if one.end_known and one.end_known <= clock
        else replace(one, end=None, end_known=None, open_end=True)
        for one in told_of.tenures.values()
    ]
    documents = [one for one in told_of.documents.values() if one.known and one.known <= clock]
    return replace(told_of, claims=keyed(claims), tenures=keyed(ended), documents=keyed(documents))


def test_a_day_is_known_only_when_it_is_over() -> None:
    """Of a month or a year the end counts; the eve of a publication is before it."""
    assert eve(known_stamp(THIRD)) == THIRD
    assert in_silences(case(), "2029-05") == frozenset()
    assert in_silences(case(), "2029-06") == in_silences(case(), THIRD) == in_silences(case(), "2029")


def test_the_two_clocks_are_independent() -> None:
    """What happened early and came out late is there only for those who ask of a day after it happened and
    look from a day after it came out."""
    happened_early, came_out_late = "2029-01-05", THIRD
    ran = 0
    for at in ("2029-01-04", happened_early, "2029-12-31"):
        for known in (FIRST, SECOND, came_out_late, None):
            there = {one.contact.contact for one in accounts(case(), at=at, known=known)}
            expected = at >= happened_early and (known is None or known >= came_out_late)
            assert (LATE in there) is expected, (at, known)
            ran += 1
    assert ran == 12


def test_between_two_days_only_what_moved_in_between_differs() -> None:
    """Retracted and corrected on the second day; disclosed, claimed silent, ended on the third."""
    moved = {
        (day, later): {(one.kind, one.about, one.change) for one in differences(case(), day, later)}
        for day, later in ((FIRST, "2029-02-28"), (FIRST, SECOND), (SECOND, THIRD), (THIRD, None))
    }
    assert moved == {
        (FIRST, "2029-02-28"): set(),
        (FIRST, SECOND): {
            ("contact", RETRACTED, "withdrawn"),
            ("contact", CORRECTED, "changed"),
            ("contact", DENIED, "changed"),
            ("dispute", DENIED, "became known"),
            ("channel", "channel/hotline", "became known"),
        },
        (SECOND, THIRD): {
            ("contact", LATE, "became known"),
            ("silence", "silence/hush", "became known"),
            ("holder", TENURE, "changed"),
        },
        (THIRD, None): set(),
    }


def test_every_operation_ran_on_every_day() -> None:
    """Fourteen operations on seven days."""
    for name in EXPECTED:
        if not any(ran == name for ran, _ in RUN):  # this test alone was asked for
            test_each_operation_on_each_day(name)
    assert len(RUN) == len(EXPECTED) * len(CLOCKS) == 98
