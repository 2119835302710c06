"""A table's rows as people see them: shown columns only, numbers rounded, ranks in brackets."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.exports.report_model import Column, Row, Table, Value
from backchannel.graph.model import Key

__all__ = ["Shown", "shown_columns", "shown_row"]

NUMBERS = frozenset({"count", "share", "percent"})


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: its text, its rank if it has one, or claims instead; ``number`` aligns it right."""

    text: str
    rank: str = ""
    claims: tuple[Key, ...] = ()
    number: bool = False


def shown_columns(table: Table) -> list[Column]:
    """The columns that people see: meant for them, and kept or with something to say in any row.

    >>> columns = (Column("a", "A"), Column("n", "N", "count"), Column("m", "M", "count"))
    >>> [column.name for column in shown_columns(Table("t", "T", columns, (("x", 0, 2), ("y", 0, 0))))]
    ['a', 'm']
    """
    said = [any(row[place] for row in table.rows) for place in range(len(table.columns))]
    return [
        column
        for column, any_said in zip(table.columns, said, strict=True)
        if column.shown and (any_said or column.kept)
    ]


def shown_row(table: Table, row: Row) -> list[Shown]:
    """The cells of one row that people see.

    >>> columns = (Column("a", "A", "share", rank="a_rank"), Column("a_rank", "", "count", shown=False))
    >>> shown_row(Table("t", "T", columns, ((0.25, 3),)), (0.25, 3))
    [Shown(text='0.250', rank='3', claims=(), number=True)]
    """
    values = dict(zip((column.name for column in table.columns), row, strict=True))
    return [
        shown(column, values[column.name], values.get(column.rank or "")) for column in shown_columns(table)
    ]


def shown(column: Column, value: Value, rank: Value = None) -> Shown:
    if isinstance(value, tuple):
        return Shown("", claims=value)
    return Shown(_text(column.kind, value), "" if rank is None else str(rank), number=column.kind in NUMBERS)


def _text(kind: str, value: str | int | float | None) -> str:
    if value is None:
        return "–" if kind in NUMBERS else ""
    if value == "":
        return ""
    if kind == "share":
        return f"{value:.3f}"
    return f"{float(value) * 100:.0f} %" if kind == "percent" else str(value)
