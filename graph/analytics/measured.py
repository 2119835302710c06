"""Measures of a case's contacts on a day, in a window or in a series of windows, with all that was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.periods import Period, periods, span
from backchannel.graph.analytics.ranking import rank_of
from backchannel.graph.analytics.registry import MEASURES, Values, named
from backchannel.graph.analytics.taking import Progress, measures
from backchannel.graph.asof import last_day
from backchannel.graph.errors import QueryError
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.occasions import window
from backchannel.graph.projection import network

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["COMMON", "Asked", "Measured", "Taken", "measured"]

# What is measured where no measure is named, the first of them deciding the order.
COMMON = ("harmonic", "betweenness", "counterparts", "contacts", "pagerank", "constraint")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: which measures, of whom, when, as known on which day, and what links and weighs.

    Days are ``YYYY-MM-DD``; ``every`` is month, quarter, year or None.
    """

    names: tuple[str, ...] = COMMON
    level: str = "person"
    at: str | None = None
    known: str | None = None
    since: str | None = None
    until: str | None = None
    every: str | None = None
    choices: Choices = DEFAULT


@dataclass(frozen=True)
class Taken:
    """The measures of one period: the network, what counts as a link in it, and the values by measure."""

    period: Period
    network: nx.MultiDiGraph[Key]
    choices: Choices
    values: Mapping[str, Values]

    def ranks(self, name: str) -> dict[Any, int]:
        """The rank of each node or link that has a value; equal values share one."""
        return rank_of(self.values[name], MEASURES[name].lowest_first)

    def label(self, key: Key) -> str:
        """The name of a node."""
        return str(self.network.nodes[key]["label"])


@dataclass(frozen=True)
class Measured:
    """The answer to :class:`Asked`: the measures of each period, or of one where no series was asked for."""

    asked: Asked
    taken: tuple[Taken, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of :attr:`rows`."""
        pairs = [column for name in self.asked.names for column in (name, f"{name}_rank")]
        return ("since", "until", *self._keys, *pairs)

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """One row a period and node (or link), the best by the first measure first."""
        return [row for one in self.taken for row in self._rows(one)]

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame; what was chosen stands in its ``attrs``.

        Raises ImportError where pandas isn't installed (`pip install backchannel[tables]`).
        """
        import pandas  # only if asked for: it is optional and slow to load

        frame = pandas.DataFrame(self.rows, columns=list(self.columns))
        frame.attrs.update(level=self.asked.level, known=self.asked.known, choices=self.taken[0].choices)
        return frame

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def of(self) -> str:
        """What has values: node, link or network."""
        return MEASURES[self.asked.names[0]].of

    @property
    def _keys(self) -> tuple[str, ...]:
        return {"node": ("node", "label"), "link": ("one", "other"), "network": ("network",)}[self.of]

    def _rows(self, one: Taken) -> list[tuple[Any, ...]]:
        ranks = {name: one.ranks(name) for name in self.asked.names}
        found = []
        for key in ordered(one, self.asked.names):
            ends = {"node": lambda key: (key, one.label(key)), "link": tuple}.get(self.of, lambda key: (key,))
            cells = [cell for name in ranks for cell in (one.values[name].get(key), ranks[name].get(key))]
            found.append((one.period.since, one.period.until, *ends(key), *cells))
        return found


def measured(knowledge: Knowledge, asked: Asked, progress: Progress | None = None) -> Measured:
    """Take measures on the contacts of a case.

    A contact of uncertain date counts in every period in which it may lie, unless the choices say that only
    certain ones do. In a series that has no ``since`` or ``until`` the periods run from the first to
    the last day of a contact with known bounds. Where contacts decay and no day was chosen, they do from the
    last day of each period (of a window without end, from the last day from which a document is known).

    Raises ValueError for what is no measure or level, QueryError for measures of different things (nodes and
    links) or a window that can't be, DateError for what is no day.

    >>> measured(Knowledge("A case", "en"), Asked(names=("betweenness",))).rows
    []
    """
    check(asked.names)
    start, end = asked.since, asked.until or asked.at
    window(asked.since, asked.until, asked.at)
    stretches = [Period(start, end)] if asked.every is None else _series(knowledge, asked, start, end)
    return Measured(asked, tuple(_taken(knowledge, asked, one, progress) for one in stretches))


def check(names: Sequence[str]) -> None:
    """Raise what :func:`measured` raises for names.

    >>> check(("betweenness", "cut_links"))
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.QueryError: expected measures of one thing; found of node and link: ask twice
    """
    kinds = list(dict.fromkeys(named(name).of for name in names))
    if len(kinds) != 1:
        found = f"of {' and '.join(kinds)}: ask twice" if kinds else "none"
        raise QueryError(f"expected measures of one thing; found {found}")


def ordered(one: Taken, names: Sequence[str]) -> list[Any]:
    """The nodes (or links) measured, the best by the first measure first, then by the next, then by key."""
    ranks = [one.ranks(name) for name in names]
    last = 1 + max((len(values) for values in one.values.values()), default=0)
    keys = {key for name in names for key in one.values[name]}
    return sorted(keys, key=lambda key: (*(rank.get(key, last) for rank in ranks), key))


def _series(knowledge: Knowledge, asked: Asked, start: str | None, end: str | None) -> list[Period]:
    whole = network(knowledge, asked.level, known=asked.known, since=start, until=end)
    found = span([whole], asked.choices.outcomes)
    if found is None and not (start and end):
        raise QueryError("no contact with a date from which a series could run; give since and until")
    first, last = found or ("", "")
    return periods(start or first, end or last, asked.every or "")


def _taken(knowledge: Knowledge, asked: Asked, period: Period, progress: Progress | None) -> Taken:
    graph = network(knowledge, asked.level, known=asked.known, since=period.since, until=period.until)
    choices = asked.choices
    if choices.day is None:
        choices = replace(choices, day=period.until or last_day(knowledge, asked.known))
    return Taken(period, graph, choices, measures(graph, asked.names, choices, progress))
