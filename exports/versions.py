"""The life of each contact on the clock of publication: from which day it looked like what.

A page whose reader turns back 'known by' must show what could be known then, not today's view with
gaps. So every contact is worked out anew for each moment at which one of its claims was published or
withdrawn; between two such moments nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.gregorian import eve
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.projection import NETWORK_LEVELS, ends

__all__ = ["Line", "Version", "versions"]


@dataclass(frozen=True, order=True, slots=True)
class Line:
    """One line of a contact at a level: ``source`` sought ``target``; undirected, nobody says who did."""

    source: Key
    target: Key
    directed: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What a contact looked like for ``since <= K < until`` on the clock of publication.

    ``lines`` holds, for each level, the lines to be drawn; none where fewer than two parties of the
    contact stand at that level.
    """

    contact: Key
    since: Stamp
    until: Stamp
    consensus: Consensus
    lines: Mapping[str, Sequence[Line]]


def versions(knowledge: Knowledge) -> list[Version]:
    """Every version of every contact, by contact, then by time."""
    hubs = contact_claims(knowledge)
    moments = {hub: breaks(claims) for hub, claims in hubs.items()}
    batches: dict[Stamp, list[Key]] = defaultdict(list)
    for hub, stamps in moments.items():
        for stamp in stamps:
            batches[stamp].append(hub)
    found = []
    for stamp, batch in sorted(batches.items()):
        part = replace(knowledge, claims={claim.key: claim for hub in batch for claim in hubs[hub]})
        found += at_moment(part, stamp, moments)
    return sorted(found, key=lambda version: (version.contact, version.since))


def at_moment(part: Knowledge, stamp: Stamp, moments: Mapping[Key, Sequence[Stamp]]) -> list[Version]:
    """The versions that begin at one moment, of the contacts whose claims ``part`` holds."""
    return [
        Version(
            contact=hub,
            since=stamp,
            until=min((later for later in moments[hub] if later > stamp), default=NEVER),
            consensus=one,
            lines={level: drawn(one, level) for level in NETWORK_LEVELS},
        )
        for hub, one in consensus(part, day_that_ends_at(stamp)).items()
    ]


def drawn(one: Consensus, level: str) -> tuple[Line, ...]:
    """The lines of a contact in the network of a level."""
    found = ends(one.claims, level).items()
    return tuple(sorted(Line(source, target, directed) for (source, target), directed in found))


def contact_claims(knowledge: Knowledge) -> dict[Key, list[Claim]]:
    """The contact claims about each contact, both by key."""
    hubs: dict[Key, list[Claim]] = defaultdict(list)
    for _, claim in sorted(knowledge.claims.items()):
        if claim.kind == "contact":
            hubs[claim.about].append(claim)
    return dict(sorted(hubs.items()))


def breaks(claims: Sequence[Claim]) -> list[Stamp]:
    """The moments at which what is known of a contact changes."""
    known = {claim.known or UNKNOWN_PUBLICATION for claim in claims}
    return sorted(known | {claim.withdrawn for claim in claims if claim.withdrawn} - {NEVER})


def day_that_ends_at(stamp: Stamp) -> str | None:
    """The day as whose end a stamp is known; None stands for everything ever published.

    >>> day_that_ends_at("2022-04-01T00:00:00Z"), day_that_ends_at("2022-04-01T12:00:00Z")
    ('2022-03-31', '2022-04-01')
    >>> day_that_ends_at(UNKNOWN_PUBLICATION) is None
    True
    """
    if stamp >= UNKNOWN_PUBLICATION:
        return None
    return eve(stamp)
