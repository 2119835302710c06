"""The claims as a network: who was in touch with whom, as persons, offices or states.

A networkx MultiDiGraph in which every contact keeps its identity: parallel contacts stay parallel,
and each edge names the claims it rests on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from backchannel.graph.bounds import BEGINNING, END
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.offices import main_offices
from backchannel.graph.pairs import directed_pairs, is_directed
from backchannel.graph.semantics import certainly_within, possibly_within
from backchannel.ontology.terms import OUTCOMES

__all__ = ["NETWORK_LEVELS", "NETWORK_OUTCOMES", "Window", "described", "ends", "network", "window_of"]

NETWORK_LEVELS = ("person", "office", "state")
# What a contact's consensus may come to; 'proposed' where no voice puts an outcome forward as a fact.
NETWORK_OUTCOMES = (*OUTCOMES, "proposed")

Window = tuple[Stamp, Stamp]


def network(
    knowledge: Knowledge,
    level: str = "person",
    at: str | None = None,
    known: str | None = None,
    since: str | None = None,
    until: str | None = None,
    outcomes: Collection[str] | None = None,
) -> nx.MultiDiGraph[Key]:
    """The contacts between persons, offices or states as a multigraph.

    ``level``: person, office or state. Parties that are no person (an office alone, a described
    group) stand in the person network as themselves; in the state network only what belongs to a
    state stands. ``since`` and ``until`` are days (``YYYY-MM-DD``; ``YYYY-MM`` and ``YYYY`` mean the
    whole of it): the network holds what possibly happened from the first to the end of the second,
    and each edge says whether it certainly did. ``at`` looks from the end of one day: the same as
    ``until``. ``known`` leaves out what was not published, or was withdrawn, by the end of that day.
    ``outcomes``: only contacts of one of these (None: of all).

    The graph carries level, title, and the stamps since and until between which its window lies. Nodes carry
    label, names, forms, kind, state, state_label, office_label, rank, described. Edges, keyed by their
    contact, carry contact, outcome, outcomes, contested, status, directed (False: nobody says who sought
    whom; the edge then runs in sorted order), mode, channels, stances, public, earliest, latest, certain,
    when, inferred, times, claims.

    Raises ValueError for another level or outcome and DateError for a day that is none.
    """
    wanted = NETWORK_OUTCOMES if outcomes is None else tuple(outcomes)
    _expect("a level", [level], NETWORK_LEVELS)
    _expect("an outcome", wanted, NETWORK_OUTCOMES)
    window = window_of(since, until or at)
    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph(
        level=level, title=knowledge.title, since=window[0], until=window[1]
    )
    for one in consensus(knowledge, known).values():
        if one.outcome in wanted and possibly_within(one.bounds, *window):
            _add_contact(graph, one, level, window)
    _describe_nodes(graph, knowledge)
    return graph


def _expect(what: str, found: Collection[str], known: Collection[str]) -> None:
    for one in found:
        if one not in known:
            raise ValueError(f"expected {what} of {', '.join(known)}; found {one!r}")


def window_of(since: str | None, until: str | None) -> Window:
    """The first midnight of a window of days and the one at which it is over; sentinels where it is open.

    Raises DateError for a day that is none.

    >>> window_of("2022-03", None)
    ('2022-03-01T00:00:00Z', '9999-12-31T23:59:59Z')
    """
    start = day_bounds(since)[0] if since else BEGINNING
    end = day_bounds(until)[1] if until else END
    return start, end


def _add_contact(graph: nx.MultiDiGraph[Key], one: Consensus, level: str, window: Window) -> None:
    pairs = ends(one.claims, level)
    attributes = _attributes(one, window) if pairs else {}
    for (source, target), directed in sorted(pairs.items()):
        graph.add_edge(source, target, key=one.contact, directed=directed, **attributes)


def _describe_nodes(graph: nx.MultiDiGraph[Key], knowledge: Knowledge) -> None:
    seats = main_offices(knowledge)
    for key in graph:
        graph.nodes[key].update(described(knowledge, key, seats))


def ends(claims: Iterable[Claim], level: str) -> dict[tuple[Key, Key], bool]:
    """The pairs of a contact that claims tell of, and whether one says who sought whom: that beats none.

    >>> ends([], "person")
    {}
    """
    found: dict[tuple[Key, Key], bool] = {}
    for claim in claims:
        for source, target in _claim_ends(claim, level):
            if is_directed(claim):
                found[source, target] = True
            else:
                found.setdefault((min(source, target), max(source, target)), False)
    return {
        (source, target): directed
        for (source, target), directed in found.items()
        if directed or not (found.get((source, target)) or found.get((target, source)))
    }


def _claim_ends(claim: Claim, level: str) -> list[tuple[Key, Key]]:
    found = directed_pairs(claim, level)
    return found + directed_pairs(claim, "party") if level == "person" else found


def described(knowledge: Knowledge, key: Key, seats: Mapping[Key, Key]) -> dict[str, Any]:
    """What a node carries; ``seats`` are the main offices of persons. Raises KeyError for a key of nobody."""
    entity = knowledge.entities[key]
    seat = knowledge.entities.get(seats.get(key, ""), entity)
    state = key if entity.kind == "state" else seat.state
    return {
        "label": entity.label,
        "names": {language: text for text, language in entity.names.preferred},
        "forms": [text for text, _ in entity.names.all()],
        "kind": entity.kind,
        "state": state,
        "state_label": knowledge.label(state) if state else "",
        "office_label": seat.label if entity.kind == "person" and seat is not entity else "",
        "rank": seat.rank,
        "described": entity.kind == "party",
    }


def _attributes(one: Consensus, window: Window) -> dict[str, Any]:
    first = one.claims[0]
    when = one.when
    return {
        "contact": one.contact,
        "outcome": one.outcome,
        "outcomes": one.outcomes,
        "contested": one.contested,
        "status": one.status,
        "mode": next((claim.mode for claim in one.claims if claim.mode), None),
        "channels": tuple(sorted({key for claim in one.claims for key in claim.channels})),
        "stances": tuple(sorted({claim.stance for claim in one.claims})),
        "public": first.public,
        "earliest": one.bounds.earliest,
        "latest": one.bounds.latest,
        "certain": certainly_within(one.bounds, *window),
        "when": (when.edtf or "") if when else "",
        "inferred": (when.inferred or "") if when else "",
        "times": max(claim.times for claim in one.claims),
        "claims": tuple(claim.key for claim in one.claims),
    }
