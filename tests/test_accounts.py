"""What each side says of a contact: against the days it may have had, and against the library's questions."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, RECORDED, TRENTINO, claim, knowledge, party, when

from backchannel.cli import group
from backchannel.exports.report_accounts import account_tables
from backchannel.exports.tables import as_table
from backchannel.graph.accounts import Account, accounts, selected
from backchannel.graph.bounds import days, julian_day
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError
from backchannel.graph.model import Claim, Content, Knowledge, Names
from backchannel.graph.quads import canonical, statements
from backchannel.graph.semantics import Truth
from backchannel.ontology.library import find
from backchannel.ontology.terms import CONTENT_KINDS

ID = "https://w3id.org/backchannel/id/"
PAIR = ("person/firefly", "person/trentino")
HUBS = ("contact/one", "contact/two")
VOICES = ("organisation/gazette", "person/teasdale", "state/fr")
DATES = (
    None,
    "2029-01-05",
    "2029-01",
    "2029-01~",
    "2029-01-1X",
    "[2029-01-03,2029-02-20]",
    "{2029-01-02,2029-01-04}",
    "2028-12/2029-01",
    "2029",
    "/2029-01-10",
    "2029-01-10/..",
    "2029-XX-05",
)
WINDOWS = ("2029-01", "2029-01-04", "2029-02", "2028", "2029-01-05/2029-01-20", "2029")
KNOWN = ("2029-02-01", "2029-02-10", "2029-03-01")
TEASDALE = party("person/teasdale", "addressee", "office/fr-general", "state/fr")

dates = st.sampled_from(DATES)
known_days = st.sampled_from(KNOWN)
rows = st.fixed_dictionaries(
    {
        "hub": st.integers(0, 1),
        "voice": st.sampled_from(VOICES),
        "known": known_days,
        "withdrawn": st.sampled_from((None, None, "2029-02-20")),
        "stance": st.sampled_from(("asserts", "alleges", "denies", "proposes")),
    }
)
contents = st.builds(
    Content,
    kind=st.sampled_from(("warning", "topic", "demand")),
    text=st.sampled_from(("no more ducks", "soup")),
    sender=st.sampled_from((None, "state/fr", "state/sy")),
    receiver=st.sampled_from((None, "state/sy")),
)


def drawn(row: dict[str, object]) -> dict[str, object]:
    withdrawn = row["withdrawn"]
    return {
        "about": HUBS[int(str(row["hub"]))],
        "voice": row["voice"],
        "stance": row["stance"],
        "known": known_stamp(str(row["known"])),
        "withdrawn": known_stamp(str(withdrawn)) if withdrawn else None,
    }


@st.composite
def contact_claims(draw: st.DrawFn) -> list[Claim]:
    """Up to five claims of two contacts, each with a date of its own."""
    found = []
    for number, row in enumerate(draw(st.lists(rows, min_size=1, max_size=5))):
        date = draw(dates)
        fields = drawn(row) | {
            "when": when(date) if date else None,
            "participants": draw(st.sampled_from(((FIREFLY, TRENTINO), (FIREFLY, TEASDALE)))),
            "outcome": draw(st.sampled_from(("held", "refused", "attempted"))),
            "public": draw(st.sampled_from((None, True, False))),
        }
        found.append(claim(f"c{number}", **fields))
    return found


@st.composite
def account_claims(draw: st.DrawFn) -> list[Claim]:
    return [
        claim(
            f"a{number}",
            kind="account",
            side=draw(st.sampled_from(("state/fr", "state/sy"))),
            contents=tuple(draw(st.lists(contents, min_size=1, max_size=3))),
            **drawn(row),
        )
        for number, row in enumerate(draw(st.lists(rows, max_size=4)))
    ]


def store_of(told: Knowledge) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    quads = "".join(canonical(statements(told, RECORDED)))
    store.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def columns_of(store: pyoxigraph.Store, name: str, columns: str, **values: str) -> set[tuple[str, ...]]:
    found = store.query(find(name).with_parameters(values))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    places = [names.index(column) for column in columns.split()]
    return {
        tuple(str(getattr(row[place], "value", None) or "").replace(ID, "") for place in places)
        for row in found
    }


SAID = "contact side_of said_by content what speaker addressed claim"
WARNED = "warned_by warned warning certainty said_by contact claim"


def said(told: Knowledge, found: tuple[Account, ...]) -> set[tuple[str, ...]]:
    """What question 21 has of accounts."""
    return {
        (
            one.contact.contact,
            told.label(readout.side or ""),
            told.label(readout.voice),
            CONTENT_KINDS[part.kind],
            part.text,
            told.label(part.sender) if part.sender else "",
            told.label(part.receiver) if part.receiver else "",
            readout.claim,
        )
        for one in found
        for readout in one.readouts
        for part in readout.contents
    }


def warned(told: Knowledge, found: tuple[Account, ...]) -> set[tuple[str, ...]]:
    """What question 22 has of accounts."""
    return {
        (
            told.label(part.sender) if part.sender else "",
            told.label(part.receiver) if part.receiver else "",
            part.text,
            one.truth.value,
            told.label(readout.voice),
            one.contact.contact,
            readout.claim,
        )
        for one in selected(found, ["warning"], non_public=True)
        for readout in one.readouts
        for part in readout.contents
    }


def window(text: str) -> dict[str, str]:
    since, _, until = text.partition("/")
    return {"since": since, "until": until or since}


def both(told: Knowledge, during: str, known: str | None) -> None:
    """Both questions give what Python gives."""
    store = store_of(told)
    values = {"during": during, "known": known or "everything"}
    pair = dict(zip(("who", "with"), (ID + key for key in PAIR), strict=True))
    found = accounts(told, between=PAIR, known=known, **window(during))
    assert said(told, found) == columns_of(store, "accounts", SAID, **pair, **values)
    everybody = accounts(told, known=known, **window(during))
    assert warned(told, everybody) == columns_of(store, "warnings", WARNED, **values)


@settings(max_examples=2000 if LARGE else 100)
@given(
    contact_claims(),
    account_claims(),
    st.sampled_from(WINDOWS),
    st.sampled_from((*KNOWN, None)),
)
def test_python_and_sparql_agree(
    of_contact: list[Claim], of_readout: list[Claim], during: str, known: str | None
) -> None:
    """Questions 21 and 22, also where the voices differ on the date."""
    both(knowledge([*of_contact, *of_readout]), during, known)


def test_both_questions_on_the_seed_case(seed_knowledge: Knowledge, seed_out: Path) -> None:
    """The defaults of both questions: the generals' call, the warnings of September."""
    store = pyoxigraph.Store()
    quads = (seed_out / "current" / "quads.nq").read_bytes()
    store.bulk_load(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    pair = ("person/mark-milley", "person/valery-gerasimov")
    found = accounts(seed_knowledge, between=pair, since="2022", until="2022")
    assert said(seed_knowledge, found) == columns_of(store, "accounts", SAID)
    september = accounts(seed_knowledge, since="2022-09", until="2022-09")
    assert warned(seed_knowledge, september) == columns_of(store, "warnings", WARNED)
    assert len(said(seed_knowledge, found)) == 5
    assert sorted(row[:2] + row[3:4] for row in warned(seed_knowledge, september)) == [
        ("Russia", "United States", "possible"),
        ("United States", "Russia", "possible"),
        ("United States", "Russia", "possible"),
    ]


def test_certain_and_possible_in_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Over the whole summer and autumn the warnings are certain, in September alone only possible."""
    year = selected(accounts(seed_knowledge, since="2022", until="2022"), ["warning"], non_public=True)
    assert {one.contact.contact: one.truth for one in year} == {
        "contact/moscow-warnings-2022": Truth.CERTAIN,
        "contact/washington-warnings-2022": Truth.CERTAIN,
    }
    pair = ("person/lloyd-austin", "person/sergei-shoigu")
    october = accounts(seed_knowledge, between=pair, since="2022-10", until="2022-10")
    assert [(one.contact.contact, one.truth, one.sides) for one in october] == [
        ("contact/austin-shoigu-call-2022-10-21", Truth.CERTAIN, ("state/ru", "state/us")),
        ("contact/austin-shoigu-call-2022-10-23", Truth.CERTAIN, ("state/us",)),
    ]


# The truth of a contact in a window, by the days that its voices leave possible.

spans = st.tuples(st.integers(1, 12), st.integers(0, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def interval(span: tuple[int, int]) -> str:
    return f"2029-01-{span[0]:02d}/2029-01-{span[1]:02d}"


def enumerated(told: list[tuple[int, int]], first: int, last: int) -> Truth:
    """Over every day that all leave possible; where there is none, every day from the first to the last."""
    sets = [set(range(start, end + 1)) for start, end in told]
    possible = set.intersection(*sets)
    if not possible:
        every = set.union(*sets)
        possible = set(range(min(every), max(every) + 1))
    inside = {first <= day <= last for day in possible}
    return {frozenset({True}): Truth.CERTAIN, frozenset({False}): Truth.IMPOSSIBLE}.get(
        frozenset(inside), Truth.POSSIBLE
    )


@settings(max_examples=2000 if LARGE else 100)
@given(st.lists(spans, min_size=1, max_size=4), spans)
def test_the_truth_of_a_contact_in_a_window_is_that_of_all_its_days(
    told: list[tuple[int, int]], asked_for: tuple[int, int]
) -> None:
    """Certain, possible or impossible, by enumeration."""
    claims = [
        claim(f"c{number}", about=HUBS[0], when=when(interval(span)), outcome="held")
        for number, span in enumerate(told)
    ]
    first, last = asked_for
    found = accounts(knowledge(claims), since=f"2029-01-{first:02d}", until=f"2029-01-{last:02d}")
    expected = enumerated(told, first, last)
    assert [one.truth for one in found] == ([] if expected is Truth.IMPOSSIBLE else [expected])


def test_the_truth_of_every_kind_of_date() -> None:
    """Each date against each window, day by day of its hull."""
    ran = 0
    for date, during in product(DATES, WINDOWS):
        one = claim("c", about=HUBS[0], outcome="held", when=when(date) if date else None)
        found = accounts(knowledge([one]), **window(during))
        bounds = one.when.bounds if one.when else None
        first, last = days(bounds) if bounds else (None, None)
        # Without a beginning or end the possible days go on for longer than any window.
        start = first if first is not None else julian_day("2020-01-01")
        end = last if last is not None else julian_day("2039-12-31")
        edges = window(during)
        opens = julian_day(edges["since"] if len(edges["since"]) == 10 else first_day(edges["since"]))
        closes = julian_day(edges["until"] if len(edges["until"]) == 10 else last_day(edges["until"]))
        inside = {opens <= day <= closes for day in range(start, end + 1)}
        truth = Truth.CERTAIN if inside == {True} else Truth.POSSIBLE if True in inside else None
        assert [account.truth for account in found] == ([truth] if truth else []), (date, during)
        ran += 1
    assert ran == 72


def first_day(text: str) -> str:
    return {4: f"{text}-01-01", 7: f"{text}-01"}[len(text)]


def last_day(text: str) -> str:
    return {"2029-01": "2029-01-31", "2029-02": "2029-02-28"}.get(text, f"{text}-12-31")


# What stands in an account.


def told_by(voice: str, name: str, **fields: object) -> Claim:
    defaults: dict[str, object] = {"about": HUBS[0], "voice": voice, "outcome": "held", "mode": "call"}
    return claim(name, **defaults | {"participants": (FIREFLY, TRENTINO)} | fields)


def readout(name: str, side: str, *parts: Content, **fields: object) -> Claim:
    return claim(name, kind="account", about=HUBS[0], side=side, contents=parts, **fields)


DUCKS = Content("warning", "no more ducks", "en", "state/fr", "state/sy")
SOUP = Content("topic", "soup")


def test_sides_stand_side_by_side() -> None:
    """Each side's readouts with voice, stance and contents, in the order of the sides."""
    told = knowledge(
        [
            told_by("organisation/gazette", "call"),
            readout("sy-says", "state/sy", SOUP, voice="person/trentino", stance="alleges", hedge="perhaps"),
            readout(
                "fr-says", "state/fr", DUCKS, SOUP, voice="person/firefly", voice_office="office/fr-minister"
            ),
        ]
    )
    (found,) = accounts(told)
    assert found.sides == ("state/fr", "state/sy")
    assert [(one.claim, one.voice, one.stance, one.hedge, one.contents) for one in found.readouts] == [
        ("claim/fr-says", "person/firefly", "asserts", None, (DUCKS, SOUP)),
        ("claim/sy-says", "person/trentino", "alleges", "perhaps", (SOUP,)),
    ]
    assert found.claims == ("claim/fr-says", "claim/sy-says", "claim/call")


@pytest.mark.parametrize(
    ("fields", "differs"),
    [
        ({}, ()),
        ({"when": when("2029-01-06")}, ("date",)),
        ({"when": None, "mode": None, "outcome": None}, ()),
        ({"participants": (replace(TRENTINO, role="initiator"), FIREFLY)}, ("initiator",)),
        ({"outcome": "refused"}, ("outcome",)),
        ({"mode": "meeting", "location": "Fredville"}, ("mode", "place")),
        ({"public": False}, ("public",)),
        ({"stance": "denies", "outcome": "refused"}, ("whether it took place",)),
        ({"stance": "proposes", "mode": "visit"}, ()),
    ],
    ids=["alike", "date", "says less", "initiator", "outcome", "mode and place", "public", "denied", "plan"],
)
def test_versions_differ_by_what_is_said(fields: dict[str, object], differs: tuple[str, ...]) -> None:
    """What one voice leaves out is no difference; a denial is one of its own kind; a plan is none."""
    same: dict[str, object] = {"when": when("2029-01-05"), "public": True, "location": "Sylvan City"}
    one = told_by("organisation/gazette", "a", **same)
    other = told_by("person/teasdale", "b", **(same | fields))
    (found,) = accounts(knowledge([one, other]))
    assert found.differs == differs
    assert [version.claims for version in found.versions] == [("claim/a",), ("claim/b",)]


def test_one_row_a_voice_that_says_the_same_twice() -> None:
    """Two claims of one voice that hold the same are one version with both."""
    twice = [told_by("person/teasdale", "a"), told_by("person/teasdale", "b")]
    (found,) = accounts(knowledge(twice))
    assert [version.claims for version in found.versions] == [("claim/a", "claim/b")]


def test_between_and_contact_choose() -> None:
    """By one party, by two at any level, by the contact; others are left out."""
    other = told_by("organisation/gazette", "other", about=HUBS[1], participants=(FIREFLY, TEASDALE))
    told = knowledge([told_by("organisation/gazette", "call"), other])

    def chosen(*between: str) -> list[str]:
        return [one.contact.contact for one in accounts(told, between=between)]

    assert chosen("person/firefly") == ["contact/one", "contact/two"]
    assert chosen(*PAIR) == ["contact/one"]
    assert chosen("office/sy-minister", "office/fr-minister") == ["contact/one"]
    assert chosen("person/trentino", "person/teasdale") == []
    assert [one.contact.contact for one in accounts(told, HUBS[1])] == ["contact/two"]
    assert accounts(told, "contact/none") == ()


def test_both_clocks() -> None:
    """A readout counts from its publication to its withdrawal; what lies later than `at` is not there."""
    told = knowledge(
        [
            told_by("organisation/gazette", "call", when=when("2029-01-05"), known=known_stamp("2029-01-10")),
            readout(
                "says", "state/fr", SOUP, known=known_stamp("2029-02-01"), withdrawn=known_stamp("2029-03-01")
            ),
        ]
    )
    seen = [
        [len(one.readouts) for one in accounts(told, known=day)]
        for day in ("2029-01-09", "2029-01-10", "2029-02-01", "2029-02-28", "2029-03-01", None)
    ]
    assert seen == [[], [0], [1], [1], [0], [0]]
    assert accounts(told, at="2029-01-04") == ()
    assert len(accounts(told, at="2029-01-05")) == 1


def test_a_readout_of_a_contact_that_nobody_claims_is_not_shown() -> None:
    """It has no parties and no date."""
    assert accounts(knowledge([readout("says", "state/fr", SOUP)])) == ()


def test_selected_narrows_to_a_kind() -> None:
    """Only the warnings; a contact without any is left out, and so is a public one if asked."""
    told = knowledge([told_by("organisation/gazette", "call"), readout("says", "state/fr", SOUP, DUCKS)])
    found = accounts(told)
    assert [one.contents for one in selected(found, ["warning"])[0].readouts] == [(DUCKS,)]
    assert selected(found, ["assurance"]) == ()
    assert selected(found, [], non_public=True) == ()


def test_a_day_that_is_none_is_refused() -> None:
    """Of either clock and of the window."""
    for option in ("since", "until", "at", "known"):
        with pytest.raises(DateError):
            accounts(knowledge(), **{option: "2029-02-30"})  # type: ignore[arg-type]


def test_names_are_neither_markup_nor_commands_to_a_terminal() -> None:
    """A side called '[/red]', with an escape sequence and a line break, is printed as it is, in one line."""
    told = knowledge(
        [
            told_by("organisation/gazette", "call"),
            readout("a", "state/fr", SOUP),
            readout("b", "state/sy", DUCKS),
        ]
    )
    nasty = {
        key: replace(told.entities[key], names=Names((("[/red] \x1b[2J\nof it", "en"),)))
        for key in (*PAIR, "state/fr")
    }
    (found,) = accounts(told)
    (table,) = account_tables(replace(told, entities={**told.entities, **nasty}), found)
    shown = as_table(
        [column.title for column in table.columns], [[str(cell) for cell in row] for row in table.rows]
    )
    assert "[/red]" in shown.splitlines()[0]
    assert "\x1b" not in shown + table.title
    assert "\n" not in table.title


# The command.


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["accounts", *arguments, "--graph", str(seed_out)])


def test_the_generals_call_side_by_side(seed_out: Path) -> None:
    """Question 21: two columns, what each says, with its claims below."""
    found = run(seed_out, "Milley", "Герасимов")
    assert found.exit_code == 0, found.output
    head = next(line for line in found.stdout.splitlines() if "says" in line)
    assert head.split("  ")[-1].strip() == "United States says"
    assert "Russia says" in head
    assert "Ukraine, as a central topic" in found.stdout
    assert "[ria-account]" in found.stdout
    assert "[ria-account]" not in run(seed_out, "Milley", "Gerasimov", "--no-evidence").stdout


def test_the_warnings_of_september(seed_out: Path) -> None:
    """Question 22: one row a warning, each only possible in the month."""
    asked_for = ("--kind", "warning", "--non-public", "--since", "2022-09", "--until", "2022-09")
    found = run(seed_out, *asked_for, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert [(row["from"], row["to"], row["certainty"], row["kind"]) for row in rows] == [
        ("Russia", "United States", "possible", "warning"),
        ("United States", "Russia", "possible", "warning"),
        ("United States", "Russia", "possible", "warning"),
    ]
    assert "perhaps in the time asked for" in run(seed_out, *asked_for).stdout


def test_one_contact_as_json(seed_out: Path) -> None:
    """One object a content, with its claims."""
    found = run(seed_out, "contact/austin-shoigu-call-2022-10-21", "--format", "json")
    rows = json.loads(found.stdout)
    assert [row["side"] for row in rows] == ["Russia", "Russia", "United States"]
    assert all(row["claims"] for row in rows)


def test_nothing_on_record_is_said(seed_out: Path) -> None:
    """An empty answer proves nothing, and a contact without a readout says so."""
    assert "no proof" in run(seed_out, "Austin", "Shoigu", "--known", "2022-04-01").stdout
    assert "no proof" in run(seed_out, "contact/austin-shoigu-attempts-2022").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Sullivan", "Shoigu"), "did you mean 'Jake Sullivan' or 'John Sullivan'?"),
        (("Lloyd Austen",), "did you mean 'Lloyd Austin'?"),
        (("contact/austin-shoigu-call-2022-10-22",), "did you mean 'contact/austin-shoigu-call-2022-10-2"),
        (("--since", "2022-10", "--until", "2022-09"), "--since 2022-10 lies after --until 2022-09"),
        (("--since", "2022-13"), "there is no month 13"),
        (("--at", "yesterday"), "'yesterday' is not a day"),
    ],
)
def test_wrong_input_is_refused_with_what_to_do(
    arguments: tuple[str, ...], message: str, seed_out: Path
) -> None:
    """Names are never guessed; days must exist."""
    found = run(seed_out, *arguments)
    assert message in str(found.exception)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a", "b", "c"), "found 3 names"),
        (("contact/x", "Shoigu"), "expected no other name"),
        (("Shoigu", "Шойгу"), "are the same"),
        (("--kind", "gossip"), "'gossip'"),
    ],
)
def test_wrong_use_is_refused(arguments: tuple[str, ...], message: str, seed_out: Path) -> None:
    """With exit code 2 and a sentence."""
    found = run(seed_out, *arguments)
    assert found.exit_code == 2
    assert message in found.output
