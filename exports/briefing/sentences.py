"""The summary of a briefing: the weightiest sentences, each with its claims."""

from __future__ import annotations

from backchannel.exports import report_summary as summary
from backchannel.exports.report_model import Sentence
from backchannel.exports.report_scope import Scope

__all__ = ["sentences"]

# What is told, in the order of weight, and how many sentences of each at most: the tables have the rest.
PARTS: tuple[tuple[summary.Part, int], ...] = (
    (summary.held_across, 1),
    (summary.unanswered, 2),
    (summary.gaps, 1),
    (summary.silences, 1),
    (summary.contested, 1),
)


def sentences(scope: Scope) -> tuple[Sentence, ...]:
    """What a reader in a hurry should know.

    :class:`~backchannel.graph.errors.UnsourcedError` is raised by one that no claim stands behind.
    """
    return summary.told(scope, PARTS)
