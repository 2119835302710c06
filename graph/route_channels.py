"""Whether a standing channel is open on a day: by what is said of its state, and by contacts through it.

Statements that a channel works (established, in place, in use, restored) stand against those that it
doesn't (unanswered, suspended, closed). One that is not certain on the day is *overtaken* by one of the
other sort that certainly began later: what was in place in March and closed in April is closed in May, and
what was restored after that works again. What is left decides: open for sure only if something makes it
certain on the day and nothing speaks against it; possibly where both stand, or where the last statement
speaks of an earlier day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from backchannel.graph.bounds import BEGINNING, UNKNOWN, Bounds, Stamp, occurrence
from backchannel.graph.channel_attempts import TURNED_AWAY
from backchannel.graph.channel_phases import WORKING
from backchannel.graph.channel_use import Use, uses
from backchannel.graph.channels import LAST_SAID, History, histories, standing
from backchannel.graph.clock import day_bounds
from backchannel.graph.model import Channel, Claim, Key, Knowledge, When
from backchannel.graph.route_ends import Cast, End
from backchannel.graph.route_lines import Evidence, Line, Window, told_bounds
from backchannel.graph.semantics import (
    Truth,
    certainly_before,
    conjunction,
    disjunction,
    truth,
    truth_at,
    truth_within,
)

__all__ = ["UNKNOWN_STATE", "Condition", "channel_lines", "condition"]

# States that last until something else is said; the others end where their dates end.
LASTING = frozenset({"established", "restored", "suspended", "closed"})
PROVEN = "held contact"
UNKNOWN_STATE = "nothing known"


@dataclass(frozen=True, slots=True)
class Statement:
    """That a channel works or doesn't, since when, and how sure that is of the day; a use speaks as well."""

    state: str
    works: bool
    begun: Bounds
    truth: Truth
    lasting: bool
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """How sure it is that a channel is open, what is said of it, what keeps that from being certain."""

    truth: Truth
    said: str
    why: str
    claims: tuple[Key, ...]


def condition(history: History, day: str, window: Window) -> Condition:
    """Whether a channel is open on a day, by its history up to that day; ``window`` is the memory of its use.

    Of which nothing is said and through which no contact was held in the memory is not open. Raises
    :class:`~backchannel.graph.errors.DateError` for what is no day.

    >>> from backchannel.graph.bounds import END
    >>> condition(History("channel/x", (), (), ()), "2022-03-24", (BEGINNING, END)).said
    'nothing known'
    """
    every = [_said(claim, day) for claim in history.states] + _used(history, window)
    left = [one for one in every if not any(_overtakes(other, one, window[1]) for other in every)]
    now = [one for one in left if one.truth is not Truth.IMPOSSIBLE or one.lasting]
    if now:
        return _weighed(now, history)
    last = [one for one in standing(history, day) if one.truth == LAST_SAID]
    if not last:
        return _never(history)
    works = any(one.state in WORKING for one in last)
    claims = tuple(claim for one in last for claim in one.claims)
    words = ", ".join(one.state for one in last)
    return Condition(truth(False, works), words, "last said of an earlier day", claims)


def channel_lines(
    knowledge: Knowledge, cast: Cast, day: str, window: Window, known: str | None = None
) -> list[Line]:
    """The line that each standing channel is on a day, one for each two of its ends; by key.

    Channels that are not open are in the list as well, with the state they are in. Raises
    :class:`~backchannel.graph.errors.DateError` for what is no day.

    >>> from backchannel.graph.bounds import END
    >>> knowledge = Knowledge("A case", "en")
    >>> channel_lines(knowledge, Cast(knowledge, "2022-03-24"), "2022-03-24", (BEGINNING, END))
    []
    """
    return [
        line
        for history in histories(knowledge, day, known)
        for line in _lines(knowledge.channels[history.channel], history, cast, day, window)
    ]


def _lines(channel: Channel, history: History, cast: Cast, day: str, window: Window) -> list[Line]:
    found = condition(history, day, window)
    told = [claim for claim in history.said if claim.level or claim.operator]
    ranks = dict.fromkeys(claim.level for claim in told if claim.level)
    lines = []
    for one, other in combinations(sorted(channel.between), 2):
        ends = cast.of(one), cast.of(other)
        sure = conjunction((found.truth, *(end.truth for end in ends)))
        whys = (*(end.why for end in ends if end.truth is sure), found.why)
        lines.append(
            Line(
                key=channel.key,
                ends=ends,
                truth=sure,
                state=_word(sure, found),
                rank=" and ".join(ranks) or None,
                proofs=_proofs(history, ends, window),
                said=found.said,
                why=next((why for why in whys if why), "") if sure is not Truth.CERTAIN else "",
                claims=tuple(dict.fromkeys((*found.claims, *(claim.key for claim in told)))),
                operators=tuple(dict.fromkeys(claim.operator for claim in told if claim.operator)),
            )
        )
    return lines


def _word(sure: Truth, found: Condition) -> str:
    if found.truth is Truth.IMPOSSIBLE:
        return found.said
    return {Truth.CERTAIN: "open", Truth.POSSIBLE: "possibly open"}.get(sure, "out of office")


def _said(claim: Claim, day: str) -> Statement:
    return Statement(
        state=claim.state or "",
        works=claim.state in WORKING,
        begun=told_bounds(_begun(claim.when), [claim]),
        truth=truth_at(claim.bounds, *day_bounds(day)),
        lasting=claim.state in LASTING,
        claims=(claim.key,),
    )


def _begun(when: When | None) -> Bounds:
    """When a state began: at some time of the first part of an interval, or of a date that is none.

    >>> _begun(When("2022-03/..", UNKNOWN)) == occurrence("2022-03"), _begun(None) == UNKNOWN
    (True, True)
    """
    begin = (when.edtf or "").partition("/")[0] if when else ""
    return occurrence(begin) if begin not in ("", "..") else UNKNOWN


def _in_memory(history: History, window: Window) -> list[tuple[Use, Bounds, Truth]]:
    """The held contacts through a channel, with their bounds and how sure they lie in the memory."""
    found = []
    for use in uses(history):
        bounds = told_bounds(use.told.bounds, use.told.claims)
        found.append((use, bounds, conjunction((use.truth, truth_within(bounds, *window)))))
    return sorted(found, key=lambda one: (one[1].latest, one[1].earliest, one[0].contact), reverse=True)


def _used(history: History, window: Window) -> list[Statement]:
    """The held contacts of the memory: each shows that the channel worked then."""
    return [
        Statement(PROVEN, True, bounds, sure, True, use.claims)
        for use, bounds, sure in _in_memory(history, window)
        if sure is not Truth.IMPOSSIBLE
    ]


def _overtakes(later: Statement, one: Statement, end: Stamp) -> bool:
    """Whether one of the other sort began certainly later, by the end of the day, and still counts."""
    return (
        later.works != one.works
        and (one.truth is not Truth.CERTAIN or one.state == PROVEN)
        and (later.lasting or later.truth is not Truth.IMPOSSIBLE)
        and later.begun != one.begun
        and certainly_before(one.begun, later.begun)
        and truth_within(later.begun, BEGINNING, end) is Truth.CERTAIN
    )


def _weighed(now: Iterable[Statement], history: History) -> Condition:
    """What statements come to of which none is overtaken."""
    every = list(now)
    works, dead = ([one for one in every if one.works is wanted] for wanted in (True, False))
    claims = tuple(dict.fromkeys(claim for one in every for claim in one.claims))
    against = disjunction(one.truth for one in dead)
    opened = disjunction(one.truth for one in works)
    if not works or (against is Truth.CERTAIN and opened is not Truth.CERTAIN):
        return Condition(Truth.IMPOSSIBLE, _words(dead), "", claims)
    words = _words(works)
    if dead:
        return Condition(Truth.POSSIBLE, words, f"also said to be {dead[0].state}", claims)
    if opened is Truth.IMPOSSIBLE:
        return Condition(Truth.POSSIBLE, words, "last said of an earlier day", claims)
    tried = any(one.outcome in TURNED_AWAY and _since(one.bounds, works) for one in history.failed)
    if opened is Truth.CERTAIN and not tried:
        return Condition(Truth.CERTAIN, words, "", claims)
    why = "attempts through it were turned away" if tried else "its dates leave this day open"
    return Condition(Truth.POSSIBLE, words, why, claims)


def _words(several: Iterable[Statement]) -> str:
    """The states that may hold on the day; where none does, those last said."""
    every = list(several)
    now = [one for one in every if one.truth is not Truth.IMPOSSIBLE]
    return ", ".join(dict.fromkeys(one.state for one in (now or every)))


def _since(failed: Bounds, works: Iterable[Statement]) -> bool:
    """Whether an attempt that failed may be later than all that shows the channel at work."""
    return not any(one.state == PROVEN and certainly_before(failed, one.begun) for one in works)


def _never(history: History) -> Condition:
    """A channel of which nothing is known, or only attempts through it that came to nothing."""
    turned = [one for one in history.failed if one.outcome in TURNED_AWAY]
    if turned:
        claims = tuple(claim.key for one in turned for claim in one.claims)
        return Condition(Truth.IMPOSSIBLE, turned[-1].outcome, "", claims)
    return Condition(Truth.IMPOSSIBLE, UNKNOWN_STATE, "", history.claims)


def _proofs(history: History, ends: tuple[End, End], window: Window) -> tuple[Evidence, ...]:
    """The held contacts through the channel, the latest first: its proven use."""
    through = frozenset((history.channel,))
    return tuple(
        Evidence(use.contact, "held", bounds, sure, ends, through, use.claims, use.told.voices)
        for use, bounds, sure in _in_memory(history, window)
    )
