"""What the plots of the report show: the matrix of contacts, and contacts and silences over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from backchannel.exports import plots, svg
from backchannel.exports.plots import Bar, Cell, Drawing
from backchannel.exports.report_model import Figure
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import (
    contact_words,
    listed,
    occurrence_words,
    shortened,
    sides,
    stretch_words,
)
from backchannel.exports.tables import printable
from backchannel.graph.analytics import OUTCOMES
from backchannel.graph.bounds import days
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence

__all__ = ["matrix_figures", "timeline_figures"]

MOST_NODES = 28
MOST_CONTACTS = 60
MOST_SILENCES = 20
LABEL = 38
TIMELINE = (
    "A mark without a bar has one certain day; with a bar, the contact lies on some day (of a series: on some"
    " days) within it, and the mark only names the outcome. An arrow: no bound is known, or the silence was"
    " still lasting when the source spoke. The dotted line is the end of the day of the report."
)
RANKS = ("leader", "minister", "adviser", "chief of staff", "ambassador", "working")


def matrix_figures(scope: Scope) -> tuple[Figure, ...]:
    """The matrix of contacts, or none where nobody was in touch with anybody."""
    nodes = _chosen(scope)
    if not nodes:
        return ()
    labels = [_short(scope.label(node)) for node in nodes]
    groups = [_short(scope.state_label(node)) or "no state" for node in nodes]
    drawing = plots.matrix(labels, groups, _cells(scope, nodes))
    left = len(scope.network) - len(nodes)
    caption = (
        "Read along a row: held contacts stand in the rows of both (with their number, if more than one);"
        " what was refused, ignored, attempted or only spoken of stands in the row of the one who sought it,"
        " or of both where nobody says who did."
    )
    more = f" Left out: {left} with fewer contacts; the table has them all." if left else ""
    return (_figure("matrix", "Contacts of each two, by outcome", caption + more, drawing),)


def timeline_figures(scope: Scope) -> tuple[Figure, ...]:
    """Contacts and silences over time, or none where nothing bears a date."""
    dated = [one for one in scope.contacts if days(one.bounds) != (None, None)]
    shown = sorted(dated, key=lambda one: (one.bounds.latest, one.bounds.earliest))[-MOST_CONTACTS:]
    silences = [one for one in scope.silences if days(one.bounds) != (None, None)][:MOST_SILENCES]
    if not shown and not silences:
        return ()
    contacts = [_contact_bar(scope, one) for one in dated if one in shown]
    drawing = plots.timeline(
        contacts, [_silence_bar(scope, one) for one in silences], _ordinal(scope.last_day)
    )
    return (
        _figure("timeline", "Contacts and silences over time", _timeline_caption(scope, len(shown)), drawing),
    )


def _timeline_caption(scope: Scope, shown: int) -> str:
    left = len(scope.contacts) - shown
    more = (
        f" Not drawn: {left} contacts without a date or longer ago; the table has them all." if left else ""
    )
    return TIMELINE + more


def _figure(name: str, title: str, caption: str, drawing: Drawing) -> Figure:
    parts = (drawing.svg, name, title, caption, drawing.titles)
    return Figure(name, title, caption, svg.standalone(*parts), svg.inline(*parts))


def _chosen(scope: Scope) -> list[Key]:
    """The busiest nodes, in the order of the two states, then the others, and of rank."""
    counts = Counter(end for one, other, _ in scope.network.edges(keys=True) for end in (one, other))
    busiest = sorted(counts, key=lambda node: (-counts[node], node))[:MOST_NODES]
    return sorted(busiest, key=lambda node: _seat(scope, node))


def _seat(scope: Scope, node: Key) -> tuple[int, str, int, str]:
    data = scope.network.nodes[node]
    states = list(scope.states or ())
    place = states.index(data["state"]) if data["state"] in states else len(states) + (not data["state"])
    rank = RANKS.index(data["rank"]) if data["rank"] in RANKS else len(RANKS)
    return place, data["state_label"], rank, node


def _cells(scope: Scope, nodes: Sequence[Key]) -> list[Cell]:
    place = {node: number for number, node in enumerate(nodes)}
    found: dict[tuple[int, int, str], set[Key]] = defaultdict(set)
    for one, other, data in scope.network.edges(data=True):
        if one in place and other in place and one != other:
            both = data["outcome"] == "held" or not data["directed"]
            for row, column in ((one, other), (other, one)) if both else ((one, other),):
                found[place[row], place[column], data["outcome"]].add(data["contact"])
    order = sorted(found, key=lambda key: (key[:2], OUTCOMES.index(key[2])))
    return [Cell(*key, len(found[key]), _cell_title(scope, nodes, key, len(found[key]))) for key in order]


def _cell_title(scope: Scope, nodes: Sequence[Key], key: tuple[int, int, str], count: int) -> str:
    one, other = (printable(scope.label(nodes[number])) for number in key[:2])
    return f"{one} – {other}: {count} {key[2]}"


def _contact_bar(scope: Scope, one: Consensus) -> Bar:
    words = f"{contact_words(scope.knowledge, one)}: {one.outcome}, {occurrence_words(one.bounds)}"
    parties = [key for side in sides(one.claims) for key in side]
    first, last = days(one.bounds)
    return Bar(_row(scope, sorted(parties)), one.outcome, _ordinal(first), _ordinal(last), printable(words))


def _silence_bar(scope: Scope, one: ClaimedSilence) -> Bar:
    what = one.scope or "contact"
    words = f"{listed(map(scope.label, one.parties))}, {what}: silence {stretch_words(one.when)}"
    first, last = one.extent
    lasting = days(one.bounds)[1] is None
    return Bar(
        _row(scope, one.parties), "silence", _ordinal(first), _ordinal(last), printable(words), lasting
    )


def _row(scope: Scope, parties: Iterable[Key]) -> str:
    """The two ends in as many characters as fit; of a bigger circle the first and how many more."""
    names = [printable(scope.label(key)) for key in parties]
    if len(names) == 2:
        room = LABEL - min(LABEL // 2, *(len(name) for name in names))
        return " – ".join(shortened(name, max(room, LABEL // 2)) for name in names)
    return _short(f"{names[0]} and {len(names) - 1} more" if len(names) > 2 else "".join(names))


def _short(text: str) -> str:
    return shortened(printable(text), LABEL)


def _ordinal(julian: int | None) -> int | None:
    return None if julian is None else julian - plots.JULIAN_OF_EPOCH
