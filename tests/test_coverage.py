"""`backchannel coverage`: no sentence of a document at hand is passed over without a word."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from backchannel.cli import group
from backchannel.graph.case import read, seed_folder
from backchannel.graph.coverage import CODED, MISSING, NOT_CODED, PARTLY, WORDLESS, Coverage, coverage
from backchannel.graph.model import Citation, Claim, Document, Knowledge, Mention, Span
from backchannel.graph.texts import Texts

DOCUMENTS = os.environ.get("BACKCHANNEL_DOCUMENTS")
TEXT = "Heading\n\nThey spoke on Monday. Nobody said why, or where. It rained.\n* * *"
ID = "harbour-courier-2024-05-04"
DOSSIER = f"dossiers/{ID}.yaml"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What whoever runs the tests has set doesn't count."""
    monkeypatch.delenv("BACKCHANNEL_DOCUMENTS", raising=False)
    monkeypatch.delenv("BACKCHANNEL_GRAPH", raising=False)


def claim(name: str, *spans: Span, document: str = "document/a") -> Claim:
    citation = Citation(f"citation/{name}/a", "reports", document, spans=spans)
    return Claim(f"claim/{name}", "contact", "contact/x", "asserts", "party/p", "...", "en", (citation,))


def span(passage: str) -> Span:
    return Span(TEXT.index(passage), TEXT.index(passage) + len(passage))


def cover(*claims: Claim, not_coded: tuple[tuple[Span, str], ...] = (), text: str | None = TEXT) -> Coverage:
    document = Document("document/a", "A", "en", None, sha256="0" * 64, length=len(TEXT), not_coded=not_coded)
    mention = Mention("mention/m", "document/a", "They", "en", ("party/p",), (span("They"),))
    knowledge = Knowledge("T", "en", mentions={mention.key: mention}, claims={one.key: one for one in claims})
    return coverage(knowledge, document, text)


def test_each_sentence_has_its_status_and_its_reasons() -> None:
    """By claims and names, by a reason, in part, or by nothing; marks alone need nobody."""
    found = cover(
        claim("monday", span("They spoke on Monday.")),
        claim("why", span("Nobody said why")),
        not_coded=((span("Heading"), "heading"),),
    )
    assert [row.status for row in found.rows] == [NOT_CODED, CODED, PARTLY, MISSING, WORDLESS]
    assert [str(entry) for entry in found.rows[1].entries] == ["name 'They'", "monday"]
    assert [TEXT[gap.start : gap.end] for gap in found.rows[2].gaps] == [", or where."]
    assert not found.complete


def test_marks_and_blanks_between_claims_are_no_gap() -> None:
    spans = (
        span("Heading"),
        span("They spoke on Monday"),
        span("Nobody said why"),
        span("or where"),
        span("It rained"),
    )
    assert cover(claim("all", *spans)).complete


def test_a_name_alone_does_not_cover_its_sentence() -> None:
    found = cover()
    assert found.rows[1].status == PARTLY
    assert [TEXT[gap.start : gap.end] for gap in found.rows[1].gaps] == [" spoke on Monday."]


def test_claims_of_other_documents_do_not_count() -> None:
    assert cover(claim("elsewhere", Span(0, len(TEXT)), document="document/b")).count(CODED) == 0


def test_what_points_beyond_the_text_and_what_points_nowhere_is_told() -> None:
    found = cover(claim("beyond", Span(0, len(TEXT) + 5)), claim("nowhere"))
    assert [str(entry) for entry in found.misplaced] == ["beyond"]
    assert found.placeless == ("nowhere",)
    assert not found.complete


def test_without_the_text_the_stretches_are_listed_and_those_in_between() -> None:
    found = cover(claim("monday", span("They spoke on Monday.")), text=None)
    assert [(row.span.start, row.span.end, row.status) for row in found.rows] == [
        (0, 9, "not covered"),
        (9, 13, CODED),
        (9, 30, CODED),
        (30, len(TEXT), "not covered"),
    ]
    assert found.complete


SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b) + 1), st.integers(0, 70), st.integers(0, 70))


@given(spans=st.lists(SPANS, max_size=6), reasons=st.lists(SPANS, max_size=4))
def test_every_word_is_either_accounted_for_or_missing(spans: list[Span], reasons: list[Span]) -> None:
    """Brute force over characters: a gap holds exactly the letters that no entry reaches."""
    found = cover(claim("c", *spans), not_coded=tuple((one, "why") for one in reasons))
    reached = {at for one in [*spans, *reasons, span("They")] for at in range(one.start, one.end)}
    missing = {at for row in found.rows for gap in row.gaps for at in range(gap.start, gap.end)}
    letters = {at for at, char in enumerate(TEXT) if char.isalnum()}
    assert letters - reached == letters & missing
    assert not missing & reached


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["coverage", *arguments])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    assert CliRunner().invoke(group, ["new", str(folder)]).exit_code == 0
    return folder


def test_the_starting_case_is_covered(case: Path) -> None:
    result = run(str(case))
    assert result.exit_code == 0, result.output
    assert "7 sentences; 4 coded, 3 not coded" in result.stderr
    assert result.stdout.count(ID) == 7


def test_a_sentence_that_nobody_accounts_for_makes_the_exit_code_1(case: Path) -> None:
    dossier = case / DOSSIER
    dossier.write_text(dossier.read_text().replace("  - {at: 475-523, because: the weather}\n", ""))
    result = run(str(case), "--format", "json", "--document", ID)
    assert result.exit_code == 1
    row = json.loads(result.stdout)[-1]
    assert (row["at"], row["status"], row["missing"]) == ("475-523", "MISSING", "475-523")
    assert row["text"].startswith("Light winds")


def test_a_long_sentence_is_shown_by_its_beginning(case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(str(case), "--format", "csv").stdout)))
    assert len(rows) == 7
    assert max(len(row["text"]) for row in rows) == 60


def test_without_the_texts_nothing_is_shown_of_them(case: Path) -> None:
    shutil.rmtree(case / "documents")
    result = run(str(case), "--format", "json")
    assert result.exit_code == 0
    assert {row["text"] for row in json.loads(result.stdout)} == {""}
    assert "its text is not here" in result.stderr


def test_texts_may_lie_elsewhere_under_any_name(case: Path, tmp_path: Path) -> None:
    (case / "documents" / "harbour-courier.txt").rename(tmp_path / "x.bin")
    (case / "documents").rmdir()
    assert "7 sentences" in run(str(case), "--documents", str(tmp_path)).stderr


def test_an_unknown_document_gets_the_nearest(case: Path) -> None:
    assert f"did you mean '{ID}'?" in str(run(str(case), "--document", "harbor-courier-2024").exception)


def articles() -> Path | None:
    """The folder with the seed case's articles, if it is at hand."""
    beside = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"
    folder = Path(DOCUMENTS or beside)
    return folder if folder.is_dir() else None


def test_no_sentence_of_the_seed_case_is_left_out() -> None:
    """Each of the five documents from its first line to its last."""
    folder = articles()
    if folder is None:
        pytest.skip("the articles are not at hand: name their folder in BACKCHANNEL_DOCUMENTS")
    knowledge, texts = read(seed_folder()).knowledge, Texts(folder)
    at_hand = [one for one in knowledge.documents.values() if one.sha256 and texts.find(one.sha256)]
    assert len(at_hand) == 5
    for document in at_hand:
        found = coverage(knowledge, document, texts.find(document.sha256 or ""))
        assert len(found.rows) >= 20
        assert [row for row in found.rows if row.gaps] == []
        assert found.misplaced == ()
