"""The account of what was read: each record, what is wrong with it, and what it rests on.

A record is built only if nothing is wrong with it and everything it names is built: a claim about a
rejected person is rejected, too, and says so. At the end ``read == built + rejected``.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field

from backchannel.graph.errors import Place, Problem
from backchannel.graph.model import Key

__all__ = ["Ledger", "Record"]


# Ids that the reader itself gives; one that ends in a hyphen stands for all that begin with it.
RESERVED = ("document/roster", "document/utterance", "party/case-roster", "party/publisher-of-")


@dataclass(slots=True, eq=False)
class Record:
    """One entry of a case while it is read. ``rests_on`` holds the keys it names, with the text and
    the line by which it names them."""

    kind: str
    file: str
    line: int
    problems: list[Problem] = field(default_factory=list)
    rests_on: list[tuple[Key, str, int]] = field(default_factory=list)
    rejected: bool = False

    @property
    def place(self) -> Place:
        return Place(self.file, self.line)

    def reject(self, line: int, message: str, expected: str = "", hint: str = "") -> None:
        """Note what is wrong; the record won't be built."""
        self.rejected = True
        self._note(line, "rejected", message, expected, hint)

    def warn(self, line: int, message: str, expected: str = "", hint: str = "") -> None:
        """Note what is odd; the record is built all the same."""
        self._note(line, "warning", message, expected, hint)

    def _note(self, line: int, severity: str, message: str, expected: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.file, line), severity, self.kind, message, expected, hint))

    def rest_on(self, key: Key, text: str, line: int) -> None:
        """This record names that one: it falls if the other falls."""
        self.rests_on.append((key, text, line))


class Ledger:
    """Every record of a case, and which of them define which key.

    >>> ledger = Ledger()
    >>> person, claim = ledger.open("person", "roster/a.yaml", 2), ledger.open("claim", "dossiers/b.yaml", 9)
    >>> ledger.define("person/lloyd-austin", person)
    True
    >>> claim.rest_on("person/lloyd-austin", "Lloyd Austin", 11)
    >>> person.reject(3, "unknown field 'nmae'")
    >>> ledger.settle()
    >>> (ledger.read, ledger.built, ledger.rejected)
    (2, 0, 2)
    >>> print(claim.problems[0])
    dossiers/b.yaml:11: rejected claim: 'Lloyd Austin' was rejected (roster/a.yaml:2)
    """

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.definers: dict[Key, list[Record]] = defaultdict(list)
        self.remarks: list[Problem] = []

    def open(self, kind: str, file: str, line: int) -> Record:
        record = Record(kind, file, line)
        self.records.append(record)
        return record

    def define(self, key: Key, record: Record, what: str = "", line: int | None = None) -> bool:
        """Whether the key was free; otherwise the record is rejected, naming the place of the first."""
        if key.startswith(tuple(one for one in RESERVED if one.endswith("-"))) or key in RESERVED:
            record.reject(line or record.line, f"the id '{key.split('/', 1)[1]}' is reserved", "another id")
            return False
        if key in self.definers:
            first = self.definers[key][0]
            name = what or f"the id '{key.split('/', 1)[1]}'"
            hint = f"the first stands in {first.place}: give this one an id of its own, or leave it out"
            record.reject(line or record.line, f"{name} is taken", f"one {record.kind} an id", hint)
            return False
        self.definers[key].append(record)
        return True

    def share(self, key: Key, record: Record) -> None:
        """One more record speaks of a hub; the hub stands as long as one of them does."""
        self.definers[key].append(record)

    def stands(self, key: Key) -> bool:
        """Whether something that isn't rejected defines the key."""
        return any(not record.rejected for record in self.definers.get(key, ()))

    def settle(self) -> None:
        """Reject what rests on something rejected, and what rests on that, to the end."""
        leaning: dict[Key, list[tuple[Record, str, int]]] = defaultdict(list)
        for record in self.records:
            for key, text, line in record.rests_on:
                leaning[key].append((record, text, line))
        fallen = deque(key for key in self.definers if not self.stands(key))
        keys_of = self._keys_of()
        while fallen:
            key = fallen.popleft()
            for record, text, line in leaning.pop(key, ()):
                was_standing = not record.rejected
                record.reject(line, f"'{text}' was rejected ({self.definers[key][0].place})")
                if was_standing:
                    fallen.extend(other for other in keys_of[id(record)] if not self.stands(other))

    def _keys_of(self) -> dict[int, list[Key]]:
        keys: dict[int, list[Key]] = defaultdict(list)
        for key, records in self.definers.items():
            for record in records:
                keys[id(record)].append(key)
        return keys

    @property
    def read(self) -> int:
        return len(self.records)

    @property
    def rejected(self) -> int:
        return sum(record.rejected for record in self.records)

    @property
    def built(self) -> int:
        return self.read - self.rejected

    def counts(self) -> dict[str, int]:
        """How many records of each kind were built, sorted by kind."""
        return dict(sorted(Counter(record.kind for record in self.records if not record.rejected).items()))

    def warn(self, file: str, message: str, expected: str = "", hint: str = "") -> None:
        """Note something odd that is no record: a file that nobody reads."""
        self.remarks.append(Problem(Place(file, 1), "warning", "file", message, expected, hint))

    def problems(self) -> tuple[Problem, ...]:
        """Everything that was noted, by place, each thing once."""
        found = {problem for record in self.records for problem in record.problems}
        return tuple(sorted(found.union(self.remarks)))
