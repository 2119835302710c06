"""The summary: plain sentences, each made together with the claims it rests on.

A sentence about what is *not* on record has no claim to rest on, and so doesn't stand here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from backchannel.exports.report_channels import failures, now
from backchannel.exports.report_disputes import about_words
from backchannel.exports.report_model import Sentence
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import (
    contact_words,
    day_words,
    length_words,
    listed,
    occurrence_words,
    plural,
    sides,
    stretch_words,
    which_words,
)
from backchannel.graph.analytics.bridges import across, side_of
from backchannel.graph.channel_use import last_uses
from backchannel.graph.channels import History
from backchannel.graph.consensus import Consensus
from backchannel.graph.disputes import Dispute
from backchannel.graph.ledger import Gap
from backchannel.graph.model import Key
from backchannel.graph.silences import ClaimedSilence

__all__ = ["summary"]

MOST = 4  # sentences of one sort, and things listed in one sentence
FEW = 3  # who share a first place that is worth a sentence


def summary(scope: Scope) -> tuple[Sentence, ...]:
    """What a reader in a hurry should know, in the order of importance.

    Every sentence is made with its claims; :class:`~backchannel.graph.errors.UnsourcedError` is
    raised by one that has none.
    """
    return tuple(sentence for part in PARTS for sentence in part(scope))


def _held_across(scope: Scope) -> Iterator[Sentence]:
    """How many contacts were held across, and the last of them, or those that may have been the last."""
    held = _across(scope, ["held"])
    if not held:
        return
    begun = max(one.bounds.earliest for one in held)
    last = [one for one in held if one.bounds.latest > begun]
    until = f" up to {day_words(scope.last_day)}" if scope.last_day else ""
    count = f"{plural(len(held), 'held contact')} between {_states(scope)} {_is(len(held))} on record{until}"
    which = listed((_told(scope, one) for one in last[:MOST]), "or")
    named = f"the last was {which}" if len(last) == 1 else f"the last may have been {which}"
    yield Sentence(f"{count}; {named}.", _claims([*last, *(one for one in held if one not in last)]))


def _unanswered(scope: Scope) -> Iterator[Sentence]:
    """Which attempts across were refused or ignored."""
    found = _across(scope, ["refused", "ignored"])
    for one in sorted(found, key=lambda one: (one.bounds.latest, one.contact), reverse=True)[:MOST]:
        times = max(claim.times for claim in one.claims)
        attempts, were = (f"Attempts (at least {times})", "were") if times > 1 else ("An attempt", "was")
        text = (
            f"{attempts} {_whose(scope, one)} {occurrence_words(one.bounds)} {were} {one.outcome}"
            f"{_according(scope, one)}{'; this is contested' if one.contested else ''}."
        )
        yield Sentence(text, _claims([one]))


def _whose(scope: Scope, one: Consensus) -> str:
    seekers, others = sides(one.claims)
    if not (seekers and others):
        return f"at contact between {contact_words(scope.knowledge, one)}"
    return f"by {listed(map(scope.label, seekers))} to reach {listed(map(scope.label, others))}"


def _told(scope: Scope, one: Consensus) -> str:
    return f"{_a(one)} {occurrence_words(one.bounds)} ({contact_words(scope.knowledge, one)})"


def _gaps(scope: Scope) -> Iterator[Sentence]:
    """The longest certain gaps between held contacts across."""
    held = scope.every_contact
    found = [gap for gap in scope.gaps if gap.contact and gap.least and _is_across(scope, gap)]
    for gap in sorted(found, key=lambda gap: (-(gap.least or 0), gap.ends))[:2]:
        after = held[gap.contact or ""]
        before = [held[key] for key in gap.previous]
        days = length_words(gap.least or 0, gap.most)
        text = (
            f"Between {scope.label(gap.ends[0])} and {scope.label(gap.ends[1])} {days} passed"
            f" before their contact {occurrence_words(after.bounds)}; {STATUS[gap.status]}."
        )
        yield Sentence(text, (*_claims([after, *before]), *gap.claims, *gap.wider))


STATUS = {
    "claimed": "that they were silent over these days is claimed",
    "claimed in part": "that they were silent is claimed for a part of them",
    "claimed of a wider circle": "a silence is claimed of a wider circle to which they belong",
    "unrecorded": "nobody claims a silence, there is only no contact on record",
}


def _silences(scope: Scope) -> Iterator[Sentence]:
    """The silences claimed that no claim ends, those between the two states first."""
    for one in _unended(scope)[:MOST]:
        hedge = f" (hedged: ‘{one.hedge}’)" if one.hedge else ""
        but = f", but for {listed(one.exceptions)}" if one.exceptions else ""
        text = (
            f"{_claimed_by(scope, one)} there was {NOTHING.get(one.scope or '', 'no contact')}{hedge} between"
            f" {listed(map(scope.label, one.parties))} {stretch_words(one.when)}{but}."
        )
        yield Sentence(text, (one.claim,))


NOTHING = {
    "official exchange": "no official exchange",
    "public contact": "no public contact",
    "calls": "no call",
    "negotiations": "no negotiation",
    "information exchange": "no exchange of information",
}


def _claimed_by(scope: Scope, one: ClaimedSilence) -> str:
    voice = scope.voice(one.voice, one.voice_office)
    return f"{voice}: it is denied that" if one.stance == "denies" else f"According to {voice}"


def _unended(scope: Scope) -> list[ClaimedSilence]:
    states = set(scope.states or ())
    left = [one for one in scope.silences if one.ended_by is None]
    return sorted(
        left, key=lambda one: not states <= {state for circle in one.circles for state in circle.belongs_to}
    )


def _channels(scope: Scope) -> Iterator[Sentence]:
    """What state the channels between the two are in; kinds of channel come after lines of their own."""
    ordered = sorted(scope.channels, key=lambda one: scope.knowledge.channels[one.channel].generic)
    told = [one for one in ordered if one.claims]
    for history in told[:MOST]:
        yield Sentence(
            f"{_first_upper(scope.label(history.channel))}: {_condition(scope, history)}.", history.claims
        )


def _condition(scope: Scope, history: History) -> str:
    states = now(scope, history)
    parts = []
    if states and scope.at:
        sure = {"certain": "", "possible": " possibly still", "last said": " last said to be"}[
            states[0].truth
        ]
        parts.append(
            f"on {day_words(scope.last_day or 0)}{sure} {listed((one.state for one in states), 'or')}"
        )
    past = dict.fromkeys(claim.state for claim in history.said if claim.state)
    earlier = [state for state in past if state not in {one.state for one in states}]
    if earlier:
        parts.append(f"earlier said to be {listed(earlier)}")
    proven = [one.told.bounds for one in last_uses(history) if not one.told.contested]
    if proven:
        parts.append(f"last proven use {which_words(proven)}")
    elif history.used == () and not history.failed:
        parts.append("no contact through it on record")
    if history.failed:
        parts.append(f"attempts through it: {failures(history)}")
    return "; ".join(parts)


def _bridge(scope: Scope) -> Iterator[Sentence]:
    """On whom most contacts across hang, where that is not just everybody."""
    found = [one for one in scope.bridges if one.share]
    first = [one for one in found if one.held == found[0].held and one.node != one.side]
    if not first or len(first) > FEW or first[0].held < 2:
        return
    total = round(first[0].held / (first[0].share or 1))
    names = listed(scope.label(one.node) for one in first)
    took = "each took part" if len(first) > 1 else "took part"
    text = (
        f"{names} {took} in {first[0].held} of the {total} contacts held between {_states(scope)},"
        " more than anybody else."
    )
    yield Sentence(text, tuple(dict.fromkeys(claim for one in first for claim in one.claims)))


def _nearest(scope: Scope) -> Iterator[Sentence]:
    """Who stands nearest to all others, where somebody does."""
    linked = [row for row in scope.ranking if row.degree.counterparts]
    first = [row for row in linked if row.ranks["harmonic"] == 1]
    everybody = len(first) == len(linked)
    if not first or everybody or len(first) > FEW or first[0].degree.counterparts < 2:
        return
    names = listed(
        f"{scope.label(row.node)} ({plural(row.degree.counterparts, 'counterpart')},"
        f" {plural(row.degree.contacts, 'held contact')})"
        for row in first
    )
    text = f"Nearest to all others on record, by harmonic closeness over held contacts: {names}."
    claims = (claim for row in first for claim in scope.claims_of(row.node, ["held"]))
    yield Sentence(text, tuple(dict.fromkeys(claims)))


def _contested(scope: Scope) -> Iterator[Sentence]:
    """Contradictions; what differs over several statements of one voice in the same way is one."""
    groups: dict[tuple[object, ...], list[Dispute]] = defaultdict(list)
    for one in scope.disputes:
        voice = (
            scope.knowledge.claims[one.claims[0]].voice if one.kind == "day of the statement" else one.about
        )
        groups[one.kind, voice, tuple(position.holds for position in one.positions)].append(one)
    for several in list(groups.values())[:MOST]:
        yield Sentence(
            _difference(scope, several), tuple(dict.fromkeys(c for one in several for c in one.claims))
        )


def _difference(scope: Scope, several: list[Dispute]) -> str:
    one = several[0]
    held = listed((_holds(scope, one, index) for index in range(len(one.positions))), "or")
    if one.kind == "day of the statement":
        claim = scope.knowledge.claims[one.about]
        count = "a statement" if len(several) == 1 else f"{len(several)} statements"
        return f"The documents differ on the day of {count} by {scope.label(claim.voice)}: {held}."
    if one.kind == "refused or ignored":
        what = about_words(scope, one)
        return f"Perhaps contested: {what} over the same time were {held}, if they are the same attempts."
    contested = "Contested" if one.certain else "Perhaps contested"
    return f"{contested} ({one.kind}): {about_words(scope, one)}: {held}."


def _holds(scope: Scope, one: Dispute, index: int) -> str:
    position = one.positions[index]
    if one.kind == "initiator":
        return listed(scope.label(key) for key in position.holds.split(" "))
    if one.kind not in ("date", "day of the statement"):
        return position.holds
    claim = scope.knowledge.claims[position.claims[0]]
    dates = [claim.when, *(citation.said for citation in claim.citations)]
    found = next((when for when in dates if when and when.edtf == position.holds), None)
    return occurrence_words(found.bounds) if found else position.holds


def _proposed(scope: Scope) -> Iterator[Sentence]:
    """What was spoken of and is not said to have taken place."""
    found = [one for one in scope.contacts if one.outcome == "proposed"]
    if found:
        each = dict.fromkeys(f"{_a(one)} ({contact_words(scope.knowledge, one)})" for one in found[:MOST])
        yield Sentence(f"Spoken of, but not said to have taken place: {listed(each)}.", _claims(found))


PARTS: tuple[Callable[[Scope], Iterable[Sentence]], ...] = (
    _held_across,
    _unanswered,
    _gaps,
    _silences,
    _channels,
    _bridge,
    _nearest,
    _contested,
    _proposed,
)


def _across(scope: Scope, outcomes: list[str]) -> list[Consensus]:
    if scope.states is None:
        return []
    keys = {data["contact"] for *_, data in across(scope.network, *scope.states, outcomes)}
    return [one for one in scope.contacts if one.contact in keys]


def _is_across(scope: Scope, gap: Gap) -> bool:
    return {side_of(scope.network, end) for end in gap.ends} == set(scope.states or ())


def _states(scope: Scope) -> str:
    return listed(scope.label(state) for state in scope.states or ())


def _according(scope: Scope, one: Consensus) -> str:
    return f", according to {listed(scope.label(voice) for voice in one.voices)}" if one.voices else ""


def _claims(contacts: Iterable[Consensus]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(claim.key for one in contacts for claim in one.claims))


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _a(one: Consensus) -> str:
    mode = next((claim.mode for claim in one.claims if claim.mode), "contact")
    return f"a {mode}"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
