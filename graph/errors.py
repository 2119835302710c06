"""Every error of the package, drawn as a tree; each message says what was expected and what was found.

BackchannelError
├── CaseError            a case folder can't be read at all (a bad record is a Problem, no error)
├── DateError            not an EDTF date, or one that can't be
├── BuildError           a build could not be made or switched to
│   └── BusyError        another process is building into the same folder
├── NoBuildError         there is no build where one was expected
├── DamagedBuildError    a build whose files no longer match its manifest
├── QueryError           a query was refused or failed
│   ├── QueryRefused     it asks for what is not allowed (an update, SERVICE, FROM)
│   └── QueryLimit       it ran into its time, memory or row limit
├── MissingToolError     an optional library or program is not installed, or it failed
├── ModelError           a choice or probability for possible worlds that is none
├── UnsourcedError       a report states what no claim stands behind
├── UnknownNameError     a name that nobody in the graph bears
└── AmbiguousNameError   a name that several bear
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

__all__ = [
    "AmbiguousNameError",
    "BackchannelError",
    "BuildError",
    "BusyError",
    "CaseError",
    "DamagedBuildError",
    "DateError",
    "MissingToolError",
    "ModelError",
    "NoBuildError",
    "Place",
    "Problem",
    "QueryError",
    "QueryLimit",
    "QueryRefused",
    "UnknownNameError",
    "UnsourcedError",
]


class BackchannelError(Exception):
    """The root of the package's errors: catch it to catch them all."""


class CaseError(BackchannelError):
    """A case folder, or a whole file of it, can't be read."""


class DateError(BackchannelError):
    """A date that is not EDTF, or names a day that does not exist."""


class BuildError(BackchannelError):
    """A build could not be made or switched to; the last good one is untouched."""


class BusyError(BuildError):
    """Another process is building into the same folder."""


class NoBuildError(BackchannelError):
    """There is no build where one was expected."""


class DamagedBuildError(BackchannelError):
    """A build whose files no longer match its manifest."""


class QueryError(BackchannelError):
    """A query was refused or failed."""


class QueryRefused(QueryError):
    """A query asks for what is not allowed here: an update, SERVICE, FROM."""


class QueryLimit(QueryError):
    """A query ran into its limit of time, memory or rows; the message names which."""


class MissingToolError(BackchannelError):
    """An optional library or program is not installed, or it failed; the message says how to get it."""


class ModelError(BackchannelError):
    """A choice, probability or measure for the possible worlds that there is none of."""


class UnsourcedError(BackchannelError):
    """A report states what no claim stands behind, or cites a claim that isn't there."""


class UnknownNameError(BackchannelError):
    """A name that nobody in the graph bears; the message offers the nearest."""


class AmbiguousNameError(BackchannelError):
    """A name that several bear; the message lists them."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a record stands: the file within its case, and the line, counted from 1.

    >>> str(Place("roster/persons.yaml", 12))
    'roster/persons.yaml:12'
    """

    file: str
    line: int

    def __str__(self) -> str:
        return f"{PurePosixPath(self.file)}:{self.line}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What is wrong with one record: it was rejected, or built with a warning.

    ``message`` says in one sentence what was found; ``expected`` what would be right; ``hint`` what
    to do (the nearest valid name, say). ``severity`` is 'rejected' or 'warning'; ``record`` names
    the kind of record ('claim', 'person', 'contacts.csv row' ...).

    >>> print(Problem(Place("dossiers/a.yaml", 7), "rejected", "claim", "unknown person 'Shoygu'",
    ...               expected="a name from the roster", hint="did you mean 'Sergei Shoigu'?"))
    dossiers/a.yaml:7: rejected claim: unknown person 'Shoygu'; expected a name from the roster; did you mean 'Sergei Shoigu'?
    """  # noqa: E501

    place: Place
    severity: str
    record: str
    message: str
    expected: str = field(default="")
    hint: str = field(default="")

    def __str__(self) -> str:
        parts = [f"{self.place}: {self.severity} {self.record}: {self.message}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.hint:
            parts.append(self.hint)
        return "; ".join(parts)
