"""Who of the one state was in touch with whom of the other: officials across officials, by outcome."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.graph.analytics import OUTCOMES
from backchannel.graph.analytics.bridges import across, side_of
from backchannel.graph.model import Key

__all__ = ["MARKS", "crossing_section"]

# One sign an outcome, told apart in shape: they stand in a table, in print and in Markdown alike.
MARKS = {"held": "●", "refused": "✕", "ignored": "▽", "attempted": "△", "cancelled": "□", "proposed": "◇"}
MOST = 9  # officials of a side that fit on a page

Counts = dict[tuple[Key, Key], Counter[str]]


def crossing_section(scope: Scope) -> Section:
    """The contact matrix of the two states; empty where no two states were in touch."""
    say = scope.language.say
    tables = () if scope.states is None else (_table(scope, *scope.states),)
    legend = ", ".join(f"{mark} {scope.language.term('outcome', name)}" for name, mark in MARKS.items())
    return Section("crossing", say("crossing-title"), say("crossing-intro", legend=legend), tables=tables)


def _table(scope: Scope, one: Key, other: Key) -> Table:
    counts, claims = _counted(scope, one, other)
    rows, columns = (_busiest(counts, side) for side in (0, 1))
    named = (
        Column("official", scope.label(one)),
        *(Column(key, scope.label(key)) for key in columns),
        Column("claims", scope.language.say("column-claims"), "claims", shown=False),
    )
    found: list[Row] = [
        (
            scope.label(row),
            *(_cell(counts.get((row, column), Counter())) for column in columns),
            tuple(sorted({claim for column in columns for claim in claims.get((row, column), ())})),
        )
        for row in rows
    ]
    left = len({pair[0] for pair in counts} - set(rows)) + len({pair[1] for pair in counts} - set(columns))
    note = scope.language.say("crossing-left", count=left) if left else ""
    title = scope.language.say("crossing-table", one=scope.label(one), other=scope.label(other))
    return Table("crossing", title, named, tuple(found), note, scope.language.say("crossing-empty"))


def _counted(scope: Scope, one: Key, other: Key) -> tuple[Counts, dict[tuple[Key, Key], set[Key]]]:
    """For each official of the one and of the other: contacts by outcome, each once, and their claims."""
    met: dict[tuple[Key, Key, str], set[Key]] = defaultdict(set)
    claims: dict[tuple[Key, Key], set[Key]] = defaultdict(set)
    for source, target, data in across(scope.network, one, other, OUTCOMES):
        pair = (source, target) if side_of(scope.network, source) == one else (target, source)
        met[*pair, data["outcome"]].add(data["contact"])
        claims[pair].update(data["claims"])
    counts: Counts = defaultdict(Counter)
    for (row, column, outcome), contacts in met.items():
        counts[row, column][outcome] = len(contacts)
    return dict(counts), claims


def _busiest(counts: Counts, side: int) -> Sequence[Key]:
    total: Counter[Key] = Counter()
    for pair, outcomes in counts.items():
        total[pair[side]] += outcomes.total()
    return sorted(total, key=lambda key: (-total[key], key))[:MOST]


def _cell(outcomes: Counter[str]) -> str:
    """How often with which outcome.

    >>> _cell(Counter({"refused": 1, "held": 3}))
    '●3 ✕1'
    """
    return " ".join(f"{mark}{outcomes[name]}" for name, mark in MARKS.items() if outcomes[name])
