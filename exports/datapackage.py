"""What stands beside a folder of tables: a description of each, its columns, their types and meanings.

A Data Package with Table Schemas (Data Package standard, version 2.0: datapackage.org), which readers of
many languages understand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backchannel.exports.column_meanings import meaning_of
from backchannel.exports.report_model import Column, Table
from backchannel.exports.report_tables import dumped

__all__ = ["MEDIA", "datapackage"]

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
TYPES = {"count": "integer", "days": "date", "share": "number", "percent": "number", "flag": "boolean"}
LISTS = ("list", "claims")


def datapackage(
    title: str, facts: Mapping[str, str], tables: Sequence[Table], paths: Mapping[tuple[str, str], str]
) -> str:
    """The text of ``datapackage.json``.

    ``paths`` has the path of each file beside it, by the table's name and the form (csv, json, parquet).
    Lists stand in CSV as texts divided by blanks, in the other forms as lists. In CSV a text that a
    spreadsheet would take for a formula has an apostrophe before it.

    >>> import json
    >>> table = Table("t", "T", (Column("n", "N", "count"),), ())
    >>> found = json.loads(datapackage("A case", {"build": "b0"}, [table], {("t", "csv"): "t.csv"}))
    >>> found["resources"][0]["path"], found["resources"][0]["schema"]["fields"][0]["type"]
    ('t.csv', 'integer')
    """
    resources = [
        _resource(table, form, path)
        for table in tables
        for (name, form), path in sorted(paths.items())
        if name == table.name
    ]
    head = {"$schema": PROFILE, "name": "tables", "title": title, "backchannel": dict(facts)}
    return dumped({**head, "resources": resources})


def _resource(table: Table, form: str, path: str) -> dict[str, Any]:
    return {
        "name": f"{table.name}-{form}".replace("_", "-"),
        "title": table.title,
        **({"description": table.note} if table.note else {}),
        "path": path,
        "format": form,
        "mediatype": MEDIA[form],
        **({} if form == "parquet" else {"encoding": "utf-8"}),
        "schema": {"fields": [_field(table.name, column, form) for column in table.columns]},
    }


def _field(table: str, column: Column, form: str) -> dict[str, str]:
    about = {"name": column.name, "title": column.title, "description": meaning_of(table, column)}
    if column.kind not in LISTS:
        return {**about, "type": TYPES.get(column.kind, "string")}
    if form == "csv":
        return {**about, "type": "list", "itemType": "string", "delimiter": " "}
    return {**about, "type": "array"}
