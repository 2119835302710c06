"""Claims, their citations, parties and contents as statements (docs/graph-format.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, days
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION
from backchannel.graph.model import Citation, Claim, Document, Key, Participant, When
from backchannel.graph.pairs import LEVELS, pair_key, pairs
from backchannel.graph.quads_entities import evidence
from backchannel.graph.writing import Statements, bc, term
from backchannel.ontology import terms

__all__ = ["claim", "clocks", "dates", "hubs", "pair_nodes"]

# A silence, like the state of a channel, is a state of affairs that holds throughout its interval.
_VALID_KINDS = {"silence"}


def claim(one: Claim, documents: Mapping[Key, Document]) -> Iterator[str]:
    """The statements of one claim, with its citations, participations and contents."""
    s = Statements(one.key)
    s.types("Claim", terms.CLAIM_CLASSES[one.kind])
    _attribution(s, one)
    if one.kind in ("contact", "silence", "channel") or one.when:
        dates(s, one.when, throughout=_throughout(one))
    clocks(s, one.known, one.withdrawn, one.recorded)
    _contact(s, one)
    _state_of_affairs(s, one)
    yield from _participations(s, one)
    yield from _contents(s, one)
    for citation in one.citations:
        s.key(bc("citedIn"), citation.key)
        yield from _citation(citation, documents)
    yield from s.lines


def _throughout(one: Claim) -> bool:
    interval = one.when is not None and one.when.edtf is not None and "/" in one.when.edtf
    return one.kind in _VALID_KINDS or (one.kind == "channel" and interval)


def _attribution(s: Statements, one: Claim) -> None:
    s.key(bc("about"), one.about or None)
    s.key(bc("retracts"), one.retracts)
    s.concept(bc("stance"), one.stance, terms.STANCES)
    s.key(bc("statedBy"), one.voice)
    s.key(bc("statedAs"), one.voice_office)
    s.text(bc("paraphrase"), one.paraphrase, one.paraphrase_language)
    s.literal(bc("reliability"), one.reliability)
    s.integer(bc("credibility"), one.credibility)
    s.literal(bc("hedge"), one.hedge)
    s.literal(bc("identified"), one.identified)
    s.literal(bc("note"), one.note)
    s.key(bc("supersedes"), one.supersedes)


def dates(s: Statements, when: When | None, *, throughout: bool) -> None:
    """The date as found, its four bounds, and the day numbers of its first and last possible day."""
    bounds = when.bounds if when else UNKNOWN
    if when:
        s.edtf(bc("valid") if throughout else bc("when"), when.edtf)
        s.text(bc("whenText"), when.wording, when.language)
        s.literal(bc("whenInferred"), when.inferred)
    s.time(bc("earliest"), bounds.earliest)
    s.time(bc("certainFrom"), bounds.certain_from)
    s.time(bc("certainUntil"), bounds.certain_until)
    s.time(bc("latest"), bounds.latest)
    first, last = days(bounds)
    s.integer(bc("firstDay"), first)
    s.integer(bc("lastDay"), last)


def clocks(s: Statements, known: str | None, withdrawn: str | None, recorded: str | None) -> None:
    """When it became known (and the number of that day), when it was withdrawn, when the case took it in."""
    s.time(bc("knownFrom"), known or UNKNOWN_PUBLICATION)
    if known and known != UNKNOWN_PUBLICATION:
        s.integer(bc("knownDay"), days(Bounds(BEGINNING, END, BEGINNING, known))[1])
    s.time(bc("withdrawnFrom"), withdrawn or NEVER)
    s.time(bc("recordedAt"), recorded)


def _contact(s: Statements, one: Claim) -> None:
    s.concept(bc("outcome"), one.outcome, terms.OUTCOMES)
    s.concept(bc("mode"), one.mode, terms.MODES)
    s.key(bc("via"), *one.channels)
    if one.times > 1:
        s.integer(bc("minTimes"), one.times)
    s.boolean(bc("public"), one.public)
    s.literal(bc("location"), one.location)
    s.literal(bc("topic"), *one.topics)


def _state_of_affairs(s: Statements, one: Claim) -> None:
    s.concept(bc("scope"), one.scope, terms.SCOPES)
    s.literal(bc("exception"), *one.exceptions)
    s.key(bc("endedBy"), one.ended_by)
    s.concept(bc("state"), one.state, terms.CHANNEL_STATES)
    s.key(bc("operator"), one.operator)
    s.concept(bc("level"), one.level, terms.RANKS)
    s.key(bc("side"), one.side)


def _participations(s: Statements, one: Claim) -> Iterator[str]:
    for number, participant in enumerate(one.participants, 1):
        key = f"{one.key}/party/{number}"
        s.key(bc("participation"), key)
        _shortcuts(s, participant)
        yield from _participation(key, participant)
    for level in LEVELS:
        s.key(bc("pair"), *(pair_key(level, a, b) for a, b in pairs(one, level)))


def _shortcuts(s: Statements, participant: Participant) -> None:
    if participant.role not in ("intermediary", "refuser"):
        s.key(bc("party"), participant.entity)
    if participant.role == "initiator":
        s.key(bc("from"), participant.entity)
    if participant.role == "addressee":
        s.key(bc("to"), participant.entity)


def _participation(key: Key, participant: Participant) -> Iterator[str]:
    s = Statements(key)
    s.types("Participation")
    s.key(bc("agent"), participant.entity)
    s.key(bc("person"), participant.person)
    s.key(bc("office"), participant.office)
    s.key(bc("ofState"), participant.state)
    s.concept(bc("rank"), participant.rank, terms.RANKS)
    s.concept(bc("role"), participant.role, terms.ROLES)
    if participant.office_basis != "stated":
        s.concept(bc("officeBasis"), participant.office_basis, terms.BASES)
    if participant.person_basis != "stated":
        s.concept(bc("personBasis"), participant.person_basis, terms.BASES)
    s.literal(bc("note"), participant.note)
    yield from s.lines


def _contents(s: Statements, one: Claim) -> Iterator[str]:
    for number, content in enumerate(one.contents, 1):
        key = f"{one.key}/content/{number}"
        s.key(bc("content"), key)
        said = Statements(key)
        said.types("Content")
        said.concept(bc("contentKind"), content.kind, terms.CONTENT_KINDS)
        said.text(bc("text"), content.text, content.language)
        said.key(bc("from"), content.sender)
        said.key(bc("to"), content.receiver)
        yield from said.lines


def _citation(one: Citation, documents: Mapping[Key, Document]) -> Iterator[str]:
    s = Statements(one.key)
    s.types("Citation")
    s.key(bc("inDocument"), one.document)
    s.concept(bc("relay"), one.relay, terms.RELAYS)
    s.key(bc("takenFrom"), one.taken_from)
    if one.document and one.document in documents:
        s.time(bc("published"), documents[one.document].known)
    if one.said:
        s.edtf(bc("statedWhen"), one.said.edtf)
        s.text(bc("statedWhenText"), one.said.wording, one.said.language)
        s.literal(bc("statedWhenInferred"), one.said.inferred)
    s.literal(bc("note"), one.note)
    yield from evidence(s, one.key, one.document, one.spans)
    yield from s.lines


def pair_nodes(claims: Mapping[Key, Claim]) -> Iterator[str]:
    """The index nodes of all pairs, once each."""
    found = {
        pair_key(level, a, b): (a, b)
        for one in claims.values()
        for level in LEVELS
        for a, b in pairs(one, level)
    }
    for key, ends in found.items():
        s = Statements(key)
        s.types("Pair")
        s.key(bc("member"), *ends)
        yield from s.lines


def hubs(claims: Mapping[Key, Claim]) -> Iterator[str]:
    """The hubs that claims are about: identity only, values stay on the claims."""
    classes = {"contact": "Contact", "silence": "Silence"}
    for key in {one.about: None for one in claims.values() if one.about}:
        kind = classes.get(key.split("/", 1)[0])
        if kind:
            s = Statements(key)
            s.add(term("rdf:type"), bc(kind))
            yield from s.lines
