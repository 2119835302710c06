"""The files of a case, found and read; none outside its folder, whatever a link says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from backchannel.graph.errors import CaseError
from backchannel.graph.nearest import nearest
from backchannel.graph.records.ledger import Ledger
from backchannel.graph.records.text import MAX_BYTES, Fault, decode

__all__ = ["CASE_FILE", "Source", "root_of", "sources", "text_of"]

CASE_FILE = "case.yaml"
TABLES = ("states", "organisations", "offices", "persons", "tenures", "parties")
ROOMS = {"roster": (".yaml", ".csv"), "channels": (".yaml",), "dossiers": (".yaml", ".csv")}
_KNOWN = (*ROOMS, "documents")


@dataclass(frozen=True, order=True, slots=True)
class Source:
    """A file to read: its name within the case (with slashes), its room, its path."""

    name: str
    room: str
    path: Path

    @property
    def is_table(self) -> bool:
        return self.path.suffix == ".csv"

    @property
    def stem(self) -> str:
        return printable(self.path.stem)


def root_of(folder: Path) -> Path:
    """The case's folder with every link in its path followed.

    Raises :class:`CaseError` where there is no such folder, no case.yaml, or one that lies elsewhere.
    """
    try:
        root = folder.resolve()
        if not root.is_dir():
            raise CaseError(f"{folder}: no such folder; expected a case, a folder with a {CASE_FILE}")
        start = root / CASE_FILE
        next(root.iterdir(), None)  # a folder that may not be listed can't be read
        if not start.exists():
            raise CaseError(f"{folder}: no {CASE_FILE} there; `backchannel new` writes a starting case")
        if not start.resolve().is_relative_to(root):
            raise CaseError(f"{folder}: {CASE_FILE} leads out of the case's folder")
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a NUL in the path
        raise CaseError(f"{folder}: can't be read: {error}") from None
    return root


def sources(root: Path, ledger: Ledger) -> list[Source]:
    """Every file to read but case.yaml, by name; what looks like one and isn't is warned of."""
    found = [source for room in ROOMS for source in _in_room(root, room, ledger)]
    if _is_there(root / "channels.yaml"):
        found.append(Source("channels.yaml", "channels", root / "channels.yaml"))
    _warn_of_strays(root, ledger)
    return sorted(found)


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _in_room(root: Path, room: str, ledger: Ledger) -> Iterator[Source]:
    folder = root / room
    if not _is_there(folder):
        return
    wrong = _why_no_folder(root, folder)
    if wrong:
        ledger.open("file", room, 1).reject(1, wrong, f"a folder {room}/ within the case")
        return
    for path in sorted(folder.iterdir()):
        name = f"{room}/{printable(path.name)}"
        if path.name.startswith("."):
            continue
        if path.suffix in ROOMS[room]:
            yield Source(name, room, path)
        elif path.suffix not in (".py", "") or path.is_dir():
            ledger.warn(
                name, "this is not read", f"files that end in {' or '.join(ROOMS[room])}", _rename(path)
            )


def _why_no_folder(root: Path, folder: Path) -> str:
    try:
        if not folder.resolve().is_relative_to(root):
            return "it leads out of the case's folder"
        next(folder.iterdir(), None)
    except (OSError, RuntimeError) as error:
        return f"it can't be read as a folder: {getattr(error, 'strerror', None) or error}"
    return ""


def _rename(path: Path) -> str:
    return "rename it to .yaml" if path.suffix in (".yml", ".YAML", ".YML") else ""


def _warn_of_strays(root: Path, ledger: Ledger) -> None:
    for path in sorted(root.iterdir()):
        name = printable(path.name)
        if name.startswith(".") or name in (CASE_FILE, "channels.yaml", *_KNOWN):
            continue
        if path.suffix in (".yaml", ".yml", ".csv"):
            ledger.warn(
                name, "this is not read", "it in roster/, channels/ or dossiers/", nearest(name, [CASE_FILE])
            )
        elif path.is_dir() and nearest(name, _KNOWN):
            ledger.warn(name, "this folder is not read", "", nearest(name, _KNOWN))


def text_of(root: Path, path: Path) -> str:
    """The text of a file within the case. Raises :class:`Fault` where it can't be read."""
    try:
        if not path.resolve(strict=True).is_relative_to(root):
            raise Fault(1, "the link leads out of the case's folder", "a file within the case")
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise Fault(1, "this is no regular file", "a text file")
        if status.st_size > MAX_BYTES:
            raise Fault(1, f"the file has {status.st_size:,} bytes", f"at most {MAX_BYTES:,}", "split it")
        return decode(path.read_bytes())
    except (OSError, RuntimeError) as error:
        raise Fault(1, f"can't be read: {getattr(error, 'strerror', None) or error}") from None


def printable(name: str) -> str:
    """A file's name as it can be printed, whatever bytes it has.

    >>> printable("a\\nb\\udcff.yaml")
    'a\\ufffdb\\ufffd.yaml'
    """
    return "".join(char if char.isprintable() else "\ufffd" for char in name)
