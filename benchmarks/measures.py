"""How long the measures take beside networkx and beside the engines: `python -m benchmarks.measures`.

One generated network, one run: each measure by networkx alone, by the fastest engine with a permissive
licence that has it, called directly on its own ready graph, and by this package. The engine and this
package take turns, the short ones many times, so that both meet the same other work. Times are of the
processor and of the clock; a ratio is taken between times of the processor, since other work on the machine
doesn't count in it (that of several threads is added up). networkx's two slowest are taken from some sources
and multiplied, their time being a sum over sources; `--whole` takes them whole.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
import rustworkx as rx
from scipy import sparse

from backchannel.graph.analytics import MEASURES, measure_on, measures
from backchannel.graph.analytics.arrays import Simple, simple_of
from backchannel.graph.analytics.engine import graph_of
from backchannel.graph.analytics.sampling import Sampled
from backchannel.graph.analytics.simple import project

__all__ = ["cuts", "generated", "growth", "report"]

TURNS = 25
ENOUGH = 4.0  # seconds of the processor: what takes longer in all takes fewer turns
SOURCES = 100  # of networkx's betweenness and harmonic closeness
STATES = 40
Times = tuple[float, float]  # of the processor, of the clock


def generated(nodes: int, links: int, seed: int = 1) -> nx.MultiDiGraph[str]:
    """Held contacts with the heavy tail of a network of officials; two in three tell who sought them."""
    rng = np.random.default_rng(seed)
    simple = nx.barabasi_albert_graph(nodes, links // nodes, seed=seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(level="person")
    for node in simple:
        graph.add_node(f"person/{node:06d}", state=f"state/{rng.integers(STATES)}", label=f"Official {node}")
    for number, (one, other) in enumerate(simple.edges):
        told, key = bool(rng.random() < 2 / 3), f"contact/{number}"
        about = {"contact": key, "outcome": "held", "contested": False, "directed": told, "certain": True}
        graph.add_edge(f"person/{one:06d}", f"person/{other:06d}", key=key, **about)
    return graph


def networkx_alone(size: int, whole: bool) -> dict[str, tuple[Callable[[Any], object], float]]:
    """By measure the call, and by how much its time is to be multiplied."""
    part = size if whole else min(SOURCES, size)
    return {
        "counterparts": (lambda graph: dict(graph.degree()), 1),
        "contacts": (lambda graph: dict(graph.degree(weight="weight")), 1),
        "harmonic": (lambda graph: nx.harmonic_centrality(graph, nbunch=sorted(graph)[:part]), size / part),
        "betweenness": (lambda graph: nx.betweenness_centrality(graph, k=part, seed=1), size / part),
        "eigenvector": (
            lambda graph: nx.eigenvector_centrality(graph, max_iter=10_000, tol=1e-13, weight="weight"),
            1,
        ),
        "pagerank": (lambda graph: nx.pagerank(graph, tol=1e-12, max_iter=1000), 1),
        "constraint": (lambda graph: nx.constraint(graph, weight="weight"), 1),
        "effective_size": (lambda graph: nx.effective_size(graph, weight="weight"), 1),
        "core": (nx.core_number, 1),
        "cut_points": (lambda graph: list(nx.biconnected_components(graph)), 1),
        "cut_links": (lambda graph: list(nx.bridges(graph)), 1),
        "reciprocity": (lambda graph: nx.reciprocity(graph, list(graph)), 1),
    }


def directly(simple: Simple, turned: Simple) -> dict[str, tuple[str, Callable[[], object]]]:
    """By measure the fastest engine that has it, and its call on its own graph, with the values taken out."""
    graph = graph_of(simple)
    weighted = rx.PyDiGraph(multigraph=False)
    weighted.add_nodes_from(range(len(turned)))
    links = zip(turned.sources.tolist(), turned.targets.tolist(), turned.weights.tolist(), strict=True)
    weighted.add_edges_from(list(links))
    matrix, size = simple.matrix(), len(simple)
    for one in (simple, turned):  # ours are made before as well
        one.matrix(), one.matrix(weighted=False)
    return {
        "harmonic": ("rustworkx, all distances", lambda: _harmonic(graph)),
        "betweenness": ("rustworkx", lambda: dict(rx.graph_betweenness_centrality(graph).items())),
        "eigenvector": ("scipy, parts and vector", lambda: _eigenvector(matrix)),
        "pagerank": (
            "rustworkx",
            lambda: dict(rx.pagerank(weighted, weight_fn=float, tol=1e-11 / size, max_iter=1000).items()),
        ),
        "core": ("rustworkx", lambda: dict(rx.core_number(graph).items())),
        "cut_points": ("rustworkx, blocks counted", lambda: _blocks(graph)),
        "cut_links": ("rustworkx", lambda: set(rx.bridges(graph))),
    }


def _eigenvector(matrix: sparse.csr_array) -> object:
    """The parts as well: without them nobody knows whether the vector is that of the whole."""
    sparse.csgraph.connected_components(matrix, directed=False)
    _, vectors = sparse.linalg.eigsh(matrix, k=1, which="LA", tol=0, v0=np.ones(matrix.shape[0]))
    return dict(enumerate(np.abs(vectors[:, 0]).tolist()))


def _blocks(graph: Any) -> object:
    """By node how many blocks meet there, if it is an articulation point; without any nothing is counted."""
    points = set(rx.articulation_points(graph))
    parts = rx.biconnected_components(graph).items() if points else ()
    meeting = {(end, part) for ends, part in parts for end in points.intersection(ends)}
    return dict.fromkeys(graph.node_indices(), 0) | Counter(node for node, _ in meeting)


def _harmonic(graph: Any) -> object:
    found = rx.graph_distance_matrix(graph, null_value=np.inf)
    return np.divide(1.0, found, out=found, where=found != 0).sum(axis=1)


def timed(call: Callable[[], object]) -> Times:
    """The times of a call."""
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return time.process_time() - processor, time.perf_counter() - clock


def in_turns(*calls: Callable[[], object], least: int = 1) -> list[Times]:
    """The median times of each call, one after another at least so often, short ones up to TURNS times."""
    rounds: list[list[Times]] = []
    while len(rounds) < least or (len(rounds) < TURNS and _spent(rounds) < ENOUGH):
        rounds.append([timed(call) for call in calls])
    return [(_median(rounds, at, 0), _median(rounds, at, 1)) for at in range(len(calls))]


def _spent(rounds: list[list[Times]]) -> float:
    return sum(times[0] for turns in rounds for times in turns)


def _median(rounds: list[list[Times]], call: int, which: int) -> float:
    return statistics.median(turns[call][which] for turns in rounds)


def beside(
    mine: Callable[[], object], engine: Callable[[], object] | None, least: int
) -> tuple[Times, Times | None]:
    """The times of this package and, where there is one, of an engine in turns with it."""
    if engine is None:
        return in_turns(mine, least=least)[0], None
    ours, theirs = in_turns(mine, engine, least=least)
    return ours, theirs


def report(nodes: int, links: int, runs: int, whole: bool) -> str:
    """The table of one network: each measure, and all together."""
    network = generated(nodes, links)
    graphs = {name: project(network, name) for name in ("carrying", "seeking", "told")}
    simple = {name: simple_of(graph) for name, graph in graphs.items()}
    alone, engines = networkx_alone(nodes, whole), directly(simple["carrying"], simple["seeking"])
    lines = [
        f"{nodes:,} nodes, {graphs['carrying'].number_of_edges():,} links; processor seconds (clock)",
        f"{'measure':<20} {'networkx':>20} {'engine':>18} {'backchannel':>18} {'x nx':>8} {'of engine':>9}",
    ]
    totals = [0.0, 0.0]
    for name, one in MEASURES.items():
        if one.on is None:
            continue
        of, direct = engines.get(name, ("", None))
        fresh = partial(_fresh, name, simple[one.projection])
        ours, engine = beside(fresh, direct, 1 if one.long else runs)
        call, factor = alone.get(name, (None, 1.0))
        theirs = timed(partial(call, graphs[one.projection])) if call else None
        if theirs:
            totals[0], totals[1] = totals[0] + theirs[0] * factor, totals[1] + ours[0]
        lines.append(_line(name, ours, theirs, factor, engine, of))
    together = timed(lambda: measures(network))
    lines.append(
        f"where networkx has the measure: {totals[0]:.1f} s by it, {totals[1]:.2f} s here: "
        f"{totals[0] / totals[1]:.0f} times faster"
    )
    lines.append(f"all of nodes at once, projections included: {together[0]:.2f} s ({together[1]:.2f})")
    return "\n".join(lines)


def cuts(nodes: int, links: int, runs: int) -> str:
    """Articulation points and bridges where there are some: the network generated has none of its own."""
    network = with_ends(generated(nodes, links))
    graph = project(network)
    simple = simple_of(graph)
    engines, alone = directly(simple, simple_of(project(network, "seeking"))), networkx_alone(nodes, False)
    lines = [f"{len(network) - nodes:,} more, each of whom knows one other only"]
    for name in ("cut_points", "cut_links"):
        ours, engine = beside(partial(measure_on, simple, name), engines[name][1], runs)
        theirs = timed(partial(alone[name][0], graph))
        lines.append(_line(name, ours, theirs, 1, engine, engines[name][0]))
    return "\n".join(lines)


def with_ends(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A network in which each fifth node has one more counterpart, who knows nobody else."""
    for number, node in enumerate(sorted(network)[::5]):
        about = {"contact": f"contact/end{number}", "outcome": "held", "directed": True}
        network.add_node(f"person/end{number:06d}", label=f"Counterpart {number}", state=None)
        network.add_edge(node, f"person/end{number:06d}", **about)
    return network


def _fresh(name: str, simple: Simple) -> object:
    """A measure with the matrix and graph that all share, as engines do, but for no other's results."""
    return measure_on(Simple(*_fields(simple)) if MEASURES[name].definition == "brokerage" else simple, name)


def _fields(simple: Simple) -> tuple[Any, ...]:
    return tuple(getattr(simple, name) for name in Simple.__dataclass_fields__)


def _line(name: str, ours: Times, theirs: Times | None, factor: float, engine: Times | None, of: str) -> str:
    mark = "*" if factor > 1 else " "
    alone = f"{theirs[0] * factor:.3f}{mark}({theirs[1] * factor:.2f})" if theirs else "-"
    direct = f"{engine[0]:.3f} ({engine[1]:.2f})" if engine else "-"
    faster = f"{theirs[0] * factor / ours[0]:.1f}" if theirs else "-"
    share = f"{ours[0] / engine[0]:.2f}" if engine else "-"
    mine = f"{ours[0]:.3f} ({ours[1]:.2f})"
    return f"{name:<20} {alone:>20} {direct:>18} {mine:>18} {faster:>8} {share:>9} {of}"


def growth(sizes: list[int]) -> str:
    """How the time of all measures of nodes grows with the network."""
    lines = ["nodes      links      processor    clock   sampled"]
    for nodes in sizes:
        network = generated(nodes, 6 * nodes)
        found: dict[str, Any] = {}
        spent = timed(lambda network=network, found=found: found.update(measures(network)))
        sampled = [name for name, values in found.items() if isinstance(values, Sampled)]
        lines.append(
            f"{nodes:>6,} {network.number_of_edges():>10,} {spent[0]:>11.2f} s {spent[1]:>6.1f} s   "
            f"{', '.join(sampled) or 'none'}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--links", type=int, default=60_000)
    parser.add_argument("--runs", type=int, default=3, help="of each short measure at least (default 3)")
    parser.add_argument("--whole", action="store_true", help="take networkx's slowest whole (takes long)")
    parser.add_argument("--growth", type=int, nargs="*", default=[1_000, 3_000, 10_000, 25_000, 50_000])
    arguments = parser.parse_args()
    print(report(arguments.nodes, arguments.links, arguments.runs, arguments.whole), flush=True)
    print(cuts(arguments.nodes, arguments.links, arguments.runs), flush=True)
    print(f"* from {SOURCES} of all sources, multiplied\n" if not arguments.whole else "")
    print(growth(arguments.growth))


if __name__ == "__main__":
    main()
