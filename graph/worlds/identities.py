"""Who is meant by a name that a document leaves open: 'Sullivan', the one or the other.

The coder says so by a mention that means several. A party of a claim is open if the claim stands where such
a mention stands, and the party is one of those whom it may mean, or is a described party that bears the
printed name; unless the document names the party without doubt at that place, or the same claim stands in
another document that does. Throughout one document a name means the same person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from backchannel.graph.asof import out_by
from backchannel.graph.clock import known_stamp
from backchannel.graph.model import Citation, Claim, Key, Knowledge, Mention, Participant
from backchannel.graph.names import normal
from backchannel.graph.offices import main_offices
from backchannel.graph.worlds.choices import Choice

__all__ = ["Identities"]


class Identities:
    """The open names of a knowledge as it was known by the end of a day.

    >>> Identities(Knowledge("A case", "en")).choices
    {}
    """

    def __init__(self, knowledge: Knowledge, known: str | None = None) -> None:
        self._knowledge = knowledge
        self._clock = known_stamp(known)
        self._offices = main_offices(knowledge)
        self._mentions: dict[Key, list[Mention]] = defaultdict(list)
        for mention in sorted(knowledge.mentions.values(), key=lambda one: one.key):
            self._mentions[mention.document].append(mention)
        self.choices: dict[str, Choice] = {}

    def of(self, claim: Claim) -> dict[int, Choice]:
        """The parties of a claim whose identity is open, by their place among its participants."""
        found: dict[int, Choice] = {}
        for place, party in enumerate(claim.participants):
            mention = self._mention(claim, party)
            if mention is not None:
                found[place] = self._choice(mention)
        return found

    def resolved(self, claim: Claim, meant: Mapping[int, Key]) -> Claim:
        """The claim with some of its parties taken to be certain persons."""
        parties = tuple(
            self._as(party, meant[place]) if place in meant else party
            for place, party in enumerate(claim.participants)
        )
        return replace(claim, participants=parties)

    def _mention(self, claim: Claim, party: Participant) -> Mention | None:
        cited = [one for one in claim.citations if one.document and out_by(self._knowledge, one, self._clock)]
        near = [(one, mention) for one in cited for mention in self._near(one)]
        if any(mention.means == (party.entity,) for _, mention in near):
            return None
        return next((mention for _, mention in near if self._may_mean(mention, party)), None)

    def _near(self, citation: Citation) -> list[Mention]:
        """The mentions that stand at the place of a citation; without a place, anywhere in the document."""
        return [
            mention for mention in self._mentions.get(citation.document or "", ()) if _meet(mention, citation)
        ]

    def _may_mean(self, mention: Mention, party: Participant) -> bool:
        if len(mention.means) < 2:
            return False
        if party.person is not None:
            return party.person in mention.means
        entity = self._knowledge.entities.get(party.entity)
        forms = entity.names.all() if entity and entity.kind == "party" else ()
        return any(normal(text) == normal(mention.printed) for text, _ in forms)

    def _choice(self, mention: Mention) -> Choice:
        means = tuple(sorted(mention.means))
        printed = normal(mention.printed)
        key = f"identity {mention.document} {printed} {' '.join(means)}"
        if key not in self.choices:
            equal = (1 / len(means),) * len(means)
            on = (mention.printed, mention.document)
            self.choices[key] = Choice(key, "identity", mention.key, on, means, equal)
        return self.choices[key]

    def _as(self, party: Participant, person: Key) -> Participant:
        """A party as another person, who acts in the office that was stated, else in that person's own."""
        if party.person == person:
            return party
        stated = party.office is not None and party.office_basis == "stated"
        office = party.office if stated else self._offices.get(person)
        seat = self._knowledge.entities.get(office or "")
        state = party.state if stated or seat is None or seat.state is None else seat.state
        return replace(party, entity=person, person=person, office=office, state=state)


def _meet(mention: Mention, citation: Citation) -> bool:
    if not mention.spans or not citation.spans:
        return True
    return any(
        one.start < other.end and other.start < one.end for one in mention.spans for other in citation.spans
    )
