"""A build that is killed leaves the last good one answering; the same case gives the same bytes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # benchmarks/ is no part of the package

from backchannel.graph.builds import current  # noqa: E402
from backchannel.opened import open_graph  # noqa: E402
from benchmarks.generate import generate  # noqa: E402

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
CLAIMS, MOMENTS = (10_000, 20) if LARGE else (500, 5)
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?claim a bc:Claim ; bc:paraphrase ?says }"
ADDED = """
document: {id: added, title: A later report}
claims:
  - {from: State of nowhere, to: State of elsewhere, outcome: held, says: They met after all.}
"""
STATES = "states: [{name: State of nowhere}, {name: State of elsewhere}]\n"


def backchannel(*arguments: str, hashes: str = "0") -> subprocess.Popen[str]:
    """The command in a process group of its own, so that a kill takes all of it."""
    return subprocess.Popen(
        [sys.executable, "-m", "backchannel", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONHASHSEED": hashes},
    )


def build(case: Path, out: Path, hashes: str = "0") -> float:
    """Build to the end; returns how many seconds it took."""
    begun = time.monotonic()
    process = backchannel("build", str(case), "--out", str(out), "--no-shapes", hashes=hashes)
    _, said = process.communicate()
    assert process.returncode == 0, said
    return time.monotonic() - begun


def killed(case: Path, out: Path, after: float) -> bool:
    """Start a build and kill it after so many seconds; whether it was still under way."""
    process = backchannel("build", str(case), "--out", str(out), "--no-shapes")
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return process.returncode == -signal.SIGKILL


def answer(out: Path) -> int:
    """How many claims a worker that opens the store now finds in it."""
    (row,) = open_graph(out).query(COUNT).rows
    return int(row[0])


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A case, and the same with one claim more."""
    folder = tmp_path_factory.mktemp("cases")
    generate(CLAIMS, folder / "before")
    shutil.copytree(folder / "before", folder / "after")
    (folder / "after" / "dossiers" / "added.yaml").write_text(ADDED)
    (folder / "after" / "roster" / "added.yaml").write_text(STATES)
    return folder / "before", folder / "after"


def test_a_build_killed_at_any_moment_leaves_the_last_good_one_answering(
    cases: tuple[Path, Path], tmp_path: Path
) -> None:
    """Moments spread over the whole of a build; then a build succeeds and nothing is left behind."""
    before, after = cases
    out = tmp_path / "out"
    seconds = build(before, out)
    good, strikes = answer(out), 0
    for moment in range(MOMENTS):
        strikes += killed(after, out, seconds * (moment + 0.5) / MOMENTS)
        now = answer(out)
        assert now in (good, good + 1), f"moment {moment} of {MOMENTS}: {now} claims"
        if now != good:  # it was published before the kill struck: begin again from the first
            build(before, out)
    assert strikes >= MOMENTS * 2 // 3, "the moments came too late"
    build(after, out)
    assert answer(out) == good + 1
    assert [path.name for path in (out / "builds").iterdir() if path.name.startswith(".")] == []
    assert len(list((out / "builds").iterdir())) == 2


# For each number it reads, a process of its own that builds, and kills itself before so many changes to the
# folder: a rename, a link, the removal of a file or of a tree. It says how that process ended.
KILLER = """
import os, signal, sys
from pathlib import Path
from backchannel.graph.build import build
case, out, left = Path(sys.argv[1]), Path(sys.argv[2]), 0
def count(event, args):
    global left
    if event in ("os.rename", "os.symlink", "os.remove", "shutil.rmtree") and str(out) in str(args[:2]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
for line in sys.stdin:
    child = os.fork()
    if not child:
        left = int(line)
        sys.addaudithook(count)
        build(case, out, shapes=False)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@contextmanager
def striking(case: Path, out: Path) -> Iterator[Callable[[int], bool]]:
    """To build, killed before so many changes to files; says whether there were as many."""
    command = [sys.executable, "-c", KILLER, str(case), str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killer:
        assert killer.stdin is not None and killer.stdout is not None
        asked, told = killer.stdin, killer.stdout

        def struck(change: int) -> bool:
            print(change, file=asked, flush=True)
            ended = int(told.readline())
            assert ended in (0, -signal.SIGKILL)
            return ended != 0

        yield struck


@pytest.mark.parametrize("changed", [True, False], ids=["another case", "the same case"])
def test_a_build_killed_between_any_two_changes_to_the_folder_leaves_an_answer(
    tmp_path: Path, changed: bool
) -> None:
    """Each rename, link and removal is a moment of its own, that a clock would hardly strike."""
    generate(12, tmp_path / "before")
    generate(12, tmp_path / "after", seed=2 if changed else 1)
    out = tmp_path / "out"
    build(tmp_path / "before", out)
    change = 1
    with striking(tmp_path / "after", out) as struck:
        while struck(change):
            assert len(current(out).knowledge().claims) == 12, f"before change {change}"
            if current(out).verify():
                pytest.fail(f"damaged before change {change}")
            change += 1
    assert change >= 5
    assert [path.name for path in (out / "builds").iterdir() if path.name.startswith(".")] == []


def test_a_damaged_build_is_mended_by_building_again(tmp_path: Path) -> None:
    generate(12, tmp_path / "case")
    out = tmp_path / "out"
    build(tmp_path / "case", out)
    with (current(out).path / "quads.nq").open("a") as file:
        file.write("\n")
    assert current(out).verify()
    build(tmp_path / "case", out)
    assert current(out).verify() == []


def test_two_builds_have_the_same_bytes(cases: tuple[Path, Path], tmp_path: Path) -> None:
    """Whatever the hash seed, and in whatever order the files come."""
    shuffled = tmp_path / "shuffled"
    shutil.copytree(cases[0], shuffled)
    rename(shuffled / "dossiers")
    rename(shuffled / "roster")
    build(cases[0], tmp_path / "one", hashes="1")
    build(shuffled, tmp_path / "two", hashes="2")
    files = ("quads.nq", "problems.json", "findings.json", "manifest.json")
    for name in files:
        assert (tmp_path / "one" / "current" / name).read_bytes() == (
            tmp_path / "two" / "current" / name
        ).read_bytes()
    assert (tmp_path / "one" / "current" / "quads.nq").stat().st_size > CLAIMS * 1000


def rename(folder: Path) -> None:
    """Give the files of a folder other names, in another order."""
    paths = sorted(folder.iterdir())
    for number, path in enumerate(random.Random(3).sample(paths, len(paths))):
        path.rename(folder / f"file-{number:05}{path.suffix}")
