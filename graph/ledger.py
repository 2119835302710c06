"""The silence ledger: for each two, and each channel, the time from one held contact to the next.

Each gap has a least and a greatest length in days, exact over all that the dates leave open, and says
whether a silence over it is *claimed* (and by whom) or there is merely no contact on record. Before the first
contact on record the record says nothing, so no gap stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from backchannel.graph.asof import last_day
from backchannel.graph.bounds import julian_day
from backchannel.graph.breaks import Asked, by_channel, by_pair
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import consensus, live_claims
from backchannel.graph.gaps import FAR, Days, History, Span
from backchannel.graph.gregorian import eve
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.offices import main_offices
from backchannel.graph.pairs import pairs
from backchannel.graph.semantics import SPEAKS_OF_FACT
from backchannel.graph.silences import Side, SilenceIndex, claimed_silences, extent

__all__ = ["LEDGER_LEVELS", "Gap", "ledger"]

LEDGER_LEVELS = ("person", "office", "state", "channel")
# What is said of a channel that nobody gets through.
SILENT_STATES = frozenset({"unanswered", "suspended", "closed"})
CLAIMED, IN_PART, WIDER, UNRECORDED = (
    "claimed",
    "claimed in part",
    "claimed of a wider circle",
    "unrecorded",
)


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between a held contact and the last one before it; of two, or through one channel.

    ``ends`` are the two, in sorted order, or the channel alone. ``contact`` is the later contact (None:
    none came, the gap is open up to the day asked about); ``previous`` are those that may have been the last
    before it (none: no held contact is on record, only attempts or claims of a silence).
    ``least`` and ``most`` are days from date to date over every world that the record leaves open, a
    contact of quite unknown date lying anywhere; ``most`` is None where it has no bound. ``undated``
    counts the contacts of these two without any date; ``least_dated``, ``most_dated`` leave them aside.
    ``sure``: False where the later contact may not have been held, or not at that rank and of that sort.
    ``between``: the days that certainly lie between, as Julian Day Numbers. ``status`` is 'claimed' (a voice
    claims a silence of these two over all of those days), 'claimed in part', 'claimed of a wider circle'
    (only of groups or states to which they belong) or 'unrecorded'; ``claims`` are the claims of their own
    silence, ``wider`` those of wider circles, ``voices`` whose they are.
    """

    ends: tuple[Key, ...]
    contact: Key | None
    previous: tuple[Key, ...]
    least: int | None
    most: int | None
    least_dated: int | None
    most_dated: int | None
    undated: int
    sure: bool
    between: Days | None
    status: str
    claims: tuple[Key, ...] = ()
    wider: tuple[Key, ...] = ()
    voices: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiet:
    """A claim of silence as the ledger compares it: its first and last day, whose claim, on whom."""

    claim: Key
    voice: Key
    days: tuple[int | None, int | None]
    own: bool

    def meets(self, stretch: Days) -> bool:
        first, last = self.days
        return (first is None or first <= stretch[1]) and (last is None or stretch[0] <= last)

    def spans(self, stretch: Days) -> bool:
        first, last = self.days
        return first is not None and last is not None and first <= stretch[0] and stretch[1] <= last


def ledger(
    knowledge: Knowledge,
    level: str = "person",
    at: str | None = None,
    known: str | None = None,
    rank: str | None = None,
    scope: str | None = None,
    ends: Iterable[Key] = (),
) -> list[Gap]:
    """Every gap of every two persons, offices or states, or of every channel, in the order of time.

    ``at`` is the day up to which the last gap of each runs (default: the last day of a publication);
    contacts that certainly came after it don't count. ``known`` leaves out what was not published, or was
    withdrawn, by the end of that day. ``rank`` counts only contacts of that rank on both sides, ``scope``
    only those that a silence of this scope excludes (a word of the ontology's scopes): others may happen
    without breaking the silence. ``ends``: of these two, or this channel, alone.

    Raises ValueError for a level, :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> ledger(Knowledge(title="Freedonia", language="en"), "state", at="2022-10-31")
    []
    """
    if level not in LEDGER_LEVELS:
        raise ValueError(f"expected a level of {', '.join(LEDGER_LEVELS)}; found {level!r}")
    day = eve(day_bounds(at)[1]) if at else last_day(knowledge, known)
    contacts = consensus(knowledge, known).values()
    of_channels = level == "channel"
    histories = by_channel(contacts, Asked(rank, scope)) if of_channels else _pairs(knowledge, level, known)
    if not of_channels:
        histories |= by_pair(contacts, level, Asked(rank, scope))
    quiet = _of_channels(knowledge, known) if of_channels else _of_pairs(knowledge, known)
    one = tuple(sorted(ends))
    wanted = [one] if one else sorted(histories)
    return [gap for key in wanted for gap in _gaps(key, histories.get(key, []), day, quiet(key))]


def _pairs(knowledge: Knowledge, level: str, known: str | None) -> dict[tuple[Key, ...], list[Span]]:
    """Those of whom a silence is claimed, each without any contact yet."""
    claims = [claim for claim in live_claims(knowledge, known) if claim.kind == "silence"]
    levels = (level, "party") if level == "person" else (level,)
    return {pair: [] for claim in claims for kind in levels for pair in pairs(claim, kind)}


def _gaps(ends: tuple[Key, ...], spans: Sequence[Span], at: str | None, quiet: Sequence[Quiet]) -> list[Gap]:
    """The gaps of one history, up to a day."""
    last = julian_day(at) if at else None
    begun = [one for one in spans if last is None or one.days[0] <= last]
    every, dated = History(begun), History(one for one in begun if _dated(one))
    found = [_gap(ends, one, every, dated, quiet) for one in dated.spans if every.bounds(one)]
    return found if last is None else [*found, _gap(ends, Span("", last, last), every, dated, quiet)]


def _dated(one: Span) -> bool:
    return one.first is not None or one.last is not None


def _gap(ends: tuple[Key, ...], contact: Span, every: History, dated: History, quiet: Sequence[Quiet]) -> Gap:
    """The gap before a contact; before the day asked about where its key is empty."""
    lengths, lengths_dated = every.bounds(contact), dated.bounds(contact)
    between = every.certainly_between(contact)
    stretch = between or (contact.days if lengths else (-FAR, contact.days[1]))
    meeting = [one for one in quiet if one.meets(stretch)]
    own = [one for one in meeting if one.own]
    return Gap(
        ends=ends,
        contact=contact.key or None,
        previous=every.previous(contact),
        least=lengths[0] if lengths else None,
        most=lengths[1] if lengths else None,
        least_dated=lengths_dated[0] if lengths_dated else None,
        most_dated=lengths_dated[1] if lengths_dated else None,
        undated=len(every.spans) - len(dated.spans),
        sure=contact.sure,
        between=between,
        status=_status(own, meeting, between),
        claims=tuple(sorted(one.claim for one in own)),
        wider=tuple(sorted(one.claim for one in meeting if not one.own)),
        voices=tuple(sorted({one.voice for one in own or meeting})),
    )


def _status(own: Sequence[Quiet], meeting: Sequence[Quiet], between: Days | None) -> str:
    if between and any(one.spans(between) for one in own):
        return CLAIMED
    if own:
        return IN_PART
    return WIDER if meeting else UNRECORDED


def _of_pairs(knowledge: Knowledge, known: str | None) -> Callable[[tuple[Key, ...]], list[Quiet]]:
    """Finds the claims of a silence that two fall under."""
    told = [one for one in claimed_silences(knowledge, known) if one.stance in SPEAKS_OF_FACT]
    index, seats = SilenceIndex(told), main_offices(knowledge)

    def quiet(ends: tuple[Key, ...]) -> list[Quiet]:
        one, other = (_side(knowledge, end, seats) for end in ends)
        return [
            Quiet(found.claim, found.voice, found.extent, own) for found, own in index.between(one, other)
        ]

    return quiet


def _of_channels(knowledge: Knowledge, known: str | None) -> Callable[[tuple[Key, ...]], list[Quiet]]:
    """Finds the claims that nobody gets through a channel."""
    told: dict[Key, list[Quiet]] = defaultdict(list)
    for claim in live_claims(knowledge, known):
        if claim.kind == "channel" and claim.state in SILENT_STATES and claim.stance in SPEAKS_OF_FACT:
            bounds = claim.bounds
            told[claim.about].append(Quiet(claim.key, claim.voice, extent(bounds, claim.known), own=True))
    return lambda ends: told.get(ends[0], [])


def _side(knowledge: Knowledge, node: Key, seats: Mapping[Key, Key]) -> Side:
    """A party with the state and the rank of the office in which it mostly acts."""
    entity = knowledge.entities[node]
    seat = knowledge.entities.get(seats.get(node, ""), entity)
    return Side(node, node if entity.kind == "state" else seat.state, seat.rank)
