"""Tables as files: in each form asked for, and the description that stands beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from backchannel.exports.datapackage import datapackage
from backchannel.exports.parquet import parquet, require
from backchannel.exports.report_model import Table
from backchannel.exports.report_tables import table_csv, table_json

__all__ = ["DESCRIPTION", "TABLE_FORMS", "checked_forms", "described", "table_content", "table_files"]

TABLE_FORMS = ("csv", "json", "parquet")
DESCRIPTION = "datapackage.json"


def table_files(
    title: str,
    facts: Mapping[str, str],
    tables: Sequence[Table],
    forms: Collection[str],
    stem: str = "",
) -> dict[str, str | bytes]:
    """The content of each file by its name: ``{stem}{table}.{form}``, and ``{stem}datapackage.json``.

    Raises ValueError for another form and MissingToolError where the library for one isn't installed.

    >>> sorted(table_files("A case", {}, [Table("t", "T", (), ())], ["csv", "json"]))
    ['datapackage.json', 't.csv', 't.json']
    """
    chosen = checked_forms(forms)
    paths = {(table.name, form): f"{stem}{table.name}.{form}" for table in tables for form in chosen}
    found = {
        paths[table.name, form]: table_content(table, form, facts) for table in tables for form in chosen
    }
    found[f"{stem}{DESCRIPTION}"] = datapackage(title, facts, tables, paths)
    return found


def described(folder: Path) -> list[str]:
    """The names of the tables' files that a folder's description lists; none where it can't be read.

    A name that leads out of the folder, or is not a table's, is not among them.
    """
    try:
        listed = json.loads((folder / DESCRIPTION).read_bytes())["resources"]
        names = [str(one["path"]) for one in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [name for name in names if re.fullmatch(rf"[\w-]+\.({'|'.join(TABLE_FORMS)})", name)]


def table_content(table: Table, form: str, facts: Mapping[str, str]) -> str | bytes:
    """One table in one form: a text, or the bytes of Parquet."""
    if form == "parquet":
        return parquet(table, facts)
    return table_csv(table) if form == "csv" else table_json(table)


def checked_forms(forms: Collection[str]) -> list[str]:
    """The forms in their order, each once; what each needs is there, so that nothing is half written.

    >>> checked_forms(["json", "csv", "csv"])
    ['csv', 'json']
    >>> checked_forms(["xls"])
    Traceback (most recent call last):
    ...
    ValueError: expected tables as csv, json, parquet; found 'xls'
    """
    for form in forms:
        if form not in TABLE_FORMS:
            raise ValueError(f"expected tables as {', '.join(TABLE_FORMS)}; found {form!r}")
    if "parquet" in forms:
        require()
    return [form for form in TABLE_FORMS if form in forms]
