"""`backchannel measures`, `graph.measures`: rankings on either clock and over time, with what was chosen."""

from __future__ import annotations

import csv
import doctest
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import backchannel
from backchannel.cli import group
from backchannel.exports.measures_text import definitions_markdown
from backchannel.graph.analytics import MEASURES, Choices, measure
from backchannel.graph.analytics.measured import Asked, measured
from backchannel.graph.errors import DateError, QueryError
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import network

DOCS = Path(__file__).parent.parent / "docs" / "measures.md"


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["measures", *arguments, "--graph", str(seed_out)])


def rows(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


def test_the_document_defines_each_measure_as_the_program_does() -> None:
    """docs/measures.md ends with what --list prints."""
    text = DOCS.read_text(encoding="utf-8")
    assert text.endswith(definitions_markdown())
    assert all(f"- `{name}` (" in text for name in MEASURES)
    assert len(MEASURES) == 27


def test_the_examples_of_the_document_run(seed_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder beside the build."""
    monkeypatch.chdir(seed_out.parent)
    result = doctest.testfile(str(DOCS), module_relative=False)
    assert (result.failed, result.attempted) == (0, 7)


def test_list_says_what_each_measure_means(tmp_path: Path) -> None:
    """Without any build: meaning, formula, edge cases, reference; of those named only, if any are."""
    every = run(tmp_path, "--list")
    assert (every.exit_code, every.stdout.strip()) == (0, definitions_markdown().strip())
    one = run(tmp_path, "--list", "--measure", "core").stdout
    assert one.count("## ") == 1
    assert all(f"**{word}:**" in one for word in ("Formula", "Reading", "Edge cases", "Reference"))


def test_a_ranking_for_people(seed_out: Path) -> None:
    """What was chosen stands above; the best connected is first, with its rank in brackets."""
    found = run(seed_out)
    assert found.exit_code == 0, found.output
    lines = found.stdout.splitlines()
    assert lines[0] == "Level: person. Window: all time; by all that was published."
    assert lines[1].startswith("Carrying: held contacts; contested ones left out;")
    assert "number of its distinct contacts" in lines[2]
    first = next(line for line in lines if "(1)" in line)
    assert first.startswith("Sergei Shoigu")
    assert "more; --limit" in found.stderr


@pytest.mark.parametrize("level", ["person", "office", "state"])
def test_csv_holds_the_values_of_the_registry_and_all_choices(
    level: str, seed_out: Path, seed_knowledge: Knowledge
) -> None:
    """Each node, each measure, on both clocks; the choices stand in each row."""
    names = [name for name in MEASURES if MEASURES[name].of == "node"]
    words = [word for name in names for word in ("--measure", name)]
    found = rows(seed_out, *words, "--level", level, "--until", "2022-06-30", "--known", "2022-07-01")
    graph = network(seed_knowledge, level, until="2022-06-30", known="2022-07-01")
    assert {row["node"] for row in found} == set(graph)
    for name in names:
        values = measure(graph, name)
        for row in found:
            value = values[row["node"]]
            assert row[name] == ("" if value is None else row[name])
            assert value is None or float(row[name]) == pytest.approx(value, abs=1e-6)
    chosen = {key: found[0][key] for key in ("level", "until", "known", "outcomes", "weight", "half_life")}
    assert chosen == {
        "level": level,
        "until": "2022-06-30",
        "known": "2022-07-01",
        "outcomes": "held",
        "weight": "contacts",
        "half_life": "",
    }


def test_each_row_names_the_claims_it_rests_on(seed_out: Path, seed_knowledge: Knowledge) -> None:
    """Who has a link has a claim; every claim is one of the case."""
    linked = [row for row in rows(seed_out, "--measure", "contacts") if row["contacts"] != "0"]
    assert len(linked) > 10
    assert all(row["claims"] and set(row["claims"].split()) <= set(seed_knowledge.claims) for row in linked)


def test_claims_that_may_lie_outside_the_window_are_not_named_for_what_certainly_lies_in_it(
    seed_out: Path,
) -> None:
    """With --certain who has no link has no claim; without it more contacts count, and more claims."""
    asked = ("--measure", "contacts", "--since", "2022-05-15", "--until", "2022-10-21")
    certain = {row["node"]: row for row in rows(seed_out, *asked, "--certain")}
    possible = {row["node"]: row for row in rows(seed_out, *asked)}
    assert all(bool(row["claims"]) == (row["contacts"] != "0") for row in certain.values())
    fewer = [node for node, row in certain.items() if int(row["contacts"]) < int(possible[node]["contacts"])]
    assert fewer
    for node in fewer:
        assert set(certain[node]["claims"].split()) < set(possible[node]["claims"].split())


def test_answers_rest_on_refusals_too(seed_out: Path) -> None:
    """Who was refused is told with the claims that say so, of a link those between its two ends."""
    found = rows(seed_out, "--measure", "answered_links")
    assert len(found) == 6
    assert all(row["claims"] for row in found)
    (milley,) = (row for row in found if row["who"] == "Mark Milley")
    assert (milley["with"], float(milley["answered_links"])) == ("Valery Gerasimov", 0.0)
    assert "Answers compare held, refused and ignored" in run(seed_out, "--measure", "answered").stdout


def test_a_series_has_periods_side_by_side(seed_out: Path) -> None:
    """Quarters as columns for people, below each other in CSV; those cut short by the window."""
    asked = ("--measure", "contacts", "--every", "quarter", "--since", "2021-10", "--until", "2022-10-21")
    shown = run(seed_out, *asked).stdout
    assert re.search(r"2021-Q4 +2022-Q1 +2022-Q2 +2022-Q3 +2022-Q4", shown)
    assert "every quarter from 2021-10-01 to 2022-10-21" in shown
    found = rows(seed_out, *asked)
    assert sorted({(row["since"], row["until"]) for row in found})[-1] == ("2022-10-01", "2022-10-21")
    (austin,) = (row for row in found if row["who"] == "Lloyd Austin" and row["since"] == "2022-10-01")
    assert austin["contacts"] == "1"


def test_a_series_runs_over_the_dated_contacts_if_nothing_is_asked(seed_knowledge: Knowledge) -> None:
    """From the first to the last; each period is a window of its own."""
    found = measured(seed_knowledge, Asked(("contacts",), every="year"))
    assert [one.period.name for one in found.taken] == [
        str(year) for year in range(int(found.taken[0].period.name), 2023)
    ]
    for one in found.taken:
        graph = network(seed_knowledge, since=one.period.since, until=one.period.until)
        assert one.values["contacts"] == measure(graph, "contacts")


def test_attempts_are_measured_apart(seed_out: Path) -> None:
    """By default only what was held carries; asked for refusals, only those."""
    held = {row["node"]: row for row in rows(seed_out, "--measure", "contacts")}
    refused = {row["node"]: row for row in rows(seed_out, "--measure", "contacts", "--outcome", "refused")}
    assert set(held) == set(refused)
    assert held != refused
    assert {row["outcomes"] for row in refused.values()} == {"refused"}


def test_decay_weighs_least_from_the_earliest_and_most_from_the_latest_day(seed_out: Path) -> None:
    """Both bounds of each strength; an output that decays says how, and from which day."""
    asked = ("--measure", "contacts", "--weight", "decayed", "--half-life", "90", "--at", "2022-10-31")
    least = {row["node"]: float(row["contacts"]) for row in rows(seed_out, *asked)}
    most = {row["node"]: float(row["contacts"]) for row in rows(seed_out, *asked, "--dated", "latest")}
    plain = rows(seed_out, "--measure", "contacts", "--at", "2022-10-31")
    whole = {row["node"]: float(row["contacts"]) for row in plain}
    assert all(least[node] <= most[node] <= whole[node] for node in whole)
    assert any(least[node] < most[node] for node in whole)
    said = run(seed_out, *asked).stdout
    assert "2^(-age/90 days) as of 2022-10-31, uncertain dates at the earliest: at the least" in said
    assert {row["day"] for row in rows(seed_out, *asked)} == {"2022-10-31"}


def test_only_what_was_known_counts(seed_out: Path) -> None:
    """In April 2022 nobody could know of the calls of October."""
    then = {row["who"]: row["contacts"] for row in rows(seed_out, "--known", "2022-04-01")}
    now = {row["who"]: row["contacts"] for row in rows(seed_out)}
    assert set(then) < set(now)
    assert then.get("Lloyd Austin") == "0"
    assert int(now["Lloyd Austin"]) > 0


def test_links_and_the_network(seed_out: Path) -> None:
    """Measures of links name both ends; one of the network has one row; the two don't mix."""
    (first, *_) = rows(seed_out, "--measure", "cut_links")
    assert {first["who"], first["with"]} == {"Sergei Shoigu", "Vladimir Putin"}
    assert first["claims"]
    assert len(rows(seed_out, "--measure", "reciprocity_of_all")) == 1
    mixed = CliRunner().invoke(
        group, ["measures", "--measure", "core", "--measure", "cut_links", "--graph", str(seed_out)]
    )
    assert isinstance(mixed.exception, QueryError)
    assert "ask twice" in str(mixed.exception)


def test_json_and_markdown(seed_out: Path) -> None:
    """JSON has what CSV has; Markdown is for people, with the same statements."""
    found = json.loads(run(seed_out, "--format", "json").stdout)
    assert len(found) == len(rows(seed_out))
    assert found[0]["claims"]
    text = run(seed_out, "--format", "markdown").stdout
    assert text.startswith("Level: person.")
    assert "| Sergei Shoigu |" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--measure", "importance"], "is not one of"),
        (["--half-life", "90"], "add --weight decayed"),
        (["--half-life", "0", "--weight", "decayed"], "0.0 is not in the range x>0"),
        (["--every", "week"], "is not one of"),
        (["--limit", "0"], "is not in the range"),
    ],
)
def test_wrong_words(words: list[str], said: str, seed_out: Path) -> None:
    """Wrong use is said in a sentence, with exit code 2."""
    found = run(seed_out, *words)
    assert (found.exit_code, found.stdout) == (2, "")
    assert said in found.stderr


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"since": "2022-05", "until": "2022-04"}, QueryError),
        ({"at": "2022-05", "since": "2022-04"}, QueryError),
        ({"at": "soon"}, DateError),
        ({"every": "month", "since": "0002", "until": "2022"}, QueryError),
        ({"every": "month", "known": "1990-01-01"}, QueryError),
        ({"level": "planet"}, ValueError),
        ({"names": ()}, QueryError),
        ({"names": ("importance",)}, ValueError),
    ],
)
def test_what_cannot_be_asked(
    asked: dict[str, Any], error: type[Exception], seed_knowledge: Knowledge
) -> None:
    """Windows that can't be, days that are none, and series without an end."""
    with pytest.raises(error):
        measured(seed_knowledge, Asked(**asked))


def test_from_python(seed_out: Path) -> None:
    """The same answer as a frame, with what was chosen beside it."""
    graph = backchannel.open(seed_out)
    found = graph.measures("betweenness", "pagerank", choices=Choices(weight="binary"))
    frame = found.to_pandas()
    assert list(frame.columns) == list(found.columns)
    assert len(frame) == len(found) > 10
    assert frame.iloc[0]["label"] == "Sergei Shoigu"
    assert frame.attrs["choices"].weight == "binary"
    assert list(graph.measures("answered_links").columns[2:4]) == ["one", "other"]
