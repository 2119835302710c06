"""The question library: its files, how parameters are set, and that no value can say more than itself."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from importlib.resources import files

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.ontology.library import ENTITY_TYPES, EVERYTHING, Question, find, library, parse, term

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
MANY = settings(max_examples=2000 if LARGE else 100)

PROBE = parse("""\
# What is it?
# name: probe
# number: 99
# param who: person = Mark Milley
# param text: text = a
# param count: integer = 1
# param known: known = everything
# param on: day = 2022-03-23
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT * WHERE {
  VALUES (?who ?text ?count) { (<http://a/milley> "a" 1) }  # parameters
  { VALUES (?known ?on ?on_end ?on_number) { ("9999-12-31T00:00:00Z"^^xsd:dateTime "2022-03-23T00:00:00Z"^^xsd:dateTime "2022-03-24T00:00:00Z"^^xsd:dateTime 2459662) } } # no parameters line
  VALUES (?text) { ("a") }  # parameters
  VALUES (?known ?on ?on_end ?on_number) { ("9999-12-31T00:00:00Z"^^xsd:dateTime "2022-03-23T00:00:00Z"^^xsd:dateTime "2022-03-24T00:00:00Z"^^xsd:dateTime 2459662) }  # parameters
}""")  # noqa: E501


def bound(question: Question, **values: str) -> dict[str, str]:
    """What the parameters of PROBE are bound to, by the engine, once set."""
    sparql = question.with_parameters(values).replace("{ VALUES (?known", "# { VALUES (?known")
    (row,) = pyoxigraph.Store().query(sparql)
    names = ("who", "text", "count", "known", "on", "on_end", "on_number")
    return {name: row[name].value for name in names}


def test_every_file_is_in_the_library() -> None:
    """At least thirty questions, numbered without a gap, named as their files are."""
    paths = [path for path in files("backchannel.ontology").joinpath("questions").iterdir()]
    expected = {f"{one.number}_{one.name.replace('-', '_')}.rq" for one in library()}
    assert {path.name for path in paths if path.name.endswith(".rq")} == expected
    assert [one.number for one in library()] == [f"{n:02}" for n in range(1, len(library()) + 1)]
    assert len(library()) == 33


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_file(question: Question) -> None:
    """The question is in line 1; the query is plain SPARQL 1.1 with its own prefixes, in a total order,
    without what the engines differ on or are slow at."""
    text = question.sparql
    assert text.startswith(f"# {question.question}\n")
    assert question.question.endswith("?")
    pyoxigraph.Store().query(text)
    code = re.sub(r"^\s*#.*$|# parameters$", "", text, flags=re.M)
    for word in ("EXISTS", "SERVICE", "FROM ", "LATERAL", "NOW()", "graph/derived"):
        assert word not in code, word
    assert "\nORDER BY " in code
    assert re.search(r"\?claims?\b|\?mention\b|_claim\b", code.split("WHERE")[0]), "no evidence"
    declared, used = set(re.findall(r"PREFIX (\w+):", code)), code.split("SELECT", 1)[1]
    assert all(f"{prefix}:" in used for prefix in declared)


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_defaults(question: Question) -> None:
    """What the header calls the default is what the query has."""
    plain = {one.name: one.default for one in question.params if one.type not in ENTITY_TYPES}
    assert question.with_parameters(plain) == question.sparql
    assert question.with_parameters({}) == question.sparql


def test_find() -> None:
    """By number with or without its zero, by name in any case."""
    assert {find(name).number for name in ("4", "04", "last-contact", " Last-Contact ")} == {"04"}
    with pytest.raises(KeyError):
        find("99")
    with pytest.raises(KeyError):
        find("last")


def test_only_parameter_lines_are_rewritten() -> None:
    """Every line that ends in '# parameters' and no other, however often a parameter occurs."""
    before, after = (
        PROBE.sparql.split("\n"),
        PROBE.with_parameters({"text": "b", "known": "2022"}).split("\n"),
    )
    changed = [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert changed == [number for number, line in enumerate(before) if line.endswith("# parameters")]
    assert len(changed) == 3


def test_days() -> None:
    """A day is its two midnights and its Julian Day Number; a month, a year and a pair of days likewise."""
    for value, first, after in (
        ("2022-03-23", "2022-03-23", "2022-03-24"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2022", "2022-01-01", "2023-01-01"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2022-03-15/2022-04", "2022-03-15", "2022-05-01"),
    ):
        found = bound(PROBE, on=value, known=value)
        assert (found["on"][:10], found["on_end"][:10], found["known"][:10]) == (first, after, after)
    assert bound(PROBE, on="2022-05-19")["on_number"] == "2459719"
    assert bound(PROBE, known=EVERYTHING)["known"] == "9999-12-31T00:00:00Z"


@MANY
@given(st.dates(max_value=date(9999, 12, 30)))
def test_any_day(day: date) -> None:
    """The second midnight is that of the day after; numbers count on by one a day."""
    found = bound(PROBE, on=day.isoformat(), known=day.isoformat())
    assert found["on"] == f"{day}T00:00:00Z"
    assert found["on_end"] == found["known"] == f"{day + timedelta(days=1)}T00:00:00Z"
    assert int(found["on_number"]) - 2459719 == (day - date(2022, 5, 19)).days


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("on", "2022-02-30", "expected a day, month or year"),
        ("on", "2022-3-1", "expected a day"),
        ("on", "0000", "expected a day"),
        ("on", "2022-03/2022-01", "expected a day"),
        ("on", "2021/2022/2023", "expected a day"),
        ("on", "٢٠٢٢", "expected a day"),
        ("known", "yesterday", "expected a day"),
        ("count", "many", "expected a whole number, found 'many'"),
        ("count", "1e9", "expected a whole number"),
        ("count", "9" * 30, "expected a whole number"),
        ("who", "Mark Milley", "expected the IRI of a person, found 'Mark Milley'"),
        ("who", "http://a/> ?x ?y <http://b/", "expected the IRI"),
        ("who", "http://a/\\u003E", "expected the IRI"),
        ("who", "", "expected the IRI"),
    ],
)
def test_refuses(name: str, value: str, message: str) -> None:
    """A value that doesn't fit its type is refused with what was expected and found."""
    with pytest.raises(ValueError, match=message):
        PROBE.with_parameters({name: value})


def test_unknown_parameter() -> None:
    with pytest.raises(KeyError, match="'probe' has no parameter 'whom'; it has who, text, count, known, on"):
        PROBE.with_parameters({"whom": "x"})


@MANY
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_one_text(value: str) -> None:
    """No text ends its literal, its line or its comment: the engine reads it back as it was given."""
    assert bound(PROBE, text=value)["text"] == value
    assert "\n" not in term("text", value)


@MANY
@given(st.text('http:/>< "{}\\^|`\n\t#?é.%()', max_size=20).map(lambda text: f"http://a/{text}"))
def test_any_iri_stays_one_iri_or_is_refused(value: str) -> None:
    """What can't be an IRI is refused; what is accepted is one term and nothing more."""
    try:
        written = term("person", value)
    except ValueError:
        return
    assert written == f"<{value}>"
    assert not set(value) & set('<>"{}|^`\\\n\t ')


BROKEN = "# Who?\n# name: w\n# number: 1\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", "expected the question in line 1"),
        ("# Who?\n# name: who\nSELECT * {}", "expected the question in line 1"),
        (
            BROKEN + "# param a: text = x\nSELECT * {}",
            "parameters \\['a'\\] in the header",
        ),
        (BROKEN + "SELECT * {\n VALUES (?a) { (1) }  # parameters\n}", "in the query"),
        (BROKEN + "SELECT * {\n BIND(1 AS ?a)  # parameters\n}", "isn't one VALUES"),
        (
            BROKEN + "# param a: planet = x\nSELECT * {\n VALUES (?a) { (1) }  # parameters\n}",
            "type 'planet'",
        ),
    ],
)
def test_a_broken_file_is_an_error(text: str, message: str) -> None:
    """A file of the library that doesn't keep to its format is refused, not half read."""
    with pytest.raises(ValueError, match=message):
        parse(text)
