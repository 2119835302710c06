"""What changed between two days of publication: what became known, was withdrawn, or is told differently.

On each of the two days every thing on record (a contact, a silence, a channel, a holder of an office, a
dispute) has a *state*: what the claims that were live then come to. A difference is a thing whose states on
the two days are not the same; so the differences from a to c are those from a to b followed by those from b
to c, but for what came and went in between. Nothing published after the later day has any influence: both
states are computed anew from what was known then, as in a database of two clocks (Jensen and Snodgrass,
Temporal Data Management, IEEE TKDE 11(1), 1999), and never filtered from today's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from backchannel.graph.asof import begun, tenure_then
from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, occurrence
from backchannel.graph.channels import histories, standing
from backchannel.graph.clock import UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.consensus import Consensus, consensus, live_claims
from backchannel.graph.disputes import Dispute, disputes
from backchannel.graph.errors import DateError
from backchannel.graph.holders import Seat, seats
from backchannel.graph.model import Claim, Key, Knowledge, Tenure, When
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, disjunction, known_by, truth_at, truth_within
from backchannel.graph.silences import ClaimedSilence, claimed_silences

__all__ = ["CHANGES", "KINDS", "Difference", "Fact", "State", "differences", "snapshot"]

KINDS = ("contact", "silence", "channel", "holder", "dispute")
CHANGES = ("became known", "withdrawn", "changed")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is so: a ``field``, its ``value`` (a word or a key) and its date, where it has one."""

    field: str
    value: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What the claims live on a day come to. ``facts`` are in a fixed order.

    ``truth``: of a contact whether it had taken place by the end of the day ``at``, of a silence or a
    channel whether it was so on that day, of an office whether its holder is certain; of a dispute whether
    the claims can't all be true. None where no day was asked for, or where it doesn't apply.
    """

    facts: tuple[Fact, ...]
    truth: Truth | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing whose state on two days is not the same.

    ``kind`` is contact, silence, channel, holder or dispute; ``change`` became known (no state before),
    withdrawn (none after) or changed. ``about`` is the key of the thing (of a holder the tenure; with a day
    ``at`` the office); ``part`` says of a dispute what it is about. ``claims`` are those that made the
    change: published or withdrawn in between, and what withdrew them.
    """

    kind: str
    change: str
    about: Key
    part: str
    before: State | None
    after: State | None
    claims: tuple[Key, ...]


Item = tuple[str, Key, str]
Seen = tuple[State, frozenset[Key]]


def differences(
    knowledge: Knowledge,
    before: str,
    after: str | None,
    at: str | None = None,
    kinds: Collection[str] = KINDS,
) -> tuple[Difference, ...]:
    """What became known, was withdrawn or changed between the ends of two days of publication.

    ``before`` and ``after`` are days (``YYYY-MM-DD``, or a month or a year, to its end); ``after`` None means
    everything published. ``at`` asks how things stood on that day: what certainly lay later is left out,
    channels and offices are those of the day. Ordered by kind, then by key. Raises
    :class:`~backchannel.graph.errors.DateError` for what is no day, and where ``after`` is the earlier.

    >>> differences(Knowledge("A case", "en"), "2022-04-01", "2022-06-01")
    ()
    """
    if known_stamp(after) < known_stamp(before):
        raise DateError(f"{after} is earlier than {before}; expected the earlier day first")
    one, other = (snapshot(knowledge, day, at, kinds) for day in (before, after))
    withdrawers = _withdrawers(knowledge, after)
    return tuple(
        _difference(item, one.get(item), other.get(item), withdrawers)
        for item in sorted(one.keys() | other.keys(), key=_order)
        if _state(one.get(item)) != _state(other.get(item))
    )


def snapshot(
    knowledge: Knowledge, known: str | None, at: str | None = None, kinds: Collection[str] = KINDS
) -> dict[Item, Seen]:
    """The state of every thing on record by the end of the day ``known``, with the claims behind it.

    By kind, key and part, as in :class:`Difference`.

    >>> snapshot(Knowledge("A case", "en"), "2022-04-01")
    {}
    """
    then = _live_then(knowledge, known, at)
    found: dict[Item, Seen] = {}
    for kind in KINDS:
        if kind in kinds:
            found |= STATES[kind](then, known, at)
    return found


def _live_then(knowledge: Knowledge, known: str | None, at: str | None) -> Knowledge:
    """The claims that were live then, and what was known of the tenures; without what certainly lay later.

    It is what :func:`backchannel.graph.asof.as_of` gives, but for what no state is made of.
    """
    clock, end = known_stamp(known), day_bounds(at)[1] if at else END
    claims = {claim.key: claim for claim in live_claims(knowledge, known) if begun(claim.when, end)}
    tenures = {
        key: tenure_then(one, clock)
        for key, one in knowledge.tenures.items()
        if known_by(one.start_known, clock) and begun(one.start, end)
    }
    return replace(knowledge, claims=claims, tenures=tenures)


def _order(item: Item) -> tuple[int, Key, str]:
    return KINDS.index(item[0]), item[1], item[2]


def _state(seen: Seen | None) -> State | None:
    return seen[0] if seen else None


def _difference(
    item: Item, before: Seen | None, after: Seen | None, withdrawers: Mapping[Key, tuple[Key, ...]]
) -> Difference:
    change = "changed" if before and after else "became known" if after else "withdrawn"
    then, now = (seen[1] if seen else frozenset() for seen in (before, after))
    moved = (then ^ now) or (then | now)
    by = {key for claim in then - now for key in withdrawers.get(claim, ())}
    return Difference(
        kind=item[0],
        change=change,
        about=item[1],
        part=item[2],
        before=_state(before),
        after=_state(after),
        claims=tuple(sorted(moved | by)),
    )


def _withdrawers(knowledge: Knowledge, known: str | None) -> dict[Key, tuple[Key, ...]]:
    """What withdraws each claim, of what was published by then."""
    clock = known_stamp(known)
    found: dict[Key, tuple[Key, ...]] = {}
    for claim in knowledge.claims.values():
        for old in (claim.supersedes, claim.retracts):
            if old and known_by(claim.known or UNKNOWN_PUBLICATION, clock):
                found[old] = (*found.get(old, ()), claim.key)
    return found


def _contacts(then: Knowledge, known: str | None, at: str | None) -> dict[Item, Seen]:
    end = day_bounds(at)[1] if at else None
    return {
        ("contact", hub, ""): (_contact(one, end), frozenset(claim.key for claim in one.claims))
        for hub, one in consensus(then, known).items()
    }


def _contact(one: Consensus, end: str | None) -> State:
    facts = [Fact("outcome", outcome) for outcome in one.outcomes or (one.outcome,)]
    facts += [Fact("status", one.status), Fact("date", "", When(None, one.bounds))]
    facts += [Fact("date", "disputed")] if one.date_disputed else []
    return State(tuple(facts), truth_within(one.bounds, BEGINNING, end) if end else None)


def _silences(then: Knowledge, known: str | None, at: str | None) -> dict[Item, Seen]:
    hubs: dict[Key, list[ClaimedSilence]] = defaultdict(list)
    for one in claimed_silences(then, known):
        hubs[one.silence].append(one)
    return {
        ("silence", hub, ""): (_silence(told, at), frozenset(one.claim for one in told))
        for hub, told in hubs.items()
    }


def _silence(told: Iterable[ClaimedSilence], at: str | None) -> State:
    every = list(told)
    facts = {fact for one in every for fact in _of_silence(one)}
    held = [one.bounds for one in every if one.stance in SPEAKS_OF_FACT]
    return State(_sorted(facts), _on(held, at))


def _of_silence(one: ClaimedSilence) -> list[Fact]:
    facts = [Fact("claimed", one.stance, _plain(one.when)), Fact("according to", one.voice)]
    facts += [Fact("between", party) for party in one.parties]
    facts += [Fact("but for", exception) for exception in one.exceptions]
    singles = (("of what", one.scope), ("hedged", one.hedge), ("ended by", one.ended_by))
    return facts + [Fact(field, value) for field, value in singles if value]


def _channels(then: Knowledge, known: str | None, at: str | None) -> dict[Item, Seen]:
    return _standings(then, known, at) if at else _said_of_channels(then, known)


def _said_of_channels(then: Knowledge, known: str | None) -> dict[Item, Seen]:
    """All that is said of each channel."""
    told: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live_claims(then, known):
        if claim.kind == "channel":
            told[claim.about].append(claim)
    return {
        ("channel", hub, ""): (
            State(_sorted({fact for claim in claims for fact in _of_channel(claim)})),
            frozenset(claim.key for claim in claims),
        )
        for hub, claims in told.items()
    }


def _of_channel(claim: Claim) -> list[Fact]:
    manner = "" if claim.stance == "asserts" else f"{claim.stance}: "
    said = (
        ("state", claim.state),
        ("place", claim.location),
        ("answered by", claim.operator),
        ("rank", claim.level),
    )
    return [
        Fact(f"{manner}{field}", value, _plain(claim.when) if field == "state" else None)
        for field, value in said
        if value
    ]


def _standings(then: Knowledge, known: str | None, at: str) -> dict[Item, Seen]:
    """The states that each channel is said to be in on a day."""
    found: dict[Item, Seen] = {}
    for history in histories(then, at, known):
        states = standing(history, at)
        if states:
            facts = tuple(Fact("last said" if _past(one.truth) else "state", one.state) for one in states)
            truths = {Truth(one.truth) for one in states if not _past(one.truth)}
            claims = frozenset(claim for one in states for claim in one.claims)
            found["channel", history.channel, ""] = (
                State(facts, disjunction(truths) if truths else None),
                claims,
            )
    return found


def _past(truth: str) -> bool:
    return truth not in (Truth.CERTAIN, Truth.POSSIBLE)


def _holders(then: Knowledge, known: str | None, at: str | None) -> dict[Item, Seen]:
    if at:
        return {
            ("holder", seat.office, ""): (
                _seat(seat),
                frozenset(c for one in seat.holdings for c in one.claims),
            )
            for seat in seats(then, at, known)
            if seat.holdings
        }
    return {
        ("holder", tenure.key, ""): (_tenure(tenure), _tenure_claims(tenure))
        for tenure in then.tenures.values()
    }


def _seat(seat: Seat) -> State:
    facts = [Fact("verdict", str(seat.verdict))]
    facts += sorted((Fact(f"{one.truth} {one.capacity}", one.person) for one in seat.holdings), key=_words)
    truths = [one.truth for one in seat.holders]
    return State(tuple(facts), disjunction(truths) if truths else None)


def _tenure(tenure: Tenure) -> State:
    facts = [
        Fact("person", tenure.person),
        Fact("office", tenure.office),
        Fact("capacity", tenure.capacity),
        Fact("from", "", _plain(tenure.start)),
    ]
    return State(tuple(facts + ([Fact("until", "", _plain(tenure.end))] if tenure.end else [])))


def _tenure_claims(tenure: Tenure) -> frozenset[Key]:
    """The claims that it began and, where that is known, that it ended; named as in the graph."""
    name = tenure.key.split("/", 1)[1]
    return frozenset(f"claim/{name}-{edge}" for edge in ("start", "end") if edge == "start" or tenure.end)


def _disputes(then: Knowledge, known: str | None, at: str | None) -> dict[Item, Seen]:
    return {
        ("dispute", one.about, one.kind): (_dispute(then, one), frozenset(one.claims))
        for one in disputes(then, known)
    }


def _dispute(then: Knowledge, one: Dispute) -> State:
    return State(tuple(_held(then, one, index) for index in range(len(one.positions))), one.truth)


def _held(then: Knowledge, one: Dispute, index: int) -> Fact:
    position = one.positions[index]
    if one.kind == "date":
        return Fact("position", "", _plain(then.claims[position.claims[0]].when))
    if one.kind == "day of the statement":
        return Fact("position", "", When(position.holds, occurrence(position.holds)))
    return Fact("position", position.holds)


STATES: dict[str, Callable[[Knowledge, str | None, str | None], dict[Item, Seen]]] = {
    "contact": _contacts,
    "silence": _silences,
    "channel": _channels,
    "holder": _holders,
    "dispute": _disputes,
}


def _plain(when: When | None) -> When | None:
    """A date without the wording and the reasons, which are no part of a state."""
    return When(when.edtf, when.bounds) if when else None


def _on(several: Iterable[Bounds], at: str | None) -> Truth | None:
    """Whether any of several stretches covers a day; None where no day is asked for."""
    return disjunction(truth_at(bounds, *day_bounds(at)) for bounds in several) if at else None


def _sorted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=_words))


def _words(fact: Fact) -> tuple[str, ...]:
    """An order of facts: by field, value, date."""
    when = fact.when or When(None, UNKNOWN)
    bounds = when.bounds
    edges = (bounds.earliest, bounds.certain_from, bounds.certain_until, bounds.latest)
    return (fact.field, fact.value, when.edtf or "", *edges)
