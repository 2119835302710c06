"""A disk that is full: one clear sentence, and the last good build stays."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from cases import good_case

from backchannel.graph.build import build
from backchannel.graph.builds import current
from backchannel.graph.case import seed_folder

# No file may grow beyond so many bytes: the quads don't fit, or the store's files don't.
SIZES = [2_000, 50_000, 500_000, 900_000, 1_300_000]


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", SIZES)
def test_a_full_disk_leaves_the_last_good_build(size: int, tmp_path: Path) -> None:
    """Wherever the room ends, the command says so in one sentence and what answered before still answers."""
    case, out = tmp_path / "case", tmp_path / "out"
    good_case(case)
    good = build(case, out).hash
    done = subprocess.run(
        [sys.executable, "-m", "backchannel", "build", str(seed_folder()), "--out", str(out)],
        capture_output=True,
        text=True,
        preexec_fn=lambda: limit(size),
    )
    assert done.returncode == 1
    assert "the last good build there is untouched" in done.stderr
    assert "Traceback" not in done.stderr
    assert current(out).hash == good
    assert current(out).verify() == []
    assert [path.name for path in (out / "builds").iterdir()] == [good]


def test_all_sizes_ran() -> None:
    """The table above has not shrunk."""
    assert len(SIZES) == 5
