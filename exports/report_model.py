"""What a report is made of, before it is HTML, Markdown, CSV or JSON: all four are written from this.

A sentence of the summary without a claim can't be made; a report that cites a claim which isn't there
can't either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backchannel.graph.errors import UnsourcedError
from backchannel.graph.evidence import Evidence
from backchannel.graph.model import Key

if TYPE_CHECKING:  # a table of contacts needs no network science
    from backchannel.graph.analytics import Definition

__all__ = [
    "SENTENCE_CLAIMS",
    "SHOWN_CLAIMS",
    "SHOWN_ROWS",
    "Column",
    "Figure",
    "Proof",
    "Report",
    "Row",
    "Section",
    "Sentence",
    "Table",
    "Value",
    "numbered",
]

Value = str | int | float | None | tuple[Key, ...]
Row = tuple[Value, ...]

# How much of a long table stands in the document for people; CSV and JSON always hold all of it.
SHOWN_ROWS = 40
SHOWN_CLAIMS = 8  # in a cell
SENTENCE_CLAIMS = 24


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain statement and the claims it rests on.

    Raises :class:`UnsourcedError` where there is none.

    >>> Sentence("Nobody called.", ())
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.UnsourcedError: no claim stands behind 'Nobody called.'; expected at least one
    """

    text: str
    claims: tuple[Key, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise UnsourcedError(f"no claim stands behind {self.text[:80]!r}; expected at least one")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in CSV and JSON, its title for people, and what its values are.

    ``kind``: text, count, days (a day, YYYY-MM-DD), share (0 to 1, shown to 3 decimals), percent
    (0 to 1, shown in per cent), flag (true, false or None), list (of texts) or claims. ``shown`` is False
    for columns that only CSV and JSON have; ``rank`` names such a column whose value is shown behind
    this one's; ``kept``: shown even where no row has anything to say. ``meaning`` is what the description of
    the table's files says of the column, where that is no matter of its name (see
    :mod:`backchannel.exports.column_meanings`).
    """

    name: str
    title: str
    kind: str = "text"
    shown: bool = True
    rank: str | None = None
    meaning: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``empty`` is the sentence shown where there are none, ``most`` how many rows stand
    in the document for people."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = "Nothing on record."
    most: int = SHOWN_ROWS

    @property
    def shown_rows(self) -> tuple[Row, ...]:
        return self.rows[: self.most]

    @property
    def left_out(self) -> int:
        return len(self.rows) - len(self.shown_rows)

    @property
    def claims(self) -> list[Key]:
        """Every claim that a row rests on, repeated where it is."""
        return [claim for row in self.rows for cell in row if isinstance(cell, tuple) for claim in cell]

    def shown_claims(self, most: int = SHOWN_CLAIMS) -> list[Key]:
        """The claims cited in what is shown, at most so many a cell, in reading order, with repetitions."""
        places = [place for place, column in enumerate(self.columns) if column.shown]
        cells = [row[place] for row in self.shown_rows for place in places]
        return [claim for cell in cells if isinstance(cell, tuple) for claim in cell[:most]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot: ``svg`` stands alone as a file, ``inline`` within the page; ``caption`` says what it shows."""

    name: str
    title: str
    caption: str
    svg: str
    inline: str


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: figures, then tables."""

    name: str
    title: str
    intro: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim as the report shows it: its evidence, and in words when it is supposed to have been, and how
    sure that is."""

    evidence: Evidence
    language: str
    when: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``facts`` say what it was made of; ``evidence`` has each cited claim, in the order
    of the numbers they bear; ``appendix`` is the table of all claims that any row rests on, if there is
    one. ``forms`` are those in which the tables lie beside it: csv, json, parquet. Behind a sentence stand at
    most ``sentence_claims``, in a cell at most ``cell_claims``.

    Raises :class:`UnsourcedError` where a sentence or table cites a claim that has no evidence.
    """

    title: str
    language: str
    build: str
    facts: tuple[tuple[str, str], ...]
    summary: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]
    evidence: Mapping[Key, Proof]
    method: tuple[tuple[str, str], ...]
    appendix: Table | None
    forms: tuple[str, ...] = ("csv", "json")
    sentence_claims: int = SENTENCE_CLAIMS
    cell_claims: int = SHOWN_CLAIMS

    def __post_init__(self) -> None:
        for claim in cited(self.summary, self.sections, self.sentence_claims, self.cell_claims):
            if claim not in self.evidence:
                raise UnsourcedError(f"the report cites {claim!r}, of which it has no evidence")

    @property
    def tables(self) -> list[Table]:
        """Every table, as it is written to CSV and JSON."""
        found = [table for section in self.sections for table in section.tables]
        return found if self.appendix is None else [*found, self.appendix]

    @property
    def figures(self) -> list[Figure]:
        """Every plot."""
        return [figure for section in self.sections for figure in section.figures]

    @property
    def numbers(self) -> dict[Key, int]:
        """The number of each piece of evidence: [c1] is the first."""
        return {claim: number for number, claim in enumerate(self.evidence, start=1)}


def cited(
    summary: Sequence[Sentence],
    sections: Sequence[Section],
    sentence: int = SENTENCE_CLAIMS,
    cell: int = SHOWN_CLAIMS,
) -> list[Key]:
    """The claims shown behind sentences and in tables, at most so many each, in reading order, each once."""
    found = [claim for one in summary for claim in one.claims[:sentence]]
    tables = (table for section in sections for table in section.tables)
    found += [claim for table in tables for claim in table.shown_claims(cell)]
    return list(dict.fromkeys(found))


def numbered(
    claims: Sequence[Key], numbers: Mapping[Key, int], most: int = SHOWN_CLAIMS
) -> tuple[list[int], int]:
    """The numbers of the claims that are shown, at most so many, and how many more there are.

    >>> numbered(("claim/a", "claim/b"), {"claim/b": 1, "claim/a": 2}, most=1)
    ([2], 1)
    """
    shown = list(claims[:most])
    return [numbers[claim] for claim in shown], len(claims) - len(shown)
