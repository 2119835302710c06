"""What counts as a link, and what a link weighs: the choices behind every measure, stated in every output."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.clock import day_bounds

__all__ = ["DATED", "DEFAULT", "OUTCOMES", "WEIGHTS", "Choices"]

OUTCOMES = ("held", "attempted", "refused", "ignored", "cancelled", "proposed")
WEIGHTS = ("contacts", "binary", "decayed")
DATED = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a network of contacts becomes a simple graph.

    ``outcomes``: which contacts make a link; only held ones by default, since an unanswered call connects
    nobody. ``contested``: whether contacts on whose outcome the sources disagree count. ``certain``: whether
    only those count that certainly lie in the window of the network.

    ``weight``: what a link weighs: the number of its distinct *contacts*; 1 (*binary*); or the sum of its
    contacts, each *decayed* by its age: 2^(-age / half_life), so that a contact ``half_life`` days
    before ``day`` (YYYY-MM-DD) weighs one half. Of an uncertain date the ``dated`` end counts: with
    *earliest* a contact weighs what it weighs at the least, with *latest* what it weighs at the most.

    Without a ``day`` nothing can decay: what takes measures by the case (:mod:`.measured`) puts in the last
    day of its window. Raises ValueError for a word that is none of these and for a half-life that is not
    a positive number of days; DateError for what is no day.

    >>> Choices(weight="decayed", half_life=90, day="2022-10-31").half_life
    90
    >>> Choices(weight="heavy")
    Traceback (most recent call last):
    ...
    ValueError: expected a weight of contacts, binary, decayed; found 'heavy'
    """

    outcomes: tuple[str, ...] = ("held",)
    contested: bool = False
    certain: bool = False
    weight: str = "contacts"
    half_life: float = 180.0
    day: str | None = None
    dated: str = "earliest"

    def __post_init__(self) -> None:
        for name, known, found in (
            ("outcome", OUTCOMES, self.outcomes),
            ("weight", WEIGHTS, (self.weight,)),
            ("end of a date", DATED, (self.dated,)),
        ):
            for one in found:
                if one not in known:
                    raise ValueError(f"expected {_a(name)} of {', '.join(known)}; found {one!r}")
        if not 0 < self.half_life < float("inf"):
            raise ValueError(f"expected a half-life of more than 0 days; found {self.half_life}")
        if self.day is not None:
            day_bounds(self.day)


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


DEFAULT = Choices()
