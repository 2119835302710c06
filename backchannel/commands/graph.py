"""`backchannel graph`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import at_option, documents_option, graph_option, known_option, say, working
from backchannel.exports.html import page
from backchannel.graph.asof import as_of
from backchannel.graph.builds import current
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["command"]


@click.command("graph")
@graph_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: graph.html in the folder of the graph.",
)
@click.option(
    "--level",
    type=click.Choice(NETWORK_LEVELS),
    default="person",
    show_default=True,
    help="What the page opens with; it can show all three.",
)
@at_option
@known_option
@documents_option
def command(
    graph: Path, out: Path | None, level: str, at: str | None, known: str | None, documents: Path | None
) -> None:
    """Write the interactive page: one HTML file that opens from a disk, without a network.

    It draws persons, offices or states and every contact between them, filters by time, outcome,
    means, state and channel, finds names in any spelling, and shows the evidence of each line. With
    the source texts at hand it holds the quotations too: mind that before passing it on.

    \b
    Examples:
      backchannel graph
      backchannel graph --level state -o states.html
      backchannel graph --at 2022-03-24 --known 2022-04-01
      backchannel graph --documents ~/texts
    """
    build = current(graph)
    with working("drawing the page"):
        knowledge = as_of(build.knowledge(), at, known)
        texts = build.texts(documents)
        text = page(knowledge, build_hash=build.hash, title=build.title, texts=texts, level=level)
    path = out or graph / "graph.html"
    write(path, text)
    click.echo(path)
    contacts = len({claim.about for claim in knowledge.claims.values() if claim.kind == "contact"})
    say(f"{contacts} contacts with {len(knowledge.claims)} claims, {len(text.encode()) // 1000:,} kB")


def write(path: Path, text: str) -> None:
    """Write the whole file or leave the old one as it was."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise click.ClickException(
            f"can't write {path}: {error.strerror}; choose another file with -o"
        ) from error
