"""The report: every sentence sourced, four forms that agree, bytes that repeat, nothing that runs."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser import open_file, surroundings, violations
from click.testing import CliRunner
from markdown_it import MarkdownIt
from playwright.sync_api import Browser
from samples import FIREFLY, TRENTINO, citation, claim, knowledge, rich, when

from backchannel.cli import group
from backchannel.exports.plots import STYLES
from backchannel.exports.report import Options, files_of, make_report, write_report
from backchannel.exports.report_html import policy, style
from backchannel.exports.report_model import SHOWN_ROWS, Column, Report, Section, Sentence, Table
from backchannel.graph.builds import Build
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import AmbiguousNameError, DateError, UnknownNameError, UnsourcedError
from backchannel.graph.model import Claim, Knowledge, Names, Span
from backchannel.graph.texts import Texts, digest

# What would run, load, mislead or break a table, if it were taken for more than text.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></svg><svg onload=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1)) ![y](http://example.org/z.png)",
    "a | b `c` *d* _e_ ~~f~~ $g$ &lt;h&gt;",
    "# heading\n\n- item\n\n```\ncode",
    '=HYPERLINK("http://example.org")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202egnol\u0007\u001b[2J\u0000",
    "$\\frac{1}{0}$",
)


class Page(HTMLParser):
    """The elements of a page, its ids, links and the rows of its tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: dict[str, int] = {}
        self._table = ""
        self._body = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "table":
            self._table = (values["class"] or "").removeprefix("table-")
            self.rows[self._table] = 0
        self._body = tag == "tbody" if tag in ("thead", "tbody") else self._body
        self.rows[self._table] = self.rows.get(self._table, 0) + (tag == "tr" and self._body)

    def values(self, name: str) -> list[str]:
        return [values[name] or "" for _, values in self.tags if name in values]


@pytest.fixture(scope="module")
def report(seed_build: Build) -> Report:
    """The report on the seed case, as it comes."""
    return make_report(seed_build.knowledge(), seed_build.hash)


@pytest.fixture(scope="module")
def folder(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("report")
    write_report(report, found)
    return found


def call(name: str, date: str = "2029-02-01", **fields: object) -> Claim:
    defaults: dict[str, object] = {"participants": (FIREFLY, TRENTINO), "outcome": "held", "when": when(date)}
    return claim(name, **defaults | fields)


def hostile(text: str) -> Knowledge:
    """A knowledge in which every text a case may hold is hostile."""
    base = rich()
    names = Names(((text, "en"),), ((text, "en"),))
    claims = {
        key: replace(
            one,
            paraphrase=text,
            hedge=text,
            note=text,
            identified=text,
            location=text,
            exceptions=(text,),
            topics=(text,),
            when=replace(one.when, wording=text, inferred=text) if one.when else None,
            citations=tuple(
                replace(each, note=text, said=replace(when("2029-02"), wording=text))
                for each in one.citations
            ),
        )
        for key, one in base.claims.items()
    }
    documents = {
        key: replace(one, title=text, url=f"javascript:{text}") for key, one in base.documents.items()
    }
    return replace(
        base,
        title=text,
        entities={key: replace(one, names=names) for key, one in base.entities.items()},
        channels={key: replace(one, names=names) for key, one in base.channels.items()},
        claims=claims,
        documents=documents,
    )


@cache
def hostile_files(text: str) -> dict[str, str]:
    return files_of(make_report(hostile(text), "b0"))


def test_a_sentence_without_a_claim_makes_the_report_fail() -> None:
    """It can't even be made."""
    with pytest.raises(
        UnsourcedError, match=r"no claim stands behind 'All is well\.'; expected at least one"
    ):
        Sentence("All is well.", ())


def test_a_claim_without_evidence_makes_the_report_fail(report: Report) -> None:
    """Neither a sentence nor a table may cite what the report has no evidence of."""
    with pytest.raises(UnsourcedError, match="claim/nowhere"):
        replace(report, summary=(*report.summary, Sentence("All is well.", ("claim/nowhere",))))
    table = Table("t", "T", (Column("claims", "Claims", "claims"),), ((("claim/nowhere",),),))
    with pytest.raises(UnsourcedError, match="claim/nowhere"):
        replace(report, sections=(Section("s", "S", "", tables=(table,)),))


def test_every_sentence_and_row_leads_to_its_evidence(report: Report, seed_knowledge: Knowledge) -> None:
    """Claims behind each sentence exist; every link of the page has its target; each number is used once."""
    assert len(report.summary) >= 10
    assert all(set(sentence.claims) <= set(seed_knowledge.claims) for sentence in report.summary)
    page = Page(files_of(report)["report.html"])
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    links = [link for link in page.values("href") if link.startswith("#c")]
    assert len(links) > 100
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {f"c{number}" for number in range(1, len(report.evidence) + 1)} <= set(ids)


def test_the_summary_says_what_the_sources_say(report: Report) -> None:
    """The last contact, the refusals, the silence of 143 to 173 days, the two days of one statement."""
    text = "\n".join(sentence.text for sentence in report.summary)
    for fact in (
        "the last was a call on 23 October 2022 (Lloyd Austin to Sergei Shoigu)",
        "by Lloyd Austin to reach Sergei Shoigu between 24 February 2022 and 22 March 2022 were refused",
        "Between Lloyd Austin and Sergei Shoigu 143 to 173 days passed",
        "no official exchange between Antony Blinken and Sergei Lavrov since 24 February 2022",
        "Red telephone: on 25 October 2022 possibly still unanswered",
        "by John Kirby: on 22 March 2022 or on 23 March 2022",
        "Spoken of, but not said to have taken place",
    ):
        assert fact in text, fact


def test_an_earlier_clock_knows_less(seed_knowledge: Knowledge) -> None:
    """As known on 1 April 2022 nothing of October stands in any of the forms."""
    options = Options(known="2022-04-01", between=("United States", "Russia"))
    files = files_of(make_report(seed_knowledge, "b0", options))
    assert "October 2022" not in files["report.html"] + files["report.md"]
    assert json.loads(files["report.json"])["scope"]["Known"].endswith("by the end of 2022-04-01")


def test_all_forms_hold_the_same_rows(report: Report, folder: Path) -> None:
    """HTML shows as many rows as it says, CSV and JSON hold all of them, with the same values and claims."""
    page = Page((folder / "report.html").read_text(encoding="utf-8"))
    checked = 0
    for table in report.tables:
        rows = json.loads((folder / f"tables/{table.name}.json").read_text(encoding="utf-8"))
        with (folder / f"tables/{table.name}.csv").open(encoding="utf-8", newline="") as lines:
            cells = list(csv.DictReader(lines))
        assert len(rows) == len(cells) == len(table.rows)
        for row, cell in zip(rows, cells, strict=True):
            for name, value in row.items():
                text = " ".join(value) if isinstance(value, list) else "" if value is None else str(value)
                assert cell[name] == text
                checked += 1
        if table is not report.appendix and table.rows:
            assert page.rows[table.name] == min(len(rows), SHOWN_ROWS)
    assert checked > 1000
    assert len(report.tables) == 13


def test_the_markdown_is_as_complete_as_the_page(report: Report, folder: Path) -> None:
    """Every sentence, table row, definition and piece of evidence; the plots as files beside it."""
    text = (folder / "report.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    rows = sum(token.type == "tr_open" for token in tokens)
    shown = [table for section in report.sections for table in section.tables if table.rows]
    assert rows == sum(len(table.shown_rows) + 1 for table in shown)
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert [name for name in headings if re.fullmatch(r"c\d+", name)] == [
        f"c{number}" for number in report.numbers.values()
    ]
    assert all(one.title in headings for one in report.definitions)
    for figure in report.figures:
        assert f"](plots/{figure.name}.svg)" in text
        assert (folder / f"plots/{figure.name}.svg").is_file()


def test_quotations_stand_where_the_documents_are_at_hand(tmp_path: Path) -> None:
    """With the text the words at the place, without it the paraphrase and the place alone."""
    text = "On Friday the ministers spoke for an hour about ducks, said the Gazette."
    (tmp_path / "any name.txt").write_text(text, encoding="utf-8")
    base = knowledge([call("a", citations=(citation("a", "gazette", Span(14, 53)),))])
    pinned = replace(base.documents["document/gazette"], sha256=digest(text.encode()), length=len(text))
    told = replace(base, documents={**base.documents, pinned.key: pinned})
    for texts, there in ((Texts(tmp_path), True), (None, False)):
        files = files_of(make_report(told, "b0", texts=texts))
        for name in ("report.html", "report.md"):
            assert ("spoke for an hour about ducks" in files[name]) is there
            assert "at 14-53" in files[name]


def test_measures_are_defined_where_they_are_used(folder: Path) -> None:
    """Each definition with its formula and reference stands in both documents."""
    page, text = ((folder / name).read_text(encoding="utf-8") for name in ("report.html", "report.md"))
    for reference in ("Freeman", "Brandes", "Marchiori", "Rochat", "Page", "Burt"):
        assert reference in page
        assert reference in text


@pytest.mark.parametrize("level", ["person", "office", "state"])
def test_every_level_has_its_report(seed_knowledge: Knowledge, level: str) -> None:
    """Persons, offices and states are compared; the state level bridges by third states alone."""
    found = make_report(seed_knowledge, "b0", Options(level=level))
    rankings = next(table for table in found.tables if table.name == "rankings")
    kinds = {str(row[0]).split("/")[0] for row in rankings.rows}
    assert level in kinds
    assert level == "person" or kinds == {level}
    assert files_of(found)


def test_days_and_states_that_are_none_are_refused(seed_knowledge: Knowledge) -> None:
    """An impossible day, an unknown state, a person where a state belongs."""
    for options, error in (
        (Options(at="2022-02-30"), DateError),
        (Options(known="yesterday"), DateError),
        (Options(since="2022-13"), DateError),
        (Options(between=("Freedonia", "Russia")), UnknownNameError),
        (Options(between=("Lloyd Austin", "Russia")), (UnknownNameError, AmbiguousNameError)),
    ):
        with pytest.raises(error):
            make_report(seed_knowledge, "b0", options)


def test_nothing_known_yet_is_said_and_is_no_error(seed_knowledge: Knowledge) -> None:
    """Before the first document, before the first contact, and in an empty case."""
    for told, options in (
        (seed_knowledge, Options(known="2000-01-01")),
        (seed_knowledge, Options(at="1999-12-31")),
        (knowledge(), Options()),
        (Knowledge("Nothing", "en"), Options(level="state")),
    ):
        found = make_report(told, "b0", options)
        files = files_of(found)
        assert "No contact is on record for this window." in files["report.html"]
        assert not found.figures or options.at


def test_a_plot_of_an_earlier_report_does_not_stay_behind(tmp_path: Path) -> None:
    """A report without any contact removes the plots of the one before it."""
    write_report(make_report(knowledge([call("a")]), "b0"), tmp_path)
    assert len(list(tmp_path.rglob("*.svg"))) == 2
    write_report(make_report(knowledge(), "b1"), tmp_path)
    assert not list(tmp_path.rglob("*.svg"))


def test_a_window_leaves_out_what_certainly_lies_outside() -> None:
    """Contacts of other months are gone; one that may lie within stays."""
    told = knowledge(
        [call("early", "2029-01-10"), call("within", "2029-02-10"), call("maybe", "2029-01/2029-02")]
    )
    found = make_report(told, "b0", Options(since="2029-02-01", until="2029-02-28", at="2029-03-05"))
    contacts = next(table for table in found.tables if table.name == "contacts")
    assert [row[0] for row in contacts.rows] == ["contact/maybe", "contact/within"]


def test_a_long_table_is_cut_in_the_documents_only() -> None:
    """The page says how many rows it shows; CSV and JSON hold them all; evidence covers what is shown."""
    told = knowledge(
        [call(f"c{number:03d}", f"20{10 + number // 28}-02-{number % 28 + 1:02d}") for number in range(90)]
    )
    files = files_of(make_report(told, "b0"))
    assert Page(files["report.html"]).rows["contacts"] == SHOWN_ROWS
    assert f"90 rows; the first {SHOWN_ROWS} are shown" in files["report.html"]
    assert len(json.loads(files["tables/contacts.json"])) == 90
    assert len(json.loads(files["tables/evidence.json"])) == 90


def test_contradictions_stand_side_by_side() -> None:
    """Both outcomes, with their claims; the contested contact carries no measure."""
    told = knowledge([call("yes"), call("no", about="contact/yes", outcome="refused")])
    found = make_report(told, "b0")
    contested = next(table for table in found.tables if table.name == "contested")
    assert [(row[0], row[3], row[6]) for row in contested.rows] == [
        ("outcome", "held", ("claim/yes",)),
        ("outcome", "refused", ("claim/no",)),
    ]
    rankings = next(table for table in found.tables if table.name == "rankings")
    names = [column.name for column in rankings.columns]
    assert {row[names.index("contacts")] for row in rankings.rows} == {0}


def elements(text: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    yield from Page(text).tags


def test_hostile_texts_stay_texts_in_the_page() -> None:
    """No element, attribute or link of the page comes from the data, whatever field it stands in."""
    clean = [tag for tag, _ in elements(hostile_files("harmless")["report.html"])]
    for text in HOSTILE:
        files = hostile_files(text)
        found = list(elements(files["report.html"]))
        assert sorted({tag for tag, _ in found}) == sorted(set(clean))
        assert not [
            tag for tag, _ in found if tag in ("script", "img", "iframe", "object", "embed", "link", "base")
        ]
        assert not [name for _, values in found for name in values if name.startswith("on")]
        links = [values["href"] or "" for _, values in found if "href" in values]
        assert links
        assert all(link.startswith("#") for link in links)
        assert not re.search("[\u202e\u0007\u001b\u0000]", files["report.html"] + files["report.md"])


def test_hostile_texts_stay_texts_in_markdown() -> None:
    """Read as CommonMark with HTML allowed, the data makes no HTML, link, image, heading or emphasis."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")

    def shape(text: str) -> list[str]:
        source = hostile_files(text)["report.md"]
        found = []
        for token in reader.parse(source):
            found += [token.type, *(child.type for child in token.children or () if child.type != "text")]
        assert not [
            href
            for href in re.findall(r"(?<!\\)\]\(([^)]*)\)", source)
            if not href.startswith(("#c", "plots/"))
        ]
        return found

    expected = shape("harmless")
    assert not {"html_block", "html_inline", "code_inline", "fence", "s_open", "em_open"} & set(expected)
    for text in HOSTILE:
        assert shape(text) == expected, text


def test_hostile_texts_are_no_formulas_in_csv_and_unchanged_in_json() -> None:
    """What a spreadsheet would compute has an apostrophe before it; JSON keeps what was typed."""
    for text in ('=HYPERLINK("http://example.org")', "@SUM(1)", "+1", "-1", "\t=1"):
        files = hostile_files(text)
        for name, content in files.items():
            if name.endswith(".csv"):
                cells = [cell for row in csv.reader(content.splitlines()) for cell in row]
                assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-", "\t"))], name
        evidence = json.loads(files["tables/evidence.json"])
        assert {row["paraphrase"] for row in evidence} == {text}


def test_hostile_texts_leave_the_plots_well_formed() -> None:
    """Labels become text in the SVG; it holds no script, no event and no reference to elsewhere."""
    drawn = 0
    for text in HOSTILE:
        for name, content in hostile_files(text).items():
            if name.endswith(".svg"):
                root = ElementTree.fromstring(content)
                drawn += 1
                for element in root.iter():
                    assert element.tag.split("}")[-1] not in (
                        "script",
                        "foreignObject",
                        "image",
                        "a",
                        "style",
                    )
                    assert not [key for key in element.attrib if key.startswith("on") or key == "style"]
                    assert element.get("href", "#").startswith("#")
    assert drawn == 2 * len(HOSTILE)


def test_the_plots_tell_outcomes_apart_without_colour() -> None:
    """Each outcome has a mark and a filling of its own."""
    assert len({one.mark for one in STYLES.values()}) == len(STYLES)
    assert len({(one.hatch, one.filled, one.line) for one in STYLES.values()}) == len(STYLES)


PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from samples import rich
from backchannel.exports.report import files_of, make_report
for name, text in sorted(files_of(make_report(rich(), "b0")).items()):
    print(hashlib.sha256(text.encode()).hexdigest(), name)
"""


def test_the_same_case_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    """In two processes, two time zones; the seed case is compared so in tests/test_determinism.py."""
    found = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4242", "Asia/Tokyo"))
    ]
    assert len(found[0].splitlines()) == 32
    assert found[0] == found[1]


def test_the_page_lets_nothing_run_or_load(folder: Path) -> None:
    """Its policy admits the one style sheet that stands in it, by hash, and nothing else."""
    text = (folder / "report.html").read_text(encoding="utf-8")
    assert f"<style>{style()}</style>" in text
    assert "<" not in style()
    assert policy(style()).replace("'", "&#39;") in text
    assert ' style="' not in text


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), surroundings(390))
def test_the_page_in_a_browser(browser: Browser, folder: Path, scheme: str, width: int) -> None:
    """No request but itself, no console message, no fault that axe-core finds, no sideways scrolling."""
    with open_file(browser, folder / "report.html", scheme=scheme, width=width, bypass=True) as opened:
        assert opened.page.title().startswith("Report: ")
        assert not violations(opened)
        assert opened.quiet(), (opened.requests, opened.messages)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.page.locator("figure svg").count() == 2


@pytest.mark.browser
def test_hostile_texts_run_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """Whatever stands in the data: no dialog, no request, no message, with the policy in force."""
    for number, text in enumerate(HOSTILE):
        path = tmp_path / f"{number}.html"
        path.write_bytes(hostile_files(text)["report.html"].encode())
        with open_file(browser, path) as opened:
            assert opened.quiet(), (text, opened.requests, opened.messages, opened.dialogs)
    assert len(list(tmp_path.iterdir())) == len(HOSTILE)


@pytest.mark.browser
def test_the_page_prints(browser: Browser, folder: Path, tmp_path: Path) -> None:
    """It becomes a PDF of a sensible number of pages."""
    with open_file(browser, folder / "report.html") as opened:
        printed = opened.page.pdf(path=tmp_path / "report.pdf", format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 8 <= pages <= 40


def test_the_command_writes_the_report_beside_the_build(seed_out: Path) -> None:
    """The path goes to standard output, the rest to standard error; the page bears the build's hash."""
    result = CliRunner().invoke(group, ["report", "--graph", str(seed_out)])
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == str(seed_out / "report" / "report.html")
    assert "plots" in result.stderr
    assert (seed_out / "current").resolve().name in (seed_out / "report/report.html").read_text(
        encoding="utf-8"
    )


def test_the_command_takes_its_options(seed_out: Path, tmp_path: Path) -> None:
    """Another folder, day, clock, window, level and two states."""
    arguments = ["--at", "2022-03-31", "--known", "2022-04-01", "--since", "2022-02", "--level", "state"]
    names = ["--between", "United States", "Россия"]
    result = CliRunner().invoke(
        group, ["report", "--graph", str(seed_out), "-o", str(tmp_path), *arguments, *names]
    )
    assert result.exit_code == 0, result.output
    scope = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["scope"]
    assert scope["Day of the report"] == "31 March 2022 (2022-03-31)"
    assert scope["Window"] == "from 2022-02 to the end of 2022-03-31"
    assert scope["Two capitals"] == "United States and Russia"


def test_a_correction_known_later_leaves_the_earlier_report_as_it_was() -> None:
    """Looking from before the correction, the refusal stands; from after it, the held contact."""
    wrong = call("wrong", outcome="refused", withdrawn=known_stamp("2029-04-01"))
    right = call("right", about="contact/wrong", supersedes="claim/wrong", known=known_stamp("2029-04-01"))
    told = knowledge([wrong, right])
    for known, outcome in (("2029-03-31", "refused"), (None, "held")):
        contacts = next(
            t for t in make_report(told, "b0", Options(known=known)).tables if t.name == "contacts"
        )
        names = [column.name for column in contacts.columns]
        assert [row[names.index("outcome")] for row in contacts.rows] == [outcome]
