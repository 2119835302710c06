"""The questions of change that are put to each pair, each with the chance of as much without a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

import numpy as np

from backchannel.graph.model import Key
from backchannel.graph.trends.chance import Chance, corrected
from backchannel.graph.trends.events import FAILURES, SENIORITY, Event, Pair
from backchannel.graph.trends.scan import Break, Dates, drawn, scan
from backchannel.graph.trends.shifts import Shift, after_refusals

__all__ = ["ENOUGH", "QUESTIONS", "Settings", "Trial", "trials"]

# Of fewer contacts nothing could be told, whatever their dates: no arrangement would be rare enough.
ENOUGH = 4
# The ranks of those who decide; the others carry out.
HIGH = frozenset({"leader", "minister"})
QUESTIONS = ("rate", "answers", "rank", "rank after refusals", "means after refusals")


@dataclass(frozen=True, slots=True)
class Settings:
    """How tests are made.

    ``seed`` of all that is drawn, how many ``permutations``, and ``within`` how many days of a refusal a
    contact is before or after it.
    """

    seed: int = 1
    permutations: int = 999
    within: int = 60
    pairs: int = 100


@dataclass(frozen=True, slots=True)
class Trial:
    """One question put to one pair.

    ``counted`` contacts of ``among`` all: those the pair held, of all on record; those refused or ignored, of
    those sought; those held at a high rank, of those held; those before and after refusals. ``found`` is None
    where there are too few (``why`` says of what). ``corrected``: the p-value among those of all trials that
    were run together, so that many questions don't find what one wouldn't.
    """

    pair: Pair
    question: str
    counted: int
    among: int
    found: Break | Shift | None = None
    why: str = ""
    corrected: float | None = None
    labels: tuple[str, ...] = ()
    claims: tuple[Key, ...] = ()

    @property
    def chance(self) -> Chance | None:
        return self.found.chance if self.found else None


def trials(found: Sequence[Event], pairs: Sequence[Pair], settings: Settings) -> list[Trial]:
    """Every question put to every pair, corrected for their number (Benjamini and Hochberg).

    Only what is certain counts, and what has a first and a last possible day. Each trial draws from a seed of
    its own, made of ``settings.seed``, the pair and the question: its result doesn't depend on what else is
    asked.

    >>> trials([], [("state/a", "state/b")], Settings())[0].why
    'held contacts with a date: 0, at least 4 are needed'
    """
    record = Record(found, settings)
    asked = {"rate": _rate, "answers": _answers, "rank": _rank}
    asked |= {"rank after refusals": _rank_after, "means after refusals": _means_after}
    run = [asked[question](record, pair) for pair in pairs for question in QUESTIONS]
    p_values = iter(corrected([one.chance.p for one in run if one.chance]))
    return [replace(one, corrected=next(p_values)) if one.chance else one for one in run]


class Record:
    """The dated contacts, all of them and by pair, and the days drawn for all that were held."""

    def __init__(self, found: Sequence[Event], settings: Settings) -> None:
        self.settings = settings
        dated = [one for one in found if one.days]
        self.held = [one for one in dated if one.certainly("held")]
        self.by_pair: dict[Pair, list[Event]] = defaultdict(list)
        self.held_by: dict[Pair, list[int]] = defaultdict(list)
        for one in dated:
            for pair in one.pairs:
                self.by_pair[pair].append(one)
        for place, one in enumerate(self.held):
            for pair in one.pairs:
                self.held_by[pair].append(place)

    @cached_property
    def dates(self) -> Dates:
        """The days of all held contacts: the same for every pair."""
        return _drawn(self.held, _rng(self.settings.seed, "", "", "all held"))


def _drawn(several: Sequence[Event], rng: np.random.Generator) -> Dates:
    return drawn([one.days for one in several if one.days], rng)


def _rate(record: Record, pair: Pair) -> Trial:
    """Whether the pair's part of all held contacts changes."""
    taken = record.held_by.get(pair, [])
    return _scan(record, record.held, taken, pair, "rate", "held contacts with a date")


def _answers(record: Record, pair: Pair) -> Trial:
    """Whether the part of the sought contacts that was refused or ignored changes."""
    sought = [one for one in record.by_pair.get(pair, []) if one.certainly("held", *FAILURES)]
    taken = [place for place, one in enumerate(sought) if one.certainly(*FAILURES)]
    return _scan(record, sought, taken, pair, "answers", "refused or ignored contacts with a date")


def _rank(record: Record, pair: Pair) -> Trial:
    """Whether the part of the held contacts that leaders and ministers had changes."""
    held = [one for one in record.by_pair.get(pair, []) if one.certainly("held") and one.rank]
    taken = [place for place, one in enumerate(held) if one.rank in HIGH]
    return _scan(record, held, taken, pair, "rank", "held contacts of leaders or ministers with a date")


def _scan(
    record: Record, pool: Sequence[Event], taken: Sequence[int], pair: Pair, question: str, what: str
) -> Trial:
    claims = tuple(dict.fromkeys(claim for place in taken for claim in pool[place].claims))
    trial = Trial(pair, question, len(taken), len(pool), claims=claims)
    rest = len(pool) - len(taken)
    if len(taken) < ENOUGH:
        return replace(trial, why=f"{what}: {len(taken)}, at least {ENOUGH} are needed")
    if rest < ENOUGH:
        return replace(trial, why=f"others to compare them with: {rest}, at least {ENOUGH} are needed")
    rng = _rng(record.settings.seed, *pair, question)
    dates = record.dates if pool is record.held else _drawn(pool, rng)
    return replace(trial, found=scan(dates, taken, record.settings.permutations, rng))


def _rank_after(record: Record, pair: Pair) -> Trial:
    """Whether contacts after refusals are of another rank than before."""
    return _shift(record, pair, "rank after refusals", lambda one: one.rank, SENIORITY)


def _means_after(record: Record, pair: Pair) -> Trial:
    """Whether contacts after refusals are by other means than before."""
    names = tuple(sorted({one.means for one in record.by_pair.get(pair, []) if one.means}))
    return _shift(record, pair, "means after refusals", lambda one: one.means, names)


def _shift(
    record: Record,
    pair: Pair,
    question: str,
    label: Callable[[Event], str | None],
    names: tuple[str, ...],
) -> Trial:
    own, settings = record.by_pair.get(pair, []), record.settings
    refusals = [place for place, one in enumerate(own) if one.certainly(*FAILURES)]
    held = [place for place, one in enumerate(own) if one.certainly("held") and label(one)]
    claims = tuple(dict.fromkeys(claim for place in (*refusals, *held) for claim in own[place].claims))
    trial = Trial(pair, question, len(held), len(own), labels=names, claims=claims)
    if not refusals or len(held) < ENOUGH:
        what = f"refusals: {len(refusals)}, held contacts with {question.split()[0]} and date: {len(held)}"
        return replace(trial, why=f"{what}; 1 and {ENOUGH} are needed")
    rng = _rng(settings.seed, *pair, question)
    dates = _drawn(own, rng)
    labels = [names.index(label(own[place]) or "") for place in held]
    shift = after_refusals(
        dates.only(refusals),
        dates.only(held),
        labels,
        settings.within,
        question.startswith("rank"),
        settings.permutations,
        rng,
    )
    why = "" if shift else f"no contact within {settings.within} days before a refusal, or none after"
    return replace(trial, found=shift, why=why)


def _rng(seed: int, *names: str) -> np.random.Generator:
    name = "\n".join((str(seed), *names)).encode()
    return np.random.default_rng(int.from_bytes(sha256(name).digest()[:8], "big"))
