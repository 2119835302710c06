"""YAML read strictly: every scalar is the text that was typed, and every node knows its line.

No value is guessed to be a boolean, a number, a date or nothing: ``no``, ``0123``, ``12:30`` and
``2015~`` stay text (the failsafe schema of YAML 1.2.2, section 10.1). Anchors, aliases and tags are
refused, and so is nesting over 100 deep: a case needs none of them, an attack does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from backchannel.graph.records.text import Fault

__all__ = ["MAX_DEPTH", "Items", "Node", "Table", "Text", "parse"]

MAX_DEPTH = 100

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ENDS = ("end of stream", "document start", "document end")


@dataclass(slots=True)
class Text:
    """A scalar as typed."""

    value: str
    line: int


@dataclass(slots=True)
class Items:
    """A sequence."""

    values: list[Node]
    line: int


@dataclass(slots=True)
class Table:
    """A mapping: ``lines`` holds the line of each key, ``twice`` each repeated key with its second line."""

    values: dict[str, Node]
    line: int
    lines: dict[str, int] = field(default_factory=dict)
    twice: list[tuple[str, int]] = field(default_factory=list)


Node = Text | Items | Table


def parse(text: str) -> Node | None:
    """The tree of a YAML text, None for an empty one.

    A key that stands twice in a mapping is kept in :attr:`Table.twice`, so that the record it
    belongs to can be rejected and the rest of the file read. Raises :class:`Fault` for what is not
    YAML, for anchors, aliases, tags, a second document and nesting over 100 deep.

    >>> tree = parse("born: 0123\\nwhen: 2015~\\nplain: no")
    >>> [(key, node.value, node.line) for key, node in tree.values.items()]
    [('born', '0123', 1), ('when', '2015~', 2), ('plain', 'no', 3)]
    >>> parse("a: &x [1]\\nb: *x")
    Traceback (most recent call last):
    ...
    backchannel.graph.records.text.Fault: line 1: the anchor '&x'
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _fault(error, text) from None
    except (ValueError, OverflowError) as error:  # the parser in Python, on escapes beyond Unicode
        raise Fault(1, f"not YAML: {error}") from None
    return builder.root


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Items | Table] = []
        self.keys: list[tuple[str, int] | None] = []
        self.documents = 0
        self.steps: dict[type[yaml.Event], Callable[[Any, int], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        step = self.steps.get(type(event))
        if step is not None:
            step(event, event.start_mark.line + 1 if event.start_mark else 1)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse(event, line)
        if self.open and isinstance(self.open[-1], Table) and self.keys[-1] is None:
            self.keys[-1] = (event.value, line)
        else:
            self._place(Text(event.value, line))

    def _sequence(self, event: yaml.SequenceStartEvent, line: int) -> None:
        self._enter(event, Items([], line))

    def _mapping(self, event: yaml.MappingStartEvent, line: int) -> None:
        self._enter(event, Table({}, line))

    def _enter(self, event: yaml.CollectionStartEvent, node: Items | Table) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse(event, node.line)
        if len(self.open) >= MAX_DEPTH:
            raise Fault(node.line, f"nested more than {MAX_DEPTH} deep", "a case's few levels")
        self._place(node)
        self.open.append(node)
        self.keys.append(None)

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.values.append(node)
        else:
            self._put(parent, node)

    def _put(self, parent: Table, node: Node) -> None:
        key = self.keys[-1]
        if key is None:
            raise Fault(node.line, "a key that is itself a list or mapping", "a plain word before the colon")
        self.keys[-1] = None
        name, line = key
        if name in parent.values:
            parent.twice.append((name, line))
        else:
            parent.values[name] = node
            parent.lines[name] = line

    def _end(self, event: yaml.Event, line: int) -> None:
        self.open.pop()
        self.keys.pop()

    def _alias(self, event: yaml.AliasEvent, line: int) -> None:
        hint = "write the value out; a text that begins with * needs quotes"
        raise Fault(line, f"the alias '*{event.anchor}'", "no aliases", hint)

    def _document(self, event: yaml.Event, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise Fault(
                line, "a second YAML document ('---')", "one document a file", "split the file in two"
            )


def _refuse(event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    if event.anchor is not None:
        hint = "write the value out; a text that begins with & needs quotes"
        raise Fault(line, f"the anchor '&{event.anchor}'", "no anchors", hint)
    tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
    raise Fault(
        line, f"the tag '{tag}'", "no tags: every value is text", "a text that begins with ! needs quotes"
    )


def _fault(error: yaml.YAMLError, text: str) -> Fault:
    """The parser's complaint, at the line where the trouble begins, with what usually is behind it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unreadable(error, text)
    line, problem, context = _line(error, text), error.problem or "it ends too early", error.context or ""
    message = f"not YAML: {problem}" + (f" ({context})" if context else "")
    return Fault(line, message, hint=_advice(problem, context, text.splitlines()[line - 1 : line]))


def _line(error: yaml.MarkedYAMLError, text: str) -> int:
    """The line of what was opened and never closed, rather than that of the end of the file."""
    mark, opened, last = error.problem_mark, error.context_mark, max(len(text.splitlines()), 1)
    at_end = mark is None or mark.line >= last or any(end in (error.problem or "") for end in _ENDS)
    found = opened if opened and at_end else mark
    return min(found.line + 1, last) if found else 1


def _unreadable(error: yaml.YAMLError, text: str) -> Fault:
    """A character that YAML doesn't allow; the C parser counts its place in bytes."""
    position, reason = getattr(error, "position", 0) or 0, getattr(error, "reason", str(error))
    before = text.encode("utf-8")[:position]
    return Fault(before.count(b"\n") + 1, f"not YAML: {reason}", "text without control characters")


def _advice(problem: str, context: str, row: list[str]) -> str:
    if "mapping values" in problem:
        return "a text with a colon and a space in it needs quotes"
    if "quoted scalar" in context:
        return "is a closing quote missing?"
    if "cannot start any token" not in problem:
        return "look at the indentation and the brackets"
    if row and "\t" in row[0][: len(row[0]) - len(row[0].lstrip())]:
        return "indent with spaces, not tabs"
    return "a text that begins with @ % ` or a tab needs quotes"
