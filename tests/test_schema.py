"""`backchannel schema`: what an editor checks is what the build reads."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from backchannel.cli import group
from backchannel.graph.case import seed_folder
from backchannel.graph.case_schema import KINDS, schema
from backchannel.graph.records import (
    channels,
    claims,
    dates,
    documents,
    dossiers,
    roster,
    settings,
    tenures,
)
from backchannel.ontology import terms

ROOMS = {"roster": "roster", "channels": "channels", "dossiers": "dossier"}
DEFS = schema()["$defs"]


def kind_of(case: Path, path: Path) -> str:
    return ROOMS.get(path.relative_to(case).parts[0], "case")


def files(case: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(case.rglob("*.yaml")):
        yield kind_of(case, path), path


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def faults(kind: str | None, value: Any) -> list[str]:
    return [
        f"{list(one.absolute_path)}: {one.message}"
        for one in Draft202012Validator(schema(kind)).iter_errors(value)
    ]


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    assert CliRunner().invoke(group, ["new", str(case)]).exit_code == 0
    return case


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_the_schema_is_one(kind: str | None) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert schema(kind) == json.loads(json.dumps(schema(kind)))


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (one for key, one in value.items() if key == "$ref")
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from references(one)


def test_every_definition_is_used_and_every_reference_is_to_one() -> None:
    """By names that need no escaping in a reference."""
    assert set(references(schema())) == {f"#/$defs/{name}" for name in DEFS}
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in DEFS)


def test_every_file_of_the_seed_case_is_valid() -> None:
    found = [(path.name, fault) for kind, path in files(seed_folder()) for fault in faults(kind, load(path))]
    assert found == []
    assert len(list(files(seed_folder()))) >= 13


def test_every_file_of_a_starting_case_is_valid_read_as_text_or_as_an_editor_reads_it(starter: Path) -> None:
    assert [kind for kind, _ in files(starter)] == ["case", "channels", "dossier", "roster"]
    for kind, path in files(starter):
        assert faults(kind, load(path)) == []
        assert faults(None, load(path)) == []
        as_editor = json.loads(json.dumps(yaml.load(path.read_text(), yaml.SafeLoader), default=str))
        assert faults(kind, as_editor) == []


LISTS = {
    "outcome": terms.OUTCOMES,
    "stance": terms.STANCES,
    "how": terms.MODES,
    "channel-kind": terms.CHANNEL_KINDS,
    "channel-state": terms.CHANNEL_STATES,
    "scope": terms.SCOPES,
    "capacity": terms.CAPACITIES,
    "relay": terms.RELAYS,
    "rank": terms.RANKS,
    "organisation-kind": terms.ORGANISATION_KINDS,
    "party-kind": terms.PARTY_KINDS,
}


def test_the_closed_lists_are_those_of_the_ontology() -> None:
    enums = {name for name, one in DEFS.items() if list(one) == ["enum", "description"]}
    assert enums == set(LISTS)
    assert {name: DEFS[name]["enum"] for name in LISTS} == {
        name: list(words) for name, words in LISTS.items()
    }
    assert DEFS["claim"]["properties"]["kind"]["enum"] == list(terms.CLAIM_CLASSES)


ALL_OF_A_CLAIM = {*claims.COMMON, *(field for fields in claims.FIELDS.values() for field in fields)}
FIELDS = {
    "case-file": settings.FIELDS,
    "state": roster.FIELDS["state"],
    "organisation": roster.FIELDS["organisation"],
    "office": roster.FIELDS["office"],
    "person": roster.FIELDS["person"],
    "described-party": roster.FIELDS["party"],
    "tenure": tenures.FIELDS,
    "channel": channels.FIELDS,
    "document": documents.FIELDS,
    "dossier-file": dossiers.SECTIONS,
    "printed-name": dossiers.NAME,
    "repeat": dossiers.REPEAT,
    "not-coded": dossiers.NOT_CODED,
    "said": claims.SAID,
    "claim": ALL_OF_A_CLAIM,
    "roster-file": {*roster.SECTIONS, "tenures"},
}


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_are_those_that_are_read(name: str) -> None:
    assert set(DEFS[name]["properties"]) == set(FIELDS[name])


def test_the_records_and_the_date_are_all_compared() -> None:
    assert len(FIELDS) == 16
    assert set(DEFS["when"]["anyOf"][1]["properties"]) == set(dates.DATED)


DOSSIER = {
    "document": {"id": "a", "title": "A"},
    "claims": [{"from": "A", "to": "B", "outcome": "held", "when": "2022", "says": "They talked."}],
}
WRONG: list[tuple[str, dict[str, Any]]] = [
    ("an unknown field", {"claim": {"oucome": "held"}}),
    ("an unknown word", {"claim": {"outcome": "answered"}}),
    ("no outcome", {"claim": {"outcome": None}}),
    ("nobody", {"claim": {"from": None, "to": None}}),
    ("no paraphrase", {"claim": {"says": None}}),
    ("a field of another kind", {"claim": {"scope": "calls"}}),
    ("a silence without ends", {"claim": {"kind": "silence", "from": None, "to": None, "outcome": None}}),
    ("a place that is none", {"claim": {"at": "ten to twelve"}}),
    ("a reliability that is none", {"claim": {"reliability": "2B"}}),
    ("a reason without a date", {"claim": {"when": {"inferred": "so"}}}),
    ("times that are no number", {"claim": {"times": "twice"}}),
    (
        "two things said at once",
        {"claim": {"kind": "account", "said_there": [{"topic": "a", "demand": "b"}]}},
    ),
    ("an id with blanks", {"document": {"id": "a b"}}),
    ("a short hash", {"document": {"sha256": "abc"}}),
    ("no document", {"document": None}),
    ("an unknown section", {"claim": {}, "top": {"claim": []}}),
]


def spoilt(changes: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(DOSSIER)
    for part, change in changes.items():
        if change is None:
            del found[part]
            continue
        target = {"claim": found["claims"][0], "top": found}.get(part, found.get("document"))
        target.update(change)
        for key in [key for key, value in target.items() if value is None]:
            del target[key]
    return found


def test_the_right_dossier_is_right() -> None:
    assert faults("dossier", DOSSIER) == []
    assert faults("dossier", spoilt({"claim": {"outcome": None, "stance": "proposes"}})) == []
    assert len(WRONG) == 16


@pytest.mark.parametrize("changes", [changes for _, changes in WRONG], ids=[name for name, _ in WRONG])
def test_a_wrong_dossier_is_refused(changes: dict[str, Any]) -> None:
    assert faults("dossier", spoilt(changes))


def test_a_file_of_one_kind_is_none_of_another(starter: Path) -> None:
    tried = [(kind, path, other) for kind, path in files(starter) for other in KINDS if other != kind]
    assert len(tried) == 12
    assert [f"{path} passes as {other}" for kind, path, other in tried if not faults(other, load(path))] == []


def test_the_command_prints_or_writes_the_same(tmp_path: Path) -> None:
    printed = CliRunner().invoke(group, ["schema", "--kind", "dossier"])
    assert json.loads(printed.stdout) == schema("dossier")
    target = tmp_path / "dossier.json"
    written = CliRunner().invoke(group, ["schema", "--kind", "dossier", "-o", str(target)])
    assert (written.stdout, target.read_text()) == ("", printed.stdout)
    assert "# yaml-language-server: $schema=dossier.json" in written.stderr
    assert json.loads(CliRunner().invoke(group, ["schema"]).stdout) == schema()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(group, ["schema", "-o", str(tmp_path / "missing" / "x.json")])
    assert "name a file in a folder that exists" in str(result.exception)
