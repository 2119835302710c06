"""The same case gives the same bytes: the quads, the page, the report, whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("build", "graph", "report", "ontology")


def run(out: Path, seed: str) -> dict[str, bytes]:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
    for command in COMMANDS:
        folder = ["--out", str(out)] if command == "build" else ["--graph", str(out)]
        subprocess.run(
            [sys.executable, "-m", "backchannel", command, *folder],
            check=True,
            capture_output=True,
            env=environment,
        )
    current = out / "current"
    files = [
        path for path in sorted(out.rglob("*")) if path.is_file() and not path.is_relative_to(out / "builds")
    ]
    files += [path for path in sorted(current.iterdir()) if path.is_file()]
    named = {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in named.items() if "store/" not in name}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("twice")
    return run(folder / "a", "1"), run(folder / "b", "4242")


def test_two_processes_write_the_same_files(outputs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """Builds, pages and reports of two processes with different hash seeds and time zones are equal."""
    first, second = outputs
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) > 10


@pytest.mark.parametrize("name", ["current/quads.nq", "graph.html", "report/report.html", "ontology.html"])
def test_each_promised_file_is_there(name: str, outputs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """The comparison above covered the files that are promised to be equal."""
    assert outputs[0][name]


def test_nothing_of_this_machine_is_written(outputs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """No path of the machine that built it stands in a build, a page or a report."""
    here = str(Path(__file__).parent.parent).encode()
    assert [n for n, data in outputs[0].items() if here in data and n != "case.json"] == []
