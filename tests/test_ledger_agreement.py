"""The silence ledger in Python and the library's questions in SPARQL give the same answers."""

from __future__ import annotations

import random

import pyoxigraph
from conftest import LARGE
from samples import RECORDED, claim, entity, keyed, knowledge, party, when

from backchannel.graph.iris import iri_of
from backchannel.graph.ledger import Gap, ledger
from backchannel.graph.model import Claim, Entity, Knowledge
from backchannel.graph.quads import canonical, statements
from backchannel.graph.silences import claimed_silences
from backchannel.ontology.library import find

PAIRS = 2000 if LARGE else 120
DAY = "2029-01-15"
FORMS = (
    "2029-01-{a:02}",
    "2029-01-{a:02}/2029-01-{b:02}",
    "[2029-01-{a:02},2029-01-{b:02}]",
    "2029-01-{a:02}~",
    "{{2029-01-{a:02},2029-01-{b:02}}}",
    "2029-01-0X",
    "2029-01-1X",
    "2028-12",
    "",
)


def history(rng: random.Random, number: int, ends: tuple[str, str]) -> list[Claim]:
    """Up to four contacts of two persons; none begins or may end on the very day asked about."""
    found = []
    for place in range(rng.randrange(5)):
        a = rng.choice([*range(1, 14), *range(17, 27)])
        date = rng.choice(FORMS).format(a=a, b=min(a + rng.randrange(4), 13 if a < 14 else 27))
        both = (party(ends[0], "initiator", at="state/fr"), party(ends[1], "addressee", at="state/sy"))
        given = when(date) if date else None
        found.append(claim(f"c{number}-{place}", participants=both, outcome="held", when=given))
    return found


def case() -> tuple[Knowledge, list[tuple[str, str]]]:
    rng = random.Random(7)
    ends = [(f"person/a{number}", f"person/b{number}") for number in range(PAIRS)]
    people: list[Entity] = [entity(key, key.split("/")[1]) for pair in ends for key in pair]
    claims = [one for number, pair in enumerate(ends) for one in history(rng, number, pair)]
    base = knowledge(claims)
    return Knowledge(
        base.title, "en", keyed([*base.entities.values(), *people]), {}, {}, base.documents, {}, keyed(claims)
    ), ends


def answered(store: pyoxigraph.Store, pair: tuple[str, str]) -> tuple[str, str] | None:
    values = {"who": iri_of(pair[0]), "with": iri_of(pair[1]), "day": DAY}
    found = list(store.query(find("silence-length").with_parameters(values)))  # type: ignore[arg-type]
    assert len({(row["at_least"].value, row["at_most"].value) for row in found}) <= 1
    return (found[0]["at_least"].value, found[0]["at_most"].value) if found else None


def test_the_length_of_a_silence_before_a_day_is_that_of_the_question() -> None:
    """Question 06 leaves contacts without a bounded date aside; where no contact surely came before, the
    question gives no greatest length."""
    told, pairs = case()
    store = pyoxigraph.Store()
    lines = "".join(canonical(statements(told, RECORDED)))
    store.bulk_load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    open_gaps: dict[tuple[str, ...], Gap] = {
        gap.ends: gap for gap in ledger(told, at=DAY) if gap.contact is None
    }
    compared = {"none": 0, "length": 0, "open": 0}
    for pair in pairs:
        row, gap = answered(store, pair), open_gaps.get(pair)
        if row is None:
            assert gap is None or gap.least_dated is None
            compared["none"] += 1
            continue
        assert gap is not None
        assert int(row[0]) == gap.least_dated
        surely = row[1] != "unknown"
        assert not surely or int(row[1]) == gap.most_dated
        compared["length" if surely else "open"] += 1
    assert sum(compared.values()) == PAIRS
    assert min(compared.values()) > PAIRS // 60


def test_the_claimed_silences_are_those_of_the_question(seed_knowledge: Knowledge) -> None:
    """Question 09 and Python name the same claims, as known by several days."""
    store = pyoxigraph.Store()
    lines = "".join(canonical(statements(seed_knowledge, RECORDED)))
    store.bulk_load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    seen = []
    for known in ("2022-03-01", "2022-04-01", "2022-06-01", "2022-10-01", "2022-12-31"):
        rows = store.query(find("silences").with_parameters({"known": known}))
        named = {part for row in rows for part in str(row["claim"].value).split(" | ")}  # type: ignore[union-attr]
        assert named == {iri_of(one.claim) for one in claimed_silences(seed_knowledge, known)}
        seen.append(len(named))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 7)
