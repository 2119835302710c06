"""The folder of a report or briefing: the pages, and beside them its summary, tables and plots."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from backchannel.exports.files import replace_file
from backchannel.exports.report_model import Report
from backchannel.exports.report_tables import summary_json
from backchannel.exports.table_files import described, table_files

__all__ = ["folder_files", "write_folder"]


def folder_files(report: Report, stem: str, html: str, markdown: str) -> dict[str, str | bytes]:
    """The content of each file by its path within the folder: texts, Parquet as bytes.

    ``stem`` names the pages. The tables are in the report's ``forms``. Raises ValueError for one that is
    none and :class:`~backchannel.graph.errors.MissingToolError` where Parquet's library isn't installed.
    """
    facts = {"build": report.build, **dict(report.facts)}
    tables = table_files(report.title, facts, report.tables, report.forms)
    return {
        f"{stem}.html": html,
        f"{stem}.md": markdown,
        f"{stem}.json": summary_json(report),
        **{f"plots/{figure.name}.svg": figure.svg for figure in report.figures},
        **{f"tables/{name}": content for name, content in tables.items()},
    }


def write_folder(
    report: Report, files: Mapping[str, str | bytes], folder: Path, stem: str, plots: Collection[str]
) -> list[Path]:
    """Write the files and give their paths. Each is replaced as a whole.

    What an earlier one may have left there and this one has not is removed, so that nothing old lies beside
    the new: a PDF, those of ``plots`` (all that there can be) that were not drawn, the tables that its
    description names.
    Raises OSError where that can't be done.
    """
    earlier = [f"{stem}.pdf", *(f"plots/{name}.svg" for name in plots)]
    earlier += [f"tables/{name}" for name in described(folder / "tables")]
    for name in set(earlier) - set(files):
        (folder / name).unlink(missing_ok=True)
    return [replace_file(folder / name, content) for name, content in sorted(files.items())]
