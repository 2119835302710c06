"""The summary: plain sentences, each made together with the claims it rests on, in any of the languages.

A sentence about what is *not* on record has no claim to rest on, and so doesn't stand here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from backchannel.exports.channel_words import condition_words
from backchannel.exports.report_disputes import about_words
from backchannel.exports.report_model import Sentence
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import contact_words, sides
from backchannel.graph.analytics import Rank
from backchannel.graph.analytics.bridges import across, side_of
from backchannel.graph.consensus import Consensus
from backchannel.graph.disputes import Dispute
from backchannel.graph.ledger import Gap
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence

__all__ = [
    "Part",
    "bridge",
    "channels",
    "contested",
    "gaps",
    "grouped",
    "held_across",
    "holds_words",
    "nearest",
    "proposed",
    "silences",
    "summary",
    "told",
    "unanswered",
]

Part = Callable[[Scope], Iterable[Sentence]]

MOST = 4  # sentences of one sort, and things listed in one sentence
FEW = 3  # who share a first place that is worth a sentence


def summary(scope: Scope) -> tuple[Sentence, ...]:
    """What a reader in a hurry should know, in the order of importance.

    Every sentence is made with its claims; :class:`~backchannel.graph.errors.UnsourcedError` is
    raised by one that has none.
    """
    return told(scope, [(part, None) for part in PARTS])


def told(scope: Scope, parts: Iterable[tuple[Part, int | None]]) -> tuple[Sentence, ...]:
    """The sentences of some parts, at most so many of each; every one begins as a sentence does."""
    found = (sentence for part, most in parts for sentence in islice(part(scope), most))
    return tuple(replace(one, text=_first_upper(one.text)) for one in found)


def held_across(scope: Scope) -> Iterator[Sentence]:
    """How many contacts were held across, and the last of them, or those that may have been the last."""
    held = _across(scope, ["held"])
    if not held:
        return
    begun = max(one.bounds.earliest for one in held)
    last = [one for one in held if one.bounds.latest > begun]
    say = scope.language.say
    until = say("summary-until", day=scope.language.day(scope.last_day)) if scope.last_day else ""
    which = scope.language.listed((_told(scope, one) for one in last[:MOST]), "or")
    named = say("summary-last" if len(last) == 1 else "summary-last-maybe", which=which)
    text = say("summary-held", count=len(held), states=_states(scope), until=until, last=named)
    yield Sentence(text, _claims([*last, *(one for one in held if one not in last)]))


def unanswered(scope: Scope) -> Iterator[Sentence]:
    """Which attempts across were refused or ignored."""
    found = _across(scope, ["refused", "ignored"])
    for one in sorted(found, key=lambda one: (one.bounds.latest, one.contact), reverse=True)[:MOST]:
        text = scope.language.say(
            "summary-attempt",
            count=max(claim.times for claim in one.claims),
            whose=_whose(scope, one),
            when=scope.language.occurrence(one.bounds),
            outcome=scope.language.term("outcome", one.outcome),
            according=_according(scope, one),
        )
        yield Sentence(text, _claims([one]))


def _whose(scope: Scope, one: Consensus) -> str:
    say, listed = scope.language.say, scope.language.listed
    seekers, others = sides(one.claims)
    if not (seekers and others):
        return say("summary-whose-unknown", who=_who(scope, one))
    names = (listed(map(scope.label, side)) for side in (seekers, others))
    return say("summary-whose", **dict(zip(("seekers", "others"), names, strict=True)))


def _who(scope: Scope, one: Consensus) -> str:
    return contact_words(scope.knowledge, one, scope.language)


def _told(scope: Scope, one: Consensus) -> str:
    when = scope.language.occurrence(one.bounds)
    return scope.language.say("summary-told", what=_a(scope, one), when=when, who=_who(scope, one))


def gaps(scope: Scope) -> Iterator[Sentence]:
    """The longest certain gaps between held contacts across."""
    held = scope.every_contact
    found = [gap for gap in scope.gaps if gap.contact and gap.least and _is_across(scope, gap)]
    for gap in sorted(found, key=lambda gap: (-(gap.least or 0), gap.ends))[:2]:
        after = held[gap.contact or ""]
        before = [held[key] for key in gap.previous]
        text = scope.language.say(
            "summary-gap",
            one=scope.label(gap.ends[0]),
            other=scope.label(gap.ends[1]),
            days=scope.language.length(gap.least or 0, gap.most),
            when=scope.language.occurrence(after.bounds),
            status=scope.language.term("gap", gap.status),
        )
        yield Sentence(text, (*_claims([after, *before]), *gap.claims, *gap.wider))


def silences(scope: Scope) -> Iterator[Sentence]:
    """The silences claimed that no claim ends, those between the two states first."""
    for one in _unended(scope)[:MOST]:
        yield Sentence(_silence(scope, one), (one.claim,))


def _silence(scope: Scope, one: ClaimedSilence) -> str:
    say, listed = scope.language.say, scope.language.listed
    return say(
        "summary-silence-denied" if one.stance == "denies" else "summary-silence",
        voice=scope.voice(one.voice, one.voice_office),
        nothing=scope.language.term("nothing", one.scope or "any contact"),
        hedge=say("summary-hedge", hedge=one.hedge) if one.hedge else "",
        parties=listed(map(scope.label, one.parties)),
        during=scope.language.stretch(one.when),
        but=say("summary-but", exceptions=listed(one.exceptions)) if one.exceptions else "",
    )


def _unended(scope: Scope) -> list[ClaimedSilence]:
    states = set(scope.states or ())
    left = [one for one in scope.silences if one.ended_by is None]
    return sorted(
        left, key=lambda one: not states <= {state for circle in one.circles for state in circle.belongs_to}
    )


def channels(scope: Scope) -> Iterator[Sentence]:
    """What state the channels between the two are in; kinds of channel come after lines of their own."""
    ordered = sorted(scope.channels, key=lambda one: scope.knowledge.channels[one.channel].generic)
    told = [one for one in ordered if one.claims]
    for history in told[:MOST]:
        name, condition = scope.label(history.channel), "; ".join(condition_words(scope, history))
        text = scope.language.say("summary-channel", channel=name, condition=condition)
        yield Sentence(text, history.claims)


def bridge(scope: Scope) -> Iterator[Sentence]:
    """On whom most contacts across hang, where that is not just everybody."""
    found = [one for one in scope.bridges if one.share]
    first = [one for one in found if one.held == found[0].held and one.node != one.side]
    if not first or len(first) > FEW or first[0].held < 2:
        return
    text = scope.language.say(
        "summary-bridge",
        count=len(first),
        names=scope.language.listed(scope.label(one.node) for one in first),
        held=first[0].held,
        total=round(first[0].held / (first[0].share or 1)),
        states=_states(scope),
    )
    yield Sentence(text, tuple(dict.fromkeys(claim for one in first for claim in one.claims)))


def nearest(scope: Scope) -> Iterator[Sentence]:
    """Who stands nearest to all others, where somebody does."""
    linked = [row for row in scope.ranking if row.degree.counterparts]
    first = [row for row in linked if row.ranks["harmonic"] == 1]
    everybody = len(first) == len(linked)
    if not first or everybody or len(first) > FEW or first[0].degree.counterparts < 2:
        return
    names = scope.language.listed(_reach(scope, row) for row in first)
    claims = (claim for row in first for claim in scope.claims_of(row.node, ["held"]))
    yield Sentence(scope.language.say("summary-nearest", names=names), tuple(dict.fromkeys(claims)))


def _reach(scope: Scope, row: Rank) -> str:
    say = scope.language.say
    return say(
        "summary-nearest-of",
        name=scope.label(row.node),
        counterparts=say("counterparts", count=row.degree.counterparts),
        contacts=say("held-contacts", count=row.degree.contacts),
    )


def contested(scope: Scope) -> Iterator[Sentence]:
    """Contradictions; what differs over several statements of one voice in the same way is one."""
    for several in grouped(scope)[:MOST]:
        yield Sentence(
            _difference(scope, several), tuple(dict.fromkeys(c for one in several for c in one.claims))
        )


def grouped(scope: Scope) -> list[list[Dispute]]:
    """The disputes, those together in which statements of one voice differ in the same way."""
    groups: dict[tuple[object, ...], list[Dispute]] = defaultdict(list)
    for one in scope.disputes:
        voice = (
            scope.knowledge.claims[one.claims[0]].voice if one.kind == "day of the statement" else one.about
        )
        groups[one.kind, voice, tuple(position.holds for position in one.positions)].append(one)
    return list(groups.values())


def _difference(scope: Scope, several: list[Dispute]) -> str:
    say, one = scope.language.say, several[0]
    held = scope.language.listed(
        (holds_words(scope, one, index) for index in range(len(one.positions))), "or"
    )
    if one.kind == "day of the statement":
        voice = scope.label(scope.knowledge.claims[one.about].voice)
        return say("summary-said-on", count=len(several), voice=voice, held=held)
    what = about_words(scope, one)
    if one.kind == "refused or ignored":
        return say("summary-refused-or-ignored", what=what, held=held)
    kind = scope.language.term("kind", one.kind)
    return say("summary-dispute" if one.certain else "summary-dispute-maybe", kind=kind, what=what, held=held)


def holds_words(scope: Scope, one: Dispute, index: int) -> str:
    """What the position of this number holds, in words."""
    position = one.positions[index]
    if one.kind == "initiator":
        return scope.language.listed(scope.label(key) for key in position.holds.split(" "))
    if one.kind not in ("date", "day of the statement"):
        return scope.language.term("outcome", position.holds)
    claim = scope.knowledge.claims[position.claims[0]]
    dates = [claim.when, *(citation.said for citation in claim.citations)]
    found = next((when for when in dates if when and when.edtf == position.holds), None)
    return scope.language.occurrence(found.bounds) if found else position.holds


def proposed(scope: Scope) -> Iterator[Sentence]:
    """What was spoken of and is not said to have taken place."""
    found = [one for one in scope.contacts if one.outcome == "proposed"]
    if found:
        say, listed = scope.language.say, scope.language.listed
        each = (say("summary-proposed-of", what=_a(scope, one), who=_who(scope, one)) for one in found[:MOST])
        yield Sentence(say("summary-proposed", each=listed(dict.fromkeys(each))), _claims(found))


PARTS: tuple[Part, ...] = (
    held_across,
    unanswered,
    gaps,
    silences,
    channels,
    bridge,
    nearest,
    contested,
    proposed,
)


def _across(scope: Scope, outcomes: list[str]) -> list[Consensus]:
    if scope.states is None:
        return []
    keys = {data["contact"] for *_, data in across(scope.network, *scope.states, outcomes)}
    return [one for one in scope.contacts if one.contact in keys]


def _is_across(scope: Scope, gap: Gap) -> bool:
    return {side_of(scope.network, end) for end in gap.ends} == set(scope.states or ())


def _states(scope: Scope) -> str:
    return scope.language.listed(scope.label(state) for state in scope.states or ())


def _according(scope: Scope, one: Consensus) -> str:
    """By whose word, and whether others say otherwise."""
    say = scope.language.say
    voices = scope.language.listed(scope.label(voice) for voice in one.voices)
    named = say("summary-according", voices=voices) if one.voices else ""
    return named + (say("summary-contested") if one.contested else "")


def _claims(contacts: Iterable[Consensus]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(claim.key for one in contacts for claim in one.claims))


def _a(scope: Scope, one: Consensus) -> str:
    """The means with its article."""
    mode = next((claim.mode for claim in one.claims if claim.mode), "contact")
    return scope.language.term("mode", mode)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
