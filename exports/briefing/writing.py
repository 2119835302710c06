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
from backchannel.exports.report_model import Report, numbered
from backchannel.exports.report_scope import Options
from backchannel.exports.report_tables import summary_json
from backchannel.exports.table_files import table_files
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["as_html", "as_markdown", "briefing_files", "write_networks"]

FORMS = ("graphml", "gexf")


def briefing_files(report: Report) -> dict[str, str | bytes]:
    """The content of each file of a briefing, by its path within its folder; its tables in its ``forms``.

    Raises what :func:`backchannel.exports.table_files.table_files` raises.
    """
    facts = {"build": report.build, **dict(report.facts)}
    tables = table_files(report.title, facts, report.tables, report.forms)
    return {
        "briefing.html": as_html(report),
        "briefing.md": as_markdown(report),
        "briefing.json": summary_json(report),
        **{f"plots/{figure.name}.svg": figure.svg for figure in report.figures},
        **{f"tables/{name}": content for name, content in tables.items()},
    }


def write_networks(knowledge: Knowledge, build: str, options: Options, folder: Path) -> list[Path]:
    """The networks that a briefing measures, at each level, as GraphML and GEXF; the paths written.

    Raises OSError where a file can't be written.
    """
    asked = (
        Asked(level, options.at, options.known, options.since, options.until) for level in NETWORK_LEVELS
    )
    listings = [listing(knowledge, build, one) for one in asked]
    names = [
        (one, f"{level}.{form}")
        for level, one in zip(NETWORK_LEVELS, listings, strict=True)
        for form in FORMS
    ]
    return [path for one, name in names for path in write_network(one, folder / name)]


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
