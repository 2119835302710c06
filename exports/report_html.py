"""The report as one HTML page: no script, nothing fetched, every text from the data escaped.

The page's Content-Security-Policy lets the browser itself enforce it: only our style, known by its
hash, applies; nothing runs, nothing is loaded, nothing can be sent.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from backchannel.exports.report_cells import shown_columns, shown_row
from backchannel.exports.report_model import SENTENCE_CLAIMS, SHOWN_CLAIMS, Figure, Report, numbered
from backchannel.exports.tables import printable
from backchannel.graph.model import Key

__all__ = ["as_html", "rendered"]


def as_html(report: Report) -> str:
    """The page as text, to be written as UTF-8. The same report gives the same text."""
    numbers = report.numbers

    def refs(claims: Sequence[Key], most: int = SHOWN_CLAIMS) -> tuple[list[int], int]:
        return numbered(claims, numbers, most)

    return rendered("report", report=report, refs=refs, most=SENTENCE_CLAIMS, number=numbers.__getitem__)


def rendered(name: str, **values: object) -> str:
    """A page from the template and the style sheet of a name, every value escaped."""
    sheet = style(name)
    template = environment().get_template(f"{name}.html")
    return template.render(
        **values,
        columns=shown_columns,
        cells=shown_row,
        drawn=drawn,
        style=Markup(sheet),  # our own file, and the only one the policy lets through
        policy=policy(sheet),
    )


def drawn(figure: Figure) -> Markup:
    """The plot's own markup: made by :mod:`backchannel.exports.svg`, which escapes the texts in it."""
    return Markup(figure.inline)


@cache
def environment() -> Environment:
    """The templates; every value is escaped, and what can't be printed is replaced."""
    return Environment(
        loader=PackageLoader("backchannel.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )


def clean(value: object) -> object:
    """A text without characters that move the cursor or turn the writing direction.

    >>> clean("a\\u202eb"), clean(3)
    ('a\ufffdb', 3)
    """
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def style(name: str = "report") -> str:
    """The style sheet of a name, as it stands in the page."""
    return files("backchannel.exports").joinpath(f"templates/{name}.css").read_text(encoding="utf-8")


def policy(sheet: str) -> str:
    """The Content-Security-Policy that admits one style sheet and nothing else (W3C CSP 3).

    >>> policy("").split("; ")[:2]
    ["default-src 'none'", "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]
    """
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
