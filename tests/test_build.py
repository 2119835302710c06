"""`backchannel build`: what it says, what it publishes, what its exit code means."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import good_case
from click.testing import CliRunner, Result

from backchannel.cli import group
from backchannel.graph.build import build
from backchannel.graph.builds import current
from backchannel.graph.case import seed_folder

LONELY = "channels: [{name: A line from nowhere, kind: hotline}]\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["build", *map(str, arguments)])


def test_counts_add_up(tmp_path: Path) -> None:
    """What was read was built or rejected, kind by kind, and the manifest says the same."""
    built = build(seed_folder(), tmp_path)
    assert built.read == built.built + built.rejected == sum(built.counts.values()) + built.rejected
    records = current(tmp_path).manifest["records"]
    assert records == {"read": built.read, "built": built.built, "rejected": 0}
    assert next(iter(built.stages)) == "reading"
    assert list(built.stages)[-1] == "publishing"


def test_rejected_records_publish_nothing_unless_asked(tmp_path: Path) -> None:
    """With a rejected record the exit code is 1, and only --keep-going builds the others."""
    case, out = tmp_path / "case", tmp_path / "out"
    good_case(case, {"roster/bad.yaml": "persons: [{nmae: Nobody}]\n"})
    refused = run(case, "--out", out)
    assert refused.exit_code == 1
    assert "did you mean 'name'?" in refused.stderr
    assert "nothing was published" in refused.stderr
    assert not (out / "current").exists()
    kept = run(case, "--out", out, "--keep-going")
    assert kept.exit_code == 1
    assert current(out).manifest["records"]["rejected"] == 1


def test_warnings_count_only_when_strict(tmp_path: Path) -> None:
    """The shapes' warnings are said and counted; --strict makes them an exit code."""
    case, out = tmp_path / "case", tmp_path / "out"
    good_case(case, {"channels/lonely.yaml": LONELY})
    lenient = run(case, "--out", out)
    assert lenient.exit_code == 0
    assert "shape (warning): channel:a-line-from-nowhere" in lenient.stderr
    assert run(case, "--out", out, "--strict").exit_code == 1


EDGES = ["2022-09-01/9999-12-31", "0001-01-01/0001-01-01", "9999-12-31/..", "2022/Y10000", "-0044/2022"]


@pytest.mark.parametrize("held", EDGES)
def test_a_tenure_at_the_edge_of_the_calendar(held: str, tmp_path: Path) -> None:
    """Where no day comes before or after, a case still builds and answers."""
    case, out = tmp_path / "case", tmp_path / "out"
    assert CliRunner().invoke(group, ["new", str(case)]).exit_code == 0
    roster = case / "roster" / "roster.yaml"
    text = roster.read_text(encoding="utf-8")
    assert "held: 2022-09-01/.." in text
    roster.write_text(text.replace("held: 2022-09-01/..", f"held: {held}"), encoding="utf-8")
    assert run(case, "--out", out).exit_code == 0
    for command in ("report", "graph"):
        assert CliRunner().invoke(group, [command, "--graph", str(out)]).exit_code == 0
    assert len(current(out).knowledge().tenures) == 3


def test_all_edges_ran() -> None:
    """The list above has not shrunk."""
    assert len(EDGES) == 5


def test_no_case(tmp_path: Path) -> None:
    """A folder that is no case is one clear sentence."""
    found = run(tmp_path / "nothing", "--out", tmp_path / "out")
    assert found.exit_code == 1
    assert "no such folder; expected a case" in str(found.exception)
