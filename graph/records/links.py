"""What claims say of each other: repeats, corrections, retractions, accounts of a contact."""

from __future__ import annotations

from collections import defaultdict

from backchannel.graph.clock import UNKNOWN_PUBLICATION
from backchannel.graph.model import Claim, Key, Stamp
from backchannel.graph.nearest import Lookalikes, choice
from backchannel.graph.records.circles import circles
from backchannel.graph.records.claims import Draft
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.dossiers import Read, Repeat
from backchannel.graph.records.fields import Fields, shown

__all__ = ["link", "withdrawals"]


def link(desk: Desk, read: Read) -> None:
    """Check every id that a claim or repeat names, and hang the repeats onto their claims."""
    ids = Ids(desk)
    for draft in read.drafts:
        for field, thing, last in draft.links:
            ids.check(draft.fields, field, thing, last)
    drafts = {draft.claim.key: draft for draft in read.drafts}
    _no_circles(read)
    _same_voice(desk, drafts)
    for repeat in read.repeats:
        if ids.check(repeat.fields, "claim", "claim", repeat.claim):
            _hang(drafts.get(f"claim/{repeat.claim}"), repeat)


class Ids:
    """The ids of claims, contacts and silences, and the nearest to one that doesn't exist."""

    def __init__(self, desk: Desk) -> None:
        self._ledger = desk.ledger
        self._likely: dict[str, Lookalikes] = {}

    def check(self, fields: Fields, field: str, thing: str, last: str) -> bool:
        """Whether the thing exists; the record that names it rests on it."""
        key = f"{thing}/{last}"
        if key in self._ledger.definers:
            fields.record.rest_on(key, last, fields.line(field))
            return True
        near = self._near(thing, last)
        hint = f"did you mean {choice(near)}?" if near else ""
        fields.reject(
            field, f"unknown {thing} '{shown(last)}' in '{field}'", f"the id of a {thing} of this case", hint
        )
        return False

    def _near(self, thing: str, last: str) -> tuple[str, ...]:
        if thing not in self._likely:
            start = f"{thing}/"
            ids = (key.removeprefix(start) for key in sorted(self._ledger.definers) if key.startswith(start))
            self._likely[thing] = Lookalikes(ids)
        return self._likely[thing].like(last)[:3]


def _hang(draft: Draft | None, repeat: Repeat) -> None:
    if draft is None:
        return
    twin = draft.chain.stands_in(repeat.appearance.document)
    if twin is not None:
        hint = f"give the further places in its 'at' ({twin.record.place})"
        repeat.fields.reject("claim", f"'{repeat.claim}' is already coded in this document", "it once", hint)
    elif not draft.chain.add(repeat.appearance):
        expected = "documents that don't draw on this one for the claim"
        repeat.fields.reject("via", f"'{repeat.claim}' would come back to this document", expected)


def _no_circles(read: Read) -> None:
    """No claim supersedes or retracts itself, at however many removes."""
    over = {draft.claim.key: _over(draft.claim) for draft in read.drafts}
    ring = circles(over)
    for draft in read.drafts:
        if draft.claim.key in ring:
            field = "supersedes" if draft.claim.supersedes else "retracts"
            found = f"a circle of corrections from '{draft.claim.key.removeprefix('claim/')}' back to itself"
            draft.fields.reject(field, found, "corrections that lead from the newer to the older")


def _over(claim: Claim) -> list[Key]:
    return [key for key in (claim.supersedes, claim.retracts) if key]


def _same_voice(desk: Desk, drafts: dict[Key, Draft]) -> None:
    """Only who said a thing, or who published it, can take it back: others can deny it."""
    for draft in drafts.values():
        for key in _over(draft.claim):
            old = drafts.get(key)
            if old is None or draft.claim.voice in _answerable(desk, old):
                continue
            field = "supersedes" if draft.claim.supersedes == key else "retracts"
            who = desk.index.label(old.claim.voice)
            found = (
                f"'{key.removeprefix('claim/')}' is withdrawn by another voice than the one that claimed it"
            )
            hint = "where another voice contradicts it, code a claim of its own about the same contact"
            draft.record.warn(draft.fields.line(field), found, f"the voice '{who}'", hint)


def _answerable(desk: Desk, old: Draft) -> set[Key | None]:
    publishers = {desk.documents[key].publisher for key in old.chain.documents() if key in desk.documents}
    return {old.claim.voice, *publishers}


def withdrawals(claims: list[Claim]) -> dict[Key, Stamp]:
    """From when each superseded or retracted claim counts as withdrawn: the first publication of a
    claim that says so (unknown publication: at the end of time, when everything is known)."""
    found: dict[Key, list[Stamp]] = defaultdict(list)
    for claim in claims:
        for key in _over(claim):
            found[key].append(claim.known or UNKNOWN_PUBLICATION)
    return {key: min(stamps) for key, stamps in found.items()}
