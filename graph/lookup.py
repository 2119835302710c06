"""From what a person types to what the graph calls it: by any spelling, in any script.

More lenient than a case file, where a name must be written out: somebody who asks may give a family
name if only one person bears it, may ask for a misprint, and may give an office's title in other words than
the roster has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from backchannel.graph.errors import AmbiguousNameError, UnknownNameError
from backchannel.graph.iris import key_of
from backchannel.graph.model import Channel, Entity, Key, Knowledge
from backchannel.graph.names import Index, Miss, normal
from backchannel.graph.nearest import choice
from backchannel.graph.titles import Titles, unknown

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
        """The key of whoever bears ``name``: a spelling, a key (``person/x``), an IRI, a family name; of an
        office also a title in other words ('der russische Verteidigungsminister').

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
        if "office" in wanted and not found.candidates:
            office = self._office_called(name, alone=wanted == {"office"})
            if office:
                return office
        raise (AmbiguousNameError if len(found.candidates) > 1 else UnknownNameError)(str(found))

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.knowledge)

    def _office_called(self, title: str, alone: bool) -> Key | None:
        """The office that a title means, None where it means none; ``alone``: nothing else was asked for."""
        meant = self._titles.read(title).offices
        if len(meant) > 1:
            labels = [self._titles.index.label(key) for key in meant]
            shown = labels if len(set(labels)) == len(labels) else list(meant)
            raise AmbiguousNameError(
                f"'{title[:80]}' may mean any of {len(meant)} offices; expected one of them by its full "
                f"name or id; write {choice(shown)}"
            )
        if not meant and alone and self._titles.understood(title).names_an_office:
            raise UnknownNameError(unknown(self._titles, title))
        return meant[0] if meant else None

    def _bearing_family_name(self, name: str) -> list[Entity]:
        form = normal(name)
        return [
            person
            for person in self.knowledge.of_kind("person")
            if any(normal(text).split()[-1:] == [form] for text, _ in person.names.all())
        ]
