"""A build as of a day, on either clock: it answers as if nothing later had happened, or been published.

Everything is worked out anew from the claims of that day, so that also a query in SPARQL sees the
consensus as it stood then, and not today's with some lines left out.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from backchannel.graph import derivation, quads, store
from backchannel.graph.asof import as_of
from backchannel.graph.builds import Build
from backchannel.graph.errors import BuildError
from backchannel.graph.model import Knowledge

__all__ = ["AsOf", "build_as_of"]


class AsOf(Build):
    """A build seen from a day; its store is made in a temporary folder when it is first asked."""

    def __init__(self, build: Build, at: str | None, known: str | None) -> None:
        super().__init__(build.path, build.out)
        self._then = as_of(build.knowledge(), at, known)

    def knowledge(self) -> Knowledge:
        """The claims and entities as of that day."""
        return self._then

    @cached_property
    def _made(self) -> tuple[TemporaryDirectory[str], int]:
        """The folder with the store, which goes when this does, and how many quads it holds."""
        try:
            folder = TemporaryDirectory(prefix="backchannel-as-of-")
            return folder, _load(self._then, Path(folder.name))
        except OSError as error:
            raise BuildError(
                f"can't make the graph of that day in the folder for temporary files: {error.strerror}; "
                "set TMPDIR to a folder with room"
            ) from error

    @property
    def store_path(self) -> Path:
        """The store made from the claims of that day."""
        return Path(self._made[0].name) / "store"

    @property
    def quads(self) -> int:
        """How many quads hold what was known then."""
        return self._made[1]


def build_as_of(build: Build, at: str | None = None, known: str | None = None) -> Build:
    """The build on both clocks: of what had begun by the end of ``at``, what was known by ``known``.

    Days are ``YYYY-MM-DD`` (or a month or a year, to its end); without either it is the build itself.
    Raises :class:`~backchannel.graph.errors.DateError` for what is no day.
    """
    return build if at is None and known is None else AsOf(build, at, known)


def _load(knowledge: Knowledge, folder: Path) -> int:
    recorded = max((claim.recorded or "" for claim in knowledge.claims.values()), default="") or None
    lines = quads.canonical([*quads.statements(knowledge, recorded), *derivation.derived(knowledge)])
    path = folder / "quads.nq"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    count = store.load(folder / "store", path)
    path.unlink()
    return count
