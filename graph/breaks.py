"""Which contacts break a silence: held ones, between those two, at that rank, of that sort.

Rank and scope count. A silence of two ministers is not broken by an ambassador's visit, nor one of
calls by a letter. Where the sources leave open whether a contact was held, of what sort it was or at which
rank, it breaks the silence possibly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from backchannel.graph.bounds import days
from backchannel.graph.consensus import Consensus
from backchannel.graph.gaps import Span
from backchannel.graph.model import Claim, Key, Participant
from backchannel.graph.pairs import agents, meetings
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, conjunction, disjunction, truth

__all__ = ["Asked", "by_channel", "by_pair", "in_scope"]

Pair = tuple[Key, Key]
Ends = tuple[Key, ...]

# No single contact ends a silence of negotiations or of a regular exchange of information for sure.
NEVER_SURE = frozenset({"negotiations", "information exchange"})
# What a source says that names no means: it may have been a call or anything else.
UNSPECIFIC = "contact"


@dataclass(frozen=True, slots=True)
class Asked:
    """What sort of silence one asks about: of those of a ``rank`` on both sides, of contacts of a
    ``scope`` (a word of the ontology's scopes); None: of any."""

    rank: str | None = None
    scope: str | None = None


def by_pair(contacts: Iterable[Consensus], level: str, asked: Asked) -> dict[Ends, list[Span]]:
    """For each two of a level that were in touch or tried the contacts that break their silence, if any."""
    found: dict[Ends, list[Span]] = defaultdict(list)
    for one in contacts:
        sort = conjunction((_held(one), in_scope(one, asked.scope)))
        for pair, rank in _pairs(one, level, asked.rank).items():
            found[pair] += _span(one, conjunction((sort, rank)))
    return dict(found)


def by_channel(contacts: Iterable[Consensus], asked: Asked) -> dict[Ends, list[Span]]:
    """For each channel that was used or tried the contacts that went through it, surely or possibly."""
    found: dict[Ends, list[Span]] = defaultdict(list)
    for one in contacts:
        sort = conjunction((_held(one), in_scope(one, asked.scope)))
        for channel in {key: None for claim in _factual(one) for key in claim.channels}:
            found[channel,] += _span(one, sort)
    return dict(found)


def in_scope(one: Consensus, scope: str | None) -> Truth:
    """Whether a contact is one of those that a silence of this scope excludes.

    'calls': a call is, another means is not; where no source names the means, or they differ, possibly.
    'public contact' and 'official exchange': a contact said to be public is, one said not to be isn't,
    otherwise possibly. 'negotiations' and 'information exchange': any contact, possibly. 'any contact': all.

    >>> from backchannel.graph.bounds import UNKNOWN
    >>> met = Consensus("contact/x", "held", ("held",), "agreed", UNKNOWN, False, (), ())
    >>> str(in_scope(met, "calls")), str(in_scope(met, "any contact"))
    ('possible', 'certain')
    """
    if scope is None or scope == "any contact":
        return Truth.CERTAIN
    if scope in NEVER_SURE:
        return Truth.POSSIBLE
    if scope == "calls":
        means = {claim.mode for claim in _factual(one)} - {None, UNSPECIFIC}
        return truth(means == {"call"}, not means or "call" in means)
    public = {claim.public for claim in _factual(one)} - {None}
    return truth(public == {True}, public != {False})


def _held(one: Consensus) -> Truth:
    """Whether a contact was held: surely if a voice says so and none contradicts."""
    return truth("held" in one.outcomes and not one.contested, "held" in one.outcomes)


def _factual(one: Consensus) -> Iterator[Claim]:
    return (claim for claim in one.claims if claim.stance in SPEAKS_OF_FACT)


def _pairs(one: Consensus, level: str, rank: str | None) -> Mapping[Pair, Truth]:
    """The pairs of a contact at a level, and whether both sides were of the rank asked for."""
    found: dict[Pair, Truth] = {}
    for claim in _factual(one):
        for left, right in meetings(claim.participants):
            fits = _ranked(left, right, rank)
            for ends in _ends(left, right, level):
                pair = (min(ends), max(ends))
                found[pair] = disjunction((found.get(pair, fits), fits))
    return found


def _ends(left: Participant, right: Participant, level: str) -> Iterator[Pair]:
    for kind in (level, "party") if level == "person" else (level,):
        ends = agents(left, right, kind)
        if ends and ends[0] != ends[1]:
            yield ends


def _ranked(left: Participant, right: Participant, rank: str | None) -> Truth:
    if rank is None:
        return Truth.CERTAIN
    ranks = {left.rank, right.rank}
    return truth(ranks == {rank}, ranks <= {rank, None})


def _span(one: Consensus, certainty: Truth) -> list[Span]:
    """The contact on the line of days; nothing where it breaks no silence."""
    if certainty is Truth.IMPOSSIBLE:
        return []
    return [Span(one.contact, *days(one.bounds), sure=certainty is Truth.CERTAIN)]
