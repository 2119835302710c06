"""What a report looks at: the day, the clock, the window, the level, the two states.

The network and its measures are imported when they are first asked for: most commands that print one table
of a report never do, and would wait for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from backchannel.exports.language import Language, language
from backchannel.graph.asof import last_day
from backchannel.graph.bounds import BEGINNING, END, julian_day
from backchannel.graph.channels import History, histories
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.disputes import Dispute, disputes
from backchannel.graph.gregorian import eve
from backchannel.graph.ledger import Gap, ledger
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge, Stamp
from backchannel.graph.semantics import possibly_within
from backchannel.graph.silences import ClaimedSilence, claimed_silences

if TYPE_CHECKING:
    import networkx as nx

    from backchannel.graph.analytics import Bridge, Rank

__all__ = ["Options", "Scope"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for. Days are ``YYYY-MM-DD``; ``between`` holds the names of two states.

    ``rank`` and ``scope`` narrow the silences: see :func:`backchannel.graph.ledger.ledger`. ``language`` is
    that of names and sentences, a code of :data:`backchannel.exports.language.LANGUAGES`.
    """

    at: str | None = None
    known: str | None = None
    since: str | None = None
    until: str | None = None
    level: str = "person"
    between: tuple[str, str] | None = None
    rank: str | None = None
    scope: str | None = None
    language: str = "en"


@dataclass(frozen=True)
class Scope:
    """A knowledge seen through options: everything is computed once, when first asked for.

    ``ends``: the two, or the channel, whose silences alone are asked for; empty: everybody's.
    """

    knowledge: Knowledge
    options: Options
    ends: tuple[Key, ...] = ()

    @cached_property
    def at(self) -> str | None:
        """The day the report speaks of: as asked, else the last day a cited document is known from."""
        if self.options.at:
            return eve(day_bounds(self.options.at)[1])
        return last_day(self.knowledge, self.options.known)

    @property
    def last_day(self) -> int | None:
        """The day of the report as a Julian Day Number."""
        return julian_day(self.at) if self.at else None

    @property
    def day_words(self) -> str:
        """The day of the report in words; a dash where there is none."""
        return "–" if self.last_day is None else self.language.day(self.last_day)

    @cached_property
    def window(self) -> tuple[Stamp, Stamp]:
        """What may have happened from the first midnight to before the second is in the report."""
        until = self.options.until or self.at
        start = day_bounds(self.options.since)[0] if self.options.since else BEGINNING
        return start, day_bounds(until)[1] if until else END

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The contacts at the chosen level."""
        from backchannel.graph.projection import network

        asked = self.options
        return network(
            self.knowledge, asked.level, known=asked.known, since=asked.since, until=asked.until or self.at
        )

    @cached_property
    def every_contact(self) -> dict[Key, Consensus]:
        """Every contact that was known of, in or out of the window."""
        return consensus(self.knowledge, self.options.known)

    @cached_property
    def contacts(self) -> list[Consensus]:
        """Every contact of the window, in the order of dates, the undated last."""
        inside = [one for one in self.every_contact.values() if possibly_within(one.bounds, *self.window)]
        return sorted(inside, key=lambda one: (*one.bounds.order, one.contact))

    @cached_property
    def states(self) -> tuple[Key, Key] | None:
        """The two states between which bridges are sought; None where no two were ever in contact."""
        if self.options.between is None:
            from backchannel.graph.analytics import busiest_states

            return busiest_states(self.network)
        lookup = Lookup(self.knowledge)
        one, other = (lookup.find(name, ("state",)) for name in self.options.between)
        return one, other

    @cached_property
    def bridges(self) -> list[Bridge]:
        """Who bridges the two states."""
        from backchannel.graph.analytics import bridges

        return bridges(self.network, *self.states) if self.states else []

    @cached_property
    def ranking(self) -> list[Rank]:
        """Every node with every measure."""
        from backchannel.graph.analytics import ranking

        return ranking(self.network)

    @cached_property
    def silences(self) -> list[ClaimedSilence]:
        """The claimed silences that may lie in the window."""
        found = claimed_silences(self.knowledge, self.options.known)
        return [one for one in found if possibly_within(one.bounds, *self.window)]

    @cached_property
    def gaps(self) -> list[Gap]:
        """The gaps that end in the window with a contact, or on the day of the report without one."""
        asked = self.options
        until = asked.until or self.at
        found = ledger(self.knowledge, asked.level, until, asked.known, asked.rank, asked.scope, self.ends)
        inside = {one.contact for one in self.contacts}
        return [gap for gap in found if gap.contact is None or gap.contact in inside]

    @cached_property
    def channels(self) -> list[History]:
        """The history of each channel up to the end of the window."""
        return histories(self.knowledge, self.options.until or self.at, self.options.known)

    @cached_property
    def disputes(self) -> list[Dispute]:
        """What is contested, but for contacts outside the window."""
        inside = {one.contact for one in self.contacts}
        claims = self.knowledge.claims
        found = disputes(self.knowledge, self.options.known)
        return [
            one
            for one in found
            if all(claims[key].kind != "contact" or claims[key].about in inside for key in one.claims)
        ]

    @property
    def language(self) -> Language:
        """The words to say it with."""
        return language(self.options.language)

    def label(self, key: Key) -> str:
        """The name of a node, channel or document in the language asked for."""
        return self.knowledge.label(key, self.options.language)

    def state_label(self, node: Key) -> str:
        """The name of the state that a node of the network belongs to; empty if none."""
        return str(self.network.nodes[node]["state_label"])

    def voice(self, voice: Key, office: Key | None) -> str:
        """Who says something, and in which office."""
        return f"{self.label(voice)}, {self.label(office)}" if office else self.label(voice)

    def claims_of(self, node: Key, outcomes: Collection[str], contested: bool = False) -> tuple[Key, ...]:
        """The claims behind a node's contacts of some outcomes; ``contested`` as in the measures."""
        chosen = [
            data
            for data in self._at_node.get(node, ())
            if data["outcome"] in outcomes and (contested or not data["contested"])
        ]
        return tuple(dict.fromkeys(claim for data in chosen for claim in data["claims"]))

    @cached_property
    def _at_node(self) -> dict[Key, list[dict[str, Any]]]:
        found: dict[Key, list[dict[str, Any]]] = defaultdict(list)
        for one, other, data in self.network.edges(data=True):
            found[one].append(data)
            found[other].append(data)
        return found
