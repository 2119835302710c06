"""The lines around two sides on a day: which there are, who belongs to which side, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import networkx as nx

from backchannel.graph.bounds import Stamp
from backchannel.graph.clock import day_bounds
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_channels import UNKNOWN_STATE, channel_lines
from backchannel.graph.route_ends import Cast, End
from backchannel.graph.route_lines import NOTHING, Line, Removal, contact_lines
from backchannel.graph.route_memory import memory_start
from backchannel.graph.route_network import GOAL, START, Step, joined, near
from backchannel.graph.semantics import Truth, conjunction

__all__ = ["Asked", "Field", "field"]

NOT_SAID_WHOSE = "nobody says that this office has it"
Sides = dict[Key, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about routes: the two ends (keys), the day (YYYY-MM-DD), the clock of publication, the
    memory (see :func:`~backchannel.graph.route_memory.memory_start`), and the most lines a route may
    have."""

    origin: Key
    goal: Key
    day: str
    known: str | None
    within: str
    most: int

    @property
    def window(self) -> tuple[Stamp, Stamp]:
        """The memory, up to the end of the day."""
        return memory_start(self.within, self.day), day_bounds(self.day)[1]


@dataclass(frozen=True)
class Field:
    """All lines of a day, open or not, and on which side each node stands.

    ``sides`` names those who stand for an end itself (they can't be cut), ``members`` those who belong to
    a state or organisation that is an end, and can.
    """

    asked: Asked
    lines: tuple[Line, ...]
    sides: Sides
    members: Sides

    @cached_property
    def by_key(self) -> dict[Key, tuple[Line, ...]]:
        """The lines of each key: a channel of several ends is several lines."""
        found: dict[Key, tuple[Line, ...]] = {}
        for line in self.lines:
            found[line.key] = (*found.get(line.key, ()), line)
        return found

    def without(self, gone: Removal) -> Field:
        """The field when some things are taken away; everybody stays on their side."""
        if gone == NOTHING:
            return self
        return replace(self, lines=tuple(line.without(gone) for line in self.lines))

    def trimmed(self) -> Field:
        """The field with those lines alone that are open and on a route: nothing else changes an answer, nor
        does it when more is taken away."""
        kept = near(self._joined(self._opened(Truth.POSSIBLE), merged=True), self.asked.most)
        return replace(self, lines=tuple(line for line in self.lines if line.key in kept))

    def network(self, least: Truth = Truth.POSSIBLE, merged: bool = False) -> nx.Graph[str]:
        """The network of the lines that are open at least so surely, as far as they lie on a route of the
        length asked for. ``merged``: nobody of a side can be cut, only lines."""
        opened = self._opened(least)
        kept = near(self._joined(opened, merged), self.asked.most)
        return self._joined([line for line in opened if line.key in kept], merged)

    def _opened(self, least: Truth) -> list[Line]:
        sure = (Truth.CERTAIN, least)
        return [line for line in self.lines if line.truth in sure and line.truth is not Truth.IMPOSSIBLE]

    def _joined(self, lines: Iterable[Line], merged: bool) -> nx.Graph[str]:
        links = [step for line in lines for step in self._step(line, merged)]
        return joined(links, () if merged else ((side, node) for node, side in self.members.items()))

    def _step(self, line: Line, merged: bool) -> Iterator[Step]:
        one, other = line.nodes
        sides = [self.side(node) for node in (one, other)]
        if sides[0] is None or sides[0] != sides[1]:
            yield self._place(one, merged), line.key, self._place(other, merged)

    def side(self, node: Key) -> str | None:
        """The side on which a node stands; None for a third."""
        return self.sides.get(node) or self.members.get(node)

    def _place(self, node: Key, merged: bool) -> str:
        return self.sides.get(node) or (self.members.get(node) if merged else None) or node

    def closed(self) -> list[Line]:
        """The lines that are not open, and would lie on a route of the length asked for if they were."""
        network = self._joined(self.lines, merged=True)
        kept = near(network, self.asked.most)
        found = [line for line in self.lines if line.truth is Truth.IMPOSSIBLE and line.key in kept]
        return [self._turned(line) for line in found]

    def _turned(self, line: Line) -> Line:
        """A line with its end on the side of the start first."""
        one, other = line.ends
        back = self.side(one.node) == GOAL or self.side(other.node) == START
        return replace(line, ends=(other, one)) if back else line


def field(knowledge: Knowledge, asked: Asked, cast: Cast) -> Field:
    """The lines on a day, as known by another, around two ends; ``cast`` is that of the day.

    Raises DateError for what is no day, QueryError for a memory that is none.

    >>> asked = Asked("state/a", "state/b", "2022-03-24", None, "always", 2)
    >>> knowledge = Knowledge("A case", "en")
    >>> field(knowledge, asked, Cast(knowledge, asked.day)).lines
    ()
    """
    channels = channel_lines(knowledge, cast, asked.day, asked.window, asked.known)
    dead = {line.key for line in channels if line.state == line.said != UNKNOWN_STATE}
    lines = [*contact_lines(knowledge, cast, asked.window, asked.known, dead), *channels]
    sides, members = _sides(knowledge, cast, asked, lines)
    for key in (asked.origin, asked.goal):
        lines = [_lent(line, cast.of(key)) for line in lines]
    return Field(asked, tuple(lines), sides, members)


def _sides(knowledge: Knowledge, cast: Cast, asked: Asked, lines: Iterable[Line]) -> tuple[Sides, Sides]:
    """Who is an end of the routes themselves, and who belongs to one."""
    ends = [end for line in lines for one in (*line.proofs, *line.against) for end in one.ends]
    ends += [end for line in lines for end in line.ends]
    sides: Sides = {}
    members: Sides = {}
    for side, key in ((START, asked.origin), (GOAL, asked.goal)):
        same = {key, cast.of(key).node, *(cast.holders(key) if key.startswith("office/") else ())}
        sides.update(dict.fromkeys(sorted(same), side))
        for node in sorted({end.node for end in ends if _belongs(end, key)} - same):
            members[node] = side if members.get(node, side) == side else ""
    return sides, {node: side for node, side in members.items() if side and node not in sides}


def _belongs(end: End, key: Key) -> bool:
    """Whether who stands at an end belongs to a state or organisation; to a person or office nobody does."""
    return key.split("/", 1)[0] in ("state", "organisation") and key in end.keys


def _lent(line: Line, end: End) -> Line:
    """A channel of the state of an office or a person that is an end: possibly they can use it.

    Where it is said for which rank it is, only those of that rank can.
    """
    if not line.is_channel or end.node == end.state or end.state not in line.nodes:
        return line
    if line.rank is not None and line.rank != end.rank:
        return line
    ends = [replace(one, node=end.node) if one.node == end.state else one for one in line.ends]
    sure = conjunction((line.truth, Truth.POSSIBLE))
    why = NOT_SAID_WHOSE if line.truth is Truth.CERTAIN else line.why
    state = "possibly open" if line.truth is Truth.CERTAIN else line.state
    return replace(line, ends=(ends[0], ends[1]), truth=sure, state=state, why=why)
