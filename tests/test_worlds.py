"""Rank intervals are exact where all worlds are gone through, and a sample covers what is exact."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from conftest import LARGE
from hypothesis import given
from hypothesis import strategies as st
from world_cases import claim, knowledge_of, random_case, rank_shares, world_list

from backchannel.graph.analytics import MEASURES, measures, rank_of
from backchannel.graph.errors import DateError, ModelError
from backchannel.graph.model import Knowledge
from backchannel.graph.worlds.counts import ranks_of, wilson
from backchannel.graph.worlds.model import model_of
from backchannel.graph.worlds.ranks import RANKED, ranks
from backchannel.graph.worlds.space import space
from backchannel.graph.worlds.stack import Alternatives, network_of, stacks
from backchannel.graph.worlds.stacked import LARGE as ALONE
from backchannel.graph.worlds.stacked import STACKED, Stacked

WINDOW = {"since": "2022-03-01", "until": "2022-03-02"}
CASES = 300 if LARGE else 40
GRAPHS = 1000 if LARGE else 150
SEEDS = 1000 if LARGE else 250
TAKEN = ("counterparts", "harmonic", "betweenness", "pagerank", "constraint")


def quantile(shares: dict[int | None, float], part: float) -> int:
    """The least rank that as much of the worlds have, of those in which there is one."""
    ranked = {rank: share for rank, share in shares.items() if rank is not None and share > 1e-12}
    total, below = sum(ranked.values()), 0.0
    for rank in sorted(ranked):
        below += ranked[rank]
        if below >= part * total - 1e-9:
            return rank
    raise AssertionError("nobody has a rank")


def test_enumerated_ranks_are_those_of_all_worlds() -> None:
    """Intervals and shares of every node by every measure, against worlds made without the code tested."""
    compared = uncertain = 0
    for seed in range(CASES):
        case = random_case(seed)
        worlds = world_list(case, **WINDOW)
        assert sum(worlds.values()) == pytest.approx(1)
        found = ranks(case, TAKEN, **WINDOW)
        assert found.exact
        for measure in TAKEN:
            expected = rank_shares(worlds, found.nodes, measure)
            for row in found.rows(measure):
                shares = expected[row.node]
                some = sorted(rank for rank, share in shares.items() if rank is not None and share > 1e-12)
                assert (row.spread.least, row.spread.greatest) == (
                    (some[0], some[-1]) if some else (None, None)
                )
                if some:
                    assert (row.spread.low, row.spread.high) == (
                        quantile(shares, 0.05),
                        quantile(shares, 0.95),
                    )
                assert row.holds == pytest.approx(shares.get(row.rank, 0.0), abs=1e-9)
                assert row.first == pytest.approx(shares.get(1, 0.0), abs=1e-9)
                compared += 1
                uncertain += len(some) > 1
    assert compared > CASES * 10
    assert uncertain > compared / 4


def test_the_number_of_distinct_worlds() -> None:
    """What can't change the graph isn't counted: a brute force finds as many link sets."""
    for seed in range(CASES):
        case = random_case(seed)
        assert ranks(case, **WINDOW).number == len(world_list(case, **WINDOW))


def test_measures_on_stacks_equal_the_registry() -> None:
    """To 1e-9, on random graphs with parallel contacts, both directions, isolates and several parts."""
    assert set(STACKED) <= set(MEASURES)
    checked = 0
    for seed in range(GRAPHS // 10):
        rng = random.Random(seed)
        nodes = [f"person/{number:02d}" for number in range(rng.randint(1, 12))]
        contacts = tuple(f"contact/{number}" for number in range(rng.randint(0, 14) if len(nodes) > 1 else 0))
        links = tuple(((), _meeting(rng, nodes), _meeting(rng, nodes)) for _ in contacts)
        ids = np.array([[rng.randrange(3) for _ in contacts] for _ in range(10)], dtype=np.int64)
        worlds = Alternatives(contacts, links, ids.reshape(10, len(contacts)))
        population: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        population.add_nodes_from(nodes)
        (stack,) = stacks(nodes, worlds)
        for name in STACKED:
            values = Stacked(stack).measure(name)
            for world in range(10):
                expected = measures(network_of(population, worlds.of(world)), (name,))[name]
                for node, value in zip(nodes, values[world].tolist(), strict=True):
                    known = expected[node]
                    assert np.isnan(value) if known is None else value == pytest.approx(known, abs=1e-9), name
                checked += 1
    assert checked == GRAPHS // 10 * 10 * len(STACKED)


def test_large_graphs_have_the_same_values_from_the_engine() -> None:
    """Above a size they are measured one by one, whole or in parts."""
    checked = 0
    for seed, size in ((1, ALONE + 1), (2, ALONE + 40)):
        rng = random.Random(seed)
        nodes = [f"person/{number:03d}" for number in range(size)]
        chain = tuple(((), ((one, other, False),)) for one, other in pairwise(nodes))
        links = chain + tuple(((), _meeting(rng, nodes)) for _ in range(size))
        contacts = tuple(f"contact/{number}" for number in range(len(links)))
        ids = np.array([[rng.random() < share for _ in contacts] for share in (0.2, 0.6, 1)], dtype=np.int64)
        worlds = Alternatives(contacts, links, ids)
        population: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        population.add_nodes_from(nodes)
        (stack,) = stacks(nodes, worlds)
        assert len(stack.active) == size
        for name in STACKED:
            values = Stacked(stack).measure(name)
            for world in range(len(ids)):
                expected = measures(network_of(population, worlds.of(world)), (name,))[name]
                known = [np.nan if expected[node] is None else expected[node] for node in nodes]
                assert np.allclose(values[world], known, rtol=0, atol=1e-9, equal_nan=True), name
                checked += 1
    assert checked == 2 * 3 * len(STACKED)


def _meeting(rng: random.Random, nodes: list[str]) -> tuple[tuple[str, str, bool], ...]:
    some = rng.sample(nodes, min(len(nodes), rng.choice((2, 2, 3))))
    directed = rng.random() < 0.5
    return tuple(sorted((some[0], other, directed) for other in some[1:]))


@given(st.lists(st.sampled_from([None, 0.1, 0.2, 0.2 + 1e-12, 3.0, -1.0]), max_size=8), st.booleans())
def test_ranks_are_counted_as_everywhere(values: list[float | None], lowest: bool) -> None:
    """The same ties and the same gaps behind them as in every ranking."""
    numbered = dict(zip("abcdefgh", values, strict=False))
    row = np.array([[np.nan if value is None else value for value in values]])
    found = dict(zip(numbered, ranks_of(row, lowest)[0].tolist(), strict=True))
    assert {node: rank for node, rank in found.items() if rank} == rank_of(numbered, lowest)


def open_case() -> Knowledge:
    """Six contacts that may be wrong, or lie outside the window."""
    rated = {"rating": ("C", 2), "when": "2022-03-01/2022-03-04"}
    pairs = ("ab", "bc", "cd", "de", "ea", "ac")
    made = [claim(pair, pair, (f"person/{pair[0]}", f"person/{pair[1]}"), **rated) for pair in pairs]
    return knowledge_of(made)


def test_a_sample_lies_within_the_truth_and_is_the_same_for_its_seed() -> None:
    """Never wider than all worlds; the same rows for the same seed, others for another."""
    exact = {row.node: row for row in ranks(open_case(), **WINDOW).rows()}
    compared = 0
    for seed in range(20):
        drawn = ranks(open_case(), **WINDOW, seed=seed, worlds=100, most=0)
        assert not drawn.exact
        assert drawn.rows() == ranks(open_case(), **WINDOW, seed=seed, worlds=100, most=0).rows()
        for row in drawn.rows():
            true = exact[row.node].spread
            assert true.least <= row.spread.least <= row.spread.greatest <= true.greatest  # type: ignore[operator]
            compared += 1
    assert compared == 20 * 5
    rows = [ranks(open_case(), **WINDOW, seed=seed, worlds=100, most=0).rows() for seed in (1, 2)]
    assert rows[0] != rows[1]


def test_the_confidence_interval_covers_the_true_share() -> None:
    """At its nominal rate of 95 %, over fixed seeds, for the share in which a rank holds and for firsts."""
    exact = {row.node: row for row in ranks(open_case(), **WINDOW).rows()}
    covered = asked = 0
    for seed in range(SEEDS):
        for row in ranks(open_case(), **WINDOW, seed=seed, worlds=200, most=0).rows():
            for share, within in (
                (exact[row.node].holds, row.holds_within),
                (exact[row.node].first, row.first_within),
            ):
                assert within is not None
                covered += within[0] <= share <= within[1]
                asked += 1
    assert asked == SEEDS * 10
    assert 0.93 <= covered / asked <= 0.97


def test_wilson_as_published() -> None:
    """The example of Newcombe (Statistics in Medicine 17 (1998) 857-872): 81 of 263."""
    assert [round(bound, 4) for bound in wilson(81 / 263, 263)] == [0.2553, 0.3662]
    assert wilson(0.0, 20)[0] == 0.0


def test_a_certain_case_gives_points() -> None:
    """One world, each rank holds in it and is the one of the ranking."""
    case = knowledge_of(
        [claim("1", "1", ("person/a", "person/b")), claim("2", "2", ("person/b", "person/c"))]
    )
    found = ranks(case, RANKED)
    assert (found.number, found.exact) == (1, True)
    for row in found.rows():
        assert (row.spread.least, row.spread.greatest, row.holds) == (row.rank, row.rank, 1.0)
        assert row.mean == (None if row.value is None else pytest.approx(row.value))
    assert found.influences("person/a") == []


def share_linked(case: Knowledge, **window: str) -> dict[int, float]:
    """How likely the two first persons are to have so many contacts."""
    found = ranks(case, ("contacts",), **window)
    (place,) = [number for number, node in enumerate(found.nodes) if node == "person/a"]
    shares: dict[int, float] = {}
    (stack,) = stacks(found.nodes, found.space.worlds(found.worlds.alternatives))
    counts = Stacked(stack).measure("contacts")[:, place]
    for weight, count in zip(found.worlds.weights, counts, strict=True):
        shares[int(count)] = shares.get(int(count), 0.0) + float(weight)
    return {count: round(share, 9) for count, share in shares.items() if share > 1e-12}


def test_claims_of_one_origin_stand_or_fall_together() -> None:
    """One voice twice is believed as often as once; two voices are right more often than one."""
    ends, rating = ("person/a", "person/b"), ("A", 2)
    once = claim("1", "1", ends, rating=rating)
    again = claim("2", "1", ends, rating=rating)
    other = replace(again, voice="person/voice-1")
    assert share_linked(knowledge_of([once])) == {1: 0.75, 0: 0.25}
    assert share_linked(knowledge_of([once, again])) == {1: 0.75, 0: 0.25}
    assert share_linked(knowledge_of([once, other])) == {1: 0.9375, 0: 0.0625}


def test_a_contact_of_many_origins_is_drawn() -> None:
    """Sixteen voices, each hardly believed, are too many to go through: the sample covers the truth."""
    ends, rating = ("person/a", "person/b"), ("A", 5)
    made = [claim(str(n), "1", ends, rating=rating, voice=f"person/voice-{n}") for n in range(16)]
    found = ranks(knowledge_of(made), ("contacts",), worlds=2000)
    assert (found.exact, found.number) == (False, None)
    shares = share_linked(knowledge_of(made))
    low, high = wilson(shares[1], 1000)
    assert low <= 1 - 0.93**16 <= high


def test_what_excludes_each_other_is_settled() -> None:
    """Held or refused, held or denied: each in half of the worlds; attempted contradicts nothing."""
    ends, second = ("person/a", "person/b"), "person/voice-1"
    held = claim("1", "1", ends)
    refused = claim("2", "1", ends, outcome="refused", voice=second)
    denied = claim("2", "1", ends, outcome=None, stance="denies", voice=second)
    tried = claim("2", "1", ends, outcome="attempted", voice=second)
    no_refusal = claim("2", "1", ends, outcome="refused", stance="denies", voice=second)
    assert share_linked(knowledge_of([held, refused])) == {1: 0.5, 0: 0.5}
    assert share_linked(knowledge_of([held, denied])) == {1: 0.5, 0: 0.5}
    assert share_linked(knowledge_of([held, tried])) == {1: 1.0}
    assert share_linked(knowledge_of([held, no_refusal])) == {1: 1.0}


def test_what_was_only_proposed_is_never_held() -> None:
    """An announcement, a proposal, a failed attempt: no world has a link."""
    ends = ("person/a", "person/b")
    for stance, outcome in (
        ("proposes", None),
        ("announces", "held"),
        ("asserts", "refused"),
        ("denies", "held"),
    ):
        case = knowledge_of([claim("1", "1", ends, stance=stance, outcome=outcome)])
        assert space(case).tables == ()
        assert ranks(case, ("contacts",)).number == 1


def test_the_days_of_a_set_count_and_not_its_hull() -> None:
    """One of two days, one of which is in the window: half; a day between them: never."""
    case = knowledge_of([claim("1", "1", ("person/a", "person/b"), when="[2022-03-01,2022-03-04]")])
    assert share_linked(case, since="2022-03-01", until="2022-03-02") == {1: 0.5, 0: 0.5}
    assert share_linked(case, since="2022-03-02", until="2022-03-03") == {0: 1.0}
    assert space(case, since="2022-03-02", until="2022-03-03").tables == ()
    assert share_linked(case, since="2022-03-01", until="2022-03-04") == {1: 1.0}


def test_what_does_not_vary_is_as_without_worlds() -> None:
    """With nothing varied but a kind that is not open, each case has one world, and point ranks."""
    checked = 0
    for seed in range(CASES):
        found = ranks(random_case(seed), ("harmonic",), **WINDOW, model=model_of(varied=["identity"]))
        if not any(one.stance == "denies" for one in random_case(seed).claims.values()):
            assert found.number == 1
            assert all(row.holds == 1 for row in found.rows())
            checked += 1
    assert checked > CASES / 4


def test_the_order_of_the_claims_changes_nothing() -> None:
    """Neither enumerated nor drawn; and another claim leaves the draws of the other choices as they were."""
    for seed in range(10):
        case = random_case(seed)
        turned = replace(case, claims=dict(reversed(case.claims.items())))
        for most in (0, 20_000):
            assert ranks(case, **WINDOW, most=most).rows() == ranks(turned, **WINDOW, most=most).rows()
    more = knowledge_of(
        [*open_case().claims.values(), claim("z", "z", ("person/a", "person/b"), rating=("D", 4))]
    )
    before, after = (ranks(case, **WINDOW, most=0).worlds.chosen for case in (open_case(), more))  # type: ignore[union-attr]
    assert len(after) == len(before) + 2  # who is right, and whether it fell in the window
    assert all((after[key] == picks).all() for key, picks in before.items())


def test_which_question_moves_a_rank() -> None:
    """The only open contact explains all; its answers give the ranks with it and without."""
    sure = claim("1", "1", ("person/a", "person/b"))
    doubted = claim("2", "2", ("person/b", "person/c"), rating=("A", 3))
    found = ranks(knowledge_of([sure, doubted]), ("harmonic",))
    (only,) = found.influences("person/c")
    assert only.explains == pytest.approx(1)
    assert [(one.spread.least, one.spread.greatest, one.probability) for one in only.answers] == [
        (2, 2, 0.5),
        (3, 3, 0.5),
    ]
    assert found.before("person/b", "person/a") == 0.5
    assert found.before("person/a", "person/c") == 0.5


def test_explained_shares_are_alike_sampled_and_enumerated() -> None:
    """A large sample comes near to the exact shares of the variance."""
    exact, drawn = (ranks(open_case(), **WINDOW, worlds=20_000, most=most) for most in (20_000, 0))
    shares = [
        {one.choice.key: one.explains for one in found.influences("person/a")} for found in (exact, drawn)
    ]
    assert len(shares[0]) >= 6
    for key, share in shares[0].items():
        assert shares[1].get(key, 0.0) == pytest.approx(share, abs=0.02)


def test_wrong_options_are_refused_with_words() -> None:
    """What was expected, and what was found."""
    case = open_case()
    with pytest.raises(ModelError, match="'fame' is no measure; expected one of counterparts"):
        ranks(case, ("fame",))
    with pytest.raises(ModelError, match="0 worlds can't be drawn; expected 1 to"):
        ranks(case, worlds=0)
    with pytest.raises(ModelError, match="-1 is no seed"):
        ranks(case, seed=-1)
    with pytest.raises(ModelError, match="'G' has no probability; expected one of A, B"):
        model_of({"G": 0.5})
    with pytest.raises(ModelError, match="A=nan: expected a probability"):
        model_of({"A": float("nan")})
    with pytest.raises(ModelError, match="'mood' can't vary; expected source, outcome"):
        model_of(varied=["mood"])
    with pytest.raises(ValueError, match="expected a level of person"):
        ranks(case, level="planet")
    with pytest.raises(DateError):
        ranks(case, since="2022-02-30")
