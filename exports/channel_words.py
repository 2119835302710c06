"""The condition of a channel in words of any language: its state on a day, what was said before, its use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from backchannel.exports.report_channels import now
from backchannel.exports.report_scope import Scope
from backchannel.graph.channel_use import last_uses
from backchannel.graph.channels import History

__all__ = ["condition_words", "earlier_states", "state_words", "use_words"]


def condition_words(scope: Scope, history: History) -> Iterator[str]:
    """What state a channel is in on the day of the report, its last use, and what failed."""
    say = scope.language.say
    state = state_words(scope, history)
    if state:
        yield say("channel-on", day=scope.day_words, state=state)
    earlier = earlier_states(scope, history)
    if earlier:
        yield say("channel-earlier", states=earlier)
    yield from use_words(scope, history)


def state_words(scope: Scope, history: History) -> str:
    """Its state on the day of the report, and how sure that is; nothing where none is told."""
    states = now(scope, history)
    if not states:
        return ""
    truth = f"channel-{states[0].truth.replace(' ', '-')}"
    return scope.language.say(truth, states=_listed(scope, [one.state for one in states], "or"))


def earlier_states(scope: Scope, history: History) -> str:
    """What else was said of its state."""
    today = {one.state for one in now(scope, history)}
    past = dict.fromkeys(claim.state for claim in history.said if claim.state)
    return _listed(scope, [state for state in past if state not in today], "and")


def use_words(scope: Scope, history: History) -> Iterator[str]:
    """Its last proven use, and what failed."""
    say = scope.language.say
    proven = [one.told.bounds for one in last_uses(history) if not one.told.contested]
    if proven:
        yield say("channel-proven", when=scope.language.which(proven))
    elif history.used == () and not history.failed:
        yield say("channel-unused")
    if history.failed:
        counts = sorted(Counter(one.outcome for one in history.failed).items())
        terms = ((count, scope.language.term("outcome", one)) for one, count in counts)
        each = [say("channel-failed-of", count=count, outcome=term) for count, term in terms]
        yield say("channel-failed", failures=", ".join(each))


def _listed(scope: Scope, states: Iterable[str], last: str) -> str:
    return scope.language.listed((scope.language.term("state", one) for one in states), last)
