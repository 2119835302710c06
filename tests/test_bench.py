"""The benchmark measures what it says, on cases that build without a problem."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # benchmarks/ is no part of the package

from backchannel.graph.analytics import MEASURES  # noqa: E402
from backchannel.graph.case import read, seed_folder  # noqa: E402
from backchannel.ontology.terms import CLAIM_CLASSES  # noqa: E402
from benchmarks.build import measure, once, report  # noqa: E402
from benchmarks.formats import invented, twin  # noqa: E402
from benchmarks.formats import measure as measure_formats  # noqa: E402
from benchmarks.formats import report as formats_report  # noqa: E402
from benchmarks.generate import forms, generate  # noqa: E402
from benchmarks.measures import cuts, generated, growth  # noqa: E402
from benchmarks.measures import report as measures_beside  # noqa: E402
from benchmarks.operations import operations  # noqa: E402
from benchmarks.operations import report as share_of_build  # noqa: E402
from benchmarks.temporal import figures  # noqa: E402
from benchmarks.temporal import report as of_paths  # noqa: E402
from benchmarks.worlds import once as worlds  # noqa: E402
from benchmarks.worlds import report as worlds_report  # noqa: E402

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # old names of pyparsing's in edtf-validate
    from edtf_validate.valid_edtf import is_valid

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
SIZES = [1, 7, 49, 50, 51, 500] + ([10_000] if LARGE else [])


@pytest.mark.parametrize("claims", SIZES)
def test_a_generated_case_has_so_many_claims_and_no_problem(tmp_path: Path, claims: int) -> None:
    generate(claims, tmp_path / "case")
    reading = read(tmp_path / "case")
    assert [str(problem) for problem in reading.problems] == []
    assert len(reading.knowledge.claims) == claims


def test_every_kind_of_claim_and_many_forms_of_dates_are_there(tmp_path: Path) -> None:
    generate(1000, tmp_path / "case")
    claims = read(tmp_path / "case").knowledge.claims.values()
    kinds = Counter(claim.kind for claim in claims)
    assert set(kinds) == set(CLAIM_CLASSES)
    assert min(kinds.values()) >= 5
    dates = [claim.when.edtf or "" for claim in claims if claim.when]
    shapes = {re.sub(r"[0-9]+", "9", one) for one in dates}
    assert len(shapes) >= 10


def test_the_dates_are_edtf() -> None:
    """By an oracle of others: edtf-validate."""
    found = [form for day in (date(2010, 1, 4), date(2012, 2, 29), date(2019, 12, 31)) for form in forms(day)]
    assert len(found) == 39
    assert [form for form in found if not is_valid(form)] == []


def test_the_same_number_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed; another seed gives another case."""
    for name, hashes, seed in (("a", "1", "1"), ("b", "2", "1"), ("c", "1", "2")):
        command = [sys.executable, "-m", "benchmarks.generate", "120", str(tmp_path / name), "--seed", seed]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": hashes}, check=True)
    cases = [
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).rglob("*")) if path.is_file()}
        for name in ("a", "b", "c")
    ]
    assert len(cases[0]) == 6
    assert cases[0] == cases[1]
    assert cases[0] != cases[2]


def test_a_folder_that_is_there_is_not_written_into(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        generate(5, tmp_path)


def test_the_report_has_speed_ratio_memory_and_stages(tmp_path: Path) -> None:
    """Build and bare load of the same quads, each in a process of its own."""
    generate(40, tmp_path / "case")
    builds, loads = measure(tmp_path / "case", tmp_path, runs=1)
    assert (len(builds), len(loads)) == (1, 1)
    assert {one["quads"] for one in [*builds, *loads]} == {builds[0]["quads"]}
    assert all(0 < sum(one["stages"].values()) <= one["seconds"] * 1.01 for one in builds)
    text = report("forty claims", builds, loads)
    assert re.search(r"^forty claims: 40 claims, [\d,]+ quads; medians of 1$", text, re.MULTILINE)
    for line in (
        r"whole build +\d+\.\d\d s +\d+ claims a second",
        r"ratio +\d+\.\d",
        r"peak memory +\d+ MiB",
    ):
        assert re.search(line, text)
    assert re.search(r"^ {4}loading +\d+\.\d\d s +\d+\.\d%$", text, re.MULTILINE)


def test_operations_are_a_share_of_their_build(tmp_path: Path) -> None:
    """Each operation so many times, on a build of its own; what takes too long is said."""
    generate(40, tmp_path / "case")
    built = once("build", tmp_path / "case", tmp_path / "out")
    figures = operations(tmp_path / "out", runs=2)
    assert len(figures) == 7
    assert [len(times) for times in figures.values()] == [1, 2, 2, 2, 2, 2, 2]
    text = share_of_build(built, figures)
    assert re.search(
        r"^40 generated claims, [\d,]+ quads; at 2015-06-30, known 2016-06-30$", text, re.MULTILINE
    )
    assert re.search(r"silence ledger, all pairs of persons +\d+\.\d\d s +\d+\.\d% of a build", text)
    assert text.endswith("each operation under a tenth of a build: yes")
    slow = figures | {"historical consensus": [built["seconds"]]}
    assert share_of_build(built, slow).endswith("no")


def test_formats_are_measured_beside_networkx(tmp_path: Path) -> None:
    """Both write the same network: as many nodes, edges and values; each format so many times."""
    one = invented(30, 120)
    graph = twin(one)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (30, 120)
    told = [cell for row in one.edges.rows for cell in row if cell not in (None, "", ())]
    assert sum(len(data) for *_, data in graph.edges(data=True)) + 3 * 120 == len(told)
    ours, theirs, sizes = measure_formats(one, runs=2)
    assert {name: len(times) for name, times in ours.items()} == dict.fromkeys(sizes, 2)
    assert set(theirs) == {"graphml", "gexf", "json"} < set(ours) == {*theirs, "csv", "parquet"}
    text = formats_report(one, ours, theirs, sizes)
    assert len(re.findall(r"networkx +\d+\.\d\d s +ratio \d+\.\d\d$", text, re.MULTILINE)) == 3


def test_worlds_are_measured_in_three_ways() -> None:
    """Stacked, by networkx and by the registry, each with a figure."""
    figures = worlds(read(seed_folder()).knowledge, 100)
    assert len(figures) == 3
    assert all(speed > 0 for speed in figures.values())
    assert worlds_report([figures], 100).count("worlds a second") == 3


def test_paths_in_time_are_measured_beside_their_definition() -> None:
    """Which the benchmark compares with as well: it would fail if the two found different arrivals."""
    found = figures(nodes=40, count=120, runs=1, sample=3)
    assert len(found) == 7
    assert sum(plain is not None for _, plain in found.values()) == 2
    text = of_paths(40, 120, found)
    assert re.search(r"earliest arrivals from one, certain +\d+\.\d{3} s +plain definition .* ratio \d", text)


def test_the_measures_are_compared_with_networkx_and_the_engines() -> None:
    """Each measure has its line; where networkx or an engine has it, there is a ratio."""
    network = generated(60, 180)
    assert (len(network), network.number_of_edges()) == (60, 171)
    lines = measures_beside(60, 180, runs=1, whole=True).splitlines()
    named = {line.split()[0]: line for line in lines[2:-2]}
    assert set(named) == {name for name, one in MEASURES.items() if one.on}
    assert all(re.search(r"rustworkx|scipy", named[name]) for name in ("betweenness", "harmonic", "core"))
    assert "times faster" in lines[-2]
    ends = cuts(60, 180, runs=1).splitlines()
    assert ends[0] == "12 more, each of whom knows one other only"
    assert [line.split()[0] for line in ends[1:]] == ["cut_points", "cut_links"]
    assert len(growth([50]).splitlines()) == 2
