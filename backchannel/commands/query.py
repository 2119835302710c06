"""`backchannel query`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backchannel.commands.common import as_of, at_option, graph_option, known_option
from backchannel.exports.sparql_results import FORMATS, write
from backchannel.graph.querying import Limits, run
from backchannel.graph.sparql_guard import MAX_LENGTH

__all__ = ["command"]

DEFAULT = Limits()


@click.command("query")
@click.argument("sparql", required=False)
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Read the query from this file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer: json, csv and tsv are W3C's SPARQL results; CONSTRUCT and DESCRIBE "
    "print Turtle.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=DEFAULT.timeout, show_default=True, help="Seconds."
)
@click.option("--memory", type=click.IntRange(256), default=DEFAULT.memory, show_default=True, help="MiB.")
@click.option("--max-rows", type=click.IntRange(1), default=DEFAULT.max_rows, show_default=True, help="Rows.")
@at_option
@known_option
@graph_option
def command(
    sparql: str | None,
    file: Path | None,
    form: str,
    timeout: float,
    memory: int,
    max_rows: int,
    at: str | None,
    known: str | None,
    graph: Path,
) -> None:
    """Ask in SPARQL 1.1: SPARQL as an argument, in a file, or (`-` or a pipe) on standard input.

    The prefixes of docs/graph-format.md are known (bc: person: office: skos: ...). Claims stand in
    the default graph, what is derived from them in GRAPH <https://w3id.org/backchannel/graph/derived>.
    Queries only read; SERVICE, FROM and updates are refused. A query that runs into a limit is an
    error that names it, never a part of an answer.

    With --known the graph is made anew from what was published, and not withdrawn, by the end of that
    day; with --at from what had begun by the end of that one. What is derived is worked out anew as well.

    \b
    Examples:
      backchannel query 'SELECT ?name { ?p a foaf:Person ; skos:prefLabel ?name }'
      backchannel query --file mine.rq --format csv > mine.csv
      backchannel query --format json < mine.rq
      backchannel query 'DESCRIBE person:mark-milley'
      backchannel query 'ASK { ?claim bc:stance bc:denies }'
      backchannel query --known 2022-04-01 'SELECT (COUNT(?c) AS ?n) { ?c a bc:ContactClaim }'
    """
    query = _query(sparql, file)
    build = as_of(graph, at, known)
    result = run(build.store_path, query, Limits(timeout, memory, max_rows))
    if form == "turtle" and result.kind != "construct":
        raise click.UsageError(f"--format turtle needs CONSTRUCT or DESCRIBE; this is {result.kind.upper()}")
    click.echo(write(result, form), nl=False)


def _query(sparql: str | None, file: Path | None) -> str:
    """The query from the one place that was named, else from standard input."""
    if sparql not in (None, "-") and file:
        raise click.UsageError("give the query either as an argument or with --file, not both")
    if file:
        return _text(_read_file(file))
    if sparql not in (None, "-"):
        return str(sparql)
    if sparql is None and sys.stdin.isatty():
        raise click.UsageError("expected a query: as an argument, with --file, or on standard input (-)")
    # One character more than allowed is enough for the guard to say that it is too long.
    return _text(sys.stdin.buffer.read(4 * MAX_LENGTH + 4))


def _read_file(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(4 * MAX_LENGTH + 4)
    except OSError as error:
        raise click.UsageError(f"{file} can't be read: {error.strerror}") from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"the query is not UTF-8: {error.reason} at byte {error.start}") from error
