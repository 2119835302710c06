"""What a briefing says of itself: what it was made of, how, and what it can't tell."""

from __future__ import annotations

from backchannel.exports.language import Argument
from backchannel.exports.report_scope import Scope
from backchannel.graph.consensus import live_claims

__all__ = ["facts", "method"]

METHOD = ("claims", "clocks", "dates", "graph", "missing", "files")


def facts(scope: Scope, build: str) -> tuple[tuple[str, str], ...]:
    """The scope of a briefing, as pairs of a name and a text."""
    say = scope.language.say
    named = {
        "day": _day(scope),
        "known": say("fact-known-by", day=scope.options.known)
        if scope.options.known
        else say("fact-known-all"),
        "window": _window(scope),
        "level": scope.language.term("level", scope.options.level),
        "between": scope.language.listed(map(scope.label, scope.states or ())) or say("fact-between-none"),
        "made": _made(scope),
        "build": build,
    }
    return tuple((say(f"fact-{name}"), text) for name, text in named.items())


def method(scope: Scope, **choices: Argument) -> tuple[tuple[str, str], ...]:
    """How it came about and what it can't tell, as pairs of a heading and a text; ``choices`` are the numbers
    that its measures depend on."""
    say = scope.language.say
    return tuple((say(f"method-{name}-title"), say(f"method-{name}", **choices)) for name in METHOD)


def _day(scope: Scope) -> str:
    if scope.last_day is None:
        return scope.language.say("fact-day-none")
    day = scope.language.day(scope.last_day)
    return day if scope.options.at else scope.language.say("fact-day-last", day=day)


def _known(scope: Scope) -> str:
    known, say = scope.options.known, scope.language.say
    return say("fact-known-by", day=scope.language.named(known)) if known else say("fact-known-all")


def _window(scope: Scope) -> str:
    since, until = scope.options.since, scope.options.until or scope.at
    say, named = scope.language.say, scope.language.named
    begin = say("fact-since", day=named(since)) if since else say("fact-since-first")
    return say("fact-until", begin=begin, day=named(until)) if until else begin


def _made(scope: Scope) -> str:
    claims = live_claims(scope.knowledge, scope.options.known)
    documents = {one.document for claim in claims for one in claim.citations if one.document}
    seen = sum(scope.knowledge.documents[key].seen for key in documents)
    return scope.language.say(
        "fact-made-of",
        claims=len(claims),
        documents=len(documents),
        seen=seen,
        contacts=len(scope.contacts),
        silences=len(scope.silences),
    )
