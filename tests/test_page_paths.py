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
from browser import Opened, new_tab, open_file, violations
from page_case import CHANCELLOR, FIREFLY, TEASDALE, TRENTINO, VERA, page_case, part
from playwright.sync_api import Browser
from samples import claim, when

from backchannel.exports.html import page
from backchannel.graph.bounds import occurrence
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.semantics import certainly_before

pytestmark = pytest.mark.browser

SOURCES = Path(__file__).parent.parent / "exports" / "page" / "src"
CASES = 500 if os.environ.get("BACKCHANNEL_LARGE") else 200
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
    people = [f"n{at}" for at in range(rng.randint(3, 7))]
    sizes = rng.choice(((2, 2, 2, 3, 4), (2, 3, 4, 4)))
    tries = rng.choice((5, 12))
    found = set()
    for at in range(rng.randint(3, tries)):
        first = rng.randint(1, DAYS)
        last = min(DAYS, first + rng.choice((0, 0, 0, 1, 2, 5, 11)))
        sides = rng.sample(people, min(len(people), rng.choice(sizes)))
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
    cases = [
        {"links": [link.row() for link in links], "timed": timed} for links in worlds for timed in (0, 1)
    ]
    with new_tab(browser) as window:
        window.set_content("<!doctype html><title>-</title>")
        window.add_script_tag(
            content=module("semantics") + module("paths") + "\nwindow.findPaths = findPaths;"
        )
        answers = window.evaluate(ASK, cases)
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
    assert min(seen[truth] for truth in ("any", "certain", "possible")) >= CASES / 40, seen


def plain(value: Any) -> Any:
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def test_no_path_leads_to_oneself_or_to_somebody_without_contacts(browser: Browser) -> None:
    with new_tab(browser) as window:
        window.set_content("<!doctype html><title>-</title>")
        window.add_script_tag(content=module("semantics") + module("paths"))
        links = [Link("n0", "n1", "c", 1, 1).row(), Link("n2", "n2", "d", 1, 1).row()]
        for one, other in (("n0", "n0"), ("n0", "n2"), ("n0", "nobody"), ("n2", "n0")):
            for timed in (False, True):
                asked = [links, one, other, {"timed": timed}]
                assert window.evaluate("asked => findPaths(...asked)", asked) == []


def test_a_search_that_would_never_end_says_that_it_stopped(browser: Browser) -> None:
    """Layers of ten with every link between them: ten to the power of seven shortest paths."""
    layers = [["n0"], *[[f"l{at}{x}" for x in range(10)] for at in range(7)], ["n1"]]
    pairs = [(a, b) for one, other in pairwise(layers) for a, b in product(one, other)]
    links = [Link(a, b, f"c{at:04}", 1, 12).row() for at, (a, b) in enumerate(pairs)]
    with new_tab(browser) as window:
        window.set_content("<!doctype html><title>-</title>")
        window.add_script_tag(content=module("semantics") + module("paths"))
        ask = """([links, timed]) => findPaths(links, 'n0', 'n1', { timed })
            .map(one => [one.truth, one.length, one.paths.length, one.more])"""
        assert window.evaluate(ask, [links, False]) == [["any", 8, 10, True]]
        assert window.evaluate(ask, [links, True]) == [["possible", 8, 10, True]]


# --- in the page ---


def chain() -> Knowledge:
    """Firefly, Teasdale, Vera, Trentino and the Chancellor in a row of calls, some of uncertain days."""

    def call(name: str, one: Any, other: Any, date: str | None, **fields: Any) -> Claim:
        people = (part(one, "initiator"), part(other, "addressee"))
        happened = when(date) if date else None
        return claim(
            name, **{"participants": people, "outcome": "held", "mode": "call", "when": happened} | fields
        )

    case = page_case()
    claims = [
        call("a", FIREFLY, TEASDALE, "2029-01-05"),
        call("a-late", FIREFLY, TEASDALE, "2029-05-05"),
        call("b", TEASDALE, VERA, "2029-02"),
        call("c", VERA, TRENTINO, "2029-02-10"),
        call("d", TRENTINO, CHANCELLOR, "2029-03-01"),
        call("d-early", TRENTINO, CHANCELLOR, "2029-01-01"),
        call("e", FIREFLY, CHANCELLOR, "2029-04-01", outcome="refused"),
        call("f", FIREFLY, VERA, "2029-06-01"),
    ]
    return replace(case, claims={one.key: one for one in claims})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paths") / "graph.html"
    path.write_text(page(chain(), build_hash="0123abcd", title="A chain"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


def names(opened: Opened) -> list[str]:
    return opened.page.locator("#panel .path > button").all_inner_texts()


def lit(opened: Opened) -> list[str]:
    """The contacts whose lines are not dimmed."""
    found: list[str] = opened.page.evaluate(
        """() => {
             const opacity = id => backchannel.network.body.edges[id].options.color.opacity;
             return backchannel.lines().filter(id => opacity(id) > 0.3).map(backchannel.contactOf).sort();
           }"""
    )
    return found


ALL_CALLS = ("a", "a-late", "b", "c", "d", "d-early", "e", "f")
TWO = "start=person/firefly&goal=person/trentino"


def test_a_path_is_chosen_by_keyboard_from_the_panel(opened: Opened) -> None:
    opened.go("sel=person/firefly")
    opened.page.get_by_role("button", name="Path to …").press("Enter")
    assert opened.page.locator("#panel-title").inner_text() == "Path from Rufus Firefly"
    assert opened.page.evaluate("document.activeElement.id") == "goal"
    opened.page.keyboard.type("светлячк")
    assert opened.page.locator("#goals").inner_text() == "nothing found"
    opened.page.locator("#goal").fill("")
    opened.page.keyboard.type("trentina")
    assert "Ambassador Trentino" in opened.page.locator("#goals").inner_text()
    opened.page.keyboard.press("Enter")
    assert names(opened) == ["Rufus Firefly – Vera Marcal – Ambassador Trentino"]
    assert opened.page.evaluate("document.activeElement.id") == "panel-title"
    said = "Paths from Rufus Firefly to Ambassador Trentino: 1. Drawn: Rufus Firefly – Vera Marcal"
    assert said in opened.page.locator("#said").inner_text()
    assert "start=person%2Ffirefly&goal=person%2Ftrentino" in opened.page.url
    assert lit(opened) == ["contact/c", "contact/f"]


def test_in_time_certain_and_only_possible_paths_are_told_apart(opened: Opened) -> None:
    opened.go(TWO)
    opened.page.get_by_label("one after the other in time").check()
    assert "order=time" in opened.page.url
    assert names(opened) == ["Rufus Firefly → Gloria Teasdale → Vera Marcal → Ambassador Trentino"]
    panel = opened.page.locator("#panel")
    assert "Only possibly one after the other (1)" in panel.inner_text()
    assert "Certainly" not in panel.inner_text()
    assert lit(opened) == ["contact/a", "contact/b", "contact/c"]
    opened.go("start=person/trentino&goal=person/firefly&order=time")
    assert "Certainly one after the other (1)" in panel.inner_text()
    assert names(opened) == ["Ambassador Trentino → Vera Marcal → Rufus Firefly"]
    opened.go("start=person/chancellor&goal=person/firefly&order=time")
    assert "Certainly one after the other (1)" in panel.inner_text()
    assert "2029-01-01 · held · call · statements: 1" in panel.inner_text()
    assert "2029-03-01" not in panel.inner_text()
    opened.go("start=person/vera&goal=person/teasdale&order=time&from=2029-03-01")
    assert "No path leads there by held contacts shown that can follow" in panel.inner_text()


def test_range_and_switch_say_which_contacts_carry_a_path(opened: Opened) -> None:
    panel = opened.page.locator("#panel")
    opened.go("start=person/teasdale&goal=person/vera&from=2029-02-05&to=2029-02-28")
    assert names(opened) == ["Gloria Teasdale – Vera Marcal"]
    assert "possibly" in panel.locator(".hops").inner_text()
    opened.go("start=person/teasdale&goal=person/vera&from=2029-02-05&to=2029-02-28&possible=no")
    assert "No path leads there by the held contacts shown." in panel.inner_text()
    assert "all certainly in the range" in panel.inner_text()
    opened.go("start=person/firefly&goal=person/chancellor")
    assert "refused" not in panel.locator(".paths").inner_text()
    assert names(opened) == ["Rufus Firefly – Vera Marcal – Ambassador Trentino – Der Kanzler"]


def test_a_step_leads_to_its_claims_and_back(opened: Opened) -> None:
    opened.go(f"{TWO}&order=time")
    panel = opened.page.locator("#panel")
    steps = panel.locator(".hops > li")
    boxes = [box for box in (steps.nth(at).bounding_box() for at in range(steps.count())) if box]
    assert len(boxes) > 1
    assert all(box["y"] >= above["y"] + above["height"] for above, box in pairwise(boxes)), (
        "one below the other"
    )
    assert [text.split("\n")[0] for text in steps.all_inner_texts()] == [
        "Rufus Firefly → Gloria Teasdale",
        "Gloria Teasdale → Vera Marcal",
        "Vera Marcal → Ambassador Trentino",
    ]
    panel.get_by_role("button", name="2029-02 · held · call · statements: 1").click()
    assert "What b says." in panel.inner_text()
    assert set(lit(opened)) == {"contact/a", "contact/b", "contact/c"}
    panel.get_by_role("button", name="← Paths: Rufus Firefly – Ambassador Trentino").click()
    assert names(opened) != []
    panel.get_by_role("button", name="Close the paths").click()
    assert opened.page.evaluate("location.hash") in ("#lang=en", "#lang=en&order=time")
    assert len(lit(opened)) == 8


def test_several_paths_can_be_drawn_one_by_one(browser: Browser, tmp_path: Path) -> None:
    case = chain()
    more = claim(
        "g",
        participants=(part(TEASDALE), part(TRENTINO)),
        outcome="held",
        when=when("2029-06-10"),
        mode="call",
    )
    path = tmp_path / "graph.html"
    told = replace(case, claims={**case.claims, more.key: more})
    path.write_text(page(told, build_hash="b", title="t"), encoding="utf-8")
    with open_file(browser, path, TWO) as opened:
        assert names(opened) == [
            "Rufus Firefly – Gloria Teasdale – Ambassador Trentino",
            "Rufus Firefly – Vera Marcal – Ambassador Trentino",
        ]
        assert lit(opened) == ["contact/a", "contact/a-late", "contact/g"]
        opened.page.locator("#panel .path > button").nth(1).click()
        assert "route=2" in opened.page.url and lit(opened) == ["contact/c", "contact/f"]
        opened.go(f"{TWO}&route=99")
        assert lit(opened) == ["contact/c", "contact/f"]
        opened.go(f"{TWO}&order=time")
        assert lit(opened) == ["contact/a", "contact/a-late", "contact/g"]
        assert opened.quiet()


def test_at_another_level_the_panel_says_so_and_leads_back(opened: Opened) -> None:
    opened.go(f"{TWO}&level=state")
    panel = opened.page.locator("#panel")
    assert "Not drawn at this level: Rufus Firefly, Ambassador Trentino." in panel.inner_text()
    panel.get_by_role("button", name="Show as Persons").click()
    assert len(names(opened)) == 1
    opened.go("start=state/fr&goal=state/ma&level=state")
    assert names(opened) == ["Freedonia – Sylvania – Marshovia"]
    opened.go("start=office/fr-minister&goal=office/sy-minister&level=office")
    assert len(names(opened)) == 1


@pytest.mark.parametrize("wrong", ["start=nobody&goal=person/vera", "goal=person/vera", "start=__proto__"])
def test_nonsense_ends_in_the_address_are_as_if_nothing_stood_there(opened: Opened, wrong: str) -> None:
    opened.go(wrong)
    assert opened.page.locator("#panel").is_hidden()
    opened.go("start=person/vera&goal=person/vera&route=0&order=backwards")
    assert names(opened) == [] and lit(opened) == sorted(f"contact/{name}" for name in ALL_CALLS)
    assert opened.messages == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_wrong_with_the_paths(
    browser: Browser, file: Path, scheme: str, width: int
) -> None:
    with open_file(browser, file, scheme=scheme, width=width, height=844, bypass=True) as opened:
        for state in ("start=person/firefly", f"{TWO}&order=time", f"{TWO}&lang=de&sel=contact/c"):
            opened.go(state)
            assert violations(opened) == [], state
            assert opened.page.evaluate("document.documentElement.scrollWidth") == width
