"""The standing lines: the state of each channel on the day, and its last proven use."""

from __future__ import annotations

from backchannel.exports.channel_words import earlier_states, state_words, use_words
from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.graph.channels import History

__all__ = ["channels_section"]

MOST = 10


def channels_section(scope: Scope) -> Section:
    """One row a channel of which anything is said."""
    say = scope.language.say
    columns = (
        *(Column(name, say(f"column-{name}")) for name in ("channel", "state", "earlier", "used")),
        Column("claims", say("column-claims"), "claims"),
    )
    told = [history for history in scope.channels if history.claims]
    ordered = sorted(told, key=lambda one: (scope.knowledge.channels[one.channel].generic, one.channel))
    rows = tuple(_row(scope, history) for history in ordered)
    title = say("channels-table", day=scope.language.day(scope.last_day or 0))
    table = Table("channels", title, columns, rows, empty=say("channels-empty"), most=MOST)
    return Section("channels", say("channels-title"), say("channels-intro"), tables=(table,))


def _row(scope: Scope, history: History) -> Row:
    return (
        scope.label(history.channel),
        state_words(scope, history),
        earlier_states(scope, history),
        "; ".join(use_words(scope, history)),
        history.claims,
    )
