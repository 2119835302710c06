"""The closed Python view of the vocabulary equals the Turtle files and the documents."""

from __future__ import annotations

import doctest
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, SH, SKOS, URIRef
from rdflib.collection import Collection

from backchannel.ontology import files as ontology_files
from backchannel.ontology import prefixes, terms
from backchannel.ontology.files import read_ontology
from backchannel.ontology.prefixes import BC_NS, PREFIXES, compact, expand, sparql_prologue
from backchannel.ontology.terms import BC, CLAIM_CLASSES, CODE_LISTS, word_of

DOCS = Path(__file__).parent.parent / "docs"
NAMES = sorted({name for name in BC.__annotations__ if not name.startswith("_")} | set(BC._extras))


def defined(*kinds: URIRef) -> set[str]:
    graph = read_ontology("backchannel.ttl")
    return {str(node).removeprefix(BC_NS) for kind in kinds for node in graph.subjects(RDF.type, kind)}


def test_python_knows_the_terms_that_turtle_defines_and_no_others() -> None:
    everything = defined(
        OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme
    )
    assert set(NAMES) == everything
    assert len(NAMES) > 195


@pytest.mark.parametrize("typo", ["ContactClam", "form", "Outcome", "knownfrom", "heldd"])
def test_a_typo_is_an_error(typo: str) -> None:
    with pytest.raises(AttributeError, match=typo):
        BC[typo]
    with pytest.raises(AttributeError, match=typo):
        getattr(BC, typo)


@pytest.mark.parametrize("scheme", sorted(CODE_LISTS))
def test_a_code_list_has_the_concepts_of_its_scheme(scheme: str) -> None:
    graph = read_ontology("backchannel.ttl")
    concepts = {str(node).removeprefix(BC_NS) for node in graph.subjects(SKOS.inScheme, BC[scheme])}
    assert set(CODE_LISTS[scheme].values()) == concepts
    assert len(set(CODE_LISTS[scheme].values())) == len(CODE_LISTS[scheme])


def test_every_scheme_and_every_claim_class_is_there() -> None:
    assert set(CODE_LISTS) == defined(SKOS.ConceptScheme)
    assert len(CODE_LISTS) == 13
    claims = {str(BC[name]) for name in CLAIM_CLASSES.values()}
    assert claims <= {str(BC_NS + name) for name in defined(OWL.Class)}


def test_the_words_are_those_of_the_case_format() -> None:
    """Each word of a code list stands in docs/case-format.md; bases and statuses are never written."""
    text = re.sub(r"\s+", " ", (DOCS / "case-format.md").read_text(encoding="utf-8"))
    words = [
        word for name, codes in CODE_LISTS.items() if name not in ("bases", "statuses") for word in codes
    ]
    roles = set(terms.ROLES)  # a case has keys for these (from, to, between, through, refused_by)
    missing = [word for word in words if word not in text and word not in roles]
    assert (len(words), missing) == (68, [])
    sorts = [*terms.ORGANISATION_KINDS, *terms.PARTY_KINDS, *CLAIM_CLASSES]
    assert [word for word in sorts if word not in text] == []


def test_docs_and_queries_use_defined_terms_only() -> None:
    folder = files("backchannel.ontology")
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for place in ("checks", "questions")
        for path in folder.joinpath(place).iterdir()
    }
    texts["graph-format.md"] = (DOCS / "graph-format.md").read_text(encoding="utf-8")
    used = {(name, term) for name, text in texts.items() for term in re.findall(r"\bbc:(\w+)", text)}
    assert len(texts) > 10
    assert sorted((name, term) for name, term in used if term not in NAMES) == []


def test_the_graph_format_names_every_term() -> None:
    """What the vocabulary defines is documented: properties, classes and concepts alike."""
    text = (DOCS / "graph-format.md").read_text(encoding="utf-8") + (DOCS / "case-format.md").read_text(
        encoding="utf-8"
    )
    by_word = {concept for codes in CODE_LISTS.values() for word, concept in codes.items() if word in text}
    named = set(re.findall(r"\bbc:(\w+)", text)) | by_word | set(CODE_LISTS)
    assert sorted(set(NAMES) - named) == []


def test_shapes_list_the_concepts_of_a_whole_code_list() -> None:
    """Whoever adds a concept adds it to the shapes: each sh:in of concepts is one of our lists."""
    graph = read_ontology("shapes.ttl")
    lists = [set(Collection(graph, node)) for node in graph.objects(None, SH["in"])]
    coded = [members for members in lists if any(str(one).startswith(BC_NS) for one in members)]
    claims = {BC[name] for name in CLAIM_CLASSES.values()} | {BC.TenureStartClaim, BC.TenureEndClaim}
    known = [{BC[name] for name in codes.values()} for codes in CODE_LISTS.values()]
    assert [members for members in coded if members not in [claims, *known]] == []
    assert [members for members in known if members not in coded] == []
    assert len(coded) == 17


@given(st.sampled_from(sorted(PREFIXES)), st.text("abcxyz0189-_.~", min_size=1))
def test_an_iri_comes_back_from_its_short_form(prefix: str, local: str) -> None:
    iri = PREFIXES[prefix] + local
    assert expand(compact(iri)) == iri


@given(st.sampled_from(sorted(CODE_LISTS)), st.data())
def test_a_concept_gives_back_its_word(name: str, data: st.DataObject) -> None:
    codes = CODE_LISTS[name]
    word = data.draw(st.sampled_from(sorted(codes)))
    assert word_of(codes, str(BC[codes[word]])) == word
    with pytest.raises(KeyError, match="no concept"):
        word_of(codes, "nothing of the sort")


def test_the_prologue_declares_every_prefix_once() -> None:
    lines = sparql_prologue().splitlines()
    assert len(lines) == len(set(lines)) == len(PREFIXES) == 28
    with pytest.raises(KeyError):
        sparql_prologue(["bc", "nope"])


def test_examples_in_docstrings_hold() -> None:
    results = [doctest.testmod(module) for module in (prefixes, terms, ontology_files)]
    assert [result.failed for result in results] == [0, 0, 0]
    assert sum(result.attempted for result in results) >= 8
