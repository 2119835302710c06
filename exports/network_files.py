"""A network as a file, or as two tables, in each of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from backchannel.exports.files import replace_file
from backchannel.exports.gexf import gexf
from backchannel.exports.graphml import graphml
from backchannel.exports.network_rows import Listing
from backchannel.exports.node_link import node_link
from backchannel.exports.table_files import checked_forms, table_content, table_files

__all__ = ["NETWORK_FORMATS", "format_of", "write_network"]

WRITERS: dict[str, Callable[[Listing], Iterator[str]]] = {
    "graphml": graphml,
    "gexf": gexf,
    "json": node_link,
}
TABLES = ("csv", "parquet")
NETWORK_FORMATS = (*WRITERS, *TABLES)


def format_of(path: Path, form: str | None = None) -> str:
    """The format asked for, or the one that the file's name ends with.

    Raises ValueError for what is none of :data:`NETWORK_FORMATS`.

    >>> format_of(Path("spring.gexf")), format_of(Path("spring.xml"), "graphml")
    ('gexf', 'graphml')
    >>> format_of(Path("spring.xml"))
    Traceback (most recent call last):
    ...
    ValueError: 'spring.xml' ends with no known format; expected .graphml, .gexf, .json, .csv or .parquet
    """
    if form is not None and form not in NETWORK_FORMATS:
        raise ValueError(f"expected a format of {', '.join(NETWORK_FORMATS)}; found {form!r}")
    found = form or path.suffix.lower().removeprefix(".")
    if found in NETWORK_FORMATS:
        return found
    *most, last = (f".{name}" for name in NETWORK_FORMATS)
    raise ValueError(f"{path.name!r} ends with no known format; expected {', '.join(most)} or {last}")


def write_network(one: Listing, path: Path, form: str | None = None) -> list[Path]:
    """Write a network and give the paths written; ``form`` as in :func:`format_of`.

    GraphML, GEXF and JSON are one file. CSV is two tables and the description of their columns: for
    ``spring.csv`` they are ``spring-nodes.csv``, ``spring-edges.csv`` and ``spring-datapackage.json``.
    Parquet is two tables, whose columns say themselves what they mean. Raises ValueError for another format,
    MissingToolError where pyarrow is missing, OSError where a file can't be written.
    """
    found = format_of(path, form)
    if found in WRITERS:
        return [replace_file(path, WRITERS[found](one))]
    stem = f"{path.stem if path.suffix.lower() == f'.{found}' else path.name}-"
    files = _tables(one, found, stem)
    return [replace_file(path.with_name(name), content) for name, content in files.items()]


def _tables(one: Listing, form: str, stem: str) -> dict[str, str | bytes]:
    tables = (one.nodes, one.edges)
    checked_forms([form])
    if form == "parquet":
        return {f"{stem}{table.name}.parquet": table_content(table, form, one.facts) for table in tables}
    return table_files(one.title, one.facts, tables, [form], stem)
