"""The series of a pair, or of all, and what was tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.graph.bounds import BEGINNING, END
from backchannel.graph.model import Key, Knowledge, Stamp
from backchannel.graph.occasions import window
from backchannel.graph.reach import level_of
from backchannel.graph.semantics import possibly_within
from backchannel.graph.trends.events import Event, Pair, events
from backchannel.graph.trends.series import Point, series
from backchannel.graph.trends.trials import ENOUGH, Settings, Trial, trials
from backchannel.graph.trends.windows import LENGTHS, Window, windows

__all__ = ["Trends", "trends"]


@dataclass(frozen=True, slots=True)
class Trends:
    """What became of the contacts of a ``pair`` (None: everybody's).

    ``points``: the series. ``trials``: what was tested, of the pairs with the most contacts; ``untested``:
    how many pairs with enough of them were left out. ``undated``: how many contacts have no first or no last
    day; they count as possible in every window they may lie in, and in no test."""

    pair: Pair | None
    level: str
    windows: tuple[Window, ...]
    points: tuple[Point, ...]
    trials: tuple[Trial, ...]
    untested: int
    undated: int


def trends(
    knowledge: Knowledge,
    one: Key | None = None,
    other: Key | None = None,
    level: str | None = None,
    every: str = "month",
    since: str | None = None,
    until: str | None = None,
    known: str | None = None,
    settings: Settings | None = None,
) -> Trends:
    """How the contacts of two, or of all, changed from window to window, and what of it is more than chance.

    ``one`` and ``other`` are two of a level (person, office, state), or both None: then the series is that of
    all contacts at ``level`` (default: state), and every pair with enough contacts is tested. ``every``:
    month, quarter or year. ``since`` and ``until`` are days (months and years as a whole); by default the
    windows run from the first to the last bounded date. ``known`` leaves out what was not published, or was
    withdrawn, by the end of that day.

    Raises QueryError for a window that can't be, names of different levels or more than 2,000 windows,
    DateError for what is no day, ValueError for a level or length that is none.

    >>> trends(Knowledge("A case", "en")).points
    ()
    """
    if every not in LENGTHS:
        raise ValueError(f"expected one of {', '.join(LENGTHS)}; found {every!r}")
    pair = (min(one, other), max(one, other)) if one and other else None
    chosen = level_of(pair, level) if pair else level or "state"
    start, end = window(since, until)
    found = [each for each in events(knowledge, chosen, known) if possibly_within(each.bounds, start, end)]
    own = [each for each in found if pair is None or pair in each.pairs]
    asked, busy = settings or Settings(), _busy(found)
    several = _windows(own, every, start, end)
    return Trends(
        pair,
        chosen,
        several,
        tuple(series(own, several)),
        tuple(trials(found, [pair] if pair else busy[: asked.pairs], asked)),
        0 if pair else max(0, len(busy) - asked.pairs),
        sum(each.days is None for each in own),
    )


def _windows(found: Sequence[Event], every: str, start: Stamp, end: Stamp) -> tuple[Window, ...]:
    """From the first to the last bounded date, if no day is given."""
    begins = [each.bounds.earliest for each in found if each.bounds.earliest != BEGINNING]
    ends = [each.bounds.latest for each in found if each.bounds.latest != END]
    first = min(begins, default=BEGINNING) if start == BEGINNING else start
    last = max(ends, default=END) if end == END else end
    if BEGINNING in (first, last) or END in (first, last) or last <= first:
        return ()
    return windows(every, first, last)


def _busy(found: Sequence[Event]) -> list[Pair]:
    """The pairs of which anything could be told, those with the most dated contacts (held or not) first."""
    counts = Counter(pair for each in found if each.days for pair in each.pairs)
    return sorted((pair for pair in counts if counts[pair] >= ENOUGH), key=lambda pair: (-counts[pair], pair))
