"""`backchannel new`: a starting case that builds as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backchannel.cli import group
from backchannel.commands.schema import as_json
from backchannel.graph.build import build
from backchannel.graph.case import read
from backchannel.graph.case_schema import KINDS
from backchannel.graph.texts import Texts


def run(folder: Path) -> Result:
    return CliRunner().invoke(group, ["new", str(folder)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "my case"
    assert run(folder).exit_code == 0
    return folder


def test_a_fresh_case_builds_without_a_problem(case: Path, tmp_path: Path) -> None:
    built = build(case, tmp_path / "out")
    assert [str(one) for one in (*built.problems, *built.findings, *built.violations)] == []
    assert (built.read, built.rejected, built.path is not None) == (built.built, 0, True)


def test_it_shows_each_part_of_a_case(case: Path) -> None:
    """Two states, three offices and persons, a channel, a document with three kinds of claims."""
    knowledge = read(case).knowledge
    kinds = {kind: len(knowledge.of_kind(kind)) for kind in ("state", "office", "person")}
    assert kinds == {"state": 2, "office": 3, "person": 3}
    assert len(knowledge.channels) == 1
    assert sorted(claim.kind for claim in knowledge.claims.values()) == ["channel", "contact", "silence"]


def test_its_text_is_the_one_that_was_coded(case: Path) -> None:
    """Hash, length and places fit: `locate` and `coverage` can be tried at once."""
    knowledge, texts = read(case).knowledge, Texts(case / "documents")
    document = knowledge.documents["document/harbour-courier-2024-05-04"]
    text = texts.find(document.sha256 or "")
    assert text is not None
    assert len(text) == document.length
    claim = knowledge.claims["claim/reed-falk-brandt-call"]
    quoted = texts.quote(document, claim.citations[0].spans[0])
    assert quoted is not None
    assert quoted.startswith("The defence ministers")
    assert quoted.endswith("called.")


def test_every_file_names_a_schema_that_is_there(case: Path) -> None:
    paths = sorted(case.rglob("*.yaml"))
    assert len(paths) == 4
    for path in paths:
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", path.read_text().splitlines()[0])
        assert named is not None
        assert (path.parent / named[1]).resolve().parent == (case / ".schema").resolve()
        assert (path.parent / named[1]).is_file()
    assert {path.stem: path.read_text() for path in (case / ".schema").iterdir()} == {
        kind: as_json(kind) for kind in KINDS
    }


def test_every_file_is_commented(case: Path) -> None:
    assert all(path.read_text().count("# ") >= 3 for path in case.rglob("*.yaml"))


def test_the_next_three_commands_can_be_pasted(case: Path) -> None:
    lines = run(case.with_name("other's case")).stdout.splitlines()
    assert len(lines) == 3
    assert [line.split()[:2] for line in lines] == [
        ["backchannel", one] for one in ("build", "graph", "coverage")
    ]
    assert "'\"'\"'s case'" in lines[0]


def test_an_empty_folder_is_taken_and_a_full_one_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(empty).exit_code == 0
    again = run(empty)
    assert "is not empty" in str(again.exception)
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "mine.txt").write_text("mine")
    assert run(kept).exception is not None
    assert [path.name for path in kept.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run(tmp_path / "file").exit_code == 2


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "can't write the case" in str(run(tmp_path / "file" / "case").exception)


def test_two_cases_are_the_same_bytes(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    run(other)
    files = [path.relative_to(case) for path in sorted(case.rglob("*")) if path.is_file()]
    assert len(files) == 9
    assert all((case / path).read_bytes() == (other / path).read_bytes() for path in files)
