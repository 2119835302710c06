"""The history of channels: what is said of each, proven use, failures, and the state on a day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import FIREFLY, TRENTINO, claim, knowledge, when

from backchannel.graph.channels import History, histories, standing
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError
from backchannel.graph.model import Claim, Knowledge

LINE = "channel/hotline"


def said(name: str, state: str, date: str, throughout: bool = True, **fields: object) -> Claim:
    return claim(
        name, kind="channel", about=LINE, state=state, when=when(date, throughout=throughout), **fields
    )


def through(name: str, outcome: str, date: str, **fields: object) -> Claim:
    parties = {"participants": (FIREFLY, TRENTINO), "channels": (LINE,)}
    return claim(name, outcome=outcome, when=when(date), **parties, **fields)


SET_UP = said("set-up", "established", "2029-01-02", throughout=False)
IN_PLACE = said("in-place", "in place", "2029-01-03/2029-01-20")
DEAD = said("dead", "unanswered", "2029-01-10/2029-01-15")
MAYBE = said("maybe", "suspended", "2029-01-25/2029-02")
CALLED = through("called", "held", "2029-01-05")
CALLED_LATER = through("called-later", "held", "2029-01-08")
REFUSED = through("refused", "refused", "2029-01-12")


def history(*claims: Claim, at: str | None = None, known: str | None = None) -> History:
    (found,) = histories(knowledge(claims), at, known)
    return found


@pytest.mark.parametrize(
    ("day", "states", "truth"),
    [
        ("2029-01-01", [], None),
        ("2029-01-02", ["established"], "possible"),
        ("2029-01-05", ["in place"], "certain"),
        ("2029-01-12", ["in place", "unanswered"], "certain"),
        ("2029-01-22", ["in place", "unanswered"], "last said"),
        ("2029-01-25", ["suspended"], "certain"),
        ("2029-02-10", ["suspended"], "possible"),
        ("2029-03-01", ["suspended"], "last said"),
    ],
)
def test_the_state_of_a_channel_on_a_day(day: str, states: list[str], truth: str | None) -> None:
    """Certain states before possible ones, those before the last said; contradicting ones side by side."""
    found = standing(history(SET_UP, IN_PLACE, DEAD, MAYBE), day)
    assert [one.state for one in found] == states
    assert {one.truth for one in found} == ({truth} if truth else set())


def test_a_denied_state_is_not_a_state() -> None:
    """What a voice denies stands among the statements, but is no state of the channel."""
    denied = replace(IN_PLACE, stance="denies")
    found = history(denied)
    assert found.said == (denied,)
    assert standing(found, "2029-01-05") == []


def test_held_contacts_prove_a_channel_and_failed_attempts_do_not() -> None:
    """The last use is the latest held contact through it; refusals stand apart; both by date."""
    found = history(CALLED_LATER, REFUSED, CALLED, IN_PLACE)
    assert [one.contact for one in found.used] == ["contact/called", "contact/called-later"]
    assert found.last_use is not None
    assert found.last_use.contact == "contact/called-later"
    assert [one.contact for one in found.failed] == ["contact/refused"]
    assert found.claims == ("claim/called", "claim/called-later", "claim/in-place", "claim/refused")


def test_an_undated_use_counts_as_the_last_only_where_there_is_no_other() -> None:
    """A contact without a date proves use, but not a later one than a dated contact does."""
    undated = replace(through("undated", "held", "2029-01-01"), when=None)
    found = history(CALLED, undated).last_use
    assert found is not None
    assert found.contact == "contact/called"
    alone = history(undated).last_use
    assert alone is not None
    assert alone.contact == "contact/undated"


def test_contested_and_merely_proposed_contacts_prove_nothing() -> None:
    """Neither use nor failure: nobody knows which, or nothing happened."""
    denial = replace(CALLED, key="claim/denial", stance="denies")
    proposed = replace(through("proposed", "held", "2029-01-09"), stance="proposes")
    found = history(CALLED, denial, proposed)
    assert (found.used, found.failed, found.last_use) == ((), (), None)


def test_a_history_ends_with_the_day_and_with_what_was_known() -> None:
    """What certainly came later is left out, and so is what was not yet published or already withdrawn."""
    late = replace(CALLED_LATER, known=known_stamp("2029-06-01"))
    gone = replace(IN_PLACE, withdrawn=known_stamp("2029-04-01"))
    assert [one.contact for one in history(CALLED, CALLED_LATER, at="2029-01-07").used] == ["contact/called"]
    assert [one.contact for one in history(CALLED, late, known="2029-05-01").used] == ["contact/called"]
    assert history(gone, known="2029-03-31").said == (gone,)
    assert history(gone, known="2029-04-01").said == ()
    with pytest.raises(DateError):
        history(CALLED, at="2029-02-30")


def test_every_channel_has_a_history_even_an_empty_one() -> None:
    """A channel of which nobody says anything is listed."""
    assert history() == History(LINE, (), (), ())


def test_the_lines_of_the_seed_case(seed_knowledge: Knowledge) -> None:
    """In March 2022 the red telephone rang in vain, the hotline was in place; neither shows a contact."""
    found = {one.channel: one for one in histories(seed_knowledge, "2022-03-24", "2022-04-01")}
    labels = {seed_knowledge.channels[key].label: one for key, one in found.items()}
    red, hotline = labels["red telephone"], labels["Stuttgart deconfliction hotline"]
    assert [one.state for one in standing(red, "2022-03-24")] == ["unanswered"]
    assert [one.outcome for one in red.failed] == ["refused", "refused"]
    assert "in place" in [one.state for one in standing(hotline, "2022-03-24")]
    assert (red.last_use, hotline.last_use) == (None, None)
