"""The fields of a record, each read with its type; whatever is wrong is noted with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from backchannel.graph.model import Span
from backchannel.graph.nearest import nearest
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.yamltext import Items, Node, Table, Text

__all__ = ["Fields", "shown"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[0-9]{1,12}")
_SPAN = re.compile(r"([0-9]{1,12})\s*[-–]\s*([0-9]{1,12})")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_SLUG = re.compile(r"[a-z0-9]+(-+[a-z0-9]+)*")


class Fields:
    """A mapping of a record. Reading a field returns its value, or None (or nothing) where it is
    left out, empty or wrong; what is wrong rejects the record."""

    def __init__(self, record: Record, node: Table, allowed: Collection[str], where: str = "") -> None:
        self.record = record
        self.node = node
        self.where = f" in '{where}'" if where else ""
        for key, line in node.twice:
            first = node.lines[key]
            record.reject(
                line, f"'{key}' stands twice{self.where}", "each field once", f"first on line {first}"
            )
        for key in node.values:
            if key not in allowed:
                self._unknown(key, allowed)

    def _unknown(self, key: str, allowed: Collection[str]) -> None:
        hint = nearest(key, allowed)
        expected = "" if hint else "one of " + ", ".join(allowed)
        self.record.reject(self.node.lines[key], f"unknown field '{shown(key)}'{self.where}", expected, hint)

    def line(self, key: str) -> int:
        """The line of a field, or that of its mapping where it is left out."""
        return self.node.lines.get(key, self.node.line)

    def reject(self, key: str, message: str, expected: str = "", hint: str = "") -> None:
        self.record.reject(self.line(key), message, expected, hint)

    def has(self, key: str) -> bool:
        """Whether a field is given and not empty."""
        node = self.node.values.get(key)
        return node is not None and not (isinstance(node, Text) and not node.value.strip())

    def raw(self, key: str) -> Node | None:
        return self.node.values[key] if self.has(key) else None

    def need(self, key: str, expected: str = "") -> bool:
        """Whether a field is given; otherwise the record is rejected."""
        if not self.has(key):
            state = "empty" if key in self.node.values else "missing"
            self.reject(key, f"'{key}' is {state}{self.where}", expected)
        return self.has(key)

    def text(self, key: str) -> str | None:
        node = self.raw(key)
        return None if node is None else self.as_text(node, key)

    def as_text(self, node: Node, key: str) -> str | None:
        """The text of a node of this field, stripped of the spaces around it."""
        if not isinstance(node, Text):
            self.record.reject(node.line, f"{_what(node)} in '{key}'", "a text")
            return None
        bad = _CONTROL.search(node.value)
        if bad:
            found = f"a control character (U+{ord(bad[0]):04X}) in '{key}'"
            self.record.reject(node.line, found, "text without control characters", "take it out")
            return None
        return node.value.strip()

    def items(self, key: str) -> list[Node]:
        """The nodes of a list; a single text or mapping counts as a list of one."""
        node = self.raw(key)
        if node is None:
            return []
        return [one for one in node.values if not _empty(one)] if isinstance(node, Items) else [node]

    def texts(self, key: str) -> list[tuple[str, int]]:
        """The texts of a list, or a single one, each with its line."""
        found = [(self.as_text(node, key), node.line) for node in self.items(key)]
        return [(text, line) for text, line in found if text]

    def word(self, key: str, words: Iterable[str], default: str | None = None) -> str | None:
        """One of a list of words."""
        text, valid = self.text(key), list(words)
        if text is None or text in valid:
            return text or default
        self.reject(key, f"'{shown(text)}' in '{key}'", "one of " + ", ".join(valid), nearest(text, valid))
        return default

    def number(self, key: str, least: int) -> int | None:
        text = self.text(key)
        if text is None:
            return None
        if _NUMBER.fullmatch(text) and int(text) >= least:
            return int(text)
        self.reject(key, f"'{shown(text)}' in '{key}'", f"a whole number, at least {least}")
        return None

    def flag(self, key: str) -> bool | None:
        text = self.text(key)
        if text is None or text.lower() in _FLAGS:
            return None if text is None else _FLAGS[text.lower()]
        self.reject(key, f"'{shown(text)}' in '{key}'", "true or false")
        return None

    def slug(self, key: str) -> str | None:
        """An id: lower-case ASCII letters and digits, in groups joined by hyphens."""
        text = self.text(key)
        if text is None or _SLUG.fullmatch(text):
            return text
        self.reject(key, f"'{shown(text)}' in '{key}'", "an id of the characters a-z, 0-9 and -")
        return None

    def table(self, key: str, allowed: Collection[str]) -> Fields | None:
        """A mapping within the record."""
        node = self.raw(key)
        if node is None or isinstance(node, Table):
            return None if node is None else Fields(self.record, node, allowed, key)
        self.record.reject(node.line, f"{_what(node)} in '{key}'", "a mapping with " + ", ".join(allowed))
        return None

    def spans(self, key: str, length: int | None) -> tuple[Span, ...]:
        """Stretches of a document, `start-end` in code points, sorted; within its length, if known."""
        found = [self._span(text, line, key, length) for text, line in self.texts(key)]
        return tuple(sorted({span for span in found if span}))

    def _span(self, text: str, line: int, key: str, length: int | None) -> Span | None:
        match = _SPAN.fullmatch(text)
        if match is None:
            self.record.reject(line, f"'{shown(text)}' in '{key}'", "start-end in code points, like 360-655")
            return None
        start, end = int(match[1]), int(match[2])
        if start >= end:
            self.record.reject(
                line, f"the span {text} in '{key}' is empty or backwards", "a start before its end"
            )
        elif length is not None and end > length:
            self.record.reject(
                line, f"the span {text} in '{key}'", f"an end of at most {length}, the document's length"
            )
        return Span(start, end)


def _empty(node: Node) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def _what(node: Node) -> str:
    return {"Text": "a text", "Items": "a list", "Table": "a mapping"}[type(node).__name__]


def shown(text: str) -> str:
    """A text as messages show it: one line, not long.

    >>> shown("a" * 100)[-3:]
    'aa…'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"
