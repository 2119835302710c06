"""The routes of one field of lines, those of them that share nothing, and what would separate the ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod

from backchannel.graph.model import Key
from backchannel.graph.route_field import Field
from backchannel.graph.route_lines import Line
from backchannel.graph.route_network import cut_places, disjoint, is_line, routes, smallest_cuts
from backchannel.graph.semantics import Truth, conjunction
from backchannel.ontology.terms import RANKS

__all__ = ["LISTED_CUTS", "LISTED_ROUTES", "Answer", "Route", "answer", "rank_order"]

LISTED_ROUTES = 200
LISTED_CUTS = 20


@dataclass(frozen=True, slots=True)
class Route:
    """A chain of lines: ``nodes`` are those it leads through, from end to end, one more than its lines."""

    nodes: tuple[Key, ...]
    lines: tuple[Line, ...]

    @property
    def truth(self) -> Truth:
        """How sure it is that the whole route is open."""
        return conjunction(line.truth for line in self.lines)

    @property
    def path(self) -> tuple[Key, ...]:
        """Whom it meets and by which lines, by key, in turn: what makes it this route and no other."""
        steps = (
            key for line, node in zip(self.lines, self.nodes[1:], strict=True) for key in (line.key, node)
        )
        return (self.nodes[0], *steps)

    @property
    def claims(self) -> tuple[Key, ...]:
        """The claims its lines rest on, each once."""
        return tuple(dict.fromkeys(claim for line in self.lines for claim in line.claims))


@dataclass(frozen=True)
class Answer:
    """The routes of one field of lines; everything else is worked out when it is first asked for.

    ``routes`` are those of at most the length asked for, by length and rank, at most :data:`LISTED_ROUTES`;
    ``more`` says that there are others. Cuts are keys of persons, offices, parties and lines.
    """

    field: Field
    routes: tuple[Route, ...]
    more: bool

    @cached_property
    def disjoint(self) -> tuple[Route, ...]:
        """A largest set of routes that share nobody and no line, possible ones among them."""
        return tuple(_route(self.field, path) for path in disjoint(self.field.network()))

    @cached_property
    def disjoint_lines(self) -> tuple[Route, ...]:
        """A largest set of routes that share no line; they may share who is met."""
        found = disjoint(self.field.network(merged=True), lines_only=True)
        return tuple(_route(self.field, path) for path in found)

    @cached_property
    def surely_disjoint(self) -> int:
        """How many routes share nothing of those that are certain."""
        return len(disjoint(self.field.network(Truth.CERTAIN)))

    @cached_property
    def cuts(self) -> tuple[tuple[tuple[Key, ...], ...], bool]:
        """The smallest sets of persons, offices and lines that separate the ends; whether there are more."""
        found, more = smallest_cuts(self.field.network(), LISTED_CUTS)
        return tuple(found), more

    @cached_property
    def line_cuts(self) -> tuple[tuple[tuple[Key, ...], ...], bool]:
        """The smallest sets of lines that separate the ends, and whether there are more."""
        found, more = smallest_cuts(self.field.network(merged=True), LISTED_CUTS, lines_only=True)
        return tuple(found), more

    @cached_property
    def places(self) -> tuple[tuple[Key, ...], ...]:
        """Of each disjoint route what a smallest cut may take of it; every smallest cut takes one of each."""
        return tuple(cut_places(self.field.network()))

    @property
    def any_choice_cuts(self) -> bool:
        """Whether every choice of one of each of the ``places`` is known to separate the ends."""
        found, more = self.cuts
        return not more and len(found) == prod(len(place) for place in self.places)

    @property
    def certain(self) -> tuple[Route, ...]:
        """The routes that are open for sure."""
        return tuple(route for route in self.routes if route.truth is Truth.CERTAIN)


def answer(lines: Field) -> Answer:
    """The routes of a field, by length and rank."""
    lines = lines.trimmed()
    found, more = routes(lines.network(), lines.asked.most, LISTED_ROUTES)
    return Answer(lines, tuple(sorted((_route(lines, path) for path in found), key=_order)), more)


def _route(lines: Field, path: tuple[str, ...]) -> Route:
    """A route from a path of the network, whose ends are sides: nodes as the lines have them."""
    nodes: list[Key] = []
    chosen: list[Line] = []
    for before, key, after in zip(path, path[1:], path[2:], strict=False):
        if is_line(key):
            line, (one, other) = _between(lines, before, key, after)
            nodes += [other] if nodes else [one, other]
            chosen.append(line)
    return Route(tuple(nodes), tuple(chosen))


def _between(lines: Field, before: str, key: Key, after: str) -> tuple[Line, tuple[Key, Key]]:
    """The line of a key between two places of the network, and its nodes in that order.

    A channel of more than two ends may be passed from any to any of them.
    """
    both = [(line, nodes) for line in lines.by_key[key] for nodes in (line.nodes, line.nodes[::-1])]
    return next(
        (line, nodes)
        for line, nodes in both
        if _stands_at(lines, nodes[0], before) and _stands_at(lines, nodes[1], after)
    )


def _stands_at(lines: Field, node: Key, place: str) -> bool:
    return place in (node, lines.side(node))


def _order(route: Route) -> tuple[int, int, bool, tuple[Key, ...]]:
    """By length, then by rank, the surer first."""
    highest = min(rank_order(line) for line in route.lines)
    return len(route.lines), highest, route.truth is not Truth.CERTAIN, route.path


def rank_order(line: Line) -> int:
    """The place of the higher rank of a line among the ranks; behind all where none is told.

    >>> from backchannel.graph.route_ends import End
    >>> rank_order(Line("line/a~b", (End("a"), End("b")), Truth.CERTAIN, "open", "adviser and minister"))
    1
    """
    ranks = list(RANKS)
    told = (line.rank or "").split(" and ")
    return min((ranks.index(rank) for rank in told if rank in ranks), default=len(ranks))
