"""The measures as tables: a ranking, or a series with a column a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from backchannel.exports.report_model import Column, Row, Table, Value
from backchannel.graph.analytics.measured import Measured, Taken, ordered
from backchannel.graph.analytics.registry import IN_TIME, MEASURES
from backchannel.graph.analytics.responses import TRIED
from backchannel.graph.analytics.sampling import Sampled
from backchannel.graph.analytics.simple import contacts_between
from backchannel.graph.analytics.temporal.contacts import held_edges
from backchannel.graph.model import Key

__all__ = ["ranking_table", "series_tables"]

EMPTY = "Nobody is on record in this window."
KEYS = {
    "node": (Column("node", "Key", shown=False), Column("who", "Who"), Column("state", "State")),
    "link": (
        Column("one", "Key", shown=False),
        Column("other", "Other key", shown=False),
        Column("who", "Who"),
        Column("with", "With"),
    ),
    "network": (Column("network", "Network"),),
}
CHOSEN = ("level", "since", "until", "known", "outcomes", "weight", "half_life", "day", "dated")


def ranking_table(found: Measured, limit: int | None = None) -> Table:
    """All measures side by side, one row a period and node (or link), and all that was chosen in each row.

    ``limit``: how many rows of each period. Where a measure was sampled, a column has its error.
    """
    columns = [
        *KEYS[found.of],
        *(column for name in found.asked.names for column in _columns(found, name)),
        Column("claims_count", "Claims", "count"),
        Column("claims", "Claims", "claims", shown=False),
        *(Column(name, name, shown=False) for name in CHOSEN),
    ]
    rows = [row for one in found.taken for row in _rows(found, one, limit)]
    return Table("measures", "Measures", tuple(columns), tuple(rows), empty=EMPTY)


def series_tables(found: Measured, limit: int | None = None) -> list[Table]:
    """A table a measure: nodes (or links) below each other, periods side by side, in brackets the rank.

    Ordered by the last period in which each has a value, then by the ones before.
    """
    return [_series(found, name, limit) for name in found.asked.names]


def _series(found: Measured, name: str, limit: int | None) -> Table:
    kind = _kind(found, name)
    columns = [*KEYS[found.of]]
    for one in found.taken:
        columns += [
            Column(one.period.name, one.period.name, kind, rank=f"{one.period.name}_rank", kept=True),
            Column(f"{one.period.name}_rank", "", "count", shown=False),
        ]
    places = [one.ranks(name) for one in found.taken]
    keys = sorted({key for place in places for key in place}, key=lambda key: _latest_first(key, places))
    rows = [
        (
            *_key_cells(found, key),
            *(
                cell
                for one, place in zip(found.taken, places, strict=True)
                for cell in (_value(found, name, one.values[name].get(key)), place.get(key))
            ),
        )
        for key in keys[:limit]
    ]
    return Table(name, MEASURES[name].title, tuple(columns), tuple(rows), empty=EMPTY)


def _latest_first(key: Any, places: list[dict[Any, int]]) -> tuple[Any, ...]:
    last = 1 + max(len(place) for place in places)
    return (*(place.get(key, last) for place in reversed(places)), key)


def _key_cells(found: Measured, key: Any) -> tuple[Value, ...]:
    node = key[0] if found.of == "link" else key
    one = next((one for one in found.taken if node in one.network), found.taken[0])
    return _keys(found, one, key)


def _rows(found: Measured, one: Taken, limit: int | None) -> Iterable[Row]:
    ranks = {name: one.ranks(name) for name in found.asked.names}
    claims = _claims(found, one)
    for key in ordered(one, found.asked.names)[:limit]:
        cells: list[Value] = []
        for name in found.asked.names:
            cells += [_value(found, name, one.values[name].get(key)), ranks[name].get(key)]
            if _sampled(found, name):
                values = one.values[name]
                cells.append(values.errors.get(key) if isinstance(values, Sampled) else None)
        mine = sorted(claims.get(key, ()))
        yield (*_keys(found, one, key), *cells, len(mine), tuple(mine), *_chosen(found, one))


def _columns(found: Measured, name: str) -> list[Column]:
    title = MEASURES[name].title
    columns = [
        Column(name, title, _kind(found, name), rank=f"{name}_rank", kept=True),
        Column(f"{name}_rank", f"{title}, rank", "count", shown=False),
    ]
    return columns + [Column(f"{name}_error", f"{title} ±", "share")] * _sampled(found, name)


def _sampled(found: Measured, name: str) -> bool:
    return any(isinstance(one.values[name], Sampled) for one in found.taken)


def _kind(found: Measured, name: str) -> str:
    decayed = found.asked.choices.weight == "decayed" and not MEASURES[name].weight.startswith("none")
    return "count" if MEASURES[name].kind == "count" and not decayed else "share"


def _value(found: Measured, name: str, value: float | None) -> float | int | None:
    return int(value) if value is not None and _kind(found, name) == "count" else value


def _keys(found: Measured, one: Taken, key: Any) -> tuple[Value, ...]:
    if found.of == "network":
        return (str(key),)
    if found.of == "link":
        return (*key, *(_label(one, end) for end in key))
    return (key, _label(one, key), str(one.network.nodes[key]["state_label"]) if key in one.network else "")


def _label(one: Taken, key: Key) -> str:
    return one.label(key) if key in one.network else key


def _claims(found: Measured, one: Taken) -> dict[Any, set[Key]]:
    """The claims behind each node or link: of the contacts that carry, of all attempts for answers, of all
    that may have been held for what goes by time."""
    asked = [MEASURES[name] for name in found.asked.names]
    outcomes = TRIED if any(name.definition == "response" for name in asked) else one.choices.outcomes
    links = contacts_between(one.network, outcomes, one.choices.contested)
    links += held_edges(one.network) if any(name.projection == IN_TIME for name in asked) else []
    claims: dict[Any, set[Key]] = defaultdict(set)
    counted = (link for link in links if link[2].get("certain") or not one.choices.certain)
    for start, end, data in counted:
        for key in (start, end, (start, end), (end, start)):
            claims[key].update(data["claims"])
    return claims


def _chosen(found: Measured, one: Taken) -> tuple[Value, ...]:
    choices, decayed = one.choices, one.choices.weight == "decayed"
    return (
        found.asked.level,
        one.period.since,
        one.period.until,
        found.asked.known,
        " ".join(choices.outcomes),
        choices.weight,
        *((choices.half_life, choices.day, choices.dated) if decayed else (None, None, None)),
    )
