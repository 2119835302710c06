"""The routes between the two states on the day: which stood open, which lines did not, what a loss costs."""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.exports.report_model import Column, Row, Section, Sentence, Table
from backchannel.exports.report_route_words import UNTOLD, line_words, route_words
from backchannel.exports.report_scope import Scope
from backchannel.graph.route_answer import Route
from backchannel.graph.route_last import last_use, latest_refusal
from backchannel.graph.route_lines import Line
from backchannel.graph.routes import Routes, routes
from backchannel.graph.semantics import Truth

__all__ = ["routes_of", "routes_section", "routes_sentences"]

MOST = 12
NAMED = 4  # routes that a sentence names


def routes_of(scope: Scope) -> Routes | None:
    """The routes between the two states on the day; None where there is no day or no two states."""
    if scope.at is None or scope.states is None:
        return None
    return routes(scope.knowledge, *scope.states, scope.at, scope.options.known)


def routes_sentences(scope: Scope, found: Routes | None) -> Iterator[Sentence]:
    """How many routes stood open, and what the greatest single loss would leave."""
    if found is None or not found.now.routes:
        return
    yield _opening(scope, found)
    worst = next((one for one in found.each if one.lost), None)
    if worst is not None:
        text = scope.language.say(
            "routes-loss",
            what=scope.label(worst.key),
            left=len(worst.left),
            all=len(found.now.routes),
            apart=worst.disjoint_left,
        )
        yield Sentence(text, tuple(dict.fromkeys(claim for route in worst.lost for claim in route.claims)))


def _opening(scope: Scope, found: Routes) -> Sentence:
    say, every = scope.language.say, found.now.routes
    names = [_named(scope, route) for route in every[:NAMED]]
    more = say("routes-more", count=len(every) - NAMED) if len(every) > NAMED else ""
    text = say(
        "routes-open",
        day=scope.day_words,
        count=len(every),
        sure=len(found.now.certain),
        apart=len(found.now.disjoint),
        names="; ".join(names) + more,
    )
    return Sentence(text, tuple(dict.fromkeys(claim for route in every for claim in route.claims)))


def _named(scope: Scope, route: Route) -> str:
    ranks = " – ".join(dict.fromkeys(_rank(scope, line) for line in route.lines))
    return f"{route_words(scope.knowledge, route, scope.language.code)} ({ranks})"


def routes_section(scope: Scope, found: Routes | None) -> Section:
    """The open routes through people, then lines of people that were not open; channels stand elsewhere."""
    say = scope.language.say
    columns = (
        *(Column(name, say(f"column-{name}")) for name in ("route", "rank", "state", "use")),
        Column("claims", say("column-claims"), "claims"),
    )
    rows = tuple(_rows(scope, found)) if found else ()
    title = say("routes-table", day=scope.day_words)
    table = Table("routes", title, columns, rows, empty=say("routes-empty"), most=MOST)
    within = scope.language.term("within", found.asked.within) if found else "–"
    return Section("routes", say("routes-title"), say("routes-intro", within=within), tables=(table,))


def _rows(scope: Scope, found: Routes) -> Iterator[Row]:
    for route in found.now.routes:
        if not all(line.is_channel for line in route.lines):
            name = route_words(scope.knowledge, route, scope.language.code)
            yield _row(scope, name, route.lines, route.claims)
    for line in found.closed:
        if line.state != UNTOLD and not line.is_channel:
            yield _row(scope, line_words(scope.knowledge, line, scope.language.code), (line,), line.claims)


def _row(scope: Scope, name: str, lines: tuple[Line, ...], claims: tuple[str, ...]) -> Row:
    ranks = dict.fromkeys(_rank(scope, line) for line in lines)
    states = dict.fromkeys(_state(scope, line) for line in lines)
    uses = dict.fromkeys(_use(scope, line) for line in lines)
    return (name, " – ".join(ranks), "; ".join(states), "; ".join(uses), claims)


def _rank(scope: Scope, line: Line) -> str:
    ranks = line.rank.split(" and ") if line.rank else []
    named = (scope.language.term("rank", rank) for rank in ranks)
    return scope.language.listed(named) or scope.language.say("rank-untold")


def _state(scope: Scope, line: Line) -> str:
    """The state in a word, with the day of the refusal that closed it."""
    word = scope.language.term("line", line.state)
    turned = latest_refusal(line) if line.truth is Truth.IMPOSSIBLE else ()
    when = scope.language.which([one.bounds for one in turned]) if turned else ""
    return f"{word} {when}".strip()


def _use(scope: Scope, line: Line) -> str:
    proven = last_use(line).proofs
    return scope.language.which([one.bounds for one in proven]) if proven else scope.language.say("use-none")
