"""A stranger's query: answered by a process of its own, within limits, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.cli import group
from backchannel.exports.sparql_results import write
from backchannel.graph import answers, querying
from backchannel.graph.builds import Build
from backchannel.graph.errors import QueryError, QueryLimit, QueryRefused
from backchannel.graph.querying import Limits, run

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
CROSS = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SUM = "SELECT (SUM(?n) AS ?sum) WHERE { { SELECT ?n WHERE { ?a ?b ?n . ?c ?d ?e . ?f ?g ?h } } }"


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 3,000 numbers: enough for a query that never ends."""
    path = tmp_path_factory.mktemp("numbers") / "store"
    store = pyoxigraph.Store(str(path))
    node = pyoxigraph.NamedNode
    store.extend(
        pyoxigraph.Quad(node(f"http://e/{i}"), node("http://e/is"), pyoxigraph.Literal(i))
        for i in range(3000)
    )
    store.flush()
    return path


@contextmanager
def listener() -> Iterator[tuple[int, list[str]]]:
    """A port on loopback, and who was heard at it."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                heard.append(str(address))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], heard
        finally:
            done.set()
            thread.join()


def test_select(numbers: Path) -> None:
    """Rows come as Python values and as terms."""
    found = run(numbers, "SELECT ?s ?n ?none WHERE { ?s ?p ?n FILTER(?n < 2) } ORDER BY ?n")
    assert found.columns == ("s", "n", "none")
    assert found.rows == [("http://e/0", 0, None), ("http://e/1", 1, None)]
    assert found.terms[1][1] == answers.Term("literal", "1", "http://www.w3.org/2001/XMLSchema#integer", None)
    assert [record["n"] for record in found] == [0, 1]


def test_ask_and_construct(numbers: Path) -> None:
    """ASK is a truth value; CONSTRUCT and DESCRIBE are triples, and a graph of rdflib's."""
    assert bool(run(numbers, "ASK { ?s ?p 5 }")) is True
    assert bool(run(numbers, "ASK { ?s ?p 5000 }")) is False
    found = run(numbers, "CONSTRUCT WHERE { ?s ?p 5 }")
    assert found.rows == [("http://e/5", "http://e/is", 5)]
    assert set(found.to_rdf()) == {
        (rdflib.URIRef("http://e/5"), rdflib.URIRef("http://e/is"), rdflib.Literal(5))
    }
    assert len(run(numbers, "DESCRIBE <http://e/5>")) == 1


def test_every_kind_of_term_arrives(tmp_path: Path) -> None:
    """IRIs, blank nodes, languages, datatypes, line breaks and triple terms survive the way."""
    pyoxigraph.Store(str(tmp_path / "store")).flush()
    values = ('"a\\n\\"b\\u2028"@de', "1.5", "true", "<http://e/x>", "BNODE()")
    query = f"SELECT * WHERE {{ {' '.join(f'BIND({value} AS ?v{i})' for i, value in enumerate(values))} }}"
    ((text, number, truth, iri, blank),) = run(tmp_path / "store", query).terms
    assert (text.value, text.language) == ('a\n"b\u2028', "de")
    assert (number.plain(), truth.plain(), iri.plain(), blank.kind) == (1.5, True, "http://e/x", "blank")
    triples = run(tmp_path / "store", "SELECT ?t { BIND(<<( <http://a> <http://b> 1 )>> AS ?t) }")
    assert triples.terms[0][0].kind == "triple"


def test_our_prefixes_are_known(numbers: Path) -> None:
    """They need no PREFIX, and a query may declare them otherwise."""
    assert run(numbers, "SELECT (STR(bc:held) AS ?x) {}").rows == [("https://w3id.org/backchannel/ns#held",)]
    assert run(numbers, "PREFIX bc: <http://o/> SELECT (STR(bc:held) AS ?x) {}").rows == [("http://o/held",)]


def test_unknown_prefix(numbers: Path) -> None:
    with pytest.raises(
        QueryError, match=r"line 1, column 7: the prefix 'bcx:' is unknown; did you mean 'bc:'\?"
    ):
        run(numbers, "ASK { bcx:a ?p ?o }")


def test_syntax_error_shows_the_place(numbers: Path) -> None:
    with pytest.raises(QueryError) as caught:
        run(numbers, "SELECT *\nWHERE { ?s ?p }")
    first, line, mark = str(caught.value).splitlines()
    assert (first, line) == ("line 2, column 16: no SPARQL here or just before:", "  WHERE { ?s ?p }")
    assert mark.index("^") == len(line)


@pytest.mark.parametrize("query", [CROSS + " ORDER BY ?c", SUM])
def test_time(numbers: Path, query: str) -> None:
    """A query past its time is stopped, and the message says how long it had and how to give more."""
    with pytest.raises(QueryLimit, match=r"longer than 1 seconds, the limit.*--timeout"):
        run(numbers, query, Limits(timeout=1, memory=4096))


def test_memory(numbers: Path) -> None:
    """A query past its memory ends its own process only."""
    with pytest.raises(QueryLimit, match=r"more than 256 MiB of memory, the limit.*--memory"):
        run(numbers, CROSS + " ORDER BY ?c", Limits(memory=256))


def test_rows(numbers: Path) -> None:
    """One row too many is an error, never a part of an answer; as many as allowed are an answer."""
    query = "SELECT ?s WHERE { ?s ?p ?o }"
    assert len(run(numbers, query, Limits(max_rows=3000))) == 3000
    with pytest.raises(QueryLimit, match=r"more than 2,999 rows, the limit.*--max-rows"):
        run(numbers, query, Limits(max_rows=2999))
    with pytest.raises(QueryLimit, match="more than 10 rows"):
        run(numbers, "CONSTRUCT WHERE { ?s ?p ?o }", Limits(max_rows=10))


def test_size(numbers: Path) -> None:
    """Few rows can be large, too."""
    doubling = " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(22))
    query = f"SELECT ?v22 WHERE {{ BIND('x' AS ?v0) {doubling} }}"
    assert len(run(numbers, query).rows[0][0]) == 2**22
    with pytest.raises(QueryLimit, match="larger than 1 MiB"):
        run(numbers, query, Limits(max_size=1))


def test_a_crash_is_one_clear_sentence(numbers: Path) -> None:
    """Even a query that overflows the engine's stack, were it let through, ends its own process only."""
    deep = "SELECT * WHERE " + "{" * 20_000 + "}" * 20_000
    code, out, errors = querying._work(json.dumps(querying._request(numbers, deep, Limits())), Limits())
    assert code in (-signal.SIGSEGV, -signal.SIGABRT)
    assert out == ""
    assert "made the engine fail (SIG" in str(querying._crash(code, errors, Limits()))


def test_a_worker_killed_is_an_error(numbers: Path) -> None:
    """An answer that stops in the middle is none."""
    half = '{"kind": "select", "columns": ["s"]}\n[["iri", "http://e/1"]]\n[["iri"'
    assert querying._last(half.splitlines()) == {}
    assert "SIGKILL" in str(querying._crash(-signal.SIGKILL, "", Limits()))


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="the engine could not answer"):
        run(tmp_path / "nothing", "ASK {}")


def test_nobody_is_asked(numbers: Path) -> None:
    """SERVICE and FROM are refused before anything runs: a listener hears nothing."""
    with listener() as (port, heard):
        queries = [
            f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
            f"SELECT * WHERE {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
            f"PREFIX : <http://127.0.0.1:{port}/> SELECT * {{ SERVICE:y {{ ?s ?p ?o }} }}",
            f"SELECT * FROM <http://127.0.0.1:{port}/> WHERE {{ ?s ?p ?o }}",
            f"SELECT * FROM NAMED <http://127.0.0.1:{port}/> WHERE {{ ?s ?p ?o }}",
            "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
            f"LOAD <http://127.0.0.1:{port}/>",
        ]
        for query in queries:
            with pytest.raises(QueryRefused):
                run(numbers, query)
        time.sleep(0.3)
    assert (len(queries), heard) == (7, [])


UNSHARE = "import ctypes; c = ctypes.CDLL(None); raise SystemExit(c.unshare(1 << 30) and c.unshare(5 << 28))"


def test_the_worker_has_no_network(numbers: Path) -> None:
    """Where the system lets a process leave the network, even a SERVICE past the guard reaches nobody."""
    allowed = subprocess.run([sys.executable, "-c", UNSHARE], check=False).returncode == 0
    with listener() as (port, heard):
        query = f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        querying._work(json.dumps(querying._request(numbers, query, Limits())), Limits())
        time.sleep(0.3)
    assert bool(heard) is not allowed


def test_the_listener_hears() -> None:
    """The listener of these tests does hear a caller."""
    with listener() as (port, heard):
        socket.create_connection(("127.0.0.1", port)).close()
        time.sleep(0.3)
    assert len(heard) == 1


def test_nothing_is_written(numbers: Path) -> None:
    """Asking leaves the store's files as they are."""
    before = {path.name: path.read_bytes() for path in numbers.iterdir() if path.is_file()}
    run(numbers, "SELECT * WHERE { ?s ?p ?o } LIMIT 3")
    assert {path.name: path.read_bytes() for path in numbers.iterdir() if path.is_file()} == before


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=500 if LARGE else 60)
@given(st.lists(st.tuples(any_text, st.sampled_from([None, "en", "de-Latn"])), min_size=1, max_size=5))
def test_formats_hold_any_text(rows: list[tuple[str, str | None]]) -> None:
    """What is written as CSV, JSON or TSV is read back as it was, whatever the text."""
    string, text = (
        "http://www.w3.org/2001/XMLSchema#string",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    )
    terms = [
        answers.Term("literal", value, text if language else string, language) for value, language in rows
    ]
    result = answers.Result("select", ("x",), tuple((term,) for term in terms))
    values = [value for value, _ in rows]
    bindings = json.loads(write(result, "json"))["results"]["bindings"]
    assert [(one["x"]["value"], one["x"].get("xml:lang")) for one in bindings] == rows
    assert [row[0] for row in csv.reader(io.StringIO(write(result, "csv"), newline=""))][1:] == values
    read = pyoxigraph.parse_query_results(
        write(result, "tsv").encode(), format=pyoxigraph.QueryResultsFormat.TSV
    )
    assert [row["x"].value for row in read] == values


def test_html_is_escaped() -> None:
    """What a notebook shows of a result runs nothing."""
    hostile = "<img src=x onerror=alert(1)>"
    shown = answers.Result("select", (hostile,), ((answers.Term("literal", hostile),),))._repr_html_()
    assert "<img" not in shown
    assert shown.count("&lt;img") == 2


def test_pandas() -> None:
    """Rows become a data frame where pandas is there."""
    pandas = pytest.importorskip("pandas")
    frame = answers.Result("select", ("x",), ((answers.Term("literal", "a"),), (None,))).to_pandas()
    assert next(iter(frame["x"])) == "a"
    assert pandas.isna(frame["x"][1])


def query_command(build: Build, *arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(group, ["query", *arguments, "--graph", str(build.out)], input=text)


NAME = "SELECT ?name WHERE { person:lloyd-austin skos:prefLabel ?name FILTER(LANG(?name) = 'en') }"


def test_command_reads_argument_file_and_input(seed_build: Build, tmp_path: Path) -> None:
    """The query may be an argument, a file, or come through a pipe, with or without '-'."""
    file = tmp_path / "name.rq"
    file.write_bytes(b"\xef\xbb\xbf" + NAME.encode())
    answers_ = [
        query_command(seed_build, NAME),
        query_command(seed_build, "--file", str(file)),
        query_command(seed_build, text=NAME),
        query_command(seed_build, "-", text=NAME),
    ]
    assert {(answer.exit_code, answer.stdout) for answer in answers_} == {(0, answers_[0].stdout)}
    assert "Lloyd Austin" in answers_[0].stdout


def test_command_formats(seed_build: Build) -> None:
    """Each format is what W3C says it is; the table shortens IRIs."""
    iri = "SELECT ?p WHERE { ?p skos:prefLabel 'Lloyd Austin'@en }"
    assert "person:lloyd-austin" in query_command(seed_build, iri).stdout
    full = "https://w3id.org/backchannel/id/person/lloyd-austin"
    assert query_command(seed_build, iri, "--format", "csv").stdout == f"p\n{full}\n"
    assert query_command(seed_build, iri, "--format", "tsv").stdout == f"?p\n<{full}>\n"
    found = json.loads(query_command(seed_build, iri, "--format", "json").stdout)
    assert found == {
        "head": {"vars": ["p"]},
        "results": {"bindings": [{"p": {"type": "uri", "value": full}}]},
    }
    turtle = query_command(seed_build, "DESCRIBE person:lloyd-austin").stdout
    assert "@prefix person:" in turtle
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) > 5
    assert query_command(seed_build, "ASK {}").stdout == "true\n"


def test_command_misuse(seed_build: Build, tmp_path: Path) -> None:
    """Wrong use is exit code 2 and a sentence."""
    cases = {
        (NAME, "--file", "x.rq"): "not both",
        ("--file", str(tmp_path / "none.rq")): "can't be read: No such file",
        (NAME, "--format", "turtle"): "needs CONSTRUCT or DESCRIBE; this is SELECT",
        (NAME, "--memory", "1"): "--memory",
    }
    for arguments, message in cases.items():
        answer = query_command(seed_build, *arguments)
        assert answer.exit_code == 2
        assert message in answer.stderr
    assert "not UTF-8" in CliRunner().invoke(group, ["query", "-"], input=b"\xff\xfe").stderr
    assert len(cases) == 4


def test_command_limit(seed_build: Build) -> None:
    """A limit is an error of one sentence and prints no part of the answer."""
    command = ["query", CROSS, "--max-rows", "7", "--graph", str(seed_build.out)]
    answer = subprocess.run(
        [sys.executable, "-m", "backchannel", *command],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        "error: the answer has more than 7 rows, the limit; "
        "narrow the query, add LIMIT, or allow more with --max-rows\n"
    )
