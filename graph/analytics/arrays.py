"""A simple graph as arrays: made once, and shared by all measures that are taken on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy import sparse

from backchannel.graph.analytics.simple import side_of

__all__ = ["Floats", "Simple", "Step", "Whole", "shared", "simple_of"]

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Step = Callable[[int, int], None]  # is told how much is done, and of how much
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Simple:
    """A simple graph without loops: ``nodes`` in sorted order, and links between their numbers.

    ``sources`` and ``targets`` hold each link once, sorted; those of an undirected graph with the lower
    number first. ``weights`` are theirs. ``sent`` and ``received`` hold, a node, the weight of its distinct
    contacts, out and in (the same where the graph is undirected): a meeting of three weighs once for each.
    ``states`` name the state each node stands for, or None.
    """

    nodes: tuple[str, ...]
    directed: bool
    sources: Whole
    targets: Whole
    weights: Floats
    sent: Floats
    received: Floats
    states: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.nodes)

    def matrix(self, weighted: bool = True) -> sparse.csr_array:
        """The adjacency matrix, n x n, row to column; both ways where undirected.

        ``weighted``: with the weights (a link that weighs nothing is left out), else with ones. Not to be
        written to: it is shared.
        """
        return _weighted(self) if weighted else _linked(self)

    def by_node(self, values: npt.ArrayLike) -> dict[str, float]:
        """Values in the order of the nodes, by node."""
        numbers = np.asarray(values, dtype=np.float64)
        return dict(zip(self.nodes, numbers.tolist(), strict=True))


def shared(made: Callable[[Simple], T]) -> Callable[[Simple], T]:
    """What is made of a simple graph, made once and kept as long as the graph itself.

    >>> count = shared(len)
    >>> count(simple_of(nx.path_graph(["a", "b"])))
    2
    """
    kept: WeakKeyDictionary[Simple, T] = WeakKeyDictionary()

    @wraps(made)
    def found(simple: Simple) -> T:
        if simple not in kept:
            kept[simple] = made(simple)
        return kept[simple]

    return found


@shared
def _weighted(simple: Simple) -> sparse.csr_array:
    return _matrix(simple, simple.weights)


@shared
def _linked(simple: Simple) -> sparse.csr_array:
    return _matrix(simple, np.ones(len(simple.weights)))


def _matrix(simple: Simple, values: Floats) -> sparse.csr_array:
    rows, columns = simple.sources, simple.targets
    if not simple.directed:
        rows, columns = np.concatenate([rows, columns]), np.concatenate([columns, rows])
        values = np.concatenate([values, values])
    found = sparse.csr_array((values, (rows, columns)), shape=(len(simple), len(simple)))
    found.eliminate_zeros()
    found.sort_indices()
    return found


def simple_of(graph: nx.Graph[str]) -> Simple:
    """The arrays of a networkx Graph or DiGraph.

    Edges have ``weight`` (1 if left out) and may have ``contacts``; the graph may have ``weights``, by
    contact. Without contacts a node's strength is the sum of its links. Raises ValueError for a
    multigraph, or a link of a node with itself: :mod:`.simple` makes graphs without.

    >>> simple = simple_of(nx.Graph([("b", "a"), ("b", "c")]))
    >>> simple.nodes, simple.sources.tolist(), simple.targets.tolist(), simple.sent.tolist()
    (('a', 'b', 'c'), [0, 1], [1, 2], [1.0, 2.0, 1.0])
    """
    if graph.is_multigraph() or any(graph.has_edge(node, node) for node in graph):
        raise ValueError(
            "expected a simple graph; found parallel links or loops: use carrying() or seeking()"
        )
    nodes = tuple(sorted(graph))
    number = {node: place for place, node in enumerate(nodes)}
    links = sorted(_ends(number, graph.is_directed(), *edge) for edge in graph.edges(data=True))
    sent, received = _strengths(graph, nodes)
    return Simple(
        nodes,
        graph.is_directed(),
        np.array([link[0] for link in links], dtype=np.int64),
        np.array([link[1] for link in links], dtype=np.int64),
        np.array([link[2] for link in links], dtype=np.float64),
        sent,
        received,
        tuple(side_of(graph, node) for node in nodes),
    )


def _ends(
    number: Mapping[str, int], directed: bool, one: str, other: str, data: Mapping[str, float]
) -> tuple[int, int, float]:
    start, end = number[one], number[other]
    weight = float(data.get("weight", 1))
    return (start, end, weight) if directed or start < end else (end, start, weight)


def _strengths(graph: nx.Graph[str], nodes: tuple[str, ...]) -> tuple[Floats, Floats]:
    if isinstance(graph, nx.DiGraph):
        return _strength(graph, nodes, graph.succ), _strength(graph, nodes, graph.pred)
    both = _strength(graph, nodes, graph.adj)
    return both, both


def _strength(graph: nx.Graph[str], nodes: tuple[str, ...], near: Mapping) -> Floats:  # type: ignore[type-arg]
    weights = graph.graph.get("weights") or {}
    return np.array([_distinct(near[node].values(), weights) for node in nodes], dtype=np.float64)


def _distinct(links: Iterable[Mapping[str, object]], weights: Mapping[str, float]) -> float:
    """The weight of the distinct contacts of several links; of links without contacts their own weights."""
    contacts: set[str] = set()
    loose = 0.0
    for data in links:
        named = data.get("contacts")
        if isinstance(named, tuple):
            contacts.update(named)
        else:
            loose += float(data.get("weight", 1))  # type: ignore[arg-type]
    return loose + sum(weights.get(contact, 1.0) for contact in sorted(contacts))
