"""`backchannel network` and `graph.write_network`: each format, each option, wrong use."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from samples import rich

import backchannel
from backchannel.cli import group
from backchannel.exports.network_files import NETWORK_FORMATS
from backchannel.graph.errors import NoBuildError
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, NETWORK_OUTCOMES, network


def run(seed_out: Path, out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["network", "--graph", str(seed_out), "-o", str(out), *arguments])


@pytest.mark.parametrize("form", NETWORK_FORMATS)
def test_each_format(form: str, seed_out: Path, tmp_path: Path) -> None:
    """The paths go to standard output, the counts to standard error; nothing else is left behind."""
    done = run(seed_out, tmp_path / f"net.{form}")
    assert done.exit_code == 0, done.output
    names = {
        "csv": ["net-nodes.csv", "net-edges.csv", "net-datapackage.json"],
        "parquet": ["net-nodes.parquet", "net-edges.parquet"],
    }.get(form, [f"net.{form}"])
    assert done.stdout.splitlines() == [str(tmp_path / name) for name in names]
    assert done.stderr.splitlines()[-1] == f"23 nodes, 28 edges as {form}"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_csv_and_json_are_the_network(
    level: str, seed_out: Path, seed_knowledge: Knowledge, tmp_path: Path
) -> None:
    """With all options: the same nodes and edges as the library's network with them."""
    days = {"since": "2022-03", "until": "2022-06-30", "known": "2022-09-30"}
    options = [f"--{name}={day}" for name, day in days.items()]
    chosen = ["--level", level, "--outcome", "held", "--outcome", "refused"]
    expected = network(seed_knowledge, level, **days, outcomes=("held", "refused"))
    assert expected.number_of_edges() >= 3
    for form in ("csv", "json"):
        assert run(seed_out, tmp_path / f"n.{form}", *options, *chosen).exit_code == 0
    with (tmp_path / "n-edges.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    edges = {(row["source"], row["target"], row["contact"]) for row in rows}
    assert edges == set(expected.edges(keys=True))
    read = nx.node_link_graph(json.loads((tmp_path / "n.json").read_text(encoding="utf-8")), edges="edges")
    assert set(read) == set(expected)
    assert {(u, v, data["contact"]) for u, v, data in read.edges(data=True)} == edges
    assert read.graph["known by the end of"] == "2022-09-30"


def test_outcomes_divide_the_network(seed_knowledge: Knowledge) -> None:
    """Each contact has one outcome, so that the networks of each together are the network."""
    every = network(seed_knowledge)
    parts = [network(seed_knowledge, outcomes=(outcome,)) for outcome in NETWORK_OUTCOMES]
    assert sum(one.number_of_edges() for one in parts) == every.number_of_edges() == 28
    assert sum(one.number_of_edges() > 0 for one in parts) >= 3


def test_an_empty_network_is_written(seed_out: Path, tmp_path: Path) -> None:
    for form in NETWORK_FORMATS:
        done = run(seed_out, tmp_path / f"none.{form}", "--until", "1900")
        assert done.exit_code == 0, done.output
        assert "0 nodes, 0 edges" in done.stderr
    assert nx.read_graphml(tmp_path / "none.graphml").number_of_nodes() == 0


@pytest.mark.parametrize(
    ("name", "arguments", "code", "said"),
    [
        ("net.xml", (), 2, "'net.xml' ends with no known format; expected .graphml, .gexf, .json, .csv or"),
        ("net", (), 2, "or name it with --format"),
        ("net.gexf", ("--format", "dot"), 2, "'dot' is not one of"),
        ("net.gexf", ("--level", "planet"), 2, "'planet' is not one of"),
        ("net.gexf", ("--outcome", "won"), 2, "'won' is not one of"),
        ("net.gexf", ("--until", "2022-02-30"), 1, "'2022-02-30': February 2022 has 28 days"),
    ],
)
def test_wrong_use(
    name: str, arguments: tuple[str, ...], code: int, said: str, seed_out: Path, tmp_path: Path
) -> None:
    done = run(seed_out, tmp_path / name, *arguments)
    assert done.exit_code == code
    assert said in done.output + str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_written(seed_out: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run(seed_out, tmp_path / "file" / "net.json")
    assert done.exit_code == 1
    assert "choose another file with -o" in done.stderr


def test_without_a_build_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere", tmp_path / "net.json")
    assert done.exit_code == 1
    assert isinstance(done.exception, NoBuildError)
    assert list(tmp_path.iterdir()) == []


def test_the_help_says_how_to_open_it_in_gephi() -> None:
    text = CliRunner().invoke(group, ["network", "--help"]).stdout
    assert "In Gephi" in text
    assert "backchannel network -o contacts.gexf" in text


def test_from_python(seed_out: Path, tmp_path: Path) -> None:
    """The format by the name of the file or by word; another name keeps its ending before the table's."""
    graph = backchannel.open(seed_out)
    assert graph.write_network(tmp_path / "a.gexf", level="state") == [tmp_path / "a.gexf"]
    found = graph.write_network(tmp_path / "a.b", "csv", outcomes=["held"], at="2022-06-01")
    assert [path.name for path in found] == ["a.b-nodes.csv", "a.b-edges.csv", "a.b-datapackage.json"]
    with pytest.raises(
        ValueError, match="expected a format of graphml, gexf, json, csv, parquet; found 'dot'"
    ):
        graph.write_network(tmp_path / "a.dot", "dot")
    with pytest.raises(ValueError, match=r"expected an outcome of .*; found 'won'"):
        graph.network(outcomes=["won"])


def test_a_list_in_csv_is_divided_by_blanks(tmp_path: Path) -> None:
    """And what isn't known is empty, flags are true and false."""
    from backchannel.exports.network_files import write_network
    from backchannel.exports.network_rows import listing

    write_network(listing(rich(), "b0"), tmp_path / "n.csv")
    with (tmp_path / "n-edges.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["channels"], row["directed"], row["public"], row["sure_day"]) == (
        "channel/hotline",
        "true",
        "false",
        "",
    )
