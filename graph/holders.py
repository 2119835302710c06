"""Who held an office on a day, as known by a day: certainly, possibly, several at once, or nobody known.

The start and the end of a tenure become known on different days, so an end that nobody knew of is never
used: until then the tenure is open, and certain only as far as the roster vouches for it and as was known. A
gap is never filled with the nearest holder. Capacities count: who is *designated* doesn't hold the office
yet; an *acting* holder does; each of several *contested* claimants may hold it, none for sure.

``ontology/questions/01_holder_of_office.rq`` and ``23_known_holders.rq`` give the same answers in SPARQL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from backchannel.graph.bounds import END, Bounds
from backchannel.graph.clock import NEVER, UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.errors import UnknownNameError
from backchannel.graph.gregorian import midnight_after, midnight_before
from backchannel.graph.model import Key, Knowledge, Stamp, Tenure
from backchannel.graph.quads_tenures import end_bounds, start_bounds
from backchannel.graph.semantics import Truth, conjunction, live, truth_at

__all__ = ["Holding", "Seat", "Verdict", "held_bounds", "holders", "seats", "tenure_claims"]

# In the order in which they are shown; only those before 'designate' are in the office.
CAPACITIES = ("substantive", "acting", "contested", "designate")
SURENESS = (Truth.CERTAIN, Truth.POSSIBLE)


class Verdict(StrEnum):
    """What the tenures of an office come to on a day.

    *Several*: more than one person certainly holds it in the same capacity, as on the day of a handover.
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    SEVERAL = "several"
    NOBODY_KNOWN = "nobody known"


@dataclass(frozen=True, slots=True)
class Holding:
    """One tenure that certainly or possibly covers the day.

    ``capacity`` is substantive, acting, contested or designate; ``truth`` says how sure it is that the
    tenure covers all of the day (of a contested claim never more than possible). ``claims`` are those that
    it began and, where that was known, that it ended.
    """

    office: Key
    person: Key
    capacity: str
    truth: Truth
    tenure: Key
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """An office on a day: the verdict, and the tenures behind it, the surest first."""

    office: Key
    verdict: Verdict
    holdings: tuple[Holding, ...]

    @property
    def holders(self) -> tuple[Holding, ...]:
        """Those who hold the office, certainly or possibly: without the designated."""
        return tuple(one for one in self.holdings if one.capacity != "designate")

    @property
    def designates(self) -> tuple[Holding, ...]:
        """Those who are designated and don't hold it yet."""
        return tuple(one for one in self.holdings if one.capacity == "designate")


def holders(knowledge: Knowledge, office: Key, day: str, known: str | None = None) -> Seat:
    """Who held an office (a key, ``office/...``) on a day, as known by the end of the day ``known``.

    ``day`` is YYYY-MM-DD; of a month or a year only who held it throughout is certain, who held it for a
    part of it is possible. ``known`` None: everything published counts. Raises UnknownNameError for what is
    no office of the case, DateError for what is no day.

    >>> holders(Knowledge("A case", "en"), "office/us-president", "2022-03-23")
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.UnknownNameError: 'office/us-president' is no office of the case
    """
    if not office.startswith("office/") or office not in knowledge.entities:
        raise UnknownNameError(f"{office!r} is no office of the case")
    window, clock = day_bounds(day), known_stamp(known)
    held = [one for one in knowledge.tenures.values() if one.office == office]
    return _seat(office, held, window, clock)


def seats(knowledge: Knowledge, day: str, known: str | None = None) -> list[Seat]:
    """Every office of the case on a day, by key: see :func:`holders`.

    >>> seats(Knowledge("A case", "en"), "2022-03-23")
    []
    """
    window, clock = day_bounds(day), known_stamp(known)
    held: dict[Key, list[Tenure]] = defaultdict(list)
    for one in knowledge.tenures.values():
        held[one.office].append(one)
    offices = sorted(office.key for office in knowledge.of_kind("office"))
    return [_seat(office, held.get(office, ()), window, clock) for office in offices]


def held_bounds(tenure: Tenure, known: Stamp) -> Bounds | None:
    """From when until when a tenure lasted, as known at a stamp; None where it was not yet known.

    Possible from the first possible start to the end of the last possible day; certain from the last
    possible start to the end of the first possible last day, a start not being after every possible end
    nor an end before every possible start: the hull of all possible periods (Dyreson and Snodgrass 1998).
    Without a known end it is certain up to ``known`` or to where the roster vouches, whichever is earlier.

    >>> from backchannel.graph.bounds import occurrence
    >>> from backchannel.graph.model import When
    >>> stamp = "2022-06-01T00:00:00Z"
    >>> begun, ended = (When(day, occurrence(day)) for day in ("2022-03-10", "2022-03"))
    >>> one = Tenure("tenure/x", "person/x", "office/x", "2022-03-10/2022-03", "substantive", begun, ended,
    ...              False, stamp, stamp, stamp, None, "document/roster")
    >>> held_bounds(one, stamp).certain_until
    '2022-03-11T00:00:00Z'
    """
    if not live(tenure.start_known, NEVER, known):
        return None
    start = start_bounds(tenure)
    if tenure.end is None or not live(tenure.end_known or UNKNOWN_PUBLICATION, NEVER, known):
        return Bounds(start.earliest, start.certain_from, min(known, start.certain_until), END)
    end = end_bounds(tenure)
    last_start = (
        start.certain_from if END in (start.certain_from, end.latest) else midnight_before(end.latest)
    )
    first_end = midnight_after(start.earliest)
    certain_until = max(end.certain_until, first_end)
    return Bounds(start.earliest, min(start.certain_from, last_start), certain_until, end.latest)


def _seat(office: Key, tenures: Iterable[Tenure], window: tuple[Stamp, Stamp], known: Stamp) -> Seat:
    found = [_holding(one, window, known) for one in tenures]
    holdings = sorted((one for one in found if one.truth is not Truth.IMPOSSIBLE), key=_surest_first)
    return Seat(office, _verdict(holdings), tuple(holdings))


def _surest_first(one: Holding) -> tuple[int, int, Key, Key]:
    return SURENESS.index(one.truth), CAPACITIES.index(one.capacity), one.person, one.tenure


def _holding(tenure: Tenure, window: tuple[Stamp, Stamp], known: Stamp) -> Holding:
    bounds = held_bounds(tenure, known)
    truth = truth_at(bounds, *window) if bounds else Truth.IMPOSSIBLE
    if tenure.capacity == "contested":
        truth = conjunction([truth, Truth.POSSIBLE])
    return Holding(
        tenure.office, tenure.person, tenure.capacity, truth, tenure.key, tenure_claims(tenure, known)
    )


def tenure_claims(tenure: Tenure, known: Stamp) -> tuple[Key, ...]:
    """The keys of the claims that a tenure began, and that it ended if that was known at a stamp."""
    name = tenure.key.split("/", 1)[1]
    ended = tenure.end is not None and live(tenure.end_known or UNKNOWN_PUBLICATION, NEVER, known)
    return (f"claim/{name}-start", f"claim/{name}-end") if ended else (f"claim/{name}-start",)


def _verdict(holdings: Iterable[Holding]) -> Verdict:
    """An acting holder beside a substantive one stands in for them: that is no second holder."""
    in_office = [one for one in holdings if one.capacity != "designate"]
    for capacity in ("substantive", "acting"):
        sure = {one.person for one in in_office if (one.capacity, one.truth) == (capacity, Truth.CERTAIN)}
        if sure:
            return Verdict.SEVERAL if len(sure) > 1 else Verdict.CERTAIN
    return Verdict.POSSIBLE if in_office else Verdict.NOBODY_KNOWN
