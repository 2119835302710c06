"""Tables of numbers packed small, for the page: columns of integers and what goes with them as JSON.

A block is one line of JSON, a newline, and the bytes of the columns, deflated (RFC 1951) and written in
base64. The JSON has ``columns``, a list of ``[name, how many, bytes each, least]``, and ``rest``. A column
holds the differences from its least value as unsigned numbers, and of these first all lowest bytes, then
all second ones and so on: what is alike stands together and packs better.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

__all__ = ["Coded", "coded", "listed", "packed", "unpacked"]

Coded = tuple[list[int], list[Any]]
WIDTHS = (1, 2, 4)
LEVEL = 9
as_json = json.JSONEncoder(sort_keys=True).encode


def packed(columns: Mapping[str, Sequence[int]], rest: Any) -> str:
    """A block as base64; the same columns give the same text.

    Raises ValueError for a column whose values differ by 2**32 or more.

    >>> unpacked(packed({"day": [20000, 20003]}, {"names": ["a"]}))
    ({'day': [20000, 20003]}, {'names': ['a']})
    """
    written = [column(name, values) for name, values in columns.items()]
    head = {"columns": [row for row, _ in written], "rest": rest}
    text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = text.encode("utf-8", errors="replace") + b"\n" + b"".join(part for _, part in written)
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(squeeze.compress(data) + squeeze.flush()).decode("ascii")


def column(name: str, values: Sequence[int]) -> tuple[list[Any], bytes]:
    """A column's row of the head, and its bytes."""
    least = min(values, default=0)
    span = max(values, default=0) - least
    width = next((one for one in WIDTHS if span < 256**one), 0)
    if not width:
        raise ValueError(f"column {name}: expected values within 2**32 of one another; found {span}")
    rows = (np.asarray(values, dtype=np.int64) - least).astype("<u4").view(np.uint8).reshape(-1, 4)
    return [name, len(values), width, least], rows[:, :width].T.tobytes()


def unpacked(text: str) -> tuple[dict[str, list[int]], Any]:
    """The columns and the rest of a block, as :func:`packed` was given them."""
    data = zlib.decompress(base64.b64decode(text), -zlib.MAX_WBITS)
    end = data.index(b"\n")
    head = json.loads(data[:end])
    columns, at = {}, end + 1
    for name, count, width, least in head["columns"]:
        planes = np.frombuffer(data, np.uint8, count * width, at).reshape(width, count)
        weights = np.array([256**place for place in range(width)], dtype=np.int64)
        columns[name] = [int(one) + least for one in weights @ planes.astype(np.int64)]
        at += count * width
    return columns, head["rest"]


def coded(values: Iterable[Any], table: Sequence[Any] = ()) -> Coded:
    """Each value as its place in a table of all different ones, in the order in which they first come.

    ``table`` are values that stand at the beginning of the table in any case.

    >>> coded(["b", "a", "b"], ["a"])
    ([1, 0, 1], ['a', 'b'])
    >>> coded([{"x": []}, None, {"x": []}])
    ([0, 1, 0], [{'x': []}, None])
    """
    places: dict[Hashable, int] = {}
    found: list[Any] = []
    for value in table:
        place(value, places, found)
    return [place(value, places, found) for value in values], found


def named(value: Any) -> Hashable:
    """What tells a value that is no text from others: its type as well, as True == 1 but not on the page."""
    if value is None or isinstance(value, int):
        return type(value), value
    return type(value), as_json(value) if value else None


def place(value: Any, places: dict[Hashable, int], found: list[Any]) -> int:
    name = value if isinstance(value, str) else named(value)
    if name not in places:
        places[name] = len(found)
        found.append(value)
    return places[name]


def listed(name: str, rows: Sequence[Sequence[Any]], table: Sequence[Any] = ()) -> tuple[Row, list[Any]]:
    """Rows of lists as two columns, ``name.n`` how long each is and ``name`` all their places, and the table.

    >>> listed("who", [["a", "b"], [], ["a"]])
    ({'who.n': [2, 0, 1], 'who': [0, 1, 0]}, ['a', 'b'])
    """
    places, found = coded((value for row in rows for value in row), table)
    return {f"{name}.n": [len(row) for row in rows], name: places}, found


Row = dict[str, list[int]]
