"""What is contested: found where claims exclude each other, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import FIREFLY, TRENTINO, citation, claim, keyed, knowledge, party, when

from backchannel.graph.clock import known_stamp
from backchannel.graph.disputes import Dispute, disputes
from backchannel.graph.model import Claim, Document, Knowledge

HUB = "contact/call"
TEASDALE = party("person/teasdale", "initiator", "office/fr-general", "state/fr")


def told(name: str, outcome: str | None = "held", date: str = "2029-01-05", **fields: object) -> Claim:
    defaults: dict[str, object] = {"about": HUB, "participants": (FIREFLY, TRENTINO), "when": when(date)}
    return claim(name, outcome=outcome, **defaults | fields)


def found(*claims: Claim, **fields: object) -> list[Dispute]:
    return disputes(knowledge(claims, **fields))


def test_claims_that_agree_are_no_dispute() -> None:
    """The same outcome, meeting dates, the same seeker, another contact."""
    assert not found(
        told("a"), told("b", date="2029-01"), told("c", about="contact/other", outcome="refused")
    )


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("held", "refused", True),
        ("held", "ignored", True),
        ("held", "cancelled", True),
        ("refused", "ignored", True),
        ("attempted", "refused", False),
        ("attempted", "ignored", False),
        ("attempted", "held", False),
        ("held", None, False),
    ],
)
def test_outcomes_exclude_each_other_but_for_attempted(one: str, other: str | None, excluded: bool) -> None:
    """An attempt may have been refused, ignored or held; no other two outcomes go together."""
    kinds = [dispute.kind for dispute in found(told("a", one), told("b", other))]
    assert kinds == (["outcome"] if excluded else [])


def test_each_position_names_its_claims() -> None:
    """Two voices against one: all three claims stand, each on its side."""
    (one,) = found(told("a", "held"), told("b", "refused"), told("c", "held"))
    assert [(side.holds, side.claims) for side in one.positions] == [
        ("held", ("claim/a", "claim/c")),
        ("refused", ("claim/b",)),
    ]
    assert (one.about, one.certain, one.claims) == (HUB, True, ("claim/a", "claim/b", "claim/c"))


@pytest.mark.parametrize("stance", ["announces", "proposes"])
def test_what_is_only_announced_or_proposed_contradicts_nothing(stance: str) -> None:
    """A plan that came to nothing is no contradiction."""
    assert not found(told("a", "held", stance=stance), told("b", "refused"))


def test_a_denial_contradicts_an_assertion() -> None:
    """The denial stands against every assertion about the same thing; a denial alone is no dispute."""
    denial = told("no", stance="denies")
    (one,) = found(told("yes"), denial)
    assert (one.kind, [side.holds for side in one.positions]) == ("denial", ["asserted", "denied"])
    assert not found(denial)


def test_a_denied_silence_is_contested_too() -> None:
    """Silences are hubs like contacts."""
    hush = claim("hush", kind="silence", about="silence/x", when=when("2029-01/2029-02", throughout=True))
    kinds = [one.kind for one in found(hush, replace(hush, key="claim/no", stance="denies"))]
    assert kinds == ["denial"]


def test_dates_without_a_day_in_common_are_contested() -> None:
    """May and June exclude each other; May and 'the spring' do not."""
    assert [one.kind for one in found(told("a", date="2029-05"), told("b", date="2029-06-01"))] == ["date"]
    assert not found(told("a", date="2029-05"), told("b", date="2029-03/2029-05"))
    assert not found(told("a", date="2029-05"), told("b", when=None))


@pytest.mark.parametrize(
    ("other", "contested"),
    [
        (TEASDALE, True),
        (replace(TRENTINO, role="initiator"), True),
        (party("state/fr", "initiator", at="state/fr"), False),
        (party("state/sy", "initiator", at="state/sy"), True),
        (party("office/fr-minister", "initiator", "office/fr-minister", "state/fr"), False),
        (party("party/generals", "initiator"), False),
    ],
    ids=[
        "another person",
        "the other side",
        "his state",
        "the other state",
        "his office",
        "a group of no state",
    ],
)
def test_seekers_differ_only_where_they_cannot_be_the_same(other: object, contested: bool) -> None:
    """A person may be meant by his office or state, not by another person or another state."""
    turned = told("b", participants=(other, party("person/trentino", "addressee", at="state/sy")))
    assert [one.kind for one in found(told("a"), turned)] == (["initiator"] if contested else [])


def two_documents(first: str, second: str, **later: object) -> tuple[Claim, Document]:
    """One statement, cited by two documents with their own days for it."""
    quoted = replace(citation("a"), said=when(first))
    repeated = replace(citation("a", "herald"), said=when(second))
    herald = Document(
        "document/herald", "The Herald", "en", "organisation/gazette", known=known_stamp("2029-03-05")
    )
    return told("a", citations=(quoted, repeated)), replace(herald, **later)


def test_documents_may_disagree_on_the_day_of_a_statement() -> None:
    """Tuesday in one, Wednesday in the other: both stay, each with its document."""
    statement, herald = two_documents("2029-03-01", "2029-03-02")
    base = knowledge()
    (one,) = found(statement, documents=keyed([*base.documents.values(), herald]))
    assert (one.kind, one.about) == ("day of the statement", "claim/a")
    assert [(side.holds, side.documents) for side in one.positions] == [
        ("2029-03-01", ("document/gazette",)),
        ("2029-03-02", ("document/herald",)),
    ]


def test_a_day_within_a_month_is_no_disagreement() -> None:
    """'In March' and 'on 2 March' can both be right."""
    statement, herald = two_documents("2029-03", "2029-03-02")
    assert not found(statement, documents=keyed([*knowledge().documents.values(), herald]))


def test_a_document_not_yet_published_does_not_disagree_yet() -> None:
    """The dispute begins with the second document."""
    statement, herald = two_documents("2029-03-01", "2029-03-02")
    told_so_far = knowledge([statement], documents=keyed([*knowledge().documents.values(), herald]))
    assert not disputes(told_so_far, "2029-03-04")
    assert len(disputes(told_so_far, "2029-03-05")) == 1


def test_refused_here_and_ignored_there_is_a_hint() -> None:
    """Attempts of the same two states over the same time, told differently, on different contacts."""
    turned_down = told("a", "refused", "2029-01/2029-03", about="contact/one")
    unheard = told("b", "ignored", "2029-02/2029-05", about="contact/two")
    (one,) = found(turned_down, unheard)
    assert (one.kind, one.certain, one.about) == ("refused or ignored", False, "pair/state/fr~sy")
    assert not found(turned_down, replace(unheard, when=when("2029-04")))
    assert not found(turned_down, replace(unheard, when=None))
    back = (replace(TRENTINO, role="participant"), replace(FIREFLY, role="participant"))
    assert not found(turned_down, replace(unheard, participants=back))


def test_what_was_withdrawn_is_no_longer_contested() -> None:
    """A correction ends the dispute, but not for those who look from before."""
    wrong = told("a", "refused", withdrawn=known_stamp("2029-04-01"))
    both = knowledge([wrong, told("b", "held")])
    assert [one.kind for one in disputes(both, "2029-03-31")] == ["outcome"]
    assert not disputes(both)


def test_tuesday_or_wednesday_in_the_seed_case(seed_knowledge: Knowledge) -> None:
    """Kirby spoke on 22 March in one document, on 23 March in another: one origin, two days."""
    found_there = [one for one in disputes(seed_knowledge) if one.kind == "day of the statement"]
    assert found_there
    for one in found_there:
        assert seed_knowledge.claims[one.about].voice == "person/john-kirby"
        assert [side.holds for side in one.positions] == ["2022-03-22", "2022-03-23"]
        assert all(len(side.documents) == 1 for side in one.positions)


def test_refused_or_ignored_in_the_seed_case(seed_knowledge: Knowledge) -> None:
    """What two documents call refused a third calls ignored: a hint, since nobody says it is the same."""
    (one,) = [one for one in disputes(seed_knowledge) if one.kind == "refused or ignored"]
    assert not one.certain
    assert [side.holds for side in one.positions] == ["ignored", "refused"]
    assert disputes(seed_knowledge, "2022-03-31") == [
        other for other in disputes(seed_knowledge, "2022-03-31") if other.kind != "refused or ignored"
    ]
