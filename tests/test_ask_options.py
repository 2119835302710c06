"""`backchannel ask`: options before the question count as much as those behind it; tables speak in words."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from backchannel.cli import group


def ask(*arguments: str) -> str:
    found = CliRunner().invoke(group, ["ask", *arguments])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_options_before_the_question(seed_out: Path) -> None:
    """`ask --graph DIR --format csv QUESTION` is the same as `ask QUESTION --graph DIR --format csv`."""
    graph = str(seed_out)
    before = ask("--graph", graph, "--format", "csv", "last-contact")
    assert before == ask("last-contact", "--graph", graph, "--format", "csv")
    assert before.startswith("contact,when,")


def test_an_option_behind_the_question_wins(seed_out: Path, tmp_path: Path) -> None:
    """What is said last counts."""
    late = ask("--graph", str(tmp_path), "--format", "json", "4", "--graph", str(seed_out), "--format", "csv")
    assert late.startswith("contact,when,")


def test_tables_speak_in_words(seed_out: Path) -> None:
    """People read 'in place', programs get `inPlace`."""
    table = ask("channel-history", "--graph", str(seed_out), "--no-evidence")
    assert "in place" in table
    assert "inPlace" not in table
    assert "inPlace" in ask("channel-history", "--graph", str(seed_out), "--format", "csv")
