"""A table as Apache Parquet, with its types and with what its columns mean.

Needs pyarrow: `pip install "backchannel[tables]"`. No other file imports it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from backchannel.exports.column_meanings import meaning_of
from backchannel.exports.report_model import Column, Table, Value
from backchannel.graph.errors import MissingToolError

if TYPE_CHECKING:
    import pyarrow

__all__ = ["parquet", "require"]

INSTALL = 'pip install "backchannel[tables]"'


def parquet(table: Table, facts: Mapping[str, str]) -> bytes:
    """The file: days as date32, lists as lists, counts as int64, shares as float64, flags as bool.

    ``facts`` (the hash of the build, say) stand in the file's metadata under ``backchannel``, the title and
    the meaning of each column in that of its field. The same rows give the same bytes, by one version of
    pyarrow. Raises MissingToolError where pyarrow isn't installed.

    >>> found = parquet(Table("t", "T", (Column("n", "N", "count"),), ((1,), (None,))), {"build": "b0"})
    >>> found[:4], found[-4:]
    (b'PAR1', b'PAR1')
    """
    require()
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema(
        [_field(table.name, column) for column in table.columns],
        {"backchannel": json.dumps({"table": table.name, "title": table.title, **facts}, ensure_ascii=False)},
    )
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array(_values(column, values), field.type)
        for column, values, field in zip(table.columns, columns, schema, strict=True)
    ]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    content: bytes = out.getvalue().to_pybytes()
    return content


def require() -> None:
    """Raise MissingToolError, with the line that installs it, where pyarrow isn't installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingToolError(
            f"Parquet needs pyarrow, which is not installed; install it with: {INSTALL}"
        ) from error


def _field(table: str, column: Column) -> pyarrow.Field:
    about = {"title": column.title, "description": meaning_of(table, column)}
    return _arrow().field(column.name, _type(column.kind), metadata=about)


def _type(kind: str) -> Any:
    pa = _arrow()
    lists = pa.list_(pa.string())
    types = {"count": pa.int64(), "days": pa.date32(), "flag": pa.bool_(), "list": lists, "claims": lists}
    numbers = {"share": pa.float64(), "percent": pa.float64()}
    return (types | numbers).get(kind, pa.string())


def _arrow() -> Any:
    import pyarrow

    return pyarrow


def _values(column: Column, values: Sequence[Value]) -> list[Any]:
    if column.kind == "days":
        return [date.fromisoformat(value) if isinstance(value, str) else None for value in values]
    if column.kind in ("count", "share", "percent", "flag", "list", "claims"):
        return list(values)
    return [None if value is None else _whole(str(value)) for value in values]


def _whole(text: str) -> str:
    """A text that UTF-8 can hold: half a surrogate pair can't be."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
