"""The library's questions are files for any endpoint: here a real SPARQL server answers them over HTTP."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from backchannel.graph.builds import Build
from backchannel.ontology.library import Question, library

SERVER = Path(sys.executable).parent / "oxigraph"
RESULTS = "application/sparql-results+json"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def endpoint(seed_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph server on loopback that holds the canonical quads of the seed case."""
    folder = tmp_path_factory.mktemp("server")
    load = [SERVER, "load", "--location", folder, "--file", seed_build.quads_path]
    subprocess.run(load, check=True, capture_output=True)
    port = free_port()
    serve = [SERVER, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}/query"
        wait_for(address)
        yield address
        server.terminate()


def wait_for(address: str) -> None:
    for _ in range(200):
        try:
            post(address, "ASK {}")
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(f"{address} did not answer")


def post(address: str, sparql: str) -> dict[str, object]:
    headers = {"Content-Type": "application/sparql-query", "Accept": RESULTS}
    request = urllib.request.Request(address, sparql.encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: dict[str, object] = json.load(answer)
        return found


@pytest.mark.parametrize("question", library(), ids=lambda question: question.name)
def test_a_server_gives_the_same_answer(question: Question, endpoint: str, seed_build: Build) -> None:
    """Sent as it stands, a question's file gets from a server the rows that the command gives."""
    found = post(endpoint, question.sparql)
    here = list(seed_build.select(question.sparql))
    rows = found["results"]["bindings"]  # type: ignore[index]
    names = found["head"]["vars"]  # type: ignore[index]
    there = [{name: row[name]["value"] if name in row else None for name in names} for row in rows]
    assert multiset(there) == multiset(here)


def multiset(rows: list[dict[str, object]]) -> list[list[str]]:
    return sorted([plain(value) for value in row.values()] for row in rows)


def plain(value: object) -> str:
    """A value as SPARQL writes it; lists that were put together come in any order."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return " | ".join(sorted(text.split(" | ")))


def test_the_library_was_there() -> None:
    """The comparison above ran over the whole library."""
    assert len(library()) >= 30
