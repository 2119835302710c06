"""A finished build, open for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from backchannel.graph import excerpt, facts, generations, manifest, snapshot, store
from backchannel.graph.answers import Result
from backchannel.graph.asking import ask, named
from backchannel.graph.errors import DamagedBuildError, NoBuildError
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.store import Row
from backchannel.graph.texts import Texts

__all__ = ["Build", "current"]


class Build:
    """One build: its manifest, its store, and the knowledge in it.

    ``out`` is the folder that was built into. A build never changes once it is there, so what was
    read from it once stays true.
    """

    def __init__(self, path: Path, out: Path) -> None:
        self.path = path
        self.out = out
        self.manifest: dict[str, Any] = manifest.read(path)

    @property
    def hash(self) -> str:
        """The build's name, made from all that it holds."""
        return self.path.name

    @property
    def title(self) -> str:
        return str(self.manifest["title"])

    @property
    def store_path(self) -> Path:
        return self.path / "store"

    @property
    def quads(self) -> int:
        """How many quads the store holds."""
        return int(self.manifest["quads"])

    @property
    def quads_path(self) -> Path:
        """The canonical N-Quads: the source of truth that the store was loaded from."""
        return self.path / "quads.nq"

    @cached_property
    def store(self) -> Any:
        """The Oxigraph store, read-only."""
        return store.open_read_only(self.store_path)

    def select(self, sparql: str) -> Iterator[Row]:
        """The rows of a SELECT of our own as dictionaries of plain values."""
        return store.select(self.store, sparql)

    def ask(self, question: str, values: Mapping[str, str]) -> Result:
        """The answer to a question of the library; see :func:`backchannel.graph.asking.ask`."""
        return ask(named(question), values, self.excerpt(), lambda sparql: store.answer(self.store, sparql))

    def rdf(self) -> Any:
        """The build as an rdflib Dataset over the store."""
        return store.rdf(self.store)

    @cached_property
    def _knowledge(self) -> Knowledge:
        return snapshot.read(self.path / snapshot.NAME)

    def knowledge(self) -> Knowledge:
        """All claims and entities as plain objects."""
        return self._knowledge

    def excerpt(self, claims: Iterable[Key] = ()) -> Knowledge:
        """Everything that bears a name, and these claims (those of tenures too): a part of
        :meth:`knowledge` that is read in a moment however large the graph."""
        about, members = partial(store.triples, self.store), partial(store.members, self.store)
        return facts.read(excerpt.triples(about, members, claims), self.title, str(self.manifest["language"]))

    def texts(self, documents: Path | None = None) -> Texts | None:
        """The source texts at hand: in ``documents``, else in the case's own documents/."""
        if documents is not None:
            return Texts(documents)
        case = generations.remembered_case(self.out)
        return Texts(case / "documents") if case and (case / "documents").is_dir() else None

    def verify(self) -> list[str]:
        """What no longer matches the manifest, in sentences; empty if all is well."""
        found = []
        for name, digest in sorted(self.manifest["files"].items()):
            path = self.path / name
            if not path.is_file():
                found.append(f"{path}: missing")
            elif manifest.file_hash(path) != digest:
                found.append(f"{path}: changed since it was built")
        if manifest.build_hash(self.manifest) != self.hash:
            found.append(f"{self.path}: the manifest doesn't give the name {self.hash}")
        return found or self._verify_store()

    def _verify_store(self) -> list[str]:
        """The store's own files differ from machine to machine: compare what it answers instead."""
        expected = set(self.quads_path.read_text(encoding="utf-8").splitlines())
        try:
            held = store.lines(self.store)
        except (OSError, ValueError, DamagedBuildError) as error:
            return [f"{self.store_path}: {error}"]
        missing, strange = len(expected - held), len(held - expected)
        if missing or strange:
            return [f"{self.store_path}: {missing} quads missing, {strange} that were never built"]
        return []


def current(out: Path) -> Build:
    """The build that answers in a folder.

    Raises NoBuildError where there is none, DamagedBuildError where its manifest can't be read.
    """
    link = out / "current"
    if not link.exists():
        raise NoBuildError(
            f"no build in {out}: expected {link}; run `backchannel build --out {out}` first, "
            "or name the folder of a build with --graph"
        )
    return Build(link.resolve(), out)
