"""The graph of a build, open for questions from Python."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backchannel.exports.network_files import write_network
from backchannel.exports.network_rows import Asked, listing
from backchannel.graph.accounts import Account, accounts
from backchannel.graph.answers import Result
from backchannel.graph.builds import Build, current
from backchannel.graph.channels import History, histories
from backchannel.graph.corroboration import Statement, corroboration
from backchannel.graph.differences import Difference, differences
from backchannel.graph.disputes import Dispute, disputes
from backchannel.graph.evidence import Evidence, evidence
from backchannel.graph.holders import Seat, holders
from backchannel.graph.ledger import LEDGER_LEVELS, Gap, ledger
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.occasions import Occasion, occasions
from backchannel.graph.projection import network
from backchannel.graph.querying import Limits, run
from backchannel.graph.reach import Reach, reach
from backchannel.graph.route_memory import DEFAULT_WITHIN
from backchannel.graph.routes import END_KINDS, MOST_LINES, Routes, routes
from backchannel.graph.trends import Settings, Trends, trends
from backchannel.graph.views import build_as_of
from backchannel.graph.worlds.model import model_of
from backchannel.graph.worlds.ranks import MEASURED, Ranks, ranks

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from backchannel.graph.analytics.choices import Choices
    from backchannel.graph.analytics.measured import Measured

__all__ = ["Graph", "open_graph"]


class Graph:
    """A build that answers: SPARQL, the question library, networks, evidence.

    Get one by :func:`backchannel.open`. It reads and never writes; a later build of the same case is
    another Graph.
    """

    def __init__(self, build: Build, documents: Path | None = None) -> None:
        self._build = build
        self._documents = documents
        self._texts = build.texts(documents)

    @property
    def title(self) -> str:
        """The title of the case."""
        return self._build.title

    @property
    def hash(self) -> str:
        """The name of the build, made from all that it holds."""
        return self._build.hash

    @property
    def knowledge(self) -> Knowledge:
        """Every entity, channel, document and claim as plain objects."""
        return self._build.knowledge()

    @cached_property
    def _names(self) -> Knowledge:
        return self._build.excerpt()

    @cached_property
    def rdf(self) -> rdflib.Dataset:
        """The graph as an rdflib Dataset over the store: claims in the default graph, what is derived
        from them in its own."""
        dataset: rdflib.Dataset = self._build.rdf()
        return dataset

    def as_of(self, at: str | None = None, known: str | None = None) -> Graph:
        """The graph on both clocks: what was known by the end of ``known`` of what had begun by ``at``.

        Days are ``YYYY-MM-DD``. It answers like any other Graph, with everything worked out anew from
        the claims of that day. Raises DateError for what is no day.
        """
        return Graph(build_as_of(self._build, at, known), self._documents)

    def query(self, sparql: str, limits: Limits | None = None) -> Result:
        """Ask in SPARQL; the prefixes of the project are known.

        The query runs in a process of its own within ``limits`` (by default 30 s and 100,000 rows).
        Raises QueryRefused for what is no plain reading, QueryLimit for one that runs into a limit,
        QueryError for one that can't be read.
        """
        return run(self._build.store_path, sparql, limits or Limits())

    def ask(self, question: str, **parameters: str) -> Result:
        """Answer a question of the library, by its name or number, with its parameters by name.

        Names are resolved in any spelling; days are ``YYYY-MM-DD``. What isn't given has the
        question's default. A parameter called ``with`` is given as ``**{"with": ...}``. Raises
        UnknownNameError or AmbiguousNameError for a name, DateError for a day, QueryError for a
        question or parameter that the library doesn't have.
        """
        return self._build.ask(question, parameters)

    def network(
        self,
        level: str = "person",
        at: str | None = None,
        known: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outcomes: Collection[str] | None = None,
    ) -> nx.MultiDiGraph[Key]:
        """The contacts as a networkx MultiDiGraph; see :func:`backchannel.graph.projection.network`."""
        return network(self.knowledge, level, at, known, since, until, outcomes)

    def write_network(
        self,
        path: str | Path,
        form: str | None = None,
        *,
        level: str = "person",
        at: str | None = None,
        known: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outcomes: Collection[str] = (),
    ) -> list[Path]:
        """Write the network for another program, and give the paths written; see
        :func:`backchannel.exports.network_files.write_network`.

        ``form`` is graphml, gexf, json, csv or parquet, by default what the path ends with. ``outcomes``
        empty: contacts of every outcome. Raises ValueError for another format, level or outcome, DateError
        for what is no day, MissingToolError for Parquet without pyarrow.
        """
        asked = Asked(level, at, known, since, until, outcomes)
        return write_network(listing(self.knowledge, self.hash, asked), Path(path), form)

    def contacts(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        at: str | None = None,
        known: str | None = None,
        outcomes: Collection[str] | None = ("held",),
    ) -> list[Occasion]:
        """The contacts of one (with another), each with whether it certainly, possibly or not was in a
        stretch of time; see :func:`backchannel.graph.occasions.occasions`. Names in any spelling."""
        first, second = (self.find(name) if name else None for name in (one, other))
        return occasions(self.knowledge, first, second, None, since, until, at, known, outcomes)

    def silences(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        level: str = "person",
        at: str | None = None,
        known: str | None = None,
        rank: str | None = None,
        scope: str | None = None,
    ) -> list[Gap]:
        """The times without a held contact; see :func:`backchannel.graph.ledger.ledger`. Two names, one of
        a channel, or none: then everybody's at a ``level``."""
        ends = tuple(self.find(name) for name in (one, other) if name)
        kinds = {key.split("/", 1)[0] for key in ends} & set(LEDGER_LEVELS)
        chosen = kinds.pop() if len(kinds) == 1 else level
        return ledger(self.knowledge, chosen, at, known, rank, scope, ends)

    def reach(
        self,
        one: str,
        other: str | None = None,
        *,
        level: str | None = None,
        since: str | None = None,
        by: str | None = None,
        known: str | None = None,
        goal: str = "earliest",
        wait: int = 0,
        oneway: bool = False,
    ) -> list[Reach]:
        """Whether word could get from one to another by a day, or whom it could reach; see
        :func:`backchannel.graph.reach.reach`. Names in any spelling."""
        second = self.find(other) if other else None
        return reach(self.knowledge, self.find(one), second, level, since, by, known, goal, wait, oneway)

    def trends(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        level: str | None = None,
        every: str = "month",
        since: str | None = None,
        until: str | None = None,
        known: str | None = None,
        settings: Settings | None = None,
    ) -> Trends:
        """How the contacts of two, or of all, changed over time, and what of it is more than chance; see
        :func:`backchannel.graph.trends.answer.trends`. Names in any spelling."""
        first, second = (self.find(name) if name else None for name in (one, other))
        return trends(self.knowledge, first, second, level, every, since, until, known, settings)

    def channels(self, at: str | None = None, known: str | None = None) -> list[History]:
        """The history of every channel; see :func:`backchannel.graph.channels.histories`."""
        return histories(self.knowledge, at, known)

    def holder(self, office: str, day: str, known: str | None = None) -> Seat:
        """Who held an office on a day; see :func:`backchannel.graph.holders.holders`. ``office`` is a name
        or a title in any language the project knows: 'der russische Verteidigungsminister'."""
        return holders(self.knowledge, Lookup(self._names).find(office, ("office",)), day, known)

    def routes(
        self,
        origin: str,
        goal: str,
        day: str,
        known: str | None = None,
        *,
        within: str = DEFAULT_WITHIN,
        lines: int = MOST_LINES,
        without: Collection[str] = (),
        without_ranks: Collection[str] = (),
    ) -> Routes:
        """The routes from one to another on a day, and what is left without some; see
        :func:`backchannel.graph.routes.routes`. Names of states, offices, persons or organisations in any
        spelling; ``without`` also names of channels and parties."""
        find = Lookup(self.knowledge).find
        one, other = find(origin, END_KINDS), find(goal, END_KINDS)
        gone = [find(name) for name in without]
        return routes(self.knowledge, one, other, day, known, within, lines, gone, without_ranks)

    def accounts(
        self, one: str, other: str | None = None, *, at: str | None = None, known: str | None = None
    ) -> tuple[Account, ...]:
        """What each side says of the contacts of one (with another), or of one contact by its id
        (``contact/...``); see :func:`backchannel.graph.accounts.accounts`."""
        if one.startswith("contact/"):
            return accounts(self.knowledge, one, at=at, known=known)
        between = tuple(self.find(name) for name in (one, other) if name)
        return accounts(self.knowledge, between=between, at=at, known=known)

    def disputes(self, at: str | None = None, known: str | None = None) -> list[Dispute]:
        """What is contested; see :func:`backchannel.graph.disputes.disputes`."""
        return disputes(self.knowledge, known, at)

    def origins(self, known: str | None = None) -> list[Statement]:
        """Each statement with its independent origins; see
        :func:`backchannel.graph.corroboration.corroboration`."""
        return corroboration(self.knowledge, known)

    def ranks(
        self,
        *measures: str,
        level: str = "person",
        at: str | None = None,
        known: str | None = None,
        since: str | None = None,
        until: str | None = None,
        worlds: int = 1000,
        seed: int = 0,
        probabilities: Mapping[str, float] | None = None,
        vary: Collection[str] | None = None,
    ) -> Ranks:
        """How sure each rank is, over possible worlds; see :func:`backchannel.graph.worlds.ranks.ranks`.

        ``measures``: by which, harmonic closeness if none is named. ``probabilities`` and ``vary`` are
        those of :func:`backchannel.graph.worlds.model.model_of`.
        """
        model = model_of(probabilities, vary)
        names = measures or MEASURED
        return ranks(self.knowledge, names, level, at, known, since, until, worlds, seed, model)

    def changes(self, before: str, after: str | None = None, at: str | None = None) -> tuple[Difference, ...]:
        """What became known, was withdrawn or changed between two days of publication; see
        :func:`backchannel.graph.differences.differences`."""
        return differences(self.knowledge, before, after, at)

    def measures(
        self,
        *names: str,
        level: str = "person",
        at: str | None = None,
        known: str | None = None,
        since: str | None = None,
        until: str | None = None,
        every: str | None = None,
        choices: Choices | None = None,
    ) -> Measured:
        """Measures of the network of contacts, by name (none: the common ones), on a day, in a window or once
        a month, quarter or year; see :func:`backchannel.graph.analytics.measured.measured`. ``choices`` say
        what makes a link and what it weighs; ``.to_pandas()`` gives the ranking as a frame."""
        # Only if asked for: the numerical libraries behind them are slow to load.
        from backchannel.graph.analytics.measured import COMMON, Asked, measured

        asked = Asked(names or COMMON, level, at, known, since, until, every)
        return measured(self.knowledge, replace(asked, choices=choices) if choices else asked)

    def find(self, name: str) -> Key:
        """The key of whoever bears a name, in any spelling and script."""
        return Lookup(self._names).find(name)

    def evidence(self, claim: Key) -> Evidence:
        """What stands behind a claim (``claim/...``): voice, chain, place, quotation if at hand."""
        return evidence(self._build.excerpt([claim]), claim, self._texts)

    def __repr__(self) -> str:
        return f"<backchannel.Graph {self.title!r}, build {self.hash}>"

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><td>{kind}</td><td>{count}</td></tr>" for kind, count in self._counts())
        return f"<p><b>{html.escape(self.title)}</b> (build {self.hash})</p><table>{rows}</table>"

    def _counts(self) -> list[tuple[str, Any]]:
        known = self.knowledge
        return [
            ("persons", len(known.of_kind("person"))),
            ("offices", len(known.of_kind("office"))),
            ("channels", len(known.channels)),
            ("documents", len(known.documents)),
            ("claims", len(known.claims)),
        ]


def open_graph(path: str | Path = "out", documents: str | Path | None = None) -> Graph:
    """Open the build in a folder that `backchannel build --out` wrote.

    ``documents``: a folder with the source texts, if they are at hand; by default the case's own
    documents/. Raises NoBuildError where nothing was built.
    """
    return Graph(current(Path(path)), Path(documents) if documents else None)
