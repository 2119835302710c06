"""The commands' common shape: help with examples, exit codes, results apart from messages."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from backchannel.cli import COMMANDS, group, main

ABOUT_TIME = [
    "ranks",
    "contacts",
    "silence",
    "channels",
    "reach",
    "trends",
    "holder",
    "accounts",
    "disputes",
    "origins",
    "cut",
    "measures",
    "diff",
]
READS_A_BUILD = ["summary", "ask", "query", "show", "graph", "report", "verify", *ABOUT_TIME]
PRINTS_A_TABLE = ["summary", "ask", "query", "coverage", *ABOUT_TIME]
NAMES = sorted(COMMANDS)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What whoever runs the tests has set doesn't count."""
    monkeypatch.delenv("BACKCHANNEL_DOCUMENTS", raising=False)
    monkeypatch.delenv("BACKCHANNEL_GRAPH", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def outcome(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """What the program itself does with these words: exit code, standard output, standard error."""
    monkeypatch.setattr(sys, "argv", ["backchannel", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_the_commands_are_all_there() -> None:
    expected = {
        "new",
        "schema",
        "build",
        "summary",
        "ask",
        "query",
        "show",
        "graph",
        "network",
        "report",
        "briefing",
        "routes",
        "locate",
        "coverage",
    }
    assert set(COMMANDS) == expected | {"ontology", "verify", *ABOUT_TIME}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0, result.output
    assert re.search(r"^  Examples?:$", result.stdout, re.MULTILINE)
    assert re.search(rf"^    .*backchannel {name}\b", result.stdout, re.MULTILINE)


def test_the_list_of_commands_says_what_each_is_for() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name, about in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(about.split()[0])}", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_wrong_use_is_exit_code_2_with_nothing_on_standard_output(name: str) -> None:
    result = run(name, "--no-such-option")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--no-such-option" in result.stderr


WRONG = [
    ["no-such-command"],
    ["new"],
    ["new", "a", "b"],
    ["schema", "--kind", "novel"],
    ["build", "a", "b"],
    ["locate"],
    ["show"],
    ["query", "ASK {}", "--format", "xml"],
    ["query", "ASK {}", "--timeout", "soon"],
    ["coverage", "--format", "xml"],
    ["summary", "more"],
    ["verify", "more"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_words_are_exit_code_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error:" in result.stderr


@pytest.mark.parametrize("name", READS_A_BUILD)
def test_what_reads_a_build_takes_its_folder(name: str) -> None:
    question = ["last-contact"] if name == "ask" else []  # the list of questions needs no build
    text = run(name, *question, "--help").stdout
    assert "--graph DIRECTORY" in text
    assert "BACKCHANNEL_GRAPH" in text


@pytest.mark.parametrize("name", PRINTS_A_TABLE)
def test_what_prints_a_table_prints_it_in_several_forms(name: str) -> None:
    choices = re.search(r"--format \[([a-z|]+)\]", run(name, "--help").stdout)
    assert choices is not None
    assert {"table", "csv", "json"} <= set(choices[1].split("|"))
    assert name == "query" or "markdown" in choices[1].split("|")


ON_NOTHING = {
    "ask": ["last-contact", "--who", "A", "--with", "B"],
    "query": ["ASK {}"],
    "show": ["Lloyd Austin"],
    "cut": ["Lloyd Austin", "Sergei Shoigu"],
    "reach": ["Joe Biden", "Sergei Shoigu"],
    "diff": ["--known", "2022-04-01", "--known", "2022-06-01"],
}


@pytest.mark.parametrize("name", READS_A_BUILD)
def test_no_build_is_one_sentence_and_exit_code_1(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [name, *ON_NOTHING.get(name, []), "--graph", str(tmp_path)]
    code, printed, said = outcome(arguments, monkeypatch, capsys)
    assert (code, printed) == (1, "")
    assert said.startswith("error: no build in")
    assert "Traceback" not in said


def test_the_folder_of_the_build_may_come_from_the_environment(
    seed_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BACKCHANNEL_GRAPH", str(seed_out))
    code, printed, _ = outcome(["summary", "--format", "json"], monkeypatch, capsys)
    assert code == 0
    assert json.loads(printed)


RESULTS = [
    ["summary", "--format", "{form}", "--graph", "{out}"],
    ["ask", "--format", "{form}"],
    ["ask", "04", "--format", "{form}", "--graph", "{out}"],
    ["coverage", "--format", "{form}"],
    ["query", "SELECT ?s { ?s a bc:State }", "--format", "{form}", "--graph", "{out}"],
    *([name, *ON_NOTHING.get(name, []), "--format", "{form}", "--graph", "{out}"] for name in ABOUT_TIME),
]


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("arguments", RESULTS, ids=lambda arguments: " ".join(arguments[:2]))
def test_standard_output_holds_the_result_and_nothing_else(
    arguments: list[str],
    form: str,
    seed_out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = [one.format(form=form, out=seed_out) if one.startswith("{") else one for one in arguments]
    code, printed, _ = outcome(words, monkeypatch, capsys)
    assert code == 0
    if form == "json":
        assert json.loads(printed)
    else:
        widths = {len(row) for row in csv.reader(io.StringIO(printed))}
        assert len(widths) == 1


def test_messages_go_to_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case with a rejected record: what is wrong on standard error, nothing built, exit code 1."""
    case = tmp_path / "case"
    assert outcome(["new", str(case)], monkeypatch, capsys)[0] == 0
    roster = case / "roster" / "roster.yaml"
    roster.write_text(roster.read_text().replace("state: Vesperia\n", "state: Vesperria\n", 1))
    code, printed, said = outcome(["build", str(case), "--out", str(tmp_path / "out")], monkeypatch, capsys)
    assert (code, printed) == (1, "")
    assert re.search(r"roster/roster\.yaml:\d+: rejected", said)
    assert "did you mean 'Vesperia'?" in said
    found = outcome(["locate", "--case", str(case), "spoke by telephone"], monkeypatch, capsys)
    assert yaml.safe_load(found[1])["length"] == 524
    assert (found[0], found[2]) == (0, "")


def test_a_reader_that_stops_early_is_no_error(seed_out: Path) -> None:
    """`backchannel query ... | head -1`."""
    command = [
        sys.executable,
        "-m",
        "backchannel",
        "query",
        "SELECT ?s ?p ?o { ?s ?p ?o }",
        "--format",
        "csv",
    ]
    with subprocess.Popen(
        [*command, "--graph", str(seed_out)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "s,p,o\n"
        process.stdout.close()
        said = process.stderr.read()
    assert "Traceback" not in said
    assert "Error" not in said


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert version("backchannel") in run("--version").stdout
