"""Could word get there by a day: on invented contacts, on the seed case, as a command."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import claim, entity, keyed, knowledge, party, when

from backchannel.cli import group
from backchannel.exports.report_reach import chain_tables, reach_words
from backchannel.exports.report_words import iso_day
from backchannel.graph.clock import known_stamp
from backchannel.graph.errors import DateError, QueryError
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Claim, Knowledge
from backchannel.graph.reach import Reach, level_of, reach
from backchannel.graph.semantics import Truth

A, B, C, D = (f"person/{name}" for name in ("firefly", "trentino", "vera", "teasdale"))


def told(name: str, one: str, other: str, date: str | None, **fields: object) -> Claim:
    people = (party(one, "initiator"), party(other, "addressee"))
    happened = when(date) if date else None
    return claim(
        name, participants=people, **({"when": happened, "outcome": "held", "mode": "call"} | fields)
    )


def case(*claims: Claim) -> Knowledge:
    made = knowledge(claims)
    people = keyed([entity(C, "Vera Marcal"), entity(D, "Gloria Teasdale")])
    return replace(made, entities={**made.entities, **people})


def one(found: list[Reach]) -> Reach:
    assert len(found) == 1
    return found[0]


def said(found: Reach) -> tuple[str, str | None, str | None]:
    return found.truth.value, iso_day(found.first), iso_day(found.last)


AB, BC = told("ab", A, B, "2029-01-10"), told("bc", B, C, "2029-01-20")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({"when": when("2029-01-20")}, ("certain", "2029-01-20", "2029-01-20")),
        ({"when": when("2029-01-11/2029-02-03")}, ("certain", "2029-01-11", "2029-02-03")),
        ({"when": when("2029-01-10")}, ("possible", "2029-01-10", None)),
        ({"when": when("2029-01")}, ("possible", "2029-01-10", None)),
        ({"when": when("2029-01-09")}, ("impossible", None, None)),
        ({"when": None}, ("possible", "2029-01-10", None)),
        ({"outcome": "refused"}, ("impossible", None, None)),
        ({"stance": "announces"}, ("impossible", None, None)),
        ({"stance": "denies"}, ("impossible", None, None)),
        ({"stance": "alleges"}, ("certain", "2029-01-20", "2029-01-20")),
    ],
)
def test_word_goes_on_by_a_later_held_contact(
    second: dict[str, object], expected: tuple[str, str | None, str | None]
) -> None:
    """Certain only where every possible date of the second is later; the same day leaves the order open."""
    found = one(reach(case(AB, replace(BC, **second)), A, C))  # type: ignore[arg-type]
    assert said(found) == expected


def test_what_is_contested_carries_word_only_possibly() -> None:
    contested = told("bc-denied", B, C, None, about="contact/bc", stance="denies")
    found = one(reach(case(AB, BC, contested), A, C))
    assert said(found) == ("possible", "2029-01-20", None)
    assert "what is contested" in " ".join(reach_words(case(AB, BC, contested), found))


def test_certain_in_every_order_though_no_single_date_is_known() -> None:
    """Two ways, both wide: certain is what one of them makes so, and the soonest day is the other's."""
    detour = [told("ad", A, D, "2029-02"), told("dc", D, C, "2029-03"), told("bc2", B, C, "2029-01")]
    found = one(reach(case(AB, *detour), A, C))
    assert said(found) == ("certain", "2029-01-10", "2029-03-31")
    certain, possible = (found.chains[each] for each in (Truth.CERTAIN, Truth.POSSIBLE))
    assert [hop.target for hop in certain] == [D, C]
    assert [hop.target for hop in possible] == [B, C]
    assert found.claims == ("claim/ad", "claim/dc", "claim/ab", "claim/bc2")
    assert [len(table.rows) for table in chain_tables(case(AB, *detour), found)] == [2, 2]


def test_both_clocks_and_the_time_to_travel() -> None:
    later = replace(BC, known=known_stamp("2029-08-01"))
    contacts = case(AB, later)
    assert one(reach(contacts, A, C, known="2029-07-31")).truth is Truth.IMPOSSIBLE
    assert one(reach(contacts, A, C, known="2029-08-01")).truth is Truth.CERTAIN
    assert one(reach(contacts, A, C, by="2029-01-19")).truth is Truth.IMPOSSIBLE
    assert one(reach(contacts, A, C, by="2029-01-20")).truth is Truth.CERTAIN
    assert one(reach(contacts, A, C, since="2029-01-10")).truth is Truth.CERTAIN
    assert one(reach(contacts, A, C, since="2029-01-11")).truth is Truth.IMPOSSIBLE
    found = one(reach(contacts, A, C))
    assert {each.value: iso_day(day) for each, day in found.leave.items()} == {
        "certain": "2029-01-09",
        "possible": "2029-01-10",
    }


def test_a_wait_and_the_direction_of_word() -> None:
    assert one(reach(case(AB, BC), A, C, wait=9)).truth is Truth.CERTAIN
    assert one(reach(case(AB, BC), A, C, wait=10)).truth is Truth.POSSIBLE
    assert one(reach(case(AB, BC), A, C, wait=11)).truth is Truth.IMPOSSIBLE
    back = case(told("ba", B, A, "2029-01-10"), BC)
    assert one(reach(back, A, C)).truth is Truth.CERTAIN
    assert one(reach(back, A, C, oneway=True)).truth is Truth.IMPOSSIBLE


def test_the_goal_chooses_the_chain_and_never_the_answer() -> None:
    """Soonest through two, fewest by a single later contact, fastest by what takes the fewest days."""
    slow = [told("ad", A, D, "2029-01-01"), told("dc", D, C, "2029-01-15")]
    quick = [told("ab2", A, B, "2029-03-01"), told("bc2", B, C, "2029-03-03")]
    contacts = case(*slow, *quick)
    found = {goal: one(reach(contacts, A, C, goal=goal)) for goal in ("earliest", "fastest", "fewest")}
    assert {said(each) for each in found.values()} == {("certain", "2029-01-15", "2029-01-15")}
    names = {goal: [hop.told.contact for hop in each.chains[Truth.CERTAIN]] for goal, each in found.items()}
    assert names["earliest"] == ["contact/ad", "contact/dc"]
    assert names["fastest"] == ["contact/ab2", "contact/bc2"]
    assert found["fastest"].lasts == {Truth.CERTAIN: 2, Truth.POSSIBLE: 2}
    direct = case(*slow, told("ac", A, C, "2029-06"))
    for goal, length in (("earliest", 2), ("fewest", 1), ("fastest", 1)):
        assert len(one(reach(direct, A, C, goal=goal)).chains[Truth.CERTAIN]) == length
    with pytest.raises(ValueError, match="expected a goal of earliest, fastest, fewest; found 'soon'"):
        reach(direct, A, C, goal="soon")


def test_everybody_who_could_be_reached() -> None:
    contacts = case(AB, BC, told("cd", C, D, "2029-01"))
    rows = reach(contacts, A)
    assert [(row.target, *said(row)) for row in rows] == [
        (B, "certain", "2029-01-10", "2029-01-10"),
        (C, "certain", "2029-01-20", "2029-01-20"),
        (D, "possible", "2029-01-20", None),
    ]
    assert [len(row.chains[Truth.POSSIBLE]) for row in rows] == [1, 2, 3]
    for row in rows:
        assert said(one(reach(contacts, A, row.target))) == said(row)
    assert reach(contacts, "person/nobody") == []


def test_names_of_one_level_are_asked_for() -> None:
    assert level_of(["person/a", "party/b"]) == "person"
    for ends, level in ((["person/a", "state/b"], None), (["person/a"], "state"), (["organisation/a"], None)):
        with pytest.raises(QueryError, match="name them at that level"):
            level_of(ends, level)
    with pytest.raises(DateError):
        reach(case(AB), A, B, by="2029-02-30")
    with pytest.raises(QueryError, match="the window ends before it begins"):
        reach(case(AB), A, B, since="2029-02", by="2029-01")


def test_word_from_washington_to_moscow_as_known_on_two_days(seed_knowledge: Knowledge) -> None:
    """At the level of states and of persons, on the seed case."""
    find = Lookup(seed_knowledge).find
    march = {"since": "2022-02-24", "by": "2022-03-31", "known": "2022-04-01"}
    states = one(reach(seed_knowledge, find("Washington"), find("Moscow"), **march))
    assert said(states) == ("certain", "2022-03-01", "2022-03-31")
    chiefs = (find("Mark Milley"), find("Valery Gerasimov"))
    before, after = (
        one(reach(seed_knowledge, *chiefs, since="2022-02-24", by="2022-05-31", known=known))
        for known in ("2022-04-01", "2022-06-01")
    )
    assert before.truth is Truth.IMPOSSIBLE
    assert said(after) == ("certain", "2022-05-19", "2022-05-19")
    through = one(reach(seed_knowledge, find("Joe Biden"), find("Hulusi Akar")))
    assert [hop.target for hop in through.chains[Truth.CERTAIN]] == [
        find("Vladimir Putin"),
        find("Shoigu"),
        find("Hulusi Akar"),
    ]


# --- as a command


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["reach", *arguments])


def test_the_command_answers_in_words_then_with_the_chain_and_its_evidence(seed_out: Path) -> None:
    done = run("Biden", "Hulusi Akar", "--since", "2021", "--by", "2022-10", "--graph", str(seed_out))
    assert done.exit_code == 0, done.output
    first, second, *rest = done.stdout.splitlines()
    assert first == "Could word get from Joe Biden to Hulusi Akar between 1 January 2021 and 31 October 2022?"
    assert second == "  Certainly by 25 October 2022; possibly on 18 October 2022 already."
    assert any("A chain that certainly holds" in line for line in rest)
    assert done.stdout.count("biden-putin-last-meeting") >= 2  # in the chain, and with its evidence
    assert (
        "biden-putin-last-meeting" in run("Biden", "Akar", "--no-evidence", "--graph", str(seed_out)).stdout
    )


def test_nothing_on_record_is_no_proof(seed_out: Path) -> None:
    done = run("Milley", "Shoigu", "--graph", str(seed_out))
    assert done.exit_code == 0
    assert "that is no proof" in done.stdout


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_the_command_in_every_format(seed_out: Path, form: str) -> None:
    done = run("Biden", "Akar", "--format", form, "--fastest", "--at", "2022-12-31", "--graph", str(seed_out))
    assert done.exit_code == 0, done.output
    if form == "markdown":
        assert done.stdout.count("shoigu-akar") == 2
        return
    rows = json.loads(done.stdout) if form == "json" else list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["certainty"], str(row["step"])) for row in rows] == [
        (sure, str(step)) for sure in ("certain", "possible") for step in (1, 2, 3)
    ]
    assert {row["arrives_last"] for row in rows} == {"2022-10-25"}


def test_the_command_for_everybody(seed_out: Path) -> None:
    done = run("Biden", "--format", "csv", "--graph", str(seed_out))
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 8
    assert [row["arrives_last"] for row in rows] == sorted(row["arrives_last"] for row in rows)
    assert "are about two" in run("Biden", "--fewest", "--graph", str(seed_out)).stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Milley", "Milley"], "are the same; expected two"),
        (["Milley", "Washington"], "expected names of one level"),
        (["Nobody At All"], "Nobody At All"),
        (["Milley", "Gerasimov", "--by", "May"], "is not a day"),
        (["Milley", "Gerasimov", "--wait", "-1"], "-1"),
    ],
)
def test_wrong_use_is_named(seed_out: Path, arguments: list[str], told: str) -> None:
    done = run(*arguments, "--graph", str(seed_out))
    assert done.exit_code != 0
    assert told in done.output + str(done.exception)
