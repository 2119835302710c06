"""Of which build a page or report was made: its own word for it, read from its head."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["made_from", "outdated"]

# The mark stands within the first lines of what we write; pages are large.
HEAD = 4_096
MARK = re.compile(rb'<meta name="backchannel-build" content="([0-9a-f]{16})">')
WRITTEN = {"graph.html": "graph", "report/report.html": "report"}


def made_from(path: Path) -> str | None:
    """The hash of the build that a page or report was made from; None where it doesn't say.

    Raises OSError where the file can't be read.
    """
    with path.open("rb") as file:
        found = MARK.search(file.read(HEAD))
    return found[1].decode() if found else None


def outdated(out: Path, build_hash: str) -> dict[Path, str]:
    """The page and report in a build's folder that were made from another build, each with the
    command that makes it anew."""
    files = {out / name: command for name, command in WRITTEN.items()}
    return {
        path: command for path, command in files.items() if path.is_file() and made_from(path) != build_hash
    }
