"""Dates of a case: EDTF, with the source's wording, or the coder's reason where it is inferred."""

from __future__ import annotations

from collections.abc import Callable

from backchannel.graph.bounds import UNKNOWN, Bounds, occurrence
from backchannel.graph.errors import DateError
from backchannel.graph.model import When
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.names import language_tag
from backchannel.graph.records.yamltext import Table

__all__ = ["DATED", "bounds_of", "refuse_date", "when"]

DATED = ("date", "wording", "lang", "inferred")

Reader = Callable[[str], Bounds]


def when(fields: Fields, key: str, language: str | None, reader: Reader = occurrence) -> When | None:
    """The date in a field: an EDTF text, or a mapping with date, wording, lang and inferred.

    ``language`` is that of the wording where the mapping doesn't say; ``reader`` turns the EDTF
    text into bounds. None where the field is left out or wrong.
    """
    if not isinstance(fields.raw(key), Table):
        edtf = fields.text(key)
        bounds = bounds_of(fields, key, edtf, reader)
        return When(edtf, bounds) if bounds else None
    inner = fields.table(key, DATED)
    return None if inner is None else _worded(inner, key, language, reader)


def _worded(inner: Fields, key: str, language: str | None, reader: Reader) -> When | None:
    edtf, wording, inferred = (inner.text(name) for name in ("date", "wording", "inferred"))
    if edtf is None and wording is None:
        inner.reject(
            "date", f"neither a date nor a wording in '{key}'", "an EDTF date, the source's words, or both"
        )
        return None
    if inferred and edtf is None:
        inner.reject("inferred", f"a reason without a date in '{key}'", "the date that the coder infers")
        return None
    bounds = bounds_of(inner, "date", edtf, reader) if edtf else UNKNOWN
    spoken = language_tag(inner, "lang") or language
    return When(edtf, bounds, wording, spoken if wording else None, inferred) if bounds else None


def bounds_of(fields: Fields, key: str, edtf: str | None, reader: Reader = occurrence) -> Bounds | None:
    """The bounds of an EDTF text of a field; None where there is none or it is wrong."""
    if edtf is None:
        return None
    try:
        return reader(edtf)
    except DateError as error:
        refuse_date(fields, key, error)
        return None


def refuse_date(fields: Fields, key: str, error: DateError) -> None:
    """Reject a field with the parts of a date's error: what was found, what was expected, what to do."""
    found, *rest = str(error).split("; ")
    expected = [part.removeprefix("expected ") for part in rest if part.startswith("expected ")]
    advice = [part for part in rest if not part.startswith("expected ")]
    fields.reject(key, f"{found} (in '{key}')", "; ".join(expected), "; ".join(advice))
