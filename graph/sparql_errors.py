"""What is wrong with a query, said so that its writer can mend it."""

from __future__ import annotations

import difflib
import re
from itertools import pairwise

from backchannel.graph.sparql_tokens import place, tokens
from backchannel.ontology.prefixes import PREFIXES

__all__ = ["explain", "unknown_prefixes"]

PLACE = re.compile(r"error at (\d+):(\d+)")


def explain(query: str, message: str) -> str:
    """One message from the engine's: the place, the line with a mark under it, and a hint.

    The engine names the farthest place that any of its attempts came to, often a token too far.

    Parameters: ``message``, as pyoxigraph words it ('error at 1:7: expected ...').

    >>> print(explain("SELECT * WHERE { ?s bcx:about ?o }", "error at 1:24: expected ..."))
    line 1, column 21: the prefix 'bcx:' is unknown; did you mean 'bc:'? Declare others with PREFIX
    >>> print(explain("SELECT ?x WHERE { ?x }", "error at 1:22: expected one of LATERAL"))
    line 1, column 22: no SPARQL here or just before:
      SELECT ?x WHERE { ?x }
                           ^
    """
    unknown = unknown_prefixes(query)
    if unknown:
        name, start = unknown[0]
        return f"{place(query, start)}: the prefix '{name}:' is unknown; {_offer(name)}"
    found = PLACE.search(message)
    if not found:
        return f"the query can't be read: {message}"
    line, column = int(found[1]), int(found[2])
    shown = _marked(query, line, column) + _hint(message)
    return f"line {line}, column {column}: no SPARQL here or just before:\n{shown}"


def unknown_prefixes(query: str) -> list[tuple[str, int]]:
    """The prefixes that a query uses but that neither it nor the project declares, and where.

    >>> unknown_prefixes("PREFIX ex: <http://example.org/> ASK { ex:a bc:b x:c }")
    [('x', 49)]
    """
    found = list(tokens(query))
    declared = {
        name.text[:-1]
        for word, name in pairwise(found)
        if word.text.upper() == "PREFIX" and name.kind == "name"
    }
    used = [(token.text.split(":")[0], token.start) for token in found if token.kind == "name"]
    return [(name, start) for name, start in used if name not in declared and name not in PREFIXES]


def _offer(name: str) -> str:
    near = difflib.get_close_matches(name, PREFIXES, n=1, cutoff=0.5)
    known = f"did you mean '{near[0]}:'?" if near else f"known are {', '.join(PREFIXES)}."
    return f"{known} Declare others with PREFIX"


def _marked(query: str, line: int, column: int) -> str:
    """The line with a mark under the column; of a long line the part around it."""
    text = (query.splitlines() or [""])[line - 1 : line]
    start = max(0, column - 60)
    excerpt = (text[0] if text else "")[start : column + 40].replace("\t", " ")
    return f"  {excerpt}\n  {' ' * (column - 1 - start)}^"


def _hint(message: str) -> str:
    """What the engine says in words; its lists of expected tokens help nobody."""
    said = re.search(
        r"The SELECT contains a variable that is unbound|IRI parsing failed|No scheme[^,]*", message
    )
    return f"\n  {said[0]}" if said else ""
