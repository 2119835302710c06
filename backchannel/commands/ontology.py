"""`backchannel ontology`: the browsable page of the vocabulary."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import graph_option, say
from backchannel.exports.ontology_page import ontology_page

__all__ = ["command"]


@click.command()
@graph_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: ontology.html in the --graph folder.",
)
def command(graph: Path, out: Path | None) -> None:
    """Write the browsable page of the ontology: every class, property and code list, in one file.

    The page needs no build and no network.

    \b
    Examples:
      backchannel ontology                  write out/ontology.html
      backchannel ontology -o terms.html
    """
    target = out or graph / "ontology.html"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(ontology_page(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"can't write {target}: {error.strerror}") from error
    say("wrote the page of the ontology")
    click.echo(target)
