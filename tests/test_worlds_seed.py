"""Possible worlds of the seed case, as a user meets them: 'Sullivan', the command, the same bytes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import backchannel
from backchannel.cli import group
from backchannel.graph.bounds import occurrence
from backchannel.graph.build import build
from backchannel.graph.case import seed_folder
from backchannel.graph.clock import day_bounds
from backchannel.graph.semantics import certainly_within, possibly_within
from backchannel.graph.worlds.days import days_of, share, window_of
from backchannel.graph.worlds.model import DEFAULTS, model_of
from backchannel.graph.worlds.ranks import RANKED

JAKE, JOHN = "person/jake-sullivan", "person/john-sullivan"
NOTE = """\
document: {id: harbour-note, title: A note on two calls, language: en, published: 2022-03-25, length: 200}
names:
  - {printed: Sullivan, means: [John Sullivan, Jake Sullivan], at: [10-18, 100-108]}
claims:
  - id: note-call
    between: [Jake Sullivan, Sergei Lavrov]
    how: call
    when: 2022-03-20
    outcome: held
    at: 0-60
    says: Sullivan rang Lavrov, whichever of the two it was.
  - id: note-visit
    between: [John Sullivan, Vladimir Putin]
    how: visit
    when: 2022-03-21
    outcome: held
    at: 90-150
    says: Sullivan then went to see Putin.
"""


@pytest.fixture(scope="module")
def with_sullivan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed case with one more document, which leaves open who 'Sullivan' is."""
    folder = tmp_path_factory.mktemp("sullivan")
    shutil.copytree(seed_folder(), folder / "case")
    (folder / "case" / "dossiers" / "harbour-note.yaml").write_text(NOTE, encoding="utf-8")
    built = build(folder / "case", folder / "out")
    assert built.path is not None, [str(problem) for problem in built.problems]
    return folder / "out"


def run(out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["ranks", *arguments, "--graph", str(out)])


def test_sullivan_moves_the_ranks_of_both(with_sullivan: Path) -> None:
    """Throughout the document he is the one or the other: both contacts are his."""
    graph = backchannel.open(with_sullivan)
    found = graph.ranks("contacts", vary=["identity"])
    assert (found.number, found.exact) == (2, True)
    assert [choice.kind for choice in found.space.choices] == ["identity"]
    rows = {row.node: row for row in found.rows()}
    for node in (JAKE, JOHN):
        assert rows[node].spread.least != rows[node].spread.greatest
        (only,) = found.influences(node)
        assert (only.choice.kind, only.explains) == ("identity", pytest.approx(1))
    means = {node: rows[node].mean for node in (JAKE, JOHN)}
    assert means == {JAKE: 2.0, JOHN: 2.0}  # one of each for sure, and both or neither of the two
    assert found.before(JAKE, JOHN) == found.before(JOHN, JAKE) == 0.5


def test_the_question_is_asked_in_words(with_sullivan: Path) -> None:
    """`--explain` names him, the document, and both answers."""
    told = run(with_sullivan, "--measure", "contacts", "--explain", "Jake Sullivan", "--vary", "identity")
    assert told.exit_code == 0, told.output
    assert "who 'Sullivan' is in 'A note on two calls'" in told.stdout
    assert "John Sullivan" in told.stdout
    assert "1 name that may mean several" in told.stdout


def test_the_seed_case_leaves_no_name_open(seed_out: Path) -> None:
    """Each of its documents names its Sullivan in full."""
    assert backchannel.open(seed_out).ranks(vary=["identity"]).number == 1


def test_the_sentence_and_the_model_stand_in_the_answer(seed_out: Path) -> None:
    """'First in ... of worlds', what was open, how it was gone through, all probabilities."""
    told = run(seed_out, "--at", "2022-10-01", "--limit", "5").stdout
    assert "Vladimir Putin: first in " in told
    assert " of worlds (rank 1 to " in told
    assert "origins that may be wrong and 1 contact that may lie outside the window" in told
    assert "262,144 distinct worlds; 1000 worlds drawn at random (seed 0" in told
    assert model_of().words() in told
    rows = list(csv.DictReader(io.StringIO(run(seed_out, "--format", "csv").stdout)))
    assert all(model_of().words() in row["model"] for row in rows)
    assert {row["worlds"] for row in rows} == {"sampled 1000, seed 0"}
    assert all(int(row["rank_least"]) <= int(row["rank_greatest"]) for row in rows)
    assert len(rows) >= 20


def test_all_measures_in_all_forms(seed_out: Path) -> None:
    """Each measure of the registry has ranks; JSON, CSV and Markdown hold the same rows."""
    chosen = ("--measure", "all", "--vary", "date", "--since", "2022-09", "--until", "2022-09")
    rows = json.loads(run(seed_out, *chosen, "--format", "json").stdout)
    assert {row["measure"] for row in rows} == set(RANKED)
    assert rows == json.loads(run(seed_out, *chosen, "--format", "json").stdout)
    assert len(list(csv.DictReader(io.StringIO(run(seed_out, *chosen, "--format", "csv").stdout)))) == len(
        rows
    )
    markdown = run(seed_out, *chosen, "--format", "markdown").stdout
    assert markdown.count("\n## ") + markdown.startswith("## ") == len(RANKED)
    assert "8 distinct worlds; each was gone through: all figures are exact." in markdown


def test_as_it_was_known(seed_out: Path) -> None:
    """Nobody could know of the calls of October in April: those who made them have no rank then."""
    rows = json.loads(run(seed_out, "--known", "2022-04-01", "--format", "json").stdout)
    assert "person/olaf-scholz" not in {row["node"] for row in rows}
    assert JAKE in {row["node"] for row in rows}


def test_frame_and_python(seed_out: Path) -> None:
    """`graph.ranks` answers with a frame, and takes other probabilities."""
    pytest.importorskip("pandas")
    sure = dict.fromkeys("ABCDEF", 1.0) | dict.fromkeys("123456", 1.0) | {"hedged": 1.0, "alleged": 1.0}
    frame = backchannel.open(seed_out).ranks("harmonic", "pagerank", probabilities=sure).to_pandas()
    assert set(frame["measure"]) == {"harmonic", "pagerank"}
    assert (frame["holds"] == 1).all()


def test_the_same_bytes_whatever_the_hash_seed(seed_out: Path) -> None:
    """Drawn and explained in two processes with different hash seeds."""
    asked = ["ranks", "--measure", "all", "--worlds", "50", "--format", "csv", "--graph", str(seed_out)]
    command = [sys.executable, "-m", "backchannel", *asked]
    told = [
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 5000


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--measure", "fame"), "fame"),
        (("--worlds", "0"), "0 worlds can't be drawn; expected 1 to"),
        (("--probability", "B"), "expected a name and a probability, like B=0.9"),
        (("--probability", "B=2"), "expected a probability from 0 to 1"),
        (("--at", "2022-01-01", "--until", "2022-02"), "give either --at or --until"),
        (("--explain", "Nobody Known"), "Nobody Known"),
        (("--explain", "Olaf Scholz", "--known", "2022-04-01"), "has no contact at the level person"),
        (("--since", "yesterday"), "'yesterday' is not a day"),
    ],
)
def test_wrong_options_are_refused(arguments: tuple[str, ...], words: str, seed_out: Path) -> None:
    """In one sentence that says what was expected."""
    found = run(seed_out, *arguments)
    assert found.exit_code != 0
    assert words in found.output + str(found.exception)


EDTF = (
    "2022-03-24",
    "2022-03",
    "2022-03~",
    "2022-09-1X",
    "2022-09-1X~",
    "2022-22",
    "[2022-03-22,2022-03-23]",
    "2022-02/2022-05",
    "2022-02-24/..",
    "/2022-05-19",
    "2022-XX-24",
    "202X",
    "2022-03-24T18:00:00+03:00",
    "[..2022-03-10]",
    "2022?",
    "{2022-03-01,2022-03-05}",
)


@given(st.sampled_from(EDTF), st.tuples(st.integers(0, 5000), st.integers(0, 900)))
def test_shares_agree_with_certain_and_possible(edtf: str, stretch: tuple[int, int]) -> None:
    """1 where the date is certainly in the window, 0 where it can't be, between where it may."""
    first = date(2018, 1, 1) + timedelta(days=stretch[0])
    last = first + timedelta(days=stretch[1])
    window = day_bounds(first.isoformat())[0], day_bounds(last.isoformat())[1]
    found = share(days_of(edtf), window_of(*window), 0.5)
    assert 0 <= found <= 1
    if certainly_within(occurrence(edtf), *window):
        assert found == 1
    if not possibly_within(occurrence(edtf), *window):
        assert found == 0


def test_the_document_has_the_probabilities_of_the_model() -> None:
    """docs/worlds.md gives those that are used."""
    text = (Path(__file__).parent.parent / "docs" / "worlds.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ([1-6]) \| [^|]+ \| ([0-9.]+) \| ([A-F]) \| [^|]+ \| ([0-9.]+) \|$", text, re.MULTILINE
    )
    told = {name: float(value) for row in rows for name, value in (row[:2], row[2:])}
    told |= {name: float(value) for name, value in re.findall(r"`(\w+)` = ([0-9.]+[0-9]|[01])", text)}
    assert told == dict(DEFAULTS)
