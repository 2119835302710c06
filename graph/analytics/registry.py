"""Every measure by its name: the one list that reports, commands and documents take them from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.betweenness import betweenness_on
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.closeness import harmonic_closeness_on
from backchannel.graph.analytics.constraint import constraint_on
from backchannel.graph.analytics.degree import contacts_on, counterparts_on, received_on, sought_on
from backchannel.graph.analytics.pagerank import pagerank_on
from backchannel.graph.analytics.simple import project

__all__ = ["MEASURES", "Measure", "Values", "measure", "measure_on", "measures", "named"]

Values = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of nodes.

    ``on`` takes it on a simple graph, and ``projection`` names the one it is defined on (see
    :data:`~.simple.PROJECTIONS`). ``weight`` says what a link's weight means to it. ``kind`` is count or
    share; ``lowest_first`` says that the lowest value ranks first; ``definition`` is the key of its
    text in :data:`~.definitions.DEFINITIONS`.
    """

    name: str
    title: str
    on: Callable[[Simple], Values]
    projection: str
    weight: str
    definition: str
    kind: str = "share"
    lowest_first: bool = False


UNWEIGHTED = "not used: every link is as long as any other"
STRENGTH = "the weight of each contact is added up"

_ALL = (
    Measure("counterparts", "Counterparts", counterparts_on, "carrying", UNWEIGHTED, "degree", kind="count"),
    Measure("contacts", "Contacts", contacts_on, "carrying", STRENGTH, "degree", kind="count"),
    Measure("sought", "Sought (out)", sought_on, "seeking", STRENGTH, "degree", kind="count"),
    Measure("received", "Received (in)", received_on, "seeking", STRENGTH, "degree", kind="count"),
    Measure("harmonic", "Harmonic closeness", harmonic_closeness_on, "carrying", UNWEIGHTED, "harmonic"),
    Measure("betweenness", "Betweenness", betweenness_on, "carrying", UNWEIGHTED, "betweenness"),
    Measure(
        "pagerank", "PageRank", pagerank_on, "seeking", "the walker takes a link in proportion", "pagerank"
    ),
    Measure(
        "constraint",
        "Constraint",
        constraint_on,
        "carrying",
        "the share of a node's contacts that were with one counterpart",
        "constraint",
        lowest_first=True,
    ),
)

MEASURES: Mapping[str, Measure] = {one.name: one for one in _ALL}


def named(name: str) -> Measure:
    """The measure of a name. Raises ValueError for one that is none, with those there are.

    >>> named("betweenness").title
    'Betweenness'
    """
    if name not in MEASURES:
        raise ValueError(f"expected a measure of {', '.join(MEASURES)}; found {name!r}")
    return MEASURES[name]


def measure(network: nx.MultiDiGraph[str], name: str, choices: Choices = DEFAULT) -> Values:
    """One measure of each node of a network, projected as the measure needs it.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> measure(calls, "sought")
    {'a': 1.0, 'b': 0.0}
    """
    return measures(network, (name,), choices)[name]


def measures(
    network: nx.MultiDiGraph[str], names: Iterable[str] = tuple(MEASURES), choices: Choices = DEFAULT
) -> dict[str, Values]:
    """Several measures of each node of a network, by name; each projection is made once.

    Raises ValueError for a name that is no measure.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> measures(calls, ("betweenness", "constraint"))["constraint"]
    {'a': 1.0, 'b': 1.0}
    """
    chosen = [named(name) for name in names]
    needed = {one.projection: simple_of(project(network, one.projection, choices)) for one in chosen}
    return {one.name: one.on(needed[one.projection]) for one in chosen}


def measure_on(graph: nx.Graph[str] | Simple, name: str) -> Values:
    """One measure of each node of a simple graph: of one that stands already, as arrays or in networkx.

    The graph is the one that :func:`~.simple.project` gives for the measure's projection, or another
    without parallel links and loops, directed if that is. Raises ValueError for a name that is no
    measure, for a multigraph, and for a graph that is directed where the measure's isn't, or the reverse.

    >>> measure_on(nx.path_graph(["a", "b", "c"]), "betweenness")
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    wanted = named(name)
    simple = graph if isinstance(graph, Simple) else simple_of(graph)
    if simple.directed is (wanted.projection == "carrying"):
        ways = ("a directed", "an undirected")[wanted.projection == "carrying"]
        raise ValueError(f"{name} is taken on {ways} graph ({wanted.projection}); found the other kind")
    return wanted.on(simple)
