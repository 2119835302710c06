"""The chains by which a claim came to us, as they could be read by a day: threads, tops, first documents.

A *thread* of a claim is one way in which it reached us: a citation in a document at hand, or one from which
nothing was taken, with all documents on its chain up to the root. A document that was not yet out by the
day is on no thread, and nothing was taken from it yet; an utterance has no document and was always there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backchannel.graph.bounds import BEGINNING
from backchannel.graph.clock import NEVER, known_stamp
from backchannel.graph.model import Citation, Claim, Key, Knowledge
from backchannel.graph.semantics import live

__all__ = ["Chains", "minimal"]


class Chains:
    """The chains of a knowledge's claims in the documents that were out by the end of ``known``.

    ``known`` is a day, a month or a year; None means everything published. A document of unknown
    publication counts as out, because a claim that stands in no other is known only when everything is.
    Raises :class:`~backchannel.graph.errors.DateError` for a day that is none.

    >>> from backchannel.graph.model import Document
    >>> wire, paper = Document("document/wire", "", None, None), Document("document/paper", "", None, None,
    ...     taken_from=("document/wire",))
    >>> Chains(Knowledge("A case", "en", documents={"document/paper": paper, "document/wire": wire})
    ...     ).first_documents("document/paper")
    frozenset({'document/wire'})
    """

    def __init__(self, knowledge: Knowledge, known: str | None = None) -> None:
        self.knowledge = knowledge
        self.clock = known_stamp(known)
        self._first: dict[Key, frozenset[Key]] = {}
        self._out: dict[Key | None, bool] = {None: True}

    def out(self, document: Key | None) -> bool:
        """Whether a document could be read by the day; an utterance (None) always could."""
        if document not in self._out:
            found = self.knowledge.documents.get(document or "")
            self._out[document] = found is None or live(found.known or BEGINNING, NEVER, self.clock)
        return self._out[document]

    def seen(self, document: Key | None) -> bool:
        """Whether a document is at hand; one of which nothing is known counts as such."""
        found = self.knowledge.documents.get(document or "")
        return document is not None and (found is None or found.seen)

    def publisher(self, document: Key | None) -> Key | None:
        """Who published a document, if that is known."""
        found = self.knowledge.documents.get(document or "")
        return found.publisher if found else None

    def citations(self, claim: Claim) -> list[Citation]:
        """The citations of a claim that could be read by the day."""
        return [one for one in claim.citations if self.out(one.document)]

    def upward(self, claim: Claim, citation: Citation) -> list[Citation]:
        """A citation, then what it was taken from, up to the root; what was not out yet is passed over."""
        return self._walk({one.key: one for one in claim.citations}, citation)

    def _walk(self, by_key: Mapping[Key, Citation], citation: Citation) -> list[Citation]:
        found: list[Citation] = []
        passed: set[Key] = set()
        here: Citation | None = citation
        while here is not None and here.key not in passed:
            passed.add(here.key)
            if self.out(here.document):
                found.append(here)
            here = by_key.get(here.taken_from or "")
        return found

    def tops(self, claim: Claim) -> dict[Key, tuple[Citation, list[Citation]]]:
        """The roots of a claim's chains by their keys, each with the citations that were taken straight from
        it, nothing that was out lying between."""
        by_key = {one.key: one for one in claim.citations}
        found: dict[Key, tuple[Citation, list[Citation]]] = {}
        for citation in self.citations(claim):
            walk = self._walk(by_key, citation)
            _, straight = found.setdefault(walk[-1].key, (walk[-1], []))
            if len(walk) == 2:
                straight.append(citation)
        return found

    def first_documents(self, document: Key) -> frozenset[Key]:
        """Where a document as a whole goes back to: the documents taken from no other that was out.

        Itself, if it was taken from none; empty for a document that was not out and goes back to none.
        """
        first = self._first
        path = {} if document in first else {document: None}
        while path:
            here = next(reversed(path))
            above = self._above(here)
            # One at a time: what lies behind a document is known before the document itself.
            further = next((one for one in above if one not in first and one not in path), None)
            if further is not None:
                path[further] = None
                continue
            up = frozenset().union(*(first.get(one, frozenset()) for one in above))
            first[here] = up or (frozenset({here}) if self.out(here) else frozenset())
            del path[here]
        return first[document]

    def _above(self, document: Key) -> tuple[Key, ...]:
        found = self.knowledge.documents.get(document)
        return found.taken_from if found else ()

    def threads(self, claim: Claim) -> tuple[frozenset[Key], ...]:
        """The threads of a claim, each as the documents on it, without those that hold another whole.

        A thread of a claim that stands in no document at all is empty: nothing can be taken away from it.
        """
        by_key = {one.key: one for one in claim.citations}
        cited = self.citations(claim)
        upstream = {one.taken_from for one in cited}
        ends = [one for one in cited if self.seen(one.document) or one.key not in upstream]
        paths = [
            frozenset(one.document for one in self._walk(by_key, end) if one.document is not None)
            for end in ends
        ]
        return minimal(paths or [frozenset()])


def minimal(sets: Iterable[frozenset[Key]]) -> tuple[frozenset[Key], ...]:
    """Those of several sets that hold no other of them, in a fixed order.

    What is disjoint from a set is disjoint from every set within it: to know whether *any* of several is
    untouched by a removal, the smallest are enough.

    >>> [sorted(one) for one in minimal([frozenset("ab"), frozenset("a"), frozenset("bc")])]
    [['a'], ['b', 'c']]
    """
    ordered = sorted(set(sets), key=lambda one: (len(one), sorted(one)))
    kept: list[frozenset[Key]] = []
    for one in ordered:
        if not any(smaller <= one for smaller in kept):
            kept.append(one)
    return tuple(kept)
