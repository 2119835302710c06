"""The standing lines: the state of each channel on the day, and its last proven use."""

from __future__ import annotations

from collections import defaultdict

from backchannel.exports.channel_words import earlier_states, state_words, use_words
from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.graph.channels import History

__all__ = ["channels_section"]

MOST = 10


def channels_section(scope: Scope) -> Section:
    """Every channel of which anything is said, with its state on the day."""
    say = scope.language.say
    columns = (
        *(Column(name, say(f"column-{name}")) for name in ("channel", "state", "earlier", "used")),
        Column("claims", say("column-claims"), "claims"),
    )
    told = [history for history in scope.channels if history.claims]
    ordered = sorted(told, key=lambda one: (scope.knowledge.channels[one.channel].generic, one.channel))
    together: dict[tuple[str, ...], list[History]] = defaultdict(list)
    for history in ordered:
        together[_condition(scope, history)].append(history)
    rows = tuple(_row(scope, condition, several) for condition, several in together.items())
    title = say("channels-table", day=scope.day_words)
    table = Table("channels", title, columns, rows, empty=say("channels-empty"), most=MOST)
    return Section("channels", say("channels-title"), say("channels-intro"), tables=(table,))


def _condition(scope: Scope, history: History) -> tuple[str, ...]:
    used = "; ".join(use_words(scope, history))
    return state_words(scope, history), earlier_states(scope, history), used


def _row(scope: Scope, condition: tuple[str, ...], several: list[History]) -> Row:
    """Lines of the same condition stand in one row: there is little room."""
    names = "; ".join(scope.label(history.channel) for history in several)
    return (names, *condition, tuple(dict.fromkeys(key for history in several for key in history.claims)))
