"""The source texts at hand, found by the hash of their bytes: quotations without keeping any.

A case need not hold a single text. Where one lies in a folder, whatever its name, its SHA-256 ties
it to the document that was coded, and the spans of claims become quotations again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from backchannel.graph.model import Document, Span

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Text", "Texts", "digest", "read_text"]

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 8
KEPT = 8  # texts kept in memory: quotations come document by document


def digest(data: bytes) -> str:
    """The SHA-256 of a document's bytes as given, in lower-case hexadecimal (FIPS 180-4).

    >>> digest(b"abc")[:16]
    'ba7816bf8f01cfea'
    """
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text at hand: ``text`` in code points, every line end as given."""

    path: Path
    sha256: str
    text: str


def read_text(path: Path) -> Text | None:
    """The text of a file, or None where it is no UTF-8 text of at most 64 MiB.

    Nothing is translated: a carriage return counts as a code point, and so does a byte order mark.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        data = path.read_bytes()
        return Text(path, digest(data), data.decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


class Texts:
    """The texts in a folder and the folders in it, by the SHA-256 of their bytes.

    ``folder`` is searched eight levels deep, when first asked; files over 64 MiB, files that are no
    UTF-8 and links that lead out of the folder are passed over. A folder that isn't there holds no
    texts: having none is a case's normal state, and no error.

    >>> import tempfile
    >>> from pathlib import Path
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_bytes("Grüße\\r\\naus Freedonia".encode())
    >>> texts = Texts(folder)
    >>> texts.find(digest("Grüße\\r\\naus Freedonia".encode()))
    'Grüße\\r\\naus Freedonia'
    >>> texts.find("0" * 64) is None
    True
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paths: dict[str, Path] | None = None
        self._open = lru_cache(maxsize=KEPT)(self._read)

    def find(self, sha256: str) -> str | None:
        """The text with this hash, or None where it isn't at hand."""
        found = self.open(sha256)
        return None if found is None else found.text

    def open(self, sha256: str) -> Text | None:
        """As :meth:`find`, with the path."""
        return self._open(sha256.lower())

    def quote(self, document: Document, span: Span) -> str | None:
        """What stands in a span of a document, or None where its text isn't at hand or is shorter."""
        text = None if document.sha256 is None else self.find(document.sha256)
        if text is None or not 0 <= span.start <= span.end <= len(text):
            return None
        return text[span.start : span.end]

    def all(self) -> Iterator[Text]:
        """Every text, in the order of the paths; of several equal ones the first."""
        for path in sorted(self._index().values()):
            found = read_text(path)
            if found is not None:
                yield found

    def _read(self, sha256: str) -> Text | None:
        path = self._index().get(sha256)
        found = None if path is None else read_text(path)
        return found if found is not None and found.sha256 == sha256 else None  # changed since

    def _index(self) -> dict[str, Path]:
        if self._paths is None:
            self._paths = {}
            for path in files_within(self.folder):
                found = read_text(path)
                if found is not None:
                    self._paths.setdefault(found.sha256, path)
        return self._paths


def files_within(folder: Path) -> list[Path]:
    """The regular files below a folder, sorted; those reached by links only if they lie in it too."""
    root = folder.resolve()
    found = []
    for at, folders, names in os.walk(root):
        here = Path(at)
        folders.sort()
        if len(here.relative_to(root).parts) >= MAX_DEPTH:
            folders.clear()
        found += [here / name for name in names]
    return sorted(path for path in found if path.is_file() and path.resolve().is_relative_to(root))
