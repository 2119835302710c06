"""Builds are published whole, one at a time, and leave nothing behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backchannel.graph import generations, manifest
from backchannel.graph.builds import Build, current
from backchannel.graph.errors import BuildError, BusyError, DamagedBuildError, NoBuildError


def publish(out: Path, title: str) -> Path:
    with generations.exclusive(out), generations.fresh(out) as folder:
        (folder / "quads.nq").write_text(title, encoding="utf-8")
        manifest.write(folder, {"format": manifest.FORMAT, "title": title, "files": {}})
        return generations.publish(out, folder, manifest.build_hash(manifest.read(folder)))


def test_the_current_build_is_the_last_published(tmp_path: Path) -> None:
    """Publishing switches; the one before stays for those who still read it, older ones go."""
    paths = [publish(tmp_path, f"case {number}") for number in range(4)]
    assert current(tmp_path).path == paths[-1].resolve()
    assert sorted(path for path in paths if path.exists()) == sorted(paths[-generations.KEEP :])
    assert not list((tmp_path / "builds").glob(".new-*"))


def test_the_same_build_again_takes_its_own_place(tmp_path: Path) -> None:
    """Building the same case twice gives one build, and it answers."""
    assert publish(tmp_path, "a case") == publish(tmp_path, "a case")
    assert [path.name for path in (tmp_path / "builds").iterdir()] == [current(tmp_path).hash]


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """The next build sweeps up after one that was killed."""
    left = tmp_path / "builds" / ".new-abc"
    left.mkdir(parents=True)
    (left / "quads.nq").write_text("half", encoding="utf-8")
    publish(tmp_path, "a case")
    assert not left.exists()


def test_a_failed_build_leaves_the_last_one(tmp_path: Path) -> None:
    """An error in the middle of a build changes nothing that answers."""
    first = publish(tmp_path, "good")
    with pytest.raises(RuntimeError, match="in the middle"), generations.fresh(tmp_path):
        raise RuntimeError("in the middle")
    assert current(tmp_path).path == first.resolve()
    assert not list((tmp_path / "builds").glob(".new-*"))


def test_a_second_builder_is_told(tmp_path: Path) -> None:
    """Two processes can't build into one folder at once; the lock goes with its holder."""
    code = (
        "import sys; from pathlib import Path; from backchannel.graph import generations\n"
        f"with generations.exclusive(Path({str(tmp_path)!r})):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match="another build into"), generations.exclusive(tmp_path):
            pass
        holder.kill()
    with generations.exclusive(tmp_path):
        pass


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file where the folder should be gives one clear sentence."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(BuildError, match="choose another folder with --out"),
        generations.exclusive(tmp_path / "file"),
    ):
        pass


def test_no_build(tmp_path: Path) -> None:
    """Asking where nothing was built names the command that builds."""
    with pytest.raises(NoBuildError, match="run `backchannel build --out"):
        current(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", '{"format": 99}', "{", '{"format": 1'])
def test_a_broken_manifest(tmp_path: Path, text: str) -> None:
    """A manifest that can't be read says what to do."""
    path = publish(tmp_path, "a case")
    (path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedBuildError, match="build the case again"):
        current(tmp_path)


def test_changed_bytes_are_found(seed_build: Build, tmp_path: Path) -> None:
    """Verification sees a flipped byte in a file, a missing file, and a manifest that was edited."""
    copy = tmp_path / seed_build.hash
    shutil.copytree(seed_build.path, copy)
    assert Build(copy, tmp_path).verify() == []
    data = bytearray((copy / "quads.nq").read_bytes())
    data[100] ^= 1
    (copy / "quads.nq").write_bytes(bytes(data))
    assert "changed since it was built" in Build(copy, tmp_path).verify()[0]
    (copy / "findings.json").unlink()
    assert any("missing" in one for one in Build(copy, tmp_path).verify())
    text = (copy / "manifest.json").read_text(encoding="utf-8")
    (copy / "manifest.json").write_text(text.replace('"title": "', '"title": "Not '), encoding="utf-8")
    assert any("doesn't give the name" in one for one in Build(copy, tmp_path).verify())


def test_the_case_is_remembered_outside_the_build(tmp_path: Path) -> None:
    """Where the case lies is noted beside the builds, for this machine alone."""
    case = tmp_path / "case"
    case.mkdir()
    generations.remember_case(tmp_path, case)
    assert generations.remembered_case(tmp_path) == case.resolve()
    (tmp_path / "case.json").write_text("nonsense", encoding="utf-8")
    assert generations.remembered_case(tmp_path) is None
