"""Means over all nodes of a network, from some of them, with the error that this makes.

A measure that is a mean over all sources of a value from 0 to 1 can be taken over some sources, drawn with
replacement by a fixed seed. The error is then bounded for each node by the variance that was seen, so that
it is small for the many nodes of small values: the empirical Bernstein bound of A. Maurer and M. Pontil,
Empirical Bernstein bounds and sample-variance penalization, COLT (2009), theorem 4, on either side and over
all nodes together. That some sources suffice: U. Brandes and C. Pich, Centrality estimation in large
networks, International Journal of Bifurcation and Chaos 17 (2007) 2303-2318.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from backchannel.graph.analytics.arrays import Floats, Simple, Whole

__all__ = ["CONFIDENCE", "SAMPLES", "Sampled", "drawn", "error", "sampled"]

SAMPLES = 4000
CONFIDENCE = 0.95
SEED = 20220224


class Sampled(dict[str, float]):
    """Values of which each is within its ``errors`` of the true one, all of them with ``confidence``.

    ``samples``: from how many sources they were taken. A dict otherwise.

    >>> Sampled({"a": 0.5}, {"a": 0.01}, 4000).error
    0.01
    """

    def __init__(self, values: Mapping[str, float], errors: Mapping[str, float], samples: int) -> None:
        super().__init__(values)
        self.errors = dict(errors)
        self.samples = samples
        self.confidence = CONFIDENCE

    @property
    def error(self) -> float:
        """The greatest error of all."""
        return max(self.errors.values(), default=0.0)


def drawn(simple: Simple, samples: int = SAMPLES) -> Whole:
    """The sources of a sample, by their numbers: the same for the same network.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> import networkx as nx
    >>> bool((drawn(simple_of(nx.path_graph(["a", "b"])), 100) < 2).all())
    True
    """
    return np.random.default_rng(SEED).integers(0, len(simple), samples)


def sampled(simple: Simple, sums: Floats, squares: Floats, samples: int) -> Sampled:
    """The measure that is the mean of a value from 0 to 1 over all *other* nodes, from a sample of all nodes.

    ``sums`` and ``squares`` are those of the values from each source drawn; from itself a node has 0.

    >>> from backchannel.graph.analytics.arrays import simple_of
    >>> import networkx as nx
    >>> path = simple_of(nx.path_graph(["a", "b"]))
    >>> sampled(path, np.array([5.0, 5.0]), np.array([5.0, 5.0]), 10)
    {'a': 1.0, 'b': 1.0}
    """
    others = len(simple) / max(len(simple) - 1, 1)
    variance = np.maximum(squares - sums**2 / samples, 0) / (samples - 1)
    errors = others * error(variance, samples)
    return Sampled(simple.by_node(others * sums / samples), simple.by_node(errors), samples)


def error(variance: Floats, samples: int) -> Floats:
    """How far a mean over samples may be from the true one, for each node, all together with CONFIDENCE.

    Formula: sqrt(2 V L / k) + 7 L / (3 (k - 1)), L = ln(4 n / (1 - confidence)), V the variance of the k
    samples (of values from 0 to 1), n the number of nodes.

    >>> error(np.array([0.0, 0.01]), 4000).round(4).tolist()
    [0.003, 0.008]
    """
    wide = math.log(4 * max(len(variance), 1) / (1 - CONFIDENCE))
    bound: Floats = np.sqrt(2 * variance * wide / samples) + 7 * wide / (3 * (samples - 1))
    return bound
