"""From what a person types to what the graph calls it: by any spelling, in any script.

More lenient than a case file, where a name must be written out: somebody who asks may give a family
name if only one person bears it, and may ask for a misprint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from backchannel.graph.errors import AmbiguousNameError, UnknownNameError
from backchannel.graph.iris import key_of
from backchannel.graph.model import Channel, Entity, Key, Knowledge
from backchannel.graph.names import Index, Miss, normal

__all__ = ["Lookup"]

KINDS = ("person", "office", "organisation", "state", "party", "channel")


class Lookup:
    """Who or what in a graph bears a name.

    >>> from backchannel.graph.model import Entity, Knowledge, Names
    >>> shoigu = Entity("person/sergei-shoigu", Names((("Sergei Shoigu", "en"), ("Сергей Шойгу", "ru"))))
    >>> Lookup(Knowledge("a case", "en", {shoigu.key: shoigu})).find("Шойгу")
    'person/sergei-shoigu'
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.index = Index()
        named: tuple[Entity | Channel, ...] = (*knowledge.entities.values(), *knowledge.channels.values())
        for one in named:
            names = one.names
            self.index.add(one.key, replace(names, also=names.also + names.misprints, misprints=()))

    def find(self, name: str, kinds: Iterable[str] = KINDS) -> Key:
        """The key of whoever bears ``name``: a spelling, a key (``person/x``), an IRI, a family name.

        ``kinds`` are those to look among. Raises UnknownNameError with the nearest names, or
        AmbiguousNameError with the candidates: 'Sullivan' is never resolved silently.
        """
        wanted = frozenset(kinds)
        found = self.index.look(key_of(name) or name, wanted)
        if not isinstance(found, Miss):
            return found
        family = self._bearing_family_name(name) if "person" in wanted else []
        if len(family) == 1 and not found.candidates:
            return family[0].key
        raise (AmbiguousNameError if len(found.candidates) > 1 else UnknownNameError)(str(found))

    def _bearing_family_name(self, name: str) -> list[Entity]:
        form = normal(name)
        return [
            person
            for person in self.knowledge.of_kind("person")
            if any(normal(text).split()[-1:] == [form] for text, _ in person.names.all())
        ]
