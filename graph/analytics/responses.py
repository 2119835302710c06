"""Who calls, who answers: attempts by what came of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from backchannel.graph.analytics.choices import DEFAULT, OUTCOMES, Choices
from backchannel.graph.analytics.simple import contacts_between

__all__ = ["TRIED", "Response", "answered", "answered_links", "answering", "responses"]

ANSWERS = ("held", "refused", "ignored")  # 'attempted' and 'cancelled' don't tell what the other side did
TRIED = tuple(outcome for outcome in OUTCOMES if outcome != "proposed")


@dataclass(frozen=True, slots=True)
class Response:
    """Distinct contacts by outcome: those one ``sought`` with others, those others sought (``received``).

    >>> response = Response({"held": 1, "ignored": 3, "attempted": 2}, {})
    >>> response.answered, response.answering
    (0.25, None)
    """

    sought: Mapping[str, int] = field(default_factory=dict)
    received: Mapping[str, int] = field(default_factory=dict)

    @property
    def answered(self) -> float | None:
        """The share of one's attempts that others answered; None where nothing is known of any."""
        return _share(self.sought)

    @property
    def answering(self) -> float | None:
        """The share of others' attempts that one answered; None where nothing is known of any."""
        return _share(self.received)


def responses(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, Response]:
    """What came of each node's attempts, and of those of others to reach it.

    Counted are contacts of which somebody says who sought them; of a meeting with several each pair's
    seeker sought one contact. Outcomes are counted apart whatever ``choices.outcomes`` says; contested
    contacts only if chosen.

    >>> calls = nx.MultiDiGraph()
    >>> for number, outcome in enumerate(("held", "refused", "ignored", "attempted")):
    ...     _ = calls.add_edge("a", "b", contact=f"contact/{number}", outcome=outcome, directed=True)
    >>> responses(calls)["b"].received
    {'held': 1, 'attempted': 1, 'refused': 1, 'ignored': 1}
    """
    sought: dict[str, dict[str, str]] = defaultdict(dict)
    received: dict[str, dict[str, str]] = defaultdict(dict)
    for (one, other), contacts in _told(network, choices).items():
        sought[one] |= contacts
        received[other] |= contacts
    return {node: Response(_counted(sought[node]), _counted(received[node])) for node in sorted(network)}


def answered(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
    """The share of a node's attempts that the other side answered, 0 to 1.

    Meaning: who gets through. Formula: held / (held + refused + ignored) over the contacts one sought.
    Attempts whose end nobody tells, and cancelled ones, say nothing of the other side and stay out.

    Edge cases: None where no such contact is on record.

    >>> calls = nx.MultiDiGraph()
    >>> for number, outcome in enumerate(("held", "refused", "ignored", "attempted")):
    ...     _ = calls.add_edge("a", "b", contact=f"contact/{number}", outcome=outcome, directed=True)
    >>> {node: value and round(value, 3) for node, value in answered(calls).items()}
    {'a': 0.333, 'b': None}

    Reference: a plain proportion of counts; the outcomes are those of docs/case-format.md.
    """
    return {node: one.answered for node, one in responses(network, choices).items()}


def answering(network: nx.MultiDiGraph[str], choices: Choices = DEFAULT) -> dict[str, float | None]:
    """The share of others' attempts to reach a node that it answered, 0 to 1.

    Meaning, formula, edge cases and reference as in :func:`answered`, over the contacts others sought.

    >>> calls = nx.MultiDiGraph()
    >>> for number, outcome in enumerate(("held", "refused")):
    ...     _ = calls.add_edge("a", "b", contact=f"contact/{number}", outcome=outcome, directed=True)
    >>> answering(calls)
    {'a': None, 'b': 0.5}
    """
    return {node: one.answering for node, one in responses(network, choices).items()}


def answered_links(
    network: nx.MultiDiGraph[str], choices: Choices = DEFAULT
) -> dict[tuple[str, str], float | None]:
    """Of each two the share of the first one's attempts that the second answered.

    As :func:`answered`, for each pair (seeker, sought) of which an attempt is on record.

    >>> calls = nx.MultiDiGraph()
    >>> for number, outcome in enumerate(("held", "refused")):
    ...     _ = calls.add_edge("a", "b", contact=f"contact/{number}", outcome=outcome, directed=True)
    >>> answered_links(calls)
    {('a', 'b'): 0.5}
    """
    told = _told(network, choices)
    return {ends: _share(_counted(contacts)) for ends, contacts in sorted(told.items())}


def _told(network: nx.MultiDiGraph[str], choices: Choices) -> dict[tuple[str, str], dict[str, str]]:
    """Of each seeker and sought their contacts, each with its outcome."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one, other, data in contacts_between(network, TRIED, choices.contested):
        if data.get("directed") and (data.get("certain") or not choices.certain):
            found[one, other][data["contact"]] = data["outcome"]
    return found


def _counted(contacts: Mapping[str, str]) -> dict[str, int]:
    counts = Counter(contacts.values())
    return {outcome: counts[outcome] for outcome in TRIED if counts[outcome]}


def _share(counts: Mapping[str, int]) -> float | None:
    whole = sum(counts.get(outcome, 0) for outcome in ANSWERS)
    return counts.get("held", 0) / whole if whole else None
