"""The briefing: every sentence sourced, the same in both languages, few pages, bytes that repeat."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import networkx as nx
import pytest
from browser import open_file, violations
from click.testing import CliRunner
from lxml import etree
from playwright.sync_api import Browser
from samples import claim, knowledge, when
from test_report import FIREFLY, HOSTILE, TRENTINO, Page, hostile

from backchannel.cli import group
from backchannel.exports import report_summary
from backchannel.exports.briefing import (
    Chances,
    briefing_files,
    make_briefing,
    making,
    write_briefing,
    write_networks,
)
from backchannel.exports.language import LANGUAGES
from backchannel.exports.pdf import pdf_of
from backchannel.exports.report_model import Report, Sentence
from backchannel.exports.report_scope import Options, Scope
from backchannel.graph.errors import UnsourcedError
from backchannel.graph.model import Knowledge

FEW = Chances(worlds=60, seed=3)
MARCH = {"at": "2022-03-24", "known": "2022-04-01"}


@pytest.fixture(scope="module")
def briefings(seed_knowledge: Knowledge) -> dict[str, Report]:
    """The seed case's briefing in each language."""
    return {
        code: make_briefing(seed_knowledge, "b0", Options(language=code), chances=FEW) for code in LANGUAGES
    }


def test_a_sentence_without_a_claim_makes_the_briefing_fail(
    seed_knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One unsourced sentence anywhere in the summary, and there is no briefing."""

    def unsourced(scope: Scope) -> Iterator[Sentence]:
        yield Sentence("All lines were open.", ())

    monkeypatch.setattr(report_summary, "unanswered", unsourced)
    monkeypatch.setattr("backchannel.exports.briefing.sentences.PARTS", ((unsourced, 1),))
    with pytest.raises(UnsourcedError, match="All lines were open"):
        make_briefing(seed_knowledge, "b0", chances=FEW)


def test_a_claim_without_evidence_makes_the_briefing_fail(
    seed_knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is cited must be shown."""
    monkeypatch.setattr(making, "proofs", lambda *args: {})
    with pytest.raises(UnsourcedError, match="of which it has no evidence"):
        make_briefing(seed_knowledge, "b0", chances=FEW)


def test_both_languages_say_the_same_of_the_same_claims(briefings: dict[str, Report]) -> None:
    """Languages differ in words: not in sentences, rows, figures or what these rest on."""
    english, german = (briefings[code] for code in ("en", "de"))
    assert [one.claims for one in english.summary] == [one.claims for one in german.summary]
    assert len(english.summary) >= 9
    assert all(one.text != other.text for one, other in zip(english.summary, german.summary, strict=True))
    for one, other in zip(english.tables, german.tables, strict=True):
        assert (one.name, len(one.rows), one.claims) == (other.name, len(other.rows), other.claims)
        assert [column.name for column in one.columns] == [column.name for column in other.columns]
    assert len(english.tables) == 7
    assert list(english.evidence) == list(german.evidence)


def test_no_word_of_the_one_language_stands_in_the_other(briefings: dict[str, Report]) -> None:
    """Headings, columns and our own words are German in the German one."""
    report = briefings["de"]
    words = [section.title for section in report.sections]
    words += [column.title for table in report.tables for column in table.columns if table.name != "crossing"]
    words += [text for pair in report.method for text in pair]
    words += [section.intro for section in report.sections]
    english = re.compile(r"\b(the|of|and|which|with|state|when|claims|held|line)\b")
    assert len(words) > 40
    assert not [text for text in words if english.search(text)]


def test_the_routes_of_march_are_told_with_what_remains(seed_knowledge: Knowledge) -> None:
    """As could be known on 1 April: advisers, the ambassador, possibly the hotline; the ministers refused."""
    report = make_briefing(seed_knowledge, "b0", Options(**MARCH), chances=FEW)
    first, second = (one.text for one in report.summary[:2])
    assert first.startswith("On 24 March 2022 3 routes stood open, 2 for sure")
    for name in ("Jake Sullivan", "Nikolai Patrushev", "John Sullivan", "Stuttgart deconfliction hotline"):
        assert name in first
    assert "2 of 3 routes would remain" in second
    routes = next(table for table in report.tables if table.name == "routes")
    states = {str(row[0]): str(row[2]) for row in routes.rows}
    refused = [name for name, state in states.items() if state.startswith("refused")]
    assert sorted(refused) == ["Sergei Shoigu – Lloyd Austin", "Valery Gerasimov – Mark Milley"]
    assert "October 2022" not in str(report.summary) + str([table.rows for table in report.tables])


def test_ranks_come_with_their_interval_and_share(briefings: dict[str, Report]) -> None:
    """No bare number: who is first is first in a share of worlds, between ranks."""
    sentence = next(one.text for one in briefings["en"].summary if "possible worlds" in one.text)
    assert re.search(r"Sergei Shoigu: first in \d+ % of possible worlds \(rank 1 to \d+\)", sentence)
    ranks = next(table for table in briefings["en"].tables if table.name == "ranks")
    harmonic = [column.name for column in ranks.columns].index("harmonic")
    assert all(re.fullmatch(r"\d+( \(\d+–\d+\))?", str(row[harmonic])) for row in ranks.rows)
    assert len(ranks.rows) == 6


def test_every_number_in_the_text_leads_to_its_evidence(briefings: dict[str, Report]) -> None:
    """In each language the page and the Markdown hold the evidence of all that they cite."""
    for report in briefings.values():
        files = briefing_files(report)
        page, text = str(files["briefing.html"]), str(files["briefing.md"])
        cited = {int(number) for number in re.findall(r'href="#c(\d+)"', page)}
        assert cited == set(range(1, len(report.evidence) + 1))
        assert {int(number) for number in re.findall(r'id="c(\d+)"', page)} == cited
        assert {int(number) for number in re.findall(r"\]\(#c(\d+)\)", text)} == cited
        assert all(f'<a id="c{number}">' in text for number in cited)


def test_the_seed_case_fits_on_three_pages(
    briefings: dict[str, Report], browser: Browser, tmp_path: Path
) -> None:
    """Printed by a real browser, in each language."""
    for code, report in briefings.items():
        page = tmp_path / f"{code}.html"
        page.write_text(str(briefing_files(report)["briefing.html"]), encoding="utf-8")
        printed = pdf_of(page)
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 3


def test_the_page_is_accessible_and_asks_for_nothing(
    briefings: dict[str, Report], browser: Browser, tmp_path: Path
) -> None:
    """axe finds nothing, light, dark and on a phone; nothing is fetched, nothing said on the console."""
    page = tmp_path / "briefing.html"
    page.write_text(str(briefing_files(briefings["de"])["briefing.html"]), encoding="utf-8")
    looked = 0
    for width, scheme in ((1280, "light"), (1280, "dark"), (320, "light")):
        with open_file(browser, page, width=width, scheme=scheme, bypass=True) as opened:
            assert violations(opened) == []
            assert opened.quiet()
            wide = opened.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width
            looked += 1
    assert looked == 3


@cache
def hostile_briefing(text: str) -> dict[str, str | bytes]:
    return briefing_files(make_briefing(hostile(text), "b0", Options(language="de"), chances=FEW))


def test_hostile_texts_stay_texts() -> None:
    """No element, attribute or link comes from the data; plots are XML; CSV starts no formula."""
    clean = {tag for tag, _ in Page(str(hostile_briefing("harmless")["briefing.html"])).tags}
    for text in HOSTILE:
        files = hostile_briefing(text)
        tags = list(Page(str(files["briefing.html"])).tags)
        assert {tag for tag, _ in tags} <= clean
        assert not [name for _, values in tags for name in values if name.startswith("on")]
        assert all((values["href"] or "").startswith("#") for _, values in tags if "href" in values)
        plots = [str(content) for name, content in files.items() if name.startswith("plots/")]
        assert plots
        for plot in plots:
            assert etree.fromstring(plot.encode()).tag.endswith("svg")
        tables = [str(content) for name, content in files.items() if name.endswith(".csv")]
        cells = [cell for table in tables for row in list(csv.reader(table.splitlines()))[1:] for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@")]
    assert len(HOSTILE) >= 5


def test_an_empty_case_has_a_briefing_that_says_so() -> None:
    """Nothing on record is no error, and nothing is invented."""
    for code in LANGUAGES:
        report = make_briefing(Knowledge("Freedonia", "en"), "b0", Options(language=code), chances=FEW)
        assert report.summary == ()
        assert all(not table.rows for table in report.tables)
        assert "Freedonia" in str(briefing_files(report)["briefing.html"])


PROGRAM = """
import hashlib, sys
from backchannel.exports.briefing import Chances, briefing_files, make_briefing
from backchannel.graph.case import read, seed_folder
made = make_briefing(read(seed_folder()).knowledge, "b0", chances=Chances(60, 3))
for name, content in sorted(briefing_files(made).items()):
    data = content.encode() if isinstance(content, str) else content
    print(hashlib.sha256(data).hexdigest(), name)
"""


def test_the_same_case_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    """Two processes with different hash seeds and time zones write the same files."""
    found = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4242", "Asia/Tokyo"))
    ]
    assert len(found[0].splitlines()) == 3 + 2 + 2 * 7 + 1
    assert found[0] == found[1]


def test_the_command_writes_every_table_and_network(seed_out: Path, tmp_path: Path) -> None:
    """Pages, tables in each form asked for, plots, and the networks of all levels for other programs."""
    folder = tmp_path / "briefing"
    asked = ["--graph", str(seed_out), "-o", str(folder), "--worlds", "50", "--tables", "csv,json,parquet"]
    done = CliRunner().invoke(group, ["briefing", *asked, "--language", "de"])
    assert done.exit_code == 0, done.output
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    forms = {path.suffix for path in (folder / "tables").iterdir() if path.stem != "datapackage"}
    assert forms == {".csv", ".json", ".parquet"}
    levels = ("person", "office", "state")
    assert {f"networks/{level}.{form}" for level in levels for form in ("graphml", "gexf")} <= names
    for level in levels:
        graph = nx.read_graphml(folder / "networks" / f"{level}.graphml")
        assert graph.number_of_edges() > 0
    described = json.loads((folder / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    assert len(described["resources"]) == 3 * 7


def test_nothing_of_an_earlier_briefing_lies_beside_the_new(
    seed_knowledge: Knowledge, tmp_path: Path
) -> None:
    """An old PDF, plots no longer drawn, tables in other forms and of other sections go; the user's stay."""
    first = make_briefing(seed_knowledge, "b0", chances=FEW)
    write_briefing(replace(first, forms=("csv", "parquet")), tmp_path)
    for name in ("briefing.pdf", "notes.txt", "tables/mine.csv"):
        (tmp_path / name).write_text("earlier", encoding="utf-8")
    write_briefing(make_briefing(Knowledge("Freedonia", "en"), "b1", chances=FEW), tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"notes.txt", "tables/mine.csv"} <= left
    assert "tables/crossing.csv" not in left
    assert not [name for name in left if name.endswith((".pdf", ".parquet", ".svg"))]


def test_the_networks_are_those_of_the_day(tmp_path: Path) -> None:
    """Without a day asked for, it is the last of a cited document: what certainly came later is in none."""
    told = claim("told", outcome="held", when=when("2029-02-01"), participants=(FIREFLY, TRENTINO))
    later = claim("later", outcome="held", when=when("2099-01-01"), participants=(FIREFLY, TRENTINO))
    case = knowledge([told, later])
    write_networks(case, "b0", Options(), tmp_path)
    graph = nx.read_graphml(tmp_path / "person.graphml")
    assert [data["contact"] for *_, data in graph.edges(data=True)] == ["contact/told"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "fr"], "'fr' is not one of"),
        (["--worlds", "0"], "0 is not in the range"),
        (["--at", "2022-02-30"], "2022-02-30"),
        (["--between", "United States", "Sullivan"], "Sullivan"),
        (["--tables", "xls"], "found 'xls'"),
    ],
)
def test_wrong_options_are_refused_with_words(seed_out: Path, options: list[str], said: str) -> None:
    """Nothing is written, and the message says what was found."""
    done = CliRunner().invoke(group, ["briefing", "--graph", str(seed_out), *options])
    assert done.exit_code != 0
    assert said in done.output + str(done.exception or "")


def test_without_a_browser_the_pdf_is_refused_before_the_work(
    seed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that says what to install; no file is left."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("chromium") is None
    out = tmp_path / "out"
    done = CliRunner().invoke(group, ["briefing", "--graph", str(seed_out), "-o", str(out), "--pdf"])
    assert done.exit_code != 0
    assert not out.exists()
