"""Which sentences of a document are coded, by what, and which nobody has accounted for.

A stretch of a document is accounted for where a claim or a name cites it, or where the dossier says
why it is not coded. What is left and holds a letter or a digit is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from backchannel.graph.model import Document, Key, Knowledge, Span
from backchannel.graph.sentences import sentences

__all__ = [
    "CODED",
    "MISSING",
    "NOT_CODED",
    "PARTLY",
    "UNKNOWN",
    "WORDLESS",
    "Coverage",
    "Entry",
    "Row",
    "coverage",
    "entries",
]

CODED = "coded"
NOT_CODED = "not coded"
PARTLY = "partly missing"
MISSING = "MISSING"
UNKNOWN = "not covered"
WORDLESS = "no words"

SOLID = re.compile(r"\w")


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """What a dossier says of a stretch of its document: ``kind`` is claim, name or not coded; ``by``
    the claim's id, the name as printed, or the reason."""

    span: Span
    kind: str
    by: str

    def __str__(self) -> str:
        return {"claim": self.by, "name": f"name {self.by!r}"}.get(self.kind, f"({self.by})")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and what accounts for it; ``gaps`` are the stretches that nothing does.

    Where the text isn't at hand the rows are the stretches that the dossier speaks of and those in
    between, whose status is 'not covered': they may be blank, nobody here can tell.
    """

    span: Span
    status: str
    entries: tuple[Entry, ...] = ()
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows of one document. ``misplaced`` are the entries that reach beyond the text's end, and
    ``placeless`` the ids of claims cited from it without a place."""

    document: Document
    at_hand: bool
    rows: tuple[Row, ...]
    misplaced: tuple[Entry, ...] = ()
    placeless: tuple[str, ...] = ()

    def count(self, status: str) -> int:
        return sum(row.status == status for row in self.rows)

    @property
    def complete(self) -> bool:
        """Nothing of the text is missing, as far as it is at hand, and nothing points beyond it."""
        return not (self.count(MISSING) or self.count(PARTLY) or self.misplaced)


def coverage(knowledge: Knowledge, document: Document, text: str | None) -> Coverage:
    """The coverage of a document of a case, whose text is given where it is at hand.

    >>> document = Document("document/a", "A note", "en", None, not_coded=((Span(0, 5), "date line"),))
    >>> found = coverage(Knowledge("T", "en"), document, "2022. They spoke.")
    >>> [(row.span.start, row.status) for row in found.rows], found.complete
    ([(0, 'not coded'), (6, 'MISSING')], False)
    """
    known = entries(knowledge, document)
    end = document.length if text is None else len(text)
    misplaced = tuple(entry for entry in known if end is not None and entry.span.end > end)
    rows = without_text(document, known) if text is None else with_text(document, known, text)
    return Coverage(document, text is not None, tuple(rows), misplaced, placeless(knowledge, document.key))


def entries(knowledge: Knowledge, document: Document) -> list[Entry]:
    """Everything that is said of stretches of a document, in the order of the stretches."""
    found = [Entry(span, NOT_CODED, reason) for span, reason in document.not_coded]
    found += [Entry(span, "claim", by) for by, spans in cited(knowledge, document.key) for span in spans]
    for mention in knowledge.mentions.values():
        if mention.document == document.key:
            found += [Entry(span, "name", mention.printed) for span in mention.spans]
    return sorted(set(found))


def cited(knowledge: Knowledge, document: Key) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The ids of the claims that a document carries, and where."""
    for claim in knowledge.claims.values():
        for citation in claim.citations:
            if citation.document == document:
                yield claim.key.split("/", 1)[1], citation.spans


def placeless(knowledge: Knowledge, document: Key) -> tuple[str, ...]:
    return tuple(sorted({by for by, spans in cited(knowledge, document) if not spans}))


def with_text(document: Document, known: Sequence[Entry], text: str) -> Iterator[Row]:
    for span in sentences(text, document.language or "en"):
        here = tuple(entry for entry in known if entry.span.start < span.end and span.start < entry.span.end)
        gaps = tuple(gap for gap in uncovered(span, here) if SOLID.search(text, gap.start, gap.end))
        yield Row(span, status(here, gaps), here, gaps)


def status(here: Sequence[Entry], gaps: Sequence[Span]) -> str:
    if gaps:
        return PARTLY if here else MISSING
    if not here:
        return WORDLESS
    return CODED if any(entry.kind != NOT_CODED for entry in here) else NOT_CODED


def uncovered(span: Span, here: Iterable[Entry]) -> Iterator[Span]:
    """The stretches of a span that none of the entries (sorted) reaches."""
    at = span.start
    for entry in here:
        if at < min(entry.span.start, span.end):
            yield Span(at, min(entry.span.start, span.end))
        at = max(at, entry.span.end)
    if at < span.end:
        yield Span(at, span.end)


def without_text(document: Document, known: Sequence[Entry]) -> list[Row]:
    """The stretches by themselves, with what lies between them where the length is known."""
    stretches: dict[Span, list[Entry]] = {}
    for entry in known:
        stretches.setdefault(entry.span, []).append(entry)
    rows = [Row(span, status(here, ()), tuple(here)) for span, here in stretches.items()]
    between = () if document.length is None else uncovered(Span(0, document.length), known)
    return sorted([*rows, *(Row(gap, UNKNOWN) for gap in between)], key=lambda row: row.span)
