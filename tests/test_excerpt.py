"""A part of the knowledge is the same as that part of the whole."""

from __future__ import annotations

import pytest

from backchannel.graph.builds import Build
from backchannel.graph.evidence import evidence


def test_names_alone(seed_build: Build) -> None:
    """Without claims the excerpt has every name and document, and no claim."""
    part, whole = seed_build.excerpt(), seed_build.knowledge()
    assert part.entities == whole.entities
    assert part.channels == whole.channels
    assert part.documents == whole.documents
    assert not part.claims
    assert not part.tenures


def test_each_claim_alone(seed_build: Build) -> None:
    """A claim read alone is the claim, and its evidence reads the same."""
    whole = seed_build.knowledge()
    for key in whole.claims:
        part = seed_build.excerpt([key])
        assert part.claims == {key: whole.claims[key]}
        assert evidence(part, key) == evidence(whole, key)
    assert len(whole.claims) > 80


@pytest.mark.parametrize("end", ["start", "end"])
def test_the_claims_of_a_tenure_bring_the_tenure(end: str, seed_build: Build) -> None:
    """The claim that a tenure began or ended is read with the tenure."""
    whole = seed_build.knowledge()
    ended = [tenure for tenure in whole.tenures.values() if tenure.end]
    for tenure in ended:
        part = seed_build.excerpt([f"claim/{tenure.key.split('/', 1)[1]}-{end}"])
        assert part.tenures == {tenure.key: tenure}
    assert len(ended) > 10


def test_a_claim_that_is_not_there(seed_build: Build) -> None:
    """Nothing is invented for a key that nobody bears."""
    assert not seed_build.excerpt(["claim/nobody-said-so"]).claims
