"""`backchannel coverage`: every sentence of a document as coded, or not coded and why."""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.commands.common import documents_option, format_option, say
from backchannel.exports.tables import render
from backchannel.graph import case
from backchannel.graph.coverage import CODED, MISSING, NOT_CODED, PARTLY, UNKNOWN, Coverage, Row, coverage
from backchannel.graph.errors import UnknownNameError
from backchannel.graph.model import Document, Knowledge, Span
from backchannel.graph.nearest import nearest
from backchannel.graph.texts import Texts

__all__ = ["command"]

COLUMNS = ["document", "at", "status", "by", "missing", "text"]
SHOWN = 60


@click.command()
@click.argument("folder", metavar="[CASE]", required=False, type=click.Path(path_type=Path, file_okay=False))
@documents_option
@click.option("--document", "wanted", metavar="ID", help="Only this document.")
@format_option
def command(folder: Path | None, documents: Path | None, wanted: str | None, form: str) -> None:
    """List every sentence of a case's documents as coded, and by what, or as not coded, and why.

    CASE is a folder; by default the seed case. A sentence counts as coded where a claim or a name
    of the dossier cites it (`at`), as not coded where the dossier says why (`not_coded`). What
    nobody accounts for is MISSING, or partly missing with its offsets: then the exit code is 1.

    Sentences show where a text is at hand (in --documents, found by its SHA-256). For a document
    whose text is not here, the stretches that the dossier speaks of are listed.

    \b
    Examples:
      backchannel coverage my-case
      backchannel coverage my-case --document post-2022-03-23
      backchannel coverage --documents ~/articles --format csv
    """
    folder = folder or case.seed_folder()
    reading = case.read(folder)
    texts = Texts(documents or folder / "documents")
    found = [covered(reading.knowledge, one, texts) for one in chosen(reading.knowledge, wanted)]
    click.echo(
        render(COLUMNS, [cells(one, text, row) for one, text in found for row in one.rows], form), nl=False
    )
    for one, _ in found:
        say(total(one))
    if reading.rejected:
        say(f"{reading.rejected} rejected records are not counted: see `backchannel build`")
    if reading.rejected or not all(one.complete for one, _ in found):
        click.get_current_context().exit(1)


def chosen(knowledge: Knowledge, wanted: str | None) -> list[Document]:
    """The documents of a case that were seen, or the one of this id."""
    if wanted is None:
        return [document for document in knowledge.documents.values() if document.seen and document.sha256]
    document = knowledge.documents.get(f"document/{wanted.removeprefix('document/')}")
    if document is None:
        ids = [key.split("/", 1)[1] for key in knowledge.documents]
        hint = nearest(wanted, ids) or f"there are {', '.join(ids)}"
        raise UnknownNameError(f"no document {wanted!r} in the case; {hint}")
    return [document]


def covered(knowledge: Knowledge, document: Document, texts: Texts) -> tuple[Coverage, str | None]:
    text = texts.find(document.sha256) if document.sha256 else None
    return coverage(knowledge, document, text), text


def cells(found: Coverage, text: str | None, row: Row) -> list[str]:
    passage = "" if text is None else " ".join(text[row.span.start : row.span.end].split())
    return [
        found.document.key.split("/", 1)[1],
        at(row.span),
        row.status,
        ", ".join(dict.fromkeys(str(entry) for entry in row.entries)),
        ", ".join(at(gap) for gap in row.gaps),
        passage if len(passage) <= SHOWN else passage[: SHOWN - 1] + "…",
    ]


def at(span: Span) -> str:
    return f"{span.start}-{span.end}"


def total(found: Coverage) -> str:
    """One line on a document: how much of it is accounted for, and what is odd."""
    name = found.document.key.split("/", 1)[1]
    unit = (
        "sentences"
        if found.at_hand
        else "stretches; its text is not here, so whether all is covered can't be told"
    )
    counts = [f"{found.count(status)} {status}" for status in (CODED, NOT_CODED, PARTLY, MISSING, UNKNOWN)]
    parts = [
        f"{name}: {len(found.rows)} {unit}",
        ", ".join(part for part in counts if not part.startswith("0 ")),
    ]
    if found.misplaced:
        parts.append(
            "beyond the text's end: " + ", ".join(f"{one} at {at(one.span)}" for one in found.misplaced)
        )
    if found.placeless:
        parts.append("cited without a place: " + ", ".join(found.placeless))
    return "; ".join(part for part in parts if part)
