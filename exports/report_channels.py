"""The chapter on channels: what is said of each, its last proven use, what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import contact_words, listed, occurrence_words, stretch_words
from backchannel.graph.channels import History, Standing, standing
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Claim

__all__ = ["channels_section", "channels_table", "failures", "now", "statements_table"]

CHANNELS = (
    Column("channel", "Channel"),
    Column("kind", "Kind"),
    Column("between", "Between"),
    Column("state", "State"),
    Column("certainty", "How sure"),
    Column("last_use", "Last proven use"),
    Column("uses", "Held", "count"),
    Column("failed", "Attempts that failed"),
    Column("operator", "Answers for it"),
    Column("location", "Where"),
    Column("level", "Rank"),
    Column("claims", "Claims", "claims"),
)

STATEMENTS = (
    Column("channel", "Channel"),
    Column("state", "State"),
    Column("when", "When"),
    Column("voice", "According to"),
    Column("paraphrase", "What is said"),
    Column("claims", "Claims", "claims"),
)


def channels_section(scope: Scope) -> Section:
    """The state of each channel on the day of the report, and every statement about one."""
    return Section(
        "channels",
        "Channels",
        f"On {scope.at or 'no particular day'}. 'Certain' and 'possible' follow from the dates of the claims;"
        " 'last said' is the latest statement about an earlier day. A use is proven by a held contact.",
        tables=(channels_table(scope), statements_table(scope)),
    )


def channels_table(scope: Scope) -> Table:
    """One row a channel."""
    rows = tuple(_row(scope, history) for history in scope.channels)
    return Table("channels", "State of each channel", CHANNELS, rows, empty="No channel is on record.")


def statements_table(scope: Scope) -> Table:
    """One row a claim about a channel, in the order of time."""
    rows = tuple(_statement(scope, claim) for history in scope.channels for claim in history.said)
    return Table(
        "channel_states", "What was said of the channels", STATEMENTS, rows, empty="Nothing was said of one."
    )


def now(scope: Scope, history: History) -> list[Standing]:
    """The states a channel is said to be in on the day of the report."""
    return standing(history, scope.at) if scope.at else []


def failures(history: History) -> str:
    """Attempts through a channel that failed, by outcome.

    >>> failures(History("channel/hotline", (), (), ()))
    ''
    """
    counts = Counter(one.outcome for one in history.failed)
    return ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))


def _row(scope: Scope, history: History) -> Row:
    channel = scope.knowledge.channels[history.channel]
    states = now(scope, history)
    return (
        channel.label,
        f"{channel.kind}, a kind of channel" if channel.generic else channel.kind,
        listed(scope.label(key) for key in channel.between),
        " / ".join(one.state for one in states),
        states[0].truth if states else "",
        _use(scope, history.last_use),
        len(history.used),
        failures(history),
        _each(scope.label(claim.operator) for claim in history.said if claim.operator),
        _each(claim.location for claim in history.said if claim.location),
        _each(claim.level for claim in history.said if claim.level),
        history.claims,
    )


def _use(scope: Scope, use: Consensus | None) -> str:
    return f"{contact_words(scope.knowledge, use)}, {occurrence_words(use.bounds)}" if use else ""


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


def _statement(scope: Scope, claim: Claim) -> Row:
    return (
        scope.label(claim.about),
        claim.state or "",
        stretch_words(claim.when) if claim.when else "",
        scope.voice(claim.voice, claim.voice_office),
        claim.paraphrase,
        (claim.key,),
    )
