"""A knowledge seen through options, as a briefing."""

from __future__ import annotations

from backchannel.exports.briefing.about import facts, method
from backchannel.exports.briefing.crossing import crossing_section
from backchannel.exports.briefing.lines import channels_section
from backchannel.exports.briefing.quiet import disputes_section, silences_section
from backchannel.exports.briefing.sentences import sentences
from backchannel.exports.report_evidence import proofs
from backchannel.exports.report_model import Report, cited
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.asof import as_known
from backchannel.graph.model import Knowledge
from backchannel.graph.texts import Texts

__all__ = ["make_briefing"]


def make_briefing(
    knowledge: Knowledge, build: str, options: Options | None = None, texts: Texts | None = None
) -> Report:
    """The briefing on a knowledge, as plain objects; parameters as of
    :func:`backchannel.exports.report.make_report`, errors too.

    >>> make_briefing(Knowledge("Freedonia", "en"), "b0", Options(language="de")).facts[0]
    ('Stichtag', 'keiner: kein Dokument hat ein Erscheinungsdatum')
    """
    asked = options or Options()
    scope = Scope(as_known(knowledge, asked.known), asked)
    summary = sentences(scope)
    sections = (
        channels_section(scope),
        crossing_section(scope),
        silences_section(scope),
        disputes_section(scope),
    )
    return Report(
        title=knowledge.title,
        language=asked.language,
        build=build,
        facts=facts(scope, build),
        summary=summary,
        sections=sections,
        definitions=(),
        evidence=proofs(scope.knowledge, cited(summary, sections), texts, scope.language),
        method=method(scope),
        appendix=None,
    )
