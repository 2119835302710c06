"""What makes a line, and what unmakes it: tenures, refusals, channels, dates that leave it open."""

from __future__ import annotations

import pytest
from route_case import DAY, FD, SY, asked, call, line_said, paths, seat, tenure, world
from samples import party, when

from backchannel.graph.bounds import BEGINNING, occurrence
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError, QueryError
from backchannel.graph.route_last import last_use
from backchannel.graph.route_lines import Line, told_bounds
from backchannel.graph.route_memory import memory_start
from backchannel.graph.routes import Routes
from backchannel.graph.semantics import Truth

MEETING = call("met", ["ada", "dan"], "2029-02-10")


def closed(found: Routes) -> dict[str, tuple[str, str]]:
    """The state of each line that is not open, and why."""
    return {line.key.split("/", 1)[1]: (line.state, line.why) for line in found.closed}


def the_line(found: Routes) -> Line:
    (route,) = found.now.routes
    (line,) = route.lines
    return line


# --- who stands at the ends


def test_a_held_contact_of_two_in_office_is_a_line() -> None:
    line = the_line(asked(world([MEETING])))
    assert (line.truth, line.state, line.rank, line.why) == (Truth.CERTAIN, "open", "minister", "")
    assert line.nodes == ("person/ada", "person/dan")
    assert line.claims == ("claim/met",)


def test_an_expired_tenure_ends_the_line_and_is_told() -> None:
    """The minister left in March; nobody is put in his place, and the roster's claims say why."""
    tenures = [tenure("ada", "fd-minister", "2027-01-01/2029-03-10"), tenure("dan", "sy-minister")]
    gone = asked(world([MEETING], tenures))
    assert paths(gone) == {}
    assert closed(gone)["person/ada~person/dan"] == ("out of office", "no longer in office, or not yet")
    (line,) = [line for line in gone.closed if not line.is_channel]
    assert line.ends[0].tenures == (
        "claim/ada-fd-minister-2027-01-01-start",
        "claim/ada-fd-minister-2027-01-01-end",
    )
    assert paths(asked(world([MEETING], tenures), day="2029-03-09")) == {"ada-dan": "certain"}


def test_an_end_of_tenure_counts_from_the_day_it_was_known() -> None:
    """Until it was known that she had left, nothing says that she had; nor that she was still there."""
    tenures = [tenure("ada", "fd-minister", "2027-01-01/2029-03-10"), tenure("dan", "sy-minister")]
    assert paths(asked(world([MEETING], tenures), known="2029-03-09")) == {"ada-dan": "possible"}


def test_who_has_moved_to_another_office_is_no_end_of_the_old_line() -> None:
    """The same person, another office: what was proven of the minister is not proven of the adviser."""
    tenures = [
        tenure("ada", "fd-minister", "2027-01-01/2029-02-20"),
        tenure("ada", "fd-adviser", "2029-02-21/.."),
        tenure("dan", "sy-minister"),
    ]
    assert paths(asked(world([MEETING], tenures))) == {}
    later = call("later", [seat("ada", "fd-adviser"), "dan"], "2029-02-25")
    found = asked(world([MEETING, later], tenures))
    assert paths(found) == {"ada-dan": "certain"}
    assert the_line(found).rank == "adviser and minister"


def test_a_designate_is_not_in_office_yet() -> None:
    tenures = [tenure("ada", "fd-minister", "2029-01-01/..", "designate"), tenure("dan", "sy-minister")]
    found = asked(world([MEETING], tenures))
    assert paths(found) == {}
    assert closed(found)["person/ada~person/dan"] == ("not yet in office", "only designated")


def test_an_unknown_holder_leaves_the_line_possible() -> None:
    """The roster knows nobody in the office: the line is possible, whether somebody was named or not."""
    found = asked(world([MEETING], [tenure("dan", "sy-minister")]))
    assert paths(found) == {"ada-dan": "possible"}
    assert the_line(found).why == "nobody known in the office"
    office = party("office/fd-minister", office="office/fd-minister", at=FD)
    unnamed = call("unnamed", [office, "dan"], "2029-02-10")
    assert paths(asked(world([unnamed], [tenure("dan", "sy-minister")]))) == {"fd-minister-dan": "possible"}
    assert paths(asked(world([unnamed]))) == {"ada-dan": "certain"}


def test_another_holder_ends_the_line_of_somebody_the_roster_never_had() -> None:
    tenures = [tenure("bo", "fd-minister"), tenure("dan", "sy-minister")]
    found = asked(world([MEETING], tenures))
    assert closed(found)["person/ada~person/dan"] == ("out of office", "another holds the office")


def test_an_acting_holder_holds_and_a_contested_one_may() -> None:
    for capacity, sure in (("acting", "certain"), ("contested", "possible")):
        tenures = [tenure("ada", "fd-minister", capacity=capacity), tenure("dan", "sy-minister")]
        assert paths(asked(world([MEETING], tenures))) == {"ada-dan": sure}


def test_a_person_without_any_office_is_possible() -> None:
    """A private go-between: no office is on record, so nothing says that they are still of use."""
    private = call("private", [party("person/ina"), "ada"], "2029-02-01")
    other = call("other", [party("person/ina"), "dan"], "2029-02-02")
    assert paths(asked(world([private, other]))) == {"ada-ina-dan": "possible"}


# --- contacts for and against


@pytest.mark.parametrize(
    ("refused", "expected"),
    [
        ("2029-02-20", "refused"),  # after the meeting
        ("2029-01-20", "certain"),  # before it
        ("2029-02", "possible"),  # before or after
        ("2029-02-10", "possible"),  # on the same day
    ],
)
def test_the_last_attempt_counts(refused: str, expected: str) -> None:
    turned = call("turned", ["ada", "dan"], refused, "refused")
    found = asked(world([MEETING, turned]))
    told = paths(found).get("ada-dan") or closed(found)["person/ada~person/dan"][0]
    assert told == expected


def test_an_attempt_of_which_no_end_is_told_closes_nothing() -> None:
    tried = call("tried", ["ada", "dan"], "2029-02-20", "attempted")
    off = call("off", ["ada", "dan"], "2029-02-21", "cancelled")
    assert paths(asked(world([MEETING, tried, off]))) == {"ada-dan": "certain"}


def test_a_refusal_closes_the_line_of_the_two_and_no_other() -> None:
    """The generals are refused, the ministers are not."""
    turned = call("turned", ["bo", "eve"], "2029-02-20", "ignored")
    found = asked(world([MEETING, turned]))
    assert paths(found) == {"ada-dan": "certain"}
    assert closed(found)["person/bo~person/eve"] == ("ignored", "no held contact")


def test_a_disputed_contact_is_a_possible_line() -> None:
    denied = call("denied", ["ada", "dan"], "2029-02-10", about="contact/met", stance="denies")
    found = asked(world([MEETING, denied]))
    assert paths(found) == {"ada-dan": "possible"}
    assert the_line(found).why == "its outcome is disputed"


def test_what_is_told_as_a_fact_was_before_it_was_told() -> None:
    """'In March', in a report that was out on the 1st: by the day asked about for sure."""
    told = call("told", ["ada", "dan"], "2029-03")
    assert told_bounds(occurrence("2029-03"), [told]).latest == known_stamp("2029-03-01")
    assert paths(asked(world([told]))) == {"ada-dan": "certain"}
    announced = call("plan", ["ada", "dan"], "2029-03", None, stance="announces")
    assert paths(asked(world([announced]))) == {}


def test_what_came_later_or_was_not_yet_known_proves_nothing() -> None:
    later = call("later", ["ada", "dan"], "2029-03-20", known=known_stamp("2029-04-01"))
    assert paths(asked(world([later]))) == {}
    assert paths(asked(world([later]), day="2029-03-20")) == {"ada-dan": "certain"}
    assert paths(asked(world([later]), day="2029-03-20", known="2029-03-31")) == {}


# --- the memory


def test_a_line_outside_the_memory_is_unused_and_says_since_when() -> None:
    old = call("old", ["ada", "dan"], "2028-02")
    found = asked(world([old]))
    assert closed(found)["person/ada~person/dan"] == ("unused", "not used within the memory")
    (line,) = [line for line in found.closed if not line.is_channel]
    assert last_use(line).since(DAY) == (380, 408)
    assert paths(asked(world([old]), within="always")) == {"ada-dan": "certain"}
    assert paths(asked(world([old]), within="390 days")) == {"ada-dan": "possible"}
    assert paths(asked(world([old]), within="2 years")) == {"ada-dan": "certain"}


def test_memories_are_counted_in_days_weeks_months_and_years() -> None:
    assert memory_start("1 month", "2024-03-31") == "2024-03-01T00:00:00Z"
    assert memory_start("2 weeks", "2024-03-31") == "2024-03-18T00:00:00Z"
    assert memory_start("1 year", "2024-02-29") == "2023-03-01T00:00:00Z"
    assert memory_start("12 months", "2024-02") == memory_start("1 year", "2024-02-29")
    assert memory_start("5000 years", "2024-02-29") == BEGINNING


@pytest.mark.parametrize(
    "wrong", ["", "soon", "0 days", "-1 days", "12", "12 moons", "1.5 years", "999999 days"]
)
def test_what_is_no_memory_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(QueryError, match="write it like '12 months'"):
        asked(world([MEETING]), within=wrong)


# --- channels


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("in place", "2029-01-01/..")], "certain"),
        ([("in place", "2029-03/..")], "possible"),  # since when in March is not told
        ([("established", "2029-01-05")], "possible"),  # and nothing since
        ([("in use", "2028-01-01/2028-06-30")], "possible"),  # last said of an earlier time
        ([("unanswered", "2029-02-01/..")], "unanswered"),
        ([("closed", "2029-02-01")], "closed"),
        ([("in place", "2029-01/"), ("closed", "2029-03-01")], "closed"),
        ([("in place", "2029-01/.."), ("closed", "2029-03-01")], "possible"),  # still in place, one says
        ([("in place", "2029-01-01/.."), ("suspended", "2029-03-01/..")], "possible"),  # both hold, they say
        ([("closed", "2029-02-01/"), ("restored", "2029-03-01")], "possible"),  # restored, nothing since
        ([("closed", "2029-02-01/"), ("restored", "2029-03-01/..")], "certain"),
        ([("restored", "2029-02-01"), ("closed", "2029-03-01")], "closed"),
        ([("unanswered", "2028-01-01/2028-06-30"), ("in place", "2029-01-01/..")], "certain"),
        ([("in place", "2029-01/.."), ("unanswered", "2029-01/..")], "possible"),
        ([("in place", "2029-03-20/..")], "nothing known"),  # only later
        ([], "nothing known"),
    ],
)
def test_the_state_of_a_channel(said: list[tuple[str, str]], expected: str) -> None:
    claims = [line_said(f"s{number}", state, during) for number, (state, during) in enumerate(said)]
    found = asked(world(claims))
    told = paths(found).get("fd-sy-wire") or closed(found)["wire"][0]
    assert told == expected


def test_a_use_of_a_channel_proves_it_and_a_later_end_undoes_that() -> None:
    through = call("through", ["ada", "dan"], "2029-02-10", channels=["wire"])
    assert paths(asked(world([through]))) == {"ada-dan": "certain", "fd-sy-wire": "certain"}
    dead = line_said("dead", "closed", "2029-02-20")
    found = asked(world([through, dead]))
    assert paths(found) == {}
    assert closed(found)["person/ada~person/dan"] == (
        "dead",
        "it went through a channel that is closed on the day",
    )
    restored = call("again", ["ada", "dan"], "2029-02-25", channels=["wire"])
    assert paths(asked(world([through, dead, restored]))) == {"ada-dan": "certain", "fd-sy-wire": "certain"}


def test_a_contact_of_two_ends_of_a_channel_is_its_use_and_no_line_beside_it() -> None:
    states = [party(FD, at=FD), party(SY, at=SY)]
    assert paths(asked(world([call("used", states, "2029-02-10", channels=["wire"])]))) == {
        "fd-sy-wire": "certain"
    }
    assert paths(asked(world([call("plain", states, "2029-02-10")]))) == {"fd-sy": "certain"}


def test_attempts_through_a_channel_that_fail_make_it_less_sure() -> None:
    place = line_said("place", "in place", "2029-01-01/..")
    turned = call("turned", ["ada", "dan"], "2029-02-10", "ignored", channels=["wire"])
    assert paths(asked(world([place, turned]))) == {"fd-sy-wire": "possible"}
    assert closed(asked(world([turned])))["wire"] == ("ignored", "")


def test_an_office_may_use_the_channel_of_its_state_if_its_rank_allows() -> None:
    for level, expected in ((None, "possible"), ("minister", "possible"), ("working", None)):
        said = line_said("place", "in place", "2029-01-01/..", level=level)
        found = asked(world([said]), origin="office/fd-minister")
        assert paths(found).get("ada-sy-wire") == expected


def test_a_channel_of_two_offices_leads_to_who_holds_them() -> None:
    said = line_said("place", "in place", "2029-01-01/..")
    ends = ("office/fd-adviser", "office/sy-adviser")
    assert paths(asked(world([said], between=ends))) == {"cleo-finn-wire": "certain"}
    assert paths(asked(world([said], [tenure("finn", "sy-adviser")], ends))) == {
        "fd-adviser-finn-wire": "possible"
    }


# --- chains


def test_a_mediator_in_a_third_state_makes_a_route_and_two_officials_of_it_do_not() -> None:
    """The same person must pass it on; that a state's officials tell each other is on nobody's record."""
    there = call("there", ["ada", "gil"], "2029-02-01")
    back = call("back", ["gil", "dan"], "2029-02-05")
    assert paths(asked(world([there, back]))) == {"ada-gil-dan": "certain"}
    assert paths(asked(world([there, back]), most=1)) == {}
    other = call("other", ["hal", "dan"], "2029-02-05")
    assert paths(asked(world([there, other]))) == {}
    inside = call("inside", ["gil", "hal"], "2029-02-06")
    assert paths(asked(world([there, other, inside]), most=3)) == {"ada-gil-hal-dan": "certain"}


def test_a_route_does_not_turn_back_into_a_side() -> None:
    """Contacts within one state lengthen no route between states; between offices they carry one."""
    inside = call("inside", ["ada", "bo"], "2029-02-01")
    assert paths(asked(world([MEETING, inside]), most=3)) == {"ada-dan": "certain"}
    assert paths(asked(world([MEETING, inside]), origin="office/fd-general")) == {"bo-ada-dan": "certain"}


def test_a_channel_of_three_ends_joins_each_two() -> None:
    said = line_said("place", "in place", "2029-01-01/..", channel="relay")
    assert paths(asked(world([said]))) == {"fd-sy-relay": "certain"}
    assert paths(asked(world([said]), goal="state/tu")) == {"fd-tu-relay": "certain"}


def test_a_described_party_is_always_there() -> None:
    met = call("met", ["ada", party("party/envoys", at=SY)], "2029-02-01")
    assert paths(asked(world([met]))) == {"ada-envoys": "certain"}


# --- what is taken away


def test_what_can_be_left_out() -> None:
    """A person, an office, a state between, a party, a channel, who answers for it: each with its lines."""
    claims = [
        MEETING,
        call("there", ["bo", "gil"], "2029-02-01"),
        call("back", ["gil", "eve"], "2029-02-05"),
        call("met2", ["cleo", party("party/envoys", at=SY)], "2029-02-01"),
        line_said("place", "in place", "2029-01-01/..", operator="person/jo"),
    ]
    whole = {"ada-dan", "bo-gil-eve", "cleo-envoys", "fd-sy-wire"}
    assert set(paths(asked(world(claims)))) == whole
    taken = {
        "person/ada": "ada-dan",
        "office/sy-minister": "ada-dan",
        "state/tu": "bo-gil-eve",
        "office/tu-minister": "bo-gil-eve",
        "party/envoys": "cleo-envoys",
        "channel/wire": "fd-sy-wire",
        "person/jo": "fd-sy-wire",
    }
    for key, lost in taken.items():
        found = asked(world(claims), without=[key])
        assert set(paths(found)) == whole - {lost}, key
        assert len(found.lost) == 1
    assert set(paths(asked(world(claims), without_ranks=["minister"]))) == {"cleo-envoys", "fd-sy-wire"}


def test_a_line_with_another_proof_survives_the_loss_of_a_channel() -> None:
    through = call("through", ["ada", "dan"], "2029-02-20", channels=["wire"])
    assert paths(asked(world([MEETING, through]), without=["channel/wire"])) == {"ada-dan": "certain"}
    assert paths(asked(world([through]), without=["channel/wire"])) == {}


def test_a_refusal_stays_when_its_channel_is_left_out() -> None:
    """Otherwise a line would open because something is taken away."""
    turned = call("turned", ["ada", "dan"], "2029-02-20", "refused", channels=["wire"])
    assert paths(asked(world([MEETING, turned]), without=["channel/wire"])) == {}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"goal": FD}, "both ends are 'Fd'"),
        ({"goal": "person/ada"}, "'Ada' is on the side of 'Fd'"),
        ({"origin": "office/sy-minister"}, "'Office sy-minister' is on the side of 'Sy'|'Dan'"),
        ({"origin": "person/ada", "goal": "office/fd-minister"}, "on the side of"),
        ({"without": [SY]}, "'Sy' is an end of the routes"),
        ({"origin": "office/fd-minister", "without": ["person/ada"]}, "'Ada' is an end of the routes"),
        ({"without_ranks": ["emperor"]}, "'emperor' is no rank; expected one of leader, minister"),
        ({"most": 0}, "at least 1 line; found 0"),
    ],
)
def test_questions_that_make_no_sense_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        asked(world([MEETING]), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"day": "2029-02-30"}, {"day": "yesterday"}, {"known": "2029-13"}])
def test_what_is_no_day_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(DateError):
        asked(world([MEETING]), **wrong)  # type: ignore[arg-type]


def test_of_a_month_the_last_day_counts() -> None:
    tenures = [tenure("ada", "fd-minister", "2027-01-01/2029-03-10"), tenure("dan", "sy-minister")]
    assert paths(asked(world([MEETING], tenures), day="2029-02")) == {"ada-dan": "certain"}
    assert paths(asked(world([MEETING], tenures), day="2029-03")) == {}


def test_the_last_use_is_open_where_the_dates_are() -> None:
    """Two contacts, either of which may have been the last: the days since are those that both leave."""
    claims = [call("a", ["ada", "dan"], "2029-02"), call("b", ["ada", "dan"], "2029-02-10")]
    line = the_line(asked(world(claims)))
    found = last_use(line)
    assert [one.contact for one in found.proofs] == ["contact/a", "contact/b"]
    assert found.since(DAY) == (15, 33)
    assert when("2029-02").bounds == found.proofs[0].bounds
