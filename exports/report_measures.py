"""The chapters on measures: who is best connected, who sought whom, who bridges the two states."""

from __future__ import annotations

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import day_words
from backchannel.graph.analytics import OUTCOMES, Bridge, Rank, degrees
from backchannel.graph.analytics.degree import outcomes_present
from backchannel.graph.bounds import BEGINNING, END, Bounds, days
from backchannel.graph.model import Key

__all__ = ["bridges_section", "bridges_table", "degrees_table", "rankings_section", "rankings_table"]

WHO = (
    Column("node", "Key", shown=False),
    Column("who", "Who"),
    Column("office", "Office", shown=False),
    Column("state", "State"),
)
MEASURES = (
    ("counterparts", "Counterparts", "count"),
    ("contacts", "Contacts", "count"),
    ("harmonic", "Harmonic closeness", "share"),
    ("betweenness", "Betweenness", "share"),
    ("pagerank", "PageRank", "share"),
    ("constraint", "Constraint", "share"),
)
RANKINGS = (
    *WHO,
    *(Column(name, title, kind, rank=f"{name}_rank") for name, title, kind in MEASURES),
    *(Column(f"{name}_rank", f"{title}, rank", "count", shown=False) for name, title, kind in MEASURES),
    Column("claims", "Claims", "claims"),
)
WAYS = ("out", "in")
# What stands among persons without being one.
KINDS = {
    "party": " (described)",
    "state": " (the state)",
    "office": " (the office)",
    "organisation": " (the organisation)",
}
BRIDGES = (
    *WHO,
    Column("held", "Held across", "count"),
    Column("part", "Part of all", "percent"),
    Column("counterparts", "With"),
    Column("way", "On the shortest way", "percent"),
    Column("unanswered", "Refused or ignored", "count"),
    Column("tried", "Other attempts", "count"),
    Column("last", "Last held, at the latest"),
    Column("claims", "Claims", "claims"),
)


def rankings_section(scope: Scope) -> Section:
    """The centralities, and the degrees by outcome."""
    return Section(
        "rankings",
        "Who is well connected",
        "Held contacts only; in brackets the rank (1 is first; for constraint the lowest value is first)."
        " The definitions stand below. These numbers describe what is on record here, no more:"
        " an official whose contacts no document mentions has none.",
        tables=(rankings_table(scope), degrees_table(scope)),
    )


def rankings_table(scope: Scope) -> Table:
    """Each node with every measure."""
    rows = tuple(_ranking_row(scope, row) for row in scope.ranking)
    title = f"Centralities, level {scope.options.level}"
    return Table("rankings", title, RANKINGS, rows, empty="The network has no nodes.")


def degrees_table(scope: Scope) -> Table:
    """Each node's contacts by outcome: sought (out) and received (in)."""
    present = [outcome for outcome in outcomes_present(scope.network) if outcome in OUTCOMES]
    found = {outcome: degrees(scope.network, outcome, contested=True) for outcome in present}
    total = {node: sum(found[outcome][node].contacts for outcome in present) for node in scope.network}
    columns = (
        *WHO,
        *(
            Column(f"{outcome}_{way}", f"{outcome.capitalize()} {way}", "count")
            for outcome in present
            for way in WAYS
        ),
        Column("claims", "Claims", "claims"),
    )
    rows: tuple[Row, ...] = tuple(
        (
            *_who(scope, node),
            *(n for outcome in present for n in (found[outcome][node].sought, found[outcome][node].received)),
            scope.claims_of(node, OUTCOMES, contested=True),
        )
        for node in sorted(total, key=lambda node: (-total[node], node))
    )
    note = (
        "Out: contacts one sought; in: contacts others sought with one. A contact of which nobody says"
        " who sought it counts as both. Contested contacts count under their most telling outcome."
    )
    return Table(
        "degrees", "Contacts by outcome and direction", columns, rows, note, "The network has no nodes."
    )


def bridges_section(scope: Scope) -> Section:
    """Who carries what passes between the two states."""
    states = scope.states
    title = " and ".join(scope.label(state) for state in states) if states else "two states"
    intro = (
        "Everybody with a contact or an attempt across, and officials of third states who held contact"
        " with both. Contacts told only of the states themselves count among all, but are nobody's."
        if states
        else "No two states were in contact in this window."
    )
    return Section("bridges", f"Who bridges {title}", intro, tables=(bridges_table(scope),))


def bridges_table(scope: Scope) -> Table:
    """One row a node that links the two states, or tried to."""
    rows = tuple(_bridge_row(scope, one) for one in scope.bridges)
    return Table("bridges", "Bridges", BRIDGES, rows, empty="Nobody links the two, and nobody tried to.")


def _ranking_row(scope: Scope, row: Rank) -> Row:
    return (
        *_who(scope, row.node),
        *(int(row.values[name] or 0) if kind == "count" else row.values[name] for name, _, kind in MEASURES),
        *(row.ranks.get(name) for name, _, _ in MEASURES),
        scope.claims_of(row.node, ["held"]),
    )


def _bridge_row(scope: Scope, one: Bridge) -> Row:
    return (
        *_who(scope, one.node),
        one.held,
        one.share,
        "; ".join(scope.label(node) for node in one.counterparts),
        one.between,
        one.unanswered,
        one.tried,
        _day(one.last),
        one.claims,
    )


def _who(scope: Scope, node: Key) -> tuple[str, str, str, str]:
    data = scope.network.nodes[node]
    label = data["label"] + KINDS.get(data["kind"], "") if scope.options.level == "person" else data["label"]
    return node, label, data["office_label"], data["state_label"]


def _day(latest: str | None) -> str:
    last = days(Bounds(BEGINNING, END, BEGINNING, latest))[1] if latest else None
    return day_words(last) if last is not None else ""
