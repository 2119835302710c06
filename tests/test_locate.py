"""`backchannel locate`: a quotation becomes offsets and a hash, however it was copied."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from backchannel.cli import group
from backchannel.graph.model import Span
from backchannel.graph.quotations import exactly, loosely, nearest
from backchannel.graph.texts import digest

TEXT = (
    "Ein Anruf\r\n\r\nAm Diens\u00adtag sprachen die Ministerin  von Aldermark und ihr Kollege aus "
    "Vesperien – zum ersten Mal seit März. „Wir\nreden wieder…“, sagte Straße 😀. Wir reden wieder."
)


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(group, ["locate", *arguments], input=text)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What whoever runs the tests has set doesn't count."""
    monkeypatch.delenv("BACKCHANNEL_DOCUMENTS", raising=False)
    monkeypatch.delenv("BACKCHANNEL_GRAPH", raising=False)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


def places(result: Result) -> list[str]:
    return [str(place["at"]) for place in yaml.load_all(result.stdout, yaml.BaseLoader) if place]


SAME = [
    ("Am Dienstag sprachen", "a soft hyphen"),
    ("ministerin von aldermark", "letter case and a run of blanks"),
    ("aus Vesperien - zum", "a dash"),
    ("seit M\u0061\u0308rz", "composition"),
    ("\"Wir reden wieder...\", sagte", "marks, a line break, an ellipsis"),
    ("sagte STRASSE 😀", "ß and SS"),
]  # fmt: skip


@pytest.mark.parametrize("quotation", [quotation for quotation, _ in SAME])
def test_a_quotation_in_another_dress_is_found_at_its_exact_place(document: Path, quotation: str) -> None:
    result = run("--document", str(document), quotation)
    assert result.exit_code == 0, result.stderr
    start, end = (int(part) for part in places(result)[0].split("-"))
    plain = {"\u00ad": "", "„": '"', "“": '"', "–": "-", "…": "...", "\n": " "}
    found = "".join(plain.get(char, char) for char in TEXT[start:end])
    assert " ".join(found.split()).casefold() == unicodedata.normalize("NFC", quotation).casefold()


def test_the_dresses_are_all_there() -> None:
    assert len(SAME) == 6


def test_the_output_pastes_into_a_dossier(document: Path) -> None:
    """Offsets count code points of the text as given: carriage returns too, an emoji once."""
    result = run("--document", str(document), "sagte Straße 😀")
    printed = yaml.safe_load(result.stdout)
    start = TEXT.index("sagte")
    assert printed == {"sha256": digest(TEXT.encode()), "length": len(TEXT), "at": f"{start}-{start + 14}"}
    assert f"# file: {document}" in result.stdout


def test_several_places_are_all_listed_and_the_exit_code_is_1(document: Path) -> None:
    result = run("--document", str(document), "reden wieder")
    assert (result.exit_code, len(places(result))) == (1, 2)
    assert all(TEXT[int(at.split("-")[0]) :].startswith("reden wieder") for at in places(result))
    assert "2 places" in result.stderr


def test_letter_for_letter_comes_before_another_dress(document: Path) -> None:
    """Of two passages that differ by a line break, the one that was quoted is meant."""
    assert len(places(run("--document", str(document), "Wir reden wieder"))) == 1
    assert len(places(run("--document", str(document), "WIR REDEN WIEDER"))) == 2


def test_what_is_not_found_gets_the_nearest_passage_and_how_it_differs(document: Path) -> None:
    result = run("--document", str(document), "sprachen der Minister von Aldermark und ihr Kollege")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "sprachen die Ministerin von Aldermark" in result.stderr
    assert "'der Minister', the text has 'die Ministerin'" in result.stderr


def test_what_is_nowhere_near_is_said_to_be_so(document: Path) -> None:
    result = run("--document", str(document), "xyzzy")
    assert result.exit_code == 1
    assert "nor anything like it" in result.stderr


def test_a_quotation_comes_from_standard_input(document: Path) -> None:
    result = run("--document", str(document), "-", text="zum ersten\nMal\n")
    assert places(result) == [f"{TEXT.index('zum ersten')}-{TEXT.index('Mal') + 3}"]


def test_the_documents_of_a_case_have_their_ids(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert CliRunner().invoke(group, ["new", str(case)]).exit_code == 0
    result = run("--case", str(case), "spoke by telephone")
    assert result.exit_code == 0
    assert "# document: harbour-courier-2024-05-04" in result.stdout
    by_id = run("--case", str(case), "--document", "harbour-courier-2024-05-04", "spoke by telephone")
    assert by_id.stdout == result.stdout
    elsewhere = run("--case", str(case), "--documents", str(case / "documents"), "spoke by telephone")
    assert elsewhere.stdout == result.stdout


WRONG = [
    (["--document", "harbor-courier-2024-05-04", "a"], "did you mean 'harbour-courier-2024-05-04'?"),
    (["--documents", "{tmp}/empty", "a"], "no text in"),
    (["--document", "{tmp}/latin.txt", "a"], "UTF-8"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, arguments: list[str], message: str) -> None:
    case = tmp_path / "case"
    CliRunner().invoke(group, ["new", str(case)])
    (tmp_path / "latin.txt").write_bytes(b"M\xfcller")
    result = run("--case", str(case), *(one.replace("{tmp}", str(tmp_path)) for one in arguments))
    assert message in str(result.exception)


def test_an_empty_quotation_is_wrong_use(document: Path) -> None:
    assert run("--document", str(document), " ").exit_code == 2


LETTERS = st.text(
    st.sampled_from("aAäßẞ e\u0301\u0308\u0323ıİſﬁ\u00ad\u200b–-\"“'’… \n\t😀ʼnΣσςй\u0438\u0306"), max_size=30
)


@given(before=LETTERS, middle=LETTERS, after=LETTERS)
def test_every_passage_is_found_where_it_stands(before: str, middle: str, after: str) -> None:
    """Letter for letter always; in another dress wherever it doesn't begin or end within a letter."""
    text = before + middle + after
    here = Span(len(before), len(before) + len(middle))
    if not middle:
        return
    assert here in exactly(text, middle)
    for span in loosely(text, middle):
        assert 0 <= span.start < span.end <= len(text)


@given(text=st.text(max_size=60), quotation=st.text(max_size=20))
def test_the_search_never_fails_and_stays_within_the_text(text: str, quotation: str) -> None:
    for span in loosely(text, quotation):
        assert 0 <= span.start < span.end <= len(text)
    near = nearest(text, quotation)
    if near is not None:
        assert 0 <= near.span.start < near.span.end <= len(text)
        assert 0 < near.score <= 1


WORDS = st.lists(st.sampled_from(["who", "rang", "whom", "about", "the", "day"]), min_size=1, max_size=8)


@given(words=WORDS, blanks=st.sampled_from([" ", "\n", "  \r\n ", "\u00a0"]))
def test_case_and_blanks_never_matter(words: list[str], blanks: str) -> None:
    text = "It says: " + blanks.join(words) + " (sic)"
    spans = loosely(text, " ".join(words).upper())
    assert Span(9, len(text) - 6) in spans
