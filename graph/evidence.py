"""What stands behind a claim, for a person to read: who said it, through whom, where, how sure."""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.graph.gregorian import eve
from backchannel.graph.iris import iri_of
from backchannel.graph.model import Citation, Claim, Key, Knowledge, When
from backchannel.graph.texts import Texts

__all__ = ["Evidence", "Step", "evidence", "when_text"]


@dataclass(frozen=True, slots=True)
class Step:
    """One appearance of a claim: how it stands in which document, at which place, said when.

    ``document`` is None for the utterance itself. ``quotation`` holds the words at the place where
    the document is at hand; ``citation`` is the key of the citation it was made of.
    """

    relay: str
    document: Key | None
    title: str
    publisher: str
    places: tuple[str, ...]
    said: str
    quotation: str | None
    note: str
    citation: Key = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with its chain, in words. ``chain`` runs from the documents at hand up to the voice."""

    claim: Key
    iri: str
    kind: str
    voice: str
    voice_office: str
    unnamed: bool
    stance: str
    chain: tuple[Step, ...]
    paraphrase: str
    when: str
    inferred: str
    hedge: str
    known: str
    withdrawn: str
    reliability: str
    identified: str
    note: str

    @property
    def said_by(self) -> str:
        """The voice and the office it spoke in.

        >>> from backchannel.graph.evidence import Evidence
        >>> blank = dict.fromkeys(Evidence.__dataclass_fields__, "")
        >>> Evidence(**blank | {"voice": "John Kirby", "voice_office": "Press Secretary"}).said_by
        'John Kirby, Press Secretary'
        """
        return f"{self.voice}, {self.voice_office}" if self.voice_office else self.voice


def evidence(knowledge: Knowledge, key: Key, texts: Texts | None = None, language: str = "en") -> Evidence:
    """The evidence of a claim; with ``texts`` at hand the quotations too. Names are in ``language``.

    Raises KeyError for a claim that the knowledge doesn't hold.
    """
    claim = knowledge.claims[key]
    voice = knowledge.entities.get(claim.voice)
    return Evidence(
        claim=key,
        iri=iri_of(key),
        kind=claim.kind,
        voice=knowledge.label(claim.voice, language),
        voice_office=knowledge.label(claim.voice_office, language) if claim.voice_office else "",
        unnamed=bool(voice and voice.unnamed),
        stance=claim.stance,
        chain=tuple(_step(knowledge, citation, texts, language) for citation in _ordered(claim)),
        paraphrase=claim.paraphrase,
        when=when_text(claim.when),
        inferred=(claim.when.inferred or "") if claim.when else "",
        hedge=claim.hedge or "",
        known=eve(claim.known) if claim.known else "",
        withdrawn=eve(claim.withdrawn) if claim.withdrawn else "",
        reliability=f"{claim.reliability or ''}{claim.credibility or ''}",
        identified=claim.identified or "",
        note=claim.note or "",
    )


def when_text(when: When | None) -> str:
    """A date for people: as found, with the source's wording.

    >>> when_text(None)
    'date unknown'
    """
    if when is None or not (when.edtf or when.wording):
        return "date unknown"
    wording = f"“{when.wording}”" if when.wording else ""
    return " ".join(part for part in (when.edtf or "", wording) if part)


def _ordered(claim: Claim) -> list[Citation]:
    """From the citations that nobody took anything from, up their chains to the roots."""
    by_key = {citation.key: citation for citation in claim.citations}
    upstream = {citation.taken_from for citation in claim.citations}
    ordered: dict[Key, Citation] = {}
    for citation in sorted(claim.citations, key=lambda one: (one.key in upstream, one.key)):
        current: Citation | None = citation
        while current is not None and current.key not in ordered:
            ordered[current.key] = current
            current = by_key.get(current.taken_from or "")
    return list(ordered.values())


def _step(knowledge: Knowledge, citation: Citation, texts: Texts | None, language: str) -> Step:
    document = knowledge.documents.get(citation.document or "")
    quotes = [texts.quote(document, span) for span in citation.spans] if texts and document else []
    found = [quote for quote in quotes if quote]
    return Step(
        relay=citation.relay,
        document=citation.document,
        title=document.title if document else "the utterance itself",
        publisher=knowledge.label(document.publisher, language) if document and document.publisher else "",
        places=tuple(f"{span.start}-{span.end}" for span in citation.spans),
        said=when_text(citation.said) if citation.said else "",
        quotation=" […] ".join(found) or None,
        note=citation.note or "",
        citation=citation.key,
    )
