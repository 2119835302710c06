"""The words of briefings: the same messages in every language, complete, and the ontology's own terms."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import SKOS

from backchannel.exports.language import LANGUAGES, language
from backchannel.graph.bounds import occurrence
from backchannel.graph.errors import BackchannelError
from backchannel.ontology import terms

LISTS = {"outcome": terms.OUTCOMES, "state": terms.CHANNEL_STATES, "rank": terms.RANKS}
# Where the word of a table reads better than the concept's label.
OWN_WORDS = {("rank", "working"), ("rank", "leader")}


def messages(code: str) -> dict[str, set[str]]:
    """Each message of a language with the names of its arguments."""
    text = files("backchannel.exports").joinpath(f"words/{code}.ftl").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z][a-z-]*) = (.*?)(?=^[a-z#]|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: set(re.findall(r"\$([a-z]+)", body)) for name, body in blocks}


def test_every_language_has_the_same_messages_with_the_same_arguments() -> None:
    """A message that one language lacks would break its briefing."""
    english = messages("en")
    assert len(english) > 80
    for code in LANGUAGES:
        found = messages(code)
        assert set(found) == set(english)
        loose = {name for name, arguments in found.items() if not arguments <= english[name]}
        assert not loose, f"{code}: arguments that English does not give: {loose}"


def test_a_missing_message_and_a_missing_argument_are_errors() -> None:
    """A sentence with a hole is never written."""
    with pytest.raises(BackchannelError, match="no message 'nonsense'"):
        language("de").say("nonsense")
    with pytest.raises(BackchannelError, match="when-on"):
        language("de").say("when-on")


def test_terms_are_the_ontologys_labels() -> None:
    """Outcomes, states and ranks bear the names that the vocabulary gives them."""
    graph = Graph().parse(files("backchannel.ontology").joinpath("backchannel.ttl").read_bytes(), "turtle")
    compared = 0
    for group, names in LISTS.items():
        for word, concept in names.items():
            labels = {one.language: str(one) for one in graph.objects(terms.BC[concept], SKOS.prefLabel)}
            for code in LANGUAGES:
                if (group, word) not in OWN_WORDS:
                    assert language(code).term(group, word) == labels[code], (code, word)
                    compared += 1
    assert compared == 2 * (5 + 7 + 4)


@given(st.dates(min_value=date(1500, 1, 1)), st.dates(min_value=date(1500, 1, 1)))
def test_both_days_of_a_stretch_are_named_in_every_language(one: date, other: date) -> None:
    """No date is lost or rounded, whatever the language; a whole month or year may go by its name."""
    first, last = sorted((one, other))
    assume(first.day != 1)
    for code in LANGUAGES:
        text = language(code).occurrence(occurrence(f"{first}/{last}"))
        assert all(language(code).day(day) in text for day in (first, last))
