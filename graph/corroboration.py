"""Corroboration: how many origins a statement has that are independent of one another, not how many articles.

A *statement* is one value of one thing said of one contact, silence, channel or tenure; the claims that say
the same are counted together. What is merely announced or proposed is no statement of fact and left out; a
denial is a value of its own ('denied: held').

An *origin* is made of roots. The *root* of a chain is the last citation up ``Citation.taken_from`` that was
out by the day asked (a document published later doesn't count yet, neither as a root nor as a link). What
stands at a root:

* an utterance is its voice. Where the document that took it straight from the utterance is published by
  that very voice, voice and document are one (a paper doesn't go back to itself as to somebody else);
* a root in a document is that document and whoever speaks there, by the first of these that fits: its
  publisher, where the claim's voice is the publisher of any document on its chains (a paper speaks for
  itself, or took over what another said); the claim's voice alone, where the document quotes or utters it
  (its words stand there, and the document only carries them); else the claim's voice as well as the
  document, because a mere report doesn't show that the voice was heard apart from it;
* where that document as a whole is taken from others (``Document.taken_from``), those at the end take its
  place.

Two roots are *one origin* if they have a document or a voice in common, directly or through further roots:
the connected components. This is conservative: a voice that tells two papers is one origin, so is a paper
that reports twice, so are two reports that draw on one agency. What is counted as two may still have a
common source that nobody recorded: the number is an upper bound of what is independent in the world.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from backchannel.graph.clock import NEVER
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import ROSTER_VOICE, Citation, Claim, Key, Knowledge, Participant, Tenure
from backchannel.graph.semantics import SPEAKS_OF_FACT, live
from backchannel.graph.threads import Chains

__all__ = ["DENIED", "Statement", "by_origin", "corroboration", "origins_of"]

DENIED = "denied: "
# In these the voice's own words stand in the document; in the others the document speaks of it.
OWN_WORDS = frozenset({"utters", "quotes"})
KINDS = ("contact", "silence", "channel", "tenure")

Roots = frozenset[Key]
Origin = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field of one thing, and on how much it rests.

    ``kind`` is contact, silence, channel or tenure and ``about`` its key. ``field`` and ``value``: of a
    contact outcome, mode, initiator (keys with a blank between) and date (EDTF); of a silence scope; of a
    channel state, location, operator (a key) and level; of a tenure from and to (EDTF). A value that is
    denied begins with :data:`DENIED`.

    ``origins`` counts the independent origins and ``roots`` names what each is made of (documents and
    voices); ``articles`` counts the documents at hand in which it stands, ``voices`` are those who say it.
    ``unnamed_only``: no voice is named. ``one_side`` is the state for which every voice speaks (as its
    official, office, organisation or the state itself), where it is one of several parties to the matter;
    None where several sides say so, or a voice without a side (the press).
    """

    kind: str
    about: Key
    field: str
    value: str
    claims: tuple[Key, ...]
    origins: int
    articles: int
    voices: tuple[Key, ...]
    unnamed_only: bool
    one_side: Key | None
    roots: tuple[Origin, ...] = ()


def corroboration(knowledge: Knowledge, known: str | None = None) -> list[Statement]:
    """Every statement of the claims live by the end of ``known``, by kind, key, field and value.

    Raises :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> corroboration(Knowledge("A case", "en"))
    []
    """
    chains = Chains(knowledge, known)
    groups: dict[tuple[str, Key, str, str], list[Claim]] = defaultdict(list)
    for claim in live_claims(knowledge, known):
        for field, value in said(claim):
            groups[claim.kind, claim.about, field, value].append(claim)
    found = [_statement(chains, what, claims) for what, claims in groups.items()]
    found += [one for tenure in knowledge.tenures.values() for one in _of_tenure(chains, tenure)]
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.about, one.field, one.value))


def origins_of(knowledge: Knowledge, claims: Iterable[Claim], known: str | None = None) -> tuple[Origin, ...]:
    """The independent origins of several claims taken together, each as its documents and voices, sorted.

    ``claims`` are to be live by the end of ``known`` and to say the same. Raises
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> origins_of(Knowledge("A case", "en"), [])
    ()
    """
    chains = Chains(knowledge, known)
    return _components(roots for claim in claims for roots in _roots(chains, claim))


def by_origin(chains: Chains, claims: Collection[Claim]) -> list[tuple[Claim, ...]]:
    """Claims put together that go back to one origin, by key: what stands or falls together.

    A claim that came by several ways goes back to all of their roots.

    >>> by_origin(Chains(Knowledge("A case", "en")), [])
    []
    """
    roots = {claim.key: frozenset().union(*_roots(chains, claim)) for claim in claims}
    part_of = {key: part for part in _components(roots.values()) for key in part}
    groups: dict[Origin, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.key):
        groups[part_of[min(roots[claim.key])]].append(claim)
    return [tuple(group) for group in groups.values()]


def said(claim: Claim) -> Iterator[tuple[str, str]]:
    """The fields and values that a claim states of what it is about."""
    denies = claim.stance == "denies"
    if not denies and claim.stance not in SPEAKS_OF_FACT:
        return
    fields = {"contact": _of_contact, "silence": _of_silence, "channel": _of_channel}.get(claim.kind)
    for field, value in fields(claim) if fields else ():
        if not denies:
            yield field, value
        elif field not in ("mode", "initiator", "date"):  # whoever denies a contact tells nothing of it
            yield field, DENIED + value


def _of_contact(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.outcome or claim.stance == "denies":
        yield "outcome", claim.outcome or "any contact"
    if claim.mode and claim.mode != "contact":  # which says no more than that there was one
        yield "mode", claim.mode
    seekers = sorted({one.entity for one in claim.participants if one.role == "initiator"})
    if seekers:
        yield "initiator", " ".join(seekers)
    if claim.when and claim.when.edtf:
        yield "date", claim.when.edtf


def _of_silence(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "scope", claim.scope or "not told"


def _of_channel(claim: Claim) -> Iterator[tuple[str, str]]:
    values = (
        ("state", claim.state),
        ("location", claim.location),
        ("operator", claim.operator),
        ("level", claim.level),
    )
    yield from ((field, value) for field, value in values if value)


def _statement(chains: Chains, what: tuple[str, Key, str, str], claims: list[Claim]) -> Statement:
    kind, about, field, value = what
    roots = _components(one for claim in claims for one in _roots(chains, claim))
    documents = {one.document for claim in claims for one in chains.citations(claim)}
    return Statement(
        kind,
        about,
        field,
        value,
        claims=tuple(sorted(claim.key for claim in claims)),
        origins=len(roots),
        articles=sum(chains.seen(document) for document in documents),
        voices=tuple(sorted({claim.voice for claim in claims})),
        unnamed_only=all(_unnamed(chains.knowledge, claim.voice) for claim in claims),
        one_side=_one_side(chains.knowledge, about, claims),
        roots=roots,
    )


def _of_tenure(chains: Chains, tenure: Tenure) -> Iterator[Statement]:
    """That somebody held an office from a day on, and until a day, each as far as it was known."""
    edges = [("from", "start", tenure.start, tenure.start_known)]
    if tenure.end is not None and tenure.end_known is not None:
        edges.append(("to", "end", tenure.end, tenure.end_known))
    firsts = chains.first_documents(tenure.document)
    roots = (tuple(sorted({*firsts, ROSTER_VOICE})),)
    for field, name, when, known in edges:
        if when.edtf and live(known, NEVER, chains.clock):
            claim = f"claim/{tenure.key.split('/', 1)[1]}-{name}"
            articles = int(chains.seen(tenure.document))
            yield Statement(
                "tenure",
                tenure.key,
                field,
                when.edtf,
                (claim,),
                1,
                articles,
                (ROSTER_VOICE,),
                False,
                None,
                roots,
            )


# --- roots and origins


def _roots(chains: Chains, claim: Claim) -> list[Roots]:
    """The roots of a claim's chains, each as the documents and voices by which another may be the same."""
    publishers = {chains.publisher(one.document) for one in chains.citations(claim)}
    found = [
        _root(chains, claim, top, straight, own=claim.voice in publishers)
        for top, straight in chains.tops(claim).values()
    ]
    return found or [frozenset({claim.voice})]


def _root(chains: Chains, claim: Claim, top: Citation, straight: list[Citation], own: bool) -> Roots:
    if top.document is None:
        carriers = [one.document for one in straight if one.document]
        itself = [one for one in carriers if chains.publisher(one) == claim.voice]
        return frozenset({claim.voice}).union(*map(chains.first_documents, itself))
    if own:
        speaker = chains.publisher(top.document)
        return chains.first_documents(top.document) | ({speaker} if speaker else set())
    if top.relay in OWN_WORDS:
        return frozenset({claim.voice})
    return chains.first_documents(top.document) | {claim.voice}


def _components(every: Iterable[Roots]) -> tuple[Origin, ...]:
    """Sets that have a member in common, directly or through others, put together."""
    part_of: dict[Key, set[Key]] = {}
    for roots in every:
        touched = {id(part_of[key]): part_of[key] for key in roots if key in part_of}
        largest = max(touched.values(), key=len, default=set())
        for part in (*touched.values(), roots):
            if part is not largest:
                largest |= part
                part_of.update(dict.fromkeys(part, largest))
    parts = {id(part): part for part in part_of.values()}
    return tuple(sorted(tuple(sorted(part)) for part in parts.values()))


# --- voices and sides


def _unnamed(knowledge: Knowledge, voice: Key) -> bool:
    found = knowledge.entities.get(voice)
    return found is not None and found.unnamed


def _one_side(knowledge: Knowledge, about: Key, claims: list[Claim]) -> Key | None:
    sides = {_side(knowledge, claim.voice, claim.voice_office) for claim in claims}
    side = next(iter(sides)) if len(sides) == 1 else None
    parties = _parties(knowledge, about, claims) if side else set()
    return side if side in parties and len(parties) > 1 else None


def _side(knowledge: Knowledge, voice: Key, office: Key | None = None) -> Key | None:
    """The state for which a voice speaks: its own, or that of the office or organisation it speaks for."""
    if voice.startswith("state/"):
        return voice
    for key in (voice, office):
        entity = knowledge.entities.get(key or "")
        organisation = knowledge.entities.get(entity.organisation or "") if entity else None
        state = (entity.state if entity else None) or (organisation.state if organisation else None)
        if state:
            return state
    return None


def _parties(knowledge: Knowledge, about: Key, claims: list[Claim]) -> set[Key | None]:
    """The states to which the matter is one between; None stands for a party of no known state."""
    if about in knowledge.channels:
        return {_side(knowledge, end) for end in knowledge.channels[about].between}
    return {_state_of(knowledge, one) for claim in claims for one in claim.participants}


def _state_of(knowledge: Knowledge, one: Participant) -> Key | None:
    return one.state or _side(knowledge, one.entity, one.office)
