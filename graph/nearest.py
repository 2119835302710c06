"""The nearest valid words to one that isn't valid, as a question to the user."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

__all__ = ["Lookalikes", "choice", "nearest"]

LIKE_ENOUGH = 0.6
BEHIND = 0.25
LONGEST = 200
COMPARED = 50


def nearest(word: str, valid: Iterable[str], most: int = 1) -> str:
    """'did you mean ...?' with the valid words most like this one; empty if none is like it.

    >>> nearest("oucome", ["outcome", "stance"])
    "did you mean 'outcome'?"
    >>> nearest("xyz", ["outcome", "stance"])
    ''
    """
    by_case = {name.casefold(): name for name in valid}
    found = get_close_matches(word.casefold()[:LONGEST], list(by_case), n=most, cutoff=LIKE_ENOUGH)
    return f"did you mean {choice([by_case[name] for name in found])}?" if found else ""


def choice(words: Sequence[str]) -> str:
    """Words quoted, as alternatives.

    >>> choice(["a"]), choice(["a", "b", "c"])
    ("'a'", "'a', 'b' or 'c'")
    """
    quoted = [f"'{word}'" for word in words]
    return " or ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


class Lookalikes:
    """Words of which there may be many thousands: those that share the most runs of three letters
    with the one asked for are compared closely (difflib's ratio, at least 0.6 and not far behind the best).

    >>> Lookalikes(["sergei shoigu", "mark milley"]).like("sergej schoigu")
    ('sergei shoigu',)
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._grams: dict[str, list[str]] = defaultdict(list)
        self._asked: dict[str, tuple[str, ...]] = {}
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Enter a word (once)."""
        for gram in _trigrams(word):
            self._grams[gram].append(word)

    def like(self, word: str) -> tuple[str, ...]:
        """The words like this one, best first."""
        asked = word[:LONGEST]
        if asked not in self._asked:
            self._asked[asked] = tuple(self._compare(asked))
        return self._asked[asked]

    def _compare(self, asked: str) -> list[str]:
        shared = Counter(found for gram in sorted(_trigrams(asked)) for found in self._grams.get(gram, ()))
        likely = sorted(shared, key=lambda found: (-shared[found], found))[:COMPARED]
        ratios = {found: SequenceMatcher(None, asked, found, autojunk=False).ratio() for found in likely}
        least = max(LIKE_ENOUGH, max(ratios.values(), default=0.0) - BEHIND)
        good = [found for found in likely if ratios[found] >= least]
        return sorted(good, key=lambda found: (-ratios[found], found))


def _trigrams(word: str) -> set[str]:
    padded = f" {word[:LONGEST]} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
