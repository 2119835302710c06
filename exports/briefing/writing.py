"""A briefing as files: HTML that prints well, Markdown, its tables as CSV and JSON, its plots as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from backchannel.exports import report_html, report_markdown
from backchannel.exports.briefing.citing import Citing
from backchannel.exports.language import language
from backchannel.exports.markdown import Raw
from backchannel.exports.report_model import Report, numbered
from backchannel.exports.report_tables import summary_json, table_csv, table_json
from backchannel.graph.model import Key

__all__ = ["as_html", "as_markdown", "briefing_files"]

MOST, FEW = 6, 4  # claims named behind a sentence, and in a cell


def briefing_files(report: Report) -> dict[str, str]:
    """The text of each file of a briefing, by its path within its folder."""
    found = {
        "briefing.html": as_html(report),
        "briefing.md": as_markdown(report),
        "briefing.json": summary_json(report),
    }
    for table in report.tables:
        found[f"tables/{table.name}.csv"] = table_csv(table)
        found[f"tables/{table.name}.json"] = table_json(table)
    for figure in report.figures:
        found[f"plots/{figure.name}.svg"] = figure.svg
    return found


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
        "most": MOST,
        "few": FEW,
    }
