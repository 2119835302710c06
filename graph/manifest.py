"""The manifest of a build: what it holds, by hash and by count. No clock, no host, no path."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backchannel.graph.errors import DamagedBuildError

__all__ = ["FORMAT", "build_hash", "file_hash", "read", "write"]

# Raised whenever a build of an older version could be misread.
FORMAT = 2

NAME = "manifest.json"


def file_hash(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def build_hash(manifest: Mapping[str, Any]) -> str:
    """The name of a build: 16 hexadecimal digits of the SHA-256 of its manifest.

    >>> len(build_hash({"title": "a case"}))
    16
    """
    return hashlib.sha256(_bytes(manifest)).hexdigest()[:16]


def write(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest into a build's folder."""
    (folder / NAME).write_bytes(_bytes(manifest))


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a build.

    Raises DamagedBuildError where it is missing, unreadable, or of another format.
    """
    try:
        manifest = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DamagedBuildError(f"{folder / NAME} can't be read ({error}); build the case again") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise DamagedBuildError(
            f"{folder / NAME}: expected a build of format {FORMAT}; build the case again with this version"
        )
    return manifest


def _bytes(manifest: Mapping[str, Any]) -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
