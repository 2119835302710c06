"""Ranks over possible worlds as tables of the report: for the terminal, CSV, JSON and Markdown."""

from __future__ import annotations

from dataclasses import replace

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.worlds_words import (
    answer_words,
    method_words,
    percent,
    question_words,
    rank_sentence,
    span_words,
)
from backchannel.graph.analytics import MEASURES
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.worlds.influence import Influence
from backchannel.graph.worlds.ranks import Ranks
from backchannel.graph.worlds.rows import RankRow, flat

__all__ = ["influence_table", "joined", "once", "ranks_table"]

# What people see, then what CSV and JSON have besides.
SHOWN = (
    ("rank", "Rank", "count"),
    ("who", "Who", "text"),
    ("state", "State", "text"),
    ("value", "Value", "share"),
    ("holds_words", "Rank holds in", "text"),
    ("span", "Ranks", "text"),
    ("span_90", "In 90 % of worlds", "text"),
    ("first_words", "First in", "text"),
    ("mean", "Mean value", "share"),
)
HIDDEN = (
    "measure", "node", "level", "sentence", "rank_least", "rank_greatest", "rank_low", "rank_high", "holds",
    "holds_low", "holds_high", "first", "first_low", "first_high", "placed", "worlds", "model",
)  # fmt: skip
INFLUENCE = (
    Column("question", "Question"),
    Column("kind", "Kind", shown=False),
    Column("explains", "Explains", "percent"),
    Column("answer", "If the answer is"),
    Column("probability", "Likely to", "percent"),
    Column("mean_rank", "Mean rank", "share"),
    Column("span", "Ranks"),
    Column("span_90", "In 90 % of worlds"),
    Column("model", "Model", shown=False),
    Column("claims", "Claims", "claims"),
)
EMPTY = "The network has no nodes."
SETTLED = "Nothing that is open moves this rank."


def ranks_table(found: Ranks, measure: str, limit: int | None = None) -> Table:
    """The ranks by one measure, from the first down, at most so many."""
    about = MEASURES[measure]
    kinds = {"value": "count" if about.kind == "count" else "share"}
    columns = (
        *(Column(name, title, kinds.get(name, kind)) for name, title, kind in SHOWN),
        *(Column(name, name, shown=False) for name in HIDDEN),
    )
    method = " ".join(method_words(found))
    rows = tuple(_row(found, row, columns, method) for row in found.rows(measure)[:limit])
    title = f"{about.title}: ranks over possible worlds, level {found.level}"
    return Table(f"ranks_{measure}", title, columns, rows, method, EMPTY)


def joined(tables: list[Table]) -> Table:
    """The tables of several measures as one."""
    first = tables[0]
    rows = tuple(row for table in tables for row in table.rows)
    return Table("ranks", "Ranks over possible worlds", first.columns, rows, first.note, first.empty)


def influence_table(
    knowledge: Knowledge, found: Ranks, node: Key, measure: str, limit: int | None, known: str | None = None
) -> Table:
    """Which open questions move one rank most, a row an answer with what the rank would be then."""
    chosen = found.influences(node, measure)[:limit]
    rows = tuple(row for one in chosen for row in _answers(knowledge, found, one, known))
    title = f"What moves the rank of {knowledge.label(node)} by {MEASURES[measure].title.lower()}"
    note = (
        "Explains: how much of the rank's variance the answer takes away in the mean (first-order sensitivity"
        " index); questions that work only together are not seen by it."
    )
    return Table("influences", title, INFLUENCE, rows, note, SETTLED)


def once(table: Table) -> Table:
    """The table of influences for people: what is the same in the row above is left out."""
    rows: list[Row] = []
    for above, row in zip((None, *table.rows), table.rows, strict=False):
        again = above is not None and above[0] == row[0]
        rows.append(("", row[1], "", *row[3:-1], ()) if again else row)
    return replace(table, rows=tuple(rows))


def _row(found: Ranks, row: RankRow, columns: tuple[Column, ...], method: str) -> Row:
    about = found.space.population.nodes[row.node]
    cells: dict[str, object] = {
        **flat(row),
        "level": found.level,
        "state": about["state_label"],
        "sentence": rank_sentence(row),
        "span": span_words(row.spread.least, row.spread.greatest),
        "span_90": span_words(row.spread.low, row.spread.high),
        "holds_words": _estimate(row.holds, row.holds_within),
        "first_words": _estimate(row.first, row.first_within),
        "worlds": "enumerated" if found.exact else f"sampled {found.worlds.drawn}, seed {found.seed}",
        "model": method,
    }
    if MEASURES[row.measure].kind == "count" and row.value is not None:
        cells["value"] = int(row.value)
    return tuple(cells[column.name] for column in columns)  # type: ignore[misc]


def _estimate(share: float, within: tuple[float, float] | None) -> str:
    if within is None:
        return percent(share)
    return f"{percent(share)} ({within[0] * 100:.0f} to {within[1] * 100:.0f})"


def _answers(knowledge: Knowledge, found: Ranks, one: Influence, known: str | None) -> list[Row]:
    claims = one.choice.on if one.choice.kind != "identity" else ()
    question = question_words(knowledge, one.choice, known)
    return [
        (
            question,
            one.choice.kind,
            one.explains,
            answer_words(knowledge, one.choice, answer),
            answer.probability,
            answer.mean,
            span_words(answer.spread.least, answer.spread.greatest),
            span_words(answer.spread.low, answer.spread.high),
            found.model.words(),
            claims,
        )
        for answer in one.answers
    ]
