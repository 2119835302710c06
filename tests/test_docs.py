"""The documents are true: their examples run, their links lead somewhere, every command is described."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from sybil.document import Document
from sybil.example import Example
from sybil.parsers.markdown import CodeBlockParser

from backchannel.cli import COMMANDS, group
from backchannel.ontology.library import Question, library

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MATCH = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
RAN = {"console": 0, "yaml": 0, "python": 0}
BEGUN: set[str] = set()  # the commands that ran in a process of their own


def run_console(example: Example) -> None:
    """Run each line that begins with `$ ` and compare what it prints with the lines below it."""
    for block in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = block.partition("\n")
        name = command.split()[1]
        code, printed, said = in_this_process(command) if name in BEGUN else typed(command)
        BEGUN.add(name)
        assert code == 0, f"{command}\n{printed}{said}"
        assert doctest.OutputChecker().check_output(expected, printed, MATCH), f"{command}\n{printed}"
        RAN["console"] += 1


def typed(command: str) -> tuple[int, str, str]:
    """What a shell makes of it: exit code, standard output, standard error."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment)
    return done.returncode, done.stdout, done.stderr


def in_this_process(command: str) -> tuple[int, str, str]:
    """The same without the wait for a new process, which is the same for each line of a command."""
    program, *words = shlex.split(command)
    assert program == "backchannel"
    done = CliRunner().invoke(group, words)
    return done.exit_code, done.stdout, done.stderr or str(done.exception or "")


def write_file(example: Example) -> None:
    """Write the block to the file that its first line names."""
    text = str(example.parsed)
    Path(text.splitlines()[0].removeprefix("# ")).write_text(text, encoding="utf-8")
    RAN["yaml"] += 1


def run_python(example: Example) -> None:
    """Run the block as a doctest."""
    test = doctest.DocTestParser().get_doctest(str(example.parsed), {}, README.name, None, example.line)
    result = doctest.DocTestRunner(optionflags=MATCH).run(test)
    assert result.failed == 0
    RAN["python"] += result.attempted


def test_the_readme_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who types what the README says, from the first line to the last, gets what it promises."""
    monkeypatch.chdir(tmp_path)
    parsers = [
        CodeBlockParser("console", run_console),
        CodeBlockParser("yaml", write_file),
        CodeBlockParser("python", run_python),
    ]
    for example in Document.parse(str(README), *parsers):
        example.evaluate()
    assert RAN["console"] >= 30 and len(BEGUN) >= 20
    assert RAN["yaml"] == 1
    assert RAN["python"] >= 7
    for made in (
        "out/graph.html",
        "my-out/graph.html",
        "my-out/report/report.html",
        "my-out/report/report.md",
    ):
        assert (tmp_path / made).stat().st_size > 1000


DOCUMENTS = [path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link of a document names a file that is there."""
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
    relative = [link for link in links if "://" not in link]
    assert [link for link in relative if not (path.parent / link).exists()] == []


def test_the_documents_were_found() -> None:
    """The checks above had something to check."""
    assert len(DOCUMENTS) >= 7


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    """No command is left for the user to find by chance."""
    assert f"`{command}`" in README.read_text(encoding="utf-8")


def test_every_picture_is_in_the_readme() -> None:
    """What `make screenshots` makes is shown: light, dark and on a phone."""
    shown = set(re.findall(r"!\[[^]]+\]\(docs/images/([^)]+)\)", README.read_text(encoding="utf-8")))
    assert shown == {path.name for path in (ROOT / "docs" / "images").iterdir()}
    assert len(shown) == 3


def packages() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named: list[str] = settings["tool"]["setuptools"]["packages"]
    return named


def modules() -> list[str]:
    found = [
        f"{package}.{module.name}"
        for package in packages()
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__)
        if not module.ispkg and module.name != "__main__"
    ]
    return sorted({*found, *packages()})


@pytest.mark.parametrize("name", modules())
def test_docstring_examples(name: str) -> None:
    """The examples in the docstrings give what they say."""
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


def test_docstring_examples_exist() -> None:
    """There are modules, and most public ones show an example."""
    with_examples = [name for name in modules() if ">>>" in _source(name)]
    assert len(modules()) > 60
    assert len(with_examples) > 40


def _source(name: str) -> str:
    return Path(str(importlib.import_module(name).__file__)).read_text(encoding="utf-8")


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_every_question_is_listed(question: Question) -> None:
    """The table of the questions is the library's, with the parameters it has."""
    text = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    given = ", ".join(f"`--{param.name.replace('_', '-')}`" for param in question.params) or "-"
    assert f"| {question.number} | `{question.name}` | {question.question} | {given} |" in text
