"""Who matters: ranks with the interval in which they lie over possible worlds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.exports import plots_small, svg
from backchannel.exports.plots_small import Reach
from backchannel.exports.report_model import Column, Figure, Row, Section, Sentence, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import shortened
from backchannel.exports.tables import printable
from backchannel.exports.worlds_words import percent, span_words
from backchannel.graph.worlds.ranks import Progress, Ranks, ranks
from backchannel.graph.worlds.rows import RankRow

__all__ = ["MEASURED", "People", "people_section", "people_sentences", "ranked"]

# Who reaches others, who stands between them, who is sought by those who are sought, who is free to broker.
MEASURED = ("harmonic", "betweenness", "pagerank", "constraint")
MOST = 6
LABEL = 34


@dataclass(frozen=True, slots=True)
class People:
    """The ranks of a scope's network; ``leading`` are those whose first measure leads."""

    found: Ranks
    leading: tuple[RankRow, ...]


def ranked(scope: Scope, worlds: int, seed: int, progress: Progress | None = None) -> People:
    """The ranks over all worlds, or over so many drawn with a seed."""
    asked = scope.options
    found = ranks(
        scope.knowledge,
        MEASURED,
        asked.level,
        known=asked.known,
        since=asked.since,
        until=asked.until or scope.at,
        worlds=worlds,
        seed=seed,
        progress=progress,
    )
    return People(found, tuple(row for row in found.rows(MEASURED[0]) if row.value)[:MOST])


def people_sentences(scope: Scope, people: People) -> Iterator[Sentence]:
    """Who is first, and in how many of the worlds."""
    if not people.leading:
        return
    first = people.leading[0]
    text = scope.language.say(
        "people-first",
        who=scope.label(first.node),
        share=percent(first.first),
        least=first.spread.least or 0,
        greatest=first.spread.greatest or 0,
    )
    yield Sentence(text, scope.claims_of(first.node, ["held"]))


def people_section(scope: Scope, people: People) -> Section:
    """The ranks by each measure, each with its interval; the first measure drawn as well."""
    say = scope.language.say
    columns = (
        Column("node", say("column-node"), shown=False),
        Column("who", say("column-who")),
        Column("state", say("column-country")),
        *(Column(name, say(f"measure-{name}")) for name in MEASURED),
        Column("first", say("column-first")),
        Column("claims", say("column-claims"), "claims"),
    )
    rows = tuple(_row(scope, people.found, row) for row in people.leading)
    table = Table("ranks", say("people-table"), columns, rows, empty=say("people-empty"), most=MOST)
    how = "people-exact" if people.found.exact else "people-drawn"
    intro = say("people-intro", worlds=say(how, count=_count(people.found), seed=people.found.seed))
    return Section("people", say("people-title"), intro, _figures(scope, people), (table,))


def _count(found: Ranks) -> int:
    return found.number or 0 if found.exact else found.worlds.drawn


def _row(scope: Scope, found: Ranks, first: RankRow) -> Row:
    by_measure = {name: _of(found, name, first.node) for name in MEASURED}
    return (
        first.node,
        scope.label(first.node),
        scope.label(scope.network.nodes[first.node]["state"] or ""),
        *(_rank(row) for row in by_measure.values()),
        percent(first.first),
        scope.claims_of(first.node, ["held"]),
    )


def _of(found: Ranks, measure: str, node: str) -> RankRow:
    return next(row for row in found.rows(measure) if row.node == node)


def _rank(row: RankRow) -> str:
    """The rank, and between which it lies where it is not the same in every world."""
    if row.rank is None:
        return "–"
    span = span_words(row.spread.least, row.spread.greatest)
    return f"{row.rank}" if span in ("", f"{row.rank}") else f"{row.rank} ({span.replace(' to ', '–')})"


def _figures(scope: Scope, people: People) -> tuple[Figure, ...]:
    if not people.leading:
        return ()
    say = scope.language.say
    reaches = [
        Reach(
            shortened(printable(scope.label(row.node)), LABEL),
            row.rank or 0,
            (row.spread.least or 0, row.spread.greatest or 0),
            (row.spread.low or 0, row.spread.high or 0),
            percent(row.holds),
        )
        for row in people.leading
    ]
    drawing = plots_small.reaches(reaches, say("axis-rank"))
    title, caption = say("people-figure"), say("people-caption")
    parts = (drawing.svg, "ranks", title, caption, drawing.titles)
    return (Figure("ranks", title, caption, svg.standalone(*parts), svg.inline(*parts)),)
