"""Reading a case: from a folder of text files to the knowledge in it, and what is wrong with it.

Nothing is lost without a word: what can't be read is rejected with file, line and reason, the rest
goes on, and ``read == built + rejected``.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from backchannel.graph.errors import Problem
from backchannel.graph.model import Knowledge, Stamp
from backchannel.graph.records.assembly import assemble
from backchannel.graph.records.files import root_of as root_of_case
from backchannel.graph.records.files import sources
from backchannel.graph.records.order import records
from backchannel.graph.records.sections import load
from backchannel.graph.records.settings import settings

__all__ = ["Reading", "read", "seed_folder"]

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a case.

    ``problems`` are sorted by place. ``read`` counts the records found (each state, organisation,
    office, person, party, tenure, channel, document, printed name, claim, repeat, not_coded entry;
    also whatever was rejected as a whole: a file, a section, a row of a table, the case.yaml);
    ``counts`` says how many of each kind were built. Always ``read == built + rejected``. ``recorded``
    is when the case took its claims in, by its own word.
    """

    knowledge: Knowledge
    problems: tuple[Problem, ...]
    read: int
    built: int
    rejected: int
    counts: Mapping[str, int]
    recorded: Stamp | None


def read(folder: Path, progress: Progress | None = None) -> Reading:
    """Read a case from its folder.

    ``progress`` is called with the steps done and their number. Raises
    :class:`~backchannel.graph.errors.CaseError` only where the folder is no case at all; all else
    that is wrong stands in :attr:`Reading.problems`.

    >>> reading = read(seed_folder())
    >>> reading.read == reading.built + reading.rejected
    True
    """
    with no_collecting():
        return _read(root_of_case(folder), progress)


def _read(root: Path, progress: Progress | None) -> Reading:
    desk = settings(root)
    found = sources(root, desk.ledger)
    steps = Steps(len(found) + sum(one.room == "dossiers" and not one.is_table for one in found), progress)
    loaded = []
    for source in found:
        loaded.append(load(root, source, desk.ledger))
        steps.next()
    read_records = records(desk, [file for file in loaded if file], steps.next)
    knowledge = assemble(desk, read_records)
    steps.finish()
    ledger = desk.ledger
    return Reading(
        knowledge,
        ledger.problems(),
        ledger.read,
        ledger.built,
        ledger.rejected,
        ledger.counts(),
        desk.recorded,
    )


@contextmanager
def no_collecting() -> Iterator[None]:
    """Reading makes a million small objects and keeps them: looking for garbage among them, again and
    again, would take longer than reading."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Steps:
    """Counts steps and tells a listener, if there is one."""

    def __init__(self, total: int, listener: Progress | None) -> None:
        self._total = max(total, 1)
        self._done = 0
        self._listener = listener

    def next(self) -> None:
        self._done += 1
        if self._listener:
            self._listener(min(self._done, self._total), self._total)

    def finish(self) -> None:
        if self._done < self._total:
            self._done = self._total - 1
            self.next()


def seed_folder() -> Path:
    """The folder of the seed case that comes with the package."""
    return Path(str(files("backchannel.seeds")))
