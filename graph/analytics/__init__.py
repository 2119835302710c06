"""Measures on the projected networks, each with its meaning, formula, edge cases and reference.

A network is what :func:`backchannel.graph.projection.network` gives: a multigraph whose parallel edges
are single contacts with their outcome. Most measures need a simple graph; :mod:`.simple` says what
is summed and what is dropped on the way, and is the only place where that is decided.
"""

from backchannel.graph.analytics.betweenness import betweenness
from backchannel.graph.analytics.bridges import Bridge, bridges, busiest_states
from backchannel.graph.analytics.choices import OUTCOMES, Choices
from backchannel.graph.analytics.closeness import harmonic_closeness
from backchannel.graph.analytics.constraint import constraint
from backchannel.graph.analytics.definition import Definition
from backchannel.graph.analytics.definitions import DEFINITIONS
from backchannel.graph.analytics.degree import Degree, degrees
from backchannel.graph.analytics.pagerank import pagerank
from backchannel.graph.analytics.ranking import Rank, rank_of, ranking
from backchannel.graph.analytics.registry import MEASURES, Measure
from backchannel.graph.analytics.simple import carrying, seeking
from backchannel.graph.analytics.taking import measure, measure_on, measures

__all__ = [
    "DEFINITIONS",
    "MEASURES",
    "OUTCOMES",
    "Bridge",
    "Choices",
    "Definition",
    "Degree",
    "Measure",
    "Rank",
    "betweenness",
    "bridges",
    "busiest_states",
    "carrying",
    "constraint",
    "degrees",
    "harmonic_closeness",
    "measure",
    "measure_on",
    "measures",
    "pagerank",
    "rank_of",
    "ranking",
    "seeking",
]
