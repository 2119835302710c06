"""The seed case: every record of it is built, and it says of the five documents what stands in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from backchannel.graph.bounds import occurrence, state
from backchannel.graph.case import Reading, read, seed_folder
from backchannel.graph.model import Claim, Document, Key, Knowledge, Span
from backchannel.graph.semantics import Truth, truth_at
from backchannel.graph.texts import Texts

FOLDER = seed_folder()
NEIGHBOUR = Path(__file__).parents[2] / "shared" / "seeds"
WORD = re.compile(r"\w+")
IN_A_ROW = 8

SEEN = (
    "000-unanswered-calls",
    "001-signals-not-public",
    "002-refused-calls-reprint",
    "003-talking-again",
    "004-first-generals-call",
)
# Each official, an office, and a day on which the documents have them in it.
OFFICIALS = (
    ("lloyd-austin", "us-secretary-of-defense", "2022-03-22"),
    ("mark-milley", "us-chairman-of-the-joint-chiefs-of-staff", "2022-05-19"),
    ("sergei-shoigu", "ru-minister-of-defence", "2022-10-23"),
    ("valery-gerasimov", "ru-chief-of-the-general-staff", "2022-05-19"),
    ("john-kirby", "pentagon-press-secretary", "2022-03-22"),
    ("vladimir-putin", "ru-president", "2022-09-15"),
    ("joe-biden", "us-president", "2021-06-16"),
    ("john-sullivan", "us-ambassador-to-russia", "2022-03-15"),
    ("jake-sullivan", "us-national-security-adviser", "2022-09-25"),
    ("nikolai-patrushev", "ru-secretary-of-the-security-council", "2022-03-15"),
    ("antony-blinken", "us-secretary-of-state", "2022-02-24"),
    ("sergei-lavrov", "ru-foreign-minister", "2022-02-24"),
    ("sergei-ryabkov", "ru-deputy-foreign-minister", "2022-09-26"),
    ("dmitry-peskov", "ru-presidential-press-secretary", "2022-09-26"),
    ("karine-jean-pierre", "white-house-press-secretary", "2022-09-26"),
    ("james-stavridis", "nato-supreme-allied-commander-europe", "2013-05-01"),  # named as a former holder
    ("sebastien-lecornu", "fr-minister-of-the-armed-forces", "2022-10-23"),
    ("ben-wallace", "gb-secretary-of-state-for-defence", "2022-10-23"),
    ("hulusi-akar", "tr-minister-of-national-defence", "2022-10-23"),
    ("olaf-scholz", "de-chancellor", "2022-09-15"),
    ("tod-wolters", "us-commander-of-european-command", "2022-05-19"),
    ("kyrylo-budanov", "ua-chief-of-military-intelligence", "2022-05-20"),
)
# Silence, scope, hedge, exceptions, the contact that ended it: as the documents claim them.
SILENCES = {
    "blinken-lavrov-2022": ("official exchange", None, (), None),
    "us-russia-top-generals-2022": ("any contact", None, (), "contact/milley-gerasimov-call-2022-05"),
    "austin-shoigu-calls-2022": ("calls", None, (), "contact/austin-shoigu-call-2022-10-21"),
    "us-russia-public-contacts-2022": ("public contact", "practically", (), None),
    "west-russia-summer-2022": ("any contact", "quasi", (), None),
    "kyiv-moscow-negotiations-2022": ("negotiations", "almost", ("prisoner exchanges",), None),
    "us-russia-information-exchange-2022": ("information exchange", None, (), None),
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(FOLDER)


@pytest.fixture(scope="module")
def case(reading: Reading) -> Knowledge:
    return reading.knowledge


@pytest.fixture(scope="module")
def texts(case: Knowledge) -> dict[Key, str]:
    """The texts of the five documents, where they are at hand."""
    folder = Path(os.environ.get("BACKCHANNEL_DOCUMENTS") or NEIGHBOUR)
    at_hand = Texts(folder)
    found = {one.key: at_hand.find(one.sha256 or "") for one in seen(case)}
    if not any(found.values()):
        pytest.skip(
            f"the documents are not at hand: none in {folder}; BACKCHANNEL_DOCUMENTS may name their folder"
        )
    return {key: text for key, text in found.items() if text is not None}


def seen(case: Knowledge) -> list[Document]:
    return [one for one in case.documents.values() if one.sha256]


def day(text: str) -> tuple[str, str]:
    """A day as the stamps from which and before which it lies."""
    bounds = occurrence(text)
    return bounds.earliest, bounds.latest


def claims_of(case: Knowledge, document: Key) -> Iterator[tuple[Claim, tuple[Span, ...]]]:
    for claim in case.claims.values():
        for citation in claim.citations:
            if citation.document == document:
                yield claim, citation.spans


def test_every_record_is_built(reading: Reading) -> None:
    """The seed case is read without a single problem, and nothing of it is lost."""
    assert [str(problem) for problem in reading.problems] == []
    assert (reading.rejected, reading.read) == (0, reading.built)
    assert reading.counts["claim"] == 89


def test_the_documents(case: Knowledge) -> None:
    """Five documents were seen; the others are known only through them."""
    assert [one.key.split("/")[1] for one in seen(case)] == list(SEEN)
    unseen = [one for one in case.documents.values() if not one.seen]
    assert len(unseen) == 10
    assert {source for one in seen(case) for source in one.taken_from} <= set(case.documents)


def test_twenty_two_officials_each_in_office(case: Knowledge) -> None:
    """Every named official certainly held the office on the day on which a document has them in it."""
    checked = 0
    for person, office, on in OFFICIALS:
        tenures = [
            one
            for one in case.tenures.values()
            if (one.person, one.office) == (f"person/{person}", f"office/{office}")
        ]
        held = [truth_at(state(one.held, one.vouched), *day(on)) for one in tenures]
        assert Truth.CERTAIN in held, (person, office, on)
        checked += 1
    assert checked == 22
    assert {one.key for one in case.of_kind("person")} == {f"person/{person}" for person, _, _ in OFFICIALS}


def test_every_office_used_is_held(case: Knowledge) -> None:
    """Nobody acts in a claim in an office that, on its day, they can't have held."""
    checked = 0
    for claim in case.claims.values():
        for one in claim.participants:
            if claim.when is None or not one.person or not one.office:
                continue
            held = [
                state(t.held, t.vouched)
                for t in case.tenures.values()
                if (t.person, t.office) == (one.person, one.office)
            ]
            days = claim.when.bounds
            assert any(bounds.earliest < days.latest and days.earliest < bounds.latest for bounds in held), (
                claim.key
            )
            checked += 1
    assert checked >= 40


def test_names_in_english_german_and_russian(case: Knowledge) -> None:
    """Officials and offices have German and English names, and a Russian or Ukrainian one."""
    checked = 0
    for entity in (*case.of_kind("person"), *case.of_kind("office")):
        tags = {tag for _, tag in entity.names.preferred}
        assert {"en", "de", "ru"} <= tags, entity.key
        checked += 1
    assert checked == 22 + 22
    budanov = case.entities["person/kyrylo-budanov"]
    assert budanov.label == "Kyrylo Budanov" and budanov.names.label("uk") == "Кирило Буданов"


def test_both_days_of_kirbys_statement_stay(case: Knowledge) -> None:
    """One document has him speak on Tuesday, another on Wednesday; the claim has one voice."""
    checked = 0
    for name in ("kirby-austin-shoigu", "kirby-milley-gerasimov"):
        claim = case.claims[f"claim/{name}"]
        said = {one.document: one.said.edtf for one in claim.citations if one.said}
        assert said == {
            "document/000-unanswered-calls": "2022-03-22",
            "document/002-refused-calls-reprint": "2022-03-23",
        }
        assert claim.voice == "person/john-kirby" and claim.withdrawn is None
        assert [one.key for one in claim.citations if one.taken_from is None] == [
            f"citation/{name}/utterance"
        ]
        checked += 1
    assert checked == 2


def test_the_reprint_goes_back_to_the_post(case: Knowledge) -> None:
    """The machine-translated reprint took the statement from its original, that one from the Post."""
    claim = case.claims["claim/kirby-austin-shoigu"]
    upstream = {one.key.split("/")[-1]: (one.taken_from or "").split("/")[-1] for one in claim.citations}
    chain = ["002-refused-calls-reprint"]
    while upstream[chain[-1]]:
        chain.append(upstream[chain[-1]])
    assert chain[1:] == ["business-insider-2022-03", "washington-post-2022-03", "utterance"]


def test_the_silences(case: Knowledge) -> None:
    """Seven silences are claimed, each with its scope, hedge, exceptions and end."""
    silences = [claim for claim in case.claims.values() if claim.kind == "silence"]
    found = {
        claim.about.split("/")[1]: (claim.scope, claim.hedge, claim.exceptions, claim.ended_by)
        for claim in silences
    }
    assert found == SILENCES and len(silences) == 7


def test_unnamed_voices(case: Knowledge) -> None:
    """Four voices are unnamed; none of them was turned into a named person."""
    voices = {claim.voice for claim in case.claims.values()}
    unnamed = {voice for voice in voices if case.entities[voice].unnamed}
    assert unnamed == {
        "party/us-authorities",
        "party/pentagon-spokeswoman",
        "party/pentagon-officials",
        "party/joint-chiefs-spokesman",
    }


def test_no_date_is_passed_off_as_the_sources(case: Knowledge) -> None:
    """Documents without a date have an inferred one, with its reason, and so have their claims."""
    bearing = {one.key.split("/")[1] for one in seen(case) if one.published}
    assert bearing == {"000-unanswered-calls", "003-talking-again"}
    reasons = [one.published_inferred.inferred for one in seen(case) if one.published_inferred]
    assert len(reasons) == 5 and all(reasons)
    call = case.claims["claim/milley-gerasimov-call"].when
    assert call is not None and call.edtf == "2022-05-19" and call.inferred


def test_spellings_of_shoigu(case: Knowledge) -> None:
    """The documents print his full name in four ways; 'Jasimow' is a misprint for Gerasimov."""
    full = {
        one.printed
        for one in case.mentions.values()
        if one.means == ("person/sergei-shoigu",) and " " in one.printed
    }
    assert full == {"Sergej Shoigu", "Sergei Shoigu", "Sergei Schoigu", "Sergej Schoigu"}
    (misprint,) = [one for one in case.mentions.values() if one.printed == "Jasimow"]
    assert misprint.misprint and misprint.means == ("person/valery-gerasimov",)


def test_printed_names_are_known_spellings(case: Knowledge) -> None:
    """Each full name as printed is among the names of the one it means, a misprint among the misprints."""
    checked = 0
    for mention in case.mentions.values():
        names = [case.entities[key].names for key in mention.means]
        known = {text for one in names for text, _ in (one.misprints if mention.misprint else one.all())}
        if " " in mention.printed or mention.misprint:
            assert mention.printed in known, mention.key
            checked += 1
    assert checked >= 40


def test_claims_are_dated_paraphrased_and_graded(case: Knowledge) -> None:
    """Every claim has a short paraphrase, a reliability, a day from which it counts as known, and a place."""
    checked = 0
    for claim in case.claims.values():
        assert 0 < len(WORD.findall(claim.paraphrase)) <= 30, claim.key
        assert claim.reliability and claim.credibility and claim.known, claim.key
        assert claim.citations[0].spans, claim.key
        checked += 1
    assert checked == 89


def test_wordings_are_short_terms() -> None:
    """A wording is a term, not a sentence."""
    wordings = [
        match[1]
        for path in files()
        for match in re.finditer(r"wording: ([^,}]+)", path.read_text(encoding="utf-8"))
    ]
    assert len(wordings) >= 25
    assert all(len(WORD.findall(wording)) < IN_A_ROW for wording in wordings)


def files() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file() and path.suffix != ".pyc")


# --- against the texts, where they are at hand


def test_the_texts_are_those_that_were_coded(case: Knowledge, texts: dict[Key, str]) -> None:
    """The SHA-256 finds each of the five texts, and its length in code points is as the dossier says."""
    lengths = {key: len(text) for key, text in texts.items()}
    assert lengths == {one.key: one.length for one in seen(case)} and len(lengths) == 5


def test_every_printed_name_stands_at_its_place(case: Knowledge, texts: dict[Key, str]) -> None:
    """What a dossier says is printed stands exactly at its offsets."""
    checked = 0
    for mention in case.mentions.values():
        text = texts[mention.document]
        for span in mention.spans:
            assert text[span.start : span.end] == mention.printed, mention.key
            checked += 1
    assert checked == 74


def test_every_character_is_accounted_for(case: Knowledge, texts: dict[Key, str]) -> None:
    """Each character that isn't blank lies in the span of a claim or of an entry that says why not."""
    checked = 0
    for document in seen(case):
        text = texts[document.key]
        spans = [span for _, found in claims_of(case, document.key) for span in found]
        spans += [span for span, _ in document.not_coded]
        covered = {at for span in spans for at in range(span.start, span.end)}
        missing = [at for at, char in enumerate(text) if not char.isspace() and at not in covered]
        assert missing == [], (document.key, text[missing[0] : missing[0] + 20] if missing else "")
        checked += len(text)
    assert checked == sum(one.length or 0 for one in seen(case)) > 19_000


def test_spans_begin_and_end_at_words(case: Knowledge, texts: dict[Key, str]) -> None:
    """No span cuts a word in two or begins or ends with a blank."""
    checked = 0
    for document in seen(case):
        text = texts[document.key]
        spans = {span for _, found in claims_of(case, document.key) for span in found}
        for span in sorted(spans | {span for span, _ in document.not_coded}):
            stretch = text[span.start : span.end]
            assert stretch == stretch.strip(), (document.key, span)
            assert not re.search(r"\w\Z", text[: span.start]) or not re.match(r"\w", stretch), (
                document.key,
                span,
            )
            assert not re.search(r"\w\Z", stretch) or not re.match(r"\w", text[span.end :]), (
                document.key,
                span,
            )
            checked += 1
    assert checked >= 100


def test_no_sentence_of_the_articles_is_kept(texts: dict[Key, str]) -> None:
    """No eight words in a row of the articles stand anywhere in the seed case."""
    theirs = {row for text in texts.values() for row in rows(text)}
    assert len(theirs) > 2_000
    ours = [(path.name, row) for path in files() for row in rows(path.read_text(encoding="utf-8"))]
    assert len(ours) > 5_000
    assert [found for found in ours if found[1] in theirs] == []


def rows(text: str) -> Iterator[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return zip(*(words[at:] for at in range(IN_A_ROW)), strict=False)
