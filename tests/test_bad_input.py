"""Bad input never passes in silence: each gives a clear error at its place, the rest is built."""

from __future__ import annotations

import json
import os
import random
import string
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from backchannel.commands.build import command
from backchannel.graph.case import Reading, read
from backchannel.graph.errors import CaseError
from backchannel.graph.records import text as read_text
from tests.bad_inputs import BAD, Bad
from tests.cases import GOOD, good_case, one_claim, read_with, write

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))
EXAMPLES = 2_000 if LARGE else 60


def adds_up(reading: Reading) -> bool:
    """Whether everything read is built or rejected, and everything rejected is told."""
    rejected = {problem.place.file for problem in reading.problems if problem.severity == "rejected"}
    return (
        reading.read == reading.built + reading.rejected
        and reading.built == sum(reading.counts.values())
        and bool(reading.rejected) == bool(rejected)
    )


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_bad_input_is_rejected_at_its_place_with_its_reason(bad: Bad, tmp_path: Path) -> None:
    """The problem stands at the exact line, says what was found and what was expected."""
    reading = read_with(tmp_path, bad.files)
    here = [problem for problem in reading.problems if str(problem.place) == bad.at]
    assert here, [str(problem) for problem in reading.problems]
    told = "\n".join(str(problem) for problem in here)
    assert [word for word in bad.words if word not in told] == [], told
    assert "Traceback" not in told
    assert reading.rejected == bad.rejected, [str(problem) for problem in reading.problems]
    assert adds_up(reading)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_the_command_tells_bad_input_and_publishes_nothing(bad: Bad, tmp_path: Path) -> None:
    """Exit code 1, the same place and words on standard error, no traceback, no build."""
    case, out = good_case(tmp_path / "case", bad.files), tmp_path / "out"
    result = CliRunner().invoke(command, [str(case), "--out", str(out)])
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit), result.exception
    assert [word for word in (bad.at, *bad.words) if word not in result.stderr] == [], result.stderr
    assert not (out / "current").exists()


def test_there_are_more_than_forty_bad_inputs_each_with_a_name_of_its_own() -> None:
    """The table wasn't emptied by a slip."""
    assert len(BAD) >= 80
    assert len({bad.name for bad in BAD}) == len(BAD)


def test_the_good_case_has_no_problem(tmp_path: Path) -> None:
    """What the bad inputs change is the only thing wrong with them."""
    reading = read_with(tmp_path)
    assert (reading.problems, reading.rejected, reading.read) == ((), 0, 20)


# Files


def test_a_folder_that_is_no_case_is_an_error(tmp_path: Path) -> None:
    """No such folder, a folder without case.yaml, and a file in the folder's place."""
    for folder in (
        tmp_path / "nowhere",
        write(tmp_path / "empty", {"notes.txt": "-"}),
        tmp_path / "empty/notes.txt",
    ):
        with pytest.raises(CaseError, match=r"case\.yaml"):
            read(folder)


def test_a_link_out_of_the_case_is_refused(tmp_path: Path) -> None:
    """A file that leads elsewhere is rejected unread; one within the case is read."""
    secret = write(tmp_path / "outside", {"secret.yaml": "persons:\n  - name: Bob Roland\n"}) / "secret.yaml"
    case = good_case(tmp_path / "case")
    (case / "roster/linked.yaml").symlink_to(secret)
    (case / "roster/relative.yaml").symlink_to("../../outside/secret.yaml")
    (case / "roster/within.yaml").symlink_to("../notes")
    write(case, {"notes": "persons:\n  - name: Eve Teasdale\n"})
    reading = read(case)
    told = [str(problem) for problem in reading.problems]
    assert told == [
        f"roster/{name}.yaml:1: rejected file: the link leads out of the case's folder; "
        "expected a file within the case"
        for name in ("linked", "relative")
    ]
    assert "person/eve-teasdale" in reading.knowledge.entities
    assert "person/bob-roland" not in reading.knowledge.entities


def test_a_folder_that_is_a_link_out_of_the_case_is_refused(tmp_path: Path) -> None:
    """Neither a room of the case nor the case.yaml may lie elsewhere."""
    outside = good_case(tmp_path / "outside")
    case = write(tmp_path / "case", {"case.yaml": GOOD["case.yaml"]})
    (case / "roster").symlink_to(outside / "roster")
    problems = read(case).problems
    assert [str(problem.place) for problem in problems] == ["roster:1"]
    assert "leads out of the case's folder" in str(problems[0])
    (case / "case.yaml").unlink()
    (case / "case.yaml").symlink_to(outside / "case.yaml")
    with pytest.raises(CaseError, match="leads out of the case's folder"):
        read(case)


def test_links_in_a_circle_dead_links_and_pipes_are_rejected(tmp_path: Path) -> None:
    """What can't be opened as a text is rejected, and never waited for."""
    case = good_case(tmp_path)
    (case / "roster/a.yaml").symlink_to("b.yaml")
    (case / "roster/b.yaml").symlink_to("a.yaml")
    (case / "roster/dead.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(case / "roster/pipe.yaml")
    reading = read(case)
    assert [str(problem.place) for problem in reading.problems] == [
        f"roster/{name}.yaml:1" for name in ("a", "b", "dead", "pipe")
    ]
    assert reading.rejected == 4
    assert reading.built == 20


def test_a_file_over_the_limit_is_rejected_unread(tmp_path: Path) -> None:
    """64 MiB are enough for a text that people write."""
    case = good_case(tmp_path, {"roster/huge.yaml": b""})
    with (case / "roster/huge.yaml").open("wb") as huge:
        huge.truncate(read_text.MAX_BYTES + 1)
    (problem,) = read(case).problems
    assert str(problem.place) == "roster/huge.yaml:1"
    assert "67,108,865 bytes" in problem.message


def test_a_file_name_of_odd_bytes_is_told_in_plain_text(tmp_path: Path) -> None:
    """A name that no terminal can show doesn't break the message."""
    case = good_case(tmp_path)
    odd = os.fsencode(case / "roster") + b"/a\xff\n\x1b.yaml"
    Path(os.fsdecode(odd)).write_text("people: []\n")
    (problem,) = read(case).problems
    assert str(problem).isprintable()
    str(problem).encode()


def test_what_is_not_read_is_warned_of(tmp_path: Path) -> None:
    """A file or folder that looks like part of the case, and isn't, is told and rejects nothing."""
    files = (
        "roster/more.yml",
        "persons.yaml",
        "dossier/a.yaml",
        "channels/x.csv",
        "README.md",
        "roster/.hidden",
    )
    reading = read_with(tmp_path, {**dict.fromkeys(files, "a"), "dossiers/empty.yaml": "# nothing yet\n"})
    warned = [str(problem) for problem in reading.problems]
    assert [problem.place.file for problem in reading.problems] == [
        "channels/x.csv",
        "dossier",
        "dossiers/empty.yaml",
        "persons.yaml",
        "roster/more.yml",
    ]
    assert {problem.severity for problem in reading.problems} == {"warning"}, warned
    assert "rename it to .yaml" in warned[-1]
    assert "did you mean 'dossiers'?" in warned[1]
    assert reading.rejected == 0


def test_a_claim_withdrawn_by_another_voice_is_warned_of(tmp_path: Path) -> None:
    """Others can deny a claim; only its voice, or its publisher, can take it back."""
    by = {
        who: f"said: {{by: {who}}}" for who in ("Ada Trentino", "The Harbour Gazette", "a moat spokeswoman")
    }
    severities = []
    for number, line in enumerate(by.values()):
        lines = ("id: new", "kind: retraction", "retracts: moat-call", "says: It was not so.", line)
        reading = read_with(tmp_path / str(number), one_claim(*lines))
        severities.append([problem.severity for problem in reading.problems])
    assert severities == [["warning"], [], []]


# Whatever the files hold


def read_fuzzed(folder: Path, files: dict[str, bytes]) -> None:
    """Reading never raises anything but CaseError, and its account always adds up."""
    case = good_case(folder, dict(files))
    try:
        reading = read(case)
    except CaseError:
        return
    assert adds_up(reading)
    for problem in reading.problems:
        str(problem).encode()
    for name in files:
        (case / name).unlink()


NAMES = st.sampled_from(["case.yaml", "roster/roster.yaml", "roster/persons.csv", "dossiers/gazette-1.yaml"])


@hypothesis_settings(max_examples=EXAMPLES)
@given(name=NAMES, content=st.binary(max_size=200))
@example(name="roster/roster.yaml", content=b"\xef\xbb\xbf")
@example(name="roster/persons.csv", content=b'"')
@example(name="case.yaml", content=b"%YAML 9.9\n--- !<tag:x> &a\n")
def test_random_bytes_are_rejected_or_read(
    name: str, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any bytes in any file give problems, never a traceback."""
    read_fuzzed(tmp_path_factory.mktemp("bytes"), {name: content})


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_file_cut_swapped_and_scribbled_on_is_rejected_or_read(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A good file with random damage: cut short, pieces moved, signs put in."""
    rng = random.Random(name)
    good = GOOD[name]
    text = good if isinstance(good, str) else good.decode()
    signs = ":-[]{}\"'|>&*!%@`#,?\t\n~/." + string.ascii_lowercase
    ran = 0
    for _ in range(EXAMPLES):
        damaged = list(text)
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(damaged))
            damaged[at : at + rng.randint(0, 12)] = rng.choices(signs, k=rng.randint(0, 4))
        read_fuzzed(tmp_path_factory.mktemp("damaged"), {name: "".join(damaged).encode()})
        ran += 1
    assert ran == EXAMPLES


WORDS = st.sampled_from(
    [
        *(
            "Rufus Firefly",
            "Ada Trentino as Sylvanian Minister of Bridges",
            "Sullivan",
            "Sylvania",
            "x",
            "moat-call",
        ),
        *(
            "2024-05-01/..",
            "2024-02-30",
            "[2024..]",
            "held",
            "0-5",
            "9-3",
            "true",
            "",
            "contact",
            "silence",
            "-",
            "~",
        ),
    ]
)
KEYS = st.sampled_from(
    [
        *(
            "id",
            "name",
            "also",
            "kind",
            "says",
            "from",
            "to",
            "between",
            "when",
            "during",
            "date",
            "said",
            "by",
            "at",
        ),
        *(
            "via",
            "document",
            "claims",
            "names",
            "repeats",
            "claim",
            "person",
            "office",
            "held",
            "supersedes",
            "en",
        ),
    ]
)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12
)
RECORDS = st.lists(st.dictionaries(KEYS, VALUES, max_size=6) | VALUES, max_size=3)


def sections(*names: str) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={name: RECORDS | VALUES for name in names})


def entries_in(data: dict[str, object]) -> int:
    """The records in a file as another reader of YAML sees it: a list's entries; what is no list is one."""
    found = [one for name, one in data.items() if one != ""]
    return sum(len(one) if isinstance(one, list) else 1 for one in found)


@hypothesis_settings(max_examples=EXAMPLES * 2)
@given(
    roster=sections("states", "organisations", "offices", "persons", "tenures", "parties"),
    dossier=sections("names", "claims", "repeats", "not_coded"),
)
def test_random_records_are_all_built_or_rejected(
    roster: dict[str, object], dossier: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the records hold, each of them is in the account."""
    files = {
        "roster/random.yaml": json.dumps(roster),
        "dossiers/random.yaml": json.dumps({"document": {"id": "random", "title": "Random"}, **dossier}),
    }
    reading = read_with(tmp_path_factory.mktemp("random"), files)
    assert reading.read == 20 + 1 + entries_in(roster) + entries_in(dossier)
    assert adds_up(reading)
