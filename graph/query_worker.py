"""A process of its own that answers one query: killed when it runs too long, limited in memory.

The engine has no timeout and no cancel, and a query can make it abort; so a query that a stranger
wrote never runs in the process that asks. Started as ``python -m backchannel.graph.query_worker`` by
:mod:`backchannel.graph.querying`; reads one request as JSON from standard input and writes lines of
JSON: a head, the rows, and an end with their number, without which the answer is not whole.
"""

from __future__ import annotations

import ctypes
import json
import resource
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph

__all__ = ["main"]

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000


class TooMuch(Exception):
    """An answer beyond the limit of rows or of bytes."""


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    _limit(request["memory"], request["seconds"])
    _leave_the_network()
    try:
        _answer(request)
    except TooMuch as error:
        _write({"failed": str(error)})
    except MemoryError:
        _write({"failed": "memory"})
    except SyntaxError as error:
        _write({"failed": "syntax", "message": str(error)})
    except (OSError, RuntimeError, ValueError) as error:
        _write({"failed": "engine", "message": str(error)})


def _limit(memory: int, seconds: int) -> None:
    """Bound the memory, and the processor time too, in case nobody is left to kill this process."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave_the_network() -> None:
    """Where the system lets us, go where there is no network: a second lock behind the guard."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "unshare") and libc.unshare(CLONE_NEWNET) != 0:
        libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _answer(request: dict[str, Any]) -> None:
    store = pyoxigraph.Store.read_only(request["store"])
    answer = store.query(request["query"], prefixes=request["prefixes"])
    if isinstance(answer, pyoxigraph.QueryBoolean):
        _write({"kind": "ask", "boolean": bool(answer)})
    elif isinstance(answer, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in answer.variables]
        _write({"kind": "select", "columns": names})
        _stream(([solution[name] for name in names] for solution in answer), request)
    else:
        _write({"kind": "construct", "columns": ["subject", "predicate", "object"]})
        _stream((list(triple) for triple in answer), request)


def _stream(rows: Iterable[list[Any]], request: dict[str, Any]) -> None:
    written = count = 0
    for line in _lines(rows):
        count += 1
        written += len(line)
        if count > request["rows"]:
            raise TooMuch("rows")
        if written > request["bytes"]:
            raise TooMuch("bytes")
        sys.stdout.write(line)
    _write({"end": count})


def _lines(rows: Iterable[list[Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps([_plain(term) for term in row]) + "\n"


def _plain(term: Any) -> list[Any] | None:
    """A term as JSON: its sort, its text, and of a literal its datatype and language."""
    if term is None:
        return None
    if isinstance(term, pyoxigraph.Literal):
        return ["literal", term.value, term.datatype.value, term.language]
    if isinstance(term, pyoxigraph.NamedNode):
        return ["iri", term.value]
    if isinstance(term, pyoxigraph.BlankNode):
        return ["blank", term.value]
    return ["triple", str(term)]


def _write(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
