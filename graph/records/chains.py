"""The chain by which a claim came from its voice into each document in which it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from backchannel.graph.model import Citation, Key, Span, When
from backchannel.graph.records.ledger import Record

__all__ = ["Appearance", "Chain"]

UTTERANCE: Key = "utterance"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A claim as it stands in one document: ``via`` are the documents between the voice and this
    one, nearest first."""

    document: Key
    record: Record
    relay: str
    via: tuple[Key, ...] = ()
    spans: tuple[Span, ...] = ()
    said: When | None = None
    note: str | None = None


@dataclass(slots=True)
class Chain:
    """Every appearance of one claim, and from where each was taken.

    ``uttered`` says whether the claim has a voice beside its documents: then all goes back to the
    utterance, otherwise to the first document.
    """

    home: Appearance
    uttered: bool
    repeats: list[Appearance] = field(default_factory=list)
    _upstream: dict[Key, Key | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lay(self.home, UTTERANCE if self.uttered else None)

    @property
    def root(self) -> Key:
        """The utterance, or the first document."""
        return UTTERANCE if self.uttered else (self.home.document, *self.home.via)[-1]

    def stands_in(self, document: Key) -> Appearance | None:
        """The coded appearance in a document."""
        return next((one for one in (self.home, *self.repeats) if one.document == document), None)

    def add(self, appearance: Appearance) -> bool:
        """Whether a further appearance fits: its chain may not run back into itself."""
        if appearance.via and appearance.document == self.root:
            return False
        before = dict(self._upstream)
        if appearance.via or appearance.document not in self._upstream:
            self._upstream.pop(appearance.document, None)
            self._lay(appearance, self.root)
        if self._runs_in_a_circle(appearance.document):
            self._upstream = before
            return False
        self.repeats.append(appearance)
        return True

    def _lay(self, appearance: Appearance, root: Key | None) -> None:
        path: list[Key | None] = [appearance.document, *appearance.via, root]
        for here, there in pairwise(path):
            if here is None or here in self._upstream or here == root:
                return
            self._upstream[here] = there

    def _runs_in_a_circle(self, start: Key) -> bool:
        seen: set[Key] = set()
        here: Key | None = start
        while here is not None and here != UTTERANCE:
            if here in seen:
                return True
            seen.add(here)
            here = self._upstream.get(here)
        return False

    def documents(self) -> list[Key]:
        """Every document in which the claim stands, the coded ones first."""
        coded = [one.document for one in (self.home, *self.repeats)]
        return list(dict.fromkeys((*coded, *sorted(self._upstream))))

    def citations(self, claim: Key) -> tuple[Citation, ...]:
        """The citations of the claim: its own document's first, the utterance last."""
        last = claim.split("/", 1)[1]
        found = [self._citation(last, document) for document in self.documents()]
        if self.uttered:
            found.append(Citation(_key(last, UTTERANCE), "utters", place=self.home.record.place))
        return tuple(found)

    def _citation(self, last: str, document: Key) -> Citation:
        coded, upstream = self.stands_in(document), self._upstream.get(document)
        return Citation(
            key=_key(last, document),
            relay=coded.relay if coded else "reports",
            document=document,
            taken_from=_key(last, upstream) if upstream else None,
            spans=coded.spans if coded else (),
            said=coded.said if coded else None,
            note=coded.note if coded else None,
            place=(coded or self.home).record.place,
        )

    def without(self, rejected: Iterable[Appearance]) -> Chain:
        """The chain without the appearances that were rejected."""
        gone = {id(one) for one in rejected}
        chain = Chain(self.home, self.uttered)
        for one in self.repeats:
            if id(one) not in gone:
                chain.add(one)
        return chain


def _key(claim: str, source: Key) -> Key:
    return f"citation/{claim}/{source.split('/', 1)[-1]}"
