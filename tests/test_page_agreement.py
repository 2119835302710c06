"""Canvas, table, CSV and the SPARQL answer are one set, in whatever state the page is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
import rdflib
from browser import Opened, open_file
from click.testing import CliRunner
from conftest import LARGE
from page_case import page_case
from page_states import Facets, quarrelsome_case, random_state
from playwright.sync_api import Browser
from saving import saved, text_of

from backchannel.cli import group
from backchannel.exports.html import page
from backchannel.graph import quads, semantics, store
from backchannel.graph.builds import Build
from backchannel.graph.model import Knowledge
from backchannel.graph.sparql_guard import check
from backchannel.ontology.prefixes import ID_NS

pytestmark = pytest.mark.browser

STATES = 100 if LARGE else 13  # of each of two cases
SOURCES = Path(__file__).parent.parent / "exports" / "page" / "src"

Ask = Callable[[str], list[str]]


@dataclass(frozen=True)
class Shown:
    """A case on the page and in a store, with the values its facets have."""

    opened: Opened
    facets: Facets
    oxigraph: Ask
    quads: Path

    def rdflib(self, query: str) -> list[str]:
        graph = rdflib.Graph()
        graph.parse(self.quads, format="nt")
        return sorted(str(row.contact).removeprefix(ID_NS) for row in graph.query(query))  # type: ignore[union-attr]


def shown(browser: Browser, case: Knowledge, folder: Path) -> Iterator[Shown]:
    path = folder / "graph.html"
    path.write_text(page(case, build_hash="0123abcd", title=case.title), encoding="utf-8", newline="")
    lines = folder / "quads.nq"
    lines.write_text("".join(quads.canonical(quads.statements(case))), encoding="utf-8", newline="\n")
    store.load(folder / "store", lines)
    opened_store = store.open_read_only(folder / "store")

    def oxigraph(query: str) -> list[str]:
        return sorted(str(row["contact"]).removeprefix(ID_NS) for row in store.select(opened_store, query))

    with open_file(browser, path) as opened:
        yield Shown(opened, Facets.of(case), oxigraph, lines)


@pytest.fixture(scope="module")
def seed(
    browser: Browser, seed_knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    yield from shown(browser, seed_knowledge, tmp_path_factory.mktemp("seed-page"))


@pytest.fixture(scope="module")
def quarrel(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    yield from shown(browser, quarrelsome_case(7), tmp_path_factory.mktemp("quarrel"))


@pytest.fixture(scope="module")
def small(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    yield from shown(browser, page_case(), tmp_path_factory.mktemp("small"))


def agree(one: Shown, state: str) -> tuple[str, list[str]]:
    """Hold the four ways to the same contacts against one another; the query and the contacts."""
    one.opened.go(state)
    rows = list(csv.DictReader(io.StringIO(text_of(one.opened, "csv"), newline="")))
    query = text_of(one.opened, "rq")
    check(query)
    contacts = one.opened.shown()
    assert one.opened.rows() == contacts, state
    assert sorted(row["contact"] for row in rows) == contacts, state
    assert sorted(row["contact"] for row in rows if row["drawn"] == "true") == one.opened.drawn(), state
    assert one.oxigraph(query) == contacts, (state, query)
    return query, contacts


@pytest.mark.parametrize("name", ["seed", "quarrel"])
def test_four_ways_to_the_same_contacts(name: str, request: pytest.FixtureRequest) -> None:
    one: Shown = request.getfixturevalue(name)
    rng = Random(f"agreement of {name}")
    sizes = [len(agree(one, random_state(rng, one.facets))[1]) for _ in range(STATES)]
    assert len(sizes) == STATES and one.opened.messages == []
    # Most states must leave something and leave something out, or the comparison says little.
    assert len(set(sizes)) >= 4
    assert sum(size > 0 for size in sizes) >= STATES // 2


def test_every_value_of_every_facet_alone(quarrel: Shown) -> None:
    chosen = [(facet, value) for facet, values in sorted(quarrel.facets.values.items()) for value in values]
    chosen = chosen if LARGE else chosen[::3]
    left = [len(agree(quarrel, f"{facet}={value}&known=2029-04-15")[1]) for facet, value in chosen]
    assert len(left) >= (45 if LARGE else 15) and sum(size > 0 for size in left) > len(left) // 2


def test_both_engines_answer_alike(small: Shown) -> None:
    rng = Random("two engines")
    states = [random_state(rng, small.facets) for _ in range(12 if LARGE else 4)]
    states += [
        "outcome=held&status=contested&from=2029-02-01&to=2029-05-31",
        "mode=call&mode=&public=&source=",
    ]
    for state in states:
        query, contacts = agree(small, state)
        assert small.rdflib(query) == contacts, query
    assert len(states) >= 6


def test_the_page_compares_in_sparql_as_the_library_does() -> None:
    """The page's words for certain, possible and known are those of graph/semantics.py, letter by letter."""
    text = (SOURCES / "semantics.js").read_text(encoding="utf-8")
    found = dict(re.findall(r'^  (\w+): "([^"]+)",$', text, re.MULTILINE))
    names = {"possiblyWithin": "possibly_within", "certainlyWithin": "certainly_within", "live": "live"}
    assert found == {page: semantics.SPARQL[name] for page, name in names.items()}


# What an address, or a case from a stranger, may hold in place of a value.
HOSTILE = (
    'en") } DROP ALL #',
    "\\u0022) } #",
    "a\\",
    "it's\nnew",
    "> } <",
    "\u202e\u0000x",
    "\U0001f4a3'!()*~",
    "toString",
)


def test_hostile_values_stay_values(small: Shown) -> None:
    """No value from an address ends its string, whatever the facet; nothing but what was shown is found."""
    facets = sorted(small.facets.values)
    for text in HOSTILE:
        state = "&".join(f"{facet}={quote(text)}" for facet in facets)
        assert agree(small, state)[1] == [], text
        assert small.opened.messages == []


def test_a_hostile_case_is_asked_for_as_well(browser: Browser, tmp_path: Path) -> None:
    """Languages, the title and the build come from elsewhere; a title can't end its comment."""
    case = page_case()
    documents = {
        key: replace(one, language=HOSTILE[at], title=HOSTILE[1])
        for at, (key, one) in enumerate(case.documents.items())
    }
    named = replace(case, documents=documents, title="x\\u000A} DROP ALL #\u2028\n} #")
    for one in shown(browser, named, tmp_path):
        sizes = []
        for text in ("", *HOSTILE[:2]):
            query, contacts = agree(one, f"language={quote(text)}")
            assert one.rdflib(query) == contacts
            sizes.append(len(contacts))
        assert sizes[0] == 0 < sum(sizes) and len(sizes) == 3
        head = query.partition("PREFIX")[0].splitlines()
        assert all(line.startswith("# ") and "\\" not in line for line in head)


def test_the_query_runs_as_a_command(seed_out: Path, seed_build: Build, seed: Shown, tmp_path: Path) -> None:
    """As an analyst asks it: in a file; the graph made for the day gives the same as the whole one."""
    seed.opened.go("known=2022-04-01&outcome=refused&outcome=held&from=2022-02-24")
    name, query = saved(seed.opened, "rq")
    (tmp_path / name).write_bytes(query)
    assert query.decode().splitlines()[0].endswith(f"backchannel query --file {name}")
    answers = []
    for clock in ([], ["--known", "2022-04-01"]):
        command = [
            "query",
            "--file",
            str(tmp_path / name),
            "--format",
            "csv",
            "--graph",
            str(seed_out),
            *clock,
        ]
        result = CliRunner().invoke(group, command)
        assert result.exit_code == 0, result.output
        answers.append(
            [row["contact"].removeprefix(ID_NS) for row in csv.DictReader(io.StringIO(result.output))]
        )
    assert answers[0] == answers[1] == seed.opened.shown() != []
