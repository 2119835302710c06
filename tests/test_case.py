"""A case's files become knowledge: names resolved, dates bounded, chains laid, offices derived."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from backchannel.graph.bounds import UNKNOWN, occurrence
from backchannel.graph.case import Reading, read, seed_folder
from backchannel.graph.clock import UNKNOWN_PUBLICATION
from backchannel.graph.model import Citation, Claim, Content, Participant, Span
from tests.cases import CASE, GOOD, ROSTER, Files, claim_of, good_case, one_claim, read_with, write

CONTACT = ("id: new", "from: Rufus Firefly", "to: Ada Trentino", "outcome: held", "says: They spoke.")


def built(folder: Path, changes: Files | None = None) -> Reading:
    """The reading of a changed case that has no problem."""
    reading = read_with(folder, changes)
    assert [str(problem) for problem in reading.problems] == []
    return reading


def new_claim(folder: Path, *lines: str, files: Files | None = None) -> Claim:
    """The claim 'new' of a case to which it was added."""
    return claim_of(built(folder, {**one_claim(*lines), **(files or {})}), "new")


def party(claim: Claim, number: int = 0) -> Participant:
    return claim.participants[number]


def without_places(reading: Reading) -> str:
    """The knowledge as text, but for where each thing stands."""
    return re.sub(r"place=Place\([^)]*\)", "place", repr(reading.knowledge))


# The whole


def test_the_seed_case_is_read_whole() -> None:
    """Nothing in it is rejected."""
    reading = read(seed_folder())
    assert [str(problem) for problem in reading.problems if problem.severity == "rejected"] == []
    assert (reading.rejected, reading.read) == (0, reading.built)
    assert reading.counts["person"] >= 22
    assert reading.counts["claim"] == len(reading.knowledge.claims)


def test_the_account_counts_every_record(tmp_path: Path) -> None:
    """How many of each kind were built."""
    assert built(tmp_path).counts == {
        "channel": 1,
        "claim": 2,
        "document": 1,
        "name": 1,
        "not_coded": 1,
        "office": 3,
        "organisation": 2,
        "party": 1,
        "person": 4,
        "state": 2,
        "tenure": 2,
    }


def test_progress_rises_to_its_total(tmp_path: Path) -> None:
    """A listener sees steps that only rise, and at last all of them."""
    heard: list[tuple[int, int]] = []
    read(good_case(tmp_path), lambda done, total: heard.append((done, total)))
    assert [done for done, _ in heard] == list(range(1, len(heard) + 1))
    assert heard[-1] == (4, 4)


def test_names_and_cut_of_the_files_make_no_difference(tmp_path: Path) -> None:
    """The same records in one file or many, in any order, give the same knowledge."""
    whole = built(tmp_path / "whole")
    parts = re.split(r"^(?=\w+:$)", ROSTER, flags=re.MULTILINE)
    files = {f"roster/{9 - number}.yaml": part for number, part in enumerate(parts) if part}
    case = good_case(tmp_path / "cut", {**files, "channels.yaml": GOOD["channels/channels.yaml"]})
    for name in ("roster/roster.yaml", "channels/channels.yaml"):
        (case / name).unlink()
    (case / "dossiers/gazette-1.yaml").rename(case / "dossiers/a.yaml")
    cut = read(case)
    assert len(files) == 6
    assert cut.problems == ()
    assert without_places(cut) == without_places(whole)


def test_the_hash_seed_makes_no_difference(tmp_path: Path) -> None:
    """Neither in the knowledge nor in the problems, nor in their order."""
    bad = one_claim(*CONTACT, "who: x", "how: y", "at: [9-1, z]", "topics: [a, b, a]")
    case = good_case(tmp_path, bad)
    code = (
        "import sys, pathlib; from backchannel.graph.case import read; print(read(pathlib.Path(sys.argv[1])))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(case)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(told) == 1
    assert "unknown field 'who'" in told.pop()


def test_problems_are_sorted_by_place(tmp_path: Path) -> None:
    """By file, then by line as a number."""
    files = {
        "roster/more.yaml": "persons:\n" + "  - nom: x\n" * 12,
        "roster/a.yaml": "persons:\n  - nom: x\n",
    }
    places = [problem.place for problem in read_with(tmp_path, files).problems]
    assert len(places) == 26
    assert places == sorted(places)


# Rosters


def test_names_come_in_languages_and_ids_from_the_english_one(tmp_path: Path) -> None:
    """Preferred, further and misprinted forms; ids given or made."""
    entities = built(tmp_path).knowledge.entities
    firefly = entities["person/rufus-firefly"]
    assert firefly.names.preferred == (
        ("Rufus Firefly", "en"),
        ("Rufus Feuerfliege", "de"),
        ("Rufus Fajerflaj", "ru-Latn"),
    )
    assert firefly.names.misprints == (("Rufus Feuerfliger", "de"),)
    assert firefly.same_as == ("wikidata:Q1",)
    assert entities["state/fd"].names.also == (("Fredville", "en"),)
    assert entities["state/sy"].names.preferred == (("Sylvania", "en"),)


def test_a_text_without_a_language_is_in_the_language_of_the_case(tmp_path: Path) -> None:
    """Names and paraphrases alike."""
    case = CASE + "language: de\n"
    knowledge = built(tmp_path, {"case.yaml": case}).knowledge
    assert knowledge.entities["state/sy"].names.preferred == (("Sylvania", "de"),)
    assert {claim.paraphrase_language for claim in knowledge.claims.values()} == {"de"}


def test_offices_and_parties_belong_to_the_state_of_their_organisation(tmp_path: Path) -> None:
    """Where they name none of their own; an unnamed voice is marked as such."""
    entities = built(tmp_path).knowledge.entities
    assert entities["office/freedonian-minister-of-the-moat"].state == "state/fd"
    voice = entities["party/a-moat-spokeswoman"]
    assert (voice.state, voice.organisation, voice.rank, voice.unnamed) == (
        "state/fd",
        "organisation/ministry-of-the-moat",
        "working",
        True,
    )


TABLES = {
    "roster/states.csv": "id,name_en,name_de,name_ru,also_en\n"
    "fd,Freedonia,Freedonien,Фридония,Fredville\nsy,Sylvania,,,Sylvan City\n",
    "roster/organisations.csv": "\ufeffname,state,kind\n"
    "Ministry of the Moat,Freedonia,ministry\nThe Harbour Gazette,,newspaper\n",
    "roster/offices.csv": "name_en,organisation,state,rank\n"
    "Freedonian Minister of the Moat,Ministry of the Moat,,minister\n"
    "Sylvanian Minister of Bridges,,Sylvania,minister\nSylvanian Adviser,,Sylvania,adviser\n",
    "roster/persons.csv": "name_en,name_de,name_ru-Latn,misprints_de,same_as\r\n"
    "Rufus Firefly,Rufus Feuerfliege,Rufus Fajerflaj,Rufus Feuerfliger,wikidata:Q1\r\n"
    "John Sullivan,,,,\r\nJake Sullivan,,,,\r\nAda Trentino,,,,\r\n,,,,\r\n",
    "roster/tenures.csv": "person,office,held,source\n"
    'Rufus Firefly,Freedonian Minister of the Moat,2020-03-01/..,"records"\n'
    "Ada Trentino,Sylvanian Minister of Bridges,2019-05/2024-05-20,\n",
    "roster/parties.csv": "name,kind,organisation,rank\n"
    "a moat spokeswoman,unnamed voice,Ministry of the Moat,working\n",
}


def test_tables_are_an_equal_way_in_for_rosters(tmp_path: Path) -> None:
    """The same roster as CSV, with a byte order mark and both line ends, gives the same knowledge."""
    case = good_case(tmp_path / "tables", TABLES)
    (case / "roster/roster.yaml").unlink()
    tables = read(case)
    assert tables.problems == ()
    assert without_places(tables) == without_places(built(tmp_path / "yaml"))
    assert len(TABLES) == 6


def test_tables_are_an_equal_way_in_for_contacts(tmp_path: Path) -> None:
    """The same claims as rows and as YAML."""
    head = "document: {id: x, title: Another report, published: 2024-05-05, language: en}\n"
    rows = (
        "id,contact,from,to,between,how,channel,when,outcome,times,stance,by,as,at,says,reliability,note"
        ",when_inferred,on,on_wording,on_lang\n"
        "a,first,Rufus Firefly|John Sullivan,Ada Trentino,,call,the moat phone,2024-04,ignored,2,alleges,"
        'a moat spokeswoman,Sylvanian Adviser,0-5|8-9,"They rang, twice.",C3,a note,guess,2024-05,im Mai,de\n'
        ",,,,Freedonia|Sylvania,meeting,,,held,,,,,,They met.,,,,,,\n"
    )
    claims = """\
claims:
  - id: a
    contact: first
    from: [Rufus Firefly, John Sullivan]
    to: Ada Trentino
    how: call
    channel: the moat phone
    when: {date: 2024-04, inferred: guess}
    outcome: ignored
    times: 2
    stance: alleges
    said:
      by: a moat spokeswoman
      as: Sylvanian Adviser
      on: {date: 2024-05, wording: im Mai, lang: de}
    at: [0-5, 8-9]
    says: They rang, twice.
    reliability: C3
    note: a note
  - {id: x-row-2, between: [Freedonia, Sylvania], how: meeting, outcome: held, says: They met.}
"""
    table = built(tmp_path / "table", {"dossiers/x.yaml": head, "dossiers/x.csv": rows})
    typed = built(tmp_path / "typed", {"dossiers/x.yaml": head + claims})
    assert without_places(table) == without_places(typed)
    assert claim_of(table, "a").about == "contact/first"


# Tenures


def test_a_tenure_has_an_edge_for_its_start_and_one_for_its_end(tmp_path: Path) -> None:
    """Both with bounds of their own, known from the day of the event unless the roster says otherwise."""
    tenures = built(tmp_path).knowledge.tenures
    ended = tenures["tenure/ada-trentino-sylvanian-minister-of-bridges-2019-05"]
    assert ended.end is not None
    assert (ended.start.bounds, ended.end.bounds) == (occurrence("2019-05"), occurrence("2024-05-20"))
    assert (ended.start_known, ended.end_known, ended.open_end) == (
        "2019-06-01T00:00:00Z",
        "2024-05-21T00:00:00Z",
        False,
    )
    assert ended.known_inferred is not None
    lasting = tenures["tenure/rufus-firefly-freedonian-minister-of-the-moat-2020-03-01"]
    assert (lasting.end, lasting.open_end, lasting.end_known) == (None, True, None)
    assert (lasting.vouched, lasting.note) == ("2024-06-02T00:00:00Z", "records")


HELD = {
    "/2021": (UNKNOWN, "2022-01-01T00:00:00Z", False),
    "../2021": (UNKNOWN, "2022-01-01T00:00:00Z", False),
    "2020/": (occurrence("2020"), "2021-01-01T00:00:00Z", False),
    "2020~/..": (occurrence("2020~"), occurrence("2020~").latest, True),
}


@pytest.mark.parametrize("held", HELD)
def test_open_and_unknown_edges_of_a_tenure_stay_what_they_are(held: str, tmp_path: Path) -> None:
    """An unknown start isn't invented; what has no known start is known at the latest by its end."""
    text = f"tenures:\n  - {{id: t, person: John Sullivan, office: Sylvanian Adviser, held: {held}}}\n"
    found = built(tmp_path, {"roster/more.yaml": text}).knowledge.tenures["tenure/t"]
    assert (found.start.bounds, found.start_known, found.open_end) == HELD[held]
    assert len(HELD) == 4


def test_the_days_from_which_a_tenure_is_known_can_be_given(tmp_path: Path) -> None:
    """Then nothing is marked as inferred; the roster may vouch for another day than that of record."""
    text = (
        "tenures:\n  - {id: t, person: John Sullivan, office: Sylvanian Adviser, held: 2020/2021,"
        " start_known: 2020-06-01, end_known: 2022}\n"
    )
    files = {"roster/more.yaml": text, "case.yaml": CASE + "roster_as_of: 2024-05\n"}
    tenures = built(tmp_path, files).knowledge.tenures
    found = tenures["tenure/t"]
    assert (found.start_known, found.end_known) == ("2020-06-02T00:00:00Z", "2023-01-01T00:00:00Z")
    assert (found.known_inferred, found.vouched) == (None, "2024-06-01T00:00:00Z")


def test_the_roster_is_a_document_with_a_voice(tmp_path: Path) -> None:
    """So that who held an office, too, is somebody's statement; a case without tenures has neither."""
    knowledge = built(tmp_path / "with").knowledge
    assert knowledge.documents["document/roster"].publisher == "party/case-roster"
    assert "party/case-roster" in knowledge.entities
    bare = read(write(tmp_path / "bare", {"case.yaml": CASE})).knowledge
    assert (bare.documents, bare.entities, bare.title) == ({}, {}, "The quiet line")


# Parties of contacts


def test_a_person_without_an_office_gets_the_one_certainly_held_that_day(tmp_path: Path) -> None:
    """Marked as derived, with its state and rank."""
    found = party(new_claim(tmp_path, *CONTACT, "when: 2023-05"), 1)
    assert found == Participant(
        entity="person/ada-trentino",
        role="addressee",
        person="person/ada-trentino",
        office="office/sylvanian-minister-of-bridges",
        state="state/sy",
        rank="minister",
        office_basis="derived",
    )


def test_an_office_without_a_person_gets_its_only_certain_holder(tmp_path: Path) -> None:
    """The office stays who took part, as the source has it."""
    lines = ("id: new", "to: Sylvanian Minister of Bridges", "when: 2023-05", "outcome: held", "says: Hm.")
    found = party(new_claim(tmp_path, *lines))
    assert (found.entity, found.person) == ("office/sylvanian-minister-of-bridges", "person/ada-trentino")
    assert (found.person_basis, found.office_basis) == ("derived", "stated")


OPEN = {
    "nothing known of the date": (),
    "before any tenure": ("when: 2018-05",),
    "the start of the tenure falls into the same month": ("when: 2019-05",),
    "after the tenure": ("when: 2024-05-21",),
    "possibly after it": ("when: 2024-05",),
}


@pytest.mark.parametrize("lines", OPEN.values(), ids=OPEN)
def test_an_office_that_is_not_certain_stays_open(lines: tuple[str, ...], tmp_path: Path) -> None:
    """Nothing is filled in that might be wrong."""
    found = party(new_claim(tmp_path, *CONTACT, *lines), 1)
    assert (found.office, found.state, found.rank, found.office_basis) == (None, None, None, "stated")
    assert len(OPEN) == 5


def test_two_offices_at_a_time_leave_the_office_open_and_tell_their_common_state(tmp_path: Path) -> None:
    """And two holders at a time leave the person open."""
    text = "tenures:\n  - {person: Ada Trentino, office: Sylvanian Adviser, held: 2020/2024}\n"
    more = {
        "roster/more.yaml": text + "  - {person: John Sullivan, office: Sylvanian Adviser, held: 2020/2024}\n"
    }
    lines = (*CONTACT, "when: 2023-05", "through: Sylvanian Adviser")
    claim = new_claim(tmp_path, *lines, files=more)
    assert (party(claim, 1).office, party(claim, 1).state) == (None, "state/sy")
    assert (party(claim, 2).person, party(claim, 2).rank) == (None, "adviser")


def test_a_designate_or_contested_holder_is_in_no_office(tmp_path: Path) -> None:
    """An acting one is."""
    offices = []
    for capacity in ("designate", "contested", "acting"):
        more = (
            "tenures:\n  - {person: John Sullivan, office: Sylvanian Adviser, held: 2020/2024,"
            f" capacity: {capacity}}}\n"
        )
        lines = ("id: new", "to: John Sullivan", "when: 2023-05", "outcome: held", "says: Hm.")
        claim = new_claim(tmp_path / capacity, *lines, files={"roster/more.yaml": more})
        offices.append(party(claim).office)
    assert offices == [None, None, "office/sylvanian-adviser"]


def test_an_office_that_the_source_names_is_never_replaced(tmp_path: Path) -> None:
    """Even where the tenures say something else; a former office is said as it is."""
    claim = new_claim(
        tmp_path, *CONTACT[:2], "to: Ada Trentino as Sylvanian Adviser", *CONTACT[3:], "when: 2023-05"
    )
    found = party(claim, 1)
    assert (found.person, found.office, found.rank) == (
        "person/ada-trentino",
        "office/sylvanian-adviser",
        "adviser",
    )
    assert (found.office_basis, found.person_basis) == ("stated", "stated")


def test_what_the_coder_identifies_is_marked_with_the_reason(tmp_path: Path) -> None:
    """The person, or the office, or both."""
    to = "to: {person: Ada Trentino, because: the only woman in the talks}"
    found = party(new_claim(tmp_path, *CONTACT[:2], to, *CONTACT[3:], "when: 2023-05"), 1)
    assert (found.person_basis, found.note) == ("coder", "the only woman in the talks")
    assert (found.office, found.office_basis) == ("office/sylvanian-minister-of-bridges", "derived")


def test_roles_follow_from_the_fields(tmp_path: Path) -> None:
    """States, organisations and described parties take part at their own level."""
    lines = (
        *(
            "id: new",
            "from: [Fredville, a moat spokeswoman]",
            "to: Sylvania",
            "through: Ministry of the Moat",
        ),
        *("refused_by: Sylvania", "outcome: refused", "says: No."),
    )
    claim = new_claim(tmp_path, *lines)
    assert [(one.role, one.entity, one.state, one.rank) for one in claim.participants] == [
        ("initiator", "state/fd", "state/fd", None),
        ("initiator", "party/a-moat-spokeswoman", "state/fd", "working"),
        ("addressee", "state/sy", "state/sy", None),
        ("intermediary", "organisation/ministry-of-the-moat", "state/fd", None),
        ("refuser", "state/sy", "state/sy", None),
    ]


# Claims of each kind


def test_a_contact_keeps_everything_that_is_said_of_it(tmp_path: Path) -> None:
    """Every field of the format."""
    lines = (
        *(
            "id: new",
            "contact: the-visit",
            "between: [John Sullivan, Jake Sullivan, Ada Trentino]",
            "how: visit",
        ),
        *("channel: [the moat phone]", "outcome: cancelled", "times: 3", "public: no", "where: the bridge"),
        *("topics: [fish, locks, fish]", "stance: announces", "hedge: roughly", "identified: by the bridge"),
        *(
            "reliability: F6",
            "note: odd",
            "says: A visit was called off.",
            "when: {wording: Mitte Mai, lang: de}",
        ),
    )
    claim = new_claim(tmp_path, *lines)
    assert (claim.about, claim.mode, claim.channels) == (
        "contact/the-visit",
        "visit",
        ("channel/the-moat-phone",),
    )
    assert (claim.outcome, claim.times, claim.public) == ("cancelled", 3, False)
    assert (claim.location, claim.topics, claim.stance) == ("the bridge", ("fish", "locks"), "announces")
    assert (claim.hedge, claim.identified, claim.note) == ("roughly", "by the bridge", "odd")
    assert (claim.reliability, claim.credibility) == ("F", 6)
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.bounds, claim.when.wording) == (None, UNKNOWN, "Mitte Mai")
    assert claim.when.language == "de"
    assert claim.recorded == "2024-06-01T00:00:00Z"


def test_a_proposal_has_no_outcome(tmp_path: Path) -> None:
    """Every other contact says what came of it."""
    lines = ("id: new", "stance: proposes", "from: Rufus Firefly", "to: Ada Trentino", "says: He would talk.")
    assert new_claim(tmp_path, *lines).outcome is None


def test_a_silence_with_an_open_end_is_certain_until_its_document_came_out(tmp_path: Path) -> None:
    """Its end may be a contact of the case; without a scope it is any contact."""
    lines = (
        *("id: new", "kind: silence", "silence: the-quiet", "between: [Rufus Firefly, Ada Trentino]"),
        *("during: 2024-04-01/..", "except: fish", "ended_by: moat-call", "says: They were silent."),
    )
    claim = new_claim(tmp_path, *lines)
    assert claim.when is not None
    assert (claim.when.bounds.certain_from, claim.when.bounds.certain_until) == (
        "2024-04-01T00:00:00Z",
        "2024-05-05T00:00:00Z",
    )
    assert (claim.about, claim.scope, claim.exceptions) == ("silence/the-quiet", "any contact", ("fish",))
    assert claim.ended_by == "contact/moat-call"
    assert [one.office for one in claim.participants] == [
        "office/freedonian-minister-of-the-moat",
        "office/sylvanian-minister-of-bridges",
    ]


def test_a_channel_is_said_to_be_in_a_state_or_to_have_changed(tmp_path: Path) -> None:
    """During an interval, or at a time; who answers it, and at which rank."""
    lines = (
        *("id: new", "kind: channel", "channel: the moat phone", "state: established", "when: 2024-03"),
        *("where: the gatehouse", "operator: Rufus Firefly", "level: working", "says: The line was laid."),
    )
    claim = new_claim(tmp_path, *lines)
    assert (claim.about, claim.state, claim.location) == (
        "channel/the-moat-phone",
        "established",
        "the gatehouse",
    )
    assert (claim.operator, claim.level) == ("person/rufus-firefly", "working")
    assert claim.when is not None
    assert claim.when.bounds == occurrence("2024-03")


def test_an_account_keeps_what_each_side_said(tmp_path: Path) -> None:
    """Each thing with its kind, and from whom to whom where that is told."""
    lines = (
        *("id: new", "kind: account", "contact: moat-call", "side: Sylvania", "says: Fish, and a warning."),
        "said_there: [{topic: fish}, {warning: no more fish, from: Sylvania, to: Fredville}]",
    )
    claim = new_claim(tmp_path, *lines)
    assert (claim.about, claim.side) == ("contact/moat-call", "state/sy")
    assert claim.contents == (
        Content("topic", "fish"),
        Content("warning", "no more fish", "en", "state/sy", "state/fd"),
    )


def test_a_remark_may_be_about_something_or_nothing(tmp_path: Path) -> None:
    """A contact, a channel, a silence; or only concern somebody."""
    about = []
    for number, field in enumerate(
        ("contact: moat-call", "channel: the moat phone", "silence: gazette-1-2", "note: x")
    ):
        lines = ("id: new", "kind: remark", field, "says: A pity.", "between: [Sylvania]")
        about.append(new_claim(tmp_path / str(number), *lines).about)
    assert about == ["contact/moat-call", "channel/the-moat-phone", "silence/gazette-1-2", ""]


# Voices, chains, clocks


def chain_of(claim: Claim) -> dict[str, str | None]:
    """From which citation each was taken, by the last part of their keys."""
    last = {one.key: one.key.split("/", 2)[2] for one in claim.citations}
    return {last[one.key]: last[one.taken_from] if one.taken_from else None for one in claim.citations}


MORE = {
    "dossiers/post.yaml": "document: {id: post, title: The Post's report, publisher: Sylvania,"
    " published: 2024-05-03}\n",
    "dossiers/wire.yaml": "document: {id: wire, title: A wire, seen: false}\n",
}
REMARK = ("id: new", "kind: remark", "says: A pity.")


def test_without_a_voice_the_publisher_speaks(tmp_path: Path) -> None:
    """The document is the root of the chain."""
    claim = claim_of(built(tmp_path), "gazette-1-2")
    assert claim.voice == "organisation/the-harbour-gazette"
    assert chain_of(claim) == {"gazette-1": None}


def test_an_unknown_publisher_becomes_an_unnamed_party(tmp_path: Path) -> None:
    """One for each document that speaks for itself."""
    reading = built(tmp_path, one_claim(*REMARK))
    voice = reading.knowledge.entities[claim_of(reading, "new").voice]
    assert (voice.key, voice.unnamed) == ("party/publisher-of-x", True)
    assert voice.label == "publisher of Another report (unnamed)"


def test_a_voice_is_the_root_of_the_chain(tmp_path: Path) -> None:
    """The date on which it spoke belongs to the document that gives it."""
    claim = new_claim(
        tmp_path, *REMARK, "said: {by: Ada Trentino, as: Sylvanian Adviser, on: 2024-05-02, relay: quotes}"
    )
    assert (claim.voice, claim.voice_office) == ("person/ada-trentino", "office/sylvanian-adviser")
    assert chain_of(claim) == {"x": "utterance", "utterance": None}
    here, utterance = claim.citations
    assert here.said is not None
    assert (here.relay, here.said.edtf) == ("quotes", "2024-05-02")
    assert (utterance.relay, utterance.said, utterance.document) == ("utters", None, None)


def test_documents_between_are_links_of_the_chain_nearest_first(tmp_path: Path) -> None:
    """By id or by title, seen or not."""
    said = 'said: {by: Ada Trentino, via: ["The Post\'s report", wire]}'
    claim = new_claim(tmp_path, *REMARK, said, files=MORE)
    assert chain_of(claim) == {"x": "post", "post": "wire", "wire": "utterance", "utterance": None}
    assert {one.relay for one in claim.citations} == {"reports", "utters"}


def test_a_chain_without_a_voice_ends_at_its_first_document(tmp_path: Path) -> None:
    """Whose publisher is the voice."""
    claim = new_claim(tmp_path, *REMARK, "said: {via: [wire, post]}", files=MORE)
    assert claim.voice == "state/sy"
    assert chain_of(claim) == {"x": "wire", "wire": "post", "post": None}


REPEATS = {
    "- {claim: new, at: 0-4}": ("post", "utterance"),
    "- {claim: new, via: [x]}": ("post", "x"),
    "- {claim: new, via: [wire]}": ("post", "wire"),
}


@pytest.mark.parametrize("repeat", REPEATS)
def test_a_repeat_adds_an_appearance_with_its_own_way_back(repeat: str, tmp_path: Path) -> None:
    """To the utterance, or through the documents it names."""
    files = {**MORE, "dossiers/post.yaml": f"{MORE['dossiers/post.yaml']}repeats:\n  {repeat}\n"}
    claim = new_claim(tmp_path, *REMARK, "said: {by: Ada Trentino}", files=files)
    document, upstream = REPEATS[repeat]
    assert chain_of(claim)[document] == upstream
    assert chain_of(claim)["x"] == "utterance"
    assert len(REPEATS) == 3


def test_a_repeat_fills_in_a_document_that_the_chain_went_through(tmp_path: Path) -> None:
    """Where it stands there, and on which day it was said according to that document."""
    said = "on: {date: 2024-05-02, wording: gestern, lang: de}"
    repeat = f"- {{claim: new, at: 5-9, {said}, relay: translates, note: n}}"
    files = {**MORE, "dossiers/wire.yaml": f"{MORE['dossiers/wire.yaml']}repeats:\n  {repeat}\n"}
    claim = new_claim(tmp_path, *REMARK, "said: {by: Ada Trentino, via: [wire]}", files=files)
    assert chain_of(claim) == {"x": "wire", "wire": "utterance", "utterance": None}
    wire = next(one for one in claim.citations if one.document == "document/wire")
    assert wire.said is not None
    assert (wire.spans, wire.relay, wire.said.wording, wire.note) == (
        (Span(5, 9),),
        "translates",
        "gestern",
        "n",
    )


def test_a_claim_is_known_from_the_first_publication_of_its_documents(tmp_path: Path) -> None:
    """Of a day, from its end; a document of unknown date tells nothing."""
    one = new_claim(tmp_path / "a", *REMARK)
    two = new_claim(tmp_path / "b", *REMARK, "said: {via: [wire, post]}", files=MORE)
    assert (one.known, two.known) == ("2024-05-06T00:00:00Z", "2024-05-04T00:00:00Z")
    lone = "document: {id: lone, title: Undated}\nclaims:\n  - {id: new, kind: remark, says: A pity.}\n"
    assert claim_of(built(tmp_path / "c", {"dossiers/lone.yaml": lone}), "new").known is None


def test_an_inferred_publication_may_narrow_the_printed_one(tmp_path: Path) -> None:
    """Both are kept; the narrower one counts."""
    text = (
        "document:\n  id: x\n  title: T\n  published: 2024-05\n"
        '  published_inferred: {date: "[2024-05-07,2024-05-08]", because: the weekday}\n'
    )
    found = built(tmp_path, {"dossiers/x.yaml": text}).knowledge.documents["document/x"]
    assert found.published is not None
    assert found.published_inferred is not None
    assert (found.published.edtf, found.published_inferred.inferred) == ("2024-05", "the weekday")
    assert found.known == "2024-05-09T00:00:00Z"


def test_a_superseded_or_retracted_claim_is_withdrawn_when_that_became_known(tmp_path: Path) -> None:
    """By the first that says so; one of unknown date withdraws at the end of time."""
    withdrawn = []
    for number, published in enumerate(("published: 2024-05-20", "note: undated")):
        text = (
            f"document: {{id: y, title: Later, publisher: The Harbour Gazette, {published}}}\nclaims:\n"
            "  - {id: b, kind: remark, supersedes: gazette-1-2, says: Not so.}\n"
            "  - {id: c, kind: retraction, retracts: moat-call, says: It was not so.}\n"
        )
        reading = built(tmp_path / str(number), {"dossiers/y.yaml": text})
        withdrawn += [claim_of(reading, "gazette-1-2").withdrawn, claim_of(reading, "moat-call").withdrawn]
        assert claim_of(reading, "c").about == "claim/moat-call"
        assert claim_of(reading, "b").supersedes == "claim/gazette-1-2"
    assert withdrawn == ["2024-05-21T00:00:00Z"] * 2 + [UNKNOWN_PUBLICATION] * 2


def test_a_rejected_correction_withdraws_nothing(tmp_path: Path) -> None:
    """Nor does a rejected repeat stand in the chain."""
    lines = (
        "id: new",
        "kind: retraction",
        "retracts: moat-call",
        "says: No.",
        "said: {by: a moat spokeswoman}",
        "x: y",
    )
    reading = read_with(tmp_path / "a", one_claim(*lines))
    assert (reading.rejected, claim_of(reading, "moat-call").withdrawn) == (1, None)
    text = "document: {id: y, title: Later}\nrepeats:\n  - {claim: moat-call, x: y}\n"
    reading = read_with(tmp_path / "b", {"dossiers/y.yaml": text})
    assert (reading.rejected, chain_of(claim_of(reading, "moat-call"))) == (
        1,
        {"gazette-1": "utterance", "utterance": None},
    )


# Documents and the names in them


def test_a_document_keeps_what_pins_it_and_what_of_it_is_not_coded(tmp_path: Path) -> None:
    """Its hash in small letters, its length, the gaps sorted."""
    text = (
        f"document: {{id: x, title: T, sha256: {'AB' * 32}, length: 50, url: 'https://example.org/a',"
        " taken_from: gazette-1}\nnot_coded:\n"
        "  - {at: 40-50, because: advert}\n  - {at: [0-5, 9-12], because: head}\n"
    )
    found = built(tmp_path, {"dossiers/x.yaml": text}).knowledge.documents["document/x"]
    assert (found.sha256, found.length, found.taken_from) == ("ab" * 32, 50, ("document/gazette-1",))
    assert found.not_coded == ((Span(0, 5), "head"), (Span(9, 12), "head"), (Span(40, 50), "advert"))


def test_a_printed_name_may_mean_several(tmp_path: Path) -> None:
    """All stay; the language is the document's."""
    (mention,) = built(tmp_path).knowledge.mentions.values()
    assert (mention.key, mention.printed, mention.language) == ("mention/gazette-1-at-10", "Sullivan", "en")
    assert mention.means == ("person/john-sullivan", "person/jake-sullivan")
    assert (mention.spans, mention.misprint) == ((Span(10, 18),), False)


def test_every_citation_says_in_which_record_it_stands(tmp_path: Path) -> None:
    """The place is that of the claim or of the repeat."""
    claim = claim_of(built(tmp_path), "moat-call")
    found: list[Citation] = list(claim.citations)
    assert {str(one.place) for one in found} == {"dossiers/gazette-1.yaml:12"}
    assert found[0].spans == (Span(0, 80), Span(100, 120))
