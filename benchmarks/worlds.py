"""Worlds a second beside the plain way: `python -m benchmarks.worlds`.

In one run, on the seed case or a generated one (`--claims`): the ranks of all stacked measures over drawn
worlds, and the same of the same worlds one by one, each made into a network, projected and measured by
networkx (and by the registry, which is the project's own way for one network). The figures are medians.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from backchannel.graph.analytics import MEASURES, measures, rank_of
from backchannel.graph.analytics.pagerank import DAMPING
from backchannel.graph.analytics.simple import project
from backchannel.graph.build import build
from backchannel.graph.builds import current
from backchannel.graph.case import seed_folder
from backchannel.graph.model import Knowledge
from backchannel.graph.worlds.ranks import Ranks, ranks
from backchannel.graph.worlds.stack import network_of
from backchannel.graph.worlds.stacked import STACKED
from benchmarks.generate import generate

__all__ = ["once", "report"]

AT = "2022-10-31"
NAIVE = 100  # so many worlds are gone through one by one


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=1000, help="to draw (default 1,000)")
    parser.add_argument("--claims", type=int, help="of a generated case, instead of the seed case")
    parser.add_argument("--runs", type=int, default=5, help="of each way (default 5)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        case, out = seed_folder(), Path(folder) / "out"
        if arguments.claims:
            case = Path(folder) / "case"
            generate(arguments.claims, case)
        build(case, out)
        knowledge = current(out).knowledge()
        rounds = [once(knowledge, arguments.worlds) for _ in range(arguments.runs)]
    what = f"{arguments.claims:,} generated claims" if arguments.claims else "seed case"
    print(report(rounds, arguments.worlds, what))


def once(knowledge: Knowledge, worlds: int) -> dict[str, float]:
    """Worlds a second of each way, taken in turns."""
    names = tuple(STACKED)
    begun = time.perf_counter()
    found = ranks(knowledge, names, at=AT, worlds=worlds, most=0)
    figures = {"stacked, with reading what is open": worlds / (time.perf_counter() - begun)}
    for way, measured in (("networkx, one by one", _by_networkx), ("registry, one by one", _by_registry)):
        begun = time.perf_counter()
        for network in _networks(found):
            measured(network)
        figures[way] = min(NAIVE, worlds) / (time.perf_counter() - begun)
    return figures


def _networks(found: Ranks) -> list[nx.MultiDiGraph[str]]:
    every = found.space.worlds(found.worlds.alternatives)
    return [network_of(found.space.population, every.of(one)) for one in range(min(NAIVE, len(every.ids)))]


def _by_networkx(network: nx.MultiDiGraph[str]) -> None:
    """What a user of networkx would write: project, measure, rank."""
    links, ways = project(network, "carrying"), project(network, "seeking")
    done: tuple[Callable[[], dict[str, float]], ...] = (
        lambda: dict(links.degree()),
        lambda: dict(links.degree(weight="weight")),
        lambda: dict(ways.out_degree(weight="weight")),
        lambda: dict(ways.in_degree(weight="weight")),
        lambda: nx.betweenness_centrality(links),
        lambda: nx.harmonic_centrality(links),
        lambda: nx.constraint(links, weight="weight") if links.size() else {},
        lambda: nx.pagerank(ways, alpha=DAMPING, tol=1e-12, max_iter=1000),
    )
    for measured in done:
        rank_of(measured())


def _by_registry(network: nx.MultiDiGraph[str]) -> None:
    for name, values in measures(network, tuple(STACKED)).items():
        rank_of(values, MEASURES[name].lowest_first)


def report(rounds: list[dict[str, float]], worlds: int, what: str = "seed case") -> str:
    """The medians as text, and how many times faster the first way is than each other."""
    lines = [f"{what} at {AT}, {worlds:,} worlds, {len(STACKED)} measures; medians of {len(rounds)}"]
    first = next(iter(rounds[0]))
    for way in rounds[0]:
        speed = statistics.median(one[way] for one in rounds)
        ratio = statistics.median(one[first] / one[way] for one in rounds)
        slower = "" if way == first else f"   the first way is {ratio:.0f} times faster"
        lines.append(f"  {way:<40} {speed:9,.0f} worlds a second{slower}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
