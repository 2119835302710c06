"""The whole knowledge as canonical N-Quads: sorted, unique lines, the same bytes for the same facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from backchannel.graph import quads_claims, quads_entities
from backchannel.graph.model import ROSTER_VOICE, Knowledge, Stamp
from backchannel.graph.quads_tenures import tenure

__all__ = ["canonical", "statements"]

Progress = Callable[[int, int], None]


def statements(
    knowledge: Knowledge, recorded: Stamp | None = None, progress: Progress | None = None
) -> Iterator[str]:
    """The lines of the default graph, in no order that is promised.

    ``recorded`` is the stamp at which the case took its tenures in; ``progress`` is called with the
    number of claims written and their total.
    """
    for entity in knowledge.entities.values():
        yield from quads_entities.entity(entity)
    for channel in knowledge.channels.values():
        yield from quads_entities.channel(channel)
    for document in knowledge.documents.values():
        yield from quads_entities.document(document)
    for mention in knowledge.mentions.values():
        yield from quads_entities.mention(mention)
    for one in knowledge.tenures.values():
        yield from tenure(one, ROSTER_VOICE, recorded)
    yield from quads_claims.hubs(knowledge.claims)
    yield from quads_claims.pair_nodes(knowledge.claims)
    total = len(knowledge.claims)
    for number, claim in enumerate(knowledge.claims.values(), 1):
        yield from quads_claims.claim(claim, knowledge.documents)
        if progress and (number % 500 == 0 or number == total):
            progress(number, total)


def canonical(lines: Iterable[str]) -> list[str]:
    """Lines in canonical order, each once (code-point order, as RDFC-1.0 sorts).

    >>> canonical(iter(["<b:> <b:> <b:> .\\\\n", "<a:> <a:> <a:> .\\\\n", "<a:> <a:> <a:> .\\\\n"]))
    ['<a:> <a:> <a:> .\\\\n', '<b:> <b:> <b:> .\\\\n']
    """
    return sorted(set(lines))
