"""How contacts changed: small multiples of the busiest pairs, and whether it is more than chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from backchannel.exports import plots_small, svg
from backchannel.exports.plots_small import Panel
from backchannel.exports.report_model import Column, Figure, Row, Section, Sentence, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import shortened
from backchannel.exports.tables import printable
from backchannel.graph.analytics.bridges import side_of
from backchannel.graph.bounds import END
from backchannel.graph.clock import day_bounds
from backchannel.graph.model import Key
from backchannel.graph.occasions import OUTCOMES
from backchannel.graph.semantics import possibly_within
from backchannel.graph.trends import (
    Break,
    Event,
    Point,
    Settings,
    Trends,
    Trial,
    Window,
    events,
    series,
    trends,
    windows,
)

__all__ = ["overtime_section", "overtime_sentences", "tested"]

MOST = 6  # pairs
WINDOWS = 36  # so many bars can be told apart; longer times are counted by the quarter or the year
LABEL = 40
NEWS = 0.05  # the level of the tests

Pair = tuple[Key, Key]


def tested(scope: Scope, seed: int) -> Trends | None:
    """What was tested of the two states; None where there are none or nothing bears a date."""
    if scope.states is None or scope.at is None:
        return None
    asked = scope.options
    return trends(
        scope.knowledge,
        *scope.states,
        level="state",
        since=asked.since,
        until=asked.until or scope.at,
        known=asked.known,
        settings=Settings(seed=seed),
    )


def overtime_sentences(scope: Scope, found: Trends | None) -> Iterator[Sentence]:
    """Each change that chance hardly explains; where none does, that."""
    run = [one for one in found.trials if one.chance and one.claims] if found else []
    news = [one for one in run if (one.corrected or 0) <= NEWS]
    for one in news:
        yield Sentence(_change(scope, one), one.claims)
    if run and not news:
        least = min(one.corrected or 0 for one in run)
        claims = tuple(dict.fromkeys(claim for one in run for claim in one.claims))
        text = scope.language.say("change-none", states=_names(scope), count=len(run), least=f"{least:.2f}")
        yield Sentence(text, claims)


def _change(scope: Scope, one: Trial) -> str:
    asked = scope.language.term("change", one.question)
    # A shift after refusals has no day of its own.
    day = one.found.day if isinstance(one.found, Break) else None
    when = scope.language.say("change-from", day=scope.language.day(day)) if day is not None else ""
    return scope.language.say(
        "change-found", states=_names(scope), asked=asked, when=when, chance=f"{one.corrected or 0:.3f}"
    )


def _names(scope: Scope) -> str:
    return scope.language.listed(map(scope.label, scope.states or ()))


def overtime_section(scope: Scope) -> Section:
    """The contacts of the busiest pairs across, window by window; all counts in the table."""
    say = scope.language.say
    pairs, several, points = _counted(scope)
    table = Table(
        "overtime", say("overtime-table"), _columns(scope), tuple(_rows(scope, points)), empty="", most=0
    )
    figures = (_figure(scope, pairs, several, points),) if pairs and several else ()
    intro = say("overtime-intro") if figures else say("overtime-empty")
    return Section("overtime", say("overtime-title"), intro, figures, (table,))


def _counted(scope: Scope) -> tuple[list[Pair], tuple[Window, ...], dict[Pair, list[Point]]]:
    every = events(scope.knowledge, scope.options.level, scope.options.known)
    inside = [one for one in every if possibly_within(one.bounds, *scope.window)]
    counts = Counter(pair for one in inside for pair in one.pairs if _across(scope, pair))
    pairs = sorted(counts, key=lambda pair: (-counts[pair], pair))[:MOST]
    own = [one for one in inside if set(pairs) & set(one.pairs)]
    several = _windows(scope, own)
    points = {pair: series([one for one in own if pair in one.pairs], several) for pair in pairs}
    return pairs, several, points


def _across(scope: Scope, pair: Pair) -> bool:
    known = [end for end in pair if end in scope.network]
    return len(known) == 2 and {side_of(scope.network, end) for end in known} == set(scope.states or ())


def _windows(scope: Scope, found: Sequence[Event]) -> tuple[Window, ...]:
    """The shortest windows of which there are few enough, from the first dated contact to the day."""
    begins = [one.days[0] for one in found if one.days]
    if not begins or scope.window[1] == END or scope.at is None:
        return ()
    first = max(scope.window[0], min(one.bounds.earliest for one in found if one.days))
    last = day_bounds(scope.options.until or scope.at)[1]
    tried = (windows(every, first, last) for every in ("month", "quarter", "year"))
    return next((some for some in tried if len(some) <= WINDOWS), windows("year", first, last)[-WINDOWS:])


def _figure(
    scope: Scope, pairs: Sequence[Pair], several: Sequence[Window], points: dict[Pair, list[Point]]
) -> Figure:
    say = scope.language.say
    panels = [_panel(scope, pair, several, points[pair]) for pair in pairs]
    names = {name: scope.language.term("outcome", name) for name in OUTCOMES}
    drawing = plots_small.multiples(panels, [one.name for one in several], names, say("overtime-possible"))
    title, caption = say("overtime-figure"), say("overtime-caption")
    parts = (drawing.svg, "overtime", title, caption, drawing.titles)
    return Figure("overtime", title, caption, svg.standalone(*parts), svg.inline(*parts))


def _panel(scope: Scope, pair: Pair, several: Sequence[Window], points: Sequence[Point]) -> Panel:
    told = {(point.measure, point.window): point for point in points}
    least = {name: tuple(_least(told, name, one) for one in several) for name in OUTCOMES}
    open_ = tuple(
        sum(
            int(told[name, one].most or 0) - _least(told, name, one)
            for name in OUTCOMES
            if (name, one) in told
        )
        for one in several
    )
    title = " – ".join(shortened(printable(scope.label(end)), LABEL // 2) for end in pair)
    return Panel(title, tuple(least.items()), open_)


def _least(told: dict[tuple[str, Window], Point], name: str, window: Window) -> int:
    return int(told[name, window].least or 0) if (name, window) in told else 0


def _columns(scope: Scope) -> tuple[Column, ...]:
    say = scope.language.say
    texts = (Column(name, say(f"column-{name}")) for name in ("one", "other", "window", "measure"))
    numbers = (Column(name, say(f"column-{name}"), "share") for name in ("least", "most"))
    return (*texts, *numbers, Column("claims", say("column-claims"), "claims"))


def _rows(scope: Scope, points: dict[Pair, list[Point]]) -> Iterator[Row]:
    for (one, other), several in points.items():
        for point in several:
            if point.most:
                names = (scope.label(one), scope.label(other))
                yield (*names, point.window.name, point.measure, point.least, point.most, point.claims)
