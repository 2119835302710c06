"""Routes in the seed case: who could still reach whom in late March 2022, in words and in data."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from route_case import FD, SY, asked, call, tenure, world

import backchannel
from backchannel.cli import group
from backchannel.exports.report_route_words import UNTOLD, summary
from backchannel.exports.report_routes import each_table
from backchannel.graph.errors import AmbiguousNameError, BackchannelError
from backchannel.graph.routes import Routes

CAPITALS = ("--from", "Washington", "--to", "Moscow")
LATE_MARCH = (*CAPITALS, "--at", "2022-03-24", "--known", "2022-04-01")
ADVISERS = ("--without", "Jake Sullivan", "--without", "Patrushev")
HOTLINE = "Stuttgart deconfliction hotline"
CONTACT = "Jake Sullivan – Nikolai Patrushev"
AMBASSADOR = "John Sullivan – counterparts of the US ambassador in Moscow"


def run(out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["routes", "--graph", str(out), *arguments])


def told(out: Path, *arguments: str) -> str:
    result = run(out, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(out: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(out, *arguments, "--format", "json"))
    return found


@pytest.fixture(scope="module")
def march(seed_out: Path) -> Routes:
    return backchannel.open(seed_out).routes("Washington", "Moscow", "2022-03-24", "2022-04-01")


# --- question 20


def test_question_20_as_data(seed_out: Path) -> None:
    """The advisers, the ambassador, the hotline of the lower ranks; without the advisers the last two."""
    found = rows(seed_out, *LATE_MARCH, *ADVISERS)
    assert [(one["route"], one["rank"], one["open"], one["remains"]) for one in found] == [
        (CONTACT, "adviser", "certain", "no"),
        (AMBASSADOR, "ambassador", "certain", "yes"),
        (HOTLINE, "working", "possible", "yes"),
    ]
    assert [one["claims"] for one in found] == [
        ["claim/jake-sullivan-patrushev"],
        ["claim/john-sullivan-in-moscow"],
        ["claim/hotline-established", "claim/hotline-in-place-000"],
    ]
    assert [one["last_use_last_day"] for one in found] == ["2022-03-24", "2022-03-24", None]
    assert [one["voices"] for one in found[:2]] == ["unnamed German outlet (000)"] * 2


def test_question_20_in_words(seed_out: Path) -> None:
    """The sentences name what was open, what was refused, and what is left."""
    words = told(seed_out, *LATE_MARCH, *ADVISERS, "--no-evidence")
    assert words.startswith("understood as: United States and Russia\n")
    for sentence in (
        "On 24 March 2022, as known by the end of 1 April 2022, 3 routes stood open from Washington to "
        "Moscow, 2 of them for sure.",
        f"{CONTACT} (advisers): open; last proven between 1 March 2022 and 24 March 2022",
        f"{AMBASSADOR} (ambassadors): open; last proven between 1 March 2022 and 24 March 2022",
        f"{HOTLINE} (working level): possibly open; said to be in place",
        "Lloyd Austin – Sergei Shoigu (ministers): refused between 24 February 2022 and 22 March 2022",
        "Mark Milley – Valery Gerasimov (chiefs of staff): refused between 24 February 2022 and "
        "22 March 2022; last held between 22 August 2021 and 10 October 2021",
        "red telephone (chiefs of staff): unanswered",
        "Antony Blinken – Sergei Lavrov: no official exchange since 24 February 2022",
        f"Without Jake Sullivan and Nikolai Patrushev 2 of 3 routes remain: {AMBASSADOR}; {HOTLINE}. "
        f"Lost: {CONTACT}.",
        "A held contact counts for 12 months (from 25 March 2021); routes of at most 2 lines.",
    ):
        assert sentence in words


def test_what_was_closed_says_why_and_by_whose_word(seed_out: Path) -> None:
    found = {one["line"]: one for one in rows(seed_out, *LATE_MARCH, "--table", "closed")}
    minister, general = found["Lloyd Austin – Sergei Shoigu"], found["Mark Milley – Valery Gerasimov"]
    assert (minister["rank"], minister["claims"]) == ("minister", ["claim/kirby-austin-shoigu"])
    assert (general["rank"], general["days_since"]) == ("chief of staff", "165 to 214")
    assert "John Kirby" in minister["voices"] and "John Kirby" in general["voices"]
    assert found["red telephone"]["state"] == "unanswered"
    assert found["Antony Blinken – Sergei Lavrov"]["claims"] == ["claim/blinken-lavrov-silence"]
    untold = [name for name, one in found.items() if one["state"].startswith(UNTOLD)]
    assert len(untold) == 5  # the channels that were first spoken of in September


def test_the_evidence_stands_below(seed_out: Path) -> None:
    """Each claim once: who said it, and where."""
    words = told(seed_out, *LATE_MARCH)
    for claim in (
        "jake-sullivan-patrushev",
        "john-sullivan-in-moscow",
        "hotline-in-place-000",
        "helsinki-meeting",
    ):
        assert words.count(f"\n[{claim}] ") == 1


def test_the_three_routes_share_nothing(march: Routes) -> None:
    """Three are disjoint, two for sure; to separate the two capitals takes three losses."""
    assert (len(march.now.disjoint), len(march.now.disjoint_lines), march.now.surely_disjoint) == (3, 3, 2)
    cuts, more = march.now.cuts
    assert len(cuts) == 9 and not more
    assert all(len(cut) == 3 and "channel/deconfliction-hotline" in cut for cut in cuts)
    assert march.now.any_choice_cuts


def test_cutting_each_in_turn_leaves_the_other_two(seed_out: Path, march: Routes) -> None:
    """Whoever and whatever goes, two routes are left, and which."""
    found = rows(seed_out, *LATE_MARCH, "--each")
    assert len(found) == len(march.each) == 8
    for one in found:
        assert (one["lost_count"], one["left_count"], one["disjoint_left"]) == (1, 2, 2)
        assert {one["lost"], *one["left"].split("; ")} == {CONTACT, AMBASSADOR, HOTLINE}
    lost = {one["key"]: one["lost"] for one in found}
    assert lost["person/jake-sullivan"] == lost["office/ru-secretary-of-the-security-council"] == CONTACT
    assert lost["channel/deconfliction-hotline"] == HOTLINE


def test_a_rank_can_be_left_out(seed_out: Path) -> None:
    found = rows(seed_out, *LATE_MARCH, "--without-rank", "adviser", "--without-rank", "working")
    assert [one["route"] for one in found if one["remains"] == "yes"] == [AMBASSADOR]
    words = told(seed_out, *LATE_MARCH, "--without-rank", "adviser", "--no-evidence")
    assert "Without the rank of adviser 2 of 3 routes remain" in words


def test_without_everything_no_route_remains(seed_out: Path) -> None:
    everything = [*LATE_MARCH, *ADVISERS, "--without", "John Sullivan", "--without", "deconfliction hotline"]
    words = told(seed_out, *everything, "--no-evidence")
    assert "Patrushev, John Sullivan and Stuttgart deconfliction hotline no route remains. Lost: " in words


# --- other days, other ends


def test_in_october_the_ministers_and_the_generals_speak_again(seed_out: Path) -> None:
    arguments = ("--from", "США", "--to", "Russland", "--at", "2022-10-31")
    found = {one["route"]: one for one in rows(seed_out, *arguments)}
    assert found["Lloyd Austin – Sergei Shoigu"]["last_use"] == "on 23 October 2022"
    assert found["Lloyd Austin – Sergei Shoigu"]["days_since"] == "8"
    assert found["Mark Milley – Valery Gerasimov"]["open"] == "certain"
    closed = {one["line"]: one["state"] for one in rows(seed_out, *arguments, "--table", "closed")}
    assert closed[AMBASSADOR] == "out of office; no longer in office, or not yet"  # he left in September
    assert closed["US military officers – Russian military interlocutors"].startswith("ignored")
    assert closed["Joe Biden – Vladimir Putin"] == "unused; not used within the memory"


def test_a_tenure_that_ended_is_told_from_the_roster(seed_out: Path) -> None:
    words = told(
        seed_out, "--from", "Washington", "--to", "Moscow", "--at", "2022-10-31", "--table", "closed"
    )
    assert "[john-sullivan-us-ambassador-to-russia-2020-02-05-end]" in words


def test_a_third_state_stands_between(seed_out: Path) -> None:
    """Through Ankara: Akar spoke with Shoigu, Shoigu with Austin."""
    found = rows(seed_out, "--from", "Ankara", "--to", "Washington", "--at", "2022-10-31")
    assert [one["route"] for one in found] == ["Hulusi Akar – Sergei Shoigu – Lloyd Austin"]
    assert found[0]["count"] == 2


def test_an_office_by_its_title(seed_out: Path) -> None:
    arguments = ("--from", "der amerikanische Verteidigungsminister", "--to", "Moskau", "--at", "2022-10-31")
    found = rows(seed_out, *arguments)
    assert found[0]["route"] == "Lloyd Austin – Sergei Shoigu"
    assert {one["open"] for one in found[1:]} == {"possible"}  # the channels of his state


# --- forms and wrong use


def test_markdown_holds_the_sentences_and_the_tables(seed_out: Path) -> None:
    text = told(seed_out, *LATE_MARCH, "--format", "markdown")
    assert text.index("3 routes stood open from Washington to Moscow") < text.index("\n- Jake Sullivan")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Routes",
        "## Lines that were not open",
        "## Routes that share nothing",
    ]


@pytest.mark.parametrize("table", ["routes", "closed", "disjoint", "cuts", "each"])
def test_every_table_in_every_form(seed_out: Path, table: str) -> None:
    arguments = (*LATE_MARCH, "--table", table)
    data = rows(seed_out, *arguments)
    assert data
    read = list(csv.DictReader(io.StringIO(told(seed_out, *arguments, "--format", "csv"))))
    assert [list(one) for one in read] == [list(one) for one in data]
    markdown = told(seed_out, *arguments, "--format", "markdown")
    assert markdown.startswith("## ") and markdown.count("\n| ") == len(data) + 2
    assert told(seed_out, *arguments, "--no-evidence").count("\n") > len(data)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "Sullivan", "--to", "Moscow"), "'Jake Sullivan' or 'John Sullivan'"),
        (("--from", "Washingtn", "--to", "Moscow"), "Washington"),
        (
            ("--from", "Washington", "--to", "Moscow", "--without", "Sullivan"),
            "'Jake Sullivan' or 'John Sullivan'",
        ),
        ((*CAPITALS, "--at", "2022-02-30"), "February 2022 has 28 days"),
        ((*CAPITALS, "--known", "soon"), "is not a day"),
        ((*CAPITALS, "--within", "soon"), "write it like '12 months'"),
        (("--from", "Washington", "--to", "USA"), "both ends are 'United States'"),
        (("--from", "Washington", "--to", "Lloyd Austin"), "is on the side of 'United States'"),
        (
            ("--from", "Washington", "--to", "Moscow", "--without", "Russia"),
            "'Russia' is an end of the routes",
        ),
        (("--from", "red telephone", "--to", "Moscow"), "red telephone"),
        ((*CAPITALS, "--known", "2001-01-01"), "give one with --at"),
    ],
)
def test_wrong_questions_are_refused_with_what_to_do(
    seed_out: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run(seed_out, *arguments)
    assert result.exit_code != 0
    assert isinstance(result.exception, BackchannelError)
    assert message in str(result.exception)
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [("--from", "Washington"), (*LATE_MARCH, "--without-rank", "emperor"), (*LATE_MARCH, "--lines", "0")],
)
def test_wrong_use_is_exit_code_2(seed_out: Path, arguments: tuple[str, ...]) -> None:
    assert run(seed_out, *arguments).exit_code == 2


def test_the_graph_answers_the_same(seed_out: Path) -> None:
    graph = backchannel.open(seed_out)
    ends = ("Washington", "Moscow", "2022-03-24", "2022-04-01")
    found = graph.routes(*ends, without=["Jake Sullivan", "Patrushev"])
    other = graph.routes(*ends, without=["Patrushev", "Jake Sullivan"])
    assert [route.path for route in found.left.routes] == [route.path for route in other.left.routes]
    assert [len(found.now.routes), len(found.left.routes), len(found.lost)] == [3, 2, 1]
    with pytest.raises(AmbiguousNameError, match="Jake Sullivan"):
        graph.routes("Washington", "Sullivan", "2022-03-24")


def test_the_hash_seed_changes_nothing(seed_out: Path) -> None:
    """The same bytes, whatever order sets are gone through in."""
    seen = set()
    command = [sys.executable, "-m", "backchannel", "routes", "--graph", str(seed_out)]
    for seed in ("0", "1"):
        done = subprocess.run(
            [*command, *CAPITALS, "--at", "2022-10-31", "--lines", "3", "--each"],
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
        )
        seen.add(done.stdout)
    assert len(seen) == 1 and len(seen.pop()) > 5000


# --- words


def words_of(found: Routes, *gone: str) -> list[str]:
    knowledge = world()
    return summary(knowledge, found, ("Fd", "Sy"), gone)


def test_no_route_is_said_so_without_a_claim_that_there_was_none() -> None:
    assert (
        words_of(asked(world()))[0] == "On 15 March 2029 no route is known to have stood open from Fd to Sy."
    )


def test_a_single_route_is_one_loss_from_none() -> None:
    met = call("met", ["ada", "dan"], "2029-02-10")
    words = words_of(asked(world([met]), within="always"))
    assert words[0] == "On 15 March 2029 1 route stood open from Fd to Sy, for sure."
    assert "One loss is enough to separate the ends: Ada, Dan or their line." in words
    assert words[-1].startswith("Any earlier held contact counts, however long ago")
    possible = words_of(asked(world([met], [tenure("dan", "sy-minister")])))
    assert possible[0].endswith("1 route stood open from Fd to Sy, but only possibly.")


def test_routes_through_one_person_share_them_and_no_line() -> None:
    claims = [
        call("a", ["ada", "gil"], "2029-02-01"),
        call("b", ["bo", "gil"], "2029-02-01"),
        call("c", ["gil", "dan"], "2029-02-01"),
        call("d", ["gil", "eve"], "2029-02-01"),
    ]
    found = asked(world(claims))
    assert len(found.now.routes) == 4
    assert (len(found.now.disjoint), len(found.now.disjoint_lines)) == (1, 2)
    assert (
        "One loss is enough to separate the ends; 2 share no line, but may share a person or an office: Gil."
        in (words_of(found))
    )
    losses = each_table(world(claims), found)
    assert losses.rows[0][:5] == ("Office tu-minister", "office/tu-minister", 4, 0, 0)
    assert losses.rows[0][6] == "nothing"


def test_nothing_lost_is_said() -> None:
    met = call("met", ["ada", "dan"], "2029-02-10")
    found = asked(world([met]), without=["person/bo"])
    assert "Without Bo nothing is lost." in words_of(found, "Bo")
    assert (found.asked.origin, found.asked.goal) == (FD, SY)
