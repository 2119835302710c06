"""Paths between two officials: what the page finds against brute force, and how it is shown and drawn."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from browser import Opened, open_file, violations
from page_case import CHANCELLOR, FIREFLY, TEASDALE, TRENTINO, VERA, page_case, part
from playwright.sync_api import Browser
from samples import claim, when

from backchannel.exports.html import page
from backchannel.graph.bounds import occurrence
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.semantics import certainly_before

pytestmark = pytest.mark.browser

SOURCES = Path(__file__).parent.parent / "exports" / "page" / "src"
CASES = 500 if os.environ.get("BACKCHANNEL_LARGE") else 120
DAYS = 12

# --- the search, against enumeration ---


@dataclass(frozen=True)
class Link:
    """A held contact between two: some day from ``first`` to ``last`` of January 2029."""

    a: str
    b: str
    key: str
    first: int
    last: int

    @property
    def edtf(self) -> str:
        return f"2029-01-{self.first:02d}/2029-01-{self.last:02d}"

    def row(self) -> dict[str, str]:
        bounds = occurrence(self.edtf)
        return {
            "a": self.a,
            "b": self.b,
            "key": self.key,
            "earliest": bounds.earliest,
            "latest": bounds.latest,
        }


def world(rng: random.Random) -> list[Link]:
    """A few officials with parallel contacts, some of several parties, dates from sure to very unsure."""
    people = [f"n{at}" for at in range(rng.randint(2, 7))]
    found = set()
    for at in range(rng.randint(1, 11)):
        first = rng.randint(1, DAYS)
        last = min(DAYS, first + rng.choice((0, 0, 0, 1, 2, 5, 11)))
        sides = rng.sample(people, min(len(people), rng.choice((2, 2, 2, 3, 4))))
        half = rng.randint(1, len(sides) - 1)
        for one, other in product(sides[:half], sides[half:]):
            found.add(Link(one, other, f"c{at:02d}", first, last))
    return sorted(found, key=lambda link: (link.key, link.a, link.b))


Steps = list[list[str]]
Group = tuple[str, int, list[tuple[list[str], Steps]]]


def between(links: Sequence[Link], one: str, other: str) -> list[Link]:
    return [link for link in links if {link.a, link.b} == {one, other}]


def shortest_of_all(links: Sequence[Link], source: str, target: str) -> list[Group]:
    """All shortest paths as networkx finds them, with every contact that can serve at a step."""
    graph = nx.MultiGraph()
    graph.add_edges_from((link.a, link.b, link.key) for link in links)
    if source not in graph or target not in graph or not nx.has_path(graph, source, target):
        return []
    found = sorted(nx.all_shortest_paths(nx.Graph(graph), source, target))
    steps = [[sorted({c.key for c in between(links, a, b)}) for a, b in pairwise(path)] for path in found]
    return [("any", len(found[0]) - 1, list(zip(found, steps, strict=True)))]


def certain(chain: Sequence[Link]) -> bool:
    dates = [occurrence(link.edtf) for link in chain]
    return all(certainly_before(one, other) for one, other in pairwise(dates))


def possible(chain: Sequence[Link]) -> bool:
    """Whether days can be chosen that never go back; on one day the two can stand in either order."""
    day = 0
    for link in chain:
        day = max(day, link.first)
        if day > link.last:
            return False
    return True


def shortest_in_time(links: Sequence[Link], source: str, target: str) -> list[Group]:
    """Every simple path, every choice of contacts on it, looked at one by one."""
    graph = nx.Graph((link.a, link.b) for link in links)
    if source not in graph or target not in graph:
        return []
    kinds: dict[str, dict[tuple[str, ...], list[tuple[str, ...]]]] = {"certain": {}, "possible": {}}
    for path in nx.all_simple_paths(graph, source, target):
        for chain in product(*(between(links, a, b) for a, b in pairwise(path))):
            keys = tuple(link.key for link in chain)
            if len(set(keys)) < len(keys):
                continue
            for kind, holds in (("certain", certain), ("possible", possible)):
                if holds(chain):
                    kinds[kind].setdefault(tuple(path), []).append(keys)
    groups = []
    for kind, found in kinds.items():
        least = min(map(len, found), default=0)
        left = {
            path: chosen
            for path, chosen in sorted(found.items())
            if len(path) == least and (kind == "certain" or path not in kinds["certain"])
        }
        steps = [[sorted(set(at)) for at in zip(*chosen, strict=True)] for chosen in left.values()]
        if left:
            groups.append((kind, least - 1, list(zip(map(list, left), steps, strict=True))))
    return groups


def module(name: str) -> str:
    """A module's source without its imports and exports."""
    source = (SOURCES / f"{name}.js").read_text(encoding="utf-8")
    body = re.sub(r"^import .*$", "", source, flags=re.MULTILINE)
    return re.sub(r"^export (?=const|function)", "", body, flags=re.MULTILINE)


ASK = """cases => cases.map(({ links, timed }) =>
  findPaths(links, "n0", "n1", { timed, most: 1000 }).map(({ truth, length, paths, more, stopped }) =>
    [truth, length, paths.map(({ nodes, steps }) => [nodes, steps]), more || stopped]))"""


def test_the_page_finds_what_brute_force_finds(browser: Browser) -> None:
    rng = random.Random(4)
    worlds = [world(rng) for _ in range(CASES)]
    cases = [{"links": [link.row() for link in links], "timed": timed} for links in worlds for timed in (0, 1)]
    window = browser.new_page()
    window.set_content("<!doctype html><title>-</title>")
    window.add_script_tag(content=module("semantics") + module("paths") + "\nwindow.findPaths = findPaths;")
    answers = window.evaluate(ASK, cases)
    window.close()
    seen: dict[str, int] = {}
    for at, links in enumerate(worlds):
        for answer, expected in (
            (answers[2 * at], shortest_of_all(links, "n0", "n1")),
            (answers[2 * at + 1], shortest_in_time(links, "n0", "n1")),
        ):
            assert answer == [[*map(plain, group), False] for group in expected], links
            for truth, length, _ in expected:
                seen[truth] = seen.get(truth, 0) + (length > 1)
    assert len(worlds) >= 100 and len(answers) == 2 * len(worlds)
    assert min(seen[truth] for truth in ("any", "certain", "possible")) >= CASES / 15, seen


def plain(value: Any) -> Any:
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value
