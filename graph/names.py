"""Names: an index over every spelling in every language and script, and ids made from names.

A name resolves only if exactly one thing bears it. A family name alone never does, nor a misprint:
both are answered with the full names they may stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from backchannel.graph.errors import AmbiguousNameError, UnknownNameError
from backchannel.graph.model import Key, Names
from backchannel.graph.nearest import Lookalikes, choice

__all__ = ["Index", "Miss", "normal", "slug"]

KINDS = {
    "person": "a person",
    "office": "an office",
    "organisation": "an organisation",
    "state": "a state",
    "party": "a party",
    "channel": "a channel",
    "document": "a document",
}


def normal(text: str) -> str:
    """A name as it is compared: letter case, Unicode composition and spacing don't count.

    >>> normal("  Sergei   SHOIGU ") == normal("Sergei Shoigu")
    True
    """
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())


def slug(text: str) -> str:
    """The last part of an IRI made from a name: lower case, ASCII, hyphens; empty if nothing is left.

    >>> slug("Türkiye's Minister of Defence"), slug("Шойгу")
    ('turkiyes-minister-of-defence', '')
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("'", "").replace("’", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a name doesn't resolve: what was found, what was expected, what to do. ``candidates`` are
    the keys it may mean (several: it is ambiguous)."""

    message: str
    expected: str
    hint: str
    candidates: tuple[Key, ...] = ()

    def __str__(self) -> str:
        return "; ".join(
            part for part in (self.message, self.expected and f"expected {self.expected}", self.hint) if part
        )


class Index:
    """Who or what bears which name.

    >>> index = Index()
    >>> for name in ("John Sullivan", "Jake Sullivan"):
    ...     index.add("person/" + slug(name), Names(((name, "en"),)))
    >>> index.resolve("jake  sullivan")
    'person/jake-sullivan'
    >>> found = index.look("Sullivan")
    >>> print(found.message, found.candidates)
    'Sullivan' alone may mean two persons ('person/jake-sullivan', 'person/john-sullivan')
    >>> index.look("Jake Sulivan").hint
    "did you mean 'Jake Sullivan' or 'John Sullivan'?"
    """

    def __init__(self) -> None:
        self._labels: dict[Key, str] = {}
        self._forms: dict[str, list[Key]] = defaultdict(list)
        self._ids: dict[str, list[Key]] = defaultdict(list)
        self._family: dict[str, list[Key]] = defaultdict(list)
        self._misprints: dict[str, list[Key]] = defaultdict(list)
        self._lookalikes = Lookalikes()

    def add(self, key: Key, names: Names) -> None:
        """Enter a thing under its key, its id (the key's last part) and all its forms."""
        self._labels[key] = names.label()
        self._ids[key.split("/", 1)[1]].append(key)
        for text, _ in (*names.preferred, *names.also):
            self._form(normal(text), key)
        for text, _ in names.misprints:
            _once(self._misprints[normal(text)], key)
        if key.startswith("person/"):
            for text, _ in names.preferred:
                _once(self._family[normal(text).split(" ")[-1]], key)

    def _form(self, form: str, key: Key) -> None:
        if form not in self._forms:
            self._lookalikes.add(form)
        _once(self._forms[form], key)

    def label(self, key: Key) -> str:
        """The name that messages use; the key itself where it isn't indexed."""
        return self._labels.get(key, key)

    def resolve(self, text: str, kinds: Collection[str] = ()) -> Key:
        """The key of the one thing (of these kinds, by default any) that bears the name.

        Raises :class:`UnknownNameError` or :class:`AmbiguousNameError`.
        """
        found = self.look(text, kinds)
        if isinstance(found, Miss):
            raise (AmbiguousNameError if len(found.candidates) > 1 else UnknownNameError)(str(found))
        return found

    def look(self, text: str, kinds: Collection[str] = ()) -> Key | Miss:
        """As :meth:`resolve`, but says what is wrong instead of raising."""
        wanted = frozenset(kinds)
        borne = self.bearers(text)
        found = [key for key in borne if not wanted or _kind(key) in wanted]
        if len(found) == 1:
            return found[0]
        if found:
            return self._ambiguous(text, found)
        return self._other_kind(text, borne, wanted) if borne else self._unknown(text, wanted)

    def bearers(self, text: str) -> list[Key]:
        """Everything that may be meant by a name, sorted: its key, its id, or one of its forms.

        A single word that somebody bears as a name, and somebody else as a family name, may mean
        both.
        """
        if text in self._labels:
            return [text]
        form = normal(text)
        found = {*self._ids.get(text, ()), *self._forms.get(form, ())}
        if found and text not in self._ids and all(_kind(key) == "person" for key in found):
            found.update(self._family.get(form, ()))
        return sorted(found)

    def _ambiguous(self, text: str, found: list[Key]) -> Miss:
        meant = [f"{self.label(key)} ({key})" for key in found]
        message = f"'{text}' may mean " + " or ".join((", ".join(meant[:-1]), meant[-1]))
        return Miss(message, "one of them by its full name or id", f"write {choice(found)}", tuple(found))

    def _other_kind(self, text: str, borne: list[Key], wanted: frozenset[str]) -> Miss:
        is_a = " and ".join(sorted({KINDS.get(_kind(key), _kind(key)) for key in borne}))
        return Miss(f"'{text}' is {is_a}", _wanted(wanted), "")

    def _unknown(self, text: str, wanted: frozenset[str]) -> Miss:
        form = normal(text)
        family = [key for key in self._family.get(form, ()) if not wanted or "person" in wanted]
        if family:
            return self._family_alone(text, sorted(family))
        misprint = [key for key in self._misprints.get(form, ()) if not wanted or _kind(key) in wanted]
        if misprint:
            return Miss(f"'{text}' is a misprint", "the right name", self._ask(misprint), ())
        what = next(iter(wanted)) if len(wanted) == 1 else "name"
        near = self.near(text, wanted)
        hint = self._ask(near) if near else ""
        return Miss(f"unknown {what} '{_short(text)}'", _wanted(wanted), hint)

    def _family_alone(self, text: str, family: list[Key]) -> Miss:
        number = {1: "a person", 2: "two persons"}.get(len(family), f"{len(family)} persons")
        candidates = tuple(family) if len(family) > 1 else ()
        return Miss(f"'{text}' alone may mean {number}", "a full name", self._ask(family), candidates)

    def _ask(self, keys: Collection[Key]) -> str:
        labels = [self.label(key) for key in keys]
        shown = labels if len(set(labels)) == len(labels) else list(keys)
        return f"did you mean {choice(shown)}?"

    def near(self, text: str, kinds: Collection[str] = (), most: int = 3) -> tuple[Key, ...]:
        """The keys of the names most like this one, best first."""
        found: dict[Key, None] = {}
        for form in self._lookalikes.like(normal(text)):
            found.update({key: None for key in sorted(self._forms[form]) if not kinds or _kind(key) in kinds})
        return tuple(found)[:most]


def _once(keys: list[Key], key: Key) -> None:
    if key not in keys:
        keys.append(key)


def _kind(key: Key) -> str:
    return key.split("/", 1)[0]


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _wanted(wanted: Iterable[str]) -> str:
    kinds = sorted(wanted)
    if not kinds:
        return "a name or id from the roster"
    return "the name or id of " + " or ".join(KINDS.get(kind, kind) for kind in kinds)
