"""Keys and IRIs: the last part of every IRI of ours is its key, and back again."""

from __future__ import annotations

from backchannel.graph.model import Key
from backchannel.ontology.prefixes import ID_NS

__all__ = ["iri_of", "key_of"]


def iri_of(key: Key) -> str:
    """The IRI of a key.

    >>> iri_of("person/lloyd-austin")
    'https://w3id.org/backchannel/id/person/lloyd-austin'
    """
    return ID_NS + key


def key_of(iri: str) -> Key | None:
    """The key of an IRI of ours, or None for any other.

    >>> key_of("https://w3id.org/backchannel/id/state/ru")
    'state/ru'
    >>> key_of("https://example.org/") is None
    True
    """
    return iri[len(ID_NS) :] if iri.startswith(ID_NS) else None
