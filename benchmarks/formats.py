"""How long networks take to write beside networkx's own writers: `python -m benchmarks.formats`.

In one run and one process: an invented network, as rows, written to disk in each format, and the same nodes,
edges and attributes written by networkx (GraphML with lxml, as networkx does where it is installed; GEXF;
node-link JSON). networkx has no spells and no kinds: its files say less. Medians, taken in turns.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from backchannel.exports.network_columns import EDGE_COLUMNS, NODE_COLUMNS
from backchannel.exports.network_files import write_network
from backchannel.exports.network_rows import Listing
from backchannel.exports.report_model import Row, Table

__all__ = ["invented", "measure", "report", "twin"]

Times = dict[str, list[float]]
RIVALS = ("graphml", "gexf", "json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10_000, help="of the network (default 10,000)")
    parser.add_argument("--edges", type=int, default=60_000, help="of the network (default 60,000)")
    parser.add_argument("--runs", type=int, default=3, help="of each writer (default 3)")
    arguments = parser.parse_args()
    one = invented(arguments.nodes, arguments.edges)
    ours, theirs, sizes = measure(one, arguments.runs)
    print(report(one, ours, theirs, sizes))


def invented(nodes: int, edges: int, seed: int = 1) -> Listing:
    """A network of persons in which some contacts are parallel and one in seven has no last possible day."""
    chance = random.Random(seed)
    keys = [f"person/p{number}" for number in range(nodes)]
    outcomes = ("held", "refused", "ignored", "attempted")
    rows = tuple(
        _edge(number, *chance.sample(keys[: max(2, nodes // (1 + number % 10))], 2), chance.choice(outcomes))
        for number in range(edges)
    )
    facts = {"build": "benchmark", "level": "person"}
    people = tuple(_node(key) for key in keys)
    nodes_table = Table("nodes", "Nodes", NODE_COLUMNS, people)
    return Listing("Invented", "en", facts, nodes_table, Table("edges", "Edges", EDGE_COLUMNS, rows))


def _node(key: str) -> Row:
    name = key.rpartition("/")[2]
    here = (f"Person {name} <&>", "person", "state/fr", "Freedonia", f"Office of {name}", "minister", False)
    return (key, *here, f"https://example.org/{key}", ("2015-01-01/2020-12-31", "2022-01-01/"), ())


def _edge(number: int, source: str, target: str, outcome: str) -> Row:
    contact, day = f"contact/c{number}", f"20{10 + number % 12}-0{1 + number % 9}-1{number % 10}"
    last = None if number % 7 == 0 else day
    latest = f"{last}T23:59:59Z" if last else None
    return (
        *(f"{contact}/{source}/{target}", source, target, f"{outcome} {number}", contact),
        *(f"https://example.org/{contact}", bool(number % 2), outcome, (outcome,), "agreed", False, day, ""),
        *(f"{day}T00:00:00Z", latest, day, last, last, True, "call", ("channel/hotline",)),
        *(("asserts",), None, 1, (f"claim/a{number}", f"claim/b{number}")),
    )


def twin(one: Listing) -> nx.MultiDiGraph[str]:
    """The same as a networkx graph: lists as texts, and without what is unknown."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=one.title)
    for row in one.nodes.rows:
        graph.add_node(row[0], **_known(one.nodes, row))
    for row in one.edges.rows:
        given = _known(one.edges, row)
        graph.add_edge(row[1], row[2], key=given.pop("id"), **given)
    return graph


def _known(table: Table, row: Row) -> dict[str, Any]:
    given = zip((column.name for column in table.columns), row, strict=True)
    plain = {name: " ".join(cell) if isinstance(cell, tuple) else cell for name, cell in given}
    ends = ("source", "target")
    return {name: cell for name, cell in plain.items() if cell not in (None, "") and name not in ends}


def measure(one: Listing, runs: int) -> tuple[Times, Times, Mapping[str, int]]:
    """Seconds of each of our formats and of networkx's, and the bytes of our files."""
    graph = twin(one)
    ours: Times = {}
    theirs: Times = {}
    sizes: dict[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        for _ in range(runs):
            for form in (*RIVALS, "csv", "parquet"):
                path = Path(folder) / f"ours.{form}"
                paths = _timed(ours, form, lambda form=form, path=path: write_network(one, path, form))
                sizes[form] = sum(each.stat().st_size for each in paths)
            for form, write in _rivals(graph, Path(folder)).items():
                _timed(theirs, form, write)
    return ours, theirs, sizes


def _rivals(graph: nx.MultiDiGraph[str], folder: Path) -> dict[str, Callable[[], object]]:
    def as_json() -> None:
        with (folder / "theirs.json").open("w", encoding="utf-8") as file:
            json.dump(nx.node_link_data(graph, edges="edges"), file, ensure_ascii=False)

    return {
        "graphml": lambda: nx.write_graphml(graph, folder / "theirs.graphml"),
        "gexf": lambda: nx.write_gexf(graph, folder / "theirs.gexf", version="1.3"),
        "json": as_json,
    }


def _timed(times: Times, name: str, done: Callable[[], Any]) -> Any:
    begun = time.perf_counter()
    result = done()
    times.setdefault(name, []).append(time.perf_counter() - begun)
    return result


def report(one: Listing, ours: Times, theirs: Times, sizes: Mapping[str, int]) -> str:
    """The figures as text; a ratio of 0.5 means half of networkx's time."""
    lines = [f"{len(one.nodes.rows):,} nodes, {len(one.edges.rows):,} edges; medians of {len(ours['gexf'])}"]
    for form, times in ours.items():
        seconds = statistics.median(times)
        line = f"  {form:<8} {seconds:7.2f} s  {sizes[form] / 1e6:6.1f} MB"
        if form in theirs:
            rival = statistics.median(theirs[form])
            line += f"   networkx {rival:7.2f} s   ratio {seconds / rival:.2f}"
        lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    main()
