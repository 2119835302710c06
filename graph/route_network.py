"""Disjoint routes and smallest cuts of a network of lines between two sides.

The network has two sorts of nodes, those who are reached and the lines between them, so that a line can be
cut as well as a person, and parallel lines stay apart; an edge joins a line to each of its ends.
:data:`START` and :data:`GOAL` are the two sides.

By the theorem of Menger (Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10, 1927, 96-115) the
greatest number of routes that share nothing equals the least number of things that separate the two sides.
Routes are found by networkx's maximum flow of unit capacities (Ford and Fulkerson, Maximal flow through a
network, Canadian Journal of Mathematics 8, 1956, 399-404). The theorem needs routes of any length: for such
as are bounded in length it fails (Lovász, Neumann-Lara and Plummer, Mengerian theorems for paths of bounded
length, Periodica Mathematica Hungarica 9, 1978, 269-276). So lengths bound which lines are in the network,
and nothing after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import networkx as nx
from networkx.algorithms.flow import shortest_augmenting_path

__all__ = [
    "GOAL",
    "START",
    "Step",
    "cut_places",
    "disjoint",
    "is_line",
    "joined",
    "near",
    "routes",
    "smallest_cuts",
]

START, GOAL = "start", "goal"
Path = tuple[str, ...]
Place = tuple[str, str]  # the way into a node, or out of it
Step = tuple[str, str, str]  # from whom, by which line, to whom


def is_line(node: str) -> bool:
    """Whether a node is a line, and nobody who is reached.

    >>> is_line("line/a~b"), is_line("channel/hotline"), is_line("person/a")
    (True, True, False)
    """
    return node.startswith(("line/", "channel/"))


def joined(links: Iterable[Step], members: Iterable[tuple[str, str]] = ()) -> nx.Graph[str]:
    """The network of lines; ``members`` are pairs (side, who belongs to it and may be cut).

    >>> network = joined([("start", "line/1", "x"), ("x", "line/2", "goal")])
    >>> sorted(network["x"])
    ['line/1', 'line/2']
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((START, GOAL))
    for one, line, other in sorted(links):
        graph.add_edges_from(((one, line), (line, other)))
    graph.add_edges_from(sorted(pair for pair in members if pair[1] in graph))
    return graph


def near(network: nx.Graph[str], most: int) -> set[str]:
    """The lines that lie on a way of at most so many lines from one side to the other.

    >>> links = [("start", "line/1", "x"), ("x", "line/2", "goal"), ("x", "line/3", "y")]
    >>> sorted(near(joined(links), 2)), near(joined(links), 1)
    (['line/1', 'line/2'], set())
    """
    there, back = _lines_from(network, START, GOAL), _lines_from(network, GOAL, START)
    return {line for line, count in there.items() if count + back.get(line, most + 1) - 1 <= most}


def _lines_from(network: nx.Graph[str], side: str, other: str) -> dict[str, int]:
    """How many lines a way from a side takes that ends with each line, not leading through the other side."""
    found: dict[str, int] = {}
    layer, reached, count = [side], {side}, 0
    while layer:
        count += 1
        lines = [line for node in layer for line in _lines_at(network, node) if line not in found]
        found.update(dict.fromkeys(lines, count))
        beyond = (node for line in dict.fromkeys(lines) for node in network[line])
        layer = [node for node in dict.fromkeys(beyond) if node not in reached]
        layer = [node for node in layer if not _belongs(network, node, other)]
        reached.update(layer)
    return found


def _lines_at(network: nx.Graph[str], node: str) -> Iterator[str]:
    """The lines at somebody; at a side also those of its members."""
    for other in network[node]:
        if is_line(other):
            yield other
        elif node in (START, GOAL):
            yield from filter(is_line, network[other])


def routes(network: nx.Graph[str], most: int, listed: int) -> tuple[list[Path], bool]:
    """The routes of at most ``most`` lines, those of fewest lines first, and whether there are more.

    Not more than ``listed`` are looked for. A route is a simple path: it meets nobody twice.

    >>> network = joined([("start", "line/1", "x"), ("x", "line/2", "goal"), ("start", "channel/3", "goal")])
    >>> routes(network, 2, 10)
    ([('start', 'channel/3', 'goal'), ('start', 'line/1', 'x', 'line/2', 'goal')], False)
    """
    found: list[Path] = []
    for length in range(1, most + 1):
        left = listed - len(found) + 1
        found += islice(_of_length(network, length), left)
    return found[:listed], len(found) > listed


def _of_length(network: nx.Graph[str], length: int) -> Iterator[Path]:
    """The routes of just so many lines, in the order of the network; members add two steps at the most."""
    wanted = near(network, length)
    kept = network.subgraph(node for node in network if not is_line(node) or node in wanted)
    for path in nx.all_simple_paths(kept, START, GOAL, cutoff=2 * length + 2):
        if sum(map(is_line, path)) == length and len(_direct(network, tuple(path))) == len(path):
            yield tuple(path)


def _direct(network: nx.Graph[str], path: Path) -> Path:
    """A path without detours within a side: from the last who belongs to one to the first of the other."""
    last = max(place for place, node in enumerate(path) if _belongs(network, node, START))
    goals = (place for place, node in enumerate(path) if _belongs(network, node, GOAL))
    first = next(place for place in goals if place > last)
    head = (START,) if path[last] != START else ()
    tail = (GOAL,) if path[first] != GOAL else ()
    return (*head, *path[last : first + 1], *tail)


def _belongs(network: nx.Graph[str], node: str, side: str) -> bool:
    return node == side or (not is_line(node) and side in network[node])


def disjoint(network: nx.Graph[str], lines_only: bool = False) -> list[Path]:
    """A largest set of routes that share nobody and no line; with ``lines_only`` that share no line.

    Of several largest sets it is always the same one. The shortest route comes first.

    >>> links = [("start", "line/1", "x"), ("start", "line/2", "x"), ("x", "line/3", "goal")]
    >>> links += [("x", "line/4", "goal")]
    >>> len(disjoint(joined(links))), len(disjoint(joined(links), lines_only=True))
    (1, 2)
    """
    return _flowed(network, lines_only)[0]


def _flowed(network: nx.Graph[str], lines_only: bool) -> tuple[list[Path], nx.DiGraph[Place]]:
    """The disjoint routes of a greatest flow, the shortest first, and its residual network."""
    residual = shortest_augmenting_path(_flow(network, lines_only), _out(START), _in(GOAL))
    ahead = {
        place: [other for other, arc in nexts.items() for _ in range(arc["flow"])]
        for place, nexts in residual.adj.items()
    }
    paths = [_direct(network, _followed(ahead)) for _ in tuple(ahead[_out(START)])]
    return sorted(paths, key=lambda path: (len(path), path)), residual


def _in(node: str) -> Place:
    return "in", node


def _out(node: str) -> Place:
    return "out", node


def _flow(network: nx.Graph[str], lines_only: bool) -> nx.DiGraph[Place]:
    """Each node as an arc of capacity 1 from its way in to its way out; ``lines_only``: each line."""
    flow: nx.DiGraph[Place] = nx.DiGraph()
    for node in sorted(network):
        bound = {} if lines_only and not is_line(node) else {"capacity": 1}
        flow.add_edge(_in(node), _out(node), **bound)
    for one, other in sorted(tuple(sorted(edge)) for edge in network.edges):
        flow.add_edge(_out(one), _in(other), capacity=1)
        flow.add_edge(_out(other), _in(one), capacity=1)
    return flow


def _followed(ahead: dict[Place, list[Place]]) -> Path:
    """One unit of flow from side to side, taken out of ``ahead``; a loop on the way is left out."""
    path: list[str] = [START]
    at = _out(START)
    while at != _in(GOAL):
        at = ahead[at].pop(0)
        if at[0] == "in":
            path = path[: path.index(at[1])] if at[1] in path else path
            path.append(at[1])
    return tuple(path)


def smallest_cuts(network: nx.Graph[str], listed: int, lines_only: bool = False) -> tuple[list[Path], bool]:
    """The smallest sets without which no route is left, sorted, and whether there are more than ``listed``.

    Each is as large as the largest set of disjoint routes, and takes one element of each of them. So every
    element of the first route that lowers that number is in some smallest cut, and with it go the smallest
    cuts of what remains: every branch of the search ends in a cut, and none is met twice.

    >>> network = joined([("start", "line/1", "x"), ("x", "line/2", "goal"), ("start", "channel/3", "goal")])
    >>> smallest_cuts(network, 10)
    ([('channel/3', 'line/1'), ('channel/3', 'line/2'), ('channel/3', 'x')], False)
    >>> smallest_cuts(network, 10, lines_only=True)[0]
    [('channel/3', 'line/1'), ('channel/3', 'line/2')]
    """
    found = list(islice(_cuts(network, lines_only), listed + 1))
    return sorted(tuple(sorted(cut)) for cut in found[:listed] if cut), len(found) > listed


def cut_places(network: nx.Graph[str], lines_only: bool = False) -> list[Path]:
    """Of each of the largest set of disjoint routes, what some smallest cut takes of it, in its order.

    Every smallest cut takes one element of each of these; not every choice need be a cut.

    >>> links = [("start", "line/1", "x"), ("x", "line/2", "goal"), ("start", "channel/3", "goal")]
    >>> cut_places(joined(links))
    [('channel/3',), ('line/1', 'x', 'line/2')]
    """
    paths, residual = _flowed(network, lines_only)
    lossy = _in_cuts(residual, lines_only)
    return [tuple(node for node in path if node in lossy) for path in paths]


def _in_cuts(residual: nx.DiGraph[Place], lines_only: bool) -> set[str]:
    """The nodes of some smallest cut: the full ones whose ways in and out are on no cycle of the residual
    network (Picard and Queyranne, On the structure of all minimum cuts in a network and applications,
    Mathematical Programming Study 13, 1980, 8-16)."""
    free: nx.DiGraph[Place] = nx.DiGraph()
    free.add_nodes_from(residual)
    arcs = residual.edges(data=True)
    free.add_edges_from((one, other) for one, other, arc in arcs if arc["flow"] < arc["capacity"])
    part = {place: n for n, some in enumerate(nx.strongly_connected_components(free)) for place in some}
    nodes = (node for way, node in free if way == "in" and node not in (START, GOAL))
    apart = (node for node in nodes if part[_in(node)] != part[_out(node)])
    full = (node for node in apart if not free.has_edge(_in(node), _out(node)))
    return {node for node in full if is_line(node) or not lines_only}


def _cuts(network: nx.Graph[str], lines_only: bool) -> Iterator[Path]:
    places = cut_places(network, lines_only)
    if not places:
        yield ()
        return
    for node in places[0]:
        rest = network.subgraph(one for one in network if one != node)
        for cut in _cuts(rest, lines_only):
            yield (node, *cut)
