"""What is open in a case, as asked: its contacts with their choices, and everybody who is in the picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from backchannel.graph.consensus import live_claims
from backchannel.graph.model import Claim, Key, Knowledge
from backchannel.graph.offices import main_offices
from backchannel.graph.projection import described, network, window_of
from backchannel.graph.threads import Chains
from backchannel.graph.worlds.choices import Choice
from backchannel.graph.worlds.contact import Contact, Scene
from backchannel.graph.worlds.identities import Identities
from backchannel.graph.worlds.model import Model
from backchannel.graph.worlds.stack import Alternatives
from backchannel.graph.worlds.tables import Drawn, Ids, Table, simplified

__all__ = ["Space", "space"]


@dataclass(frozen=True, slots=True)
class Space:
    """The contacts that link somebody in some world, by key, and the ``population`` of every world.

    The population is the network of what possibly happened, with those besides whom an open name may
    mean: so the ranks of all worlds are ranks among the same.
    """

    population: nx.MultiDiGraph[Key]
    tables: tuple[Table | Drawn, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice that can change the graph, by key."""
        found = {choice.key: choice for table in self.tables for choice in table.choices}
        return tuple(found[key] for key in sorted(found))

    def worlds(self, ids: Ids) -> Alternatives:
        """Worlds as the links of their contacts, of which ``ids`` (worlds x contacts) says which hold."""
        links = tuple(table.links for table in self.tables)
        return Alternatives(tuple(table.contact for table in self.tables), links, ids)

    @property
    def small(self) -> Sequence[Table] | None:
        """The tables, if each contact has one; otherwise nothing can be enumerated."""
        tables = [table for table in self.tables if isinstance(table, Table)]
        return tables if len(tables) == len(self.tables) else None


def space(
    knowledge: Knowledge,
    level: str = "person",
    at: str | None = None,
    known: str | None = None,
    since: str | None = None,
    until: str | None = None,
    model: Model | None = None,
) -> Space:
    """What is open at a level, in a window and as known by a day: as :func:`~..projection.network` has these.

    Raises ValueError for another level, DateError for a day that is none.

    >>> space(Knowledge("A case", "en")).tables
    ()
    """
    point = network(knowledge, level, at, known, since, until)
    chains, names = Chains(knowledge, known), Identities(knowledge, known)
    scene = Scene(level, window_of(since, until or at), model or Model(), chains, names)
    contacts = [Contact(key, claims, scene) for key, claims in _hubs(knowledge, known)]
    found = (simplified(contact) for contact in contacts if contact.may_link)
    tables = tuple(table for table in found if table is not None)
    return Space(_population(point, knowledge, tables), tables)


def _hubs(knowledge: Knowledge, known: str | None) -> list[tuple[Key, list[Claim]]]:
    hubs: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live_claims(knowledge, known):
        if claim.kind == "contact":
            hubs[claim.about].append(claim)
    return sorted(hubs.items())


def _population(
    point: nx.MultiDiGraph[Key], knowledge: Knowledge, tables: Iterable[Table | Drawn]
) -> nx.MultiDiGraph[Key]:
    """Everybody in the network, and everybody else whom a contact links in some world."""
    ends = {end for table in tables for links in table.links for link in links for end in link[:2]}
    seats = main_offices(knowledge)
    fresh = sorted(ends - set(point))
    point.add_nodes_from((key, described(knowledge, key, seats)) for key in fresh)
    return point
