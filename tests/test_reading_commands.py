"""`backchannel silence`, `channels`, `disputes`: the report's tables, asked for one by one."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from page_blocks import page_of

from backchannel.cli import group


def run(seed_out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, [*arguments, "--graph", str(seed_out)])


def rows(seed_out: Path, *arguments: str) -> list[dict[str, str]]:
    found = run(seed_out, *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.stdout)))


@pytest.mark.parametrize("names", [("Lloyd Austin", "Sergei Shoigu"), ("Шойгу", "Austin")])
def test_silence_of_two(names: tuple[str, str], seed_out: Path) -> None:
    """In any spelling and order: at least 143 and at most 173 days, claimed, and two days unrecorded."""
    found = rows(seed_out, "silence", "--between", *names)
    gaps = [(row["least"], row["most"], row["status"]) for row in found]
    assert gaps == [("143", "173", "claimed"), ("2", "2", "unrecorded"), ("2", "2", "unrecorded")]
    assert [row["next"] for row in found] == ["on 21 October 2022", "on 23 October 2022", ""]


def test_silence_for_people(seed_out: Path) -> None:
    """The table is followed by the claims it rests on, with their chains."""
    found = run(seed_out, "silence", "--between", "Lloyd Austin", "Sergei Shoigu")
    assert found.exit_code == 0
    assert "143" in found.stdout
    assert "[austin-shoigu-silence]" in found.stdout
    assert "[austin-shoigu-silence]" not in run(seed_out, "silence", "--no-evidence").stdout


def test_contacts_inside_claimed_silences(seed_out: Path) -> None:
    """Those of May certainly, those of October possibly; none of them in April."""
    found = run(seed_out, "silence", "--no-evidence").stdout
    inside = found[found.index("Held contacts inside claimed silences") :]
    assert len(re.findall(r"\bcertain\b", inside)) == 2
    assert len(re.findall(r"\bpossible\b", inside)) == 7
    assert "on 19 May 2022" in inside
    early = run(seed_out, "silence", "--no-evidence", "--known", "2022-04-01").stdout
    assert "No held contact falls into a silence" in early
    of_two = run(seed_out, "silence", "--no-evidence", "--between", "Milley", "Gerasimov").stdout
    assert len(re.findall(r"\bcertain\b", of_two)) == 1


def test_silence_as_it_could_be_known(seed_out: Path) -> None:
    """In April 2022 nobody could know of the calls of October."""
    (row,) = rows(seed_out, "silence", "--between", "Austin", "Shoigu", "--known", "2022-04-01")
    assert (row["previous"], row["next"], row["least"]) == ("no held contact on record", "", "")


def test_what_makes_no_sense_together_is_refused(seed_out: Path) -> None:
    """A rank of a channel; two and a channel."""
    for wrong in (["--level", "channel", "--rank", "minister"], ["--between", "A", "B", "--channel", "C"]):
        found = run(seed_out, "silence", *wrong)
        assert found.exit_code == 2
        assert "--channel" in found.output or "--rank" in found.output


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("Sullivan", "Shoigu"), "did you mean 'Jake Sullivan' or 'John Sullivan'?"),
        (("Lloyd Austen", "Shoigu"), "did you mean 'Lloyd Austin'?"),
    ],
)
def test_names_are_never_guessed(names: tuple[str, str], message: str, seed_out: Path) -> None:
    """An ambiguous or unknown name is refused with its candidates."""
    found = run(seed_out, "silence", "--between", *names)
    assert message in str(found.exception)


def test_channels_on_a_day(seed_out: Path) -> None:
    """In late March the line of the top military was unanswered and the hotline possibly in place."""
    found = {
        row["channel"]: row
        for row in rows(seed_out, "channels", "--at", "2022-03-24", "--known", "2022-04-01")
    }
    assert len(found) == 7
    assert "unanswered" in str(found["red telephone"])
    assert "in place" in str(found["Stuttgart deconfliction hotline"])


def test_disputes_as_json(seed_out: Path) -> None:
    """Tuesday and Wednesday stand side by side, each with its document."""
    found = run(seed_out, "disputes", "--format", "json")
    text = json.dumps(json.loads(found.stdout))
    assert "2022-03-22" in text
    assert "2022-03-23" in text
    assert "[kirby-austin-shoigu]" in run(seed_out, "disputes").stdout


EVIDENT = [
    ["channels", "--at", "2022-03-24"],
    ["silence"],
    ["contacts", "--outcome", "refused"],
    ["origins", "Lloyd Austin"],
    ["disputes"],
    ["accounts"],
    ["ask", "03"],
    ["cut", "contact/austin-shoigu-attempts-2022"],
]


@pytest.mark.parametrize("arguments", EVIDENT, ids=lambda arguments: arguments[0])
def test_evidence_shows_no_document_that_came_later(arguments: list[str], seed_out: Path) -> None:
    """The machine-translated reprint of Kirby's statement was out a day after the first report."""
    reprint = "Machine-translated reprint"
    before = run(seed_out, *arguments, "--known", "2022-03-24")
    assert before.exit_code == 0, before.output
    assert reprint not in before.stdout
    assert len(EVIDENT) == 8


def test_the_report_and_the_page_of_a_day_know_no_later_document(seed_out: Path, tmp_path: Path) -> None:
    """Neither in a table nor as evidence; without the day both have it."""
    reprint = "Machine-translated reprint"
    for options, expected in (["--known", "2022-03-24"], False), ([], True):
        made = run(seed_out, "report", *options, "-o", str(tmp_path / "report"))
        assert made.exit_code == 0, made.output
        assert (reprint in (tmp_path / "report" / "report.md").read_text(encoding="utf-8")) is expected
        page = tmp_path / "graph.html"
        made = run(seed_out, "graph", *options, "-o", str(page))
        assert made.exit_code == 0, made.output
        assert (reprint in str(page_of(page.read_text(encoding="utf-8")))) is expected
