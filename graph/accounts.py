"""What each side says of a contact: the readouts side by side, and how the voices tell the contact itself.

A *readout* is one claim of what was said in a contact (its contents: topics, messages, warnings and so on),
with its voice and the side whose readout it is. A *version* is what one voice holds of the contact itself:
when, sought by whom, with which outcome, by what means, where, in public or not. Versions that differ
needn't contradict each other ('in May', 'on 19 May'); which of them do is found by
:mod:`backchannel.graph.disputes`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from backchannel.graph.asof import begun
from backchannel.graph.bounds import BEGINNING, END
from backchannel.graph.clock import day_bounds
from backchannel.graph.consensus import Consensus, about, live_claims
from backchannel.graph.model import Claim, Content, Key, Knowledge, Stamp, When
from backchannel.graph.pairs import LEVELS, pairs
from backchannel.graph.semantics import SPEAKS_OF_FACT, Truth, truth_within

__all__ = ["Account", "Readout", "Version", "accounts", "selected"]


@dataclass(frozen=True, slots=True)
class Readout:
    """One claim of what was said in a contact: by ``voice`` (in ``voice_office``), for the state ``side``."""

    claim: Key
    side: Key | None
    voice: Key
    voice_office: Key | None
    stance: str
    hedge: str | None
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What one voice holds of a contact; what it doesn't say is None or empty.

    ``seekers`` are the initiators it names; ``public`` is False where it calls the contact non-public.
    ``claims`` are its claims that say all of this alike.
    """

    voice: Key
    voice_office: Key | None
    stance: str
    when: When | None
    seekers: tuple[Key, ...]
    outcome: str | None
    mode: str | None
    channels: tuple[Key, ...]
    place: str | None
    public: bool | None
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """A contact as its sides tell it.

    ``contact`` is the consensus on it; ``truth`` whether it lies in the window asked for (certain where
    none was). ``readouts`` are ordered by side, ``versions`` by voice. ``differs`` names what the versions
    that speak of fact say differently: date, initiator, outcome, mode, place, public; and 'whether it took
    place' where one denies what another asserts.
    """

    contact: Consensus
    truth: Truth
    readouts: tuple[Readout, ...]
    versions: tuple[Version, ...]
    differs: tuple[str, ...]

    @property
    def sides(self) -> tuple[Key, ...]:
        """The sides whose readouts there are, sorted; readouts of no side don't add one."""
        return tuple(sorted({one.side for one in self.readouts if one.side}))

    @property
    def non_public(self) -> bool:
        """Whether a voice calls the contact non-public."""
        return any(one.public is False for one in self.versions)

    @property
    def claims(self) -> tuple[Key, ...]:
        """The claims of the readouts, then those of the contact."""
        of_contact = (claim for one in self.versions for claim in one.claims)
        return tuple(dict.fromkeys((*(one.claim for one in self.readouts), *of_contact)))


def accounts(
    knowledge: Knowledge,
    contact: Key | None = None,
    between: Collection[Key] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    at: str | None = None,
    known: str | None = None,
) -> tuple[Account, ...]:
    """Every contact of a window with all that is said of it, in the order of dates, the undated last.

    ``contact`` asks for that one; ``between`` holds the keys of one or two persons, offices, states or
    parties who were in touch. ``since`` and ``until`` (days, months or years; both included) are the
    window: contacts that can't lie in it are left out. ``at`` leaves out what certainly lay later, ``known``
    what was not published, or was withdrawn, by the end of that day. A contact of which no claim is live
    is not there, whatever was said of it. Raises :class:`~backchannel.graph.errors.DateError` for a day
    that is none.

    *Possible* and *certain* are those of an occurrence within a window
    (:func:`backchannel.graph.semantics.truth_within`) over the date all voices together leave possible.

    >>> accounts(Knowledge("A case", "en"), since="2022-09", until="2022-09")
    ()
    """
    window = day_bounds(since)[0] if since else BEGINNING, day_bounds(until)[1] if until else END
    end = day_bounds(at)[1] if at else END
    live = [claim for claim in live_claims(knowledge, known) if begun(claim.when, end)]
    told = _told(live, contact, frozenset(between))
    found = (_account(hub, claims, readouts, window) for hub, (claims, readouts) in told.items())
    inside = [one for one in found if one.truth is not Truth.IMPOSSIBLE]
    return tuple(sorted(inside, key=_order))


def selected(
    found: Iterable[Account], kinds: Collection[str] = (), non_public: bool = False
) -> tuple[Account, ...]:
    """The accounts with contents of some kinds only; ``non_public`` keeps contacts a voice calls so.

    ``kinds`` are kinds of content ('warning'); none asks for all. A readout without any of them is left
    out, and so is a contact without any such readout.

    >>> selected([], kinds=["warning"])
    ()
    """
    kept = tuple(one for one in found if one.non_public or not non_public)
    if not kinds:
        return kept
    narrowed = (replace(one, readouts=_of_kinds(one.readouts, kinds)) for one in kept)
    return tuple(one for one in narrowed if one.readouts)


def _of_kinds(readouts: Iterable[Readout], kinds: Collection[str]) -> tuple[Readout, ...]:
    narrowed = (
        replace(one, contents=tuple(said for said in one.contents if said.kind in kinds)) for one in readouts
    )
    return tuple(one for one in narrowed if one.contents)


def _told(
    live: Iterable[Claim], contact: Key | None, between: frozenset[Key]
) -> dict[Key, tuple[list[Claim], list[Claim]]]:
    """The claims of contact and the readouts of each contact that is asked for."""
    of_contact: dict[Key, list[Claim]] = defaultdict(list)
    of_readout: dict[Key, list[Claim]] = defaultdict(list)
    for claim in live:
        if claim.kind == "contact":
            of_contact[claim.about].append(claim)
        elif claim.kind == "account":
            of_readout[claim.about].append(claim)
    return {
        hub: (claims, of_readout.get(hub, []))
        for hub, claims in of_contact.items()
        if contact in (None, hub) and (not between or any(_between(claim, between) for claim in claims))
    }


def _between(claim: Claim, asked: frozenset[Key]) -> bool:
    """Whether some pair of the claim's parties, at any level, holds all who are asked for."""
    return any(asked <= set(pair) for level in LEVELS for pair in pairs(claim, level))


def _account(hub: Key, claims: list[Claim], readouts: list[Claim], window: tuple[Stamp, Stamp]) -> Account:
    agreed = about(hub, claims)
    versions = _versions(agreed.claims)
    return Account(
        contact=agreed,
        truth=truth_within(agreed.bounds, *window),
        readouts=tuple(sorted(map(_readout, readouts), key=lambda one: (one.side or "~", one.claim))),
        versions=versions,
        differs=_differs(versions),
    )


def _readout(claim: Claim) -> Readout:
    return Readout(
        claim=claim.key,
        side=claim.side,
        voice=claim.voice,
        voice_office=claim.voice_office,
        stance=claim.stance,
        hedge=claim.hedge,
        contents=claim.contents,
    )


def _versions(claims: Iterable[Claim]) -> tuple[Version, ...]:
    """One a voice; several where one voice says different things."""
    every = list(claims)
    if len(every) == 1:  # as most contacts have
        return (_version(every[0], (every[0].key,)),)
    found: dict[Version, list[Key]] = defaultdict(list)
    for claim in every:
        found[_version(claim, ())].append(claim.key)
    versions = [replace(one, claims=tuple(sorted(keys))) for one, keys in found.items()]
    return tuple(sorted(versions, key=lambda one: (one.voice, one.claims)))


def _version(claim: Claim, claims: tuple[Key, ...]) -> Version:
    return Version(
        voice=claim.voice,
        voice_office=claim.voice_office,
        stance=claim.stance,
        when=claim.when,
        seekers=tuple(sorted(one.entity for one in claim.participants if one.role == "initiator")),
        outcome=claim.outcome,
        mode=claim.mode,
        channels=claim.channels,
        place=claim.location,
        public=claim.public,
        claims=claims,
    )


def _differs(versions: Iterable[Version]) -> tuple[str, ...]:
    every = list(versions)
    if len(every) < 2:
        return ()
    facts = [one for one in every if one.stance in SPEAKS_OF_FACT]
    said: dict[str, set[object]] = {
        "date": {one.when.edtf for one in facts if one.when and one.when.edtf},
        "initiator": {one.seekers for one in facts if one.seekers},
        "outcome": {one.outcome for one in facts if one.outcome},
        "mode": {one.mode for one in facts if one.mode},
        "place": {one.place for one in facts if one.place},
        "public": {one.public for one in facts if one.public is not None},
    }
    denied = ("whether it took place",) if facts and any(one.stance == "denies" for one in every) else ()
    return denied + tuple(what for what, values in said.items() if len(values) > 1)


def _order(one: Account) -> tuple[bool, Stamp, Stamp, Key]:
    bounds = one.contact.bounds
    return *bounds.order, one.contact.contact
