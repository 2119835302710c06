"""The four bounds of a date (to be completed with `occurrence`, `state` and `days`)."""

from __future__ import annotations

from dataclasses import dataclass

Stamp = str


@dataclass(frozen=True, slots=True)
class Bounds:
    """earliest, certain_from, certain_until, latest: half-open UTC stamps `YYYY-MM-DDTHH:MM:SSZ`."""

    earliest: Stamp
    certain_from: Stamp
    certain_until: Stamp
    latest: Stamp
