"""Draws for choices: each choice has a stream of its own, named by its key.

So a choice is drawn alike whatever else is open: another claim, or another order of the claims, changes no
other choice. The streams are numpy's PCG64, seeded by the seed and the key's SHA-256 together (M. O'Neill,
PCG, Harvey Mudd College HMC-CS-2014-0905, 2014).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from backchannel.graph.worlds.choices import Choice

__all__ = ["draws", "stream"]


def stream(seed: int, key: str) -> np.random.Generator:
    """The stream of random numbers of one choice.

    >>> float(stream(1, "date contact/a").random()) == float(stream(1, "date contact/a").random())
    True
    """
    digest = hashlib.sha256(key.encode()).digest()
    words = [int.from_bytes(digest[start : start + 4], "big") for start in range(0, 32, 4)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def draws(choices: Iterable[Choice], count: int, seed: int) -> dict[str, NDArray[np.int64]]:
    """The number of the option that each choice, by key, has in each of ``count`` worlds.

    >>> coin = Choice("coin", "outcome", "contact/a", (), ("held", "refused"), (0.5, 0.5))
    >>> [int(pick) for pick in draws([coin], 4, seed=0)["coin"]]
    [1, 0, 0, 1]
    """
    return {choice.key: _drawn(choice, count, seed) for choice in choices}


def _drawn(choice: Choice, count: int, seed: int) -> NDArray[np.int64]:
    bounds = np.cumsum(choice.probabilities)[:-1]
    return np.searchsorted(bounds, stream(seed, choice.key).random(count), side="right").astype(np.int64)
