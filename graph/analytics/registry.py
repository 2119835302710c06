"""Every measure by its name: the one list that reports, commands and documents take them from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from backchannel.graph.analytics.betweenness import betweenness_on
from backchannel.graph.analytics.brokerage import ROLES, role_on
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
from backchannel.graph.analytics.simple import PROJECTIONS
from backchannel.graph.analytics.temporal.measures import betweenness_in_time, closeness_in_time
from backchannel.graph.semantics import Truth

__all__ = ["IN_TIME", "LINKS", "MEASURES", "OF_NODES", "Measure", "Values", "named"]

# By node, by link (seeker and sought, or two in sorted order), or by 'network'.
Values = Mapping[Any, float | None]

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
