"""Files that are replaced as a whole: a reader sees the old one or the new one, never a part of one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

__all__ = ["replace_file"]

TOGETHER = 1 << 18  # characters that are encoded and written at once


def replace_file(path: Path, content: str | bytes | Iterable[str]) -> Path:
    """Write bytes, or a text, whole or piece by piece (as UTF-8), and put the file in its place; the path.

    Half a surrogate pair, which UTF-8 has no bytes for, is written as a question mark. The folder is made
    where there is none. Raises OSError where that can't be done; the old file then stays as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     replace_file(Path(folder) / "new" / "a.txt", ["a", "\u00e4"]).read_bytes()
    b'a\\xc3\\xa4'
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as out:
            for block in _blocks(content):
                out.write(block)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return path


def _blocks(content: str | bytes | Iterable[str]) -> Iterable[bytes]:
    """Pieces put together: a write for each of millions would take most of the time."""
    if isinstance(content, str | bytes):
        yield content.encode("utf-8", "replace") if isinstance(content, str) else content
        return
    held: list[str] = []
    length = 0
    for piece in content:
        held.append(piece)
        length += len(piece)
        if length >= TOGETHER:
            yield "".join(held).encode("utf-8", "replace")
            held, length = [], 0
    yield "".join(held).encode("utf-8", "replace")
