"""What a stranger's SPARQL may not ask: updates, other servers, other graphs' files, and overflow.

The engine's parser works by trial and error and needs no space between words, so a keyword can hide
where a reader sees none. Three ways were found by trying, each of which sent a request: a prefixed
name that falls apart (``SERVICEex:y {``), a prefixed name whose IRI is not valid
(``p:SERVICE<...> {``), and a comparison that looks like an IRI (``1<2)SERVICE:y#>``, then a line
break and ``{``). Hence the window before each opening brace in :func:`_hidden_service`.

The limits on depth and on parts keep the parser and the optimiser, which are recursive, far from
the end of an 8 MiB stack: with pyoxigraph 0.5.13, 500 to 1,000 nested ``IF(`` or ``FILTER EXISTS {``
overflow it, 2,000 to 5,000 nested braces or ``OPTIONAL`` in a row, 5,000 to 10,000 of ``UNION``,
``!`` or ``1+1``. Each level that could be added takes an opening bracket or an operator: these are
counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backchannel.graph.errors import QueryRefused
from backchannel.graph.sparql_tokens import Token, place, tokens

__all__ = ["MAX_DEPTH", "MAX_LENGTH", "MAX_PARTS", "check"]

MAX_LENGTH = 100_000
MAX_DEPTH = 100
MAX_PARTS = 1_000

SERVICE = re.compile("SERVICE", re.IGNORECASE)
DATASET = re.compile("FROM", re.IGNORECASE)
UPDATE = re.compile("INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH|USING", re.IGNORECASE)
# An IRI in which a parenthesis closes before the keyword may be read as `1 < 2 ) SERVICE`.
COMPARISON = re.compile(r"\).*SERVICE", re.IGNORECASE)
# SPARQL lets an escape stand anywhere and be read before all else; the engine reads it in strings and
# IRIs only. An escaped quote, backslash, line break or angle bracket would divide the two readings.
DIVIDING = re.compile(r"\\(?:u|U0000)00(?:22|27|5C|0A|0D|3C|3E)", re.IGNORECASE)
READS = "SELECT, ASK, CONSTRUCT or DESCRIBE: a build is never written to; change the case and build it again"


def check(
    query: str, max_length: int = MAX_LENGTH, max_depth: int = MAX_DEPTH, max_parts: int = MAX_PARTS
) -> None:
    """Refuse a query that asks for more than to read this graph, or that could overflow the engine.

    Parameters: ``query``, SPARQL 1.1; ``max_length`` in characters; ``max_depth`` of braces,
    parentheses and brackets; ``max_parts``, how many of these and of operators there may be in all.
    Raises QueryRefused with what was found, where, and what is allowed. A query that passes may
    still be no SPARQL: that is the parser's to say.

    >>> check("SELECT ?s WHERE { ?s ?p 'SERVICE' }  # LOAD")
    >>> check("SELECT ?s WHERE { SeRvIcE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    backchannel.graph.errors.QueryRefused: line 1, column 19: SERVICE asks another server; expected a \
query of this graph alone; nothing here reaches the network
    """
    _check_text(query, max_length)
    found = list(_readable(query))
    for position, token in enumerate(found):
        _check_word(query, token)
        if token.text == "{":
            _check_window(query, found, position)
    _check_depth(query, found, max_depth)
    _check_parts(query, found, max_parts)


def _check_text(query: str, max_length: int) -> None:
    if len(query) > max_length:
        raise QueryRefused(f"the query has {len(query):,} characters; expected at most {max_length:,}")
    bad = re.search("[\x00\ud800-\udfff]", query)
    if bad:
        raise _refused(query, bad.start(), f"the character U+{ord(bad[0]):04X}", "valid Unicode without NUL")
    escape = DIVIDING.search(query)
    if escape:
        raise _refused(
            query, escape.start(), f"the escape {escape[0]}", 'the character itself, or \\" in a string'
        )


def _readable(query: str) -> Iterator[Token]:
    """Everything but space and comments; what belongs to no token is refused."""
    for token in tokens(query):
        if token.kind == "other":
            _check_other(query, token)
        yield token


def _check_other(query: str, token: Token) -> None:
    if token.text in "\"'":
        raise _refused(query, token.start, "a quotation mark without its end", "the string to be closed")
    if token.text == "\\":
        raise _refused(
            query,
            token.start,
            "a backslash outside strings, IRIs and names",
            "keywords spelt out: \\u escapes may stand in strings only",
        )


def _check_word(query: str, token: Token) -> None:
    if token.kind != "word":
        return
    if SERVICE.search(token.text):
        raise _refused_service(query, token)
    if DATASET.search(token.text):
        raise _refused(
            query,
            token.start,
            "FROM names a data set to load",
            "a query of this graph; what is derived stands in GRAPH <https://w3id.org/backchannel/graph/derived>",
        )
    if UPDATE.fullmatch(token.text):
        raise _refused(query, token.start, f"{token.text.upper()} changes a graph", READS)


def _check_window(query: str, tokens: list[Token], brace: int) -> None:
    """Refuse a brace that may be the block of a SERVICE hidden in one of the three tokens before it.

    Three, because between the keyword and the brace stand at most SILENT and the server's name.
    """
    for token in tokens[max(0, brace - 3) : brace]:
        if _hidden_service(token):
            raise _refused_service(query, token)


def _hidden_service(token: Token) -> bool:
    if token.kind == "name":
        return bool(SERVICE.search(token.text))
    return token.kind == "iri" and bool(COMPARISON.search(token.text))


def _refused_service(query: str, token: Token) -> QueryRefused:
    asks = "SERVICE asks another server"
    found = asks if token.kind == "word" else f"'{token.text[:60]}' before a brace may be read as SERVICE"
    return _refused(
        query, token.start, found, "a query of this graph alone; nothing here reaches the network"
    )


def _check_depth(query: str, tokens: list[Token], max_depth: int) -> None:
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > max_depth:
            found = f"braces, parentheses and brackets nested {depth} deep"
            raise _refused(query, token.start, found, f"at most {max_depth}")


def _check_parts(query: str, tokens: list[Token], max_parts: int) -> None:
    parts = [token for token in tokens if token.kind in ("open", "operator")]
    if len(parts) > max_parts:
        found = f"{len(parts):,} braces, parentheses, brackets and operators"
        raise _refused(query, parts[max_parts].start, found, f"at most {max_parts:,}")


def _refused(query: str, start: int, found: str, expected: str) -> QueryRefused:
    return QueryRefused(f"{place(query, start)}: {found}; expected {expected}")
