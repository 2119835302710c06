"""What leaves the page: pictures, tables, statements, graphs, citations; each read by another's reader."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from browser import Opened, new_tab, open_file, surroundings, violations
from page_case import FUTURE, contact_keys, everywhere, page_case
from PIL import Image
from playwright.sync_api import Browser
from rdflib import Graph
from saving import saved, text_of

from backchannel.exports.html import page
from backchannel.graph.builds import Build
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import consensus
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, network
from backchannel.graph.quads import statements
from backchannel.ontology import terms

pytestmark = pytest.mark.browser

SOURCES = Path(__file__).parent.parent / "exports" / "page" / "src"
SVG = "{http://www.w3.org/2000/svg}"
WAYS = ("png", "svg", "csv", "rq", "ttl", "graphml")


def written(knowledge: Knowledge, path: Path, build: str = "0123abcd", title: str = "A case") -> Path:
    text = page(knowledge, build_hash=build, title=title)
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return page_case()


@pytest.fixture(scope="module")
def file(case: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(case, tmp_path_factory.mktemp("export") / "graph.html", title="Freedonia and Sylvania")


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


# --- the menu ---


def test_every_export_is_saved_from_a_file_without_a_request_or_a_message(
    browser: Browser, file: Path
) -> None:
    with open_file(browser, file, plain=True) as opened:
        names = [saved(opened, way)[0] for way in WAYS]
        assert names == [
            "backchannel-0123abcd-person.png",
            "backchannel-0123abcd-person.svg",
            "backchannel-0123abcd-contacts.csv",
            "backchannel-0123abcd-contacts.rq",
            "backchannel-0123abcd-claims.ttl",
            "backchannel-0123abcd-person.graphml",
        ]
        assert [url for url in opened.requests if not url.startswith("blob:")] == [file.as_uri()]
        assert opened.messages == [] and opened.dialogs == []
        assert opened.page.locator("#said").inner_text() == f"Saved: {names[-1]}"
        assert opened.page.locator("a[download]").count() == 0


@pytest.mark.parametrize("state", ["", "level=state&lang=de&from=2029-02-10&sel=contact/call-2&theme=dark"])
def test_the_same_state_gives_the_same_bytes(browser: Browser, file: Path, state: str) -> None:
    rounds = []
    for _ in range(2):
        with open_file(browser, file, state) as opened:
            found = [saved(opened, way) for way in WAYS]
            opened.page.locator("#export").press("Escape")
            opened.page.mouse.move(600, 300)
            opened.page.locator("#zoom button").first.click()
            assert [saved(opened, way) for way in WAYS] == found
        rounds.append(found)
    assert rounds[0] == rounds[1]


def test_the_menu_works_by_keyboard(opened: Opened) -> None:
    press = opened.page.locator("#export")
    press.focus()
    opened.page.keyboard.press("Enter")
    assert press.get_attribute("aria-expanded") == "true"
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.dataset.export") == "png"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#exports").is_hidden()
    assert opened.page.evaluate("document.activeElement.id") == "export"
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Tab")
    with opened.page.expect_download() as waiting:
        opened.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".svg")
    opened.page.locator("#status").click()
    assert opened.page.locator("#exports").is_hidden()


@pytest.mark.parametrize(("scheme", "width"), surroundings(320))
def test_axe_finds_nothing_wrong_with_the_menu(browser: Browser, file: Path, scheme: str, width: int) -> None:
    with open_file(
        browser, file, "sel=contact/call-2", scheme=scheme, width=width, height=844, bypass=True
    ) as opened:
        opened.page.evaluate("document.querySelector('#export').click()")
        assert violations(opened) == []
        box = opened.page.locator("#exports").bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width


# --- pictures ---


def test_the_png_is_the_picture_at_twice_its_size(opened: Opened) -> None:
    image = Image.open(io.BytesIO(saved(opened, "png")[1]))
    box = opened.page.locator("#graph").bounding_box()
    assert box is not None and image.format == "PNG"
    assert image.width == 2 * round(box["width"]) and image.height > 2 * round(box["height"])
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or []}
    paint = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    for name in ("--paper", "--held", "--attempted", "--cancelled", "--hue-0", "--hue-1"):
        value = opened.page.evaluate(paint, name).lstrip("#")
        assert tuple(int(value[at : at + 2], 16) for at in (0, 2, 4)) in colours, name


def drawing(opened: Opened) -> ElementTree.Element:
    return ElementTree.fromstring(saved(opened, "svg")[1])


def texts(root: ElementTree.Element) -> list[str]:
    return [re.sub("[\u2068\u2069]", "", one.text or "") for one in root.iter(f"{SVG}text")]


def lines_of(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The lines of contacts, without the marks at their ends."""
    return [path for path in root.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]


DASHES = """() => backchannel.lines().map(id => {
    const { dashes, arrows } = backchannel.network.body.edges[id].options;
    const contact = backchannel.contactOf(id);
    return [contact, dashes || [], Object.values(arrows).some(one => one.enabled)];
})"""


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_the_svg_draws_the_lines_of_the_canvas_with_the_same_dashes_and_ends(
    opened: Opened, level: str
) -> None:
    opened.go(f"level={level}")
    root = drawing(opened)
    scale = opened.page.evaluate("backchannel.network.getScale()")
    canvas = opened.page.evaluate(DASHES)
    wanted = sorted((contact, [round(dash * scale, 2) for dash in dashes]) for contact, dashes, _ in canvas)
    found = [
        (
            path.get("data-contact"),
            [float(dash) for dash in (path.get("stroke-dasharray") or "").split()],
        )
        for path in lines_of(root)
    ]
    assert [contact for contact, _ in sorted(found)] == [contact for contact, _ in wanted]
    for (_, dashes), (_, expected) in zip(sorted(found), wanted, strict=True):
        assert dashes == pytest.approx(expected, abs=0.02)
    marked = sorted(
        path.get("data-contact") or ""
        for path in root.iter(f"{SVG}path")
        if path.get("data-contact") and path.find(f"{SVG}title") is None
    )
    assert marked == sorted(contact for contact, _, ends in canvas if ends)


def middle(path: ElementTree.Element) -> tuple[float, float]:
    numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path.get("d") or "")]
    x, y = numbers[0::2], numbers[1::2]
    return (x[0] + 2 * x[1] + x[2]) / 4, (y[0] + 2 * y[1] + y[2]) / 4


ON_THE_CURVE = """() => Object.fromEntries(backchannel.lines().map(id => {
    const { network } = backchannel;
    const point = part => network.canvasToDOM(network.body.edges[id].edgeType.getPoint(part));
    return [backchannel.contactOf(id), Array.from({ length: 401 }, (_, at) => point(at / 400))
        .map(({ x, y }) => [x, y])];
}))"""


def test_the_lines_of_the_svg_lie_where_those_of_the_canvas_lie(opened: Opened) -> None:
    root = drawing(opened)
    curves = opened.page.evaluate(ON_THE_CURVE)
    top = float(root.get("height") or 0) - opened.page.evaluate(
        "document.querySelector('#graph').clientHeight"
    )
    compared = 0
    for path in lines_of(root):
        contact = path.get("data-contact") or ""
        if contact == "contact/three":  # three lines of one contact
            continue
        x, y = middle(path)
        nearest = [min(math.dist((x, y - head), point) for point in curves[contact]) for head in heads(top)]
        compared += 1
        assert min(nearest) < 1.5, contact
    assert compared == 12


def heads(top: float) -> Iterable[float]:
    """Where the drawing may begin: it stands below its heading and above the legend."""
    return [at / 2 for at in range(int(top) * 2)]


def test_the_svg_holds_names_and_scope_as_text_and_nothing_that_acts(
    browser: Browser, opened: Opened, tmp_path: Path
) -> None:
    opened.go("from=2029-02-10&to=2029-03-31&known=2029-06-30&outcome=refused&outcome=attempted")
    name, data = saved(opened, "svg")
    root = ElementTree.fromstring(data)
    words = texts(root)
    assert {"Rufus Firefly", "Ambassador Trentino", "FREEDONIA", "refused", "attempted"} <= set(words)
    # Its legend has what that of the page has: nodes, and what a sign on a line means.
    legend = opened.page.locator("#legend li > :last-child").all_inner_texts()
    assert {"person", "refused"} <= set(legend) <= set(words)
    told = " ".join(words)
    for part in (
        "Freedonia and Sylvania",
        "Drawn as: Persons",
        "Happened: 2029-02-10 to 2029-03-31",
        "also only possibly in the range",
        "Known by: 2029-06-30",
        "What came of it: attempted, refused",
        "4 of 13 contacts, 3 lines",
        "Build 0123abcd",
        "only possibly in the range",
    ):
        assert part in told, part
    assert "held" not in words
    tags = {one.tag for one in root.iter()}
    assert tags == {f"{SVG}{name}" for name in ("svg", "title", "rect", "path", "text")}
    attributes = {key for one in root.iter() for key in one.attrib}
    assert not any(key.startswith("on") or "href" in key or key == "style" for key in attributes)
    path = tmp_path / name
    path.write_bytes(data)
    with open_file(browser, path) as shown:
        assert shown.quiet()
        assert shown.page.evaluate("document.querySelectorAll('text').length") == len(words)
        assert shown.page.evaluate("document.querySelector('svg').getBBox().width") > 300


def test_the_svg_leaves_out_what_is_hidden(opened: Opened) -> None:
    opened.go("hide=person/chancellor")
    words = texts(drawing(opened))
    assert "Der Kanzler" not in words and "Rufus Firefly" in words
    assert any("Hidden: Der Kanzler" in one for one in words)


# --- the table ---


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_csv_lists_the_contacts_shown_with_dates_bounds_and_claims(
    opened: Opened, case: Knowledge
) -> None:
    text = text_of(opened, "csv")
    assert text.count("\n") == text.count("\r\n") == 15
    rows = {row["contact"]: row for row in table(text)}
    assert set(rows) == contact_keys(case)
    for key, one in consensus(case).items():
        row = rows[key]
        assert (row["earliest"], row["latest"]) == (one.bounds.earliest, one.bounds.latest)
        assert row["date"] == ((one.when.edtf or "") if one.when else "")
        assert (row["outcome"], row["status"]) == (one.outcome, one.status)
    row = rows["contact/call-2"]
    assert row["from"] == "Rufus Firefly" and row["to"] == "Ambassador Trentino"
    assert row["parties"] == "person/firefly (initiator); person/trentino (addressee)"
    assert (row["means"], row["date_inferred"], row["in_range"]) == ("call", "true", "certain")
    assert rows["contact/call-1"]["channels"] == "channel/hotline"
    assert rows["contact/dispute"]["claims"].split() == ["claim/dispute", "claim/dispute-denied"]
    assert row["claim_iris"] == "https://w3id.org/backchannel/id/claim/call-2"


def test_the_csv_says_what_only_possibly_falls_into_the_range(opened: Opened) -> None:
    opened.go("from=2029-02-10&to=2029-02-28")
    certain = {row["contact"]: row["in_range"] for row in table(text_of(opened, "csv"))}
    assert certain["contact/corrected"] == "certain" and certain["contact/call-2"] == "possible"
    assert sorted(certain) == opened.shown()


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_name_that_looks_like_a_formula_stays_a_text(
    browser: Browser, case: Knowledge, tmp_path: Path, start: str
) -> None:
    payload = f'{start}cmd|"/c calc",A1\n'
    changed = everywhere(case.entities, lambda text: payload + text)
    with open_file(browser, written(replace(case, entities=changed), tmp_path / "graph.html")) as opened:
        rows = table(text_of(opened, "csv"))
    assert len(rows) == 14
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert rows[0]["from"].startswith(f"'{payload}")


# --- statements ---


def graph_of(lines: Iterable[str]) -> Graph:
    return Graph().parse(data="".join(lines), format="nt11")


def claims_in(graph: Graph) -> set[str]:
    found = graph.subjects(object=terms.BC.Claim)
    return {str(one).removeprefix("https://w3id.org/backchannel/id/") for one in found}


PREDICATES = {
    *("about", "stance", "statedBy", "statedAs", "paraphrase", "hedge", "whenInferred", "when", "valid"),
    *("earliest", "certainFrom", "certainUntil", "latest", "knownFrom", "withdrawnFrom", "outcome", "mode"),
    *("via", "public", "location", "state", "scope", "side", "supersedes", "participation", "party"),
    *("from", "to", "agent", "role", "office", "citedIn", "relay", "inDocument", "evidence"),
}


def test_every_triple_of_the_turtle_is_one_of_the_graph(opened: Opened, case: Knowledge) -> None:
    whole = graph_of(statements(case))
    found = Graph().parse(data=text_of(opened, "ttl"), format="turtle")
    assert set(found) - set(whole) == set()
    said = {str(one).rsplit("#", 1)[-1] for one in found.predicates() if "backchannel" in str(one)}
    assert said >= PREDICATES - {"withdrawnFrom"} and "withdrawnFrom" in said
    live = {key for key, one in case.claims.items() if one.kind in ("contact", "silence", "channel")}
    gone = {"claim/corrected"}
    expected = {*live, "claim/readout", "claim/remark"} - gone
    assert claims_in(found) == expected


def test_the_turtle_of_the_selection_holds_its_claims_alone(opened: Opened, case: Knowledge) -> None:
    whole = graph_of(statements(case))
    sizes = {
        "contact/dispute": {"claim/dispute", "claim/dispute-denied"},
        "claim/remark": {"claim/three", "claim/readout", "claim/remark"},
        "silence/winter": {"claim/winter"},
        "channel/hotline": {"claim/line-laid", "claim/line-dead", "claim/call-1"},
        "person/teasdale": {"claim/undated", "claim/at-home", "claim/call-2"},
    }
    for selection, expected in sizes.items():
        opened.go(f"sel={selection}")
        found = Graph().parse(data=text_of(opened, "chosen"), format="turtle")
        assert claims_in(found) == expected, selection
        assert set(found) <= set(whole)
    opened.go("")
    assert opened.page.locator("[data-export=chosen]").count() == 0


def test_the_turtle_says_nothing_that_was_not_yet_known(opened: Opened, case: Knowledge) -> None:
    opened.go("known=2029-06-30")
    text = text_of(opened, "ttl")
    found = Graph().parse(data=text, format="turtle")
    assert set(found) <= set(graph_of(statements(case)))
    assert "claim/corrected" in claims_in(found) and "claim/correction" not in claims_in(found)
    assert "claim/late" not in claims_in(found)
    assert known_stamp(FUTURE) not in text and "withdrawnFrom" not in text


def test_the_seed_case_s_turtle_is_part_of_its_build(
    browser: Browser, seed_build: Build, tmp_path: Path
) -> None:
    known = seed_build.knowledge()
    whole = graph_of(statements(known))
    path = written(known, tmp_path / "seed.html", build=seed_build.hash)
    with open_file(browser, path) as opened:
        found = Graph().parse(data=text_of(opened, "ttl"), format="turtle")
        assert set(found) - set(whole) == set() and len(found) > 2000
        assert saved(opened, "svg")[1] and saved(opened, "graphml")[1]
        assert opened.messages == []


def test_every_word_of_the_code_lists_has_its_concept(browser: Browser) -> None:
    source = (SOURCES / "terms.js").read_text(encoding="utf-8")
    with new_tab(browser) as window:
        window.set_content("<!doctype html><title>-</title>")
        window.add_script_tag(content=re.sub(r"^export ", "", source, flags=re.MULTILINE))
        lists = {
            "stance": terms.STANCES,
            "outcome": terms.OUTCOMES,
            "mode": terms.MODES,
            "channelState": terms.CHANNEL_STATES,
            "scope": terms.SCOPES,
            "role": terms.ROLES,
            "contentKind": terms.CONTENT_KINDS,
            "relay": terms.RELAYS,
        }
        pairs = [(name, word) for name, codes in lists.items() for word in codes]
        found = window.evaluate("pairs => pairs.map(([list, word]) => concept(list, word))", pairs)
        kinds = window.evaluate("CLAIMS")
    assert found == [term for codes in lists.values() for term in codes.values()]
    assert kinds == terms.CLAIM_CLASSES


# --- the graph ---


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_the_graphml_is_the_network_that_is_shown(opened: Opened, case: Knowledge, level: str) -> None:
    for since, until, known in ((None, None, None), ("2029-02-10", "2029-03-31", "2029-06-30")):
        opened.go(f"level={level}&from={since or ''}&to={until or ''}&known={known or ''}")
        text = saved(opened, "graphml")[1]
        read = nx.read_graphml(io.BytesIO(text), force_multigraph=True)
        expected = network(case, level, since=since, until=until, known=known)
        edges = {
            (read.nodes[u]["key"], read.nodes[v]["key"], d["contact"], d["outcome"], d["directed"])
            for u, v, d in read.edges(data=True)
        }
        assert directed(edges) == directed(
            (u, v, key, d["outcome"], d["directed"]) for u, v, key, d in expected.edges(keys=True, data=True)
        )
        assert read.number_of_edges() == expected.number_of_edges() == len(edges)
        assert {data["key"] for _, data in read.nodes(data=True)} >= set(expected.nodes)
        names = {data["key"]: data["label"] for _, data in read.nodes(data=True)}
        assert all(names[key] == case.label(key) for key in expected.nodes)
        ElementTree.fromstring(text)
        identifiers = re.findall(r'<(?:node|edge) id="([^"]*)"', text.decode())
        assert all(re.fullmatch(r"[\w.:-]+", one) for one in identifiers)
        assert len(identifiers) == len(set(identifiers))


def directed(edges: Iterable[tuple[str, str, str, str, bool]]) -> set[tuple[object, ...]]:
    """Edges without an order of their ends where nobody says who began."""
    return {(*((u, v) if way else sorted((u, v))), *rest, way) for u, v, *rest, way in edges}


def test_parallel_contacts_stay_apart_in_the_graphml(opened: Opened) -> None:
    read = nx.read_graphml(io.BytesIO(saved(opened, "graphml")[1]), force_multigraph=True)
    keys = {key for u, v, key in read.edges(keys=True) if {u, v} == {"person:firefly", "person:trentino"}}
    assert len(keys) == 8


def test_the_graphml_holds_no_hidden_node(opened: Opened) -> None:
    opened.go("hide=person/chancellor")
    read = nx.read_graphml(io.BytesIO(saved(opened, "graphml")[1]))
    assert "person:chancellor" not in read and "person:firefly" in read
    assert "Hidden: \u2068Der Kanzler\u2069" in read.graph["scope"]


# --- citations and links ---


def copied(opened: Opened, where: str) -> str:
    opened.page.locator(where).click()
    opened.page.wait_for_function("() => document.querySelector('#said').textContent !== ''")
    opened.page.wait_for_timeout(50)
    found: str = opened.page.evaluate("navigator.clipboard.readText()")
    return found


CLAIM = (
    "Gloria Teasdale, Chief of Staff of Freedonia (says): “What call-2 says.” [2029-02-01/2029-02-20 “for "
    "weeks”] quoted in A report in the Gazette, The Gazette, code points 10-24, published 2029-02-28. "
    "https://w3id.org/backchannel/id/claim/call-2, build 0123abcd."
)


def test_citations_and_links_are_copied(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "sel=contact/call-2", plain=True) as opened:
        opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        claim = copied(opened, "#panel .claim .cite .copy")
        assert re.sub(r"published [\d-]+", "published 2029-02-28", claim) == CLAIM
        contact = copied(opened, "#panel > .cite .copy >> nth=0")
        head, word, line = contact.split("\n")
        assert head == (
            "Rufus Firefly → Ambassador Trentino, refused, call, 2029-02-01/2029-02-20, one voice. "
            "https://w3id.org/backchannel/id/contact/call-2, build 0123abcd."
        )
        assert word == "Statements:" and line.startswith("– Gloria Teasdale, Chief of Staff")
        link = copied(opened, "#panel > .cite .copy >> nth=1")
        assert link == f"{file.as_uri()}#sel=contact/call-2"
        opened.go("sel=contact/call-2&lang=de&known=2029-06-30")
        german = copied(opened, "#panel > .cite .copy >> nth=0")
        assert (
            "abgelehnt, Telefonat" in german
            and "Bekannt bis 2029-06-30" in german
            and "Stand 0123abcd" in german
        )
        opened.page.locator("#export").click()
        assert "known=2029-06-30" in copied(opened, "#exports .quiet >> nth=-1")
        assert opened.quiet()


def test_where_the_clipboard_is_refused_the_text_can_be_copied_by_hand(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "sel=contact/call-2") as opened:
        opened.page.evaluate(
            "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})"
        )
        opened.page.locator("#panel .claim .cite .copy").click()
        box = opened.page.locator("#panel textarea")
        assert re.sub(r"published [\d-]+", "published 2029-02-28", box.input_value()) == CLAIM
        assert opened.page.evaluate("getSelection().toString()") == box.input_value()


# --- hostile text ---

HOSTILE = (
    "</text><script>window.pwned = 1</script>\"'>&amp;]]><!--",
    "\u202eevil\u2066 \u05d0\u05d1\u05d2 \U0001f4a3\u2028\u2029\x00\x07\x0b\ufffe",
    '"""\\u0022 . <a> <b> "c" . #\r\n\t\\',
    "=HYPERLINK(1)\r\n,,;",
)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_breaks_no_format(browser: Browser, tmp_path: Path, payload: str) -> None:
    case = page_case()
    parts = ("entities", "channels", "documents", "claims")
    changed = replace(
        case, **{part: everywhere(getattr(case, part), lambda text: payload + text) for part in parts}
    )
    path = written(changed, tmp_path / "graph.html", build=payload, title=payload)
    with open_file(browser, path, "sel=contact/call-2") as opened:
        name, data = saved(opened, "svg")
        root = ElementTree.fromstring(data)
        assert {one.tag for one in root.iter()} <= {
            f"{SVG}{tag}" for tag in ("svg", "title", "rect", "path", "text")
        }
        assert all(ord(mark) not in range(0x202A, 0x202F) for one in texts(root) for mark in one)
        assert re.fullmatch(r"backchannel-[A-Za-z0-9]+-person\.svg", name)
        assert nx.read_graphml(io.BytesIO(saved(opened, "graphml")[1])).number_of_edges() > 0
        for way in ("ttl", "chosen"):
            found = Graph().parse(data=text_of(opened, way), format="turtle")
            assert set(found) <= set(graph_of(statements(changed)))
        assert len(table(text_of(opened, "csv"))) == 14
        assert saved(opened, "png")[1].startswith(b"\x89PNG")
        assert opened.messages == [] and opened.dialogs == []
        assert opened.page.evaluate("typeof window.pwned") == "undefined"
