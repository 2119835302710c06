"""The report as Markdown (CommonMark with tables): as complete as the page, every text escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from backchannel.exports.markdown import Raw, escaped
from backchannel.exports.report_cells import shown_columns, shown_row
from backchannel.exports.report_model import SENTENCE_CLAIMS, SHOWN_CLAIMS, Report, numbered
from backchannel.graph.model import Key

__all__ = ["as_markdown", "rendered"]


def as_markdown(report: Report) -> str:
    """The report as text, to be written as UTF-8. The same report gives the same text."""
    numbers = report.numbers

    def refs(claims: Sequence[Key], most: int = SHOWN_CLAIMS) -> Raw:
        shown, more = numbered(claims, numbers, most)
        links = " ".join(f"[c{number}](#c{number})" for number in shown)
        return Raw(f"{links} and {more} more" if more else links)

    return rendered("report", report=report, refs=refs, most=SENTENCE_CLAIMS, number=numbers.__getitem__)


def rendered(name: str, **values: object) -> str:
    """A text from the template of a name, every value escaped."""
    template = environment().get_template(f"{name}.md")
    text = template.render(**values, columns=shown_columns, cells=shown_row)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def environment() -> Environment:
    """The templates; every value is escaped but for what the filter ``raw`` marks, which is ours."""
    found = Environment(
        loader=PackageLoader("backchannel.exports"),
        autoescape=False,  # Markdown is not HTML: `finalize` escapes every value for it instead
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalized,
    )
    found.filters["raw"] = Raw
    return found


def finalized(value: object) -> object:
    return escaped(value) if isinstance(value, str) and not isinstance(value, Raw) else value
