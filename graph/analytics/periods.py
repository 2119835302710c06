"""A stretch of time cut into calendar months, quarters or years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from backchannel.graph.clock import day_bounds
from backchannel.graph.errors import QueryError
from backchannel.graph.gregorian import BEGINNING, END, eve

__all__ = ["EVERY", "MOST", "Period", "periods", "span"]

EVERY = {"month": 1, "quarter": 3, "year": 12}
MOST = 1200


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the end of the last, both ``YYYY-MM-DD``; None: without a limit."""

    since: str | None
    until: str | None
    name: str = ""


def periods(since: str, until: str, every: str) -> list[Period]:
    """The calendar months, quarters or years from one day to another; the first and last may be cut short.

    ``since`` and ``until`` are days (or months or years, as a whole). Raises DateError for what is no day,
    QueryError for an end before the beginning, for another word than month, quarter, year, and for more
    than :data:`MOST` periods.

    >>> [(one.name, one.since, one.until) for one in periods("2022-02-24", "2022-05-13", "quarter")]
    [('2022-Q1', '2022-02-24', '2022-03-31'), ('2022-Q2', '2022-04-01', '2022-05-13')]
    """
    if every not in EVERY:
        raise QueryError(f"expected every {', '.join(EVERY)}; found {every!r}")
    first, last = day_bounds(since)[0][:10], eve(day_bounds(until)[1])
    if last < first:
        raise QueryError(f"the window ends before it begins: since {since}, until {until}; swap the two")
    step = EVERY[every]
    begin, end = _month(first) // step, _month(last) // step
    if end - begin >= MOST:
        raise QueryError(f"expected at most {MOST} periods; found {end - begin + 1}: take longer ones")
    return [_period(number, step, first, last) for number in range(begin, end + 1)]


def span(networks: Iterable[nx.MultiDiGraph[str]], outcomes: Iterable[str]) -> tuple[str, str] | None:
    """The first and the last day on which contacts of some outcomes may have been, of those with both bounds.

    >>> calls = nx.MultiDiGraph()
    >>> bounds = {"earliest": "2022-03-24T00:00:00Z", "latest": "2022-04-01T00:00:00Z"}
    >>> _ = calls.add_edge("a", "b", outcome="held", **bounds)
    >>> span([calls], ["held"])
    ('2022-03-24', '2022-03-31')
    """
    chosen = set(outcomes)
    bounds = [
        (data["earliest"], data["latest"])
        for network in networks
        for _, _, data in network.edges(data=True)
        if data["outcome"] in chosen and data["earliest"] != BEGINNING and data["latest"] != END
    ]
    if not bounds:
        return None
    return min(first for first, _ in bounds)[:10], eve(max(last for _, last in bounds))


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _period(number: int, step: int, first: str, last: str) -> Period:
    begin, end = _text(number * step), _text((number + 1) * step - 1)
    year, month = begin.split("-")
    name = {1: begin, 3: f"{year}-Q{(int(month) + 2) // 3}", 12: year}[step]
    return Period(max(first, f"{begin}-01"), min(last, eve(day_bounds(end)[1])), name)


def _text(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
