"""The question library: the files in ``questions/``, and how their parameters are set.

A file is plain SPARQL 1.1 that any endpoint answers as it stands, with its defaults; the format is in
docs/graph-format.md. Only lines that end in ``# parameters`` are ever rewritten, and only with terms
made here, so that no value can say more than itself.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from backchannel.ontology.prefixes import UNKNOWN_DAY

__all__ = ["ENTITY_TYPES", "EVERYTHING", "Param", "Question", "find", "library", "parse", "term"]

# Types of parameters whose values are IRIs; 'party' is anything that has a name.
ENTITY_TYPES = ("person", "office", "state", "channel", "party")
TYPES = (*ENTITY_TYPES, "known", "day", "text", "integer")
EVERYTHING = "everything"

FIELD = re.compile(r"^# (name|number): (\S+)$", re.MULTILINE)
PARAM = re.compile(r"^# param (\w+): (\w+) = (.+)$", re.MULTILINE)
NOTE = re.compile(r"^# note: (.+)$", re.MULTILINE)
LINE = re.compile(r"^(\s*)VALUES \(([?\w ]+)\) \{ \((.*)\) \}\s+# parameters$")
# One term of such a line: an IRI, a prefixed name, a literal with its datatype, a number, UNDEF.
TERM = re.compile(r'<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^[\w:]+|@[\w-]+)?|[\w-]*:[\w.-]*|[+-]?\d+|UNDEF')
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# The Julian Day Number of 0001-01-01 (proleptic Gregorian), whose ordinal is 1, is 1721426.
JULIAN_DAY_OF_ORDINAL_0 = 1_721_425


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its ``name``, its ``type`` (person, office, state, channel, party, known, day,
    text, integer) and its ``default`` as a person would write it (a name, a day, a text)."""

    name: str
    type: str
    default: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library: ``number`` ('04'), ``name`` ('last-contact'), ``question`` (the
    sentence), ``params``, ``notes`` for its reader, and ``sparql``, the whole file."""

    number: str
    name: str
    question: str
    params: tuple[Param, ...]
    notes: str
    sparql: str

    def with_parameters(self, values: Mapping[str, str]) -> str:
        """The query with parameters set; those left out keep their defaults.

        ``values`` maps names of parameters to an IRI (of a person, office, state, channel, party), a
        day, month or year ``YYYY[-MM[-DD]]`` (known, day; known also 'everything'; day also two of them,
        ``A/B``), a text, or a whole number as text.
        Raises KeyError for a parameter that the question doesn't have, ValueError for a value that
        doesn't fit its type.

        >>> question = find("last-contact")
        >>> "2022-11-01T00:00:00Z" in question.with_parameters({"known": "2022-10-31"})
        True
        """
        types = {param.name: param.type for param in self.params}
        unknown = sorted(set(values) - set(types))
        if unknown:
            raise KeyError(
                f"'{self.name}' has no parameter {unknown[0]!r}; it has {', '.join(types) or 'none'}"
            )
        columns: dict[str, str] = {}
        for name, value in values.items():
            columns |= _columns(name, types[name], value)
        return "\n".join(_rewritten(line, columns) for line in self.sparql.split("\n"))


@cache
def library() -> tuple[Question, ...]:
    """Every question, by number.

    >>> [question.name for question in library()[:2]]
    ['holder-of-office', 'standing-channels']
    """
    folder = files("backchannel.ontology").joinpath("questions")
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".rq")]
    return tuple(sorted((parse(text) for text in texts), key=lambda question: question.number))


def find(name: str) -> Question:
    """The question of a name or a number. Raises KeyError.

    >>> find("4") == find("04") == find("last-contact")
    True
    """
    wanted = name.strip().lower()
    number = wanted.zfill(2) if wanted.isdigit() else wanted
    for question in library():
        if number in (question.number, question.name):
            return question
    raise KeyError(name)


def parse(text: str) -> Question:
    """A question from its file. Raises ValueError where the header lacks something, or where a
    parameter stands in no line that ends in ``# parameters``.

    >>> parse('''# Who is it?
    ... # name: who
    ... # number: 99
    ... # param name: text = Sullivan
    ... SELECT * WHERE {
    ...   VALUES (?name) { ("Sullivan") }  # parameters
    ... }''').params
    (Param(name='name', type='text', default='Sullivan'),)
    """
    title = text.split("\n", 1)[0]
    fields = dict(FIELD.findall(text))
    params = tuple(Param(*found) for found in PARAM.findall(text))
    if not title.startswith("# ") or set(fields) != {"name", "number"}:
        raise ValueError(
            f"expected the question in line 1, then # name: and # number:, found {title!r} {fields}"
        )
    _check_params(fields["name"], params, text)
    notes = " ".join(NOTE.findall(text))
    return Question(fields["number"], fields["name"], title[2:], params, notes, text)


def _check_params(name: str, params: tuple[Param, ...], text: str) -> None:
    lines = [found for line in text.split("\n") if (found := LINE.match(line))]
    if len(lines) != sum(line.rstrip().endswith("# parameters") for line in text.split("\n")):
        raise ValueError(f"{name}: a line that ends in '# parameters' isn't one VALUES with one row")
    columns = {column for line in lines for column in line[2].replace("?", " ").split()}
    for param in params:
        if param.type not in TYPES:
            raise ValueError(f"{name}: parameter {param.name!r} has type {param.type!r}, expected {TYPES}")
    known = {form for param in params for form in _names(param.name, param.type)}
    if columns - known or {param.name for param in params} - columns:
        raise ValueError(f"{name}: parameters {sorted(known)} in the header, {sorted(columns)} in the query")


def _names(name: str, kind: str) -> tuple[str, ...]:
    """The columns that a parameter may fill: a day has its two midnights and its Julian Day Number."""
    return (name, f"{name}_end", f"{name}_number") if kind == "day" else (name,)


def _columns(name: str, kind: str, value: str) -> dict[str, str]:
    """The terms for a parameter's columns."""
    if kind != "day":
        return {name: term(kind, value)}
    first, after = _span(value)
    number = str(first.toordinal() + JULIAN_DAY_OF_ORDINAL_0)
    return {name: _midnight(first), f"{name}_end": _midnight(after), f"{name}_number": number}


def term(kind: str, value: str) -> str:
    """A value as SPARQL writes it, by the type of its parameter. Raises ValueError.

    >>> term("person", "https://w3id.org/backchannel/id/person/mark-milley")
    '<https://w3id.org/backchannel/id/person/mark-milley>'
    >>> term("text", 'a "b"'), term("integer", "30")
    ('"a \\\\"b\\\\""', '30')
    >>> term("known", "2022-10-31")
    '"2022-11-01T00:00:00Z"^^xsd:dateTime'
    """
    if kind == "text":
        return f'"{"".join(_character(char) for char in value)}"'
    if kind == "integer":
        return _integer(value)
    if kind == "known":
        everything = value.strip().lower() in ("", EVERYTHING)
        return _time(UNKNOWN_DAY) if everything else _midnight(_span(value)[1])
    if not IRI.fullmatch(value):
        raise ValueError(f"expected the IRI of a {kind}, found {value!r}")
    return f"<{value}>"


def _character(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08X}"


def _integer(value: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,18}", value.strip()):
        raise ValueError(f"expected a whole number, found {value!r}")
    return value.strip()


def _span(value: str) -> tuple[date, date]:
    """The first day of a day, month or year, or of the first of two (A/B), and the day after the last.

    >>> [str(day) for day in _span("2022-03-15/2022-09")]
    ['2022-03-15', '2022-10-01']
    """
    parts = value.strip().split("/")
    try:
        spans = [_calendar(part) for part in parts]
        if len(spans) > 2 or spans[0][0] >= spans[-1][1]:
            raise ValueError
    except ValueError:
        raise ValueError(
            f"expected a day, month or year (YYYY-MM-DD, YYYY-MM, YYYY) or two of them (A/B), found {value!r}"
        ) from None
    return spans[0][0], spans[-1][1]


def _calendar(text: str) -> tuple[date, date]:
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    first = date(year or 0, month or 1, day or 1)
    if day:
        return first, _after(first)
    last = date(first.year, month or 12, 28)
    return first, _after(last.replace(day=monthrange(last.year, last.month)[1]))


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _midnight(day: date) -> str:
    return _time(f"{day.isoformat()}T00:00:00Z")


def _time(stamp: str) -> str:
    return f'"{stamp}"^^xsd:dateTime'


def _rewritten(line: str, columns: Mapping[str, str]) -> str:
    found = LINE.match(line)
    if not found:
        return line
    indent, names, row = found.groups()
    terms = TERM.findall(row)
    given = [columns.get(name[1:], old) for name, old in zip(names.split(), terms, strict=True)]
    return f"{indent}VALUES ({names}) {{ ({' '.join(given)}) }}  # parameters"
