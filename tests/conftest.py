"""Fixtures that several test files share: the seed case, built once."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest
from browser import browser
from firefox import firefox
from hypothesis import HealthCheck, settings

from backchannel.graph.build import build
from backchannel.graph.builds import Build, current
from backchannel.graph.case import seed_folder
from backchannel.graph.model import Knowledge

# One browser of a kind for the whole process: Playwright can be started only once in it.
__all__ = ["browser", "firefox"]

# Stands in the reason for which a test without the source texts is skipped.
TEXTS_ABSENT = "are not at hand: "

# rdflib's engine makes and drops so many small objects that looking for cycles among them takes an eighth
# of the tests' time at Python's usual pace.
gc.set_threshold(50_000, 20, 50)

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))

settings.register_profile(
    "project", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def seed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the seed case was built."""
    out = tmp_path_factory.mktemp("seed") / "out"
    built = build(seed_folder(), out)
    assert built.path is not None, [str(problem) for problem in built.problems][:10]
    return out


@pytest.fixture(scope="session")
def seed_build(seed_out: Path) -> Build:
    """The seed case's build, open for reading."""
    return current(seed_out)


@pytest.fixture(scope="session")
def seed_knowledge(seed_build: Build) -> Knowledge:
    """The seed case as plain objects, read back from the store."""
    return seed_build.knowledge()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failed one, but for those that need the source texts."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and TEXTS_ABSENT not in str(report.longrepr):
        report.outcome = "failed"
    return report
