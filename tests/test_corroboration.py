"""Independent origins: not the number of articles; against an oracle that walks every chain by itself."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from click.testing import CliRunner
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIREFLY, RECORDED, TRENTINO, claim, entity, keyed, knowledge, party, rich, when

from backchannel.cli import group
from backchannel.graph.clock import known_stamp
from backchannel.graph.corroboration import Statement, corroboration, origins_of
from backchannel.graph.derivation import derived
from backchannel.graph.errors import DateError
from backchannel.graph.model import ROSTER_VOICE, Citation, Claim, Document, Key, Knowledge
from backchannel.graph.quads import canonical, statements
from backchannel.graph.threads import Chains
from backchannel.ontology.library import find

EARLY, LATE = "2029-03-01", "2029-06-01"
BOTH = (FIREFLY, TRENTINO)


def paper(name: str, publisher: Key | None = None, known: str | None = EARLY, **fields: object) -> Document:
    stamp = known_stamp(known) if known else None
    return Document(f"document/{name}", name, "en", publisher, known=stamp, **fields)  # type: ignore[arg-type]


def stands(
    name: str, document: str | None, taken_from: str | None = None, relay: str = "reports"
) -> Citation:
    """How a claim stands in a document (None: the utterance), taken from another place of it."""
    key = f"citation/{name}/{document or 'utterance'}"
    source = f"citation/{name}/{taken_from}" if taken_from else None
    return Citation(key, relay, f"document/{document}" if document else None, source)


def told(name: str, *citations: Citation, **fields: object) -> Claim:
    """A claim that the two spoke, as it stands in some documents."""
    defaults = {"about": "contact/talk", "outcome": "held", "participants": BOTH}
    return claim(name, citations=citations, **(defaults | fields))


def case(claims: Iterable[Claim], *documents: Document, **fields: object) -> Knowledge:
    return knowledge(claims, documents=keyed(documents), **fields)


def one(known: Knowledge, field: str = "outcome", day: str | None = None) -> Statement:
    """The only statement of a field."""
    found = [statement for statement in corroboration(known, day) if statement.field == field]
    assert len(found) == 1, found
    return found[0]


# --- five articles and a wire

WIRE, POST = "organisation/wire", "organisation/post"
ARTICLES = [f"article-{number}" for number in range(5)]
FIVE = [paper(name, f"organisation/{name}") for name in ARTICLES]
WIRED = paper("wire", WIRE, seen=False)
INDEPENDENT = paper("post", POST)


def from_wire(name: str, voice: Key) -> Claim:
    """What an article took from the wire."""
    return told(name, stands(name, name, "wire"), stands(name, "wire"), voice=voice)


@pytest.mark.parametrize("voice", [WIRE, None], ids=["the wire's voice", "each article's voice"])
def test_five_articles_citing_one_wire_report_are_one_origin_as_five_claims(voice: Key | None) -> None:
    """One claim an article, each with a chain into the wire report; an independent report makes two."""
    claims = [from_wire(name, voice or f"organisation/{name}") for name in ARTICLES]
    found = one(case(claims, *FIVE, WIRED))
    assert (found.origins, found.articles, len(found.claims)) == (1, 5, 5)
    other = told("post", stands("post", "post"), voice=POST)
    found = one(case([*claims, other], *FIVE, WIRED, INDEPENDENT))
    assert (found.origins, found.articles) == (2, 6)
    assert ("document/post", POST) in found.roots


def test_five_articles_citing_one_wire_report_are_one_origin_as_one_claim() -> None:
    """One claim with a citation an article; an independent citation makes two."""
    cited = [*(stands("x", name, "wire") for name in ARTICLES), stands("x", "wire")]
    found = one(case([told("x", *cited, voice=WIRE)], *FIVE, WIRED))
    assert (found.origins, found.articles, found.roots) == (1, 5, (("document/wire", WIRE),))
    both = told("x", *cited, stands("x", "post"), voice=WIRE)
    found = one(case([both], *FIVE, WIRED, INDEPENDENT))
    assert (found.origins, found.articles) == (2, 6)


def test_five_articles_that_only_name_the_wire_as_documents() -> None:
    """Their chains end in themselves, but as documents they are taken from the wire report."""
    drawn = [replace(one, taken_from=("document/wire",)) for one in FIVE]
    claims = [told(name, stands(name, name), voice=f"organisation/{name}") for name in ARTICLES]
    assert one(case(claims, *drawn, WIRED)).origins == 1
    assert one(case(claims, *FIVE, WIRED)).origins == 5


def test_two_articles_and_the_statement_to_one_paper() -> None:
    """As in the seed case: two articles, at different removes, go back to the same words to one paper."""
    cited = (
        stands("said", "a", "post"),
        stands("said", "b", "c"),
        stands("said", "c", "post"),
        stands("said", "post", "utterance"),
        stands("said", None, relay="utters"),
    )
    documents = [paper("a"), paper("b"), paper("c"), INDEPENDENT]
    found = one(case([told("said", *cited, voice="person/teasdale")], *documents))
    assert (found.origins, found.roots) == (1, (("person/teasdale",),))


# --- what an origin is


def uttered(name: str, voice: Key, document: str, **fields: object) -> Claim:
    return told(
        name,
        stands(name, document, "utterance"),
        stands(name, None, relay="utters"),
        voice=voice,
        **fields,
    )


SPOKE = uttered("spoke", "person/teasdale", "a")
A, B = paper("a", "organisation/a"), paper("b", "organisation/b")
OWN_A, OWN_B = (
    told(f"own-{name}", stands(f"own-{name}", name), voice=f"organisation/{name}") for name in "ab"
)

ORIGINS: list[tuple[str, list[Claim], list[Document], int]] = [
    ("one person telling two papers", [SPOKE, uttered("again", "person/teasdale", "b")], [A, B], 1),
    ("two persons in one paper", [SPOKE, uttered("other", "person/firefly", "a")], [A, B], 2),
    ("a person, and the paper itself", [SPOKE, OWN_A], [A, B], 2),
    ("two papers by themselves", [OWN_A, OWN_B], [A, B], 2),
    (
        "one publisher in two papers",
        [OWN_A, replace(OWN_B, voice="organisation/a")],
        [A, replace(B, publisher="organisation/a")],
        1,
    ),
    ("a paper drawing on the other", [OWN_A, OWN_B], [A, replace(B, taken_from=("document/a",))], 1),
    (
        "a chain of shared sources",
        [OWN_A, OWN_B, told("own-c", stands("own-c", "c"), voice="organisation/c")],
        [
            replace(A, taken_from=("document/x",)),
            replace(B, taken_from=("document/x", "document/y")),
            paper("c", "organisation/c", taken_from=("document/y",)),
            paper("x"),
            paper("y"),
        ],
        1,
    ),
    (
        "a source that stands behind another source as well",
        [OWN_A, told("own-c", stands("own-c", "c"), voice="organisation/c")],
        [
            replace(A, taken_from=("document/x", "document/y")),
            paper("c", "organisation/c", taken_from=("document/x",)),
            paper("x"),
            paper("y", taken_from=("document/x",)),
        ],
        1,
    ),
    (
        "a paper quoting two whose utterances aren't coded",
        [
            told("q1", stands("q1", "a", relay="quotes"), voice="person/teasdale"),
            told("q2", stands("q2", "a", relay="quotes"), voice="person/firefly"),
        ],
        [A],
        2,
    ),
    (
        "a paper reporting of two whose utterances aren't coded",
        [
            told("q1", stands("q1", "a"), voice="person/teasdale"),
            told("q2", stands("q2", "a"), voice="person/firefly"),
        ],
        [A],
        1,
    ),
    (
        "a voice quoted in two papers without its utterance",
        [
            told("q1", stands("q1", "a", relay="quotes"), voice="person/teasdale"),
            told("q2", stands("q2", "b"), voice="person/teasdale"),
        ],
        [A, B],
        1,
    ),
    (
        "a paper whose own utterance is coded, and its sources",
        [uttered("u", "organisation/a", "a"), OWN_B],
        [replace(A, taken_from=("document/b",)), B],
        1,
    ),
    ("no citation at all", [told("bare", voice="person/teasdale")], [], 1),
]


@pytest.mark.parametrize(("name", "claims", "documents", "count"), ORIGINS, ids=[row[0] for row in ORIGINS])
def test_what_counts_as_one_origin(
    name: str, claims: list[Claim], documents: list[Document], count: int
) -> None:
    """By voice or by document, directly or through others."""
    known = case(claims, *documents)
    found = one(known)
    assert found.origins == len(found.roots) == count
    assert origins_of(known, known.claims.values()) == found.roots


def test_every_origin_case_ran() -> None:
    """The table above has not shrunk."""
    assert len(ORIGINS) == 13


def test_what_was_published_later_is_no_source_yet() -> None:
    """Until the wire report is out, nothing ties the two articles together."""
    claims = [from_wire(name, f"organisation/{name}") for name in ARTICLES[:2]]
    known = case(claims, *FIVE[:2], replace(WIRED, known=known_stamp(LATE)))
    assert one(known, day="2029-05-31").origins == 2
    assert one(known, day=LATE).origins == one(known).origins == 1
    # A link that is not out is passed over, if what it was taken from is.
    middle = told("m", stands("m", "a", "b"), stands("m", "b", "wire"), stands("m", "wire"), voice=WIRE)
    late = case([middle], A, replace(B, known=known_stamp(LATE)), WIRED)
    assert one(late, day=EARLY).roots == (("document/wire", WIRE),)


def test_the_documents_behind_a_document_are_found_in_whatever_order_they_are_named() -> None:
    """A source that is named first and stands behind the second is the only one at the end."""
    for sources in (("document/x", "document/y"), ("document/y", "document/x")):
        known = case([], paper("a", taken_from=sources), paper("y", taken_from=("document/x",)), paper("x"))
        assert Chains(known).first_documents("document/a") == {"document/x"}


def test_documents_in_a_circle_end_somewhere() -> None:
    """A reader refuses them; what is built by hand must not hang."""
    known = case([OWN_A], replace(A, taken_from=("document/b",)), replace(B, taken_from=("document/a",)))
    assert one(known).origins == 1
    turning = told("t", stands("t", "a", "b"), stands("t", "b", "a"), voice="organisation/a")
    assert one(case([turning], A, B)).origins >= 1


# --- statements


def test_what_a_contact_claim_states() -> None:
    """The outcome, the means, who sought it, the date; a denial denies the outcome and tells no more."""
    full = told("full", mode="call", when=when("2029-01"))
    bare = told("bare", mode="contact", participants=(party("state/fr"), party("state/sy")))
    against = told("no", stance="denies", mode="call", when=when("2029-01"), voice="person/teasdale")
    proposed = told("may", stance="proposes", mode="meeting", outcome=None)
    announced = told("will", stance="announces", outcome="held", mode="visit")
    never = told("never", stance="denies", outcome=None, about="contact/other")
    found = corroboration(knowledge([full, bare, against, proposed, announced, never]))
    assert [(one.about, one.field, one.value, len(one.claims)) for one in found] == [
        ("contact/other", "outcome", "denied: any contact", 1),
        ("contact/talk", "date", "2029-01", 1),
        ("contact/talk", "initiator", "person/firefly", 1),
        ("contact/talk", "mode", "call", 1),
        ("contact/talk", "outcome", "denied: held", 1),
        ("contact/talk", "outcome", "held", 2),
    ]


def test_what_the_others_state() -> None:
    """A silence that there was one; a channel each thing said of it; a tenure from when and until when."""
    found = corroboration(rich())
    values = {(one.kind, one.field, one.value) for one in found if one.kind != "contact"}
    assert values == {
        ("silence", "scope", "calls"),
        ("channel", "state", "in place"),
        ("channel", "location", "Fredville"),
        ("channel", "operator", "person/teasdale"),
        ("channel", "level", "working"),
        ("tenure", "from", "2027-05"),
        ("tenure", "to", "2031-01-02"),
        ("tenure", "from", "2028-05-01"),
    }
    tenures = [one for one in found if one.kind == "tenure"]
    assert {one.voices for one in tenures} == {(ROSTER_VOICE,)}
    assert {one.claims for one in tenures} == {
        ("claim/firefly-fr-minister-start",),
        ("claim/firefly-fr-minister-end",),
        ("claim/trentino-sy-minister-start",),
    }
    then = {
        day: [one.value for one in corroboration(rich(), day) if one.kind == "tenure"]
        for day in ("2027-05-30", "2030-12-31")
    }
    assert then == {"2027-05-30": [], "2030-12-31": ["2027-05", "2028-05-01"]}  # the end was not known yet


def test_withdrawn_and_future_claims_state_nothing() -> None:
    """Only what was published and not withdrawn by the day."""
    gone = told("gone", withdrawn=known_stamp("2029-04-01"))
    later = told("later", outcome="refused", known=known_stamp(LATE))
    known = knowledge([gone, later])
    values = {
        day: [one.value for one in corroboration(known, day) if one.field == "outcome"]
        for day in ("2029-02-01", "2029-03-15", "2029-05-01", LATE)
    }
    assert list(values.values()) == [[], ["held"], [], ["refused"]]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError, match="28 days"):
        corroboration(knowledge(), "2029-02-30")


# --- unnamed voices and sides

VOICES = [
    entity("party/spokeswoman", "a spokeswoman", state="state/fr", unnamed=True),
    entity("party/officials", "officials", organisation="organisation/fr-ministry", unnamed=True),
    entity("organisation/fr-ministry", "Ministry of Freedonia", state="state/fr"),
    entity("organisation/third", "Ministry of a third state", state="state/third"),
    entity("state/third", "Third"),
]

SIDES: list[tuple[str, list[dict[str, Key]], bool, Key | None]] = [
    (
        "an official by office",
        [{"voice": "person/firefly", "voice_office": "office/fr-minister"}],
        False,
        "state/fr",
    ),
    ("an official without an office", [{"voice": "person/firefly"}], False, None),
    ("the state itself", [{"voice": "state/sy"}], False, "state/sy"),
    ("a ministry", [{"voice": "organisation/fr-ministry"}], False, "state/fr"),
    ("unnamed, by state", [{"voice": "party/spokeswoman"}], True, "state/fr"),
    (
        "unnamed, by organisation",
        [{"voice": "party/officials"}, {"voice": "party/spokeswoman"}],
        True,
        "state/fr",
    ),
    ("one named among unnamed", [{"voice": "party/officials"}, {"voice": "state/fr"}], False, "state/fr"),
    ("both sides", [{"voice": "state/fr"}, {"voice": "state/sy"}], False, None),
    ("one side and the press", [{"voice": "state/fr"}, {"voice": "organisation/gazette"}], False, None),
    ("the press alone", [{"voice": "organisation/gazette"}], False, None),
    ("a third state", [{"voice": "organisation/third"}], False, None),
]


@pytest.mark.parametrize(("name", "voices", "unnamed", "side"), SIDES, ids=[row[0] for row in SIDES])
def test_unnamed_voices_and_one_side(
    name: str, voices: list[dict[str, Key]], unnamed: bool, side: Key | None
) -> None:
    """One side only if every voice speaks for the same state, and that is one of several in the matter."""
    claims = [told(f"c{number}", **fields) for number, fields in enumerate(voices)]
    base = knowledge(claims)
    found = one(replace(base, entities={**base.entities, **keyed(VOICES)}))
    assert (found.unnamed_only, found.one_side) == (unnamed, side)


def test_every_side_ran() -> None:
    """The table above has not shrunk."""
    assert len(SIDES) == 11


def test_no_side_where_there_is_but_one() -> None:
    """Of a contact within one state, its officials are not one side of two; of a channel its ends decide."""
    at_home = told("home", participants=(FIREFLY, party("state/fr", at="state/fr")), voice="state/fr")
    line = claim("line", kind="channel", about="channel/hotline", state="in use", voice="state/fr")
    found = {one.kind: one.one_side for one in corroboration(knowledge([at_home, line]))}
    assert found == {"contact": None, "channel": "state/fr"}


# --- the oracle

PUBLISHERS = ("organisation/a", "organisation/b", None)
SPEAKERS = ("organisation/a", "organisation/b", "person/firefly", "person/teasdale")
RELAYS = ("reports", "quotes", "utters", "translates")


@st.composite
def forests(draw: st.DrawFn) -> Knowledge:
    """Claims that say the same, their citations taken from one another; documents drawn from documents."""
    names = [f"d{number}" for number in range(draw(st.integers(1, 6)))]
    documents = [
        paper(
            name,
            draw(st.sampled_from(PUBLISHERS)),
            draw(st.sampled_from([EARLY, EARLY, LATE, None])),
            taken_from=tuple(
                f"document/{source}" for source in names[:place] if draw(st.integers(0, 3)) == 0
            ),
            seen=draw(st.booleans()),
        )
        for place, name in enumerate(names)
    ]
    claims = [grown(draw, f"c{number}", names) for number in range(draw(st.integers(1, 5)))]
    return case(claims, *documents)


def grown(draw: st.DrawFn, name: str, documents: list[str]) -> Claim:
    """A claim whose citations, some from the utterance, are taken from earlier ones or from nothing."""
    places: list[str | None] = draw(st.lists(st.sampled_from(documents), max_size=5, unique=True))
    places = [None, *places] if draw(st.booleans()) else places
    cited: list[Citation] = []
    for place in places:
        above = draw(st.sampled_from([None, *cited])) if place else None
        source = above.key.rsplit("/", 1)[1] if above else None
        cited.append(stands(name, place, source, draw(st.sampled_from(RELAYS))))
    order = draw(st.permutations(cited))
    return told(name, *order, voice=draw(st.sampled_from(SPEAKERS)), known=known_stamp(EARLY))


def by_hand(known: Knowledge, day: str | None) -> set[frozenset[Key]]:
    """The origins by definition: each root walked to by itself, the components by a graph library."""
    limit = known_stamp(day)
    ties: nx.Graph[Key] = nx.Graph()
    for each in known.claims.values():
        for members in roots_by_hand(known, each, limit):
            nx.add_path(ties, sorted(members))
            ties.add_nodes_from(members)
    return {frozenset(part) for part in nx.connected_components(ties)}


def roots_by_hand(known: Knowledge, one: Claim, limit: str) -> list[set[Key]]:
    """What stands at the end of each chain of a claim, with all by which it may be the same as another."""
    out = {key for key, document in known.documents.items() if (document.known or "") <= limit}
    chains = [chain for start in one.citations if (chain := chain_by_hand(one, start, out))]
    said_by = {known.documents[chain[0].document].publisher for chain in chains if chain[0].document}
    return [top_by_hand(known, one, chain, out, said_by) for chain in chains] or [{one.voice}]


def chain_by_hand(one: Claim, start: Citation, out: set[Key]) -> list[Citation]:
    """From a citation to its root, without what was not out."""
    cited = {each.key: each for each in one.citations}
    chain = [start]
    while chain[-1].taken_from is not None:
        chain.append(cited[chain[-1].taken_from])
    return [each for each in chain if each.document is None or each.document in out]


def top_by_hand(
    known: Knowledge, one: Claim, chain: list[Citation], out: set[Key], said_by: set[Key | None]
) -> set[Key]:
    top = chain[-1]
    if top.document is None:
        carrier = chain[-2].document if len(chain) > 1 else None
        itself = carrier is not None and known.documents[carrier].publisher == one.voice
        return {one.voice} | (firsts(known, carrier, out) if carrier and itself else set())
    if one.voice in said_by:
        publisher = known.documents[top.document].publisher
        return firsts(known, top.document, out) | ({publisher} if publisher else set())
    if top.relay in ("quotes", "utters"):
        return {one.voice}
    return firsts(known, top.document, out) | {one.voice}


def firsts(known: Knowledge, key: Key, out: set[Key]) -> set[Key]:
    """The documents out by then behind one, itself among them, behind which there is no other."""
    drawn: nx.DiGraph[Key] = nx.DiGraph()
    drawn.add_nodes_from(known.documents)
    drawn.add_edges_from((d.key, source) for d in known.documents.values() for source in d.taken_from)
    reached = {key} | nx.descendants(drawn, key)
    return {each for each in reached & out if not nx.descendants(drawn, each) & out}


@settings(max_examples=2000 if LARGE else 100)
@given(forests(), st.sampled_from([None, EARLY]))
def test_origins_are_those_of_the_oracle(known: Knowledge, day: str | None) -> None:
    """On any forest of citations, on either day; the derived graph has the same number."""
    found = one(known, day=day)
    assert {frozenset(origin) for origin in found.roots} == by_hand(known, day)
    assert found.origins == len(found.roots)
    if day is None:
        assert hub_origins(known)["contact/talk"] == found.origins


@settings(max_examples=2000 if LARGE else 100)
@given(forests(), st.sampled_from([None, EARLY]))
def test_threads_are_the_paths_from_the_documents_at_hand(known: Knowledge, day: str | None) -> None:
    """Each thread is the set of documents on a path; none holds another; each path holds one."""
    chains, limit = Chains(known, day), known_stamp(day)
    documents = known.documents
    out = {key for key, document in documents.items() if (document.known or "") <= limit}
    for each in known.claims.values():
        cited = [c for c in each.citations if c.document is None or c.document in out]
        taken = {c.taken_from for c in cited}
        starts = [c for c in cited if c.key not in taken or (c.document and documents[c.document].seen)]
        walks = [chain_by_hand(each, start, out) for start in starts]
        paths = {frozenset(c.document for c in walk if c.document) for walk in walks}
        smallest = {path for path in paths if not any(other < path for other in paths)}
        assert set(chains.threads(each)) == (smallest or {frozenset()})


def hub_origins(known: Knowledge) -> dict[Key, int]:
    """bc:origins of each contact in the derived graph."""
    found = {}
    for line in derived(known):
        subject, predicate, value = line.split(" ")[:3]
        if predicate.endswith("#origins>"):
            found[subject.split("/id/")[1].rstrip(">")] = int(value.split('"')[1])
    return found


# --- the graph and the library


def leading(known: Knowledge) -> dict[Key, int]:
    """How many origins each contact's outcome has, by Python."""
    return {one.about: one.origins for one in corroboration(known) if one.field == "outcome"}


def test_the_derived_graph_of_the_seed_case_agrees(seed_knowledge: Knowledge) -> None:
    """No contact of the seed case has two outcomes; one that is only proposed has no origin."""
    hubs = hub_origins(seed_knowledge)
    assert {key: count for key, count in hubs.items() if count} == leading(seed_knowledge)
    assert hubs["contact/biden-putin-meeting-proposed-2022"] == 0


def asked(known: Knowledge, voice: str, day: str) -> dict[Key, int]:
    """The origins that question 08 gives for each claim of a voice."""
    store = pyoxigraph.Store()
    store.bulk_load(
        "".join(canonical(statements(known, RECORDED))).encode(), format=pyoxigraph.RdfFormat.N_QUADS
    )
    rows = store.query(find("when-said").with_parameters({"voice": voice, "known": day}))
    return {row["claim"].value.split("/id/")[1]: int(row["origins"].value) for row in rows}  # type: ignore[union-attr]


SAYING = ("organisation/a", "organisation/b", "organisation/c", "person/firefly")


@st.composite
def as_a_case_has_them(draw: st.DrawFn) -> Knowledge:
    """Claims as a case file makes them: papers speak for themselves or carry an utterance, and each paper is
    drawn from at most one other."""
    names = "abcd"
    documents = [
        paper(
            name,
            f"organisation/{name}",
            taken_from=(f"document/{draw(st.sampled_from(names[:place]))}",) * draw(st.booleans())
            if place
            else (),
        )
        for place, name in enumerate(names)
    ]
    said = when("2029-02-27")
    asking = uttered("asking", "person/teasdale", "a")
    asking = replace(asking, citations=(replace(asking.citations[0], said=said), asking.citations[1]))
    others = []
    for number, name in enumerate(draw(st.lists(st.sampled_from(names), max_size=4, unique=True))):
        outcome = draw(st.sampled_from(["held", "held", "refused"]))
        own = told(f"o{number}", stands(f"o{number}", name), voice=f"organisation/{name}", outcome=outcome)
        carried = uttered(f"o{number}", draw(st.sampled_from(["person/firefly", "person/teasdale"])), name)
        others.append(draw(st.sampled_from([own, carried])))
    return case([asking, *others], *documents)


@settings(max_examples=300 if LARGE else 40)
@given(as_a_case_has_them())
def test_question_08_agrees_on_what_a_case_says(known: Knowledge) -> None:
    """SPARQL, which ties papers by one document behind them, finds what Python finds."""
    named = replace(known, entities={**known.entities, "person/teasdale": entity("person/teasdale", "T")})
    expected = next(s.origins for s in corroboration(known) if s.field == "outcome" and s.value == "held")
    iri = "https://w3id.org/backchannel/id/person/teasdale"
    assert set(asked(named, iri, "everything").values()) == {expected}


def test_question_08_agrees_on_the_seed_case(seed_knowledge: Knowledge) -> None:
    """For Kirby's claims: one origin, in two articles."""
    iri = "https://w3id.org/backchannel/id/person/john-kirby"
    found = asked(seed_knowledge, iri, "everything")
    python = {
        key: one.origins
        for one in corroboration(seed_knowledge)
        if one.field == "outcome"
        for key in one.claims
    }
    assert found == {key: python[key] for key in found}
    assert set(found.values()) == {1}
    assert len(found) == 2


# --- the seed case


def test_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Kirby's refusals stand in two articles and rest on one voice of one side."""
    found = {(one.about.split("/")[1], one.field, one.value): one for one in corroboration(seed_knowledge)}
    kirby = found["austin-shoigu-attempts-2022", "outcome", "refused"]
    assert (kirby.origins, kirby.articles, kirby.one_side) == (1, 2, "state/us")
    assert found["us-russia-nonpublic-2022", "outcome", "held"].origins == 3
    hotline = found["deconfliction-hotline", "state", "in place"]
    assert (hotline.origins, hotline.articles) == (2, 2)  # 004 and Reuters, on which it draws, are one
    unnamed = {key for key, one in found.items() if one.unnamed_only}
    assert unnamed == {
        ("blinken-lavrov-2022", "scope", "official exchange"),
        ("deconfliction-hotline", "state", "unanswered"),
        ("austin-shoigu-call-2022-10-21", "initiator", "person/lloyd-austin"),
        ("austin-shoigu-call-2022-10-23", "initiator", "person/lloyd-austin"),
    }


# --- the command


def run(seed_out: Path, *arguments: str) -> str:
    found = CliRunner().invoke(group, ["origins", *arguments, "--graph", str(seed_out)])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_the_command_for_machines(seed_out: Path) -> None:
    """One row a value in CSV and JSON; the weakest first, the roster's tenures last."""
    rows = list(csv.DictReader(io.StringIO(run(seed_out, "--format", "csv"))))
    assert len(rows) == len(json.loads(run(seed_out, "--format", "json"))) > 100
    counts = [int(row["origins"]) for row in rows if row["kind"] != "tenure"]
    assert counts == sorted(counts)
    assert rows[0]["claims"] == "claim/kirby-austin-shoigu"
    assert rows[-1]["kind"] == "tenure"
    assert {row["one_side"] for row in rows} >= {"United States", "Russia", ""}


@pytest.mark.parametrize(
    "name",
    ["contact/austin-shoigu-attempts-2022", "claim/kirby-austin-shoigu", "John Kirby", "Kirby"],
)
def test_the_command_for_people(name: str, seed_out: Path) -> None:
    """One row for what rests on the same claims, and the evidence below."""
    text = run(seed_out, name)
    assert "refused; call; sought by" in text
    assert "John Kirby (one side only: United States)" in text
    assert "[kirby-austin-shoigu]" in text
    assert "[kirby-austin-shoigu]" not in run(seed_out, name, "--no-evidence")


def test_the_command_says_when_nothing_is_known(seed_out: Path) -> None:
    assert "no proof" in run(seed_out, "contact/austin-shoigu-attempts-2022", "--known", "2022-03-01")


def test_the_command_refuses_what_it_doesn_t_know(seed_out: Path) -> None:
    found = CliRunner().invoke(group, ["origins", "Sullivan", "--graph", str(seed_out)])
    assert found.exit_code == 1
    assert "Jake Sullivan" in str(found.exception)
    found = CliRunner().invoke(group, ["origins", "--known", "2022-02-30", "--graph", str(seed_out)])
    assert "28 days" in str(found.exception)
