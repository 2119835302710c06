"""The prefixes that every query, file and command of the project shares.

The datatype of dates is the Library of Congress's own: its EDTF Datatype Scheme defines
``http://id.loc.gov/datatypes/edtf/EDTF`` for all levels, hence ``edtf:EDTF``.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "BC_NS",
    "DERIVED",
    "EDTF",
    "ID_KINDS",
    "ID_NS",
    "PREFIXES",
    "UNKNOWN_DAY",
    "compact",
    "expand",
    "sparql_prologue",
]

BC_NS = "https://w3id.org/backchannel/ns#"
ID_NS = "https://w3id.org/backchannel/id/"
DERIVED = "https://w3id.org/backchannel/graph/derived"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

# From when a claim of unknown publication counts as known, and what 'everything published' compares with.
UNKNOWN_DAY = "9999-12-31T00:00:00Z"

ID_KINDS = (
    "person",
    "office",
    "organisation",
    "state",
    "party",
    "channel",
    "contact",
    "silence",
    "tenure",
    "document",
    "claim",
    "citation",
    "mention",
    "pair",
)

PREFIXES: dict[str, str] = {
    "bc": BC_NS,
    **{kind: f"{ID_NS}{kind}/" for kind in ID_KINDS},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
}


def sparql_prologue(names: Iterable[str] | None = None) -> str:
    """The PREFIX lines of a query, in a fixed order: of all prefixes, or of those named.

    Parameters: ``names``, prefixes without the colon. Raises KeyError for one that isn't ours.

    >>> print(sparql_prologue(["bc", "skos"]))
    PREFIX bc: <https://w3id.org/backchannel/ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    """
    wanted = PREFIXES if names is None else {name: PREFIXES[name] for name in names}
    return "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in wanted.items())


def compact(iri: str) -> str:
    """An IRI with its prefix for people to read; unchanged where none fits. Not for use in SPARQL,
    where a local name may not hold a slash.

    >>> compact("https://w3id.org/backchannel/id/person/mark-milley")
    'person:mark-milley'
    >>> compact("https://example.org/x")
    'https://example.org/x'
    """
    fits = [(space, name) for name, space in PREFIXES.items() if iri.startswith(space)]
    if not fits:
        return iri
    space, name = max(fits, key=lambda pair: len(pair[0]))
    return f"{name}:{iri[len(space) :]}"


def expand(name: str) -> str:
    """The IRI of a prefixed name. Raises KeyError where the prefix isn't ours.

    >>> expand("bc:Claim")
    'https://w3id.org/backchannel/ns#Claim'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
