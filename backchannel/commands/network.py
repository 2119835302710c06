"""`backchannel network`."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import at_option, graph_option, known_option, say, working
from backchannel.exports.network_files import NETWORK_FORMATS, format_of, write_network
from backchannel.exports.network_rows import Asked, Listing, listing
from backchannel.graph.builds import current
from backchannel.graph.projection import NETWORK_LEVELS, NETWORK_OUTCOMES

__all__ = ["command"]


@click.command("network")
@graph_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write. Its ending chooses the format.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(NETWORK_FORMATS),
    help="The format, where the ending of the file says none or another.",
)
@click.option(
    "--level",
    type=click.Choice(NETWORK_LEVELS),
    default="person",
    show_default=True,
    help="Whom the nodes stand for.",
)
@at_option
@known_option
@click.option("--since", metavar="DAY", help="Only contacts that may have happened from this day on.")
@click.option("--until", metavar="DAY", help="Only contacts that may have happened up to this day.")
@click.option(
    "--outcome",
    "outcomes",
    type=click.Choice(NETWORK_OUTCOMES),
    multiple=True,
    help="Only contacts of this outcome; may be given several times. Default: all.",
)
def command(
    graph: Path,
    out: Path,
    form: str | None,
    level: str,
    at: str | None,
    known: str | None,
    since: str | None,
    until: str | None,
    outcomes: tuple[str, ...],
) -> None:
    """Write the network of contacts as a file for another program.

    \b
    graphml   yEd, Gephi, igraph, Cytoscape, networkx
    gexf      Gephi, with time: GEXF 1.3
    json      node-link form: networkx, D3
    csv       two tables, nodes and edges, and a description of their columns
    parquet   the same, typed; needs: pip install "backchannel[tables]"

    Every contact is an edge of its own and names the claims it rests on. For spring.csv three files are
    written: spring-nodes.csv, spring-edges.csv, spring-datapackage.json.

    \b
    Examples:
      backchannel network -o contacts.gexf
      backchannel network -o spring.graphml --until 2022-05-31 --known 2022-06-01
      backchannel network -o states.csv --level state --outcome held --outcome refused

    \b
    In Gephi (0.10):
      File > Open > contacts.gexf; graph type 'Mixed'; edges merge strategy "Don't merge".
      Then 'Enable Timeline' at the bottom: a contact is shown on the days on which it may have been.
    """
    chosen = _format(out, form)
    build = current(graph)
    with working("writing the network"):
        one = listing(build.knowledge(), build.hash, Asked(level, at, known, since, until, outcomes))
        paths = _written(one, out, chosen)
    for path in paths:
        click.echo(path)
    say(f"{len(one.nodes.rows)} nodes, {len(one.edges.rows)} edges as {chosen}")


def _format(out: Path, form: str | None) -> str:
    try:
        return format_of(out, form)
    except ValueError as error:
        raise click.UsageError(f"{error}; or name it with --format") from error


def _written(one: Listing, out: Path, form: str) -> list[Path]:
    try:
        return write_network(one, out, form)
    except OSError as error:
        raise click.ClickException(
            f"can't write {out}: {error.strerror}; choose another file with -o"
        ) from error
