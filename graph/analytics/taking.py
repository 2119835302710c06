"""Measures taken by their names: of a network of contacts, or of a simple graph that stands already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import networkx as nx

from backchannel.graph.analytics.arrays import Simple, Step, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.registry import OF_NODES, Measure, Values, named
from backchannel.graph.analytics.simple import project

__all__ = ["Progress", "measure", "measure_on", "measures"]

# The name of a measure, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]


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
