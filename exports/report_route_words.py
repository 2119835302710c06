"""Routes in words: who is linked by what, how open it is, since when it was last used, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backchannel.exports.report_words import (
    day_words,
    listed,
    occurrence_words,
    plural,
    stretch_words,
    which_words,
)
from backchannel.graph.bounds import BEGINNING, julian_day, occurrence
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_answer import Answer, Route
from backchannel.graph.route_last import last_use, latest_refusal
from backchannel.graph.route_lines import Line
from backchannel.graph.routes import Routes
from backchannel.graph.silences import ClaimedSilence

__all__ = [
    "UNTOLD",
    "apart_words",
    "choice_words",
    "element_words",
    "last_words",
    "line_words",
    "opening_words",
    "rank_words",
    "route_words",
    "rule_words",
    "silence_words",
    "state_words",
    "summary",
    "without_words",
]

# A channel of which nothing is known is not closed: nobody says anything of it.
UNTOLD = "nothing known"
MOST_NAMED = 12
RANKS = {
    "leader": "leaders",
    "minister": "ministers",
    "adviser": "advisers",
    "chief of staff": "chiefs of staff",
    "ambassador": "ambassadors",
    "working": "working level",
}


def route_words(knowledge: Knowledge, route: Route, language: str = "en") -> str:
    """Whom a route leads through; a channel stands in brackets, or alone where it is the whole route."""
    if len(route.lines) == 1:
        return line_words(knowledge, route.lines[0], language, route.nodes)
    words = [knowledge.label(route.nodes[0], language)]
    for line, node in zip(route.lines, route.nodes[1:], strict=True):
        by = f"({knowledge.label(line.key, language)}) – " if line.is_channel else ""
        words.append(f"{by}{knowledge.label(node, language)}")
    return " – ".join(words)


def line_words(
    knowledge: Knowledge, line: Line, language: str = "en", nodes: Sequence[Key] | None = None
) -> str:
    """A line by its channel, or by the two it joins (in the order of ``nodes``)."""
    keys = [line.key] if line.is_channel else nodes or line.nodes
    return " – ".join(knowledge.label(key, language) for key in keys)


def element_words(knowledge: Knowledge, key: Key) -> str:
    """Something that can be cut: a person, office, party or channel by its name, a line by its two ends."""
    if not key.startswith("line/"):
        return knowledge.label(key)
    one, other = key.removeprefix("line/").split("~")
    return f"the line {knowledge.label(one)} – {knowledge.label(other)}"


def rank_words(line: Line) -> str:
    """The rank of a line; of two the ranks of both ends.

    >>> from backchannel.graph.route_ends import End
    >>> from backchannel.graph.semantics import Truth
    >>> ends = (End("person/a"), End("person/b"))
    >>> rank_words(Line("line/a~b", ends, Truth.CERTAIN, "open", "minister and chief of staff"))
    'ministers and chiefs of staff'
    >>> rank_words(Line("line/a~b", ends, Truth.CERTAIN, "open", None))
    'rank not told'
    """
    ranks = line.rank.split(" and ") if line.rank else []
    return listed(RANKS.get(rank, rank) for rank in ranks) or "rank not told"


def last_words(line: Line) -> str:
    """When a line was last proven to work; roughly where it is only roughly known."""
    found = last_use(line).proofs
    return which_words([one.bounds for one in found]) if found else ""


def state_words(line: Line) -> str:
    """The state of a line: what is said of it, when it was refused, what keeps it from being sure."""
    said = f"said to be {line.said}" if line.said and line.said not in (line.state, UNTOLD) else ""
    refused = latest_refusal(line) if line.state in ("refused", "ignored") else ()
    when = which_words([one.bounds for one in refused]) if refused else ""
    state = " ".join(part for part in (line.state, when) if part)
    why = line.why if line.why != line.state and not refused else ""
    return "; ".join(part for part in (state, said.replace("held contact", "used"), why) if part)


def silence_words(knowledge: Knowledge, one: ClaimedSilence) -> str:
    """A silence as somebody claims it."""
    hedge = f" ({one.hedge})" if one.hedge else ""
    parties = " – ".join(knowledge.label(party) for party in one.parties)
    return f"{parties}: no {one.scope or 'contact'} {stretch_words(one.when)}{hedge}"


def opening_words(found: Routes, ends: tuple[str, str]) -> str:
    """How many routes there were, and how many of them for sure."""
    asked = found.asked
    known = ""
    if asked.known:
        known = f", as known by the end of {_date(asked.known)},"
    between = f"from {ends[0]} to {ends[1]}"
    count, sure = len(found.now.routes), len(found.now.certain)
    head = f"On {_date(asked.day)}{known}"
    if not count:
        return f"{head} no route is known to have stood open {between}."
    more = "at least " if found.now.more else ""
    routes = plural(count, "route")
    return f"{head} {more}{routes} stood open {between}, {_sureness(count, sure)}."


def apart_words(knowledge: Knowledge, answer: Answer) -> str:
    """How many routes share nothing, and what it takes to separate the ends."""
    apart = len(answer.disjoint)
    if not apart:
        return ""
    lines = len(answer.disjoint_lines)
    by_line = f"; {lines} share no line, but may share a person or an office" if lines > apart else ""
    named = _named([choice_words(knowledge, place) for place in answer.places])
    if apart == 1:
        return f"One loss is enough to separate the ends{by_line}: {named}."
    sure = _sureness(apart, answer.surely_disjoint)
    note = "" if answer.any_choice_cuts else " (not every choice will do)"
    return (
        f"{apart} routes share no person, office or line, {sure}{by_line}. "
        f"To separate the ends {apart} things must go, one of each{note}: {named}."
    )


def without_words(knowledge: Knowledge, found: Routes, gone: Sequence[str]) -> str:
    """What is left when something is left out, compared with what there was."""
    left, lost = found.left.routes, found.lost
    whom = listed(gone)
    if not lost:
        return f"Without {whom} nothing is lost."
    named = _routes_named(knowledge, lost)
    if not left:
        return f"Without {whom} no route remains. Lost: {named}."
    rest = f"{len(left)} of {len(found.now.routes)} routes {'remains' if len(left) == 1 else 'remain'}"
    return f"Without {whom} {rest}: {_routes_named(knowledge, left)}. Lost: {named}."


def rule_words(found: Routes) -> str:
    """By which rule a line and a route counted."""
    asked, start = found.asked, found.asked.window[0]
    lines = plural(asked.most, "line")
    if start == BEGINNING:
        return f"Any earlier held contact counts, however long ago; routes of at most {lines}."
    first = day_words(julian_day(start[:10]))
    return f"A held contact counts for {asked.within} (from {first}); routes of at most {lines}."


def summary(knowledge: Knowledge, found: Routes, ends: tuple[str, str], gone: Sequence[str]) -> list[str]:
    """The answer in sentences and lists, one line each; what is in a list begins with two blanks."""
    told = [line for line in found.closed if line.state != UNTOLD]
    untold = [line for line in found.closed if line.state == UNTOLD]
    words = [opening_words(found, ends)]
    words += _listed(_open_line(knowledge, route) for route in found.now.routes)
    closed = [f"{line_words(knowledge, line)} ({rank_words(line)}): {_closed(line)}" for line in told]
    closed += [silence_words(knowledge, one) for one in found.silences]
    words += ["Not open:", *_listed(closed)] if closed else []
    if untold:
        names = listed(line_words(knowledge, line) for line in untold[:MOST_NAMED])
        more = f" and {len(untold) - MOST_NAMED} more" if len(untold) > MOST_NAMED else ""
        words.append(f"Nothing was known by then of: {names}{more}.")
    words.append(apart_words(knowledge, found.now))
    words.append(without_words(knowledge, found, gone) if gone else "")
    words.append(apart_words(knowledge, found.left) if gone and found.lost else "")
    return [line for line in (*words, rule_words(found)) if line]


def _open_line(knowledge: Knowledge, route: Route) -> str:
    parts = []
    for line in route.lines:
        last = last_words(line)
        used = f"last proven {last}" if last else "no use on record"
        name = f"{line_words(knowledge, line)}: " if len(route.lines) > 1 else ""
        parts.append(f"{name}{state_words(line)}; {used}")
    ranks = listed(dict.fromkeys(rank_words(line) for line in route.lines), "then")
    return f"{route_words(knowledge, route)} ({ranks}): {' | '.join(parts)}"


def _closed(line: Line) -> str:
    last = last_words(line)
    return f"{state_words(line)}; {f'last held {last}' if last else 'no held contact on record'}"


def choice_words(knowledge: Knowledge, place: Iterable[Key]) -> str:
    """What can be cut of one route; of a line between two named beside it only that it is theirs."""
    keys = list(place)
    words = [
        "their line"
        if key.startswith("line/") and set(key.removeprefix("line/").split("~")) <= set(keys)
        else element_words(knowledge, key)
        for key in sorted(keys, key=lambda key: key.startswith("line/"))
    ]
    return listed(words, "or")


def _routes_named(knowledge: Knowledge, several: Sequence[Route]) -> str:
    return _named([route_words(knowledge, route) for route in several])


def _named(several: Sequence[str]) -> str:
    """Some names, and how many more there are."""
    more = [f"and {len(several) - MOST_NAMED} more"] if len(several) > MOST_NAMED else []
    return "; ".join([*several[:MOST_NAMED], *more])


def _listed(lines: Iterable[str]) -> list[str]:
    every = list(lines)
    more = [f"  ... and {len(every) - MOST_NAMED} more, in the table"] if len(every) > MOST_NAMED else []
    return [*(f"  {line}" for line in every[:MOST_NAMED]), *more]


def _sureness(count: int, sure: int) -> str:
    if sure == count:
        return "for sure" if count == 1 else "all for sure"
    return f"{sure} of them for sure" if sure else "but only possibly"


def _date(day: str) -> str:
    return occurrence_words(occurrence(day)).removeprefix("on ").removeprefix("in ")
