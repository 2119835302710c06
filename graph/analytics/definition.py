"""What a definition of a measure is made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Definition"]


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure as a report explains it: ``reading`` says how a value is to be read, ``edge_cases`` what it
    is where the formula says nothing."""

    name: str
    title: str
    meaning: str
    formula: str
    reading: str
    reference: str
    edge_cases: str = ""
