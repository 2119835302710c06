"""What the claims about one contact come to, on the day from which one looks.

Recomputed for each day asked, never filtered from today's: a claim withdrawn later still counted
then, a correction not yet published did not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from backchannel.graph.bounds import UNKNOWN, Bounds
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION, known_stamp
from backchannel.graph.model import Claim, Key, Knowledge, When
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, hull, intersect, live, truth

__all__ = ["Consensus", "about", "consensus", "live_claims", "truth_of"]

# From the outcome that says most to the one that says least: 'attempted' goes with each of the others.
_TELLING = ("held", "refused", "ignored", "cancelled", "attempted")


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the live claims about a contact say together.

    ``outcome`` is the most telling of ``outcomes`` (every one that a voice asserts), or 'proposed'
    where none does. ``status`` is agreed (several voices), single-sourced, contested (one denies
    what another asserts, or two outcomes exclude each other) or proposed. ``bounds`` is the
    intersection of the dated claims; their hull, with ``date_disputed``, where they exclude one
    another. ``claims`` are all the live claims, ``voices`` those who stand behind the outcome.
    """

    contact: Key
    outcome: str
    outcomes: tuple[str, ...]
    status: str
    bounds: Bounds
    date_disputed: bool
    claims: tuple[Claim, ...]
    voices: tuple[Key, ...]

    @property
    def contested(self) -> bool:
        return self.status == "contested"

    @property
    def when(self) -> When | None:
        """The date of the first claim that has one, for people to read."""
        return next((claim.when for claim in self.claims if claim.when and claim.when.edtf), None)


def live_claims(knowledge: Knowledge, known: str | None = None) -> list[Claim]:
    """The claims published, and not withdrawn, by the end of the day ``known`` (default: ever).

    ``known`` is a day, a month or a year (to its end). Raises DateError for what is none.

    >>> live_claims(Knowledge("A case", "en"), "2022-03-31")
    []
    """
    clock = known_stamp(known)
    return [
        claim
        for claim in knowledge.claims.values()
        if live(claim.known or UNKNOWN_PUBLICATION, claim.withdrawn or NEVER, clock)
    ]


def consensus(knowledge: Knowledge, known: str | None = None) -> dict[Key, Consensus]:
    """The consensus on every contact, by its key, as it could be known by the end of ``known``.

    ``known`` is a day, a month or a year (to its end); None: by all that was ever published. Raises
    DateError for what is none.

    >>> consensus(Knowledge("A case", "en"))
    {}
    """
    hubs: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live_claims(knowledge, known):
        if claim.kind == "contact":
            hubs[claim.about].append(claim)
    return {hub: about(hub, claims) for hub, claims in sorted(hubs.items())}


def about(hub: Key, claims: Iterable[Claim]) -> Consensus:
    """The consensus of the live claims about one contact.

    What was put forward as a fact counts for the outcome and the date; only where nothing was, the date
    is that of the announcements, proposals and denials.

    >>> nothing = about("contact/talk", [])
    >>> nothing.outcome, nothing.status, nothing.bounds == UNKNOWN
    ('proposed', 'proposed', True)
    """
    ordered = tuple(sorted(claims, key=lambda claim: claim.key))
    factual = [claim for claim in ordered if claim.stance in SPEAKS_OF_FACT]
    outcomes = _ranked({claim.outcome for claim in factual if claim.outcome})
    voices = tuple(sorted({claim.voice for claim in factual}))
    bounds, disputed = _date(factual or list(ordered))
    return Consensus(
        contact=hub,
        outcome=outcomes[0] if outcomes else _unasserted(ordered),
        outcomes=outcomes,
        status=_status(ordered, outcomes, voices),
        bounds=bounds,
        date_disputed=disputed,
        claims=ordered,
        voices=voices,
    )


def truth_of(one: Consensus, outcome: str) -> Truth:
    """Whether a contact had an outcome, by what is said of it.

    *Certain* if a voice asserts or alleges that outcome and nobody contests the contact; *possible* if one
    does, and another voice denies the contact or gives an outcome that excludes it; *impossible* if nobody
    says so. As always, of the claims on record: nobody saying so is no proof that it was not so.

    >>> met = Consensus("contact/talk", "held", ("held",), "agreed", UNKNOWN, False, (), ())
    >>> str(truth_of(met, "held")), str(truth_of(met, "refused"))
    ('certain', 'impossible')
    """
    said = outcome in one.outcomes
    return truth(said and not one.contested, said)


def _ranked(outcomes: set[str]) -> tuple[str, ...]:
    return tuple(outcome for outcome in _TELLING if outcome in outcomes)


def _unasserted(claims: tuple[Claim, ...]) -> str:
    """What a contact is called of which nobody says that it took place."""
    denied = _ranked({claim.outcome for claim in claims if claim.stance == "denies" and claim.outcome})
    return denied[0] if denied else "proposed"


def _status(claims: tuple[Claim, ...], outcomes: tuple[str, ...], voices: tuple[Key, ...]) -> str:
    denied = any(claim.stance == "denies" for claim in claims)
    excluding = [outcome for outcome in outcomes if outcome != "attempted"]
    if denied or len(excluding) > 1:
        return "contested"
    if not outcomes:
        return "proposed"
    return "agreed" if len(voices) > 1 else "single-sourced"


def _date(claims: list[Claim]) -> tuple[Bounds, bool]:
    dated = [claim.when.bounds for claim in claims if claim.when and claim.when.edtf]
    if len(dated) < 2:  # most contacts have one dated claim
        return (dated[0] if dated else UNKNOWN), False
    common = intersect(dated)
    return (common, False) if common is not None else (hull(dated), True)
