"""The knowledge as of a day, on either clock: what had begun by then, what had been published by then."""

from __future__ import annotations

from dataclasses import replace

from backchannel.graph.clock import UNKNOWN_PUBLICATION, day_bounds, known_stamp
from backchannel.graph.consensus import live_claims
from backchannel.graph.gregorian import eve
from backchannel.graph.model import Citation, Claim, Knowledge, Stamp, Tenure, When

__all__ = ["as_known", "as_of", "last_day"]


def as_of(knowledge: Knowledge, at: str | None = None, known: str | None = None) -> Knowledge:
    """The knowledge on both clocks: of what had begun by the end of ``at``, what was known by ``known``.

    ``at`` leaves out claims and tenures that certainly lie later; an uncertain date stays, and so does
    a claim without one. ``known``: see :func:`as_known`. Both are ``YYYY-MM-DD`` (or a month or a year, to
    its end); None leaves out nothing. Raises DateError for what is no day.

    >>> as_of(Knowledge("A case", "en"), at="2022-03-24", known="2022-04-01").title
    'A case'
    """
    then = as_known(knowledge, known)
    if at is None:
        return then
    end = day_bounds(at)[1]
    claims = {key: claim for key, claim in then.claims.items() if begun(claim.when, end)}
    tenures = {key: tenure for key, tenure in then.tenures.items() if begun(tenure.start, end)}
    return replace(then, claims=claims, tenures=tenures)


def last_day(knowledge: Knowledge, known: str | None = None) -> str | None:
    """The last day from which a cited document is known: the day a case speaks of, if none is asked for.

    None where no document has a day of publication.

    >>> last_day(Knowledge("A case", "en")) is None
    True
    """
    clock = known_stamp(known)
    cited = {
        citation.document
        for claim in live_claims(knowledge, known)
        for citation in claim.citations
        if citation.document
    }
    stamps = (knowledge.documents[key].known for key in cited if key in knowledge.documents)
    found = max((stamp for stamp in stamps if stamp and stamp <= clock), default=None)
    return eve(found) if found else None


def begun(when: When | None, end: Stamp) -> bool:
    """Whether something may have begun before a stamp."""
    return when is None or when.bounds.earliest < end


def as_known(knowledge: Knowledge, day: str | None) -> Knowledge:
    """Leave out every claim, citation, document, tenure and end of one that came to be known later.

    What was withdrawn by then stays, marked as withdrawn. ``day`` is ``YYYY-MM-DD`` (or a month or a year,
    to its end); None leaves out nothing. Raises DateError for what is no day.

    >>> as_known(Knowledge("A case", "en"), "2022-03-31").claims
    {}
    """
    if day is None:
        return knowledge
    clock = known_stamp(day)
    claims = {
        key: claim_then(knowledge, claim, clock)
        for key, claim in knowledge.claims.items()
        if (claim.known or UNKNOWN_PUBLICATION) <= clock
    }
    tenures = {
        key: tenure_then(tenure, clock)
        for key, tenure in knowledge.tenures.items()
        if tenure.start_known <= clock
    }
    documents = {key: one for key, one in knowledge.documents.items() if (one.known or clock) <= clock}
    mentions = {key: one for key, one in knowledge.mentions.items() if one.document in documents}
    return replace(knowledge, claims=claims, tenures=tenures, documents=documents, mentions=mentions)


def claim_then(knowledge: Knowledge, claim: Claim, clock: Stamp) -> Claim:
    """The claim in the documents that were out by then, and not withdrawn if it was so only later."""
    cited = tuple(one for one in claim.citations if out_by(knowledge, one, clock))
    gone = claim.withdrawn is None or claim.withdrawn <= clock
    if gone and len(cited) == len(claim.citations):
        return claim
    return replace(claim, citations=cited, withdrawn=claim.withdrawn if gone else None)


def out_by(knowledge: Knowledge, citation: Citation, clock: Stamp) -> bool:
    """Whether a citation could be read by then; of a document of unknown date, yes if its claim was known."""
    document = knowledge.documents.get(citation.document or "")
    return document is None or document.known is None or document.known <= clock


def tenure_then(tenure: Tenure, clock: Stamp) -> Tenure:
    """The tenure without an end that nobody knew of."""
    if tenure.end_known is None or tenure.end_known <= clock:
        return tenure
    begun = tenure.start.edtf or ""
    return replace(tenure, held=f"{begun}/..", end=None, end_known=None, open_end=True)
