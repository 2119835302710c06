"""From a case to a build that answers: records, claims, quads, validation, store, derived graph.

Everything is made in a folder aside and moved in whole; whatever happens before that, the last good
build still answers.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from backchannel.graph import (
    case,
    derivation,
    findings,
    generations,
    manifest,
    quads,
    snapshot,
    store,
    validation,
)
from backchannel.graph.builds import Build
from backchannel.graph.errors import BuildError, DamagedBuildError, Problem
from backchannel.graph.findings import Finding
from backchannel.graph.model import Knowledge

__all__ = ["SHACL_LIMIT", "Built", "Progress", "build"]

# pySHACL takes about 2 ms a claim and much memory: up to here each build is validated by the shapes,
# above it only on request. Records are checked as they are read in either case.
SHACL_LIMIT = 2_000

# Called with the name of a stage, how much of it is done, and how much there is (0: not known).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Built:
    """What came of a build.

    ``path`` is None where nothing was published: records were rejected and ``keep_going`` was not
    asked for. ``read == built + rejected``. ``violations`` and ``shape_warnings`` are sentences of the
    shapes; ``stages`` gives seconds by stage.
    """

    path: Path | None
    read: int
    built: int
    rejected: int
    counts: dict[str, int]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    violations: tuple[str, ...] = ()
    shape_warnings: tuple[str, ...] = ()
    quads: int = 0
    shapes_checked: bool = True
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        return self.path.name if self.path else ""

    @property
    def warnings(self) -> int:
        """Problems and findings that are worth a look but reject nothing."""
        return (
            sum(p.severity == "warning" for p in self.problems)
            + len(self.findings)
            + len(self.shape_warnings)
        )

    @property
    def failed(self) -> bool:
        """Whether anything was rejected or broke a shape."""
        return bool(self.rejected or self.violations)


class _Clock:
    """Seconds by stage, and word of each stage to whoever watches."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.stages: dict[str, float] = {}

    def tell(self, stage: str, done: int, total: int) -> None:
        if self.progress:
            self.progress(stage, done, total)

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[int, int], None]]:
        self.tell(name, 0, 0)
        begun = time.perf_counter()
        yield lambda done, total: self.tell(name, done, total)
        self.stages[name] = time.perf_counter() - begun
        self.tell(name, 1, 1)


def build(
    folder: Path,
    out: Path,
    progress: Progress | None = None,
    *,
    keep_going: bool = False,
    shapes: bool | None = None,
) -> Built:
    """Build the case in ``folder`` into ``out`` and make it the one that answers.

    With rejected records nothing is published unless ``keep_going``; the good ones are then built.
    ``shapes``: validate by SHACL (default: up to 2,000 claims). Raises CaseError where the folder is
    no case, BusyError while another build into ``out`` is under way, BuildError where the disk is full
    or can't be written to.
    """
    clock = _Clock(progress)
    with (
        snapshot.paused_collection(),
        generations.exclusive(out),
        generations.fresh(out) as aside,
        _disk_errors(out),
    ):
        with clock.stage("reading"):
            reading = case.read(folder, lambda done, total: clock.tell("reading", done, total))
        rejected = [problem for problem in reading.problems if problem.severity == "rejected"]
        outcome = _Outcome(reading)
        if not rejected or keep_going:
            _make(reading, aside, clock, outcome, shapes)
            if not outcome.violations or keep_going:
                with clock.stage("publishing"):
                    name = manifest.build_hash(manifest.read(aside))
                    outcome.path = generations.publish(out, aside, name, lambda path: _is_whole(path, out))
                    generations.remember_case(out, folder)
    return outcome.built(clock.stages)


def _is_whole(path: Path, out: Path) -> bool:
    try:
        return not Build(path, out).verify()
    except DamagedBuildError:
        return False


class _Outcome:
    """What is known of a build so far."""

    def __init__(self, reading: case.Reading) -> None:
        self.reading = reading
        self.path: Path | None = None
        self.findings: tuple[Finding, ...] = ()
        self.violations: tuple[str, ...] = ()
        self.shape_warnings: tuple[str, ...] = ()
        self.quads = 0
        self.shapes_checked = True

    def shapes(self, found: Iterable[validation.Violation]) -> None:
        """Keep apart what breaks the format and what is only worth a look."""
        told = [(one.severity == "violation", str(one)) for one in found]
        self.violations = tuple(sentence for breaks, sentence in told if breaks)
        self.shape_warnings = tuple(sentence for breaks, sentence in told if not breaks)

    def built(self, stages: dict[str, float]) -> Built:
        reading = self.reading
        return Built(
            path=self.path,
            read=reading.read,
            built=reading.built,
            rejected=reading.rejected,
            counts=dict(reading.counts),
            problems=reading.problems,
            findings=self.findings,
            violations=self.violations,
            shape_warnings=self.shape_warnings,
            quads=self.quads,
            shapes_checked=self.shapes_checked,
            stages=stages,
        )


def _make(reading: case.Reading, aside: Path, clock: _Clock, outcome: _Outcome, shapes: bool | None) -> None:
    knowledge = reading.knowledge
    lines = _write_quads(knowledge, reading.recorded, aside / "quads.nq", clock)
    outcome.shapes_checked = len(knowledge.claims) <= SHACL_LIMIT if shapes is None else shapes
    if outcome.shapes_checked:
        with clock.stage("validating"):
            outcome.shapes(validation.validate_lines(lines, least="warning"))
    with clock.stage("loading"):
        outcome.quads = store.load(aside / "store", aside / "quads.nq")
    with clock.stage("checking"):
        ask = partial(store.select, store.open_read_only(aside / "store"))
        outcome.findings = tuple(findings.findings(ask, knowledge))
    snapshot.write(aside / snapshot.NAME, knowledge)
    _write_lists(aside, reading, outcome)
    manifest.write(aside, _manifest(aside, reading, outcome))


def _write_quads(knowledge: Knowledge, recorded: str | None, path: Path, clock: _Clock) -> list[str]:
    """Write the canonical quads; returns the lines of the default graph."""
    with clock.stage("writing quads") as tell:
        claims = list(quads.statements(knowledge, recorded, tell))
    with clock.stage("deriving"):
        consensus = list(derivation.derived(knowledge))
    with clock.stage("sorting quads"), path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(quads.canonical([*claims, *consensus]))
    return claims


def _write_lists(aside: Path, reading: case.Reading, outcome: _Outcome) -> None:
    problems = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "severity": problem.severity,
            "record": problem.record,
            "message": problem.message,
            "expected": problem.expected,
            "hint": problem.hint,
        }
        for problem in reading.problems
    ]
    found = [
        {"check": one.check, "severity": one.severity, "message": one.message, "claims": list(one.claims)}
        for one in outcome.findings
    ]
    _write_json(aside / "problems.json", problems)
    _write_json(aside / "findings.json", found)


def _write_json(path: Path, value: Sequence[Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _manifest(aside: Path, reading: case.Reading, outcome: _Outcome) -> dict[str, Any]:
    knowledge = reading.knowledge
    names = ("quads.nq", snapshot.NAME, "problems.json", "findings.json")
    return {
        "format": manifest.FORMAT,
        "made_by": f"backchannel {version('backchannel')}",
        "title": knowledge.title,
        "language": knowledge.language,
        "records": {"read": reading.read, "built": reading.built, "rejected": reading.rejected},
        "counts": dict(sorted(reading.counts.items())),
        "claims": len(knowledge.claims),
        "quads": outcome.quads,
        "files": {name: manifest.file_hash(aside / name) for name in names},
    }


@contextmanager
def _disk_errors(out: Path) -> Iterator[None]:
    """A full disk or a folder that can't be written to, said in one sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise BuildError(
            f"can't build into {out}: {reason}; the last good build there is untouched"
        ) from error
