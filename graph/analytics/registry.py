"""Every measure by its name: the one list that reports, commands and documents take them from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, Step, simple_of
from backchannel.graph.analytics.betweenness import betweenness_on
from backchannel.graph.analytics.brokerage import ROLES, role_on
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.closeness import harmonic_closeness_on
from backchannel.graph.analytics.constraint import constraint_on
from backchannel.graph.analytics.cores import core_on
from backchannel.graph.analytics.cut_links import cut_links_on
from backchannel.graph.analytics.cut_points import cut_points_on
from backchannel.graph.analytics.degree import contacts_on, counterparts_on, received_on, sought_on
from backchannel.graph.analytics.effective_size import effective_size_on
from backchannel.graph.analytics.eigenvector import eigenvector_on
from backchannel.graph.analytics.pagerank import pagerank_on
from backchannel.graph.analytics.reciprocity import reciprocity_of_all_on, reciprocity_on
from backchannel.graph.analytics.responses import answered, answered_links, answering
from backchannel.graph.analytics.simple import PROJECTIONS, project
from backchannel.graph.analytics.temporal.measures import betweenness_in_time, closeness_in_time
from backchannel.graph.semantics import Truth

__all__ = ["IN_TIME", "LINKS", "MEASURES", "Measure", "Values", "measure", "measure_on", "measures", "named"]

# By node, by link (seeker and sought, or two in sorted order), or by 'network'.
Values = Mapping[Any, float | None]
Progress = Callable[[str, int, int], None]

UNWEIGHTED = "none: a link is a link, however many contacts it stands for"
UNWEIGHTED_IN_TIME = "none: each contact counts by itself"
STRENGTH = "the weights of the distinct contacts are added up"
BOTH = (Truth.CERTAIN, Truth.POSSIBLE)
IN_TIME = "in time"
# What a link is to a measure, by its projection.
LINKS = {**PROJECTIONS, IN_TIME: "none: single held contacts in the order of time, both ways"}
PROPORTION = "each counterpart counts in proportion to its part of the weights"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, and all that is needed to take it and to print it.

    ``on`` takes it on a simple graph, ``projection`` names the one it is defined on (see
    :data:`~.simple.PROJECTIONS`). A measure that isn't one of a simple graph (it compares outcomes, or goes
    by the order of time) has no ``on`` but ``of_network``. ``weight`` says what a link's weight is to it;
    ``definition`` is the key of its text in :data:`~.definitions.DEFINITIONS`; ``kind`` is count or share;
    ``lowest_first``: the lowest value ranks first. ``of`` says what has values: node, link or network.
    ``long``: it also takes a function that is told how much is done.
    """

    name: str
    title: str
    on: Callable[..., Values] | None
    projection: str
    weight: str
    definition: str
    kind: str = "share"
    lowest_first: bool = False
    of: str = "node"
    long: bool = False
    of_network: Callable[..., Values] | None = None


def _count(name: str, title: str, on: Callable[..., Values], projection: str, weight: str) -> Measure:
    return Measure(name, title, on, projection, weight, "degree", kind="count")


def _role(role: str) -> Measure:
    on = partial(role_on, role)
    return Measure(role, role.capitalize(), on, "seeking", UNWEIGHTED, "brokerage", kind="count")


def _response(name: str, title: str, of_network: Callable[..., Values], of: str = "node") -> Measure:
    return Measure(name, title, None, "told", UNWEIGHTED, "response", of=of, of_network=of_network)


def _in_time(name: str, title: str, of_network: Callable[..., Values], truth: Truth) -> Measure:
    return Measure(
        f"{name}_{truth.value}",
        f"{title}, {truth.value}",
        None,
        IN_TIME,
        UNWEIGHTED_IN_TIME,
        name,
        long=True,
        of_network=partial(of_network, truth),
    )


_ALL = (
    _count("counterparts", "Counterparts", counterparts_on, "carrying", UNWEIGHTED),
    _count("contacts", "Contacts", contacts_on, "carrying", STRENGTH),
    _count("sought", "Sought (out)", sought_on, "seeking", STRENGTH),
    _count("received", "Received (in)", received_on, "seeking", STRENGTH),
    Measure(
        "harmonic",
        "Harmonic closeness",
        harmonic_closeness_on,
        "carrying",
        UNWEIGHTED,
        "harmonic",
        long=True,
    ),
    Measure("betweenness", "Betweenness", betweenness_on, "carrying", UNWEIGHTED, "betweenness", long=True),
    Measure("eigenvector", "Eigenvector", eigenvector_on, "carrying", PROPORTION, "eigenvector"),
    Measure("pagerank", "PageRank", pagerank_on, "seeking", PROPORTION, "pagerank"),
    Measure(
        "constraint",
        "Constraint",
        constraint_on,
        "carrying",
        PROPORTION,
        "constraint",
        lowest_first=True,
    ),
    Measure(
        "effective_size",
        "Effective size",
        effective_size_on,
        "carrying",
        PROPORTION,
        "effective_size",
        kind="real",
    ),
    Measure("core", "k-core", core_on, "carrying", UNWEIGHTED, "core", kind="count"),
    Measure("cut_points", "Parts without", cut_points_on, "carrying", UNWEIGHTED, "cut_points", kind="count"),
    *(_role(role) for role in ROLES),
    Measure("reciprocity", "Reciprocity", reciprocity_on, "told", UNWEIGHTED, "reciprocity"),
    _response("answered", "Own attempts answered", answered),
    _response("answering", "Attempts it answered", answering),
    *(_in_time("temporal_closeness", "Temporal closeness", closeness_in_time, truth) for truth in BOTH),
    *(_in_time("temporal_betweenness", "Temporal betweenness", betweenness_in_time, truth) for truth in BOTH),
    Measure(
        "cut_links", "Pairs cut", cut_links_on, "carrying", UNWEIGHTED, "cut_links", kind="count", of="link"
    ),
    _response("answered_links", "Attempts answered", answered_links, of="link"),
    Measure(
        "reciprocity_of_all",
        "Reciprocity",
        reciprocity_of_all_on,
        "told",
        UNWEIGHTED,
        "reciprocity",
        of="network",
    ),
)

MEASURES: Mapping[str, Measure] = {one.name: one for one in _ALL}
# Those in time are left to whoever asks for them: they need dates, and take much longer.
OF_NODES = tuple(one.name for one in _ALL if one.of == "node" and one.projection != IN_TIME)


def named(name: str) -> Measure:
    """The measure of a name. Raises ValueError for one that is none, with those there are.

    >>> named("betweenness").title
    'Betweenness'
    """
    if name not in MEASURES:
        raise ValueError(f"expected a measure of {', '.join(MEASURES)}; found {name!r}")
    return MEASURES[name]


def measure(network: nx.MultiDiGraph[str], name: str, choices: Choices = DEFAULT) -> Values:
    """One measure of a network, projected as the measure needs it.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> measure(calls, "sought")
    {'a': 1.0, 'b': 0.0}
    """
    return measures(network, (name,), choices)[name]


def measures(
    network: nx.MultiDiGraph[str],
    names: Iterable[str] = OF_NODES,
    choices: Choices = DEFAULT,
    progress: Progress | None = None,
) -> dict[str, Values]:
    """Several measures of a network, by name; each projection is made once.

    ``progress`` is told the name of a measure that takes long, how much of it is done, and of how much. On
    very large networks betweenness and harmonic closeness are :class:`~.sampling.Sampled`, and so is temporal
    betweenness. Without names: all of nodes but those in time. Raises ValueError
    for a name that is no measure.

    >>> calls = nx.MultiDiGraph()
    >>> _ = calls.add_edge("a", "b", contact="contact/1", outcome="held", directed=True)
    >>> measures(calls, ("betweenness", "constraint"))["constraint"]
    {'a': 1.0, 'b': 1.0}
    """
    chosen = [named(name) for name in names]
    needed = {one.projection for one in chosen if one.on}
    simple = {projection: simple_of(project(network, projection, choices)) for projection in sorted(needed)}
    found: dict[str, Values] = {}
    for one in chosen:
        if one.of_network:
            found[one.name] = _taken(one, partial(one.of_network, network, choices), progress)
        else:
            found[one.name] = _on(one, simple[one.projection], progress)
    return found


def measure_on(graph: nx.Graph[str] | Simple, name: str, progress: Progress | None = None) -> Values:
    """One measure of a simple graph that stands already, as arrays or in networkx.

    The graph is the one that :func:`~.simple.project` gives for the measure's projection, or another
    without parallel links and loops, directed if that is. Raises ValueError for a name that is no
    measure of a simple graph, for a multigraph, and for a graph that is directed where the measure's
    isn't, or the reverse.

    >>> measure_on(nx.path_graph(["a", "b", "c"]), "betweenness")
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    wanted = named(name)
    simple = graph if isinstance(graph, Simple) else simple_of(graph)
    if wanted.on is None:
        raise ValueError(f"{name} is none of a simple graph: expected a network of contacts; use measure()")
    if simple.directed is (wanted.projection == "carrying"):
        ways = ("a directed", "an undirected")[wanted.projection == "carrying"]
        raise ValueError(f"{name} is taken on {ways} graph ({wanted.projection}); found the other kind")
    return _on(wanted, simple, progress)


def _on(one: Measure, simple: Simple, progress: Progress | None) -> Values:
    return _taken(one, partial(one.on, simple), progress)  # type: ignore[arg-type, misc]


def _taken(one: Measure, take: Callable[..., Values], progress: Progress | None) -> Values:
    step: Step | None = partial(progress, one.name) if progress else None
    return take(step=step) if one.long else take()
