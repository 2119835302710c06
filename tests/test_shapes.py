"""Each shape of ontology/shapes.ttl: a graph that conforms, and one that breaks it, with its message."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
import samples
from rdflib import RDF, SH, BNode, Graph, Literal, Node, URIRef
from samples import FIREFLY, TRENTINO, claim, party, when

from backchannel.graph import quads, validation
from backchannel.graph.bounds import occurrence
from backchannel.graph.model import Knowledge, Participant
from backchannel.graph.validation import Violation, validate, validate_lines
from backchannel.ontology.files import read_ontology
from backchannel.ontology.prefixes import EDTF, ID_NS, PREFIXES, expand

SHAPE = "https://w3id.org/backchannel/shapes#"
EXTRA = """
<https://w3id.org/backchannel/id/edge/1> a bc:Edge ;
  bc:pair <https://w3id.org/backchannel/id/pair/state/fr~sy> ; bc:outcome bc:held ; bc:count 2 ;
  bc:lastPossible "2029-03-01T00:00:00Z"^^xsd:dateTime .
<https://w3id.org/backchannel/id/contact/call> bc:status bc:agreed ; bc:origins 2 ; bc:dateDisputed false .
"""


def conforming() -> Knowledge:
    """All that the format allows: each class, and what a stricter shape might wrongly refuse."""
    base = samples.rich()
    right = replace(base.claims["claim/right"], participants=(FIREFLY, TRENTINO))
    generals = Participant("party/generals", "participant", state="state/sy", rank="chief of staff")
    voice = replace(base.entities["party/generals"], key="party/voice", unnamed=True, subkind="unnamed voice")
    several = claim(
        "several-parties",
        participants=(party("person/firefly"), party("person/teasdale"), generals, party("state/sy")),
        outcome="held",
    )
    proposal = claim("proposal", participants=(FIREFLY, TRENTINO), stance="proposes")
    undated = claim("undated", participants=(FIREFLY, generals), outcome="attempted", known=None)
    refused = claim(
        "refused",
        participants=(FIREFLY, TRENTINO, party("state/sy", "refuser"), party("state/fr", "intermediary")),
        outcome="refused",
        when=when("2029-01"),
        voice="party/voice",
    )
    states = claim(
        "states-silent",
        kind="silence",
        about="silence/states",
        participants=(party("state/fr", at="state/fr"), party("state/sy", at="state/sy")),
        scope="official exchange",
        hedge="almost",
    )
    set_up = claim(
        "set-up", kind="channel", about="channel/hotline", state="established", when=when("2028-03")
    )
    claims = [*base.claims.values(), right, several, proposal, undated, refused, states, set_up]
    entities = [*base.entities.values(), voice]
    return replace(base, claims=samples.keyed(claims), entities=samples.keyed(entities))


def parsed(text: str) -> Graph:
    prologue = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return Graph().parse(data=prologue + text, format="turtle")


def conforming_graph() -> Graph:
    lines = quads.statements(conforming(), samples.RECORDED)
    return Graph().parse(data="".join(lines), format="nt") + parsed(EXTRA)


@dataclass(frozen=True)
class Break:
    """One way to break one shape: the values that replace a copied node's values of a property.

    ``node`` is a key; ``values`` are prefixed names, literals or nodes. ``also`` are further shapes
    that break with it; ``anonymous`` copies the node as a blank node instead.
    """

    shape: str
    node: str
    predicate: str
    values: tuple[object, ...] = ()
    also: tuple[str, ...] = ()
    anonymous: bool = False


def date(value: str) -> Literal:
    return Literal(value, datatype=URIRef(EDTF))


def instant(value: str) -> Literal:
    return Literal(value, datatype=URIRef(expand("xsd:dateTime")))


TWO_INSTANTS = (instant("2029-03-02T00:00:00Z"), instant("2029-04-02T00:00:00Z"))
LOCAL = instant("2029-03-02T00:00:00")
PERSON, OFFICE, NEWSPAPER = "person/firefly", "office/fr-minister", "organisation/gazette"
STATE, GENERALS, CHANNEL = "state/fr", "party/generals", "channel/hotline"
DOCUMENT, MENTION = "document/gazette", "mention/gazette/1"
PLACE, SPAN = "mention/gazette/1/place/1", "mention/gazette/1/place/1/span"
CALL, SILENCE, LINE, ACCOUNT = "claim/call", "claim/silence", "claim/line", "claim/account"
GONE, PROPOSAL = "claim/gone", "claim/proposal"
START, END, TENURE = (
    "claim/firefly-fr-minister-start",
    "claim/firefly-fr-minister-end",
    "tenure/firefly-fr-minister",
)
CITED, PART, CONTENT = "citation/call/gazette", "claim/call/party/1", "claim/account/content/1"
PAIR, EDGE, CONTACT = "pair/state/fr~sy", "edge/1", "contact/call"
SILENT = "claim/states-silent"

BREAKS = (
    # names
    Break("Named", PERSON, "skos:altLabel", (), anonymous=True),
    Break("prefLabel", PERSON, "skos:prefLabel"),
    Break("prefLabel", OFFICE, "skos:prefLabel", ("a name without a language",)),
    Break("prefLabelOnce", STATE, "skos:prefLabel", (Literal("One", "en"), Literal("Other", "en"))),
    Break("altLabel", CHANNEL, "skos:altLabel", ("the line",)),
    Break("hiddenLabel", PERSON, "skos:hiddenLabel", ("Firefyl",)),
    Break("sameAs", PERSON, "skos:exactMatch", ("Q1",)),
    Break("preferredIsNoMisprint", PERSON, "skos:hiddenLabel", (Literal("Rufus Firefly", "en"),)),
    # offices, organisations, states, parties, channels
    Break("isPost", OFFICE, "rdf:type", ("bc:Office",)),
    Break("ofState", OFFICE, "bc:ofState", ("state:fr", "state:sy")),
    Break("ofState", NEWSPAPER, "bc:ofState", ("person:firefly",)),
    Break("postIn", OFFICE, "org:postIn", ("person:firefly",)),
    Break("rank", OFFICE, "bc:rank", ("bc:held",)),
    Break("continuesOffice", OFFICE, "bc:continues", ("state:fr",)),
    Break("OfficeBelongs", OFFICE, "bc:ofState"),
    Break("ofOrganisation", GENERALS, "bc:ofOrganisation", ("state:fr",)),
    Break("organisationKind", NEWSPAPER, "bc:organisationKind", ("tavern",)),
    Break("continuesState", STATE, "bc:continues", ("office:fr-minister",)),
    Break("unnamed", GENERALS, "bc:unnamed"),
    Break("unnamed", GENERALS, "bc:unnamed", ("perhaps",)),
    Break("partyKind", GENERALS, "bc:partyKind", ("crowd",)),
    Break("hasMember", GENERALS, "org:hasMember", ("General Zero",)),
    Break("channelKind", CHANNEL, "bc:channelKind"),
    Break("channelKind", CHANNEL, "bc:channelKind", ("bc:intermediary",)),
    Break("generic", CHANNEL, "bc:generic"),
    Break("endpoint", CHANNEL, "bc:endpoint", ("Fredville", "state:sy")),
    Break("twoEnds", CHANNEL, "bc:endpoint", ("state:fr",)),
    # documents and mentions
    Break("Document", DOCUMENT, "bc:note", (), anonymous=True),
    Break("title", DOCUMENT, "dct:title"),
    Break("language", DOCUMENT, "dct:language", ("in German",)),
    Break("publisher", DOCUMENT, "dct:publisher", ("The Gazette",)),
    Break("issued", DOCUMENT, "dct:issued", ("2029-03",)),
    Break("issuedInferred", DOCUMENT, "bc:issuedInferred", ("2029-03",), ("InferenceHasReason",)),
    Break("documentKnown", DOCUMENT, "bc:knownFrom", (LOCAL,)),
    Break("sha256", DOCUMENT, "bc:sha256", ("0F",)),
    Break("length", DOCUMENT, "bc:length", (-1,)),
    Break("drawsOn", DOCUMENT, "prov:wasDerivedFrom", ("person:firefly",)),
    Break("seen", DOCUMENT, "bc:seen"),
    Break("url", DOCUMENT, "schema:url", (URIRef("ftp://example.org/x"),)),
    Break("UnseenHasNoText", "document/unseen", "bc:sha256", ("0" * 64,)),
    Break("InferenceHasReason", DOCUMENT, "bc:issuedInferred", (date("2029-03"),)),
    Break("mentionDocument", MENTION, "bc:inDocument"),
    Break("surface", MENTION, "bc:surface", ("Trentin",)),
    Break("denotes", MENTION, "bc:denotes"),
    Break("misprint", MENTION, "bc:misprint", ("yes",)),
    Break("evidence", MENTION, "bc:evidence", ("person:firefly",)),
    Break("hasSource", PLACE, "oa:hasSource"),
    Break("hasSelector", PLACE, "oa:hasSelector"),
    Break("start", SPAN, "oa:start", (-1,)),
    Break("startBeforeEnd", SPAN, "oa:start", (8,)),
    Break("end", SPAN, "oa:end"),
    # every claim
    Break("Claim", "claim/remark", "bc:note", (), anonymous=True),
    Break("oneKind", "claim/remark", "rdf:type", ("bc:Claim",)),
    Break(
        "oneKind",
        START,
        "rdf:type",
        ("bc:Claim", "bc:TenureClaim", "bc:TenureStartClaim", "bc:RemarkClaim"),
        ("paraphrase",),
    ),
    Break("about", "claim/remark", "bc:about", ("contact:call", "contact:wrong")),
    Break("stance", CALL, "bc:stance"),
    Break("stance", CALL, "bc:stance", ("bc:asserts", "bc:denies")),
    Break("statedBy", CALL, "bc:statedBy", ("person:firefly", "person:teasdale")),
    Break("statedAs", CALL, "bc:statedAs", ("person:firefly",)),
    Break("paraphraseOnce", CALL, "bc:paraphrase", (Literal("One.", "en"), Literal("Two.", "en"))),
    Break("citedIn", CALL, "bc:citedIn"),
    Break("whenDate", CALL, "bc:when", (date("mid-March"),)),
    Break("validDate", SILENCE, "bc:valid", ("2029/..",)),
    Break("whenText", CALL, "bc:whenText", ("in February",)),
    Break("knownFrom", CALL, "bc:knownFrom"),
    Break("knownDay", CALL, "bc:knownDay", ("2029-03-01",)),
    Break("withdrawnFrom", CALL, "bc:withdrawnFrom", TWO_INSTANTS),
    Break("withdrawnAfterKnown", CALL, "bc:withdrawnFrom", (instant("2020-01-01T00:00:00Z"),)),
    Break("recordedAt", CALL, "bc:recordedAt", (LOCAL,)),
    Break("reliability", CALL, "bc:reliability", ("B2",)),
    Break("credibility", CALL, "bc:credibility", (7,)),
    Break("hedge", CALL, "bc:hedge", ("almost", "nearly")),
    Break("supersedes", CALL, "bc:supersedes", ("contact:call",)),
    Break("participation", CALL, "bc:participation", ("person:firefly",)),
    Break("OneTime", CALL, "bc:valid", (date("2029-02/.."),)),
    Break("paraphrase", CALL, "bc:paraphrase"),
    # bounds
    Break("earliest", CALL, "bc:earliest"),
    Break("certainFrom", CALL, "bc:certainFrom"),
    Break("certainUntil", CALL, "bc:certainUntil"),
    Break("latest", CALL, "bc:latest"),
    Break("earliestBeforeLatest", CALL, "bc:earliest", (instant("2029-12-01T00:00:00Z"),)),
    Break("certainWithin", CALL, "bc:certainFrom", (instant("2000-01-01T00:00:00Z"),)),
    Break("certainEndsWithin", CALL, "bc:certainUntil", (instant("2030-01-01T00:00:00Z"),)),
    Break("firstDay", SILENCE, "bc:firstDay", ("2029-02-01",)),
    Break("lastDay", "claim/undated", "bc:lastDay", (1, 2)),
    Break("daysInOrder", CALL, "bc:firstDay", (9_999_999,)),
    # citations
    Break("Citation", CITED, "bc:note", (), anonymous=True),
    Break("relay", CITED, "bc:relay", ("bc:tells",)),
    Break("citationDocument", CITED, "bc:inDocument", ("person:firefly",)),
    Break("takenFrom", CITED, "bc:takenFrom", ("document:gazette",)),
    Break("published", CITED, "bc:published", (LOCAL,)),
    Break("statedWhen", CITED, "bc:statedWhen", (date("2029-02-28"), date("2029-03-01"))),
    Break("statedWhenText", CITED, "bc:statedWhenText", ("on Tuesday",)),
    Break("evidence", CITED, "bc:evidence", ("document:gazette",)),
    Break("CitationStands", CITED, "bc:inDocument"),
    # parties
    Break("agent", PART, "bc:agent"),
    Break("person", PART, "bc:person", ("state:fr",)),
    Break("office", PART, "bc:office", ("state:fr",)),
    Break("role", PART, "bc:role"),
    Break("officeBasis", PART, "bc:officeBasis", ("bc:agreed",)),
    Break("personBasis", PART, "bc:personBasis", ("bc:byCoder", "bc:byTenure")),
    Break("BasisOfOffice", "claim/several-parties/party/1", "bc:officeBasis", ("bc:byCoder",)),
    Break("BasisOfPerson", "claim/several-parties/party/3", "bc:personBasis", ("bc:byCoder",)),
    Break("member", PAIR, "bc:member", ("state:fr",)),
    # contacts
    Break("aboutContact", CALL, "bc:about", ("silence:winter",)),
    Break("twoParties", CALL, "bc:party", ("person:firefly",)),
    Break("from", CALL, "bc:from", ("person:trentino",)),
    Break("to", CALL, "bc:to", ("somebody",)),
    Break("outcome", CALL, "bc:outcome", ("bc:held", "bc:refused")),
    Break("outcome", PROPOSAL, "bc:outcome", ("bc:proposed",)),
    Break("OutcomeUnlessProposed", CALL, "bc:outcome"),
    Break("mode", CALL, "bc:mode", ("bc:letters",)),
    Break("via", CALL, "bc:via", ("contact:call",)),
    Break("minTimes", CALL, "bc:minTimes", (0,)),
    Break("public", CALL, "bc:public", ("no",)),
    Break("contactPair", CALL, "bc:pair", ("person:firefly",)),
    # silences
    Break("aboutSilence", SILENCE, "bc:about", ("contact:call",)),
    Break("silentParties", SILENCE, "bc:party", ("state:fr",)),
    Break("scope", SILENCE, "bc:scope"),
    Break("exception", SILENCE, "bc:exception", ("person:firefly",)),
    Break("endedBy", SILENCE, "bc:endedBy", ("silence:winter",)),
    Break("noOccurrence", SILENT, "bc:when", (date("2029-02"),)),
    # channels, accounts, retractions
    Break("aboutChannel", LINE, "bc:about", ("contact:call",)),
    Break("channelState", LINE, "bc:state", ("bc:inPlace", "bc:closed")),
    Break("operator", LINE, "bc:operator", ("the navy",)),
    Break("level", LINE, "bc:level", ("bc:generals",)),
    Break("ChannelClaimSaysSomething", "claim/set-up", "bc:state"),
    Break("accountOf", ACCOUNT, "bc:about"),
    Break("side", ACCOUNT, "bc:side", ("state:fr", "state:sy")),
    Break("content", ACCOUNT, "bc:content", ("contact:call",)),
    Break("contentThere", ACCOUNT, "bc:content"),
    Break("contentKind", CONTENT, "bc:contentKind"),
    Break("text", CONTENT, "bc:text", ("no ducks",)),
    Break("sender", CONTENT, "bc:from", ("state:fr", "state:sy")),
    Break("receiver", CONTENT, "bc:to", ("them",)),
    Break("retracts", GONE, "bc:retracts", (), ("retractsWhatItIsAbout",)),
    Break("retractsWhatItIsAbout", GONE, "bc:about", ("claim:wrong",), ("retractsWhatItIsAbout",)),
    # tenures
    Break("holder", TENURE, "org:member", ("state:fr",)),
    Break("heldOffice", TENURE, "bc:office", ("office:fr-minister", "office:sy-minister")),
    Break("capacity", START, "bc:capacity"),
    Break("isTenureClaim", START, "rdf:type", ("bc:Claim", "bc:TenureStartClaim")),
    Break("aboutTenure", START, "bc:about", ("contact:call",)),
    Break("startsOpen", START, "bc:valid", (date("2027-05/2031"),)),
    Break("startLatest", START, "bc:latest", (instant("2031-01-03T00:00:00Z"),)),
    Break("endsOpen", END, "bc:valid", (date("2027-05/2031"),)),
    Break("endEarliest", END, "bc:earliest", (instant("0001-01-02T00:00:00Z"),), ("certainWithin",)),
    # derived
    Break("status", CONTACT, "bc:status", ("bc:agreed", "bc:contested")),
    Break("origins", CONTACT, "bc:origins", (-1,)),
    Break("dateDisputed", CONTACT, "bc:dateDisputed", ("no",)),
    Break("edgePair", EDGE, "bc:pair"),
    Break("edgeOutcome", EDGE, "bc:outcome"),
    Break("count", EDGE, "bc:count", (0,)),
    Break("lastPossible", EDGE, "bc:lastPossible", TWO_INSTANTS),
)


def node(value: object) -> Node:
    if isinstance(value, Literal | URIRef):
        return value
    named = isinstance(value, str) and re.fullmatch(r"[a-z]+:[\w-]+", value)
    return URIRef(expand(str(value))) if named else Literal(value)


def broken_graph() -> tuple[Graph, dict[str, Break]]:
    """The conforming graph and, for each way to break a shape, a copy of one node so broken."""
    graph = conforming_graph()
    unseen = URIRef(ID_NS + "document/unseen")
    graph += parsed(
        "document:unseen a bc:Document ; dct:title 'Unseen' ; bc:seen false ; "
        'bc:knownFrom "9999-12-31T00:00:00Z"^^xsd:dateTime .'
    )
    assert (unseen, RDF.type, None) in graph
    found = {}
    for number, one in enumerate(BREAKS):
        original = URIRef(ID_NS + one.node)
        assert (original, None, None) in graph, one
        copy = BNode(f"copy{number}") if one.anonymous else URIRef(f"{ID_NS}copy/{number}")
        predicate = URIRef(expand(one.predicate))
        kept = [(p, o) for p, o in graph.predicate_objects(original) if p != predicate or one.anonymous]
        for p, o in kept:
            graph.add((copy, p, o))
        for value in one.values:
            graph.add((copy, predicate, node(value)))
        found[str(copy)] = one
    return graph, found


def shape_named(name: str) -> URIRef:
    return URIRef(SHAPE + name)


def says(shape: str, message: str) -> bool:
    """Whether a message is a shape's, its placeholders filled."""
    template = str(read_ontology("shapes.ttl").value(shape_named(shape), SH.message))
    pattern = re.escape(template).replace(r"\{n\}", r"\d+").replace(r"\{value\}", ".+")
    return re.fullmatch(pattern, message, re.DOTALL) is not None


def severity_of(shape: str) -> str:
    shapes = read_ontology("shapes.ttl")
    declared = shapes.value(shape_named(shape), SH.severity)
    return str(declared or SH.Violation).removeprefix(str(SH)).lower()


@pytest.fixture(scope="module")
def broken() -> Iterator[tuple[dict[str, list[Violation]], dict[str, Break]]]:
    graph, breaks = broken_graph()
    found: dict[str, list[Violation]] = {}
    for one in validate(graph):
        found.setdefault(one.focus, []).append(one)
    yield found, breaks


def test_what_the_format_allows_conforms() -> None:
    """Several parties, no direction, described parties, proposals without outcome, unknown dates,
    silences of states, states of channels, tenures and retractions: no violation and no warning."""
    lines = list(quads.statements(conforming(), samples.RECORDED))
    assert validate_lines(lines, "info") == []
    assert validate(conforming_graph()) == []
    assert len(conforming().claims) == 14


def test_each_break_is_reported_with_the_shape_s_own_message(
    broken: tuple[dict[str, list[Violation]], dict[str, Break]],
) -> None:
    found, breaks = broken
    wrong = []
    for focus, one in breaks.items():
        got = found.get(focus, [])
        expected = [one.shape, *one.also]
        told = len(got) == len(expected) and all(any(says(s, v.message) for v in got) for s in expected)
        severities = {v.severity for v in got} == {severity_of(shape) for shape in expected}
        if not (told and severities):
            wrong.append((one, [(v.severity, v.message) for v in got]))
    assert wrong == []
    assert len(breaks) == len(BREAKS) == 153


def test_nothing_else_breaks(broken: tuple[dict[str, list[Violation]], dict[str, Break]]) -> None:
    """The untouched nodes stay without a word beside the broken ones."""
    found, breaks = broken
    assert sorted(set(found) - set(breaks)) == []


def test_every_shape_has_a_case() -> None:
    shapes = read_ontology("shapes.ttl")
    with_message = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(SH.message)}
    covered = {one.shape for one in BREAKS}
    assert sorted(with_message - covered) == []
    assert len(with_message) == 145


def test_no_placeholder_is_left_in_a_message(
    broken: tuple[dict[str, list[Violation]], dict[str, Break]],
) -> None:
    found, _ = broken
    messages = [one.message for several in found.values() for one in several]
    assert len(messages) > 150
    assert [message for message in messages if "{" in message or "None" in message] == []


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (
            "twoParties",
            "A contact claim names at least two parties, described ones included; this one names 1.",
        ),
        ("reliability", "The reliability of a source is a letter from A to F; found 'B2'."),
        ("denotes", "A mention says whom or what the name means, or may mean; found nothing."),
        ("statedBy", "A claim has one original voice; this one has 2. What two voices say is two claims."),
        ("via", "A contact runs over a channel of the case; contact:call is none."),
        ("retracts", "A retraction takes one claim back; found nothing."),
    ],
)
def test_messages_name_what_was_found(
    broken: tuple[dict[str, list[Violation]], dict[str, Break]], shape: str, message: str
) -> None:
    found, breaks = broken
    focus = next(focus for focus, one in breaks.items() if one.shape == shape)
    assert message in [one.message for one in found[focus]]


def test_lines_give_violations_and_warnings_on_request() -> None:
    """A build fails on violations only; warnings are there for whoever asks."""
    office = replace(samples.knowledge().entities["office/fr-minister"], state=None, key="office/homeless")
    knowledge = samples.knowledge()
    knowledge = replace(knowledge, entities=samples.keyed([*knowledge.entities.values(), office]))
    lines = list(quads.statements(knowledge, samples.RECORDED))
    assert validate_lines(lines) == []
    assert [str(one) for one in validate_lines(lines, "warning")] == [
        "office:homeless: An office should belong to a state or an organisation; this one belongs to neither."
    ]


def test_the_order_of_lines_doesn_t_matter() -> None:
    lonely = claim("lonely", participants=(FIREFLY,), outcome="held", when=None)
    lines = list(quads.statements(samples.knowledge([lonely]), samples.RECORDED))
    assert validate_lines(lines) == validate_lines(lines[::-1]) != []


def test_control_characters_don_t_reach_the_message() -> None:
    hostile = "B\x1b[2J"
    graph = conforming_graph()
    graph.set((URIRef(ID_NS + CALL), URIRef(expand("bc:reliability")), Literal(hostile)))
    messages = [one.message for one in validate(graph)]
    assert messages == ["The reliability of a source is a letter from A to F; found 'B\\x1b[2J'."]


def test_the_bounds_of_every_occurrence_conform() -> None:
    """What the project itself computes for dates of many forms passes the shapes of bounds."""
    dates = ["2029", "2029-03-01", "2029-03~", "../2029", "/2029", "2029-21", "[2029-01,2029-04]", "202X"]
    claims = [
        claim(f"dated-{number}", participants=(FIREFLY, TRENTINO), outcome="held", when=when(value))
        for number, value in enumerate(dates)
    ]
    assert occurrence("2029").earliest == "2029-01-01T00:00:00Z"
    lines = quads.statements(samples.knowledge(claims), samples.RECORDED)
    assert validate_lines(lines, "info") == []


def test_the_seed_case_conforms(seed_knowledge: Knowledge) -> None:
    lines = list(quads.statements(seed_knowledge, samples.RECORDED))
    assert [str(one) for one in validate_lines(lines, "info")] == []


def test_examples_in_docstrings_hold() -> None:
    result = doctest.testmod(validation)
    assert result.failed == 0
    assert result.attempted >= 5
