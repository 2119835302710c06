"""Invented networks for the tests of the formats: every form of date, every outcome, hostile names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from samples import claim, entity, keyed, knowledge, party, rich, when

from backchannel.graph.model import Key, Knowledge, Names
from backchannel.graph.projection import NETWORK_OUTCOMES

__all__ = ["CONTACTS", "DATES", "HOSTILE", "NAMES", "PEOPLE", "cells", "invented", "named"]

PEOPLE = tuple(f"person/p{number}" for number in range(4))
DATES = (
    *("2029-02-10", "2029-02", "2029-02-1X", "2029-02~", "[2029-02-01,2029-02-03]", "2029", "2029-02-10?"),
    *("2029-02-10/..", "/2029-02-10", "2029-02-10/", "../2029-02", "0001-01-01", "9999-12-31", None),
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"/><node id="x"/>',
    "]]><!-- & &amp; &#0; -->",
    "nul\x00 bell\x07 escape\x1b del\x7f",
    "\ud800 half \udfff \ufffe \uffff",
    "\u202egnol\u2066",
    "two\nlines\r\nand a\ttab",
    "  blanks  ",
    "=1+1",
    "\N{GRINNING FACE} Сергей \u0301",
)


def invented(contacts: list[tuple[Key, Key, str, str | None, bool]], name: str = "Somebody") -> Knowledge:
    """Persons who all bear a name, and a contact for each tuple: two keys, outcome, date, who sought whom."""
    claims = [
        claim(
            f"c{number}",
            outcome=None if outcome == "proposed" else outcome,
            stance="proposes" if outcome == "proposed" else "asserts",
            when=when(date) if date else None,
            participants=(
                party(one, "initiator" if way else "participant"),
                party(other, "addressee" if way else "participant"),
            ),
            mode="call" if way else None,
            public=(None, True, False)[number % 3],
        )
        for number, (one, other, outcome, date, way) in enumerate(contacts)
    ]
    base = knowledge(claims)
    people = keyed(entity(key, name) for key in PEOPLE)
    return replace(base, title=name, entities={**base.entities, **people})


def named(name: str) -> Knowledge:
    """The rich knowledge of the samples in which everything bears a name."""
    base = rich()
    names = Names(((name, "en"), (name, "de")))
    entities = {key: replace(one, names=names) for key, one in base.entities.items()}
    return replace(base, title=name, entities=entities)


def cells(table: Any, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row by the names of its columns."""
    return dict(zip((column.name for column in table.columns), row, strict=True))


CONTACTS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE[:2]),
        st.sampled_from(PEOPLE[2:]),
        st.sampled_from(NETWORK_OUTCOMES),
        st.sampled_from(DATES),
        st.booleans(),
    ),
    max_size=12,
)
# Any text at all, half surrogate pairs included.
NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), min_size=1, max_size=20))
