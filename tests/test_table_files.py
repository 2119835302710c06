"""The description beside a folder of tables, read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backchannel.exports.table_files import DESCRIPTION, described


def test_only_tables_beside_it_are_read_from_a_description(tmp_path: Path) -> None:
    """A path that leads elsewhere, or to another kind of file, is none of the tables."""
    paths = [
        "people.csv",
        "people.parquet",
        "../people.csv",
        "/etc/people.csv",
        "people.csv\n",
        "notes.txt",
        7,
    ]
    text = json.dumps({"resources": [{"path": path} for path in paths]})
    (tmp_path / DESCRIPTION).write_text(text, encoding="utf-8")
    assert described(tmp_path) == ["people.csv", "people.parquet"]


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"resources": 1}', '{"resources": [1]}', "\0"])
def test_without_a_readable_description_no_table_is_known(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / DESCRIPTION).write_text(text, encoding="utf-8")
    assert described(tmp_path) == []
