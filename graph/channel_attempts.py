"""Attempts between the ends of a channel that did not go through it: by another line, or one not told."""

from __future__ import annotations

from backchannel.graph.bounds import END
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge, Stamp
from backchannel.graph.semantics import SPEAKS_OF_FACT

__all__ = ["TURNED_AWAY", "attempts_between"]

TURNED_AWAY = frozenset({"refused", "ignored"})


def attempts_between(
    knowledge: Knowledge, channel: Key, at: str | None = None, known: str | None = None
) -> tuple[Claim, ...]:
    """The claims that one end of a channel sought the other in vain, but not through it, by date.

    An end is a state, and whoever acts for it is meant. Only what was refused or ignored counts, one
    claim each, so that those who say 'refused' and those who say 'ignored' stand side by side. ``at``
    leaves out what certainly came after the end of a day, ``known`` what was not yet published or
    already withdrawn. Raises KeyError for a channel that isn't there,
    :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> from backchannel.graph.model import Channel, Names
    >>> line = Channel("channel/line", Names((("the line", "en"),)), "hotline", ("state/a", "state/b"))
    >>> attempts_between(Knowledge("A case", "en", channels={line.key: line}), line.key)
    ()
    """
    ends = frozenset(knowledge.channels[channel].between)
    end = day_bounds(at)[1] if at is not None else END
    found = [
        claim
        for claim in live_claims(knowledge, known)
        if claim.outcome in TURNED_AWAY
        and claim.kind == "contact"
        and claim.stance in SPEAKS_OF_FACT
        and channel not in claim.channels
        and claim.bounds.earliest < end
        and crosses(claim, ends)
    ]
    return tuple(sorted(found, key=order))


def crosses(claim: Claim, ends: frozenset[Key]) -> bool:
    """Whether somebody of one end sought somebody of another."""
    seeking = {one.state for one in claim.participants if one.role == "initiator"} & ends
    sought = {one.state for one in claim.participants if one.role == "addressee"} & ends
    return bool(seeking and sought) and len(seeking | sought) > 1


def order(claim: Claim) -> tuple[bool, Stamp, Stamp, Key]:
    bounds = claim.bounds
    return *bounds.order, claim.key
