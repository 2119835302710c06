"""A page or report of an older build is told from one of the build that answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import good_case
from click.testing import CliRunner

from backchannel.cli import group
from backchannel.exports.staleness import made_from, outdated


def run(*arguments: str) -> str:
    found = CliRunner().invoke(group, list(arguments))
    assert found.exit_code == 0, found.output
    return found.output


@pytest.mark.parametrize("command", ["graph", "report"])
def test_a_stale_file_is_named_with_the_command_that_renews_it(command: str, tmp_path: Path) -> None:
    """After a new build the old page is reported, by the build and by the summary, until it is renewed."""
    case, out = tmp_path / "case", tmp_path / "out"
    good_case(case)
    run("build", str(case), "--out", str(out))
    run(command, "--graph", str(out))
    assert "another build" not in run("summary", "--graph", str(out))
    settings = case / "case.yaml"
    text = settings.read_text(encoding="utf-8").splitlines()
    changed = ["title: Another title" if line.startswith("title:") else line for line in text]
    settings.write_text("\n".join(changed) + "\n", encoding="utf-8")
    told = f"renew it with `backchannel {command} --graph {out}`"
    assert told in run("build", str(case), "--out", str(out))
    assert told in run("summary", "--graph", str(out))
    run(command, "--graph", str(out))
    assert "another build" not in run("summary", "--graph", str(out))


def test_a_file_that_says_nothing_is_outdated(tmp_path: Path) -> None:
    """What doesn't say which build it is of can't be taken for current."""
    (tmp_path / "graph.html").write_text("<html>", encoding="utf-8")
    assert made_from(tmp_path / "graph.html") is None
    assert list(outdated(tmp_path, "0" * 16)) == [tmp_path / "graph.html"]
