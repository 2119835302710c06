"""The contacts of a time: which certainly lie in it, which may, and which were the last.

Three things make a contact possible instead of certain: its date may lie outside the window, its
outcome is contested, or both. A contact that nobody says took place (it was only announced,
proposed or denied) is no fact, whatever its date.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from backchannel.graph.bounds import BEGINNING, END, Bounds
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, consensus, truth_of
from backchannel.graph.errors import QueryError
from backchannel.graph.model import Claim, Key, Knowledge, Participant, Stamp
from backchannel.graph.pairs import directed_pairs, meetings
from backchannel.graph.semantics import (
    FAILED,
    SPEAKS_OF_FACT,
    Truth,
    conjunction,
    disjunction,
    truth,
    truth_within,
)

__all__ = [
    "LEVELS",
    "OUTCOMES",
    "Occasion",
    "among_last",
    "came_about",
    "last",
    "occasions",
    "testimony",
    "told_outcomes",
    "window",
]

LEVELS = ("person", "office", "state")
OUTCOMES = ("held", *sorted(FAILED))
# They carry or turn away a contact of others, and are no end of it.
GO_BETWEENS = ("intermediary", "refuser")

Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A contact as an answer to a question about a time.

    ``fact`` is how sure it is that it had one of the outcomes asked for, ``within`` how sure that it
    lies in the window, ``truth`` both together. ``ends`` are its pairs at the level asked for (none
    where no level was). ``told`` is what its claims come to.
    """

    told: Consensus
    ends: tuple[Pair, ...]
    fact: Truth
    within: Truth
    truth: Truth

    @property
    def contact(self) -> Key:
        return self.told.contact

    @property
    def outcome(self) -> str:
        return self.told.outcome

    @property
    def status(self) -> str:
        return self.told.status

    @property
    def bounds(self) -> Bounds:
        return self.told.bounds

    @property
    def claims(self) -> tuple[Key, ...]:
        """Every live claim about it, by key."""
        return tuple(claim.key for claim in self.told.claims)

    @property
    def asserted(self) -> bool:
        """Whether anybody says that it, or the attempt at it, took place."""
        return bool(self.told.outcomes)


def occasions(
    knowledge: Knowledge,
    one: Key | None = None,
    other: Key | None = None,
    level: str | None = None,
    since: str | None = None,
    until: str | None = None,
    at: str | None = None,
    known: str | None = None,
    outcomes: Collection[str] | None = ("held",),
    means: Collection[str] | None = None,
) -> list[Occasion]:
    """Every contact of one (with the other), each with how sure it is, in the order of dates.

    ``one`` and ``other`` are keys of persons, offices, organisations, states or described parties; an
    office or a state stands for all who act for it. With ``level`` (person, office, state) only
    contacts between two at that level count. ``since``, ``until`` and ``at`` are days, see
    :func:`window`; ``known`` leaves out what was not published, or was withdrawn, by the end of a
    day. ``outcomes`` are those asked for (None: any), ``means`` the kinds of contact (call, meeting
    ...; None: any).

    What is impossible is in the list as well: contacts outside the window, of another outcome, or
    that nobody says took place. Who took part and by which means is taken from the claims that
    assert it, from all others only where none does.

    Raises ValueError for a level or outcome that is none, QueryError for a window that can't be, and
    DateError for what is no day.

    >>> occasions(Knowledge("A case", "en"), since="2022-09", until="2022-09")
    []
    """
    check(level, outcomes)
    start, end = window(since, until, at)
    found = []
    for each in consensus(knowledge, known).values():
        told = testimony(each)
        ends = pairs_at(told, level)
        if not (took_part(told, one, other) and by_means(told, means)) or (level and not ends):
            continue
        fact, within = came_about(each, outcomes), truth_within(each.bounds, start, end)
        found.append(Occasion(each, ends, fact, within, conjunction((fact, within))))
    return sorted(found, key=order)


def window(since: str | None = None, until: str | None = None, at: str | None = None) -> tuple[Stamp, Stamp]:
    """The midnight at which a window begins and the one at which it is over.

    From the beginning of ``since`` to the end of ``until``; or all that was by the end of the day
    ``at``. A month or a year is meant as a whole. Raises :class:`DateError` for what is no day, and
    :class:`QueryError` where the two ways are mixed or the end lies before the beginning.

    >>> window("2022-09", "2022-09"), window(at="2022-09-30")[1]
    (('2022-09-01T00:00:00Z', '2022-10-01T00:00:00Z'), '2022-10-01T00:00:00Z')
    """
    if at is not None and (since is not None or until is not None):
        raise QueryError("expected one day (at) or a window (since, until), found both; leave one out")
    start = day_bounds(since)[0] if since is not None else BEGINNING
    last_day = at if at is not None else until
    end = day_bounds(last_day)[1] if last_day is not None else END
    if end <= start:
        raise QueryError(f"the window ends before it begins: since {since}, until {until}; swap the two")
    return start, end


def came_about(one: Consensus, outcomes: Collection[str] | None = None) -> Truth:
    """How sure it is that a contact had one of some outcomes (None: any outcome at all).

    Certain where the claims agree; possible where it is contested, whichever of the asserted
    outcomes is asked for; impossible where nobody asserts it.
    """
    return disjunction(
        truth_of(one, each) for each in told_outcomes(one) if outcomes is None or each in outcomes
    )


def told_outcomes(one: Consensus) -> tuple[str, ...]:
    """The outcomes that a voice asserts; 'attempted' only where nothing more telling is said.

    >>> from backchannel.graph.bounds import UNKNOWN
    >>> told_outcomes(Consensus("contact/a", "held", ("held", "attempted"), "agreed", UNKNOWN, False, (), ()))
    ('held',)
    """
    telling = tuple(outcome for outcome in one.outcomes if outcome != "attempted")
    return telling or one.outcomes


def last(found: Iterable[Occasion], count: int) -> list[Occasion]:
    """The last contacts: each after which fewer than ``count`` others certainly came, the latest first.

    Where the dates, or what is contested, leave it open which they are, each that can be is given:
    the ``truth`` of each is then how sure it is that it was among the last. A series told as one
    contact counts once. Raises ValueError for a count below 1.

    >>> last([], 3)
    []
    """
    if count < 1:
        raise ValueError(f"expected a count of at least 1, found {count}")
    every = [one for one in found if one.truth is not Truth.IMPOSSIBLE]
    truths = among_last([(one.bounds, one.truth) for one in every], count)
    kept = [
        replace(one, truth=sure)
        for one, sure in zip(every, truths, strict=True)
        if sure is not Truth.IMPOSSIBLE
    ]
    kept.sort(key=lambda one: one.contact)
    return sorted(kept, key=lambda one: (one.bounds.latest, one.bounds.earliest), reverse=True)


def among_last(dated: Sequence[tuple[Bounds, Truth]], count: int) -> list[Truth]:
    """For each of several happenings, how sure it is that it was among the last ``count``.

    Each is given by its bounds and by how sure it is that it took place. In any one course of events
    a happening is among the last if fewer than ``count`` came after it. So it may be if fewer than
    ``count`` that certainly took place lie certainly later
    (:func:`~backchannel.graph.semantics.certainly_before`); it is for sure if it certainly took place
    and fewer than ``count`` others may lie later
    (:func:`~backchannel.graph.semantics.possibly_before`). Both are counted by bisection.

    >>> from backchannel.graph.bounds import occurrence
    >>> may, june = occurrence("2022-05"), occurrence("2022-06")
    >>> [str(one) for one in among_last([(may, Truth.CERTAIN), (june, Truth.POSSIBLE)], 1)]
    ['possible', 'possible']
    """
    begun = sorted(bounds.earliest for bounds, sure in dated if sure is Truth.CERTAIN)
    over = sorted(bounds.latest for bounds, sure in dated if sure is not Truth.IMPOSSIBLE)
    found = []
    for bounds, sure in dated:
        certainly_later = len(begun) - bisect_left(begun, bounds.latest)
        possibly_later = len(over) - bisect_right(over, bounds.earliest) - 1  # without itself
        found.append(
            truth(
                certain=sure is Truth.CERTAIN and possibly_later < count,
                possible=sure is not Truth.IMPOSSIBLE and certainly_later < count,
            )
        )
    return found


def check(level: str | None, outcomes: Collection[str] | None) -> None:
    if level is not None and level not in LEVELS:
        raise ValueError(f"expected a level of {', '.join(LEVELS)}; found {level!r}")
    strange = sorted(set(outcomes or ()) - set(OUTCOMES))
    if strange:
        raise ValueError(f"expected outcomes of {', '.join(OUTCOMES)}; found {strange[0]!r}")


def testimony(one: Consensus) -> tuple[Claim, ...]:
    """The claims that tell of a contact as a fact; all there are where none does."""
    return tuple(claim for claim in one.claims if claim.stance in SPEAKS_OF_FACT) or one.claims


def pairs_at(told: Iterable[Claim], level: str | None) -> tuple[Pair, ...]:
    """The pairs of a contact at a level, sorted; as persons, those that are described stand as themselves."""
    if level is None:
        return ()
    levels = ("person", "party") if level == "person" else (level,)
    found = {ends for claim in told for each in levels for ends in directed_pairs(claim, each)}
    return tuple(sorted({(min(ends), max(ends)) for ends in found}))


def took_part(told: Iterable[Claim], one: Key | None, other: Key | None) -> bool:
    """Whether a claim has one of them in the contact; of two, whether it has them on its two sides."""
    wanted = [key for key in (one, other) if key is not None]
    if len(wanted) == 2:
        return any(faced(claim, wanted[0], wanted[1]) for claim in told)
    return all(any(acts(one, key) for claim in told for one in claim.participants) for key in wanted)


def faced(claim: Claim, one: Key, other: Key) -> bool:
    """Whether one of the parties who acts for ``one`` was in touch with one who acts for ``other``."""
    return any(
        (acts(a, one) and acts(b, other)) or (acts(a, other) and acts(b, one))
        for a, b in meetings(claim.participants)
    )


def acts(party: Participant, key: Key) -> bool:
    """Whether a party is the one of a key, or acts in this office or for this state."""
    if party.role in GO_BETWEENS:
        return False
    return key in (party.entity, party.person, party.office, party.state)


def by_means(told: Iterable[Claim], means: Collection[str] | None) -> bool:
    return means is None or any(claim.mode in means for claim in told)


def order(one: Occasion) -> tuple[bool, Stamp, Stamp, Key]:
    """By date, what is undated last."""
    return *one.bounds.order, one.contact
