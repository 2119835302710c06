"""Reciprocity: whether those whom one seeks seek one as well."""

from __future__ import annotations

import networkx as nx
import numpy as np
import numpy.typing as npt

from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.choices import DEFAULT, Choices
from backchannel.graph.analytics.simple import project

__all__ = ["reciprocity", "reciprocity_of_all", "reciprocity_of_all_on", "reciprocity_on"]


def reciprocity(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
    """The share of a node's directed links that run both ways, 0 to 1.

    Meaning: 1 for one who sought everybody that sought him, and the reverse; 0 where it is always the same
    side that seeks. Only contacts count of which somebody says who sought them. Formula: r(v) = 2 m / (in +
    out), where v seeks *out* others, *in* others seek v, and m do both.

    Edge cases: a node without such links has None. Weights are not used.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "ba", "ac")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held", directed=True)
    >>> {node: round(value, 3) for node, value in reciprocity(calls).items()}
    {'a': 0.667, 'b': 1.0, 'c': 0.0}

    Reference: S. Wasserman and K. Faust, Social Network Analysis, Cambridge University Press (1994), section
    13.3; as in networkx.
    """
    return reciprocity_on(simple_of(project(network, "told", choices)))


def reciprocity_on(simple: Simple) -> dict[str, float | None]:
    """As :func:`reciprocity`, on a directed simple graph.

    >>> reciprocity_on(simple_of(nx.DiGraph([("a", "b"), ("b", "a")])))
    {'a': 1.0, 'b': 1.0}
    """
    ends = np.bincount(np.concatenate([simple.sources, simple.targets]), minlength=len(simple))
    mutual = np.bincount(simple.sources[_returned(simple)], minlength=len(simple))
    return {
        node: 2.0 * both / every if every else None
        for node, both, every in zip(simple.nodes, mutual.tolist(), ends.tolist(), strict=True)
    }


def reciprocity_of_all(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
    """The share of all directed links that are returned, under the key 'network'.

    Meaning, formula and reference as in :func:`reciprocity`, over the whole network: links whose reverse is
    there as well / links. Edge cases: None where there is no directed link.

    >>> calls = nx.MultiDiGraph()
    >>> for number, (one, other) in enumerate(("ab", "ba", "ac", "cd")):
    ...     _ = calls.add_edge(one, other, contact=f"contact/{number}", outcome="held", directed=True)
    >>> reciprocity_of_all(calls)
    {'network': 0.5}
    """
    return reciprocity_of_all_on(simple_of(project(network, "told", choices)))


def reciprocity_of_all_on(simple: Simple) -> dict[str, float | None]:
    """As :func:`reciprocity_of_all`, on a directed simple graph.

    >>> reciprocity_of_all_on(simple_of(nx.DiGraph([("a", "b")])))
    {'network': 0.0}
    """
    links = len(simple.sources)
    return {"network": int(_returned(simple).sum()) / links if links else None}


def _returned(simple: Simple) -> npt.NDArray[np.bool_]:
    """Of each link whether its reverse is there."""
    size = len(simple)
    return np.isin(simple.targets * size + simple.sources, simple.sources * size + simple.targets)
