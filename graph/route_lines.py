"""The lines of a day: between whom contacts were held that prove one, and what speaks against it.

A line joins two who were in contact. Held contacts within the memory prove it, refused and ignored ones
speak against it: it is open if the last held contact is later than the last refusal. Neither day needs to
be known for sure, so a line is open certainly, possibly or not:

* *certainly*, if some certain held contact lies certainly after every refusal that there may have been;
* *possibly*, if some possible held contact doesn't lie certainly before a certain refusal.

As the dates are independent of each other these are the certain and the possible answers over all courses
of events (Lipski, On Semantic Issues Connected with Incomplete Information Databases, ACM TODS 4(3), 1979).
What is told as a fact took place before it was told: a contact 'in March' of a report of the 24th was by
the 24th.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from backchannel.graph.bounds import BEGINNING, END, Bounds, Stamp
from backchannel.graph.channel_attempts import TURNED_AWAY
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.model import Claim, Key, Knowledge
from backchannel.graph.occasions import came_about, testimony
from backchannel.graph.pairs import meetings
from backchannel.graph.route_ends import DESIGNATE, EXPIRED, REPLACED, Cast, End
from backchannel.graph.semantics import (
    SPEAKS_OF_FACT,
    Truth,
    certainly_before,
    conjunction,
    disjunction,
    intersect,
    possibly_before,
    truth,
    truth_within,
)

__all__ = ["NOTHING", "Evidence", "Line", "Removal", "Window", "contact_lines", "told_bounds"]

UNUSED = "not used within the memory"
DEAD_CHANNEL = "it went through a channel that is closed on the day"
NEVER_HELD = "no held contact"

STATES = {
    UNUSED: "unused",
    DEAD_CHANNEL: "dead",
    EXPIRED: "out of office",
    REPLACED: "out of office",
    DESIGNATE: "not yet in office",
}

Window = tuple[Stamp, Stamp]


@dataclass(frozen=True, slots=True)
class Removal:
    """What is taken away: persons, offices, organisations, states, parties and channels; and whole ranks."""

    keys: frozenset[Key] = frozenset()
    ranks: frozenset[str] = frozenset()


NOTHING = Removal()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A contact that proves a line (held), or speaks against it (refused, ignored).

    ``truth`` is how sure it is that it does so on the day; ``why`` what keeps it from being certain. It
    hangs on all of ``keys`` and on one of ``channels`` where it went through any.
    """

    contact: Key
    outcome: str
    bounds: Bounds
    truth: Truth
    ends: tuple[End, End]
    channels: frozenset[Key]
    claims: tuple[Key, ...]
    voices: tuple[Key, ...]
    why: str = ""

    def remains(self, gone: Removal) -> bool:
        """Whether it still proves something when some things are taken away."""
        hit = any(end.keys & gone.keys or end.rank in gone.ranks for end in self.ends)
        return not hit and not (self.channels and self.channels <= gone.keys)


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two on a day: a pair in contact, or a standing channel.

    ``truth`` says whether it is open; ``state`` is what it is in a word (open, possibly open, refused,
    ignored, unanswered, closed, suspended, unused, out of office ...), ``said`` what is said of a channel.
    ``proofs`` are what proves it, the latest first, ``against`` what speaks against it. ``why`` says what
    keeps it from being certainly open, ``operators`` who answers for a channel.
    """

    key: Key
    ends: tuple[End, End]
    truth: Truth
    state: str
    rank: str | None
    proofs: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    said: str = ""
    why: str = ""
    claims: tuple[Key, ...] = ()
    operators: tuple[Key, ...] = ()

    @property
    def is_channel(self) -> bool:
        """Whether it is a standing channel and no pair."""
        return self.key.startswith("channel/")

    @property
    def nodes(self) -> tuple[Key, Key]:
        """Whom it joins."""
        return self.ends[0].node, self.ends[1].node

    def without(self, gone: Removal) -> Line:
        """The line when some things are taken away: it may be less open than before, and never more."""
        if self.is_channel:
            hit = self.key in gone.keys or self.rank in gone.ranks
            hit = hit or any(end.keys & gone.keys for end in self.ends)
            hit = hit or bool(self.operators and gone.keys.issuperset(self.operators))
            return replace(self, truth=Truth.IMPOSSIBLE, state="taken away") if hit else self
        left = [one for one in self.proofs if one.remains(gone)]
        if len(left) == len(self.proofs):
            return self
        judged = pair_line(self.key, left, self.against)
        return judged or replace(self, truth=Truth.IMPOSSIBLE, state="taken away", proofs=())


def told_bounds(bounds: Bounds, claims: Iterable[Claim]) -> Bounds:
    """The bounds of something that is told as a fact: it was before the first publication that tells it.

    >>> told_bounds(Bounds(BEGINNING, END, BEGINNING, END), []).latest == END
    True
    """
    told = [claim.known for claim in claims if claim.known and claim.stance in SPEAKS_OF_FACT]
    before = [Bounds(BEGINNING, END, BEGINNING, stamp) for stamp in told]
    return intersect([bounds, *before]) or bounds


def contact_lines(
    knowledge: Knowledge,
    cast: Cast,
    window: Window,
    known: str | None = None,
    dead: Collection[Key] = (),
) -> list[Line]:
    """The line of every two who were in contact, or tried to be, by the end of the window; by key.

    ``window`` is the memory up to the end of the day, ``dead`` the channels that are no longer open: a
    contact through them alone proves nothing now. Lines that are not open are in the list as well, with
    their state.

    >>> knowledge = Knowledge("A case", "en")
    >>> contact_lines(knowledge, Cast(knowledge, "2022-03-24"), (BEGINNING, END))
    []
    """
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for one in consensus(knowledge, known).values():
        for evidence in _evidence(one, cast, window, frozenset(dead)):
            if not _is_use(evidence, knowledge):
                found[_key(evidence)].append(evidence)
    lines = (_line(key, several) for key, several in sorted(found.items()))
    return [line for line in lines if line is not None]


def _key(one: Evidence) -> Key:
    first, second = sorted(end.node for end in one.ends)
    return f"line/{first}~{second}"


def _is_use(one: Evidence, knowledge: Knowledge) -> bool:
    """Whether a contact is told of the very ends of a channel it went through: that is the channel's use."""
    nodes = {end.node for end in one.ends}
    return any(nodes.issubset(knowledge.channels[key].between) for key in one.channels)


def _line(key: Key, several: Iterable[Evidence]) -> Line | None:
    every = list(several)
    held = [one for one in every if one.outcome == "held"]
    return pair_line(key, held, tuple(one for one in every if one.outcome != "held"))


def _evidence(one: Consensus, cast: Cast, window: Window, dead: frozenset[Key]) -> Iterator[Evidence]:
    """What a contact proves, or speaks against, for each two who took part in it."""
    told = testimony(one)
    bounds = told_bounds(one.bounds, told)
    by_then = truth_within(bounds, BEGINNING, window[1])
    for outcome, wanted in (("held", frozenset({"held"})), (_turned(one), TURNED_AWAY)):
        fact = conjunction((came_about(one, wanted), by_then))
        if fact is Truth.IMPOSSIBLE:
            continue
        for ends in _ends(told, cast):
            yield _judged(one, outcome, bounds, fact, ends, window, dead)


def _turned(one: Consensus) -> str:
    return next((outcome for outcome in one.outcomes if outcome in TURNED_AWAY), "refused")


def _ends(told: Iterable[Claim], cast: Cast) -> list[tuple[End, End]]:
    """Each two who were in contact, once, whoever sought it."""
    found: dict[tuple[Key, Key], tuple[End, End]] = {}
    for claim in told:
        for first, second in meetings(claim.participants):
            ends = sorted((cast.end(first), cast.end(second)), key=lambda end: end.node)
            if ends[0].node != ends[1].node:
                found.setdefault((ends[0].node, ends[1].node), (ends[0], ends[1]))
    return [found[pair] for pair in sorted(found)]


def _judged(
    one: Consensus,
    outcome: str,
    bounds: Bounds,
    fact: Truth,
    ends: tuple[End, End],
    window: Window,
    dead: frozenset[Key],
) -> Evidence:
    """How sure a contact is as evidence: a refusal by its fact alone, a proof also by ends and memory."""
    claims = [claim for claim in one.claims if claim.stance in SPEAKS_OF_FACT] or list(one.claims)
    channels = frozenset(key for claim in claims for key in claim.channels)
    found = Evidence(
        contact=one.contact,
        outcome=outcome,
        bounds=bounds,
        truth=fact,
        ends=ends,
        channels=channels,
        claims=tuple(claim.key for claim in claims),
        voices=tuple(sorted({claim.voice for claim in claims})),
        why="its outcome is disputed" if one.contested else "",
    )
    return _as_proof(found, window, dead) if outcome == "held" else found


def _as_proof(one: Evidence, window: Window, dead: frozenset[Key]) -> Evidence:
    within = truth_within(one.bounds, *window)
    through = truth(not (one.channels and one.channels <= dead), False)
    least = conjunction((one.truth, within, through, *(end.truth for end in one.ends)))
    reasons = [
        *(end.why for end in one.ends if end.truth is least),
        DEAD_CHANNEL if through is least else "",
        (UNUSED if least is Truth.IMPOSSIBLE else "its date is not sure") if within is least else "",
        one.why,
    ]
    why = next((reason for reason in reasons if reason), "") if least is not Truth.CERTAIN else ""
    return replace(one, truth=least, why=why)


def pair_line(key: Key, proofs: Collection[Evidence], against: tuple[Evidence, ...]) -> Line | None:
    """The line of a pair by its held contacts and refusals; None where there is neither."""
    held = tuple(sorted(proofs, key=_latest_first, reverse=True))
    turned = tuple(sorted(against, key=_latest_first, reverse=True))
    if not held and not turned:
        return None
    opened = _opened(held, turned)
    shown = next((one for one in held if one.truth is not Truth.IMPOSSIBLE), (held or turned)[0])
    state, why = _state(opened, held, turned)
    return Line(
        key=key,
        ends=shown.ends,
        truth=opened,
        state=state,
        rank=_rank(shown.ends),
        proofs=held,
        against=turned,
        why=why,
        claims=tuple(dict.fromkeys(claim for one in (*held, *turned) for claim in one.claims)),
    )


def _latest_first(one: Evidence) -> tuple[Stamp, Stamp, Key]:
    return one.bounds.latest, one.bounds.earliest, one.contact


def _opened(held: Iterable[Evidence], turned: Collection[Evidence]) -> Truth:
    """Whether the last held contact is later than the last refusal: the formula at the head of this file."""
    return disjunction(
        truth(
            one.truth is Truth.CERTAIN and not any(possibly_before(one.bounds, no.bounds) for no in turned),
            one.truth is not Truth.IMPOSSIBLE
            and not any(
                certainly_before(one.bounds, no.bounds) for no in turned if no.truth is Truth.CERTAIN
            ),
        )
        for one in held
    )


def _state(opened: Truth, held: tuple[Evidence, ...], turned: tuple[Evidence, ...]) -> tuple[str, str]:
    if opened is Truth.CERTAIN:
        return "open", ""
    usable = [one for one in held if one.truth is not Truth.IMPOSSIBLE]
    if opened is Truth.POSSIBLE:
        refusal = f"it may have been {turned[0].outcome} since" if turned else ""
        return "possibly open", next((one.why for one in usable if one.why), refusal)
    if turned and not any(certainly_before(turned[0].bounds, one.bounds) for one in held):
        return turned[0].outcome, NEVER_HELD if not held else ""
    return STATES.get(held[0].why, "closed"), held[0].why


def _rank(ends: tuple[End, End]) -> str | None:
    """The ranks of both ends, where they differ one beside the other."""
    ranks = dict.fromkeys(end.rank for end in ends if end.rank)
    return " and ".join(ranks) or None
