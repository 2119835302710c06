"""What goes into the page: all contacts at each moment of the clock, places, nothing that runs."""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from page_blocks import page_of
from page_case import FUTURE, contact_keys, page_case

from backchannel.commands.graph import command
from backchannel.exports.curves import BULGE, bends, fan
from backchannel.exports.drawing import drawing
from backchannel.exports.html import OPTIONS, page, picture, policy
from backchannel.exports.layout import RING, arrange
from backchannel.exports.page_data import page_data, web_address
from backchannel.exports.placing import ROW, Item
from backchannel.exports.versions import versions
from backchannel.graph.asof import as_known
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError, NoBuildError
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, network

ROOT = Path(__file__).parent.parent
DAYS = (None, "2029-02-28", "2029-03-01", "2029-06-30", FUTURE)


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return page_case()


def test_versions_draw_at_every_moment_what_the_network_of_that_day_holds(case: Knowledge) -> None:
    lives = versions(case)
    compared = 0
    for day in DAYS:
        clock = known_stamp(day)
        for level in NETWORK_LEVELS:
            drawn = {
                (line.source, line.target, life.contact, line.directed, life.consensus.outcome)
                for life in lives
                if life.since <= clock < life.until
                for line in life.lines[level]
            }
            graph = network(case, level, known=day)
            assert drawn == {
                (u, v, k, d["directed"], d["outcome"]) for u, v, k, d in graph.edges(keys=True, data=True)
            }
            compared += 1
    assert compared == len(DAYS) * len(NETWORK_LEVELS)


def test_a_contact_carries_on_the_page_what_its_edge_carries_in_the_network(case: Knowledge) -> None:
    rows = {row["key"]: row["versions"][-1] for row in page_data(case)["contacts"]}
    seen = 0
    for _, _, key, edge in network(case, "person").edges(keys=True, data=True):
        names = ("outcome", "status", "earliest", "latest", "mode", "times", "when")
        assert {name: rows[key][name] for name in names} == {name: edge[name] for name in names}
        assert rows[key]["channels"] == list(edge["channels"])
        assert rows[key]["claims"] == list(edge["claims"])
        seen += 1
    assert seen == 15


def test_contacts_without_a_line_stay_in_the_list(case: Knowledge) -> None:
    rows = {row["key"]: row for row in page_data(case)["contacts"]}
    assert set(rows) == contact_keys(case) and len(rows) == 14
    lines = [life.lines for life in versions(case) if life.contact == "contact/alone"]
    assert [list(one.values()) for one in lines] == [[(), (), ()]]


def test_a_corrected_contact_has_two_versions(case: Knowledge) -> None:
    row = next(row for row in page_data(case)["contacts"] if row["key"] == "contact/corrected")
    assert [one["outcome"] for one in row["versions"]] == ["refused", "held"]
    assert row["versions"][0]["until"] == row["versions"][1]["since"] == known_stamp(FUTURE)


def test_as_known_leaves_out_what_came_later(case: Knowledge) -> None:
    then = as_known(case, "2029-06-30")
    assert "claim/late" not in then.claims and "claim/late" in case.claims
    assert then.claims["claim/corrected"].withdrawn is None
    assert as_known(case, None) is case


def test_all_parallel_contacts_get_a_lane_of_their_own(case: Knowledge) -> None:
    edges = drawing(case, "person", versions(case)).edges
    pair = [edge for edge in edges if edge["from"].endswith("firefly") and edge["to"].endswith("trentino")]
    contacts = {edge["contact"] for edge in pair}
    assert len(contacts) == 8
    assert len({edge["bend"] for edge in pair}) == len(contacts)


def test_pyvis_keeps_every_edge_under_its_own_id(case: Knowledge) -> None:
    """The contract with pyvis: what of it is used works as it is used."""
    drawings = [drawing(case, level, versions(case)) for level in NETWORK_LEVELS]
    net = picture("A case", drawings)
    assert net.heading == "A case" and net.directed is True
    assert [edge["id"] for edge in net.edges] == [edge["id"] for one in drawings for edge in one.edges]
    assert len({edge["id"] for edge in net.edges}) == len(net.edges) == 45
    assert all(edge["arrows"] == "" for edge in net.edges)
    assert [node["id"] for node in net.nodes] == [node["id"] for one in drawings for node in one.nodes]
    nodes, edges, heading, _, _, options = net.get_network_data()
    assert (nodes, edges, heading) == (net.nodes, net.edges, "A case")
    assert json.loads(options) == OPTIONS


def test_the_page_is_the_same_whatever_the_hash_seed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from page_case import page_case\n"
        "from backchannel.exports.html import page\n"
        "sys.stdout.buffer.write(page(page_case(), build_hash='b', title='A case').encode())"
    )
    digests = set()
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        made = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True
        )
        digests.add(hashlib.sha256(made.stdout).hexdigest())
    assert len(digests) == 1


def test_the_page_names_its_build_and_opens_with_its_level(case: Knowledge) -> None:
    text = page(case, build_hash="0123abcd", title="A case", level="state")
    assert '<meta name="backchannel-build" content="0123abcd">' in text
    assert (page_of(text)["level"], page_of(text)["build"]) == ("state", "0123abcd")
    with pytest.raises(ValueError, match="expected a level of person, office, state; found 'planet'"):
        page(case, build_hash="b", title="t", level="planet")


def test_an_empty_case_gives_a_page() -> None:
    assert "<title>Nothing</title>" in page(Knowledge("Nothing", "en"), build_hash="b", title="Nothing")


def test_only_addresses_of_the_web_become_links() -> None:
    refused = ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x", "//x", "")
    assert [web_address(one) for one in refused] == [""] * len(refused)
    assert web_address("HTTPS://example.org") == "HTTPS://example.org"


def test_the_policy_forbids_everything_but_the_one_script_and_style() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("script", "style").split("; "))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data:"
    assert all("unsafe" not in value for value in rules.values())
    assert rules["script-src"].startswith("'sha256-") and rules["style-src"].startswith("'sha256-")


# --- the command ---


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_command_writes_the_page_and_prints_its_path(seed_out: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.html"
    done = run("--graph", str(seed_out), "-o", str(path), "--level", "state")
    assert (done.exit_code, done.stdout) == (0, f"{path}\n")
    text = path.read_text(encoding="utf-8")
    assert f'content="{(seed_out / "current").resolve().name}"' in text
    assert page_of(text)["level"] == "state"
    assert re.search(r"\d+ contacts with \d+ claims", done.stderr)
    assert sorted(one.name for one in path.parent.iterdir()) == ["page.html"]


def test_the_command_leaves_out_what_became_known_later(seed_out: Path, tmp_path: Path) -> None:
    path = tmp_path / "then.html"
    assert run("--graph", str(seed_out), "-o", str(path), "--known", "2022-04-01").exit_code == 0
    text = path.read_text(encoding="utf-8")
    keys = {one["key"].partition("/")[2] for one in page_of(text)["contacts"]}
    assert "austin-shoigu-attempts-2022" in keys and "austin-shoigu-call-2022-10-21" not in keys


def test_the_command_says_what_is_wrong(seed_out: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    wrong = run("--graph", str(seed_out), "-o", str(tmp_path / "file" / "page.html"))
    assert wrong.exit_code == 1 and "choose another file with -o" in wrong.stderr
    assert isinstance(run("--graph", str(tmp_path)).exception, NoBuildError)
    assert isinstance(run("--graph", str(seed_out), "--known", "2022-02-30").exception, DateError)


# --- the committed assets ---


def test_the_assets_are_those_of_the_manifest() -> None:
    """A change in exports/page that was not bundled anew, or a bundle touched by hand, is noticed."""
    assets = files("backchannel.exports") / "assets"
    manifest = json.loads((assets / "manifest.json").read_text())
    digest = {name: hashlib.sha256((assets / name).read_bytes()).hexdigest() for name in manifest["assets"]}
    assert digest == manifest["assets"] and len(digest) == 3
    sources = ROOT / "exports" / "page"
    found = {name: hashlib.sha256((sources / name).read_bytes()).hexdigest() for name in manifest["sources"]}
    assert found == manifest["sources"], "run `npm ci && npm run build` in exports/page"
    assert {f"src/{path.name}" for path in (sources / "src").iterdir()} < set(found)


def test_every_bundled_package_has_its_licence_in_the_wheel() -> None:
    assets = files("backchannel.exports") / "assets"
    licences = (assets / "LICENSES.txt").read_text()
    packages = json.loads((assets / "manifest.json").read_text())["packages"]
    assert {"vis-network", "vis-data", "minisearch"} < set(packages)
    assert [name for name, version in packages.items() if f"{name} {version} (" not in licences] == []


def test_no_source_of_the_page_makes_markup_from_text() -> None:
    sources = sorted((ROOT / "exports" / "page" / "src").glob("*.js"))
    assert len(sources) > 15
    sinks = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
    )
    assert [(path.name, sink) for path in sources for sink in sinks if sink in path.read_text()] == []


def test_the_lock_file_names_no_host() -> None:
    lock = (ROOT / "exports" / "page" / "package-lock.json").read_text()
    assert '"resolved"' not in lock and '"integrity"' in lock


# --- places ---


def items(count: int, groups: int) -> list[Item]:
    return [Item(f"n{at:04}", f"g{at % groups}", "minister" if at % 3 else "leader") for at in range(count)]


@settings(max_examples=60)
@given(
    st.integers(1, 90),
    st.integers(1, 9),
    st.lists(st.tuples(st.integers(0, 89), st.integers(0, 89)), max_size=60),
)
def test_no_two_labels_share_a_place(count: int, groups: int, pairs: list[tuple[int, int]]) -> None:
    nodes = items(count, groups)
    links = [(f"n{a:04}", f"n{b:04}") for a, b in pairs]
    spots = arrange(nodes, links).nodes
    assert set(spots) == {node.key for node in nodes}
    points = [(spot.x, spot.y) for spot in spots.values()]
    assert all(
        abs(ax - bx) >= 90 or abs(ay - by) >= ROW * 0.6
        for at, (ax, ay) in enumerate(points)
        for bx, by in points[at + 1 :]
    )


def test_the_two_busiest_states_face_one_another_with_counterparts_at_one_height() -> None:
    nodes = [Item("a1", "us", "leader"), Item("a2", "us", "minister"), Item("b1", "ru", "leader")]
    nodes += [Item("b2", "ru", "minister"), Item("c", "uk", "minister")]
    spots = arrange(nodes, [("a1", "b1"), ("a2", "b2"), ("a2", "b2"), ("c", "b2")]).nodes
    assert spots["a1"].x == -spots["b1"].x < 0 and spots["a2"].x < 0 < spots["b2"].x
    assert spots["a1"].y == spots["b1"].y < spots["a2"].y == spots["b2"].y
    assert spots["c"].side in ("above", "below")


def test_a_large_graph_is_laid_out_in_discs_that_do_not_touch() -> None:
    nodes = items(RING + 300, 7)
    links = [(f"n{at:04}", f"n{(at * 7) % len(nodes):04}") for at in range(len(nodes))]
    arranged = arrange(nodes, links)
    assert arranged == arrange(list(reversed(nodes)), links)
    assert len({(spot.x, spot.y) for spot in arranged.nodes.values()}) == len(nodes)
    assert len(arranged.headings) == 7


@given(st.integers(1, 200))
def test_lanes_are_apart_symmetric_and_bounded(count: int) -> None:
    offsets = fan(count)
    assert len(set(offsets)) == count
    assert all(math.isclose(a, -b, abs_tol=1e-3) for a, b in zip(offsets, reversed(offsets), strict=True))
    assert max(offsets) <= BULGE + 1e-9


def test_lines_within_a_state_turn_to_the_inside() -> None:
    points = {"a": (-300.0, -20.0), "b": (-300.0, 20.0), "c": (300.0, -20.0), "d": (300.0, 20.0)}
    groups = {"a": "fr", "b": "fr", "c": "sy", "d": "sy"}
    found = bends([("a", "b"), ("a", "b"), ("c", "d")], points, groups)
    assert found[0] > 0 and found[1] > found[0] and found[2] < 0
