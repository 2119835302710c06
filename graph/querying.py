"""Ask a stranger's query: checked first, then answered by a worker process within its limits."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backchannel.graph.answers import Result, Term
from backchannel.graph.errors import QueryError, QueryLimit
from backchannel.graph.sparql_errors import explain
from backchannel.graph.sparql_guard import check
from backchannel.ontology.prefixes import PREFIXES

__all__ = ["Limits", "run"]

MIB = 1024 * 1024
# What Rust, C++, Python and a thread that can't be given its stack say when memory runs out.
OUT_OF_MEMORY = ("memory allocation", "bad_alloc", "MemoryError", "Resource temporarily unavailable")


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a query may go: ``timeout`` in seconds, ``memory`` in MiB of address space of the
    worker, ``max_rows`` in rows (or triples), ``max_size`` in MiB of answer."""

    timeout: float = 30.0
    memory: int = 2048
    max_rows: int = 100_000
    max_size: int = 128


def run(store: Path, query: str, limits: Limits | None = None) -> Result:
    """The answer of the store at ``store`` to a SPARQL query, read-only; our prefixes are known.

    Raises QueryRefused for an update, SERVICE, FROM or a query too long or deep; QueryLimit, naming
    the limit, where the answer would take too long, too much memory, or too many rows: an answer is
    whole or none; QueryError where the query is no SPARQL or the engine fails.
    """
    check(query)
    bounds = limits or Limits()
    request = _request(store, query, bounds)
    code, out, errors = _work(json.dumps(request), bounds)
    lines = out.splitlines()
    last = _last(lines)
    if "failed" in last:
        raise _failure(last, query, bounds)
    if code != 0 or not ("end" in last or last.get("kind") == "ask"):
        raise _crash(code, errors, bounds)
    return _result(lines)


def _request(store: Path, query: str, limits: Limits) -> dict[str, Any]:
    return {
        "store": str(store),
        "query": query,
        "prefixes": PREFIXES,
        "memory": limits.memory * MIB,
        "seconds": math.ceil(limits.timeout) + 1,
        "rows": limits.max_rows,
        "bytes": limits.max_size * MIB,
    }


def _work(request: str, limits: Limits) -> tuple[int, str, str]:
    """Start a worker, give it the request, and wait: its exit code, its output, its last words."""
    command = [sys.executable, "-P", "-m", "backchannel.graph.query_worker"]
    # Few arenas: each reserves 64 MiB of the address space that the limit counts.
    environment = os.environ | {"MALLOC_ARENA_MAX": "2", "PYTHONIOENCODING": "utf-8"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", env=environment
    ) as worker:
        try:
            out, errors = worker.communicate(request, timeout=limits.timeout)
        except subprocess.TimeoutExpired as late:
            raise _too_slow(limits) from late
        finally:
            worker.kill()
    return worker.returncode, out, errors


def _last(lines: list[str]) -> dict[str, Any]:
    """The last line if it is whole and closes the answer, else nothing."""
    try:
        last = json.loads(lines[-1]) if lines else {}
    except json.JSONDecodeError:
        return {}
    return last if isinstance(last, dict) else {}


def _failure(last: dict[str, Any], query: str, limits: Limits) -> QueryError:
    kind = last["failed"]
    if kind == "rows":
        return QueryLimit(
            f"the answer has more than {limits.max_rows:,} rows, the limit; "
            "narrow the query, add LIMIT, or allow more with --max-rows"
        )
    if kind == "bytes":
        return QueryLimit(
            f"the answer is larger than {limits.max_size} MiB, the limit; ask for fewer rows or columns"
        )
    if kind == "memory":
        return _too_big(limits)
    if kind == "syntax":
        return QueryError(explain(query, last["message"]))
    return QueryError(f"the engine could not answer: {last['message']}")


def _crash(code: int, errors: str, limits: Limits) -> QueryError:
    if code == -signal.SIGXCPU:
        return _too_slow(limits)
    if any(sign in errors for sign in OUT_OF_MEMORY):
        return _too_big(limits)
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    last_words = errors.strip().splitlines()[-1][:200] if errors.strip() else "no message"
    return QueryError(
        f"the query made the engine fail ({name}: {last_words}); nothing of the graph was touched; "
        "try a simpler query"
    )


def _too_slow(limits: Limits) -> QueryLimit:
    return QueryLimit(
        f"the query took longer than {limits.timeout:g} seconds, the limit; "
        "narrow it, or allow more with --timeout"
    )


def _too_big(limits: Limits) -> QueryLimit:
    return QueryLimit(
        f"the query needed more than {limits.memory:,} MiB of memory, the limit; "
        "narrow it, or allow more with --memory"
    )


def _result(lines: list[str]) -> Result:
    head = json.loads(lines[0])
    if head["kind"] == "ask":
        return Result("ask", boolean=head["boolean"])
    rows = tuple(tuple(_term(cell) for cell in json.loads(line)) for line in lines[1:-1])
    if len(rows) != json.loads(lines[-1])["end"]:
        raise QueryError("the answer did not arrive whole; ask again")
    return Result(head["kind"], tuple(head["columns"]), rows)


def _term(cell: list[str] | None) -> Term | None:
    return Term(*cell) if cell else None
