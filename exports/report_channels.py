"""The chapter on channels: their state on a day, what is proven of them, what is only said, their course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from backchannel.exports.report_model import Column, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import (
    contact_words,
    day_words,
    iso_day,
    listed,
    occurrence_words,
    stretch_words,
)
from backchannel.graph.bounds import Bounds, days
from backchannel.graph.channel_attempts import attempts_between
from backchannel.graph.channel_phases import SAID, Phase, borne_out, only_said, phases
from backchannel.graph.channel_use import Share, Use, last_uses, share, uses
from backchannel.graph.channels import LAST_SAID, History, Standing, standing, standings
from backchannel.graph.model import Claim, Key, Knowledge, When
from backchannel.graph.semantics import Truth

__all__ = [
    "attempts_table",
    "channels_section",
    "channels_table",
    "details_table",
    "failures",
    "now",
    "phases_table",
    "share_words",
    "statements_table",
]

CHANNELS = (
    Column("channel", "Channel"),
    Column("state", "State on the day"),
    Column("certain", "Certainly", shown=False),
    Column("possible", "Possibly", shown=False),
    Column("last_said", "Last said", shown=False),
    Column("last_use", "Last proven use"),
    Column("last_use_first_day", "Not before", "days", shown=False),
    Column("last_use_last_day", "Not after", "days", shown=False),
    Column("got_through", "Attempts that got through"),
    Column("held", "Held, at least", "count", shown=False),
    Column("failed", "Failed, at least", "count", shown=False),
    Column("possible_held", "Possibly held besides", "count", shown=False),
    Column("possible_failed", "Possibly failed besides", "count", shown=False),
    Column("least", "Share, at least", "share", shown=False),
    Column("most", "Share, at most", "share", shown=False),
    Column("failures", "What failed", shown=False),
    Column("only_said", "Only said, not shown"),
    Column("claims", "Claims", "claims"),
)

DETAILS = (
    Column("channel", "Channel"),
    Column("kind", "Kind"),
    Column("between", "Between"),
    Column("operator", "Answers for it"),
    Column("location", "Where"),
    Column("level", "Rank"),
    Column("claims", "Claims", "claims"),
)

PHASES = (
    Column("channel", "Channel"),
    Column("when", "When"),
    Column("state", "State"),
    Column("basis", "Known how"),
    Column("shown", "Shown by a contact"),
    Column("certain", "For sure, by its dates"),
    Column("first_day", "First possible day", "days", shown=False),
    Column("certain_from", "Certain from", "days", shown=False),
    Column("certain_to", "Certain to", "days", shown=False),
    Column("last_day", "Last possible day", "days", shown=False),
    Column("voices", "According to"),
    Column("hedge", "Hedged"),
    Column("claims", "Claims", "claims"),
)

STATEMENTS = (
    Column("channel", "Channel"),
    Column("state", "State"),
    Column("when", "When"),
    Column("voice", "According to"),
    Column("hedge", "Hedged"),
    Column("paraphrase", "What is said"),
    Column("claims", "Claims", "claims"),
)

ATTEMPTS = (
    Column("when", "When"),
    Column("what", "Outcome"),
    Column("line", "Line"),
    Column("voice", "According to"),
    Column("paraphrase", "What is said"),
    Column("claims", "Claims", "claims"),
)

BASES = {"said": "said", "proven": "held contact", "tried": "attempts that failed"}
SHOWN = {Truth.CERTAIN: "yes", Truth.POSSIBLE: "possibly", Truth.IMPOSSIBLE: "no"}
MOST_USES = 3


def channels_section(scope: Scope) -> Section:
    """The state of each channel on the day of the report, and every statement about one."""
    return Section(
        "channels",
        "Channels",
        f"On {scope.at or 'no particular day'}. 'Certain' and 'possible' follow from the dates of the claims;"
        " 'last said' is the latest statement about an earlier day. A use is proven by a held contact. The"
        " share is that of the attempts on record: what nobody reported is not in it.",
        tables=(channels_table(scope), details_table(scope), statements_table(scope)),
    )


def channels_table(scope: Scope, only: Key | None = None) -> Table:
    """One row a channel: its state on the day, its proven use, what is only said."""
    day = f" on {day_words(scope.last_day)}" if scope.last_day is not None else ""
    title = f"State{day}" if only else f"State of each channel{day}"
    rows = tuple(_row(scope, history) for history in _chosen(scope, only))
    return Table("channels", title, _columns(CHANNELS, only), rows, empty="No channel is on record.")


def details_table(scope: Scope, only: Key | None = None) -> Table:
    """One row a channel: what kind it is, between whom, where, under whom."""
    rows = tuple(_details(scope, history) for history in _chosen(scope, only))
    return Table(
        "channel_details",
        "What it is" if only else "What the channels are",
        _columns(DETAILS, only),
        rows,
        empty="No channel is on record.",
    )


def statements_table(scope: Scope, only: Key | None = None) -> Table:
    """One row a claim about a channel, in the order of time."""
    rows = tuple(_statement(scope, claim) for history in _chosen(scope, only) for claim in history.said)
    empty = "Nothing was said of it by then; that is no proof that it did not exist."
    title = "What was said of it" if only else "What was said of the channels"
    return Table("channel_states", title, _columns(STATEMENTS, only), rows, empty=empty)


def phases_table(scope: Scope, only: Key | None = None) -> Table:
    """The course of a channel (or of all): one row a phase, in the order of time."""
    rows = tuple(
        _phase(scope, history, phase) for history in _chosen(scope, only) for phase in phases(history)
    )
    title = f"{scope.label(only)} over time" if only else "The channels over time"
    empty = "Nothing on record of its state, and no contact through it by then; that is no proof of either."
    return Table("channel_phases", title, _columns(PHASES, only), rows, empty=empty)


def attempts_table(scope: Scope, channel: Key) -> Table:
    """Attempts between the ends of a channel by another line, or where the line is not told."""
    until = scope.options.until or scope.at
    found = attempts_between(scope.knowledge, channel, until, scope.options.known)
    return Table(
        "channel_attempts",
        "Apart from it: attempts between its ends that failed, by another line or one not told",
        ATTEMPTS,
        tuple(_attempt(scope, claim) for claim in found),
        empty="None on record.",
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


def share_words(found: Share) -> str:
    """Which of the attempts got through, as a person would say it.

    >>> from fractions import Fraction
    >>> share_words(Share(2, 3, 0, 0, Fraction(2, 5), Fraction(2, 5)))
    '2 of 5'
    >>> share_words(Share(0, 3, 0, 0, Fraction(0), Fraction(0), failed_more=True))
    '0 of at least 3'
    >>> share_words(Share(4, 0, 0, 0, Fraction(1), Fraction(1), held_more=True))
    'all of at least 4'
    >>> share_words(Share(1, 1, 1, 0, Fraction(1, 2), Fraction(2, 3)))
    '1 of 2, and possibly 1 more'
    >>> share_words(Share(0, 0, 0, 0, None, None))
    'no attempt on record'
    """
    if found.least is None:
        return "no attempt on record"
    total, more = found.held + found.failed, found.held_more or found.failed_more
    held = "all" if found.held_more and not found.failed else f"{found.held}"
    if found.held_more and found.failed:
        held = f"at least {held}"
    words = f"{held} of {'at least ' if more else ''}{total}" if total else ""
    return ", and ".join(part for part in (words, _open_words(found)) if part)


def _open_words(found: Share) -> str:
    """What may count besides."""
    held, failed = found.possible_held, found.possible_failed
    if held and failed:
        return f"{max(held, failed)} of which it is open whether they did"
    if held:
        return f"possibly {held} more"
    return f"possibly {failed} more that did not" if failed else ""


def _chosen(scope: Scope, only: Key | None) -> list[History]:
    return [history for history in scope.channels if only is None or history.channel == only]


def _columns(columns: tuple[Column, ...], only: Key | None) -> tuple[Column, ...]:
    """Of a single channel the name needs not stand in each row; CSV and JSON keep it."""
    if only is None:
        return columns
    return tuple(replace(one, shown=False) if one.name == "channel" else one for one in columns)


def _row(scope: Scope, history: History) -> Row:
    states = standings(history, scope.at) if scope.at else []
    proven, found = last_uses(history), share(history)
    first, last = _last_days(history, proven)
    return (
        scope.label(history.channel),
        ", ".join(f"{one.state} ({one.truth})" for one in _by_certainty(states)),
        _states(states, Truth.CERTAIN.value),
        _states(states, Truth.POSSIBLE.value),
        _states(states, LAST_SAID),
        _uses(scope.knowledge, proven),
        iso_day(first),
        iso_day(last),
        share_words(found),
        found.held,
        found.failed,
        found.possible_held,
        found.possible_failed,
        None if found.least is None else float(found.least),
        None if found.most is None else float(found.most),
        failures(history),
        ", ".join(only_said(history)),
        history.claims,
    )


def _by_certainty(states: Iterable[Standing]) -> list[Standing]:
    order = (Truth.CERTAIN.value, Truth.POSSIBLE.value, LAST_SAID)
    return sorted(
        (one for one in states if one.truth in order), key=lambda one: (order.index(one.truth), one.state)
    )


def _states(states: Iterable[Standing], truth: str) -> str:
    return "; ".join(one.state for one in states if one.truth == truth)


def _uses(knowledge: Knowledge, proven: tuple[Use, ...]) -> str:
    """The last use; each that may have been it where that is open."""
    if not proven:
        return "none on record"
    words = [_use(knowledge, one) for one in proven[:MOST_USES]]
    if len(proven) > MOST_USES:
        words.append(f"{len(proven) - MOST_USES} more")
    if len(proven) == 1:
        return words[0] if proven[0].truth is Truth.CERTAIN else f"possibly {words[0]}"
    return f"one of {len(proven)}: {'; '.join(words)}"


def _use(knowledge: Knowledge, one: Use) -> str:
    contested = " (contested)" if one.told.contested else ""
    return f"{contact_words(knowledge, one.told)}, {occurrence_words(one.told.bounds)}{contested}"


def _last_days(history: History, proven: tuple[Use, ...]) -> tuple[int | None, int | None]:
    """The first and the last day on which the last use may have been."""
    if not proven:
        return None, None
    sure = [one.told.bounds for one in uses(history) if one.truth is Truth.CERTAIN]
    every = [one.told.bounds for one in proven]
    earliest = max((one.earliest for one in sure), default=min(one.earliest for one in every))
    latest = max(one.latest for one in every)
    return days(Bounds(earliest, latest, earliest, latest))


def _details(scope: Scope, history: History) -> Row:
    channel = scope.knowledge.channels[history.channel]
    told = [claim for claim in history.said if claim.operator or claim.location or claim.level]
    return (
        channel.label,
        f"{channel.kind}, a kind of channel" if channel.generic else channel.kind,
        listed(scope.label(key) for key in channel.between),
        _each(scope.label(claim.operator) for claim in told if claim.operator),
        _each(claim.location for claim in told if claim.location),
        _each(claim.level for claim in told if claim.level),
        tuple(claim.key for claim in told),
    )


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


def _statement(scope: Scope, claim: Claim) -> Row:
    return (
        scope.label(claim.about),
        claim.state or "",
        stretch_words(claim.when) if claim.when else "",
        scope.voice(claim.voice, claim.voice_office),
        claim.hedge or "",
        claim.paraphrase,
        (claim.key,),
    )


def _phase(scope: Scope, history: History, phase: Phase) -> Row:
    first, last = days(phase.bounds)
    sure = phase.bounds if phase.bounds.certain else None
    from_, to = days(Bounds(sure.certain_from, "", "", sure.certain_until)) if sure else (None, None)
    return (
        scope.label(history.channel),
        _phase_words(scope.knowledge, phase),
        phase.state,
        BASES[phase.basis],
        SHOWN[borne_out(phase, history)] if phase.basis == SAID else "",
        _sure_words(from_, to) if sure else "",
        iso_day(first),
        iso_day(from_),
        iso_day(to),
        iso_day(last),
        "; ".join(scope.label(voice) for voice in phase.voices),
        _each(claim.hedge for claim in map(scope.knowledge.claims.__getitem__, phase.claims) if claim.hedge),
        phase.claims,
    )


def _phase_words(knowledge: Knowledge, phase: Phase) -> str:
    """When a phase was: as its claims have it, from the beginning of the first to the end of the last."""
    if phase.basis != SAID:
        return occurrence_words(phase.bounds)
    dates = [claim.when for claim in map(knowledge.claims.__getitem__, phase.claims)]
    told = [when for when in dates if when is not None and when.edtf]
    if len(told) < len(dates) or not told:
        return "over an unknown time" if not told else occurrence_words(phase.bounds)
    if len({when.edtf for when in told}) == 1:
        return stretch_words(told[0])
    first = min(told, key=lambda when: (when.bounds.earliest, when.bounds.latest))
    last = max(told, key=lambda when: (when.bounds.latest, when.bounds.earliest))
    begin, end = (first.edtf or "").partition("/")[0], (last.edtf or "").rpartition("/")[2]
    return stretch_words(When(f"{begin}/{end}", phase.bounds))


def _sure_words(first: int | None, last: int | None) -> str:
    if first is not None and first == last:
        return f"on {day_words(first)}"
    begin = f"from {day_words(first)}" if first is not None else "always"
    return f"{begin} to {day_words(last)}" if last is not None else begin


def _attempt(scope: Scope, claim: Claim) -> Row:
    return (
        occurrence_words(claim.when.bounds) if claim.when else "at an unknown time",
        claim.outcome or "",
        "; ".join(scope.label(key) for key in claim.channels) or "not told",
        scope.voice(claim.voice, claim.voice_office),
        claim.paraphrase,
        (claim.key,),
    )
