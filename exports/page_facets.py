"""What the facets of the page choose by, written as places in tables: no text stands there twice.

The values of a version come from the claims that were live in it. The documents a claim stands in are
dated one by one, because another newspaper may have taken up a claim after it was known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from backchannel.exports.versions import Version
from backchannel.graph.model import Claim, Document, Key, Knowledge

__all__ = ["facet_rows", "facet_tables", "grade"]

Row = dict[str, Any]


def facet_tables(knowledge: Knowledge, lives: Iterable[Version]) -> Row:
    """The values of each facet over all versions, and the documents in which their claims stand."""
    claims = list({claim.key: claim for one in lives for claim in one.consensus.claims}.values())
    tables = {name: sorted({value for one in claims for value in of(one)}) for name, of in VALUES.items()}
    cited = sorted({key for claim in claims for key in documents_of(claim)})
    return {**tables, "documents": [standing(knowledge, key) for key in cited]}


def facet_rows(lives: Sequence[Version], tables: Row) -> list[Row]:
    """For each version, where its values stand in the tables of :func:`facet_tables`."""
    keys = [row["key"] for row in tables["documents"]]
    places = {name: {value: at for at, value in enumerate(tables[name])} for name in VALUES}
    documents = {key: at for at, key in enumerate(keys)}
    return [facet_row(one.consensus.claims, places, documents) for one in lives]


def facet_row(
    claims: Sequence[Claim], places: Mapping[str, Mapping[str, int]], documents: Mapping[Key, int]
) -> Row:
    row = {
        name: sorted({places[name][value] for one in claims for value in of(one)})
        for name, of in VALUES.items()
    }
    return {**row, "documents": sorted({documents[key] for one in claims for key in documents_of(one)})}


def ranks(claim: Claim) -> set[str]:
    """The seniority of the parties in the offices in which the claim puts them on the day."""
    return {one.rank for one in claim.participants if one.rank}


def grades(claim: Claim) -> set[str]:
    return {grade(claim)} - {""}


def grade(claim: Claim) -> str:
    """The source's letter and the statement's number of the Admiralty code, as far as they were given.

    >>> from backchannel.graph.model import Claim
    >>> grade(Claim("claim/a", "contact", "contact/a", "asserts", "party/b", "", "en", (), reliability="B"))
    'B'
    """
    return f"{claim.reliability or ''}{claim.credibility or ''}"


def documents_of(claim: Claim) -> set[Key]:
    return {one.document for one in claim.citations if one.document}


def standing(knowledge: Knowledge, key: Key) -> Row:
    """A document by who published it, or by its title where nobody is named; from when it could be read.

    One without a day of publication could be read as soon as its claims were known.
    """
    document = knowledge.documents.get(key) or Document(key, key, None, None)
    source = (
        {"source": document.publisher} if document.publisher else {"source": key, "title": document.title}
    )
    return {"key": key, **source, "language": document.language or "", "known": document.known or ""}


VALUES = {"rank": ranks, "stance": lambda claim: {claim.stance}, "reliability": grades}
