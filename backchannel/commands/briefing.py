"""`backchannel briefing`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import counting, documents_option, graph_option, known_option, say, working
from backchannel.commands.report import between_option, forms_option
from backchannel.exports.briefing import Chances, make_briefing, write_briefing, write_networks
from backchannel.exports.files import replace_file
from backchannel.exports.language import LANGUAGES
from backchannel.exports.pdf import browser_path, pdf_of
from backchannel.exports.report import Options
from backchannel.graph.builds import current
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["command"]


@click.command("briefing")
@graph_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into. Default: briefing/ in the folder of the graph.",
)
@click.option(
    "--at",
    metavar="DAY",
    help="The day it speaks of. Default: the last day on which a cited document was published.",
)
@known_option
@click.option("--since", metavar="DAY", help="Only what may have happened from this day on.")
@click.option("--until", metavar="DAY", help="Only what may have happened up to this day. Default: --at.")
@click.option(
    "--level",
    type=click.Choice(NETWORK_LEVELS),
    default="person",
    show_default=True,
    help="Who is compared.",
)
@between_option
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option(
    "--worlds", type=click.IntRange(min=1), default=1000, show_default=True, help="How many worlds to draw."
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Of all that is drawn."
)
@forms_option
@click.option("--pdf", is_flag=True, help="Print briefing.pdf, too; needs Chromium or Chrome.")
@documents_option
def command(
    graph: Path,
    out: Path | None,
    at: str | None,
    known: str | None,
    since: str | None,
    until: str | None,
    level: str,
    between: tuple[str, str] | None,
    language: str,
    worlds: int,
    seed: int,
    forms: list[str],
    pdf: bool,
    documents: Path | None,
) -> None:
    """Write a briefing of a few pages for people who decide: HTML that prints well, and Markdown.

    A summary in plain sentences, each with the claims it rests on; the routes between two states and the
    state of their lines; who matters, with the ranks between which each lies over possible worlds; contacts
    over time and who with whom; silences, what is contested, the evidence, method and limits. Beside it lie
    all tables, and the networks of persons, offices and states as GraphML and GEXF.

    \b
    Examples:
      backchannel briefing
      backchannel briefing --language de --pdf
      backchannel briefing --at 2022-03-24 --known 2022-04-01 --between "United States" Russia -o march
    """
    browser = browser_path() if pdf else None  # before the work, not after it
    build = current(graph)
    options = Options(at, known, since, until, level, between or None, language=language)
    folder = out or graph / "briefing"
    with working("reading the claims"):
        knowledge = build.knowledge()
        texts = build.texts(documents)
    with counting("going through possible worlds") as progress:
        made = make_briefing(knowledge, build.hash, options, texts, Chances(worlds, seed), progress)
    with working("writing the briefing"):
        written = write_briefing(replace(made, forms=tuple(forms)), folder)
        written += write_networks(knowledge, build.hash, options, folder / "networks")
    click.echo(folder / "briefing.html")
    if browser:
        with working("printing the briefing"):
            written.append(replace_file(folder / "briefing.pdf", pdf_of(folder / "briefing.html", browser)))
        click.echo(written[-1])
    say(
        f"{len(written)} files in {folder}: {len(made.summary)} sentences, {len(made.tables)} tables,"
        f" {len(made.figures)} plots, {len(made.evidence)} claims as evidence"
    )
