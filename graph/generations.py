"""Builds as generations that never change: made aside, moved in by one rename, pointed to by a link.

DIR/builds/<hash>/   quads.nq, store/, manifest.json, findings.json, problems.json
DIR/builds/.new-*    a build in the making, or what a killed one left behind
DIR/current          a link to the build that answers
DIR/case.json        where the case lies on this machine (no part of any build)
DIR/.lock            held while a build is made
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from backchannel.graph.errors import BuildError, BusyError

__all__ = ["KEEP", "exclusive", "fresh", "publish", "remember_case", "remembered_case"]

# Readers may still have the generation before open; older ones go.
KEEP = 2


@contextmanager
def exclusive(out: Path) -> Iterator[None]:
    """Hold the folder's lock; a second builder is told so at once. The system frees it on any death.

    Raises BusyError while another process builds here, BuildError where the folder can't be made.
    """
    try:
        (out / "builds").mkdir(parents=True, exist_ok=True)
        lock = (out / ".lock").open("w")
    except OSError as error:
        raise BuildError(
            f"can't write to {out}: {error.strerror}; choose another folder with --out"
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(
                f"another build into {out} is under way; wait for it or use another --out"
            ) from error
        yield


@contextmanager
def fresh(out: Path) -> Iterator[Path]:
    """A new folder to build in, gone again unless it was published. What killed builds left is removed."""
    for left in (out / "builds").glob(".new-*"):
        shutil.rmtree(left, ignore_errors=True)
    for link in out.glob(".current-*"):
        link.unlink(missing_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".new-", dir=out / "builds"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(out: Path, folder: Path, name: str, is_whole: Callable[[Path], bool] = lambda path: True) -> Path:
    """Move a finished build to its place and point ``current`` to it, by one rename each.

    Where the same build is there already and is whole (by default it is taken to be), it stays: were
    it moved away first, a kill between the two renames would leave nothing that answers. A damaged
    one is replaced.
    """
    final = out / "builds" / name
    _sync_tree(folder)
    if not (final.exists() and is_whole(final)):
        if final.exists():
            final.rename(final.with_name(f".new-replaced-{name}"))
        folder.rename(final)
        _sync(final.parent)
    _point(out, name)
    for left in (out / "builds").glob(".new-replaced-*"):
        shutil.rmtree(left, ignore_errors=True)
    _prune(out, name)
    return final


def _point(out: Path, name: str) -> None:
    link = out / f".current-{name}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("builds") / name)
    link.replace(out / "current")
    _sync(out)


def _prune(out: Path, name: str) -> None:
    others = [
        path for path in (out / "builds").iterdir() if path.name != name and not path.name.startswith(".")
    ]
    others.sort(key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for old in others[KEEP - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def remember_case(out: Path, case: Path) -> None:
    """Note where the case lies, so that its documents are found without being named again."""
    text = json.dumps({"case": str(case.resolve())}, ensure_ascii=False) + "\n"
    aside = out / ".case.json"
    aside.write_text(text, encoding="utf-8")
    aside.replace(out / "case.json")


def remembered_case(out: Path) -> Path | None:
    """Where the case of this folder lies, if it was noted and is still there."""
    try:
        case = Path(json.loads((out / "case.json").read_text(encoding="utf-8"))["case"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return case if case.is_dir() else None
