"""The derived graph: what the claims come to, as statements of their own, rebuilt and never edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.corroboration import origins_of
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.nquads import iri
from backchannel.graph.pairs import LEVELS, directed_pairs, pair_key, pairs
from backchannel.graph.semantics import SPEAKS_OF_FACT
from backchannel.graph.writing import Statements, bc, term
from backchannel.ontology.prefixes import DERIVED
from backchannel.ontology.terms import OUTCOMES, STATUSES

__all__ = ["derived"]

GRAPH = iri(DERIVED)


def derived(knowledge: Knowledge) -> Iterator[str]:
    """The lines of the derived graph over the claims that stand today."""
    contacts = consensus(knowledge)
    for one in contacts.values():
        yield from _hub(knowledge, one)
    yield from _edges(contacts)
    yield from _links(contacts)


def _hub(knowledge: Knowledge, one: Consensus) -> Iterator[str]:
    s = Statements(one.contact, GRAPH)
    s.types("Contact")
    for outcome in one.outcomes:
        s.concept(bc("outcome"), outcome, OUTCOMES)
    s.concept(bc("status"), one.status, STATUSES)
    s.time(bc("earliest"), one.bounds.earliest)
    s.time(bc("latest"), one.bounds.latest)
    if one.date_disputed:
        s.boolean(bc("dateDisputed"), True)
    s.integer(bc("origins"), len(origins_of(knowledge, _standing_behind(one))))
    for claim in one.claims:
        s.key(term("prov:wasDerivedFrom"), claim.key)
        s.key(bc("party"), *(p.entity for p in claim.participants if p.role != "intermediary"))
        for level in LEVELS:
            s.key(bc("pair"), *(pair_key(level, a, b) for a, b in pairs(claim, level)))
    yield from s.lines


def _standing_behind(one: Consensus) -> list[Claim]:
    """The claims of fact that say what the contact's outcome is taken to be."""
    return [c for c in one.claims if c.stance in SPEAKS_OF_FACT and c.outcome == one.outcome]


def _pair_keys(one: Consensus) -> set[Key]:
    return {pair_key(level, a, b) for claim in one.claims for level in LEVELS for a, b in pairs(claim, level)}


def _edges(contacts: Mapping[Key, Consensus]) -> Iterator[str]:
    counts: Counter[tuple[Key, str]] = Counter()
    latest: dict[tuple[Key, str], Stamp] = {}
    for one in contacts.values():
        for pair in () if one.contested else _pair_keys(one):
            for outcome in one.outcomes:
                counts[pair, outcome] += 1
                latest[pair, outcome] = max(latest.get((pair, outcome), ""), one.bounds.latest)
    for (pair, outcome), count in counts.items():
        s = Statements(f"edge/{pair.split('/', 1)[1]}/{outcome}", GRAPH)
        s.types("Edge")
        s.key(bc("pair"), pair)
        s.concept(bc("outcome"), outcome, OUTCOMES)
        s.integer(bc("count"), count)
        s.time(bc("lastPossible"), latest[pair, outcome])
        yield from s.lines


def _links(contacts: Mapping[Key, Consensus]) -> Iterator[str]:
    for one in contacts.values():
        if one.contested:
            continue
        for claim in one.claims:
            for level in ("person", "office", "state"):
                for source, target in directed_pairs(claim, level):
                    yield from _link(source, target, one.outcomes)


def _link(source: Key, target: Key, outcomes: tuple[str, ...]) -> Iterator[str]:
    seeker, sought = Statements(source, GRAPH), Statements(target, GRAPH)
    if outcomes:
        seeker.key(bc("soughtContactWith"), target)
    if "held" in outcomes:
        seeker.key(bc("heldContactWith"), target)
        sought.key(bc("heldContactWith"), source)
    if "refused" in outcomes:
        sought.key(bc("refusedContactWith"), source)
    yield from seeker.lines
    yield from sought.lines
