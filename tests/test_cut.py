"""The evidence cut: the fewest sources without which an answer changes, against all subsets there are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, claim, keyed, knowledge, party, rich, when

from backchannel.cli import group
from backchannel.graph.bounds import UNKNOWN, occurrence
from backchannel.graph.channels import histories, standing
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import consensus
from backchannel.graph.cut import LISTED, Cut, smallest_cuts
from backchannel.graph.cut_answers import (
    ChannelAnswer,
    ContactAnswer,
    LastContact,
    OfficeAnswer,
    Question,
    SilenceAnswer,
    channel_question,
    contact_question,
    cuts,
    last_contact_question,
    office_question,
    silence_question,
)
from backchannel.graph.errors import DateError, UnknownNameError
from backchannel.graph.model import Citation, Claim, Document, Key, Knowledge
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, truth_before

Threads = dict[Key, list[frozenset[Key]]]
Answer = Callable[[frozenset[Key]], object]

# --- the kernel


def exhaustive(elements: Sequence[Key], threads: Threads, answer: Answer) -> dict[tuple[Key, ...], object]:
    """All smallest sets whose removal changes the answer, by trying each of the 2^n subsets."""

    def left(removed: frozenset[Key]) -> object:
        return answer(
            frozenset(key for key, ways in threads.items() if any(not way & removed for way in ways))
        )

    now = left(frozenset())
    for size in range(1, len(elements) + 1):
        found = {some: left(frozenset(some)) for some in combinations(sorted(elements), size)}
        changed = {some: becomes for some, becomes in found.items() if becomes != now}
        if changed:
            return changed
    return {}


@st.composite
def puzzles(draw: st.DrawFn) -> tuple[list[Key], Threads]:
    """Up to twelve elements, claims with up to four threads of up to four of them, some with none."""
    elements = [f"e{number:02d}" for number in range(draw(st.integers(0, 12 if draw(st.booleans()) else 6)))]
    sets = st.frozensets(st.sampled_from(elements), max_size=4) if elements else st.just(frozenset())
    ways = st.lists(sets, min_size=1, max_size=4)
    return elements, {f"claim/{number}": draw(ways) for number in range(draw(st.integers(0, 6)))}


# Monotone answers, and some for which the fall of a claim may bring something about.
ANSWERS: dict[str, Answer] = {
    "any left": bool,
    "how many": len,
    "which": lambda left: left,
    "at least three": lambda left: len(left) >= 3,
    "first asserts, second denies": lambda left: "claim/0" in left and "claim/1" not in left,
    "an odd number": lambda left: len(left) % 2,
    "the last one": lambda left: max(left, default=None),
    "always the same": lambda left: None,
    "only with all but one gone": lambda left: len(left) == 1,
}


@settings(max_examples=2000 if LARGE else 100)
@given(puzzles(), st.sampled_from(sorted(ANSWERS)))
def test_the_smallest_cuts_are_those_of_exhaustive_search(
    puzzle: tuple[list[Key], Threads], name: str
) -> None:
    """All of them and no others, each with what the answer becomes; monotone or not."""
    elements, threads = puzzle
    answer = ANSWERS[name]
    expected = exhaustive(elements, threads, answer)
    found = smallest_cuts(elements, threads, answer)
    assert found.more == max(0, len(expected) - LISTED)
    listed = {one.elements: one.answer for one in found.removals}
    assert len(listed) == len(found.removals) == len(expected) - found.more
    assert listed.items() <= expected.items()
    assert found.answer == answer(frozenset(threads))
    immortal = frozenset(key for key, ways in threads.items() if frozenset() in ways)
    assert found.emptied == answer(immortal)
    assert found.complete or found.removals
    for one in found.removals:
        gone = frozenset(one.elements)
        assert set(one.fallen) == {key for key, ways in threads.items() if all(way & gone for way in ways)}


def test_the_search_is_bounded() -> None:
    """By a size, by a number of sets: it says how far it came, and what is left without anything."""
    elements = [f"e{number:02d}" for number in range(12)]
    threads = {f"claim/{one}": [frozenset({one})] for one in elements}
    three = smallest_cuts(elements, threads, bool, most=3)
    assert (three.removals, three.searched, three.complete, three.emptied) == ((), 3, False, False)
    few = smallest_cuts(elements, threads, bool, tried=12 + 66)
    assert (few.searched, few.size, few.complete) == (2, None, False)
    found = smallest_cuts(elements, {"claim/x": [frozenset({one}) for one in elements]}, bool)
    assert (found.size, found.complete) == (12, True)
    with pytest.raises(ValueError, match="size of 1 or more"):
        smallest_cuts(elements, threads, bool, most=0)


def test_elements_on_the_same_threads_are_tried_once_and_listed_all() -> None:
    """A thousand links of one chain are one class: each alone is a cut, and only so many are listed."""
    links = [f"e{number:04d}" for number in range(1000)]
    found = smallest_cuts(links, {"claim/a": [frozenset(links)]}, bool, tried=1)
    assert (found.size, len(found.removals), found.more) == (1, LISTED, 1000 - LISTED)
    assert found.complete


def test_what_may_not_be_removed_is_as_if_it_were_not_there() -> None:
    """An element that isn't among those to try cuts nothing; a claim that has a thread of such only stays."""
    threads = {"claim/a": [frozenset({"wire", "paper"})], "claim/b": [frozenset({"wire"})]}
    assert [one.elements for one in smallest_cuts(["paper"], threads, len).removals] == [("paper",)]
    assert smallest_cuts(["paper"], {"claim/b": threads["claim/b"]}, len).complete


# --- a small world for the answers

NAMES = "abcd"
PEOPLE = ("person/teasdale", "organisation/gazette", "person/firefly")
CALL = (FIREFLY, TRENTINO)


def world(claims: Iterable[Claim], late: str = "", **fields: object) -> Knowledge:
    """Four papers of three publishers, of which some are not at hand; ``late`` names one that came later."""
    documents = [
        Document(
            f"document/{name}",
            name.upper(),
            "en",
            f"organisation/{'ab'[place % 2]}" if name != "d" else None,
            known=known_stamp("2029-06-01" if name == late else "2029-03-01"),
            seen=name != "c",
        )
        for place, name in enumerate(NAMES)
    ]
    return knowledge(claims, documents=keyed(documents), **fields)


def cited(name: str, *chains: str) -> tuple[Citation, ...]:
    """Citations from chains like 'ab': it stands in a, taken from b."""
    found = {}
    for chain in chains:
        for place, document in enumerate(chain):
            above = f"citation/{name}/{chain[place + 1]}" if place + 1 < len(chain) else None
            key = f"citation/{name}/{document}"
            found.setdefault(key, Citation(key, "reports", f"document/{document}", above))
    return tuple(found.values())


def told(name: str, *chains: str, **fields: object) -> Claim:
    defaults = {"about": "contact/talk", "outcome": "held", "participants": CALL}
    return claim(name, citations=cited(name, *chains), **(defaults | fields))


DATES = [
    None,
    "2029-01",
    "2029-01-05",
    "2029-01-20~",
    "[2029-01-03,2029-02-03]",
    "2029-02-10",
    "/2029-01-10",
    "2029-02/..",
]
OUTCOMES = ["held", "held", "refused", "attempted", None]
STANCES = ["asserts", "asserts", "alleges", "denies", "proposes"]


@st.composite
def claims_of(draw: st.DrawFn, kind: str) -> list[Claim]:
    """Up to six claims about three contacts (and a channel or a silence), some of them corrections."""
    found: list[Claim] = []
    for number in range(draw(st.integers(1, 6))):
        chains = draw(
            st.lists(st.sampled_from(["a", "b", "ab", "ac", "bc", "d", "dc"]), min_size=1, max_size=2)
        )
        fields: dict[str, object] = {
            "voice": draw(st.sampled_from(PEOPLE)),
            "stance": draw(st.sampled_from(STANCES)),
            "when": dated(draw(st.sampled_from(DATES)), throughout=kind != "contact"),
            **of_kind(draw, draw(st.sampled_from(["contact", kind]))),
        }
        one = told(f"c{number}", *chains, **fields)
        if found and draw(st.integers(0, 3)) == 0:
            old = draw(st.sampled_from(found))
            place = found.index(old)
            found[place] = replace(old, withdrawn=old.withdrawn or one.known)
            one = replace(one, about=old.about, kind=old.kind, supersedes=old.key)
        found.append(one)
    return found


def dated(edtf: str | None, throughout: bool) -> object:
    return when(edtf, throughout and "/" in edtf) if edtf else None


def of_kind(draw: st.DrawFn, kind: str) -> dict[str, object]:
    if kind == "contact":
        about = f"contact/{draw(st.sampled_from('xyz'))}"
        channels = draw(st.sampled_from([(), ("channel/hotline",)]))
        people = draw(st.sampled_from([CALL, CALL, CALL[:1], (FIREFLY, party("person/teasdale"))]))
        outcome = draw(st.sampled_from(OUTCOMES))
        return {"about": about, "outcome": outcome, "channels": channels, "participants": people}
    state = draw(st.sampled_from(["in use", "closed", None]))
    values = {"channel": ("channel/hotline", state), "silence": ("silence/winter", None)}
    about, said = values[kind]
    return {"kind": kind, "about": about, "state": said, "outcome": None, "scope": "calls"}


def remaining(known: Knowledge, removed: frozenset[Key], by: str, day: str | None = None) -> Knowledge:
    """A knowledge without some sources, rebuilt by definition: each claim's chains are walked one by one, and
    what a fallen correction had withdrawn stands again."""
    limit = known_stamp(day)
    left = {key: one for key, one in known.claims.items() if stays(known, one, removed, by, limit)}
    claims = {
        key: replace(one, withdrawn=None)
        if corrected(known, one, limit) and not corrected_in(left, one)
        else one
        for key, one in left.items()
    }
    tenures = {
        key: one for key, one in known.tenures.items() if not source(known, one.document, by) & removed
    }
    return replace(known, claims=claims, tenures=tenures)


def corrected(known: Knowledge, one: Claim, limit: str) -> bool:
    return any(
        other.supersedes == one.key and (other.known or "9999") <= limit for other in known.claims.values()
    )


def corrected_in(left: dict[Key, Claim], one: Claim) -> bool:
    return any(other.supersedes == one.key for other in left.values())


def stays(known: Knowledge, one: Claim, removed: frozenset[Key], by: str, limit: str) -> bool:
    if by == "voice":
        return one.voice not in removed
    out = [c for c in one.citations if (known.documents[c.document or ""].known or "") <= limit]
    taken = {c.taken_from for c in out}
    ends = [c for c in out if c.key not in taken or known.documents[c.document or ""].seen]
    return not out or any(not path(known, one, end, by, limit) & removed for end in ends)


def path(known: Knowledge, one: Claim, end: Citation, by: str, limit: str) -> set[Key]:
    by_key = {c.key: c for c in one.citations}
    found: set[Key] = set()
    here: Citation | None = end
    while here is not None:
        if (known.documents[here.document or ""].known or "") <= limit:
            found |= source(known, here.document or "", by)
        here = by_key.get(here.taken_from or "")
    return found


def source(known: Knowledge, document: Key, by: str) -> set[Key]:
    publisher = known.documents[document].publisher
    return (
        {"party/case-roster"}
        if by == "voice"
        else {publisher or document}
        if by == "publisher"
        else {document}
    )


SOURCES_OF: dict[str, list[Key]] = {
    "document": [f"document/{name}" for name in NAMES],
    "publisher": ["organisation/a", "organisation/b", "document/d"],
    "voice": [*PEOPLE, "party/case-roster"],
}
Reading = Callable[[Knowledge], object]


def check(
    known: Knowledge, question: Question[object], read: Reading, by: str, day: str | None
) -> Cut[object]:
    """That the cuts are those found by reading the whole knowledge again without each set of sources."""
    found = cuts(known, question, by, day)
    now = read(known)
    assert found.answer == now
    elements = SOURCES_OF[by]
    assert found.emptied == read(remaining(known, frozenset(elements), by, day))
    for size in range(1, len(elements) + 1):
        tried = {
            some: read(remaining(known, frozenset(some), by, day))
            for some in combinations(sorted(elements), size)
        }
        expected = {some: becomes for some, becomes in tried.items() if becomes != now}
        if expected:
            assert {one.elements: one.answer for one in found.removals} == expected
            return found
    assert found.removals == ()
    assert found.complete
    return found


BY = st.sampled_from(sorted(SOURCES_OF))
DAYS = st.sampled_from([None, "2029-03-01"])
LATER = st.sampled_from(["", "a", "c"])
EXAMPLES = settings(max_examples=2000 if LARGE else 100)


@EXAMPLES
@given(claims_of("contact"), LATER, BY, DAYS)
def test_a_contact(claims: list[Claim], late: str, by: str, day: str | None) -> None:
    """What came of it, how agreed, when: as the consensus says without the sources."""
    known = world(claims, late)
    hub = claims[0].about

    def read(left: Knowledge) -> object:
        one = consensus(left, day).get(hub)
        return ContactAnswer(one.outcome, one.status, one.bounds) if one else None

    check(known, contact_question(known, hub, day), read, by, day)


@EXAMPLES
@given(claims_of("contact"), LATER, BY, DAYS, st.sampled_from([None, "2029-01-15"]))
def test_the_last_contact(claims: list[Claim], late: str, by: str, day: str | None, at: str | None) -> None:
    """Which it was, or which it may have been, read anew from everything that is left."""
    known = world(claims, late)
    end = known_stamp(at)
    two = {"person/firefly", "person/trentino"}

    def read(left: Knowledge) -> object:
        held = {
            key: one.bounds
            for key, one in consensus(left, day).items()
            if one.bounds.earliest < end
            and any(
                c.stance in SPEAKS_OF_FACT
                and c.outcome == "held"
                and two <= {p.person for p in c.participants}
                for c in one.claims
            )
        }
        last = {
            key: bounds
            for key, bounds in held.items()
            if not any(truth_before(bounds, other) is Truth.CERTAIN for other in held.values())
        }
        return LastContact(tuple(sorted(last.items())))

    try:
        question = last_contact_question(known, "person/trentino", "person/firefly", at, day)
    except UnknownNameError:
        assert read(known) == LastContact(())
        return
    check(known, question, read, by, day)


@EXAMPLES
@given(claims_of("channel"), LATER, BY, DAYS, st.sampled_from(["2029-01-10", "2029-02-10", "2029-12-31"]))
def test_a_channel(claims: list[Claim], late: str, by: str, day: str | None, at: str) -> None:
    """The state it is said to be in, and whether a contact proves its use."""
    known = world(claims, late)

    def read(left: Knowledge) -> object:
        history = histories(left, at, day)[0]
        return ChannelAnswer(
            tuple((one.state, one.truth) for one in standing(history, at)), bool(history.used)
        )

    check(known, channel_question(known, "channel/hotline", at, day), read, by, day)


@EXAMPLES
@given(claims_of("silence"), LATER, BY, DAYS)
def test_a_silence(claims: list[Claim], late: str, by: str, day: str | None) -> None:
    """Whether a live claim of fact says that there was one."""
    known = world(claims, late)
    limit = known_stamp(day)

    def read(left: Knowledge) -> object:
        return SilenceAnswer(
            any(
                one.about == "silence/winter"
                and one.stance in SPEAKS_OF_FACT
                and (one.known or "") <= limit < (one.withdrawn or "9999-12-31T23:59:59Z")
                for one in left.claims.values()
            )
        )

    try:
        question = silence_question(known, "silence/winter", day)
    except UnknownNameError:
        assert read(known) == SilenceAnswer(claimed=False)
        return
    check(known, question, read, by, day)


@pytest.mark.parametrize("by", sorted(SOURCES_OF))
@pytest.mark.parametrize("at", ["2028-06-01", "2031-06-01", "2020-01-01"])
def test_an_office(by: str, at: str) -> None:
    """A tenure falls with its document, whoever stands on record after it."""
    first, second = (replace(one, office="office/fr-minister") for one in rich().tenures.values())
    second = replace(second, start=when("2031-01-03"), document="document/b")
    known = world([], tenures=keyed([replace(first, document="document/a"), second]))
    question = office_question(known, "office/fr-minister", at)
    expected = {"2028-06-01": 1, "2031-06-01": 1, "2020-01-01": None}[at]
    found = check(known, question, question.answer, by, None)
    assert found.size == expected
    assert isinstance(found.answer, OfficeAnswer)
    assert (found.answer.verdict == "nobody known") == (expected is None)


# --- worked examples


def test_the_source_of_two_articles() -> None:
    """Without the report that both took it from it is gone; without either article it isn't."""
    known = world([told("x", "ac", "bc")])
    found = cuts(known, contact_question(known, "contact/talk"))
    assert [(one.elements, one.answer) for one in found.removals] == [(("document/c",), None)]
    assert found.removals[0].fallen == ("claim/x",)


def test_a_document_at_hand_in_the_middle_of_a_chain_is_a_thread_of_its_own() -> None:
    """It was read itself: whether an article that took over from it is gone does not matter."""
    known = world([told("x", "ab")])
    assert [one.elements for one in cuts(known, contact_question(known, "contact/talk")).removals] == [
        ("document/b",)
    ]


def test_without_the_denial_it_is_contested_no_more() -> None:
    """An answer that is not monotone: less evidence, more agreement."""
    known = world([told("x", "a"), told("y", "b", voice="person/teasdale"), told("z", "d", stance="denies")])
    found = cuts(known, contact_question(known, "contact/talk"))
    changed = {
        one.elements: one.answer.status for one in found.removals if isinstance(one.answer, ContactAnswer)
    }
    assert changed == {("document/d",): "agreed"}


def test_without_the_correction_the_first_version_stands_again() -> None:
    """And without both, nothing does."""
    old = told("old", "a", outcome="refused", withdrawn=known_stamp("2029-03-01"))
    new = told("new", "b", supersedes="claim/old")
    known = world([old, new])
    found = cuts(known, contact_question(known, "contact/talk"))
    assert isinstance(found.answer, ContactAnswer)
    assert [
        (one.elements, one.answer.outcome) for one in found.removals if isinstance(one.answer, ContactAnswer)
    ] == [(("document/b",), "refused")]
    assert found.emptied is None


def test_a_retraction_is_a_source_too() -> None:
    """What was taken back stands again without the document that took it back."""
    said = told("said", "a", withdrawn=known_stamp("2029-03-01"))
    back = told("back", "b", kind="retraction", about="claim/said", retracts="claim/said", outcome=None)
    found = cuts(world([said, back]), contact_question(world([said, back]), "contact/talk"))
    assert found.answer is None
    assert [one.elements for one in found.removals] == [("document/b",)]


def test_what_only_later_documents_support_does_not_count_yet() -> None:
    """As known by a day: until the second paper is out, the first carries it alone."""
    known = world([told("x", "a", "d", outcome="held")], late="d")
    then = cuts(known, contact_question(known, "contact/talk", "2029-03-01"), known="2029-03-01")
    assert [one.elements for one in then.removals] == [("document/a",)]
    now = cuts(known, contact_question(known, "contact/talk"))
    assert [one.elements for one in now.removals] == [("document/a", "document/d")]


def test_dates_of_the_last_contact() -> None:
    """An earlier contact is the last once the later one is gone, and an undated one may always be."""
    early = told("early", "a", about="contact/early", when=when("2029-01-05"))
    late = told("late", "b", about="contact/late", when=when("2029-02-05"))
    known = world([early, late])
    question = last_contact_question(known, "person/firefly", "person/trentino")
    found = cuts(known, question)
    assert found.answer == LastContact((("contact/late", occurrence("2029-02-05")),))
    assert [(one.elements, one.answer) for one in found.removals] == [
        (("document/b",), LastContact((("contact/early", occurrence("2029-01-05")),)))
    ]
    assert question.bearing == {"claim/late"}
    undated = told("undated", "d", about="contact/undated")
    known = world([early, late, undated])
    found = cuts(known, last_contact_question(known, "person/firefly", "person/trentino"))
    assert isinstance(found.answer, LastContact)
    assert dict(found.answer.contacts)["contact/undated"] == UNKNOWN
    assert [one.elements for one in found.removals] == [("document/b",), ("document/d",)]


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda k: contact_question(k, "contact/none"), UnknownNameError, "no claim of a contact"),
        (lambda k: silence_question(k, "silence/none"), UnknownNameError, "no claim of a silence"),
        (lambda k: channel_question(k, "channel/none", "2029-01-01"), UnknownNameError, "no channel"),
        (lambda k: office_question(k, "office/none", "2029-01-01"), UnknownNameError, "no office"),
        (
            lambda k: last_contact_question(k, "person/firefly", "person/teasdale"),
            UnknownNameError,
            "teasdale",
        ),
        (lambda k: channel_question(k, "channel/hotline", "2029-02-30"), DateError, "28 days"),
        (lambda k: contact_question(k, "contact/talk", "2029-13"), DateError, "month 13"),
        (lambda k: contact_question(k, "contact/talk", "2029-02-28"), UnknownNameError, "published by then"),
        (
            lambda k: cuts(k, contact_question(k, "contact/talk"), "editor"),
            ValueError,
            "expected one of document",
        ),
    ],
)
def test_wrong_questions(ask: Callable[[Knowledge], object], error: type[Exception], message: str) -> None:
    """What isn't there, or is no day, is refused."""
    with pytest.raises(error, match=message):
        ask(world([told("x", "a")]))


# --- the seed case, and the command


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["cut", *arguments, "--graph", str(seed_out)])


def rows(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


SEED = [
    (("Mark Milley", "Valery Gerasimov"), ["document/004-first-generals-call"], "2021"),
    (("Milley", "Герасимов", "--known", "2022-04-01"), ["document/000-unanswered-calls"], "no held contact"),
    (("contact/austin-shoigu-attempts-2022",), ["document/washington-post-2022-03"], "nothing on record"),
    (("claim/kirby-austin-shoigu", "--by", "voice"), ["person/john-kirby"], "nothing on record"),
    (
        ("contact/austin-shoigu-attempts-2022", "--by", "publisher"),
        ["organisation/washington-post"],
        "nothing",
    ),
    (
        ("Stuttgart deconfliction hotline", "--at", "2022-03-24"),
        ["document/000-unanswered-calls", "document/004-first-generals-call"],
        "possible",
    ),
    (("silence/blinken-lavrov-2022",), ["document/000-unanswered-calls"], "nobody claims it"),
    (("US Secretary of Defense", "--at", "2022-03-23"), ["document/roster"], "nobody known"),
    (
        ("United States", "Russia", "--by", "voice"),
        ["organisation/publisher-of-003 party/pentagon-spokeswoman"],
        "2022",
    ),
]


@pytest.mark.parametrize(("asked", "sources", "becomes"), SEED, ids=[" ".join(row[0]) for row in SEED])
def test_the_seed_case(asked: tuple[str, ...], sources: list[Key], becomes: str, seed_out: Path) -> None:
    """The source, or each of the sources, on which the answer hangs."""
    found = rows(seed_out, *asked)
    assert [row["keys"] for row in found] == sources
    assert all(becomes in row["becomes"] for row in found)
    assert all(row["claims"] for row in found)


def test_every_seed_question_ran() -> None:
    """The table above has not shrunk."""
    assert len(SEED) == 9


def test_for_people(seed_out: Path) -> None:
    """What is asked, the answer now, the finding in a sentence, the table, the claims that fall."""
    text = run(seed_out, "Mark Milley", "Valery Gerasimov").stdout
    assert "The last held contact of Mark Milley and Valery Gerasimov" in text
    assert "on 19 May 2022" in text
    assert "One document carries this answer" in text
    assert "[milley-gerasimov-call]" in text
    without = run(seed_out, "Mark Milley", "Valery Gerasimov", "--no-evidence").stdout
    assert "[milley-gerasimov-call]" not in without


def test_as_json(seed_out: Path) -> None:
    found = json.loads(run(seed_out, "silence/blinken-lavrov-2022", "--format", "json").stdout)
    assert [row["claims"] for row in found] == [["claim/blinken-lavrov-silence"]]


def test_where_nothing_can_change_it_or_the_search_ends_early(seed_out: Path) -> None:
    """It says which of the two; and what the answer would be without anything."""
    early = run(seed_out, "US Secretary of Defense", "--at", "1999-01-01")
    assert "No documents can be taken away so that this answer changes." in early.stdout
    short = run(seed_out, "United States", "Russia", "--by", "voice", "--most", "1")
    assert "Without any 1 voice the answer stays" in short.stdout
    assert "without any voice at all it would be: no held contact on record" in short.output


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("Milley",), "expected two names, or a contact, silence, channel or office"),
        (("Milley", "Mark Milley"), "are the same"),
        (("contact/austin-shoigu-attempts-2022", "--at", "2022-03-24"), "--at is for two names"),
        (("US Secretary of Defense", "--known", "1999-01-01"), "nothing was published by then"),
        (("claim/ryabkov-no-escalation",), "about nothing in particular"),
        (("Milley", "Gerasimov", "--most", "0"), "--most"),
    ],
)
def test_wrong_use(asked: tuple[str, ...], message: str, seed_out: Path) -> None:
    """Refused with what was expected, as wrong use."""
    found = run(seed_out, *asked)
    assert found.exit_code == 2
    assert message in found.output


def test_names_are_never_guessed(seed_out: Path) -> None:
    found = run(seed_out, "Sullivan", "Gerasimov")
    assert found.exit_code == 1
    assert "Jake Sullivan" in str(found.exception)
