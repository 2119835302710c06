"""Tables as files: in each form asked for, and the description that stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from backchannel.exports.datapackage import datapackage
from backchannel.exports.parquet import parquet, require
from backchannel.exports.report_model import Table
from backchannel.exports.report_tables import table_csv, table_json

__all__ = ["DESCRIPTION", "TABLE_FORMS", "checked_forms", "table_content", "table_files"]

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
