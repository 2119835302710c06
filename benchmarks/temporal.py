"""Time-respecting paths at 10,000 nodes and 60,000 contacts, beside the plain definition in the same run.

The raw engine is the textbook: rounds over all contacts, each used wherever it can be, until nothing changes
(Bellman and Ford), in plain Python on the same contacts. Printed are medians of processor time, and their
ratio.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from backchannel.graph.analytics.temporal import (
    Contact,
    TemporalNetwork,
    arrivals,
    fastest,
    temporal_betweenness,
    temporal_closeness,
)
from backchannel.graph.semantics import Truth

__all__ = ["contacts", "figures", "main", "report", "rounds"]

DAY = 86_400
# One date in five is a month, a quarter or a year instead of a day.
WIDTHS = (1,) * 16 + (30, 30, 91, 365)

Figures = dict[str, tuple[float, float | None]]


def contacts(nodes: int, count: int, seed: int = 1) -> list[Contact]:
    """Random contacts over ten years, of which one in twenty is contested."""
    rng = random.Random(seed)
    found = []
    for number in range(count):
        one, other = rng.sample(range(nodes), 2)
        first = rng.randrange(3650)
        ends = (f"person/{one:06}", f"person/{other:06}")
        bounds = (first * DAY, (first + rng.choice(WIDTHS)) * DAY)
        found.append(Contact(f"contact/{number:06}", *ends, *bounds, sure=rng.random() < 0.95))
    return found


def rounds(network: TemporalNetwork, source: str, truth: Truth) -> dict[str, int]:
    """The earliest arrivals by the definition: every contact, again and again, until nothing is sooner."""
    found, changed = {source: 0}, True
    while changed:
        changed = False
        for one in network.contacts:
            if not one.sure and truth is Truth.CERTAIN:
                continue
            for here, there in ((one.one, one.other), (one.other, one.one)):
                after = _after(one, found[here], truth) if here in found else None
                if after is not None and after < found.get(there, after + 1):
                    found[there], changed = after, True
    return found


def _after(one: Contact, past: int, truth: Truth) -> int | None:
    if truth is Truth.CERTAIN:
        return one.latest if past <= one.earliest else None
    return max(past, one.earliest) if past < one.latest else None


def figures(nodes: int, count: int, runs: int, sample: int) -> Figures:
    """Seconds of each operation, and of the plain definition where there is one; medians of ``runs``."""
    network = TemporalNetwork(contacts(nodes, count))
    found: Figures = {}
    for truth in (Truth.CERTAIN, Truth.POSSIBLE):
        found |= _of(network, truth, runs, sample)
    spent = seconds(partial(temporal_closeness, network, 0, unit=DAY, nodes=network.nodes[:sample]), 1)
    found[f"closeness of {sample} nodes, as an interval"] = (spent, None)
    return found


def _of(network: TemporalNetwork, truth: Truth, runs: int, sample: int) -> Figures:
    """What is measured in one order; the arrivals are compared with those of the definition."""
    source, target = network.nodes[0], network.nodes[-1]
    network.arcs(truth)
    assert {node: one.time for node, one in arrivals(network, source, truth, since=0).items()} == rounds(
        network, source, truth
    )
    fast = seconds(partial(arrivals, network, source, truth, since=0), runs)
    plain = seconds(partial(rounds, network, source, truth), runs)
    passage = seconds(partial(fastest, network, source, target, truth), 1)
    spread = seconds(partial(temporal_betweenness, network, truth, 0, sample=sample), 1)
    return {
        f"earliest arrivals from one, {truth}": (fast, plain),
        f"fastest passage of a pair, {truth}": (passage, None),
        f"betweenness, {sample} sources of {len(network.nodes):,}, {truth}": (spread, None),
    }


def seconds(call: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        begun = time.process_time()
        call()
        times.append(time.process_time() - begun)
    return statistics.median(times)


def report(nodes: int, count: int, found: Figures) -> str:
    """The figures as lines for people.

    >>> print(report(2, 1, {"earliest arrivals": (0.1, 0.5)}))
    time-respecting measures, 2 nodes, 1 contacts
      earliest arrivals                                       0.100 s   plain definition 0.500 s   ratio 5.0
    """
    lines = [f"time-respecting measures, {nodes:,} nodes, {count:,} contacts"]
    for name, (fast, plain) in found.items():
        beside = f"   plain definition {plain:.3f} s   ratio {plain / fast:.1f}" if plain else ""
        lines.append(f"  {name:<55} {fast:.3f} s{beside}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--contacts", type=int, default=60_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sample", type=int, default=20)
    asked = parser.parse_args()
    print(report(asked.nodes, asked.contacts, figures(asked.nodes, asked.contacts, asked.runs, asked.sample)))


if __name__ == "__main__":
    main()
