"""Answers of which :mod:`backchannel.graph.cut` can say on which sources they rest.

Each is a :class:`Question`: the claims (and tenures) that can affect the answer, and the answer itself as a
function of a knowledge that holds those of them that survive. Leaving out all other claims is exact,
because the answer never reads them; each question says why.

A claim that was corrected or retracted stands again when every claim that withdraws it has fallen, if it
survives itself. So the claims of a question are all that were published by the day, the withdrawn among
them, and those that withdraw one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from backchannel.graph.bounds import END, Bounds
from backchannel.graph.channels import histories, standing
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.consensus import Consensus, about, consensus, live_claims
from backchannel.graph.cut import TRIED, Cut, smallest_cuts
from backchannel.graph.errors import UnknownNameError
from backchannel.graph.holders import holders
from backchannel.graph.model import ROSTER_VOICE, Claim, Key, Knowledge, Stamp, Tenure
from backchannel.graph.pairs import pairs
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, known_by, live, truth_before
from backchannel.graph.silences import claimed_silences
from backchannel.graph.threads import Chains, minimal

__all__ = [
    "SOURCES",
    "ChannelAnswer",
    "ContactAnswer",
    "LastContact",
    "OfficeAnswer",
    "Question",
    "SilenceAnswer",
    "channel_question",
    "contact_question",
    "cuts",
    "last_contact_question",
    "office_question",
    "pair_level",
    "silence_question",
]

A = TypeVar("A", bound=Hashable)

SOURCES = ("document", "publisher", "voice")


@dataclass(frozen=True, slots=True)
class Question(Generic[A]):
    """An answer and what it rests on.

    ``claims`` and ``tenures`` are all that can affect it; ``answer`` computes it from a knowledge with the
    surviving ones. ``bearing`` are the keys of those whose fall can change it by itself, where this is known
    to be fewer (None: all): only their sources are tried.
    """

    claims: tuple[Claim, ...]
    answer: Callable[[Knowledge], A]
    tenures: tuple[Tenure, ...] = ()
    bearing: frozenset[Key] | None = None


@dataclass(frozen=True, slots=True)
class ContactAnswer:
    """What the claims about a contact come to: see :class:`~backchannel.graph.consensus.Consensus`."""

    outcome: str
    status: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class LastContact:
    """The held contacts that may be the last, each with its bounds, by key; none where none is on record."""

    contacts: tuple[tuple[Key, Bounds], ...]


@dataclass(frozen=True, slots=True)
class ChannelAnswer:
    """The states a channel is in, each with how sure that is, and whether a held contact proves its use."""

    states: tuple[tuple[str, str], ...]
    used: bool


@dataclass(frozen=True, slots=True)
class SilenceAnswer:
    """Whether anybody claims a silence; a denial claims none."""

    claimed: bool


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """The verdict on an office, and who holds it: person, capacity, how sure."""

    verdict: str
    holdings: tuple[tuple[Key, str, str], ...]


def cuts(
    knowledge: Knowledge,
    question: Question[A],
    by: str = "document",
    known: str | None = None,
    most: int | None = None,
    tried: int = TRIED,
) -> Cut[A]:
    """The smallest sets of sources without which an answer changes, as known by the end of ``known``.

    ``by`` is document, publisher or voice. Publishers: each document counts as its publisher, or as itself if
    that is unknown. Voices: a claim falls with its voice and with nobody else; who merely passed it on is no
    voice. A tenure falls with the document it stands in, its publisher, or the roster as its voice. ``most``
    and ``tried``: see :func:`~backchannel.graph.cut.smallest_cuts`. Raises ValueError for another ``by``.

    >>> nothing = Question((), lambda knowledge: len(knowledge.claims))
    >>> cuts(Knowledge("A case", "en"), nothing).complete
    True
    """
    if by not in SOURCES:
        raise ValueError(f"expected one of {', '.join(SOURCES)}; found {by!r}")
    chains = Chains(knowledge, known)
    threads = {claim.key: _threads(chains, claim, by) for claim in question.claims}
    threads |= {tenure.key: _tenure_threads(chains, tenure, by) for tenure in question.tenures}
    bearing = question.bearing
    ways = [way for key, several in threads.items() if bearing is None or key in bearing for way in several]
    restricted = _Restricted(knowledge, question, known)

    def answer(left: frozenset[Key]) -> A:
        return question.answer(restricted.to(left))

    found = smallest_cuts(sorted(frozenset[Key]().union(*ways)), threads, answer, most, tried)
    # What is left without any source at all, those of claims that don't bear on the answer included.
    return replace(found, emptied=answer(frozenset(key for key in threads if frozenset() in threads[key])))


def _threads(chains: Chains, claim: Claim, by: str) -> tuple[frozenset[Key], ...]:
    if by == "voice":
        return (frozenset({claim.voice}),)
    return _mapped(chains, chains.threads(claim), by)


def _tenure_threads(chains: Chains, tenure: Tenure, by: str) -> tuple[frozenset[Key], ...]:
    if by == "voice":
        return (frozenset({ROSTER_VOICE}),)
    return _mapped(chains, (frozenset({tenure.document}),), by)


def _mapped(chains: Chains, threads: Iterable[frozenset[Key]], by: str) -> tuple[frozenset[Key], ...]:
    if by == "document":
        return tuple(threads)
    return minimal(frozenset(chains.publisher(one) or one for one in way) for way in threads)


class _Restricted:
    """The knowledge of a question, restricted to what survives."""

    def __init__(self, knowledge: Knowledge, question: Question[A], known: str | None) -> None:
        self.knowledge = knowledge
        self.clock = known_stamp(known)
        self.claims = {claim.key: claim for claim in sorted(question.claims, key=lambda one: one.key)}
        self.tenures = {one.key: one for one in sorted(question.tenures, key=lambda one: one.key)}
        self.withdrawers: dict[Key, set[Key]] = defaultdict(set)
        for claim in self.claims.values():
            for gone in _withdraws(claim):
                self.withdrawers[gone].add(claim.key)

    def to(self, left: frozenset[Key]) -> Knowledge:
        """What survives, each claim withdrawn only if one that withdraws it survives as well."""
        claims = {key: self._then(claim, left) for key, claim in self.claims.items() if key in left}
        tenures = {key: tenure for key, tenure in self.tenures.items() if key in left}
        return replace(self.knowledge, claims=claims, tenures=tenures)

    def _then(self, claim: Claim, left: frozenset[Key]) -> Claim:
        withdrawers = self.withdrawers.get(claim.key)
        return replace(claim, withdrawn=None) if withdrawers and not withdrawers & left else claim


def _withdraws(claim: Claim) -> list[Key]:
    return [key for key in (claim.supersedes, claim.retracts) if key]


def _published(knowledge: Knowledge, known: str | None) -> list[Claim]:
    """The claims published by the day, the withdrawn ones too."""
    clock = known_stamp(known)
    every = knowledge.claims.values()
    return [claim for claim in every if live(claim.known or UNKNOWN_PUBLICATION, NEVER, clock)]


def _with_withdrawers(published: Iterable[Claim], chosen: Iterable[Claim]) -> tuple[Claim, ...]:
    """Some claims, and those that withdraw one of them."""
    found = {claim.key: claim for claim in chosen}
    wanted = set(found)
    found |= {claim.key: claim for claim in published if wanted & set(_withdraws(claim))}
    return tuple(found[key] for key in sorted(found))


# --- a contact


def contact_question(knowledge: Knowledge, contact: Key, known: str | None = None) -> Question[object]:
    """What came of a contact, how far it is agreed, and when it was: a :class:`ContactAnswer`, or None where
    no claim about it is left.

    Exact: the consensus on a contact is computed from the claims of kind contact about it, and whether one
    of these is live from itself and those that withdraw it.

    Raises UnknownNameError where no claim published by the day is about it, DateError for what is no day.
    """
    published = _published(knowledge, known)
    chosen = [claim for claim in published if claim.kind == "contact" and claim.about == contact]
    _need(chosen, contact, "contact")

    def answer(left: Knowledge) -> object:
        claims = [
            claim for claim in live_claims(left, known) if claim.kind == "contact" and claim.about == contact
        ]
        if not claims:
            return None
        one = about(contact, claims)
        return ContactAnswer(one.outcome, one.status, one.bounds)

    return Question(_with_withdrawers(published, chosen), answer)


# --- the last contact of two


def pair_level(one: Key, other: Key) -> str:
    """The level at which two keys are a pair: that of both if they are of one kind, else party.

    >>> pair_level("person/a", "person/b"), pair_level("person/a", "state/b")
    ('person', 'party')
    """
    kinds = {key.split("/", 1)[0] for key in (one, other)}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(NETWORK_LEVELS) else "party"


def last_contact_question(
    knowledge: Knowledge, one: Key, other: Key, at: str | None = None, known: str | None = None
) -> Question[object]:
    """The last held contact of two (persons, offices, states, parties) up to the end of ``at``:
    a :class:`LastContact`.

    It counts what some claim of fact says was held by the two, and what may have begun by then; where the
    dates leave it open which was the last, each that can be is given.

    Exact: only contacts of which some claim names the two can enter, and of each all claims are kept.

    *Bearing* are the claims about contacts that could lie, by any of their claims, after the latest
    beginning e of a contact L that is in the answer now. Proof. What lies certainly before L stays
    certainly before it as long as L counts with its present date. Let R change the answer, and let R' be
    its elements on threads of bearing claims. R' leaves the bearing contacts as R does. Suppose it doesn't
    change the answer: then L counts after R' with its present date, so it does after R; all other contacts
    lie certainly before L after both, and whatever they exclude from being the last, L excludes as well. So
    the answer after R would be that after R', which is the present one: a contradiction. Hence R' changes
    the answer too, and a smallest R equals R'.

    Raises UnknownNameError where no claim published by the day is of the two, DateError for what is no day.
    """
    end = day_bounds(at)[1] if at else END
    level, pair = pair_level(one, other), (min(one, other), max(one, other))
    published = _published(knowledge, known)
    hubs = {claim.about for claim in published if claim.kind == "contact" and _joins(claim, level, pair)}
    chosen = [claim for claim in published if claim.kind == "contact" and claim.about in hubs]
    _need(chosen, f"{one} and {other}", "contact")

    def answer(left: Knowledge) -> object:
        held = [
            found
            for found in consensus(left, known).values()
            if found.bounds.earliest < end and _held_by(found, level, pair)
        ]
        return LastContact(_last(held))

    now = answer(replace(knowledge, claims={claim.key: claim for claim in chosen}))
    claims = _with_withdrawers(published, chosen)
    return Question(claims, answer, bearing=_bearing(claims, chosen, now))


def _joins(claim: Claim, level: str, pair: tuple[Key, Key]) -> bool:
    named = {key for p in claim.participants for key in (p.entity, p.person, p.office, p.state)}
    return named.issuperset(pair) and pair in pairs(claim, level)


def _held_by(one: Consensus, level: str, pair: tuple[Key, Key]) -> bool:
    told = [c for c in one.claims if c.stance in SPEAKS_OF_FACT and c.outcome == "held"]
    return any(_joins(claim, level, pair) for claim in told)


def _last(held: list[Consensus]) -> tuple[tuple[Key, Bounds], ...]:
    """Those that are not certainly before another."""
    newest = max(held, key=lambda one: one.bounds.earliest, default=None)
    return tuple(
        (one.contact, one.bounds)
        for one in sorted(held, key=lambda one: one.contact)
        if newest is None or one is newest or truth_before(one.bounds, newest.bounds) is not Truth.CERTAIN
    )


def _bearing(claims: Iterable[Claim], chosen: Iterable[Claim], now: object) -> frozenset[Key] | None:
    if not isinstance(now, LastContact) or not now.contacts:
        return None
    newest = max(bounds.earliest for _, bounds in now.contacts)
    latest: dict[Key, Stamp] = defaultdict(str)
    for claim in chosen:
        dated = claim.when is not None and claim.when.edtf is not None
        latest[claim.about] = max(
            latest[claim.about], claim.when.bounds.latest if dated and claim.when else END
        )
    bearing = {claim.key for claim in chosen if latest[claim.about] > newest}
    return frozenset(bearing | {claim.key for claim in claims if bearing & set(_withdraws(claim))})


# --- a channel, a silence, an office


def channel_question(
    knowledge: Knowledge, channel: Key, at: str, known: str | None = None
) -> Question[object]:
    """In what state a channel is on a day, and whether its use is proven up to then: :class:`ChannelAnswer`.

    Exact: its history is made of the claims of kind channel about it, and of the consensus on each
    contact that some claim says went through it, hence of all claims about such a contact.

    Raises UnknownNameError where there is no such channel, DateError for what is no day.
    """
    if channel not in knowledge.channels:
        raise UnknownNameError(f"{channel!r} is no channel of the case")
    published = _published(knowledge, known)
    hubs = {claim.about for claim in published if claim.kind == "contact" and channel in claim.channels}
    chosen = [
        claim
        for claim in published
        if (claim.kind == "channel" and claim.about == channel)
        or (claim.kind == "contact" and claim.about in hubs)
    ]
    alone = {channel: knowledge.channels[channel]}

    def answer(left: Knowledge) -> object:
        history = histories(replace(left, channels=alone), at, known)[0]
        states = tuple((one.state, one.truth) for one in standing(history, at))
        return ChannelAnswer(states, bool(history.used))

    day_bounds(at)
    return Question(_with_withdrawers(published, chosen), answer)


def silence_question(knowledge: Knowledge, silence: Key, known: str | None = None) -> Question[object]:
    """Whether a silence is claimed: :class:`SilenceAnswer`.

    Exact: that reads the claims of kind silence about it alone.

    Raises UnknownNameError where no claim published by the day is about it, DateError for what is no day.
    """
    published = _published(knowledge, known)
    chosen = [claim for claim in published if claim.kind == "silence" and claim.about == silence]
    _need(chosen, silence, "silence")

    def answer(left: Knowledge) -> object:
        found = claimed_silences(left, known)
        return SilenceAnswer(any(one.silence == silence and one.stance in SPEAKS_OF_FACT for one in found))

    return Question(_with_withdrawers(published, chosen), answer)


def office_question(knowledge: Knowledge, office: Key, at: str, known: str | None = None) -> Question[object]:
    """Who held an office on a day: :class:`OfficeAnswer`.

    Exact: :func:`~backchannel.graph.holders.holders` reads the tenures of that office alone.

    Raises UnknownNameError where there is no such office, DateError for what is no day.
    """
    holders(knowledge, office, at, known)
    clock = known_stamp(known)
    held = (one for one in knowledge.tenures.values() if one.office == office)
    tenures = tuple(one for one in held if known_by(one.start_known, clock))

    def answer(left: Knowledge) -> object:
        seat = holders(left, office, at, known)
        holdings = ((one.person, one.capacity, str(one.truth)) for one in seat.holdings)
        return OfficeAnswer(str(seat.verdict), tuple(sorted(holdings)))

    return Question((), answer, tenures=tenures)


def _need(claims: list[Claim], what: str, kind: str) -> None:
    if not claims:
        raise UnknownNameError(
            f"no claim of a {kind} published by then is about {what!r}; "
            "`backchannel show` tells what is on record of a name"
        )
