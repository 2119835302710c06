"""How long a question about routes takes, beside networkx on the same network: `python -m benchmarks.routes`.

In one run, on a generated case: the lines of a day, the routes between each of some pairs of states, the
largest sets of disjoint routes and the smallest cuts; and, on the very networks that these were asked of,
networkx's own functions for the same. The figures are medians over the runs of the sums over the pairs.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import combinations, islice
from pathlib import Path

import networkx as nx

from benchmarks.generate import generate

__all__ = ["measure", "report"]

# In the middle of the generated case, which runs from 2005 to 2022.
AT, KNOWN = "2015-06-30", "2016-06-30"

Figures = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000, help="of the generated case (default 10,000)")
    parser.add_argument("--pairs", type=int, default=10, help="pairs of states asked about (default 10)")
    parser.add_argument("--runs", type=int, default=3, help="of each question (default 3)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        case = Path(folder) / "case"
        generate(arguments.claims, case)
        sizes, figures = measure(case, arguments.pairs, arguments.runs)
    print(report(arguments.claims, sizes, figures))


def measure(case: Path, pairs: int, runs: int) -> tuple[dict[str, int], Figures]:
    """The sizes of what was asked about, and the seconds of each operation, so many times over."""
    from backchannel.graph.case import read
    from backchannel.graph.route_answer import answer
    from backchannel.graph.route_ends import Cast
    from backchannel.graph.route_field import Asked, field
    from backchannel.graph.route_network import disjoint, smallest_cuts
    from backchannel.graph.routes import MOST_LINES

    knowledge = read(case).knowledge
    states = sorted(state.key for state in knowledge.of_kind("state"))
    ends = list(islice(combinations(states, 2), pairs))
    questions = [Asked(one, other, AT, KNOWN, "always", MOST_LINES) for one, other in ends]
    fields = [field(knowledge, asked, Cast(knowledge, AT, KNOWN)) for asked in questions]
    networks = [answer(lines).field.network() for lines in fields]
    done: dict[str, Callable[[], object]] = {
        "the lines of one question": lambda: field(knowledge, questions[0], Cast(knowledge, AT, KNOWN)),
        "routes listed": lambda: [answer(lines) for lines in fields],
        "disjoint routes": lambda: [disjoint(network) for network in networks],
        "networkx, node_disjoint_paths": lambda: [_networkx_paths(network) for network in networks],
        "one smallest cut": lambda: [smallest_cuts(network, 0) for network in networks],
        "networkx, minimum_node_cut": lambda: [_networkx_cut(network) for network in networks],
    }
    same = [(len(disjoint(one)), len(_networkx_paths(one)), len(_networkx_cut(one))) for one in networks]
    assert all(len(set(counts)) == 1 for counts in same), same
    sizes = {
        "lines": len(fields[0].lines),
        "routes": sum(len(answer(lines).routes) for lines in fields),
        "disjoint": sum(counts[0] for counts in same),
        "nodes": sum(map(len, networks)),
        "pairs": len(ends),
    }
    return sizes, {name: [_seconds(one) for _ in range(runs)] for name, one in done.items()}


def _networkx_paths(network: nx.Graph[str]) -> list[list[str]]:
    try:
        return list(nx.node_disjoint_paths(network, "start", "goal"))
    except nx.NetworkXNoPath:
        return []


def _networkx_cut(network: nx.Graph[str]) -> set[str]:
    cut: set[str] = nx.minimum_node_cut(network, "start", "goal")
    return cut


def _seconds(operation: Callable[[], object]) -> float:
    begun = time.perf_counter()
    operation()
    return time.perf_counter() - begun


def report(claims: int, sizes: dict[str, int], figures: Figures) -> str:
    """The figures as text, ours as ratios to networkx."""
    middle = {name: statistics.median(times) for name, times in figures.items()}
    disjoint = middle["disjoint routes"] / middle["networkx, node_disjoint_paths"]
    cut = middle["one smallest cut"] / middle["networkx, minimum_node_cut"]
    asked = f"{claims:,} generated claims; at {AT}, known {KNOWN}; {sizes['lines']:,} lines"
    found = f"{sizes['routes']:,} routes, {sizes['disjoint']:,} disjoint, {sizes['nodes']:,} nodes"
    lines = [f"{asked}; {sizes['pairs']} pairs of states: {found}"]
    lines += [f"  {name:<36} {seconds:9.4f} s" for name, seconds in middle.items()]
    lines += [
        f"  disjoint routes to networkx's        {disjoint:9.2f}",
        f"  one smallest cut to networkx's       {cut:9.2f}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
