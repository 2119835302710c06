"""What doesn't fit together across a graph: the checks in ``ontology/checks/``, run and put in words.

Each check is a plain SPARQL 1.1 SELECT, so that it runs at any endpoint; here it takes any engine,
given as a function. The two checks of silences grow with the product of silences and pairs, therefore a
build asks :mod:`backchannel.graph.held_in_silence` instead, which finds the same in one pass. What is wrong
with a single node is the shapes' business (:mod:`backchannel.graph.validation`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from backchannel.graph.gregorian import eve
from backchannel.graph.held_in_silence import held_in_silence
from backchannel.graph.iris import iri_of, key_of
from backchannel.graph.model import Key, Knowledge

__all__ = ["Check", "Finding", "Query", "by_query", "checks", "findings", "parse_check"]

Value = str | int | float | bool | None
Row = Mapping[str, Value]
Query = Callable[[str], Iterable[Row]]

_HEADER = re.compile(r"^# (name|severity|message): (.+)$", re.MULTILINE)
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|\+00:00)")  # engines write UTC in either way
# {column}, or {column:eve} for the day that a midnight ends: 'known by the end of'.
_HOLE = re.compile(r"\{(\w+)(:eve)?\}")
_SEVERITIES = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its sentence (line 1 of the file), name, severity (error or warning), the message
    with the names of the query's columns in braces, and the query."""

    title: str
    name: str
    severity: str
    message: str
    sparql: str


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One place where a graph doesn't fit together.

    ``check`` is the check's name; ``claims`` are the keys of the claims concerned, in the order in
    which the query names them. Findings sort errors first.

    >>> print(Finding("error", "foreknown", "claim 'a' was known too early", ("claim/a",)))
    error foreknown: claim 'a' was known too early
    """

    severity: str
    check: str
    message: str
    claims: tuple[Key, ...] = ()

    def __str__(self) -> str:
        return f"{self.severity} {self.check}: {self.message}"


def findings(query: Query, knowledge: Knowledge) -> list[Finding]:
    """Run every check and say in words what it finds, errors first, each once.

    ``query`` runs a SELECT and yields its rows as mappings from the column's name to a plain value:
    an IRI or a literal's text, None where unbound (``functools.partial(store.select, opened)``).
    ``knowledge`` is what the graph was made of: it gives the names by which people, offices and
    documents are called, and the silences are looked up in it.

    >>> findings(lambda sparql: [], Knowledge(title="empty", language="en"))
    []
    """
    computed = _of_silences(knowledge)
    found = {
        _finding(check, row, knowledge)
        for check in checks()
        for row in (computed[check.name] if check.name in computed else query(check.sparql))
    }
    return sorted(found)


def by_query(query: Query, knowledge: Knowledge) -> list[Finding]:
    """The same as :func:`findings`, every check by its query: slow with many silences, and the reference.

    >>> by_query(lambda sparql: [], Knowledge(title="empty", language="en"))
    []
    """
    return sorted({_finding(check, row, knowledge) for check in checks() for row in query(check.sparql)})


@cache
def checks() -> tuple[Check, ...]:
    """The checks in ``ontology/checks/``, by file name.

    >>> [check.name for check in checks() if check.severity == "error"]
    ['chain-circle', 'correction', 'foreknown', 'held-in-silence', 'outside-tenure']
    """
    folder = files("backchannel.ontology").joinpath("checks")
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".rq")), key=lambda path: path.name
    )
    return tuple(parse_check(path.read_text(encoding="utf-8")) for path in paths)


def parse_check(text: str) -> Check:
    """A check from its file: line 1 is its sentence, then ``# name:``, ``# severity:``, ``# message:``.

    Raises ValueError where one of them is missing.

    >>> parse_check('''# A claim has no date.
    ... # name: undated
    ... # severity: warning
    ... # message: {claim} has no date
    ... SELECT ?claim WHERE { }''').name
    'undated'
    """
    fields = dict(_HEADER.findall(text))
    missing = [name for name in ("name", "severity", "message") if name not in fields]
    if missing or fields["severity"] not in _SEVERITIES:
        raise ValueError(f"expected name, severity (error or warning) and message, found {fields}")
    title = text.splitlines()[0].removeprefix("# ")
    return Check(title, fields["name"], fields["severity"], fields["message"], text)


def _of_silences(knowledge: Knowledge) -> dict[str, list[Row]]:
    """The rows of the two checks of silences, by the check's name, with the columns of their queries."""
    rows: dict[str, list[Row]] = {"held-in-silence": [], "held-in-doubtful-silence": []}
    for one in held_in_silence(knowledge):
        row: dict[str, Value] = {"claim": iri_of(one.claim), "silence": iri_of(one.silence)}
        if one.doubtful:
            row["how"] = "certainly" if one.inside else "possibly"
        rows["held-in-doubtful-silence" if one.doubtful else "held-in-silence"].append(row)
    return rows


def _finding(check: Check, row: Mapping[str, Value], knowledge: Knowledge) -> Finding:
    keys = [key_of(str(value)) for value in row.values() if value is not None]
    message = _HOLE.sub(lambda hole: _filled(row.get(hole[1]), bool(hole[2]), knowledge), check.message)
    claims = tuple(key for key in keys if key and key.startswith("claim/"))
    return Finding(check.severity, check.name, message, claims)


def _filled(value: Value, of_eve: bool, knowledge: Knowledge) -> str:
    text = "nothing" if value is None else str(value)
    if _STAMP.fullmatch(text):
        return eve(text) if of_eve else text[:10]
    key = key_of(text)
    return _called(key, knowledge) if key else text


def _called(key: Key, knowledge: Knowledge) -> str:
    """Claims and citations by their ids, others by their names; repr keeps control characters of a
    name out of a terminal."""
    kind, _, name = key.partition("/")
    if kind in ("claim", "citation"):
        return f"{kind} {name!r}"
    label = knowledge.label(key)
    return f"{kind} {name!r}" if label == key else repr(label)
