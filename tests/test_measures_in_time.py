"""Temporal closeness and betweenness in the registry and in `backchannel measures`, certain and possible."""

from __future__ import annotations

import csv
import io
import math
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from conftest import LARGE
from temporal_worlds import NODES, random_contacts, spread, worlds
from test_temporal_measures import by_chains

from backchannel.cli import group
from backchannel.graph.analytics import MEASURES, Choices, measure, measures
from backchannel.graph.analytics.registry import IN_TIME, OF_NODES
from backchannel.graph.analytics.sampling import Sampled
from backchannel.graph.analytics.temporal import Contact, TemporalNetwork
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import network

COUNT = 500 if LARGE else 60
NAMES = [name for name, one in MEASURES.items() if one.projection == IN_TIME]


def day(number: int) -> str:
    return f"2022-03-{number + 1:02d}T00:00:00Z"


def drawn(seed: int) -> list[Contact]:
    """Contacts whose unit is a day; in a projection each carries word both ways."""
    return [replace(one, oneway=False) for one in random_contacts(random.Random(seed))]


def projected(contacts: list[Contact], since: str | None = day(0)) -> nx.MultiDiGraph[str]:
    """As a network has them: those that are not sure are contested; a refusal stands among them."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**({"since": since} if since else {}))
    graph.add_nodes_from((node, {"label": node}) for node in NODES[:4])
    for one in contacts:
        told = {"contact": one.key, "outcome": "held", "contested": not one.sure}
        told |= {"outcomes": ("held",) if one.sure else ("held", "refused"), "claims": (f"claim/{one.key}",)}
        bounds = {"earliest": day(one.earliest), "latest": day(one.latest), "certain": one.sure}
        graph.add_edge(one.one, one.other, key=one.key, **told, **bounds)
    refused = {"contact": "contact/no", "outcome": "refused", "outcomes": ("refused",), "contested": False}
    graph.add_edge("a", "d", key="contact/no", earliest=day(0), latest=day(1), certain=True, **refused)
    return graph


def test_there_are_four_and_they_are_taken_only_if_asked_for() -> None:
    """Two measures, each certain and possible; what takes all measures of nodes leaves them out."""
    assert len(NAMES) == 4
    assert all(MEASURES[name].of == "node" and MEASURES[name].on is None for name in NAMES)
    assert not set(NAMES) & set(OF_NODES)
    assert not set(NAMES) & set(measures(projected(drawn(1))))


def test_closeness_is_the_least_and_the_most_of_all_courses_of_events() -> None:
    """In days begun from the beginning of the window, gone through world by world."""
    moved = 0
    for seed in range(COUNT):
        contacts = drawn(seed)
        values = {
            sum(1 / Fraction(math.floor(instant) + 1) for instant, _ in spread(world, "a").values()) / 3
            for world in worlds(contacts)
        }
        graph = projected(contacts)
        least, most = (measure(graph, name)["a"] for name in NAMES[:2])
        assert least == pytest.approx(float(min(values)), abs=1e-12)
        assert most == pytest.approx(float(max(values)), abs=1e-12)
        moved += min(values) < max(values)
    assert moved > COUNT // 3


def test_betweenness_equals_its_definition_on_certain_and_on_possible_chains() -> None:
    """Every chain listed, the shortest of each pair kept."""
    told = 0
    for seed in range(COUNT):
        contacts = drawn(seed)
        graph, plain = projected(contacts), TemporalNetwork(contacts, NODES[:4])
        for name, certain in zip(NAMES[2:], (True, False), strict=True):
            expected = by_chains(plain, certain)
            assert measure(graph, name) == pytest.approx(expected, abs=1e-9)
            told += any(expected.values())
    assert told > COUNT // 4


def test_the_start_is_the_first_contact_where_there_is_no_window() -> None:
    """A day later, each arrival is a day nearer: the same as a window that begins there."""
    graph = projected([Contact("contact/1", "a", "b", 3, 4), Contact("contact/2", "b", "c", 4, 5)], None)
    assert measure(graph, NAMES[0])["a"] == pytest.approx((1 + 1 / 2) / 3)
    graph.graph["since"] = day(0)
    assert measure(graph, NAMES[0])["a"] == pytest.approx((1 / 4 + 1 / 5) / 3)
    graph.graph["until"] = day(4)
    assert measure(graph, NAMES[0])["a"] == pytest.approx((1 / 4) / 3)
    assert measure(nx.MultiDiGraph(), NAMES[0]) == {}


def test_choices_that_matter_and_such_that_do_not() -> None:
    """Outcomes and weights change nothing; --certain leaves out what may lie outside the window."""
    contacts = [Contact("contact/1", "a", "b", 0, 2), Contact("contact/2", "b", "c", 1, 3, sure=False)]
    graph = projected(contacts)
    for name in NAMES:
        refused = Choices(outcomes=("refused",), weight="binary")
        assert measure(graph, name, refused) == measure(graph, name)
    assert measure(graph, NAMES[1])["c"] == pytest.approx((1 / 2 + 1 / 2) / 3)
    assert measure(graph, NAMES[1], Choices(certain=True))["c"] == 0


def test_a_contact_without_bounds_is_named() -> None:
    """Time needs dates: a network without them is refused, whichever of the four is asked for."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", contact="contact/1", outcome="held", outcomes=("held",))
    for name in NAMES:
        with pytest.raises(ValueError, match="expected contacts with earliest and latest; found none of"):
            measure(graph, name)


@pytest.mark.parametrize("name", NAMES[2:])
def test_beyond_reach_betweenness_is_sampled_and_says_so(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The values lie within the error; the same sample each time; progress is told to its end."""
    rng = random.Random(7)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(since=day(0))
    for number in range(160):
        (one, other), at = rng.sample([f"person/{node}" for node in range(50)], 2), rng.randrange(20)
        told = {"contact": f"contact/{number}", "outcome": "held", "outcomes": ("held",)}
        graph.add_edge(one, other, earliest=day(at), latest=day(at + 1), **told)
    exact = measure(graph, name)
    assert not isinstance(exact, Sampled)
    monkeypatch.setattr("backchannel.graph.analytics.temporal.measures.EXACT", 100)
    monkeypatch.setattr("backchannel.graph.analytics.temporal.measures.SAMPLE", 30)
    told_of: list[tuple[str, int, int]] = []
    found = measures(graph, (name,), progress=lambda *step: told_of.append(step))[name]
    assert isinstance(found, Sampled)
    assert (found.samples, found.confidence, 0 < found.error < 1) == (30, 0.95, True)
    assert max(abs(found[node] - (exact[node] or 0)) for node in graph) <= found.error
    assert told_of == [(name, done, 30) for done in range(1, 31)]
    assert measure(graph, name) == found


def run(seed_out: Path, *arguments: str) -> str:
    words = [word for name in NAMES for word in ("--measure", name)]
    found = CliRunner().invoke(group, ["measures", *words, *arguments, "--graph", str(seed_out)])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_the_command_ranks_by_them_and_says_from_when(seed_out: Path, seed_knowledge: Knowledge) -> None:
    """The values of the registry in a window; who reaches anybody names claims, contested ones as well."""
    window = {"since": "2022-02-24", "until": "2022-10-31"}
    words = [word for key, value in window.items() for word in (f"--{key}", value)]
    rows = list(csv.DictReader(io.StringIO(run(seed_out, *words, "--format", "csv"))))
    graph = network(seed_knowledge, **window)
    checked = 0
    for name in NAMES:
        values = measure(graph, name)
        for row in rows:
            assert float(row[name]) == pytest.approx(values[row["node"]], abs=1e-6)
            assert row["claims"] or not float(row[name])
            checked += float(row[name]) > 0
    assert checked > 20
    assert all(
        float(row[NAMES[0]]) <= float(row[NAMES[1]]) and row["since"] == window["since"] for row in rows
    )
    assert "Word sets out on 2022-02-24; held contacts alone carry it" in run(seed_out, *words)
    assert "at the beginning of each period" in run(seed_out, *words, "--every", "quarter")
