"""A knowledge seen through options, as a briefing."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.exports.briefing.about import facts, method
from backchannel.exports.briefing.crossing import crossing_section
from backchannel.exports.briefing.lines import channels_section
from backchannel.exports.briefing.overtime import overtime_section, overtime_sentences, tested
from backchannel.exports.briefing.people import people_section, people_sentences, ranked
from backchannel.exports.briefing.quiet import disputes_section, silences_section
from backchannel.exports.briefing.sentences import sentences
from backchannel.exports.briefing.ways import routes_of, routes_section, routes_sentences
from backchannel.exports.report_evidence import proofs
from backchannel.exports.report_model import Report, cited
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.asof import as_known
from backchannel.graph.model import Knowledge
from backchannel.graph.texts import Texts
from backchannel.graph.worlds.ranks import Progress

__all__ = ["Chances", "make_briefing"]

MOST, FEW = 4, 2  # claims named behind a sentence, and in a cell: there is little room


@dataclass(frozen=True, slots=True)
class Chances:
    """What is drawn: so many possible worlds where there are too many to go through, and the seed of all."""

    worlds: int = 1000
    seed: int = 1


def make_briefing(
    knowledge: Knowledge,
    build: str,
    options: Options | None = None,
    texts: Texts | None = None,
    chances: Chances | None = None,
    progress: Progress | None = None,
) -> Report:
    """The briefing on a knowledge, as plain objects; parameters as of
    :func:`backchannel.exports.report.make_report`, errors too.

    ``progress`` is told how many possible worlds of how many are done, which is what takes long.

    >>> make_briefing(Knowledge("Freedonia", "en"), "b0", Options(language="de")).facts[0]
    ('Stichtag', 'keiner: kein Dokument hat ein Erscheinungsdatum')
    """
    asked, drawn = options or Options(), chances or Chances()
    scope = Scope(as_known(knowledge, asked.known), asked)
    ways = routes_of(scope)
    people = ranked(scope, drawn.worlds, drawn.seed, progress)
    summary = (
        *routes_sentences(scope, ways),
        *sentences(scope),
        *people_sentences(scope, people),
        *overtime_sentences(scope, tested(scope, drawn.seed)),
    )
    sections = (
        routes_section(scope, ways),
        channels_section(scope),
        people_section(scope, people),
        overtime_section(scope),
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
        evidence=proofs(scope.knowledge, cited(summary, sections, MOST, FEW), texts, scope.language),
        method=method(scope),
        appendix=None,
        sentence_claims=MOST,
        cell_claims=FEW,
    )
