"""The ontology keeps its own style, and its page shows all of it, the same bytes each time."""

from __future__ import annotations

import doctest
import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import open_file, surroundings, violations
from click.testing import CliRunner
from playwright.sync_api import Browser
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from backchannel.commands.ontology import command
from backchannel.exports import ontology_page as module
from backchannel.exports.ontology_page import ontology_page
from backchannel.graph.validation import validate, validate_ontology
from backchannel.ontology.files import VOCABULARY, ontology_graph, read_ontology
from backchannel.ontology.prefixes import BC_NS, PREFIXES
from backchannel.ontology.terms import BC, CODE_LISTS

STYLE = "https://w3id.org/backchannel/style#"
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + (
    "PREFIX sh: <http://www.w3.org/ns/shacl#>\nPREFIX shape: <https://w3id.org/backchannel/shapes#>\n"
    "PREFIX vann: <http://purl.org/vocab/vann/>\n"
)
WHOLE = "; rdfs:label 'Whole'@en, 'Ganzes'@de ; rdfs:comment 'Something whole for a test.'@en"
HEADER = "<https://w3id.org/backchannel/ns>"
CONCEPT = "skos:prefLabel 'a'@en, 'b'@de ; skos:definition 'Made up for a test.'@en"


@dataclass(frozen=True)
class Slip:
    """An update that breaks the style of the ontology: the rule, and the term of which it is told."""

    rule: str
    term: str
    update: str


def insert(triples: str) -> str:
    return f"INSERT DATA {{ {triples} }}"


def delete(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


def change(subject: str, predicate: str, value: str) -> str:
    return f"{delete(subject, predicate)} ; {insert(f'{subject} {predicate} {value}')}"


def unname(subject: str, predicate: str, language: str) -> str:
    found = f"{subject} {predicate} ?l"
    return f"DELETE {{ {found} }} WHERE {{ {found} FILTER(LANG(?l) = '{language}') }}"


SLIPS = (
    Slip("Header", HEADER, delete(HEADER, "rdf:type")),
    Slip("hasTitle", HEADER, delete(HEADER, "dct:title")),
    Slip("hasLicense", HEADER, delete(HEADER, "dct:license")),
    Slip("hasCreated", HEADER, delete(HEADER, "dct:created")),
    Slip("hasVersion", HEADER, change(HEADER, "owl:versionInfo", "'one'")),
    Slip("hasPrefix", HEADER, delete(HEADER, "vann:preferredNamespacePrefix")),
    Slip("Term", "bc:Whole_2", insert(f"bc:Whole_2 a owl:Class {WHOLE}")),
    Slip("labelEnglish", "bc:Claim", unname("bc:Claim", "rdfs:label", "en")),
    Slip("labelGerman", "bc:about", unname("bc:about", "rdfs:label", "de")),
    Slip("labelOnce", "bc:Office", insert("bc:Office rdfs:label 'another'@en")),
    Slip("comment", "bc:State", delete("bc:State", "rdfs:comment")),
    Slip("comment", "bc:when", change("bc:when", "rdfs:comment", "'A date.'@en")),
    Slip("ClassName", "bc:whole", insert(f"bc:whole a owl:Class {WHOLE}")),
    Slip("PropertyName", "bc:Leads", insert(f"bc:Leads a owl:ObjectProperty {WHOLE}")),
    Slip("OneSortOfProperty", "bc:agent", insert("bc:agent a owl:DatatypeProperty")),
    Slip("Coded", "bc:Held", insert(f"bc:Held a skos:Concept ; skos:inScheme bc:outcomes ; {CONCEPT}")),
    Slip("prefLabelEnglish", "bc:held", unname("bc:held", "skos:prefLabel", "en")),
    Slip("prefLabelGerman", "bc:modes", unname("bc:modes", "skos:prefLabel", "de")),
    Slip("prefLabelOnce", "bc:call", insert("bc:call skos:prefLabel 'another'@en")),
    Slip("definition", "bc:visit", delete("bc:visit", "skos:definition")),
    Slip("oneScheme", "bc:refused", delete("bc:refused", "skos:inScheme")),
    Slip("oneScheme", "bc:ignored", insert("bc:ignored skos:inScheme bc:stances")),
    Slip("oneScheme", "bc:letter", change("bc:letter", "skos:inScheme", "bc:Claim")),
    Slip("twoConcepts", "bc:empty", insert(f"bc:empty a skos:ConceptScheme ; {CONCEPT}")),
    Slip("ClassUsed", "bc:Clam", insert("bc:about rdfs:domain bc:Clam")),
    Slip("ClassUsed", "bc:Clamp", insert("shape:Claim sh:targetClass bc:Clamp")),
    Slip("ClassUsed", "bc:Clan", insert("bc:about schema:rangeIncludes bc:Clan")),
    Slip("PropertyUsed", "bc:abuot", insert("bc:about rdfs:subPropertyOf bc:abuot")),
    Slip("PropertyUsed", "bc:too", insert("shape:from sh:disjoint bc:too")),
    Slip("PropertyUsed", "bc:by", change("shape:via", "sh:path", "bc:by")),
    Slip("ValueUsed", "bc:heeld", insert("shape:one sh:in ( bc:heeld )")),
    Slip("Aligned", "bc:attemptd", insert("bc:attemptd skos:notation 'CAMEO 040'")),
    Slip("hasMessage", "shape:scope", delete("shape:scope", "sh:message")),
    Slip("hasMessage", "shape:mode", change("shape:mode", "sh:message", "'mode'@en")),
    Slip("namedPath", "shape:side", insert("shape:side sh:path bc:endpoint")),
)


def test_the_ontology_keeps_its_style() -> None:
    assert validate_ontology() == []


def test_each_rule_of_style_is_told_when_broken() -> None:
    """All slips at once, each at a term of its own: told are these, and nothing else."""
    style = read_ontology("style.ttl")
    graph = ontology_graph()
    for slip in SLIPS:
        graph.update(PROLOGUE + slip.update)
    told = Counter((one.focus, template_of(style, one.message)) for one in validate(graph, style))
    expected = Counter(
        (full(slip.term), str(style.value(URIRef(STYLE + slip.rule), SH.message))) for slip in SLIPS
    )
    assert told == expected
    assert len(SLIPS) == 35


def full(term: str) -> str:
    prefix, _, local = term.partition(":")
    spaces = {**PREFIXES, "shape": "https://w3id.org/backchannel/shapes#"}
    return spaces[prefix] + local if prefix in spaces else term.strip("<>")


def template_of(style: Graph, message: str) -> str:
    """The template a message was made of."""
    for template in style.objects(None, SH.message):
        pattern = re.escape(str(template)).replace(r"\{value\}", ".+")
        if re.fullmatch(pattern, message):
            return str(template)
    return message


def test_every_rule_of_style_has_a_slip() -> None:
    """All but the shape that only serves in others."""
    style = read_ontology("style.ttl")
    rules = {str(shape).removeprefix(STYLE) for shape in style.subjects(SH.message)} - {"Foreign"}
    assert sorted(rules - {slip.rule for slip in SLIPS}) == []
    assert len(rules) == 27


def test_alignments_only_map() -> None:
    """No identity is claimed with another vocabulary's term, and nothing of ours is redefined."""
    graph = read_ontology("alignments.ttl")
    allowed = {SKOS.closeMatch, SKOS.broadMatch, SKOS.notation, SKOS.editorialNote}
    assert set(graph.predicates()) <= allowed
    codes = [str(code) for code in graph.objects(None, SKOS.notation)]
    assert all(re.fullmatch(r"CAMEO \d{2,3}|PLOVER [A-Za-z -]+", code) for code in codes)
    assert len(codes) >= 18
    assert (BC.call, SKOS.notation) in graph.subject_predicates()
    assert {"CAMEO 041", "CAMEO 125"} <= set(codes)


def test_classes_and_properties_hang_together() -> None:
    """Every property says where it is used and, of nodes, what it leads to."""
    graph = read_ontology("backchannel.ttl")
    included = URIRef(PREFIXES["schema"] + "domainIncludes"), URIRef(PREFIXES["schema"] + "rangeIncludes")
    homeless = [
        str(one).removeprefix(BC_NS)
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for one in graph.subjects(RDF.type, kind)
        if not graph.value(one, RDFS.domain) and not graph.value(one, included[0])
    ]
    assert homeless == ["note"]  # a coder may remark on anything


# --- the page


class Page(HTMLParser):
    """What the tests look at in a page: ids, links, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loads += (
            [f"{tag} {given.get('src') or given.get('href')}"] if tag in ("img", "link", "iframe") else []
        )
        self.scripts += tag == "script" or any(name.startswith("on") for name, _ in attrs)


@pytest.fixture(scope="module")
def page() -> Page:
    parser = Page()
    parser.feed(ontology_page())
    return parser


def test_the_page_shows_every_term(page: Page) -> None:
    graph = read_ontology("backchannel.ttl")
    names = {str(one).removeprefix(BC_NS) for one in graph.subjects() if str(one).startswith(BC_NS)}
    assert len(names) > 195
    assert sorted(names - set(page.ids)) == []


def test_the_page_s_links_lead_somewhere(page: Page) -> None:
    inner = [link for link in page.links if link.startswith("#")]
    outer = {link for link in page.links if not link.startswith("#")}
    assert len(inner) > 600
    assert sorted({link[1:] for link in inner} - set(page.ids)) == []
    assert [identifier for identifier, count in Counter(page.ids).items() if count > 1] == []
    assert [link for link in outer if not link.startswith(("http://", "https://"))] == []


def test_the_page_loads_and_runs_nothing(page: Page) -> None:
    text = ontology_page()
    assert (page.loads, page.scripts) == ([], 0)
    assert "@import" not in text and "url(#" in text and "url(h" not in text
    assert "default-src 'none'; style-src 'sha256-" in text


def test_the_page_says_what_a_case_calls_a_concept_and_what_others_code_it() -> None:
    text = ontology_page()
    for words in CODE_LISTS.values():
        assert all(f"<td>{word}</td>" in text for word in words)
    assert "CAMEO 125; PLOVER REJECT meet" in text
    assert "crm:P82a_begin_of_the_begin" in text
    assert "Umschriebene Partei" in text


def test_the_example_is_turtle_of_known_terms() -> None:
    source = Path(module.__file__).parent / "templates" / "ontology-example.ttl"
    prologue = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph = Graph().parse(data=prologue + source.read_text(encoding="utf-8"), format="turtle")
    used = {
        str(node).removeprefix(BC_NS) for triple in graph for node in triple if str(node).startswith(BC_NS)
    }
    assert len(used) > 25
    assert [
        name
        for name in sorted(used)
        if BC_NS + name not in {str(one) for one in read_ontology("backchannel.ttl").subjects()}
    ] == []


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "terms.html"
    result = CliRunner().invoke(command, ["-o", str(out)])
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    assert out.read_text(encoding="utf-8") == ontology_page()


def test_the_command_writes_into_the_graph_s_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--graph", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert (tmp_path / "out" / "ontology.html").is_file()


def test_the_command_says_where_it_can_t_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = CliRunner().invoke(command, ["-o", str(tmp_path / "file" / "terms.html")])
    assert result.exit_code == 1
    assert "can't write" in result.output and "Traceback" not in result.output


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), surroundings(390))
def test_the_page_in_a_browser(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    """No request but itself, nothing on the console, no sideways scrolling, no complaint of axe-core."""
    path = tmp_path / "ontology.html"
    path.write_text(ontology_page(), encoding="utf-8")
    with open_file(browser, path, "Claim", width=width, scheme=scheme) as opened:
        assert opened.quiet(), (opened.requests, opened.messages)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        colour = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (colour == "rgb(21, 24, 27)") == (scheme == "dark")
    with open_file(browser, path, "Claim", width=width, scheme=scheme, bypass=True) as opened:
        assert violations(opened) == []


def test_the_files_are_read_from_the_package() -> None:
    assert VOCABULARY == ("backchannel.ttl", "alignments.ttl", "shapes.ttl")
    assert len(ontology_graph()) > 2_000
    assert len(ontology_graph("style.ttl")) == len(read_ontology("style.ttl"))


def test_examples_in_docstrings_hold() -> None:
    result = doctest.testmod(module)
    assert (result.failed, result.attempted) == (0, 1)
