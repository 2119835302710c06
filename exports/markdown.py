"""Text and tables as Markdown (CommonMark with tables) in which nothing that a file says is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["Raw", "escaped", "table_markdown"]

# Whatever may begin a construct in CommonMark or in GitHub's dialect of it (mathematics, mentions).
ACTIVE = re.compile(r"([\\`*_\[\]<>|~&#!$@{}])")
LINK = re.compile(r"(?i)(:)(?=//)|(?<=\bwww)(\.)|(?<=\bmailto)(:)")
LEADING = re.compile(r"^([-+=]|\d{1,9}(?=[.)](?:\s|$)))")


class Raw(str):
    """A text that is Markdown already."""

    __slots__ = ()


def table_markdown(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows as a table; numbers and texts alike on one line each.

    >>> print(table_markdown(["who", "n"], [["a|b", 2]]), end="")
    | who | n |
    | --- | --- |
    | a\\|b | 2 |
    """
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(_line(row, head=number == 1) for number, row in enumerate(lines))


def _line(row: Sequence[object], head: bool) -> str:
    cells = ("" if cell is None else str(cell) if head else escaped(str(cell)) for cell in row)
    return f"| {' | '.join(cells)} |\n"


def printable(text: str) -> str:
    """The text without control characters: a label must not move a reader's cursor.

    >>> printable("Lloyd\\x1b[2J Austin")
    'Lloyd\ufffd[2J Austin'
    """
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)


def escaped(text: str) -> Raw:
    """A text on one line in which nothing is Markdown or HTML any more (CommonMark 0.31, 2.4).

    >>> escaped("[a](javascript:b) <script> | *c* http://d")
    '\\\\[a\\\\](javascript:b) \\\\<script\\\\> \\\\| \\\\*c\\\\* http\\\\://d'
    >>> escaped("- no list"), escaped("1. nor this")
    ('\\\\- no list', '1\\\\. nor this')
    """
    line = " ".join(printable(text).split())
    line = ACTIVE.sub(r"\\\1", line)
    line = LINK.sub(lambda match: f"\\{match.group()}", line)
    return Raw(LEADING.sub(leading, line))


def leading(match: re.Match[str]) -> str:
    mark = match.group()
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
