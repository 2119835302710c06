"""The questions of the library with their answers on the seed case, in both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from samples import FIREFLY, TRENTINO, claim, knowledge, party, when

from backchannel.cli import group
from backchannel.graph import quads, store
from backchannel.graph.answers import LIST, Result, Term
from backchannel.graph.asking import ask, claims_in, named
from backchannel.graph.builds import Build
from backchannel.graph.derivation import derived
from backchannel.graph.errors import AmbiguousNameError, DateError, QueryError, UnknownNameError
from backchannel.graph.model import Knowledge
from backchannel.ontology.library import library
from backchannel.ontology.prefixes import DERIVED

Rows = list[dict[str, object]]
Ask = Callable[..., Rows]

ENGINES = ("oxigraph", "rdflib")
AUSTIN_SHOIGU = {"who": "Lloyd Austin", "with": "Sergei Shoigu"}
MILLEY_GERASIMOV = {"who": "Mark Milley", "with": "Valery Gerasimov"}


# --- two engines


def by_rdflib(graph: rdflib.Graph, sparql: str) -> Result:
    """The answer of rdflib's own engine, in the same shape as Oxigraph's."""
    found = graph.query(sparql)
    names = tuple(str(variable) for variable in found.vars or ())
    return Result("select", names, tuple(tuple(as_term(row[name]) for name in names) for row in found))


def as_term(node: object) -> Term | None:
    if node is None:
        return None
    if isinstance(node, rdflib.Literal):
        return Term("literal", str(node), str(node.datatype) if node.datatype else None, node.language)
    return Term("iri", str(node))


def engines(known: Knowledge, folder: Path) -> dict[str, Callable[[str], Result]]:
    """Both engines over the quads of an invented case."""
    lines = quads.canonical([*quads.statements(known, "2030-01-01T00:00:00Z"), *derived(known)])
    path = folder / "quads.nq"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    store.load(folder / "store", path)
    opened = store.open_read_only(folder / "store")
    return {"oxigraph": partial(store.answer, opened), "rdflib": partial(by_rdflib, claims_of(path))}


def claims_of(quads_path: Path) -> rdflib.Graph:
    """The default graph of canonical quads: all that a library query may look at."""
    lines = quads_path.read_text(encoding="utf-8").splitlines()
    graph = rdflib.Graph()
    graph.parse(data="\n".join(line for line in lines if not line.endswith(f"<{DERIVED}> .")), format="nt")
    return graph


@pytest.fixture(scope="module")
def seed_engines(seed_build: Build) -> dict[str, Callable[[str], Result]]:
    """Each query runs once an engine, however many tests look at its answer."""
    graph = claims_of(seed_build.quads_path)
    return {
        "oxigraph": cache(partial(store.answer, seed_build.store)),
        "rdflib": cache(partial(by_rdflib, graph)),
    }


@pytest.fixture(params=ENGINES)
def seed(
    request: pytest.FixtureRequest,
    seed_engines: dict[str, Callable[[str], Result]],
    seed_knowledge: Knowledge,
) -> Ask:
    """Ask the seed case: ``seed("last-contact", who=...)``, in each of the engines."""

    def asked(name: str, values: dict[str, str] | None = None, **more: str) -> Rows:
        values = {**(values or {}), **more}
        return short(ask(named(name), values, seed_knowledge, seed_engines[request.param]))

    return asked


def short(result: Result) -> Rows:
    """Rows as dictionaries; IRIs by their last part, lists as lists, what is unbound left out."""
    names = result.columns
    return [
        {name: cell(term) for name, term in zip(names, row, strict=True) if term and term.value != ""}
        for row in result.terms
    ]


def cell(term: Term) -> object:
    parts = [
        part.rsplit("/id/", 1)[-1].split("/", 1)[-1] if "/id/" in part else part
        for part in term.value.split(LIST)
    ]
    return parts if len(parts) > 1 else parts[0] if "/id/" in term.value else term.plain()


def column(rows: Rows, *names: str) -> list[object]:
    """One column, or tuples of several."""
    if len(names) == 1:
        return [row.get(names[0]) for row in rows]
    return [tuple(row.get(name) for name in names) for row in rows]


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_same_rows_in_both_engines(
    question: object, seed_engines: dict[str, Callable[[str], Result]], seed_knowledge: Knowledge
) -> None:
    """Oxigraph and rdflib's own engine give the same rows in the same order, with their claims."""
    one, other = (ask(question, {}, seed_knowledge, seed_engines[name]) for name in ENGINES)  # type: ignore[arg-type]
    assert one.columns == other.columns
    assert one.rows == other.rows
    evidence = {f"claim/{key.removeprefix('tenure/')}" for key in seed_knowledge.tenures}
    for key in claims_in(one):
        assert key in seed_knowledge.claims or key.rsplit("-", 1)[0] in evidence


# --- the twenty-two


def test_01_holder_of_office(seed: Ask) -> None:
    """Austin, certainly; on a day without a known holder nobody, never the nearest."""
    (row,) = seed("01", office="US Secretary of Defense", day="2022-03-23")
    assert (row["holder"], row["certainty"]) == ("Lloyd Austin", "certain")
    assert row["start_claim"] == "lloyd-austin-us-secretary-of-defense-2021-01-22-start"
    (row,) = seed("01", office="US Secretary of Defense", day="2021-01-10")
    assert (row["holder"], row["certainty"]) == ("nobody known", "unknown")
    assert "start_claim" not in row
    (row,) = seed("01", office="US Secretary of Defense", day="2022-03-23", known="2022-03-01")
    assert (row["holder"], row["certainty"]) == ("Lloyd Austin", "possible")


def test_02_standing_channels(seed: Ask) -> None:
    """The hotline in Stuttgart under Wolters, and the red telephone that Moscow doesn't answer."""
    rows = seed("02", one="US", other="Moscow")
    assert set(column(rows, "channel_name")) == {"Stuttgart deconfliction hotline", "red telephone"}
    (described,) = [row for row in rows if "answers_for_it" in row]
    assert described["answers_for_it"] == "Tod Wolters"
    assert "Stuttgart" in str(described["place"])
    assert described["claim"] == "hotline-stuttgart-wolters"
    (red,) = [row for row in rows if row["channel_name"] == "red telephone"]
    assert (red["state"], red["level"]) == ("unanswered", "chiefOfStaff")


def test_03_refused_attempts(seed: Ask) -> None:
    """Both attempts, repeated, by phone; Kirby says so, in documents 000 and 002."""
    rows = seed("03", side="Russia", known="2022-04-01")
    assert set(column(rows, "sought_by", "sought")) == {
        ("Lloyd Austin", "Sergei Shoigu"),
        ("Mark Milley", "Valery Gerasimov"),
    }
    assert {*column(rows, "outcome", "how", "at_least", "said_by")} == {("refused", "call", 2, "John Kirby")}
    assert len(set(column(rows, "document"))) == 2
    assert len(rows) == 4
    assert seed("03", side="Russia", known="2022-03-01") == []
    assert "ignored" in column(seed("03", side="Russia", known="2022-06-01"), "outcome")


def test_04_last_contact(seed: Ask) -> None:
    """Helsinki as known in April, the call of May as known in June; both dates are inferred."""
    (april,) = seed("04", MILLEY_GERASIMOV, known="2022-04-01")
    assert (april["contact"], april["place"]) == ("milley-gerasimov-helsinki-2021", "Helsinki")
    (june,) = seed("04", MILLEY_GERASIMOV, known="2022-06-01")
    assert (june["contact"], june["how"]) == ("milley-gerasimov-call-2022-05", "call")
    assert april["dated"] == june["dated"] == "inferred by the coder"
    assert april["certainty"] == june["certainty"] == "the last"
    assert june["claims"] == "milley-gerasimov-call"


def test_05_recent_contacts(seed: Ask) -> None:
    """The calls of 23 and 21 October and one in May, the last first."""
    rows = seed("05", AUSTIN_SHOIGU, known="2022-10-31")
    assert column(rows, "when") == ["2022-10-23", "2022-10-21", "2022-05"]
    assert column(rows, "certainly_later") == [0, 1, 2]
    assert column(seed("05", AUSTIN_SHOIGU, known="2022-10-31", count="1"), "when") == ["2022-10-23"]


def test_06_silence_length(seed: Ask) -> None:
    """143 to 173 days before 21 October, claimed, for calls."""
    (row,) = seed("06", AUSTIN_SHOIGU, day="2022-10-21")
    assert (row["at_least"], row["at_most"]) == (143, "173")
    assert (row["basis"], row["scope"], row["silence_claim"]) == ("claimed", "calls", "austin-shoigu-silence")
    assert row["claims"] == "austin-shoigu-call-may"
    (row,) = seed("06", AUSTIN_SHOIGU, day="2022-10-23")
    assert (row["at_least"], row["at_most"], row["basis"]) == (2, "2", "only unrecorded")
    assert seed("06", AUSTIN_SHOIGU, day="2022-01-01") == []


def test_07_contacts_of(seed: Ask) -> None:
    """In October 2022 Shoigu spoke with Austin, twice, with Lecornu, Wallace and Akar."""
    rows = seed("07", who="Shoigu", during="2022-10")
    assert sorted(map(str, column(rows, "with_whom"))) == [
        *("Ben Wallace", "Hulusi Akar", "Lloyd Austin", "Lloyd Austin", "Sébastien Lecornu"),
    ]
    assert set(column(rows, "certainty")) == {"certain"}


def test_08_when_said(seed: Ask) -> None:
    """Tuesday evening in 000, Wednesday in 002: both are kept; the origin is one."""
    rows = seed("08", voice="John Kirby")
    assert {*column(rows, "wording", "said_on")} == {
        ("Dienstagabend", "2022-03-22"),
        ("am Mittwoch", "2022-03-23"),
    }
    assert {*column(rows, "documents_agree", "origins")} == {("no, each has its own day", 1)}
    assert len(set(column(rows, "reached_us_through"))) == 1
    assert set(column(rows, "claim")) == {"kirby-austin-shoigu", "kirby-milley-gerasimov"}


def test_09_silences(seed: Ask) -> None:
    """Seven silences, with their hedges, exceptions, voices and ends."""
    rows = {str(row["claim"]): row for row in seed("09")}
    assert len(rows) == 7
    top = rows["blinken-lavrov-silence"]
    assert top["parties"] == ["Antony Blinken", "Sergei Lavrov"]
    assert (top["said_by"], top["voice_is"], top["scope"]) == (
        "US authorities",
        "unnamed",
        "officialExchange",
    )
    assert rows["generals-silence"]["ended_by"] == "milley-gerasimov-call-2022-05"
    assert rows["austin-shoigu-silence"]["ended_by"] == "austin-shoigu-call-2022-10-21"
    assert rows["public-contacts-ceased"]["hedged"] == "practically"
    assert rows["west-russia-standstill"]["hedged"] == "quasi"
    stopped = rows["kyiv-moscow-negotiations-stopped"]
    assert (stopped["hedged"], stopped["except_for"]) == ("almost", "prisoner exchanges")
    assert rows["us-russia-information-exchange-none"]["scope"] == "informationExchange"
    assert sorted(name for name, row in rows.items() if "hedged" in row) == [
        *("kyiv-moscow-negotiations-stopped", "public-contacts-ceased", "west-russia-standstill"),
    ]


def test_10_contacts_in_silences(seed: Ask) -> None:
    """None in an unhedged silence; in hedged ones, as warnings, the public calls of May and October,
    and possibly the non-public contacts of the months before September."""
    rows = seed("10")
    assert set(column(rows, "verdict")) == {"warning"}
    public = {str(row["contact"]) for row in rows if row["silence_claim"] == "public-contacts-ceased"}
    assert public == {
        "austin-shoigu-call-2022-05",
        "austin-shoigu-call-2022-10-21",
        "austin-shoigu-call-2022-10-23",
        "milley-gerasimov-call-2022-05",
    }
    summer = {
        *column(
            [row for row in rows if row["silence_claim"] == "west-russia-standstill"], "contact", "certainty"
        )
    }
    assert ("us-russia-nonpublic-2022", "possible") in summer
    assert summer == {
        (name, "possible")
        for name in ("us-russia-nonpublic-2022", "moscow-warnings-2022", "washington-warnings-2022")
    }


def test_11_means_in_use(seed: Ask) -> None:
    """Telephone, notes, letters, embassies, according to Ryabkov."""
    rows = seed("11", voice="Ryabkov", during="2022-09")
    assert column(rows, "means") == [
        "embassies of the United States and Russia",
        "exchange of notes between Washington and Moscow",
        "personal letters between Washington and Moscow",
        "telephone between Washington and Moscow",
    ]
    assert set(column(rows, "state")) == {"inUse"}
    assert seed("11", voice="Ryabkov", during="2022-01") == []


def test_12_who_is(seed: Ask) -> None:
    """Two Sullivans, each with office and contact: never resolved silently."""
    rows = seed("12", called="sullivan")
    assert column(rows, "answer", "name", "office") == [
        ("ambiguous", "Jake Sullivan", "US National Security Adviser"),
        ("ambiguous", "John Sullivan", "US Ambassador to Russia"),
    ]
    assert column(rows, "claim") == ["jake-sullivan-patrushev", "john-sullivan-in-moscow"]
    assert {*column(seed("12", called="Milley"), "answer", "name")} == {("one bearer", "Mark Milley")}


def test_13_initiators(seed: Ask) -> None:
    """Austin, according to a Pentagon spokeswoman."""
    rows = seed("13", AUSTIN_SHOIGU, during="2022-10")
    assert column(rows, "initiator", "when", "said_by", "voice_is") == [
        ("Lloyd Austin", "2022-10-21", "a Pentagon spokeswoman", "unnamed"),
        ("Lloyd Austin", "2022-10-23", "a Pentagon spokeswoman", "unnamed"),
    ]


def test_14_channel_history(seed: Ask) -> None:
    """Set up in March, in place for lower ranks, unanswered in many cases; calls were refused, say
    some, ignored, say others: both stay."""
    rows = seed("14", channel="deconfliction hotline")
    history = [row for row in rows if row["part"] == "the channel"]
    assert column(history, "what")[0] == "established"
    assert ("inPlace", "working") in column(history, "what", "level")
    assert ("unanswered", "in many cases", "Pentagon officials") in column(
        history, "what", "hedged", "said_by"
    )
    attempts = [row for row in rows if row["part"] != "the channel"]
    assert sorted(map(str, column(attempts, "what", "line", "claim"))) == [
        "('ignored', 'not said', 'us-military-calls-ignored')",
        "('refused', 'red telephone', 'kirby-austin-shoigu')",
        "('refused', 'red telephone', 'kirby-milley-gerasimov')",
    ]
    march = [row for row in seed("14", known="2022-04-01") if row["part"] == "the channel"]
    assert sorted(map(str, column(march, "what"))) == ["established", "inPlace"]


def test_15_last_meeting(seed: Ask) -> None:
    """June 2021; what is merely proposed is none."""
    (row,) = seed("15", who="Joe Biden", **{"with": "Vladimir Putin"})
    assert (row["when"], row["how"], row["claims"]) == ("2021-06", "meeting", "biden-putin-last-meeting")


def test_16_contacts_in_month(seed: Ask) -> None:
    """Certainly Putin and Scholz and the non-public contacts of the last days; possibly those of months."""
    rows = seed("16", during="2022-09")
    certain = [row for row in rows if row["certainty"] == "certain"]
    assert column(certain, "contact", "dated") == [
        ("putin-scholz-2022-09", "by the source"),
        ("us-russia-nonpublic-2022-09", "inferred by the coder"),
    ]
    possible = {row["contact"] for row in rows if row["certainty"] == "possible"}
    assert possible == {"us-russia-nonpublic-2022", "moscow-warnings-2022", "washington-warnings-2022"}


def test_17_spellings(seed: Ask) -> None:
    """'Jasimow' is a misprint of Gerasimov; Shoigu has four full spellings."""
    rows = seed("17", printed="Jasimow", who="Sergei Shoigu")
    (meant,) = [row for row in rows if row["asked"] == "whom it means"]
    assert (meant["means"], meant["is_misprint"]) == ("Valery Gerasimov", True)
    spelt = {str(row["printed_name"]) for row in rows if row["asked"] == "how it is spelt"}
    assert {name for name in spelt if " " in name} == {
        *("Sergej Shoigu", "Sergei Shoigu", "Sergei Schoigu", "Sergej Schoigu"),
    }


def test_18_proposed(seed: Ask) -> None:
    """A conversation that Biden would not refuse, a meeting that Lavrov raised."""
    rows = seed("18")
    assert column(rows, "said_by", "how", "hedged") == [
        ("Joe Biden", "unspecifiedContact", "would not refuse"),
        ("Sergei Lavrov", "meeting", None),
    ]
    assert {tuple(row["parties"]) for row in rows} == {("Joe Biden", "Vladimir Putin")}  # type: ignore[arg-type]


def test_19_unnamed_only(seed: Ask) -> None:
    """The silence of Blinken and Lavrov, who began the calls, one account, the alarm about the hotline."""
    assert set(map(str, column(seed("19"), "claims", "unnamed_voices"))) == {
        "('blinken-lavrov-silence', 'US authorities')",
        "('austin-initiated-1', 'a Pentagon spokeswoman')",
        "('austin-initiated-2', 'a Pentagon spokeswoman')",
        "('joint-chiefs-account', 'a spokesman of the Joint Chiefs')",
        "('hotline-use-refused', 'Pentagon officials')",
    }


def test_20_routes(seed: Ask) -> None:
    """Advisers, the ambassador, the hotline; without the advisers the last two. The others were refused."""
    rows = seed("20", known="2022-04-01", during="2022-03")
    opened = {*column([row for row in rows if row["open"] == "open"], "route", "rank", "remains")}
    assert opened - {("Stuttgart deconfliction hotline", "not said", "yes")} == {
        ("Jake Sullivan - Nikolai Patrushev", "adviser", "no"),
        ("John Sullivan - counterparts of the US ambassador in Moscow", "ambassador", "yes"),
        ("Stuttgart deconfliction hotline", "working", "yes"),
    }
    assert {*column([row for row in rows if row["open"] != "open"], "route", "rank", "open")} == {
        ("Lloyd Austin - Sergei Shoigu", "minister", "refused"),
        ("Mark Milley - Valery Gerasimov", "chiefOfStaff", "refused"),
        ("red telephone", "chiefOfStaff", "unanswered"),
    }


def test_21_accounts(seed: Ask) -> None:
    """What each side says was spoken of, side by side."""
    rows = seed("21", MILLEY_GERASIMOV)
    assert sorted(map(str, column(rows, "side_of", "said_by", "content"))) == [
        "('Russia', 'RIA Novosti', 'topicOfTalk')",
        "('Russia', 'RIA Novosti', 'topicOfTalk')",
        "('United States', 'a spokesman of the Joint Chiefs', 'agreement')",
        "('United States', 'a spokesman of the Joint Chiefs', 'confidential')",
        "('United States', 'a spokesman of the Joint Chiefs', 'topicOfTalk')",
    ]
    rows = seed("21", AUSTIN_SHOIGU, during="2022-10")
    assert {*column(rows, "side_of", "said_by", "speaker")} == {
        ("United States", "US Department of Defense", "Lloyd Austin"),
        ("Russia", "the Kremlin", None),
    }


def test_22_warnings(seed: Ask) -> None:
    """Ryabkov for Moscow, Blinken and Jake Sullivan for Washington."""
    assert {*column(seed("22", during="2022-09"), "warned_by", "warned", "said_by")} == {
        ("Russia", "United States", "Sergei Ryabkov"),
        ("United States", "Russia", "Antony Blinken"),
        ("United States", "Russia", "Jake Sullivan"),
    }


# --- what must be askable besides


def test_32_became_known(seed: Ask) -> None:
    """March 2022 brought what 000 and 002 say, and nothing of 004."""
    claims = set(column(seed("32", during="2022-03"), "claim"))
    assert {"kirby-austin-shoigu", "blinken-lavrov-silence", "stavridis-risk"} <= claims
    assert "milley-gerasimov-call" not in claims


def test_33_chain(seed: Ask) -> None:
    """From the two documents at hand up to the utterance."""
    rows = seed("33", claim_id="kirby-austin-shoigu")
    assert sorted(map(str, column(rows, "relay"))) == [
        "machineTranslates",
        "reports",
        "reports",
        "reports",
        "utters",
    ]


# --- what the seed case doesn't have, on invented ones


def invented(case: Knowledge, folder: Path, name: str, **values: str) -> Rows:
    """The rows of both engines, which must be the same."""
    folder.mkdir(exist_ok=True)
    one, other = (short(ask(named(name), values, case, engine)) for engine in engines(case, folder).values())
    assert one == other
    return one


def held(name: str, edtf: str, **fields: object) -> object:
    defaults = {"outcome": "held", "mode": "call", "participants": (FIREFLY, TRENTINO), "when": when(edtf)}
    return claim(name, **defaults | fields)


def silence(name: str, edtf: str, parties: Iterable[object], **fields: object) -> object:
    return claim(
        name, kind="silence", about=f"silence/{name}", scope="any contact",
        participants=tuple(parties), when=when(edtf, throughout=True), **fields,
    )  # fmt: skip


STATES = (party("state/fr", at="state/fr"), party("state/sy", at="state/sy"))
MINISTERS = (
    party("person/firefly", office="office/fr-minister", at="state/fr"),
    party("person/trentino", office="office/sy-minister", at="state/sy"),
)


def test_10_sees_a_contact_inside_an_unhedged_silence(tmp_path: Path) -> None:
    """A contradiction is found, of the states' silence and of the ministers'; not outside, not with a
    hedge, not of another rank."""
    teasdale = party("person/teasdale", office="office/fr-general", at="state/fr")
    known = knowledge([
        silence("states", "2028-01-01/2028-12-31", STATES),
        silence("ministers", "2028-01-01/2028-12-31", MINISTERS),
        silence("hedged", "2028-01-01/2028-12-31", STATES, hedge="practically"),
        held("inside", "2028-06-01"),
        held("generals", "2028-06-02", participants=(teasdale, MINISTERS[1])),
        held("outside", "2029-01-05"),
        held("denied", "2028-06-01", stance="denies"),
    ])  # fmt: skip
    rows = invented(known, tmp_path, "10")
    assert {*column(rows, "verdict", "claim", "silence_claim")} == {
        ("contradiction", "inside", "states"),
        ("contradiction", "generals", "states"),
        ("contradiction", "inside", "ministers"),
        ("warning", "inside", "hedged"),
        ("warning", "generals", "hedged"),
    }


def test_04_says_when_the_last_contact_is_open(tmp_path: Path) -> None:
    """Two contacts whose dates overlap may each be the last; one that is denied is marked."""
    known = knowledge([
        held("june", "2028-06"),
        held("mid-june", "2028-06-15"),
        held("may", "2028-05"),
        held("said-not-so", "2028-06", about="contact/june", stance="denies", voice="person/teasdale"),
    ])  # fmt: skip
    for ends in (("Rufus Firefly", "Ambassador Trentino"), ("Freedonia", "Sylvania")):
        rows = invented(known, tmp_path / ends[0], "04", who=ends[0], **{"with": ends[1]}, known="everything")
        assert column(rows, "contact", "certainty", "disputed_by") == [
            ("june", "possibly the last", "said-not-so"),
            ("mid-june", "possibly the last", None),
        ]


# --- the command


def command(build: Build, *arguments: str) -> tuple[int, str, str]:
    answer = CliRunner().invoke(group, ["ask", *arguments, "--graph", str(build.out)])
    return answer.exit_code, answer.stdout, answer.stderr


def test_command_lists_the_library() -> None:
    """Without a question all are listed, and --help of each shows its parameters and an example."""
    listed = CliRunner().invoke(group, ["ask"]).stdout
    assert all(f"{one.number}  " in listed and one.name in listed for one in library())
    for one in library():
        shown = CliRunner().invoke(group, ["ask", one.name, "--help"])
        assert shown.exit_code == 0
        assert f"backchannel ask {one.name}" in shown.stdout
        assert all(f"--{param.name.replace('_', '-')} " in shown.stdout for param in one.params)


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_command_answers(question: object, seed_build: Build) -> None:
    """Every question answers with its defaults, with the evidence of each claim under the table."""
    code, out, _ = command(seed_build, question.name)  # type: ignore[attr-defined]
    assert code == 0
    result = seed_build.ask(question.name, {})  # type: ignore[attr-defined]
    for key in claims_in(result)[:50]:
        assert f"\n[{key.split('/', 1)[1]}] " in out


def test_command_with_parameters(seed_build: Build) -> None:
    """Names in any spelling and script; number or name; formats without the evidence."""
    code, out, _ = command(
        seed_build,
        "last-contact",
        "--who",
        "ллойд остин",
        "--with",
        "Sergej Schoigu",
        "--known",
        "2022-10-31",
    )
    assert (code, "austin-shoigu-call-2022-10-23" in out) == (0, True)
    assert "[austin-shoigu-call-2] unnamed German outlet (003) asserts" in out
    code, out, _ = command(seed_build, "4", "--format", "csv")
    assert out.splitlines()[0] == "contact,when,dated,how,place,certainty,disputed_by,claims"
    assert len(out.splitlines()) == 2
    code, out, _ = command(seed_build, "04", "--no-evidence")
    assert "[milley" not in out


def test_command_misuse(seed_build: Build) -> None:
    """Unknown questions and options are wrong use; an empty answer says that it proves nothing."""
    code, _, err = command(seed_build, "last-contct")
    assert (code, "did you mean 'last-contact'?" in err) == (2, True)
    code, _, err = command(seed_build, "last-contact", "--whom", "x")
    assert (code, "No such option" in err) == (2, True)
    code, _, err = command(seed_build, "recent-contacts", "--count", "many")
    assert code == 2
    code, _, err = command(seed_build, "outside-tenure")
    assert (code, "no proof that there was nothing" in err) == (0, True)


def test_names_and_days(seed_build: Build) -> None:
    """An ambiguous name lists its candidates, an unknown one the nearest, a bad day what was expected."""
    with pytest.raises(AmbiguousNameError, match="'Jake Sullivan' or 'John Sullivan'"):
        seed_build.ask("last-contact", {"who": "Sullivan"})
    with pytest.raises(UnknownNameError, match="Mark Milley"):
        seed_build.ask("last-contact", {"who": "Mark Miley"})
    with pytest.raises(UnknownNameError, match="expected the name or id of an office"):
        seed_build.ask("01", {"office": "Mark Milley"})
    with pytest.raises(DateError, match="found '2022-02-30'"):
        seed_build.ask("last-contact", {"known": "2022-02-30"})
    with pytest.raises(QueryError, match="no parameter 'whom'; expected one of: who, with, known"):
        seed_build.ask("last-contact", {"whom": "x"})
    with pytest.raises(QueryError, match="whole number"):
        seed_build.ask("recent-contacts", {"count": "many"})


def test_defaults_of_another_case(tmp_path: Path) -> None:
    """Asked on a case of one's own, a question says which of its defaults are strangers there."""
    from backchannel.graph.asking import strangers

    found = strangers(named("last-contact"), {"who": "Rufus Firefly"}, knowledge())
    assert [param.name for param in found] == ["with"]
