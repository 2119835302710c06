"""The report's tables as CSV and JSON, and its scope and summary as JSON."""

from __future__ import annotations

import json
from typing import Any

from backchannel.exports.report_model import Report, Table, Value
from backchannel.exports.tables import Cell, as_csv

__all__ = ["summary_json", "table_csv", "table_json"]

DECIMALS = 6  # of a share in CSV and JSON; Parquet holds the number as it is
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table) -> str:
    """All rows of a table; claims of a cell separated by blanks.

    A text that a spreadsheet could take for a formula gets an apostrophe (OWASP, CSV injection).

    >>> from backchannel.exports.report_model import Column
    >>> columns = (Column("who", "Who"), Column("n", "N", "share"), Column("claims", "Claims", "claims"))
    >>> print(table_csv(Table("t", "T", columns, (("=1+1", 1 / 3, ("claim/a", "claim/b")),))), end="")
    who,n,claims
    '=1+1,0.333333,claim/a claim/b
    """
    names = [column.name for column in table.columns]
    return as_csv(names, [[csv_cell(value) for value in row] for row in table.rows])


def table_json(table: Table) -> str:
    """All rows of a table as objects; claims are lists.

    >>> from backchannel.exports.report_model import Column
    >>> columns = (Column("who", "Who"), Column("claims", "Claims", "claims"))
    >>> json.loads(table_json(Table("t", "T", columns, (("=1+1", ("claim/a",)),))))
    [{'who': '=1+1', 'claims': ['claim/a']}]
    """
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, map(json_cell, row), strict=True)) for row in table.rows]
    return dumped(rows)


def summary_json(report: Report) -> str:
    """What the report was made of, its sentences with their claims, and what files lie beside it."""
    return dumped(
        {
            "title": report.title,
            "build": report.build,
            "scope": dict(report.facts),
            "summary": [{"text": one.text, "claims": list(one.claims)} for one in report.summary],
            "tables": [
                {"name": table.name, "title": table.title, "rows": len(table.rows)} for table in report.tables
            ],
            "plots": [{"name": figure.name, "title": figure.title} for figure in report.figures],
        }
    )


def csv_cell(value: Value) -> Cell:
    if isinstance(value, tuple):
        return csv_cell(" ".join(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return round(value, DECIMALS)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def json_cell(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return round(value, DECIMALS) if isinstance(value, float) else value


def dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
