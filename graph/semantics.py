"""What certain, possible and impossible mean here, and when a claim counts as known: each word defined once.

SPARQL, Python and the page answer questions about time by these comparisons and no others; the SPARQL
form of each stands in :data:`SPARQL`, over the properties that every claim carries (``bc:earliest``,
``bc:certainFrom``, ``bc:certainUntil``, ``bc:latest``, ``bc:knownFrom``, ``bc:withdrawnFrom``).

*Two clocks.* When it was so is valid time, when it was published and not withdrawn is the other; they
are independent (Snodgrass and Ahn, A Taxonomy of Time in Databases, SIGMOD 1985; Jensen and Snodgrass,
Temporal Data Management, IEEE TKDE 11(1), 1999). Ours of publication differs from a database's
transaction time in one thing: it is the world's, not this machine's.

*Three values.* A date of which only bounds are known stands for every instant between them (Dyreson and
Snodgrass, Supporting Valid-Time Indeterminacy, ACM TODS 23(1), 1998). A statement is *certain* if it is
true whichever of those it was, *possible* if it is true for one of them, otherwise *impossible*: the
certain and possible answers of incomplete databases (Lipski, On Semantic Issues Connected with Incomplete
Information Databases, ACM TODS 4(3), 1979; Imielinski and Lipski, Incomplete Information in Relational
Databases, JACM 31(4), 1984). They are put together by the strong three-valued logic of Kleene
(Introduction to Metamathematics, 1952, par. 64).

*Before, within, at* are the relations of Allen (Maintaining Knowledge about Temporal Intervals, CACM
26(11), 1983): 'before' joins his *before* and *meets* (stamps are half-open), 'within' his *during*,
*starts*, *finishes* and *equal*. Bounds are those of the hull of an EDTF value (ISO 8601-2:2019):
gaps within a pattern or a set don't count.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds, Stamp, ordered

__all__ = [
    "FAILED",
    "SPARQL",
    "SPEAKS_OF_FACT",
    "Truth",
    "certainly_at",
    "certainly_before",
    "certainly_within",
    "conjunction",
    "disjunction",
    "hull",
    "intersect",
    "known_by",
    "live",
    "possibly_at",
    "possibly_before",
    "possibly_within",
    "truth",
    "truth_at",
    "truth_before",
    "truth_within",
]

# The stances that put something forward as having been so; announcing, proposing and denying don't.
SPEAKS_OF_FACT = frozenset({"asserts", "alleges"})
# The outcomes of a contact that did not come about; 'attempted' says nothing else of it.
FAILED = frozenset({"attempted", "refused", "ignored", "cancelled"})

# The same comparisons for a query: a claim's properties as variables of their names, the window from
# ?start to before ?end, the clock of publication at ?known; of two, the first's with 1, the second's with 2.
SPARQL: dict[str, str] = {
    "possibly_at": "?earliest < ?end && ?start < ?latest",
    "certainly_at": "?certainFrom <= ?start && ?end <= ?certainUntil",
    "possibly_within": "?earliest < ?end && ?start < ?latest",
    "certainly_within": "?start <= ?earliest && ?latest <= ?end",
    "possibly_before": "?earliest1 < ?latest2",
    "certainly_before": "?latest1 <= ?earliest2",
    "known_by": "?knownFrom <= ?known",
    "live": "?knownFrom <= ?known && ?known < ?withdrawnFrom",
}


class Truth(StrEnum):
    """What the graph can say of a statement about time."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


ORDER = (Truth.CERTAIN, Truth.POSSIBLE, Truth.IMPOSSIBLE)


def possibly_at(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether it may hold, or may have happened, at some instant of the window ``start <= t < end``.

    >>> from backchannel.graph.bounds import state
    >>> possibly_at(state("2022-02/2022-05"), "2022-05-31T00:00:00Z", "2022-06-01T00:00:00Z")
    True
    """
    return bounds.earliest < end and start < bounds.latest


def certainly_at(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether it holds for sure at every instant of the window ``start <= t < end``.

    >>> from backchannel.graph.bounds import state
    >>> certainly_at(state("2022-02/2022-05"), "2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    True
    """
    return bounds.certain_from <= start and end <= bounds.certain_until


def possibly_within(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether an occurrence may lie in the window ``start <= t < end``: its bounds meet the window.

    >>> from backchannel.graph.bounds import occurrence
    >>> possibly_within(occurrence("2022-09-2X"), "2022-09-29T00:00:00Z", "2022-10-01T00:00:00Z")
    True
    """
    return possibly_at(bounds, start, end)


def certainly_within(bounds: Bounds, start: Stamp, end: Stamp) -> bool:
    """Whether all of it lies in the window ``start <= t < end`` for sure: the window contains its bounds.

    >>> from backchannel.graph.bounds import occurrence
    >>> certainly_within(occurrence("2022-09-1X"), "2022-09-01T00:00:00Z", "2022-10-01T00:00:00Z")
    True
    """
    return start <= bounds.earliest and bounds.latest <= end


def possibly_before(first: Bounds, second: Bounds) -> bool:
    """Whether some possible instant of the first lies before some possible instant of the second.

    >>> from backchannel.graph.bounds import occurrence
    >>> possibly_before(occurrence("2022-03-24"), occurrence("2022-03-24"))
    True
    """
    return first.earliest < second.latest


def certainly_before(first: Bounds, second: Bounds) -> bool:
    """Whether every possible instant of the first lies before every possible one of the second.

    >>> from backchannel.graph.bounds import occurrence
    >>> certainly_before(occurrence("2022-03"), occurrence("2022-04-01"))
    True
    """
    return first.latest <= second.earliest


def truth_at(bounds: Bounds, start: Stamp, end: Stamp) -> Truth:
    """Whether it holds in a window: certain throughout, possible at some instant, or impossible.

    For the window of one day, on which a state of whole days holds all along or not at all, the two speak
    of the same statement; for a longer one the first is the stronger statement.

    >>> from backchannel.graph.bounds import state
    >>> march = ("2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    >>> [str(truth_at(state(held), *march)) for held in ("2022-02/2022-05", "2022-03-24", "2022-05")]
    ['certain', 'possible', 'impossible']
    """
    return truth(certainly_at(bounds, start, end), possibly_at(bounds, start, end))


def truth_within(bounds: Bounds, start: Stamp, end: Stamp) -> Truth:
    """Whether it happened within a window: see :func:`certainly_within`, :func:`possibly_within`.

    >>> from backchannel.graph.bounds import occurrence
    >>> march = ("2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z")
    >>> [str(truth_within(occurrence(when), *march)) for when in ("2022-03-1X", "2022-03~", "2022-05")]
    ['certain', 'possible', 'impossible']
    """
    return truth(certainly_within(bounds, start, end), possibly_within(bounds, start, end))


def truth_before(first: Bounds, second: Bounds) -> Truth:
    """Whether the first is before the second: see :func:`certainly_before`, :func:`possibly_before`.

    >>> from backchannel.graph.bounds import occurrence
    >>> str(truth_before(occurrence("2022-05"), occurrence("2022-03-24")))
    'impossible'
    """
    return truth(certainly_before(first, second), possibly_before(first, second))


def truth(certain: bool, possible: bool) -> Truth:
    """The value of a statement that is true of all possible instants, or of some.

    >>> str(truth(certain=False, possible=True))
    'possible'
    """
    if certain:
        return Truth.CERTAIN
    return Truth.POSSIBLE if possible else Truth.IMPOSSIBLE


def intersect(several: Iterable[Bounds]) -> Bounds | None:
    """What remains possible if all of several bounds are true of one thing; None if they can't be.

    Of no bounds at all it is :data:`UNKNOWN`. What any of them makes certain is certain, and as a state
    holds without a break, so is what lies between.

    >>> from backchannel.graph.bounds import occurrence
    >>> intersect([occurrence("2022-03"), occurrence("2022-03-24")]) == occurrence("2022-03-24")
    True
    >>> intersect([occurrence("2022-03-22"), occurrence("2022-03-23")]) is None
    True
    """
    every = list(several)
    earliest = max((bounds.earliest for bounds in every), default=BEGINNING)
    latest = min((bounds.latest for bounds in every), default=END)
    certain_from = min((bounds.certain_from for bounds in every), default=END)
    certain_until = max((bounds.certain_until for bounds in every), default=BEGINNING)
    found = ordered(earliest, certain_from, certain_until, latest)
    broken = found.certain and not (earliest <= certain_from and certain_until <= latest)
    return None if latest <= earliest or broken else found


def hull(several: Iterable[Bounds]) -> Bounds:
    """The bounds that hold if any one of several is true; of none at all :data:`UNKNOWN`.

    >>> from backchannel.graph.bounds import occurrence
    >>> hull(map(occurrence, ["2022-03-22", "2022-03-23"])) == occurrence("[2022-03-22,2022-03-23]")
    True
    """
    every = list(several)
    if not every:
        return UNKNOWN
    return ordered(
        min(bounds.earliest for bounds in every),
        max(bounds.certain_from for bounds in every),
        min(bounds.certain_until for bounds in every),
        max(bounds.latest for bounds in every),
    )


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Whether all of several statements hold: the least sure of them; of none at all certain.

    Kleene's strong *and*. It takes the statements to be independent: two that exclude each other may
    each be possible.

    >>> str(conjunction([Truth.CERTAIN, Truth.POSSIBLE]))
    'possible'
    """
    return max(truths, key=ORDER.index, default=Truth.CERTAIN)


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Whether any of several statements holds: the surest of them; of none at all impossible.

    Kleene's strong *or*.

    >>> str(disjunction([Truth.IMPOSSIBLE, Truth.POSSIBLE]))
    'possible'
    """
    return min(truths, key=ORDER.index, default=Truth.IMPOSSIBLE)


def known_by(known_from: Stamp, known: Stamp) -> bool:
    """Whether something had been published (a claim, a document, the end of a tenure) at the stamp ``known``.

    ``known`` is what :func:`backchannel.graph.clock.known_stamp` makes of a day: the midnight after it, so
    what was published on that day counts.

    >>> known_by("2022-03-24T00:00:00Z", "2022-03-24T00:00:00Z")
    True
    """
    return known_from <= known


def live(known_from: Stamp, withdrawn_from: Stamp, known: Stamp) -> bool:
    """Whether a claim was published and not withdrawn at the stamp ``known``.

    ``known`` is what :func:`backchannel.graph.clock.known_stamp` makes of a day: the midnight after it.

    >>> live("2022-03-24T00:00:00Z", END, "2022-03-24T00:00:00Z")
    True
    >>> live("2022-03-24T00:00:00Z", "2022-05-01T00:00:00Z", "2022-05-01T00:00:00Z")
    False
    """
    return known_by(known_from, known) and not known_by(withdrawn_from, known)
