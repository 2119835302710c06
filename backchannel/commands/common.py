"""What the commands share: where the build is, in which form a table is printed, how to say things.

Results go to standard output, progress and messages to standard error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from backchannel.exports.staleness import outdated
from backchannel.graph.builds import Build, current
from backchannel.graph.views import build_as_of

F = TypeVar("F", bound=Callable[..., Any])

__all__ = [
    "as_of",
    "at_option",
    "counting",
    "documents_option",
    "format_option",
    "graph_option",
    "known_option",
    "say",
    "stale_sentences",
    "strict_option",
    "working",
]


def graph_option(function: F) -> F:
    """``--graph DIR``: the folder that `backchannel build --out` wrote."""
    return click.option(
        "--graph",
        "graph",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("out"),
        show_default=True,
        envvar="BACKCHANNEL_GRAPH",
        show_envvar=True,
        help="The folder that `backchannel build --out` wrote.",
    )(function)


def format_option(function: F) -> F:
    """``--format table|csv|json|markdown``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "csv", "json", "markdown"]),
        default="table",
        show_default=True,
        help="How to print the rows.",
    )(function)


def documents_option(function: F) -> F:
    """``--documents DIR``: where the source texts lie, if they are at hand."""
    return click.option(
        "--documents",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="BACKCHANNEL_DOCUMENTS",
        show_envvar=True,
        help="A folder with the source texts (found by their SHA-256); quotations are then shown. "
        "By default the case's own documents/.",
    )(function)


def at_option(function: F) -> F:
    """``--at DAY``: as things stood at the end of that day."""
    return click.option(
        "--at",
        metavar="DAY",
        help="As things stood by the end of this day (YYYY-MM-DD). Default: all that was published.",
    )(function)


def known_option(function: F) -> F:
    """``--known DAY``: only what had been published, and not withdrawn, by the end of that day."""
    return click.option(
        "--known",
        metavar="DAY",
        help="Only what was published, and not withdrawn, by the end of this day (YYYY-MM-DD). "
        "Default: everything.",
    )(function)


def strict_option(function: F) -> F:
    """``--strict``: warnings, too, make the exit code 1."""
    return click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")(function)


def as_of(graph: Path, at: str | None, known: str | None) -> Build:
    """The build in a folder, as of a day on either clock."""
    build = current(graph)
    if at is None and known is None:
        return build
    with working("going back to that day"):
        return build_as_of(build, at, known)


def say(message: str) -> None:
    """Print a message to standard error, where it can't mix with results."""
    click.echo(message, err=True)


def stale_sentences(graph: Path, build_hash: str) -> list[str]:
    """What to tell of a page or report that was made from another build than the one that answers."""
    return [
        f"{path} was made from another build; renew it with `backchannel {command} --graph {graph}`"
        for path, command in outdated(graph, build_hash).items()
    ]


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal's standard error that something is being done; elsewhere say nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(what):
        yield


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show on a terminal's standard error how much of something is done; elsewhere say nothing.

    Gives what is to be told how many of how many are done, or None where nobody looks.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
