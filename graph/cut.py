"""The evidence cut: the fewest sources without which an answer would be another.

A *source* is an element: a document, a publisher or a voice. A claim has *threads*
(:meth:`backchannel.graph.threads.Chains.threads`), sets of elements by each of which alone it would have
reached us; it *survives* the removal of a set R of elements if at least one of its threads is disjoint from
R. So the report from which two articles took a claim is a source that claim can't do without, each of the
two articles is not.

An *answer* is any function of the surviving claims to a value that can be compared. It need not be
monotone: without a denial a contested contact is contested no more. A *cut* is a set of elements whose
removal changes the answer; the smallest are found by trying all sets in the order of their size, which is
exact. Where the answer is monotone, this is the resilience of a Boolean query (Freire, Gatterbauer,
Immerman and Meliou, The Complexity of Resilience and Responsibility for Self-Join-Free Conjunctive Queries,
PVLDB 9(3), 2015); with threads of one element each it is the minimum hitting set, which is NP-hard (Karp,
1972): what is bounded here is the number of sets tried, and :class:`Cut` says up to which size the search
is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product
from math import comb, prod
from typing import Generic, TypeVar

from backchannel.graph.model import Key
from backchannel.graph.threads import minimal

__all__ = ["LISTED", "TRIED", "Cut", "Removal", "smallest_cuts"]

A = TypeVar("A", bound=Hashable)

# How many sets are tried at most, so that a search ends; and how many of the smallest are listed.
TRIED = 100_000
LISTED = 200

Threads = Mapping[Key, Sequence[frozenset[Key]]]


@dataclass(frozen=True, slots=True)
class Removal(Generic[A]):
    """A smallest set of elements whose removal changes the answer: to what, and which claims fall."""

    elements: tuple[Key, ...]
    answer: A
    fallen: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Cut(Generic[A]):
    """What a search for the smallest cuts found.

    ``answer`` is the answer now, ``emptied`` what it is when every element is removed. ``removals`` are all
    sets of the smallest size that change it, sorted; where there are more than :data:`LISTED`, so many of
    them, and ``more`` counts the others. ``searched`` is the greatest size up to which every set was tried;
    ``complete`` says that this is all of them, so that no removals means that nothing can change the
    answer.
    """

    answer: A
    emptied: A
    removals: tuple[Removal[A], ...]
    more: int
    searched: int
    complete: bool

    @property
    def size(self) -> int | None:
        """How many elements the smallest cuts have; None where none was found."""
        return len(self.removals[0].elements) if self.removals else None


def smallest_cuts(
    elements: Iterable[Key],
    survives: Threads,
    answer: Callable[[frozenset[Key]], A],
    most: int | None = None,
    tried: int = TRIED,
) -> Cut[A]:
    """The smallest sets of elements whose removal changes an answer.

    ``elements`` are those that may be removed; ``survives`` holds the threads of each claim (an element
    that may not be removed is as if it weren't there, and a claim with an empty thread can't fall);
    ``answer`` is a pure function of the set of surviving claims. ``most`` is the greatest size to try
    (None: all); no size is begun with which more than ``tried`` sets would be tried in all. Raises
    ValueError where ``most`` is less than 1.

    >>> wire = {"claim/a": [frozenset({"paper", "wire"})], "claim/b": [frozenset({"post", "wire"})]}
    >>> found = smallest_cuts(["paper", "post", "wire"], wire, lambda left: bool(left))
    >>> [removal.elements for removal in found.removals], found.removals[0].answer
    ([('wire',)], False)
    """
    if most is not None and most < 1:
        raise ValueError(f"expected a size of 1 or more; found {most}")
    search = _Search(elements, survives, answer)
    whole = len(search.classes)
    last = whole if most is None else min(most, whole)
    count = searched = 0
    found: list[tuple[int, ...]] = []
    while searched < last and not found:
        count += comb(whole, searched + 1)
        if count > tried:
            break
        searched += 1
        found = [chosen for chosen in combinations(range(whole), searched) if search.changes(chosen)]
    expanded = list(islice(search.expanded(found), LISTED))
    return Cut(
        answer=search.now,
        emptied=search.outcome(range(whole)),
        removals=tuple(sorted(expanded, key=lambda one: one.elements)),
        more=search.expansions(found) - len(expanded),
        searched=searched,
        complete=searched == whole,
    )


class _Search(Generic[A]):
    """A search with classes of elements and bundles of claims in place of elements and claims.

    *Classes.* Two elements that lie on the very same threads belong to one class. Whether a thread is
    disjoint from R depends only on which classes R meets, so R and any R' that meets the same classes leave
    the same claims. A smallest cut therefore holds at most one element of a class (a second one could be
    left out), and any member of the class will do in its place: the smallest cuts are exactly the smallest
    sets of classes that change the answer, with one member chosen of each. Elements on no thread are in no
    smallest cut, for they could be left out.

    *Threads* that hold another thread of the same claim whole are left out: see :func:`minimal`.

    *Bundles.* Claims with the same threads survive together: they are looked at once. The answer is
    asked once for each set of bundles that survives, however many removals leave it.
    """

    def __init__(
        self, elements: Iterable[Key], survives: Threads, answer: Callable[[frozenset[Key]], A]
    ) -> None:
        removable = frozenset(elements)
        reduced = {key: minimal(one & removable for one in ways) for key, ways in survives.items()}
        self.classes = _classes(reduced)
        self.bundles, self.masks = _bundles(reduced, self.classes)
        self.touched = [
            [number for number, ways in enumerate(self.masks) if any(way >> bit & 1 for way in ways)]
            for bit in range(len(self.classes))
        ]
        self.answer = answer
        self.answers: dict[int, A] = {}
        self.now = self.outcome(())

    def surviving(self, chosen: Sequence[int]) -> int:
        """The bundles that survive the removal of some classes, as bits."""
        removed, left = _mask(chosen), (1 << len(self.bundles)) - 1
        for bit in chosen:
            for number in self.touched[bit]:
                if all(way & removed for way in self.masks[number]):
                    left &= ~(1 << number)
        return left

    def outcome(self, chosen: Sequence[int]) -> A:
        left = self.surviving(chosen)
        if left not in self.answers:
            self.answers[left] = self.answer(frozenset(self.claims(left)))
        return self.answers[left]

    def claims(self, bundles: int) -> list[Key]:
        return [key for number, keys in enumerate(self.bundles) if bundles >> number & 1 for key in keys]

    def changes(self, chosen: Sequence[int]) -> bool:
        return self.outcome(chosen) != self.now

    def expansions(self, found: Iterable[tuple[int, ...]]) -> int:
        """How many sets of elements some sets of classes stand for."""
        return sum(prod(len(self.classes[bit]) for bit in chosen) for chosen in found)

    def expanded(self, found: Iterable[tuple[int, ...]]) -> Iterator[Removal[A]]:
        whole = (1 << len(self.bundles)) - 1
        for chosen in found:
            fallen = tuple(sorted(self.claims(whole & ~self.surviving(chosen))))
            for members in product(*(self.classes[bit] for bit in chosen)):
                yield Removal(tuple(sorted(members)), self.outcome(chosen), fallen)


def _classes(survives: Threads) -> list[tuple[Key, ...]]:
    """The elements that lie on threads, those on the very same ones together."""
    threads = sorted({way for ways in survives.values() for way in ways}, key=sorted)
    lies_on: dict[Key, list[int]] = {}
    for number, way in enumerate(threads):
        for element in way:
            lies_on.setdefault(element, []).append(number)
    together: dict[tuple[int, ...], list[Key]] = {}
    for element, numbers in sorted(lies_on.items()):
        together.setdefault(tuple(numbers), []).append(element)
    return sorted(tuple(members) for members in together.values())


def _bundles(
    survives: Threads, classes: Sequence[tuple[Key, ...]]
) -> tuple[list[tuple[Key, ...]], list[tuple[int, ...]]]:
    """The claims with the same threads, and for each bundle its threads as bits of classes."""
    bit_of = {element: bit for bit, members in enumerate(classes) for element in members}
    together: dict[tuple[int, ...], list[Key]] = {}
    for key, ways in sorted(survives.items()):
        masks = tuple(sorted({_mask({bit_of[element] for element in way}) for way in ways}))
        together.setdefault(masks, []).append(key)
    return [tuple(keys) for keys in together.values()], list(together)


def _mask(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in bits)
