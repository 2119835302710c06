"""Knowledge becomes quads, quads a store, and the store knowledge again: nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import RECORDED, claim, knowledge, rich

from backchannel.graph import facts, nquads, quads, store
from backchannel.graph.derivation import derived
from backchannel.graph.model import Knowledge


def read_back(known: Knowledge, folder: Path) -> Knowledge:
    path = folder / "quads.nq"
    lines = quads.canonical([*quads.statements(known, RECORDED), *derived(known)])
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    assert store.load(folder / "store", path) == len(lines)
    opened = store.open_read_only(folder / "store")
    return facts.read(store.triples(opened), known.title, known.language)


def test_everything_comes_back(tmp_path: Path) -> None:
    """Every field of every kind of record survives the way through the store."""
    before = rich()
    after = read_back(before, tmp_path)
    assert after.entities == before.entities
    assert after.channels == before.channels
    assert after.documents == before.documents
    assert after.mentions == before.mentions
    assert after.tenures == before.tenures
    assert after.claims.keys() == before.claims.keys()
    for key, one in before.claims.items():
        assert after.claims[key] == one, key
    assert len(after.claims) == 8


@given(st.text(), st.sampled_from(["en", "ru-Latn", "no tag!", ""]))
def test_any_text_is_a_literal_that_parses_to_itself(value: str, language: str) -> None:
    """Whatever a label holds, its line of N-Quads is read back as the same text."""
    value = value.encode("utf-8", "replace").decode()
    line = nquads.line("<a:s>", "<a:p>", nquads.text(value, language))
    (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object.value == value


@given(st.text(min_size=1))
def test_any_text_in_an_iri_stays_one_iri(value: str) -> None:
    """What comes from outside can't end an IRI and begin another statement."""
    line = nquads.line(nquads.iri("https://example.org/" + value), "<a:p>", "<a:o>")
    assert line.count("\n") == 1
    assert line.count(">") == 3


def test_lines_are_canonical(tmp_path: Path) -> None:
    """The lines are those that the store writes, too: the same terms, escaped in the same way."""
    known = rich()
    read_back(known, tmp_path)
    ours = {line.rstrip("\n") for line in (tmp_path / "quads.nq").read_text(encoding="utf-8").split(" .\n")}
    theirs = {str(quad) for quad in store.open_read_only(tmp_path / "store")}
    assert {line for line in ours if line} == theirs


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_records_does_not_matter(order: int) -> None:
    """The same facts in another order are the same bytes."""
    known = rich()
    turned = replace(
        known,
        entities=dict(list(known.entities.items())[::order]),
        claims=dict(list(known.claims.items())[::order]),
    )
    assert quads.canonical(quads.statements(turned)) == quads.canonical(quads.statements(known))


def test_progress_counts_every_claim() -> None:
    """The progress of a long writing ends at the number of claims."""
    seen: list[tuple[int, int]] = []
    known = knowledge([claim(f"c{number}") for number in range(7)])
    list(quads.statements(known, progress=lambda done, total: seen.append((done, total))))
    assert seen == [(7, 7)]
