"""The knowledge of a build as one file beside its store, so that it is read in a moment.

Reading a hundred thousand claims back from their triples takes a minute and a half; from this file, two
seconds. It holds nothing that the quads don't say: a test compares both. MessagePack, decoded by its types,
runs no code, unlike a pickle.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from backchannel.graph.errors import DamagedBuildError
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Document,
    Entity,
    Key,
    Knowledge,
    Mention,
    Names,
    When,
)
from backchannel.graph.quads_entities import outside

__all__ = ["NAME", "paused_collection", "read", "write"]

NAME = "knowledge.msgpack"

T = TypeVar("T", bound="Keyed")
V = TypeVar("V", bound=Any)


class Keyed(Protocol):
    """Whatever bears a key."""

    @property
    def key(self) -> Key: ...


def write(path: Path, knowledge: Knowledge) -> None:
    """Write the knowledge without the places in a case's files from which it was read.

    The same knowledge gives the same bytes.
    """
    path.write_bytes(msgspec.msgpack.encode(unplaced(knowledge)))


def read(path: Path) -> Knowledge:
    """The knowledge in a file.

    Raises :class:`~backchannel.graph.errors.DamagedBuildError` where the file can't be read, or holds
    something else.
    """
    try:
        content = path.read_bytes()
        with paused_collection():
            return msgspec.msgpack.decode(content, type=Knowledge)
    except (OSError, msgspec.MsgspecError) as error:
        raise DamagedBuildError(f"{path} can't be read ({error}); build the case again") from error


@contextmanager
def paused_collection() -> Iterator[None]:
    """No search for cyclic garbage meanwhile.

    Millions of new objects that all stay make Python's collector go through them again and again: it
    took ten times longer than the reading itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def unplaced(knowledge: Knowledge) -> Knowledge:
    """The knowledge as it comes back from its triples: without places in files, what has no order sorted.

    Language tags come back in small letters: they are compared without regard to case (RFC 5646, 2.1.1).

    >>> unplaced(Knowledge("a case", "en")) == Knowledge("a case", "en")
    True
    """
    return replace(
        knowledge,
        entities=_sorted(map(_entity, knowledge.entities.values())),
        channels=_sorted(map(_channel, knowledge.channels.values())),
        tenures=_sorted(replace(one, place=None) for one in knowledge.tenures.values()),
        documents=_sorted(map(_document, knowledge.documents.values())),
        mentions=_sorted(map(_mention, knowledge.mentions.values())),
        claims=_sorted(map(_claim, knowledge.claims.values())),
    )


def _sorted(things: Iterable[T]) -> dict[Key, T]:
    return {one.key: one for one in sorted(things, key=lambda one: str(one.key))}


def _set(values: Iterable[V]) -> tuple[V, ...]:
    return tuple(sorted(set(values)))


def _names(names: Names) -> Names:
    def forms(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        tagged = {(text, tag.lower()) for text, tag in found}
        return tuple(sorted(tagged, key=lambda form: (form[1] != "en", form[1], form[0])))

    return Names(forms(names.preferred), forms(names.also), forms(names.misprints))


def _entity(one: Entity) -> Entity:
    return replace(
        one,
        names=_names(one.names),
        state=one.key if one.kind == "state" else one.state,
        members=_set(one.members),
        same_as=_set(map(outside, one.same_as)),
        place=None,
    )


def _channel(one: Channel) -> Channel:
    return replace(one, names=_names(one.names), between=_set(one.between), place=None)


def _document(one: Document) -> Document:
    return replace(one, taken_from=_set(one.taken_from), not_coded=(), place=None)


def _mention(one: Mention) -> Mention:
    return replace(
        one, language=one.language.lower(), means=_set(one.means), spans=_set(one.spans), place=None
    )


def _claim(one: Claim) -> Claim:
    return replace(
        one,
        paraphrase_language=one.paraphrase_language.lower(),
        citations=tuple(sorted(map(_citation, one.citations), key=lambda cited: cited.key)),
        contents=tuple(replace(part, language=part.language.lower()) for part in one.contents),
        when=_when(one.when),
        channels=_set(one.channels),
        topics=_set(one.topics),
        exceptions=_set(one.exceptions),
        place=None,
    )


def _citation(one: Citation) -> Citation:
    return replace(one, spans=_set(one.spans), said=_when(one.said), place=None)


def _when(one: When | None) -> When | None:
    return replace(one, language=one.language.lower()) if one and one.language else one
