"""The report on a graph: what an analyst would want to know, each statement with its claims.

Made once as plain objects (:mod:`backchannel.exports.report_model`), then written as HTML, Markdown,
CSV, JSON and Parquet, which therefore agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from backchannel.exports.report_channels import channels_section
from backchannel.exports.report_contacts import matrix_section, timeline_section
from backchannel.exports.report_disputes import contested_section
from backchannel.exports.report_evidence import appendix, proofs
from backchannel.exports.report_facts import facts, method
from backchannel.exports.report_figures import matrix_figures, timeline_figures
from backchannel.exports.report_folder import folder_files, write_folder
from backchannel.exports.report_html import as_html
from backchannel.exports.report_markdown import as_markdown
from backchannel.exports.report_measures import bridges_section, rankings_section
from backchannel.exports.report_model import Report, Section, cited
from backchannel.exports.report_scope import Options, Scope
from backchannel.exports.report_silences import silences_section
from backchannel.exports.report_summary import summary
from backchannel.graph.analytics import DEFINITIONS
from backchannel.graph.asof import as_known
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.texts import Texts

__all__ = ["Options", "Report", "files_of", "make_report", "write_report"]

# The definitions that stand below a report: of what is in it.
DEFINED = ("degree", "betweenness", "harmonic", "pagerank", "constraint", "bridges", "gap")


def make_report(
    knowledge: Knowledge, build: str, options: Options | None = None, texts: Texts | None = None
) -> Report:
    """The report on a knowledge, as plain objects.

    ``build`` is the hash of the build it speaks of, ``texts`` the source texts at hand, if any: the
    quotations then stand beside the paraphrases.

    Raises :class:`~backchannel.graph.errors.UnsourcedError` where a statement has no claim,
    :class:`~backchannel.graph.errors.DateError` for a day that is none, and
    :class:`~backchannel.graph.errors.UnknownNameError` or
    :class:`~backchannel.graph.errors.AmbiguousNameError` for the name of a state that is none.

    >>> report = make_report(Knowledge("Freedonia", "en"), "b0")
    >>> report.title, len(report.summary), len(report.tables)
    ('Freedonia', 0, 13)
    """
    asked = options or Options()
    knowledge = as_known(knowledge, asked.known)
    scope = Scope(knowledge, asked)
    sections = _sections(scope)
    sentences = summary(scope)
    return Report(
        title=knowledge.title,
        language=knowledge.language,
        build=build,
        facts=facts(scope, build),
        summary=sentences,
        sections=sections,
        definitions=tuple(DEFINITIONS[name] for name in DEFINED),
        evidence=proofs(knowledge, cited(sentences, sections), texts),
        method=method(),
        appendix=appendix(knowledge, _all_claims(sections), cited(sentences, sections), texts),
    )


def files_of(report: Report) -> dict[str, str | bytes]:
    """The content of each file of a report; see :func:`backchannel.exports.report_folder.folder_files`."""
    return folder_files(report, "report", as_html(report), as_markdown(report))


def write_report(report: Report, folder: Path) -> list[Path]:
    """Write a report's files into a folder; the paths written.

    See :func:`backchannel.exports.report_folder.write_folder`; errors also as of :func:`files_of`.
    """
    return write_folder(report, files_of(report), folder, "report", ("matrix", "timeline"))


def _sections(scope: Scope) -> tuple[Section, ...]:
    return (
        matrix_section(scope, matrix_figures(scope)),
        timeline_section(scope, timeline_figures(scope)),
        silences_section(scope),
        channels_section(scope),
        rankings_section(scope),
        bridges_section(scope),
        contested_section(scope),
    )


def _all_claims(sections: Iterable[Section]) -> list[Key]:
    tables = (table for section in sections for table in section.tables)
    return sorted({claim for table in tables for claim in table.claims})
