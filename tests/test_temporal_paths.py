"""Arrivals, departures, chains and passages equal what all worlds, gone through one by one, have."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from conftest import LARGE
from hypothesis import given
from hypothesis import strategies as st
from temporal_worlds import chains, random_network, spread, worlds

from backchannel.graph.analytics.temporal import (
    Contact,
    TemporalNetwork,
    arrivals,
    departures,
    fastest,
    fewest,
)
from backchannel.graph.bounds import occurrence
from backchannel.graph.gregorian import seconds_of
from backchannel.graph.semantics import Truth, possibly_before, truth_before

COUNT = 1000 if LARGE else 100
WAITS = (0, 0, 1)
BOTH = (Truth.CERTAIN, Truth.POSSIBLE)


# The temporal graph in the paper of L. Oettershagen and P. Mutzel, TGLib (2022): from, to, when, how long.
PAPER = ((0, 3, 1, 5), (0, 1, 2, 1), (0, 1, 5, 2), (2, 1, 6, 1), (3, 2, 6, 2), (1, 3, 7, 2), (3, 2, 8, 4))


def test_the_worked_example_of_a_paper() -> None:
    """The arrivals that its library has from one node, and the duration where no contact is direct."""
    contacts = [Contact(str(at), str(u), str(v), t, t + took, oneway=True)
                for at, (u, v, t, took) in enumerate(PAPER)]  # fmt: skip
    network = TemporalNetwork(contacts)
    arrived = arrivals(network, "0", Truth.CERTAIN, since=1)
    assert {node: found.time for node, found in arrived.items() if node != "0"} == {"1": 3, "3": 6, "2": 8}
    passage = fastest(network, "0", "2", Truth.CERTAIN)
    assert passage is not None and passage.duration == 7


def test_arrivals_are_the_least_and_the_latest_of_all_worlds() -> None:
    """Possible is what some world has, certain what each has; both ends of the range are met."""
    pairs = sums = 0
    for seed in range(COUNT):
        network = random_network(seed)
        wait, since = WAITS[seed % 3], seed % 2
        seen = [spread(world, "a", since, wait) for world in worlds(network.contacts)]
        possible = arrivals(network, "a", Truth.POSSIBLE, since, wait=wait)
        certain = arrivals(network, "a", Truth.CERTAIN, since, wait=wait)
        for node in network.nodes[1:]:
            times = [one[node][0] for one in seen if node in one]
            assert (node in possible) == bool(times)
            assert (node in certain) == (len(times) == len(seen))
            assert not times or possible[node].time == math.floor(min(times))
            assert node not in certain or certain[node].time == math.floor(max(times)) + 1
            pairs, sums = pairs + bool(times), sums + (node in certain)
        assert possible["a"].time == certain["a"].time == since
    assert pairs > COUNT and sums > COUNT // 2


def test_one_world_has_all_the_latest_arrivals_and_one_all_the_soonest() -> None:
    """Therefore sums over nodes, as in closeness, have exact bounds as well."""
    checked = 0
    for seed in range(COUNT):
        network = random_network(seed + 50_000)
        seen = [spread(world, "a") for world in worlds(network.contacts)]
        certain, possible = (arrivals(network, "a", truth, since=0) for truth in BOTH)
        late = {node: found.time - 1 for node, found in certain.items() if node != "a"}
        soon = {node: found.time for node, found in possible.items() if node != "a"}
        units = [{node: math.floor(instant) for node, (instant, _) in one.items()} for one in seen]
        assert late in units
        assert soon in units
        checked += len(late) + len(soon)
    assert checked > COUNT


def test_departures_are_the_latest_with_which_word_is_still_in_time() -> None:
    """The latest first contact of a chain in each world: its least and its greatest over all worlds."""
    met = 0
    for seed in range(COUNT):
        network = random_network(seed + 100_000)
        until = 4 + seed % 3
        latest: dict[str, list[Fraction]] = {node: [] for node in network.nodes[1:]}
        several = list(worlds(network.contacts))
        for world in several:
            mirrored = [(-instant, contact.backwards()) for instant, contact in reversed(world)]
            for node, (instant, _) in spread(mirrored, "a", -until).items():
                latest[node].append(-instant)
        certain, possible = (departures(network, "a", truth, 0, until) for truth in BOTH)
        for node, instants in latest.items():
            assert (node in possible) == bool(instants)
            assert (node in certain) == (len(instants) == len(several))
            assert node not in possible or possible[node] == math.floor(max(instants)) + 1
            assert node not in certain or certain[node] == math.floor(min(instants))
            met += bool(instants)
    assert met > COUNT


def test_the_fewest_contacts_are_those_of_the_best_world_and_of_the_best_certain_chain() -> None:
    """Possible: no world has fewer, one has as few. Certain: no chain that holds by itself has fewer."""
    found = 0
    for seed in range(COUNT):
        network = random_network(seed + 200_000)
        seen = [spread(world, "a") for world in worlds(network.contacts)]
        for node in network.nodes[1:]:
            least = min((one[node][1] for one in seen if node in one), default=0)
            assert len(fewest(network, "a", node, Truth.POSSIBLE, since=0)) == least
            lengths = [len(one) for one in chains(network.contacts, "a", True) if one[-1][1] == node]
            steps = fewest(network, "a", node, Truth.CERTAIN, since=0)
            assert len(steps) == min(lengths, default=0)
            assert [step.source for step in steps] == ["a", *(step.target for step in steps)][: len(steps)]
            found += bool(steps)
    assert found > COUNT // 2


def test_the_fastest_passage_lasts_as_long_as_the_best_world_or_chain_has_it() -> None:
    """Possible: the least number of units between first and last contact in any world. Certain: the best that
    one certain chain vouches for, which no world exceeds."""
    several = 0
    for seed in range(COUNT):
        network = random_network(seed + 300_000)
        for node in network.nodes[1:]:
            possible = fastest(network, "a", node, Truth.POSSIBLE, since=0)
            spans = [
                span([one[-1] for one in chain])
                for chain in chains(network.contacts, "a", False)
                if chain[-1][1] == node
            ]
            assert (possible.duration if possible else None) == min(spans, default=None)
            certain = fastest(network, "a", node, Truth.CERTAIN, since=0)
            vouched = [
                0 if len(chain) == 1 else chain[-1][-1].latest - chain[0][-1].earliest
                for chain in chains(network.contacts, "a", True)
                if chain[-1][1] == node
            ]
            assert (certain.duration if certain else None) == min(vouched, default=None)
            several += possible is not None and len(possible.steps) > 1
    assert several > COUNT // 4


def span(contacts: list[Contact]) -> int:
    """The fewest units that can lie between the first and the last of contacts that stand in order."""
    best = math.inf
    for world in worlds([Contact(c.key, "a", "b", c.earliest, c.latest) for c in contacts]):
        if [contact.key for _, contact in world] == [contact.key for contact in contacts]:
            best = min(best, math.floor(world[-1][0]) - math.floor(world[0][0]))
    return int(best)


def test_a_joint_instant_of_several_pairs_would_be_another_model() -> None:
    """The example in the docstring: in either order of two meetings word gets through, by another chain, and
    with an instant for each pair it doesn't in every world."""
    pairs = [Contact("x", "a", "b", 0, 1), Contact("x", "c", "d", 0, 1)]
    pairs += [Contact("y", "b", "d", 0, 1), Contact("y", "a", "c", 0, 1)]
    network = TemporalNetwork(pairs)
    assert "d" not in arrivals(network, "a", Truth.CERTAIN)
    assert arrivals(network, "a", Truth.POSSIBLE, since=0)["d"].time == 0
    joint = [[pairs[0], pairs[1], pairs[2], pairs[3]], [pairs[2], pairs[3], pairs[0], pairs[1]]]
    instants = ([Fraction(place // 2 + 1, 3) for place in range(4)], joint)
    for order in joint:
        world = list(zip(instants[0], order, strict=True))
        assert "d" in spread(world, "a")


DATES = st.sampled_from(
    [
        *("2022-03-01", "2022-03-02", "2022-03", "2022-03~", "2022", "2022-02/2022-03-01", "/2022-03-01"),
        *("2022-03-01T18:00:00Z", "2022-03-01T18:00:01Z", "2022-03-1X", "../.."),
    ]
)


@given(DATES, DATES)
def test_the_order_of_two_contacts_is_that_of_the_library(first: str, second: str) -> None:
    """What is compared here as seconds is compared in semantics.py as stamps."""
    bounds = [occurrence(first), occurrence(second)]
    ends = (("a", "b"), ("b", "c"))
    contacts = [
        Contact(f"contact/{number}", *pair, seconds_of(one.earliest), seconds_of(one.latest))
        for number, (pair, one) in enumerate(zip(ends, bounds, strict=True))
    ]
    network = TemporalNetwork(contacts)
    found = [truth for truth in BOTH if "c" in arrivals(network, "a", truth)]
    assert (found[0] if found else Truth.IMPOSSIBLE) is truth_before(*bounds)
    assert possibly_before(*bounds) == (Truth.POSSIBLE in found)


@given(st.integers(0, 10**6), st.integers(0, 3), st.integers(0, 3))
def test_narrower_dates_narrow_the_answer(seed: int, number: int, by: int) -> None:
    """What comes to be known of a date never makes an arrival less sure, nor its range wider."""
    network = random_network(seed, most=8, nodes=5)
    contacts = list(network.contacts)
    chosen = contacts[number % len(contacts)]
    earliest = min(chosen.earliest + by, chosen.latest - 1)
    contacts[number % len(contacts)] = Contact(
        chosen.key, chosen.one, chosen.other, earliest, chosen.latest, True, chosen.oneway
    )
    narrowed = TemporalNetwork(contacts, network.nodes)
    before, after = ([arrivals(one, "a", truth, since=0) for truth in BOTH] for one in (network, narrowed))
    assert set(before[0]) <= set(after[0]) <= set(after[1]) <= set(before[1])
    assert all(after[0][node].time <= before[0][node].time for node in before[0])
    assert all(after[1][node].time >= before[1][node].time for node in after[1])


@given(st.integers(0, 10**6), st.integers(0, 6))
def test_the_chains_that_are_shown_hold(seed: int, until: int) -> None:
    """Each chain runs from the one to the other, in order, within the time; and the arrival is its own."""
    network = random_network(seed, most=12, nodes=5)
    for truth in BOTH:
        reached = arrivals(network, "a", truth, since=1, until=until)
        for node in set(reached) - {"a"}:
            steps = fewest(network, "a", node, truth, since=1, until=until)
            every = [step.contact for step in steps]
            certain = truth is Truth.CERTAIN
            for place, contact in enumerate(every):
                assert all(
                    one.latest <= contact.earliest if certain else one.earliest < contact.latest
                    for one in every[:place]
                )
                assert contact.latest <= until if certain else contact.earliest < until
            assert steps[0].source == "a" and steps[-1].target == node


def test_the_example_of_the_paper_on_path_problems() -> None:
    """Wu et al. 2014, in the example that goes with the authors' programs: 0-1 at 0, 2-1 at 0, 1-2 at 1, 0-2
    at 2, each taking 1. Word from 0 is with 2 at 2, through 1; the direct edge is the fastest, shortest and
    latest."""
    edges = [("0", "1", 0), ("2", "1", 0), ("1", "2", 1), ("0", "2", 2)]
    graph = TemporalNetwork(
        Contact(f"c{number}", one, other, at, at + 1, oneway=True)
        for number, (one, other, at) in enumerate(edges)
    )
    reached = arrivals(graph, "0", Truth.CERTAIN, since=0)
    assert (reached["2"].time, reached["2"].before) == (2, "1")
    assert departures(graph, "2", Truth.CERTAIN, since=0, until=3)["0"] == 2
    assert [step.contact.key for step in fewest(graph, "0", "2", Truth.CERTAIN)] == ["c3"]
    found = fastest(graph, "0", "2", Truth.CERTAIN)
    assert found is not None and (found.start, found.end) == (2, 3)
    assert set(arrivals(graph, "2", Truth.CERTAIN, since=0)) == {"1", "2"}


def test_the_example_of_the_paper_on_tglib() -> None:
    """Oettershagen and Mutzel 2022: arrivals 3, 8 and 6 from node 0; in time to 2 before 9 only by setting
    out at 1, before 13 by setting out at 1 as well, for both edges to 2 leave from 3."""
    edges = [(0, 3, 1, 5), (0, 1, 2, 1), (0, 1, 5, 2), (2, 1, 6, 1), (3, 2, 6, 2), (1, 3, 7, 2), (3, 2, 8, 4)]
    graph = TemporalNetwork(
        Contact(f"c{number}", str(one), str(other), at, at + took, oneway=True)
        for number, (one, other, at, took) in enumerate(edges)
    )
    reached = arrivals(graph, "0", Truth.CERTAIN, since=0)
    assert {node: one.time for node, one in reached.items()} == {"0": 0, "1": 3, "3": 6, "2": 8}
    assert departures(graph, "2", Truth.CERTAIN, since=0, until=13)["0"] == 1
    assert departures(graph, "3", Truth.CERTAIN, since=0, until=10)["0"] == 5
    found = fastest(graph, "0", "2", Truth.CERTAIN)
    assert found is not None and (found.start, found.end, len(found.steps)) == (1, 8, 2)


def test_what_is_no_node_or_no_wait_is_refused() -> None:
    network = TemporalNetwork([Contact("contact/1", "a", "b", 0, 1)])
    for call in (arrivals, departures):
        with pytest.raises(ValueError, match="expected a node of the network"):
            call(network, "x", Truth.CERTAIN)
        with pytest.raises(ValueError, match="expected a wait of 0 or more, found -1"):
            call(network, "a", Truth.CERTAIN, wait=-1)
    for search in (fewest, fastest):
        with pytest.raises(ValueError, match="expected a node of the network"):
            search(network, "a", "x", Truth.CERTAIN)
    assert fewest(network, "a", "a", Truth.CERTAIN) == ()
    assert fastest(network, "a", "a", Truth.CERTAIN) is None


def test_the_same_however_contacts_are_listed() -> None:
    """Arrivals don't depend on the order in which contacts are given."""
    for seed in range(COUNT):
        network = random_network(seed, most=9, nodes=5)
        shuffled = list(network.contacts)
        random.Random(seed).shuffle(shuffled)
        for truth in BOTH:
            both = [arrivals(one, "a", truth) for one in (network, TemporalNetwork(shuffled, network.nodes))]
            assert (
                len({tuple(sorted((node, one.time) for node, one in found.items())) for found in both}) == 1
            )
