"""The file from which a build's claims are read in a moment holds what its triples say, and nothing else."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from cases import good_case
from samples import rich

from backchannel.graph import facts, snapshot, store
from backchannel.graph.build import build
from backchannel.graph.builds import Build, current
from backchannel.graph.errors import DamagedBuildError
from backchannel.graph.model import Knowledge
from benchmarks.generate import generate


def from_triples(build: Build) -> Knowledge:
    return facts.read(store.triples(build.store), build.title, str(build.manifest["language"]))


def test_the_seed_case_is_the_same_from_both(seed_build: Build) -> None:
    """Claims, citations, names, tenures, in the same order."""
    assert seed_build.knowledge() == from_triples(seed_build)
    assert list(seed_build.knowledge().claims) == list(from_triples(seed_build).claims)


@pytest.mark.parametrize("claims", [0, 300])
def test_other_cases_are_the_same_from_both(claims: int, tmp_path: Path) -> None:
    """A case written by hand and a generated one, with every kind of claim and many forms of dates."""
    case = tmp_path / "case"
    _ = generate(claims, case) if claims else good_case(case)
    built = build(case, tmp_path / "out")
    assert built.problems == ()
    made = current(tmp_path / "out")
    assert made.knowledge() == from_triples(made)
    assert len(made.knowledge().claims) == (claims or 2)


def test_the_same_knowledge_gives_the_same_bytes(tmp_path: Path) -> None:
    """And comes back as it was, but for its places in files."""
    for name in ("a", "b"):
        snapshot.write(tmp_path / name, rich())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert snapshot.read(tmp_path / "a") == snapshot.unplaced(rich())


@pytest.mark.parametrize("content", [b"", b"\x81", b"\x81\xa5title\x01", b"\x80", b"cos\nsystem\n(S'x'\ntR."])
def test_a_damaged_file_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    """Nothing, a part, other types, missing fields, a pickle: none is read, none is run."""
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(DamagedBuildError, match="build the case again"):
        snapshot.read(tmp_path / "x")


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    """As of a build of which a part was deleted."""
    with pytest.raises(DamagedBuildError, match="build the case again"):
        snapshot.read(tmp_path / "none")


def test_collection_goes_on_afterwards() -> None:
    """Python's collector is off only meanwhile, also when something fails, and stays off where it was."""
    with pytest.raises(ZeroDivisionError), snapshot.paused_collection():
        assert not gc.isenabled()
        _ = 1 / 0
    assert gc.isenabled()
    gc.disable()
    try:
        with snapshot.paused_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
