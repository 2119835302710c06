"""Tables as files: typed in Parquet, described beside CSV and JSON, equal in every form."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from networks import HOSTILE, PEOPLE, invented
from samples import rich

from backchannel.exports.column_meanings import MEANINGS, meaning_of
from backchannel.exports.network_rows import Asked, listing
from backchannel.exports.parquet import parquet
from backchannel.exports.report import Report, files_of, make_report, write_report
from backchannel.exports.report_model import Column, Table
from backchannel.exports.table_files import table_files
from backchannel.graph.errors import MissingToolError
from backchannel.graph.model import Knowledge

FACTS = {"build": "b0"}
TYPES = {"count": pa.int64(), "days": pa.date32(), "share": pa.float64(), "percent": pa.float64()}
TYPES |= {"flag": pa.bool_(), "list": pa.list_(pa.string()), "claims": pa.list_(pa.string())}


@pytest.fixture(scope="module")
def report(seed_knowledge: Knowledge) -> Report:
    return make_report(seed_knowledge, "b0")


@pytest.fixture(scope="module")
def tables(report: Report, seed_knowledge: Knowledge) -> list[Table]:
    """Every table of the seed's report, and the seed's network at each level."""
    networks = [listing(seed_knowledge, "b0", Asked(level)) for level in ("person", "office", "state")]
    return [*report.tables, *(table for one in networks for table in (one.nodes, one.edges))]


def read(table: Table) -> pa.Table:
    return pq.read_table(io.BytesIO(parquet(table, FACTS)))


def expected(column: Column, value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return date.fromisoformat(value) if column.kind == "days" and value else value


def test_every_table_is_read_back_with_its_types(tables: list[Table]) -> None:
    checked = Counter[str]()
    for table in tables:
        found = read(table)
        assert found.schema.names == [column.name for column in table.columns]
        assert found.schema.types == [TYPES.get(column.kind, pa.string()) for column in table.columns]
        rows = [tuple(row.values()) for row in found.to_pylist()]
        assert rows == [
            tuple(expected(column, value) for column, value in zip(table.columns, row, strict=True))
            for row in table.rows
        ]
        checked.update(column.kind for column in table.columns)
        checked["rows"] += len(rows)
    assert checked["rows"] > 250
    assert min(checked[kind] for kind in ("text", "count", "days", "share", "flag", "list", "claims")) >= 4


def test_another_reader_reads_it(tables: list[Table], tmp_path: Path) -> None:
    """DuckDB has a reader of its own: counts, days and lists can be asked for in SQL."""
    edges = next(table for table in tables if table.name == "edges")
    path = tmp_path / "edges.parquet"
    path.write_bytes(parquet(edges, FACTS))
    asked = duckdb.sql(f"SELECT count(*), min(first_day), max(len(claims)), count(sure_day) FROM '{path}'")
    held = [dict(zip((column.name for column in edges.columns), row, strict=True)) for row in edges.rows]
    assert asked.fetchall()[0] == (
        len(held),
        min(date.fromisoformat(str(one["first_day"])) for one in held if one["first_day"]),
        max(len(one["claims"]) for one in held),  # type: ignore[arg-type]
        sum(one["sure_day"] is not None for one in held),
    )


def test_the_file_says_what_it_is(tables: list[Table]) -> None:
    """The build stands in the file's metadata, each column's meaning in that of its field."""
    schema = read(tables[0]).schema
    assert json.loads(schema.metadata[b"backchannel"]) == {
        "table": "pairs",
        "title": "Contacts of each pair",
        "build": "b0",
    }
    assert schema.field("one").metadata[b"description"] == b"The name of the one side."


def test_every_column_has_a_meaning(tables: list[Table]) -> None:
    """Of each column of each table is said what it means, by more than its title; nothing is said in vain."""
    columns = [(table.name, column) for table in tables for column in table.columns]
    assert len(columns) > 150
    assert [(name, column.name) for name, column in columns if meaning_of(name, column) == column.title] == []
    named = {name for table, column in columns for name in (column.name, f"{table}:{column.name}")}
    assert [name for name in MEANINGS if name not in named] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names(name: str) -> None:
    """Nothing of a name is lost but what UTF-8 has no bytes for."""
    one = listing(invented([(PEOPLE[0], PEOPLE[2], "held", "2029-02", True)], name), "b0")
    found = read(one.nodes).column("label").to_pylist()
    assert found == [name.encode("utf-8", "replace").decode()] * 2
    files = table_files(one.title, one.facts, (one.nodes, one.edges), ("csv", "json", "parquet"), "x-")
    assert len(files) == 7


def test_a_table_without_rows() -> None:
    one = listing(Knowledge("Nobody", "en"), "b0")
    assert read(one.edges).num_rows == 0
    assert read(one.edges).schema.field("claims").type == pa.list_(pa.string())
    assert read(Table("none", "None", (), ())).num_rows == 0


def test_a_day_that_is_none_is_an_error() -> None:
    """No wrong day is written as another."""
    with pytest.raises(ValueError, match="day is out of range for month"):
        parquet(Table("t", "T", (Column("day", "Day", "days"),), (("2029-02-30",),)), FACTS)


def test_without_pyarrow_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, report: Report, tmp_path: Path
) -> None:
    """Nothing is half written: the error comes before the first file."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingToolError, match=r'install it with: pip install "backchannel\[tables\]"'):
        write_report(replace(report, forms=("csv", "parquet")), tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert len(write_report(report, tmp_path)) == 32


def test_another_form_is_none(report: Report) -> None:
    with pytest.raises(ValueError, match="expected tables as csv, json, parquet; found 'xls'"):
        files_of(replace(report, forms=("xls",)))


def test_the_report_says_where_its_tables_lie(report: Report, tmp_path: Path) -> None:
    """Tables in forms that are no longer asked for go, and the page names those that are there."""
    write_report(report, tmp_path)
    write_report(replace(report, forms=("parquet",)), tmp_path)
    suffixes = Counter(path.suffix for path in (tmp_path / "tables").iterdir())
    assert suffixes == {".parquet": len(report.tables), ".json": 1}
    for name in ("report.html", "report.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.count("pairs.parquet") == 1
        assert "pairs.csv" not in text


def test_what_stands_beside_describes_each_file(tables: list[Table], report: Report) -> None:
    """A Data Package: each file's columns in their order, and each cell of CSV and JSON is of its type."""
    files = table_files("A case", FACTS, report.tables, ("csv", "json", "parquet"))
    package = json.loads(files["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {one["path"] for one in package["resources"]} | {"datapackage.json"} == set(files)
    assert len({one["name"] for one in package["resources"]}) == len(package["resources"]) == 39
    checked = 0
    for one in package["resources"]:
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        if one["format"] == "csv":
            rows = list(csv.reader(io.StringIO(str(files[one["path"]]))))
            assert rows[0] == list(fields)
            checked += sum(
                lexical(field["type"], cell)
                for row in rows[1:]
                for field, cell in zip(fields.values(), row, strict=True)
            )
        elif one["format"] == "json":
            for row in json.loads(files[one["path"]]):
                assert list(row) == list(fields)
                checked += sum(native(fields[name]["type"], value) for name, value in row.items())
    assert checked == 2 * sum(len(table.rows) * len(table.columns) for table in report.tables) > 4000


def lexical(kind: str, cell: str) -> bool:
    readers: dict[str, Any] = {"integer": int, "number": float, "date": date.fromisoformat}
    if cell and kind in readers:
        readers[kind](cell)
    return kind != "boolean" or cell in ("true", "false", "")


def native(kind: str, value: Any) -> bool:
    types: dict[str, Any] = {"integer": int, "number": (int, float), "array": list, "boolean": bool}
    return value is None or isinstance(value, types.get(kind, str))


PROGRAM = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from samples import rich
from backchannel.exports.network_files import NETWORK_FORMATS, write_network
from backchannel.exports.network_rows import Asked, listing
from backchannel.graph.case import read, seed_folder
for name, knowledge in (("rich", rich()), ("seed", read(seed_folder()).knowledge)):
    for form in NETWORK_FORMATS:
        for level in ("person", "state"):
            path = Path(sys.argv[2]) / f"{name}-{level}.{form}"
            for each in write_network(listing(knowledge, "b0", Asked(level)), path):
                print(hashlib.sha256(each.read_bytes()).hexdigest(), form, each.name)
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """Networks in every format, with two hash seeds and time zones."""
    found = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent), str(tmp_path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4242", "Asia/Tokyo"))
    ]
    assert len(found[0].splitlines()) == 4 * 8
    assert found[0] == found[1]


def test_one_process_writes_the_same_bytes_twice() -> None:
    one = listing(rich(), "b0")
    assert parquet(one.edges, FACTS) == parquet(one.edges, FACTS)
