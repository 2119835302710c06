"""SPARQL cut into tokens: enough of its grammar to tell keywords from what merely looks like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "place", "tokens"]

# Comments end at either line break, strings of one quote at neither: as in the grammar of SPARQL 1.1.
# The names of variables and blank nodes are kept short of what the grammar allows (no dots), so that
# whatever is skipped here is skipped by any reader.
TOKEN = re.compile(
    r'''
      (?P<comment>\#[^\n\r]*)
    | (?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*+"""
               | \'\'\'(?:'{0,2}(?:[^'\\]|\\.))*+\'\'\'
               | "(?:[^"\\\n\r]|\\[^\n\r])*+"
               | '(?:[^'\\\n\r]|\\[^\n\r])*+')
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>)
    | (?P<variable>[?$]\w+)
    | (?P<blank>_:\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*+)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*\w)?)?:(?:[\w:%-]|\\[_~.!$&'()*+,;=/?\#@%-]|\.(?=[\w:%\\.-]))*+)
    | (?P<number>\d+)
    | (?P<word>[^\W\d]\w*)
    | (?P<open>[{(\[])
    | (?P<close>[})\]])
    | (?P<operator>&&|\|\||[!+*/|^<>=&-])
    | (?P<space>\s+)
    | (?P<other>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A stretch of the query: its kind (a group of TOKEN), its text, where it begins."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """Everything but space and comments, in order; what fits nowhere has the kind 'other'.

    >>> [(token.kind, token.text) for token in tokens("ASK { ?s a bc:Claim }  # all")]
    [('word', 'ASK'), ('open', '{'), ('variable', '?s'), ('word', 'a'), ('name', 'bc:Claim'), ('close', '}')]
    """
    for match in TOKEN.finditer(query):
        if match.lastgroup not in ("space", "comment"):
            yield Token(str(match.lastgroup), match[0], match.start())


def place(query: str, start: int) -> str:
    """Line and column, from 1, of the character at ``start``.

    >>> place("ASK {\\n  }", 8)
    'line 2, column 3'
    """
    line = query.count("\n", 0, start) + 1
    return f"line {line}, column {start - query.rfind(chr(10), 0, start)}"
