"""`backchannel report`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from backchannel.commands.common import documents_option, graph_option, known_option, say, working
from backchannel.exports.files import replace_file
from backchannel.exports.pdf import browser_path, pdf_of
from backchannel.exports.report import Options, make_report, write_report
from backchannel.exports.table_files import TABLE_FORMS, checked_forms
from backchannel.graph.builds import current
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["between_option", "command", "forms_option"]


def _forms(text: str) -> list[str]:
    try:
        return checked_forms([form.strip() for form in text.split(",") if form.strip()])
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


between_option = click.option(
    "--between",
    nargs=2,
    metavar="STATE STATE",
    help="The two states that are set side by side. Default: the two with most contacts and attempts.",
)

forms_option = click.option(
    "--tables",
    "forms",
    metavar="FORMS",
    default="csv,json",
    show_default=True,
    callback=lambda ctx, param, value: _forms(value),
    help=f"In which forms the tables are written: any of {','.join(TABLE_FORMS)}.",
)


@click.command("report")
@graph_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write the report into. Default: report/ in the folder of the graph.",
)
@click.option(
    "--at",
    metavar="DAY",
    help="The day the report speaks of. Default: the last day on which a cited document was published.",
)
@known_option
@click.option("--since", metavar="DAY", help="Only what may have happened from this day on.")
@click.option("--until", metavar="DAY", help="Only what may have happened up to this day. Default: --at.")
@click.option(
    "--level",
    type=click.Choice(NETWORK_LEVELS),
    default="person",
    show_default=True,
    help="Whom the measures compare.",
)
@between_option
@forms_option
@click.option("--pdf", is_flag=True, help="Print report.pdf, too; needs Chromium or Chrome.")
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
    forms: list[str],
    pdf: bool,
    documents: Path | None,
) -> None:
    """Write the report: HTML and Markdown, with its tables as CSV and JSON and its plots as SVG.

    With --pdf as PDF, too; with --tables csv,json,parquet the tables as Parquet as well. What their columns
    mean stands in tables/datapackage.json.

    Contacts, silences, channels, centralities, who bridges two states, what is contested; under each
    statement the claims it rests on. Days are YYYY-MM-DD (YYYY-MM and YYYY mean the whole of it).

    \b
    Examples:
      backchannel report
      backchannel report --at 2022-03-31 --known 2022-04-01 -o spring
      backchannel report --level state --between "United States" Russia
      backchannel report --pdf --tables csv,parquet
    """
    browser = browser_path() if pdf else None  # before the work, not after it
    build = current(graph)
    options = Options(at, known, since, until, level, between or None)
    folder = out or graph / "report"
    with working("writing the report"):
        report = make_report(build.knowledge(), build.hash, options, build.texts(documents))
        written = write_report(replace(report, forms=tuple(forms)), folder)
    click.echo(folder / "report.html")
    if browser:
        with working("printing the report"):
            written.append(replace_file(folder / "report.pdf", pdf_of(folder / "report.html", browser)))
        click.echo(written[-1])
    rows = sum(len(table.rows) for table in report.tables)
    say(
        f"{len(written)} files in {folder}: {len(report.summary)} sentences, {len(report.tables)} tables with"
        f" {rows} rows, {len(report.figures)} plots, {len(report.evidence)} claims as evidence"
    )
