"""The networks: every contact keeps its identity, its pairs, its direction and its certainty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FIREFLY, TRENTINO, claim, knowledge, party, when

from backchannel.graph.errors import DateError
from backchannel.graph.pairs import directed_pairs, pair_key, pairs
from backchannel.graph.projection import network

TEASDALE = party("person/teasdale", "participant", "office/fr-general", "state/fr")
GENERALS = party("party/generals", "addressee", None, "state/sy")


def held(name: str, *parties: object, **fields: object) -> object:
    return claim(name, outcome="held", participants=parties or (FIREFLY, TRENTINO), **fields)


def test_parallel_contacts_stay_parallel() -> None:
    """Three contacts of the same two are three edges, each with its own contact and claims."""
    graph = network(knowledge([held("a"), held("b"), held("c")]))
    assert sorted(graph["person/firefly"]["person/trentino"]) == ["contact/a", "contact/b", "contact/c"]
    assert graph["person/firefly"]["person/trentino"]["contact/b"]["claims"] == ("claim/b",)


def test_two_claims_about_one_contact_are_one_edge() -> None:
    """An edge is a contact; the claims about it hang on it."""
    graph = network(knowledge([held("a"), held("b", about="contact/a", voice="person/teasdale")]))
    ((_, _, edge),) = graph.edges(data=True)
    assert edge["claims"] == ("claim/a", "claim/b")
    assert edge["status"] == "agreed"


def test_levels() -> None:
    """The same call joins two persons, two offices or two states."""
    known = knowledge([held("a")])
    assert set(network(known, "office")) == {"office/fr-minister", "office/sy-minister"}
    assert set(network(known, "state")) == {"state/fr", "state/sy"}
    assert network(known, "state").nodes["state/fr"]["label"] == "Freedonia"
    with pytest.raises(ValueError, match="expected a level of person, office, state; found 'planet'"):
        network(known, "planet")


def test_a_described_party_is_a_node_of_its_own() -> None:
    """Sylvanian generals are drawn as such and never as a person."""
    graph = network(knowledge([held("a", FIREFLY, GENERALS)]))
    assert graph.nodes["party/generals"]["described"] is True
    assert graph.nodes["person/firefly"]["office_label"] == "Foreign Minister of Freedonia"
    assert graph.nodes["person/firefly"]["state"] == "state/fr"


def test_direction_is_shown_only_where_a_claim_gives_it() -> None:
    """'They spoke' has no initiator; a voice that names one gives the edge its direction."""
    spoke = held("a", replace(FIREFLY, role="participant"), replace(TRENTINO, role="participant"))
    assert [edge["directed"] for *_, edge in network(knowledge([spoke])).edges(data=True)] == [False]
    sought = held(
        "b", replace(TRENTINO, role="initiator"), replace(FIREFLY, role="addressee"), about="contact/a"
    )
    edges = list(network(knowledge([spoke, sought])).edges(data="directed"))
    assert edges == [("person/trentino", "person/firefly", True)]


def test_window_and_certainty() -> None:
    """A contact stands in a window it possibly fell into, marked certain only if it must have."""
    known = knowledge([held("a", when=when("2029-02")), held("b", when=when("2029-02-10")), held("c")])

    def certain(**window: str) -> dict[str, bool]:
        return {
            key: edge["certain"] for _, _, key, edge in network(known, **window).edges(keys=True, data=True)
        }

    assert certain(since="2029-02-05", until="2029-02-15") == {
        "contact/a": False,
        "contact/b": True,
        "contact/c": False,
    }
    assert certain(since="2029-02", until="2029-02") == {
        "contact/a": True,
        "contact/b": True,
        "contact/c": False,
    }
    assert certain(at="2029-01-31") == {"contact/c": False}
    with pytest.raises(DateError):
        network(known, since="2029-02-30")


def test_known_leaves_out_what_was_not_published() -> None:
    """On the day before its publication a contact is in no network."""
    known = knowledge([held("a")])
    assert network(known, known="2029-02-28").number_of_edges() == 0
    assert network(known, known="2029-03-01").number_of_edges() == 1


@given(st.integers(2, 6))
def test_a_meeting_without_sides_has_all_pairs(size: int) -> None:
    """A meeting of n parties has n(n-1)/2 pairs."""
    parties = tuple(party(f"person/p{number}") for number in range(size))
    assert len(pairs(claim("a", participants=parties), "person")) == size * (size - 1) // 2


@given(st.integers(1, 4), st.integers(1, 4))
def test_sides_pair_across(seekers: int, sought: int) -> None:
    """Where one side seeks the other, pairs run across and from the seekers."""
    parties = [party(f"person/a{n}", "initiator") for n in range(seekers)]
    parties += [party(f"person/b{n}", "addressee") for n in range(sought)]
    found = directed_pairs(claim("a", participants=tuple(parties)), "person")
    assert len(found) == seekers * sought
    assert all(one.startswith("person/a") and other.startswith("person/b") for one, other in found)


def test_intermediaries_and_refusers_are_no_party() -> None:
    """Who carried a message, or refused for another, was not in touch by that."""
    carrier, refuser = replace(TEASDALE, role="intermediary"), party("state/sy", "refuser", at="state/sy")
    assert pairs(claim("a", participants=(FIREFLY, TRENTINO, carrier, refuser)), "person") == [
        ("person/firefly", "person/trentino")
    ]


def test_nobody_is_in_touch_with_himself() -> None:
    """Two officials of one state are no pair of states."""
    assert pairs(claim("a", participants=(FIREFLY, TEASDALE)), "state") == []


@given(st.sampled_from(["person", "office", "state", "party"]), st.text(), st.text())
def test_pair_keys_do_not_depend_on_order(level: str, one: str, other: str) -> None:
    """A pair has one key."""
    assert pair_key(level, f"x/{one}", f"x/{other}") == pair_key(level, f"x/{other}", f"x/{one}")
