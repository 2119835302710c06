"""A part of the knowledge, read from a store without reading all of it: names, and a few claims.

Answering one question of a large graph needs the names that may be asked for and the claims that the
answer rests on, not every claim there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from backchannel.graph.iris import iri_of, key_of
from backchannel.graph.model import Key
from backchannel.ontology.prefixes import expand

__all__ = ["triples"]

Triple = tuple[str, str, Any]
# Of one subject all that is said of it; of a class the subjects that have it.
About = Callable[[str], Iterable[Triple]]
Members = Callable[[str], Iterable[str]]

NAMED = (
    "foaf:Person",
    "bc:Office",
    "org:Organization",
    "bc:State",
    "bc:DescribedParty",
    "bc:Channel",
    "bc:Document",
)


def triples(about: About, members: Members, claims: Iterable[Key] = ()) -> Iterator[Triple]:
    """The triples of everything that bears a name, and of claims with all that hangs on them.

    ``about`` gives the triples of a subject, ``members`` the subjects of a class (IRIs both). Citations,
    their places, participations and contents come along; so does the tenure that a claim is about.
    """
    for name in NAMED:
        for subject in members(expand(name)):
            yield from about(subject)
    waiting = [iri_of(key) for key in claims]
    seen: set[str] = set()
    while waiting:
        subject = waiting.pop()
        if subject in seen:
            continue
        seen.add(subject)
        for triple in about(subject):
            yield triple
            waiting += _hanging(triple[2])


def _hanging(obj: Any) -> list[str]:
    """What is read along with the one who names it."""
    key = None if hasattr(obj, "datatype") else key_of(obj.value)
    if key is None:
        return []
    kind, _, rest = key.partition("/")
    if kind == "tenure":
        return [obj.value, iri_of(f"claim/{rest}-start"), iri_of(f"claim/{rest}-end")]
    belongs = kind == "citation" or (kind == "claim" and "/" in rest)
    return [obj.value] if belongs else []
