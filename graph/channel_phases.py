"""The course of a channel in phases: what it was said, proven or found to be, and when.

A phase is said (a claim about its state), proven (a held contact through it shows it in use) or
tried (attempts through it of which nothing came show it unanswered; a contact that was called off
shows nothing of the line). Phases of different states stand side by side, also where they exclude
each other: the claims disagree, and nothing here decides between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backchannel.graph.bounds import BEGINNING, Bounds
from backchannel.graph.channels import History
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Key, Stamp
from backchannel.graph.semantics import (
    FAILED,
    SPEAKS_OF_FACT,
    Truth,
    disjunction,
    possibly_at,
    truth,
    truth_before,
    truth_within,
)

__all__ = ["PROVEN", "SAID", "TRIED", "WORKING", "Phase", "borne_out", "only_said", "phases"]

SAID, PROVEN, TRIED = "said", "proven", "tried"
# What a failed attempt shows of the line itself.
UNANSWERED = FAILED - {"cancelled"}
# States of which a held contact through the channel is the proof, and those which failed attempts show.
WORKING = frozenset({"established", "in place", "in use", "restored"})
SILENT = frozenset({"unanswered"})
# Of these, use at any later time is the proof.
BEGUN = frozenset({"established", "restored"})


@dataclass(frozen=True, slots=True)
class Phase:
    """A state over one stretch of time, on one basis (said, proven, tried).

    It may hold from ``bounds.earliest`` to ``bounds.latest`` and holds for sure, as far as the claims
    are believed, from ``certain_from`` to ``certain_until``. ``claims`` and ``voices`` say so.
    """

    state: str
    bounds: Bounds
    basis: str
    claims: tuple[Key, ...]
    voices: tuple[Key, ...]


def phases(history: History) -> tuple[Phase, ...]:
    """The phases of a channel in the order of time, the undated last.

    What gives the same state on the same basis is one phase where the possible times overlap, so that
    a phase is possible at just the instants at which one of its claims is. What it makes certain is
    certain by one of the claims at each instant: where two stretches that are certain leave a gap
    between them they stay two phases, for nobody says what was in between. Contested contacts are
    in no phase, claims that are denied neither.

    >>> phases(History("channel/hotline", (), (), ()))
    ()
    """
    groups: dict[tuple[str, str], list[Phase]] = defaultdict(list)
    for each in _single(history):
        groups[each.state, each.basis].append(each)
    merged = [phase for group in groups.values() for phase in _merged(group)]
    return tuple(sorted(merged, key=lambda one: (*one.bounds.order, one.state, one.basis, one.claims)))


def borne_out(phase: Phase, history: History) -> Truth:
    """Whether a contact through the channel shows what is said of it in a phase.

    A channel in place or in use is shown by a held contact in that time, one that was established or
    restored by one that came later, one that is unanswered by attempts that failed; that it is
    suspended or closed no contact shows. Certain where a contact that nobody contests shows it
    whichever day it was, possible where one may.
    """
    sure = _showing(phase.state, (*history.used, *history.failed))
    every = (*sure, *_showing(phase.state, history.contested))
    shown = [_shown_by(phase, one.bounds) for one in every]
    certain = [each is Truth.CERTAIN for each in shown[: len(sure)]]
    return truth(any(certain), disjunction(shown) is not Truth.IMPOSSIBLE)


def _shown_by(phase: Phase, contact: Bounds) -> Truth:
    if phase.state in BEGUN:
        return truth_before(phase.bounds, contact)
    inside = truth_within(contact, phase.bounds.certain_from, phase.bounds.certain_until)
    return truth(inside is Truth.CERTAIN, possibly_at(phase.bounds, contact.earliest, contact.latest))


def only_said(history: History) -> tuple[str, ...]:
    """The states that are only said of a channel, by name: no contact through it can show any of them.

    See :func:`borne_out`. A state of which one stretch is shown is not among them.

    >>> only_said(History("channel/hotline", (), (), ()))
    ()
    """
    found: dict[str, list[Truth]] = defaultdict(list)
    for phase in phases(history):
        if phase.basis == SAID:
            found[phase.state].append(borne_out(phase, history))
    return tuple(sorted(state for state, shown in found.items() if disjunction(shown) is Truth.IMPOSSIBLE))


def _single(history: History) -> list[Phase]:
    """Each claim on its state and each contact through it as a phase of its own."""
    said = [
        Phase(
            claim.state or "",
            claim.bounds,
            SAID,
            (claim.key,),
            (claim.voice,),
        )
        for claim in history.states
    ]
    used = [_by_contact(one, "in use", PROVEN) for one in history.used]
    tried = [_by_contact(one, "unanswered", TRIED) for one in history.failed if one.outcome in UNANSWERED]
    return [*said, *used, *tried]


def _by_contact(one: Consensus, state: str, basis: str) -> Phase:
    claims = tuple(claim.key for claim in one.claims if claim.stance in SPEAKS_OF_FACT)
    return Phase(state, one.bounds, basis, claims, one.voices)


def _merged(group: Iterable[Phase]) -> list[Phase]:
    """Phases of one state and basis, joined where their times overlap."""
    found: list[Phase] = []
    for several in _overlapping(sorted(group, key=lambda one: (*_span(one), one.claims))):
        runs = _runs([one for one in several if one.bounds.certain])
        loose = [one for one in several if not one.bounds.certain]
        if len(runs) < 2:
            found.append(_joined(several))
            continue
        for run in runs:  # what is certain nowhere goes to the first that it may be one with
            mine = [one for one in loose if _meets(one, run)]
            loose = [one for one in loose if one not in mine]
            found.append(_joined([*run, *mine]))
        found.extend(_joined(left) for left in _overlapping(loose))
    return found


def _overlapping(ordered: Sequence[Phase]) -> list[list[Phase]]:
    """Phases, sorted by their beginnings, in groups that have no possible time in common."""
    groups: list[list[Phase]] = []
    latest = BEGINNING
    for one in ordered:
        if groups and one.bounds.earliest < latest:
            groups[-1].append(one)
        else:
            groups.append([one])
        latest = max(latest, one.bounds.latest)
    return groups


def _runs(certain: Iterable[Phase]) -> list[list[Phase]]:
    """Phases that are certain at some time, in groups between which nothing is certain."""
    groups: list[list[Phase]] = []
    until = BEGINNING
    for one in sorted(
        certain, key=lambda one: (one.bounds.certain_from, one.bounds.certain_until, one.claims)
    ):
        if groups and one.bounds.certain_from <= until:
            groups[-1].append(one)
        else:
            groups.append([one])
        until = max(until, one.bounds.certain_until)
    return groups


def _meets(one: Phase, run: Iterable[Phase]) -> bool:
    return any(possibly_at(one.bounds, other.bounds.earliest, other.bounds.latest) for other in run)


def _joined(several: Sequence[Phase]) -> Phase:
    every = [one.bounds for one in several]
    bounds = Bounds(
        min(one.earliest for one in every),
        min(one.certain_from for one in every),  # END where nothing is certain
        max(one.certain_until for one in every),
        max(one.latest for one in every),
    )
    return Phase(
        state=several[0].state,
        bounds=bounds,
        basis=several[0].basis,
        claims=tuple(sorted({claim for one in several for claim in one.claims})),
        voices=tuple(sorted({voice for one in several for voice in one.voices})),
    )


def _showing(state: str, contacts: Iterable[Consensus]) -> list[Consensus]:
    """The contacts that came to what shows a state, if they came to it."""
    wanted = frozenset({"held"}) if state in WORKING else UNANSWERED if state in SILENT else frozenset()
    return [one for one in contacts if wanted & set(one.outcomes)]


def _span(one: Phase) -> tuple[Stamp, Stamp]:
    return one.bounds.earliest, one.bounds.latest
