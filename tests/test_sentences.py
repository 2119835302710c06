"""Sentences: nothing of a text is lost between them, and news is cut where a reader would cut it."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.graph.sentences import sentences

WORDS = [
    "Er rief an",
    "She said",
    "U.S.",
    "z. B.",
    "21.",
    "1.",
    "Oktober",
    "Mal",
    "Dr.",
    "zum",
    "Ж",
    "私。",
    "0",
]
MARKS = [*".!?…:„“”\"«»'()–•😀\x00\u200d\ufeff", "e\u0301"]
BLANKS = [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u0085", "\x1c", "\u3000"]
PIECES = WORDS + MARKS + BLANKS
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=200))
MANY = 20_000 if os.environ.get("BACKCHANNEL_LARGE") else 400


@settings(max_examples=MANY)
@given(text=TEXTS, language=st.sampled_from(["de", "en", "ru", "uk", "de-CH", "zxx", "xx", ""]))
def test_sentences_cover_every_character_that_is_not_blank(text: str, language: str) -> None:
    """In order, without overlap, without blanks at the ends, and nothing but blanks in between."""
    spans = sentences(text, language)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end
    assert not text[at:].strip()


@given(lines=st.lists(TEXTS, max_size=5))
def test_no_sentence_goes_on_behind_a_line_break(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert not any("\n" in text[span.start : span.end] for span in sentences(text, "de"))


GERMAN = [
    ["Am 21. Oktober und am 3. Mai 2022 sprachen sie.", "Am 4. kam niemand."],
    ["Sie sprachen zum 1. Mal seit Mai.", "Dann nicht mehr."],
    ["Der 2. Anruf kam im 20. Jahrhundert.", "Niemand hob ab."],
    ["Einmal am Freitag (21. Oktober) und am Sonntag (23. Oktober) riefen sie an.", "Danach nicht."],
    ["Das war z. B. Dr. Müller, d. h. der Minister.", "Gut."],
    ["Es kostet 2,5 Mrd. Euro bzw. 3 Mio. Dollar.", "Ja."],
    ["In St. Petersburg traf er Prof. Dr. Huber.", "Dann ging er."],
    ["„Nein!“, rief er.", "„Doch!“", "Sie schwieg."],
    ["„Wir rufen an.", "Sie hören nicht“, sagte er.", "“Schade.”"],
    ["“Wir rufen an”, sagte er.", "“Sie hören nicht."],
    ["Niemand nahm ab.", "“Wer soll da reden?", "Keiner."],
    ["Rund 40.000 Anrufe gingen um 12.30 Uhr ein.", "Keiner wurde angenommen."],
    ["Er rief an… und legte auf.", "Warum?!", "Wer weiß."],
    ["Das war 2021.", "Dann kam 2022."],
]
ENGLISH = [
    ["Gen. Ann Lee spoke to Mr. Roy.", "U.S. officials declined."],
    ["On Jan. 5 he met Adm. Fox at 5.30 with two others.", "No. 2 came later."],
    ["He said “We won’t.”", "Then he left."],
    ["They spoke, e.g. by telephone, i.e. the red one.", "Nobody else did."],
    ['"Why?" he asked.', '"No."', "She left."],
]


@pytest.mark.parametrize(
    ("language", "parts"), [("de", parts) for parts in GERMAN] + [("en", parts) for parts in ENGLISH]
)
def test_news_is_cut_where_a_reader_would(language: str, parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[span.start : span.end] for span in sentences(text, language)] == parts


def test_the_examples_are_all_there() -> None:
    assert (len(GERMAN), len(ENGLISH)) == (14, 5)


def test_headings_captions_and_bullets_end_with_their_line() -> None:
    lines = [
        " Anruf bleibt aus",
        "",
        "Der Minister. © Foto: N. N./xyz\r",
        "  • Erstens",
        "  • Zweitens",
        "(ab mit yz)",
    ]
    text = "\n".join(lines)
    found = [text[span.start : span.end] for span in sentences(text, "de")]
    assert found[0] == "Anruf bleibt aus"
    assert found[1] == "Der Minister."
    assert found[-3:] == ["• Erstens", "• Zweitens", "(ab mit yz)"]


def test_the_time_grows_with_the_length_and_not_its_square() -> None:
    """A line of 400,000 characters, of whatever sort, is cut in seconds."""
    for piece in ("Er rief an. ", '" ', "zum 1. Mal ", "„Ja. “ ", "((", "a", ". "):
        begun = time.process_time()
        sentences(piece * (400_000 // len(piece)), "de")
        assert time.process_time() - begun < 10, piece
