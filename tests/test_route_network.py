"""Disjoint routes and smallest cuts, against networkx, against brute force, and on random worlds."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import networkx as nx
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from route_case import DAY, FD, PERSONS, SEATED, SY, asked, call, line_said, tenure, world

from backchannel.graph.asof import as_known
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Knowledge
from backchannel.graph.route_network import (
    GOAL,
    START,
    Step,
    cut_places,
    disjoint,
    is_line,
    joined,
    near,
    routes,
    smallest_cuts,
)
from backchannel.graph.routes import Routes
from backchannel.ontology.terms import RANKS

NAMES = "abcdef"
MANY = 2000 if LARGE else 70


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph[str]:
    """Up to eleven lines, parallel ones among them, between the sides and six others, some of a side."""
    places = [START, GOAL, *NAMES]
    pairs = st.lists(st.sampled_from(list(combinations(places, 2))), max_size=11)
    links: list[Step] = []
    for number, (one, other) in enumerate(draw(pairs)):
        links.append((one, f"line/{number:02d}", other))
    if draw(st.booleans()):  # a channel of several ends
        links += [
            (end, "channel/star", START) for end in draw(st.sets(st.sampled_from(places[1:]), max_size=3))
        ]
    sides = draw(st.lists(st.sampled_from([START, GOAL, "", ""]), min_size=6, max_size=6))
    return joined(links, [(side, name) for side, name in zip(sides, NAMES, strict=True) if side])


def connected(network: nx.Graph[str], gone: Iterable[str] = ()) -> bool:
    left = network.subgraph(set(network) - set(gone))
    return nx.has_path(left, START, GOAL)


def all_cuts(network: nx.Graph[str], size: int, lines_only: bool) -> list[tuple[str, ...]]:
    """Every set of a size that separates the sides, by trying each."""
    can = sorted(node for node in network if node not in (START, GOAL) and (is_line(node) or not lines_only))
    return [some for some in combinations(can, size) if not connected(network, some)]


def without_members(network: nx.Graph[str]) -> nx.Graph[str]:
    """As a network of lines alone is made: those of a side are the side."""
    renamed = {node: side for side in (START, GOAL) for node in network[side] if not is_line(node)}
    return joined(
        (renamed.get(one, one), line, renamed.get(other, other))
        for line in network
        if is_line(line)
        for one, other in combinations(sorted(network[line]), 2)
        if renamed.get(one, one) != renamed.get(other, other)
    )


@settings(max_examples=MANY)
@given(networks())
def test_the_number_of_disjoint_routes_is_that_of_networkx(network: nx.Graph[str]) -> None:
    """Menger: node connectivity between the sides, found by networkx in its own way."""
    found = disjoint(network)
    assert len(found) == nx.node_connectivity(network, START, GOAL)
    met = [node for path in found for node in path[1:-1]]
    assert len(met) == len(set(met))
    for path in found:
        assert (path[0], path[-1]) == (START, GOAL)
        assert nx.is_simple_path(network, path)


@settings(max_examples=MANY)
@given(networks())
def test_the_smallest_cuts_are_those_of_trying_all(network: nx.Graph[str]) -> None:
    """All of them and no others, as large as the set of disjoint routes; of all, and of lines alone."""
    for lines_only in (False, True):
        whole = without_members(network) if lines_only else network
        size = len(disjoint(whole, lines_only))
        found, more = smallest_cuts(whole, 10_000, lines_only)
        assert not more
        assert found == (all_cuts(whole, size, lines_only) if size else [])
        assert not size or not all_cuts(whole, size - 1, lines_only)
        places = cut_places(whole, lines_only)
        assert {node for place in places for node in place} == {node for cut in found for node in cut}
        assert all(len(set(cut) & set(place)) == 1 for cut in found for place in places)


@settings(max_examples=MANY)
@given(networks())
def test_routes_that_share_no_line_use_each_once(network: nx.Graph[str]) -> None:
    whole = without_members(network)
    lines = [node for path in disjoint(whole, lines_only=True) for node in path if is_line(node)]
    assert len(lines) == len(set(lines))
    assert len(disjoint(whole, lines_only=True)) >= len(disjoint(whole))


@settings(max_examples=MANY)
@given(networks(), st.integers(1, 4))
def test_routes_are_the_direct_simple_paths_up_to_a_length(network: nx.Graph[str], most: int) -> None:
    """Against networkx's simple paths: those that leave the one side once and enter the other once."""
    found, more = routes(network, most, 10_000)
    sides = {node for side in (START, GOAL) for node in network[side] if not is_line(node)}
    expected = {
        tuple(path)
        for path in nx.all_simple_paths(network, START, GOAL)
        if sum(map(is_line, path)) <= most and not sides & set(path[2:-2])
    }
    assert not more
    assert set(found) == expected
    assert len(found) == len(set(found))
    assert {line for path in found for line in path if is_line(line)} <= near(network, most)
    few, cut_off = routes(network, most, 1)
    assert len(few) == min(1, len(found)) and cut_off == (len(found) > 1)


# --- random worlds: what holds of every answer


DATES = ["2029-02-10", "2029-02", "2029-01-20", "2029", "2028-02", "2029-02-2X", "2029-02-15~"]


def random_world(seed: int) -> Knowledge:
    """Contacts, refusals and channels among eight officials, some of whom have left or are not known."""
    rng = random.Random(seed)
    claims = []
    for number in range(rng.randrange(4, 16)):
        one, other = rng.sample(PERSONS, 2)
        channels = rng.choice([(), (), ("wire",), ("relay",), ("wire", "relay")])
        outcome = rng.choice(["held", "held", "held", "refused", "ignored", "attempted"])
        day = rng.choice(DATES)
        claims.append(call(f"c{number:02d}", [one, other], day, outcome, channels))
    for number in range(rng.randrange(3)):
        state = rng.choice(["in place", "in use", "closed", "restored", "unanswered"])
        during = rng.choice(["2029-01-05/..", "2029-02", "2029-02-20", "2029-02/.."])
        claims.append(line_said(f"s{number}", state, during, rng.choice(["wire", "relay"])))
    tenures = [tenure(person, office) for office, person in SEATED.items() if rng.random() < 0.85]
    gone = [tenure(person, office, "2027-01-01/2029-03-01") for office, person in SEATED.items()]
    kept = {one.office for one in tenures}
    return world(claims, [*tenures, *(one for one in gone if one.office not in kept and rng.random() < 0.5)])


def routes_of(found: Routes) -> dict[tuple[str, ...], str]:
    return {route.path: str(route.truth) for route in found.left.routes}


THINGS = [
    *(f"person/{name}" for name in PERSONS),
    *("office/fd-minister", "office/sy-general", "office/tu-minister", "state/tu"),
    *("channel/wire", "channel/relay"),
]
WORLDS = 400 if LARGE else 16


def test_to_remove_something_never_adds_a_route_nor_makes_one_surer() -> None:
    """Of each world, each thing and each rank by itself, then two together in either order."""
    tried = changed = 0
    for seed in range(WORLDS):
        base = random_world(seed)
        whole = asked(base, most=3)
        before = routes_of(whole)
        for thing in THINGS:
            left = asked(base, most=3, without=[thing])
            after = routes_of(left)
            assert after.keys() <= before.keys()
            assert all(before[path] == "certain" for path, sure in after.items() if sure == "certain")
            assert len(left.left.disjoint) <= len(whole.now.disjoint)
            assert left.left.surely_disjoint <= whole.now.surely_disjoint
            tried, changed = tried + 1, changed + (after != before)
        for rank in RANKS:
            assert routes_of(asked(base, most=3, without_ranks=[rank])).keys() <= before.keys()
        one, other = random.Random(seed).sample(THINGS, 2)
        both = routes_of(asked(base, most=3, without=[one, other]))
        assert both == routes_of(asked(base, most=3, without=[other, one]))
        assert both.keys() <= routes_of(asked(base, most=3, without=[one])).keys()
    assert tried == WORLDS * len(THINGS)
    assert changed > WORLDS  # the worlds have something to lose


def test_each_loss_is_what_is_left_without_it() -> None:
    """The table of losses says what the question without it says, and all that can be lost is in it."""
    compared = 0
    for seed in range(WORLDS):
        base = random_world(seed)
        whole = asked(base)
        for loss in whole.each:
            alone = asked(base, without=[loss.key])
            assert {route.path for route in loss.left} == set(routes_of(alone))
            assert loss.disjoint_left == len(alone.left.disjoint)
            assert len(loss.left) + len(loss.lost) == len(whole.now.routes)
            compared += 1
        met = {node for route in whole.now.routes for node in route.nodes} - {FD, SY}
        assert met <= {loss.key for loss in whole.each}
    assert compared > WORLDS


def test_cutting_a_smallest_set_leaves_no_route() -> None:
    """Every smallest cut of persons, offices and channels, left out by name, separates the two states."""
    cut = 0
    for seed in range(WORLDS):
        base = random_world(seed)
        found = asked(base)
        for some in found.now.cuts[0]:
            if not any(key.startswith("line/") for key in some):
                assert not asked(base, without=some).left.routes
                cut += 1
    assert cut > 5


def test_the_ends_may_be_given_in_either_order() -> None:
    """Who reaches whom is no matter of direction here."""
    for seed in range(WORLDS):
        base = random_world(seed)
        there, back = asked(base, FD, SY, DAY), asked(base, SY, FD, DAY)
        assert {path[::-1] for path in routes_of(there)} == set(routes_of(back))
        assert len(there.now.disjoint) == len(back.now.disjoint)
        assert there.now.cuts[1] or there.now.cuts[0] == back.now.cuts[0]


def test_what_became_known_later_changes_nothing() -> None:
    """As known by a day, the answer is that of a case in which nothing later was ever written down."""
    told = 0
    for seed in range(WORLDS):
        rng = random.Random(seed)
        base = random_world(seed)
        claims = {
            key: replace(claim, known=known_stamp(rng.choice(["2029-02-25", "2029-03-20"])))
            for key, claim in base.claims.items()
        }
        later = replace(base, claims=claims)
        then = as_known(later, "2029-03-10")
        found = routes_of(asked(later, known="2029-03-10"))
        assert found == routes_of(asked(then, known="2029-03-10"))
        told += len(found)
    assert told > WORLDS // 2
