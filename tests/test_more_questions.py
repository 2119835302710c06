"""Questions that can be asked of any case: each with its answer on the seed case or on a small
invented one, the same rows from Oxigraph and from rdflib."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from samples import FIREFLY, RECORDED, TRENTINO, citation, claim, keyed, knowledge, party, rich, when

from backchannel.graph.bounds import UNKNOWN
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Citation, Claim, Document, Knowledge, When
from backchannel.graph.quads import canonical, statements
from backchannel.ontology.library import find

ID = "https://w3id.org/backchannel/id/"
DERIVED = "<https://w3id.org/backchannel/graph/derived> .\n"
TITLE = {"gazette": "A report in the Gazette", "herald": "A report in the Herald"}
Row = tuple[str, ...]


class Engines:
    """One dataset in both engines."""

    def __init__(self, quads: str) -> None:
        self.oxigraph = pyoxigraph.Store()
        self.oxigraph.bulk_load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        claims = "".join(line for line in quads.splitlines(keepends=True) if DERIVED not in line)
        self.rdflib = rdflib.Graph().parse(data=claims, format="nt")
        self.answers: dict[str, tuple[list[str], list[Row]]] = {}

    def answer(self, sparql: str) -> tuple[list[str], list[Row]]:
        """The columns and the rows, once both engines gave the same in the same order."""
        if sparql not in self.answers:
            self.answers[sparql] = self.compared(sparql)
        return self.answers[sparql]

    def compared(self, sparql: str) -> tuple[list[str], list[Row]]:
        found = self.oxigraph.query(sparql)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        names = [variable.value for variable in found.variables]
        rows = [tuple(cell(getattr(term, "value", None)) for term in row) for row in found]
        assert rows == [tuple(cell(term) for term in row) for row in self.rdflib.query(sparql)]  # type: ignore[union-attr]
        return names, rows

    def ask(self, name: str, columns: str, **values: str) -> list[Row]:
        """Some columns of a question's answer, by their names."""
        names, rows = self.answer(find(name).with_parameters(values))
        wanted = [names.index(column) for column in columns.split()]
        return [tuple(row[number] for number in wanted) for row in rows]


def cell(term: object) -> str:
    """A value as text, ids by their last parts; what was concatenated has no order."""
    parts = str("" if term is None else term).replace(ID, "").split(" | ")
    return " | ".join(sorted(parts))


def told(
    name: str, known: str | None, about: str = "", outcome: str | None = "held", **fields: object
) -> Claim:
    """A claim that Firefly called Trentino, public from the end of a day."""
    defaults = {
        "participants": (FIREFLY, TRENTINO),
        "mode": "call",
        "known": known_stamp(known) if known else None,
    }
    return claim(name, about=f"contact/{about or name}", outcome=outcome, **(defaults | fields))


def also_in(name: str, document: str, day: str | None = None, taken_from: str | None = None) -> Citation:
    """How a claim stands in a document: the day it gives, and the document it took it from."""
    source = f"citation/{name}/{taken_from}" if taken_from else None
    said = When(day, UNKNOWN) if day else None
    return replace(citation(name, document), taken_from=source, said=said)


def case(*claims: Claim, **fields: object) -> Engines:
    """Freedonia and Sylvania with a second newspaper, in both engines."""
    first = knowledge().documents["document/gazette"]
    documents: list[Document] = [
        replace(first, known=known_stamp("2029-01-05")),
        replace(first, key="document/herald", title=TITLE["herald"], known=known_stamp("2029-02-05")),
    ]
    known: Knowledge = knowledge(claims, documents=keyed(documents), **fields)
    return Engines("".join(canonical(statements(known, RECORDED))))


@pytest.fixture(scope="module")
def seed(seed_out: Path) -> Engines:
    return Engines((seed_out / "current" / "quads.nq").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def held() -> Engines:
    """Firefly held his office from some day of May 2027, Trentino holds hers since May 2028."""
    return case(tenures=rich().tenures)


QUESTIONS = (
    "known-holders",
    "outside-tenure",
    "after-refusal",
    "unused-channels",
    "disclosure-delay",
    "no-longer-believed",
    "rests-on-one",
    "who-initiates",
    "disputed",
)


def test_all_are_there() -> None:
    """Nine questions, numbered from 23 on, each with a parameter that says as of when."""
    found = [find(name) for name in QUESTIONS]
    assert [question.number for question in found] == [str(number) for number in range(23, 32)]
    assert all({"known", "now"} & {param.name for param in question.params} for question in found)


def test_how_many_rows_the_seed_case_has_for_each(seed: Engines) -> None:
    """With their defaults, of five documents; that both engines agree, tests/test_questions.py says."""
    counts = {name: len(list(seed.oxigraph.query(find(name).sparql))) for name in QUESTIONS}
    assert {name: counts[name] for name in ("outside-tenure", "no-longer-believed")} == {
        "outside-tenure": 0,
        "no-longer-believed": 0,
    }
    assert sum(count > 0 for count in counts.values()) == 7


@pytest.mark.parametrize(
    ("day", "known", "firefly", "trentino"),
    [
        ("2029-02-01", "everything", "certain", "certain"),
        ("2027-05-10", "everything", "possible", "nobody known"),  # it began in May, who knows when
        ("2027-04-30", "everything", "nobody known", "nobody known"),
        ("2031-01-02", "everything", "certain", "possible"),  # the roster vouches for 2029 only
        ("2031-01-03", "everything", "nobody known", "possible"),
        ("2029-02-01", "2028-12-31", "possible", "possible"),  # nobody knew then who would stay
        ("2029-02-01", "2027-05-31", "possible", "possible"),
        ("2027-05-10", "2027-05-10", "nobody known", "nobody known"),  # not public yet
    ],
)
def test_known_holders(held: Engines, day: str, known: str, firefly: str, trentino: str) -> None:
    """Certain, possible, or nobody known: three values, and never the nearest holder."""
    rows = held.ask("known-holders", "office_held certainty", day=day, known=known)
    assert rows == [
        ("Chief of Staff of Freedonia", "nobody known"),
        ("Foreign Minister of Freedonia", firefly),
        ("Foreign Minister of Sylvania", trentino),
    ]


def test_known_holders_of_the_seed_case(seed: Engines) -> None:
    """Of 22 offices four have no holder known for the day of the last call."""
    rows = seed.ask("known-holders", "certainty holder", day="2022-10-23")
    assert len(rows) == 22
    assert ("certain", "Lloyd Austin") in rows
    assert sum(certainty == "nobody known" for certainty, _ in rows) == 4


def test_outside_tenure() -> None:
    """Too early, too late (once the end is known), and an office of which no tenure is known."""
    tenures = rich().tenures
    key = "tenure/firefly-fr-minister"
    tenures = tenures | {key: replace(tenures[key], end_known="2031-06-01T00:00:00Z")}
    teasdale = party("person/teasdale", "initiator", "office/fr-general", "state/fr")
    engines = case(
        told("early", "2029-03-01", when=when("2027-04")),
        told("fits", "2029-03-01", when=when("2028-05~")),
        told("undated", "2029-03-01"),
        told("late", "2031-02-10", when=when("2031-02-01")),
        told("general", "2029-03-01", when=when("2029-01"), participants=(teasdale, TRENTINO)),
        tenures=tenures,
    )
    early = [
        ("Ambassador Trentino", "another time", "claim/early"),
        ("Gloria Teasdale", "no tenure known", "claim/general"),
        ("Rufus Firefly", "another time", "claim/early"),
    ]
    late = ("Rufus Firefly", "another time", "claim/late")
    assert engines.ask("outside-tenure", "who held_it claim", known="2031-03-01") == early
    assert engines.ask("outside-tenure", "who held_it claim") == [*early, late]


@pytest.fixture(scope="module")
def refused() -> Engines:
    """A refusal, and calls before it, on its day, after it, and of an unknown date."""
    return case(
        told("refusal", "2028-12-10", outcome="refused", when=when("2028-12-01")),
        told("same-day", "2029-01-10", when=when("2028-12-01")),
        told("soon", "2029-01-10", when=when("2028-12-20")),
        told("month", "2029-02-20", when=when("2029-01")),
        told("late", "2029-08-01", when=when("2029-07-01")),
        told("before", "2029-01-10", when=when("2028-11-30")),
        told("undated", "2029-01-10"),
        told("denied", "2029-01-10", when=when("2028-12-20"), stance="denies"),
    )


def test_after_refusal(refused: Engines) -> None:
    """Whole days between the dates: certain if both bounds fit, possible if one may."""
    columns = "claim certainty at_least at_most"
    assert refused.ask("after-refusal", columns, days="45") == [
        ("claim/month", "possible", "31", "61"),
        ("claim/same-day", "possible", "0", "0"),
        ("claim/soon", "certain", "19", "19"),
        ("claim/undated", "possible", "", ""),
    ]
    assert ("claim/month", "certain") in refused.ask("after-refusal", "claim certainty", days="61")
    assert refused.ask("after-refusal", "claim", known="2028-12-31") == []
    assert len(refused.ask("after-refusal", "claim", level="state", days="45")) == 4


def test_after_refusal_in_the_seed_case(seed: Engines) -> None:
    """Ninety days after the refusals of March the generals had spoken, the ministers perhaps."""
    assert seed.ask("after-refusal", "contact certainty at_least at_most", days="90") == [
        ("contact/austin-shoigu-call-2022-05", "possible", "40", "96"),
        ("contact/milley-gerasimov-call-2022-05", "certain", "58", "84"),
    ]


def test_unused_channels() -> None:
    """A line that was only refused shows no use until a call through it becomes public."""
    line = ("channel/hotline",)
    engines = case(
        told("refusal", "2028-12-10", outcome="refused", channels=line),
        told("call", "2029-01-10", channels=line),
    )
    assert engines.ask("unused-channels", "channel_name said_of_it claim", known="2028-12-31") == [
        ("the hotline", "refused", "claim/refusal")
    ]
    assert engines.ask("unused-channels", "claim", known="2028-12-01") == []  # nothing said of it yet
    assert engines.ask("unused-channels", "claim") == []


def test_unused_channels_of_the_seed_case(seed: Engines) -> None:
    """The two military lines of 2022: in place, and no call through them known."""
    rows = seed.ask("unused-channels", "channel_name")
    assert set(rows) == {("Stuttgart deconfliction hotline",), ("red telephone",)}


def test_disclosure_delay() -> None:
    """Days from the last and the first possible day to the first publication."""
    engines = case(
        told("talk", "2029-01-10", when=when("2028-12-20")),
        told("again", "2029-06-30", "talk", when=when("2028-12")),
        told("month", "2029-02-20", when=when("2029-01")),
        told("now", "2029-02-20", when=when("2029-02")),
        told("since", "2029-02-20", when=when("2029-01-20/..")),
        told("torn", "2029-02-20", when=when("2029-01-01")),
        told("torn-too", "2029-03-20", "torn", when=when("2029-01-05")),
        told("undated", "2029-02-20"),
        told("unpublished", None, when=when("2029-01")),
    )
    assert engines.ask("disclosure-delay", "contact at_least at_most date_disputed") == [
        ("contact/month", "20", "50", "no"),
        ("contact/now", "0", "19", "no"),
        ("contact/since", "unknown", "31", "no"),
        ("contact/talk", "21", "21", "no"),
        ("contact/torn", "46", "50", "yes"),
        ("contact/undated", "unknown", "unknown", "no"),
    ]
    assert engines.ask("disclosure-delay", "contact", known="2029-01-31") == [("contact/talk",)]


def test_disclosure_delay_of_the_seed_case(seed: Engines) -> None:
    """The call of May came out with those of October; the generals' call within three days."""
    rows = seed.ask("disclosure-delay", "contact at_least at_most")
    assert ("contact/austin-shoigu-call-2022-05", "147", "177") in rows
    assert ("contact/milley-gerasimov-call-2022-05", "3", "3") in rows


@pytest.fixture(scope="module")
def believed() -> Engines:
    """A claim that is corrected, one that is retracted, one that stays."""
    return case(
        told("first", "2029-03-01", withdrawn=known_stamp("2029-03-31"), outcome="refused"),
        told("second", "2029-03-31", supersedes="claim/first"),
        told("story", "2029-03-01", withdrawn=known_stamp("2029-04-10")),
        told("stays", "2029-03-01"),
        claim(
            "gone",
            kind="retraction",
            about="claim/story",
            retracts="claim/story",
            known=known_stamp("2029-04-10"),
        ),
    )


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("2029-02-01", "everything", []),
        ("2029-03-15", "2029-03-30", []),
        ("2029-03-15", "2029-03-31", ["claim/first corrected claim/second"]),
        (
            "2029-03-15",
            "everything",
            ["claim/first corrected claim/second", "claim/story retracted claim/gone"],
        ),
        ("2029-03-31", "everything", ["claim/story retracted claim/gone"]),
        ("2029-04-10", "everything", []),
    ],
)
def test_no_longer_believed(believed: Engines, then: str, now: str, expected: Sequence[str]) -> None:
    """What stood at the end of one day and was withdrawn by the end of another, and by what."""
    rows = believed.ask("no-longer-believed", "claim withdrawn_as by_claim", then=then, now=now)
    assert [" ".join(row) for row in rows] == list(expected)


def test_rests_on_one() -> None:
    """A second voice, a second first document; what repeats the first is none, nor is a denial."""
    spoke = told("spoke", "2029-01-05", citations=(citation("spoke", "gazette"),))
    copied = told("copied", "2029-01-05", citations=chain("copied"))
    engines = case(
        spoke,
        replace(copied, about="contact/copied"),
        told("two-voices", "2029-01-05", "both", citations=(citation("two-voices", "gazette"),)),
        told("voices-two", "2029-02-05", "both", voice="person/teasdale", citations=chain("voices-two")),
        told("two-papers", "2029-01-05", "papers", citations=independent("two-papers")),
        told("against", "2029-02-05", "spoke", stance="denies", voice="person/teasdale"),
    )
    both = [("contact/both", "document", TITLE["gazette"])]
    papers = [("contact/papers", "voice", "The Gazette")]
    everywhere = [
        (f"contact/{name}", kind, source)
        for name in ("copied", "spoke")
        for kind, source in (("document", TITLE["gazette"]), ("voice", "The Gazette"))
    ]
    columns = "contact rests_on_one source"
    assert engines.ask("rests-on-one", columns) == sorted([*both, *papers, *everywhere])
    before = engines.ask("rests-on-one", columns, known="2029-01-31")
    assert ("contact/both", "voice", "The Gazette") in before  # the second voice was not heard yet
    assert ("contact/papers", "document", TITLE["gazette"]) in before


def chain(name: str) -> tuple[Citation, ...]:
    """An utterance in the Gazette, which the Herald took over."""
    utterance = Citation(f"citation/{name}/utterance", "utters")
    return (
        utterance,
        also_in(name, "gazette", taken_from="utterance"),
        also_in(name, "herald", taken_from="gazette"),
    )


def independent(name: str) -> tuple[Citation, ...]:
    """The same utterance in two papers, neither of which took it from the other."""
    return (*chain(name)[:2], also_in(name, "herald", taken_from="utterance"))


def test_what_rests_on_one_in_the_seed_case(seed: Engines) -> None:
    """The refusals of March, told by three documents, rest on Kirby and on one report."""
    rows = seed.ask("rests-on-one", "contact rests_on_one source")
    kirby = [row for row in rows if row[0] == "contact/austin-shoigu-attempts-2022"]
    assert [row[1] for row in kirby] == ["document", "voice"]
    assert kirby[1][2] == "John Kirby"
    assert ("contact/austin-shoigu-call-2022-10-21", "voice") not in [row[:2] for row in rows]


def test_who_initiates() -> None:
    """Contacts, not claims, by each voice on its own."""
    back = (replace(TRENTINO, role="initiator"), replace(FIREFLY, role="addressee"))
    neither = (replace(TRENTINO, role="participant"), replace(FIREFLY, role="participant"))
    engines = case(
        told("one", "2029-01-05"),
        told("one-again", "2029-01-05", "one"),
        told("two", "2029-01-05", outcome="refused"),
        told("other-view", "2029-02-05", "one", voice="person/teasdale", participants=back),
        told("who-knows", "2029-01-05", participants=neither),
        told("never", "2029-01-05", stance="denies"),
    )
    firefly = ("Rufus Firefly", "Ambassador Trentino", "2", "1", "The Gazette")
    trentino = ("Ambassador Trentino", "Rufus Firefly", "1", "1", "Gloria Teasdale")
    columns = "initiator addressee contacts held said_by"
    assert engines.ask("who-initiates", columns) == [firefly, trentino]
    assert engines.ask("who-initiates", columns, known="2029-01-31") == [firefly]


def test_who_initiates_in_the_seed_case(seed: Engines) -> None:
    """Austin sought both calls of October, says a spokeswoman who is not named."""
    rows = seed.ask("who-initiates", "initiator addressee contacts held said_by")
    assert rows[0] == ("Lloyd Austin", "Sergei Shoigu", "2", "2", "a Pentagon spokeswoman")


def test_disputed() -> None:
    """Outcome, denial, date, and the day on which it was said; an attempt disputes nothing."""
    said = (also_in("said", "gazette", "2029-01-02"), also_in("said", "herald", "2029-01-03"))
    vague = (also_in("vague", "gazette", "2029-01-02"), also_in("vague", "herald", "2029-01"))
    engines = case(
        told("held", "2029-01-05", "a"),
        told("refused", "2029-02-05", "a", "refused"),
        told("tried", "2029-01-05", "a", "attempted"),
        told("yes", "2029-01-05", "b"),
        told("no", "2029-02-05", "b", stance="denies"),
        told("earlier", "2029-01-05", "c", when=when("2029-01-01")),
        told("later", "2029-02-05", "c", when=when("2029-01-02")),
        told("some-day", "2029-02-05", "c", when=when("2029-01")),
        told("said", "2029-01-05", "d", citations=said),
        told("vague", "2029-01-05", "e", citations=vague),
    )
    assert engines.ask("disputed", "contact disputed one_says other_says") == [
        ("contact/a", "outcome", "held ", "refused "),
        ("contact/b", "that it took place", "held ", "denied: held "),
        ("contact/c", "date", "held 2029-01-01", "held 2029-01-02"),
        ("contact/d", "day of saying", "2029-01-02", "2029-01-03"),
    ]
    assert [len(row[0].split(" | ")) for row in engines.ask("disputed", "claims")] == [2, 2, 2, 1]
    assert engines.ask("disputed", "contact", known="2029-01-31") == []


def test_disputed_in_the_seed_case(seed: Engines) -> None:
    """Kirby spoke on Tuesday or on Wednesday: both stay."""
    rows = seed.ask("disputed", "contact disputed one_says other_says")
    assert [row for row in rows if row[1] == "day of saying"] == [
        ("contact/austin-shoigu-attempts-2022", "day of saying", "2022-03-22", "2022-03-23"),
        ("contact/milley-gerasimov-attempts-2022", "day of saying", "2022-03-22", "2022-03-23"),
    ]
