"""Every answer as of a day: what was published later, or withdrawn before, has no part in it."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import FIREFLY, TRENTINO, claim, knowledge, rich, when

import backchannel
from backchannel.cli import COMMANDS, group
from backchannel.graph.asof import as_known, as_of, last_day
from backchannel.graph.builds import Build
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import BuildError, DateError
from backchannel.graph.model import Knowledge
from backchannel.graph.views import AsOf, build_as_of
from backchannel.ontology.library import library

# Those that make or check a case or a build, and say nothing about the world on a day.
NO_CLOCK = {"new", "schema", "build", "locate", "coverage", "ontology", "verify"}


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - NO_CLOCK))
def test_every_command_that_answers_has_both_clocks(name: str) -> None:
    """`--at` and `--known` stand in its help."""
    question = ["spellings"] if name == "ask" else []
    told = CliRunner().invoke(group, [name, *question, "--help"]).output
    assert "--known DAY" in told
    assert "--at DAY" in told


@pytest.mark.parametrize("question", library(), ids=lambda one: one.name)
def test_every_question_has_both_clocks(question: object) -> None:
    """As parameters of its own, or by asking the graph as of that day."""
    told = CliRunner().invoke(group, ["ask", question.name, "--help"]).output  # type: ignore[attr-defined]
    assert ("--known DAY" in told or "--then DAY" in told) and "--at DAY" in told


def test_a_query_sees_the_graph_as_it_was_known(seed_build: Build) -> None:
    """Derived statements are worked out anew: no contact of May or October in the graph of April."""
    then = build_as_of(seed_build, known="2022-04-01")
    held = "SELECT DISTINCT ?c { GRAPH ?g { ?c a bc:Contact ; bc:outcome bc:held } }"
    graph = backchannel.Graph(seed_build)
    now, before = (len(one.query(held).rows) for one in (graph, graph.as_of(known="2022-04-01")))
    assert (now, before) == (21, 4)
    assert isinstance(then, AsOf)
    assert 0 < then.quads < seed_build.quads
    assert then.quads == len(list(then.store))
    assert build_as_of(seed_build) is seed_build
    with pytest.raises(DateError):
        build_as_of(seed_build, known="April")


def test_no_room_for_the_graph_of_a_day_is_one_sentence(
    seed_build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written for a while, it says so and what to do."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(BuildError, match="set TMPDIR to a folder with room"):
        _ = build_as_of(seed_build, known="2022-04-01").quads


def test_a_question_without_a_clock_of_its_own_gets_one(seed_out: Path) -> None:
    """In April nobody had seen a report of October: its spellings are not there yet."""

    def documents(*options: str) -> set[str]:
        arguments = ["ask", "spellings", *options, "--format", "csv", "--graph", str(seed_out)]
        found = CliRunner().invoke(group, arguments)
        assert found.exit_code == 0, found.output
        return {row["document"] for row in csv.DictReader(io.StringIO(found.stdout))}

    assert len(documents()) > len(documents("--known", "2022-04-01")) > 0


def test_show_and_summary_as_of_a_day(seed_out: Path) -> None:
    """Milley's call of May is unknown in April, and so are its claims."""

    def told(*arguments: str) -> str:
        found = CliRunner().invoke(group, [*arguments, "--graph", str(seed_out)])
        assert found.exit_code == 0, found.output
        return found.output

    assert "helsinki" in told("show", "Mark Milley", "--known", "2022-04-01")
    assert "2022-05" not in told("show", "Mark Milley", "--known", "2022-04-01")
    assert "2022-05" in told("show", "Mark Milley")
    assert told("summary", "--known", "2022-04-01") != told("summary") != told("summary", "--at", "2021")


def test_the_graph_of_a_day_in_python(seed_out: Path) -> None:
    """`graph.as_of(...)` is a Graph: it asks, queries, draws and names like any other."""
    graph = backchannel.open(seed_out).as_of(at="2022-03-24", known="2022-04-01")
    assert len(graph.knowledge.claims) < 40
    assert graph.ask("contacts-in-month", during="2022-10").rows == []
    assert graph.find("Шойгу") == "person/sergei-shoigu"
    assert graph.network().number_of_edges() > 0
    assert len(graph.rdf) > 1000


def test_both_clocks_of_the_plain_objects() -> None:
    """Claims, citations, documents, mentions, tenures and their ends go with their days."""
    case = rich()
    assert as_of(case) is case
    before = as_known(case, "2029-02-28")
    assert (len(before.claims), len(before.mentions), len(before.documents)) == (0, 0, 0)
    assert [tenure.end for tenure in before.tenures.values()] == [None, None]
    early = as_of(case, at="2027-12-31")
    assert sorted(early.tenures) == ["tenure/firefly-fr-minister"]
    assert "claim/silence" not in early.claims
    assert "claim/call" in as_of(case, at="2029-01-31").claims  # around February: it may have been January


def test_the_last_day_published() -> None:
    """The day a case speaks of if none is asked for; of what was known by another, the last before."""
    assert last_day(knowledge([claim("a")])) == "2029-03-01"
    assert last_day(knowledge([claim("a")]), "2029-02-01") is None
    assert last_day(knowledge()) is None


def test_what_is_withdrawn_later_is_there_before() -> None:
    """It counts until its withdrawal is published, and is kept, marked, afterwards."""
    gone = claim(
        "gone",
        participants=(FIREFLY, TRENTINO),
        outcome="held",
        when=when("2029-02-01"),
        withdrawn=known_stamp("2029-06-01"),
    )
    case: Knowledge = knowledge([gone])
    assert as_known(case, "2029-05-31").claims["claim/gone"].withdrawn is None
    assert as_known(case, "2029-06-01").claims["claim/gone"].withdrawn == known_stamp("2029-06-01")
