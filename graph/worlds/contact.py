"""One contact in all worlds: what is open about it, and which links it gives once that is settled.

In a world, first each origin of its claims is believed or not (claims that go back to one origin stand or
fall together). Where those that stand still exclude each other, one position is taken, whichever stand
being equally likely: the repairs of an inconsistent database (M. Arenas, L. Bertossi and J. Chomicki,
Consistent query answers in inconsistent databases, PODS 1999; with probabilities P. Andritsos, A. Fuxman and
R. Miller, Clean answers over dirty databases, ICDE 2006). Then the day is one of those that all standing
claims allow, or, where they exclude each other, of those of one of them. A contact of which no claim
stands, or that was denied, is not in that world. What was only announced or proposed is never held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from backchannel.graph.clock import UNKNOWN_PUBLICATION
from backchannel.graph.consensus import about
from backchannel.graph.corroboration import by_origin
from backchannel.graph.model import Claim, Key
from backchannel.graph.pairs import is_directed
from backchannel.graph.projection import Window as Stamps
from backchannel.graph.projection import ends
from backchannel.graph.semantics import SPEAKS_OF_FACT, possibly_within
from backchannel.graph.threads import Chains
from backchannel.graph.worlds.choices import Choice, by_levels, by_order
from backchannel.graph.worlds.days import ANY_DAY, Days, common, days_of, share, window_of
from backchannel.graph.worlds.identities import Identities
from backchannel.graph.worlds.model import Model

__all__ = ["HELD", "Contact", "Links", "Scene"]

HELD = "held"
DENIED = "denied"
# What a claim may say of a contact that was held.
COMPATIBLE = (HELD, "attempted", None)
# Claims of more distinct dates than this are dated together, whichever of them stand.
MOST_DATES = 6

# Whom a contact links: (from, to, whether one is known to have sought the other), sorted.
Links = tuple[tuple[Key, Key, bool], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is asked: the level, the window as stamps, the model; and the case's chains and open names."""

    level: str
    window: Stamps
    model: Model
    chains: Chains
    identities: Identities


class Contact:
    """A contact with its open questions. ``own`` are the choices of it alone, ``shared`` those of names.

    ``claims`` are its live claims.
    """

    def __init__(self, key: Key, claims: Iterable[Claim], scene: Scene) -> None:
        self.key = key
        self._scene = scene
        self._whole = about(key, claims)
        self._facts = [claim for claim in self._whole.claims if claim.stance in SPEAKS_OF_FACT]
        self._denials = [claim for claim in self._whole.claims if claim.stance == "denies"]
        self._levels = {claim.key: scene.model.belief(claim) for claim in self._facts + self._denials}
        self._open = self._open_parties()
        self._dated: dict[frozenset[str], float] = {}
        self._linked: dict[tuple[object, ...], Links] = {}
        self._groups = self._sources()
        self._orders = self._outcomes()
        self._seekers = self._initiators()
        self.own: tuple[Choice, ...] = tuple(
            choice
            for choice in (
                *(choice for choice, _ in self._groups),
                self._orders,
                self._date(),
                self._seekers,
            )
            if choice is not None
        )
        shared = {choice.key: choice for places in self._open.values() for choice in places.values()}
        self.shared: tuple[Choice, ...] = tuple(shared[key] for key in sorted(shared))

    @property
    def may_link(self) -> bool:
        """Whether a claim says that it was held: otherwise it links nobody in any world."""
        return HELD in self._whole.outcomes

    def links(self, picked: Mapping[str, int]) -> Links:
        """Whom it links where each of its choices, by key, has the option of that number.

        Choices that are missing in ``picked`` have their first.
        """
        standing = self._standing(picked)
        taken = self._taken(standing, picked)
        told = [claim for claim in standing if claim.stance in SPEAKS_OF_FACT and claim.outcome in COMPATIBLE]
        if taken != HELD or not self._inside(told, picked):
            return ()
        meant = {choice.key: picked.get(choice.key, 0) for choice in self.shared}
        first = self._first(self._seekers, picked)
        memo = (tuple(claim.key for claim in told), tuple(meant.values()), first)
        if memo not in self._linked:
            self._linked[memo] = self._pairs(told, meant, first)
        return self._linked[memo]

    # --- which claims stand

    def _sources(self) -> list[tuple[Choice, frozenset[Key]]]:
        """A choice for each origin that may be wrong, with its claims."""
        found = []
        for side, claims in (("says", self._facts), (DENIED, self._denials)):
            for group in by_origin(self._scene.chains, claims):
                keys = tuple(claim.key for claim in group)
                bounds, odds = by_levels(self._levels[key] for key in keys)
                if len(bounds) > 1 or any(self._levels[key] == 0 for key in keys):
                    name = f"source {self.key} {side} {keys[0]}"
                    options = tuple(f"{bound!r}" for bound in bounds)
                    found.append((Choice(name, "source", self.key, keys, options, odds), frozenset(keys)))
        return found

    def _standing(self, picked: Mapping[str, int]) -> list[Claim]:
        fallen: set[Key] = set()
        for choice, keys in self._groups:
            bound = float(choice.options[picked.get(choice.key, 0)])
            fallen |= {key for key in keys if self._levels[key] < bound}
        return [claim for claim in self._facts + self._denials if claim.key not in fallen]

    # --- what came of it

    def _outcomes(self) -> Choice | None:
        positions = _ever(self._facts + self._denials)
        if len(positions) < 2 or "outcome" not in self._scene.model.varied:
            return None
        claims = tuple(claim.key for claim in self._facts + self._denials)
        return _ordered(f"outcome {self.key}", "outcome", self.key, claims, positions)

    def _taken(self, standing: list[Claim], picked: Mapping[str, int]) -> str | None:
        """The position that holds among those that stand; None where nothing does, or it stays contested."""
        positions = _positions(standing)
        if len(positions) < 2:
            return positions[0] if positions else None
        order = self._orders.options[picked.get(self._orders.key, 0)].split(" > ") if self._orders else ()
        return next((position for position in order if position in positions), None)

    # --- when it was

    def _date(self) -> Choice | None:
        if "date" not in self._scene.model.varied:
            return None
        values = self._values(claim for claim in self._facts if claim.outcome in COMPATIBLE)
        subsets = [
            frozenset(chosen) for size in range(len(values) + 1) for chosen in combinations(values, size)
        ]
        bounds, odds = by_levels(self._share(chosen) for chosen in subsets)
        if len(bounds) < 2:
            return None
        options = tuple(f"{bound!r}" for bound in bounds)
        claims = tuple(claim.key for claim in self._facts)
        return Choice(f"date {self.key}", "date", self.key, claims, options, odds)

    def _inside(self, told: list[Claim], picked: Mapping[str, int]) -> bool:
        if "date" not in self._scene.model.varied:
            return possibly_within(self._whole.bounds, *self._scene.window)
        chosen = frozenset(self._values(told))
        choice = f"date {self.key}"
        found = next((one for one in self.own if one.key == choice), None)
        bound = float(found.options[picked.get(choice, 0)]) if found else 1.0
        return self._share(chosen) >= bound

    def _values(self, claims: Iterable[Claim]) -> list[str]:
        """The distinct dates of some claims; of all claims together where there are too many."""
        every = sorted({claim.when.edtf for claim in self._facts if claim.when and claim.when.edtf})
        if len(every) > MOST_DATES:
            return [" ".join(every)]
        return sorted({claim.when.edtf for claim in claims if claim.when and claim.when.edtf})

    def _share(self, values: frozenset[str]) -> float:
        """How likely a day that all these dates allow is in the window; of one of them, if they exclude."""
        if values not in self._dated:
            dates = [days_of(edtf) for one in sorted(values) for edtf in one.split(" ")]
            together = dates if len(dates) == 1 else [common(dates)]
            held = together if together[0].stretches else dates
            shares = [self._share_of(days) for days in held or [ANY_DAY]]
            self._dated[values] = sum(shares) / len(shares)
        return self._dated[values]

    def _share_of(self, days: Days) -> float:
        """The share of the days that were over when it was told: nobody tells of what is still to come."""
        unlimited = self._scene.model.probabilities["undated"]
        window = window_of(*self._scene.window)
        told = [claim.known or UNKNOWN_PUBLICATION for claim in self._facts]
        if days.stretches and days.stretches[-1][1] is None and told and min(told) < UNKNOWN_PUBLICATION:
            past = common([days, Days((window_of("0001-01-01T00:00:00Z", min(told)),))])
            days = past if past.stretches else days
        return share(days, window, unlimited)

    # --- who sought whom

    def _initiators(self) -> Choice | None:
        """Which of several tellings of who sought whom is true, where two are each other's reverse."""
        told = {
            _seekers(claim): ends([claim], self._scene.level) for claim in self._facts if is_directed(claim)
        }
        pairs = [(seekers, pair) for seekers, found in told.items() for pair in found]
        reverse = {one for one, pair in pairs for other, turned in pairs if pair == turned[::-1]}
        if not reverse or "initiator" not in self._scene.model.varied:
            return None
        claims = tuple(claim.key for claim in self._facts if _seekers(claim) in reverse)
        return _ordered(f"initiator {self.key}", "initiator", self.key, claims, sorted(reverse))

    @staticmethod
    def _first(choice: Choice | None, picked: Mapping[str, int]) -> str:
        return choice.options[picked.get(choice.key, 0)] if choice else ""

    # --- who it was

    def _open_parties(self) -> dict[Key, dict[int, Choice]]:
        if "identity" not in self._scene.model.varied:
            return {}
        found = {claim.key: self._scene.identities.of(claim) for claim in self._whole.claims}
        return {key: places for key, places in found.items() if places}

    def _pairs(self, told: Sequence[Claim], meant: Mapping[str, int], order: str) -> Links:
        kept = {claim.key for claim in told}
        rest = {claim.key for claim in self._facts + self._denials} - kept
        claims = [self._as_meant(claim, meant) for claim in self._whole.claims if claim.key not in rest]
        found = ends(claims, self._scene.level)
        for seekers in reversed(order.split(" > ") if order else ()):
            sought = ends([one for one in claims if _seekers(one) == seekers], self._scene.level)
            found = {pair: way for pair, way in found.items() if pair[::-1] not in sought} | sought
        return tuple(sorted((source, target, way) for (source, target), way in found.items()))

    def _as_meant(self, claim: Claim, meant: Mapping[str, int]) -> Claim:
        places = self._open.get(claim.key)
        if not places:
            return claim
        persons = {place: choice.options[meant[choice.key]] for place, choice in places.items()}
        return self._scene.identities.resolved(claim, persons)


def _ordered(name: str, kind: str, hub: Key, claims: tuple[Key, ...], positions: list[str]) -> Choice:
    """A choice of the order in which positions are preferred."""
    orders = by_order(positions)
    options = tuple(" > ".join(order) for order in orders)
    return Choice(name, kind, hub, claims, options, (1 / len(orders),) * len(orders))


def _positions(claims: Iterable[Claim]) -> list[str]:
    """What some claims say came of a contact, as far as it excludes one another.

    A denial is a position of its own only where nothing that is said besides agrees with it.
    """
    every = list(claims)
    said = {claim.outcome for claim in every if claim.stance in SPEAKS_OF_FACT and claim.outcome}
    denied = {claim.outcome for claim in every if claim.stance == "denies"}
    telling = said - {"attempted"} or said
    if denied and (None in denied or telling <= denied):
        telling |= {DENIED}
    return sorted(one for one in telling if one)


def _ever(claims: Iterable[Claim]) -> list[str]:
    """The positions that some of the claims may come to, whichever of them stand."""
    every = list(claims)
    said = {claim.outcome for claim in every if claim.stance in SPEAKS_OF_FACT and claim.outcome}
    denials = any(claim.outcome in (None, *said) for claim in every if claim.stance == "denies")
    return sorted({*(said - {"attempted"} or said), *([DENIED] if denials and said else [])})


def _seekers(claim: Claim) -> str:
    return " ".join(sorted(one.entity for one in claim.participants if one.role == "initiator"))
