"""Which open question moves a rank most: by how much the rank would vary less if its answer were known.

The part of the variance of the rank that an answer takes away in the mean is the first-order index of
variance-based sensitivity analysis, Var(E[rank | question]) / Var(rank) (I. M. Sobol', Sensitivity estimates
for nonlinear mathematical models, 1993; A. Saltelli et al., Global Sensitivity Analysis, Wiley 2008, ch. 4).
Questions may work only together: the parts then add up to less than 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from backchannel.graph.worlds.choices import Choice
from backchannel.graph.worlds.counts import Spread, spread
from backchannel.graph.worlds.tables import Ids, Weights
from backchannel.graph.worlds.worlds import Enumerated, Sampled

__all__ = ["Answer", "Influence", "influences"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One option of a question: its number and probability, and the rank's mean and spread if it is so.

    The mean is None, and the spread empty, where the option never came up or the node has no rank then.
    """

    option: int
    probability: float
    mean: float | None
    spread: Spread


@dataclass(frozen=True, slots=True)
class Influence:
    """A question, how much of the rank's variance knowing its answer takes away (0 to 1), and its answers."""

    choice: Choice
    explains: float
    answers: tuple[Answer, ...]


def influences(ranks: Ids, worlds: Enumerated | Sampled, choices: Iterable[Choice]) -> list[Influence]:
    """The questions that move a rank, the most important first.

    ``ranks``: the rank of a node in each distinct world; where it has none it counts as one behind its worst.
    """
    behind = np.where(ranks == 0, ranks.max(initial=0) + 1, ranks).astype(np.float64)
    middle = float(worlds.weights @ behind)
    variance = float(worlds.weights @ (behind - middle) ** 2)
    if variance <= 0 or ranks.max(initial=0) == ranks.min(initial=0):
        return []
    found = [_influence(choice, ranks, behind, middle, variance, worlds) for choice in choices]
    moving = [one for one in found if one.explains > 1e-9]
    return sorted(moving, key=lambda one: (-round(one.explains, 9), one.choice.key))


def _influence(
    choice: Choice,
    ranks: Ids,
    behind: Weights,
    middle: float,
    variance: float,
    worlds: Enumerated | Sampled,
) -> Influence:
    given = [worlds.given(choice, option) for option in range(len(choice.options))]
    between = sum(
        chance * (float(weights @ behind) - middle) ** 2
        for chance, weights in zip(choice.probabilities, given, strict=True)
        if weights.any()
    )
    answers = tuple(
        _answer(option, chance, weights, ranks)
        for option, (chance, weights) in enumerate(zip(choice.probabilities, given, strict=True))
    )
    return Influence(choice, min(1.0, between / variance), answers)


def _answer(option: int, probability: float, weights: Weights, ranks: Ids) -> Answer:
    there = np.where(ranks > 0, weights, 0.0)
    total = float(there.sum())
    mean = float(there @ ranks) / total if total > 0 else None
    return Answer(option, probability, mean, spread(ranks, weights))
