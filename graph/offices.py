"""In which office a person mostly acts: for the colour of a node and the group it stands in."""

from __future__ import annotations

from collections import Counter, defaultdict

from backchannel.graph.model import Key, Knowledge

__all__ = ["main_offices"]


def main_offices(knowledge: Knowledge) -> dict[Key, Key]:
    """Each person's office: the one the claims show them in most, else the one held last.

    A reading aid, no statement: who held which office on a day is a question to the tenures.
    """
    seen: dict[Key, Counter[Key]] = defaultdict(Counter)
    for claim in knowledge.claims.values():
        if claim.voice_office and claim.voice.startswith("person/"):
            seen[claim.voice][claim.voice_office] += 1
        for participant in claim.participants:
            if participant.person and participant.office:
                seen[participant.person][participant.office] += 1
    held = sorted(knowledge.tenures.values(), key=lambda one: (one.start.bounds.earliest, one.key))
    found = {tenure.person: tenure.office for tenure in held}
    for person, counts in seen.items():
        found[person] = min(counts, key=lambda office: (-counts[office], office))
    return dict(sorted(found.items()))
