"""A briefing as files: HTML that prints well, Markdown, its tables as CSV and JSON, its plots as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from backchannel.exports import report_html, report_markdown
from backchannel.exports.briefing.citing import Citing
from backchannel.exports.language import language
from backchannel.exports.markdown import Raw
from backchannel.exports.network_files import write_network
from backchannel.exports.network_rows import Asked, listing
from backchannel.exports.report_folder import folder_files, write_folder
from backchannel.exports.report_model import Report, numbered
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.asof import as_known
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["as_html", "as_markdown", "briefing_files", "write_briefing", "write_networks"]

FORMS = ("graphml", "gexf")


def briefing_files(report: Report) -> dict[str, str | bytes]:
    """The content of each file of a briefing; see :func:`backchannel.exports.report_folder.folder_files`."""
    return folder_files(report, "briefing", as_html(report), as_markdown(report))


def write_briefing(report: Report, folder: Path) -> list[Path]:
    """Write a briefing's files into a folder; the paths written.

    See :func:`backchannel.exports.report_folder.write_folder`; errors also as of :func:`briefing_files`.
    """
    return write_folder(report, briefing_files(report), folder, "briefing", ("ranks", "overtime"))


def write_networks(knowledge: Knowledge, build: str, options: Options, folder: Path) -> list[Path]:
    """The networks of a briefing's window, at each level, as GraphML and GEXF; the paths written.

    Raises OSError where a file can't be written.
    """
    until = options.until or Scope(as_known(knowledge, options.known), options).at
    written = []
    for level in NETWORK_LEVELS:
        asked = Asked(level, known=options.known, since=options.since, until=until)
        found = listing(knowledge, build, asked)
        for form in FORMS:
            written += write_network(found, folder / f"{level}.{form}")
    return written


def as_html(report: Report) -> str:
    """One page without a script that fetches nothing; the same briefing gives the same text."""
    numbers = report.numbers

    def refs(claims: Sequence[Key], most: int) -> tuple[list[int], int]:
        return numbered(claims, numbers, most)

    return report_html.rendered("briefing", **_values(report), refs=refs)


def as_markdown(report: Report) -> str:
    """CommonMark with tables, as complete as the page; the same briefing gives the same text."""
    numbers, words = report.numbers, language(report.language)

    def refs(claims: Sequence[Key], most: int) -> Raw:
        shown, more = numbered(claims, numbers, most)
        links = " ".join(f"[c{number}](#c{number})" for number in shown)
        return Raw(f"{links} {words.say('briefing-more', count=more)}" if more else links)

    return report_markdown.rendered("briefing", **_values(report), refs=refs)


def _values(report: Report) -> dict[str, object]:
    words = language(report.language)
    return {
        "report": report,
        "words": words,
        "citing": Citing(report.evidence.values(), words),
        "number": report.numbers.__getitem__,
        "most": report.sentence_claims,
        "few": report.cell_claims,
    }
